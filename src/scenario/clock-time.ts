/** Hours as written in scenarios, `02:30`, and as the rules count them, 150 minutes since midnight of the first day. */
import type { Minutes } from '../model/clock.ts';

/** Hours past 23 run on into the next days: `26:15` is a quarter past two in the following night. */
export const CLOCK_TIME = /^\d{2,3}:[0-5]\d$/;

/** Minutes since midnight of the first day. The text must be an hour as above. */
export function parseClockTime(text: string): Minutes {
  const [hours, minutes] = text.split(':');
  return Number(hours) * 60 + Number(minutes);
}
