/**
 * Moving along a path, hex by hex: each step spends minutes, shows the mover to whoever watches, and may meet wire, an
 * enemy nobody knew of, or fire. Also the search for ways, from what the side knows.
 */
import type { HexIndex } from '../hex/grid.ts';
import { hexesBetween } from '../hex/distance.ts';
import { findDirection, listNeighbours } from '../hex/grid.ts';
import { walkHeadlong } from '../hex/headlong.ts';
import { hexsideBetween } from '../hex/hexside.ts';
import {
  createReachSearch,
  findReach,
  LONGEST_STEP,
  type Reach,
  type ReachRequest,
  type ReachSearch,
} from '../hex/reach.ts';
import type { HexGrid } from '../hex/grid.ts';
import { present } from '../model/assert.ts';
import type { Metres, Minutes } from '../model/clock.ts';
import type { HaltCause } from '../model/event.ts';
import type { Knowledge } from '../model/observation.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Wire } from '../model/state.ts';
import { opponentOf } from '../model/side.ts';
import type { Pace, Unit, UnitCard, UnitId } from '../model/unit.ts';
import { isContested } from './assault/position.ts';
import { whyVehiclesDown } from './breakdown.ts';
import { lightAt, meetInCloseCombat, perceive } from './contacts.ts';
import { chanceFor, type Course, findPosts, happen } from './course.ts';
import { mapNow } from './crossing.ts';
import { lookAtCrossings } from './crossing-sight.ts';
import { tenths } from './curve.ts';
import { FLARE_MINUTES } from './dig.ts';
import { whyMustHold } from './doctrine.ts';
import { resolveReaction } from './fire/direct.ts';
import { whyNoOrders } from './friction.ts';
import { blowOf, strike } from './fire/harm.ts';
import { crossCurtain } from './fire/mission.ts';
import { volleyAt } from './fire/effect.ts';
import { knowledgeOf } from './knowledge.ts';
import { groundOf, inSightOf, viewsOf } from './known.ts';
import { skyOf } from './light.ts';
import { meetMines, MINE_MINUTES, mineMinutes } from './mines.ts';
import { canBegin } from './minutes.ts';
import { besideOf, bogChance, metresOffWay, pullOutMinutes, STRAY_METRES, strayChance } from './mishaps.ts';
import {
  asWalking,
  contactMinutesOn,
  gaitOf,
  LEAVE_WORKS_MINUTES,
  minutesAcross,
  stepTenths,
  WIRE_MINUTES,
} from './movement.ts';
import { barredHexes, hourOf, isTruce } from './limits.ts';
import { nearestMetres } from './range.ts';
import { findWorks } from './reduce.ts';
import { cardOf, hasGuns, hexOf, indexesOf, isInAction, listUnitsAt, unitOf } from './roster.ts';
import { glowsOf } from './scene.ts';
import { jumpOff } from './carry.ts';
import { findFuel, fuelAfter, fuelOfStep } from './supply/fuel.ts';
import { tumbleOut } from './saddle.ts';
import { whyNoRoom } from './stacking.ts';
import { findToll, passageOf, whyNotPass, withTraffic } from './traffic.ts';
import { chartOf } from './water/chart.ts';
import { isCraft } from './water/craft.ts';
import { findDepth, runAground, whyTooDeep } from './water/sound.ts';

/** Minutes lost to the first confusion when a column walks into an unseen enemy. [C] */
export const AMBUSH_MINUTES = 5;

/** An ambush is sprung at this distance, for so long, before anybody moves. Source: Moshchansky's ambush at 30 m [C]. */
export const AMBUSH = { metres: 50, minutes: 1.5 };

/** Suppression taken since it set out that stops a march. [C] */
export const PINNED = 0.25;

/** The contact level from which an enemy counts as one on the way. */
const isThere = (level: string): boolean => level !== 'suspected';

