/** How much is shown at a zoom: symbols alone from afar, strengths nearer, everything close up. */
const DETAILS = ['far', 'middle', 'near'] as const;
export type Detail = (typeof DETAILS)[number];
export type ByDetail<T> = Readonly<Record<Detail, T>>;

/** Smallest hex, in CSS pixels from hex to hex, at which a level of detail can be read. */
const LEAST_HEX: ByDetail<number> = { far: 0, middle: 40, near: 72 };

/** Level of detail for hexes of this many CSS pixels. */
export function detailFor(hexOnScreen: number): Detail {
  if (hexOnScreen >= LEAST_HEX.near) return 'near';
  return hexOnScreen >= LEAST_HEX.middle ? 'middle' : 'far';
}

/** Side of a counter as a share of the hex. */
const COUNTER_SHARE: ByDetail<number> = { far: 0.84, middle: 0.76, near: 0.7 };
/** No counter is shown smaller than this, in CSS pixels, even where it overlaps its neighbours. */
const LEAST_COUNTER = 15;

/** Side of a counter in CSS pixels. */
export function counterSize(hexOnScreen: number): number {
  return Math.max(LEAST_COUNTER, hexOnScreen * COUNTER_SHARE[detailFor(hexOnScreen)]);
}
