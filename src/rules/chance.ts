/** The three ways to leave a thing to chance: dice, the mean, a quantile. Rules take any of them. */
import type { Chance, Roll } from '../model/chance.ts';

/** Draws 0 … faces-1, evenly. */
export type Dice = (faces: number) => number;

/** Real dice. */
export function sampled(dice: Dice): Chance {
  const share = (): number => dice(10000) / 10000;
  return {
    roll: (faces): Roll => ({ faces, result: dice(faces) }),
    happens: (chance) => chance > 0 && share() < chance,
    pick: (values) => values[dice(values.length)] ?? 0,
    whole: (amount) => {
      const least = Math.floor(amount);
      return amount === least ? least : least + (share() < amount - least ? 1 : 0);
    },
  };
}

/** What is to be expected; of either-or the likelier. */
export function meanChance(): Chance {
  return {
    roll: (faces): Roll => ({ faces, result: Math.floor(faces / 2) }),
    happens: (chance) => chance >= 0.5,
    pick: (values) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length),
    whole: (amount) => Math.round(amount),
  };
}

/** What is exceeded in `1 - q` of cases, q 0–1: amounts at their quantile, either-or true when its chance exceeds 1 - q. */
export function quantileChance(q: number): Chance {
  return {
    roll: (faces): Roll => ({ faces, result: Math.min(faces - 1, Math.floor(faces * q)) }),
    happens: (chance) => chance > 1 - q,
    pick: (values) => values[Math.min(values.length - 1, Math.floor(values.length * q))] ?? 0,
    whole: (amount) => Math.round(amount),
  };
}
