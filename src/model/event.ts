/**
 * What happened: the only thing that changes a state. Each event is complete in itself, so that folding it needs no
 * rule and no dice; what a side is told of it is another matter (see battle/share.ts).
 */
import type { Direction, HexIndex } from '../hex/grid.ts';
import type { Drawn } from './chance.ts';
import type { IncidentCause } from './affair.ts';
import type { ChangedSky, Metres, Minutes } from './clock.ts';
import type { ContactId, ContactView } from './contact.ts';
import type { EngineerWork, Labour, Made, Stores } from './engineering.ts';
import type { Factor } from './factor.ts';
import type { AirTask, FlightId, Sortie, SortieEnd, Watch } from './flight.ts';
import type { Curtain, Flare, Passage, Plume, SoundedPlace, Works } from './state.ts';
import type { Interdiction, Issue, StoreChange, SupplyWork, Want } from './supply.ts';
import type { BattleResult } from './result.ts';
import type { CrossingMeans, PlanWork, SalvageTask } from './order.ts';
import type { RefusalReason } from './refusal.ts';
import type { Side } from './side.ts';
import type {
  Activity,
  Barrels,
  Call,
  Cohesion,
  FirePolicy,
  GunState,
  Hull,
  Pace,
  PlannedFire,
  Posture,
  Saddle,
  StandingOrder,
  UnitId,
} from './unit.ts';

export const HALT_CAUSES = [
  'enemySeen',
  'ambushed',
  'underFire',
  'shaken',
  'noTime',
  'arrived',
  'noWay',
  'astray',
  'aground',
  'tooDeep',
  'noFuel',
] as const;
export type HaltCause = (typeof HALT_CAUSES)[number];

/** Vehicles fall out, come back mended, or fall to an enemy who came to where they stood. */
export const BREAKDOWN_STAGES = ['fellOut', 'mended', 'taken'] as const;
export type BreakdownStage = (typeof BREAKDOWN_STAGES)[number];

export const FIRE_MODES = ['direct', 'return', 'reaction', 'final', 'pursuit', 'flame', 'mission'] as const;
export type FireMode = (typeof FIRE_MODES)[number];

/** What men go at vehicles with. */
export const TANK_KILLINGS = ['bottles', 'charges', 'grenades', 'hatch'] as const;
export type TankKilling = (typeof TANK_KILLINGS)[number];

export const ASSAULT_OUTCOMES = ['stopped', 'repulsed', 'undecided', 'taken', 'overrun'] as const;
export type AssaultOutcome = (typeof ASSAULT_OUTCOMES)[number];

export const CROSSING_CHANGES = ['bridged', 'repaired', 'blown', 'damaged', 'mined', 'cleared', 'corduroyed'] as const;
export type CrossingChange = (typeof CROSSING_CHANGES)[number];

/** Harm done to one unit at once. */
export interface Harm {
  readonly unit: UnitId;
  readonly killed: number;
  readonly wounded: number;
  readonly vehicles: number;
  /** Of its own lorries, wagons and animals; not said where none were lost. */
  readonly transport?: number;
  /** Of the vehicles, those that burn and are lost for good; absent when none does. */
  readonly burnt?: number;
  /** Pieces lost by type, in the order of the card. */
  readonly pieces: readonly number[];
  /** Suppression after it. */
  readonly suppression: number;
  /** A battery whose shells an auxiliary takes note of. */
  readonly shelledBy?: UnitId;
}

