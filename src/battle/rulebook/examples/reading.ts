/** Example of chapter 0: a row of factors, a throw, a broken number made whole. */
import { SPREAD } from '../../../rules/fire/harm.ts';
import { COVER } from '../../../rules/fire/effect.ts';
import { smallArmsThrough } from '../../../rules/works.ts';
import type { Figures } from '../chapter.ts';

/** Men hit on average if everybody stood in the open, and the place of the throw: both chosen for the example. */
const IN_THE_OPEN = 12;
const THROW = 8;

export function reading(): Figures {
  const cover = COVER.forest;
  const lying = smallArmsThrough('halted');
  const mean = IN_THE_OPEN * cover * lying;
  const stray = SPREAD[THROW - 1] ?? 1;
  const men = mean * stray;
  const whole = Math.floor(men);
  return {
    open: IN_THE_OPEN,
    cover,
    lying,
    mean,
    throw: THROW,
    throws: SPREAD.length,
    stray,
    men,
    whole,
    next: whole + 1,
    chance: men - whole,
    least: mean * SPREAD[0],
    most: mean * (SPREAD[SPREAD.length - 1] ?? 1),
  };
}
