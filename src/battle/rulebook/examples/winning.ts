/** Example of chapter 9: two objectives, losses, and what they come to. */
import { lossPoints, resultOf } from '../../../rules/objectives.ts';
import { nameOf, sideText } from '../../wording.ts';
import type { Figures } from '../chapter.ts';
import { COMPANY, fieldOf } from '../field.ts';

const KILLED = 65;
const CLAUSE = { side: 'soviet', freeMen: 20, men: 10, source: 'worked example', grade: 'C' } as const;
const POINTS = { hill: 12, village: 6, ford: 4 };

export function winning(): Figures {
  const { scenario, state } = fieldOf(
    [
      { id: 'company', at: 0, ...COMPANY, now: { men: 100 - KILLED, killed: KILLED } },
      { id: 'enemy', at: 39, side: 'japanese', ...COMPANY },
    ],
    {
      objectives: [
        { hex: 1, points: POINTS.hill, holder: 'soviet' },
        { hex: 2, points: POINTS.village, holder: 'soviet' },
        { hex: 38, points: POINTS.ford, holder: 'japanese' },
      ],
      rest: { lossClauses: [CLAUSE] },
    },
  );
  const result = resultOf(scenario, state);
  return {
    ...POINTS,
    held: POINTS.hill + POINTS.village,
    lost: KILLED,
    free: CLAUSE.freeMen,
    each: CLAUSE.men,
    lossPoints: lossPoints(scenario, 'soviet', KILLED),
    score: result.score.soviet,
    other: result.score.japanese,
    margin: result.score.soviet - result.score.japanese,
    major: scenario.victory.major,
    minor: scenario.victory.minor,
    level: nameOf('level', result.level),
    winner: result.winner === null ? '–' : sideText(result.winner),
  };
}
