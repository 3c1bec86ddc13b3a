/** Irregularity that is the same at every painting: numbers from a position, for tufts, dots and roofs. */

import { isInHex, type Sheet } from '../sheet.ts';

/** A number from 0 to 1 that depends on three whole numbers alone. */
export function speckle(a: number, b: number, c: number): number {
  let mixed =
    Math.imul(a ^ 0x9e3779b1, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35) ^ Math.imul(c + 1, 0x27d4eb2f);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
}

/** Spots of a loose lattice over the whole ground, `step` pixels apart and shifted by up to `loose` of it. */
export interface Lattice {
  readonly step: number;
  readonly loose: number;
  readonly seed: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
  /** 0–1. */
  readonly chance: number;
}

/** Calls `draw` for each spot of the lattice within a rectangle. */
export function scatterOver(
  lattice: Lattice,
  box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
  draw: (spot: Spot) => void,
): void {
  const { step, loose, seed } = lattice;
  for (let row = Math.floor(box.top / step); row * step <= box.bottom; row++) {
    for (let column = Math.floor(box.left / step); column * step <= box.right; column++) {
      draw({
        x: (column + (row & 1) * 0.5 + (speckle(column, row, seed) - 0.5) * loose) * step,
        y: (row + (speckle(column, row, seed + 1) - 0.5) * loose) * step,
        chance: speckle(column, row, seed + 2),
      });
    }
  }
}

/** Calls `draw` for each spot of the lattice in the hexes for which `isIn` holds. */
export function scatterInHexes(
  lattice: Lattice,
  sheet: Sheet,
  isIn: (hex: number) => boolean,
  draw: (spot: Spot) => void,
): void {
  const reach = sheet.hexPixels * 0.6;
  for (let hex = 0; hex < sheet.map.grid.size; hex++) {
    if (!isIn(hex)) continue;
    const { x, y } = sheet.centreOf(hex);
    scatterOver(lattice, { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }, (spot) => {
      if (isInHex(sheet, spot.x - x, spot.y - y)) draw(spot);
    });
  }
}
