/**
 * Units that march together: in step, the slowest setting the pace, the first finding the way, and all stopping where one
 * is stopped. Also units that follow another turn after turn.
 */
import type { HexIndex } from '../hex/grid.ts';
import type { Minutes } from '../model/clock.ts';
import type { Knowledge } from '../model/observation.ts';
import type { OrderOf } from '../model/order.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Pace, Unit, UnitId } from '../model/unit.ts';
import { type Course, happen } from './course.ts';
import { tenths } from './curve.ts';
import { knowledgeOf } from './knowledge.ts';
import { affordable, goOn, resolveMove, whyStays } from './march.ts';
import { findWay, minutesOfStep } from './ways.ts';
import { whyNoTime } from './minutes.ts';
import { cardOf, hexOf, isInAction, listUnitsAt, unitOf } from './roster.ts';
import { whyNoRoom } from './stacking.ts';

/** Refusal of a place in a march for a unit that is free to go: it has no way there, or no time to set out. */
export function whyNotAlong(
  scenario: Scenario,
  knowledge: Knowledge,
  unit: Unit,
  { to, pace }: { readonly to: HexIndex; readonly pace: Pace },
): Refusal | undefined {
  if (unit.at === to) return undefined;
  const first = findWay(scenario, knowledge, unit, to, pace)?.[0];
  if (first === undefined) return { reason: 'noWay' };
  const minutes = minutesOfStep(scenario, knowledge, { unit, pace, from: hexOf(unit), to: first, first: 'first' });
  return minutes === undefined ? { reason: 'noWay' } : whyNoTime(unit, minutes);
}

/** A headquarters and those under it who are on the map and free to march, in the order of the cards. */
export function listFormation(scenario: Scenario, knowledge: Knowledge, headquarters: UnitId): readonly Unit[] {
  const isFree = (unit: Unit): boolean =>
    typeof unit.at === 'number' &&
    isInAction(unit) &&
    unit.cohesion !== 'broken' &&
    whyStays(scenario, knowledge, cardOf(scenario, unit.id), unit) === undefined;
  const head = knowledge.units.find(({ id }) => id === headquarters);
  if (head === undefined || !isFree(head)) return [];
  const under = knowledge.units.filter((unit) => cardOf(scenario, unit.id).parent === headquarters && isFree(unit));
  return [head, ...under];
}

/** One of the units on its way. */
interface Walker {
  readonly id: UnitId;
  readonly path: readonly HexIndex[];
  readonly suppression: number;
  done: number;
}

/** All go a hex at a time, each on its own way, until they are there, have no room or time, or one is stopped. */
export function resolveTogether(course: Course, order: OrderOf<'together'>): void {
  const walkers = order.units.map((id) => walkerOf(course, id, order));
  for (let isGoing = true; isGoing; ) {
    const minutes = slowestStep(course, walkers, order.pace);
    if (minutes === 'stop') return;
    const head = walkers.find(isOnTheWay);
    isGoing = false;
    for (const walker of walkers) {
      const to = walker.path[walker.done];
      if (to === undefined || !hasRoom(course, walker.id, to)) continue;
      const went = goOn(course, walker.id, {
        to,
        pace: order.pace,
        first: walker.done === 0 ? 'first' : 'later',
        suppression: walker.suppression,
        leastMinutes: minutes,
        // The others go by who is before them.
        ...(walker === head ? {} : { led: true }),
      });
      if (went === 'stopped') return;
      walker.done += 1;
      isGoing = true;
    }
  }
}

const isOnTheWay = ({ path, done }: Walker): boolean => done < path.length;

function walkerOf(course: Course, id: UnitId, { to, pace }: OrderOf<'together'>): Walker {
  const { scenario, state } = course;
  const unit = unitOf(scenario, state, id);
  const knowledge = knowledgeOf(scenario, state, cardOf(scenario, id).side);
  const path = unit.at === to ? [] : (findWay(scenario, knowledge, unit, to, pace) ?? []);
  return { id, path, suppression: unit.suppression, done: 0 };
}

