import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { walkHeadlong } from '../../src/hex/headlong.ts';
import { createGrid, findDirection, type HexGrid, type HexIndex, neighbourOf } from '../../src/hex/grid.ts';
import { createReachSearch, findReach, LONGEST_STEP, type Reach, type ReachRequest } from '../../src/hex/reach.ts';
import { parseDrawing, printDrawing, redrawn } from '../drawn.ts';
import { plainReach } from './dijkstra.ts';
import { anyPair } from './honeycomb.ts';

/** A field where entering . takes 10 minutes, f 20, # is blocked and an enemy's neighbourhood ! takes 5 more. */
function drawReach(text: string, limitMinutes: number): string {
  const { grid, cells } = parseDrawing(text);
  const reach = findReach(createReachSearch(grid), {
    from: cells.indexOf('A'),
    limitMinutes,
    stepTenths: stepsInto(grid, (index) => (cells[index] === 'f' ? 20 : 10)),
    extraTenths: Uint16Array.from(cells, (cell) => (cell === '!' ? 50 : 0)),
    blocked: Uint8Array.from(cells, (cell) => (cell === '#' ? 1 : 0)),
  });
  return printDrawing(grid, (index) =>
    cells[index] !== 'A' && reach.minutesTo(index) !== undefined ? 'x' : (cells[index] ?? ''),
  );
}

function stepsInto(grid: HexGrid, minutes: (to: HexIndex) => number): Uint16Array {
  return Uint16Array.from(grid.neighbours, (to) => (to === -1 ? 0 : 10 * minutes(to)));
}

const evenSteps = (grid: HexGrid, minutes: number) => new Uint16Array(6 * grid.size).fill(10 * minutes);

/** Costs of every kind on a map, impossible steps and blocked hexes among them. */
const anySearch = anyPair.chain(({ grid, from }) => {
  const bytes = (length: number, max: number) => fc.uint8Array({ minLength: length, maxLength: length, max });
  const words = (length: number, max: number) => fc.uint16Array({ minLength: length, maxLength: length, max });
  const steps = fc.constantFrom(3, 20, 255, LONGEST_STEP).chain((max) => words(6 * grid.size, max));
  return fc.record({
    grid: fc.constant(grid),
    request: fc.record(
      {
        from: fc.constant(from),
        limitMinutes: fc.constantFrom(0, 5, 60, 720, 2000, Number.POSITIVE_INFINITY),
        stepTenths: steps,
        extraTenths: fc.constantFrom(1, 255, LONGEST_STEP).chain((max) => words(grid.size, max)),
        blocked: bytes(grid.size, 4),
      },
      { requiredKeys: ['from', 'limitMinutes', 'stepTenths'] },
    ),
  });
});

/** What one has to pay for a path, hex after hex, in minutes. */
function minutesAlong(grid: HexGrid, request: ReachRequest, path: readonly HexIndex[]): number {
  let tenths = 0;
  let at = request.from;
  for (const to of path) {
    const direction = findDirection(grid, at, to);
    expect(direction).toBeDefined();
    const step = request.stepTenths[6 * at + (direction ?? 0)] ?? 0;
    expect(step).toBeGreaterThan(0);
    expect(request.blocked?.[to]).not.toBe(1);
    tenths += step + (request.extraTenths?.[to] ?? 0);
    at = to;
  }
  return tenths / 10;
}

function expectSameAsPlain(grid: HexGrid, request: ReachRequest, reach: Reach): void {
  const { minutes, previous } = plainReach(grid, request);
  expect(reach.hexes).toEqual([...minutes.keys()]);
  for (let index = 0; index < grid.size; index++) expect(reach.minutesTo(index)).toBe(minutes.get(index));
  for (const hex of reach.hexes) {
    const path = reach.pathTo(hex);
    expect(path.at(-2) ?? request.from).toBe(previous.get(hex) ?? request.from);
    expect(minutesAlong(grid, request, path)).toBe(minutes.get(hex));
  }
}

