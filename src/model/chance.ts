/**
 * Where results are left to chance. The same rules run on the battle's dice, on the mean, or on a quantile: they ask a
 * `Chance` and never know which. A `Roll` is what was asked and what came, for the log and for the count of luck.
 */
import type { UnitId } from './unit.ts';

export interface Roll {
  /** Faces of the die: results 0 … faces-1, evenly likely. */
  readonly faces: number;
  readonly result: number;
}

/** What was left to chance in working out an event, and what came of it: for the log and for the count of luck. */
export interface Draw {
  /** A word for what hung on it. */
  readonly what: string;
  /** The unit whose affair it was; `both` for a fight both sides are in, `nobody` for what no side is to know of. */
  readonly about: UnitId | 'both' | 'nobody';
  /** Came true or not; one of several even values; a broken number made whole; a die. */
  readonly kind: 'happens' | 'pick' | 'whole' | 'roll';
  /** 0–1: that it comes true; that the number is made whole upwards. */
  readonly chance?: number;
  /** How many even values or faces there were. */
  readonly of?: number;
  readonly result: number | boolean;
}

/** Carried by whatever was drawn for. */
export interface Drawn {
  readonly draws?: readonly Draw[];
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
