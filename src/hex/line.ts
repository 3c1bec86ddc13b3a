/**
 * Which hexes a straight line from centre to centre passes through, one for each step of the distance. The same hexes
 * come back from the other end: if one hex sees another along a line, it is seen along the same line. Whole numbers
 * only, so every engine draws the same line.
 */
import { hexesBetween } from './distance.ts';
import { type HexGrid, type HexIndex, slantedOf } from './grid.ts';

/**
 * Every sample point is a whole number of 1 / (NUDGE_PARTS * distance). The nudge that breaks ties is one such part,
 * and moves a point by at most two of them across any hexside, so it can decide a tie and nothing else.
 */
const NUDGE_PARTS = 4;

/**
 * The hexes from `from` to `to`, both included, each adjacent to the next; as many as the distance plus one.
 *
 * Where the line runs along a hexside both hexes have equal claims: the southern one is taken on a flat-top map, the
 * eastern one on a pointy-top map. Only along the far edge, where that hex may not exist (both ends in odd columns of
 * the last row, or odd rows of the last column), it is the other. The rule depends on where the line lies and not on
 * its sense, therefore the reverse line has the same hexes.
 */
export function listLine(grid: HexGrid, from: HexIndex, to: HexIndex): HexIndex[] {
  if (from === to) return [from];
  const line = [from];
  findBetween(grid, from, to, (hex) => {
    line.push(hex);
    return false;
  });
  line.push(to);
  return line;
}

/**
 * The first hex strictly between the two, on the same line, of which `matches` says so; `undefined` when there is none.
 * `step` counts from 1, and `steps` is the distance. Makes no list, because sight looks along very many lines.
 */
export function findBetween(
  grid: HexGrid,
  from: HexIndex,
  to: HexIndex,
  matches: (hex: HexIndex, step: number, steps: number) => boolean,
): HexIndex | undefined {
  const steps = hexesBetween(grid, from, to);
  if (steps < 2) return undefined;
  const start = slantedOf(grid, from);
  const end = slantedOf(grid, to);
  const nudge = isAlongFarEdge(grid, from) && isAlongFarEdge(grid, to) ? -1 : 1;
  const whole = NUDGE_PARTS * steps;
  for (let step = 1; step < steps; step++) {
    const lane = NUDGE_PARTS * (start.lane * (steps - step) + end.lane * step);
    const slant = NUDGE_PARTS * (start.slant * (steps - step) + end.slant * step) + nudge;
    const hex = hexAround(grid, lane, slant, whole);
    if (matches(hex, step, steps)) return hex;
  }
  return undefined;
}

/** Whether the hex is pushed out at the end of its lane, with no hex beyond to fill the gap between it and the next. */
function isAlongFarEdge(grid: HexGrid, index: HexIndex): boolean {
  const row = (index / grid.columns) | 0;
  const column = index - row * grid.columns;
  return grid.orientation === 'flat'
    ? row === grid.rows - 1 && column % 2 === 1
    : column === grid.columns - 1 && row % 2 === 1;
}

/**
 * The hex that holds a point given in parts of a `whole`. Of the three coordinates, which add up to nothing, the two
 * that are nearer to a whole number are rounded and give the third.
 */
function hexAround(grid: HexGrid, lane: number, slant: number, whole: number): HexIndex {
  const third = -lane - slant;
  let nearLane = roundedPart(lane, whole);
  let nearSlant = roundedPart(slant, whole);
  const nearThird = roundedPart(third, whole);
  const laneError = Math.abs(nearLane * whole - lane);
  const slantError = Math.abs(nearSlant * whole - slant);
  const thirdError = Math.abs(nearThird * whole - third);
  if (laneError > slantError && laneError > thirdError) nearLane = -nearSlant - nearThird;
  else if (slantError > thirdError) nearSlant = -nearLane - nearThird;

  const along = nearSlant + (nearLane >> 1);
  const column = grid.orientation === 'flat' ? nearLane : along;
  const row = grid.orientation === 'flat' ? along : nearLane;
  if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows)
    throw new Error(`A line between two hexes left the map at lane ${nearLane}.`);
  return row * grid.columns + column;
}

function roundedPart(parts: number, whole: number): number {
  return Math.floor((2 * parts + whole) / (2 * whole));
}
