/**
 * How frames that follow hexes are drawn: outlines, washes with a pattern, and works seen from above. All are drawn for a
 * hex of `FRAME_HEX` pixels.
 */
import type { Point } from '../../../hex/layout.ts';
import type { ByDetail, Detail } from '../detail.ts';
import type { Pen } from '../paint/lines.ts';

export const FRAME_HEX = 120;

/** Of a hex on the screen at each level of detail, CSS pixels: what outlines are drawn for. */
const TYPICAL_HEX: ByDetail<number> = { far: 26, middle: 54, near: 96 };

export interface FrameDrawing {
  readonly width: number;
  readonly height: number;
  /** Draws around the middle of the frame. `corners` are those of a hex of `FRAME_HEX`. */
  readonly draw: (pen: Pen, corners: readonly Point[]) => void;
}

const HEX_FRAME = { width: 156, height: 156 } as const;

/** Width in frame pixels of a line that is `pixels` wide on the screen. */
const lineFor = (detail: Detail, pixels: number): number => (pixels * FRAME_HEX) / TYPICAL_HEX[detail];

function traceHex(pen: Pen, corners: readonly Point[], share: number): void {
  pen.beginPath();
  corners.forEach(({ x, y }, index) =>
    index === 0 ? pen.moveTo(x * share, y * share) : pen.lineTo(x * share, y * share),
  );
  pen.closePath();
}

export function outline(
  detail: Detail,
  lines: readonly { colour: string; pixels: number; share?: number; dash?: readonly number[] }[],
): FrameDrawing {
  return {
    ...HEX_FRAME,
    draw: (pen, corners) => {
      for (const { colour, pixels, share = 1, dash = [] } of lines) {
        traceHex(pen, corners, share);
        pen.lineJoin = 'round';
        pen.setLineDash(dash.map((part) => lineFor(detail, part)));
        pen.lineWidth = Math.min(lineFor(detail, pixels), 22);
        pen.strokeStyle = colour;
        pen.stroke();
        pen.setLineDash([]);
      }
    },
  };
}

export function byDetail<K extends string>(
  name: K,
  make: (detail: Detail) => FrameDrawing,
): Record<`${K}-${Detail}`, FrameDrawing> {
  return {
    [`${name}-far`]: make('far'),
    [`${name}-middle`]: make('middle'),
    [`${name}-near`]: make('near'),
  } as Record<`${K}-${Detail}`, FrameDrawing>;
}

/** A flat wash over the hex with a pattern of lines that runs on from hex to hex. */
export function wash(colour: string, pattern: ((pen: Pen) => void) | null): FrameDrawing {
  return {
    ...HEX_FRAME,
    draw: (pen, corners) => {
      pen.save();
      traceHex(pen, corners, 1);
      pen.fillStyle = colour;
      pen.fill();
      pen.clip();
      pattern?.(pen);
      pen.restore();
    },
  };
}

/** Parallel lines: at ±30° and ±60° with `count` to a hex they meet those of the neighbours. */
export function hatch(degrees: number, count: number, width: number, colour: string): (pen: Pen) => void {
  return (pen) => {
    const slope = Math.tan((degrees * Math.PI) / 180);
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.beginPath();
    for (let line = -3 * count; line <= 3 * count; line++) {
      const y = (line * FRAME_HEX) / count;
      pen.moveTo(-90, y - 90 * slope);
      pen.lineTo(90, y + 90 * slope);
    }
    pen.stroke();
  };
}

export function dots(colour: string): (pen: Pen) => void {
  return (pen) => {
    pen.fillStyle = colour;
    for (let row = -3; row <= 3; row++) {
      for (let column = -2; column <= 2; column++) {
        pen.beginPath();
        pen.arc((column + (row % 2 === 0 ? 0 : 0.5)) * 34.6, row * 20, 3.6, 0, 2 * Math.PI);
        pen.fill();
      }
    }
  };
}

/** Lines of works seen from above: a broken ring for scrapes, a whole one with bastions for trenches, doubled beyond. */
export function works(level: number): FrameDrawing {
  return {
    ...HEX_FRAME,
    draw: (pen, corners) => {
      const rings = level >= 5 ? [0.84, 0.76] : [0.84];
      for (const share of rings) {
        for (const [colour, width] of [
          ['rgb(250 243 224 / 55%)', 6.4],
          ['#3b2a16', 3.4],
        ] as const) {
          traceHex(pen, corners, share);
          pen.setLineDash(level <= 2 ? [14, level === 1 ? 20 : 9] : []);
          pen.lineJoin = 'miter';
          pen.lineWidth = width;
          pen.strokeStyle = colour;
          pen.stroke();
          pen.setLineDash([]);
        }
      }
      const teeth = level >= 4 ? 4 : level === 3 ? 3 : 2;
      pen.strokeStyle = '#3b2a16';
      pen.lineWidth = 3.4;
      pen.beginPath();
      corners.forEach((from, index) => {
        const to = corners[(index + 1) % 6] ?? from;
        for (let tooth = 1; tooth <= teeth; tooth++) {
          const share = tooth / (teeth + 1);
          const x = from.x + (to.x - from.x) * share;
          const y = from.y + (to.y - from.y) * share;
          pen.moveTo(x * 0.84, y * 0.84);
          pen.lineTo(x * 0.93, y * 0.93);
        }
      });
      pen.stroke();
    },
  };
}
