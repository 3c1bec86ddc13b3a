/**
 * Vessels as marks and as wrecks in the making: what a round does to a hull, how many holes a vessel of its size bears,
 * when its engines stop and when it goes down. One unit is one vessel, or several of a type that are lost one by one.
 */
import type { Metres } from '../../model/clock.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Hull, Unit, UnitCard } from '../../model/unit.ts';
import type { VehicleType } from '../../model/vehicle.ts';
import type { Weapon } from '../../model/weapon.ts';
import { type Point, valueAt } from '../curve.ts';

/** Whether a unit is one of vessels, afloat or not any more. */
export const isCraft = (card: UnitCard): boolean => card.branch === 'craft';

/** Whether its men have a vessel under them. */
export const isAfloat = (card: UnitCard, unit: Unit): boolean => isCraft(card) && unit.vehicles > 0;

/** The type of a unit's vessels while they float; nothing for everybody else. */
export const findVessel = ({ vehicles }: Scenario, card: UnitCard, unit: Unit): VehicleType | undefined =>
  isAfloat(card, unit) && card.vehicle !== undefined ? vehicles.get(card.vehicle) : undefined;

/**
 * Holes of a 37 mm shell that sink a vessel, by its tonnes. Set by 30 June 1937, when ten minutes of two such guns sank
 * one cutter of 42 t and riddled a second craft. Source: scenarios/sources.md 15 [C].
 */
const HOLES_TO_SINK: readonly Point[] = [
  [0.2, 1],
  [6, 2],
  [42, 5],
  [100, 8],
  [300, 14],
  [1000, 30],
];

export const holesToSink = ({ tonnes }: Pick<VehicleType, 'tonnes'>): number =>
  Math.round(valueAt(HOLES_TO_SINK, tonnes));

/** Share of those holes at which her engines stop. [C] */
export const ENGINES_OUT_SHARE = 0.6;

/** What one shell does to a hull in holes of 37 mm, by its calibre in millimetres. [C] */
export const HOLES_BY_CALIBRE: readonly Point[] = [
  [19, 0],
  [20, 0.4],
  [37, 1],
  [45, 1.2],
  [76, 2.5],
  [122, 5],
  [152, 7],
];

/** Chance that a round fired in action strikes the hull of a vessel of 25 m lying broadside, by the distance. [C] */
export const HULL_HIT: readonly Point[] = [
  [100, 0.7],
  [200, 0.6],
  [400, 0.42],
  [600, 0.3],
  [1000, 0.15],
  [1500, 0.07],
  [3000, 0.01],
];
const HULL_HIT_METRES = 25;

/** Chance to hit a vessel under way, over one that lies still. [C] */
export const MOVING_VESSEL = 0.65;
/** Plate is met aslant; and a shell of any kind breaks plate thinner than this share of its calibre. [C] */
const ASLANT = 1.25;
const BURST_SHARE = 1 / 6;

/** Holes that one round is expected to make in a vessel. */
export function holesOfRound(vessel: VehicleType, weapon: Weapon, metres: Metres): number {
  const { calibreMm = 0 } = weapon;
  if (calibreMm < 20 || !opens(weapon, vessel.armourMm?.side ?? 0, metres)) return 0;
  const length = vessel.hull?.lengthMetres ?? HULL_HIT_METRES;
  const broadside = Math.min(1.3, Math.sqrt(length / HULL_HIT_METRES));
  return Math.min(0.9, valueAt(HULL_HIT, metres) * broadside) * valueAt(HOLES_BY_CALIBRE, calibreMm);
}

function opens({ penetrationMm, calibreMm = 0 }: Weapon, plateMm: number, metres: Metres): boolean {
  if (plateMm <= calibreMm * BURST_SHARE) return true;
  const last = penetrationMm?.at(-1);
  if (penetrationMm === undefined || last === undefined || metres > last.metres) return false;
  const pierced = valueAt(
    penetrationMm.map((point) => [point.metres, point.value] as const),
    metres,
  );
  return pierced >= plateMm * ASLANT;
}

/** Holes that shells make for each square metre that they make deadly, where one falls on a vessel: 2.5 for 40, 7 for 170. [C] */
const HOLES_A_DEADLY_METRE = 0.05;

/** Length over breadth of vessels as they lie on the water. [C] */
const SLENDER = 6;

/** What shells that fall all over a hex are expected to sink of a vessel, as a share of her. */
export function sunkByShells(vessel: VehicleType, deadlySquareMetres: number, hectares: number): number {
  const length = vessel.hull?.lengthMetres ?? HULL_HIT_METRES;
  const share = (length * length) / SLENDER / (10_000 * hectares);
  return (deadlySquareMetres * HOLES_A_DEADLY_METRE * Math.min(1, share)) / holesToSink(vessel);
}

/** Sides this thick keep rifle bullets out. Source: plates of armoured cutters [B]. */
const BULLETPROOF_MM = 5;
export const isPlated = (vessel: VehicleType): boolean => (vessel.armourMm?.side ?? 0) >= BULLETPROOF_MM;

/** Bulwarks and cabins of others leave so much of what bullets and splinters do to men in the open. [C] */
export const BULWARK_SHARE = 0.5;

/** Of a crew, those hit by each hole, in men. Source: five of sixteen killed or drowned in BK-72 [C]. */
export const CREW_A_HOLE = 0.5;

/** How much of the weight of fire a crew feels behind plates, and behind boards. [C] */
export const CREW_FELT = { plated: 0.3, open: 0.7 } as const;

/** Suppression of men who have come out of the water with nothing. [C] */
export const OUT_OF_THE_WATER = 0.5;

/** What so many more holes make of a unit's vessels: all but the last go down one by one, the last while she settles. */
export function holedFleet(
  { vehicles, hull }: Pick<Unit, 'vehicles' | 'hull'>,
  vessel: VehicleType,
  more: number,
): { readonly vehicles: number; readonly hull: Hull } {
  const limit = holesToSink(vessel);
  const total = (hull?.holes ?? 0) + more;
  const lost = Math.min(vehicles - 1, Math.floor(total / limit));
  const holes = Math.min(limit, total - lost * limit);
  return {
    vehicles: lost,
    hull: {
      ...hull,
      holes,
      ...(hull?.enginesOut === true || holes >= ENGINES_OUT_SHARE * limit ? { enginesOut: true } : {}),
      ...(holes >= limit ? { sinking: true } : {}),
    },
  };
}
