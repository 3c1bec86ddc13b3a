/**
 * From the text of a compiled map to a `BattleMap`: its shape by map-schema.ts, then what one part owes another, with
 * everything that is wrong reported at once.
 */
import * as v from 'valibot';
import {
  createGrid,
  type Direction,
  findIndex,
  type Hex,
  type HexGrid,
  type HexIndex,
  indexOf,
  neighbourOf,
  type Orientation,
} from '../hex/grid.ts';
import { hexsideOf } from '../hex/hexside.ts';
import type { BattleMap, Terrain, Water } from '../model/map.ts';
import { MAP_FILE_ENTRIES, type MapFile, MapFileSchema, MOST_HEXES, SIDE_NAMES, type SideName } from './map-schema.ts';
import { describeFound, formatPath, listProblems, type Problem, type Reading } from './problem.ts';

/** The parts of a file that have the right shape, whatever is wrong with the others. */
type Parts = Partial<MapFile>;

/** One thing found where another was expected. */
type Fault = Omit<Problem, 'file'>;

/** A map from what was read as JSON, or all problems of the file. */
export function parseMapFile(file: string, input: unknown): Reading<BattleMap> {
  const result = v.safeParse(MapFileSchema, input);
  const parts = result.success ? result.output : listSoundParts(input);
  const problems = [
    ...(result.success ? [] : listProblems(file, result.issues)),
    ...listFaults(parts).map((fault) => ({ file, ...fault })),
  ];
  if (!result.success || problems.length > 0) return { kind: 'refused', problems };
  return { kind: 'read', value: mapOfFile(result.output) };
}

function listSoundParts(input: unknown): Parts {
  if (typeof input !== 'object' || input === null) return {};
  const sound = Object.entries(MAP_FILE_ENTRIES).flatMap(([key, schema]) => {
    const result = v.safeParse(schema, (input as Record<string, unknown>)[key]);
    return result.success ? [[key, result.output]] : [];
  });
  return Object.fromEntries(sound) as Parts;
}

/** What one part of the file owes another: rows as long as the sheet is wide, hexes on the sheet, nothing twice. */
function listFaults(parts: Parts): Fault[] {
  const { columns, rows } = parts;
  const relief = parts.relief;
  const faults: Fault[] = [];
  if (relief !== undefined)
    faults.push(...listRowFaults('relief.heightsMetres', relief.heightsMetres, relief.columns, relief.rows));
  faults.push(...listTwice('places', parts.places), ...listTwice('outlines', parts.outlines));
  if (columns === undefined || rows === undefined) return faults;
  if (columns * rows > MOST_HEXES) {
    const found = `${columns} columns by ${rows} rows`;
    return [...faults, { path: 'columns', found, expected: `at most ${MOST_HEXES} hexes in all` }];
  }
  if (parts.terrain !== undefined) faults.push(...listTerrainFaults(parts.terrain, parts.legend, columns, rows));
  for (const key of ['elevationMetres', 'crestMetres'] as const) {
    faults.push(...listRowFaults(key, parts[key] ?? [], columns, parts[key] === undefined ? 0 : rows));
  }
  faults.push(...listBuriedCrests(parts));
  const grid = createGrid(parts.orientation ?? 'flat', columns, rows);
  for (const [place, hex] of listHexes(parts)) {
    if (findIndex(grid, hex) === undefined)
      faults.push({ path: place, found: describeFound(hex), expected: onSheet(grid) });
  }
  if (parts.orientation !== undefined) faults.push(...listHexsideFaults(grid, parts.hexsides ?? []));
  if (parts.orientation !== undefined) faults.push(...listWaterFaults(grid, parts));
  return faults;
}

function onSheet(grid: HexGrid): string {
  return `a hex of the sheet, [0, 0] to [${grid.columns - 1}, ${grid.rows - 1}]`;
}

function listTerrainFaults(
  terrain: readonly string[],
  legend: MapFile['legend'] | undefined,
  columns: number,
  rows: number,
): Fault[] {
  const faults = listRowFaults('terrain', terrain, columns, rows);
  if (legend === undefined) return faults;
  const letters = Object.keys(legend).join(' ');
  for (const [row, line] of terrain.entries()) {
    for (const [column, letter] of [...line].entries()) {
      if (legend[letter] !== undefined) continue;
      faults.push({
        path: `terrain[${row}][${column}]`,
        found: describeFound(letter),
        expected: `a letter of the legend: ${letters}`,
      });
    }
  }
  return faults;
}

