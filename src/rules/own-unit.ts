/** What every order of a unit asks first: whether it is the side's own and in hand. */
import type { Knowledge } from '../model/observation.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Unit, UnitCard, UnitId } from '../model/unit.ts';
import { cardOf, findIndex, isInAction } from './roster.ts';

/** The unit must be the side's own, and in action: on the map or, of guns, beyond it. */
export function byOwn(
  scenario: Scenario,
  knowledge: Knowledge,
  id: UnitId,
  judge: (card: UnitCard, unit: Unit) => Refusal | undefined,
): Refusal | undefined {
  const unit = knowledge.units.find((own) => own.id === id);
  // An enemy's name gets the same answer as a name that does not exist.
  if (unit === undefined || findIndex(scenario, id) === undefined) return { reason: 'unknownUnit', unit: id };
  if (!isInAction(unit)) return unit.at === 'toArrive' ? { reason: 'notOnMap' } : { reason: 'outOfAction' };
  return judge(cardOf(scenario, id), unit);
}

/** The unit must be the side's own, on the map, in action and in hand. */
export const byUnit = (
  scenario: Scenario,
  knowledge: Knowledge,
  id: UnitId,
  judge: (card: UnitCard, unit: Unit) => Refusal | undefined,
): Refusal | undefined =>
  byOwn(scenario, knowledge, id, (card, unit) => {
    if (typeof unit.at !== 'number') return { reason: 'notOnMap' };
    if (unit.cohesion === 'broken') return { reason: 'broken' };
    return unit.hull?.sinking === true ? { reason: 'sinking' } : judge(card, unit);
  });
