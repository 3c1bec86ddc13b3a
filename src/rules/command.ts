/**
 * Who commands a unit, how late its orders come, and what that costs. A unit is told anew once an hour; each time it waits
 * until the order is there, so a delay is a share of its minutes, whatever the length of a turn.
 */
import type { Metres, Minutes } from '../model/clock.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Communications, Headquarters, Unit, UnitCard, UnitId } from '../model/unit.ts';
import { within } from './curve.ts';
import { isLeaderless } from './leader.ts';
import { cardOf, findIndex, isInAction } from './roster.ts';
import { rangeMetres } from './range.ts';

/** Minutes between one order and the next. [C] */
const ORDER_MINUTES = 60;

/** Minutes an order is late out of reach of any headquarters: a fifth of the hour. [C] */
export const OUT_OF_REACH_MINUTES = 12;

/** Share of the turn's minutes that leaves it. */
export const OUT_OF_COMMAND_SHARE = 1 - OUT_OF_REACH_MINUTES / ORDER_MINUTES;

/** The least share of its minutes that delay leaves a unit: men under fire do something of their own accord. [C] */
export const LEAST_SHARE = 0.5;

/** Minutes from a plain staff to the unit, and what the way adds for those who carry paper. Source: scenarios/sources.md 10 [C]. */
// biome-ignore format: a table
export const LATE: Readonly<Record<Communications, { readonly minutes: Minutes; readonly metresAMinute?: Metres }>> = {
  telephone: { minutes: 2 }, radio: { minutes: 4 }, runner: { minutes: 5, metresAMinute: 120 },
};

/** Minutes by staff: a plain one of 0.5 takes what the table says, the best half of it, the worst half as much again. [C] */
const STAFF_LATE = 1.5;

/** What is left of a staff whose commander is hit, until the next takes over; and what each loss costs for good. [C] */
const LEADERLESS_STAFF = 0.5;
const STAFF_LOST_EACH = 0.1;
const LEAST_STAFF = 0.1;

/** Minutes a new commander needs to take over. Source: relief of two commanders on 20 August 1939, scenarios/sources.md 10 [C]. */
export const TAKE_OVER_MINUTES = 180;

/** How a unit is commanded. */
export interface Command {
  readonly manner: 'independent' | 'inReach' | 'linesDown' | 'outOfReach';
  /** The headquarters that reaches it. */
  readonly by?: UnitCard;
  /** Minutes by which each order is late. */
  readonly lateMinutes: Minutes;
}

/** Units that answer to nobody on the map look after themselves, and so do headquarters and guns beyond the map. */
const isIndependent = (card: UnitCard, unit: Unit): boolean =>
  card.headquarters !== undefined || card.parent === undefined || unit.at === 'offMap';

/**
 * Whether the unit's headquarters, or one above it, is in action and reaches it. Units that answer to nobody on the map
 * look after themselves. `units` may be one side's own.
 */
export function isInCommand(
  scenario: Scenario,
  units: readonly Unit[],
  card: UnitCard,
  unit: Unit,
  minute: Minutes,
): boolean {
  return isIndependent(card, unit) || findCommander(scenario, units, card, unit, minute) !== undefined;
}

/** How the unit is commanded at a minute of the clock. `units` may be one side's own. */
export function commandOf(
  scenario: Scenario,
  units: readonly Unit[],
  card: UnitCard,
  unit: Unit,
  minute: Minutes,
): Command {
  if (isIndependent(card, unit)) return { manner: 'independent', lateMinutes: 0 };
  const by = findCommander(scenario, units, card, unit, minute);
  const post = by === undefined ? undefined : units.find((other) => other.id === by.id);
  const headquarters = by?.headquarters;
  if (by === undefined || post === undefined || headquarters === undefined)
    return { manner: 'outOfReach', lateMinutes: OUT_OF_REACH_MINUTES };
  const isDown = areLinesDown(scenario, by, post, minute);
  const metres =
    typeof post.at === 'number' && typeof unit.at === 'number' ? rangeMetres(scenario.map, post.at, unit.at) : 0;
  const staff = staffOf(scenario, by, post, minute);
  return {
    manner: isDown ? 'linesDown' : 'inReach',
    by,
    lateMinutes: lateMinutes(headquarters, { by: isDown ? 'runner' : headquarters.communications, staff, metres }),
  };
}

