/** Every hex the file names lies on the map, and every side of a hex is one its map has. */
import { findIndex, type Hex, type HexGrid } from '../../hex/grid.ts';
import { describeFound } from '../problem.ts';
import type { Draft, Fault } from '../draft.ts';
import { findHexside } from '../facing.ts';
import { SIDE_NAMES } from '../map-schema.ts';

export function listHexesOffTheMap(draft: Draft): Fault[] {
  const { map } = draft;
  if (map === undefined) return [];
  return listHexes(draft).flatMap(([path, hex]): Fault[] =>
    findIndex(map.grid, hex) === undefined
      ? [{ path, found: describeFound(hex), expected: `a hex of the map, ${extentOf(map.grid)}` }]
      : [],
  );
}

/** A front lies along a side that hexes of the map have. */
export function listWrongFronts({ map, units }: Draft): Fault[] {
  if (map === undefined) return [];
  const names: readonly string[] = SIDE_NAMES[map.grid.orientation];
  return units.flatMap(({ path, value: { start } }): Fault[] =>
    start?.facing === undefined || names.includes(start.facing)
      ? []
      : [
          {
            path: `${path}.start.facing`,
            found: describeFound(start.facing),
            expected: `a side of a ${map.grid.orientation}-top hex: ${names.join(' ')}`,
          },
        ],
  );
}

/** Wire lies along sides between two hexes of the map, once along each. */
export function listWrongWire({ map, wire }: Draft): Fault[] {
  if (map === undefined) return [];
  const firstByHexside = new Map<number, string>();
  const { orientation } = map.grid;
  return wire.flatMap(({ path, value: { hex, facing } }): Fault[] => {
    if (findIndex(map.grid, hex) === undefined) return [];
    const fault = (expected: string): Fault[] => [{ path: `${path}.facing`, found: describeFound(facing), expected }];
    const names: readonly string[] = SIDE_NAMES[orientation];
    if (!names.includes(facing)) return fault(`a side of a ${orientation}-top hex: ${names.join(' ')}`);
    const hexside = findHexside(map.grid, hex, facing);
    if (hexside === undefined) return fault('a side with a hex of the map beyond it');
    const first = firstByHexside.get(hexside);
    if (first !== undefined) return fault(`each hexside once; ${first} is the same side`);
    firstByHexside.set(hexside, path);
    return [];
  });
}

/** What is known of a depth is known where the map hides one. */
export function listIdleSoundings({ map, soundings }: Draft): Fault[] {
  if (map === undefined) return [];
  return soundings.flatMap(({ path, value: { hex, facing } }): Fault[] => {
    const at = findIndex(map.grid, hex);
    if (at === undefined) return [];
    const water =
      facing === undefined ? map.waters?.get(at) : map.hexsides.get(findHexside(map.grid, hex, facing) ?? -1);
    return water?.unmarkedDepthMetres === undefined
      ? [{ path, found: describeFound(hex), expected: 'water with an unmarkedDepthMetres on the map' }]
      : [];
  });
}

function listHexes(draft: Draft): [path: string, hex: Hex][] {
  return [
    ...draft.units.flatMap(({ path, value: { start, arrival, timetable = [] } }): [string, Hex][] => [
      ...(start === undefined ? [] : [[`${path}.start.hex`, start.hex] as [string, Hex]]),
      ...(arrival?.hexes ?? []).map((hex, index): [string, Hex] => [`${path}.arrival.hexes[${index}]`, hex]),
      ...timetable.map(({ hex }, index): [string, Hex] => [`${path}.timetable[${index}].hex`, hex]),
    ]),
    ...[...draft.works, ...draft.wire, ...draft.soundings, ...draft.crossings, ...draft.objectives].map(
      ({ path, value }): [string, Hex] => [`${path}.hex`, value.hex],
    ),
  ];
}

function extentOf(grid: HexGrid): string {
  return `[0, 0] to [${grid.columns - 1}, ${grid.rows - 1}]`;
}
