/**
 * Line of sight over the ground alone: whether the crest of one hex looks upon another. Distance, light and what the
 * target does are detection's business. Men stand on the best ground of their hex at both ends, so sight is mutual.
 */
import type { HexGrid, HexIndex } from '../hex/grid.ts';
import { findBetween } from '../hex/line.ts';
import type { BattleMap, ByTerrain } from '../model/map.ts';

/** Height of eyes, and of what they look at, above the ground in metres. */
export const STANDING_METRES = 2;

/** What growth and buildings add to the ground between. [C] */
// biome-ignore format: a table
export const GROWTH_METRES: ByTerrain<number> = {
  open: 0, sand: 0, dunes: 3, scrub: 1, forest: 8, marsh: 1, shallows: 0, deepWater: 0, ice: 0, settlement: 4,
  rock: 0,
};

/** What a map looks like to eyes on the ground, and which of its hexes are known to see each other. */
export interface Sights {
  readonly grid: HexGrid;
  /** By hex: metres above the sea of eyes there, and of whatever screens those beyond. */
  readonly eyesMetres: Float64Array;
  readonly screenMetres: Float64Array;
  /** By the lower of two hexes, then by the higher: 0 where nobody has looked yet. */
  readonly looked: (Uint8Array | undefined)[];
}

const OPEN = 1;
const HIDDEN = 2;

const SIGHTS = new WeakMap<BattleMap, Sights>();

/** The sights of a map, made once and filled as they are asked for; to be handed to `isInSight` where many are asked. */
export function sightsOf(map: BattleMap): Sights {
  let sights = SIGHTS.get(map);
  if (sights === undefined) SIGHTS.set(map, (sights = createSights(map)));
  return sights;
}

function createSights({ grid, crestMetres, elevationMetres, terrain }: BattleMap): Sights {
  const eyesMetres = new Float64Array(grid.size);
  const screenMetres = new Float64Array(grid.size);
  for (let hex = 0; hex < grid.size; hex++) {
    const crest = crestMetres[hex] ?? 0;
    eyesMetres[hex] = crest + STANDING_METRES;
    // A ridge inside a hex hides about as much as half of it rises above the mean.
    screenMetres[hex] = ((elevationMetres[hex] ?? 0) + crest) / 2 + GROWTH_METRES[terrain[hex] ?? 'open'];
  }
  return { grid, eyesMetres, screenMetres, looked: new Array<Uint8Array | undefined>(grid.size) };
}

/** Whether the ground lets the two hexes see each other. */
export const hasLineOfSight = (map: BattleMap, from: HexIndex, to: HexIndex): boolean =>
  isInSight(sightsOf(map), from, to);

/** The same, where the sights of the map are at hand. Worked out once for two hexes, from whichever end it is asked. */
export function isInSight(sights: Sights, from: HexIndex, to: HexIndex): boolean {
  const low = from < to ? from : to;
  const high = from < to ? to : from;
  let row = sights.looked[low];
  if (row === undefined) sights.looked[low] = row = new Uint8Array(sights.grid.size - low);
  let answer = row[high - low];
  if (answer === 0) row[high - low] = answer = isOpenBetween(sights, low, high) ? OPEN : HIDDEN;
  return answer === OPEN;
}

/** The same for eyes raised above the ground at the near end: on a tower, under a balloon. Not kept. */
export const isInSightFrom = (sights: Sights, from: HexIndex, to: HexIndex, raisedMetres: number): boolean =>
  raisedMetres === 0 ? isInSight(sights, from, to) : isOpenBetween(sights, from, to, raisedMetres);

function isOpenBetween(
  { grid, eyesMetres, screenMetres }: Sights,
  from: HexIndex,
  to: HexIndex,
  raisedMetres = 0,
): boolean {
  const start = (eyesMetres[from] ?? 0) + raisedMetres;
  const rise = (eyesMetres[to] ?? 0) - start;
  const screen = findBetween(
    grid,
    from,
    to,
    (hex, step, steps) => (screenMetres[hex] ?? 0) > start + (rise * step) / steps,
  );
  return screen === undefined;
}
