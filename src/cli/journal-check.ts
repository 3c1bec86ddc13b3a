/** Whether a battle played again is the battle that was recorded, and if not, from where on. */
import { type Film, replay } from '../battle/film.ts';
import { hashState } from '../battle/hash.ts';
import type { Journal } from '../battle/journal.ts';
import { ENGINE_VERSION } from '../battle/version.ts';
import { refusalText, sideText } from '../battle/wording.ts';
import { present } from '../model/assert.ts';
import { canonicalJson } from '../model/fingerprint.ts';
import type { Side } from '../model/side.ts';
import type { BattleState } from '../model/state.ts';
import { SCENARIO_IDS, scenarioById } from '../scenario/library.ts';
import { listWrongChoices } from '../scenario/options.ts';
import { formatProblem } from '../scenario/problem.ts';
import { quoted, Unusable } from './command.ts';

/** The moment at which a replay leaves its record: the `order`-th order, given in this side's turn. */
interface DepartedAt {
  readonly order: number;
  readonly turn: number;
  readonly side: Side;
  readonly reason: string;
}

interface Figures {
  readonly scenario: string;
  readonly seed: string;
  readonly engine: string;
  /** What else differs and may be the cause; empty for the same engine and scenario. */
  readonly notes: readonly string[];
  readonly orders: number;
  /** Where the replay ended. */
  readonly turn: number;
  readonly hashes: number;
  readonly hash: string;
}

export type Checked =
  | ({ readonly kind: 'agrees' } & Figures)
  | ({ readonly kind: 'departs'; readonly departure: DepartedAt } & Figures);

/** Plays a journal, or its first `limit` orders, again. `file` names it where it cannot be used. */
export function checkJournal(file: string, journal: Journal, limit: number): Checked {
  const { id } = journal.scenario;
  if (!SCENARIO_IDS.includes(id)) {
    throw new Unusable(`${file}: scenario.id: found ${quoted(id)}, expected one of: ${SCENARIO_IDS.join(', ')}`);
  }
  const [wrong] = listWrongChoices(scenarioById(id), journal.options ?? {});
  if (wrong !== undefined) throw new Unusable(formatProblem({ file, ...wrong }));
  const film = replay(scenarioById(id), journal, limit);
  const figures = figuresOf(journal, film);
  const departure = findDeparture(journal, film, limit);
  return departure === undefined ? { kind: 'agrees', ...figures } : { kind: 'departs', departure, ...figures };
}

function figuresOf(journal: Journal, { scenario, orders, battle }: Film): Figures {
  const notes: string[] = [];
  if (journal.engine !== ENGINE_VERSION)
    notes.push(`recorded by engine ${quoted(journal.engine)}, this is ${ENGINE_VERSION}`);
  if (journal.scenario.hash !== scenario.hash)
    notes.push(`recorded on scenario ${quoted(journal.scenario.hash)}, this is ${scenario.hash}`);
  return {
    scenario: scenario.id,
    seed: journal.seed,
    engine: journal.engine,
    notes,
    orders: orders.length,
    turn: battle.state.turn,
    hashes: battle.hashes.length,
    hash: hashState(battle.state),
  };
}

function findDeparture(journal: Journal, film: Film, limit: number): DepartedAt | undefined {
  const { departure, battle } = film;
  if (departure?.kind === 'refused') {
    return departedAt(film, departure.order, `is refused: ${refusalText(departure.refusal)}`);
  }
  if (departure !== null) {
    const { order, expected, found } = departure;
    return departedAt(film, order, `recorded hash ${expected}, found ${found}`);
  }
  return isWhole(journal, limit) ? findLooseEnd(journal, film) : findMissingHash(journal, battle.hashes.length, film);
}

const isWhole = (journal: Journal, limit: number): boolean => journal.orders.length <= limit;

/** What a record of the whole battle owes at its end: a hash for every turn and no more, and the result. */
function findLooseEnd(journal: Journal, film: Film): DepartedAt | undefined {
  const { hashes, state } = film.battle;
  const last = film.orders.length;
  if (journal.hashes.length !== hashes.length)
    return departedAt(film, last, `recorded hashes of ${journal.hashes.length} turns, found ${hashes.length}`);
  if (canonicalJson(journal.result) !== canonicalJson(state.result))
    return departedAt(film, last, 'the recorded result is another');
  return undefined;
}

function findMissingHash(journal: Journal, turns: number, film: Film): DepartedAt | undefined {
  if (journal.hashes.length >= turns) return undefined;
  return departedAt(film, film.orders.length, `recorded hashes of ${journal.hashes.length} turns, found ${turns}`);
}

/** The state in which the order was given tells whose turn it was. */
function departedAt({ states }: Film, order: number, reason: string): DepartedAt {
  const before: BattleState = present(states[Math.max(0, order - 1)], 'a state before each order');
  return { order, turn: before.turn, side: before.active, reason };
}

/** What was found, in one line. */
export function formatChecked(checked: Checked): string {
  const notes = checked.notes.map((note) => `; ${note}`).join('');
  if (checked.kind === 'agrees') {
    const { orders, hashes, turn, hash } = checked;
    return `agrees: ${orders} orders, ${hashes} hashes, now turn ${turn}, hash ${hash}${notes}`;
  }
  const { order, turn, side, reason } = checked.departure;
  return `departs at order ${order}, ${sideText(side)} turn ${turn}: ${reason}${notes}`;
}
