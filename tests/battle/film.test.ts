/** A recorded battle with every moment at hand. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replay } from '../../src/battle/film.ts';
import { hashState } from '../../src/battle/hash.ts';
import { journalOf } from '../../src/battle/journal.ts';
import { observe } from '../../src/battle/observe.ts';
import { openingState } from '../../src/battle/opening.ts';
import { present } from '../../src/model/assert.ts';
import type { BattleState } from '../../src/model/state.ts';
import { reduce } from '../../src/rules/reduce.ts';
import { scenarioById } from '../../src/scenario/library.ts';
import { openAtRandom, playAtRandom } from './at-random.ts';

const khasan = scenarioById('khasan-1938-zaozernaya');
const journal = journalOf(playAtRandom(openAtRandom(khasan, 'film'), 'film', { orders: 400 }));
const film = replay(khasan, journal);
const stateAt = (moment: number): BattleState => present(film.states[moment], `moment ${moment}`);

test('has a state and the events for the opening and for each order', () => {
  expect(film.states).toHaveLength(journal.orders.length + 1);
  expect(film.events).toHaveLength(journal.orders.length + 1);
  expect(film.orders).toHaveLength(journal.orders.length);
  expect(film.departure).toBeNull();
});

test('the moment after n orders is what a replay of n orders gives', () => {
  fc.assert(
    fc.property(fc.nat(journal.orders.length), (moment) => {
      expect(hashState(replay(khasan, journal, moment).battle.state)).toBe(hashState(stateAt(moment)));
    }),
    { numRuns: 25, seed: 1938 },
  );
});

test('the events of an order, folded into the moment before, give the moment after', () => {
  for (let moment = 1; moment < film.states.length; moment++) {
    const before: BattleState = { ...stateAt(moment - 1), orders: stateAt(moment).orders };
    const folded = present(film.events[moment], 'events').reduce(
      (state, event) => reduce(khasan, state, event),
      before,
    );
    expect(hashState(folded), `order ${moment}`).toBe(hashState(stateAt(moment)));
  }
});

test('the events of the opening, folded into the units as deployed, give the first moment', () => {
  const opened = present(film.events[0], 'events').reduce(
    (state, event) => reduce(khasan, state, event),
    openingState(khasan, journal.seed),
  );
  expect(hashState(opened)).toBe(hashState(stateAt(0)));
});

test('a jump to any moment and a look at it take less than a tenth of a second', () => {
  const moments = Array.from({ length: 40 }, (_, step) => (step * 997) % film.states.length);
  observe(khasan, stateAt(0), 'soviet');
  const slowest = moments.reduce((most, moment) => {
    const start = performance.now();
    observe(khasan, stateAt(moment), 'soviet');
    observe(khasan, stateAt(moment), 'japanese');
    return Math.max(most, performance.now() - start);
  }, 0);
  expect(slowest).toBeLessThan(100);
});

test('states share what did not change', () => {
  for (let moment = 1; moment < film.states.length; moment++) {
    if (film.orders[moment - 1]?.kind !== 'policy') continue;
    const [before, after] = [stateAt(moment - 1), stateAt(moment)];
    expect(before.units.filter((unit, index) => unit !== after.units[index])).toHaveLength(1);
    expect(after.contacts).toBe(before.contacts);
  }
});
