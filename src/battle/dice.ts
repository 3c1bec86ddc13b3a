/** The battle's dice: a fresh generator for every order, grown from the seed and the order's number alone. */
import seedrandom from 'seedrandom';
import type { Dice } from '../rules/chance.ts';

export interface CountedDice {
  readonly draw: Dice;
  /** Draws so far: whether anything was left to chance. */
  readonly drawn: () => number;
}

/** Dice of the `order`-th order; 0 for the opening. Made only when first drawn from, since most orders draw none. */
export function createDice(seed: string, order: number | 'weather'): CountedDice {
  let generator: seedrandom.PRNG | undefined;
  let drawn = 0;
  return {
    draw: (faces) => {
      generator ??= seedrandom.alea(`${seed}/${order}`);
      drawn += 1;
      return Math.floor(generator() * faces);
    },
    drawn: () => drawn,
  };
}
