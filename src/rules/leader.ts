/**
 * Leaders: they go ahead of their men and are hit with them. Until the next in rank has taken over, a unit is slow, is
 * easily shaken and does not rally well; whoever follows is not as good as the one before.
 */
import type { Minutes } from '../model/clock.ts';
import type { Echelon, Unit, UnitId } from '../model/unit.ts';
import { chanceFor, type Course, happen } from './course.ts';
import { thousandths, within } from './curve.ts';
import { minuteOf } from './light.ts';
import { cardOf, unitOf } from './roster.ts';

/** Leaders are hit about twice as often as their men: at Nomonhan nearly every commander of a regiment. Scenarios/sources.md 10 [C]. */
export const EXPOSURE = 2;

/** Minutes until the next in rank commands, by the size of the unit. [C] */
// biome-ignore format: a table
export const SUCCESSION_MINUTES: Readonly<Record<Echelon, Minutes>> = {
  section: 10, platoon: 15, company: 30, battalion: 45, regiment: 90, brigade: 120, division: 180,
};

/** What each successor takes off what keeps a unit in its place, and how many are told apart. [C] */
export const WORSE_EACH = 0.06;
const MOST_WORSE = 3;

/** Without a leader: factor on the chance to waver, taken off that to rally, share of the minutes. [C] */
export const LEADERLESS = { shock: 1.25, rally: 0.15, minutes: 0.8 };

/** Whether nobody leads the unit. */
export const isLeaderless = (unit: Pick<Unit, 'leader'>): boolean => unit.leader?.successorMinute !== undefined;

/** What the loss of leaders takes off a unit's resolve for good, 0–0.18. */
export const resolveLost = (unit: Pick<Unit, 'leader'>): number =>
  WORSE_EACH * Math.min(MOST_WORSE, unit.leader?.lost ?? 0);

/** Chance that the leader is among those hit when this share of the men is. */
export const leaderLostChance = (lossShare: number): number => thousandths(within(EXPOSURE * lossShare, 0, 0.9));

/** Whether the leader is among those just hit. */
export function tryLeader(course: Course, id: UnitId, lossShare: number): void {
  const { scenario, state } = course;
  const unit = unitOf(scenario, state, id);
  if (unit.men === 0 || lossShare <= 0 || isLeaderless(unit)) return;
  if (!chanceFor(course, id).happens(leaderLostChance(lossShare), 'leader')) return;
  const successorMinute = minuteOf(scenario.clock, state.turn) + SUCCESSION_MINUTES[cardOf(scenario, id).echelon];
  happen(course, { kind: 'leaderLost', unit: id, successorMinute });
}

/** The next in rank takes over when it is time. */
export function succeed(course: Course, id: UnitId): void {
  const minute = unitOf(course.scenario, course.state, id).leader?.successorMinute;
  if (minute !== undefined && minute <= minuteOf(course.scenario.clock, course.state.turn))
    happen(course, { kind: 'leaderReplaced', unit: id });
}
