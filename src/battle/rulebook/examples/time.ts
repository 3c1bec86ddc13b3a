/** Example of chapter 1: the minutes a shaken company out of reach of its headquarters begins its turn with. */
import { present } from '../../../model/assert.ts';
import type { UnitId } from '../../../model/unit.ts';
import { meanChance } from '../../../rules/chance.ts';
import { OUT_OF_COMMAND_SHARE } from '../../../rules/command.ts';
import { beginCourse } from '../../../rules/course.ts';
import { turnMinutesOf } from '../../../rules/light.ts';
import { COHESION_MINUTES, HALF_SUPPRESSION_MINUTES, PINNED_SHARE, resolveEndTurn } from '../../../rules/turn.ts';
import type { Figures } from '../chapter.ts';
import { COMPANY, fieldOf } from '../field.ts';

const SUPPRESSION = 0.48;

export function time(): Figures {
  const { scenario, state } = fieldOf([
    { id: 'enemy', at: 39, side: 'japanese', ...COMPANY },
    {
      id: 'company',
      at: 0,
      ...COMPANY,
      card: { parent: 'post' as UnitId },
      now: { cohesion: 'shaken', suppression: SUPPRESSION },
    },
    { id: 'post', at: 31, card: { branch: 'headquarters', headquarters: { reachMetres: 1000, staff: 0.5 } } },
  ]);
  const course = beginCourse(scenario, state, meanChance());
  resolveEndTurn(course);
  const readied = present(
    course.events.find((event) => event.kind === 'readied' && event.unit === 'company'),
    'the company is made ready',
  );
  if (readied.kind !== 'readied') throw new Error('unreachable');
  return {
    turn: turnMinutesOf(scenario.clock, state.turn),
    suppression: SUPPRESSION,
    half: HALF_SUPPRESSION_MINUTES,
    faded: readied.suppression,
    command: OUT_OF_COMMAND_SHARE,
    shaken: COHESION_MINUTES.shaken,
    pinned: 1 - PINNED_SHARE * readied.suppression,
    minutes: readied.minutes,
  };
}
