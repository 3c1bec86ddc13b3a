/** Aircraft as the rules see them: what one machine of a type carries, how far and how fast. */
import type { Metres } from './clock.ts';
import type { Cited, Names } from './map.ts';

export type AircraftId = string & { readonly brand: 'AircraftId' };

/** What it is built or used for; `attack` is fire and small bombs from low height. */
export const AIRCRAFT_ROLES = [
  'fighter',
  'attack',
  'lightBomber',
  'mediumBomber',
  'heavyBomber',
  'reconnaissance',
  'armyCooperation',
  'liaison',
] as const;
export type AircraftRole = (typeof AIRCRAFT_ROLES)[number];

export interface AircraftType extends Cited {
  readonly id: AircraftId;
  readonly names: Names;
  /** The first is what it is there for. */
  readonly roles: readonly AircraftRole[];
  readonly crewMen: number;
  /** At the most, at its best height. */
  readonly speedKmh: number;
  /** Out and back on one filling. */
  readonly rangeKm: number;
  readonly ceilingMetres: Metres;
  /** Usual greatest load of bombs. */
  readonly bombKg: number;
  readonly guns: readonly { readonly calibreMm: number; readonly count: number }[];
  /** 0–5: worth against troops on the ground by load, guns, aim and toughness. */
  readonly groundAttack: number;
}
