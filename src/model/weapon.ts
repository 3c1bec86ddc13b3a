/**
 * Weapons as the rules see them. Small arms are told by the men they hit in a minute, guns by the ground one shell
 * makes deadly: both against men standing in the open by day, everything else multiplies.
 */
import type { Metres, Minutes } from './clock.ts';
import type { Cited, Names } from './map.ts';

export type WeaponId = string & { readonly brand: 'WeaponId' };

/** `rifle` is every weapon of one man; 13 mm makes a machine gun heavy; whatever throws flame is a `flameThrower`. */
export const WEAPON_KINDS = [
  'rifle',
  'lightMachineGun',
  'machineGun',
  'heavyMachineGun',
  'antiTankRifle',
  'autocannon',
  'flameThrower',
  'grenadeDischarger',
  'mortar',
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

/** How a weapon is moved by those who have nothing better: carried or pushed, on pack animals, behind horses or motors. */
export const TRAVELS = ['hand', 'pack', 'horse', 'motor'] as const;
export type Travel = (typeof TRAVELS)[number];

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
  /** Millimetres of plate met head on that its best shot pierces; straight between points, nil beyond the last. */
  readonly penetrationMm?: readonly AtRange[];
  /** Of the shot that pierces; weapons with `penetrationMm` have it. */
  readonly muzzleMetresPerSecond?: number;
  /** Spread of aimed shots in thousandths of the distance, one standard deviation. */
  readonly dispersionMil?: number;
  readonly calibreMm?: number;
  /** Weight of a high-explosive shell. */
  readonly shellKg?: number;
  /** Ground on which splinters of one shell are thick: across the line of fire and along it. */
  readonly zoneMetres?: { readonly front: Metres; readonly depth: Metres };
  /** Width of the hole one shell leaves. */
  readonly craterMetres?: Metres;
  /** From the halt to the first round, without survey. */
  readonly intoActionMinutes?: Minutes;
  /** Rounds with one weapon at the start. */
  readonly carriedRounds: number;
  /** Rounds that supply counts as one fill of a weapon: what is with it, its company and its trains. */
  readonly unitOfFireRounds?: number;
  /** What barrel and crew stand hour after hour. */
  readonly maxRoundsPerHour?: number;
  /** Share of its fire lost to stoppages in blown sand, and in deep frost. */
  readonly jamsInDustShare?: number;
  readonly jamsInColdShare?: number;
  /** On a hot day: missions in a turn it stands, and the chance that each more puts it out of order. */
  readonly heat?: { readonly missions: number; readonly share: number };
  /** Weight ready to fire, and hitched up for the march where that is another. */
  readonly tonnes?: number;
  readonly travelTonnes?: number;
  readonly travel?: Travel;
  /** Height to which it fires at aircraft, for weapons made for that. */
  readonly ceilingMetres?: Metres;
  /** Heard at night over open ground; by day 0.6 of it. */
  readonly soundMetres: Metres;
  /** Muzzle flash or smoke gives the firer away to this distance by day and in the dark. */
  readonly flashDayMetres: Metres;
  readonly flashDarkMetres: Metres;
}
