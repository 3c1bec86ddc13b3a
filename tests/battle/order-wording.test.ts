/** Orders in words: short imperatives with their figures, for every order a side may give. */
import { describe, expect, it } from 'vitest';
import { listLegalOrders } from '../../src/battle/legal-orders.ts';
import { observe } from '../../src/battle/observe.ts';
import { orderName, orderText } from '../../src/battle/order-wording.ts';
import { openingState } from '../../src/battle/opening.ts';
import { aimOf, type Order, ORDER_KINDS } from '../../src/model/order.ts';
import { SCENARIO_IDS, scenarioById } from '../../src/scenario/library.ts';

const scenario = scenarioById(SCENARIO_IDS[0] ?? '');
const [first, second] = scenario.cards.map((card) => card.id);
if (first === undefined || second === undefined) throw new Error('The battle has units.');
const hex = 3 + 4 * scenario.map.grid.columns;

const WORDS: readonly (readonly [Order, string])[] = [
  [{ kind: 'move', unit: first, path: [hex - 1, hex], pace: 'silent' }, 'March to 0304 without a sound'],
  [{ kind: 'fire', unit: first, target: hex, minutes: 10 }, 'Fire at 0304 for 10 min'],
  [{ kind: 'assault', units: [first], target: hex }, 'Assault 0304'],
  [{ kind: 'assault', units: [first, second], target: hex }, 'Assault 0304 with 2 units'],
  [{ kind: 'dig', unit: first, minutes: 20 }, 'Dig for 20 min'],
  [{ kind: 'deploy', unit: first, posture: 'dugIn' }, 'Occupy the works'],
  [{ kind: 'guns', unit: first, state: 'limbered' }, 'Limber the guns'],
  [{ kind: 'standing', unit: first, standing: null }, 'Cancel the standing order'],
  [
    { kind: 'standing', unit: first, standing: { kind: 'goTo', to: hex, pace: 'normal' } },
    'Go to 0304, turn after turn',
  ],
];

describe('an order in words', () => {
  it.each(WORDS)('%j', (order, words) => {
    expect(orderText(scenario, order)).toBe(words);
  });

  it('every order on offer has words and none has a gap or a full stop', () => {
    for (const side of scenario.order) {
      const orders = listLegalOrders(scenario, {
        ...observe(scenario, openingState(scenario, '1'), side),
        active: side,
      });
      expect(orders.map((order) => orderText(scenario, order)).filter((words) => /[{}–]|\.$|^$/.test(words))).toEqual(
        [],
      );
    }
  });

  it('every kind has a name', () => {
    expect(ORDER_KINDS.map(orderName).filter((name) => name === '')).toEqual([]);
  });

  it('is aimed at the hex where it ends, or at none', () => {
    expect(WORDS.map(([order]) => aimOf(order))).toEqual([
      hex,
      hex,
      hex,
      hex,
      undefined,
      undefined,
      undefined,
      undefined,
      hex,
    ]);
  });
});
