/** What units are worth: power in close combat, in good riflemen, and men hit a minute at a distance. Rough on purpose. */
import { typicalCard } from '../../battle/world.ts';
import type { ContactView } from '../../model/contact.ts';
import type { Light } from '../../model/clock.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Side } from '../../model/side.ts';
import type { Branch, Unit, UnitCard } from '../../model/unit.ts';
import { handToHandQuality, inHandShare } from '../../rules/assault/odds.ts';
import { valueAt } from '../../rules/curve.ts';
import { weaponOf } from '../../rules/roster.ts';
import { CLOSE_WORTH, TANK_WORTH } from '../doctrine/ensign.ts';

/** Works make defenders count for more, at a guess. */
const DUG_IN = 1.3;

const isNight = (light: Light): boolean => light === 'dark' || light === 'moon';

function powerOfMen(card: UnitCard, men: number, vehicles: number, light: Light): number {
  if (card.branch === 'tanks')
    return vehicles * TANK_WORTH * handToHandQuality(card, 'day') * (isNight(light) ? 0.3 : 1);
  return men * CLOSE_WORTH[card.branch] * handToHandQuality(card, light);
}

/** An own unit's power as it is now. */
export const powerOf = (card: UnitCard, unit: Unit, light: Light): number =>
  powerOfMen(card, unit.men, unit.vehicles, light) * inHandShare(unit);

/** Power of whatever a contact may be, works counted. */
export function powerOfContact(scenario: Scenario, enemy: Side, contact: ContactView, light: Light): number {
  const typical = typicalCard(scenario, enemy, contact.branch ?? 'rifles');
  const card = { ...typical, branch: contact.branch ?? typical.branch };
  return (
    powerOfMen(card, contact.men ?? typical.men, contact.vehicles ?? typical.vehicles, light) *
    (contact.dugIn ? DUG_IN : 1)
  );
}

/** Power of the company one presumes on an objective the enemy holds. */
export function presumedPower(scenario: Scenario, enemy: Side, light: Light): number {
  const typical = typicalCard(scenario, enemy, 'rifles');
  return powerOfMen(typical, typical.men, 0, light) * DUG_IN;
}

/** Men that a typical unit of the branch with so many men hits in a minute, standing in the open by day. */
export function menHitPerMinute(
  scenario: Scenario,
  side: Side,
  look: { readonly branch: Branch; readonly men: number },
  metres: number,
): number {
  const typical = typicalCard(scenario, side, look.branch);
  const share = typical.men === 0 ? 1 : Math.min(1.5, look.men / typical.men);
  let hit = 0;
  for (const armament of typical.armaments) {
    const weapon = weaponOf(scenario, armament.weapon);
    if (metres > weapon.reachMetres || metres < weapon.minimumMetres) continue;
    if (weapon.menPerMinute !== undefined)
      hit +=
        armament.count *
        valueAt(
          weapon.menPerMinute.map((point) => [point.metres, point.value] as const),
          metres,
        );
    if (weapon.lethalSquareMetres !== undefined)
      hit += armament.count * weapon.roundsPerMinute * weapon.lethalSquareMetres * SHELL_MEN;
  }
  return hit * share;
}

/** Men of a company on a hex that a square metre of deadly ground catches. */
const SHELL_MEN = 0.005;

/** Farthest at which a typical unit of the branch does harm. */
export const reachOfBranch = (scenario: Scenario, side: Side, branch: Branch): number =>
  typicalCard(scenario, side, branch).armaments.reduce(
    (reach, armament) => Math.max(reach, weaponOf(scenario, armament.weapon).reachMetres),
    0,
  );

/** What is left of the rounds of the unit's best weapon, 0–1. */
export function roundsShare(scenario: Scenario, card: UnitCard, unit: Unit): number {
  let share = 0;
  card.armaments.forEach((armament, type) => {
    const weapon = weaponOf(scenario, armament.weapon);
    if (weapon.kind === 'rifle' && card.armaments.length > 1) return;
    const full = (unit.pieces[type] ?? 0) * weapon.carriedRounds;
    if (full > 0) share = Math.max(share, (unit.rounds[type] ?? 0) / full);
  });
  return share;
}
