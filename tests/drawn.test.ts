import { describe, expect, test } from 'vitest';
import { isAdjacent } from '../src/hex/grid.ts';
import { parseDrawing, printDrawing, redrawn } from './drawn.ts';

describe('parseDrawing(text)', () => {
  test('reads one character a hex, row by row', () => {
    const { grid, cells } = parseDrawing(`
      . . f
       . A .
    `);
    expect([grid.orientation, grid.columns, grid.rows]).toEqual(['pointy', 3, 2]);
    expect(cells.join('')).toBe('..f.A.');
  });

  test('a hex touches the two beside it, two above and two below', () => {
    const { grid, cells } = parseDrawing(`
      . x x .
       x A x .
      . x x .
    `);
    const centre = cells.indexOf('A');
    cells.forEach((cell, index) => expect(isAdjacent(grid, centre, index)).toBe(cell === 'x'));
  });

  // biome-ignore format: a row for each mistake
  test.each([
    ['a mark between hexes',      '. .\n .|. ',    `Line 2, column 3: expected a space between hexes, found '|'.`],
    ['an odd row not indented',   '. .\n. .',      `Line 2, column 1: expected a space between hexes, found '.'.`],
    ['an even row too far in',    '. .\n . .\n . .', `Line 3, column 1: expected a hex, found a space.`],
    ['a gap',                     '\n. . .\n .   .', `Line 3, column 4: expected a hex, found a space.`],
    ['a row missing',             '. .\n\n. .',    `Line 2, column 2: expected a hex, found a space.`],
    ['a short row',               '. .\n .',       'Line 2: expected 2 hexes as in the first row, found 1.'],
    ['nothing at all',            ' \n ',          'The drawing is empty.'],
  ])('refuses %s, by line and column', (_, text, message) => {
    expect(() => parseDrawing(text)).toThrow(message);
  });
});

describe('printDrawing(grid, cellText)', () => {
  test('prints the shape that was read', () => {
    const text = `
  . x f .
   x A x f
  . x ^ .
`;
    const { grid, cells } = parseDrawing(text);
    expect(printDrawing(grid, (index) => cells[index] ?? '')).toBe(text);
    expect(
      redrawn(`
        . x f .
         x A x f
        . x ^ .
    `),
    ).toBe(text);
  });

  test('refuses a cell that would spoil the shape', () => {
    const { grid } = parseDrawing('. .\n . .');
    expect(() => printDrawing(grid, (index) => (index === 3 ? '10' : '.'))).toThrow(
      `Hex [1, 1]: expected one character, found '10'.`,
    );
  });
});
