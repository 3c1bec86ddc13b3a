/**
 * The ground of a drill as the document of a map: drawn in characters, a window of a compiled map, or a whole map. Knows
 * where the places named in the drill lie.
 */
import { TERRAIN_LETTERS } from '../../src/scenario/compile/compile-map.ts';
import { createGrid, findDirection, type Hex, hexAt, type HexIndex, indexOf } from '../../src/hex/grid.ts';
import { listLine } from '../../src/hex/line.ts';
import { DOCUMENTS } from '../../src/scenario/library.ts';
import { type MapFile, MAP_FORMAT, MAP_VERSION, SIDE_NAMES } from '../../src/scenario/map-schema.ts';
import { GROUND } from '../battlefield.ts';
import { type Drawing, parseDrawing } from '../drawn.ts';
import type { DrawnField, Place, WindowField } from './drill.ts';

export interface Ground {
  readonly document: { readonly file: string; readonly content: unknown };
  /** `[column, row]` on the document's map of the first hex of that name; nothing when there is none. */
  readonly findPlace: (place: Place) => Hex | undefined;
  /** All hexes drawn with a character, or the one of that name. */
  readonly listPlaces: (place: Place) => readonly Hex[];
}

type Marks = Readonly<Record<string, Hex>>;

export const FIELD_ID = 'field';

export function drawnGround(file: string, field: DrawnField, marks: Marks): Ground {
  const drawing = parseDrawing(field.drawn.join('\n'));
  const listPlaces = (place: Place): readonly Hex[] => {
    if (typeof place !== 'string') return [place];
    const mark = marks[place];
    if (mark !== undefined) return [mark];
    return drawing.cells.flatMap((cell, index) => (cell === place ? [hexAt(drawing.grid, index)] : []));
  };
  const findPlace = (place: Place): Hex | undefined => listPlaces(place)[0];
  return { document: { file, content: mapOfDrawing(field, drawing, listPlaces) }, findPlace, listPlaces };
}

function mapOfDrawing(field: DrawnField, drawing: Drawing, listPlaces: Ground['listPlaces']): unknown {
  const { grid, cells } = drawing;
  const indexAt = (place: Place): HexIndex => {
    const hex = listPlaces(place)[0];
    if (hex === undefined) throw new Error(`Nothing is drawn as '${String(place)}'.`);
    return indexOf(grid, hex);
  };
  const rowsOf = <T>(of: (cell: string) => T): T[][] =>
    Array.from({ length: grid.rows }, (_, row) => cells.slice(row * grid.columns, (row + 1) * grid.columns).map(of));
  const heights = rowsOf((cell) => field.heights?.[cell] ?? (cell === '^' ? 60 : 0));
  const ways = (field.ways ?? []).flatMap(({ from, to, way }) => {
    const line = listLine(grid, indexAt(from), indexAt(to));
    return line.slice(1).map((hex, place) => hexside(drawing, line[place] ?? hex, hex, { way }));
  });
  const others = (field.hexsides ?? []).map(({ between, ...feature }) =>
    hexside(drawing, indexAt(between[0]), indexAt(between[1]), feature),
  );
  return {
    format: MAP_FORMAT,
    version: MAP_VERSION,
    id: FIELD_ID,
    names: { en: 'Drawn' },
    hexMetres: field.hexMetres,
    orientation: grid.orientation,
    columns: grid.columns,
    rows: grid.rows,
    longitude: 130,
    latitude: 42,
    metresPerDegreeLongitude: 82000,
    metresPerDegreeLatitude: 111000,
    legend: Object.fromEntries(Object.entries(TERRAIN_LETTERS).map(([terrain, letter]) => [letter, terrain])),
    terrain: rowsOf((cell) => TERRAIN_LETTERS[field.ground?.[cell] ?? GROUND[cell] ?? 'open']).map((row) =>
      row.join(''),
    ),
    elevationMetres: heights,
    crestMetres: heights,
    hexsides: [...ways, ...others],
    ...(field.waters === undefined
      ? {}
      : { waters: field.waters.map(({ at, ...water }) => ({ ...water, hexes: [...at].flatMap(listPlaces) })) }),
    regions: Object.fromEntries(
      Object.entries(field.regions ?? {}).map(([name, places]) => [name, places.flatMap(listPlaces)]),
    ),
    places: [],
    outlines: [],
    relief: { cellMetres: field.hexMetres, columns: 1, rows: 1, x: 0, y: 0, heightsMetres: [[0]] },
    attribution: 'drawn',
  };
}

