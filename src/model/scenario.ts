/** A battle as it may be played: checked, with its map, weapons and order of battle. Where it came from is `scenario/`. */
import type { Direction, HexIndex } from '../hex/grid.ts';
import type { AircraftId, AircraftType } from './aircraft.ts';
import type { BridgingId, BridgingType } from './bridging.ts';
import type { Clause, Exit, IncidentRules, ScriptedEvent } from './affair.ts';
import type { Clock, Minutes } from './clock.ts';
import type { Made } from './engineering.ts';
import type { BattleMap, Cited, Names } from './map.ts';
import type { ScenarioOption } from './option.ts';
import type { Flight } from './flight.ts';
import type { Losses } from './result.ts';
import type { BySide, Side } from './side.ts';
import type { SoundedPlace } from './state.ts';
import type { Branch, FirePolicy, GunState, PlannedFire, Posture, UnitCard, UnitId } from './unit.ts';
import type { SupplyRules } from './supply.ts';
import type { VehicleId, VehicleType } from './vehicle.ts';
import type { Weapon, WeaponId } from './weapon.ts';

/** Where a unit begins, or when and where it comes. */
export interface Deployment {
  readonly unit: UnitId;
  readonly hex?: HexIndex;
  /** Without a turn it waits for an event. */
  readonly arrival?: { readonly turn?: number; readonly hexes: readonly HexIndex[] };
  /** May not move before this minute of the clock. */
  readonly releaseMinute?: Minutes;
  /** 0–1, for units that come tired. */
  readonly fatigue?: number;
  /** Days of water and food, kilometres of petrol it comes with; all it can carry when absent. */
  readonly stores?: { readonly water?: number; readonly food?: number; readonly fuelKm?: number };
  /** May not move before an event releases it. */
  readonly awaitsRelease?: true;
  readonly posture: Posture;
  readonly gunState: GunState;
  /** On foot, with its horses or lorries in the hex. */
  readonly dismounted?: true;
  /** Tanks with two gears, their tracks off. */
  readonly onWheels?: true;
  readonly policy: FirePolicy;
  /** Set up in hiding: see `Unit.hidden`. */
  readonly hidden?: true;
  /** Of guns: what they fire by the clock. */
  readonly plan?: readonly PlannedFire[];
  readonly facing?: Direction;
}

/** A hexside as the battle finds it. Bridges and corduroy are known to both sides, mines to who laid them. */
export interface OpeningCrossing {
  readonly hexside: number;
  readonly made: Made;
}

/** A hex that scores for whoever holds it at the end. */
export interface Objective extends Cited {
  readonly id: string;
  readonly names: Names;
  readonly hex: HexIndex;
  readonly points: number;
  /** Who holds it when the battle begins. */
  readonly holder: Side | null;
}

/** Points taken off for losses: one for each `men` lost beyond `freeMen`. */
export interface LossClause extends Cited {
  readonly side: Side;
  readonly freeMen: number;
  readonly men: number;
}

/** A political or tactical limit on one side, or for both. */
export type Limit = Cited & {
  /** What options and events name it by. */
  readonly id?: string;
  /** Does not hold before an event says so. */
  readonly dormant?: true;
  readonly fromMinute?: Minutes;
  readonly untilMinute?: Minutes;
} & (
    | { readonly kind: 'noEntry'; readonly side: Side; readonly region: string }
    | { readonly kind: 'noShelling'; readonly side: Side; readonly region: string }
    /** No fire on order. */
    | { readonly kind: 'noFire'; readonly side: Side }
    /** No attack and no fire unbidden before the enemy has fired. */
    | { readonly kind: 'noFireUnlessFiredUpon'; readonly side: Side }
    | { readonly kind: 'noAir'; readonly side: Side }
    /** Who is in the region stays there. */
    | {
        readonly kind: 'noWithdrawal';
        readonly side: Side;
        readonly region: string;
        readonly units?: readonly UnitId[];
      }
    /** Nobody attacks or fires. */
    | { readonly kind: 'truce' }
  );
export type LimitOf<K extends Limit['kind']> = Extract<Limit, { readonly kind: K }>;

/** In its first turns each unit of a side may be found asleep, with this chance, and has no minutes. */
export interface Surprise extends Cited {
  readonly side: Side;
  readonly turns: number;
  readonly chance: number;
}

/** A formation that sets out late in turns begun before an hour: its units then have a share of their minutes. */
export interface LateFormation extends Cited {
  /** Headquarters of the formation, or a unit. */
  readonly unit: UnitId;
  /** 0–1, in each of its side's turns. */
  readonly chance: number;
  /** 0–1. */
  readonly share: number;
  readonly fromMinute?: Minutes;
  readonly untilMinute?: Minutes;
}