/** Tenths of a minute that entering each hex costs because it lies beside enemies known to be there now. */
export function contactTenths(scenario: Scenario, knowledge: Knowledge): Uint16Array {
  const extra = new Uint16Array(scenario.map.grid.size);
  const added = Math.round(10 * contactMinutesOn(scenario.map));
  for (const contact of knowledge.contacts) {
    if (!contact.current || !isThere(contact.level)) continue;
    for (const hex of listNeighbours(scenario.map.grid, contact.hex)) extra[hex] = added;
  }
  return extra;
}

/** Minutes of one step of a path as the side reckons them; `undefined` where it cannot go. */
export function minutesOfStep(
  scenario: Scenario,
  knowledge: Knowledge,
  step: {
    readonly unit: Unit;
    readonly pace: Pace;
    readonly from: HexIndex;
    readonly to: HexIndex;
    readonly first: 'first' | 'later';
  },
): Minutes | undefined {
  const map = chartOf(scenario.map, knowledge);
  const direction = findDirection(map.grid, step.from, step.to);
  if (direction === undefined) return undefined;
  const way = minutesAcross(map, gaitOf(scenario, asWalking(step.unit), step.pace, knowledge), step.from, direction);
  if (way === undefined) return undefined;
  const leaving = step.first === 'first' ? minutesToSetOut(step.unit) : 0;
  const near = isBesideAny(map.grid, inSightOf(knowledge.contacts), step.to);
  const hexside = hexsideBetween(map.grid, step.from, step.to);
  const held = (knowledge.wire.includes(hexside) ? WIRE_MINUTES : 0) + mineMinutes(knowledge, hexside);
  const toll = findToll(scenario, knowledge, step.unit, step);
  if (toll !== undefined && whyNotPass(scenario, knowledge, toll) !== undefined) return undefined;
  const crossing = toll === undefined ? 0 : toll.waits + toll.passes;
  return tenths(way + leaving + held + crossing + (near ? contactMinutesOn(map) : 0));
}

/** Minutes to get a vessel off the ground on which it has run. [C] */
export const GET_OFF_MINUTES = 15;

/** Minutes before the first step: out of works, off a bar. */
const minutesToSetOut = (unit: Unit): Minutes =>
  (unit.posture === 'dugIn' ? LEAVE_WORKS_MINUTES : 0) + (unit.hull?.aground === true ? GET_OFF_MINUTES : 0);

function isBesideAny(grid: HexGrid, hexes: readonly HexIndex[], at: HexIndex): boolean {
  for (const hex of hexes) if (hexesBetween(grid, hex, at) === 1) return true;
  return false;
}

const SEARCHES = new WeakMap<HexGrid, ReachSearch>();

/** One set of search buffers a map. */
export function searchOf(grid: HexGrid): ReachSearch {
  let search = SEARCHES.get(grid);
  if (search === undefined) SEARCHES.set(grid, (search = createReachSearch(grid)));
  return search;
}

/** Everywhere the unit can be within so many minutes by what the side knows. Good until the next search on the map. */
export function reachOf(
  scenario: Scenario,
  knowledge: Knowledge,
  unit: Unit,
  pace: Pace,
  limitMinutes: Minutes,
): Reach {
  return findReach(searchOf(scenario.map.grid), requestOf(scenario, knowledge, unit, pace, limitMinutes));
}

function requestOf(
  scenario: Scenario,
  knowledge: Knowledge,
  unit: Unit,
  pace: Pace,
  limitMinutes: Minutes,
): ReachRequest {
  const leaving = minutesToSetOut(unit);
  const table = stepTenths(chartOf(scenario.map, knowledge), gaitOf(scenario, asWalking(unit), pace, knowledge));
  return {
    from: hexOf(unit),
    limitMinutes: Math.max(0, limitMinutes - leaving),
    stepTenths: withTraffic(scenario, knowledge, unit, {
      table: withObstacles(scenario, knowledge, table),
      limitMinutes,
    }),
    extraTenths: contactTenths(scenario, knowledge),
    blocked: barredHexes(scenario, knowledge, unit),
  };
}

