/**
 * From a recipe and geographic data to the content of a map file. The same input gives the same file, to the byte.
 */
import { findIndex, type Hex, type HexGrid, hexAt, indexOf, isAdjacent } from '../../hex/grid.ts';
import { directionOfHexside, hexesOfHexside } from '../../hex/hexside.ts';
import { type ByTerrain, TERRAINS } from '../../model/map.ts';
import { MAP_FORMAT, MAP_VERSION, type MapFile, SIDE_NAMES } from '../map-schema.ts';
import { describeFound, type Problem, type Reading } from '../problem.ts';
import { cutRelief, listOutlines, listPlaces, placeForFile } from './drawing.ts';
import type { Elevations, Feature } from './geodata.ts';
import { type Ground, listGround } from './ground.ts';
import { listHexsides } from './hexsides.ts';
import type { Override, Recipe } from './recipe.ts';
import { listRegions } from './regions.ts';
import { createSheet, type Sheet } from './sheet.ts';

/** The letter of each terrain in the rows of a file. */
export const TERRAIN_LETTERS: ByTerrain<string> = {
  open: '.',
  sand: 's',
  dunes: 'd',
  scrub: 'c',
  forest: 'f',
  marsh: 'm',
  shallows: 'w',
  deepWater: 'W',
  ice: 'i',
  settlement: 'v',
  rock: 'r',
};

export interface MapSources {
  /** Name of the recipe's file, for its problems. */
  readonly file: string;
  readonly recipe: Recipe;
  readonly features: readonly Feature[];
  readonly elevations: Elevations;
}

/** The content of the map file, or what is wrong with the recipe. */
export function compileMap({ file, recipe, features, elevations }: MapSources): Reading<MapFile> {
  const sheet = createSheet(recipe, features, elevations);
  const problems = listRecipeProblems(file, sheet, features);
  if (problems.length > 0) return { kind: 'refused', problems };

  const places = listPlaces(sheet);
  const ground = correctedGround(sheet, listGround(sheet, places));
  const inRows = <T>(values: readonly T[]): T[][] =>
    Array.from({ length: sheet.grid.rows }, (_, row) =>
      values.slice(row * sheet.grid.columns, (row + 1) * sheet.grid.columns),
    );
  const value: MapFile = {
    $schema: '../schemas/map.schema.json',
    format: MAP_FORMAT,
    version: MAP_VERSION,
    id: recipe.id,
    names: recipe.names,
    hexMetres: recipe.hexMetres,
    orientation: recipe.orientation,
    columns: sheet.grid.columns,
    rows: sheet.grid.rows,
    longitude: recipe.frame.longitude,
    latitude: recipe.frame.latitude,
    metresPerDegreeLongitude: elevations.m_per_deg_lon,
    metresPerDegreeLatitude: elevations.m_per_deg_lat,
    legend: Object.fromEntries(TERRAINS.map((terrain) => [TERRAIN_LETTERS[terrain], terrain])),
    terrain: inRows(ground.terrain.map((terrain) => TERRAIN_LETTERS[terrain])).map((letters) => letters.join('')),
    elevationMetres: inRows(ground.elevationMetres),
    crestMetres: inRows(ground.crestMetres),
    hexsides: [...listHexsides(sheet, ground)].map(([hexside, feature]) => ({
      hex: hexAt(sheet.grid, hexesOfHexside(sheet.grid, hexside)[0]),
      side: SIDE_NAMES[sheet.grid.orientation][directionOfHexside(hexside)] ?? 'N',
      ...feature,
    })),
    regions: Object.fromEntries(
      [...listRegions(sheet, ground, places)].map(([name, hexes]) => [
        name,
        hexes.map((hex) => hexAt(sheet.grid, hex)),
      ]),
    ),
    places: places.map((place) => placeForFile(sheet, place)),
    outlines: listOutlines(sheet).map((outline) => ({ ...outline, points: [...outline.points] })),
    relief: reliefForFile(sheet),
    attribution: recipe.attribution,
  };
  return { kind: 'read', value };
}

function reliefForFile(sheet: Sheet): MapFile['relief'] {
  const { heightsMetres, ...relief } = cutRelief(sheet);
  const rows = Array.from({ length: relief.rows }, (_, row) =>
    heightsMetres.slice(row * relief.columns, (row + 1) * relief.columns),
  );
  return { ...relief, heightsMetres: rows };
}

/** The ground with what the recipe sets by hand. */
function correctedGround(sheet: Sheet, ground: Ground): Ground {
  const terrain = [...ground.terrain];
  const elevationMetres = [...ground.elevationMetres];
  const crestMetres = [...ground.crestMetres];
  for (const override of sheet.recipe.overrides) {
    if (override.set === 'terrain') terrain[indexOf(sheet.grid, override.hex)] = override.terrain;
    if (override.set === 'elevation') {
      elevationMetres[indexOf(sheet.grid, override.hex)] = override.elevationMetres;
      crestMetres[indexOf(sheet.grid, override.hex)] = override.crestMetres;
    }
  }
  return { terrain, elevationMetres, crestMetres };
}

/** Hexes off the sheet, pairs that do not touch, names of features, places and regions that nothing has. */
function listRecipeProblems(file: string, sheet: Sheet, features: readonly Feature[]): Problem[] {
  const { recipe, grid } = sheet;
  const known = new Set(features.map(({ properties }) => properties.id));
  const places = new Set(listPlaces(sheet).map(({ id }) => id));
  const problems: Problem[] = [];
  const need = (holds: boolean, path: string, found: unknown, expected: string) => {
    if (!holds) problems.push({ file, path, found: describeFound(found), expected });
  };
  for (const [index, override] of recipe.overrides.entries()) {
    const hexes = hexesOfOverride(override);
    const path = `overrides[${index}]`;
    const isOnSheet = hexes.every((hex) => findIndex(grid, hex) !== undefined);
    need(isOnSheet, path, hexes, `hexes of the sheet, [0, 0] to [${grid.columns - 1}, ${grid.rows - 1}]`);
    if (isOnSheet) need(isChain(grid, hexes), path, hexes, 'hexes that touch one after the other');
  }
  for (const [index, id] of recipe.without.entries())
    need(known.has(id), `without[${index}]`, id, 'the id of a feature');
  for (const id of Object.keys(recipe.rules.lakeTerrain)) {
    need(known.has(id), `rules.lakeTerrain.${id}`, id, 'the id of a feature');
  }
  const earlier: string[] = [];
  for (const [name, rule] of Object.entries(recipe.regions)) {
    const path = `regions.${name}`;
    for (const { feature } of rule.along) need(known.has(feature), path, feature, 'the id of a feature');
    for (const id of [...rule.withPlaces, ...rule.withoutPlaces])
      need(places.has(id), path, id, 'the id of a place on the sheet');
    for (const other of rule.withoutRegions) need(earlier.includes(other), path, other, 'a region listed before it');
    earlier.push(name);
  }
  return problems;
}

function hexesOfOverride(override: Override): readonly Hex[] {
  switch (override.set) {
    case 'terrain':
    case 'elevation':
      return [override.hex];
    case 'bluff':
    case 'noBluff':
      return override.between;
    case 'way':
      return override.through;
  }
}

function isChain(grid: HexGrid, hexes: readonly Hex[]): boolean {
  return hexes.every((hex, index) => {
    const next = hexes[index + 1];
    return next === undefined || isAdjacent(grid, indexOf(grid, hex), indexOf(grid, next));
  });
}
