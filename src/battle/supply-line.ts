/**
 * Supply as a side may look at it: the way by which a unit is supplied, what could come by it, and who goes short. All of
 * it from the battle the side believes in.
 */
import type { HexIndex } from '../hex/grid.ts';
import type { Minutes } from '../model/clock.ts';
import type { Observation } from '../model/observation.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Depot } from '../model/supply.ts';
import type { Unit, UnitId } from '../model/unit.ts';
import { isInAction } from '../rules/roster.ts';
import { findFuel, isSupplied } from '../rules/supply/fuel.ts';
import { daysWithout } from '../rules/supply/want.ts';
import { findLine, groundShutTo, isOpen, type Line, WORK_HOURS } from '../rules/supply/lines.ts';
import { likeliestHypothesis, type World, worldFrom } from './world.ts';

/** How a unit is supplied. */
export interface SupplyLine {
  readonly depot: Depot;
  /** From the depot, whose hex is the first, to the unit. */
  readonly hexes: readonly HexIndex[];
  /** One way, on the map. */
  readonly minutes: Minutes;
  /** 0–1: what may be expected to arrive. */
  readonly share: number;
  /** All columns of the side bring so much a day when they go nowhere else. */
  readonly tonnesADay: number;
}

/** Who is supplied, and who wants for anything. */
export interface SupplyOutlook {
  /** Units on the map; those to which no way leads; those without water, food or petrol. */
  readonly units: number;
  readonly beyondReach: readonly UnitId[];
  readonly wanting: readonly UnitId[];
}

/** The line of a unit; none where no count is kept, and where no way leads. */
export function findSupplyLine(scenario: Scenario, observation: Observation, unit: Unit): SupplyLine | undefined {
  if (!isSupplied(scenario, observation.side) || typeof unit.at !== 'number') return undefined;
  return lineTo(
    listLines(worldFrom(scenario, observation, likeliestHypothesis(scenario, observation)), observation),
    unit.at,
  );
}

/** How the whole side stands; nothing where no count is kept. */
export function findSupplyOutlook(scenario: Scenario, observation: Observation): SupplyOutlook | undefined {
  if (!isSupplied(scenario, observation.side)) return undefined;
  const units = observation.units.filter((unit) => typeof unit.at === 'number' && isInAction(unit));
  const lines = listLines(worldFrom(scenario, observation, likeliestHypothesis(scenario, observation)), observation);
  const isReached = ({ at }: Unit): boolean =>
    typeof at === 'number' && lines.some(({ line }) => line.minutesATonne(at) !== undefined);
  return {
    units: units.length,
    beyondReach: units.filter((unit) => !isReached(unit)).map(({ id }) => id),
    wanting: units.filter((unit) => isWanting(scenario, unit)).map(({ id }) => id),
  };
}

const isWanting = (scenario: Scenario, unit: Unit): boolean =>
  daysWithout(unit.water) > 0 || daysWithout(unit.food) > 0 || (findFuel(scenario, unit) ?? 1) <= 0;

interface Served {
  readonly line: Line;
  /** Minutes that all vehicles of the column are at work in a day. */
  readonly minutesADay: number;
}

function listLines({ scenario, state }: World, { side, minute, supply }: Observation): Served[] {
  const rules = scenario.supply;
  if (rules === undefined) return [];
  const shut = groundShutTo(scenario, state, side);
  const open = rules.depots.filter((depot) => {
    const now = supply?.depots.find(({ id }) => id === depot.id);
    return now !== undefined && isOpen(depot, now, side, minute);
  });
  return rules.columns.flatMap(({ vehicle: id, count }) => {
    const vehicle = scenario.vehicles.get(id);
    if (vehicle === undefined) return [];
    const minutesADay = count * 60 * WORK_HOURS[vehicle.beasts === undefined ? 'motor' : 'beast'];
    return open.flatMap((depot): Served[] => {
      const line = findLine({ scenario, state, side }, depot, vehicle, shut);
      return line === undefined ? [] : [{ line, minutesADay }];
    });
  });
}

function lineTo(lines: readonly Served[], at: HexIndex): SupplyLine | undefined {
  const reaching = lines
    .flatMap(({ line, minutesADay }) => {
      const minutesATonne = line.minutesATonne(at);
      return minutesATonne === undefined ? [] : [{ line, minutesATonne, tonnesADay: minutesADay / minutesATonne }];
    })
    .sort((one, other) => one.minutesATonne - other.minutesATonne);
  const [best] = reaching;
  if (best === undefined) return undefined;
  const { depot, reach } = best.line;
  const vehicles = reaching.filter(
    ({ line }, place) => reaching.findIndex((other) => other.line.vehicle === line.vehicle) === place,
  );
  return {
    depot,
    hexes: [depot.hex, ...reach.pathTo(at)],
    minutes: reach.minutesTo(at) ?? 0,
    share: best.line.shareArriving(at),
    tonnesADay: vehicles.reduce((sum, { tonnesADay }) => sum + tonnesADay, 0),
  };
}
