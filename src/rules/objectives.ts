/** Who holds the objectives, who knows it, and what the battle is worth to each side. */
import type { Affairs } from '../model/affair.ts';
import { bySide, opponentOf, type Side, SIDES } from '../model/side.ts';
import type { BattleResult, Comparison, Counted, Losses, VictoryLevel } from '../model/result.ts';
import type { Scenario } from '../model/scenario.ts';
import type { BattleState } from '../model/state.ts';
import { clausePoints, findHistoricMeasure, measureOf } from './affairs/clauses.ts';
import { countShotDown } from './air/roster.ts';
import { type Course, happen } from './course.ts';
import { watchMetres } from './detection.ts';
import { skyOf } from './light.ts';
import { nearestMetres } from './range.ts';
import { countFallenOut, countLost, hasGuns, indexesOf, occupiedOf } from './roster.ts';
import { hasLineOfSight } from './sight.ts';

/** Brings holders up to date: a side alone on the hex holds it, and goes on holding it until another is alone there. */
export function updateObjectives(course: Course): void {
  const { scenario } = course;
  const hexes = new Set(scenario.objectives.map((objective) => objective.hex));
  const occupied = bySide((side) => occupiedOf(scenario, course.state, side, hexes));
  for (const [index, objective] of scenario.objectives.entries()) {
    const present = SIDES.filter((side) => occupied[side].has(objective.hex));
    const holder = present.length === 1 ? present[0] : undefined;
    if (holder !== undefined && course.state.holdings[index]?.holder !== holder)
      happen(course, { kind: 'objectiveTaken', objective: index, holder });
    for (const side of SIDES) learn(course, side, index);
  }
}

function learn(course: Course, side: Side, index: number): void {
  const holding = course.state.holdings[index];
  const hex = course.scenario.objectives[index]?.hex;
  if (holding === undefined || hex === undefined || holding.believed[side] === holding.holder) return;
  if (watches(course.scenario, course.state, side, hex))
    happen(course, { kind: 'objectiveLearned', side, objective: index, holder: holding.holder });
}

/** Whether the side has the hex under observation, or stands beside it. */
function watches(scenario: Scenario, state: BattleState, side: Side, hex: number): boolean {
  const sky = skyOf(scenario.clock, state);
  const metres = Math.max(watchMetres(sky.light, sky.weather), scenario.map.hexMetres / 2);
  for (const index of indexesOf(scenario, side)) {
    const at = state.units[index]?.at;
    if (typeof at !== 'number' || nearestMetres(scenario.map, at, hex) > metres) continue;
    if (hasLineOfSight(scenario.map, at, hex)) return true;
  }
  return false;
}

/** What a side has lost so far. */
export function lossesOf(scenario: Scenario, state: BattleState, side: Side): Losses {
  let men = 0;
  let vehicles = 0;
  let guns = 0;
  for (const [index, card] of scenario.cards.entries()) {
    const unit = state.units[index];
    if (card.side !== side || unit === undefined) continue;
    men += countLost(unit);
    vehicles += card.vehicles - (unit.at === 'gone' ? 0 : unit.vehicles + countFallenOut(unit));
    vehicles += unit.hull?.sinking === true ? 1 : 0;
    if (hasGuns(card)) {
      for (const [type, armament] of card.armaments.entries()) {
        const kind = scenario.weapons.get(armament.weapon)?.kind;
        if (kind === 'gun' || kind === 'howitzer' || kind === 'antiTankGun')
          guns += armament.count - (unit.at === 'gone' ? 0 : (unit.pieces[type] ?? 0) + (unit.outOfOrder?.[type] ?? 0));
      }
    }
  }
  return { men, vehicles, guns, aircraft: countShotDown(scenario, state, side) };
}

/** Points off for losses by the scenario's clause; 0 without one. */
export function lossPoints(scenario: Scenario, side: Side, lostMen: number): number {
  let points = 0;
  for (const clause of scenario.lossClauses) {
    if (clause.side === side && lostMen > clause.freeMen) points += Math.floor((lostMen - clause.freeMen) / clause.men);
  }
  return points;
}

/** What an objective is worth: as the scenario says, or as an event made it. */
export const worthOf = (scenario: Scenario, affairs: Pick<Affairs, 'points'> | undefined, index: number): number =>
  affairs?.points.findLast((change) => change.objective === index)?.points ?? scenario.objectives[index]?.points ?? 0;

/** Points of a side as things stand: objectives held and what clauses count, less losses; never below 0. */
export function scoreOf(scenario: Scenario, state: BattleState, side: Side): number {
  let points = 0;
  for (const index of scenario.objectives.keys())
    if (state.holdings[index]?.holder === side) points += worthOf(scenario, state.affairs, index);
  for (const [index, { points: counted }] of tallyOf(scenario, state).entries())
    if (scenario.clauses?.[index]?.side === side) points += counted;
  return Math.max(0, points - lossPoints(scenario, side, lossesOf(scenario, state, side).men));
}

/** The scenario's clauses as things stand, in its order. */
export function tallyOf(scenario: Scenario, state: BattleState): readonly Counted[] {
  const reckoning = { scenario, state, lost: (side: Side) => lossesOf(scenario, state, side) };
  return (scenario.clauses ?? []).map((clause) => {
    const measured = measureOf(reckoning, clause);
    return { clause: clause.id, measured, points: clausePoints(clause, measured) };
  });
}

/** History's own score by the same rules; nothing where the scenario does not say who held what or what was measured. */
export function findHistoricScore(scenario: Scenario, side: Side): number | undefined {
  const { holders, losses } = scenario.history;
  if (holders === undefined) return undefined;
  let points = 0;
  for (const objective of scenario.objectives) if (holders[objective.id] === side) points += objective.points;
  for (const clause of scenario.clauses ?? []) {
    const measured = findHistoricMeasure(scenario, clause);
    if (measured === undefined) return undefined;
    if (clause.side === side) points += clausePoints(clause, measured);
  }
  return Math.max(0, points - lossPoints(scenario, side, losses[side].men));
}

/** The end of the battle in points, level, losses and beside history. */
export function resultOf(scenario: Scenario, state: BattleState): BattleResult {
  const [first, second] = scenario.order;
  const score = bySide((side) => scoreOf(scenario, state, side));
  const margin = score[first] - score[second];
  const level = levelAt(scenario, Math.abs(margin));
  const winner = level === 'draw' ? null : margin > 0 ? first : second;
  const losses = bySide((side) => lossesOf(scenario, state, side));
  const result = { winner, level, versusHistory: compare(scenario, score, winner ?? first), score, losses };
  const counted = tallyOf(scenario, state);
  return counted.length === 0 ? result : { ...result, counted };
}

function levelAt(scenario: Scenario, margin: number): VictoryLevel {
  const { decisive, major, minor } = scenario.victory;
  if (margin >= decisive) return 'decisive';
  if (margin >= major) return 'major';
  return margin >= minor ? 'minor' : 'draw';
}

function compare(scenario: Scenario, score: BattleResult['score'], side: Side): Comparison {
  const other = opponentOf(side);
  const gained = score[side] - score[other] - (scenario.history.score[side] - scenario.history.score[other]);
  if (Math.abs(gained) <= scenario.history.samePoints) return 'as';
  return gained > 0 ? 'better' : 'worse';
}
