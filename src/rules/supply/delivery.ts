/**
 * What is used up and what comes up, settled once an hour for a side: men and beasts eat and drink, columns go from the
 * depots to the units in the order of their need, and bring what they can carry in the time. Nothing is brought that no
 * depot gave and no column carried.
 */
import type { HexIndex } from '../../hex/grid.ts';
import { listNeighbours } from '../../hex/grid.ts';
import { hexsideBetween } from '../../hex/hexside.ts';
import { present } from '../../model/assert.ts';
import type { Minutes } from '../../model/clock.ts';
import type { BattleMap } from '../../model/map.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Side } from '../../model/side.ts';
import type { BattleState } from '../../model/state.ts';
import { type Load, SUPPLY_CLASSES, type SupplyClass } from '../../model/load.ts';
import { type Depot, type Issue, type StoreChange, type SupplyRules, WANTS, type Want } from '../../model/supply.ts';
import type { Unit, UnitCard, UnitId } from '../../model/unit.ts';
import { isUnder } from '../command.ts';
import { type Course, happen } from '../course.ts';
import { thousandths } from '../curve.ts';
import { minuteOf, skyOf } from '../light.ts';
import { indexesOf, isInAction, unitOf } from '../roster.ts';
import { findRangeKm, isSupplied } from './fuel.ts';
import { findLine, groundShutTo, isOpen, type Line, workMinutes } from './lines.ts';
import { changeOf, fill, lacks, type Taker } from './fill.ts';
import { daysSpent, FULL_DAYS, lessBy, roundsLacking, type Stores, storesOf } from './stores.ts';

/** Supply is settled once in so many minutes, or once a turn where turns are longer. */
export const SETTLED_MINUTES = 60;

/** Minutes that are settled when a turn begins: whole hours of the clock that ended since the turn before began. */
function minutesToSettle(scenario: Scenario, turn: number): Minutes {
  if (turn === 1) return 0;
  const hours = (minute: Minutes): number => Math.floor(minute / SETTLED_MINUTES);
  return SETTLED_MINUTES * (hours(minuteOf(scenario.clock, turn)) - hours(minuteOf(scenario.clock, turn - 1)));
}

/** Settles supply for a side whose turn begins. */
export function settleSupply(course: Course, side: Side): void {
  const { scenario, state } = course;
  if (scenario.supply === undefined || !isSupplied(scenario, side)) return;
  const minutes = minutesToSettle(scenario, state.turn);
  if (minutes === 0) return;
  const before = state;
  const { changes, issued, lostKg, units } = settled(scenario, state, side, minutes);
  if (changes.length === 0 && issued.length === 0) return;
  happen(course, { kind: 'supplied', side, changes, issued, lostKg, units });
  for (const { unit } of changes)
    for (const want of WANTS)
      if (isNewlyWanting(scenario, before, course.state, unit, want))
        happen(course, { kind: 'ranOut', unit, of: want });
}

function isNewlyWanting(scenario: Scenario, before: BattleState, now: BattleState, id: UnitId, want: Want): boolean {
  if (want === 'fuel') return false;
  const left = (state: BattleState): number => unitOf(scenario, state, id)[want] ?? FULL_DAYS[want];
  return left(before) > 0 && left(now) <= 0;
}

/** What comes of so many minutes of supply. */
export interface Settlement {
  readonly changes: readonly StoreChange[];
  readonly issued: readonly Issue[];
  /** Given out and lost on the way. */
  readonly lostKg: number;
  /** Units that something came to. */
  readonly units: number;
}

/** A unit while it is settled. */
interface Customer extends Taker {
  readonly at: HexIndex;
  readonly rank: number;
  served: boolean;
}

/** A kind of column while it works: minutes of its vehicles that are left. */
interface Pool {
  readonly lines: readonly Line[];
  minutes: number;
}

/** What a depot still has to give. */
interface Counter {
  readonly depot: Depot;
  readonly kg: Partial<Record<SupplyClass, number>>;
  readonly givenKg: Partial<Record<SupplyClass, number>>;
  /** All that it can hand out in the time. */
  leftKg: number;
}

