/** Example of chapter 4: a rifle company fires for ten minutes at another that lies in scrub. */
import { present } from '../../../model/assert.ts';
import type { Weapon } from '../../../model/weapon.ts';
import { dropChance } from '../../../rules/cohesion.ts';
import { valueAt } from '../../../rules/curve.ts';
import { QUALITY, volleyAt } from '../../../rules/fire/effect.ts';
import { HALF_SUPPRESSION_WEIGHT, SPREAD, suppressionAfter } from '../../../rules/fire/harm.ts';
import { cardOf, weaponOf } from '../../../rules/roster.ts';
import type { Figures } from '../chapter.ts';
import { COMPANY, FIELD_HEX_METRES, fieldOf, unitIn } from '../field.ts';

const MINUTES = 10;

export function fire(): Figures {
  const field = fieldOf(
    [
      { id: 'firer', at: 0, ...COMPANY },
      { id: 'target', at: 1, side: 'japanese', ...COMPANY },
    ],
    { terrain: { 1: 'scrub' } },
  );
  const { scenario, state } = field;
  const firer = unitIn(field, 'firer');
  const target = unitIn(field, 'target');
  const card = cardOf(scenario, firer.id);
  const { effects } = volleyAt({ scenario, state, firer, from: 0, target: 1, minutes: MINUTES, knownAs: 'current' }, [
    target,
  ]);
  const effect = present(effects[0], 'one target, one effect');
  const factorOf = (name: string): number =>
    present(
      effect.factors.find((factor) => factor.name === name),
      `a factor ${name}`,
    ).value;
  const [rifles, machineGuns] = card.armaments;
  const rifleHits = hitsAt(weaponOf(scenario, present(rifles, 'rifles').weapon));
  const gunHits = hitsAt(weaponOf(scenario, present(machineGuns, 'machine guns').weapon));
  const riflesMen = (rifles?.count ?? 0) * rifleHits * MINUTES;
  const gunsMen = (machineGuns?.count ?? 0) * gunHits * MINUTES;
  const suppression = suppressionAfter(0, effect.weight, effect.felt, target.men);
  const shock = { lossShare: effect.men / target.men, pinned: suppression };
  const shaken = { ...target, men: target.men - effect.men, wounded: effect.men, suppression };
  return {
    metres: FIELD_HEX_METRES,
    minutes: MINUTES,
    rifles: rifles?.count ?? 0,
    rifleHits,
    riflesMen,
    guns: machineGuns?.count ?? 0,
    gunHits,
    gunsMen,
    both: riflesMen + gunsMen,
    size: factorOf('size'),
    rawQuality: QUALITY.raw,
    skillQuality: QUALITY.skill,
    quality: factorOf('quality'),
    training: card.training,
    experience: card.experience,
    cover: factorOf('cover'),
    lying: factorOf('posture'),
    men: effect.men,
    low: effect.men * SPREAD[1],
    high: effect.men * SPREAD[8],
    weight: effect.weight,
    felt: effect.felt,
    targetMen: target.men,
    halfWeight: HALF_SUPPRESSION_WEIGHT * target.men,
    suppression,
    lossShare: shock.lossShare,
    wavers: dropChance(field, cardOf(scenario, target.id), shaken, shock),
  };
}

const hitsAt = (weapon: Weapon): number =>
  valueAt(
    present(weapon.menPerMinute, 'a small arm').map((point) => [point.metres, point.value] as const),
    FIELD_HEX_METRES,
  );
