/**
 * Vehicles as the rules see them: what fights, carries or pulls, on tracks, wheels, hooves or water. A type says what one
 * vehicle of it is and does; how many a unit has is on its card. Speeds are kilometres an hour.
 */
import type { Metres, Minutes } from './clock.ts';
import type { Cited, Names } from './map.ts';
import type { WeaponId } from './weapon.ts';

export type VehicleId = string & { readonly brand: 'VehicleId' };

export const VEHICLE_KINDS = [
  'tank',
  'tankette',
  'armouredCar',
  'gunCarrier',
  'truck',
  'tractor',
  'wagon',
  'cart',
  'gunTeam',
  'packAnimal',
  'mount',
  'cutter',
  'gunboat',
  'monitor',
  'patrolBoat',
  'launch',
  'assaultBoat',
] as const;
export type VehicleKind = (typeof VEHICLE_KINDS)[number];

/** What it goes on. */
export const TREADS = ['tracks', 'wheels', 'hooves', 'keel'] as const;
export type Tread = (typeof TREADS)[number];

export const FUELS = ['petrol', 'diesel', 'none'] as const;
export type Fuel = (typeof FUELS)[number];

/** Who has a radio: nobody, a few, the leaders of platoons and above, most vehicles, all of them. */
export const RADIOS = ['none', 'few', 'leaders', 'most', 'all'] as const;
export type Radio = (typeof RADIOS)[number];

/** How the crew is shut in: not at all from above, by hatches that can be forced from outside, by hatches that lock. */
export const HATCHES = ['open', 'latched', 'locked'] as const;
export type Hatches = (typeof HATCHES)[number];

/** Guns of one type on one vehicle. */
export interface Mounted {
  readonly weapon: WeaponId;
  readonly count: number;
  /** Rounds on board for all of them together, where they are not what the weapon itself says. */
  readonly rounds?: number;
}

/** Millimetres of plate. Of a vessel: bow, sides, stern, wheelhouse or turrets, deck. */
export interface ArmourMm {
  readonly front: number;
  readonly side: number;
  readonly rear: number;
  readonly turret?: number;
  readonly roof: number;
}

/** Speeds of columns with hourly halts: road, firm grass without a way, loose sand, bog, slopes. Nil: it cannot go. */
export interface MarchTable {
  readonly roadDay: number;
  readonly roadNight: number;
  readonly steppeDay: number;
  readonly steppeNight: number;
  readonly dunes: number;
  readonly marsh: number;
  readonly hill: number;
}

export interface VehicleType extends Cited {
  readonly id: VehicleId;
  readonly names: Names;
  readonly kind: VehicleKind;
  readonly tread: Tread;
  /** Men who drive and fight it. */
  readonly crewMen: number;
  /** Ready to fight; of carriers, without their load. */
  readonly tonnes: number;
  readonly sizeMetres?: { readonly length: Metres; readonly width: Metres; readonly height: Metres };
  readonly armourMm?: ArmourMm;
  readonly hatches?: Hatches;
  /** Netting or plates keep burning petrol off its engine. */
  readonly decksCovered?: true;
  readonly guns: readonly Mounted[];
  readonly radio: Radio;
  readonly fuel: Fuel;
  /** At the most on a road, off it, and in a column on a road. */
  readonly speedKmh?: { readonly road: number; readonly cross: number; readonly column?: number };
  readonly marchKmh?: MarchTable;
  /** Run on wheels with the tracks off, or on rails, and the minutes to change. */
  readonly otherGear?: {
    readonly on: 'wheels' | 'rails';
    readonly changeMinutes: Minutes;
    readonly roadKmh: number;
    readonly rangeKm?: number;
    readonly marchKmh?: MarchTable;
  };
  /** A charge over at most a kilometre. */
  readonly gallopKmh?: {
    readonly road: number;
    readonly steppe: number;
    readonly dunes: number;
    readonly hill: number;
  };
  /** Distance of an ordinary and of a forced day's march. */
  readonly dayKm?: { readonly usual: number; readonly forced: number };
  /** On one filling. */
  readonly rangeKm?: number;
  /** Men it carries besides its crew. */
  readonly seats?: number;
  readonly loadKg?: number;
  readonly towKg?: number;
  /** To load or unload one. */
  readonly loadMinutes?: Minutes;
  /** Beasts that pull or carry, and what all of them together need in a day. */
  readonly beasts?: { readonly count: number; readonly feedKgADay: number; readonly waterLitresADay: number };
  /** Deepest water it fords. */
  readonly wadeMetres?: Metres;
  /** Speed afloat of a land vehicle that swims. */
  readonly swimKmh?: number;
  /** Shares of vehicles: fallen out per 100 km of march, broken down in a day of combat, of those back within a day. */
  readonly breakdown?: { readonly per100Km: number; readonly perCombatDay: number; readonly backInDay: number };
  readonly hull?: { readonly draughtMetres: Metres; readonly lengthMetres: Metres; readonly stillWaterKmh: number };
}
