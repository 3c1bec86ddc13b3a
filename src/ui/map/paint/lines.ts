/** Paths on a canvas: surveyed lines and areas in pixels, smoothed where the survey has few points. */
import type { Outline } from '../../../model/map.ts';
import type { Sheet } from '../sheet.ts';

export type Pen = CanvasRenderingContext2D;
type Spot = readonly [x: number, y: number];

/** The outline's points in world pixels. */
export function pixelsOf(sheet: Sheet, outline: Outline): Spot[] {
  return outline.points.map(([x, y]) => [x * sheet.pixelsPerMetre, y * sheet.pixelsPerMetre]);
}

/** A curve through the points, closed or open, as the pen's current path. */
export function traceCurve(pen: Pen, points: readonly Spot[], closed: boolean): void {
  pen.beginPath();
  addCurve(pen, points, closed);
}

/** Adds a curve through the points to the pen's path. */
export function addCurve(pen: Pen, points: readonly Spot[], closed: boolean): void {
  const count = points.length;
  const at = (index: number): Spot => {
    const wrapped = closed ? (index + count) % count : Math.max(0, Math.min(count - 1, index));
    return points[wrapped] ?? [0, 0];
  };
  pen.moveTo(...at(0));
  for (let index = 0; index < (closed ? count : count - 1); index++) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    pen.bezierCurveTo(
      from[0] + (to[0] - before[0]) / 6,
      from[1] + (to[1] - before[1]) / 6,
      to[0] - (after[0] - from[0]) / 6,
      to[1] - (after[1] - from[1]) / 6,
      to[0],
      to[1],
    );
  }
  if (closed) pen.closePath();
}

/** Straight from point to point, as surveyed. */
export function traceStraight(pen: Pen, points: readonly Spot[], closed: boolean): void {
  pen.beginPath();
  points.forEach(([x, y], index) => (index === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
  if (closed) pen.closePath();
}

export interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly alpha?: number;
  readonly cap?: CanvasLineCap;
}

/** Draws along the current path. */
export function stroke(pen: Pen, { colour, width, dash = [], alpha = 1, cap = 'round' }: Stroke): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.lineCap = cap;
  pen.lineJoin = 'round';
  pen.globalAlpha = alpha;
  pen.setLineDash([...dash]);
  pen.stroke();
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}

/** The hexes for which `isIn` holds, as one path. */
export function addHexes(pen: Pen, sheet: Sheet, isIn: (hex: number) => boolean): void {
  for (let hex = 0; hex < sheet.map.grid.size; hex++) {
    if (!isIn(hex)) continue;
    const { x, y } = sheet.centreOf(hex);
    sheet.corners.forEach((corner, index) =>
      index === 0 ? pen.moveTo(x + corner.x, y + corner.y) : pen.lineTo(x + corner.x, y + corner.y),
    );
    pen.closePath();
  }
}
