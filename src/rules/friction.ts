/**
 * What goes wrong on the way from a plan to the units: formations that set out late, orders that never came, telephone
 * lines cut by shells, and the relief of a commander. All of it is the scenario's to say.
 */
import type { Minutes } from '../model/clock.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Friction, LateFormation, Scenario } from '../model/scenario.ts';
import type { Side } from '../model/side.ts';
import type { Unit, UnitCard, UnitId } from '../model/unit.ts';
import { findRelief, isUnder, takenOverMinute } from './command.ts';
import { chanceFor, type Course, happen } from './course.ts';
import { thousandths } from './curve.ts';
import { minuteOf, turnMinutesOf } from './light.ts';
import { cardOf, isInAction, sideOf, unitOf } from './roster.ts';

/** Share of its minutes that a formation has while a new commander takes over. [C] */
export const TAKE_OVER_SHARE = 0.5;

/** The part of a scenario's friction that concerns some units; nothing where there is none. */
export function frictionFor(
  friction: Friction | undefined,
  isTheirs: (unit: UnitId) => boolean,
): { readonly friction?: Friction } {
  if (friction === undefined) return {};
  return {
    friction: {
      late: friction.late.filter((entry) => isTheirs(entry.unit)),
      lostOrders: friction.lostOrders.filter((entry) => isTheirs(entry.unit)),
      cutLines: friction.cutLines.filter((entry) => isTheirs(entry.headquarters)),
      reliefs: friction.reliefs.filter((entry) => isTheirs(entry.headquarters)),
    },
  };
}

/** Formations of the side that set out late in the turn that begins, with the share of it they have. */
export function settleLateness(course: Course, side: Side): ReadonlyMap<UnitId, number> {
  const { scenario } = course;
  const shares = new Map<UnitId, number>();
  if (scenario.friction === undefined) return shares;
  const minute = minuteOf(scenario.clock, course.state.turn);
  const begin = (unit: UnitId, share: number): void => {
    shares.set(unit, Math.min(share, shares.get(unit) ?? 1));
    happen(course, { kind: 'late', unit, share });
  };
  for (const entry of scenario.friction.late) {
    if (sideOf(scenario, entry.unit) !== side || !isInForce(course, entry, minute)) continue;
    if (chanceFor(course, entry.unit).happens(entry.chance, 'late')) begin(entry.unit, entry.share);
  }
  for (const { headquarters } of scenario.friction.reliefs) {
    const { relievedTurn } = unitOf(scenario, course.state, headquarters);
    if (sideOf(scenario, headquarters) !== side || relievedTurn === undefined) continue;
    const takenOver = takenOverMinute(scenario, relievedTurn);
    if (relievedTurn >= course.state.turn || minute >= takenOver) continue;
    const part = Math.min(1, (takenOver - minute) / turnMinutesOf(scenario.clock, course.state.turn));
    begin(headquarters, thousandths(1 - (1 - TAKE_OVER_SHARE) * part));
  }
  return shares;
}

/** A new commander puts an end to the lateness of his formation. */
function isInForce({ scenario, state }: Course, entry: LateFormation, minute: Minutes): boolean {
  const unit = unitOf(scenario, state, entry.unit);
  if (!isInAction(unit) || unit.relievedTurn !== undefined) return false;
  return minute >= (entry.fromMinute ?? minute) && minute < (entry.untilMinute ?? Infinity);
}

/** Share of its minutes that lateness leaves a unit. */
export function lateShareOf(scenario: Scenario, shares: ReadonlyMap<UnitId, number>, card: UnitCard): number {
  let least = 1;
  for (const [formation, share] of shares) if (isUnder(scenario, card, formation)) least = Math.min(least, share);
  return least;
}

/** At the opening: whose orders have not come. */
export function loseOrders(course: Course): void {
  const { scenario } = course;
  for (const { unit, chance, untilMinute } of scenario.friction?.lostOrders ?? []) {
    if (!chanceFor(course, unit).happens(chance, 'lostOrders')) continue;
    const units = scenario.cards.filter((card) => isUnder(scenario, card, unit)).map((card) => card.id);
    happen(course, { kind: 'ordersLost', unit, units, untilMinute });
  }
}

/** Refusal of a march or an assault to a unit without orders. */
export const whyNoOrders = (unit: Unit, minute: Minutes): Refusal | undefined =>
  unit.ordersMinute !== undefined && minute < unit.ordersMinute
    ? { reason: 'noOrders', minute: unit.ordersMinute }
    : undefined;

/** Chance that a shelling of its hex cuts a post's telephone lines, and minutes until they are mended. [C] */
export const LINES_CUT_CHANCE = 0.5;
export const MENDED_MINUTES = 60;

/** Shells on the hex of a post that telephones. */
export function tryLines(course: Course, id: UnitId): void {
  const { scenario, state } = course;
  const unit = unitOf(scenario, state, id);
  const minute = minuteOf(scenario.clock, state.turn);
  if (cardOf(scenario, id).headquarters?.communications !== 'telephone' || !isInAction(unit)) return;
  if (unit.linesMinute !== undefined && minute < unit.linesMinute) return;
  if (chanceFor(course, id).happens(LINES_CUT_CHANCE, 'lines'))
    happen(course, { kind: 'linesCut', unit: id, untilMinute: minute + MENDED_MINUTES });
}

/** Refusal of another commander. */
export function whyNotRelieve(scenario: Scenario, unit: Unit, minute: Minutes): Refusal | undefined {
  const relief = findRelief(scenario, unit.id);
  if (relief === undefined || unit.relievedTurn !== undefined) return { reason: 'noSuccessor' };
  return relief.fromMinute !== undefined && minute < relief.fromMinute
    ? { reason: 'notBefore', minute: relief.fromMinute }
    : undefined;
}

/** Another commander comes; from the next turn on his formation waits for him to take over. */
export const resolveRelieve = (course: Course, order: { readonly unit: UnitId }): void =>
  happen(course, { kind: 'relieved', unit: order.unit });
