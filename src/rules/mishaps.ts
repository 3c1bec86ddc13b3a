/**
 * What may go wrong on the way: vehicles sink into soft ground, columns off the roads lose their way in the dark. Chances
 * for a step, which the forecast shows and the march draws.
 */
import { type Direction, findDirection, type HexIndex, neighbourOf } from '../hex/grid.ts';
import { hexsideBetween } from '../hex/hexside.ts';
import type { ByLight, ByWeather, Metres, Minutes, Sky } from '../model/clock.ts';
import { type Risk, RISKS } from '../model/forecast.ts';
import type { BattleMap } from '../model/map.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Pace, Unit, UnitCard } from '../model/unit.ts';
import { expectedFallen } from './breakdown.ts';
import { thousandths, within } from './curve.ts';
import { shareOver } from './hazard.ts';
import { goingOf, type Going } from './march-rates.ts';
import { transportLeft } from './rides.ts';
import { cardOf, hexOf } from './roster.ts';

/**
 * Chance for one vehicle to sink in on a kilometre of marsh, if it kept none of its speed on it; what bears it better
 * keeps more, and sinks less by the square. Source: scenarios/sources.md 16 [C].
 */
export const BOG_A_KM = 0.2;

/** The same after rain; ground frozen hard bears everybody. [C] */
export const BOG_WEATHER: ByWeather<number> = { clear: 1, overcast: 1, fog: 1, rain: 2 };
export const FROZEN_CELSIUS = -5;

/** Minutes until those stuck are pulled out by others of the unit, and by its own crew with logs. [C] */
export const PULL_OUT: Readonly<Record<'helped' | 'alone', Minutes>> = { helped: 30, alone: 120 };

/** A column goes astray from so far off the ways on, by its eyes and compass alone. Source: scenarios/sources.md 16 [A]. */
export const STRAY_METRES = 500;

/** Chance to go astray on a kilometre off the ways, without a moon and without drill in it. [C] */
export const STRAY_A_KM = 0.15;

/** Shares of it by light, and what full training at night, or lights, leave of it. [C] */
export const STRAY_LIGHT: ByLight<number> = { day: 0, twilight: 0, moon: 0.4, dark: 1 };
export const STRAY_DRILLED = 0.2;
export const STRAY_HEADLIGHTS = 0.5;

type Weather = Pick<Sky, 'light' | 'weather' | 'celsius'>;

/** Whether a way leads from hex to hex. */
const hasWay = (map: BattleMap, from: HexIndex, to: HexIndex): boolean =>
  map.hexsides.get(hexsideBetween(map.grid, from, to))?.way !== undefined;

/** Share of its speed on firm grass that a vehicle keeps in a marsh: how well soft ground bears it. */
const bearing = ({ kmh }: Pick<Going, 'kmh'>): number =>
  kmh.steppeDay === 0 ? 0 : within(kmh.marsh / kmh.steppeDay, 0, 1);

/** Share of that chance that a way of going on soft ground leaves. */
export function bogShare(going: Pick<Going, 'kmh' | 'tread'>): number {
  const sinks = 1 - bearing(going);
  return sinks * sinks;
}

/** Chance that a unit is stuck on entering a hex; 0 on firm ground, on a way and for whoever has no vehicles. */
export function bogChance(
  scenario: Scenario,
  card: UnitCard,
  unit: Unit,
  step: { readonly from: HexIndex; readonly to: HexIndex; readonly sky: Weather },
): number {
  const { map } = scenario;
  if (map.terrain[step.to] !== 'marsh' || (step.sky.celsius ?? 0) < FROZEN_CELSIUS) return 0;
  const vehicles = countOnWheels(card, unit);
  if (vehicles === 0 || hasWay(map, step.from, step.to)) return 0;
  const going = goingOf(scenario, card, unit);
  if (going.tread !== 'track' && going.tread !== 'wheel') return 0;
  const one = within((BOG_A_KM * bogShare(going) * BOG_WEATHER[step.sky.weather] * map.hexMetres) / 1000, 0, 1);
  return thousandths(1 - shareOver(1 - one, vehicles));
}

const countOnWheels = (card: UnitCard, unit: Unit): number =>
  unit.vehicles + (unit.ridesAt === undefined && card.mobility === 'truck' ? transportLeft(card, unit) : 0);

/** Minutes it takes to pull out whoever is stuck. */
export const pullOutMinutes = (card: UnitCard, unit: Unit): Minutes =>
  countOnWheels(card, unit) > 1 ? PULL_OUT.helped : PULL_OUT.alone;

/** Chance to go astray in one step, after so many metres off the ways on this march, the step's own included. */
export function strayChance(
  map: BattleMap,
  card: UnitCard,
  step: {
    readonly from: HexIndex;
    readonly to: HexIndex;
    readonly pace: Pace;
    readonly light: Sky['light'];
    readonly offWayMetres: Metres;
  },
): number {
  if (step.offWayMetres <= STRAY_METRES || STRAY_LIGHT[step.light] === 0 || card.mobility === 'boat') return 0;
  if (hasWay(map, step.from, step.to)) return 0;
  const drilled = 1 - (1 - STRAY_DRILLED) * card.nightTraining;
  const lit = step.pace === 'headlights' ? STRAY_HEADLIGHTS : 1;
  return thousandths(within((STRAY_A_KM * STRAY_LIGHT[step.light] * drilled * lit * map.hexMetres) / 1000, 0, 1));
}

/**
 * Metres come by night without a way after a step: none along a way, where one knows where one is, and none where one
 * sees about.
 */
export function metresOffWay(
  map: BattleMap,
  before: Metres | undefined,
  step: { readonly from: HexIndex; readonly to: HexIndex; readonly light: Sky['light'] },
): Metres {
  if (STRAY_LIGHT[step.light] === 0 || hasWay(map, step.from, step.to)) return 0;
  return (before ?? 0) + map.hexMetres;
}

/** Where who misses a hex comes out instead: the hexes beside it and himself, to the left and to the right. */
export function besideOf(map: BattleMap, from: HexIndex, to: HexIndex): readonly (HexIndex | undefined)[] {
  const direction = findDirection(map.grid, from, to);
  if (direction === undefined) return [];
  return [5, 1].map((turn) => {
    const hex = neighbourOf(map.grid, from, ((direction + turn) % 6) as Direction);
    return hex < 0 ? undefined : hex;
  });
}

/** What a march along a path risks, as far as there is any risk, in the order of the words. */
export function risksOf(
  scenario: Scenario,
  sky: Weather,
  unit: Unit,
  march: { readonly path: readonly HexIndex[]; readonly pace: Pace },
): readonly Risk[] {
  const { map } = scenario;
  const card = cardOf(scenario, unit.id);
  const metres = march.path.length * map.hexMetres;
  const safe = { bogged: 1, astray: 1 };
  let from = hexOf(unit);
  let offWayMetres = unit.offWayMetres ?? 0;
  for (const to of march.path) {
    offWayMetres = metresOffWay(map, offWayMetres, { from, to, light: sky.light });
    safe.bogged *= 1 - bogChance(scenario, card, unit, { from, to, sky });
    safe.astray *= 1 - strayChance(map, card, { from, to, pace: march.pace, light: sky.light, offWayMetres });
    from = to;
  }
  const chances = {
    breakdown: Math.min(1, expectedFallen(scenario, card, unit, { metres, fightingMinutes: 0 })),
    bogged: 1 - safe.bogged,
    astray: 1 - safe.astray,
  };
  return RISKS.flatMap((kind) => (chances[kind] > 0 ? [{ kind, chance: thousandths(chances[kind]) }] : []));
}
