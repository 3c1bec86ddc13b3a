/**
 * The painting of a sheet, as a row of steps short enough for the page to breathe between them: relief, washes, contour
 * lines, water, signs, the works of man, margin. One canvas holds it all; the scene cuts it into chunks.
 */
import type { Sheet } from '../sheet.ts';
import { INK } from './colours.ts';
import { paintContours } from './contour-lines.ts';
import { paintSigns, paintWashes } from './cover.ts';
import type { Pen } from './lines.ts';
import { paintMargin } from './margin.ts';
import { type HeightField, refineRelief } from './relief.ts';
import { speckle } from './scatter.ts';
import { shadeRelief } from './tints.ts';
import { paintWater } from './water.ts';
import { paintBluffs, paintBorders, paintSpots, paintVillages, paintWays } from './works-of-man.ts';

/** Shading is computed every so many metres of a 250 m hex and enlarged smoothly: the survey knows no more. */
const SHADE_STEP_SHARE = 0.036;
const CONTOUR_STEP_SHARE = 0.08;
const GRAIN_PIXELS = 192;

/** A canvas kept in main memory: everything here is read back when it becomes a texture. */
export function createCanvas(width: number, height: number): { canvas: HTMLCanvasElement; pen: Pen } {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('This browser has no canvas to paint the map on.');
  return { canvas, pen };
}

/** Steps that paint ground and margin with a pen whose origin is the ground's north-west corner. */
export function listGroundSteps(sheet: Sheet, pen: Pen): (() => void)[] {
  const part = {
    x: 0,
    y: 0,
    width: sheet.width / sheet.pixelsPerMetre,
    height: sheet.height / sheet.pixelsPerMetre,
  };
  const { relief, hexMetres } = sheet.map;
  return [
    () => paintRelief(pen, sheet, refineRelief(relief, part, hexMetres * SHADE_STEP_SHARE)),
    () => paintWashes(pen, sheet),
    () => paintGrain(pen, sheet),
    () => paintContours(pen, sheet, refineRelief(relief, part, hexMetres * CONTOUR_STEP_SHARE)),
    () => paintSigns(pen, sheet),
    () => paintWater(pen, sheet),
    () => {
      paintBluffs(pen, sheet);
      paintBorders(pen, sheet);
      paintWays(pen, sheet);
      paintVillages(pen, sheet);
      paintSpots(pen, sheet);
    },
    () => paintMargin(pen, sheet),
  ];
}

function paintRelief(pen: Pen, sheet: Sheet, field: HeightField): void {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const height of field.heights) {
    if (height < lowest) lowest = height;
    if (height > highest) highest = height;
  }
  const shaded = createCanvas(field.columns, field.rows);
  shaded.pen.putImageData(new ImageData(shadeRelief(field, lowest, highest), field.columns, field.rows), 0, 0);
  const scale = field.stepMetres * sheet.pixelsPerMetre;
  pen.fillStyle = INK.paper;
  pen.fillRect(-sheet.margin, -sheet.margin, sheet.width + 2 * sheet.margin, sheet.height + 2 * sheet.margin);
  pen.imageSmoothingEnabled = true;
  pen.imageSmoothingQuality = 'medium';
  pen.drawImage(shaded.canvas, -scale / 2, -scale / 2, field.columns * scale, field.rows * scale);
}

/** The tooth of the paper. */
function paintGrain(pen: Pen, sheet: Sheet): void {
  const grain = createCanvas(GRAIN_PIXELS, GRAIN_PIXELS);
  const image = grain.pen.createImageData(GRAIN_PIXELS, GRAIN_PIXELS);
  for (let spot = 0; spot < GRAIN_PIXELS * GRAIN_PIXELS; spot++) {
    const dark = speckle(spot, 1, 9) < 0.5;
    image.data[spot * 4] = dark ? 92 : 255;
    image.data[spot * 4 + 1] = dark ? 72 : 250;
    image.data[spot * 4 + 2] = dark ? 40 : 235;
    image.data[spot * 4 + 3] = speckle(spot, 2, 9) * 17;
  }
  grain.pen.putImageData(image, 0, 0);
  const pattern = pen.createPattern(grain.canvas, 'repeat');
  if (pattern === null) return;
  pen.fillStyle = pattern;
  pen.fillRect(0, 0, sheet.width, sheet.height);
}