/** The settlement of a side for so many minutes. */
export function settled(scenario: Scenario, state: BattleState, side: Side, minutes: Minutes): Settlement {
  const rules = present(scenario.supply, 'supply is kept count of');
  const customers = listCustomers(scenario, state, side, minutes);
  const counters = listCounters(scenario, state, rules, side, minutes);
  const pools = listPools(scenario, state, rules, { side, minutes, counters });
  let lostKg = 0;
  if (pools.length > 0)
    for (const customer of customers.toSorted((a, b) => b.rank - a.rank))
      lostKg += serve(scenario, customer, pools, counters);
  return {
    changes: customers.flatMap((customer) => changeOf(scenario, customer)),
    issued: counters.flatMap(({ depot, givenKg }): Issue[] =>
      Object.keys(givenKg).length === 0 ? [] : [{ depot: depot.id, kg: givenKg }],
    ),
    lostKg: thousandths(lostKg),
    units: customers.filter(({ served }) => served).length,
  };
}

/** Units on the map, in the order of the cards, after they have eaten and drunk. */
function listCustomers(scenario: Scenario, state: BattleState, side: Side, minutes: Minutes): Customer[] {
  const sky = skyOf(scenario.clock, state);
  const customers: Customer[] = [];
  for (const index of indexesOf(scenario, side)) {
    const unit = present(state.units[index], 'a unit for each card');
    const card = present(scenario.cards[index], 'a card');
    if (typeof unit.at !== 'number' || !isInAction(unit)) continue;
    const stores = storesOf(scenario, card, unit);
    stores.food = lessBy(stores.food, daysSpent('food', unit, minutes, sky));
    const drunk = lessBy(stores.water, daysSpent('water', unit, minutes, sky));
    stores.water = sky.weather === 'rain' || isAtWater(scenario.map, unit.at) ? FULL_DAYS.water : drunk;
    const isFirst = isServedFirst(scenario, state.supply?.first ?? [], card);
    const rank = (isFirst ? FIRST_RANK : 0) + Math.round(10 * needOf(scenario, card, unit, stores));
    customers.push({ card, unit, at: unit.at, stores, rank, served: false });
  }
  return customers;
}

/** Who is served first is served before anybody in need. */
const FIRST_RANK = 1000;

/** Whether the unit, or a headquarters above it, is to be served first. */
const isServedFirst = (scenario: Scenario, first: readonly UnitId[], card: UnitCard): boolean =>
  first.some((id) => id === card.id || isUnder(scenario, card, id));

/** How badly a unit needs anything at all: 1 when some store is empty, more with every day without. */
function needOf(scenario: Scenario, card: UnitCard, unit: Unit, { water, food, fuelKm }: Stores): number {
  const range = findRangeKm(scenario, card, unit);
  let need = Math.max(1 - water / FULL_DAYS.water, 1 - food / FULL_DAYS.food);
  if (range !== undefined && fuelKm !== undefined) need = Math.max(need, 1 - fuelKm / range);
  for (let type = 0; type < unit.rounds.length; type++) {
    const lacking = roundsLacking(scenario, card, unit, type);
    if (lacking > 0) need = Math.max(need, lacking / (lacking + (unit.rounds[type] ?? 0)));
  }
  return need;
}

/** Whether there is water to draw: in the hex, along its sides, or from wells. */
function isAtWater(map: BattleMap, at: HexIndex): boolean {
  const isWet = (hex: HexIndex): boolean => map.terrain[hex] === 'deepWater' || map.terrain[hex] === 'shallows';
  if (isWet(at) || map.terrain[at] === 'settlement') return true;
  return listNeighbours(map.grid, at).some(
    (next) => isWet(next) || map.hexsides.get(hexsideBetween(map.grid, at, next))?.river !== undefined,
  );
}

function listCounters(
  scenario: Scenario,
  state: BattleState,
  { depots }: SupplyRules,
  side: Side,
  minutes: Minutes,
): Counter[] {
  const minute = minuteOf(scenario.clock, state.turn);
  return depots.flatMap((depot): Counter[] => {
    const now = state.supply?.depots.find(({ id }) => id === depot.id);
    if (now === undefined || !isOpen(depot, now, side, minute)) return [];
    const leftKg = depot.tonnesADay === undefined ? Infinity : (1000 * depot.tonnesADay * minutes) / 1440;
    return [{ depot, kg: { ...goodsOf(depot, now.kg, side) }, givenKg: {}, leftKg }];
  });
}

