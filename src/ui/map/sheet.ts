/**
 * The sheet in pixels: where each hex lies on the painted ground, how large ground and margin are, and into which
 * pieces they are cut for the graphics card. "World" pixels are those of the painting; zoom makes screen pixels of them.
 */
import type { HexIndex } from '../../hex/grid.ts';
import { hexesOfHexside, type HexsideIndex, directionOfHexside } from '../../hex/hexside.ts';
import { createLayout, type Point } from '../../hex/layout.ts';
import type { BattleMap } from '../../model/map.ts';

/** Painted pixels from hex to hex on a sheet of ordinary size; large sheets are painted coarser. */
const MOST_HEX_PIXELS = 80;
const LEAST_HEX_PIXELS = 36;
/** Ground that is painted in one piece; beyond it telephones refuse the canvas. */
const MOST_GROUND_PIXELS = 11_000_000;

/** Chunks are square and a power of two, so that far views can be smoothed; their gutters repeat the ground beside them. */
export const CHUNK_PIXELS = 1024;
export const GUTTER_PIXELS = 8;

export interface Sheet {
  readonly map: BattleMap;
  /** World pixels between the centres of neighbouring hexes. */
  readonly hexPixels: number;
  readonly pixelsPerMetre: number;
  /** Size of the ground, without its margin; the ground begins at 0, 0. */
  readonly width: number;
  readonly height: number;
  /** Paper around the ground. */
  readonly margin: number;
  readonly centreOf: (hex: HexIndex) => Point;
  readonly findHexAt: (x: number, y: number) => HexIndex | undefined;
  /** Six corners around a centre at 0, 0, clockwise. */
  readonly corners: readonly Point[];
}

export interface Chunk {
  /** World position of the part that is shown, without its gutter. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export function createSheet(map: BattleMap): Sheet {
  const unit = createLayout(map.grid, 1);
  const fitting = Math.floor(Math.sqrt(MOST_GROUND_PIXELS / (unit.width * unit.height)));
  const hexPixels = Math.max(LEAST_HEX_PIXELS, Math.min(MOST_HEX_PIXELS, fitting));
  const layout = createLayout(map.grid, hexPixels);
  const centres: Point[] = [];
  for (let hex = 0; hex < map.grid.size; hex++) centres.push(layout.centreOf(hex));
  const origin = layout.centreOf(0);
  return {
    map,
    hexPixels,
    pixelsPerMetre: hexPixels / map.hexMetres,
    width: Math.round(layout.width),
    height: Math.round(layout.height),
    margin: Math.round(hexPixels * 0.8),
    centreOf: (hex) => centres[hex] ?? origin,
    findHexAt: layout.findHexAt,
    corners: layout.cornersOf(0).map(({ x, y }) => ({ x: x - origin.x, y: y - origin.y })),
  };
}

/** The pieces that cover ground and margin. */
export function listChunks(sheet: Sheet): Chunk[] {
  const size = CHUNK_PIXELS - 2 * GUTTER_PIXELS;
  const chunks: Chunk[] = [];
  for (let y = -sheet.margin; y < sheet.height + sheet.margin; y += size) {
    for (let x = -sheet.margin; x < sheet.width + sheet.margin; x += size) chunks.push({ x, y, size });
  }
  return chunks;
}

/** Whether a spot, given from the hex's middle, lies in the hex. */
export function isInHex(sheet: Sheet, dx: number, dy: number): boolean {
  const half = sheet.hexPixels / 2;
  const [along, across] = sheet.map.grid.orientation === 'flat' ? [dx, dy] : [dy, dx];
  const slant = (Math.sqrt(3) / 2) * along;
  return Math.abs(across) <= half && Math.abs(slant + across / 2) <= half && Math.abs(slant - across / 2) <= half;
}

/** Middle and direction (degrees, clockwise from east) of a hexside. */
export function hexsideLine(sheet: Sheet, hexside: HexsideIndex): { readonly middle: Point; readonly degrees: number } {
  const [hex] = hexesOfHexside(sheet.map.grid, hexside);
  const direction = directionOfHexside(hexside);
  const a = sheet.corners[(direction + 5) % 6] ?? { x: 0, y: 0 };
  const b = sheet.corners[direction] ?? { x: 0, y: 0 };
  const centre = sheet.centreOf(hex);
  return {
    middle: { x: centre.x + (a.x + b.x) / 2, y: centre.y + (a.y + b.y) / 2 },
    degrees: (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI,
  };
}
