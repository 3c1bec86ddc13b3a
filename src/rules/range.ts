/** Distances between hexes as the rules count them: units fill a hex, so the nearest of two are closer than the centres. */
import type { HexIndex } from '../hex/grid.ts';
import { hexesBetween } from '../hex/distance.ts';
import type { Metres } from '../model/clock.ts';
import type { BattleMap } from '../model/map.ts';

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
