/**
 * What engineers make and break: their works, the stores they bring, and what has become of the way over a hexside since
 * the map was drawn. A hexside nobody has touched has no entry.
 */
import type { BridgingId } from './bridging.ts';
import type { Metres, Minutes } from './clock.ts';
import type { BySide, Side } from './side.ts';

export const ENGINEER_WORKS = [
  'bridge',
  'repair',
  'demolish',
  'wire',
  'mines',
  'clear',
  'corduroy',
  'bottles',
] as const;
export type EngineerWork = (typeof ENGINEER_WORKS)[number];
export type ByWork<T> = Readonly<Record<EngineerWork, T>>;

/** What a unit carries to build with. Absent members are not there. */
export interface Stores {
  /** Means of one type, and what they span together. */
  readonly bridging?: { readonly type: BridgingId; readonly metres: Metres };
  /** Belt of wire that can be put up. */
  readonly wireMetres?: Metres;
  readonly mines?: number;
  readonly chargesKg?: number;
  readonly timberCubicMetres?: number;
  /** Empty bottles, with petrol to fill them. */
  readonly emptyBottles?: number;
}

export const BRIDGE_CONDITIONS = ['whole', 'damaged', 'blown'] as const;
export type BridgeCondition = (typeof BRIDGE_CONDITIONS)[number];

/** A bridge that is not as the map has it. */
export interface BridgeNow {
  /** What it was built of in this battle; absent for a bridge of the map. */
  readonly type?: BridgingId;
  /** Heaviest vehicle that may cross. */
  readonly tonnes: number;
  readonly condition: BridgeCondition;
  /** Minute of the clock at which its guard has mended a damaged one. */
  readonly openMinute?: Minutes;
}

/** A belt of mines along a hexside. */
export interface Minefield {
  readonly count: number;
  /** Sides that know a way through. */
  readonly lanes: readonly Side[];
}

/** What has been made of a hexside. */
export interface Made {
  readonly bridge?: BridgeNow;
  /** A way of logs over soft ground. */
  readonly corduroy?: true;
  readonly mines?: Minefield;
}

/** The truth about a hexside, and what each side believes; `null` is the hexside as the map has it. */
export interface CrossingState {
  readonly hexside: number;
  readonly now: Made;
  readonly believed: BySide<Made | null>;
}

/** Work begun along a hexside and not done, in man-hours; known to the side that does it. */
export interface Labour {
  readonly hexside: number;
  readonly work: EngineerWork;
  readonly side: Side;
  readonly manHours: number;
}