/** Rows of numbers or letters: as many as the sheet has, each as long as it is wide. */
function listRowFaults(path: string, lines: readonly ArrayLike<unknown>[], columns: number, rows: number): Fault[] {
  const faults: Fault[] =
    lines.length === rows ? [] : [{ path, found: `${lines.length} rows`, expected: `${rows} rows` }];
  for (const [row, line] of lines.entries()) {
    if (line.length !== columns)
      faults.push({ path: `${path}[${row}]`, found: `${line.length} hexes`, expected: `${columns} hexes` });
  }
  return faults;
}

/** The highest ground of a hex is not below its mean. */
function listBuriedCrests({ elevationMetres = [], crestMetres = [] }: Parts): Fault[] {
  return crestMetres.flatMap((line, row) =>
    line.flatMap((crest, column) => {
      const mean = elevationMetres[row]?.[column];
      if (mean === undefined || crest >= mean) return [];
      return [
        {
          path: `crestMetres[${row}][${column}]`,
          found: `${crest} m`,
          expected: `at least the mean elevation, ${mean} m`,
        },
      ];
    }),
  );
}

function listTwice(path: string, entries: readonly { readonly id: string }[] = []): Fault[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, index) => {
    const again = seen.has(id);
    seen.add(id);
    return again ? [{ path: `${path}[${index}].id`, found: describeFound(id), expected: 'an id used once' }] : [];
  });
}

/** Every hex the file names, with its place in it. */
function listHexes(parts: Parts): [place: string, hex: Hex][] {
  return [
    ...(parts.hexsides ?? []).map(({ hex }, index): [string, Hex] => [`hexsides[${index}].hex`, hex]),
    ...(parts.waters ?? []).flatMap(({ hexes }, index) =>
      hexes.map((hex, place): [string, Hex] => [`waters[${index}].hexes[${place}]`, hex]),
    ),
    ...Object.entries(parts.regions ?? {}).flatMap(([name, hexes]) =>
      hexes.map((hex, index): [string, Hex] => [formatPath(['regions', name, index]), hex]),
    ),
    ...(parts.places ?? []).map(({ hex }, index): [string, Hex] => [`places[${index}].hex`, hex]),
  ];
}

function listHexsideFaults(grid: HexGrid, hexsides: MapFile['hexsides']): Fault[] {
  const firstByHexside = new Map<number, number>();
  const sides = SIDE_NAMES[grid.orientation].join(' ');
  return hexsides.flatMap((entry, index): Fault[] => {
    const direction = findSide(grid.orientation, entry.side);
    if (direction === undefined) {
      return [
        {
          path: `hexsides[${index}].side`,
          found: entry.side,
          expected: `a side of a ${grid.orientation}-top hex: ${sides}`,
        },
      ];
    }
    const from = findIndex(grid, entry.hex);
    if (from === undefined) return [];
    const found = `${describeFound(entry.hex)} ${entry.side}`;
    if (neighbourOf(grid, from, direction) === -1) {
      return [{ path: `hexsides[${index}]`, found, expected: 'a side with a hex of the sheet beyond it' }];
    }
    const hexside = hexsideOf(grid, from, direction);
    const over = (['ford', 'bridge'] as const).find((kind) => entry[kind] !== undefined);
    if (over !== undefined && entry.river === undefined) {
      return [
        { path: `hexsides[${index}].${over}`, found: `a ${over} on dry ground`, expected: 'a river on that side' },
      ];
    }
    if (entry.unmarkedDepthMetres !== undefined && entry.river === undefined) {
      return [
        {
          path: `hexsides[${index}].unmarkedDepthMetres`,
          found: 'a depth of dry ground',
          expected: 'a river on that side',
        },
      ];
    }
    const first = firstByHexside.get(hexside);
    if (first !== undefined) {
      return [
        { path: `hexsides[${index}]`, found, expected: `each hexside once; hexsides[${first}] is the same side` },
      ];
    }
    firstByHexside.set(hexside, index);
    return [];
  });
}