/** The step table with known wire and mines added; the shared table itself when there are none. */
function withObstacles(scenario: Scenario, knowledge: Knowledge, table: Uint16Array): Uint16Array {
  const { wire, crossings = [] } = knowledge;
  const mined = crossings.filter(({ hexside }) => mineMinutes(knowledge, hexside) > 0);
  if (wire.length === 0 && mined.length === 0) return table;
  const held = table.slice();
  for (const hexside of wire) addAlong(scenario, held, hexside, WIRE_MINUTES);
  for (const { hexside } of mined) addAlong(scenario, held, hexside, MINE_MINUTES);
  return held;
}

/** Adds minutes to both ways over a hexside, where it can be crossed at all. */
function addAlong({ map }: Scenario, table: Uint16Array, hexside: number, minutes: Minutes): void {
  const owner = (hexside / 3) | 0;
  const direction = hexside % 3;
  const beyond = map.grid.neighbours[6 * owner + direction] ?? -1;
  const ways = beyond < 0 ? [6 * owner + direction] : [6 * owner + direction, 6 * beyond + direction + 3];
  for (const at of ways) {
    const count = table[at] ?? 0;
    if (count > 0) table[at] = Math.min(LONGEST_STEP, count + 10 * minutes);
  }
}

/** Not yet its hour, or not before an event that has not happened. An event may release it before its hour. */
function whyNotReleased(scenario: Scenario, knowledge: Knowledge, unit: Unit): Refusal | undefined {
  const deployment = scenario.deployments.find((one) => one.unit === unit.id);
  if (deployment === undefined || knowledge.affairs?.released.includes(unit.id)) return undefined;
  const { releaseMinute: minute, awaitsRelease } = deployment;
  if (minute !== undefined && knowledge.minute < minute) return { reason: 'notBefore', minute };
  return awaitsRelease === true ? { reason: 'notReleased' } : undefined;
}

/** What keeps a unit where it is: no legs, guns in battery, not yet released. */
export function whyHeld(scenario: Scenario, knowledge: Knowledge, card: UnitCard, unit: Unit): Refusal | undefined {
  if (card.mobility === 'static') return { reason: 'cannotMove' };
  const lost = whyNoOrders(unit, knowledge.minute) ?? whyVehiclesDown(card, unit);
  if (lost !== undefined) return lost;
  const unreleased = whyNotReleased(scenario, knowledge, unit);
  if (unreleased !== undefined) return unreleased;
  if (unit.hull?.enginesOut === true) return { reason: 'enginesOut' };
  return hasGuns(card) && unit.gunState === 'inBattery' ? { reason: 'inBattery' } : undefined;
}

/** What keeps a unit from marching: what holds it, or works it is to hold. It may still go in with the bayonet. */
export const whyStays = (scenario: Scenario, knowledge: Knowledge, card: UnitCard, unit: Unit): Refusal | undefined =>
  whyHeld(scenario, knowledge, card, unit) ?? whyMustHold(knowledge, card, unit);

/** An ordered move along a path. */
export function resolveMove(
  course: Course,
  order: { readonly unit: UnitId; readonly path: readonly HexIndex[]; readonly pace: Pace },
): void {
  const { suppression } = unitOf(course.scenario, course.state, order.unit);
  let first: 'first' | 'later' = 'first';
  for (const to of order.path) {
    if (goOn(course, order.unit, { to, pace: order.pace, first, suppression }) === 'stopped') return;
    first = 'later';
  }
}

/** One step of a march, or what comes of it instead. */
export function goOn(course: Course, id: UnitId, stride: Stride): 'went' | 'stopped' {
  const { scenario, state } = course;
  const unit = unitOf(scenario, state, id);
  const from = hexOf(unit);
  const light = stride.led ? 'day' : skyOf(scenario.clock, state).light;
  const offWayMetres = metresOffWay(mapNow(scenario.map, groundOf(scenario, course.state)), unit.offWayMetres, {
    from,
    to: stride.to,
    light,
  });
  const to = whereTo(course, id, { ...stride, from, offWayMetres });
  const halted = to === from ? 'astray' : step(course, id, { ...stride, to }, offWayMetres);
  if (halted === undefined && to === stride.to) return 'went';
  endMarch(course, id, halted ?? 'astray');
  return 'stopped';
}

