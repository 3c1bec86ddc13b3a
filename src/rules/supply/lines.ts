/**
 * The ways by which supply comes up: from a depot to wherever columns get, over ground that no enemy the side knows of
 * holds or commands, with the time they take and the share of a load that arrives.
 */
import { hexesBetween } from '../../hex/distance.ts';
import type { HexGrid, HexIndex } from '../../hex/grid.ts';
import { listWithin } from '../../hex/ring.ts';
import { createReachSearch, findReach, type Reach, type ReachSearch } from '../../hex/reach.ts';
import { present } from '../../model/assert.ts';
import type { Minutes } from '../../model/clock.ts';
import type { Scenario } from '../../model/scenario.ts';
import { opponentOf, type Side } from '../../model/side.ts';
import type { BattleState } from '../../model/state.ts';
import type { Column, Depot, DepotState } from '../../model/supply.ts';
import type { VehicleKind, VehicleType } from '../../model/vehicle.ts';
import { COMMANDED_METRES, shutHexes } from '../isolation.ts';
import { minuteOf, skyOf } from '../light.ts';
import type { Going, Tread } from '../march-rates.ts';
import { COLUMN_KMH } from '../march-rates.ts';
import { type Gait, stepTenths } from '../movement.ts';
import { indexesOf, isInAction } from '../roster.ts';
import { isInSight, sightsOf } from '../sight.ts';

/** Longest way of a column on the map, one way. */
const LONGEST_MINUTES = 2880;

/**
 * Hours of a day on the road or at the ramp: ten of driving do the 250 km a day of the five-day shuttle; beasts do 24 km.
 * Source: scenarios/sources.md 12 [A–C].
 */
export const WORK_HOURS = { motor: 10.5, beast: 7 };

/** Minutes to load one vehicle, and again to unload it, where its table does not say. [C] */
export const RAMP_MINUTES = 30;

/** Share of a load lost in a hex beside an enemy, and in a kilometre under his eyes and guns, by day and in the dark. [C] */
export const LOST_BESIDE_ENEMY = { seen: 0.3, dark: 0.1 };
export const LOST_A_KM = { seen: 0.06, dark: 0.005 };
export const GUNS_METRES = 2000;

const TREADS: Readonly<Partial<Record<VehicleKind, Tread>>> = { packAnimal: 'horse', mount: 'horse' };

/** On what a column goes: its beasts or wheels, loaded. */
function goingOfColumn(type: VehicleType): Going {
  const tread = TREADS[type.kind] ?? (type.tread === 'keel' ? 'hull' : type.tread === 'tracks' ? 'track' : 'wheel');
  const kmh = type.marchKmh ?? COLUMN_KMH[tread === 'wheel' ? 'truck' : tread === 'horse' ? 'pack' : 'tracked'];
  return {
    tread,
    kmh,
    tonnes: type.tonnes + (type.loadKg ?? 0) / 1000,
    ...(type.wadeMetres === undefined ? {} : { wadeMetres: type.wadeMetres }),
  };
}

const SEARCHES = new WeakMap<HexGrid, ReachSearch>();
const GOINGS = new WeakMap<VehicleType, Going>();

/** What a way from one depot by one kind of column is like, hex by hex. */
export interface Line {
  readonly depot: Depot;
  readonly vehicle: VehicleType;
  /** Where columns get. */
  readonly reach: Reach;
  /** Minutes of one vehicle for each tonne brought there; nothing where none gets. */
  readonly minutesATonne: (hex: HexIndex) => Minutes | undefined;
  /** 0–1: what arrives of a load. */
  readonly shareArriving: (hex: HexIndex) => number;
}

/** Whether a depot may hand out now, by its hours and by who draws on it. */
export const isOpen = (depot: Depot, state: DepotState, side: Side, minute: Minutes): boolean =>
  state.holder === side && minute >= (depot.fromMinute ?? -Infinity) && minute < (depot.untilMinute ?? Infinity);

/** Minutes that one vehicle of a type needs to go so far and back and be loaded and unloaded. */
export const roundTripMinutes = (type: VehicleType, oneWayMinutes: Minutes): Minutes =>
  2 * (oneWayMinutes + (type.loadMinutes ?? RAMP_MINUTES));

/** Minutes of road beyond the map, one way. */
export const minutesBeyond = ({ beyondKm = 0 }: Pick<Depot, 'beyondKm'>, type: VehicleType): Minutes =>
  beyondKm === 0 ? 0 : (60 * beyondKm) / (type.marchKmh?.roadDay ?? COLUMN_KMH.truck.roadDay);

/** Minutes in which a column's vehicles are at work within a span: those that keep to the dark do a day's work in a night. */
export function workMinutes(
  column: Column,
  type: VehicleType,
  spanMinutes: Minutes,
  isDark: 'dark' | 'light',
): Minutes {
  if (column.hours === 'night') return isDark === 'dark' ? column.count * spanMinutes : 0;
  const hours = WORK_HOURS[type.beasts === undefined ? 'motor' : 'beast'];
  return (column.count * spanMinutes * hours) / 24;
}

