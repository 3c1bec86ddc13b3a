/** Means of bridging as the rules see them: one set, what it spans and bears, and what it takes to lay. */
import type { Metres, Minutes } from './clock.ts';
import type { Cited, Names } from './map.ts';

export type BridgingId = string & { readonly brand: 'BridgingId' };

export const BRIDGING_KINDS = ['pontoon', 'boats', 'timber'] as const;
export type BridgingKind = (typeof BRIDGING_KINDS)[number];

export interface BridgingType extends Cited {
  readonly id: BridgingId;
  readonly names: Names;
  readonly kind: BridgingKind;
  /** Spanned by one set. */
  readonly lengthMetres: Metres;
  readonly widthMetres: Metres;
  /** Heaviest vehicle that may cross. */
  readonly loadTonnes: number;
  /** To lay one set with so many men. */
  readonly buildHours: number;
  readonly men: number;
  /** Vehicles on it at once, where they are told. */
  readonly vehiclesAtOnce?: number;
  /** It must be closed and mended so often. */
  readonly mendEveryMinutes?: Minutes;
  /** Hard to see from the air or the far bank. */
  readonly hidden?: true;
}