/** The unit goes no further than it came. */
function endMarch(course: Course, id: UnitId, halted: Halted): void {
  if (halted === 'ambushed' || halted === 'underFire' || halted === 'shaken') getOff(course, id);
  if (halted !== 'gone' && halted !== 'bogged') happen(course, { kind: 'halted', unit: id, cause: halted });
}

/**
 * Where a step leads: mostly where it was meant to, in the dark perhaps to the left or right of it or nowhere. Who is led
 * where he may not or cannot go notices, and stops short; so does who would run into somebody, and is none the wiser.
 */
function whereTo(
  course: Course,
  id: UnitId,
  step: { readonly from: HexIndex; readonly to: HexIndex; readonly pace: Pace; readonly offWayMetres: Metres },
): HexIndex {
  if (step.offWayMetres <= STRAY_METRES) return step.to;
  const { scenario, state } = course;
  const { map, clock } = scenario;
  const card = cardOf(scenario, id);
  const unit = unitOf(scenario, state, id);
  const likely = strayChance(map, card, { ...step, light: skyOf(clock, state).light });
  if (likely === 0) return step.to;
  const chance = chanceFor(course, id);
  if (!chance.happens(likely, 'astray')) return step.to;
  const hex = [undefined, ...besideOf(map, step.from, step.to)][chance.roll(3, 'astray').result];
  if (hex === undefined || listUnitsAt(scenario, state, opponentOf(card.side), hex).length > 0) return step.from;
  const knowledge = knowledgeOf(scenario, state, card.side);
  if (barredHexes(scenario, knowledge, unit)[hex] === 1) return step.from;
  const minutes = minutesOfStep(scenario, knowledge, { unit, ...step, to: hex, first: 'later' });
  const here = listUnitsAt(scenario, state, card.side, hex).map((own) => [cardOf(scenario, own.id), own] as const);
  const isOpen = minutes !== undefined && canBegin(unit, minutes) && whyNoRoom(map, card, unit, here) === undefined;
  return isOpen ? hex : step.from;
}

/** Who comes under fire on lorries, his own or others', jumps off. */
function getOff(course: Course, id: UnitId): void {
  // On the water they stay where they are.
  if (isCraft(cardOf(course.scenario, id))) return;
  tumbleOut(course, id);
  const { at } = unitOf(course.scenario, course.state, id);
  if (typeof at === 'number') jumpOff(course, id, at);
}

interface Stride {
  readonly to: HexIndex;
  readonly pace: Pace;
  readonly first: 'first' | 'later';
  /** Suppression with which the march began. */
  readonly suppression: number;
  /** Of those it goes with. */
  readonly leastMinutes?: Minutes;
  /** It goes by who is before it. */
  readonly led?: true;
}

/** Why a unit went no further; of the stuck and of those who are no more an event has told. */
type Halted = HaltCause | 'gone' | 'bogged';

