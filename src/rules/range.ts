/** Distances between hexes as the rules count them: units fill a hex, so the nearest of two are closer than the centres. */
import type { HexGrid, HexIndex } from '../hex/grid.ts';
import { hexesBetween } from '../hex/distance.ts';
import type { Metres } from '../model/clock.ts';
import type { BattleMap } from '../model/map.ts';

const ROWS = new WeakMap<HexGrid, (Uint16Array | undefined)[]>();

/** Hexes from `from` to every hex. Worked out once a hex and kept, because sight asks for it all the time; read only. */
export function distancesFrom(grid: HexGrid, from: HexIndex): Uint16Array {
  let rows = ROWS.get(grid);
  if (rows === undefined) ROWS.set(grid, (rows = new Array<Uint16Array | undefined>(grid.size)));
  let row = rows[from];
  if (row === undefined) {
    rows[from] = row = new Uint16Array(grid.size);
    for (let to = 0; to < grid.size; to++) row[to] = hexesBetween(grid, from, to);
  }
  return row;
}

/** Metres from centre to centre, for fire; half a hex within one. */
export function rangeMetres(map: BattleMap, from: HexIndex, to: HexIndex): Metres {
  const hexes = hexesBetween(map.grid, from, to);
  return hexes === 0 ? map.hexMetres / 2 : hexes * map.hexMetres;
}

/** Metres between the nearest men of two hexes, for seeing and hearing; 0 within one. */
export const nearestMetres = (map: BattleMap, from: HexIndex, to: HexIndex): Metres =>
  nearestOver(map, hexesBetween(map.grid, from, to));

/** The same, for hexes already counted. */
export const nearestOver = (map: BattleMap, hexes: number): Metres => (hexes === 0 ? 0 : (hexes - 0.5) * map.hexMetres);
