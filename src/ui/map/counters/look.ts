/**
 * What a counter looks like at a level of detail, as plain data: two counters with the same look share one picture, and
 * a test can say what is on a counter without a screen.
 */
import { type Side, SIDES } from '../../../model/side.ts';
import type { Branch, Cohesion, Echelon } from '../../../model/unit.ts';
import type { Detail } from '../detail.ts';
import type { CounterTold } from '../told.ts';

/** Parts of a time bar, of suppression: more cannot be told apart. */
const TIME_PARTS = 6;
const SUPPRESSION_PARTS = 4;
/** Minutes after which a remembered contact has faded as far as it goes, and how far that is. */
const FADED_MINUTES = 90;
const MOST_FADED = 0.58;

export interface CounterLook {
  readonly side: Side;
  readonly kind: 'full' | 'mystery';
  readonly branch: Branch | null;
  readonly echelon: Echelon | null;
  /** Strength as printed: men, or vehicles where there are any; `null` where the level of detail has none. */
  readonly strength: string | null;
  readonly label: string | null;
  readonly cohesion: Cohesion | null;
  /** 0–4. */
  readonly suppression: number;
  /** 0–6 of the turn's minutes; `null` for contacts. */
  readonly time: number | null;
  readonly spent: boolean;
  readonly dugIn: boolean;
  readonly lowAmmunition: boolean;
  readonly limbered: boolean;
  /** Clockwise from the north. */
  readonly frontDegrees: number | null;
  readonly standing: CounterTold['standing'];
  /** Minutes since last perceived, for a remembered contact. */
  readonly age: number | null;
}

export function lookOf(told: CounterTold, detail: Detail): CounterLook {
  const isFar = detail === 'far';
  const isNear = detail === 'near';
  return {
    side: told.side,
    kind: told.level === 'suspected' || told.branch === null ? 'mystery' : 'full',
    branch: told.level === 'suspected' ? null : told.branch,
    echelon: isFar || told.level === 'suspected' || told.level === 'spotted' ? null : told.echelon,
    strength: isFar || told.level === 'suspected' ? null : strengthOf(told),
    label: isNear && (told.own || told.level === 'identified') ? told.label : null,
    cohesion: told.cohesion === 'steady' ? null : told.cohesion,
    suppression: isFar ? 0 : Math.round(told.suppression * SUPPRESSION_PARTS),
    time: told.own && !isFar ? Math.ceil(told.timeShare * TIME_PARTS) : null,
    spent: told.own && told.spent,
    dugIn: !isFar && told.dugIn,
    lowAmmunition: !isFar && told.lowAmmunition,
    frontDegrees: isFar ? null : told.frontDegrees,
    limbered: !isFar && told.gunState === 'limbered',
    standing: isFar ? null : told.standing,
    age: told.own || told.current ? null : Math.round(told.ageMinutes),
  };
}

/** Exact for own units; what was seen of the enemy is marked as uncertain. */
function strengthOf(told: CounterTold): string {
  if (told.vehicles > 0) return told.own ? `${told.vehicles}` : `${told.vehicles}?`;
  if (told.men === null) return '?';
  return told.own ? `${told.men}` : `${told.men}?`;
}

/** How opaque a counter is, 0–1: what is no longer perceived fades. */
export function opacityOf(told: CounterTold): number {
  if (told.own || told.current) return 1;
  return 1 - (1 - MOST_FADED) * Math.min(1, 0.25 + told.ageMinutes / FADED_MINUTES);
}

/** The same for looks that are drawn alike. */
export function lookKey(look: CounterLook): string {
  return [
    SIDES.indexOf(look.side),
    look.kind,
    look.branch ?? '',
    look.echelon ?? '',
    look.strength ?? '',
    look.label ?? '',
    look.cohesion ?? '',
    look.suppression,
    look.time ?? '',
    look.spent,
    look.dugIn,
    look.lowAmmunition,
    look.limbered,
    look.frontDegrees ?? '',
    look.standing ?? '',
    look.age ?? '',
  ].join('|');
}
