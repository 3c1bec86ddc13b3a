/**
 * The map as a side knows it, and as it is: waters that nobody's map tells the truth about are what the chart says until
 * they have been sounded. Whoever reckons a way reckons it on such a map and need not know of soundings.
 */
import type { BattleMap, HexsideFeature, Water } from '../../model/map.ts';
import type { Knowledge } from '../../model/observation.ts';
import type { SoundedPlace } from '../../model/state.ts';
import { type GroundNow, mapNow } from '../crossing.ts';

const CHARTS = new WeakMap<BattleMap, WeakMap<readonly SoundedPlace[], BattleMap>>();
const NOTHING: readonly SoundedPlace[] = [];

/** The map as it is known to who has sounded these waters and knows of these crossings. */
export const chartOf = (map: BattleMap, known: Pick<Knowledge, 'soundings'> & GroundNow): BattleMap =>
  mapNow(soundedChart(map, known), known);

/** The map as it is known to who has sounded these waters, without what it hides; the map itself where it hides nothing. */
function soundedChart(map: BattleMap, { soundings = NOTHING }: Pick<Knowledge, 'soundings'>): BattleMap {
  const truth = truthOf(map);
  if (truth === map) return map;
  let charts = CHARTS.get(map);
  if (charts === undefined) CHARTS.set(map, (charts = new WeakMap()));
  let chart = charts.get(soundings);
  if (chart === undefined) charts.set(soundings, (chart = chartFrom(map, truth, soundings)));
  return chart;
}

function chartFrom(map: BattleMap, truth: BattleMap, soundings: readonly SoundedPlace[]): BattleMap {
  const isSounded = (of: SoundedPlace['of'], at: number): boolean =>
    soundings.some((place) => place.of === of && place.at === at);
  return {
    ...map,
    hexsides: changed(map.hexsides, (feature, at) =>
      isSounded('hexside', at) ? truth.hexsides.get(at) : asMarked(feature),
    ),
    ...(map.waters === undefined
      ? {}
      : {
          waters: changed(map.waters, (water, at) => (isSounded('hex', at) ? truth.waters?.get(at) : asMarked(water))),
        }),
  };
}

const asMarked = <T extends Hiding>({ unmarkedDepthMetres: _hidden, ...marked }: T): Omit<T, keyof Hiding> => marked;

interface Hiding {
  readonly unmarkedDepthMetres?: number;
}

/** Entries that hide something made over; the others as they are. */
const changed = <T extends Hiding>(
  entries: ReadonlyMap<number, T>,
  over: (entry: T, at: number) => T | undefined,
): ReadonlyMap<number, T> =>
  new Map(
    [...entries].map(([at, entry]) => [
      at,
      entry.unmarkedDepthMetres === undefined ? entry : (over(entry, at) ?? entry),
    ]),
  );

const TRUTHS = new WeakMap<BattleMap, BattleMap>();

/** The map as it is. */
export function truthOf(map: BattleMap): BattleMap {
  let truth = TRUTHS.get(map);
  if (truth === undefined) TRUTHS.set(map, (truth = revealed(map)));
  return truth;
}

const hides = (entries: ReadonlyMap<number, Hiding> | undefined): boolean =>
  entries !== undefined && [...entries.values()].some(({ unmarkedDepthMetres }) => unmarkedDepthMetres !== undefined);

function revealed(map: BattleMap): BattleMap {
  if (!hides(map.hexsides) && !hides(map.waters)) return map;
  return {
    ...map,
    hexsides: changed(map.hexsides, trueRiver),
    ...(map.waters === undefined ? {} : { waters: changed(map.waters, trueWater) }),
  };
}

/** Shallower than the river is a ford with eased banks; deeper is no ford at all. */
function trueRiver({ river, ford: _marked, unmarkedDepthMetres, ...feature }: HexsideFeature): HexsideFeature {
  if (river === undefined || unmarkedDepthMetres === undefined) return feature;
  return unmarkedDepthMetres < river.depthMetres
    ? { ...feature, river, ford: { depthMetres: unmarkedDepthMetres } }
    : { ...feature, river: { ...river, depthMetres: unmarkedDepthMetres } };
}

const trueWater = ({ depthMetres: _charted, unmarkedDepthMetres = 0, ...water }: Water): Water => ({
  ...water,
  depthMetres: unmarkedDepthMetres,
});
