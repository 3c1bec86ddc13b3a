/**
 * The sheet a recipe asks for and the survey on it: hexes and geographic data in one frame, metres east and south of the
 * north-west corner. Everything the compiler does happens in this frame.
 */
import { createGrid, type HexGrid, type HexIndex } from '../../hex/grid.ts';
import { createLayout, type HexLayout } from '../../hex/layout.ts';
import type { Elevations, Feature } from './geodata.ts';
import type { Frame, Point } from './geometry.ts';
import type { Recipe } from './recipe.ts';

/** A feature of the survey in the frame of the sheet. A ring is an area, anything else a spot or a line. */
export interface Surveyed {
  readonly properties: Feature['properties'];
  readonly shape: 'spot' | 'line' | 'ring';
  readonly points: readonly Point[];
}

export interface Sheet {
  readonly recipe: Recipe;
  readonly grid: HexGrid;
  readonly layout: HexLayout;
  readonly frame: Frame;
  readonly features: readonly Surveyed[];
  readonly elevations: Elevations;
  /** From the sheet's corner to the corner of the elevation grid. */
  readonly elevationsCorner: Point;
}

export function createSheet(recipe: Recipe, features: readonly Feature[], elevations: Elevations): Sheet {
  const grid = createGrid(recipe.orientation, recipe.frame.columns, recipe.frame.rows);
  const layout = createLayout(grid, recipe.hexMetres);
  const left = new Set(recipe.without);
  return {
    recipe,
    grid,
    layout,
    frame: { left: 0, top: 0, right: layout.width, bottom: layout.height },
    features: features
      .filter(({ properties }) => !left.has(properties.id))
      .map((feature) => surveyed(feature, (position) => toPoint(recipe, elevations, position))),
    elevations,
    elevationsCorner: toPoint(recipe, elevations, [elevations.origin.lon, elevations.origin.lat]),
  };
}

/** A position [longitude, latitude] in the frame of the sheet. */
export function toPoint(
  recipe: Recipe,
  elevations: Elevations,
  [longitude, latitude]: readonly [number, number],
): Point {
  return [
    (longitude - recipe.frame.longitude) * elevations.m_per_deg_lon,
    (recipe.frame.latitude - latitude) * elevations.m_per_deg_lat,
  ];
}

/** The hex in which a point lies, or `undefined` off the sheet. */
export function findHexOf(sheet: Sheet, [x, y]: Point): HexIndex | undefined {
  return sheet.layout.findHexAt(x, y);
}

export function centreOf(sheet: Sheet, hex: HexIndex): Point {
  const { x, y } = sheet.layout.centreOf(hex);
  return [x, y];
}

export function isWider(feature: Surveyed, metres: number): boolean {
  return (feature.properties.width_m ?? 0) >= metres;
}

/** Elevation of the cell at a point; the nearest cell of the grid where the point lies beyond it. */
export function elevationAt({ elevations, elevationsCorner }: Sheet, [x, y]: Point): number {
  const column = clamp(Math.floor((x - elevationsCorner[0]) / elevations.cell_m), elevations.cols - 1);
  const row = clamp(Math.floor((y - elevationsCorner[1]) / elevations.cell_m), elevations.rows - 1);
  return elevations.heights_m[row * elevations.cols + column] ?? 0;
}

function surveyed({ geometry, properties }: Feature, place: (position: readonly [number, number]) => Point): Surveyed {
  switch (geometry.type) {
    case 'Point':
      return { properties, shape: 'spot', points: [place(geometry.coordinates)] };
    case 'LineString':
      return { properties, shape: 'line', points: geometry.coordinates.map(place) };
    case 'Polygon':
      return { properties, shape: 'ring', points: (geometry.coordinates[0] ?? []).map(place) };
  }
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
