/**
 * Which hexes a map has, how they are numbered and which touch which. A hex is `[column, row]` outside, counted from
 * the north-west corner, and a flat index inside. Flat-top maps push odd columns half a row south, pointy-top maps odd
 * rows half a column east. Distances, lines and pixels have files of their own.
 */

export const ORIENTATIONS = ['flat', 'pointy'] as const;
export type Orientation = (typeof ORIENTATIONS)[number];
export type ByOrientation<T> = Readonly<Record<Orientation, T>>;

/** A hex as printed on the map. */
export type Hex = readonly [column: number, row: number];

/** A hex as stored: row * columns + column. */
export type HexIndex = number;

/** Clockwise from the northernmost: N, NE, SE, S, SW, NW on flat-top maps; NE, E, SE, SW, W, NW on pointy-top ones. */
export type Direction = 0 | 1 | 2 | 3 | 4 | 5;
export const DIRECTIONS = [0, 1, 2, 3, 4, 5] as const satisfies readonly Direction[];

/** A word for each direction, by orientation; the message catalogue has what a player reads. */
export const DIRECTION_NAMES = {
  flat: ['north', 'northEast', 'southEast', 'south', 'southWest', 'northWest'],
  pointy: ['northEast', 'east', 'southEast', 'southWest', 'west', 'northWest'],
} as const satisfies ByOrientation<readonly string[]>;
export type DirectionName = (typeof DIRECTION_NAMES)[Orientation][number];

export interface HexGrid {
  readonly orientation: Orientation;
  readonly columns: number;
  readonly rows: number;
  /** Hexes on the map. */
  readonly size: number;
  /** The neighbour of hex i in direction d at 6 * i + d; -1 is off the map. */
  readonly neighbours: Int16Array;
}

/**
 * Straight coordinates. A lane is a column of a flat-top map or a row of a pointy-top one, so that a lane's hexes touch
 * one after the other; `slant` counts along the lane, less half the lane's number, which undoes the pushing of odd
 * lanes. In these two numbers each direction is one constant step, and both orientations obey the same arithmetic.
 */
export interface Slanted {
  readonly lane: number;
  readonly slant: number;
}

/** One step in each direction. */
export const SLANTED_STEPS: ByOrientation<readonly [Slanted, Slanted, Slanted, Slanted, Slanted, Slanted]> = {
  // biome-ignore format: a row for each half turn
  flat: [
    { lane: 0, slant: -1 }, { lane: 1, slant: -1 }, { lane: 1, slant: 0 },
    { lane: 0, slant: 1 }, { lane: -1, slant: 1 }, { lane: -1, slant: 0 },
  ],
  // biome-ignore format: a row for each half turn
  pointy: [
    { lane: -1, slant: 1 }, { lane: 0, slant: 1 }, { lane: 1, slant: 0 },
    { lane: 1, slant: -1 }, { lane: 0, slant: -1 }, { lane: -1, slant: 0 },
  ],
};

/** Neighbours are stored in 16 bits. */
const MOST_HEXES = 32767;

/** A map of `columns` by `rows` hexes, at least one of each and at most 32767 in all. */
export function createGrid(orientation: Orientation, columns: number, rows: number): HexGrid {
  const size = columns * rows;
  if (!Number.isInteger(columns) || !Number.isInteger(rows) || columns < 1 || rows < 1 || size > MOST_HEXES) {
    throw new Error(`A map has from 1 to ${MOST_HEXES} hexes; ${columns} columns by ${rows} rows were asked for.`);
  }
  const neighbours = new Int16Array(6 * size).fill(-1);
  const grid: HexGrid = { orientation, columns, rows, size, neighbours };
  for (let index = 0; index < size; index++) {
    const { lane, slant } = slantedOf(grid, index);
    SLANTED_STEPS[orientation].forEach((step, direction) => {
      neighbours[6 * index + direction] = findBySlanted(grid, lane + step.lane, slant + step.slant) ?? -1;
    });
  }
  return grid;
}

/** The hex as printed on the map. */
export function hexAt(grid: HexGrid, index: HexIndex): Hex {
  assertOnMap(grid, index);
  const column = index % grid.columns;
  return [column, (index - column) / grid.columns];
}

/** The flat index of a hex that must be on the map. */
export function indexOf(grid: HexGrid, hex: Hex): HexIndex {
  const index = findIndex(grid, hex);
  if (index === undefined) {
    throw new Error(`Hex [${hex[0]}, ${hex[1]}] is off the map of ${grid.columns} columns by ${grid.rows} rows.`);
  }
  return index;
}

/** The flat index of a hex, or `undefined` off the map. */
export function findIndex(grid: HexGrid, hex: Hex): HexIndex | undefined {
  const [column, row] = hex;
  if (!Number.isInteger(column) || !Number.isInteger(row)) return undefined;
  if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) return undefined;
  return row * grid.columns + column;
}

/** The hex next to `index`, or -1 off the map. */
export function neighbourOf(grid: HexGrid, index: HexIndex, direction: Direction): HexIndex | -1 {
  return grid.neighbours[6 * index + direction] ?? -1;
}

/** The neighbours on the map, in the order of directions. */
export function listNeighbours(grid: HexGrid, index: HexIndex): HexIndex[] {
  const found: HexIndex[] = [];
  for (const direction of DIRECTIONS) {
    const neighbour = neighbourOf(grid, index, direction);
    if (neighbour !== -1) found.push(neighbour);
  }
  return found;
}

/** The direction from a hex to its neighbour; `undefined` when the two do not touch. */
export function findDirection(grid: HexGrid, from: HexIndex, to: HexIndex): Direction | undefined {
  if (to < 0) return undefined;
  return DIRECTIONS.find((direction) => neighbourOf(grid, from, direction) === to);
}

/** Whether two hexes share a hexside; no hex is adjacent to itself. */
export function isAdjacent(grid: HexGrid, a: HexIndex, b: HexIndex): boolean {
  return findDirection(grid, a, b) !== undefined;
}

const OPPOSITES: readonly [Direction, Direction, Direction, Direction, Direction, Direction] = [3, 4, 5, 0, 1, 2];

/** The direction half a turn away. */
export function opposite(direction: Direction): Direction {
  return OPPOSITES[direction];
}

/** A hex in straight coordinates. */
export function slantedOf(grid: HexGrid, index: HexIndex): Slanted {
  const row = (index / grid.columns) | 0;
  const column = index - row * grid.columns;
  return grid.orientation === 'flat'
    ? { lane: column, slant: row - (column >> 1) }
    : { lane: row, slant: column - (row >> 1) };
}

/** The hex at straight coordinates, or `undefined` off the map. */
export function findBySlanted(grid: HexGrid, lane: number, slant: number): HexIndex | undefined {
  const along = slant + (lane >> 1);
  return findIndex(grid, grid.orientation === 'flat' ? [lane, along] : [along, lane]);
}

/** A bug unless `index` is a hex of the map. */
export function assertOnMap(grid: HexGrid, index: HexIndex): void {
  if (!Number.isInteger(index) || index < 0 || index >= grid.size) {
    throw new Error(`Hex number ${index} is off the map of ${grid.size} hexes.`);
  }
}
