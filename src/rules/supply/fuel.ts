/** Petrol, in kilometres of road that what is in the tanks will do. A tank that is full is not written down. */
import { findDirection, type HexIndex } from '../../hex/grid.ts';
import { hexsideOf } from '../../hex/hexside.ts';
import type { Refusal } from '../../model/refusal.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Side } from '../../model/side.ts';
import type { Unit, UnitCard } from '../../model/unit.ts';
import type { VehicleId, VehicleType } from '../../model/vehicle.ts';
import { thousandths } from '../curve.ts';
import { isAfoot, transportLeft } from '../rides.ts';
import { cardOf } from '../roster.ts';

/** Kilometres of road that one off it costs. [C] */
export const OFF_ROAD_KM = 1.5;

/** Whether supply is kept count of for a side. */
export const isSupplied = ({ supply }: Pick<Scenario, 'supply'>, side: Side): boolean =>
  supply?.sides.includes(side) ?? false;

/** Vehicles of a unit that burn petrol, with their number. */
export function listMotors(
  scenario: Scenario,
  card: UnitCard,
  unit: Pick<Unit, 'vehicles' | 'transportLost'>,
): readonly (readonly [VehicleType, number])[] {
  const motors: (readonly [VehicleType, number])[] = [];
  const add = (id: VehicleId | undefined, count: number): void => {
    const type = id === undefined ? undefined : scenario.vehicles.get(id);
    if (type !== undefined && type.fuel !== 'none' && type.rangeKm !== undefined && count > 0)
      motors.push([type, count]);
  };
  add(card.vehicle, unit.vehicles);
  add(card.transport?.vehicle, transportLeft(card, unit));
  return motors;
}

/** Kilometres that the shortest-winded of a unit's vehicles does on one filling; nothing where there is no motor. */
export function findRangeKm(
  scenario: Scenario,
  card: UnitCard,
  unit: Pick<Unit, 'vehicles' | 'transportLost'>,
): number | undefined {
  let range: number | undefined;
  for (const [type] of listMotors(scenario, card, unit)) range = Math.min(range ?? Infinity, type.rangeKm ?? Infinity);
  return range;
}

interface Step {
  readonly from: HexIndex;
  readonly to: HexIndex;
}

/** Kilometres of road that a step between neighbours costs. */
export function fuelOfStep({ map }: Scenario, { from, to }: Step): number {
  const direction = findDirection(map.grid, from, to);
  const way = direction === undefined ? undefined : map.hexsides.get(hexsideOf(map.grid, from, direction))?.way;
  return (map.hexMetres / 1000) * (way === undefined ? OFF_ROAD_KM : 1);
}

/** What is in the tanks; nothing where it is not kept count of. */
export function findFuel(scenario: Scenario, unit: Unit): number | undefined {
  if (scenario.supply === undefined) return undefined;
  const card = cardOf(scenario, unit.id);
  if (isAfoot(card, unit)) return undefined;
  return isSupplied(scenario, card.side) ? (unit.fuelKm ?? findRangeKm(scenario, card, unit)) : undefined;
}

/** What is left after a step: nothing to say where it is not kept count of, `dry` where it is not enough. */
export function fuelAfter(scenario: Scenario, unit: Unit, step: Step): number | 'dry' | undefined {
  const left = findFuel(scenario, unit);
  if (left === undefined) return undefined;
  const after = thousandths(left - fuelOfStep(scenario, step));
  return after < 0 ? 'dry' : after;
}

/** Refusal of a march for which the tanks do not hold enough. */
export function whyNoFuel(scenario: Scenario, unit: Unit, path: readonly HexIndex[]): Refusal | undefined {
  const leftKm = findFuel(scenario, unit);
  if (leftKm === undefined || typeof unit.at !== 'number') return undefined;
  let [from, km] = [unit.at, 0];
  for (const to of path) {
    km += fuelOfStep(scenario, { from, to });
    from = to;
  }
  return thousandths(km) > leftKm ? { reason: 'noFuel', km: thousandths(km), leftKm } : undefined;
}
