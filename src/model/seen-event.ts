/**
 * What one side is told of an event: whole where it is its own affair, in part where it only watched. Enemies appear as
 * contacts, losses one inflicted as an impression, and what nobody of the side perceived not at all.
 */
import type { Direction, HexIndex } from '../hex/grid.ts';
import type { Drawn } from './chance.ts';
import type { IncidentCause } from './affair.ts';
import type { Light, Metres, Minutes, Weather } from './clock.ts';
import type { ContactId, ContactView } from './contact.ts';
import type { EngineerWork, Made } from './engineering.ts';
import type { AssaultOutcome, BreakdownStage, CrossingChange, FireMode, HaltCause, TankKilling } from './event.ts';
import type { AircraftRole } from './aircraft.ts';
import type { Factor } from './factor.ts';
import type { AirTask, FlightId, SortieEnd } from './flight.ts';
import type { BattleResult } from './result.ts';
import type { CrossingMeans, PlanWork, SalvageTask } from './order.ts';
import type { Side } from './side.ts';
import type { PlumeKind, SoundedPlace } from './state.ts';
import type { Cohesion, FirePolicy, GunState, PlannedFire, Posture, Saddle, StandingOrder, UnitId } from './unit.ts';
import type { RefusalReason } from './refusal.ts';
import type { Load } from './load.ts';
import type { SupplyWork, Want } from './supply.ts';

/** Aircraft: one's own, or the enemy's by their looks. */
export type Wing =
  | { readonly kind: 'own'; readonly flight: FlightId }
  | { readonly kind: 'enemy'; readonly role: AircraftRole };

export type Who =
  | { readonly kind: 'own'; readonly unit: UnitId }
  | { readonly kind: 'contact'; readonly contact: ContactId }
  | { readonly kind: 'unknown' };

