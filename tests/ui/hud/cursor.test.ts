/** The keyboard cursor on maps of both kinds of hexes. */
import { describe, expect, it } from 'vitest';
import { createGrid, hexAt, indexOf } from '../../../src/hex/grid.ts';
import { CURSOR_STEPS, type CursorStep, stepCursor } from '../../../src/ui/hud/cursor.ts';

const flat = createGrid('flat', 5, 5);
const pointy = createGrid('pointy', 5, 5);
const walk = (grid: typeof flat, steps: readonly CursorStep[]) =>
  hexAt(
    grid,
    steps.reduce((hex, step) => stepCursor(grid, hex, step), indexOf(grid, [2, 2])),
  );

describe('the cursor', () => {
  it.each([
    ['up', [2, 1]],
    ['down', [2, 3]],
    ['left', [1, 2]],
    ['right', [3, 2]],
    ['upRight', [3, 1]],
    ['downRight', [3, 2]],
    ['downLeft', [1, 2]],
    ['upLeft', [1, 1]],
  ] as const)('on a flat-top map %s goes from 2,2 to %o', (step, hex) => {
    expect(walk(flat, [step])).toEqual(hex);
  });

  it('sideways it keeps to the printed row', () => {
    expect(walk(flat, ['right', 'right'])).toEqual([4, 2]);
    expect(walk(pointy, ['right', 'right'])).toEqual([4, 2]);
    expect(walk(pointy, ['up', 'up'])).toEqual([2, 0]);
  });

  it.each(CURSOR_STEPS)('%s stops at the edge of the map', (step) => {
    const far = Array<CursorStep>(9).fill(step);
    expect(walk(flat, [...far, step])).toEqual(walk(flat, far));
  });
});
