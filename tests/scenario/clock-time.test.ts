import { expect, test } from 'vitest';
import { parseClockTime } from '../../src/scenario/clock-time.ts';

test.each([
  ['00:00', 0],
  ['02:30', 150],
  ['06:08', 368],
  ['26:15', 1575],
])('%s is minute %i of the clock', (text, minute) => {
  expect(parseClockTime(text)).toBe(minute);
});
