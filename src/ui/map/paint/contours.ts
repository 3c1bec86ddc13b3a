/** Contour lines: where the ground crosses a height, found cell by cell and joined into lines. */
import type { HeightField } from './relief.ts';

/** Points as x, y, x, y …, in metres from the sheet's corner. */
export interface Contour {
  readonly level: number;
  readonly closed: boolean;
  readonly points: readonly number[];
}

/** Off whole metres, so that no spot of a survey in metres lies exactly on a line. */
const NUDGE = 0.013;

/** All lines of every multiple of `interval` that the field crosses, ascending by level. */
export function findContours(field: HeightField, interval: number): Contour[] {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const height of field.heights) {
    if (height < lowest) lowest = height;
    if (height > highest) highest = height;
  }
  const contours: Contour[] = [];
  for (let level = Math.ceil(lowest / interval) * interval; level < highest; level += interval) {
    contours.push(...findContoursAt(field, level));
  }
  return contours;
}

/**
 * The lines of one height. An edge between two spots has a number: twice the spot's for the one to the east, and one
 * more for the one to the south. A line passes from edge to edge through the cells, higher ground on its right.
 */
export function findContoursAt(field: HeightField, level: number): Contour[] {
  const next = linkEdges(field, level + NUDGE);
  const starts = new Set(next.keys());
  for (const end of next.values()) starts.delete(end);
  const contours: Contour[] = [];
  for (const start of starts) contours.push(follow(field, level, next, start));
  while (next.size > 0) {
    const [start] = next.keys();
    if (start === undefined) break;
    contours.push(follow(field, level, next, start));
  }
  return contours;
}

/** From each edge a line enters a cell by to the edge it leaves by, with the higher ground on its right. */
function linkEdges(field: HeightField, level: number): Map<number, number> {
  const { columns, rows, heights } = field;
  const next = new Map<number, number>();
  for (let row = 0; row < rows - 1; row++) {
    for (let column = 0; column < columns - 1; column++) {
      const spot = row * columns + column;
      const northWest = heights[spot] ?? 0;
      const northEast = heights[spot + 1] ?? 0;
      const southWest = heights[spot + columns] ?? 0;
      const southEast = heights[spot + columns + 1] ?? 0;
      const corners =
        (northWest > level ? 8 : 0) |
        (northEast > level ? 4 : 0) |
        (southEast > level ? 2 : 0) |
        (southWest > level ? 1 : 0);
      if (corners === 0 || corners === 15) continue;
      const north = 2 * spot;
      const south = 2 * (spot + columns);
      const west = 2 * spot + 1;
      const east = 2 * (spot + 1) + 1;
      // A saddle is cut by what lies in its middle.
      const high = (northWest + northEast + southWest + southEast) / 4 > level;
      for (const [from, to] of CROSSINGS[corners]?.(high) ?? []) {
        const edges = { north, south, west, east };
        next.set(edges[from], edges[to]);
      }
    }
  }
  return next;
}

type Edge = 'north' | 'south' | 'west' | 'east';
type Crossing = readonly [from: Edge, to: Edge];
const single = (from: Edge, to: Edge) => (): readonly Crossing[] => [[from, to]];

/** By which corners are high (8 north-west, 4 north-east, 2 south-east, 1 south-west). */
const CROSSINGS: readonly ((middleIsHigh: boolean) => readonly Crossing[])[] = [
  () => [],
  single('west', 'south'),
  single('south', 'east'),
  single('west', 'east'),
  single('east', 'north'),
  (high) =>
    high
      ? [
          ['west', 'north'],
          ['east', 'south'],
        ]
      : [
          ['west', 'south'],
          ['east', 'north'],
        ],
  single('south', 'north'),
  single('west', 'north'),
  single('north', 'west'),
  single('north', 'south'),
  (high) =>
    high
      ? [
          ['north', 'east'],
          ['south', 'west'],
        ]
      : [
          ['north', 'west'],
          ['south', 'east'],
        ],
  single('north', 'east'),
  single('east', 'west'),
  single('east', 'south'),
  single('south', 'west'),
  () => [],
];

/** One line from `start` to its end; its links are taken out of `next`. */
function follow(field: HeightField, level: number, next: Map<number, number>, start: number): Contour {
  const points: number[] = [];
  let edge: number | undefined = start;
  let closed = false;
  while (edge !== undefined) {
    pushPoint(field, level + NUDGE, edge, points);
    const following = next.get(edge);
    next.delete(edge);
    if (following === start) {
      closed = true;
      break;
    }
    edge = following;
  }
  return { level, closed, points };
}

function pushPoint(field: HeightField, level: number, edge: number, points: number[]): void {
  const { columns, heights, stepMetres } = field;
  const spot = edge >> 1;
  const isSouthward = (edge & 1) === 1;
  const here = heights[spot] ?? 0;
  const there = heights[isSouthward ? spot + columns : spot + 1] ?? 0;
  const share = (level - here) / (there - here);
  const column = spot % columns;
  const row = (spot - column) / columns;
  points.push(
    field.x + (column + (isSouthward ? 0 : share)) * stepMetres,
    field.y + (row + (isSouthward ? share : 0)) * stepMetres,
  );
}

/** Length of a line, in metres. */
export function contourMetres({ points, closed }: Contour): number {
  let metres = 0;
  for (let at = 2; at < points.length; at += 2) {
    metres += Math.hypot((points[at] ?? 0) - (points[at - 2] ?? 0), (points[at + 1] ?? 0) - (points[at - 1] ?? 0));
  }
  const last = points.length - 2;
  return closed
    ? metres + Math.hypot((points[0] ?? 0) - (points[last] ?? 0), (points[1] ?? 0) - (points[last + 1] ?? 0))
    : metres;
}
