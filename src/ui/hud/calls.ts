/** Who can bring shells upon a hex with the unit in hand: it may lay the guns itself, or observe for others that do. */
import type { HexIndex } from '../../hex/grid.ts';
import type { Observation } from '../../model/observation.ts';
import type { OrderOf } from '../../model/order.ts';
import type { Scenario } from '../../model/scenario.ts';
import { MISSION_TASKS, type UnitId } from '../../model/unit.ts';
import { whyNot } from '../../rules/permit.ts';
import { findCard, isOnMap } from './describe.ts';

/** Missions that are possible now, guns and observers in the order of the cards. */
export function listCalls(
  scenario: Scenario,
  observation: Observation,
  unit: UnitId,
  target: HexIndex,
): readonly OrderOf<'mission'>[] {
  return listPairs(scenario, observation, unit, target).filter(
    (order) => whyNot(scenario, observation, order) === undefined,
  );
}

/** The mission to be proposed: the first that is possible, else the first at all, to hear why not. */
export function findCall(
  scenario: Scenario,
  observation: Observation,
  unit: UnitId,
  target: HexIndex,
): OrderOf<'mission'> | undefined {
  return listCalls(scenario, observation, unit, target)[0] ?? listPairs(scenario, observation, unit, target)[0];
}

function listPairs(scenario: Scenario, observation: Observation, unit: UnitId, target: HexIndex): OrderOf<'mission'>[] {
  const { units } = observation;
  if (hasIndirectFire(scenario, unit)) {
    return units.filter(isOnMap).flatMap((observer) => listTasks(unit, observer.id, target));
  }
  return units.filter((guns) => hasIndirectFire(scenario, guns.id)).flatMap((guns) => listTasks(guns.id, unit, target));
}

/** To keep heads down first: that is what is wanted most often. */
const listTasks = (unit: UnitId, observer: UnitId, target: HexIndex): OrderOf<'mission'>[] =>
  MISSION_TASKS.map((task) =>
    task === 'suppress'
      ? { kind: 'mission', unit, observer, target }
      : { kind: 'mission', unit, observer, target, task },
  );

function hasIndirectFire(scenario: Scenario, unit: UnitId): boolean {
  const armaments = findCard(scenario, unit)?.armaments ?? [];
  return armaments.some(({ weapon }) => scenario.weapons.get(weapon)?.indirectMetres !== undefined);
}
