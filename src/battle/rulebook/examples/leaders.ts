/** Example of chapter 10: the minutes of a tired company whose captain is hit, a runner's way from its headquarters. */
import { present } from '../../../model/assert.ts';
import type { UnitId } from '../../../model/unit.ts';
import { meanChance } from '../../../rules/chance.ts';
import { commandOf, LATE, shareUnder } from '../../../rules/command.ts';
import { beginCourse } from '../../../rules/course.ts';
import { vigourOf } from '../../../rules/fatigue.ts';
import { LEADERLESS } from '../../../rules/leader.ts';
import { minuteOf, turnMinutesOf } from '../../../rules/light.ts';
import { cardOf } from '../../../rules/roster.ts';
import { resolveEndTurn } from '../../../rules/turn.ts';
import type { Figures } from '../chapter.ts';
import { COMPANY, fieldOf, unitIn } from '../field.ts';

const FATIGUE = 0.6;
const METRES = 1000;

export function leaders(): Figures {
  const field = fieldOf([
    { id: 'enemy', at: 39, side: 'japanese', ...COMPANY },
    {
      id: 'company',
      at: 0,
      ...COMPANY,
      card: { parent: 'post' as UnitId },
      now: { fatigue: FATIGUE, leader: { lost: 1, successorMinute: 1440 } },
    },
    {
      id: 'post',
      at: 4,
      card: { branch: 'headquarters', headquarters: { reachMetres: 2000, staff: 0.5, communications: 'runner' } },
    },
  ]);
  const { scenario, state } = field;
  const company = unitIn(field, 'company');
  const minute = minuteOf(scenario.clock, state.turn);
  const command = commandOf(scenario, state.units, cardOf(scenario, company.id), company, minute);
  const course = beginCourse(scenario, state, meanChance());
  resolveEndTurn(course);
  const readied = present(
    course.events.find((event) => event.kind === 'readied' && event.unit === 'company'),
    'the company is made ready',
  );
  if (readied.kind !== 'readied') throw new Error('unreachable');
  return {
    fatigue: FATIGUE,
    turn: turnMinutesOf(scenario.clock, state.turn),
    runner: LATE.runner.minutes,
    metres: METRES,
    pace: LATE.runner.metresAMinute ?? 0,
    late: command.lateMinutes,
    command: shareUnder(command),
    leader: LEADERLESS.minutes,
    vigour: vigourOf(company),
    minutes: readied.minutes,
  };
}
