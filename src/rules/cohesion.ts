/**
 * How units hold together: when losses and fire shake them, when they break, run, give up, and when they rally. Chances
 * 0–1. Quality, headquarters and works steady; losses, suppression and loneliness do not.
 */
import type { HexIndex } from '../hex/grid.ts';
import { listNeighbours, findDirection } from '../hex/grid.ts';
import { hexesBetween, isWithinHexes } from '../hex/distance.ts';
import { present } from '../model/assert.ts';
import type { Metres, Minutes } from '../model/clock.ts';
import type { Cohesion, Unit, UnitCard, UnitId } from '../model/unit.ts';
import { opponentOf } from '../model/side.ts';
import { isInCommand } from './command.ts';
import { chanceFor, type Course, happen } from './course.ts';
import { thousandths, within } from './curve.ts';
import { hasDoctrine, shockByDoctrine } from './doctrine.ts';
import { vigourOf } from './fatigue.ts';
import { chanceOver } from './hazard.ts';
import { rallyLostToIsolation, shockOfIsolation } from './isolation.ts';
import { isLeaderless, LEADERLESS, resolveLost } from './leader.ts';
import { minuteOf, skyOf } from './light.ts';
import { forbiddenGround, hourOf } from './limits.ts';
import { mapNow } from './crossing.ts';
import { groundOf } from './known.ts';
import { gaitOf, stepTenths } from './movement.ts';
import { cardOf, countLost, findHex, hexOf, listOnMap, listUnitsAt, unitOf } from './roster.ts';
import { findCaptor, leaveWeapons } from './spoils.ts';
import { whyNoRoom } from './stacking.ts';

/** 0–1: what keeps a unit in its place: drill and combat in equal parts, less what its lost leaders took with them. [C] */
export const resolveOf = (card: UnitCard, unit: Pick<Unit, 'leader'>): number =>
  Math.max(0, 0.5 * card.training + 0.5 * card.experience - resolveLost(unit));

/**
 * Weights of the test of cohesion. A company breaks at some 40 %: scenarios/sources.md 7 [C]. Chances are proportional to
 * what is suffered at once, so that a blow in ten parts shakes about as much as a blow in one.
 */
// biome-ignore format: a table
export const TEST = {
  lossNow: 1.9, pinnedNow: 0.25, lossBefore: 1.5, pinned: 0.4, inCommand: 0.85, dugIn: 0.85, weak: 1.5, strong: 0.9,
};

/** What a unit suffers at once. */
export interface Shock {
  /** Share of its men. */
  readonly lossShare: number;
  /** Suppression gained. */
  readonly pinned: number;
}

/** Chance that a unit's cohesion drops from a shock; `unit` is as the shock leaves it. */
export function dropChance(
  course: Pick<Course, 'scenario' | 'state'>,
  card: UnitCard,
  unit: Unit,
  shock: Shock,
): number {
  const before = Math.max(0, countLost(unit) / Math.max(1, card.men) - shock.lossShare);
  let chance = TEST.lossNow * shock.lossShare + TEST.pinnedNow * shock.pinned;
  chance *= 1 + TEST.lossBefore * before + TEST.pinned * unit.suppression;
  chance *= TEST.weak - TEST.strong * resolveOf(card, unit);
  const minute = minuteOf(course.scenario.clock, course.state.turn);
  if (isInCommand(course.scenario, course.state.units, card, unit, minute)) chance *= TEST.inCommand;
  if (unit.posture === 'dugIn') chance *= TEST.dugIn;
  if (isLeaderless(unit)) chance *= LEADERLESS.shock;
  chance *= (shockByDoctrine(card, unit) * shockOfIsolation(unit, minute)) / vigourOf(unit);
  return thousandths(within(chance, 0, 0.95));
}

// biome-ignore format: a table
const WORSE: Readonly<Record<Cohesion, Cohesion>> = {
  steady: 'shaken', shaken: 'broken', broken: 'broken', surrendered: 'surrendered',
};

/** Tests a unit that was just hurt. A unit that breaks runs, or gives up where it cannot. */
export function testCohesion(course: Course, id: UnitId, shock: Shock): void {
  const unit = unitOf(course.scenario, course.state, id);
  if (unit.men === 0 || typeof unit.at !== 'number' || unit.cohesion === 'surrendered') return;
  const chance = dropChance(course, cardOf(course.scenario, id), unit, shock);
  if (!chanceFor(course, id).happens(chance, 'cohesion')) return;
  const to = WORSE[unit.cohesion];
  if (to !== unit.cohesion) happen(course, { kind: 'cohesion', unit: id, from: unit.cohesion, to, chance });
  if (to === 'broken') rout(course, id);
}

