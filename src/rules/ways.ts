/** The search for ways: what each step takes by what the side knows, and the quickest path to anywhere. */
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
import type { Minutes } from '../model/clock.ts';
import type { Knowledge } from '../model/observation.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Pace, Unit } from '../model/unit.ts';
import { tenths } from './curve.ts';
import { inSightOf } from './known.ts';
import { MINE_MINUTES, mineMinutes } from './mines.ts';
import {
  asWalking,
  contactMinutesOn,
  gaitOf,
  LEAVE_WORKS_MINUTES,
  minutesAcross,
  stepTenths,
  WIRE_MINUTES,
} from './movement.ts';
import { barredHexes } from './limits.ts';
import { hexOf } from './roster.ts';
import { findToll, whyNotPass, withTraffic } from './traffic.ts';
import { chartOf } from './water/chart.ts';

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
