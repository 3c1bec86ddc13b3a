/**
 * Supply: what troops use up, where it comes from and what brings it. Kilograms inside, tonnes in scenarios and on the
 * screen; water and food in days of a unit's need, petrol in kilometres of road.
 */
import type { HexIndex } from '../hex/grid.ts';
import type { Minutes } from './clock.ts';
import type { Load } from './load.ts';
import type { Cited, Names } from './map.ts';
import type { Side } from './side.ts';
import type { UnitId } from './unit.ts';
import type { VehicleId } from './vehicle.ts';

/** A place where supply is handed out to whatever fetches it. */
export interface Depot extends Cited {
  readonly id: string;
  readonly side: Side;
  readonly names: Names;
  readonly hex: HexIndex;
  /** Tonnes by class; of a class that is not named there is as much as is asked for. */
  readonly stock?: Load;
  /** All that can be handed out in a day; no bound when absent. */
  readonly tonnesADay?: number;
  /** Kilometres of road between the base and here, which the columns have to go too. */
  readonly beyondKm?: number;
  readonly fromMinute?: Minutes;
  readonly untilMinute?: Minutes;
}

/** By when columns go: at any hour, or only in the dark. */
export const COLUMN_HOURS = ['any', 'night'] as const;
export type ColumnHours = (typeof COLUMN_HOURS)[number];

/** Vehicles or beasts that go to and fro between the depots of a side and its units, and are no units themselves. */
export interface Column extends Cited {
  readonly side: Side;
  readonly vehicle: VehicleId;
  readonly count: number;
  readonly hours: ColumnHours;
}

export interface SupplyRules {
  /** Sides that use up and are supplied; the others have what they carry. */
  readonly sides: readonly Side[];
  readonly depots: readonly Depot[];
  readonly columns: readonly Column[];
}

/** A depot as it is now. */
export interface DepotState {
  readonly id: string;
  /** Who draws on it; nobody once it is burnt. */
  readonly holder: Side | null;
  /** Kilograms left of what is counted. */
  readonly kg: Load;
}

/** A hex in which columns lose a share of what they carry, until a minute of the clock: bombed, or under guns by the map. */
export interface Interdiction {
  readonly hex: HexIndex;
  /** Whose columns. */
  readonly side: Side;
  /** 0–1. */
  readonly share: number;
  readonly untilMinute: Minutes;
}

export interface Supplies {
  readonly depots: readonly DepotState[];
  /** Units, and headquarters with all under them, that are served before others. */
  readonly first?: readonly UnitId[];
  readonly interdicted?: readonly Interdiction[];
}

/** Of depots a side knows its own, and whose ground is under shells or bombs it learns only by what does not come. */
export type KnownSupplies = Pick<Supplies, 'depots' | 'first'>;

/** What a unit may run out of. */
export const WANTS = ['water', 'food', 'fuel'] as const;
export type Want = (typeof WANTS)[number];

/** What a unit has after something was used up or brought. `null`: as much as it can have. */
export interface StoreChange {
  readonly unit: UnitId;
  readonly water?: number | null;
  readonly food?: number | null;
  readonly fuelKm?: number | null;
  /** Rounds brought by type, in the order of the card. */
  readonly rounds?: readonly number[];
  /** Kilograms left on a column that carries supply; `null` when it is loaded as it came. */
  readonly cargo?: Load | null;
}

/** What a depot gave out, in kilograms. */
export interface Issue {
  readonly depot: string;
  readonly kg: Load;
}

/**
 * What is done about supply: a unit, or a headquarters with all under it, served first, or in its turn again; a column
 * loads at a depot or hands over; stores are set on fire.
 */
export const SUPPLY_TASKS = ['first', 'inTurn', 'load', 'issue', 'burn'] as const;
export type SupplyTask = (typeof SUPPLY_TASKS)[number];
/** Those that are done on the spot. */
export type SupplyWork = Exclude<SupplyTask, 'first' | 'inTurn'>;
