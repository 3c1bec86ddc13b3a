/**
 * Minutes from hex to hex: speed by mobility and posture, ground, slope, ways, light, weather and pace. Worked out once
 * for a map and a way of moving, as flat arrays that the search for reachable hexes reads.
 */
import { neighbourOf, type Direction, type HexIndex } from '../hex/grid.ts';
import { hexsideOf } from '../hex/hexside.ts';
import { present } from '../model/assert.ts';
import type { ByLight, ByWeather, Light, Minutes, Sky, Weather } from '../model/clock.ts';
import type { BattleMap, Terrain, Way } from '../model/map.ts';
import type { Scenario } from '../model/scenario.ts';
import type { ByPace, Pace, Unit } from '../model/unit.ts';
import { LONGEST_STEP } from '../hex/reach.ts';
import { type Crossing, crossingOf, OVER, swimmingTenths, wadingTenths } from './crossing.ts';
import { type Point, tenths, valueAt } from './curve.ts';
import { isHot } from './fatigue.ts';
import { type ByTread, type Going, goingOf } from './march-rates.ts';
import { cardOf } from './roster.ts';
import { iceShare, isBorne, snowShare } from './winter.ts';
import { depthAt, flowKmh, isWater } from './water/currents.ts';

/**
 * Speed as a share of firm open ground; 0 is impassable. Dunes and bogs are in the march tables. Source:
 * scenarios/sources.md 2 [C].
 */
// biome-ignore format: a table, columns aligned
export const GROUND_SHARE: Readonly<Record<Exclude<Terrain, 'open' | 'dunes' | 'marsh'>, ByTread<number>>> = {
  sand:       { foot: 0.8,  horse: 0.8,  wheel: 0.5, track: 0.8,  hull: 0 },
  scrub:      { foot: 0.9,  horse: 0.9,  wheel: 0.8, track: 0.9,  hull: 0 },
  forest:     { foot: 0.7,  horse: 0.6,  wheel: 0.2, track: 0.4,  hull: 0 },
  shallows:   { foot: 0.25, horse: 0.2,  wheel: 0,   track: 0,    hull: 1 },
  deepWater:  { foot: 0,    horse: 0,    wheel: 0,   track: 0,    hull: 1 },
  ice:        { foot: 0.8,  horse: 0.6,  wheel: 0.5, track: 0,    hull: 0 },
  settlement: { foot: 1,    horse: 1,    wheel: 1,   track: 1,    hull: 0 },
  rock:       { foot: 0.6,  horse: 0.35, wheel: 0,   track: 0,    hull: 0 },
};

/** How steep a slope is uphill, by rise over run, where 1 is the hill of the march tables: one in five. [C] */
const STEEPNESS: readonly Point[] = [
  [0.02, 0],
  [0.1, 0.45],
  [0.2, 1],
  [0.3, 1.4],
  [0.45, 1.75],
  [0.7, 2.2],
];

/** Where feet, hooves, wheels and tracks begin to lose hold going uphill, and where they have none. [C] */
// biome-ignore format: a table
const HOLD: ByTread<readonly Point[]> = {
  foot:  [[0.7, 1]],
  horse: [[0.3, 1], [0.4, 0]],
  wheel: [[0.2, 1], [0.26, 0]],
  track: [[0.3, 1], [0.38, 0]],
  hull:  [[0, 1]],
};

/** The least share of speed on a slope that can be climbed at all. [C] */
const LEAST_ON_A_SLOPE = 0.15;

/** Going downhill costs less, but steep ground slows all the same. [C] */
// biome-ignore format: a table
export const DOWNHILL_SHARE: ByTread<readonly Point[]> = {
  foot:  [[0.1, 1], [0.2, 0.85], [0.3, 0.7], [0.45, 0.5], [0.7, 0.3]],
  horse: [[0.1, 1], [0.2, 0.75], [0.3, 0.45], [0.42, 0]],
  wheel: [[0.1, 1], [0.2, 0.6], [0.28, 0]],
  track: [[0.1, 1], [0.2, 0.8], [0.3, 0.5], [0.4, 0]],
  hull:  [[0, 1]],
};