/** Minutes a word takes over so many metres. */
export function wordMinutes(by: Communications, metres: Metres): Minutes {
  const { minutes, metresAMinute } = LATE[by];
  return minutes + (metresAMinute === undefined ? 0 : metres / metresAMinute);
}

function lateMinutes(
  headquarters: Headquarters,
  way: { readonly by: Communications | undefined; readonly staff: number; readonly metres: Metres },
): Minutes {
  if (way.by === undefined) return headquarters.delayMinutes ?? 0;
  const plain =
    way.by === headquarters.communications && headquarters.delayMinutes !== undefined
      ? headquarters.delayMinutes
      : wordMinutes(way.by, way.metres);
  return Math.round(plain * (STAFF_LATE - way.staff) * 10) / 10;
}

/** Share of its minutes that a unit has whose orders are late. */
export const shareUnder = ({ lateMinutes: late }: Command): number => within(1 - late / ORDER_MINUTES, LEAST_SHARE, 1);

/** Whether a headquarters that telephones has no lines. */
function areLinesDown(scenario: Scenario, card: UnitCard, post: Unit, minute: Minutes): boolean {
  if (card.headquarters?.communications !== 'telephone') return false;
  if (post.linesMinute !== undefined && minute < post.linesMinute) return true;
  return (scenario.friction?.cutLines ?? []).some(
    (cut) => cut.headquarters === card.id && minute >= cut.fromMinute && minute < cut.untilMinute,
  );
}

/** How good a staff is now, 0–1: under another commander once he has taken over, worse for those it has lost. */
export function staffOf(scenario: Scenario, card: UnitCard, post: Unit, minute: Minutes): number {
  const base =
    post.relievedTurn !== undefined && minute >= takenOverMinute(scenario, post.relievedTurn)
      ? (findRelief(scenario, card.id)?.staff ?? 0)
      : (card.headquarters?.staff ?? 0);
  const lost = base - STAFF_LOST_EACH * (post.leader?.lost ?? 0);
  return within(isLeaderless(post) ? lost * LEADERLESS_STAFF : lost, LEAST_STAFF, 1);
}

/** Minute of the clock at which a commander who relieved another in that turn has taken over: he begins with the next. */
export const takenOverMinute = ({ clock }: Scenario, relievedTurn: number): Minutes =>
  (clock.starts[relievedTurn] ?? Infinity) + TAKE_OVER_MINUTES;

/** The better commander at hand for a headquarters. */
export const findRelief = (scenario: Scenario, headquarters: UnitId) =>
  scenario.friction?.reliefs.find((relief) => relief.headquarters === headquarters);

/** The headquarters above a card, the nearest first. */
export function listAbove(scenario: Scenario, card: UnitCard): UnitCard[] {
  const above: UnitCard[] = [];
  let { parent } = card;
  while (parent !== undefined && findIndex(scenario, parent) !== undefined) {
    const next: UnitCard = cardOf(scenario, parent);
    above.push(next);
    parent = next.parent;
  }
  return above;
}

/** Whether a card is that unit or answers to it. */
export const isUnder = (scenario: Scenario, card: UnitCard, formation: UnitId): boolean =>
  card.id === formation || listAbove(scenario, card).some((above) => above.id === formation);

/** The lowest headquarters above the unit that reaches it. */
export function findCommander(
  scenario: Scenario,
  units: readonly Unit[],
  card: UnitCard,
  unit: Unit,
  minute: Minutes,
): UnitCard | undefined {
  return listAbove(scenario, card).find((above) => {
    const post = units.find((other) => other.id === above.id);
    return post !== undefined && reaches(scenario, above, post, unit, minute);
  });
}

/** Whether a headquarters is in action and reaches a unit. */
export function reaches(scenario: Scenario, above: UnitCard, post: Unit, unit: Unit, minute: Minutes): boolean {
  const headquarters = above.headquarters;
  if (headquarters === undefined || !isInAction(post) || post.cohesion === 'broken') return false;
  if (headquarters.fromMinute !== undefined && minute < headquarters.fromMinute) return false;
  if (typeof post.at !== 'number' || typeof unit.at !== 'number') return false;
  return rangeMetres(scenario.map, post.at, unit.at) <= headquarters.reachMetres;
}
