import { describe, expect, test } from 'vitest';
import { compileMap, type MapSources } from '../../src/scenario/compile/compile-map.ts';
import { type Feature, parseElevations, parseFeatures } from '../../src/scenario/compile/geodata.ts';
import { clipLine, clipRing, countCrossings, isInside, simplify } from '../../src/scenario/compile/geometry.ts';
import { parseRecipe, type Recipe } from '../../src/scenario/compile/recipe.ts';
import type { MapFile } from '../../src/scenario/map-schema.ts';
import { formatMapFile } from '../../src/scenario/map-text.ts';
import { formatProblem, type Reading } from '../../src/scenario/problem.ts';
import { readText } from './khasan-heights.ts';

/** A degree is 100 km here, so 0.001 is 100 m; the sheet's corner is at 0, 0. */
const METRES = 1e-5;
const at = (x: number, y: number): [number, number] => [x * METRES, -y * METRES];

const plain: Recipe = {
  format: 'undeclared-war/map-source',
  version: 1,
  id: 'field',
  names: { en: 'Field' },
  features: 'field.geojson',
  elevations: 'field.dem.json',
  orientation: 'flat',
  hexMetres: 200,
  frame: { longitude: 0, latitude: 0, columns: 5, rows: 4 },
  rules: {
    bluffRiseMetres: 25,
    rockSlope: 1,
    riverDepthMetres: 2,
    lakeTerrain: {},
    wetBelowMetres: {},
    clipMetres: 50,
    outlineToleranceMetres: 5,
    marginMetres: 100,
  },
  without: [],
  places: [],
  overrides: [],
  regions: {},
  attribution: 'Made up',
};

function feature(id: string, geometry: Feature['geometry'], more: Partial<Feature['properties']> = {}): Feature {
  const kind = id.split('-')[0] as Feature['properties']['kind'];
  return { geometry, properties: { id, kind, name: { en: id }, confidence: 'C', source: 'made up', ...more } };
}

const line = (...coordinates: [number, number][]): Feature['geometry'] => ({ type: 'LineString', coordinates });
const area = (...ring: [number, number][]): Feature['geometry'] => ({ type: 'Polygon', coordinates: [ring] });
const spot = (coordinates: [number, number]): Feature['geometry'] => ({ type: 'Point', coordinates });

/** Cells of 50 m under the field and around it, as high as `heightAt` says. */
function elevations(heightAt: (x: number, y: number) => number = () => 10): MapSources['elevations'] {
  const heights_m = Array.from({ length: 40 * 40 }, (_, cell) =>
    heightAt((cell % 40) * 50 - 475, Math.floor(cell / 40) * 50 - 475),
  );
  const [lon, lat] = at(-500, -500);
  return { origin: { lon, lat }, cell_m: 50, cols: 40, rows: 40, m_per_deg_lon: 1e5, m_per_deg_lat: 1e5, heights_m };
}

function compiled(features: readonly Feature[], recipe: Partial<Recipe> = {}, ground = elevations()): MapFile {
  const reading = compileMap({
    file: 'field.source.json',
    recipe: { ...plain, ...recipe },
    features,
    elevations: ground,
  });
  if (reading.kind === 'refused') throw new Error(reading.problems.map(formatProblem).join('\n'));
  return reading.value;
}

function valueOf<T>(reading: Reading<T>): T {
  if (reading.kind === 'refused') throw new Error(reading.problems.map(formatProblem).join('\n'));
  return reading.value;
}