/**
 * What a side can draw from a depot. What is counted is left; of the rest there is as much as is asked for from one's own
 * base, and nothing in a depot taken from the enemy, whose rounds fit no weapon of the captor's.
 */
function goodsOf(depot: Depot, kg: Load, side: Side): Record<SupplyClass, number> {
  const own = depot.side === side;
  const of = (supply: SupplyClass): number => {
    if (!own && (supply === 'smallArms' || supply === 'shells')) return 0;
    return kg[supply] ?? (own ? Infinity : 0);
  };
  return { water: of('water'), smallArms: of('smallArms'), shells: of('shells'), food: of('food'), fuel: of('fuel') };
}

function listPools(
  scenario: Scenario,
  state: BattleState,
  { columns }: SupplyRules,
  {
    side,
    minutes,
    counters,
  }: { readonly side: Side; readonly minutes: Minutes; readonly counters: readonly Counter[] },
): Pool[] {
  const own = columns.filter((column) => column.side === side);
  if (own.length === 0 || counters.length === 0) return [];
  const { light } = skyOf(scenario.clock, state);
  const shut = groundShutTo(scenario, state, side);
  const isDark = light === 'dark' || light === 'moon' ? 'dark' : 'light';
  return own.flatMap((column): Pool[] => {
    const vehicle = present(scenario.vehicles.get(column.vehicle), `no vehicle ${column.vehicle}`);
    const work = workMinutes(column, vehicle, minutes, isDark);
    if (work === 0) return [];
    const lines = counters.flatMap(({ depot }) => findLine({ scenario, state, side }, depot, vehicle, shut) ?? []);
    return lines.length === 0 ? [] : [{ lines, minutes: work }];
  });
}

/** One way of bringing something to a unit. */
interface Trip {
  readonly pool: Pool;
  readonly line: Line;
  readonly minutesATonne: number;
}

function listTrips(pools: readonly Pool[], at: HexIndex): Trip[] {
  const trips = pools.flatMap((pool) =>
    pool.lines.flatMap((line): Trip[] => {
      const minutesATonne = line.minutesATonne(at);
      return minutesATonne === undefined ? [] : [{ pool, line, minutesATonne }];
    }),
  );
  return trips.length < 2 ? trips : trips.toSorted((a, b) => a.minutesATonne - b.minutesATonne);
}

/** Brings a unit what it needs by the quickest trips, as long as anything is left; kilograms lost on the way. */
function serve(scenario: Scenario, customer: Customer, pools: readonly Pool[], counters: readonly Counter[]): number {
  let lostKg = 0;
  const wanted = SUPPLY_CLASSES.filter((supply) => lacks(scenario, customer, supply));
  const trips = wanted.length === 0 ? [] : listTrips(pools, customer.at);
  for (const supply of wanted) {
    for (const trip of trips) {
      const counter = present(
        counters.find(({ depot }) => depot === trip.line.depot),
        'a counter for each line',
      );
      const carriedKg = (1000 * trip.pool.minutes) / trip.minutesATonne;
      const offeredKg = Math.min(carriedKg, counter.leftKg, counter.kg[supply] ?? 0);
      if (offeredKg <= 0) continue;
      const share = trip.line.shareArriving(customer.at);
      if (share <= 0) continue;
      const { takenKg, usedKg } = fill(scenario, customer, supply, { offeredKg, share });
      if (takenKg === 0) continue;
      trip.pool.minutes -= (takenKg / 1000) * trip.minutesATonne;
      counter.leftKg -= takenKg;
      counter.kg[supply] = (counter.kg[supply] ?? 0) - takenKg;
      counter.givenKg[supply] = thousandths((counter.givenKg[supply] ?? 0) + takenKg);
      customer.served ||= usedKg > 0;
      lostKg += takenKg - usedKg;
      if (!lacks(scenario, customer, supply)) break;
    }
  }
  return lostKg;
}
