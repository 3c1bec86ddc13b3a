/**
 * Bridges as they are in the battle: which one lies along a hexside, what shells and bombs do to it, how it is blown.
 * Damage closes a bridge until its guard has mended it or engineers have; what is blown has to be built again.
 */
import type { HexIndex } from '../hex/grid.ts';
import { DIRECTIONS } from '../hex/grid.ts';
import { hexsideOf } from '../hex/hexside.ts';
import type { BridgingKind } from '../model/bridging.ts';
import type { BridgeNow, Made } from '../model/engineering.ts';
import type { BattleMap } from '../model/map.ts';
import type { Scenario } from '../model/scenario.ts';
import { chanceFor, type Course, happen } from './course.ts';
import { showCrossing } from './crossing-sight.ts';
import { isOpen } from './crossing.ts';
import { minuteOf } from './light.ts';
import { findCrossing } from './mines.ts';

/** What a road over a stream bears where the map names no bridge. [C] */
const ROAD_BRIDGE_TONNES = 12;

/**
 * Kilograms of explosive that fall about a bridge for one break in it, by what it is built of; bridges of the map are of
 * heavy timber. Source: scenarios/sources.md 14 [C].
 */
export const BREAK_KG: Readonly<Record<BridgingKind | 'standing', number>> = {
  boats: 100,
  pontoon: 150,
  timber: 250,
  standing: 400,
};

/** Hours for which damage closes a bridge: one to three turns of two hours. Source: scenarios/sources.md 14 [A]. */
const CLOSED_HOURS = [2, 4, 6] as const;

/** Share of a high-explosive shell that is explosive. [C] */
export const FILLING_SHARE = 0.13;

/** The bridge along a hexside by what is known of it; nothing where there is none. */
export function findBridge(map: BattleMap, made: Made | undefined, hexside: number): BridgeNow | undefined {
  if (made?.bridge !== undefined) return made.bridge;
  const { bridge, river, way } = map.hexsides.get(hexside) ?? {};
  if (bridge !== undefined) return { tonnes: bridge.tonnes, condition: 'whole' };
  return river === undefined || way === undefined ? undefined : { tonnes: ROAD_BRIDGE_TONNES, condition: 'whole' };
}

/** Explosive falls about a bridge: a break closes it, several bring it down. Nothing where no bridge stands. */
export function hitCrossing(course: Course, hexside: number, kgOfExplosive: number): void {
  const { scenario, state } = course;
  const now = findCrossing(state, hexside)?.now;
  const bridge = findBridge(scenario.map, now, hexside);
  if (bridge === undefined || bridge.condition === 'blown' || kgOfExplosive <= 0) return;
  const breaks = kgOfExplosive / BREAK_KG[kindOf(scenario, bridge)];
  const chance = chanceFor(course, 'nobody');
  if (!chance.happens(breakChance(breaks), 'bridge')) return;
  if (chance.happens(fallChance(breaks), 'bridgeDown'))
    return change(course, hexside, { ...bridge, condition: 'blown' });
  const minute = minuteOf(scenario.clock, state.turn);
  const openMinute = minute + 60 * Math.round(chance.pick(CLOSED_HOURS, 'hours'));
  const until = isOpen(bridge, minute) ? openMinute : Math.max(openMinute, bridge.openMinute ?? 0);
  change(course, hexside, { ...bridge, condition: 'damaged', openMinute: until });
}

/** Chance of any break where so many are expected, and that the bridge then comes down. */
export const breakChance = (breaks: number): number => breaks / (1 + breaks);
export const fallChance = (breaks: number): number => breaks / (3 + breaks);

function change(course: Course, hexside: number, bridge: BridgeNow): void {
  const made = { ...findCrossing(course.state, hexside)?.now, bridge };
  const how = bridge.condition === 'blown' ? 'blown' : 'damaged';
  happen(course, { kind: 'crossingChanged', hexside, made, by: null, how });
  showCrossing(course, hexside);
}

const kindOf = (scenario: Scenario, bridge: BridgeNow): BridgingKind | 'standing' =>
  (bridge.type === undefined ? undefined : scenario.bridging.get(bridge.type)?.kind) ?? 'standing';

/** Shells that fall on a hex fall about the bridges out of it as well. */
export function shellCrossings(course: Course, hex: HexIndex, kgOfExplosive: number): void {
  const { map } = course.scenario;
  if (map.hexsides.size === 0 && course.state.crossings === undefined) return;
  for (const direction of DIRECTIONS) {
    const hexside = hexsideOf(map.grid, hex, direction);
    if (hexside >= 0) hitCrossing(course, hexside, kgOfExplosive);
  }
}
