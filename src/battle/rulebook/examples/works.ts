/** Example of chapter 8: a company digs through an hour of night, then through another. */
import { entrenchmentFor, manHoursDug, NIGHT_DIGGING_SHARE, smallArmsThrough, WORKS } from '../../../rules/works.ts';
import { nameOf } from '../../wording.ts';
import type { Figures } from '../chapter.ts';

const MEN = 100;
const MINUTES = 60;

export function works(): Figures {
  const hour = manHoursDug({ men: MEN, minutes: MINUTES, suppression: 0, terrain: 'open', light: 'dark' });
  const first = entrenchmentFor(hour, MEN);
  const second = entrenchmentFor(2 * hour, MEN);
  return {
    men: MEN,
    minutes: MINUTES,
    night: NIGHT_DIGGING_SHARE,
    hour,
    each: hour / MEN,
    first: nameOf('entrenchment', first),
    firstHours: WORKS[first].manHours,
    firstThrough: smallArmsThrough(first),
    two: 2 * hour,
    eachOfTwo: (2 * hour) / MEN,
    second: nameOf('entrenchment', second),
    secondHours: WORKS[second].manHours,
    secondThrough: smallArmsThrough(second),
  };
}
