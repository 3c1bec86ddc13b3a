/**
 * Fears of their own: green units under fire for the first time, and auxiliaries who are shelled from two sides, meet
 * armour, or have lost too many. They run; auxiliaries near the enemy go over to him.
 */
import { listNeighbours } from '../hex/grid.ts';
import { opponentOf } from '../model/side.ts';
import type { Unit, UnitCard, UnitId } from '../model/unit.ts';
import { resolveOf, rout, type Shock } from './cohesion.ts';
import { isInCommand } from './command.ts';
import { chanceFor, type Course, happen } from './course.ts';
import { thousandths, within } from './curve.ts';
import { hasDoctrine } from './doctrine.ts';
import { minuteOf } from './light.ts';
import { cardOf, countLost, listUnitsAt, unitOf } from './roster.ts';

/**
 * Chance that a green unit runs at its first fire, by its resolve: three in five of a regiment of territorials in the
 * open, as the 603rd ran on 12 July 1939. Works, a post in the hex and one in reach steady. Scenarios/sources.md 10 [C];
 * drill "first-fire".
 */
const FIRST_FIRE = { base: 0.8, resolve: 0.7, dugIn: 0.6, postHere: 0.6, inCommand: 0.85 };

/** Pinning below which nobody thinks himself under fire. */
const FELT = 0.05;

export function firstFireChance(course: Pick<Course, 'scenario' | 'state'>, card: UnitCard, unit: Unit): number {
  const { scenario, state } = course;
  let chance = FIRST_FIRE.base - FIRST_FIRE.resolve * resolveOf(card, unit);
  if (unit.posture === 'dugIn') chance *= FIRST_FIRE.dugIn;
  if (isPostHere(course, card, unit)) chance *= FIRST_FIRE.postHere;
  else if (isInCommand(scenario, state.units, card, unit, minuteOf(scenario.clock, state.turn)))
    chance *= FIRST_FIRE.inCommand;
  return thousandths(within(chance, 0.05, 0.9));
}

const isPostHere = ({ scenario, state }: Pick<Course, 'scenario' | 'state'>, card: UnitCard, unit: Unit): boolean =>
  typeof unit.at === 'number' &&
  listUnitsAt(scenario, state, card.side, unit.at).some(
    (other) => other.id !== unit.id && cardOf(scenario, other.id).headquarters !== undefined,
  );

/** A green unit that was just fired upon stands or runs, once. */
export function meetFirstFire(course: Course, id: UnitId, shock: Shock): void {
  const card = cardOf(course.scenario, id);
  if (!hasDoctrine(card, 'green')) return;
  const unit = unitOf(course.scenario, course.state, id);
  if (unit.blooded || !canRun(unit) || (shock.lossShare === 0 && shock.pinned < FELT)) return;
  const chance = firstFireChance(course, card, unit);
  const stood = !chanceFor(course, id).happens(chance, 'firstFire');
  happen(course, { kind: 'firstFire', unit: id, stood, chance });
  if (!stood) breakUp(course, unit);
}

const canRun = (unit: Unit): boolean =>
  typeof unit.at === 'number' && unit.men > 0 && unit.cohesion !== 'broken' && unit.cohesion !== 'surrendered';

function breakUp(course: Course, { id, cohesion }: Unit): void {
  happen(course, { kind: 'cohesion', unit: id, from: cohesion, to: 'broken', chance: 1 });
  rout(course, id);
}

/**
 * Chance that auxiliaries fail when it comes to it, by their resolve; of those who fail, the share that makes off, and
 * beside the enemy the share that goes over to him. Source: the 14th Infantry of Manchukuo lost 294 men so in August
 * 1939, scenarios/sources.md 10 [C]; drill "auxiliaries-shelled".
 */
export const AUXILIARY = { base: 0.85, resolve: 0.6, away: 0.1, over: 0.35 };

/** Losses at which they look to themselves. Source: Bargut cavalry, scenarios/sources.md 10 [C]. */
const LOOKS_AT_LOSSES = 0.3;

export const auxiliaryChance = (card: UnitCard, unit: Unit): number =>
  thousandths(within(AUXILIARY.base - AUXILIARY.resolve * resolveOf(card, unit), 0.05, 0.95));

/** The battery that shelled an auxiliary last in this turn of a side. */
export const findBattery = ({ state }: Pick<Course, 'state'>, id: UnitId): UnitId | undefined =>
  state.shelled?.find((entry) => entry.unit === id)?.by;

/** Auxiliaries after a blow: too many lost, or a second battery upon them in one turn. `before` is how they were. */
export function tryAuxiliary(
  course: Course,
  before: Unit,
  guns: { readonly by: UnitId | null; readonly first: UnitId | undefined },
): void {
  const card = cardOf(course.scenario, before.id);
  if (!hasDoctrine(card, 'auxiliary')) return;
  const after = unitOf(course.scenario, course.state, before.id);
  const limit = LOOKS_AT_LOSSES * card.men;
  const lostTooMany = countLost(before) < limit && countLost(after) >= limit;
  const shelledTwice = isBattery(course, guns.by) && guns.first !== undefined && guns.first !== guns.by;
  if (lostTooMany || shelledTwice) fail(course, after);
}

export const isBattery = ({ scenario }: Pick<Course, 'scenario'>, by: UnitId | null): boolean =>
  by !== null && cardOf(scenario, by).branch === 'artillery';

/** Auxiliaries in a hex that armour comes at. */
export function meetArmour(course: Course, attackers: readonly UnitId[], hex: number): void {
  const { scenario, state } = course;
  const tanks = attackers.map((id) => cardOf(scenario, id)).find((card) => card.branch === 'tanks');
  if (tanks === undefined) return;
  for (const unit of listUnitsAt(scenario, state, opponentOf(tanks.side), hex))
    if (hasDoctrine(cardOf(scenario, unit.id), 'auxiliary')) fail(course, unit);
}

function fail(course: Course, unit: Unit): void {
  if (!canRun(unit)) return;
  const card = cardOf(course.scenario, unit.id);
  if (!chanceFor(course, unit.id).happens(auxiliaryChance(card, unit), 'auxiliary')) return;
  const away = chanceFor(course, unit.id).whole(unit.men * AUXILIARY.away, 'deserters');
  const over = isBesideEnemy(course, card, unit)
    ? chanceFor(course, unit.id).whole(unit.men * AUXILIARY.over, 'deserters')
    : 0;
  if (over + away > 0) happen(course, { kind: 'deserted', unit: unit.id, over, away });
  const left = unitOf(course.scenario, course.state, unit.id);
  if (canRun(left)) breakUp(course, left);
}

function isBesideEnemy({ scenario, state }: Course, card: UnitCard, unit: Unit): boolean {
  if (typeof unit.at !== 'number') return false;
  const hexes = [unit.at, ...listNeighbours(scenario.map.grid, unit.at)];
  return hexes.some((hex) => listUnitsAt(scenario, state, opponentOf(card.side), hex).length > 0);
}