/** Currents are of water, each hex has one, and a direction has a speed. */
function listWaterFaults(grid: HexGrid, { waters = [], terrain = [], legend = {} }: Parts): Fault[] {
  const taken = new Map<HexIndex, number>();
  const sides = SIDE_NAMES[grid.orientation].join(' ');
  return waters.flatMap(({ hexes, flows, currentMetresPerSecond }, index): Fault[] => {
    const path = `waters[${index}]`;
    const faults: Fault[] = [];
    if ((flows === undefined) !== (currentMetresPerSecond === undefined))
      faults.push({ path, found: 'one of flows and currentMetresPerSecond', expected: 'both or none' });
    if (flows !== undefined && findSide(grid.orientation, flows) === undefined)
      faults.push({
        path: `${path}.flows`,
        found: flows,
        expected: `a side of a ${grid.orientation}-top hex: ${sides}`,
      });
    for (const [place, hex] of hexes.entries()) {
      const at = findIndex(grid, hex);
      if (at === undefined) continue;
      const ground = legend[terrain[hex[1]]?.[hex[0]] ?? ''];
      if (ground !== undefined && ground !== 'shallows' && ground !== 'deepWater')
        faults.push({
          path: `${path}.hexes[${place}]`,
          found: `${describeFound(hex)}, ${ground}`,
          expected: 'a hex of water',
        });
      const first = taken.get(at);
      if (first !== undefined)
        faults.push({
          path: `${path}.hexes[${place}]`,
          found: describeFound(hex),
          expected: `a hex not yet in waters[${first}]`,
        });
      taken.set(at, index);
    }
    return faults;
  });
}

function findSide(orientation: Orientation, side: SideName): Direction | undefined {
  const names: readonly string[] = SIDE_NAMES[orientation];
  const direction = names.indexOf(side);
  return direction === -1 ? undefined : (direction as Direction);
}

/** The map of a file without faults. */
function mapOfFile(file: MapFile): BattleMap {
  const grid = createGrid(file.orientation, file.columns, file.rows);
  return {
    id: file.id,
    names: file.names,
    hexMetres: file.hexMetres,
    grid,
    terrain: file.terrain.flatMap((line) => [...line].map((letter) => terrainOf(file, letter))),
    elevationMetres: file.elevationMetres.flat(),
    crestMetres: file.crestMetres.flat(),
    hexsides: new Map(
      file.hexsides.map(({ hex, side, ...feature }) => {
        const direction = findSide(file.orientation, side) ?? 0;
        return [hexsideOf(grid, indexOf(grid, hex), direction), feature];
      }),
    ),
    ...(file.waters === undefined ? {} : { waters: watersOf(grid, file.waters) }),
    regions: new Map(
      Object.entries(file.regions).map(([name, hexes]) => [
        name,
        hexes.map((hex) => indexOf(grid, hex)).sort((a, b) => a - b),
      ]),
    ),
    places: file.places.map((place) => ({ ...place, hex: indexOf(grid, place.hex) })),
    outlines: file.outlines,
    relief: { ...file.relief, heightsMetres: file.relief.heightsMetres.flat() },
    longitude: file.longitude,
    latitude: file.latitude,
    metresPerDegreeLongitude: file.metresPerDegreeLongitude,
    metresPerDegreeLatitude: file.metresPerDegreeLatitude,
    attribution: file.attribution,
  };
}

function watersOf(grid: HexGrid, waters: NonNullable<MapFile['waters']>): ReadonlyMap<HexIndex, Water> {
  return new Map(
    waters.flatMap(({ hexes, flows, currentMetresPerSecond: metresPerSecond, ...depths }) => {
      const to = flows === undefined ? undefined : findSide(grid.orientation, flows);
      const flow = to === undefined || metresPerSecond === undefined ? {} : { flow: { to, metresPerSecond } };
      return hexes.map((hex): [HexIndex, Water] => [indexOf(grid, hex), { ...flow, ...depths }]);
    }),
  );
}

function terrainOf(file: MapFile, letter: string): Terrain {
  const terrain = file.legend[letter];
  if (terrain === undefined)
    throw new Error(`Map ${file.id} uses the letter ${letter}, which its legend does not have.`);
  return terrain;
}
