import { describe, expect, test } from 'vitest';
import { hexAt, isAdjacent } from '../../src/hex/grid.ts';
import { hexesOfHexside } from '../../src/hex/hexside.ts';
import { parseMapFile } from '../../src/scenario/map-file.ts';
import { formatProblem, readTextBy } from '../../src/scenario/problem.ts';
import * as v from 'valibot';
import { khasanJson, khasanMap, listHexesOf, listJoined, placeOf, terrainAt } from './khasan-heights.ts';

const map = khasanMap();
const isWater = (hex: number) => map.terrain[hex] === 'shallows' || map.terrain[hex] === 'deepWater';
const hexOf = (id: string) => hexAt(map.grid, placeOf(map, id).hex);
const crestOf = (id: string) => map.crestMetres[placeOf(map, id).hex];

describe('the heights of Lake Khasan', () => {
  test('every hex has terrain, a mean elevation and a crest that is not below it', () => {
    for (const list of [map.terrain, map.elevationMetres, map.crestMetres]) expect(list).toHaveLength(30 * 23);
    for (const [hex, metres] of map.elevationMetres.entries())
      expect(map.crestMetres[hex]).toBeGreaterThanOrEqual(metres);
  });

  test.each([
    ['zaozernaya-south-crest', 155],
    ['zaozernaya-north-crest', 145],
    ['chiangchunfeng', 141],
    ['bezymyannaya', 80],
    ['shachaofeng', 77],
    ['height-64-8', 65],
    ['hill-52', 52],
    ['machine-gun-hill', 46],
  ])('%s is as high as it was surveyed, %d m', (id, metres) => {
    expect(crestOf(id)).toBeGreaterThanOrEqual(metres);
  });

  test('the ridge is higher than the lake it looks down on', () => {
    const lake = map.elevationMetres[placeOf(map, 'lake-khasan').hex] ?? 0;
    for (const id of ['bezymyannaya', 'zaozernaya-north-crest', 'zaozernaya-south-crest', 'hill-52']) {
      expect(map.elevationMetres[placeOf(map, id).hex]).toBeGreaterThan(lake + 30);
    }
  });

  test('Zaozernaya has a north and a south crest, two hexes of rock that touch, with no bluff between them', () => {
    const north = placeOf(map, 'zaozernaya-north-crest').hex;
    const south = placeOf(map, 'zaozernaya-south-crest').hex;
    expect(isAdjacent(map.grid, north, south)).toBe(true);
    expect(north).toBeLessThan(south);
    for (const hex of [north, south]) expect(map.terrain[hex]).toBe('rock');
    const between = [...map.hexsides].filter(([hexside]) => {
      const hexes = hexesOfHexside(map.grid, hexside);
      return hexes.includes(north) && hexes.includes(south);
    });
    expect(between.filter(([, feature]) => feature.bluff)).toEqual([]);
  });

  test('Lake Khasan is one lake, which can be waded and lies between the ridge and the east shore', () => {
    const lake = listJoined(map, placeOf(map, 'lake-khasan').hex, (hex) => map.terrain[hex] === 'shallows');
    expect(lake).toHaveLength(map.terrain.filter((terrain) => terrain === 'shallows').length);
    // In each row the lake runs through, dry ground lies west of it and east of it.
    for (const [column, row] of lake.map((hex) => hexAt(map.grid, hex))) {
      const rowHexes = listHexesOf(map, ([c, r], index) => r === row && !isWater(index) && c !== column);
      expect(rowHexes.some((hex) => hexAt(map.grid, hex)[0] < column)).toBe(true);
      expect(rowHexes.some((hex) => hexAt(map.grid, hex)[0] > column)).toBe(true);
    }
  });

  test('men can go dry-shod round both ends of the lake inside Soviet ground', () => {
    const soviet = new Set(map.regions.get('soviet'));
    const joinedWithin = (rows: (row: number) => boolean) =>
      listJoined(
        map,
        placeOf(map, 'hill-52').hex,
        (hex) => soviet.has(hex) && !isWater(hex) && rows(hexAt(map.grid, hex)[1]),
      );
    expect(joinedWithin((row) => row >= 11)).toContain(placeOf(map, 'podgornaya-outpost').hex);
    const north = listJoined(
      map,
      placeOf(map, 'chernaya').hex,
      (hex) => soviet.has(hex) && !isWater(hex) && hexAt(map.grid, hex)[1] <= 7,
    );
    expect(north).toContain(placeOf(map, 'bezymyannaya').hex);
  });

  test('the lake cannot be walked round where it is longest: between rows 6 and 12 every path to the east shore is wet', () => {
    const isBetween = (hex: number) => hexAt(map.grid, hex)[1] >= 6 && hexAt(map.grid, hex)[1] <= 12 && !isWater(hex);
    const west = listJoined(map, placeOf(map, 'bezymyannaya').hex, isBetween);
    expect(west).not.toContain(placeOf(map, 'east-shore-ridge-north').hex);
  });

  test('the Tumen has no gap: nobody crosses from Manchuria to Korea dry-shod or wading', () => {
    const korea = new Set(map.regions.get('korea'));
    const reached = listJoined(map, placeOf(map, 'fangchuan').hex, (hex) => map.terrain[hex] !== 'deepWater');
    expect(reached.filter((hex) => korea.has(hex))).toEqual([]);
  });

  test('a hex of land is in Korea, west of the border or Soviet, and in one of them only', () => {
    const counts = map.terrain.map(
      (_, hex) => [...map.regions.values()].filter((region) => region.includes(hex)).length,
    );
    for (const [hex, count] of counts.entries()) expect(count).toBe(map.terrain[hex] === 'deepWater' ? 0 : 1);
  });

  test('the heights the border runs over are not beyond it', () => {
    const west = map.regions.get('west-of-border') ?? [];
    for (const id of ['zaozernaya-north-crest', 'zaozernaya-south-crest', 'bezymyannaya', 'hill-52']) {
      expect(west).not.toContain(placeOf(map, id).hex);
    }
    for (const id of ['chiangchunfeng', 'shachaofeng', 'khomoku', 'fangchuan'])
      expect(west).toContain(placeOf(map, id).hex);
  });

  test('every hexside lies between two hexes of the sheet', () => {
    for (const [hexside] of map.hexsides) expect(hexesOfHexside(map.grid, hexside)).not.toContain(-1);
  });

  test('the villages are settlements and a way leads to Fangchuan', () => {
    for (const id of ['fangchuan', 'khomoku']) expect(terrainAt(map, hexOf(id))).toBe('settlement');
    const fangchuan = placeOf(map, 'fangchuan').hex;
    const ways = [...map.hexsides].filter(
      ([side, { way }]) => way && hexesOfHexside(map.grid, side).includes(fangchuan),
    );
    expect(ways).not.toEqual([]);
  });
});

