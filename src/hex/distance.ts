/**
 * How many hexes lie from one hex to another, over any ground: integers only, nothing allocated, because sight, command
 * and the computer player ask it all the time. Metres are hexes times the size of a hex, and for others to reckon.
 */
import type { HexGrid, HexIndex } from './grid.ts';

/** Steps from `a` to `b` over an unbounded map: 0 for the same hex, 1 for neighbours. */
export function hexesBetween(grid: HexGrid, a: HexIndex, b: HexIndex): number {
  const { columns } = grid;
  const rowA = (a / columns) | 0;
  const rowB = (b / columns) | 0;
  const columnA = a - rowA * columns;
  const columnB = b - rowB * columns;
  return grid.orientation === 'flat'
    ? stepsBetween(columnA, rowA, columnB, rowB)
    : stepsBetween(rowA, columnA, rowB, columnB);
}

/** Whether two hexes are no more than so many steps apart: quicker to say than how many, where most are far apart. */
export function isWithinHexes(grid: HexGrid, a: HexIndex, b: HexIndex, hexes: number): boolean {
  // One step leads no more than one row on.
  const rowsBeyond = (hexes + 1) * grid.columns;
  return b - a < rowsBeyond && a - b < rowsBeyond && hexesBetween(grid, a, b) <= hexes;
}

/** The arithmetic in lanes, which both orientations share; see `Slanted` in grid.ts. */
function stepsBetween(laneA: number, alongA: number, laneB: number, alongB: number): number {
  const lanes = laneB - laneA;
  const slants = alongB - (laneB >> 1) - alongA + (laneA >> 1);
  return (Math.abs(lanes) + Math.abs(slants) + Math.abs(lanes + slants)) >> 1;
}
