/** What grows and lies on the ground: marsh, dunes, sand, scrub, forest, rock, each by its sign on printed sheets. */
import type { Outline, OutlineKind, Terrain } from '../../../model/map.ts';
import type { Sheet } from '../sheet.ts';
import { INK } from './colours.ts';
import { addCurve, addHexes, type Pen, pixelsOf } from './lines.ts';
import { type Spot, scatterInHexes, scatterOver } from './scatter.ts';

/** Spots of a sign: one on average every `spacing` hexes in rows, shifted by `loose` of it. */
interface Pattern {
  readonly spacing: number;
  readonly loose: number;
  readonly draw: (pen: Pen, at: { x: number; y: number; size: number; chance: number }) => void;
  readonly ink: string;
  readonly alpha: number;
  readonly filled: boolean;
}

const PATTERNS: Partial<Record<Terrain, Pattern>> = {
  marsh: { spacing: 0.23, loose: 0.5, draw: drawTuft, ink: INK.marsh, alpha: 0.85, filled: false },
  dunes: { spacing: 0.1, loose: 0.75, draw: drawGrain, ink: INK.dune, alpha: 0.7, filled: true },
  sand: { spacing: 0.15, loose: 0.8, draw: drawGrain, ink: INK.dune, alpha: 0.5, filled: true },
  scrub: { spacing: 0.27, loose: 0.7, draw: drawBush, ink: INK.scrubInk, alpha: 0.9, filled: false },
  forest: { spacing: 0.24, loose: 0.6, draw: drawTree, ink: INK.forestInk, alpha: 0.9, filled: false },
  rock: { spacing: 0.26, loose: 0.6, draw: drawRock, ink: INK.rock, alpha: 0.9, filled: false },
};

/** Terrains that are surveyed as areas; the others follow the hexes. */
const SURVEYED: Partial<Record<Terrain, OutlineKind>> = { marsh: 'marsh', dunes: 'dunes' };
const WASHES: Partial<Record<Terrain, { readonly colour: string; readonly alpha: number }>> = {
  marsh: { colour: '#a9c9bd', alpha: 0.42 },
  forest: { colour: INK.forest, alpha: 0.75 },
  scrub: { colour: INK.forest, alpha: 0.3 },
  sand: { colour: '#f2dfae', alpha: 0.6 },
  dunes: { colour: '#efd69c', alpha: 0.6 },
  ice: { colour: '#e8f1f2', alpha: 0.9 },
};

/** Flat washes, under the contour lines. */
export function paintWashes(pen: Pen, sheet: Sheet): void {
  for (const terrain of Object.keys(WASHES) as Terrain[]) {
    const wash = WASHES[terrain];
    if (wash === undefined) continue;
    pen.save();
    traceCover(pen, sheet, terrain);
    pen.globalAlpha = wash.alpha;
    pen.fillStyle = wash.colour;
    pen.fill();
    pen.restore();
  }
}

/** Signs, over the contour lines; water painted later covers those that fall into it. */
export function paintSigns(pen: Pen, sheet: Sheet): void {
  for (const terrain of Object.keys(PATTERNS) as Terrain[]) {
    const pattern = PATTERNS[terrain];
    if (pattern === undefined || !isPresent(sheet, terrain)) continue;
    pen.save();
    traceCover(pen, sheet, terrain);
    pen.clip();
    scatter(pen, sheet, terrain, pattern);
    pen.restore();
  }
}

function isPresent(sheet: Sheet, terrain: Terrain): boolean {
  const kind = SURVEYED[terrain];
  return sheet.map.terrain.includes(terrain) || sheet.map.outlines.some((outline) => outline.kind === kind);
}

/** The hexes of a terrain together with its surveyed areas: the ground as the rules have it, with nature's edge. */
function traceCover(pen: Pen, sheet: Sheet, terrain: Terrain): void {
  const kind = SURVEYED[terrain];
  const areas = sheet.map.outlines.filter((outline) => outline.kind === kind);
  pen.beginPath();
  for (const area of areas) addCurve(pen, pixelsOf(sheet, area), true);
  if (areas.length === 0) addHexes(pen, sheet, (hex) => sheet.map.terrain[hex] === terrain);
}

