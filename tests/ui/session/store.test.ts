/** Saved games survive the loss of either store, of either slot, and of a write cut short. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSaveStore, type SaveRecord } from '../../../src/ui/session/store.ts';
import { memoryStore } from './byte-stores.ts';

const record = (part: Partial<SaveRecord> = {}): SaveRecord => ({
  id: 'hill-1',
  savedAt: '2026-01-02T03:04:05.000Z',
  scenario: 'hill',
  names: { en: 'The hill' },
  turn: 1,
  turns: 10,
  players: { soviet: 'person', japanese: 'ensign' },
  over: false,
  journal: '{}',
  ...part,
});

function twoStores() {
  const database = memoryStore('database');
  const files = memoryStore('files');
  return { database, files, store: createSaveStore([database, files]) };
}

describe('saved games', () => {
  test('are read as they were saved last', async () => {
    const { store } = twoStores();
    for (const turn of [1, 2, 3]) expect(await store.save(record({ turn }))).toBe('saved');
    expect(await store.load('hill-1')).toEqual(record({ turn: 3 }));
  });

  test('that were never saved are not there', async () => {
    expect(await twoStores().store.load('hill-1')).toBeUndefined();
  });

  test('are listed latest first, without their journals', async () => {
    const { store } = twoStores();
    await store.save(record({ id: 'a', savedAt: '2026-01-01T00:00:00.000Z' }));
    await store.save(record({ id: 'b', savedAt: '2026-01-03T00:00:00.000Z' }));
    await store.save(record({ id: 'c', savedAt: '2026-01-02T00:00:00.000Z' }));
    const list = await store.list();
    expect(list.map((saved) => saved.id)).toEqual(['b', 'c', 'a']);
    expect(list[0]).not.toHaveProperty('journal');
  });

  test('that are removed are gone from both stores', async () => {
    const { store, database, files } = twoStores();
    await store.save(record());
    await store.remove('hill-1');
    expect(await store.list()).toEqual([]);
    expect([database.slots.size, files.slots.size]).toEqual([0, 0]);
  });

  test('are kept by one store when the other fails, and the status says so', async () => {
    const { store, database } = twoStores();
    await store.save(record({ turn: 1 }));
    database.isBroken = true;
    expect(await store.save(record({ turn: 2 }))).toBe('partly');
    expect(store.status.value).toEqual({ database: 'failing', files: 'working' });
    expect((await store.load('hill-1'))?.turn).toBe(2);
    database.isBroken = false;
    expect((await store.load('hill-1'))?.turn).toBe(2);
    expect(store.status.value).toEqual({ database: 'working', files: 'working' });
  });

  test('are lost without an error when both stores fail', async () => {
    const { store, database, files } = twoStores();
    database.isBroken = true;
    files.isBroken = true;
    expect(await store.save(record())).toBe('failed');
    expect(await store.load('hill-1')).toBeUndefined();
    expect(await store.list()).toEqual([]);
    await store.remove('hill-1');
    expect(store.status.value).toEqual({ database: 'failing', files: 'failing' });
  });

  test('work with a single store', async () => {
    const store = createSaveStore([memoryStore('files')]);
    expect(store.status.value).toEqual({ database: 'failing', files: 'unknown' });
    expect(await store.save(record())).toBe('partly');
    expect(await store.load('hill-1')).toEqual(record());
  });

  test('wiped from one store are put back by reading them', async () => {
    const { store, database, files } = twoStores();
    await store.save(record({ turn: 4 }));
    database.slots.clear();
    expect((await store.load('hill-1'))?.turn).toBe(4);
    files.slots.clear();
    expect((await store.load('hill-1'))?.turn).toBe(4);
  });

  test('go on counting after one store has lost its copies', async () => {
    const { store, database, files } = twoStores();
    for (const turn of [1, 2, 3, 4]) await store.save(record({ turn }));
    database.slots.clear();
    await store.save(record({ turn: 5 }));
    files.slots.clear();
    expect((await store.load('hill-1'))?.turn).toBe(5);
  });

  test('of another name in the same slot do not count', async () => {
    const { store, database } = twoStores();
    await store.save(record({ id: 'other' }));
    database.slots.set('hill-1', database.slots.get('other') ?? [null, null]);
    expect(await store.load('hill-1')).toBeUndefined();
  });

  test('asked for at once come in the order in which they were asked for', async () => {
    const { store } = twoStores();
    const saves = [1, 2, 3, 4, 5].map((turn) => store.save(record({ turn })));
    expect((await store.load('hill-1'))?.turn).toBe(5);
    await Promise.all(saves);
  });

  test('lose at most the last save when any one write is damaged at any place', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 6 }),
        fc.constantFrom('database', 'files'),
        fc.nat(),
        async (turns, hit, place) => {
          const both = twoStores();
          for (const turn of turns) await both.store.save(record({ turn }));
          // One store is lost whole, in the other the slot written last is torn.
          const torn = both[hit === 'database' ? 'database' : 'files'];
          both[hit === 'database' ? 'files' : 'database'].slots.clear();
          const slots = torn.slots.get('hill-1') ?? [null, null];
          const last = (turns.length - 1) % 2 === 0 ? 0 : 1;
          slots[last] = slots[last]?.slice(0, place % slots[last].length) ?? null;
          const found = await both.store.load('hill-1');
          expect(found?.turn).toBe(turns.at(-2));
        },
      ),
    );
  });
});