describe('from survey to hexes', () => {
  test('bare ground is open, level and without anything along its hexsides', () => {
    const { terrain, elevationMetres, hexsides } = compiled([]);
    expect(terrain).toEqual(['.....', '.....', '.....', '.....']);
    expect(elevationMetres.flat().every((metres) => metres === 10)).toBe(true);
    expect(hexsides).toEqual([]);
  });

  test('a hex has the terrain that covers most of it, and water lies over marsh', () => {
    const marsh = feature('marsh-east', area(at(430, -50), at(1200, -50), at(1200, 1200), at(430, 1200)));
    const lake = feature('lake-east', area(at(800, -50), at(1200, -50), at(1200, 1200), at(800, 1200)));
    const rules = { ...plain.rules, lakeTerrain: { 'lake-east': 'shallows' as const } };
    expect(compiled([marsh, lake], { rules }).terrain).toEqual(['..mmw', '..mmw', '..mmw', '..mmw']);
  });

  test('a marsh is dry where its ground lies above the wet', () => {
    const marsh = feature('marsh-all', area(at(-50, -50), at(1200, -50), at(1200, 1200), at(-50, 1200)));
    const rules = { ...plain.rules, wetBelowMetres: { 'marsh-all': 15 } };
    const { terrain } = compiled(
      [marsh],
      { rules },
      elevations((x) => (x < 450 ? 10 : 20)),
    );
    expect(terrain).toEqual(['mm...', 'mm...', 'mm...', 'mm...']);
  });

  test('a river wider than a hex fills every hex its middle runs through', () => {
    const river = feature('river-wide', line(at(-100, 100), at(1200, 500)), { width_m: 200 });
    const { terrain, hexsides } = compiled([river]);
    for (let column = 0; column < 5; column += 1) expect(terrain.map((row) => row[column])).toContain('W');
    expect(hexsides).toEqual([]);
  });

  test('a stream lies along the hexsides between the centres it passes', () => {
    const stream = feature('stream-thin', line(at(-100, 210), at(1200, 210)), { width_m: 8, depth_m: 1 });
    const { hexsides } = compiled([stream]);
    expect(hexsides.every(({ river }) => river?.widthMetres === 8 && river.depthMetres === 1)).toBe(true);
    expect(hexsides.map(({ hex, side }) => `${hex.join()} ${side}`)).toEqual([
      '1,0 SE',
      '3,0 SE',
      '0,1 N',
      '0,1 NE',
      '1,1 N',
      '2,1 N',
      '2,1 NE',
      '3,1 N',
      '4,1 N',
    ]);
  });

  test('a hexside is a bluff where the ground of its hexes differs by more than the rule, unless a way leads over it', () => {
    const cliff = elevations((x) => (x < 430 ? 10 : 60));
    expect(compiled([], {}, cliff).hexsides.every(({ bluff }) => bluff)).toBe(true);
    const track = feature('track-up', line(at(290, 200), at(460, 300)));
    const sides = compiled([track], {}, cliff).hexsides;
    expect(sides.filter(({ way }) => way)).toEqual([{ hex: [1, 0], side: 'SE', way: 'track' }]);
  });

  test('a surveyed bluff is one whatever the elevations say', () => {
    const bluff = feature('bluff-bank', line(at(-100, 210), at(1200, 210)));
    expect(compiled([bluff]).hexsides.filter(({ side }) => side === 'N')).toHaveLength(5);
  });

  test('a way leads from centre to centre and does not turn aside into a hex it only clips', () => {
    const track = feature('track-south', line(at(115, 0), at(115, 350), at(185, 400), at(115, 450), at(115, 800)));
    expect(compiled([track]).hexsides).toEqual([
      { hex: [0, 1], side: 'N', way: 'track' },
      { hex: [0, 2], side: 'N', way: 'track' },
      { hex: [0, 3], side: 'N', way: 'track' },
    ]);
  });

  test('a spot height raises the crest of its hex, and not its mean', () => {
    const height = feature('height-knoll', spot(at(290, 200)), { elevation_m: 52 });
    const { crestMetres, elevationMetres, places } = compiled([height]);
    expect([crestMetres[0]?.[1], elevationMetres[0]?.[1]]).toEqual([52, 10]);
    expect(places).toMatchObject([{ id: 'knoll', kind: 'height', hex: [1, 0], elevationMetres: 52 }]);
  });

  test('a region holds the land whose centre lies beyond its border, less the places taken out', () => {
    const border = feature('border-mid', line(at(430, -100), at(430, 1200)));
    const post = feature('obo-post', spot(at(115, 100)));
    const west = {
      along: [{ feature: 'border-mid' }],
      closedBy: [at(-100, 1200), at(-100, -100)],
      withoutRegions: [],
      withPlaces: [],
    };
    const { regions } = compiled([border, post], { regions: { west: { ...west, withoutPlaces: ['post'] } } });
    expect(regions['west']).toEqual([
      [1, 0],
      [0, 1],
      [1, 1],
      [0, 2],
      [1, 2],
      [0, 3],
      [1, 3],
    ]);
  });

  test('what is set by hand stands', () => {
    const overrides: Recipe['overrides'] = [
      { set: 'terrain', hex: [2, 1], terrain: 'rock', reason: 'seen on a photograph' },
      { set: 'elevation', hex: [2, 1], elevationMetres: 30, crestMetres: 40, reason: 'levelled' },
      {
        set: 'bluff',
        between: [
          [0, 0],
          [0, 1],
        ],
        reason: 'a quarry',
      },
    ];
    const map = compiled([], { overrides });
    expect([map.terrain[1]?.[2], map.elevationMetres[1]?.[2], map.crestMetres[1]?.[2]]).toEqual(['r', 30, 40]);
    expect(map.hexsides).toEqual([{ hex: [0, 1], side: 'N', bluff: true }]);
  });

  test('a recipe reports all that is wrong with it at once', () => {
    const recipe: Recipe = {
      ...plain,
      without: ['river-nowhere'],
      overrides: [
        { set: 'terrain', hex: [9, 9], terrain: 'rock', reason: 'r' },
        {
          set: 'bluff',
          between: [
            [0, 0],
            [3, 3],
          ],
          reason: 'r',
        },
      ],
    };
    const reading = compileMap({ file: 'f.source.json', recipe, features: [], elevations: elevations() });
    expect(reading.kind === 'refused' && reading.problems.map(formatProblem)).toEqual([
      'f.source.json: overrides[0]: found [[9,9]], expected hexes of the sheet, [0, 0] to [4, 3]',
      'f.source.json: overrides[1]: found [[0,0],[3,3]], expected hexes that touch one after the other',
      'f.source.json: without[0]: found "river-nowhere", expected the id of a feature',
    ]);
  });
});

