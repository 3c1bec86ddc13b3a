/**
 * Bridges, fords and defiles pass only so much in an hour. A unit takes its time to pass one, and waits for those of its
 * side who passed before it in the same turn; when the turn's time on a crossing is given away, who comes late waits for
 * the next. Only traffic of one's own side is known and counted.
 */
import type { HexIndex } from '../hex/grid.ts';
import { hexsideBetween } from '../hex/hexside.ts';
import { LONGEST_STEP } from '../hex/reach.ts';
import type { Minutes } from '../model/clock.ts';
import type { BattleMap, Flow, HexsideFeature } from '../model/map.ts';
import type { Knowledge } from '../model/observation.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Passage } from '../model/state.ts';
import type { Unit, UnitCard } from '../model/unit.ts';
import { type Point, tenths, valueAt } from './curve.ts';
import { turnMinutesOf } from './light.ts';
import { goingOf } from './march-rates.ts';
import { isAfoot, transportLeft } from './rides.ts';
import { cardOf, hasGuns } from './roster.ts';
import { chartOf } from './water/chart.ts';
import { isBorne } from './winter.ts';

/** Men and vehicles that a bridge passes in an hour, by its tonnes. Source: scenarios/sources.md 16 [B for 2.5 t, else C]. */
export const BRIDGE_MEN_AN_HOUR: readonly Point[] = [
  [2.5, 400],
  [7, 2000],
  [16, 4000],
  [30, 6000],
];
export const BRIDGE_VEHICLES_AN_HOUR: readonly Point[] = [
  [2.5, 10],
  [7, 60],
  [16, 200],
  [30, 400],
];

/** A marked ford: four abreast at 1.2 km/h, one vehicle after another at 3 km/h. [C] */
export const FORD_FLOW: Flow = { menAnHour: 3000, vehiclesAnHour: 120 };

/** Room that a man with his horse takes in a column, in men on foot. [C] */
export const MEN_A_RIDER = 3;

/** What may pass along a hexside in an hour; nothing is said of open ground. */
export function findFlow({ flow, river, bridge, ford }: HexsideFeature): Flow | undefined {
  if (flow !== undefined) return flow;
  if (river === undefined) return undefined;
  if (bridge !== undefined)
    return {
      menAnHour: valueAt(BRIDGE_MEN_AN_HOUR, bridge.tonnes),
      vehiclesAnHour: valueAt(BRIDGE_VEHICLES_AN_HOUR, bridge.tonnes),
    };
  return ford === undefined ? undefined : FORD_FLOW;
}

/** Men who walk or ride, and vehicles with guns on wheels, that a unit brings to a crossing. */
function loadOf(card: UnitCard, unit: Unit): { readonly men: number; readonly vehicles: number } {
  const rides = !isAfoot(card, unit);
  const lorries = unit.ridesAt === undefined ? transportLeft(card, unit) : 0;
  const guns = hasGuns(card) && card.mobility !== 'foot' ? (unit.pieces[0] ?? 0) : 0;
  const vehicles = unit.vehicles + lorries + guns;
  if (card.mobility === 'truck' || card.mobility === 'wheeled' || card.mobility === 'tracked')
    return rides ? { men: 0, vehicles: Math.max(1, vehicles) } : { men: unit.men, vehicles };
  return { men: unit.men * (rides && card.mobility === 'horse' ? MEN_A_RIDER : 1), vehicles };
}

/** Minutes from a unit's first man on a crossing to its last, and Infinity where nothing of its kind passes. */
export function passingMinutes(scenario: Scenario, card: UnitCard, unit: Unit, flow: Flow): Minutes {
  const { men, vehicles } = loadOf(card, unit);
  const tonnes = vehicles * (goingOf(scenario, card, unit).tonnes ?? 0);
  const hours = Math.max(
    (men === 0 ? 0 : men / flow.menAnHour) + (vehicles === 0 ? 0 : vehicles / flow.vehiclesAnHour),
    flow.tonnesAnHour === undefined ? 0 : tonnes / flow.tonnesAnHour,
  );
  return tenths(60 * hours);
}

/** Metres of a column that a man on foot, a man with his horse, and a vehicle or gun take. [C] */
export const COLUMN_METRES = { man: 0.5, rider: 1.5, vehicle: 25 } as const;

/** Minutes from a column's head to its tail at the pace of a road by day. */
export function tailMinutes(scenario: Scenario, card: UnitCard, unit: Unit): Minutes {
  const { men, vehicles } = loadOf(card, unit);
  const { kmh } = goingOf(scenario, card, { ...unit, posture: 'marching' });
  const each =
    card.mobility === 'horse' && unit.ridesAt === undefined ? COLUMN_METRES.rider / MEN_A_RIDER : COLUMN_METRES.man;
  const metres = men * each + vehicles * COLUMN_METRES.vehicle;
  return kmh.roadDay === 0 ? 0 : tenths((0.06 * metres) / kmh.roadDay);
}

/** What a step over a crossing costs beyond the way itself. */
interface Toll {
  readonly hexside: number;
  /** Until those before are over, and its own passing. */
  readonly waits: Minutes;
  readonly passes: Minutes;
}

