import fc from 'fast-check';
import { ring as libraryRing } from 'honeycomb-grid';
import { describe, expect, test } from 'vitest';
import { hexesBetween } from '../../src/hex/distance.ts';
import { createGrid, type Direction, type HexGrid, type HexIndex, neighbourOf } from '../../src/hex/grid.ts';
import { listRing, listWithin } from '../../src/hex/ring.ts';
import { parseDrawing, printDrawing, redrawn } from '../drawn.ts';
import { anyPair, referenceOf } from './honeycomb.ts';

const radius = fc.integer({ min: 0, max: 9 });

/** Ring hexes by the library, clockwise from the hex straight in direction 0, without those off the map. */
function ringOfLibrary(grid: HexGrid, centre: HexIndex, hexes: number): HexIndex[] {
  const { library, hexOf, indexOf } = referenceOf(grid);
  const { q, r } = hexOf(centre);
  const start = grid.orientation === 'flat' ? { q, r: r - hexes } : { q: q + hexes, r: r - hexes };
  const ring = libraryRing({ start, center: { q, r } })((coordinates) => library.createHex(coordinates));
  return [...ring].filter((hex) => library.hasHex(hex)).map(indexOf);
}

describe('listRing(grid, centre, radius)', () => {
  test('goes clockwise from direction 0', () => {
    const grid = createGrid('flat', 7, 7);
    const ring = listRing(grid, 24, 1);
    expect(ring).toEqual(([0, 1, 2, 3, 4, 5] as Direction[]).map((direction) => neighbourOf(grid, 24, direction)));
  });

  test('is the ring of the library, in the same order', () => {
    fc.assert(
      fc.property(anyPair, fc.integer({ min: 1, max: 9 }), ({ grid, from }, hexes) => {
        expect(listRing(grid, from, hexes)).toEqual(ringOfLibrary(grid, from, hexes));
      }),
    );
  });

  test('has every hex at that distance, once', () => {
    fc.assert(
      fc.property(anyPair, radius, ({ grid, from }, hexes) => {
        const all = Array.from({ length: grid.size }, (_, index) => index);
        const expected = all.filter((index) => hexesBetween(grid, from, index) === hexes);
        expect(listRing(grid, from, hexes).sort((a, b) => a - b)).toEqual(expected);
      }),
    );
  });
});

describe('listWithin(grid, centre, radius)', () => {
  test('numbers the hexes from the centre outward', () => {
    const { grid, cells } = parseDrawing(`
      . . . . .
       . . . . .
      . . A . .
       . . . . .
    `);
    const within = listWithin(grid, cells.indexOf('A'), 2);
    const order = (index: number) => (within.includes(index) ? within.indexOf(index).toString(36) : '.');
    expect(printDrawing(grid, order)).toBe(
      redrawn(`
        . e f 7 .
         d 6 1 8 .
        c 5 0 2 9
         b 4 3 a .
      `),
    );
  });

  test('is ring after ring, however great the radius', () => {
    fc.assert(
      fc.property(anyPair, radius, ({ grid, from }, hexes) => {
        const rings = Array.from({ length: hexes + 1 }, (_, distance) => listRing(grid, from, distance));
        expect(listWithin(grid, from, hexes)).toEqual(rings.flat());
        expect(listWithin(grid, from, Number.POSITIVE_INFINITY).length).toBe(grid.size);
      }),
    );
  });
});
