/**
 * Plane geometry the map compiler needs: what lies inside an area, how far a point is from a line, what of a shape
 * lies in a frame, and which points of a line may be dropped. Metres east (x) and south (y) of the sheet's corner.
 */
export type Point = readonly [x: number, y: number];

/** A rectangle with sides along the axes. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Whether the point lies inside the ring (first point need not be repeated). */
export function isInside(point: Point, ring: readonly Point[]): boolean {
  const [x, y] = point;
  let inside = false;
  for (const [[ax, ay], [bx, by]] of edgesOf(ring)) {
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** Metres from the point to the nearest spot of the line. */
export function metresToLine(point: Point, line: readonly Point[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const [from, to] of segmentsOf(line)) nearest = Math.min(nearest, metresToSegment(point, from, to));
  return nearest;
}

/** How often the line crosses the segment between two points. */
export function countCrossings(line: readonly Point[], from: Point, to: Point): number {
  let count = 0;
  for (const [a, b] of segmentsOf(line)) {
    if (turn(from, to, a) > 0 !== turn(from, to, b) > 0 && turn(a, b, from) > 0 !== turn(a, b, to) > 0) count += 1;
  }
  return count;
}

/** Points along the line, its corners and spots between them no farther apart than `stepMetres`. */
export function listSteps(line: readonly Point[], stepMetres: number): Point[] {
  const steps: Point[] = line.slice(0, 1);
  for (const [from, to] of segmentsOf(line)) {
    const pieces = Math.max(1, Math.ceil(metresBetween(from, to) / stepMetres));
    for (let piece = 1; piece <= pieces; piece += 1) steps.push(between(from, to, piece / pieces));
  }
  return steps;
}

/** The pieces of the line inside the frame, in its direction. */
export function clipLine(line: readonly Point[], frame: Frame): Point[][] {
  const pieces: Point[][] = [];
  let piece: Point[] = [];
  for (const [from, to] of segmentsOf(line)) {
    const kept = clipSegment(from, to, frame);
    if (kept === undefined) continue;
    const last = piece.at(-1);
    if (last === undefined || last[0] !== kept[0][0] || last[1] !== kept[0][1]) {
      piece = [kept[0]];
      pieces.push(piece);
    }
    piece.push(kept[1]);
  }
  return pieces;
}

/** The part of the area inside the frame; empty when there is none. Parts that touch stay joined along the frame. */
export function clipRing(ring: readonly Point[], frame: Frame): Point[] {
  const halves: readonly [axis: 0 | 1, limit: number, sign: 1 | -1][] = [
    [0, frame.left, 1],
    [0, frame.right, -1],
    [1, frame.top, 1],
    [1, frame.bottom, -1],
  ];
  return halves.reduce<Point[]>((kept, [axis, limit, sign]) => {
    const next: Point[] = [];
    for (const [from, to] of edgesOf(kept)) {
      const fromDepth = (from[axis] - limit) * sign;
      const toDepth = (to[axis] - limit) * sign;
      if (fromDepth >= 0) next.push(from);
      if (fromDepth >= 0 !== toDepth >= 0) next.push(between(from, to, fromDepth / (fromDepth - toDepth)));
    }
    return next;
  }, withoutRepeat(ring));
}

/** The line without the points that lie within `toleranceMetres` of what is left (Douglas and Peucker). */
export function simplify(line: readonly Point[], toleranceMetres: number): Point[] {
  const first = line[0];
  const last = line.at(-1);
  if (first === undefined || last === undefined || line.length < 3) return [...line];
  let farthest = 0;
  let farthestMetres = 0;
  for (const [index, point] of line.entries()) {
    const metres = metresToSegment(point, first, last);
    if (metres > farthestMetres) {
      farthest = index;
      farthestMetres = metres;
    }
  }
  if (farthestMetres <= toleranceMetres) return [first, last];
  const before = simplify(line.slice(0, farthest + 1), toleranceMetres);
  const after = simplify(line.slice(farthest), toleranceMetres);
  return [...before, ...after.slice(1)];
}

/** The ring's centre of area: where a name is written. */
export function centreOfRing(ring: readonly Point[]): Point {
  let area = 0;
  let x = 0;
  let y = 0;
  for (const [[ax, ay], [bx, by]] of edgesOf(ring)) {
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return [x / (3 * area), y / (3 * area)];
}

function metresBetween([ax, ay]: Point, [bx, by]: Point): number {
  return Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
}

function metresToSegment(point: Point, from: Point, to: Point): number {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / square;
  return metresBetween(point, between(from, to, Math.min(1, Math.max(0, along))));
}

/** The part of a segment inside the frame (Liang and Barsky). */
function clipSegment(from: Point, to: Point, frame: Frame): [Point, Point] | undefined {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const limits: readonly [slope: number, room: number][] = [
    [-dx, from[0] - frame.left],
    [dx, frame.right - from[0]],
    [-dy, from[1] - frame.top],
    [dy, frame.bottom - from[1]],
  ];
  let enter = 0;
  let leave = 1;
  for (const [slope, room] of limits) {
    if (slope === 0 && room < 0) return undefined;
    if (slope < 0) enter = Math.max(enter, room / slope);
    if (slope > 0) leave = Math.min(leave, room / slope);
  }
  if (enter >= leave) return undefined;
  return [enter === 0 ? from : between(from, to, enter), leave === 1 ? to : between(from, to, leave)];
}

function between(from: Point, to: Point, share: number): Point {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/** Positive when `c` lies to one side of the line from `a` through `b`, negative on the other. */
function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** A plain loop: the compiler asks for the segments of an outline at every probe of the sheet. */
function segmentsOf(line: readonly Point[]): [Point, Point][] {
  const segments: [Point, Point][] = [];
  let from = line[0];
  for (let index = 1; index < line.length; index += 1) {
    const to = line[index];
    if (from !== undefined && to !== undefined) segments.push([from, to]);
    from = to;
  }
  return segments;
}

function edgesOf(ring: readonly Point[]): [Point, Point][] {
  const first = ring[0];
  return first === undefined ? [] : segmentsOf([...ring, first]);
}

function withoutRepeat(ring: readonly Point[]): Point[] {
  const first = ring[0];
  const last = ring.at(-1);
  const repeats = first !== undefined && last !== undefined && ring.length > 1 && metresBetween(first, last) === 0;
  return repeats ? ring.slice(0, -1) : [...ring];
}
