/** Example of chapter 7: a company loses men and is pinned; the chance that it wavers, and that it rallies later. */
import { dropChance, RALLY, rallyChance, resolveOf, TEST } from '../../../rules/cohesion.ts';
import { cardOf } from '../../../rules/roster.ts';
import type { Figures } from '../chapter.ts';
import { COMPANY, fieldOf, unitIn } from '../field.ts';

const LOST = 12;
const SUPPRESSION = 0.5;
const RALLIES_AT = 0.2;

export function cohesion(): Figures {
  const field = fieldOf([{ id: 'company', at: 0, ...COMPANY }]);
  const fresh = unitIn(field, 'company');
  const card = cardOf(field.scenario, fresh.id);
  const hurt = { ...fresh, men: fresh.men - LOST, wounded: LOST, suppression: SUPPRESSION };
  const shock = { lossShare: LOST / fresh.men, pinned: SUPPRESSION };
  const resolve = resolveOf(card, fresh);
  return {
    men: fresh.men,
    lost: LOST,
    lossShare: shock.lossShare,
    suppression: SUPPRESSION,
    lossWeight: TEST.lossNow,
    pinnedWeight: TEST.pinnedNow,
    shock: TEST.lossNow * shock.lossShare + TEST.pinnedNow * SUPPRESSION,
    pinned: 1 + TEST.pinned * SUPPRESSION,
    resolve,
    resolveFactor: TEST.weak - TEST.strong * resolve,
    inCommand: TEST.inCommand,
    chance: dropChance(field, card, hurt, shock),
    rallySuppression: RALLIES_AT,
    rallyBase: RALLY.base,
    rallyResolve: RALLY.resolve * resolve,
    rallyCommand: RALLY.inCommand,
    rallyPinned: RALLY.suppression * RALLIES_AT,
    rallyMinutes: RALLY.perMinutes,
    rally: rallyChance(field, card, { ...hurt, cohesion: 'shaken', suppression: RALLIES_AT }, RALLY.perMinutes),
  };
}
