/**
 * Where results are left to chance. The same rules run on the battle's dice, on the mean, or on a quantile: they ask a
 * `Chance` and never know which. A `Roll` is what was asked and what came, for the log and for the count of luck.
 */
export interface Roll {
  /** Faces of the die: results 0 … faces-1, evenly likely. */
  readonly faces: number;
  readonly result: number;
}

export interface Chance {
  /** One of `faces` even results. `what` says in a word what hangs on it. */
  readonly roll: (faces: number, what: string) => Roll;
  /** Whether a thing of this chance (0–1) comes true. */
  readonly happens: (chance: number, what: string) => boolean;
  /** A row of evenly likely values: one of them, their mean, or their quantile. Ascending. */
  readonly pick: (values: readonly number[], what: string) => number;
  /** A whole number whose expectation is `amount`. */
  readonly whole: (amount: number, what: string) => number;
}