/** One step; why the unit went no further, or nothing. */
function step(
  course: Course,
  id: UnitId,
  { to, pace, first, suppression, leastMinutes = 0 }: Stride,
  offWayMetres: Metres,
): Halted | undefined {
  const { scenario, state } = course;
  const unit = unitOf(scenario, state, id);
  const card = cardOf(scenario, id);
  const from = hexOf(unit);
  const wire = findWire(course, card, from, to);
  lookAtCrossings(course, id);
  const knowledge = knowledgeOf(scenario, course.state, card.side);
  const alone = minutesOfStep(scenario, knowledge, { unit, pace, from, to, first });
  if (alone === undefined) return 'noWay';
  const minutes = Math.max(alone, leastMinutes);
  if (!canBegin(unit, minutes)) return 'noTime';
  const fuelKm = fuelAfter(scenario, unit, { from, to });
  if (fuelKm === 'dry') return 'noFuel';
  if (meetsEnemy(course, card, unit, to)) return 'ambushed';
  if (wire !== undefined) happen(course, { kind: 'wireCut', unit: id, hexside: wire.hexside, minutes: 0 });
  const hexside = whyTooDeep(
    mapNow(scenario.map, knowledge),
    gaitOf(scenario, asWalking(unit), pace, knowledge).going,
    from,
    to,
  );
  if (hexside !== undefined) {
    happen(course, { kind: 'turnedBack', unit: id, hexside, minutes: Math.min(unit.minutesLeft, minutes) });
    findDepth(course, card.side, { of: 'hexside', at: hexside });
    return 'tooDeep';
  }
  if (first === 'first' && !breakAway(course, id, from)) return 'shaken';
  const knownBefore = countSeen(course, card);
  happen(course, {
    kind: 'moved',
    unit: id,
    from,
    to,
    minutes,
    pace,
    ...(offWayMetres > 0 ? { offWayMetres } : {}),
    ...(fuelKm === undefined ? {} : { fuelKm }),
    ...passageOf(scenario, knowledge, unit, { from, to }),
  });
  findWorksIn(course, card, to);
  const isStuck = sink(course, card, from, to);
  findDepth(course, card.side, { of: 'hexside', at: hexsideBetween(scenario.map.grid, from, to) });
  lookAtCrossings(course, id);
  perceive(course);
  lightUp(course, id);
  if (course.state.crossings !== undefined) meetMines(course, id, hexsideBetween(scenario.map.grid, from, to));
  crossCurtain(course, id, to, minutes);
  resolveReaction(course, id, minutes);
  const after = unitOf(course.scenario, course.state, id);
  if (typeof after.at !== 'number' || after.men === 0) return 'gone';
  if (after.at !== to || after.cohesion === 'broken') return 'shaken';
  if (after.cohesion !== unit.cohesion) return 'shaken';
  if (runAground(course, card, id)) return 'aground';
  if (after.suppression > suppression + PINNED) return 'underFire';
  if (isStuck) return 'bogged';
  return countSeen(course, card) > knownBefore ? 'enemySeen' : undefined;
}

/** Vehicles on soft ground may sink in; whether they did. */
function sink(course: Course, card: UnitCard, from: HexIndex, to: HexIndex): boolean {
  const { scenario, state } = course;
  const unit = unitOf(scenario, state, card.id);
  const ground =
    state.crossings === undefined ? scenario : { ...scenario, map: mapNow(scenario.map, groundOf(scenario, state)) };
  const likely = bogChance(ground, card, unit, { from, to, sky: skyOf(scenario.clock, state) });
  if (likely === 0 || !chanceFor(course, card.id).happens(likely, 'bogged')) return false;
  happen(course, { kind: 'bogged', unit: card.id, hex: to, minutes: pullOutMinutes(card, unit) });
  return true;
}

/** Minutes that enemies in the same hex have at those who leave it. [C] */
const PARTING_MINUTES = 2;

/** Who leaves a hex fought over is fired at by those he leaves; whether he still goes. */
function breakAway(course: Course, id: UnitId, from: HexIndex): boolean {
  if (!isContested(course.scenario, course.state, from)) return true;
  const before = unitOf(course.scenario, course.state, id);
  resolveReaction(course, id, PARTING_MINUTES);
  const after = unitOf(course.scenario, course.state, id);
  return after.at === from && after.men > 0 && after.cohesion === before.cohesion;
}

/** Who walks into works knows them as they are. */
export function findWorksIn(course: Course, card: UnitCard, hex: HexIndex): void {
  const works = findWorks(course.state, hex);
  if (works !== undefined && works.believed[card.side] !== works.manHours)
    happen(course, { kind: 'worksSeen', side: card.side, hex });
}

const countSeen = (course: Course, card: UnitCard): number =>
  inSightOf(viewsOf(course.state.contacts[card.side])).length;

