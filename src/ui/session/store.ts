/**
 * Saved games, kept twice: a browser may lose a whole database when it is killed while writing, so every battle lies in
 * two stores that share nothing, and in each of them in two slots written by turns. Reading takes the newest copy that
 * checks and mends the others from it. One store may fail; nothing here throws, and the status says what is left.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import {
  type ByteStore,
  SLOT_NUMBERS,
  STORE_NAMES,
  type SlotBytes,
  type SlotNumber,
  type StoreName,
} from './byte-store.ts';
import { formatSlot, parseSlot } from './slot.ts';

const NAMES = v.object({
  en: v.string(),
  ru: v.exactOptional(v.string()),
  ja: v.exactOptional(v.string()),
  zh: v.exactOptional(v.string()),
  mn: v.exactOptional(v.string()),
  ko: v.exactOptional(v.string()),
});

const SAVED_BATTLE = v.object({
  id: v.string(),
  /** Hour of the wall clock, ISO. */
  savedAt: v.string(),
  scenario: v.string(),
  names: NAMES,
  turn: v.number(),
  turns: v.number(),
  players: v.object({ soviet: v.string(), japanese: v.string() }),
  over: v.boolean(),
});

const SAVE_RECORD = v.object({ ...SAVED_BATTLE.entries, journal: v.string() });

/** A saved battle as a list of games shows it. */
export type SavedBattle = Readonly<v.InferOutput<typeof SAVED_BATTLE>>;
/** The same with its journal, as text. */
export type SaveRecord = Readonly<v.InferOutput<typeof SAVE_RECORD>>;

/** Where a record came to lie: in every store, in some, in none. */
export type SaveOutcome = 'saved' | 'partly' | 'failed';

/** How a store answered when it was last asked. */
type StoreStatus = 'unknown' | 'working' | 'failing';
type ByStore<T> = Readonly<Record<StoreName, T>>;

export interface SaveStore {
  readonly status: ReadonlySignal<ByStore<StoreStatus>>;
  readonly save: (record: SaveRecord) => Promise<SaveOutcome>;
  /** The newest copy that checks. */
  readonly load: (id: string) => Promise<SaveRecord | undefined>;
  /** Latest first. */
  readonly list: () => Promise<readonly SavedBattle[]>;
  readonly remove: (id: string) => Promise<void>;
}

/** A copy that checks, with the place where it lies. */
interface Copy {
  readonly slot: SlotNumber;
  readonly sequence: number;
  readonly record: SaveRecord;
}

/** What one store answered: its newest good copy, if any, or no answer at all. */
type Answer = { readonly kind: 'answered'; readonly newest: Copy | undefined } | { readonly kind: 'silent' };

