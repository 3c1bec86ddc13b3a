/** What a player tells units. Hexes inside are flat indexes; in files and protocols they are `[column, row]`. */
import type { Direction, HexIndex } from '../hex/grid.ts';
import { unreachable } from './assert.ts';
import type { Minutes } from './clock.ts';
import type { EngineerWork } from './engineering.ts';
import type { AirTask, FlightId } from './flight.ts';
import type { FirePolicy, GunState, MissionTask, Pace, PlannedFire, Saddle, StandingOrder, UnitId } from './unit.ts';
import type { SupplyTask } from './supply.ts';

/** What may be done with what lies about: take up one's own pieces, spike the enemy's, carry the dead away. */
export const SALVAGE_TASKS = ['man', 'spike', 'carry'] as const;
export type SalvageTask = (typeof SALVAGE_TASKS)[number];

/** How men get over water that they cannot wade. */
export const CROSSING_MEANS = ['boats', 'swimming'] as const;
export type CrossingMeans = (typeof CROSSING_MEANS)[number];
/** What is done to a fire plan. */
export const PLAN_WORKS = ['add', 'drop'] as const;
export type PlanWork = (typeof PLAN_WORKS)[number];

export type Order =
  | { readonly kind: 'move'; readonly unit: UnitId; readonly path: readonly HexIndex[]; readonly pace: Pace }
  /** All of them to a hex, in step. */
  | { readonly kind: 'together'; readonly units: readonly UnitId[]; readonly to: HexIndex; readonly pace: Pace }
  | { readonly kind: 'fire'; readonly unit: UnitId; readonly target: HexIndex; readonly minutes: Minutes }
  | { readonly kind: 'assault'; readonly units: readonly UnitId[]; readonly target: HexIndex }
  | {
      readonly kind: 'mission';
      readonly unit: UnitId;
      readonly observer: UnitId;
      readonly target: HexIndex;
      /** Suppress unless said. */
      readonly task?: MissionTask;
    }
  /** A line of the fire plan, to be fired at its hour; or one taken out of it. */
  | ({ readonly kind: 'timetable'; readonly unit: UnitId; readonly work: PlanWork } & PlannedFire)
  | { readonly kind: 'flare'; readonly unit: UnitId; readonly target: HexIndex }
  | { readonly kind: 'dig'; readonly unit: UnitId; readonly minutes: Minutes }
  | { readonly kind: 'deploy'; readonly unit: UnitId; readonly posture: 'marching' | 'deployed' | 'dugIn' }
  | { readonly kind: 'guns'; readonly unit: UnitId; readonly state: GunState }
  | { readonly kind: 'turn'; readonly unit: UnitId; readonly facing: Direction }
  | { readonly kind: 'saddle'; readonly unit: UnitId; readonly saddle: Saddle }
  | { readonly kind: 'board'; readonly unit: UnitId; readonly carrier: UnitId }
  /** Where the carrier is, or from a vessel upon a neighbouring bank. */
  | { readonly kind: 'unload'; readonly unit: UnitId; readonly passenger: UnitId; readonly to?: HexIndex }
  /** Over the water between the unit's hex and another. */
  | { readonly kind: 'cross'; readonly unit: UnitId; readonly to: HexIndex; readonly by: CrossingMeans }
  /** The depth of the river on the way to a neighbouring hex, or of the water in it. */
  | { readonly kind: 'sound'; readonly unit: UnitId; readonly to: HexIndex }
  | { readonly kind: 'rally'; readonly unit: UnitId }
  /** Engineers' work: along the hexside towards a neighbouring hex, or where the unit stands. */
  | { readonly kind: 'engineer'; readonly unit: UnitId; readonly work: EngineerWork; readonly target?: HexIndex }
  | { readonly kind: 'salvage'; readonly unit: UnitId; readonly task: SalvageTask }
  | { readonly kind: 'policy'; readonly unit: UnitId; readonly policy: FirePolicy }
  | { readonly kind: 'standing'; readonly unit: UnitId; readonly standing: StandingOrder | null }
  /** The commander of a headquarters gives place to another. */
  | { readonly kind: 'relieve'; readonly unit: UnitId }
  | { readonly kind: 'leave'; readonly unit: UnitId }
  | { readonly kind: 'airMission'; readonly flight: FlightId; readonly task: AirTask; readonly target: HexIndex }
  /** `to` whom a column hands over. */
  | { readonly kind: 'supply'; readonly unit: UnitId; readonly task: SupplyTask; readonly to?: UnitId }
  | { readonly kind: 'endTurn' };

export const ORDER_KINDS = [
  'move',
  'together',
  'fire',
  'assault',
  'mission',
  'timetable',
  'flare',
  'dig',
  'deploy',
  'guns',
  'turn',
  'saddle',
  'board',
  'unload',
  'cross',
  'sound',
  'rally',
  'engineer',
  'salvage',
  'policy',
  'standing',
  'relieve',
  'leave',
  'airMission',
  'supply',
  'endTurn',
] as const satisfies readonly Order['kind'][];
export type OrderKind = Order['kind'];
export type OrderOf<K extends OrderKind> = Extract<Order, { readonly kind: K }>;

/**
 * The hex an order is aimed at; `undefined` for what a unit does where it stands. An order upon a hexside names the hex
 * beyond it: with the unit's own hex that is the hexside, and a player can point at it.
 */
export function aimOf(order: Order): HexIndex | undefined {
  switch (order.kind) {
    case 'move':
      return order.path.at(-1);
    case 'together':
      return order.to;
    case 'fire':
    case 'assault':
    case 'mission':
    case 'flare':
    case 'airMission':
      return order.target;
    case 'unload':
    case 'cross':
    case 'sound':
      return order.to;
    case 'timetable':
      return order.work === 'add' ? order.target : undefined;
    case 'engineer':
      return order.target;
    case 'standing':
      if (order.standing?.kind === 'work') return order.standing.target;
      return order.standing?.kind === 'goTo' ? order.standing.to : undefined;
    case 'dig':
    case 'deploy':
    case 'guns':
    case 'turn':
    case 'saddle':
    case 'board':
    case 'rally':
    case 'salvage':
    case 'policy':
    case 'relieve':
    case 'leave':
    case 'supply':
    case 'endTurn':
      return undefined;
    default:
      return unreachable(order);
  }
}
