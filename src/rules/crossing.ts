/**
 * Who gets over a river between two hexes, and at what price: by a bridge that bears him, by a ford, or through the water
 * where it is shallow and slow enough and the banks let him down and up.
 */
import type { HexIndex } from '../hex/grid.ts';
import { hexesOfHexside } from '../hex/hexside.ts';
import type { Minutes } from '../model/clock.ts';
import type { BridgeNow, Made } from '../model/engineering.ts';
import type { BattleMap, HexsideFeature, River } from '../model/map.ts';
import type { ByTread, Going } from './march-rates.ts';

/** Deepest water waded by who has no vehicles of a type. Source: scenarios/sources.md 2 [C]. */
const WADE_METRES: ByTread<number> = { foot: 1.2, horse: 1.2, wheel: 0.6, track: 0.8, hull: Infinity };

/** Share of the speed on firm grass in a ford. Source: scenarios/sources.md 2 [C]. */
const WADING_SHARE: ByTread<number> = { foot: 0.3, horse: 0.4, wheel: 0.2, track: 0.3, hull: 1 };

/** Depth times current that takes men and horses off their feet, in square metres a second. Source: sources.md 2 [C]. */
const FOOTING_LOST = 1.2;

/** Tenths of a minute down one steep bank and up the other; vehicles cannot. Source: scenarios/sources.md 2 [C]. */
const STEEP_BANKS_TENTHS = { foot: 30, horse: 50 } as const;

/** How a river between two hexes is crossed. */
export type Crossing =
  | { readonly kind: 'over' }
  | { readonly kind: 'waded'; readonly share: number; readonly widthMetres: number; readonly banksTenths: number }
  /** By vehicles that swim, at so many km/h. */
  | { readonly kind: 'swum'; readonly kmh: number; readonly widthMetres: number }
  | { readonly kind: 'barred' };

/** Dry ground, a bridge or a boat. */
export const OVER: Crossing = { kind: 'over' };
const BARRED: Crossing = { kind: 'barred' };

/** How one who goes so gets over what lies along a hexside. A way over water men can wade has a bridge of its own. */
export function crossingOf(feature: HexsideFeature, going: Going): Crossing {
  const { river, ford, bridge, way } = feature;
  if (river === undefined || going.tread === 'hull') return OVER;
  if (bridge !== undefined && (going.tonnes ?? 0) <= bridge.tonnes) return OVER;
  if (bridge === undefined && way !== undefined && river.depthMetres <= WADE_METRES.foot) return OVER;
  const depthMetres = ford?.depthMetres ?? river.depthMetres;
  const banksTenths = ford === undefined && river.banks === 'steep' ? bankTenthsOf(going) : 0;
  if (banksTenths === undefined) return BARRED;
  if (depthMetres > deepestFor(going, river)) return swumBy(going, river);
  const share = WADING_SHARE[going.tread] / (1 + (river.currentMetresPerSecond ?? 0));
  return { kind: 'waded', share, widthMetres: river.widthMetres, banksTenths };
}

const swumBy = ({ swimKmh }: Going, { widthMetres, currentMetresPerSecond = 0 }: River): Crossing =>
  swimKmh === undefined ? BARRED : { kind: 'swum', kmh: swimKmh / (1 + currentMetresPerSecond), widthMetres };

/** Minutes to make a vehicle ready for the water and look for a way up the far bank. [C] */
export const AFLOAT_MINUTES = 3;

/** Tenths of a minute that a river takes who swims it on vehicles. */
export const swimmingTenths = ({ kmh, widthMetres }: Extract<Crossing, { kind: 'swum' }>): number =>
  10 * AFLOAT_MINUTES + (widthMetres * 0.6) / kmh;

/** What is known to have been made of hexsides. */
export type KnownCrossings = readonly { readonly hexside: number; readonly made: Made }[];

/** Hexsides that are other than the map has them, at a minute of the clock. */
export interface GroundNow {
  readonly crossings?: KnownCrossings;
  readonly minute?: Minutes;
}

