/** Which lines of the log a filter shows, and where on the map they happened. */
import { describe, expect, it } from 'vitest';
import type { SeenEvent } from '../../../src/model/seen-event.ts';
import { filterLog, findPlace } from '../../../src/ui/hud/log.ts';

const nobody = { kind: 'unknown' } as const;
const moved: SeenEvent = { kind: 'moved', who: nobody, from: 4, to: 5, minutes: 3 };
const lostSight: SeenEvent = { kind: 'moved', who: nobody, from: 4, to: null, minutes: 3 };
const fired: SeenEvent = {
  kind: 'fired',
  who: nobody,
  mode: 'direct',
  from: null,
  target: 8,
  minutes: 5,
  rounds: null,
  factors: [],
};
const begun: SeenEvent = { kind: 'turnStarted', side: 'soviet', turn: 2 };
const readied: SeenEvent = { kind: 'readied', who: nobody, minutes: 30, suppression: 0 };
const arrived: SeenEvent = { kind: 'halted', who: nobody, cause: 'arrived' };
const stopped: SeenEvent = { kind: 'halted', who: nobody, cause: 'underFire' };

const log = [begun, readied, moved, arrived, stopped, fired].map((seen) => ({
  turn: 2,
  minute: 180,
  seen,
  text: seen.kind,
}));
const kindsShown = (filter: Parameters<typeof filterLog>[1]) => filterLog(log, filter).map((line) => line.seen);

describe('the log', () => {
  it('each filter keeps the headings of the turns', () => {
    expect(kindsShown('fighting')).toEqual([begun, fired]);
    expect(kindsShown('movement')).toEqual([begun, moved, arrived, stopped]);
  });

  it('nobody is told that units make ready', () => {
    expect(kindsShown('all')).not.toContain(readied);
  });

  it('what an order brought leaves out what was ordered', () => {
    expect(kindsShown('telling')).toEqual([stopped, fired]);
  });

  it('a line knows its place, as far as it was seen', () => {
    expect([moved, lostSight, fired, begun].map(findPlace)).toEqual([5, 4, 8, undefined]);
  });
});
