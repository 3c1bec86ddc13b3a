/**
 * The truth of a battle at one moment: readonly, plain, shared in structure with the states before and after it. It is
 * a pure function of scenario, seed and orders, and holds nothing that can be worked out from them otherwise.
 */
import type { HexIndex } from '../hex/grid.ts';
import type { Affairs } from './affair.ts';
import type { ChangedSky, Minutes } from './clock.ts';
import type { Contact } from './contact.ts';
import type { FlightNow } from './flight.ts';
import type { CrossingState, Labour } from './engineering.ts';
import type { BattleResult } from './result.ts';
import type { BySide, Side } from './side.ts';
import type { Supplies } from './supply.ts';
import type { Unit, UnitId } from './unit.ts';
import type { WeaponId } from './weapon.ts';

/** Digging done in a hex, in man-hours, good for whoever lies there. */
export interface Works {
  readonly hex: HexIndex;
  readonly manHours: number;
  /** Man-hours each side believes in: what it dug or last found there; `null` when it knows of no works. */
  readonly believed: BySide<number | null>;
}

/** A belt of wire along a hexside. */
export interface Wire {
  readonly hexside: number;
  /** Standing, or cut. */
  readonly stands: boolean;
  /** Sides that believe it stands, in the order of `SIDES`. */
  readonly believedBy: readonly Side[];
}

/** Water whose true depth somebody has found. */
export interface Sounding extends SoundedPlace {
  /** In the order of `SIDES`. */
  readonly knownBy: readonly Side[];
}

/** A river along a hexside, or the water of a hex. */
export interface SoundedPlace {
  readonly of: 'hexside' | 'hex';
  readonly at: number;
}

/** A flare over a hex until the end of a side's turn. */
export interface Flare {
  readonly hex: HexIndex;
  readonly turn: number;
  readonly side: Side;
}

/** Shells falling on a hex for whoever would cross it, until the end of the other side's next turn. */
export interface Curtain {
  readonly hex: HexIndex;
  /** Whose guns. */
  readonly side: Side;
  /** `null` in the thoughts of a side that does not know. */
  readonly by: UnitId | null;
  /** Ground made deadly in each minute. */
  readonly deadlyAMinute: number;
}

/** What lies over a hex for a time: smoke that hides, a fire that lights the night. */
export const PLUME_KINDS = ['smoke', 'fire'] as const;
export type PlumeKind = (typeof PLUME_KINDS)[number];

export interface Plume {
  readonly kind: PlumeKind;
  readonly hex: HexIndex;
  /** Minute of the clock at which it is gone. */
  readonly untilMinute: Minutes;
}

/** Pieces left in a hex by those who lost it; they are with whoever was last alone there. */
export interface Booty {
  readonly hex: HexIndex;
  readonly weapon: WeaponId;
  readonly count: number;
  readonly from: Side;
  readonly holder: Side;
}

/** Prisoners with those who took them. Sent to the rear they are out of the battle, and of this list. */
export interface Captives {
  /** Whose men they are. */
  readonly unit: UnitId;
  readonly men: number;
  readonly by: UnitId;
  /** Where they are held; they go where their guards go, but not where these run to. */
  readonly hex: HexIndex;
}

/** Dead of a side where they fell, or carried away; kept where a battle counts them. */
export interface Dead {
  readonly hex: HexIndex | 'away';
  readonly side: Side;
  readonly men: number;
  /** Who has them: whoever was last alone there. */
  readonly holder: Side | null;
}

/** Minutes of a bridge, ford or defile that units of the side whose turn it is have taken in this turn. */
export interface Passage {
  readonly hexside: number;
  readonly minutes: Minutes;
}

/** Who holds an objective, and who each side believes holds it. */
export interface Holding {
  readonly holder: Side | null;
  readonly believed: BySide<Side | null>;
}

/** A unit under the shells of a battery. Kept apart from the unit, whose side does not know whose they are. */
export interface Shelled {
  readonly unit: UnitId;
  readonly by: UnitId;
}

export interface BattleState {
  readonly seed: string;
  /** Orders applied so far: with the seed, the whole state of the dice. */
  readonly orders: number;
  /** 1 … clock.turns. */
  readonly turn: number;
  readonly active: Side;
  /** By the index of the scenario's cards. */
  readonly units: readonly Unit[];
  /** Known enemies in the order in which they were met. */
  readonly contacts: BySide<readonly Contact[]>;
  /** Contacts ever numbered, by side. */
  readonly contactCount: BySide<number>;
  /** Ascending by hex. */
  readonly works: readonly Works[];
  /** Ascending by hexside. */
  readonly wire: readonly Wire[];
  /** In the order in which they were first sounded; absent when nothing was. */
  readonly soundings?: readonly Sounding[];
  /** Bridges, corduroy and mines where the map has others or none, ascending by hexside; absent when there are none. */
  readonly crossings?: readonly CrossingState[];
  /** Engineers' works begun, in the order in which they were; absent when there are none. */
  readonly labour?: readonly Labour[];
  readonly flares: readonly Flare[];
  /** Smoke and fires; everybody sees them. Absent when there are none. */
  readonly plumes?: readonly Plume[];
  /** What lies about and who is held; absent when there is nothing of it. */
  readonly booty?: readonly Booty[];
  readonly prisoners?: readonly Captives[];
  readonly dead?: readonly Dead[];
  /** Weather that an event brought; what the clock says otherwise. */
  readonly sky?: ChangedSky;
  /** Absent when no barrage falls. */
  readonly curtains?: readonly Curtain[];
  /** Absent when nobody has crossed anything narrow. */
  readonly traffic?: readonly Passage[];
  /** By the index of the scenario's objectives. */
  readonly holdings: readonly Holding[];
  /** Auxiliaries shelled in this turn of a side, with the battery that did it last; absent when there are none. */
  readonly shelled?: readonly Shelled[];
  /** By the index of the scenario's flights; absent where there are none. */
  readonly flights?: readonly FlightNow[];
  /** Politics, events and exits, in battles that have any. */
  readonly affairs?: Affairs;
  /** Depots and who is served first, in battles that keep count of supply. */
  readonly supply?: Supplies;
  readonly result: BattleResult | null;
}
