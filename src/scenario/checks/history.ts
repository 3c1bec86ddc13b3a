/** Where the history says who held what in the end and what was measured, its score is what the rules make of that. */
import type { Scenario } from '../../model/scenario.ts';
import { SIDES } from '../../model/side.ts';
import { findHistoricMeasure } from '../../rules/affairs/clauses.ts';
import { findHistoricScore } from '../../rules/objectives.ts';
import type { Fault } from '../draft.ts';

/** Asked of a scenario that is sound otherwise. */
export function listWrongHistory(scenario: Scenario): Fault[] {
  const { history, objectives, clauses = [] } = scenario;
  if (history.holders === undefined) return [];
  const { holders } = history;
  const silent: Fault[] = [
    ...objectives
      .filter(({ id }) => holders[id] === undefined)
      .map(({ id }) => ({ path: `history.holders.${id}`, found: 'nothing', expected: 'a side or null' })),
    ...clauses
      .filter((clause) => findHistoricMeasure(scenario, clause) === undefined)
      .map(({ id }) => ({ path: `history.measures.${id}`, found: 'nothing', expected: 'what the clause measured' })),
  ];
  if (silent.length > 0) return silent;
  return SIDES.flatMap((side): Fault[] => {
    const score = findHistoricScore(scenario, side);
    if (score === undefined || score === history.score[side]) return [];
    return [
      { path: `history.score.${side}`, found: `${history.score[side]}`, expected: `${score}, by the same rules` },
    ];
  });
}
