/** Where the keyboard cursor goes: along columns up and down, zigzag along rows, diagonally by the number pad. */
import { type Direction, findIndex, type HexGrid, type HexIndex, hexAt, neighbourOf } from '../../hex/grid.ts';

export const CURSOR_STEPS = ['up', 'down', 'left', 'right', 'upLeft', 'upRight', 'downLeft', 'downRight'] as const;
export type CursorStep = (typeof CURSOR_STEPS)[number];

const FLAT_DIRECTIONS: Partial<Record<CursorStep, Direction>> = {
  up: 0,
  upRight: 1,
  downRight: 2,
  down: 3,
  downLeft: 4,
  upLeft: 5,
};
const POINTY_DIRECTIONS: Partial<Record<CursorStep, Direction>> = {
  upRight: 0,
  right: 1,
  downRight: 2,
  downLeft: 3,
  left: 4,
  upLeft: 5,
};
/** Steps that follow no direction of the grid keep to the printed row or column. */
const OFFSETS: Partial<Record<CursorStep, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** The hex a step away; the same hex at the edge of the map. */
export function stepCursor(grid: HexGrid, from: HexIndex, step: CursorStep): HexIndex {
  const direction = (grid.orientation === 'flat' ? FLAT_DIRECTIONS : POINTY_DIRECTIONS)[step];
  if (direction !== undefined) {
    const next = neighbourOf(grid, from, direction);
    return next === -1 ? from : next;
  }
  const [column, row] = hexAt(grid, from);
  const [columns, rows] = OFFSETS[step] ?? [0, 0];
  return findIndex(grid, [column + columns, row + rows]) ?? from;
}
