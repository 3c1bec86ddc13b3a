/** In a recorded battle every moment is at hand, and nobody looks where he may not. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Film } from '../../../src/battle/film.ts';
import {
  lookAs,
  momentOf,
  moveTo,
  openReplay,
  stepBack,
  stepForward,
  toFirst,
  toLast,
  turnBack,
  turnForward,
} from '../../../src/ui/session/replay-cursor.ts';
import { begin, giveOrders, scenario } from './at-the-screen.ts';

/** "In under 100 ms": the slowest moment of a battle, on a machine that has other things to do. */
const MOMENT_MILLISECONDS = 100;

let running: Film;
let finished: Film;

/** Two people take turns, a few orders each. */
async function played(turns: number): Promise<Film> {
  const session = await begin({ soviet: 'person', japanese: 'person' });
  for (let turn = 0; turn < turns; turn += 1) {
    session.takeSeat();
    giveOrders(session, 4, turn + 2);
    session.endTurn();
  }
  return session.recorded();
}

beforeAll(async () => {
  running = await played(4);
  finished = await played(2 * scenario.clock.turns);
});

describe('a recorded battle', () => {
  test('begins at the opening and stays within its orders', () => {
    const start = openReplay(running, 'soviet');
    expect(start.position).toBe(0);
    expect(stepBack(start).position).toBe(0);
    expect(toLast(start).position).toBe(running.orders.length);
    expect(stepForward(toLast(start)).position).toBe(running.orders.length);
    expect(moveTo(start, Number.NaN).position).toBe(0);
    expect(moveTo(start, 2.7).position).toBe(2);
    expect(toFirst(toLast(start)).position).toBe(0);
  });

  test('goes from turn to turn, there and back', () => {
    const stops = [0];
    let cursor = openReplay(running, 'soviet');
    while (cursor.position < running.orders.length) {
      cursor = turnForward(cursor);
      stops.push(cursor.position);
    }
    expect(stops.length).toBe(5);
    expect(stops.map((stop) => momentOf(moveTo(cursor, stop)).active)).toEqual([
      ...scenario.order,
      ...scenario.order,
      scenario.order[0],
    ]);
    const back = [cursor.position];
    while (cursor.position > 0) {
      cursor = turnBack(cursor);
      back.push(cursor.position);
    }
    expect(back.reverse()).toEqual(stops);
  });

  test('is seen with one’s own eyes only while it is not over', () => {
    const cursor = openReplay(running, 'soviet');
    expect(cursor.pointsOfView).toEqual(['soviet']);
    expect(lookAs(cursor, 'japanese').pointOfView).toBe('soviet');
    for (let position = 1; position <= running.orders.length; position += 1) {
      const moment = momentOf(moveTo(cursor, position));
      expect(moment.looks.map((look) => look.observation.side)).toEqual(['soviet']);
      const mine = running.states[position - 1]?.active === 'soviet';
      expect(moment.order).toEqual(mine ? running.orders[position - 1] : null);
    }
  });

  test('is seen with either’s eyes, or both, once it is over', () => {
    const cursor = openReplay(finished, 'japanese');
    expect(cursor.pointsOfView).toEqual(['soviet', 'japanese', 'both']);
    const both = momentOf(moveTo(lookAs(cursor, 'both'), 1));
    expect(both.looks.map((look) => look.observation.side)).toEqual(['soviet', 'japanese']);
    expect(both.order).toEqual(finished.orders[0]);
  });

  test('shows any moment at once, backwards too', () => {
    const cursor = lookAs(openReplay(finished, 'soviet'), 'both');
    const count = finished.orders.length;
    const jumps = Array.from({ length: 40 }, (_, jump) => (count - jump * 7919) % count);
    const slowest = jumps.map((jump) => {
      const start = performance.now();
      momentOf(moveTo(cursor, Math.abs(jump)));
      return performance.now() - start;
    });
    expect(Math.max(...slowest)).toBeLessThan(MOMENT_MILLISECONDS);
  });
});