/** An enemy nobody knew of stands in the way: it is met at a few yards, and if it is awake it fires first. */
export function meetsEnemy(course: Course, card: UnitCard, unit: Unit, to: HexIndex): boolean {
  const posts = findPosts(course);
  if (posts !== undefined && !posts.includes(to)) return false;
  const enemies = listUnitsAt(course.scenario, course.state, opponentOf(card.side), to).filter(isInAction);
  const first = enemies[0];
  if (first === undefined) return false;
  happen(course, {
    kind: 'ambushed',
    unit: unit.id,
    by: first.id,
    hex: to,
    minutes: Math.min(unit.minutesLeft, AMBUSH_MINUTES),
  });
  // In a truce men who run into each other turn back; any other orders end at a few yards.
  if (!isTruce(course.scenario, hourOf(course.scenario, course.state)))
    for (const enemy of enemies) springAmbush(course, enemy.id, unit.id, to);
  perceive(course);
  for (const enemy of enemies) noteMeeting(course, card, enemy.id);
  return true;
}

function springAmbush(course: Course, by: UnitId, on: UnitId, from: HexIndex): void {
  const { scenario, state } = course;
  const firer = unitOf(scenario, state, by);
  const mark = unitOf(scenario, state, on);
  if (firer.minutesLeft === 0 || firer.cohesion === 'broken' || mark.men === 0 || typeof mark.at !== 'number') return;
  const volley = volleyAt(
    {
      scenario,
      state,
      firer,
      from,
      target: mark.at,
      minutes: AMBUSH.minutes,
      knownAs: 'current',
      metres: AMBUSH.metres,
    },
    [mark],
  );
  const effect = present(volley.effects[0], 'a volley at one target has one effect');
  happen(course, {
    kind: 'fired',
    unit: by,
    observer: null,
    mode: 'reaction',
    target: mark.at,
    minutes: Math.min(firer.minutesLeft, 2),
    rounds: volley.rounds,
    expectedMen: Math.round(effect.men * 100) / 100,
    factors: effect.factors,
  });
  strike(course, blowOf(effect, by));
}

/** Whoever was bumped into is known to be there, even if it kept quiet. */
function noteMeeting(course: Course, card: UnitCard, enemy: UnitId): void {
  const unit = unitOf(course.scenario, course.state, enemy);
  const known = course.state.contacts[card.side].some(
    (contact) => contact.behind === enemy && contact.view.current && contact.view.hex === unit.at,
  );
  if (!known) meetInCloseCombat(course, card.side, [enemy]);
}

/** At a hexside one sees whether wire stands there, whatever one believed. */
function findWire(course: Course, card: UnitCard, from: HexIndex, to: HexIndex): Wire | undefined {
  const hexside = hexsideBetween(course.scenario.map.grid, from, to);
  const wire = course.state.wire.find((other) => other.hexside === hexside);
  if (wire !== undefined && wire.believedBy.includes(card.side) !== wire.stands)
    happen(course, { kind: 'wireSeen', side: card.side, hexside, stands: wire.stands });
  return wire?.stands ? wire : undefined;
}

/** Sentries who hear somebody near in the dark put up a flare, if they have one and may give themselves away. */
function lightUp(course: Course, mover: UnitId): void {
  const { scenario, state } = course;
  const unit = unitOf(scenario, state, mover);
  const sky = skyOf(scenario.clock, state);
  if (typeof unit.at !== 'number' || (sky.light !== 'dark' && sky.light !== 'moon')) return;
  if (lightAt(course, glowsOf(state), unit.at, sky.light) === 'twilight') return;
  const enemy = opponentOf(cardOf(scenario, mover).side);
  const heard = state.contacts[enemy].find(
    (contact) => contact.behind === mover && contact.view.current && contact.view.level === 'suspected',
  );
  if (heard === undefined) return;
  for (const index of indexesOf(scenario, enemy)) {
    const sentry = state.units[index];
    if (sentry === undefined || !canLight(course, sentry, unit.at)) continue;
    happen(course, {
      kind: 'flare',
      unit: sentry.id,
      flare: { hex: unit.at, turn: state.turn, side: enemy },
      minutes: FLARE_MINUTES,
    });
    perceive(course);
    return;
  }
}

/** How far a flare is thrown. [C] */
export const FLARE_METRES = 300;

