/**
 * Moving along a path, hex by hex: each step spends minutes, shows the mover to whoever watches, and may meet somebody or
 * something on the way.
 */
import type { HexIndex } from '../hex/grid.ts';
import { hexsideBetween } from '../hex/hexside.ts';
import type { Metres, Minutes } from '../model/clock.ts';
import type { HaltCause } from '../model/event.ts';
import type { Knowledge } from '../model/observation.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Scenario } from '../model/scenario.ts';
import { opponentOf } from '../model/side.ts';
import type { Pace, Unit, UnitCard, UnitId } from '../model/unit.ts';
import { whyVehiclesDown } from './breakdown.ts';
import { perceive } from './contacts.ts';
import { chanceFor, type Course, happen } from './course.ts';
import { mapNow } from './crossing.ts';
import { lookAtCrossings } from './crossing-sight.ts';
import { tenths } from './curve.ts';
import { whyMustHold } from './doctrine.ts';
import { resolveReaction } from './fire/direct.ts';
import { whyNoOrders } from './friction.ts';
import { crossCurtain } from './fire/mission.ts';
import { knowledgeOf } from './knowledge.ts';
import { groundOf } from './known.ts';
import { skyOf } from './light.ts';
import { meetMines } from './mines.ts';
import { canBegin } from './minutes.ts';
import { besideOf, bogChance, metresOffWay, pullOutMinutes, STRAY_METRES, strayChance } from './mishaps.ts';
import { asWalking, gaitOf } from './movement.ts';
import { barredHexes } from './limits.ts';
import { cardOf, hasGuns, hexOf, listUnitsAt, unitOf } from './roster.ts';
import { jumpOff } from './carry.ts';
import { findFuel, fuelAfter, fuelOfStep } from './supply/fuel.ts';
import { tumbleOut } from './saddle.ts';
import { whyNoRoom } from './stacking.ts';
import { passageOf } from './traffic.ts';
import { isCraft } from './water/craft.ts';
import { findDepth, runAground, whyTooDeep } from './water/sound.ts';

import { breakAway, findWorksIn, countSeen, meetsEnemy, findWire, lightUp } from './encounter.ts';
import { minutesOfStep, findWay } from './ways.ts';
/** Suppression taken since it set out that stops a march. [C] */
export const PINNED = 0.25;

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
