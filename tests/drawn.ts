/**
 * Maps drawn in a test, two characters a hex, and printed in the same shape. Each odd row is indented by one, so that a
 * hex touches the two beside it, two above and two below. Only the geometry is here; what a character stands for is
 * the test's own affair.
 */
import { createGrid, type HexGrid, type HexIndex, indexOf } from '../src/hex/grid.ts';

export interface Drawing {
  /** Pointy-top, as drawn. */
  readonly grid: HexGrid;
  /** One character a hex, by flat index. */
  readonly cells: readonly string[];
}

/** A printed drawing stands this far in, as it does between the backticks of a test. */
const MARGIN = '  ';

/**
 * Reads a drawing. Empty lines before and after it are ignored, and so is what the whole of it is indented by. Errors
 * name line and column in the text, both from 1.
 */
export function parseDrawing(text: string): Drawing {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== '');
  if (first === -1) throw new Error('The drawing is empty.');
  const last = lines.findLastIndex((line) => line !== '');
  const top = lines[first] ?? '';
  const margin = top.length - top.trimStart().length;

  const rows = lines.slice(first, last + 1).map((line, row) => parseRow(line, margin + (row % 2), first + row + 1));
  const columns = rows[0]?.length ?? 0;
  rows.forEach((cells, row) => {
    if (cells.length !== columns) {
      throw new Error(`Line ${first + row + 1}: expected ${columns} hexes as in the first row, found ${cells.length}.`);
    }
  });
  return { grid: createGrid('pointy', columns, rows.length), cells: rows.flat() };
}

/** The cells of a line, which must stand at `indent` and every second column after it. */
function parseRow(line: string, indent: number, lineNumber: number): string[] {
  const cells: string[] = [];
  // An empty line between two rows still has to say that its first hex is missing.
  const end = Math.max(line.length, indent + 1);
  for (let at = 0; at < end; at++) {
    const found = line[at] ?? ' ';
    const isCell = at >= indent && (at - indent) % 2 === 0;
    const where = `Line ${lineNumber}, column ${at + 1}`;
    if (isCell && found === ' ') throw new Error(`${where}: expected a hex, found a space.`);
    if (!isCell && found !== ' ') throw new Error(`${where}: expected a space between hexes, found '${found}'.`);
    if (isCell) cells.push(found);
  }
  return cells;
}

/** Prints one character a hex in the shape `parseDrawing` reads: line break, rows two spaces in, line break. */
export function printDrawing(grid: HexGrid, cellText: (index: HexIndex) => string): string {
  if (grid.orientation !== 'pointy') throw new Error('Drawings are pointy-top; this map is flat-top.');
  let text = '\n';
  for (let row = 0; row < grid.rows; row++) {
    const cells = Array.from({ length: grid.columns }, (_, column) =>
      oneCharacter(grid, indexOf(grid, [column, row]), cellText),
    );
    text += `${MARGIN}${row % 2 === 1 ? ' ' : ''}${cells.join(' ')}\n`;
  }
  return text;
}

function oneCharacter(grid: HexGrid, index: HexIndex, cellText: (index: HexIndex) => string): string {
  const cell = cellText(index);
  if (cell.length === 1 && cell.trim() !== '') return cell;
  const column = index % grid.columns;
  throw new Error(`Hex [${column}, ${(index - column) / grid.columns}]: expected one character, found '${cell}'.`);
}

/** A drawing printed afresh, so that a test may indent what it expects as far as its own code. */
export function redrawn(text: string): string {
  const { grid, cells } = parseDrawing(text);
  return printDrawing(grid, (index) => cells[index] ?? '');
}