/** Orders that may not have reached a formation when the battle begins. */
export interface LostOrders extends Cited {
  /** Headquarters of the formation, or a unit. */
  readonly unit: UnitId;
  readonly chance: number;
  readonly untilMinute: Minutes;
}

/** Telephone lines of a headquarters that were down. */
export interface CutLines extends Cited {
  readonly headquarters: UnitId;
  readonly fromMinute: Minutes;
  readonly untilMinute: Minutes;
}

/** A better commander at hand for a headquarters. */
export interface Relief extends Cited {
  readonly headquarters: UnitId;
  /** Staff under the new commander, 0–1. */
  readonly staff: number;
  readonly commander?: string;
  readonly fromMinute?: Minutes;
}

/** What goes wrong between a plan and the units that are to carry it out, and who may mend it. */
export interface Friction {
  readonly late: readonly LateFormation[];
  readonly lostOrders: readonly LostOrders[];
  readonly cutLines: readonly CutLines[];
  readonly reliefs: readonly Relief[];
}

/** Edges of the map, by the compass. */
export const EDGES = ['north', 'east', 'south', 'west'] as const;
export type Edge = (typeof EDGES)[number];

/** Points between the sides that make a victory of each level. */
export interface VictoryTable extends Cited {
  readonly decisive: number;
  readonly major: number;
  readonly minor: number;
}

/** What happened, on the scenario's own scale. */
export interface History extends Cited {
  readonly score: BySide<number>;
  readonly losses: BySide<Losses>;
  readonly winner: Side | null;
  readonly text: string;
  /** Who held the objectives in the end, by their id: with them the score is worked out, not stated. */
  readonly holders?: Readonly<Record<string, Side | null>>;
  /** What the clauses measured in fact, by their id; enemy losses are in `losses`. */
  readonly measures?: Readonly<Record<string, number>>;
  /** Margins closer than this to history's count as the same. */
  readonly samePoints: number;
}

/** An ordinary unit of a branch on a side: what one takes an unidentified enemy for. Indexes into nothing; no secret. */
export type TypicalCards = BySide<Partial<Readonly<Record<Branch, UnitCard>>>>;

export interface Briefing {
  readonly side: Side;
  /** One sentence; everybody may read it. */
  readonly task: string;
  /** For the side alone. */
  readonly text: string;
}

export interface Scenario extends Cited {
  readonly id: string;
  /** Fingerprint of the documents it was read from. */
  readonly hash: string;
  readonly names: Names;
  readonly date: string;
  readonly summary: string;
  readonly briefings: readonly Briefing[];
  readonly map: BattleMap;
  readonly clock: Clock;
  /** Sides in the order in which they move. */
  readonly order: readonly [Side, Side];
  readonly weapons: ReadonlyMap<WeaponId, Weapon>;
  readonly vehicles: ReadonlyMap<VehicleId, VehicleType>;
  readonly aircraft: ReadonlyMap<AircraftId, AircraftType>;
  readonly bridging: ReadonlyMap<BridgingId, BridgingType>;
  readonly cards: readonly UnitCard[];
  readonly deployments: readonly Deployment[];
  readonly typical: TypicalCards;
  readonly works: readonly { readonly hex: HexIndex; readonly manHours: number; readonly side: Side }[];
  readonly wire: readonly { readonly hexside: number; readonly side: Side }[];
  /** Waters whose true depth a side knows from the start. */
  readonly soundings?: readonly (SoundedPlace & { readonly side: Side })[];
  /** Hexsides that are other than the map has them from the beginning; absent when none are. */
  readonly crossings?: readonly OpeningCrossing[];
  readonly objectives: readonly Objective[];
  readonly lossClauses: readonly LossClause[];
  readonly limits: readonly Limit[];
  readonly surprises: readonly Surprise[];
  readonly friction?: Friction;
  /** Edges of the map behind which a side is at home; every edge where nothing is said. */
  readonly homeEdges?: BySide<readonly Edge[]>;
  /** Region of the map where grass stands man-high. */
  readonly tallGrass?: string;
  /** What a battle keeps count of beyond men: the dead where they fell. Absent when nothing. */
  readonly counts?: { readonly dead: true };
  readonly victory: VictoryTable;
  readonly history: History;
  /** Regions that each side calls its own ground; they may overlap. */
  readonly claims?: BySide<string>;
  readonly incidents?: IncidentRules;
  readonly events?: readonly ScriptedEvent[];
  readonly exits?: readonly Exit[];
  /** Aircraft of both sides. */
  readonly air?: readonly Flight[];
  /** What counts besides objectives and own losses. */
  readonly clauses?: readonly Clause[];
  readonly options?: readonly ScenarioOption[];
  readonly supply?: SupplyRules;
}
