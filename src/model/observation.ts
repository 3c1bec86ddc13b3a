/** What one side may know at one moment. Players of every kind, people included, decide from this and nothing else. */
import type { HexIndex } from '../hex/grid.ts';
import type { KnownAffairs } from './affair.ts';
import type { Light, Minutes, Weather } from './clock.ts';
import type { ContactView } from './contact.ts';
import type { FlightNow } from './flight.ts';
import type { Labour, Made } from './engineering.ts';
import type { BattleResult, Losses } from './result.ts';
import type { Side } from './side.ts';
import type { Booty, Curtain, Dead, Flare, Passage, Plume, SoundedPlace } from './state.ts';
import type { KnownSupplies } from './supply.ts';
import type { Unit } from './unit.ts';

/** Shells on a hex are seen by everybody, whose they are only by those who fire them. */
export interface KnownCurtain {
  readonly hex: HexIndex;
  /** Of one's own guns. */
  readonly own?: Pick<Curtain, 'by' | 'deadlyAMinute'>;
}

export interface Observation {
  readonly scenario: string;
  readonly side: Side;
  readonly turn: number;
  readonly active: Side;
  readonly minute: Minutes;
  readonly light: Light;
  readonly weather: Weather;
  /** Of the air, where it is known. */
  readonly celsius?: number;
  readonly snowCentimetres?: number;
  readonly iceCentimetres?: number;
  /** Own units, all of them, in the order of the scenario's cards. */
  readonly units: readonly Unit[];
  readonly contacts: readonly ContactView[];
  /** Hexes in which a moving company would be seen now; ascending. */
  readonly visible: readonly HexIndex[];
  readonly works: readonly { readonly hex: HexIndex; readonly manHours: number }[];
  /** Hexsides with wire known to stand. */
  readonly wire: readonly number[];
  /** Waters the side has sounded; absent when there are none. */
  readonly soundings?: readonly SoundedPlace[];
  /** Hexsides known to be other than the map has them; absent when none are. */
  readonly crossings?: readonly { readonly hexside: number; readonly made: Made }[];
  /** Own works begun; absent when there are none. */
  readonly labour?: readonly Labour[];
  readonly flares: readonly Flare[];
  /** Smoke and fires; absent when there are none. */
  readonly plumes?: readonly Plume[];
  /** Barrages that fall, its own with what they do; absent when there are none. */
  readonly curtains?: readonly KnownCurtain[];
  /** What lies in hexes where the side has men; absent when nothing does. */
  readonly booty?: readonly Booty[];
  readonly dead?: readonly Dead[];
  /** What its own side has taken of crossings in its turn; absent when nothing. */
  readonly traffic?: readonly Passage[];
  /** By the index of the scenario's objectives, as believed. */
  readonly holders: readonly (Side | null)[];
  /** Own losses; the enemy's are not known before the end. */
  readonly losses: Losses;
  /** Own flights, in the order of the scenario; absent without any. */
  readonly flights?: readonly FlightNow[];
  /** Politics as far as the side knows, in battles that have any. */
  readonly affairs?: KnownAffairs;
  /** Own depots and who is served first, where supply is kept count of. */
  readonly supply?: KnownSupplies;
  readonly result: BattleResult | null;
}

/** The part of an observation by which orders are judged: whatever is checked against it cannot tell more. */
export type Knowledge = Pick<
  Observation,
  | 'side'
  | 'active'
  | 'turn'
  | 'minute'
  | 'light'
  | 'weather'
  | 'celsius'
  | 'snowCentimetres'
  | 'iceCentimetres'
  | 'units'
  | 'contacts'
  | 'works'
  | 'wire'
  | 'soundings'
  | 'crossings'
  | 'labour'
  | 'flares'
  | 'plumes'
  | 'curtains'
  | 'booty'
  | 'dead'
  | 'flights'
  | 'traffic'
  | 'affairs'
  | 'supply'
  | 'result'
>;
