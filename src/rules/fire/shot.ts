/** A volley before it is thrown for: who fires at what, and what comes of it for each target. */
import type { HexIndex } from '../../hex/grid.ts';
import type { Metres, Minutes } from '../../model/clock.ts';
import type { Factor } from '../../model/factor.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { BattleState } from '../../model/state.ts';
import type { Unit } from '../../model/unit.ts';
import type { WeaponKind } from '../../model/weapon.ts';
import type { Shots } from './shots.ts';

/** Aim at what one sees now, saw not long ago, or only suspects. [C] */
export const KNOWLEDGE = { current: 1, remembered: 0.5, suspected: 0.3 } as const;
export type KnownAs = keyof typeof KNOWLEDGE;

export interface Shot {
  readonly scenario: Scenario;
  readonly state: BattleState;
  readonly firer: Unit;
  readonly from: HexIndex;
  readonly target: HexIndex;
  readonly minutes: Minutes;
  readonly knownAs: KnownAs;
  /** Weapons of one kind alone. */
  readonly only?: WeaponKind;
  /** Overrides the distance, for final fire at the last yards. */
  readonly metres?: Metres;
}

/** What one target in the hex suffers on average. */
export interface Effect {
  readonly target: Unit;
  /** Men hit. */
  readonly men: number;
  readonly vehicles: number;
  /** Men that would be hit standing in the open: what keeps heads down. */
  readonly weight: number;
  /** Share of it that the target feels where it lies. */
  readonly felt: number;
  /** See `Blow`. */
  readonly dread?: number;
  /** Rounds at its vehicles, where it has some that they can stop; `vehicles` is what comes of them on average. */
  readonly shots?: Shots;
  readonly factors: readonly Factor[];
}

/** Rounds spent by type of weapon and the effects on each target, in the order given. */
export interface Volley {
  readonly rounds: readonly number[];
  readonly effects: readonly Effect[];
  /** The firer's and the ground's part of the arithmetic, whoever is there. */
  readonly own: readonly Factor[];
}

/** What the target's posture and works leave of the harm. */
export interface Shelter {
  readonly name: 'moving' | 'posture' | 'entrenchment';
  readonly smallArms: number;
  readonly shells: number;
  /** Share of the weight of fire that is felt. */
  readonly felt: number;
  readonly vehicles: number;
}

/** What a volley has for one of its targets. */
export interface Aim {
  readonly target: Unit;
  /** Of each type of weapon, those that go at this target. */
  readonly rounds: readonly number[];
  readonly metres: Metres;
  readonly own: readonly Factor[];
}
