/**
 * What reaches into a battle from outside: borders as each side claims them and the points a breach of them costs, what
 * was planned or may happen, ways off the map, and what counts besides objectives. No rules: those are in rules/affairs/.
 */
import type { Light, Minutes, Weather } from './clock.ts';
import type { Cited, Names } from './map.ts';
import type { BySide, Side } from './side.ts';
import type { UnitId } from './unit.ts';

/** What makes an incident graver. */
export const INCIDENT_CAUSES = ['beyondClaim', 'firstShot', 'guns', 'aircraft', 'prisoner', 'event'] as const;
export type IncidentCause = (typeof INCIDENT_CAUSES)[number];
/** An event says itself what it costs. */
export type CostedCause = Exclude<IncidentCause, 'event'>;

/** How grave an incident its government lets each side make, and what every step costs. */
export interface IncidentRules extends Cited {
  /** At so many points a side is held back from its next turn on. */
  readonly ceilings: BySide<number>;
  /** Points for a turn ended with a unit beyond the own claim, the first shot, guns, aircraft, each prisoner. */
  readonly costs: Readonly<Record<CostedCause, number>>;
}

/** One step up the ladder, or down. */
export interface Incident {
  readonly cause: IncidentCause;
  readonly points: number;
  readonly turn: number;
  /** Whose turn it was. */
  readonly during: Side;
}

export type Condition =
  | { readonly kind: 'holds'; readonly side: Side; readonly objective: number }
  /** The side has lost at least so many men or vehicles. */
  | { readonly kind: 'lost'; readonly side: Side; readonly of: 'men' | 'vehicles'; readonly count: number }
  | { readonly kind: 'incidents'; readonly side: Side; readonly points: number }
  /** The unit is no longer in action. */
  | { readonly kind: 'destroyed'; readonly unit: UnitId }
  /** The enemy has opened fire. */
  | { readonly kind: 'firedUpon'; readonly side: Side }
  /** A unit of the side stands in the region. */
  | { readonly kind: 'stands'; readonly side: Side; readonly region: string }
  | { readonly kind: 'happened' | 'notHappened'; readonly event: string };

export type Effect =
  /** Units may move from now on. */
  | { readonly kind: 'release'; readonly units: readonly UnitId[] }
  /** Units that wait for it enter, as soon as one of their hexes is free. */
  | { readonly kind: 'reinforce'; readonly units: readonly UnitId[] }
  /** Units leave the battle without loss. */
  | { readonly kind: 'withdraw'; readonly units: readonly UnitId[] }
  /** A limit holds from now on, or no longer. */
  | { readonly kind: 'limit'; readonly limit: string; readonly holds: boolean }
  | { readonly kind: 'points'; readonly objective: number; readonly points: number }
  | { readonly kind: 'sky'; readonly light?: Light; readonly weather?: Weather; readonly untilMinute?: Minutes }
  | { readonly kind: 'message'; readonly side: Side; readonly text: string }
  /** Replacements: men from outside, up to what the unit came with. */
  | { readonly kind: 'replace'; readonly units: readonly UnitId[]; readonly men: number }
  /** Wounded back with their unit, as a share of all it has; vehicles mended, up to those it came with. */
  | {
      readonly kind: 'recover';
      readonly units: readonly UnitId[];
      readonly woundedShare: number;
      readonly vehicles: number;
    }
  /** Shells for each piece that fires indirectly; missions for guns beyond the map. */
  | { readonly kind: 'shells'; readonly units: readonly UnitId[]; readonly rounds: number; readonly missions: number }
  | { readonly kind: 'incident'; readonly side: Side; readonly points: number }
  | { readonly kind: 'end' };

/** Happens once, at the beginning of a turn of its side, when all holds that is said and the dice agree. */
export interface ScriptedEvent extends Cited {
  readonly id: string;
  /** At the beginning of whose turns it may happen. */
  readonly side: Side;
  readonly fromMinute?: Minutes;
  /** Not any more from this minute on. */
  readonly untilMinute?: Minutes;
  readonly fromTurn?: number;
  /** In every turn anew; certain when nothing is said. */
  readonly chance?: number;
  readonly all: readonly Condition[];
  readonly effects: readonly Effect[];
}

/** Where units of a side may leave the map. */
export interface Exit extends Cited {
  readonly id: string;
  readonly names: Names;
  readonly side: Side;
  readonly region: string;
}

/** What is counted; a clause turns the count into points. */
export type Measure =
  /** Turns of the own at whose end the side held the objective. */
  | { readonly kind: 'turnsHeld'; readonly objective: number; readonly fromTurn: number }
  /** Men or vehicles that left by one of the exits before a minute. */
  | {
      readonly kind: 'exited';
      readonly of: 'men' | 'vehicles';
      readonly exits: readonly string[];
      readonly untilMinute?: Minutes;
    }
  /** What the enemy lost. */
  | { readonly kind: 'enemyLost'; readonly of: 'men' | 'vehicles' | 'guns' | 'aircraft' }
  /** Men of the enemy taken prisoner; his dead in own hands at the end, where the battle counts them. */
  | { readonly kind: 'prisoners' | 'enemyDeadHeld' }
  /** Incident points of the enemy. */
  | { readonly kind: 'enemyIncidents' }
  /** Men of the enemy who at the end have no way to a region. */
  | { readonly kind: 'enemyCutOff'; readonly region: string }
  /** 1 when at the end a chain of hexes free of the enemy joins two regions. */
  | { readonly kind: 'connected'; readonly from: string; readonly to: string }
  /** Own men in a region at the end. */
  | { readonly kind: 'present'; readonly region: string };

/** Points for a side: `points` for each whole `per` of what is measured beyond `free`, at most `most`. */
export interface Clause extends Cited {
  readonly id: string;
  readonly names: Names;
  readonly side: Side;
  readonly measure: Measure;
  readonly free: number;
  readonly per: number;
  readonly points: number;
  readonly most?: number;
}

/** A unit that left the map. */
export interface Exited {
  readonly unit: UnitId;
  /** By which exit; by none when an event took it away. */
  readonly exit: string | null;
  readonly minute: Minutes;
}

/** What came of all that; in the state of battles that have any of it. */
export interface Affairs {
  readonly incidents: BySide<readonly Incident[]>;
  /** Sides that have fired, in the order in which they first did. */
  readonly fired: readonly Side[];
  /** Ids of events. */
  readonly happened: readonly string[];
  /** Limits that events set or lifted, by id, the last word last. */
  readonly limits: readonly { readonly limit: string; readonly holds: boolean }[];
  /** Units that events released. */
  readonly released: readonly UnitId[];
  /** Units that events called. */
  readonly called: readonly UnitId[];
  /** Objectives whose worth events changed. */
  readonly points: readonly { readonly objective: number; readonly points: number }[];
  readonly exited: readonly Exited[];
  /** Turns counted so far, by the index of the scenario's clauses. */
  readonly turnsHeld: readonly number[];
}

/** As much of it as a side knows. */
export type KnownAffairs = Pick<Affairs, 'incidents' | 'fired' | 'limits' | 'released' | 'points'>;
