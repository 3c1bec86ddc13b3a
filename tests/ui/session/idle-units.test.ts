/** Whom the warning before the end of a turn names. */
import { expect, test } from 'vitest';
import { listIdleUnits } from '../../../src/ui/session/idle-units.ts';
import { begin } from './at-the-screen.ts';

test('units with time left and nothing to do are idle; those that hold, dig, run or are gone are not', async () => {
  const session = await begin({ soviet: 'person', japanese: 'person' });
  session.takeSeat();
  const { observation } = session.view.value;
  const idle = listIdleUnits(observation);
  expect(idle.length).toBeGreaterThan(0);
  const unit = idle[0];
  if (unit === undefined) return;
  const isIdleWith = (part: Partial<typeof unit>) =>
    listIdleUnits({ ...observation, units: [{ ...unit, ...part }] }).length === 1;
  expect(isIdleWith({})).toBe(true);
  expect(isIdleWith({ minutesLeft: 0 })).toBe(false);
  expect(isIdleWith({ standing: { kind: 'hold' } })).toBe(false);
  expect(isIdleWith({ cohesion: 'shaken' })).toBe(true);
  expect(isIdleWith({ cohesion: 'broken' })).toBe(false);
  expect(isIdleWith({ at: 'toArrive' })).toBe(false);
  expect(isIdleWith({ at: 'gone' })).toBe(false);
});

test('nobody is idle in the other side’s turn', async () => {
  const session = await begin({ soviet: 'person', japanese: 'person' });
  session.takeSeat();
  const { observation } = session.view.value;
  const other = observation.side === 'soviet' ? 'japanese' : 'soviet';
  expect(listIdleUnits({ ...observation, active: other })).toEqual([]);
});
