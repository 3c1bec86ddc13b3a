/** What the map is told to show: one side's view of the battle and what the person has in hand. Nothing of Phaser here. */
import type { HexIndex } from '../../hex/grid.ts';
import type { HexsideIndex } from '../../hex/hexside.ts';
import type { Light, Metres, Minutes, Weather } from '../../model/clock.ts';
import type { ContactLevel } from '../../model/contact.ts';
import type { Side } from '../../model/side.ts';
import type { Branch, Cohesion, Echelon, GunState, StandingOrder } from '../../model/unit.ts';

/** One counter: an own unit or an enemy contact. */
export interface CounterTold {
  /** Id of the unit or of the contact. */
  readonly key: string;
  readonly own: boolean;
  readonly side: Side;
  readonly hex: HexIndex;
  /** `null` for a contact that is only suspected. */
  readonly branch: Branch | null;
  readonly echelon: Echelon | null;
  readonly label: string;
  readonly men: number | null;
  readonly vehicles: number;
  /** Fit men as a share of those who came, 0–1. */
  readonly strengthShare: number | null;
  readonly cohesion: Cohesion | null;
  /** 0–1. */
  readonly suppression: number;
  /** Minutes left as a share of the turn's, 0–1. */
  readonly timeShare: number;
  readonly spent: boolean;
  readonly dugIn: boolean;
  readonly lowAmmunition: boolean;
  /** `null` for own units. */
  readonly level: ContactLevel | null;
  /** Since a contact was last perceived; it fades with age. */
  readonly ageMinutes: Minutes;
  readonly current: boolean;
  readonly standing: StandingOrder['kind'] | null;
  readonly gunState: GunState | null;
  /** Where its front is, clockwise from the north; `null` while it has none. */
  readonly frontDegrees: number | null;
}

/** What a hexside that was worked on looks like. */
export type MadeLook = 'bridge' | 'bridge-down' | 'logs' | 'mines';

/** A hex of a path, with the minutes used when it is entered. */
interface PathStep {
  readonly hex: HexIndex;
  readonly minutes: Minutes;
  /** Turns from now: 0 is this one. */
  readonly turn: number;
  /** Known enemies can see it. */
  readonly exposed: boolean;
}

export interface ObjectiveTold {
  readonly hex: HexIndex;
  readonly holder: Side | null;
  readonly points: number;
  readonly name: string;
}

export interface MapTold {
  readonly side: Side;
  readonly counters: readonly CounterTold[];
  /** `null`: no ground is out of sight. */
  readonly visible: readonly HexIndex[] | null;
  readonly light: Light;
  readonly weather: Weather;
  readonly selected: string | null;
  /** The hex under the keyboard cursor or the pointer. */
  readonly cursor: HexIndex | null;
  /** Where the selected unit can go; the rest of the sheet is darkened. */
  readonly reach: readonly { readonly hex: HexIndex; readonly minutes: Minutes }[] | null;
  readonly path: readonly PathStep[];
  /** The way by which the selected unit is supplied, from the depot on. */
  readonly supplyLine: readonly HexIndex[];
  /** May be fired at. */
  readonly targets: readonly HexIndex[];
  /** May be assaulted. */
  readonly assaults: readonly HexIndex[];
  readonly threat: readonly HexIndex[] | null;
  readonly sight: readonly HexIndex[] | null;
  readonly objectives: readonly ObjectiveTold[];
  readonly wire: readonly HexsideIndex[];
  /** Bridges, ways of logs and mines where the map has others or none. */
  readonly made: readonly { readonly hexside: HexsideIndex; readonly look: MadeLook }[];
  /** Level of entrenchment, 1 halted … 5 improved. */
  readonly works: readonly { readonly hex: HexIndex; readonly level: number }[];
  /** Lit by flares or fires. */
  readonly flares: readonly HexIndex[];
  readonly smoke: readonly HexIndex[];
  /** Under a barrage. */
  readonly barrages: readonly HexIndex[];
  /** Of the battery in hand: hexes whose range it has, and hexes it is to fire on by the clock. */
  readonly ranged: readonly HexIndex[];
  readonly planned: readonly HexIndex[];
  /** Guns placed by their fire, and how far off they may be. */
  readonly placed: readonly { readonly hex: HexIndex; readonly errorMetres: Metres }[];
  /** Own side may not enter. */
  readonly forbidden: readonly HexIndex[];
  readonly showGrid: boolean;
  readonly showNames: boolean;
  readonly hideCounters: boolean;
  readonly reducedMotion: boolean;
}
