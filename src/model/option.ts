/** What may be chosen before a battle begins: an order of battle by another source, a thing that nearly happened. */
import type { Minutes, Weather } from './clock.ts';
import type { Cited, Names } from './map.ts';
import type { UnitId } from './unit.ts';

/** What an option changes. A closed list: whatever an option does can be told before the battle. */
export type Change =
  /** Men, vehicles and weapons of units times `share`, or times the value of a slider. */
  | { readonly kind: 'strength'; readonly units: readonly UnitId[]; readonly share?: number }
  /** These are there only when the option is taken; or only when it is not. */
  | { readonly kind: 'only' | 'without'; readonly units: readonly UnitId[] }
  | { readonly kind: 'arrival'; readonly units: readonly UnitId[]; readonly turn: number }
  /** The clock begins at another hour. */
  | { readonly kind: 'clock'; readonly starts: readonly Minutes[] }
  | { readonly kind: 'weather'; readonly fromMinute: Minutes; readonly weather: Weather }
  /** A limit that does not hold. */
  | { readonly kind: 'limit'; readonly limit: string }
  | { readonly kind: 'points'; readonly objective: string; readonly points: number };

/** A switch is on or off, a slider a share of what the order of battle says. */
export type Choosable =
  | { readonly kind: 'switch'; readonly default: boolean }
  | {
      readonly kind: 'slider';
      readonly default: number;
      readonly least: number;
      readonly most: number;
      readonly step: number;
    };

export type ScenarioOption = Cited &
  Choosable & {
    readonly id: string;
    readonly names: Names;
    /** What the record says about it, for people. */
    readonly note: string;
    readonly changes: readonly Change[];
  };

/** What was chosen, by the id of the option; options left out are at their default. */
export type Choices = Readonly<Record<string, boolean | number>>;
