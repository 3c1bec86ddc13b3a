/** Contour lines on the sheet: fine, every fifth heavier and with its height written into it, uphill being up. */
import type { Sheet } from '../sheet.ts';
import { INK } from './colours.ts';
import { type Contour, contourMetres, findContours } from './contours.ts';
import type { Pen } from './lines.ts';
import type { HeightField } from './relief.ts';

export const CONTOUR_METRES = 10;
const INDEX_METRES = 50;
/** Shorter index lines carry no figure. */
const LEAST_LABELLED_METRES = 700;
const LABEL_EVERY_METRES = 2600;

export function paintContours(pen: Pen, sheet: Sheet, field: HeightField): void {
  const contours = findContours(field, CONTOUR_METRES);
  const unit = sheet.hexPixels / 80;
  pen.strokeStyle = INK.contour;
  pen.lineJoin = 'round';
  for (const isIndex of [false, true]) {
    pen.lineWidth = (isIndex ? 2.1 : 1) * unit;
    pen.globalAlpha = isIndex ? 0.95 : 0.8;
    pen.beginPath();
    for (const contour of contours) {
      if ((contour.level % INDEX_METRES === 0) === isIndex) addContour(pen, sheet, contour);
    }
    pen.stroke();
  }
  pen.globalAlpha = 1;
  for (const contour of contours) {
    if (contour.level % INDEX_METRES === 0) labelContour(pen, sheet, contour);
  }
}

function addContour(pen: Pen, sheet: Sheet, { points, closed }: Contour): void {
  const scale = sheet.pixelsPerMetre;
  for (let at = 0; at < points.length; at += 2) {
    const x = (points[at] ?? 0) * scale;
    const y = (points[at + 1] ?? 0) * scale;
    if (at === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  }
  if (closed) pen.closePath();
}

function labelContour(pen: Pen, sheet: Sheet, contour: Contour): void {
  const metres = contourMetres(contour);
  if (metres < LEAST_LABELLED_METRES) return;
  const count = contour.points.length / 2;
  const labels = Math.max(1, Math.round(metres / LABEL_EVERY_METRES));
  for (let label = 0; label < labels; label++) {
    const index = Math.floor(((label + 0.5) / labels) * count);
    paintFigure(pen, sheet, contour, Math.min(count - 3, Math.max(2, index)));
  }
}

/** The line has higher ground on its right, so a figure along it, turned half, has its top uphill. */
function paintFigure(pen: Pen, sheet: Sheet, { points, level }: Contour, index: number): void {
  const scale = sheet.pixelsPerMetre;
  const point = (at: number) => ({ x: (points[at * 2] ?? 0) * scale, y: (points[at * 2 + 1] ?? 0) * scale });
  const before = point(index - 2);
  const after = point(index + 2);
  const middle = point(index);
  pen.save();
  pen.translate(middle.x, middle.y);
  let angle = Math.atan2(after.y - before.y, after.x - before.x) + Math.PI;
  // A figure upside down to the reader is worse than one with its foot uphill.
  if (Math.cos(angle) < 0) angle += Math.PI;
  pen.rotate(angle);
  pen.font = `600 ${sheet.hexPixels * 0.125}px "Noto Sans", sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.lineJoin = 'round';
  pen.lineWidth = sheet.hexPixels * 0.06;
  pen.strokeStyle = INK.paper;
  pen.strokeText(`${level}`, 0, 0);
  pen.fillStyle = INK.contourText;
  pen.fillText(`${level}`, 0, 0);
  pen.restore();
}
