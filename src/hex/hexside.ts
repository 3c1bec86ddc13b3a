/**
 * The edge two hexes share, stored once: a river between two hexes is one river. Hexside 3 * hex + direction belongs to
 * the hex for directions 0 to 2; the other three belong to the neighbour beyond. A side on the edge of the map whose
 * owner would be off the map has no number: nothing can lie along it, because nothing crosses it.
 */
import { assertOnMap, type Direction, findDirection, type HexGrid, type HexIndex, neighbourOf } from './grid.ts';

/** The flat index of a hexside: 3 * hex + direction, from 0 to 3 * size - 1. */
export type HexsideIndex = number;

/** Length of an array with an entry for every hexside. */
export function countHexsides(grid: HexGrid): number {
  return 3 * grid.size;
}

/** The side of `hex` in a direction; -1 on the edge of the map, when the side would belong to a hex off it. */
export function hexsideOf(grid: HexGrid, hex: HexIndex, direction: Direction): HexsideIndex | -1 {
  if (direction < 3) return 3 * hex + direction;
  const owner = neighbourOf(grid, hex, direction);
  return owner === -1 ? -1 : 3 * owner + direction - 3;
}

/** The side two adjacent hexes share, the same in either order. Hexes that do not touch are a bug. */
export function hexsideBetween(grid: HexGrid, a: HexIndex, b: HexIndex): HexsideIndex {
  const direction = findDirection(grid, a, b);
  if (direction === undefined) throw new Error(`Hexes ${a} and ${b} share no hexside.`);
  return hexsideOf(grid, a, direction);
}

const OWNED: readonly [Direction, Direction, Direction] = [0, 1, 2];

/** The hex a side belongs to, and the hex beyond, which is -1 on the edge of the map. */
export function hexesOfHexside(grid: HexGrid, hexside: HexsideIndex): [HexIndex, HexIndex | -1] {
  const owner = (hexside / 3) | 0;
  assertOnMap(grid, owner);
  return [owner, neighbourOf(grid, owner, directionOfHexside(hexside))];
}

/** The direction in which a side lies from the hex it belongs to: 0, 1 or 2. */
export function directionOfHexside(hexside: HexsideIndex): Direction {
  return OWNED[hexside % 3] ?? 0;
}
