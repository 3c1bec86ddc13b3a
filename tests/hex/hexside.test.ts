import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGrid, DIRECTIONS, indexOf, neighbourOf, opposite } from '../../src/hex/grid.ts';
import { countHexsides, directionOfHexside, hexesOfHexside, hexsideBetween, hexsideOf } from '../../src/hex/hexside.ts';
import { anyPair } from './honeycomb.ts';

describe('hexsides', () => {
  test('two neighbours share one hexside, from whichever it is named', () => {
    fc.assert(
      fc.property(anyPair, ({ grid, from }) => {
        for (const direction of DIRECTIONS) {
          const to = neighbourOf(grid, from, direction);
          if (to === -1) continue;
          const hexside = hexsideOf(grid, from, direction);
          expect(hexsideOf(grid, to, opposite(direction))).toBe(hexside);
          expect(hexsideBetween(grid, from, to)).toBe(hexside);
          expect(hexsideBetween(grid, to, from)).toBe(hexside);
          expect(hexesOfHexside(grid, hexside)).toEqual(direction < 3 ? [from, to] : [to, from]);
        }
      }),
    );
  });

  test('every number below the count is one side of one hex', () => {
    const grid = createGrid('pointy', 4, 5);
    const seen: number[] = [];
    for (let hexside = 0; hexside < countHexsides(grid); hexside++) {
      const [owner] = hexesOfHexside(grid, hexside);
      seen.push(hexsideOf(grid, owner, directionOfHexside(hexside)));
    }
    expect(seen).toEqual(Array.from({ length: 60 }, (_, hexside) => hexside));
  });

  test('on the edge of the map a side has a number only where the hex on the map owns it', () => {
    const grid = createGrid('flat', 3, 3);
    const northWest = indexOf(grid, [0, 0]);
    const southEast = indexOf(grid, [2, 2]);
    expect(DIRECTIONS.map((direction) => hexsideOf(grid, northWest, direction))).toEqual([0, 1, 2, 9, -1, -1]);
    expect(hexesOfHexside(grid, hexsideOf(grid, northWest, 0))).toEqual([northWest, -1]);
    expect(hexsideOf(grid, southEast, 3)).toBe(-1);
  });

  test('hexes that do not touch share no hexside', () => {
    const grid = createGrid('flat', 3, 3);
    expect(() => hexsideBetween(grid, 0, 8)).toThrow('Hexes 0 and 8 share no hexside.');
    expect(() => hexsideBetween(grid, 0, 0)).toThrow('Hexes 0 and 0 share no hexside.');
    expect(() => hexesOfHexside(grid, 27)).toThrow('off the map of 9 hexes');
  });
});
