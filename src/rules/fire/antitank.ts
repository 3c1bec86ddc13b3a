/**
 * Fire at vehicles: which weapons of a unit can hurt them, how their rounds are shared out among the marks in a hex, and
 * the chances of each round in action.
 */
import type { Metres } from '../../model/clock.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Unit, UnitCard } from '../../model/unit.ts';
import type { Weapon, WeaponKind } from '../../model/weapon.ts';
import { weaponOf } from '../roster.ts';
import {
  type Aspect,
  chanceThrough,
  chanceToHit,
  chanceToStop,
  isInVehicles,
  type Piercer,
  type Vehicles,
  vehiclesOf,
} from './armour.ts';
import { type Rounds, roundsOf, stopChance } from './shots.ts';

/** Men who are fired at lay worse than on the proving ground. Source: scenarios/sources.md 6 [C]. */
export const UNDER_FIRE = 0.5;

/**
 * Of the rounds that could be fired in the time, those that find a vehicle showing itself long enough: for guns that lie
 * and wait, and from vehicles, whose crews see little. Source: drills of 3 July 1939 [C].
 */
export const SIGHTED_SHARE = { laid: 0.35, mounted: 0.08 } as const;

/** Of bullets of rifle calibre, those with a steel core. [C] */
export const STEEL_CORED: Readonly<Partial<Record<WeaponKind, number>>> = { lightMachineGun: 0.05, machineGun: 0.1 };

/** Rounds seldomer than this do nothing to a vehicle: nobody opens fire for their sake. [C] */
const LEAST_CHANCE = 0.002;

/** What a gun made for armour, and one that can do something to it, find more worth a round than a man. [C] */
const VEHICLE_WORTH: Readonly<Partial<Record<WeaponKind, number>>> = {
  antiTankGun: 1000,
  antiTankRifle: 1000,
  autocannon: 20,
  gun: 10,
  howitzer: 10,
};

/** The weapon as a piercer of plate, if it is one. */
export function piercerOf(weapon: Weapon): Piercer | undefined {
  const { calibreMm, dispersionMil, muzzleMetresPerSecond, penetrationMm } = weapon;
  return calibreMm === undefined ||
    dispersionMil === undefined ||
    muzzleMetresPerSecond === undefined ||
    penetrationMm === undefined
    ? undefined
    : { calibreMm, dispersionMil, muzzleMetresPerSecond, penetrationMm };
}

/** How a mark is fired at: from how far, at which side of it, and whether it goes across. */
export interface Aiming {
  readonly metres: Metres;
  readonly aspect: Aspect | undefined;
  readonly moves: 'stands' | 'moves';
  /** What gunners, light, ground and cover leave of the chance to hit. */
  readonly share: number;
}

/** Rounds of one type of weapon at the vehicles: none when they cannot hurt them. */
export function roundsAt(
  weapon: Weapon,
  fire: { readonly rounds: number; readonly guns: number; readonly from: keyof typeof SIGHTED_SHARE },
  mark: Vehicles,
  aiming: Aiming,
): readonly Rounds[] {
  const gun = piercerOf(weapon);
  const { metres, aspect, moves } = aiming;
  if (gun === undefined || !canHurtVehicles(weapon, mark, metres)) return [];
  const pierce = chanceThrough(gun, mark.plates, metres, aspect);
  const stop = chanceToStop(gun.calibreMm);
  const aimed = (aim: 'first' | 'corrected' | 'crossing') => ({
    hit: Math.min(1, chanceToHit(gun, mark.size, metres, aim) * UNDER_FIRE * aiming.share),
    pierce,
    stop,
  });
  const rounds = Math.round(fire.rounds * SIGHTED_SHARE[fire.from] * (STEEL_CORED[weapon.kind] ?? 1));
  const first = aimed(moves === 'moves' ? 'crossing' : 'first');
  const later = moves === 'moves' ? first : aimed('corrected');
  return roundsOf({ rounds, guns: fire.guns, first, later }).filter((some) => stopChance(some) > 0);
}

/** Whether a weapon has a chance worth naming against the vehicles of a unit from so far. */
function canHurtVehicles(weapon: Weapon, mark: Vehicles, metres: Metres): boolean {
  const gun = piercerOf(weapon);
  if (gun === undefined || metres > weapon.reachMetres) return false;
  const chance =
    chanceToHit(gun, mark.size, metres, 'crossing') *
    UNDER_FIRE *
    chanceThrough(gun, mark.plates, metres, undefined) *
    chanceToStop(gun.calibreMm);
  return chance >= LEAST_CHANCE;
}

/** Whether anything the unit has in hand can hurt the vehicles of another from so far. */
export function hasAgainst(
  scenario: Scenario,
  firer: { readonly card: UnitCard; readonly unit: Unit },
  mark: Vehicles,
  metres: Metres,
): boolean {
  return firer.card.armaments.some(
    (armament, type) =>
      (firer.unit.pieces[type] ?? 0) > 0 &&
      (firer.unit.rounds[type] ?? 0) > 0 &&
      canHurtVehicles(weaponOf(scenario, armament.weapon), mark, metres),
  );
}

/** The part of a weapon's rounds that each of the targets gets. Sums to one. */
export function sharesOf(
  scenario: Scenario,
  weapon: Weapon,
  targets: readonly { readonly card: UnitCard; readonly unit: Unit }[],
  metres: Metres,
): readonly number[] {
  const worth = VEHICLE_WORTH[weapon.kind];
  const weights = targets.map(({ card, unit }) =>
    worth !== undefined && isInVehicles(card, unit) && canHurtVehicles(weapon, vehiclesOf(scenario, card, unit), metres)
      ? unit.vehicles * worth
      : unit.men,
  );
  const sum = Math.max(
    1,
    weights.reduce((total, weight) => total + weight, 0),
  );
  return weights.map((weight) => weight / sum);
}
