/** What an order may bring, told before it is given, from what the side knows. Chances 0–1, men, minutes. */
import type { HexIndex } from '../hex/grid.ts';
import type { Minutes } from './clock.ts';
import type { ContactId } from './contact.ts';
import type { AssaultOutcome } from './event.ts';
import type { Factor } from './factor.ts';
import type { UnitId } from './unit.ts';

/** A spread of a quantity: tenth, mean, nine tenths. */
export interface Spread {
  readonly low: number;
  readonly mean: number;
  readonly high: number;
}

/** What came of giving the order many times over in the believed battle. Men, vehicles, chances 0–1. */
export interface Tried {
  readonly count: number;
  readonly ownMen: Spread;
  readonly enemyMen: Spread;
  readonly ownVehicles: Spread;
  readonly enemyVehicles: Spread;
  readonly ownWaversChance: number;
  readonly enemyWaversChance: number;
  /** That an own unit pulls itself together. */
  readonly ralliesChance: number;
  /** That the order is not carried out to its end. */
  readonly haltedChance: number;
}

/** An enemy that may fire on what the order exposes. */
export interface Threat {
  readonly contact: ContactId;
  readonly hex: HexIndex;
  readonly expectedMen: number;
}

/** What may go wrong on a march: vehicles fall out, vehicles stick in the mud, the unit loses its way. */
export const RISKS = ['breakdown', 'bogged', 'astray'] as const;
export interface Risk {
  readonly kind: (typeof RISKS)[number];
  readonly chance: number;
}

type Told =
  | {
      readonly kind: 'move';
      readonly minutes: Minutes;
      /** Minutes left on entering each hex of the path. */
      readonly minutesLeft: readonly Minutes[];
      /** Hexes of the path that known enemies can see. */
      readonly seenHexes: readonly HexIndex[];
      /** Absent where nothing may go wrong. */
      readonly risks?: readonly Risk[];
      readonly threats: readonly Threat[];
    }
  | {
      readonly kind: 'fire';
      readonly minutes: Minutes;
      readonly men: Spread;
      readonly vehicles: Spread;
      /** Target's suppression after it. */
      readonly suppression: Spread;
      /** Chance that the target's cohesion drops. */
      readonly cohesionChance: number;
      readonly expectedMen: number;
      readonly factors: readonly Factor[];
      readonly threats: readonly Threat[];
      /** Chance that guns placed by their fire are in that hex at all; not said of targets seen. */
      readonly placeChance?: number;
      /** Of smoke: how long it lies. */
      readonly smokeMinutes?: Minutes;
    }
  | {
      readonly kind: 'assault';
      /** By unit, in the order given. */
      readonly minutes: readonly Minutes[];
      readonly chances: Readonly<Record<AssaultOutcome, number>>;
      readonly ownMen: Spread;
      readonly enemyMen: Spread;
      readonly ratio: number;
      readonly factors: readonly Factor[];
      readonly threats: readonly Threat[];
    }
  | {
      readonly kind: 'cross';
      readonly minutes: Minutes;
      readonly unit: UnitId;
      /** Where it comes ashore: swimmers are carried down by the current. */
      readonly to: HexIndex;
      /** Of boats and rafts to and fro; nil of swimmers. */
      readonly trips: number;
      /** Pieces left on the bank, and men lost in the water on average. */
      readonly piecesLeft: number;
      readonly drownedMen: number;
    }
  | {
      readonly kind: 'other';
      readonly minutes: Minutes;
      readonly unit: UnitId | null;
      /** Of engineers' works: how far it is then, minutes until it is done, and the chance that a blast succeeds. */
      readonly work?: { readonly doneShare: number; readonly minutesToDo: Minutes; readonly chance?: number };
    };

/** The forecast of an order; `tried` where anything is left to chance and there was time to try. */
export type Forecast = Told & { readonly tried?: Tried };

export type ForecastOf<K extends Forecast['kind']> = Extract<Forecast, { readonly kind: K }>;
