/** What teaching does to men's hearts: factors on the chance to waver, and what units of a doctrine may not be told. */
import type { Knowledge } from '../model/observation.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Doctrine, Unit, UnitCard } from '../model/unit.ts';
import { daysWithout } from './supply/want.ts';
import { entrenchmentFor, entrenchmentLevel, manHoursAt } from './works.ts';

/**
 * Factors on the chance to waver, set so that companies break at some 40 % of losses, men who do not retreat at 65 to 75 %
 * in prepared works, and raw troops and auxiliaries at 15 to 20 %. Source: scenarios/sources.md 7 [C]; drill
 * "stand-to-die".
 */
export const SHOCK = { noRetreatInWorks: 0.5, green: 2.4, auxiliary: 2.4 };

export const hasDoctrine = (card: UnitCard, doctrine: Doctrine): boolean => card.doctrine?.includes(doctrine) ?? false;

/** Factor on the unit's chance to waver. */
export function shockByDoctrine(card: UnitCard, unit: Pick<Unit, 'posture'>): number {
  if (card.doctrine === undefined) return 1;
  const stands = hasDoctrine(card, 'noRetreat') && unit.posture === 'dugIn' ? SHOCK.noRetreatInWorks : 1;
  const raw = hasDoctrine(card, 'green') ? SHOCK.green : hasDoctrine(card, 'auxiliary') ? SHOCK.auxiliary : 1;
  return stands * raw;
}

/** Share of its men below which a garrison may be let go. Source: Fui Heights, scenarios/sources.md 10 [C]. */
export const RELEASED_SHARE = 0.3;

/** Refusal of a march out of works that the unit is to hold while it can. */
export function whyMustHold(knowledge: Pick<Knowledge, 'works'>, card: UnitCard, unit: Unit): Refusal | undefined {
  if (!hasDoctrine(card, 'holdsGround') || unit.posture !== 'dugIn' || typeof unit.at !== 'number') return undefined;
  const works = entrenchmentFor(manHoursAt(knowledge.works, unit.at), unit.men);
  const isSpent =
    unit.men < RELEASED_SHARE * card.men || unit.rounds.every((rounds) => rounds === 0) || daysWithout(unit.water) > 0;
  return isSpent || entrenchmentLevel(works) < entrenchmentLevel('pits')
    ? undefined
    : { reason: 'holdsGround', percent: 100 * RELEASED_SHARE };
}