function hexside({ grid }: Drawing, from: HexIndex, to: HexIndex, feature: object): object {
  const direction = findDirection(grid, from, to);
  if (direction === undefined) throw new Error('A hexside lies between neighbours.');
  return { hex: hexAt(grid, from), side: SIDE_NAMES[grid.orientation][direction], ...feature };
}

/** A map of the library, whole or cut. */
export function mapGround(id: string, marks: Marks, window?: WindowField): Ground {
  const document = DOCUMENTS.maps.get(id);
  if (document === undefined) throw new Error(`There is no map ${id}.`);
  const whole = document.content as MapFile;
  const [left, top] = window?.from ?? [0, 0];
  if (left % 2 !== 0 || top % 2 !== 0) throw new Error('A window begins on an even column and an even row.');
  const shifted = ([column, row]: Hex): Hex => [column - left, row - top];
  const findPlace = (place: Place): Hex | undefined => {
    if (typeof place !== 'string') return shifted(place);
    const hex = marks[place] ?? whole.places.find((named) => named.id === place)?.hex;
    return hex === undefined ? undefined : shifted(hex);
  };
  return {
    document: window === undefined ? document : { file: document.file, content: cut(whole, window, shifted) },
    findPlace,
    listPlaces: (place) => {
      const hex = findPlace(place);
      return hex === undefined ? [] : [hex];
    },
  };
}

function cut(
  map: MapFile,
  { from: [left, top], to: [right, bottom] }: WindowField,
  shifted: (hex: Hex) => Hex,
): MapFile {
  const columns = right - left + 1;
  const rows = bottom - top + 1;
  const grid = createGrid(map.orientation, columns, rows);
  const isInside = ([column, row]: Hex): boolean => column >= left && column <= right && row >= top && row <= bottom;
  const rowsOf = <T>(lines: readonly T[][]): T[][] =>
    lines.slice(top, bottom + 1).map((line) => line.slice(left, right + 1));
  const keepsBoth = ({ hex, side }: MapFile['hexsides'][number]): boolean => {
    const names: readonly string[] = SIDE_NAMES[map.orientation];
    return isInside(hex) && (grid.neighbours[6 * indexOf(grid, shifted(hex)) + names.indexOf(side)] ?? -1) !== -1;
  };
  return {
    ...map,
    id: FIELD_ID,
    columns,
    rows,
    terrain: map.terrain.slice(top, bottom + 1).map((line) => line.slice(left, right + 1)),
    elevationMetres: rowsOf(map.elevationMetres),
    crestMetres: rowsOf(map.crestMetres),
    hexsides: map.hexsides.filter(keepsBoth).map((entry) => ({ ...entry, hex: shifted(entry.hex) })),
    regions: Object.fromEntries(
      Object.entries(map.regions).map(([name, hexes]) => [name, hexes.filter(isInside).map(shifted)]),
    ),
    ...(map.waters === undefined
      ? {}
      : {
          waters: map.waters.flatMap((water) => {
            const hexes = water.hexes.filter(isInside).map(shifted);
            return hexes.length === 0 ? [] : [{ ...water, hexes }];
          }),
        }),
    places: map.places.filter(({ hex }) => isInside(hex)).map((place) => ({ ...place, hex: shifted(place.hex) })),
    outlines: [],
  };
}
