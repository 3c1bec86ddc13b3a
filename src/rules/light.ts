/** The hour, the light and the weather of a turn. Both sides' turns of one number stand for the same span. */
import { present } from '../model/assert.ts';
import type { Clock, Minutes, Sky } from '../model/clock.ts';

/** Minute of the scenario's clock at which turn `turn` (1 …) begins; of the turn after the last, at which the battle ends. */
export const minuteOf = (clock: Clock, turn: number): Minutes =>
  present(clock.starts[turn - 1], `no turn ${turn} on the clock`);

/** Minutes that turn `turn` stands for. */
export const turnMinutesOf = (clock: Clock, turn: number): Minutes => minuteOf(clock, turn + 1) - minuteOf(clock, turn);

/** Light and weather at a minute of the clock. */
export function skyAt(clock: Clock, minute: Minutes): Sky {
  let sky = present(clock.skies[0], 'a clock without skies');
  for (const next of clock.skies) if (next.fromMinute <= minute) sky = next;
  return sky;
}

/** Light and weather of a turn: those of its first minute. */
export const skyOf = (clock: Clock, turn: number): Sky => skyAt(clock, minuteOf(clock, turn));

/** Minutes of the longest turn of the battle. */
export const longestTurnMinutes = (clock: Clock): Minutes =>
  clock.starts.reduce((longest, start, turn) => Math.max(longest, start - (clock.starts[turn - 1] ?? start)), 0);