/** How much of what a moonless night takes from the speed is taken now. Night rates are in the march tables. [C] */
// biome-ignore format: a table, columns aligned
export const DARKNESS: ByTread<ByLight<number>> = {
  foot:  { day: 0, twilight: 0.3,  moon: 0.6,  dark: 1 },
  horse: { day: 0, twilight: 0.3,  moon: 0.6,  dark: 1 },
  wheel: { day: 0, twilight: 0.45, moon: 0.65, dark: 1 },
  track: { day: 0, twilight: 0.45, moon: 0.65, dark: 1 },
  hull:  { day: 0, twilight: 0,    moon: 0.4,  dark: 1 },
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

/** A road or track carries over bad ground, eases slopes, and gives so much of what a road is faster than grass. [C] */
// biome-ignore format: a table, columns aligned
export const WAY_SHARE: Readonly<Record<Way, { readonly leastGround: number; readonly slopeEased: number; readonly road: number }>> = {
  road:  { leastGround: 1,   slopeEased: 0.5, road: 1   },
  track: { leastGround: 0.9, slopeEased: 0.6, road: 0.3 },
  rail:  { leastGround: 0.8, slopeEased: 0.8, road: 0   },
};

/** Men who must not be heard go at little more than half speed. [C] */
export const PACE_SHARE: ByPace<number> = { normal: 1, silent: 0.6, headlights: 1 };

/** Of what the dark takes of their pace, motors with their lights on still lose so much. [C] */
export const HEADLIGHT_SHARE = 0.3;

/** Heat over 33 °C slows men and horses. Source: scenarios/sources.md 2 [C]. */
const HEAT_SHARE: ByTread<number> = { foot: 0.85, horse: 0.85, wheel: 1, track: 1, hull: 1 };

/** Climbing a bluff on foot: as steep as it gets. Vehicles and horses cannot. [C] */
export const BLUFF_SHARE = 0.4;

/** How far drill in night marching makes up for the dark, on foot. Source: rates by night, scenarios/sources.md 1 [C]. */
export const NIGHT_TRAINING_SHARE = 0.3;

/** Minutes to leave works, first step only; to cut through a belt of wire. Source: scenarios/sources.md 5 [B–C]. */
export const LEAVE_WORKS_MINUTES = 2;
export const WIRE_MINUTES = 8;

/** Extra minutes for each metre on entering a hex beside a known enemy: the last bounds are made with care. 4 minutes over 250 m. [C] */
export const CONTACT_MINUTES_A_METRE = 0.016;

/** The same for a hex of the map. */
export const contactMinutesOn = (map: BattleMap): Minutes => tenths(CONTACT_MINUTES_A_METRE * map.hexMetres);

export interface Gait {
  readonly going: Going;
  readonly pace: Pace;
  readonly light: Light;
  readonly weather: Weather;
  readonly heat: 'hot' | 'fair';
  /** 0–1 in quarters, so that few tables serve many units. */
  readonly nightTraining: number;
  readonly snowCentimetres: number;
  /** Absent where waters are open, or frozen as the map has them. */
  readonly iceCentimetres?: number;
}

/** How a unit would move now. */
export const gaitOf = (
  scenario: Scenario,
  unit: Unit,
  pace: Pace,
  sky: Pick<Sky, 'light' | 'weather' | 'celsius' | 'snowCentimetres' | 'iceCentimetres'>,
): Gait => {
  const card = cardOf(scenario, unit.id);
  return {
    going: goingOf(scenario, card, unit),
    pace,
    light: sky.light,
    weather: sky.weather,
    heat: isHot(sky) ? 'hot' : 'fair',
    nightTraining: Math.round(card.nightTraining * 4) / 4,
    snowCentimetres: sky.snowCentimetres ?? 0,
    ...(sky.iceCentimetres === undefined ? {} : { iceCentimetres: sky.iceCentimetres }),
  };
};

const TABLES = new WeakMap<BattleMap, Map<string, Uint16Array>>();
const KEYS = new WeakMap<Going, string>();

/** Two ways of going with the same figures share their tables. */
function keyOf(going: Going): string {
  let key = KEYS.get(going);
  if (key === undefined)
    KEYS.set(
      going,
      (key = `${going.tread} ${going.wadeMetres} ${going.tonnes} ${going.swimKmh} ${going.draughtMetres} ${Object.values(going.kmh).join(' ')}`),
    );
  return key;
}

/**
 * Tenths of a minute to cross from every hex in every direction, `6 * hex + direction`; 0 where that cannot be crossed.
 * The array is shared: read only.
 */
export function stepTenths(map: BattleMap, gait: Gait): Uint16Array {
  const key = `${keyOf(gait.going)} ${gait.pace} ${gait.light} ${gait.weather} ${gait.heat} ${gait.nightTraining} ${gait.snowCentimetres} ${gait.iceCentimetres}`;
  let tables = TABLES.get(map);
  if (tables === undefined) TABLES.set(map, (tables = new Map()));
  let table = tables.get(key);
  if (table === undefined) tables.set(key, (table = tabulate(map, gait)));
  return table;
}

/** Minutes of one step; `undefined` where it cannot be made. */
export function minutesAcross(map: BattleMap, gait: Gait, from: HexIndex, direction: Direction): Minutes | undefined {
  const to = neighbourOf(map.grid, from, direction);
  // No table is made for one step.
  const count = to < 0 ? 0 : tenthsAcross(map, gait, { from, to, direction });
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
  const { tread, kmh } = gait.going;
  const feature = map.hexsides.get(hexsideOf(map.grid, step.from, step.direction));
  const way = feature?.way === undefined ? undefined : WAY_SHARE[feature.way];
  const slope = slopeBetween(map, step.from, step.to) * (way?.slopeEased ?? 1);
  let share = slope >= 0 ? uphillShareOf(gait.going, slope) : valueAt(DOWNHILL_SHARE[tread], -slope);
  if (feature?.bluff && way === undefined) share *= tread === 'foot' ? BLUFF_SHARE : 0;
  const crossing = feature === undefined || isFrozenOver(gait) ? OVER : crossingOf(feature, gait.going);
  if (crossing.kind === 'barred') return 0;
  share *= WEATHER_SHARE[tread][gait.weather] * PACE_SHARE[gait.pace] * (gait.heat === 'hot' ? HEAT_SHARE[tread] : 1);
  share *= snowShare(gait.going, gait.snowCentimetres, feature?.way);
  const road = way?.road ?? 0;
  const day = kmh.steppeDay + (kmh.roadDay - kmh.steppeDay) * road;
  const night = kmh.steppeNight + (kmh.roadNight - kmh.steppeNight) * road;
  const speed = (day + (night - day) * darknessOf(gait)) * share;
  const leaving = Math.max(shareOn(gait, terrainOf(map, step.from)), way?.leastGround ?? 0);
  const entering = Math.max(shareOn(gait, terrainOf(map, step.to)), way?.leastGround ?? 0);
  if (speed <= 0 || entering <= 0) return 0;
  const { draughtMetres } = gait.going;
  if (draughtMetres !== undefined && depthAt(map, step.to) < draughtMetres) return 0;
  const out = halfTenths(
    map,
    gait.going,
    { at: step.from, direction: step.direction },
    { speed, share: leaving > 0 ? leaving : entering },
  );
  const into = halfTenths(map, gait.going, { at: step.to, direction: step.direction }, { speed, share: entering });
  const count = Math.round(out + into + waterTenths(crossing, speed));
  return count < Infinity ? Math.min(LONGEST_STEP, Math.max(1, count)) : 0;
}

/** Slower than this against a current nothing gets on. [C] */
const LEAST_KMH = 0.5;

/** Tenths of a minute through half a hex; endless for who makes no way against the current he is afloat on. */
function halfTenths(
  map: BattleMap,
  { tread, swimKmh }: Going,
  { at, direction }: { readonly at: HexIndex; readonly direction: Direction },
  { speed, share }: { readonly speed: number; readonly share: number },
): number {
  const half = (map.hexMetres * 600) / 2 / 1000;
  const isAfloat = map.waters !== undefined && (tread === 'hull' || swimKmh !== undefined) && isWater(map.terrain[at]);
  if (!isAfloat) return half / speed / share;
  const kmh = speed * share + flowKmh(map, at, direction);
  return kmh < LEAST_KMH ? Infinity : half / kmh;
}

function waterTenths(crossing: Crossing, kmh: number): number {
  if (crossing.kind === 'waded') return wadingTenths(crossing, kmh);
  return crossing.kind === 'swum' ? swimmingTenths(crossing) : 0;
}

/** 0 by day, 1 on a moonless night for who has no drill in it. */
function darknessOf({ going, light, nightTraining, pace }: Gait): number {
  const drilled = going.tread === 'foot' ? NIGHT_TRAINING_SHARE * nightTraining : 0;
  const lit = pace === 'headlights' ? HEADLIGHT_SHARE : 1;
  return DARKNESS[going.tread][light] * (1 - drilled) * lit;
}

/** Speed left going uphill; 0 where it is too steep. */
export function uphillShareOf({ tread, kmh }: Going, slope: number): number {
  const hold = valueAt(HOLD[tread], slope);
  const steepness = valueAt(STEEPNESS, slope);
  if (tread === 'hull' || steepness === 0) return hold;
  if (kmh.hill === 0 || kmh.steppeDay === 0) return 0;
  const onTheHill = kmh.hill / kmh.steppeDay;
  return hold * Math.max(LEAST_ON_A_SLOPE, 1 - (1 - onTheHill) * steepness);
}

/** Whether rivers are frozen hard enough for the column. */
const isFrozenOver = ({ going, iceCentimetres }: Gait): boolean =>
  iceCentimetres !== undefined && isBorne(going, iceCentimetres);

/** Speed over ground as it is now. */
const shareOn = ({ going, iceCentimetres }: Gait, terrain: Terrain): number =>
  iceShare(going, terrain, iceCentimetres, GROUND_SHARE.ice[going.tread]) ?? groundShareOf(going, terrain);

/** Speed over a kind of ground as a share of that over firm grass. */
export function groundShareOf({ tread, kmh, swimKmh }: Going, terrain: Terrain): number {
  if (tread === 'hull') return isWater(terrain) ? 1 : 0;
  if (kmh.steppeDay === 0) return 0;
  if (swimKmh !== undefined && isWater(terrain)) return swimKmh / kmh.steppeDay;
  if (terrain === 'open') return 1;
  if (terrain === 'dunes') return kmh.dunes / kmh.steppeDay;
  if (terrain === 'marsh') return kmh.marsh / kmh.steppeDay;
  return GROUND_SHARE[terrain][tread];
}

const terrainOf = (map: BattleMap, hex: HexIndex) => present(map.terrain[hex], `no terrain at ${hex}`);

/** Rise over run from centre to centre; negative downhill. */
export function slopeBetween(map: BattleMap, from: HexIndex, to: HexIndex): number {
  const rise = present(map.elevationMetres[to], `no hex ${to}`) - present(map.elevationMetres[from], `no hex ${from}`);
  return rise / map.hexMetres;
}

/** The unit as it walks: out of its works. */
export const asWalking = (unit: Unit): Unit => (unit.posture === 'dugIn' ? { ...unit, posture: 'deployed' } : unit);
