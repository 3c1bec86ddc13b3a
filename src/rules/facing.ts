/**
 * Where a unit's front is, on maps whose hexes are small enough to tell: what it covers, what turning costs, and which
 * side of a vehicle a shot meets. A unit without a front yet faces whoever comes first.
 */
import { cosineTowards, directionTowards } from '../hex/bearing.ts';
import type { Direction, HexIndex } from '../hex/grid.ts';
import type { Metres, Minutes } from '../model/clock.ts';
import type { BattleMap } from '../model/map.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Unit, UnitCard } from '../model/unit.ts';
import { type Aspect, isInVehicles } from './fire/armour.ts';
import { whyNoTime } from './minutes.ts';
import { hasGuns } from './roster.ts';

/** Over wider hexes nobody knows where a unit in one looks. Source: scenarios/sources.md 6 [C]. */
export const FACING_METRES: Metres = 250;

/** What has a front: vehicles, guns in battery, machine guns in works. */
export const FRONTS = ['vehicle', 'gun', 'nest'] as const;
export type Front = (typeof FRONTS)[number];

/** To bring the front round: drive round, shift the trails, move to another loophole. [C] */
export const TURN_MINUTES: Readonly<Record<Front, Minutes>> = { vehicle: 0.3, gun: 3, nest: 2 };

/** The arc that is covered: so much either side of the front, as cosine. 65 degrees: three hexsides and a little more. [C] */
const ARC = 0.42;
/** Shots from farther back than this, as cosine, meet the rear. 140 degrees. [C] */
const REAR = -0.77;

type Fronted = Pick<Unit, 'vehicles' | 'gunState' | 'posture' | 'facing' | 'at'>;

const showsFronts = (map: BattleMap): boolean => map.hexMetres <= FACING_METRES;

/** The kind of front a unit has as it stands, if any. */
export function frontOf(
  scenario: Pick<Scenario, 'map' | 'vehicles'>,
  card: UnitCard,
  unit: Fronted,
): Front | undefined {
  if (!showsFronts(scenario.map)) return undefined;
  if (isInVehicles(card, unit)) return 'vehicle';
  if (hasGuns(card)) return unit.gunState === 'inBattery' ? 'gun' : undefined;
  return card.branch === 'machineGuns' && unit.posture === 'dugIn' ? 'nest' : undefined;
}

/** Guns in a turret point anywhere. */
const hasTurrets = (scenario: Pick<Scenario, 'vehicles'>, card: UnitCard): boolean =>
  card.vehicle === undefined || scenario.vehicles.get(card.vehicle)?.armourMm?.turret !== undefined;

/** Minutes a unit must turn before it can fire at a hex; nil when it covers it. */
export function minutesToFace(
  scenario: Pick<Scenario, 'map' | 'vehicles'>,
  card: UnitCard,
  unit: Fronted,
  to: HexIndex,
): Minutes {
  if (unit.facing === undefined || typeof unit.at !== 'number') return 0;
  const front = frontOf(scenario, card, unit);
  if (front === undefined || (front === 'vehicle' && hasTurrets(scenario, card))) return 0;
  return cosineTowards(scenario.map.grid, unit.at, to, unit.facing) >= ARC ? 0 : TURN_MINUTES[front];
}

/** Which side of it a vehicle shows to a hex; `undefined` where nobody can tell. */
export function aspectFrom(
  scenario: Pick<Scenario, 'map' | 'vehicles'>,
  card: UnitCard,
  unit: Fronted,
  from: HexIndex,
): Aspect | undefined {
  if (unit.facing === undefined || typeof unit.at !== 'number' || unit.at === from) return undefined;
  if (frontOf(scenario, card, unit) !== 'vehicle') return undefined;
  const cosine = cosineTowards(scenario.map.grid, unit.at, from, unit.facing);
  return cosine >= ARC ? 'front' : cosine <= REAR ? 'rear' : 'side';
}

/** The direction in which a unit faces after it fired at a hex: as before if it covered it. */
export function facingAfterFire(
  scenario: Pick<Scenario, 'map' | 'vehicles'>,
  card: UnitCard,
  unit: Fronted,
  target: HexIndex,
): Direction | undefined {
  if (unit.facing !== undefined || typeof unit.at !== 'number' || unit.at === target) return unit.facing;
  return frontOf(scenario, card, unit) === undefined ? undefined : directionTowards(scenario.map.grid, unit.at, target);
}

/** The front of vehicles that drive from a hex to another; what is dragged or carried has none until it is set up again. */
export function frontAlong(
  scenario: Pick<Scenario, 'map' | 'vehicles'>,
  card: UnitCard,
  unit: Unit,
  to: HexIndex,
): Direction | undefined {
  if (typeof unit.at !== 'number' || frontOf(scenario, card, unit) !== 'vehicle') return undefined;
  return unit.at === to ? unit.facing : directionTowards(scenario.map.grid, unit.at, to);
}

/** The unit with its front there, or without one. */
export function withFront(unit: Unit, facing: Direction | undefined): Unit {
  if (facing === unit.facing) return unit;
  const { facing: _before, ...rest } = unit;
  return facing === undefined ? rest : { ...rest, facing };
}

/** Minutes it takes a unit to bring its front round. */
export function turnMinutes(scenario: Pick<Scenario, 'map' | 'vehicles'>, card: UnitCard, unit: Unit): Minutes {
  const front = frontOf(scenario, card, unit);
  return front === undefined ? 0 : TURN_MINUTES[front];
}

/** Refusal to turn a unit, which costs `minutes` otherwise. */
export function whyNotTurn(
  scenario: Pick<Scenario, 'map' | 'vehicles'>,
  card: UnitCard,
  unit: Unit,
  facing: Direction,
): Refusal | undefined {
  const front = frontOf(scenario, card, unit);
  if (front === undefined) return { reason: 'noFront' };
  if (unit.facing === facing) return { reason: 'already', state: 'facing' };
  return whyNoTime(unit, TURN_MINUTES[front]);
}
