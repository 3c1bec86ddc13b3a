/** Rivers, streams and lakes, with the shore inked and the engraver's lines following it. */
import type { Outline } from '../../../model/map.ts';
import type { Sheet } from '../sheet.ts';
import { INK } from './colours.ts';
import { addCurve, type Pen, pixelsOf, stroke, traceCurve } from './lines.ts';
import { scatterInHexes } from './scatter.ts';

/** Distances of the water lines from the shore in hexes, fainter outward. */
const WATER_LINES = [0.05, 0.11, 0.185, 0.28, 0.4] as const;
const LEAST_STREAM = 0.025;

const isRiver = ({ kind }: Outline): boolean => kind === 'river' || kind === 'stream';

/** Shores first, then all fills, so that waters that meet flow together. */
export function paintWater(pen: Pen, sheet: Sheet): void {
  const { outlines } = sheet.map;
  const rivers = outlines.filter(isRiver).map((river) => ({ river, width: riverWidth(sheet, river) }));
  const lakes = outlines.filter(({ kind }) => kind === 'lake');
  const ink = sheet.hexPixels * 0.02;

  for (const { river, width } of rivers) {
    traceCurve(pen, pixelsOf(sheet, river), false);
    stroke(pen, { colour: INK.shore, width: width + 2 * ink });
  }
  for (const lake of lakes) {
    traceCurve(pen, pixelsOf(sheet, lake), true);
    stroke(pen, { colour: INK.shore, width: 2 * ink });
  }
  for (const { river, width } of rivers) {
    traceCurve(pen, pixelsOf(sheet, river), false);
    stroke(pen, { colour: INK.water, width });
  }
  for (const lake of lakes) {
    traceCurve(pen, pixelsOf(sheet, lake), true);
    pen.fillStyle = INK.water;
    pen.fill();
  }
  for (const { river, width } of rivers) paintRiverLines(pen, sheet, river, width);
  for (const lake of lakes) paintLakeLines(pen, sheet, lake);
  paintShallows(pen, sheet, lakes);
}

function riverWidth(sheet: Sheet, river: Outline): number {
  return Math.max(sheet.hexPixels * LEAST_STREAM, (river.widthMetres ?? 0) * sheet.pixelsPerMetre);
}

/** Lines along both banks: a wide stroke in line colour, then a narrower one in water colour over it. */
function paintRiverLines(pen: Pen, sheet: Sheet, river: Outline, width: number): void {
  const hair = sheet.hexPixels * 0.011;
  traceCurve(pen, pixelsOf(sheet, river), false);
  WATER_LINES.forEach((share, index) => {
    const inner = width - 2 * share * sheet.hexPixels;
    if (inner <= hair * 4) return;
    stroke(pen, { colour: fadedLine(index), width: inner });
    stroke(pen, { colour: INK.water, width: inner - 2 * hair });
  });
}

function paintLakeLines(pen: Pen, sheet: Sheet, lake: Outline): void {
  const hair = sheet.hexPixels * 0.011;
  const points = pixelsOf(sheet, lake);
  pen.save();
  traceCurve(pen, points, true);
  pen.clip();
  // The innermost first: each wider stroke is then covered up to its own line by the next.
  for (let index = WATER_LINES.length - 1; index >= 0; index--) {
    const away = (WATER_LINES[index] ?? 0) * sheet.hexPixels * 2;
    traceCurve(pen, points, true);
    stroke(pen, { colour: fadedLine(index), width: away + 2 * hair });
    stroke(pen, { colour: INK.water, width: away });
  }
  pen.restore();
}

/** The lines lose strength towards open water. */
function fadedLine(index: number): string {
  const share = [0.95, 0.7, 0.48, 0.3, 0.18][index] ?? 0;
  const channel = (line: number, water: number): number => Math.round(water + (line - water) * share);
  return `rgb(${channel(0x6f, 0xb5)} ${channel(0x9f, 0xd2)} ${channel(0xb5, 0xda)})`;
}

/** Water that can be waded is dotted. */
function paintShallows(pen: Pen, sheet: Sheet, lakes: readonly Outline[]): void {
  const { terrain } = sheet.map;
  pen.save();
  pen.beginPath();
  for (const lake of lakes) addCurve(pen, pixelsOf(sheet, lake), true);
  pen.clip();
  pen.fillStyle = INK.shore;
  pen.globalAlpha = 0.34;
  const radius = sheet.hexPixels * 0.0085;
  pen.beginPath();
  const lattice = { step: sheet.hexPixels * 0.15, loose: 0.25, seed: 1 };
  scatterInHexes(
    lattice,
    sheet,
    (hex) => terrain[hex] === 'shallows',
    ({ x, y }) => pen.rect(x - radius, y - radius, 2 * radius, 2 * radius),
  );
  pen.fill();
  pen.restore();
}
