/** Hours as written in scenarios, `02:30`, and as the rules count them, 150 minutes since midnight of the first day. */
import type { Minutes } from '../model/clock.ts';

/** Hours past 23 run on into the next days: `26:15` is a quarter past two in the following night. */
export const CLOCK_TIME = /^\d{2,3}:[0-5]\d$/;

/** Minutes since midnight of the first day. The text must be an hour as above. */
export function parseClockTime(text: string): Minutes {
  const [hours, minutes] = text.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** An hour of the day. */
export const DAY_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A length of turns that holds from an hour of every day on. */
export interface TurnSpan {
  readonly from: string;
  readonly minutes: Minutes;
}

const DAY_MINUTES = 1440;

/**
 * The minute at which each turn begins and that of the last turn's end. With spans a turn is as long as the hour at which it
 * begins says, cut short where the next span begins, so that days and nights stay where they are.
 */
export function startsOf(start: Minutes, turnMinutes: Minutes | readonly TurnSpan[], turns: number): Minutes[] {
  const starts = [start];
  for (let turn = 1; turn <= turns; turn++) {
    const from = starts[turn - 1] ?? start;
    starts.push(from + (typeof turnMinutes === 'number' ? turnMinutes : minutesFrom(from, turnMinutes)));
  }
  return starts;
}

function minutesFrom(minute: Minutes, spans: readonly TurnSpan[]): Minutes {
  const hour = minute % DAY_MINUTES;
  const hours = spans.map((span) => ({ from: parseClockTime(span.from), minutes: span.minutes }));
  const last = hours[hours.length - 1];
  const now = hours.findLast((span) => span.from <= hour) ?? last;
  const next = hours.find((span) => span.from > hour)?.from ?? (hours[0]?.from ?? 0) + DAY_MINUTES;
  return Math.min(now?.minutes ?? DAY_MINUTES, hours.length === 1 ? DAY_MINUTES : next - hour);
}
