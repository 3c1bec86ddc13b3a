/** A battle at the screen: who sees what and when, what is saved, and that nothing stops it for good. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { playBattle } from '../../../src/ai/play.ts';
import { decideRandom } from '../../../src/ai/random.ts';
import { hashState } from '../../../src/battle/hash.ts';
import type { Order } from '../../../src/model/order.ts';
import type { BySide } from '../../../src/model/side.ts';
import { opponentOf } from '../../../src/model/side.ts';
import { resumeSession, type Session, startSession } from '../../../src/ui/session/session.ts';
import type { SessionView } from '../../../src/ui/session/session-view.ts';
import type { Question } from '../../../src/ui/session/think.ts';
import { begin, emptyStore, giveOrders, scenario, thinkerHere, untilPhase, untilTurn } from './at-the-screen.ts';

const HOT_SEAT: BySide<string> = { soviet: 'person', japanese: 'person' };
const first = scenario.order[0];
const second = scenario.order[1];
const personAgainst = (computer: string): BySide<string> => ({
  soviet: first === 'soviet' ? 'person' : computer,
  japanese: first === 'japanese' ? 'person' : computer,
});

/** Enemy units that a view names without having identified them. */
function listLeaks(view: SessionView): string[] {
  const { scenario: _public, ...shown } = view;
  const text = JSON.stringify(shown);
  const known = new Set(view.observation.contacts.map((contact) => contact.unit));
  for (const { seen } of view.log) if (seen.kind === 'sighted') known.add(seen.view.unit);
  return scenario.cards
    .filter((card) => card.side !== view.side && !known.has(card.id))
    .filter((card) => text.includes(JSON.stringify(card.id)))
    .map((card) => card.id);
}

async function hashNow(session: Session): Promise<string> {
  const state = (await session.recorded()).states.at(-1);
  return state === undefined ? '' : hashState(state);
}

describe('a battle at the screen', () => {
  test('between idle computers comes to its end', async () => {
    const session = await begin({ soviet: 'idle', japanese: 'idle' });
    const view = await untilPhase(session, 'over');
    expect(view.observation.result).not.toBeNull();
    expect(view.failure).toBeNull();
    expect(session.journal().hashes.length).toBe(2 * scenario.clock.turns);
  });

  test('between computers is the battle that they fight without a screen', async () => {
    const players = { soviet: 'random', japanese: 'random' } as const;
    const session = await begin(players, { seed: 'headless' });
    await untilTurn(session, 3);
    session.close();
    const seat = { name: 'random', decide: decideRandom, budget: 0 };
    const headless = playBattle(scenario, 'headless', { soviet: seat, japanese: seat }, 2);
    expect(session.journal().hashes.slice(0, 4)).toEqual(headless.hashes);
  });

  test('against a computer comes back to the person with a film of what was seen', async () => {
    const session = await begin(personAgainst('random'));
    expect(session.view.value.phase).toBe('person');
    giveOrders(session, 6);
    const left = session.view.value.observation;
    session.endTurn();
    expect(session.view.value.phase).toBe('thinking');
    expect(session.view.value.observation).toEqual(left);
    const view = await untilPhase(session, 'person');
    expect(view.side).toBe(first);
    expect(view.observation.turn).toBe(2);
    expect(view.film.at(0)).toBeDefined();
    expect(view.filmStart).toEqual(left);
    expect(listLeaks(view)).toEqual([]);
    session.watched();
    expect(session.view.value.film).toEqual([]);
  });

  test('refuses an order with a sentence and changes nothing', async () => {
    const session = await begin(personAgainst('idle'));
    const before = session.view.value;
    const enemy = scenario.cards.find((card) => card.side === second);
    const outcome = session.order({ kind: 'rally', unit: enemy?.id ?? (first as never) });
    expect(outcome.kind).toBe('refused');
    expect(outcome.kind === 'refused' && outcome.text.length).toBeGreaterThan(5);
    expect(session.view.value.observation).toEqual(before.observation);
  });

  test('takes back an order with what the log says of it, and gives it again', async () => {
    const session = await begin(personAgainst('idle'));
    const before = session.view.value;
    const unit = before.observation.units.find((own) => typeof own.at === 'number' && own.policy !== 'close');
    if (unit === undefined) throw new Error('some unit does not yet fire at close range only');
    session.order({ kind: 'policy', unit: unit.id, policy: 'close' });
    const given = session.view.value;
    expect(given.canUndo).toBe(true);
    session.undo();
    expect(session.view.value).toEqual({ ...before, saving: session.view.value.saving, canRedo: true });
    session.redo();
    expect(session.view.value).toEqual({ ...given, saving: session.view.value.saving, canRedo: false });
    session.undo();
    session.order({ kind: 'policy', unit: unit.id, policy: 'close' });
    expect(session.view.value.canRedo, 'a new order ends what was taken back').toBe(false);
  });
});

