import fc from 'fast-check';
import { Direction as HoneycombDirection } from 'honeycomb-grid';
import { describe, expect, test } from 'vitest';
import {
  createGrid,
  DIRECTION_NAMES,
  DIRECTIONS,
  findDirection,
  findIndex,
  hexAt,
  indexOf,
  isAdjacent,
  listNeighbours,
  neighbourOf,
  ORIENTATIONS,
  opposite,
} from '../../src/hex/grid.ts';
import { anyGrid, anyPair, referenceOf } from './honeycomb.ts';

const LIBRARY_DIRECTIONS = {
  north: HoneycombDirection.N,
  northEast: HoneycombDirection.NE,
  east: HoneycombDirection.E,
  southEast: HoneycombDirection.SE,
  south: HoneycombDirection.S,
  southWest: HoneycombDirection.SW,
  west: HoneycombDirection.W,
  northWest: HoneycombDirection.NW,
};

describe('hexes and their numbers', () => {
  test('hexes are numbered row by row from the north-west corner', () => {
    const grid = createGrid('flat', 4, 3);
    expect(hexAt(grid, 0)).toEqual([0, 0]);
    expect(hexAt(grid, 6)).toEqual([2, 1]);
    expect(indexOf(grid, [3, 2])).toBe(11);
  });

  test('a hex and its number are the same hex', () => {
    fc.assert(fc.property(anyPair, ({ grid, from }) => indexOf(grid, hexAt(grid, from)) === from));
  });

  // biome-ignore format: a row for each edge
  test.each([[[-1, 0]], [[0, -1]], [[4, 0]], [[0, 3]], [[0.5, 0]]] as const)('%j is off a map of 4 by 3', (hex) => {
    const grid = createGrid('pointy', 4, 3);
    expect(findIndex(grid, hex)).toBeUndefined();
    expect(() => indexOf(grid, hex)).toThrow(`Hex [${hex[0]}, ${hex[1]}] is off the map of 4 columns by 3 rows.`);
  });

  test('a number that is no hex is a bug', () => {
    const grid = createGrid('flat', 4, 3);
    for (const index of [-1, 12, 1.5]) expect(() => hexAt(grid, index)).toThrow('off the map of 12 hexes');
  });

  test.each([
    [0, 5],
    [5, -1],
    [2.5, 2],
    [200, 200],
  ])('there is no map of %d columns by %d rows', (columns, rows) => {
    expect(() => createGrid('flat', columns, rows)).toThrow('A map has from 1 to 32767 hexes');
  });
});

describe('neighbours', () => {
  test('odd columns of a flat-top map lie half a row south', () => {
    const grid = createGrid('flat', 5, 5);
    const around = (hex: readonly [number, number]) =>
      listNeighbours(grid, indexOf(grid, hex)).map((i) => hexAt(grid, i));
    expect(around([2, 2])).toEqual([
      [2, 1],
      [3, 1],
      [3, 2],
      [2, 3],
      [1, 2],
      [1, 1],
    ]);
    expect(around([1, 2])).toEqual([
      [1, 1],
      [2, 2],
      [2, 3],
      [1, 3],
      [0, 3],
      [0, 2],
    ]);
  });

  test('odd rows of a pointy-top map lie half a column east', () => {
    const grid = createGrid('pointy', 5, 5);
    const around = (hex: readonly [number, number]) =>
      listNeighbours(grid, indexOf(grid, hex)).map((i) => hexAt(grid, i));
    expect(around([2, 2])).toEqual([
      [2, 1],
      [3, 2],
      [2, 3],
      [1, 3],
      [1, 2],
      [1, 1],
    ]);
    expect(around([2, 1])).toEqual([
      [3, 0],
      [3, 1],
      [3, 2],
      [2, 2],
      [1, 1],
      [2, 0],
    ]);
  });

  test.each(ORIENTATIONS)('%s-top neighbours in every direction are those of the library', (orientation) => {
    const grid = createGrid(orientation, 7, 6);
    const { library, hexOf, indexOf: libraryIndexOf } = referenceOf(grid);
    for (let index = 0; index < grid.size; index++) {
      for (const direction of DIRECTIONS) {
        const name = DIRECTION_NAMES[orientation][direction];
        const expected = library.neighborOf(hexOf(index), LIBRARY_DIRECTIONS[name], { allowOutside: false });
        const neighbour = neighbourOf(grid, index, direction);
        expect([hexAt(grid, index), name, neighbour]).toEqual([
          hexAt(grid, index),
          name,
          expected === undefined ? -1 : libraryIndexOf(expected),
        ]);
      }
    }
  });

  test('the way back is the opposite direction', () => {
    fc.assert(
      fc.property(anyPair, ({ grid, from }) => {
        for (const direction of DIRECTIONS) {
          const to = neighbourOf(grid, from, direction);
          if (to === -1) continue;
          expect(neighbourOf(grid, to, opposite(direction))).toBe(from);
          expect(findDirection(grid, from, to)).toBe(direction);
          expect(findDirection(grid, to, from)).toBe(opposite(direction));
        }
      }),
    );
  });

  test('a hex is adjacent to its neighbours and to nothing else, least of all what is off the map', () => {
    fc.assert(
      fc.property(anyGrid, (grid) => {
        const neighbours = listNeighbours(grid, 0);
        for (let index = -1; index < grid.size; index++) {
          expect(isAdjacent(grid, 0, index)).toBe(neighbours.includes(index));
        }
      }),
    );
  });
});
