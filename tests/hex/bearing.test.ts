/** Which way a hex lies: every neighbour in its own direction, and angles between. */
import { describe, expect, test } from 'vitest';
import { cosineTowards, directionTowards } from '../../src/hex/bearing.ts';
import { createGrid, DIRECTIONS, indexOf, neighbourOf, ORIENTATIONS } from '../../src/hex/grid.ts';

describe.each(ORIENTATIONS)('on a %s-top map', (orientation) => {
  const grid = createGrid(orientation, 21, 21);
  const middle = indexOf(grid, [10, 10]);

  test('a hex three steps off in a direction lies in that direction, square to none', () => {
    for (const direction of DIRECTIONS) {
      let hex = middle;
      for (let step = 0; step < 3; step++) hex = neighbourOf(grid, hex, direction);
      expect(directionTowards(grid, middle, hex)).toBe(direction);
      expect(cosineTowards(grid, middle, hex, direction)).toBeCloseTo(1, 12);
      expect(cosineTowards(grid, middle, hex, DIRECTIONS[(direction + 1) % 6] ?? 0)).toBeCloseTo(0.5, 12);
      expect(cosineTowards(grid, middle, hex, DIRECTIONS[(direction + 3) % 6] ?? 0)).toBeCloseTo(-1, 12);
    }
  });

  test('every hex lies within 30 degrees of the direction it is said to lie in', () => {
    for (let hex = 0; hex < grid.size; hex++) {
      if (hex === middle) continue;
      const direction = directionTowards(grid, middle, hex);
      expect(cosineTowards(grid, middle, hex, direction)).toBeGreaterThan(0.866 - 1e-3);
    }
  });
});
