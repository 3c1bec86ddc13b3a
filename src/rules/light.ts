/** The hour, the light and the weather of a turn. Both sides' turns of one number stand for the same half hour. */
import { present } from '../model/assert.ts';
import type { Clock, Minutes, Sky } from '../model/clock.ts';

/** Minute of the scenario's clock at which turn `turn` (1 …) begins. */
export const minuteOf = (clock: Clock, turn: number): Minutes => clock.startMinute + (turn - 1) * clock.turnMinutes;

/** Light and weather at a minute of the clock. */
export function skyAt(clock: Clock, minute: Minutes): Sky {
  let sky = present(clock.skies[0], 'a clock without skies');
  for (const next of clock.skies) if (next.fromMinute <= minute) sky = next;
  return sky;
}

/** Light and weather of a turn: those of its first minute. */
export const skyOf = (clock: Clock, turn: number): Sky => skyAt(clock, minuteOf(clock, turn));