/** What has been made of a hexside, if anything has. */
export const findMade = (crossings: KnownCrossings | undefined, hexside: number): Made | undefined =>
  crossings?.find((one) => one.hexside === hexside)?.made;

/**
 * What lies along a hexside now: the map's feature with what has been built, blown or laid since. A blown or closed bridge
 * takes the way over it with it.
 */
function featureNow(map: BattleMap, hexside: number, made: Made, minute: Minutes): HexsideFeature | undefined {
  const { bridge: drawn, way, ...rest } = map.hexsides.get(hexside) ?? {};
  const corduroy = way === undefined && made.corduroy === true ? ({ way: 'track' } as const) : {};
  if (made.bridge === undefined)
    return {
      ...rest,
      ...(drawn === undefined ? {} : { bridge: drawn }),
      ...(way === undefined ? corduroy : { way }),
    };
  if (!isOpen(made.bridge, minute)) return rest;
  return { ...rest, bridge: { tonnes: made.bridge.tonnes }, ...(way === undefined ? corduroy : { way }) };
}

/** The feature of a hexside by what is known of it. */
export function crossingAt(
  map: BattleMap,
  crossings: KnownCrossings | undefined,
  hexside: number,
  minute: Minutes,
): HexsideFeature | undefined {
  const made = findMade(crossings, hexside);
  return made === undefined ? map.hexsides.get(hexside) : featureNow(map, hexside, made, minute);
}

const MAPS = new WeakMap<BattleMap, WeakMap<KnownCrossings, { readonly open: string; readonly map: BattleMap }>>();

/** The map with what is known to have been built, blown or laid; the map itself where nothing has. */
export function mapNow(map: BattleMap, { crossings, minute = 0 }: GroundNow): BattleMap {
  if (crossings === undefined) return map;
  let maps = MAPS.get(map);
  if (maps === undefined) MAPS.set(map, (maps = new WeakMap()));
  // Bridges are opened again by the clock alone.
  const open = crossings.map(({ made }) => (made.bridge !== undefined && isOpen(made.bridge, minute) ? 1 : 0)).join('');
  const last = maps.get(crossings);
  if (last?.open === open) return last.map;
  const hexsides = new Map(map.hexsides);
  for (const { hexside, made } of crossings) {
    const feature = featureNow(map, hexside, made, minute);
    if (feature !== undefined) hexsides.set(hexside, feature);
  }
  const now = { ...map, hexsides };
  maps.set(crossings, { open, map: now });
  return now;
}

/** Whether a bridge carries anybody at that minute. */
export const isOpen = ({ condition, openMinute }: BridgeNow, minute: Minutes): boolean =>
  condition === 'whole' || (condition === 'damaged' && openMinute !== undefined && minute >= openMinute);

/** The hexes on both sides of a hexside. */
export const banksOf = (map: BattleMap, hexside: number): readonly HexIndex[] =>
  hexesOfHexside(map.grid, hexside).filter((hex) => hex >= 0);

/** Tenths of a minute that wading takes longer than so much dry ground, at a speed in km/h. */
export const wadingTenths = (crossing: Extract<Crossing, { kind: 'waded' }>, kmh: number): number =>
  crossing.banksTenths + ((crossing.widthMetres * 0.6) / kmh) * (1 / crossing.share - 1);

function deepestFor({ tread, wadeMetres }: Going, { currentMetresPerSecond }: River): number {
  const still = wadeMetres ?? WADE_METRES[tread];
  const onLegs = tread === 'foot' || tread === 'horse';
  if (!onLegs || currentMetresPerSecond === undefined) return still;
  return Math.min(still, FOOTING_LOST / currentMetresPerSecond);
}

const bankTenthsOf = ({ tread }: Going): number | undefined =>
  tread === 'foot' || tread === 'horse' ? STEEP_BANKS_TENTHS[tread] : undefined;
