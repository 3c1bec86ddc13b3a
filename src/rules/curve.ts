/** Tables over a continuous quantity: values between two points run straight. The only interpolation in the rules. */
export type Point = readonly [at: number, value: number];

/** Value at `x`: straight between points, the first or last value beyond the ends. Points ascend and are not empty. */
export function valueAt(points: readonly Point[], x: number): number {
  let before = points[0];
  if (before === undefined) throw new Error('a curve without points');
  if (x <= before[0]) return before[1];
  for (const point of points) {
    if (x <= point[0]) {
      const width = point[0] - before[0];
      return width === 0 ? point[1] : before[1] + ((point[1] - before[1]) * (x - before[0])) / width;
    }
    before = point;
  }
  return before[1];
}

/** `value` kept within `least` and `most`. */
export const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** Rounded to tenths, as minutes are counted. */
export const tenths = (value: number): number => Math.round(value * 10) / 10;

/** Rounded to thousandths, so that states stay short and equal on every machine. */
export const thousandths = (value: number): number => Math.round(value * 1000) / 1000;
