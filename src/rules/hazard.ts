/**
 * Chances and shares over any length of time: what happens with some chance in half an hour happens with the matching
 * chance in two minutes or in six hours, so that results do not hang on how finely a scenario cuts its time.
 */
import type { Minutes } from '../model/clock.ts';
import { thousandths } from './curve.ts';

/**
 * `share` multiplied by itself `times` times, for any `times` of 0 or more. Whole powers are exact; between two it runs
 * straight, because powers of broken exponents differ from one engine to another.
 */
export function shareOver(share: number, times: number): number {
  const whole = Math.floor(times);
  let power = 1;
  // Shares below one die out long before this many turns of anything.
  for (let count = 0; count < Math.min(whole, 200); count++) power *= share;
  return power * (1 + (share - 1) * (times - whole));
}

/** Chance in `minutes` of what has `chance` in each span of `perMinutes`. */
export const chanceOver = (chance: number, perMinutes: Minutes, minutes: Minutes): number =>
  thousandths(1 - shareOver(1 - chance, minutes / perMinutes));

/** Chance in each of so many equal parts of a time of what has `chance` in the whole of it, found by halving. */
export function chanceInPart(chance: number, parts: number): number {
  let [least, most] = [0, 1];
  for (let step = 0; step < 30; step++) {
    const middle = (least + most) / 2;
    if (1 - shareOver(1 - middle, parts) < chance) least = middle;
    else most = middle;
  }
  return (least + most) / 2;
}

/** What is left after `minutes` of what fades by half in every `halfMinutes`. */
export const fadedOver = (value: number, halfMinutes: Minutes, minutes: Minutes): number =>
  thousandths(value * shareOver(0.5, minutes / halfMinutes));
