/** Frost: below twenty degrees light machine guns jam and men who lie in the open are frostbitten. */
import type { Minutes, Sky } from '../model/clock.ts';
import type { BattleMap } from '../model/map.ts';
import type { Unit } from '../model/unit.ts';
import type { Weapon } from '../model/weapon.ts';

/** Temperature below which frost tells, in °C. Source: scenarios/sources.md 10 [C]. */
export const FROST_CELSIUS = -20;

const isFrost = (sky: Pick<Sky, 'celsius'>): boolean => (sky.celsius ?? 0) < FROST_CELSIUS;

/** Share of men frostbitten in an hour in the open: 24 of two companies in a winter's day. Source: scenarios/sources.md 10 [C]. */
const BITTEN_AN_HOUR = 0.01;

/** Share of its rounds that a weapon fires in such air. */
export const roundsInFrost = (weapon: Weapon, sky: Pick<Sky, 'celsius'>): number =>
  isFrost(sky) ? 1 - (weapon.jamsInColdShare ?? 0) : 1;

/** Men on average whom the frost takes in so many minutes; none under a roof or in dugouts. */
export function frostbittenMen(map: BattleMap, unit: Unit, sky: Pick<Sky, 'celsius'>, minutes: Minutes): number {
  if (!isFrost(sky) || typeof unit.at !== 'number' || unit.posture === 'dugIn') return 0;
  return map.terrain[unit.at] === 'settlement' ? 0 : (unit.men * BITTEN_AN_HOUR * minutes) / 60;
}
