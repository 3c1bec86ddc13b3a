/**
 * What one unit may be ordered to do now, sorted for the screen: out of the list of legal orders come the hexes it may
 * fire at or assault, the lengths of fire, the postures. What is not in it can still be asked for, to hear why not.
 */
import type { HexIndex } from '../../hex/grid.ts';
import type { Minutes } from '../../model/clock.ts';
import type { Order, OrderOf } from '../../model/order.ts';

export interface Options {
  /** Lengths of fire by target, ascending. */
  readonly fires: ReadonlyMap<HexIndex, readonly Minutes[]>;
  readonly assaults: readonly HexIndex[];
  /** Lengths of digging, ascending. */
  readonly digs: readonly Minutes[];
}

const ofKind = <K extends Order['kind']>(orders: readonly Order[], kind: K): OrderOf<K>[] =>
  orders.filter((order): order is OrderOf<K> => order.kind === kind);

const ascending = (one: number, other: number): number => one - other;

export function sortOptions(orders: readonly Order[]): Options {
  const fires = new Map<HexIndex, Minutes[]>();
  for (const { target, minutes } of ofKind(orders, 'fire')) fires.set(target, [...(fires.get(target) ?? []), minutes]);
  for (const lengths of fires.values()) lengths.sort(ascending);
  return {
    fires,
    assaults: [...new Set(ofKind(orders, 'assault').map((order) => order.target))],
    digs: ofKind(orders, 'dig')
      .map((order) => order.minutes)
      .sort(ascending),
  };
}

/** The length on offer nearest to the one wanted, the shorter of two equally near; the wanted one when none is. */
export function nearestMinutes(offered: readonly Minutes[], wanted: Minutes): Minutes {
  return (
    offered.reduce<Minutes | undefined>(
      (best, one) => (best === undefined || Math.abs(one - wanted) < Math.abs(best - wanted) ? one : best),
      undefined,
    ) ?? wanted
  );
}
