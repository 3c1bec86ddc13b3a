/**
 * What men without water or food are still worth, and when the cut off give up. Days: above nothing what is left, below
 * nothing how long there has been none.
 */
import type { Unit } from '../../model/unit.ts';
import { type Point, valueAt } from '../curve.ts';

type Stores = Pick<Unit, 'water' | 'food'>;

/**
 * Share of their powers that men have left, by days without. Thirst tells from the first day and is half of all on the
 * second. Source: scenarios/sources.md 12 [C]; drill "pocket-without-water".
 */
export const VIGOUR_BY_THIRST: readonly Point[] = [
  [0, 1],
  [0.5, 0.85],
  [1, 0.7],
  [2, 0.5],
  [3, 0.3],
];
export const VIGOUR_BY_HUNGER: readonly Point[] = [
  [0, 1],
  [1, 0.95],
  [2, 0.85],
  [4, 0.7],
  [8, 0.5],
];

/** Days without of a store, 0 while any is left. */
export const daysWithout = (days: number | undefined): number => Math.max(0, -(days ?? 0));

/** Share of a unit's powers that want of water and food leaves. */
export const vigourInWant = ({ water, food }: Stores): number =>
  (water === undefined ? 1 : valueAt(VIGOUR_BY_THIRST, daysWithout(water))) *
  (food === undefined ? 1 : valueAt(VIGOUR_BY_HUNGER, daysWithout(food)));

/**
 * Chance in a day that a cut-off unit with the enemy beside it gives up, by days without water, while it is shaken; a
 * steady one has a third of it, one taught to die a tenth. Source: scenarios/sources.md 12 [C].
 */
export const GIVES_UP_BY_THIRST: readonly Point[] = [
  [0, 0],
  [1, 0.2],
  [2, 0.5],
  [3, 0.8],
];
export const STEADY_SHARE = 1 / 3;
export const TO_THE_LAST_SHARE = 0.1;
