/** Where a unit can get to, for screens and players: minutes and ways by what its side knows. */
import type { HexIndex } from '../hex/grid.ts';
import type { Minutes } from '../model/clock.ts';
import type { Observation } from '../model/observation.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Pace, UnitId } from '../model/unit.ts';
import { present } from '../model/assert.ts';
import { findWay, reachOf } from '../rules/ways.ts';
import { cardOf, hasGuns } from '../rules/roster.ts';

/** A finished search: good for as long as it is kept. */
export interface Reachable {
  /** Nearest first, without the hex the unit stands on. */
  readonly hexes: readonly HexIndex[];
  readonly minutesTo: (hex: HexIndex) => Minutes | undefined;
  readonly pathTo: (hex: HexIndex) => readonly HexIndex[];
}

const NOWHERE: Reachable = { hexes: [], minutesTo: () => undefined, pathTo: () => [] };

/** All hexes within `limitMinutes`, by default the minutes the unit has left. */
export function findReachable(
  scenario: Scenario,
  observation: Observation,
  id: UnitId,
  pace: Pace,
  limitMinutes?: Minutes,
): Reachable {
  const unit = present(
    observation.units.find((own) => own.id === id),
    `${id} is not the observer's`,
  );
  const card = cardOf(scenario, id);
  if (typeof unit.at !== 'number' || card.mobility === 'static' || (hasGuns(card) && unit.gunState === 'inBattery'))
    return NOWHERE;
  const reach = reachOf(scenario, observation, unit, pace, limitMinutes ?? unit.minutesLeft).copy();
  return {
    hexes: reach.hexes.filter((hex) => hex !== unit.at),
    minutesTo: (hex) => reach.minutesTo(hex),
    pathTo: (hex) => reach.pathTo(hex),
  };
}

/** The quickest way over any number of turns; nothing when there is none. */
export function findPath(
  scenario: Scenario,
  observation: Observation,
  id: UnitId,
  to: HexIndex,
  pace: Pace,
): readonly HexIndex[] | undefined {
  const unit = present(
    observation.units.find((own) => own.id === id),
    `${id} is not the observer's`,
  );
  return typeof unit.at === 'number' ? findWay(scenario, observation, unit, to, pace) : undefined;
}
