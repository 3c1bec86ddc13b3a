/** What a side knows of one enemy unit. A contact has a name of its own: the unit's would tell who it is. */
import type { Direction, HexIndex } from '../hex/grid.ts';
import type { Metres, Minutes } from './clock.ts';
import type { Branch, UnitId } from './unit.ts';

export type ContactId = string & { readonly brand: 'ContactId' };

/** Something is there; what kind is there; who is there. */
export const CONTACT_LEVELS = ['suspected', 'spotted', 'identified'] as const;
export type ContactLevel = (typeof CONTACT_LEVELS)[number];

/** What gave it away last. */
export const CONTACT_SIGNS = ['sight', 'flash', 'sound', 'closeCombat', 'dust', 'lights'] as const;
export type ContactSign = (typeof CONTACT_SIGNS)[number];

/** What may be told of a contact; the side's own view. */
export interface ContactView {
  readonly id: ContactId;
  readonly hex: HexIndex;
  readonly level: ContactLevel;
  readonly sign: ContactSign;
  /** Minute of the clock when last perceived. */
  readonly atMinute: Minutes;
  /** Perceived at this moment, or remembered. */
  readonly current: boolean;
  /** From spotted on, and of guns placed by their fire. */
  readonly branch?: Branch;
  /** Placed by its fire alone: how far off the hex may be. */
  readonly errorMetres?: Metres;
  /** Men as they looked, to the nearest ten; from spotted on. */
  readonly men?: number;
  readonly vehicles?: number;
  readonly dugIn?: boolean;
  /** Its front, where it has one; from identified on. */
  readonly facing?: Direction;
  /** Out of order, as it looked; from spotted on, absent for men in order. */
  readonly mood?: 'shaken' | 'broken';
  /** Heads down, some or all, as it looked; from spotted on. */
  readonly pinned?: 'partly' | 'wholly';
  /** From identified on. */
  readonly unit?: UnitId;
}

/** The contact with the unit behind it: in the state only. */
export interface Contact {
  readonly behind: UnitId;
  readonly view: ContactView;
}
