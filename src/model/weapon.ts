/**
 * Weapons as the rules see them. Small arms are told by the men they hit in a minute, guns by the ground one shell
 * makes deadly: both against men standing in the open by day, everything else multiplies.
 */
import type { Metres } from './clock.ts';
import type { Cited, Names } from './map.ts';

export type WeaponId = string & { readonly brand: 'WeaponId' };

export const WEAPON_KINDS = [
  'rifle',
  'lightMachineGun',
  'machineGun',
  'grenadeDischarger',
  'antiTankGun',
  'gun',
  'howitzer',
] as const;
export type WeaponKind = (typeof WEAPON_KINDS)[number];
export type ByWeaponKind<T> = Readonly<Record<WeaponKind, T>>;

/** A point of a table over range; between points the value runs straight, beyond the last it is nil. */
export interface AtRange {
  readonly metres: Metres;
  readonly value: number;
}

export interface Weapon extends Cited {
  readonly id: WeaponId;
  readonly names: Names;
  readonly kind: WeaponKind;
  /** Men who must be fit to serve one piece. */
  readonly crewMen: number;
  /** Practical rate kept up over minutes, not cyclic. */
  readonly roundsPerMinute: number;
  readonly minimumMetres: Metres;
  /** Farthest direct fire that does harm. */
  readonly reachMetres: Metres;
  /** Small arms: men hit a minute by one weapon among a company standing in the open. */
  readonly menPerMinute?: readonly AtRange[];
  /** Shells: square metres in which one round hits a standing man. */
  readonly lethalSquareMetres?: number;
  /** Indirect fire, for pieces that can. */
  readonly indirectMetres?: Metres;
  /** Chance that one round fired in action puts a light tank out. */
  readonly tankKillChance?: readonly AtRange[];
  /** Rounds with one weapon at the start. */
  readonly carriedRounds: number;
  /** Heard at night over open ground; by day 0.6 of it. */
  readonly soundMetres: Metres;
  /** Muzzle flash or smoke gives the firer away to this distance by day and in the dark. */
  readonly flashDayMetres: Metres;
  readonly flashDarkMetres: Metres;
}