describe('a broken map file', () => {
  const problemsOf = (spoil: (json: Record<string, any>) => void) => {
    const json = khasanJson();
    spoil(json);
    const reading = parseMapFile('broken.json', json);
    return reading.kind === 'read' ? [] : reading.problems.map(formatProblem);
  };

  test('has no ford and no bridge on dry ground', () => {
    const problems = problemsOf((json) => {
      const dry = json['hexsides'].findIndex(({ river }: { river?: object }) => river === undefined);
      json['hexsides'][dry].bridge = { tonnes: 10 };
      expect(dry).toBeGreaterThanOrEqual(0);
    });
    expect(problems).toEqual([expect.stringContaining('found a bridge on dry ground, expected a river on that side')]);
  });

  test('reports all its mistakes at once, each with place, found and expected', () => {
    const problems = problemsOf((json) => {
      json['version'] = 2;
      delete json['attribution'];
      json['hexMetres'] = -250;
      json['terrain'][2] = 'WWQ';
      json['places'][0].hex = [30, 4];
      json['hexsides'][3].side = 'up';
      json['elevationMetres'].pop();
    });
    expect(problems).toEqual([
      'broken.json: version: found 2, expected 1',
      'broken.json: hexMetres: found -250, expected more than 0',
      'broken.json: hexsides[3].side: found "up", expected one of "N", "NE", "E", "SE", "S", "SW", "W", "NW"',
      'broken.json: attribution: found nothing, expected a value',
      'broken.json: terrain[2]: found 3 hexes, expected 30 hexes',
      'broken.json: terrain[2][2]: found "Q", expected a letter of the legend: . s d c f m w W i v r',
      'broken.json: elevationMetres: found 22 rows, expected 23 rows',
      'broken.json: places[0].hex: found [30,4], expected a hex of the sheet, [0, 0] to [29, 22]',
    ]);
  });

  test('a hexside is stored once: the same side seen from the other hex is refused', () => {
    const problems = problemsOf((json) => {
      json['hexsides'] = [
        { hex: [4, 4], side: 'SE', bluff: true },
        { hex: [5, 4], side: 'NW', way: 'track' },
      ];
    });
    expect(problems).toEqual([
      'broken.json: hexsides[1]: found [5,4] NW, expected each hexside once; hexsides[0] is the same side',
    ]);
  });

  test.each([
    ['a side that such hexes do not have', { hex: [4, 4], side: 'E', bluff: true }, 'hexsides[0].side: found E'],
    ['a side on the edge of the sheet', { hex: [0, 0], side: 'N', bluff: true }, 'hexsides[0]: found [0,0] N'],
  ])('%s is refused', (_, hexside, start) => {
    const problems = problemsOf((json) => {
      json['hexsides'] = [hexside];
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(start);
  });

  test('a crest below the mean elevation of its hex is refused', () => {
    const problems = problemsOf((json) => {
      json['crestMetres'][13][13] = 100;
    });
    expect(problems).toEqual([
      'broken.json: crestMetres[13][13]: found 100 m, expected at least the mean elevation, 129 m',
    ]);
  });

  test.each([[null], [[]], ['map'], [{}], [{ columns: 1e9, rows: 1e9, terrain: [] }]])(
    '%j is no map, and says so',
    (input) => {
      expect(parseMapFile('broken.json', input).kind).toBe('refused');
    },
  );

  test('text that is no JSON is one problem of the file', () => {
    const reading = readTextBy(v.string(), 'broken.json', '{"id": ');
    expect(reading.kind === 'refused' && reading.problems.map(({ path, expected }) => [path, expected])).toEqual([
      ['', 'JSON'],
    ]);
  });
});