/** How far the broken run and the driven-out go, at least one hex. [C] */
export const ROUT_METRES = 750;
export const RETREAT_METRES = 250;

const hexesFor = (course: Course, metres: Metres): number =>
  Math.max(1, Math.round(metres / course.scenario.map.hexMetres));

/** A broken unit runs some way; hemmed in by the enemy, it gives up. */
export const rout = (course: Course, id: UnitId): void => fallBack(course, id, hexesFor(course, ROUT_METRES), 'rout');

/** A unit driven out goes back in hand, not far; hemmed in, it gives up. */
export const retreat = (course: Course, id: UnitId): void =>
  fallBack(course, id, hexesFor(course, RETREAT_METRES), 'retreat');

function fallBack(course: Course, id: UnitId, hexes: number, manner: 'rout' | 'retreat'): void {
  const unit = unitOf(course.scenario, course.state, id);
  // Who drifts, or sits on a bar, goes nowhere.
  if (unit.hull?.enginesOut === true || unit.hull?.aground === true) return;
  const path: HexIndex[] = [];
  let at = hexOf(unit);
  for (let step = 0; step < hexes; step++) {
    const next = findWayBack(course, unit, at, path);
    if (next === undefined) break;
    path.push(next);
    at = next;
  }
  if (path.length > 0) happen(course, { kind: 'retreated', unit: id, path, rout: manner === 'rout' });
  else if (isHemmedIn(course, unit)) giveUp(course, id);
}

/** Worth of room on the way back, on the scale on which a hex farther from the enemy is worth 10. [C] */
const CROWDED = 100;

/** From so many hexes on, an enemy is no farther away than another. [C] */
const FEARED_HEXES = 9;

/** The neighbour farthest from enemies it knows of, then nearest to its headquarters; none where all are barred. */
function findWayBack(course: Course, unit: Unit, at: HexIndex, path: readonly HexIndex[]): HexIndex | undefined {
  const { scenario, state } = course;
  const card = cardOf(scenario, unit.id);
  const { grid } = scenario.map;
  const enemies = listOnMap(scenario, state, opponentOf(card.side)).map(hexOf);
  // Beyond these nobody is the nearest.
  const feared = state.contacts[card.side]
    .map((contact) => contact.view.hex)
    .filter((hex) => isWithinHexes(grid, at, hex, FEARED_HEXES + 1));
  const sky = skyOf(scenario.clock, state);
  const gait = gaitOf(scenario, { ...unit, posture: 'deployed' }, 'normal', sky);
  const steps = stepTenths(mapNow(scenario.map, groundOf(scenario, state)), gait);
  const forbidden = forbiddenGround(scenario, card.side, hourOf(scenario, state));
  const refuge = findRefuge(course, card);
  let best: HexIndex | undefined;
  let bestScore = -Infinity;
  for (const next of listNeighbours(scenario.map.grid, at)) {
    const direction = present(findDirection(scenario.map.grid, at, next), 'neighbours share a side');
    if (steps[6 * at + direction] === 0 || enemies.includes(next) || path.includes(next) || next === unit.at) continue;
    if (forbidden[next] === 1) continue;
    let nearest = FEARED_HEXES;
    for (const hex of feared) nearest = Math.min(nearest, hexesBetween(scenario.map.grid, next, hex));
    const home = refuge === undefined ? 0 : hexesBetween(scenario.map.grid, next, refuge);
    // Men who run crowd in where they must, but not where they need not.
    const crowded = hasRoom(course, card, unit, next) ? 0 : CROWDED;
    const score = nearest * 10 - home - crowded;
    if (score > bestScore) {
      bestScore = score;
      best = next;
    }
  }
  return best;
}

function hasRoom({ scenario, state }: Course, card: UnitCard, unit: Unit, hex: HexIndex): boolean {
  const here = listUnitsAt(scenario, state, card.side, hex).map(
    (other) => [cardOf(scenario, other.id), other] as const,
  );
  return whyNoRoom(scenario.map, card, { ...unit, posture: 'deployed' }, here) === undefined;
}

/** Where the nearest headquarters above a unit stands, if any is on the map. */
export function findRefuge(course: Pick<Course, 'scenario' | 'state'>, card: UnitCard): HexIndex | undefined {
  let parent = card.parent;
  while (parent !== undefined) {
    const post = unitOf(course.scenario, course.state, parent);
    if (typeof post.at === 'number') return post.at;
    parent = cardOf(course.scenario, parent).parent;
  }
  return undefined;
}