/** Saved games over these stores. Work is done one piece after the other, in the order in which it was asked for. */
export function createSaveStore(stores: readonly ByteStore[]): SaveStore {
  const status = signal<ByStore<StoreStatus>>({ database: 'unknown', files: 'unknown' });
  for (const name of STORE_NAMES) if (!stores.some((store) => store.name === name)) note(name, 'failing');
  let tail: Promise<unknown> = Promise.resolve();

  function note(name: StoreName, answer: StoreStatus): void {
    if (status.value[name] !== answer) status.value = { ...status.value, [name]: answer };
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = tail.then(work, work);
    tail = result;
    return result;
  }

  async function tryStore<T>(store: ByteStore, work: () => Promise<T>): Promise<T | undefined> {
    try {
      const result = await work();
      note(store.name, 'working');
      return result;
    } catch {
      note(store.name, 'failing');
      return undefined;
    }
  }

  async function ask(store: ByteStore, id: string): Promise<Answer> {
    const slots = await tryStore(store, () => store.readSlots(id));
    return slots === undefined ? { kind: 'silent' } : { kind: 'answered', newest: findNewest(id, slots) };
  }

  /** Never over the newest good copy: whatever happens while writing, that one stays. */
  async function write(store: ByteStore, answer: Answer, copy: Omit<Copy, 'slot'>): Promise<boolean> {
    const slot = answer.kind === 'answered' && answer.newest?.slot === 0 ? 1 : 0;
    const bytes = formatSlot({ sequence: copy.sequence, text: JSON.stringify(copy.record) });
    const written = await tryStore(store, async () => {
      await store.writeSlot(copy.record.id, slot, bytes);
      return true;
    });
    return written === true;
  }

  async function save(record: SaveRecord): Promise<SaveOutcome> {
    const answers = await Promise.all(stores.map((store) => ask(store, record.id)));
    const sequence = 1 + Math.max(-1, ...answers.map(sequenceOf));
    const written = await Promise.all(
      stores.map((store, place) => write(store, answers[place] ?? { kind: 'silent' }, { sequence, record })),
    );
    if (!written.includes(true)) return 'failed';
    return written.length === STORE_NAMES.length && !written.includes(false) ? 'saved' : 'partly';
  }

  async function load(id: string): Promise<SaveRecord | undefined> {
    const answers = await Promise.all(stores.map((store) => ask(store, id)));
    const newest = answers.map(newestIn).reduce(newerOf, undefined);
    if (newest === undefined) return undefined;
    const behind = stores.map((store, place) => ({ store, answer: answers[place] ?? ({ kind: 'silent' } as const) }));
    await Promise.all(
      behind
        .filter(({ answer }) => answer.kind === 'answered' && sequenceOf(answer) < newest.sequence)
        .map(({ store, answer }) => write(store, answer, newest)),
    );
    return newest.record;
  }

  async function list(): Promise<readonly SavedBattle[]> {
    const lists = await Promise.all(stores.map((store) => tryStore(store, store.listIds)));
    const ids = [...new Set(lists.flatMap((found) => found ?? []))];
    const records = await Promise.all(ids.map(findRecord));
    return records
      .filter((record) => record !== undefined)
      .map(({ journal: _journal, ...saved }) => saved)
      .sort(byLatest);
  }

  async function findRecord(id: string): Promise<SaveRecord | undefined> {
    const answers = await Promise.all(stores.map((store) => ask(store, id)));
    return answers.map(newestIn).reduce(newerOf, undefined)?.record;
  }

  async function remove(id: string): Promise<void> {
    await Promise.all(stores.map((store) => tryStore(store, () => store.remove(id))));
  }

  return {
    status,
    save: (record) => inTurn(() => save(record)),
    load: (id) => inTurn(() => load(id)),
    list: () => inTurn(list),
    remove: (id) => inTurn(() => remove(id)),
  };
}

/** The newest of two slots whose bytes check and whose record is this battle's. */
function findNewest(id: string, slots: SlotBytes): Copy | undefined {
  return SLOT_NUMBERS.map((slot) => findCopy(id, slot, slots[slot])).reduce(newerOf, undefined);
}

function findCopy(id: string, slot: SlotNumber, bytes: Uint8Array | null): Copy | undefined {
  const found = bytes === null ? undefined : parseSlot(bytes);
  if (found === undefined) return undefined;
  const record = parseRecord(found.text);
  return record?.id === id ? { slot, sequence: found.sequence, record } : undefined;
}

function parseRecord(text: string): SaveRecord | undefined {
  try {
    const result = v.safeParse(SAVE_RECORD, JSON.parse(text));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

function newerOf(one: Copy | undefined, other: Copy | undefined): Copy | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other.sequence > one.sequence ? other : one;
}

function newestIn(answer: Answer): Copy | undefined {
  return answer.kind === 'answered' ? answer.newest : undefined;
}

function sequenceOf(answer: Answer): number {
  return newestIn(answer)?.sequence ?? -1;
}

/** ISO hours sort as text; equal hours by id. */
function byLatest(one: SavedBattle, other: SavedBattle): number {
  if (one.savedAt !== other.savedAt) return one.savedAt < other.savedAt ? 1 : -1;
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}