/** What is to be paid between two hexes by what the side knows; nothing where any number may go abreast. */
export function findToll(
  scenario: Scenario,
  knowledge: Knowledge,
  unit: Unit,
  ends: { readonly from: HexIndex; readonly to: HexIndex },
): Toll | undefined {
  const map = chartOf(scenario.map, knowledge);
  if (listNarrows(map).length === 0) return undefined;
  const hexside = hexsideBetween(map.grid, ends.from, ends.to);
  return tollAt(scenario, knowledge, unit, hexside);
}

function tollAt(scenario: Scenario, knowledge: Knowledge, unit: Unit, hexside: number): Toll | undefined {
  const card = cardOf(scenario, unit.id);
  const feature = chartOf(scenario.map, knowledge).hexsides.get(hexside);
  const flow = feature === undefined || card.mobility === 'boat' ? undefined : findFlow(feature);
  if (flow === undefined || isOverIce(scenario, knowledge, unit, feature)) return undefined;
  const turnMinutes = turnMinutesOf(scenario.clock, knowledge.turn);
  const since = turnMinutes - unit.minutesLeft;
  return {
    hexside,
    waits: tenths(Math.max(0, takenAt(knowledge.traffic, hexside) - since)),
    passes: passingMinutes(scenario, card, unit, flow),
  };
}

/** A river frozen hard enough is crossed on a broad front. */
const isOverIce = (
  scenario: Scenario,
  { iceCentimetres }: Knowledge,
  unit: Unit,
  feature: HexsideFeature | undefined,
): boolean =>
  iceCentimetres !== undefined &&
  feature?.river !== undefined &&
  isBorne(goingOf(scenario, cardOf(scenario, unit.id), unit), iceCentimetres);

/** Minutes of a crossing that are given away this turn. */
const takenAt = (traffic: readonly Passage[] | undefined, hexside: number): Minutes =>
  traffic?.find((passage) => passage.hexside === hexside)?.minutes ?? 0;

/** Refusal of a crossing whose time this turn is given away, or that bears nothing of the kind. */
export function whyNotPass(scenario: Scenario, knowledge: Knowledge, toll: Toll): Refusal | undefined {
  if (toll.passes === Infinity) return { reason: 'impassable' };
  const minutes = takenAt(knowledge.traffic, toll.hexside);
  const turnMinutes = turnMinutesOf(scenario.clock, knowledge.turn);
  // Who is the first may take longer than a turn.
  return minutes > 0 && minutes + toll.passes > turnMinutes
    ? { reason: 'crossingTaken', minutes, turnMinutes, passes: toll.passes }
    : undefined;
}

/** What a step takes of a crossing: what the event of it records. */
export function passageOf(
  scenario: Scenario,
  knowledge: Knowledge,
  unit: Unit,
  ends: { readonly from: HexIndex; readonly to: HexIndex },
): { readonly passage?: Passage } {
  const toll = findToll(scenario, knowledge, unit, ends);
  return toll === undefined || toll.passes === 0 ? {} : { passage: { hexside: toll.hexside, minutes: toll.passes } };
}

const NARROWS = new WeakMap<BattleMap, readonly number[]>();

/** Hexsides of the map that pass only so much, ascending. */
function listNarrows(map: BattleMap): readonly number[] {
  let narrows = NARROWS.get(map);
  if (narrows === undefined) {
    narrows = [...map.hexsides]
      .flatMap(([hexside, feature]) => (findFlow(feature) === undefined ? [] : [hexside]))
      .sort((a, b) => a - b);
    NARROWS.set(map, narrows);
  }
  return narrows;
}

/**
 * The step table with waiting and passing added, the shared table itself where there are no crossings. Who looks beyond
 * the turn does not count those who go over in it.
 */
export function withTraffic(
  scenario: Scenario,
  knowledge: Knowledge,
  unit: Unit,
  { table, limitMinutes }: { readonly table: Uint16Array; readonly limitMinutes: Minutes },
): Uint16Array {
  const map = chartOf(scenario.map, knowledge);
  const narrows = listNarrows(map);
  if (narrows.length === 0) return table;
  const crowded = table.slice();
  const now = limitMinutes <= unit.minutesLeft ? knowledge : { ...knowledge, traffic: [] };
  for (const hexside of narrows) {
    const toll = tollAt(scenario, now, unit, hexside);
    if (toll === undefined) continue;
    const isShut = whyNotPass(scenario, now, toll) !== undefined;
    const added = isShut ? 0 : Math.round(10 * (toll.waits + toll.passes));
    const owner = (hexside / 3) | 0;
    const direction = hexside % 3;
    const beyond = map.grid.neighbours[6 * owner + direction] ?? -1;
    for (const at of beyond < 0 ? [] : [6 * owner + direction, 6 * beyond + direction + 3]) {
      const count = crowded[at] ?? 0;
      if (count > 0) crowded[at] = isShut ? 0 : Math.min(LONGEST_STEP, count + added);
    }
  }
  return crowded;
}
