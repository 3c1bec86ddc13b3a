import fc from 'fast-check';
import { line as libraryLine } from 'honeycomb-grid';
import { describe, expect, test } from 'vitest';
import { hexesBetween } from '../../src/hex/distance.ts';
import { createGrid, hexAt, indexOf, isAdjacent, ORIENTATIONS } from '../../src/hex/grid.ts';
import { createLayout } from '../../src/hex/layout.ts';
import { listLine } from '../../src/hex/line.ts';
import { parseDrawing, printDrawing, redrawn } from '../drawn.ts';
import { anyPair, referenceOf } from './honeycomb.ts';

/** The field with an x on every hex of the line from A to B. */
function drawLine(text: string): string {
  const { grid, cells } = parseDrawing(text);
  const line = new Set(listLine(grid, cells.indexOf('A'), cells.indexOf('B')));
  return printDrawing(grid, (index) => (cells[index] === '.' && line.has(index) ? 'x' : (cells[index] ?? '')));
}

describe('listLine(grid, from, to)', () => {
  test('passes through the hexes between two hexes', () => {
    expect(
      drawLine(`
        A . . . .
         . . . . .
        . . . . B
      `),
    ).toBe(
      redrawn(`
        A x . . .
         . x x . .
        . . . x B
      `),
    );
  });

  test('along a hexside takes the eastern hex of a pointy-top map', () => {
    expect(
      drawLine(`
        . A .
         . . .
        . . .
         . . .
        . B .
      `),
    ).toBe(
      redrawn(`
        . A .
         . x .
        . x .
         . x .
        . B .
      `),
    );
  });

  test('along the far edge takes the hex that is on the map', () => {
    expect(
      drawLine(`
        . . .
         . . A
        . . .
         . . B
      `),
    ).toBe(
      redrawn(`
        . . .
         . . A
        . . x
         . . B
      `),
    );
  });

  test('along a hexside takes the southern hex of a flat-top map', () => {
    const grid = createGrid('flat', 5, 4);
    const line = listLine(grid, indexOf(grid, [0, 1]), indexOf(grid, [4, 1]));
    expect(line.map((index) => hexAt(grid, index))).toEqual([
      [0, 1],
      [1, 1],
      [2, 1],
      [3, 1],
      [4, 1],
    ]);
  });

  test('is as long as the distance, and each hex touches the next', () => {
    fc.assert(
      fc.property(anyPair, ({ grid, from, to }) => {
        const line = listLine(grid, from, to);
        expect(line.length).toBe(hexesBetween(grid, from, to) + 1);
        expect([line[0], line.at(-1)]).toEqual([from, to]);
        for (let step = 1; step < line.length; step++) {
          expect(isAdjacent(grid, line[step - 1] ?? -1, line[step] ?? -1)).toBe(true);
        }
      }),
    );
  });

  test.each(ORIENTATIONS)(
    'every line of a small %s-top map stays on it and has the same hexes in reverse',
    (orientation) => {
      for (const [columns, rows] of [
        [7, 6],
        [6, 7],
        [1, 6],
        [6, 1],
        [2, 5],
        [5, 2],
      ] as const) {
        const grid = createGrid(orientation, columns, rows);
        for (let from = 0; from < grid.size; from++) {
          for (let to = 0; to < grid.size; to++) {
            expect(listLine(grid, to, from).reverse()).toEqual(listLine(grid, from, to));
          }
        }
      }
    },
  );

  test('keeps as near to the straight line as the line of the library does', () => {
    fc.assert(
      fc.property(anyPair, ({ grid, from, to }) => {
        const { centreOf } = createLayout(grid, 1);
        const { library, hexOf } = referenceOf(grid);
        const expected = libraryLine({ start: hexOf(from), stop: hexOf(to) })((coordinates) =>
          library.createHex(coordinates),
        );
        const line = listLine(grid, from, to);
        expect(line.length).toBe([...expected].length);

        const origin = centreOf(0);
        const radius = 1 / Math.sqrt(3);
        const start = centreOf(from);
        const end = centreOf(to);
        [...expected].forEach((hex, step) => {
          const share = step / Math.max(1, line.length - 1);
          const x = start.x + (end.x - start.x) * share;
          const y = start.y + (end.y - start.y) * share;
          const ours = centreOf(line[step] ?? -1);
          const theirs = { x: hex.x * radius + origin.x, y: hex.y * radius + origin.y };
          const offLine = Math.hypot(ours.x - x, ours.y - y);
          expect(offLine).toBeLessThanOrEqual(Math.hypot(theirs.x - x, theirs.y - y) + 1e-9);
        });
      }),
    );
  });
});