/** Whether the enemy stands in or beside the unit's hex. */
function isHemmedIn(course: Course, unit: Unit): boolean {
  const { scenario, state } = course;
  const at = hexOf(unit);
  const enemy = opponentOf(cardOf(scenario, unit.id).side);
  return [at, ...listNeighbours(scenario.map.grid, at)].some(
    (hex) => listUnitsAt(scenario, state, enemy, hex).length > 0,
  );
}

/**
 * Of those who are cornered some are taken and the rest lost sight of; of men who do not retreat few are taken. Source:
 * casualty tables at Khasan and of the 23rd Division, scenarios/sources.md 7 and 10 [C].
 */
export const TAKEN_SHARE = 0.4;
export const TAKEN_SHARE_TO_THE_LAST = 0.05;

/** A cornered unit is no more: part captured, part missing. */
export function giveUp(course: Course, id: UnitId): void {
  const unit = unitOf(course.scenario, course.state, id);
  const toTheLast = hasDoctrine(cardOf(course.scenario, id), 'noRetreat');
  const share = toTheLast ? TAKEN_SHARE_TO_THE_LAST : TAKEN_SHARE;
  const taken = Math.min(unit.men, chanceFor(course, id).whole(unit.men * share, 'captured'));
  happen(course, { kind: 'cohesion', unit: id, from: unit.cohesion, to: 'surrendered', chance: 1 });
  const hex = findHex(unit);
  if (hex !== undefined) leaveWeapons(course, id, hex, 'lost');
  const by = hex === undefined ? null : findCaptor(course, cardOf(course.scenario, id).side, hex);
  const held = by === null ? undefined : findHex(unitOf(course.scenario, course.state, by));
  if (taken > 0) happen(course, { kind: 'captured', unit: id, men: taken, by, hex: held ?? null });
  if (unit.men > taken) happen(course, { kind: 'missed', unit: id, men: unit.men - taken });
}

// biome-ignore format: a table
const BETTER: Readonly<Record<Cohesion, Cohesion>> = {
  steady: 'steady', shaken: 'steady', broken: 'shaken', surrendered: 'surrendered',
};

/** Weights of rallying in half an hour. [C] */
export const RALLY = {
  perMinutes: 30,
  base: 0.3,
  resolve: 0.35,
  inCommand: 0.15,
  suppression: 0.5,
  enemyNear: 0.25,
  leaderHere: 0.15,
};

/** Chance that a shaken or broken unit pulls itself together within so many minutes. */
export function rallyChance(
  course: Pick<Course, 'scenario' | 'state'>,
  card: UnitCard,
  unit: Unit,
  minutes: Minutes,
): number {
  const { scenario, state } = course;
  let chance = RALLY.base + RALLY.resolve * resolveOf(card, unit) - RALLY.suppression * unit.suppression;
  chance -= (isLeaderless(unit) ? LEADERLESS.rally : 0) + rallyLostToIsolation(unit) + (1 - vigourOf(unit));
  if (isInCommand(scenario, state.units, card, unit, minuteOf(scenario.clock, state.turn))) chance += RALLY.inCommand;
  if (typeof unit.at === 'number') {
    const { at } = unit;
    const enemy = opponentOf(card.side);
    if (
      [at, ...listNeighbours(scenario.map.grid, at)].some((hex) => listUnitsAt(scenario, state, enemy, hex).length > 0)
    )
      chance -= RALLY.enemyNear;
    if (
      listUnitsAt(scenario, state, card.side, at).some(
        (other) => cardOf(scenario, other.id).headquarters !== undefined && other.id !== unit.id,
      )
    )
      chance += RALLY.leaderHere;
  }
  return chanceOver(within(chance, 0.02, 0.95), RALLY.perMinutes, minutes);
}

/** Lets a unit that has so many minutes for it try to rally. */
export function tryRally(course: Course, id: UnitId, minutes: Minutes): void {
  const unit = unitOf(course.scenario, course.state, id);
  const to = BETTER[unit.cohesion];
  if (to === unit.cohesion) return;
  const chance = rallyChance(course, cardOf(course.scenario, id), unit, minutes);
  if (chanceFor(course, id).happens(chance, 'rally'))
    happen(course, { kind: 'cohesion', unit: id, from: unit.cohesion, to, chance });
}
