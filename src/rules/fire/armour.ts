/**
 * What one round does to one armoured vehicle: whether it hits, whether it pierces, what becomes of the vehicle. The
 * chances are worked out from the gun's spread, its muzzle velocity, the error of the range and the size of the target.
 */
import type { Metres } from '../../model/clock.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Unit, UnitCard } from '../../model/unit.ts';
import type { ArmourMm, Fuel, VehicleType } from '../../model/vehicle.ts';
import type { AtRange } from '../../model/weapon.ts';
import { type Point, valueAt } from '../curve.ts';
import { shareBelow, shareWithin } from '../normal.ts';

/** The first round on a mark that stands, the rounds after it, any round on a mark that goes across. */
export const AIMS = ['first', 'corrected', 'crossing'] as const;
export type Aim = (typeof AIMS)[number];

export interface Piercer {
  readonly calibreMm: number;
  readonly dispersionMil: number;
  readonly muzzleMetresPerSecond: number;
  readonly penetrationMm: readonly AtRange[];
}

export interface Silhouette {
  readonly width: Metres;
  readonly height: Metres;
}

const GRAVITY = 9.81;

/** The laying of the first round is so much worse; so is that of every round on a mark that moves. [C] */
const FIRST_ROUND = 1.3;

/** Error of the range as a share of it: guessed; seen by the fall of shot. [C] */
const RANGE_ERROR = { guessed: 0.15, corrected: 0.06 } as const;

/** A vehicle that goes across, and the error of the lead as a share of it. [C] */
const CROSSING_KMH = 15;
const LEAD_ERROR = 0.35;

/**
 * The front counts as a square of the same area, wider and higher by these shares: a shot at its edge still meets
 * tracks, turret or gun. On the move less of its width is met. Fitted to the proving-ground table within 0.04. [C]
 */
const FRONT = { width: 1.2, height: 1.28, onTheMove: 0.9 } as const;

/** How far a 37 mm shot slows down over a kilometre, as a share; heavier ones less in proportion to the calibre. [C] */
const DRAG_PER_KM = 0.25;
const DRAG_CALIBRE_MM = 37;

/** Chance that one round hits on the proving ground. Under fire and by poor light the caller takes off his factors. */
export function chanceToHit(gun: Piercer, target: Silhouette, metres: Metres, aim: Aim): number {
  if (metres <= 0) return 1;
  const slowing = (DRAG_PER_KM * DRAG_CALIBRE_MM * metres) / (1000 * gun.calibreMm);
  const muzzle = gun.muzzleMetresPerSecond;
  const fall = (GRAVITY * metres * (1 + slowing)) / (muzzle * muzzle);
  const rangeError = aim === 'corrected' ? RANGE_ERROR.corrected : RANGE_ERROR.guessed;
  const spread = (gun.dispersionMil * (aim === 'corrected' ? 1 : FIRST_ROUND) * metres) / 1000;
  const flightSeconds = (metres * (1 + slowing / 2)) / muzzle;
  const lead = aim === 'crossing' ? (LEAD_ERROR * CROSSING_KMH * flightSeconds) / 3.6 : 0;
  const side = Math.sqrt(target.width * target.height);
  const width = side * FRONT.width * (aim === 'crossing' ? FRONT.onTheMove : 1);
  return (
    shareWithin(width / 2, together(spread, lead)) *
    shareWithin((side * FRONT.height) / 2, together(spread, rangeError * metres * fall))
  );
}

/** Deviation of two errors that have nothing to do with each other. */
const together = (one: number, other: number): number => Math.sqrt(one * one + other * other);

/** Plate is met aslant: worth so much more than met head on. And one plate and shot is not like another. [C] */
export const OBLIQUITY = 1.25;
const PLATE_SPREAD = 0.2;

