/**
 * Minutes from hex to hex: speed by mobility and posture, ground, slope, ways, light, weather and pace. Worked out once
 * for a map and a way of moving, as flat arrays that the search for reachable hexes reads.
 */
import { neighbourOf, type Direction, type HexIndex } from '../hex/grid.ts';
import { hexsideOf } from '../hex/hexside.ts';
import { present } from '../model/assert.ts';
import type { ByLight, ByWeather, Light, Minutes, Sky, Weather } from '../model/clock.ts';
import type { BattleMap, ByTerrain, Way } from '../model/map.ts';
import type { ByMobility, ByPace, Mobility, Pace, Posture, Unit, UnitCard } from '../model/unit.ts';
import { LONGEST_STEP } from '../hex/reach.ts';
import { type Point, tenths, valueAt } from './curve.ts';
import { isHot } from './fatigue.ts';

export const TREADS = ['foot', 'horse', 'wheel', 'track', 'hull'] as const;
type Tread = (typeof TREADS)[number];
type ByTread<T> = Readonly<Record<Tread, T>>;

// biome-ignore format: a table
const TREAD_OF: ByMobility<Tread> = {
  foot: 'foot', horse: 'horse', pack: 'horse', truck: 'wheel', wheeled: 'wheel', tracked: 'track', towed: 'horse',
  boat: 'hull', static: 'foot',
};

/** Kilometres an hour over firm open ground by day. Source: scenarios/sources.md 1 [A–C]: column, then deployed. */
// biome-ignore format: a table, columns aligned
export const SPEED_KMH: ByMobility<Readonly<Record<Posture, number>>> = {
  foot:    { marching: 4,   deployed: 2.5, dugIn: 2.5 },
  horse:   { marching: 7.5, deployed: 5,   dugIn: 5   },
  pack:    { marching: 4,   deployed: 2.5, dugIn: 2.5 },
  truck:   { marching: 14,  deployed: 10,  dugIn: 10  },
  wheeled: { marching: 18,  deployed: 12,  dugIn: 12  },
  tracked: { marching: 12,  deployed: 8,   dugIn: 8   },
  towed:   { marching: 4.5, deployed: 3,   dugIn: 3   },
  boat:    { marching: 4,   deployed: 4,   dugIn: 4   },
  static:  { marching: 0,   deployed: 0,   dugIn: 0   },
};

/** Speed as a share of firm open ground; 0 is impassable. Source: scenarios/sources.md 2 [C]. */
// biome-ignore format: a table, columns aligned
export const GROUND_SHARE: ByTerrain<ByTread<number>> = {
  open:       { foot: 1,    horse: 1,    wheel: 1,   track: 1,    hull: 0 },
  sand:       { foot: 0.8,  horse: 0.8,  wheel: 0.5, track: 0.8,  hull: 0 },
  dunes:      { foot: 0.6,  horse: 0.6,  wheel: 0.3, track: 0.6,  hull: 0 },
  scrub:      { foot: 0.9,  horse: 0.9,  wheel: 0.8, track: 0.9,  hull: 0 },
  forest:     { foot: 0.7,  horse: 0.6,  wheel: 0.2, track: 0.4,  hull: 0 },
  marsh:      { foot: 0.4,  horse: 0.3,  wheel: 0,   track: 0.25, hull: 0 },
  shallows:   { foot: 0.25, horse: 0.2,  wheel: 0,   track: 0,    hull: 1 },
  deepWater:  { foot: 0,    horse: 0,    wheel: 0,   track: 0,    hull: 1 },
  ice:        { foot: 0.8,  horse: 0.6,  wheel: 0.5, track: 0,    hull: 0 },
  settlement: { foot: 1,    horse: 1,    wheel: 1,   track: 1,    hull: 0 },
  rock:       { foot: 0.6,  horse: 0.35, wheel: 0,   track: 0,    hull: 0 },
};

/** Speed left going uphill, by rise over run; 0 is too steep. Source: scenarios/sources.md 1 and 2 [C]. */
// biome-ignore format: a table
export const UPHILL_SHARE: ByTread<readonly Point[]> = {
  foot:  [[0.02, 1], [0.1, 0.85], [0.2, 0.65], [0.3, 0.5], [0.45, 0.38], [0.7, 0.2]],
  horse: [[0.02, 1], [0.1, 0.8], [0.2, 0.55], [0.3, 0.35], [0.4, 0]],
  wheel: [[0.02, 1], [0.1, 0.7], [0.2, 0.35], [0.26, 0]],
  track: [[0.02, 1], [0.1, 0.85], [0.2, 0.6], [0.3, 0.4], [0.38, 0]],
  hull:  [[0, 1]],
};

