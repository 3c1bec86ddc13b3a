/**
 * Positions and the fight for them. Men of both sides in one hex fight over it until one is alone there. A position in
 * works is a number of knots, each a section's or a platoon's trenches: who breaks in has one of them, not all.
 */
import type { HexIndex } from '../../hex/grid.ts';
import type { Point } from '../curve.ts';
import { within } from '../curve.ts';
import type { Scenario } from '../../model/scenario.ts';
import { SIDES } from '../../model/side.ts';
import type { BattleState } from '../../model/state.ts';
import type { Unit } from '../../model/unit.ts';
import { isInAction, listUnitsAt } from '../roster.ts';
import { type Entrenchment, entrenchmentFor, manHoursAt } from '../works.ts';

/** Whether men of both sides are in the hex. */
export const isContested = (scenario: Scenario, state: BattleState, hex: HexIndex): boolean =>
  SIDES.every((side) => listUnitsAt(scenario, state, side, hex).some(isInAction));

/** Men who make a knot of their own, by what they lie in; in less than foxholes a position is a line, and one. [C] */
export const KNOT_MEN: Readonly<Record<Entrenchment, number>> = {
  halted: Infinity,
  hasty: Infinity,
  pits: Infinity,
  foxholes: 60,
  trenches: 6,
  fortified: 8,
};

/** What those who lie dug in among the defenders of a hex have of its works. */
export function worksOfDefenders(
  state: Pick<BattleState, 'works'>,
  defenders: readonly Unit[],
  hex: HexIndex,
): { readonly works: Entrenchment; readonly men: number } {
  const men = defenders.filter((unit) => unit.posture === 'dugIn').reduce((sum, unit) => sum + unit.men, 0);
  return { works: men === 0 ? 'halted' : entrenchmentFor(manHoursAt(state.works, hex), men), men };
}

/** Of the knots of a position, those that still hang together once the attackers are among them. [C] */
export const LODGED_KNOTS_SHARE = 0.5;

/** Where attackers fight from: outside, or from a part of the position that is theirs already. */
export type Footing = 'outside' | 'lodged';

/** Knots that the defenders of a hex hold: 1 for a line, more for trenches with many men in them. */
export function countKnots(
  state: Pick<BattleState, 'works'>,
  defenders: readonly Unit[],
  hex: HexIndex,
  footing: Footing,
): number {
  const { works, men } = worksOfDefenders(state, defenders, hex);
  const share = footing === 'lodged' ? LODGED_KNOTS_SHARE : 1;
  return Math.max(1, Math.ceil((men / KNOT_MEN[works]) * share));
}

/**
 * In trenches few meet few: of power beyond the defenders' only the root tells, and who knows the trenches has the better
 * of it. Source: three hours of bayonets and grenades at three to one and more, 31 July 1938, scenarios/sources.md 7 [C].
 */
export const inTrenches = (ratio: number, knots: number): number =>
  knots > 1 ? HOME_GROUND * (ratio > 1 ? Math.sqrt(ratio) : ratio) : ratio;
export const HOME_GROUND = 0.85;

/** From outside a position is seldom cleared at one go, whatever the odds. [C] */
export const FROM_OUTSIDE = 0.4;

/** Share of the fights won that clear the whole position; the others win a part of it. */
export const clearedShare = (ratio: number, knots: number, footing: Footing): number =>
  knots > 1 ? within(ratio / knots, 0, 1) * (footing === 'outside' ? FROM_OUTSIDE : 1) : 1;

/** What is left of the night's bonus of drill and surprise under so much of the moon: half at half moon, nil at nine tenths. [C] */
export const NIGHT_BONUS_BY_MOON: readonly Point[] = [
  [0, 1],
  [0.5, 0.5],
  [0.9, 0],
];