type Happening =
  | {
      readonly kind: 'moved';
      readonly unit: UnitId;
      readonly from: HexIndex;
      readonly to: HexIndex;
      readonly minutes: Minutes;
      readonly pace: Pace;
      /** By night, come without a way since it knew where it was. */
      readonly offWayMetres?: Metres;
      /** What it took of a crossing's time. */
      readonly passage?: Passage;
      /** What is then left in the tanks, where it is kept count of. */
      readonly fuelKm?: number;
    }
  | { readonly kind: 'halted'; readonly unit: UnitId; readonly cause: HaltCause }
  | {
      readonly kind: 'breakdown';
      readonly unit: UnitId;
      readonly stage: BreakdownStage;
      readonly hex: HexIndex;
      readonly vehicles: number;
      /** They are lorries of the unit's. */
      readonly lorries?: true;
      /** Pieces that go or come with them by type, in the order of the card. */
      readonly pieces: readonly number[];
    }
  /** Vehicles sink in and are pulled out again. */
  | { readonly kind: 'bogged'; readonly unit: UnitId; readonly hex: HexIndex; readonly minutes: Minutes }
  | {
      readonly kind: 'ambushed';
      readonly unit: UnitId;
      readonly by: UnitId;
      readonly hex: HexIndex;
      readonly minutes: Minutes;
    }
  | {
      /** So many men of a unit go at the vehicles of another. */
      readonly kind: 'hunted';
      readonly unit: UnitId;
      readonly target: UnitId;
      readonly means: TankKilling;
      readonly tries: number;
      /** Infantry was with the vehicles. */
      readonly escorted: boolean;
    }
  | { readonly kind: 'wireCut'; readonly unit: UnitId; readonly hexside: number; readonly minutes: Minutes }
  | {
      readonly kind: 'fired';
      readonly unit: UnitId;
      /** Who called it, for missions. */
      readonly observer: UnitId | null;
      readonly mode: FireMode;
      readonly target: HexIndex;
      readonly minutes: Minutes;
      /** Granted missions spent, by guns beyond the map. */
      readonly missions?: number;
      /** Rounds spent by type, in the order of the card. */
      readonly rounds: readonly number[];
      readonly smokeRounds?: number;
      /** The line of the fire plan that it was. */
      readonly line?: PlannedFire;
      /** What the barrels have borne after it, where that matters. */
      readonly barrels?: Barrels;
      readonly expectedMen: number;
      readonly factors: readonly Factor[];
    }
  | ({ readonly kind: 'harmed'; readonly by: UnitId | null } & Harm)
  | {
      readonly kind: 'cohesion';
      readonly unit: UnitId;
      readonly from: Cohesion;
      readonly to: Cohesion;
      readonly chance: number;
    }
  | { readonly kind: 'retreated'; readonly unit: UnitId; readonly path: readonly HexIndex[]; readonly rout: boolean }
  | {
      readonly kind: 'assaulted';
      readonly units: readonly UnitId[];
      readonly target: HexIndex;
      readonly minutes: readonly Minutes[];
    }
  | {
      readonly kind: 'closeCombat';
      readonly attackers: readonly UnitId[];
      readonly defenders: readonly UnitId[];
      readonly hex: HexIndex;
      readonly outcome: AssaultOutcome;
      /** Attackers' power over defenders'. */
      readonly ratio: number;
      readonly factors: readonly Factor[];
    }
  | {
      readonly kind: 'captured';
      readonly unit: UnitId;
      readonly men: number;
      /** Who has them, and where; `null` when they are led off at once. */
      readonly by: UnitId | null;
      readonly hex: HexIndex | null;
    }
  /** Weapons left to whoever holds the hex. */
  | {
      readonly kind: 'abandoned';
      readonly unit: UnitId;
      readonly hex: HexIndex;
      /** By type, in the order of the card. */
      readonly pieces: readonly number[];
      readonly holder: Side;
    }
  /** What lies in a hex passes to the side that is alone there. */
  | { readonly kind: 'spoilsHeld'; readonly hex: HexIndex; readonly holder: Side }
  /** Prisoners given to others to guard, or to nobody: sent to the rear. */
  | {
      readonly kind: 'passedOn';
      readonly unit: UnitId;
      readonly by: UnitId;
      readonly to: UnitId | null;
      readonly men: number;
    }
  | {
      readonly kind: 'freed';
      readonly unit: UnitId;
      readonly men: number;
      readonly hex: HexIndex;
      readonly by: UnitId;
    }
  | {
      readonly kind: 'salvaged';
      readonly unit: UnitId;
      readonly task: SalvageTask;
      readonly hex: HexIndex;
      readonly minutes: Minutes;
      /** Manned, by type in the order of the card. */
      readonly pieces: readonly number[];
      /** Dead carried away. */
      readonly men: number;
    }
  | { readonly kind: 'missed'; readonly unit: UnitId; readonly men: number }
  | { readonly kind: 'called'; readonly unit: UnitId; readonly call: Call }
  | { readonly kind: 'dug'; readonly unit: UnitId; readonly minutes: Minutes; readonly works: Works }
  /** Engineers have worked for so long. */
  | {
      readonly kind: 'laboured';
      readonly unit: UnitId;
      readonly work: EngineerWork;
      /** `null` for work where the unit stands. */
      readonly hexside: number | null;
      readonly minutes: Minutes;
      /** 0–1; of bottles, always 1. */
      readonly doneShare: number;
      /** What is begun and not done; `null` when nothing is. */
      readonly left: Labour | null;
      /** Its stores afterwards. */
      readonly stores: Stores;
      /** Petrol bottles filled. */
      readonly bottles: number;
    }
  /** The way over a hexside is now otherwise, by engineers whose side knows it, or by shells and bombs. */
  | {
      readonly kind: 'crossingChanged';
      readonly hexside: number;
      readonly made: Made;
      readonly by: UnitId | null;
      readonly how: CrossingChange;
    }
  /** A side learns what it now believes of a hexside. */
  | { readonly kind: 'crossingSeen'; readonly side: Side; readonly hexside: number; readonly made: Made }
  | { readonly kind: 'blastFailed'; readonly unit: UnitId; readonly hexside: number }
  | { readonly kind: 'wireLaid'; readonly unit: UnitId; readonly hexside: number }
  /** A unit has come upon mines; what they did follows. */
  | { readonly kind: 'minesMet'; readonly unit: UnitId; readonly hexside: number }
  | { readonly kind: 'postureChanged'; readonly unit: UnitId; readonly posture: Posture; readonly minutes: Minutes }
  | { readonly kind: 'gunsChanged'; readonly unit: UnitId; readonly state: GunState; readonly minutes: Minutes }
  | { readonly kind: 'turned'; readonly unit: UnitId; readonly facing: Direction; readonly minutes: Minutes }
  | { readonly kind: 'saddled'; readonly unit: UnitId; readonly saddle: Saddle; readonly minutes: Minutes }
  | { readonly kind: 'boarded'; readonly unit: UnitId; readonly carrier: UnitId; readonly minutes: Minutes }
  /** A unit is off its carrier; `minutes` are the carrier's, and none where it jumped. */
  | {
      readonly kind: 'unloaded';
      readonly unit: UnitId;
      readonly carrier: UnitId;
      readonly hex: HexIndex;
      readonly minutes: Minutes;
    }
  /** Hits in a hull, which is then as told. */
  | { readonly kind: 'holed'; readonly unit: UnitId; readonly by: UnitId | null; readonly hull: Hull }
  /** A crew has its engines running again. */
  | { readonly kind: 'mended'; readonly unit: UnitId }
  /** A vessel has run upon a bar. */
  | { readonly kind: 'grounded'; readonly unit: UnitId; readonly hex: HexIndex }
  | {
      readonly kind: 'drifted';
      readonly unit: UnitId;
      readonly from: HexIndex;
      readonly path: readonly HexIndex[];
      /** Beyond the last whole hex. */
      readonly driftedMetres: Metres;
      readonly end: 'adrift' | 'aground' | 'away';
    }
  /** A vessel went down, and her men, or those she carried, have come to a bank; to none where `to` is `null`. */
  | {
      readonly kind: 'sunk';
      readonly unit: UnitId;
      readonly hex: HexIndex;
      readonly to: HexIndex | null;
      readonly drowned: number;
      readonly minutes: Minutes;
    }
  /** Over water by boat or swimming; in boats of a unit that spends the minutes too. */
  | {
      readonly kind: 'crossed';
      readonly unit: UnitId;
      readonly by: CrossingMeans;
      readonly from: HexIndex;
      readonly to: HexIndex;
      readonly ferry: UnitId | null;
      readonly minutes: Minutes;
      readonly drowned: number;
      /** Suppression on the far bank. */
      readonly suppression: number;
    }
  /** Water too deep to wade where the map said otherwise. */
  | { readonly kind: 'turnedBack'; readonly unit: UnitId; readonly hexside: number; readonly minutes: Minutes }
  | {
      readonly kind: 'sounded';
      readonly side: Side;
      /** Who sounded it; nobody where it was found on the way. */
      readonly by: UnitId | null;
      readonly place: SoundedPlace;
      readonly depthMetres: Metres;
      readonly minutes: Minutes;
    }
  | { readonly kind: 'policySet'; readonly unit: UnitId; readonly policy: FirePolicy }
  | { readonly kind: 'standingSet'; readonly unit: UnitId; readonly standing: StandingOrder | null }
  | { readonly kind: 'rallied'; readonly unit: UnitId; readonly minutes: Minutes; readonly suppression: number }
  | { readonly kind: 'planned'; readonly unit: UnitId; readonly work: PlanWork; readonly line: PlannedFire }
  /** A line of a fire plan whose hour came and that was not fired. */
  | { readonly kind: 'fellOut'; readonly unit: UnitId; readonly line: PlannedFire; readonly reason: RefusalReason }
  /** Pieces that jammed, or serve again; by type in the order of the card. */
  | { readonly kind: 'jammed'; readonly unit: UnitId; readonly pieces: readonly number[] }
  | { readonly kind: 'unjammed'; readonly unit: UnitId; readonly pieces: readonly number[] }
  /** A lot of shells has come, by type in the order of the card; missions for guns beyond the map. */
  | {
      readonly kind: 'shellsIssued';
      readonly unit: UnitId;
      readonly rounds: readonly number[];
      readonly missions: number;
    }
  | { readonly kind: 'curtain'; readonly curtain: Curtain }
  | { readonly kind: 'flare'; readonly unit: UnitId; readonly flare: Flare; readonly minutes: Minutes }
  /** Smoke over a hex, or a fire in it. */
  | { readonly kind: 'plume'; readonly plume: Plume }
  | { readonly kind: 'arrived'; readonly unit: UnitId; readonly hex: HexIndex }
  | { readonly kind: 'surprised'; readonly unit: UnitId }
  /** The unit's leader is hit; the next in rank has taken over at that minute of the clock. */
  | { readonly kind: 'leaderLost'; readonly unit: UnitId; readonly successorMinute: Minutes }
  | { readonly kind: 'leaderReplaced'; readonly unit: UnitId }
  /** A green unit under fire for the first time. */
  | { readonly kind: 'firstFire'; readonly unit: UnitId; readonly stood: boolean; readonly chance: number }
  /** Men who go over to the enemy, and men who make off. */
  | { readonly kind: 'deserted'; readonly unit: UnitId; readonly over: number; readonly away: number }
  | { readonly kind: 'frostbitten'; readonly unit: UnitId; readonly men: number }
  /** No way home any more since that minute, or one again. */
  | { readonly kind: 'cutOff'; readonly unit: UnitId; readonly sinceMinute: Minutes | null }
  /** Units under a headquarters, or the unit itself, set out with so much of their turn. */
  | { readonly kind: 'late'; readonly unit: UnitId; readonly share: number }
  | {
      readonly kind: 'ordersLost';
      readonly unit: UnitId;
      readonly units: readonly UnitId[];
      readonly untilMinute: Minutes;
    }
  | { readonly kind: 'linesCut'; readonly unit: UnitId; readonly untilMinute: Minutes }
  | { readonly kind: 'relieved'; readonly unit: UnitId }
  /** A unit at the start of its side's turn: minutes to spend, suppression faded, activity forgotten. */
  | {
      readonly kind: 'readied';
      readonly unit: UnitId;
      readonly minutes: Minutes;
      /** Still to be paid off in later turns. */
      readonly owed: Minutes;
      readonly suppression: number;
      readonly activity: Activity;
      /** 0–1; not said of the rested. */
      readonly fatigue?: number;
    }
  | { readonly kind: 'sighted'; readonly side: Side; readonly behind: UnitId; readonly view: ContactView }
  | { readonly kind: 'contactLost'; readonly side: Side; readonly contact: ContactId; readonly cause: 'empty' | 'old' }
  | { readonly kind: 'worksSeen'; readonly side: Side; readonly hex: HexIndex }
  | { readonly kind: 'wireSeen'; readonly side: Side; readonly hexside: number; readonly stands: boolean }
  | { readonly kind: 'objectiveTaken'; readonly objective: number; readonly holder: Side }
  | { readonly kind: 'objectiveLearned'; readonly side: Side; readonly objective: number; readonly holder: Side | null }
  | { readonly kind: 'left'; readonly unit: UnitId; readonly exit: string | null; readonly minutes: Minutes }
  /** A flight is called. */
  | {
      readonly kind: 'airCalled';
      readonly flight: FlightId;
      readonly sortie: Sortie;
      /** Day of the clock it counts for, and minute from which the flight may be called again. */
      readonly day: number;
      readonly readyMinute: Minutes;
    }
  /** Fighters on watch meet a flight. */
  | {
      readonly kind: 'airFight';
      readonly flight: FlightId;
      readonly by: FlightId;
      readonly hex: HexIndex;
      /** Shot down, and damaged, of the flight and of the fighters. */
      readonly lost: number;
      readonly damaged: number;
      readonly lostBy: number;
      readonly damagedBy: number;
    }
  /** Fire from the ground at a flight. */
  | {
      readonly kind: 'flak';
      readonly flight: FlightId;
      readonly units: readonly UnitId[];
      readonly hex: HexIndex;
      readonly lost: number;
      readonly damaged: number;
    }
  /** A flight has been there, or has turned back. */
  | {
      readonly kind: 'flew';
      readonly flight: FlightId;
      readonly task: AirTask;
      readonly target: HexIndex;
      readonly end: SortieEnd;
      /** Over the target. */
      readonly machines: number;
      readonly watch?: Watch;
    }
  | { readonly kind: 'incident'; readonly side: Side; readonly cause: IncidentCause; readonly points: number }
  /** A scripted event begins; what it does follows. */
  | { readonly kind: 'occurred'; readonly event: string }
  | { readonly kind: 'messaged'; readonly side: Side; readonly text: string }
  | { readonly kind: 'released'; readonly unit: UnitId }
  /** A unit that waited for an event may enter. */
  | { readonly kind: 'sentFor'; readonly unit: UnitId }
  | { readonly kind: 'limitChanged'; readonly limit: string; readonly holds: boolean }
  | { readonly kind: 'pointsChanged'; readonly objective: number; readonly points: number }
  | { readonly kind: 'skyChanged'; readonly sky: ChangedSky }
  | {
      readonly kind: 'recovered';
      readonly unit: UnitId;
      /** Back from the wounded, and new. */
      readonly wounded: number;
      readonly joined: number;
      readonly vehicles: number;
      /** Pieces served again by type, in the order of the card. */
      readonly pieces: readonly number[];
    }
  /** What a side's units used up and what its columns brought them since it was last settled. */
  | {
      readonly kind: 'supplied';
      readonly side: Side;
      readonly changes: readonly StoreChange[];
      readonly issued: readonly Issue[];
      /** Kilograms lost on the way; units that something came to. */
      readonly lostKg: number;
      readonly units: number;
    }
  | { readonly kind: 'ranOut'; readonly unit: UnitId; readonly of: Want }
  /** A column loaded or handed over, or stores were set on fire. */
  | {
      readonly kind: 'supplyHandled';
      readonly unit: UnitId;
      readonly task: SupplyWork;
      readonly minutes: Minutes;
      readonly changes: readonly StoreChange[];
      readonly issued: readonly Issue[];
    }
  | { readonly kind: 'servedFirst'; readonly unit: UnitId; readonly isFirst: boolean }
  /** Nobody has a depot that is burnt. */
  | { readonly kind: 'depotTaken'; readonly depot: string; readonly holder: Side | null }
  | { readonly kind: 'interdicted'; readonly interdiction: Interdiction }
  | { readonly kind: 'turnHeld'; readonly clause: number }
  | { readonly kind: 'turnEnded'; readonly side: Side; readonly turn: number }
  | { readonly kind: 'turnStarted'; readonly side: Side; readonly turn: number }
  | { readonly kind: 'battleEnded'; readonly result: BattleResult };

/** What happened, with what was drawn for it. */
export type BattleEvent = Happening & Drawn;

export type EventKind = BattleEvent['kind'];
export type EventOf<K extends EventKind> = Extract<BattleEvent, { readonly kind: K }>;
