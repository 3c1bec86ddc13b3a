/**
 * Ways for own units, shy of fire, and how much of a way this turn's minutes pay for.
 */
import type { HexIndex } from '../../hex/grid.ts';
import { findReach, type Reach } from '../../hex/reach.ts';
import type { Pace } from '../../model/unit.ts';
import { barredHexes } from '../../rules/limits.ts';
import { contactTenths, minutesOfStep, searchOf } from '../../rules/ways.ts';
import { asWalking, gaitOf, stepTenths } from '../../rules/movement.ts';
import { chartOf } from '../../rules/water/chart.ts';
import { canBegin } from '../../rules/minutes.ts';
import { tenths } from '../../rules/curve.ts';
import { whyNoRoom } from '../../rules/stacking.ts';
import { fieldPrice, pay } from '../steps.ts';
import { dangerOf } from './danger.ts';
import type { Own, Situation } from './situation.ts';

/** Minutes of detour worth taking to be out of the way of one man hit a minute, on each hex. [C] */
const DETOUR_MINUTES = 4;
const MOST_DETOUR = 20;

/** Minutes of detour worth taking to keep out of a barrage, one's own or the enemy's. [C] */
const BARRAGE_MINUTES = 120;

/** Farther than this nobody plans. */
const LIMIT_MINUTES = 900;

/** Ways from where the unit stands to everywhere; nothing when there is no thought left for it. */
export function findWays(situation: Situation, own: Own, pace: Pace = 'normal'): Reach | undefined {
  if (!pay(situation.purse, fieldPrice(situation.grid))) return undefined;
  const { scenario, observation, grid } = situation;
  const extraTenths = contactTenths(scenario, observation);
  const danger = dangerOf(situation);
  for (let hex = 0; hex < grid.size; hex++) {
    const detour = Math.min(MOST_DETOUR, Math.round((danger[hex] ?? 0) * DETOUR_MINUTES));
    if (detour > 0) extraTenths[hex] = (extraTenths[hex] ?? 0) + 10 * detour;
  }
  for (const { hex } of observation.curtains ?? []) extraTenths[hex] = (extraTenths[hex] ?? 0) + 10 * BARRAGE_MINUTES;
  return findReach(searchOf(grid), {
    from: own.at,
    limitMinutes: LIMIT_MINUTES,
    stepTenths: stepTenths(
      chartOf(scenario.map, observation),
      gaitOf(scenario, asWalking(own.unit), pace, observation),
    ),
    extraTenths,
    blocked: barredHexes(scenario, observation, own.unit),
  }).copy();
}

export interface Leg {
  readonly path: readonly HexIndex[];
  readonly minutes: number;
}

/**
 * As much of a path as `minutes` pay for, ending where there is room and where `mayStop` allows. The order that comes of
 * it is legal as far as the side knows.
 */
export function legOf(
  situation: Situation,
  own: Own,
  way: {
    readonly path: readonly HexIndex[];
    readonly pace: Pace;
    readonly minutes: number;
    readonly mayStop?: (hex: HexIndex) => boolean;
  },
): Leg {
  const { scenario, observation } = situation;
  let from = own.at;
  let spent = 0;
  let good: Leg = { path: [], minutes: 0 };
  for (const [place, to] of way.path.entries()) {
    const step = minutesOfStep(scenario, observation, {
      unit: own.unit,
      pace: way.pace,
      from,
      to,
      first: place === 0 ? 'first' : 'later',
    });
    // Nobody goes through a barrage: it lifts with the turn.
    if (observation.curtains?.some((curtain) => curtain.hex === to) === true) break;
    if (step === undefined || (spent + step > way.minutes && (place > 0 || !canBegin(own.unit, step)))) break;
    spent = tenths(spent + step);
    from = to;
    if (hasRoom(situation, own, to) && (way.mayStop?.(to) ?? true))
      good = { path: way.path.slice(0, place + 1), minutes: spent };
  }
  return good;
}

/** Whether the unit finds room among its own on the hex. */
export function hasRoom(situation: Situation, own: Own, hex: HexIndex): boolean {
  const here = situation.own.filter((other) => other.at === hex).map((other) => [other.card, other.unit] as const);
  return (
    whyNoRoom(
      situation.scenario.map,
      own.card,
      own.unit.posture === 'dugIn' ? { ...own.unit, posture: 'deployed' } : own.unit,
      here,
    ) === undefined
  );
}
