/**
 * Which hexes a straight line from centre to centre passes through, one for each step of the distance. The same hexes
 * come back from the other end: if one hex sees another along a line, it is seen along the same line. Whole numbers
 * only, so every engine draws the same line.
 */
import { hexesBetween } from './distance.ts';
import { findBySlanted, type HexGrid, type HexIndex, hexAt, slantedOf } from './grid.ts';

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
  const steps = hexesBetween(grid, from, to);
  if (steps === 0) return [from];
  const start = slantedOf(grid, from);
  const end = slantedOf(grid, to);
  const nudge = isAlongFarEdge(grid, from) && isAlongFarEdge(grid, to) ? -1 : 1;
  const whole = NUDGE_PARTS * steps;
  const line: HexIndex[] = [];
  for (let step = 0; step <= steps; step++) {
    const lane = NUDGE_PARTS * (start.lane * (steps - step) + end.lane * step);
    const slant = NUDGE_PARTS * (start.slant * (steps - step) + end.slant * step) + nudge;
    line.push(hexAround(grid, lane, slant, whole));
  }
  return line;
}

/** Whether the hex is pushed out at the end of its lane, with no hex beyond to fill the gap between it and the next. */
function isAlongFarEdge(grid: HexGrid, index: HexIndex): boolean {
  const [column, row] = hexAt(grid, index);
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

  const index = findBySlanted(grid, nearLane, nearSlant);
  if (index === undefined) throw new Error(`A line between two hexes left the map at lane ${nearLane}.`);
  return index;
}

function roundedPart(parts: number, whole: number): number {
  return Math.floor((2 * parts + whole) / (2 * whole));
}
