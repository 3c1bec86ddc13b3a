import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hexesBetween } from '../../src/hex/distance.ts';
import { createGrid, DIRECTIONS, indexOf, listNeighbours, neighbourOf } from '../../src/hex/grid.ts';
import { createLayout } from '../../src/hex/layout.ts';
import { anyGrid, anyPair, referenceOf } from './honeycomb.ts';

const RADIUS = 1000 / Math.sqrt(3);

describe('createLayout(grid, betweenCentres)', () => {
  test('flat-top: odd columns lie half a row south, and the sheet begins at the north-west corner', () => {
    const grid = createGrid('flat', 4, 3);
    const layout = createLayout(grid, 1000);
    const near = (hex: readonly [number, number], x: number, y: number) => {
      const centre = layout.centreOf(indexOf(grid, hex));
      expect(centre.x).toBeCloseTo(x, 6);
      expect(centre.y).toBeCloseTo(y, 6);
    };
    near([0, 0], RADIUS, 500);
    near([1, 0], 2.5 * RADIUS, 1000);
    near([2, 0], 4 * RADIUS, 500);
    near([3, 2], 5.5 * RADIUS, 3000);
  });

  test('pointy-top: odd rows lie half a column east', () => {
    const grid = createGrid('pointy', 4, 3);
    const layout = createLayout(grid, 1000);
    const { x, y } = layout.centreOf(indexOf(grid, [2, 1]));
    expect(x).toBeCloseTo(3000, 6);
    expect(y).toBeCloseTo(2.5 * RADIUS, 6);
  });

  test('the sheet just holds the corners of all hexes', () => {
    fc.assert(
      fc.property(anyGrid, (grid) => {
        const layout = createLayout(grid, 1000);
        const corners = Array.from({ length: grid.size }, (_, index) => layout.cornersOf(index)).flat();
        expect(Math.min(...corners.map(({ x }) => x))).toBeCloseTo(0, 6);
        expect(Math.min(...corners.map(({ y }) => y))).toBeCloseTo(0, 6);
        expect(Math.max(...corners.map(({ x }) => x))).toBeCloseTo(layout.width, 6);
        expect(Math.max(...corners.map(({ y }) => y))).toBeCloseTo(layout.height, 6);
      }),
    );
  });

  test('centres of neighbours lie one hex size apart, their side halfway between', () => {
    fc.assert(
      fc.property(anyPair, ({ grid, from }) => {
        const layout = createLayout(grid, 250);
        const start = layout.centreOf(from);
        const corners = layout.cornersOf(from);
        for (const direction of DIRECTIONS) {
          const to = neighbourOf(grid, from, direction);
          if (to === -1) continue;
          const end = layout.centreOf(to);
          expect(Math.hypot(end.x - start.x, end.y - start.y)).toBeCloseTo(250, 9);
          const before = corners[(direction + 5) % 6];
          const after = corners[direction];
          expect(((before?.x ?? 0) + (after?.x ?? 0)) / 2).toBeCloseTo((start.x + end.x) / 2, 6);
          expect(((before?.y ?? 0) + (after?.y ?? 0)) / 2).toBeCloseTo((start.y + end.y) / 2, 6);
        }
      }),
    );
  });

  test('a spot inside a hex is found in that hex', () => {
    const inside = fc.double({ min: 0, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(anyPair, inside, fc.nat(5), inside, ({ grid, from }, out, corner, turn) => {
        const layout = createLayout(grid, 1000);
        const centre = layout.centreOf(from);
        const a = layout.cornersOf(from)[corner] ?? centre;
        const b = layout.cornersOf(from)[(corner + 1) % 6] ?? centre;
        const x = centre.x + out * (a.x + (b.x - a.x) * turn - centre.x);
        const y = centre.y + out * (a.y + (b.y - a.y) * turn - centre.y);
        expect(layout.findHexAt(x, y)).toBe(from);
      }),
    );
  });

  test('any spot is found in the hex the library finds', () => {
    const share = fc.double({ min: -0.2, max: 1.2, noNaN: true });
    fc.assert(
      fc.property(anyGrid, share, share, (grid, across, down) => {
        const layout = createLayout(grid, 1000);
        const { library, indexOf: libraryIndexOf } = referenceOf(grid);
        const first = layout.centreOf(0);
        const x = layout.width * across;
        const y = layout.height * down;
        const point = { x: (x - first.x) / RADIUS, y: (y - first.y) / RADIUS };
        const expected = library.pointToHex(point, { allowOutside: false });
        const found = layout.findHexAt(x, y);
        // A spot on a hexside may fall to either side by the last bit of the arithmetic.
        if (
          found !== undefined &&
          expected !== undefined &&
          listNeighbours(grid, found).includes(libraryIndexOf(expected))
        ) {
          const ours = layout.centreOf(found);
          const theirs = layout.centreOf(libraryIndexOf(expected));
          expect(Math.hypot(ours.x - x, ours.y - y)).toBeCloseTo(Math.hypot(theirs.x - x, theirs.y - y), 6);
        } else expect(found).toBe(expected === undefined ? undefined : libraryIndexOf(expected));
      }),
    );
  });

  test('nothing is found off the sheet', () => {
    const grid = createGrid('flat', 4, 3);
    const layout = createLayout(grid, 1000);
    expect(layout.findHexAt(-1, 500)).toBeUndefined();
    expect(layout.findHexAt(layout.width / 2, layout.height + 1)).toBeUndefined();
    expect(hexesBetween(grid, layout.findHexAt(RADIUS, 500) ?? -1, 0)).toBe(0);
  });

  test('centres that do not lie apart are a bug', () => {
    expect(() => createLayout(createGrid('flat', 1, 1), 0)).toThrow('Centres must lie apart; 0 was asked for.');
  });
});