describe('the plane', () => {
  const square = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
  ] as const;
  const frame = { left: 2, top: 2, right: 8, bottom: 8 };

  test('a point is inside a ring or not', () => {
    expect([isInside([5, 5], square), isInside([15, 5], square)]).toEqual([true, false]);
  });

  test('a line that leaves the frame and returns is two pieces', () => {
    expect(
      clipLine(
        [
          [3, 3],
          [3, -5],
          [6, -5],
          [6, 4],
        ],
        frame,
      ),
    ).toEqual([
      [
        [3, 3],
        [3, 2],
      ],
      [
        [6, 2],
        [6, 4],
      ],
    ]);
  });

  test('of an area the part inside the frame is kept', () => {
    expect(clipRing(square, frame)).toHaveLength(4);
    expect(
      clipRing(
        [
          [20, 20],
          [30, 20],
          [30, 30],
        ],
        frame,
      ),
    ).toEqual([]);
  });

  test('points that hardly depart from the line between their neighbours are dropped', () => {
    expect(
      simplify(
        [
          [0, 0],
          [5, 1],
          [10, 0],
          [10, 10],
        ],
        2,
      ),
    ).toEqual([
      [0, 0],
      [10, 0],
      [10, 10],
    ]);
  });

  test('a line that goes out and comes back crosses twice', () => {
    expect(
      countCrossings(
        [
          [-1, 1],
          [1, 1],
          [1, 2],
          [-1, 2],
        ],
        [0, 0],
        [0, 5],
      ),
    ).toBe(2);
  });
});

describe('the sheets that are kept', () => {
  test('the Khasan heights are what their recipe compiles to', () => {
    const recipe = valueOf(parseRecipe('recipe', readText('scenarios/maps/khasan-heights-250.source.json')));
    const features = valueOf(parseFeatures('features', readText('scenarios/geodata/khasan.geojson')));
    const elevation = valueOf(parseElevations('elevations', readText('scenarios/geodata/khasan.dem.json')));
    const map = valueOf(compileMap({ file: 'recipe', recipe, features, elevations: elevation }));
    expect(formatMapFile(map) === readText('scenarios/maps/khasan-heights-250.json')).toBe(true);
  });
});
