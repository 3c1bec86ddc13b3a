/** Snow that slows whoever leaves the roads, and ice: whom it bears, and over what. */
import type { Sky } from '../model/clock.ts';
import type { HexsideFeature, Terrain, Way } from '../model/map.ts';
import { type Point, valueAt } from './curve.ts';
import type { ByTread, Going } from './march-rates.ts';

/** Share of speed left in so many centimetres of snow. Source: scenarios/sources.md 16 [B on foot, else C]. */
// biome-ignore format: a table
export const SNOW_SHARE: ByTread<readonly Point[]> = {
  foot:  [[0, 1], [20, 0.7], [50, 0.45], [80, 0.3]],
  horse: [[0, 1], [20, 0.85], [40, 0.6], [70, 0.3]],
  wheel: [[0, 1], [10, 0.85], [20, 0.6], [35, 0.2], [45, 0]],
  track: [[0, 1], [20, 0.9], [50, 0.65], [80, 0.35]],
  hull:  [[0, 1]],
};

/** Of what snow takes, so much is taken on ways, which are trodden. [C] */
export const SNOW_ON_WAYS: Readonly<Record<Way, number>> = { road: 0.25, track: 0.5, rail: 0.5 };

/** What is left of the speed in the snow that lies. */
export function snowShare(going: Going, centimetres: number, way: Way | undefined): number {
  if (centimetres === 0) return 1;
  const taken = 1 - valueAt(SNOW_SHARE[going.tread], centimetres);
  return 1 - taken * (way === undefined ? 1 : SNOW_ON_WAYS[way]);
}

/** Centimetres of ice that bear one tonne on each tread; thickness grows as the root of the load. Source: sources.md 16 [B]. */
const ICE_CM: Readonly<Record<'tracks' | 'others', number>> = { tracks: 9, others: 11 };

/** Tonnes of who has no vehicles of a type: a man with his load; a horse with its rider. [C] */
const BARE_TONNES: ByTread<number> = { foot: 0.15, horse: 1, wheel: 3, track: 8, hull: Infinity };

/** Share of the speed on firm grass that tracks keep on ice. [C] */
const TRACKS_ON_ICE = 0.5;

/** Ice in centimetres that a column needs. */
export const iceNeeded = ({ tread, tonnes }: Going): number =>
  (tread === 'track' ? ICE_CM.tracks : ICE_CM.others) * Math.sqrt(tonnes ?? BARE_TONNES[tread]);

/** Whether the ice bears a column. */
export const isBorne = (going: Going, centimetres: number): boolean => centimetres >= iceNeeded(going);

const WATERS: readonly Terrain[] = ['ice', 'shallows', 'deepWater'];

/** Share of the speed over frozen water; nothing is said of dry ground, or where nobody knows how thick the ice is. */
export function iceShare(
  going: Going,
  terrain: Terrain,
  centimetres: number | undefined,
  plainShare: number,
): number | undefined {
  if (centimetres === undefined || centimetres === 0 || !WATERS.includes(terrain)) return undefined;
  if (!isBorne(going, centimetres)) return 0;
  return going.tread === 'track' ? TRACKS_ON_ICE : plainShare;
}

/** Ice that is too thin for a column to get over what lies between two hexes, if that is what keeps it. */
export function findThinIce(
  going: Going,
  sky: Pick<Sky, 'iceCentimetres'>,
  ground: { readonly feature: HexsideFeature | undefined; readonly terrain: Terrain },
): { readonly centimetres: number; readonly neededCentimetres: number } | undefined {
  const { iceCentimetres: centimetres } = sky;
  if (centimetres === undefined || centimetres === 0 || isBorne(going, centimetres)) return undefined;
  const isWater = WATERS.includes(ground.terrain) || ground.feature?.river !== undefined;
  return isWater ? { centimetres, neededCentimetres: Math.ceil(iceNeeded(going)) } : undefined;
}