/** Minutes of the slowest step that is next; `stop` where one has no time for it or nobody is on the way. */
function slowestStep(course: Course, walkers: readonly Walker[], pace: Pace): Minutes | 'stop' {
  const { scenario, state } = course;
  let slowest = 0;
  for (const { id, path, done } of walkers) {
    const to = path[done];
    if (to === undefined) continue;
    const unit = unitOf(scenario, state, id);
    const knowledge = knowledgeOf(scenario, state, cardOf(scenario, id).side);
    const first = done === 0 ? 'first' : 'later';
    const minutes = minutesOfStep(scenario, knowledge, { unit, pace, from: hexOf(unit), to, first });
    if (minutes === undefined) return 'stop';
    slowest = Math.max(slowest, minutes);
  }
  if (slowest === 0) return 'stop';
  for (const { id, path, done } of walkers) {
    const unit = unitOf(scenario, state, id);
    if (path[done] !== undefined && (done > 0 ? slowest > unit.minutesLeft : whyNoTime(unit, slowest) !== undefined))
      return 'stop';
  }
  return slowest;
}

function hasRoom({ scenario, state }: Course, id: UnitId, hex: HexIndex): boolean {
  const card = cardOf(scenario, id);
  const here = listUnitsAt(scenario, state, card.side, hex).map((own) => [cardOf(scenario, own.id), own] as const);
  return whyNoRoom(scenario.map, card, unitOf(scenario, state, id), here) === undefined;
}

/** Minutes until the last of them is there, if nothing comes between; by the slowest way of all. */
export function minutesTogether(scenario: Scenario, knowledge: Knowledge, order: OrderOf<'together'>): Minutes {
  let longest = 0;
  for (const id of order.units) {
    const unit = knowledge.units.find((own) => own.id === id);
    if (unit === undefined || unit.at === order.to) continue;
    let from = hexOf(unit);
    let minutes = 0;
    for (const [place, to] of (findWay(scenario, knowledge, unit, order.to, order.pace) ?? []).entries()) {
      const first = place === 0 ? 'first' : 'later';
      minutes += minutesOfStep(scenario, knowledge, { unit, pace: order.pace, from, to, first }) ?? 0;
      from = to;
    }
    longest = Math.max(longest, minutes);
  }
  return tenths(longest);
}

/** Refusal of an order to follow: nobody, oneself, or one who follows oneself. */
export function whyNotFollow(knowledge: Knowledge, unit: Unit, leaderId: UnitId): Refusal | undefined {
  const leader = knowledge.units.find(({ id }) => id === leaderId);
  if (leader === undefined) return { reason: 'unknownUnit', unit: leaderId };
  const follows = leader.standing?.kind === 'follow' && leader.standing.leader === unit.id;
  return leader.id === unit.id || follows || !isInAction(leader) || typeof leader.at !== 'number'
    ? { reason: 'cannotFollow' }
    : undefined;
}

/** Comes after the unit it follows as far as there is time and room; free again when that one is gone. */
export function resolveFollow(course: Course, id: UnitId): void {
  const { scenario, state } = course;
  const unit = unitOf(scenario, state, id);
  if (unit.standing?.kind !== 'follow' || typeof unit.at !== 'number') return;
  const { at } = unitOf(scenario, state, unit.standing.leader);
  if (typeof at !== 'number') return happen(course, { kind: 'standingSet', unit: id, standing: null });
  const card = cardOf(scenario, id);
  const knowledge = knowledgeOf(scenario, state, card.side);
  if (at === unit.at || whyStays(scenario, knowledge, card, unit) !== undefined) return;
  const path = findWay(scenario, knowledge, unit, at, 'normal');
  if (path !== undefined)
    resolveMove(course, { unit: id, path: affordable(course, id, path, 'normal'), pace: 'normal' });
}
