/** The side of a hex by its name, `SE`. */
import { type Direction, DIRECTIONS, findIndex, type Hex, type HexGrid } from '../hex/grid.ts';
import { type HexsideIndex, hexsideOf } from '../hex/hexside.ts';
import { SIDE_NAMES, type SideName } from './map-schema.ts';

/** The hexside, or `undefined` off the map, on its edge, or where hexes of the map have no such side. */
export function findHexside(grid: HexGrid, hex: Hex, facing: SideName): HexsideIndex | undefined {
  const index = findIndex(grid, hex);
  const direction = findFacing(grid, facing);
  if (index === undefined || direction === undefined) return undefined;
  const hexside = hexsideOf(grid, index, direction);
  return hexside === -1 ? undefined : hexside;
}

/** The direction of a name, or `undefined` where the grid's hexes have no such side. */
export function findFacing(grid: HexGrid, facing: SideName): Direction | undefined {
  return DIRECTIONS.find((direction) => SIDE_NAMES[grid.orientation][direction] === facing);
}