type Seen =
  | {
      readonly kind: 'moved';
      readonly who: Who;
      readonly from: HexIndex | null;
      readonly to: HexIndex | null;
      readonly minutes: Minutes | null;
    }
  | { readonly kind: 'halted'; readonly who: Who; readonly cause: HaltCause }
  | {
      readonly kind: 'breakdown';
      readonly who: Who;
      readonly stage: BreakdownStage;
      readonly hex: HexIndex;
      readonly vehicles: number;
    }
  /** How long it takes is known to its own side. */
  | { readonly kind: 'bogged'; readonly who: Who; readonly hex: HexIndex; readonly minutes: Minutes | null }
  | { readonly kind: 'ambushed'; readonly who: Who; readonly by: Who; readonly hex: HexIndex }
  | { readonly kind: 'wireCut'; readonly who: Who; readonly hexside: number }
  | {
      readonly kind: 'fired';
      readonly who: Who;
      readonly mode: FireMode;
      /** Where it was fired from; `null` when off the map or not perceived. */
      readonly from: HexIndex | null;
      readonly target: HexIndex;
      readonly minutes: Minutes;
      readonly rounds: number | null;
      readonly factors: readonly Factor[];
    }
  | {
      readonly kind: 'hunted';
      readonly who: Who;
      readonly target: Who;
      readonly means: TankKilling;
      readonly tries: number;
      readonly escorted: boolean;
    }
  | {
      readonly kind: 'harmed';
      readonly who: Who;
      readonly hex: HexIndex;
      /** Own losses exactly; the enemy's to the nearest five, `null` when nobody could see. */
      readonly men: number | null;
      readonly exact: boolean;
      readonly vehicles: number;
      /** Lorries and wagons; not said where none were lost. */
      readonly transport?: number;
      /** Of them, those that burn. */
      readonly burnt?: number;
      readonly pieces: number;
      readonly suppression: number | null;
    }
  | {
      readonly kind: 'cohesion';
      readonly who: Who;
      readonly hex: HexIndex;
      readonly from: Cohesion;
      readonly to: Cohesion;
    }
  | { readonly kind: 'retreated'; readonly who: Who; readonly path: readonly HexIndex[]; readonly rout: boolean }
  | {
      readonly kind: 'assaulted';
      readonly who: readonly Who[];
      readonly from: readonly HexIndex[];
      readonly target: HexIndex;
    }
  | {
      readonly kind: 'closeCombat';
      readonly attackers: readonly Who[];
      readonly defenders: readonly Who[];
      readonly hex: HexIndex;
      readonly outcome: AssaultOutcome;
      readonly ratio: number;
      readonly factors: readonly Factor[];
    }
  | { readonly kind: 'captured'; readonly who: Who; readonly hex: HexIndex; readonly men: number }
  | { readonly kind: 'abandoned'; readonly who: Who; readonly hex: HexIndex; readonly pieces: number }
  | { readonly kind: 'spoilsHeld'; readonly hex: HexIndex }
  | { readonly kind: 'passedOn'; readonly who: Who; readonly to: Who | null; readonly men: number }
  | { readonly kind: 'freed'; readonly who: Who; readonly hex: HexIndex; readonly men: number }
  | {
      readonly kind: 'salvaged';
      readonly who: Who;
      readonly task: SalvageTask;
      readonly hex: HexIndex;
      readonly minutes: Minutes;
      readonly pieces: number;
      readonly men: number;
    }
  | { readonly kind: 'missed'; readonly who: Who; readonly men: number }
  | {
      readonly kind: 'dug';
      readonly who: Who;
      readonly hex: HexIndex;
      readonly minutes: Minutes;
      readonly manHours: number;
    }
  | {
      readonly kind: 'laboured';
      readonly who: Who;
      readonly work: EngineerWork;
      readonly hexside: number | null;
      readonly minutes: Minutes;
      readonly doneShare: number;
      readonly bottles: number;
    }
  | { readonly kind: 'crossingChanged'; readonly who: Who; readonly hexside: number; readonly how: CrossingChange }
  | { readonly kind: 'crossingSeen'; readonly hexside: number; readonly made: Made }
  | { readonly kind: 'blastFailed'; readonly who: Who; readonly hexside: number }
  | { readonly kind: 'wireLaid'; readonly who: Who; readonly hexside: number }
  | { readonly kind: 'minesMet'; readonly who: Who; readonly hexside: number }
  | { readonly kind: 'postureChanged'; readonly who: Who; readonly posture: Posture; readonly minutes: Minutes }
  | { readonly kind: 'gunsChanged'; readonly who: Who; readonly state: GunState; readonly minutes: Minutes }
  | { readonly kind: 'turned'; readonly who: Who; readonly facing: Direction; readonly minutes: Minutes }
  | { readonly kind: 'saddled'; readonly who: Who; readonly saddle: Saddle; readonly minutes: Minutes }
  | { readonly kind: 'boarded'; readonly who: Who; readonly carrier: UnitId }
  | { readonly kind: 'unloaded'; readonly who: Who; readonly hex: HexIndex; readonly jumped: boolean }
  | { readonly kind: 'holed'; readonly who: Who; readonly hex: HexIndex; readonly state: 'hit' | 'stopped' | 'sinking' }
  | { readonly kind: 'mended'; readonly who: Who }
  | { readonly kind: 'grounded'; readonly who: Who; readonly hex: HexIndex }
  | {
      readonly kind: 'drifted';
      readonly who: Who;
      readonly from: HexIndex | null;
      readonly to: HexIndex | null;
      readonly end: 'adrift' | 'aground' | 'away';
    }
  | {
      readonly kind: 'sunk';
      readonly who: Who;
      readonly hex: HexIndex;
      /** The bank her men came to; their own side's knowledge, as is how many did not. */
      readonly to: HexIndex | null;
      readonly drowned: number | null;
    }
  | {
      readonly kind: 'crossed';
      readonly who: Who;
      readonly by: CrossingMeans;
      readonly from: HexIndex | null;
      readonly to: HexIndex | null;
      readonly minutes: Minutes | null;
      readonly drowned: number;
    }
  | { readonly kind: 'turnedBack'; readonly who: Who; readonly hexside: number }
  | { readonly kind: 'sounded'; readonly who: Who; readonly place: SoundedPlace; readonly depthMetres: Metres }
  | { readonly kind: 'policySet'; readonly who: Who; readonly policy: FirePolicy }
  | { readonly kind: 'standingSet'; readonly who: Who; readonly standing: StandingOrder | null }
  | { readonly kind: 'rallied'; readonly who: Who; readonly minutes: Minutes; readonly suppression: number }
  | { readonly kind: 'called'; readonly who: Who; readonly target: HexIndex; readonly dueMinute: Minutes }
  | { readonly kind: 'planned'; readonly who: Who; readonly work: PlanWork; readonly line: PlannedFire }
  | { readonly kind: 'fellOut'; readonly who: Who; readonly line: PlannedFire; readonly reason: RefusalReason }
  | { readonly kind: 'jammed'; readonly who: Who; readonly pieces: number }
  | { readonly kind: 'unjammed'; readonly who: Who; readonly pieces: number }
  | { readonly kind: 'shellsIssued'; readonly who: Who; readonly rounds: number; readonly missions: number }
  | { readonly kind: 'curtain'; readonly hex: HexIndex }
  | { readonly kind: 'flare'; readonly who: Who; readonly hex: HexIndex }
  | { readonly kind: 'plume'; readonly plume: PlumeKind; readonly hex: HexIndex; readonly untilMinute: Minutes }
  | { readonly kind: 'arrived'; readonly who: Who; readonly hex: HexIndex }
  | { readonly kind: 'surprised'; readonly who: Who }
  /** `first`: the leader it came with. */
  | { readonly kind: 'leaderLost'; readonly who: Who; readonly hex: HexIndex; readonly first: boolean }
  | { readonly kind: 'leaderReplaced'; readonly who: Who }
  | { readonly kind: 'firstFire'; readonly who: Who; readonly hex: HexIndex; readonly stood: boolean }
  /** Men who went over; men who made off, known to their own side only. */
  | {
      readonly kind: 'deserted';
      readonly who: Who;
      readonly hex: HexIndex;
      readonly over: number;
      readonly away: number | null;
    }
  | { readonly kind: 'frostbitten'; readonly who: Who; readonly men: number }
  | { readonly kind: 'cutOff'; readonly who: Who; readonly sinceMinute: Minutes | null }
  | { readonly kind: 'late'; readonly who: Who; readonly share: number }
  | { readonly kind: 'ordersLost'; readonly who: Who; readonly units: number; readonly untilMinute: Minutes }
  | { readonly kind: 'linesCut'; readonly who: Who; readonly untilMinute: Minutes }
  | { readonly kind: 'relieved'; readonly who: Who }
  | { readonly kind: 'readied'; readonly who: Who; readonly minutes: Minutes; readonly suppression: number }
  | { readonly kind: 'sighted'; readonly view: ContactView }
  | { readonly kind: 'contactLost'; readonly contact: ContactId; readonly cause: 'empty' | 'old' }
  | { readonly kind: 'worksSeen'; readonly hex: HexIndex }
  | { readonly kind: 'wireSeen'; readonly hexside: number; readonly stands: boolean }
  | { readonly kind: 'objectiveLearned'; readonly objective: number; readonly holder: Side | null }
  | { readonly kind: 'left'; readonly who: Who; readonly hex: HexIndex; readonly exit: string | null }
  | {
      readonly kind: 'airCalled';
      readonly wing: Wing;
      readonly task: AirTask;
      readonly target: HexIndex;
      readonly dueMinute: Minutes;
    }
  | {
      readonly kind: 'airFight';
      readonly wing: Wing;
      readonly by: Wing;
      readonly hex: HexIndex;
      readonly lost: number;
      readonly lostBy: number;
    }
  | {
      readonly kind: 'flak';
      readonly wing: Wing;
      readonly hex: HexIndex;
      readonly lost: number;
      readonly damaged: number;
    }
  /** `task` of the enemy's only where it shows. */
  | {
      readonly kind: 'flew';
      readonly wing: Wing;
      readonly task: AirTask | null;
      readonly target: HexIndex;
      readonly end: SortieEnd;
      readonly machines: number;
    }
  | {
      readonly kind: 'incident';
      readonly side: Side;
      readonly cause: IncidentCause;
      readonly points: number;
      /** All points of that side now, and where its government stops it. */
      readonly total: number;
      readonly ceiling: number;
    }
  | { readonly kind: 'messaged'; readonly text: string }
  | { readonly kind: 'released'; readonly who: Who }
  | { readonly kind: 'limitChanged'; readonly limit: string; readonly holds: boolean }
  | { readonly kind: 'pointsChanged'; readonly objective: number; readonly points: number }
  | { readonly kind: 'skyChanged'; readonly light: Light; readonly weather: Weather }
  | { readonly kind: 'recovered'; readonly who: Who; readonly men: number; readonly vehicles: number }
  /** Kilograms by class that left the depots, and of all that the kilograms lost on the way. */
  | { readonly kind: 'supplied'; readonly units: number; readonly kg: Load; readonly lostKg: number }
  | { readonly kind: 'ranOut'; readonly who: Who; readonly of: Want }
  | { readonly kind: 'supplyHandled'; readonly who: Who; readonly task: SupplyWork; readonly to: Who | null }
  | { readonly kind: 'servedFirst'; readonly who: Who; readonly isFirst: boolean }
  | { readonly kind: 'depotTaken'; readonly depot: string; readonly holder: Side | null }
  | { readonly kind: 'turnEnded'; readonly side: Side; readonly turn: number }
  | { readonly kind: 'turnStarted'; readonly side: Side; readonly turn: number }
  | { readonly kind: 'battleEnded'; readonly result: BattleResult };

/** What was seen, with what was drawn for it as far as that is the side's own affair. */
export type SeenEvent = Seen & Drawn;

export type SeenOf<K extends SeenEvent['kind']> = Extract<SeenEvent, { readonly kind: K }>;