/**
 * Ground on which a side's columns do not go, by what it knows: held by the enemy, or commanded by him and not by own
 * troops as well.
 */
export function groundShutTo(scenario: Scenario, state: BattleState, side: Side): Uint8Array {
  const { grid, hexMetres, terrain } = scenario.map;
  const held = state.contacts[side]
    .filter(({ view }) => view.current && view.level !== 'suspected')
    .map(({ view }) => view.hex);
  const shut = shutHexes(scenario, state, side, held);
  if (held.length === 0) return shut;
  const steps = Math.floor(COMMANDED_METRES / hexMetres);
  for (const at of listArmed(scenario, state, side))
    for (const hex of listWithin(grid, at, steps)) if (terrain[hex] !== 'deepWater') shut[hex] = 0;
  for (const hex of held) shut[hex] = 1;
  return shut;
}

/** The line of a side's kind of column from a depot, its own or taken, over ground that is not shut; none from a depot in the enemy's reach. */
export function findLine(
  { scenario, state, side }: { readonly scenario: Scenario; readonly state: BattleState; readonly side: Side },
  depot: Depot,
  vehicle: VehicleType,
  shut: Uint8Array,
): Line | undefined {
  if (shut[depot.hex] === 1) return undefined;
  const { grid } = scenario.map;
  let search = SEARCHES.get(grid);
  if (search === undefined) SEARCHES.set(grid, (search = createReachSearch(grid)));
  let going = GOINGS.get(vehicle);
  if (going === undefined) GOINGS.set(vehicle, (going = goingOfColumn(vehicle)));
  const { light, weather, snowCentimetres = 0, iceCentimetres } = skyOf(scenario.clock, state);
  const gait: Gait = {
    going,
    pace: 'normal',
    light,
    weather,
    heat: 'fair',
    nightTraining: 0,
    snowCentimetres,
    ...(iceCentimetres === undefined ? {} : { iceCentimetres }),
  };
  const reach = findReach(search, {
    from: depot.hex,
    limitMinutes: LONGEST_MINUTES,
    stepTenths: stepTenths(scenario.map, gait),
    blocked: shut,
  }).copy();
  const beyond = minutesBeyond(depot, vehicle);
  const lostIn = lossesFor(scenario, state, side);
  const arriving = new Map<HexIndex, number>();
  return {
    depot,
    vehicle,
    reach,
    minutesATonne: (hex) => {
      const minutes = reach.minutesTo(hex);
      const kg = vehicle.loadKg ?? 0;
      return minutes === undefined || kg === 0 ? undefined : roundTripMinutes(vehicle, minutes + beyond) / (kg / 1000);
    },
    shareArriving: (hex) => {
      let share = arriving.get(hex);
      if (share === undefined)
        arriving.set(hex, (share = reach.pathTo(hex).reduce((left, next) => left * (1 - lostIn(next)), 1)));
      return share;
    },
  };
}

/** What a load loses in each hex: to enemies beside it, to guns that see it, to bombs and shells by the map. */
function lossesFor(scenario: Scenario, state: BattleState, side: Side): (hex: HexIndex) => number {
  const { grid, hexMetres } = scenario.map;
  const enemies = listArmed(scenario, state, opponentOf(side));
  const { light } = skyOf(scenario.clock, state);
  const by = light === 'dark' || light === 'moon' ? 'dark' : 'seen';
  const beside = Math.max(1, Math.floor(COMMANDED_METRES / hexMetres));
  const within = Math.floor(GUNS_METRES / hexMetres);
  const seen = (LOST_A_KM[by] * hexMetres) / 1000;
  const minute = minuteOf(scenario.clock, state.turn);
  const known = new Map<HexIndex, number>();
  const lossIn = (hex: HexIndex): number => {
    let loss = 0;
    for (const from of enemies) {
      const hexes = hexesBetween(grid, from, hex);
      if (hexes > within) continue;
      // Nobody gets through a hex in which the enemy sits, known or not.
      if (hexes === 0) return 1;
      if (hexes <= beside) loss = Math.max(loss, LOST_BESIDE_ENEMY[by]);
      else if (loss < seen && isInSight(sightsOf(scenario.map), from, hex)) loss = seen;
    }
    for (const bombed of state.supply?.interdicted ?? [])
      if (bombed.hex === hex && bombed.side === side && bombed.untilMinute > minute)
        loss = 1 - (1 - loss) * (1 - bombed.share);
    return loss;
  };
  return (hex) => {
    let loss = known.get(hex);
    if (loss === undefined) known.set(hex, (loss = lossIn(hex)));
    return loss;
  };
}

/** Where a side has troops who can do harm. */
function listArmed(scenario: Scenario, state: BattleState, side: Side): HexIndex[] {
  const hexes = new Set<HexIndex>();
  for (const index of indexesOf(scenario, side)) {
    const unit = present(state.units[index], 'a unit for each card');
    if (typeof unit.at === 'number' && isInAction(unit) && unit.cohesion !== 'broken') hexes.add(unit.at);
  }
  return [...hexes];
}