function scatter(pen: Pen, sheet: Sheet, terrain: Terrain, pattern: Pattern): void {
  const size = sheet.hexPixels;
  pen.strokeStyle = pattern.ink;
  pen.fillStyle = pattern.ink;
  pen.globalAlpha = pattern.alpha;
  pen.lineWidth = size * 0.0125;
  pen.lineCap = 'round';
  pen.beginPath();
  const lattice = { step: pattern.spacing * size, loose: pattern.loose, seed: 3 };
  const draw = (spot: Spot): void => pattern.draw(pen, { ...spot, size });
  const areas = sheet.map.outlines.filter(({ kind }) => kind === SURVEYED[terrain]);
  if (areas.length === 0) scatterInHexes(lattice, sheet, (hex) => sheet.map.terrain[hex] === terrain, draw);
  for (const area of areas) scatterOver(lattice, boundsOf(sheet, area), draw);
  if (pattern.filled) pen.fill();
  else pen.stroke();
}

/** The part of the ground around an area. */
function boundsOf(sheet: Sheet, area: Outline): { left: number; top: number; right: number; bottom: number } {
  const points = pixelsOf(sheet, area);
  const slack = sheet.hexPixels * 0.5;
  return {
    left: Math.max(0, Math.min(...points.map(([x]) => x)) - slack),
    top: Math.max(0, Math.min(...points.map(([, y]) => y)) - slack),
    right: Math.min(sheet.width, Math.max(...points.map(([x]) => x)) + slack),
    bottom: Math.min(sheet.height, Math.max(...points.map(([, y]) => y)) + slack),
  };
}

/** Reeds over a line of water. */
function drawTuft(pen: Pen, { x, y, size, chance }: { x: number; y: number; size: number; chance: number }): void {
  const half = size * (0.055 + chance * 0.03);
  pen.moveTo(x - half, y);
  pen.lineTo(x + half, y);
  if (chance < 0.45) {
    const high = size * 0.045;
    pen.moveTo(x, y - 1);
    pen.lineTo(x, y - high * 1.35);
    pen.moveTo(x - half * 0.3, y - 1);
    pen.lineTo(x - half * 0.6, y - high);
    pen.moveTo(x + half * 0.3, y - 1);
    pen.lineTo(x + half * 0.6, y - high);
  }
}

function drawGrain(pen: Pen, { x, y, size, chance }: { x: number; y: number; size: number; chance: number }): void {
  const radius = size * (0.007 + chance * 0.008);
  pen.moveTo(x + radius, y);
  pen.arc(x, y, radius, 0, 2 * Math.PI);
}

function drawBush(pen: Pen, { x, y, size, chance }: { x: number; y: number; size: number; chance: number }): void {
  const radius = size * (0.025 + chance * 0.015);
  pen.moveTo(x - radius, y);
  pen.arc(x, y, radius, Math.PI, 2 * Math.PI);
  pen.moveTo(x - radius * 1.5, y);
  pen.lineTo(x + radius * 1.5, y);
}

function drawTree(pen: Pen, { x, y, size, chance }: { x: number; y: number; size: number; chance: number }): void {
  const radius = size * (0.035 + chance * 0.02);
  pen.moveTo(x + radius, y);
  pen.arc(x, y, radius, 0, 1.6 * Math.PI);
}

function drawRock(pen: Pen, { x, y, size, chance }: { x: number; y: number; size: number; chance: number }): void {
  const half = size * (0.03 + chance * 0.025);
  pen.moveTo(x - half, y);
  pen.lineTo(x - half * 0.2, y - half * 1.1);
  pen.lineTo(x + half * 0.4, y - half * 0.3);
  pen.lineTo(x + half, y - half * 0.7);
}
