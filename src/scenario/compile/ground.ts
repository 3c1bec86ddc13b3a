/**
 * What covers each hex and how high it lies. The sheet is probed on a close lattice; a hex has the terrain that covers
 * most of it, the mean elevation of its ground, and as crest the highest cell or spot height inside it.
 */
import type { HexIndex } from '../../hex/grid.ts';
import type { Place, Terrain } from '../../model/map.ts';
import type { FeatureKind } from './geodata.ts';
import { isInside, listSteps, metresToLine, type Point } from './geometry.ts';
import { elevationAt, findHexOf, isWider, type Sheet, type Surveyed } from './sheet.ts';

export interface Ground {
  readonly terrain: Terrain[];
  readonly elevationMetres: number[];
  readonly crestMetres: number[];
}

/** Distance between probes as a share of the hex: some ninety probes a hex. */
const PROBE_SHARE = 0.1;

/** Ground of every hex, by flat index; `places` lends spot heights and villages. */
export function listGround(sheet: Sheet, places: readonly Place[]): Ground {
  const probes = listProbes(sheet);
  const covers = listCovers(sheet);
  const elevationMetres = probes.map((points) => Math.round(meanOf(points.map((point) => elevationAt(sheet, point)))));
  const terrain = probes.map((points) => mostCommon(points.map((point) => coverAt(covers, point))));
  const slopes = probes.map((points) => meanOf(points.map((point) => slopeAt(sheet, point))));

  for (const [hex, slope] of slopes.entries()) {
    if (terrain[hex] === 'open' && slope >= sheet.recipe.rules.rockSlope) terrain[hex] = 'rock';
  }
  for (const { kind, hex } of places) if (kind === 'village') terrain[hex] = 'settlement';
  // A river wider than a hex fills every hex its middle runs through, so that the band has no gap.
  for (const river of sheet.features.filter((feature) => isWideRiver(sheet, feature))) {
    for (const hex of listHexesAlong(sheet, river)) terrain[hex] = 'deepWater';
  }
  return { terrain, elevationMetres, crestMetres: listCrests(sheet, places, elevationMetres) };
}

/** A river that fills hexes instead of running between them. */
export function isWideRiver(sheet: Sheet, feature: Surveyed): boolean {
  const { kind } = feature.properties;
  return (kind === 'river' || kind === 'stream') && isWider(feature, sheet.recipe.hexMetres);
}

/** Hexes a line runs through, in its order; a hex comes again when the line returns to it. */
function listHexesAlong(sheet: Sheet, feature: Surveyed): HexIndex[] {
  const hexes: HexIndex[] = [];
  for (const point of listSteps(feature.points, sheet.recipe.hexMetres / 50)) {
    const hex = findHexOf(sheet, point);
    if (hex !== undefined && hexes.at(-1) !== hex) hexes.push(hex);
  }
  return hexes;
}

/** Probes of each hex, by flat index. */
function listProbes(sheet: Sheet): Point[][] {
  const probes: Point[][] = Array.from({ length: sheet.grid.size }, () => []);
  const step = sheet.recipe.hexMetres * PROBE_SHARE;
  for (let y = step / 2; y < sheet.frame.bottom; y += step) {
    for (let x = step / 2; x < sheet.frame.right; x += step) {
      const hex = findHexOf(sheet, [x, y]);
      if (hex !== undefined) probes[hex]?.push([x, y]);
    }
  }
  return probes;
}

/** A terrain and where it lies. */
interface Cover {
  readonly terrain: Terrain;
  readonly holds: (point: Point) => boolean;
}

/** What lies over what: water over marsh over dunes over forest over open ground. */
function listCovers(sheet: Sheet): Cover[] {
  const areas = sheet.features.filter(({ shape }) => shape === 'ring');
  const areasOf = (kind: FeatureKind, terrainFor: (area: Surveyed) => Terrain): Cover[] =>
    areas
      .filter(({ properties }) => properties.kind === kind)
      .map((area) => ({
        terrain: terrainFor(area),
        holds: (point) => isInside(point, area.points) && isWetEnough(sheet, area, point),
      }));
  const rivers = sheet.features.filter((feature) => isWideRiver(sheet, feature));
  return [
    ...rivers.map((river): Cover => {
      const half = (river.properties.width_m ?? 0) / 2;
      return { terrain: 'deepWater', holds: (point) => metresToLine(point, river.points) <= half };
    }),
    ...areasOf('lake', ({ properties }) => sheet.recipe.rules.lakeTerrain[properties.id] ?? 'deepWater'),
    ...areasOf('sea', () => 'deepWater'),
    ...areasOf('marsh', () => 'marsh'),
    ...areasOf('dune', () => 'dunes'),
    ...areasOf('forest', () => 'forest'),
  ];
}

/** False on the ground of a marsh that lies too high to be wet, where the recipe says how high that is. */
function isWetEnough(sheet: Sheet, { properties }: Surveyed, point: Point): boolean {
  const limit = sheet.recipe.rules.wetBelowMetres[properties.id];
  return limit === undefined || elevationAt(sheet, point) <= limit;
}

function coverAt(covers: readonly Cover[], point: Point): Terrain {
  return covers.find(({ holds }) => holds(point))?.terrain ?? 'open';
}

/** Rise over run at a point, from the cells around it. */
function slopeAt(sheet: Sheet, [x, y]: Point): number {
  const cell = sheet.elevations.cell_m;
  const east = elevationAt(sheet, [x + cell, y]) - elevationAt(sheet, [x - cell, y]);
  const south = elevationAt(sheet, [x, y + cell]) - elevationAt(sheet, [x, y - cell]);
  return Math.sqrt(east * east + south * south) / (2 * cell);
}

/** The highest cell whose middle lies in the hex, or spot height in it, and never less than its mean. */
function listCrests(sheet: Sheet, places: readonly Place[], elevationMetres: readonly number[]): number[] {
  const crests = [...elevationMetres];
  const raise = (hex: HexIndex, metres: number) => {
    crests[hex] = Math.max(crests[hex] ?? metres, metres);
  };
  const { cols, rows, cell_m } = sheet.elevations;
  const [left, top] = sheet.elevationsCorner;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < cols; column += 1) {
      const middle: Point = [left + (column + 0.5) * cell_m, top + (row + 0.5) * cell_m];
      const hex = findHexOf(sheet, middle);
      if (hex !== undefined) raise(hex, elevationAt(sheet, middle));
    }
  }
  for (const { kind, hex, elevationMetres: spot } of places) {
    if (spot !== undefined && (kind === 'height' || kind === 'ridge')) raise(hex, Math.ceil(spot));
  }
  return crests;
}

/** The most common word; the one found first where two are equally common. */
function mostCommon<Word extends string>(words: readonly Word[]): Word {
  const counts = new Map<Word, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [first, ...others] = [...counts];
  if (first === undefined) throw new Error('A hex of the sheet has no probe in it.');
  return others.reduce((most, next) => (next[1] > most[1] ? next : most), first)[0];
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