/** Going downhill costs less, but steep ground slows all the same. [C] */
// biome-ignore format: a table
export const DOWNHILL_SHARE: ByTread<readonly Point[]> = {
  foot:  [[0.1, 1], [0.2, 0.85], [0.3, 0.7], [0.45, 0.5], [0.7, 0.3]],
  horse: [[0.1, 1], [0.2, 0.75], [0.3, 0.45], [0.42, 0]],
  wheel: [[0.1, 1], [0.2, 0.6], [0.28, 0]],
  track: [[0.1, 1], [0.2, 0.8], [0.3, 0.5], [0.4, 0]],
  hull:  [[0, 1]],
};

/** Source: scenarios/sources.md 2; night about one third slower [A]. */
// biome-ignore format: a table, columns aligned
export const LIGHT_SHARE: ByTread<ByLight<number>> = {
  foot:  { day: 1, twilight: 0.9, moon: 0.8, dark: 0.67 },
  horse: { day: 1, twilight: 0.9, moon: 0.8, dark: 0.67 },
  wheel: { day: 1, twilight: 0.8, moon: 0.7, dark: 0.55 },
  track: { day: 1, twilight: 0.8, moon: 0.7, dark: 0.55 },
  hull:  { day: 1, twilight: 1,   moon: 0.9, dark: 0.75 },
};

/** Source: scenarios/sources.md 2 [C]; fog as a mild case of darkness [C]. */
// biome-ignore format: a table, columns aligned
export const WEATHER_SHARE: ByTread<ByWeather<number>> = {
  foot:  { clear: 1, overcast: 1, fog: 0.85, rain: 0.8  },
  horse: { clear: 1, overcast: 1, fog: 0.85, rain: 0.75 },
  wheel: { clear: 1, overcast: 1, fog: 0.8,  rain: 0.5  },
  track: { clear: 1, overcast: 1, fog: 0.8,  rain: 0.7  },
  hull:  { clear: 1, overcast: 1, fog: 0.8,  rain: 1    },
};

/** A road or track carries over bad ground and eases slopes. [C] */
// biome-ignore format: a table, columns aligned
export const WAY_SHARE: Readonly< Record<Way, { readonly leastGround: number; readonly slopeEased: number; readonly speed: number }> > = {
  road:  { leastGround: 1,   slopeEased: 0.5, speed: 1.15 },
  track: { leastGround: 0.9, slopeEased: 0.6, speed: 1    },
  rail:  { leastGround: 0.8, slopeEased: 0.8, speed: 1    },
};

/** Men who must not be heard go at little more than half speed. [C] */
export const PACE_SHARE: ByPace<number> = { normal: 1, silent: 0.6 };

/** Heat over 33 °C slows men and horses. Source: scenarios/sources.md 2 [C]. */
const HEAT_SHARE: ByTread<number> = { foot: 0.85, horse: 0.85, wheel: 1, track: 1, hull: 1 };

/** Climbing a bluff on foot: as steep as it gets. Vehicles and horses cannot. [C] */
export const BLUFF_SHARE = 0.4;

/** How far drill in night marching makes up for the dark. Source: Japanese rates by night, scenarios/sources.md 1 [C]. */
export const NIGHT_TRAINING_SHARE = 0.3;

/** Minutes to leave works, first step only; to cut through a belt of wire. Source: scenarios/sources.md 5 [B–C]. */
export const LEAVE_WORKS_MINUTES = 2;
export const WIRE_MINUTES = 8;

/** Extra minutes for each metre on entering a hex beside a known enemy: the last bounds are made with care. 4 minutes over 250 m. [C] */
export const CONTACT_MINUTES_A_METRE = 0.016;

/** The same for a hex of the map. */
export const contactMinutesOn = (map: BattleMap): Minutes => tenths(CONTACT_MINUTES_A_METRE * map.hexMetres);

export interface Gait {
  readonly mobility: Mobility;
  readonly posture: Posture;
  readonly pace: Pace;
  readonly light: Light;
  readonly weather: Weather;
  readonly heat: 'hot' | 'fair';
  /** 0–1 in quarters, so that few tables serve many units. */
  readonly nightTraining: number;
}

