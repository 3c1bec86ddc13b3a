/** Which way one hex lies from another: the nearest of the six directions, and how far off a direction it is. */
import {
  type Direction,
  DIRECTIONS,
  type HexGrid,
  type HexIndex,
  SLANTED_STEPS,
  type Slanted,
  slantedOf,
} from './grid.ts';

/** Product of two steps in straight coordinates, whose axes stand at 60 degrees: 1 for a step with itself. */
const dot = (one: Slanted, other: Slanted): number =>
  one.lane * other.lane + one.slant * other.slant + (one.lane * other.slant + one.slant * other.lane) / 2;

function stepsBetween(grid: HexGrid, from: HexIndex, to: HexIndex): Slanted {
  const [start, end] = [slantedOf(grid, from), slantedOf(grid, to)];
  return { lane: end.lane - start.lane, slant: end.slant - start.slant };
}

/** The direction in which a hex lies; of two as near the first clockwise from the north. Of a hex from itself the northernmost. */
export function directionTowards(grid: HexGrid, from: HexIndex, to: HexIndex): Direction {
  const way = stepsBetween(grid, from, to);
  const along = (direction: Direction): number => dot(way, SLANTED_STEPS[grid.orientation][direction]);
  return DIRECTIONS.reduce<Direction>((best, each) => (along(each) > along(best) ? each : best), 0);
}

/** Cosine of the angle between a direction and the way to a hex; 1 for a hex from itself. */
export function cosineTowards(grid: HexGrid, from: HexIndex, to: HexIndex, direction: Direction): number {
  const way = stepsBetween(grid, from, to);
  const length = Math.sqrt(dot(way, way));
  return length === 0 ? 1 : dot(way, SLANTED_STEPS[grid.orientation][direction]) / length;
}
