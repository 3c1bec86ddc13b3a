/** A unit as it begins the battle: whole, rested, with everything it came with. */
import type { Deployment } from '../model/scenario.ts';
import type { Unit, UnitCard, Whereabouts } from '../model/unit.ts';
import { findRide } from '../rules/rides.ts';
import type { Weapon, WeaponId } from '../model/weapon.ts';

/** Minutes are dealt out when its side's turn begins; until then it has none. */
export function openingUnit(card: UnitCard, deployment: Deployment, weapons: ReadonlyMap<WeaponId, Weapon>): Unit {
  const getsDown = deployment.dismounted === true || deployment.posture === 'dugIn';
  const ridesAt = getsDown && findRide(card) !== undefined ? deployment.hex : undefined;
  return {
    id: card.id,
    at: whereabouts(card, deployment),
    men: card.men,
    killed: 0,
    wounded: 0,
    captured: 0,
    missing: 0,
    vehicles: card.vehicles,
    pieces: card.armaments.map(({ count }) => count),
    rounds: card.armaments.map(({ weapon, count }) => count * (weapons.get(weapon)?.carriedRounds ?? 0)),
    cohesion: 'steady',
    suppression: 0,
    posture: deployment.posture,
    gunState: deployment.gunState,
    activity: 'still',
    pace: 'normal',
    minutesLeft: 0,
    minutesGiven: 0,
    policy: deployment.policy,
    ...(deployment.hidden === undefined ? {} : { hidden: deployment.hidden }),
    ...(deployment.facing === undefined ? {} : { facing: deployment.facing }),
    flares: card.flares,
    ...(card.bottles === undefined ? {} : { bottles: card.bottles }),
    ...(card.charges === undefined ? {} : { charges: card.charges }),
    missions: card.offMap?.missions ?? 0,
    ...(card.smokeRounds === undefined ? {} : { smokeRounds: card.smokeRounds }),
    ...(deployment.plan === undefined ? {} : { plan: deployment.plan }),
    ...(card.stores === undefined ? {} : { stores: card.stores }),
    ...(ridesAt === undefined ? {} : { ridesAt }),
    ...(deployment.onWheels === undefined ? {} : { onWheels: deployment.onWheels }),
    ...deployment.stores,
    ...(deployment.fatigue === undefined ? {} : { fatigue: deployment.fatigue }),
  };
}

function whereabouts(card: UnitCard, deployment: Deployment): Whereabouts {
  if (card.offMap !== undefined) return 'offMap';
  return deployment.hex ?? 'toArrive';
}