/** How a unit would move now. */
export const gaitOf = (
  card: UnitCard,
  unit: Unit,
  pace: Pace,
  sky: Pick<Sky, 'light' | 'weather' | 'celsius'>,
): Gait => ({
  mobility: card.mobility,
  posture: unit.posture,
  pace,
  light: sky.light,
  weather: sky.weather,
  heat: isHot(sky) ? 'hot' : 'fair',
  nightTraining: Math.round(card.nightTraining * 4) / 4,
});

const TABLES = new WeakMap<BattleMap, Map<string, Uint16Array>>();

/**
 * Tenths of a minute to cross from every hex in every direction, `6 * hex + direction`; 0 where that cannot be crossed.
 * The array is shared: read only.
 */
export function stepTenths(map: BattleMap, gait: Gait): Uint16Array {
  const key = `${gait.mobility} ${gait.posture} ${gait.pace} ${gait.light} ${gait.weather} ${gait.heat} ${gait.nightTraining}`;
  let tables = TABLES.get(map);
  if (tables === undefined) TABLES.set(map, (tables = new Map()));
  let table = tables.get(key);
  if (table === undefined) tables.set(key, (table = tabulate(map, gait)));
  return table;
}

/** Minutes of one step; `undefined` where it cannot be made. */
export function minutesAcross(map: BattleMap, gait: Gait, from: HexIndex, direction: Direction): Minutes | undefined {
  const count = stepTenths(map, gait)[6 * from + direction] ?? 0;
  return count === 0 ? undefined : count / 10;
}

function tabulate(map: BattleMap, gait: Gait): Uint16Array {
  const table = new Uint16Array(6 * map.grid.size);
  for (let hex = 0; hex < map.grid.size; hex++) {
    for (let direction = 0; direction < 6; direction++) {
      const to = neighbourOf(map.grid, hex, direction as Direction);
      if (to >= 0)
        table[6 * hex + direction] = tenthsAcross(map, gait, { from: hex, to, direction: direction as Direction });
    }
  }
  return table;
}

interface Step {
  readonly from: HexIndex;
  readonly to: HexIndex;
  readonly direction: Direction;
}

function tenthsAcross(map: BattleMap, gait: Gait, step: Step): number {
  const tread = TREAD_OF[gait.mobility];
  const feature = map.hexsides.get(hexsideOf(map.grid, step.from, step.direction));
  const way = feature?.way === undefined ? undefined : WAY_SHARE[feature.way];
  const slope = slopeBetween(map, step.from, step.to) * (way?.slopeEased ?? 1);
  let share = slope >= 0 ? valueAt(UPHILL_SHARE[tread], slope) : valueAt(DOWNHILL_SHARE[tread], -slope);
  if (feature?.bluff && way === undefined) share *= tread === 'foot' ? BLUFF_SHARE : 0;
  if (feature?.river && feature.river.depthMetres > 1.2 && tread !== 'hull') share = 0;
  const dark = LIGHT_SHARE[tread][gait.light];
  share *= dark + (1 - dark) * NIGHT_TRAINING_SHARE * gait.nightTraining;
  share *= WEATHER_SHARE[tread][gait.weather] * PACE_SHARE[gait.pace] * (gait.heat === 'hot' ? HEAT_SHARE[tread] : 1);
  const speed = SPEED_KMH[gait.mobility][gait.posture] * share * (way?.speed ?? 1);
  const leaving = Math.max(GROUND_SHARE[terrainOf(map, step.from)][tread], way?.leastGround ?? 0);
  const entering = Math.max(GROUND_SHARE[terrainOf(map, step.to)][tread], way?.leastGround ?? 0);
  if (speed <= 0 || entering <= 0) return 0;
  const half = (map.hexMetres * 600) / 2 / 1000 / speed;
  const count = Math.round(half / (leaving > 0 ? leaving : entering) + half / entering);
  return Math.min(LONGEST_STEP, Math.max(1, count));
}

const terrainOf = (map: BattleMap, hex: HexIndex) => present(map.terrain[hex], `no terrain at ${hex}`);

/** Rise over run from centre to centre; negative downhill. */
export function slopeBetween(map: BattleMap, from: HexIndex, to: HexIndex): number {
  const rise = present(map.elevationMetres[to], `no hex ${to}`) - present(map.elevationMetres[from], `no hex ${from}`);
  return rise / map.hexMetres;
}

/** The unit as it walks: out of its works. */
export const asWalking = (unit: Unit): Unit => (unit.posture === 'dugIn' ? { ...unit, posture: 'deployed' } : unit);
