/** Which orders the menu offers: those without a button, by kind, aimed or as they stand. */
import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src/model/order.ts';
import type { UnitId } from '../../../src/model/unit.ts';
import { stepThrough } from '../../../src/ui/hud/menu-keys.ts';
import { listAimedAt, listAims, listAlternatives, listMore } from '../../../src/ui/hud/more-orders.ts';

const unit = 'a' as UnitId;
const fire = (target: number, minutes: number): Order => ({ kind: 'fire', unit, target, minutes });
const occupy: Order = { kind: 'deploy', unit, posture: 'dugIn' };
const column: Order = { kind: 'deploy', unit, posture: 'marching' };

describe('the menu of further orders', () => {
  it('leaves out what has a button of its own', () => {
    expect(listMore([fire(7, 10), column, { kind: 'rally', unit }, { kind: 'endTurn' }])).toEqual([]);
  });

  it('offers an order without an aim as it stands, under its kind', () => {
    expect(listMore([fire(7, 10), column, occupy])).toEqual([
      { kind: 'deploy', entries: [{ kind: 'give', order: occupy }] },
    ]);
  });

  it('an aim is listed once, however many orders are aimed there', () => {
    const orders = [fire(7, 5), fire(7, 10), fire(9, 5)];
    expect(listAims(orders, 'fire')).toEqual([7, 9]);
    expect(listAimedAt(orders, 'fire', 7)).toEqual([fire(7, 5), fire(7, 10)]);
  });

  it('what is chosen elsewhere has no alternatives in the card', () => {
    expect(listAlternatives([fire(7, 5), fire(7, 10)], fire(7, 5))).toEqual([]);
    expect(listAlternatives([occupy], occupy)).toEqual([]);
  });

  it('arrows go round, Home and End to the ends, other keys nowhere', () => {
    expect(['ArrowDown', 'ArrowUp', 'Home', 'End', 'x'].map((key) => stepThrough(3, 2, key))).toEqual([
      0,
      1,
      0,
      2,
      undefined,
    ]);
    expect(stepThrough(3, 0, 'ArrowUp')).toBe(2);
    expect(stepThrough(0, -1, 'ArrowDown')).toBeUndefined();
  });
});
