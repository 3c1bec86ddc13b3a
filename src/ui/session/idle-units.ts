/** Which units still have time and nothing to do: for the warning before a turn is ended and for "next unit". */
import type { Observation } from '../../model/observation.ts';
import type { Unit } from '../../model/unit.ts';

/**
 * Own units on the map with minutes left and no standing order, fit to take orders, in the order of the scenario's
 * cards. Nobody is idle in the other side's turn.
 */
export function listIdleUnits(observation: Observation): readonly Unit[] {
  if (observation.active !== observation.side || observation.result !== null) return [];
  return observation.units.filter(isIdle);
}

function isIdle(unit: Unit): boolean {
  if (typeof unit.at !== 'number' || unit.men === 0 || unit.minutesLeft === 0) return false;
  if (unit.cohesion === 'broken' || unit.cohesion === 'surrendered') return false;
  return unit.standing === undefined;
}
