/** The hour, the light and the weather of a turn. Both sides' turns of one number stand for the same span. */
import { present } from '../model/assert.ts';
import type { ChangedSky, Clock, Minutes, Sky } from '../model/clock.ts';

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

/** Light and weather of a turn: those of its first minute, or what an event made of them. */
export function skyOf(clock: Clock, { turn, sky }: { readonly turn: number; readonly sky?: ChangedSky }): Sky {
  const minute = minuteOf(clock, turn);
  return sky !== undefined && minute >= sky.fromMinute && minute < sky.untilMinute ? sky : skyAt(clock, minute);
}

/** The moon of a sky without a word about it: a half moon. */
const PLAIN_MOON = 0.5;

/** Lit share of the moon that shines under a sky: none in the dark, by day and at dusk. */
export const moonOf = (sky: Pick<Sky, 'light' | 'moonShare'>): number =>
  sky.light === 'moon' ? (sky.moonShare ?? PLAIN_MOON) : 0;

/** Minutes of the longest turn of the battle. */
export const longestTurnMinutes = (clock: Clock): Minutes =>
  clock.starts.reduce((longest, start, turn) => Math.max(longest, start - (clock.starts[turn - 1] ?? start)), 0);