describe('findReach(search, request)', () => {
  test('reaches what the minutes allow: woods, an enemy near by and closed ground cost their price', () => {
    expect(
      drawReach(
        `
        . . . . . .
         . f . ! . .
        . f A # . .
         . . . . . .
        . . . . . .
        `,
        20,
      ),
    ).toBe(
      redrawn(`
        . . x x . .
         . x x ! . .
        . x A # . .
         x x x x . .
        . x x x . .
      `),
    );
  });

  test('the limit itself is still reached, a minute more is not', () => {
    const grid = createGrid('flat', 1, 4);
    const reach = findReach(createReachSearch(grid), { from: 0, limitMinutes: 20, stepTenths: evenSteps(grid, 10) });
    expect(reach.hexes).toEqual([0, 1, 2]);
    expect([0, 1, 2, 3].map(reach.minutesTo)).toEqual([0, 10, 20, undefined]);
  });

  test('agrees with the plain search on any ground: times, order and ways', () => {
    fc.assert(
      fc.property(anySearch, ({ grid, request }) => {
        expectSameAsPlain(grid, request, findReach(createReachSearch(grid), request));
      }),
    );
  });

  test('buffers used before give the same answer as fresh ones', () => {
    const grid = createGrid('pointy', 9, 8);
    const used = createReachSearch(grid);
    const steps = fc.uint16Array({ minLength: 6 * grid.size, maxLength: 6 * grid.size, max: 2550 });
    fc.assert(
      fc.property(fc.nat(grid.size - 1), fc.nat(900), steps, (from, limitMinutes, stepTenths) => {
        const request = { from, limitMinutes, stepTenths };
        expectSameAsPlain(grid, request, findReach(used, request));
      }),
    );
    used.epoch = 0xffffffff;
    const request = { from: 30, limitMinutes: 40, stepTenths: evenSteps(grid, 7) };
    expectSameAsPlain(grid, request, findReach(used, request));
  });

  test('a search that ends at a hex finds the same way to it, and spoils no search after it', () => {
    fc.assert(
      fc.property(anySearch, fc.nat(), ({ grid, request }, anyHex) => {
        const search = createReachSearch(grid);
        const until = anyHex % grid.size;
        const whole = findReach(createReachSearch(grid), request);
        const ended = findReach(search, { ...request, until });
        const isReached = whole.minutesTo(until) !== undefined;
        expect(ended.minutesTo(until)).toBe(whole.minutesTo(until));
        if (isReached) expect(ended.pathTo(until)).toEqual(whole.pathTo(until));
        expectSameAsPlain(grid, request, findReach(search, request));
      }),
    );
  });

  test('of equally quick ways it is the one through the smaller index', () => {
    const grid = createGrid('pointy', 3, 3);
    const reach = findReach(createReachSearch(grid), { from: 1, limitMinutes: 99, stepTenths: evenSteps(grid, 5) });
    expect(reach.hexes).toEqual([1, 0, 2, 3, 4, 5, 6, 7, 8]);
    expect(reach.pathTo(7)).toEqual([3, 7]);
  });

  test('the dearest steps are told apart from the cheapest', () => {
    const grid = createGrid('flat', 1, 5);
    const request = {
      from: 0,
      limitMinutes: 3000,
      stepTenths: evenSteps(grid, 255),
      extraTenths: new Uint16Array(grid.size).fill(2550),
    };
    const reach = findReach(createReachSearch(grid), request);
    expect([0, 1, 2, 3, 4].map(reach.minutesTo)).toEqual([0, 510, 1020, 1530, 2040]);
  });

  test('a unit may leave a hex that none may enter', () => {
    const grid = createGrid('flat', 1, 3);
    const blocked = Uint8Array.of(1, 0, 1);
    const reach = findReach(createReachSearch(grid), {
      from: 0,
      limitMinutes: 99,
      stepTenths: evenSteps(grid, 5),
      blocked,
    });
    expect(reach.hexes).toEqual([0, 1]);
  });

  test('the way to the start has no hexes, and to what is out of reach there is none', () => {
    const grid = createGrid('flat', 3, 3);
    const reach = findReach(createReachSearch(grid), { from: 4, limitMinutes: 5, stepTenths: evenSteps(grid, 6) });
    expect(reach.pathTo(4)).toEqual([]);
    expect(() => reach.pathTo(0)).toThrow('Hex 0 is not within reach of hex 4.');
  });

  test('a reach is good until the next search on the same buffers, a copy for ever', () => {
    const grid = createGrid('flat', 4, 4);
    const search = createReachSearch(grid);
    const first = findReach(search, { from: 0, limitMinutes: 30, stepTenths: evenSteps(grid, 10) });
    const kept = first.copy();
    const path = first.pathTo(neighbourOf(grid, 0, 3));
    findReach(search, { from: 15, limitMinutes: 10, stepTenths: evenSteps(grid, 10) });
    expect(() => first.minutesTo(0)).toThrow('overwritten by a later search');
    expect(() => first.copy()).toThrow('overwritten by a later search');
    expect(kept.hexes).toEqual(first.hexes);
    expect(kept.pathTo(neighbourOf(grid, 0, 3))).toEqual(path);
    expect(kept.minutesTo(0)).toBe(0);
  });

  test('costs of another map are a bug', () => {
    const grid = createGrid('flat', 3, 3);
    const search = createReachSearch(grid);
    const request = { from: 0, limitMinutes: 5, stepTenths: evenSteps(grid, 1) };
    expect(() => findReach(search, { ...request, from: 9 })).toThrow('off the map of 9 hexes');
    expect(() => findReach(search, { ...request, stepTenths: new Uint16Array(9) })).toThrow(
      'has 54 steps; 9 were given',
    );
    expect(() => findReach(search, { ...request, blocked: new Uint8Array(8) })).toThrow(
      'an entry for each; 8 were given',
    );
  });
});

test('a headlong walk finds a way only where there is one, and none only where there is none at any price', () => {
  const found = new Set<string>();
  fc.assert(
    fc.property(anySearch, fc.nat(), ({ grid, request }, anyHex) => {
      const to = anyHex % grid.size;
      const isReached = (limitMinutes: number): boolean =>
        findReach(createReachSearch(grid), { ...request, limitMinutes }).minutesTo(to) !== undefined;
      const answer = walkHeadlong(grid, request, to);
      found.add(answer);
      if (answer === 'way') expect(isReached(request.limitMinutes)).toBe(true);
      expect(answer === 'none').toBe(!isReached(Number.POSITIVE_INFINITY));
    }),
    { numRuns: 400 },
  );
  expect([...found].sort()).toEqual(['none', 'unknown', 'way']);
});