describe('two people at one screen', () => {
  test('find the curtain down before each turn, with nothing of either side behind it', async () => {
    const session = await begin(HOT_SEAT);
    for (const side of [first, second, first, second]) {
      const curtain = session.view.value;
      expect([curtain.phase, curtain.next, curtain.canUndo]).toEqual(['handover', side, false]);
      const { units, contacts, visible, works, wire } = curtain.observation;
      expect([units, contacts, visible, works, wire, curtain.log, curtain.film].flat()).toEqual([]);
      expect(session.order({ kind: 'endTurn' }).kind).toBe('refused');
      session.takeSeat();
      expect([session.view.value.phase, session.view.value.side]).toEqual(['person', side]);
      expect(session.view.value.canUndo).toBe(false);
      expect(session.view.value.observation.side).toBe(side);
      giveOrders(session, 8);
      expect(listLeaks(session.view.value)).toEqual([]);
      session.endTurn();
    }
  });

  test('are each told their own story, and no unit of the enemy’s that was not identified', async () => {
    const anyTurn = fc.record({ count: fc.integer({ min: 0, max: 12 }), stride: fc.integer({ min: 1, max: 500 }) });
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.array(anyTurn, { minLength: 3, maxLength: 6 }), async (seed, turns) => {
        const session = await begin(HOT_SEAT, { seed });
        for (const { count, stride } of turns) {
          expect(listLeaks(session.view.value)).toEqual([]);
          session.takeSeat();
          expect(listLeaks(session.view.value)).toEqual([]);
          giveOrders(session, count, stride);
          expect(listLeaks(session.view.value)).toEqual([]);
          session.endTurn();
        }
        expect(session.view.value.failure).toBeNull();
      }),
      { numRuns: 10 },
    );
  });
});

describe('a saved battle', () => {
  test('goes on in the midst of a turn as it was left', async () => {
    const store = emptyStore();
    const session = await begin(HOT_SEAT, { store });
    for (const count of [7, 9]) {
      session.takeSeat();
      giveOrders(session, count);
      session.endTurn();
    }
    session.takeSeat();
    session.watched();
    giveOrders(session, 5, 11);
    await session.settled();

    const resumed = await resumeSession({ id: session.view.value.id, store, thinker: thinkerHere() });
    expect(resumed.view.value.phase).toBe('handover');
    resumed.takeSeat();
    await resumed.settled();
    expect(resumed.view.value).toEqual(session.view.value);
    expect(resumed.journal()).toEqual(session.journal());
    expect(await hashNow(resumed)).toBe(await hashNow(session));
    while (session.view.value.canUndo) {
      session.undo();
      resumed.undo();
      expect(await hashNow(resumed)).toBe(await hashNow(session));
    }
    expect(resumed.view.value.canUndo).toBe(false);
  });

  test('goes on with the turn of a computer that was interrupted', async () => {
    const store = emptyStore();
    const never = thinkerHere(() => new Promise(() => undefined));
    const session = await startSession({ scenario, seed: '3', players: personAgainst('idle'), store, thinker: never });
    giveOrders(session, 3);
    session.endTurn();
    expect(session.view.value.phase).toBe('thinking');
    await session.settled();
    session.close();
    const resumed = await resumeSession({ id: session.view.value.id, store, thinker: thinkerHere() });
    const view = await untilPhase(resumed, 'person');
    expect(view.observation.turn).toBe(2);
    expect(view.film.length).toBeGreaterThan(0);
  });

  test('goes on only with players that are here', async () => {
    const nobody = begin({ soviet: 'person', japanese: 'exec:somebody' });
    await expect(nobody).rejects.toThrow('exec:somebody is no player of this game');
  });

  test('that is damaged is not resumed, and the message says where', async () => {
    const store = emptyStore();
    const session = await begin(HOT_SEAT, { store });
    await session.settled();
    const record = await store.load(session.view.value.id);
    if (record === undefined) throw new Error('expected the battle to be saved when it begins');
    await store.save({ ...record, journal: record.journal.replace('"orders"', '"ordres"') });
    await expect(resumeSession({ id: record.id, store, thinker: thinkerHere() })).rejects.toThrow('orders');
  });
});

describe('a computer player that goes wrong', () => {
  const badOrder: Order = { kind: 'standing', unit: 'nobody' as never, standing: null };

  test('and gives only impossible orders has its turn ended', async () => {
    let asked = 0;
    const thinker = thinkerHere(() => {
      asked += 1;
      return { orders: [badOrder], memory: undefined as never };
    });
    const store = emptyStore();
    const session = await startSession({ scenario, seed: '3', players: personAgainst('idle'), store, thinker });
    session.endTurn();
    expect((await untilPhase(session, 'person')).observation.turn).toBe(2);
    expect(asked).toBeGreaterThan(1);
    expect(asked).toBeLessThan(100);
  });

  test('and falls over has its turn ended, and the journal is offered', async () => {
    const thinker = thinkerHere(() => {
      throw new Error('it fell over');
    });
    const store = emptyStore();
    const session = await startSession({ scenario, seed: '3', players: personAgainst('idle'), store, thinker });
    session.endTurn();
    const view = await untilPhase(session, 'person');
    expect(view.failure?.message).toBe('it fell over');
    expect(JSON.parse(view.failure?.journal ?? '{}')).toMatchObject({ format: 'undeclared-war/journal' });
  });

  test('is asked with what its side may know and a seed that is not the battle’s', async () => {
    const questions: Question[] = [];
    const thinker = thinkerHere((question) => {
      questions.push(question);
      return { orders: [{ kind: 'endTurn' }], memory: undefined as never };
    });
    const store = emptyStore();
    const session = await startSession({ scenario, seed: '3', players: personAgainst('idle'), store, thinker });
    session.endTurn();
    await untilPhase(session, 'person');
    expect(questions.map(({ observation }) => observation.side)).toEqual([second]);
    expect(questions[0]?.observation.units.every((unit) => sideOfUnit(unit.id) === opponentOf(first))).toBe(true);
    expect(questions[0]?.seed).not.toBe('3');
  });
});

function sideOfUnit(id: string) {
  return scenario.cards.find((card) => card.id === id)?.side;
}