/** Chance that a hit pierces plate of this thickness. */
export function chanceToPierce(gun: Pick<Piercer, 'penetrationMm'>, plateMm: number, metres: Metres): number {
  const last = gun.penetrationMm.at(-1);
  if (last === undefined || metres > last.metres) return 0;
  if (plateMm <= 0) return 1;
  const met = plateMm * OBLIQUITY;
  const pierced = valueAt(
    gun.penetrationMm.map((point) => [point.metres, point.value] as const),
    metres,
  );
  return shareBelow((pierced - met) / (PLATE_SPREAD * met));
}

/** Which side of it is shot at. Above 250 m to the hex nobody knows: then the plates are met in these shares. [C] */
const ASPECTS = ['front', 'side', 'rear'] as const;
export type Aspect = (typeof ASPECTS)[number];
export const UNKNOWN_ASPECT: Readonly<Record<Aspect, number>> = { front: 0.65, side: 0.3, rear: 0.05 };

/** Chance that a hit pierces the plate of this aspect, or of the mixture when no aspect is known. */
export function chanceThrough(
  gun: Pick<Piercer, 'penetrationMm'>,
  plates: Pick<ArmourMm, Aspect>,
  metres: Metres,
  aspect: Aspect | undefined,
): number {
  if (aspect !== undefined) return chanceToPierce(gun, plates[aspect], metres);
  return ASPECTS.reduce((sum, each) => sum + UNKNOWN_ASPECT[each] * chanceToPierce(gun, plates[each], metres), 0);
}

/**
 * Of shots that pierce, those that stop the vehicle: 37 mm 0.60, from 45 mm on 0.65; smaller ones [C] reckoned down to
 * a bullet, which must find a man.
 */
export const STOPS: readonly Point[] = [
  [7.62, 0.1],
  [13.2, 0.2],
  [20, 0.35],
  [37, 0.6],
  [45, 0.65],
];

export const chanceToStop = (calibreMm: number): number => valueAt(STOPS, calibreMm);

/** Of those stopped, the burnt, lost for good: petrol 35 to 50 in a hundred, diesel oil less. [C] */
export const BURNS: Readonly<Record<Fuel, number>> = { petrol: 0.42, diesel: 0.2, none: 0 };

/** Of a stopped vehicle's crew, those hit: of one that burns, of one that does not. [C] */
export const CREW_HIT = { burnt: 0.65, stopped: 0.35 } as const;

/** Vehicles of one unit as a mark. */
export interface Vehicles {
  readonly count: number;
  readonly size: Silhouette;
  readonly plates: ArmourMm;
  readonly fuel: Fuel;
  readonly crewMen: number;
}

/** A light tank, for units that do not say what they have: plate and size of the commonest. Source: scenarios/sources.md 6 [C]. */
const PLAIN: Omit<Vehicles, 'count'> = {
  size: { width: 2.44, height: 2.24 },
  plates: { front: 15, side: 15, rear: 15, turret: 15, roof: 10 },
  fuel: 'petrol',
  crewMen: 3,
};

const PLATELESS: ArmourMm = { front: 0, side: 0, rear: 0, roof: 0 };

/** Whether a unit fights in vehicles, and still has some. */
export const isInVehicles = (card: UnitCard, unit: Pick<Unit, 'vehicles'>): boolean =>
  unit.vehicles > 0 && card.branch === 'tanks';

const typeOf = (scenario: Pick<Scenario, 'vehicles'>, card: UnitCard): VehicleType | undefined =>
  card.vehicle === undefined ? undefined : scenario.vehicles.get(card.vehicle);

/** The vehicles of a unit as those see them who fire at them. */
export function vehiclesOf(
  scenario: Pick<Scenario, 'vehicles'>,
  card: UnitCard,
  unit: Pick<Unit, 'vehicles'>,
): Vehicles {
  const type = typeOf(scenario, card);
  if (type === undefined) return { count: unit.vehicles, ...PLAIN };
  return {
    count: unit.vehicles,
    size: type.sizeMetres ?? PLAIN.size,
    plates: type.armourMm ?? PLATELESS,
    fuel: type.fuel,
    crewMen: type.crewMen,
  };
}
