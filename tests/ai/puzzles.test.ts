/** The ensign solves its puzzles in eighteen plays of twenty, as drawn, mirrored and with other strengths. */
import { describe, expect, test } from 'vitest';
import { countSolved, VARIANTS } from './puzzle.ts';
import { PUZZLES } from './puzzles.ts';

const SEEDS = 20;
const ENOUGH = 18;

describe.each(PUZZLES.map((puzzle) => [puzzle.title, puzzle] as const))('%s', (_, puzzle) => {
  test.each(VARIANTS)('%s', (variant) => {
    expect(countSolved(puzzle, variant, SEEDS)).toBeGreaterThanOrEqual(ENOUGH);
  });
});
