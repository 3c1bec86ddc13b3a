import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hexesBetween, isWithinHexes } from '../../src/hex/distance.ts';
import { createGrid, indexOf, listNeighbours } from '../../src/hex/grid.ts';
import { anyPair, referenceOf } from './honeycomb.ts';

describe('hexesBetween(grid, a, b)', () => {
  // biome-ignore format: aligned
  test.each([
    ['flat',   [0, 0], [0, 5],  5],
    ['flat',   [0, 0], [6, 0],  6],
    ['flat',   [0, 0], [6, 3],  6],
    ['flat',   [0, 0], [6, 9], 12],
    ['flat',   [1, 0], [4, 9], 10],
    ['pointy', [0, 0], [5, 0],  5],
    ['pointy', [0, 0], [0, 6],  6],
    ['pointy', [0, 0], [3, 6],  6],
    ['pointy', [0, 1], [9, 4], 10],
  ] as const)('%s-top, from %j to %j', (orientation, from, to, hexes) => {
    const grid = createGrid(orientation, 10, 10);
    expect(hexesBetween(grid, indexOf(grid, from), indexOf(grid, to))).toBe(hexes);
  });

  test('is the distance of the library, and the same both ways', () => {
    fc.assert(
      fc.property(anyPair, ({ grid, from, to }) => {
        const { library, hexOf } = referenceOf(grid);
        expect(hexesBetween(grid, from, to)).toBe(library.distance(hexOf(from), hexOf(to)));
        expect(hexesBetween(grid, to, from)).toBe(hexesBetween(grid, from, to));
      }),
    );
  });

  test('a step changes it by one at most', () => {
    fc.assert(
      fc.property(anyPair, ({ grid, from, to }) => {
        for (const next of listNeighbours(grid, to)) {
          expect(Math.abs(hexesBetween(grid, from, next) - hexesBetween(grid, from, to))).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

test('isWithinHexes(grid, a, b, hexes) says the same as counting, for any number of hexes', () => {
  fc.assert(
    fc.property(anyPair, fc.integer({ min: 0, max: 60 }), ({ grid, from, to }, hexes) => {
      expect(isWithinHexes(grid, from, to, hexes)).toBe(hexesBetween(grid, from, to) <= hexes);
      const distance = hexesBetween(grid, from, to);
      expect(isWithinHexes(grid, from, to, distance)).toBe(true);
      expect(isWithinHexes(grid, from, to, distance - 1)).toBe(false);
    }),
  );
});
