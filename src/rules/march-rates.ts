/**
 * How a unit goes: on what, and how fast over each kind of ground. Who has vehicles, beasts or lorries of a type takes
 * that type's march table, others that of their mobility; a unit of several parts goes as its slowest.
 */
import { present } from '../model/assert.ts';
import type { Scenario } from '../model/scenario.ts';
import type { ByMobility, Unit, UnitCard } from '../model/unit.ts';
import type { MarchTable, VehicleId, VehicleType } from '../model/vehicle.ts';
import { isAfoot } from './rides.ts';
import { hasGuns } from './roster.ts';
import { isCraft } from './water/craft.ts';

/** What a unit goes on, as ground, slope and weather tell on it. */
export const TREADS = ['foot', 'horse', 'wheel', 'track', 'hull'] as const;
export type Tread = (typeof TREADS)[number];
export type ByTread<T> = Readonly<Record<Tread, T>>;

// biome-ignore format: a table
const TREAD_OF: ByMobility<Tread> = {
  foot: 'foot', horse: 'horse', pack: 'horse', truck: 'wheel', wheeled: 'wheel', tracked: 'track', towed: 'horse',
  boat: 'hull', static: 'foot',
};

/**
 * Kilometres an hour of columns, hourly halts included. Source: scenarios/sources.md 1 and 9 [A–C]. By night that of men
 * without any drill in it, from which drill brings a Soviet company to 2.7 and a Japanese one to 3 over grass.
 */
// biome-ignore format: a table, columns aligned
export const COLUMN_KMH: ByMobility<MarchTable> = {
  foot:    { roadDay: 4.5, roadNight: 3.4, steppeDay: 4,   steppeNight: 2.6, dunes: 2.5, marsh: 1.5, hill: 2.5 },
  horse:   { roadDay: 8,   roadNight: 6,   steppeDay: 7.5, steppeNight: 5,   dunes: 5,   marsh: 2,   hill: 5   },
  pack:    { roadDay: 4.5, roadNight: 3.5, steppeDay: 4,   steppeNight: 3,   dunes: 3,   marsh: 1.5, hill: 3   },
  truck:   { roadDay: 25,  roadNight: 13,  steppeDay: 15,  steppeNight: 8,   dunes: 5,   marsh: 2,   hill: 10  },
  wheeled: { roadDay: 30,  roadNight: 15,  steppeDay: 18,  steppeNight: 10,  dunes: 4,   marsh: 1.5, hill: 10  },
  tracked: { roadDay: 15,  roadNight: 8,   steppeDay: 12,  steppeNight: 7,   dunes: 9,   marsh: 3.5, hill: 8   },
  towed:   { roadDay: 5,   roadNight: 4,   steppeDay: 4.5, steppeNight: 3,   dunes: 2.5, marsh: 0.8, hill: 2.5 },
  boat:    { roadDay: 4,   roadNight: 3,   steppeDay: 4,   steppeNight: 3,   dunes: 0,   marsh: 0,   hill: 0   },
  static:  { roadDay: 0,   roadNight: 0,   steppeDay: 0,   steppeNight: 0,   dunes: 0,   marsh: 0,   hill: 0   },
};

/** Men on foot in line. Source: scenarios/sources.md 1 [B]; by night without drill, as above. */
// biome-ignore format: a table
export const LINE_KMH: MarchTable = {
  roadDay: 3, roadNight: 1.95, steppeDay: 2.5, steppeNight: 1.4, dunes: 2, marsh: 1, hill: 1.5,
};

/** What is left of a column's speed by others deployed: they feel their way. [C] */
const DEPLOYED_SHARE = 2 / 3;

/** A light gun behind a motor goes no faster than this. Source: scenarios/sources.md 9 [C]. */
// biome-ignore format: a table
const GUN_BEHIND_MOTOR_KMH: MarchTable = {
  roadDay: 22, roadNight: 12, steppeDay: 13, steppeNight: 8, dunes: 5, marsh: 2, hill: 9,
};

/** On what, and how fast. Made once for each way of going: the same object is the same way. */
export interface Going {
  readonly tread: Tread;
  readonly kmh: MarchTable;
  /** Deepest water all of its vehicles ford; by its tread when absent. */
  readonly wadeMetres?: number;
  /** Its heaviest vehicle with its load; absent for who weighs little. */
  readonly tonnes?: number;
  /** Speed afloat of land vehicles that swim, every one of them. */
  readonly swimKmh?: number;
  /** Water a vessel needs under her. */
  readonly draughtMetres?: number;
}

/** The slower of two in every respect. */
const slowestOf = (one: MarchTable, other: MarchTable): MarchTable => ({
  roadDay: Math.min(one.roadDay, other.roadDay),
  roadNight: Math.min(one.roadNight, other.roadNight),
  steppeDay: Math.min(one.steppeDay, other.steppeDay),
  steppeNight: Math.min(one.steppeNight, other.steppeNight),
  dunes: Math.min(one.dunes, other.dunes),
  marsh: Math.min(one.marsh, other.marsh),
  hill: Math.min(one.hill, other.hill),
});

const shareOf = (kmh: MarchTable, share: number): MarchTable => ({
  roadDay: kmh.roadDay * share,
  roadNight: kmh.roadNight * share,
  steppeDay: kmh.steppeDay * share,
  steppeNight: kmh.steppeNight * share,
  dunes: kmh.dunes * share,
  marsh: kmh.marsh * share,
  hill: kmh.hill * share,
});

