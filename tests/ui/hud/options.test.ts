/** What one unit may do, out of the list of its legal orders. */
import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src/model/order.ts';
import type { UnitId } from '../../../src/model/unit.ts';
import { nearestMinutes, sortOptions } from '../../../src/ui/hud/options.ts';

const unit = 'a' as UnitId;
const fire = (target: number, minutes: number): Order => ({ kind: 'fire', unit, target, minutes });

describe('options', () => {
  it('lengths of fire are listed by target, ascending', () => {
    const { fires } = sortOptions([fire(7, 20), fire(7, 5), fire(9, 10)]);
    expect([...fires]).toEqual([
      [7, [5, 20]],
      [9, [10]],
    ]);
  });

  it('a target of several assaults is listed once', () => {
    const other = 'b' as UnitId;
    const orders: Order[] = [
      { kind: 'assault', units: [unit], target: 3 },
      { kind: 'assault', units: [unit, other], target: 3 },
    ];
    expect(sortOptions(orders).assaults).toEqual([3]);
  });

  it('the length on offer nearest to the one wanted is taken', () => {
    expect(nearestMinutes([5, 10, 20, 27], 10)).toBe(10);
    expect(nearestMinutes([5, 20], 10)).toBe(5);
    expect(nearestMinutes([4], 10)).toBe(4);
    expect(nearestMinutes([], 10)).toBe(10);
  });
});