function canLight(course: Course, sentry: Unit, at: HexIndex): boolean {
  if (typeof sentry.at !== 'number' || !isInAction(sentry) || sentry.cohesion === 'broken') return false;
  if (sentry.flares === 0 || sentry.policy === 'hold' || sentry.minutesLeft < FLARE_MINUTES) return false;
  return nearestMetres(course.scenario.map, sentry.at, at) <= FLARE_METRES;
}

/** Carries on a standing go-to as far as this turn's minutes go; it ends on arrival or when there is no way. */
export function resolveStandingMove(course: Course, id: UnitId): void {
  const { scenario, state } = course;
  const unit = unitOf(scenario, state, id);
  if (unit.standing?.kind !== 'goTo' || typeof unit.at !== 'number') return;
  const { to, pace } = unit.standing;
  const card = cardOf(scenario, id);
  if (whyStays(scenario, knowledgeOf(scenario, state, card.side), card, unit) !== undefined) return;
  const path = findWay(scenario, knowledgeOf(scenario, state, card.side), unit, to, pace);
  if (path !== undefined) resolveMove(course, { unit: id, path: affordable(course, id, path, pace), pace });
  const after = unitOf(course.scenario, course.state, id);
  const next = path?.[path.indexOf(after.at as HexIndex) + 1];
  const isDry =
    next !== undefined &&
    typeof after.at === 'number' &&
    fuelAfter(scenario, after, { from: after.at, to: next }) === 'dry';
  if (path !== undefined && after.at !== to && !isDry) return;
  const cause = isDry ? 'noFuel' : path === undefined ? 'noWay' : 'arrived';
  happen(course, { kind: 'halted', unit: id, cause });
  happen(course, { kind: 'standingSet', unit: id, standing: null });
}

/**
 * The quickest way to a hex over any number of turns; nothing when there is none.
 */
export function findWay(
  scenario: Scenario,
  knowledge: Knowledge,
  unit: Unit,
  to: HexIndex,
  pace: Pace,
): HexIndex[] | undefined {
  const request = { ...requestOf(scenario, knowledge, unit, pace, MARCH_MINUTES), until: to };
  const reach = findReach(searchOf(scenario.map.grid), request);
  return reach.minutesTo(to) === undefined ? undefined : reach.pathTo(to);
}

/** Whether `findWay` would find one; much cheaper to ask. */
export function hasWay(scenario: Scenario, knowledge: Knowledge, unit: Unit, to: HexIndex, pace: Pace): boolean {
  const request = requestOf(scenario, knowledge, unit, pace, MARCH_MINUTES);
  const found = walkHeadlong(scenario.map.grid, request, to);
  return found === 'unknown' ? findWay(scenario, knowledge, unit, to, pace) !== undefined : found === 'way';
}

/** Longest march looked for: two days. */
const MARCH_MINUTES = 2880;

/** As much of a path as the minutes left pay for, ending where there is room. */
export function affordable(course: Course, id: UnitId, path: readonly HexIndex[], pace: Pace): readonly HexIndex[] {
  const { scenario, state } = course;
  const unit = unitOf(scenario, state, id);
  const card = cardOf(scenario, id);
  const knowledge = knowledgeOf(scenario, state, card.side);
  let left = unit.minutesLeft;
  let fuelKm = findFuel(scenario, unit) ?? Infinity;
  let from = hexOf(unit);
  let good = 0;
  for (const [place, to] of path.entries()) {
    const minutes = minutesOfStep(scenario, knowledge, {
      unit,
      pace,
      from,
      to,
      first: place === 0 ? 'first' : 'later',
    });
    if (minutes === undefined || (minutes > left && (place > 0 || !canBegin(unit, minutes)))) break;
    fuelKm -= fuelKm === Infinity ? 0 : fuelOfStep(scenario, { from, to });
    if (fuelKm < 0) break;
    left = tenths(Math.max(0, left - minutes));
    from = to;
    const here = listUnitsAt(scenario, state, card.side, to).map(
      (other) => [cardOf(scenario, other.id), other] as const,
    );
    if (whyNoRoom(scenario.map, card, unit, here) === undefined) good = place + 1;
  }
  return path.slice(0, good);
}
