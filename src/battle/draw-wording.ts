/** Dice in words: what was left to chance, how likely it was, and what came of it. */
import { unreachable } from '../model/assert.ts';
import type { Draw } from '../model/chance.ts';
import { findName, message } from './wording.ts';

/** Below this a chance is told in tenths of a percent. */
const SMALL_CHANCE = 0.095;

/** One draw as a line: "Cohesion · chance 34 % · came true". */
export function drawText(draw: Draw): string {
  const what = findName('draw', draw.what) ?? message('draw.other');
  const of = draw.of ?? 0;
  switch (draw.kind) {
    case 'happens':
      return message(draw.result === true ? 'draw.happened' : 'draw.not', {
        what,
        chance: chanceText(draw.chance ?? 0),
      });
    case 'pick':
      return message('draw.pick', { what, of, result: Math.round(Number(draw.result) * 100) / 100 });
    case 'whole':
      return message('draw.whole', { what, chance: chanceText(draw.chance ?? 0), result: Number(draw.result) });
    case 'roll':
      return message('draw.roll', { what, of, result: Number(draw.result) + 1 });
    default:
      return unreachable(draw.kind);
  }
}

/** Whole percent, or tenths of one where there are few. */
function chanceText(chance: number): string {
  const percent = chance * 100;
  return String(chance < SMALL_CHANCE ? Math.round(percent * 10) / 10 : Math.round(percent));
}
