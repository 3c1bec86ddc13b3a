/** The bell curve from a table: how many of many shots, or plates, lie within so many standard deviations. */
import { type Point, valueAt } from './curve.ts';

/** Share of all values above the mean by less than this many standard deviations. Farther out it is half of all. */
// biome-ignore format: a table
const ABOVE_MEAN: readonly Point[] = [
  [0, 0], [0.1, 0.0398], [0.2, 0.0793], [0.3, 0.1179], [0.4, 0.1554], [0.5, 0.1915], [0.6, 0.2257], [0.7, 0.258],
  [0.8, 0.2881], [0.9, 0.3159], [1, 0.3413], [1.1, 0.3643], [1.2, 0.3849], [1.3, 0.4032], [1.4, 0.4192],
  [1.5, 0.4332], [1.6, 0.4452], [1.7, 0.4554], [1.8, 0.4641], [1.9, 0.4713], [2, 0.4772], [2.2, 0.4861],
  [2.4, 0.4918], [2.6, 0.4953], [2.8, 0.4974], [3, 0.4987], [3.5, 0.4998], [4, 0.5],
];

/** Share of values no farther than `half` from the mean either way. Without a spread all are. */
export const shareWithin = (half: number, deviation: number): number =>
  deviation === 0 ? 1 : 2 * valueAt(ABOVE_MEAN, half / deviation);

/** Share of values that lie below the mean plus this many standard deviations, which may be negative. */
export const shareBelow = (deviations: number): number =>
  deviations < 0 ? 0.5 - valueAt(ABOVE_MEAN, -deviations) : 0.5 + valueAt(ABOVE_MEAN, deviations);
