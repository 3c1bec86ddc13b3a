/**
 * Line of sight over the ground alone: whether the crest of one hex looks upon another. Distance, light and what the
 * target does are detection's business. Men stand on the best ground of their hex at both ends, so sight is mutual.
 */
import type { HexIndex } from '../hex/grid.ts';
import { listLine } from '../hex/line.ts';
import type { BattleMap, ByTerrain } from '../model/map.ts';

/** Height of eyes, and of what they look at, above the ground in metres. */
const STANDING_METRES = 2;

/** What growth and buildings add to the ground between. [C] */
// biome-ignore format: a table
const GROWTH_METRES: ByTerrain<number> = {
  open: 0, sand: 0, dunes: 3, scrub: 1, forest: 8, marsh: 1, shallows: 0, deepWater: 0, ice: 0, settlement: 4,
  rock: 0,
};

const ROWS = new WeakMap<BattleMap, (Uint8Array | undefined)[]>();

/** One byte a hex: 1 where `from` looks upon it. Worked out once a hex and kept; read only. */
export function sightFrom(map: BattleMap, from: HexIndex): Uint8Array {
  let rows = ROWS.get(map);
  if (rows === undefined) ROWS.set(map, (rows = new Array<Uint8Array | undefined>(map.grid.size)));
  let row = rows[from];
  if (row === undefined) rows[from] = row = lookAround(map, from);
  return row;
}

/** Whether the ground lets the two hexes see each other. */
export const hasLineOfSight = (map: BattleMap, from: HexIndex, to: HexIndex): boolean => sightFrom(map, from)[to] === 1;

function lookAround(map: BattleMap, from: HexIndex): Uint8Array {
  const row = new Uint8Array(map.grid.size);
  for (let to = 0; to < map.grid.size; to++) row[to] = isOpenBetween(map, from, to) ? 1 : 0;
  return row;
}

function isOpenBetween(map: BattleMap, from: HexIndex, to: HexIndex): boolean {
  const line = listLine(map.grid, from, to);
  const last = line.length - 1;
  const start = (map.crestMetres[from] ?? 0) + STANDING_METRES;
  const end = (map.crestMetres[to] ?? 0) + STANDING_METRES;
  for (let step = 1; step < last; step++) {
    const hex = line[step];
    if (hex === undefined) continue;
    // A ridge inside a hex hides about as much as half of it rises above the mean.
    const ground = ((map.elevationMetres[hex] ?? 0) + (map.crestMetres[hex] ?? 0)) / 2;
    const growth = GROWTH_METRES[map.terrain[hex] ?? 'open'];
    if (ground + growth > start + ((end - start) * step) / last) return false;
  }
  return true;
}
