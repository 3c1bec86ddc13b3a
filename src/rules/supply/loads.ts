/** Arithmetic of loads by class. */
import { type Load, SUPPLY_CLASSES, type SupplyClass } from '../../model/load.ts';
import type { Issue } from '../../model/supply.ts';
import { thousandths } from '../curve.ts';

/** Tonnes as kilograms. */
export const inKg = (tonnes: Load): Load =>
  Object.fromEntries(
    SUPPLY_CLASSES.flatMap((supply): [SupplyClass, number][] =>
      tonnes[supply] === undefined ? [] : [[supply, Math.round(1000 * tonnes[supply])]],
    ),
  );

/** What is left of a load after something was taken; classes that are not counted stay uncounted. */
export function lessLoad(kg: Load, taken: Load): Load {
  return Object.fromEntries(
    SUPPLY_CLASSES.flatMap((supply): [SupplyClass, number][] => {
      const left = kg[supply];
      return left === undefined ? [] : [[supply, thousandths(Math.max(0, left - (taken[supply] ?? 0)))]];
    }),
  );
}

/** All that several depots gave out. */
export function totalOf(issued: readonly Issue[]): Load {
  const total: Partial<Record<SupplyClass, number>> = {};
  for (const { kg } of issued)
    for (const supply of SUPPLY_CLASSES)
      if (kg[supply] !== undefined) total[supply] = thousandths((total[supply] ?? 0) + kg[supply]);
  return total;
}