const vehicleOf = (scenario: Scenario, id: VehicleId): VehicleType =>
  present(scenario.vehicles.get(id), `no vehicle ${id}`);

/** The wheels a unit's tanks run on with their tracks off, if they can. */
export function findWheels(scenario: Scenario, card: UnitCard): VehicleType['otherGear'] {
  const gear = card.vehicle === undefined ? undefined : scenario.vehicles.get(card.vehicle)?.otherGear;
  return gear?.on === 'wheels' && gear.marchKmh !== undefined ? gear : undefined;
}

type Order = 'column' | 'line' | 'columnOnFoot' | 'lineOnFoot' | 'columnOnWheels' | 'lineOnWheels';

const GOINGS = new WeakMap<UnitCard, Partial<Record<Order, Going>>>();

/** How a unit goes in its posture. */
export function goingOf(scenario: Scenario, card: UnitCard, unit: Unit): Going {
  const row = unit.posture === 'marching' ? 'column' : 'line';
  const onFoot = isAfoot(card, unit) || isAshore(card, unit);
  const order: Order = unit.onWheels ? `${row}OnWheels` : onFoot ? `${row}OnFoot` : row;
  let known = GOINGS.get(card);
  if (known === undefined) GOINGS.set(card, (known = {}));
  return (known[order] ??= findGoing(scenario, card, order));
}

/** Crews without vessels walk. */
const isAshore = (card: UnitCard, unit: Unit): boolean => isCraft(card) && unit.vehicles === 0;

function findGoing(scenario: Scenario, card: UnitCard, order: Order): Going {
  if (order === 'lineOnFoot') return { tread: 'foot', kmh: LINE_KMH };
  if (order === 'columnOnFoot') return { tread: 'foot', kmh: COLUMN_KMH.foot };
  const wheels =
    order === 'columnOnWheels' || order === 'lineOnWheels' ? findWheels(scenario, card)?.marchKmh : undefined;
  if (wheels !== undefined) {
    const kmh = order === 'columnOnWheels' ? wheels : shareOf(wheels, DEPLOYED_SHARE);
    return { tread: 'wheel', kmh, ...onWaterOf(scenario, card) };
  }
  const tread = TREAD_OF[card.mobility];
  if (card.mobility === 'foot' && order === 'line') return { tread, kmh: LINE_KMH };
  const kmh = columnOf(scenario, card);
  return {
    tread,
    kmh: order === 'column' || tread === 'hull' ? kmh : shareOf(kmh, DEPLOYED_SHARE),
    ...onWaterOf(scenario, card),
  };
}

/** What the vehicles of a unit ford, swim and draw, and what the heaviest of them weighs, loaded. */
function onWaterOf(
  scenario: Scenario,
  card: UnitCard,
): Pick<Going, 'wadeMetres' | 'tonnes' | 'swimKmh' | 'draughtMetres'> {
  const ids = [card.vehicle, card.transport?.vehicle].filter((id) => id !== undefined);
  const types = ids.map((id) => vehicleOf(scenario, id));
  const wades = types.flatMap(({ wadeMetres }) => wadeMetres ?? []);
  const swims = types.flatMap(({ swimKmh }) => swimKmh ?? []);
  const draughts = types.flatMap(({ hull }) => hull?.draughtMetres ?? []);
  return {
    ...(wades.length === 0 ? {} : { wadeMetres: Math.min(...wades) }),
    ...(swims.length === 0 || swims.length < types.length ? {} : { swimKmh: Math.min(...swims) }),
    ...(draughts.length === 0 ? {} : { draughtMetres: Math.max(...draughts) }),
    ...(types.length === 0
      ? {}
      : { tonnes: Math.max(...types.map(({ tonnes, loadKg }) => tonnes + (loadKg ?? 0) / 1000)) }),
  };
}

/** Share of her speed in still water that a vessel keeps by night: 20 of 31 km/h. Source: scenarios/sources.md 15 [C]. */
export const NIGHT_STEERING_SHARE = 0.65;

/** The march table of a type; of vessels from their speed in still water. */
function ratesOf({ marchKmh, hull }: VehicleType): MarchTable | undefined {
  if (marchKmh !== undefined || hull === undefined) return marchKmh;
  const day = hull.stillWaterKmh;
  const night = day * NIGHT_STEERING_SHARE;
  return { roadDay: day, roadNight: night, steppeDay: day, steppeNight: night, dunes: 0, marsh: 0, hill: 0 };
}

/** The march table of a column: of its vehicles and of what carries it, or of its mobility where it has neither. */
function columnOf(scenario: Scenario, card: UnitCard): MarchTable {
  const tables: MarchTable[] = [];
  if (card.mobility === 'static') return COLUMN_KMH.static;
  const vehicle = card.vehicle === undefined ? undefined : ratesOf(vehicleOf(scenario, card.vehicle));
  const carrier = card.transport === undefined ? undefined : vehicleOf(scenario, card.transport.vehicle);
  if (vehicle !== undefined) tables.push(vehicle);
  if (carrier?.marchKmh !== undefined) tables.push(carrier.marchKmh);
  if (card.mobility === 'foot' || tables.length === 0) tables.push(COLUMN_KMH[card.mobility]);
  if (carrier?.kind === 'truck' && hasGuns(card)) tables.push(GUN_BEHIND_MOTOR_KMH);
  return tables.reduce(slowestOf);
}
