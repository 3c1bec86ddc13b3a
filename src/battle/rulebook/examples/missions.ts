/** Example of chapter 5: a battery of four guns fires a mission at a company in rifle pits. */
import { present } from '../../../model/assert.ts';
import { deadlySquareMetres, fallOf, SHELL_WEIGHT, shellEffect } from '../../../rules/fire/mission.ts';
import { suppressionAfter } from '../../../rules/fire/harm.ts';
import { TASKS } from '../../../rules/fire/tasks.ts';
import { planMission } from '../../../rules/fire/plan.ts';
import { burstShare, hitShare, MEN_A_HECTARE, onTargetShare } from '../../../rules/fire/shells.ts';
import { cardOf, weaponOf } from '../../../rules/roster.ts';
import { shellsThrough } from '../../../rules/works.ts';
import type { Figures } from '../chapter.ts';
import { COMPANY, fieldOf, unitIn } from '../field.ts';

const TARGET = 36;

export function missions(): Figures {
  const field = fieldOf([
    { id: 'battery', at: 0, arms: [['76mm-1902-30', 4]], card: { branch: 'artillery', mobility: 'towed', men: 60 } },
    { id: 'target', at: TARGET, side: 'japanese', ...COMPANY, manHours: 100 },
  ]);
  const { scenario } = field;
  const guns = unitIn(field, 'battery');
  const target = unitIn(field, 'target');
  const card = cardOf(scenario, guns.id);
  const weapon = weaponOf(scenario, present(card.armaments[0], 'guns').weapon);
  const plan = planMission(scenario, { guns, card, observer: guns, target: TARGET, task: 'suppress', turn: 1 });
  const rounds = plan.effective;
  const fall = present(fallOf(field, { card, guns, rounds, target: TARGET })[0], 'the hex aimed at');
  const effect = shellEffect(field, target, fall);
  return {
    guns: guns.pieces[0] ?? 0,
    rate: weapon.roundsPerMinute,
    minutes: TASKS.suppress.minutes,
    busy: plan.minutes,
    spent: plan.rounds[0] ?? 0,
    rounds: rounds[0] ?? 0,
    deadlyEach: weapon.lethalSquareMetres ?? 0,
    deadly: deadlySquareMetres(scenario, card, rounds),
    onTarget: onTargetShare(scenario.map),
    inHex: fall.deadlySquareMetres,
    menAHectare: MEN_A_HECTARE.dugIn,
    hectares: fall.hectares,
    ground: fall.deadlySquareMetres / (fall.hectares * 10_000),
    hit: hitShare(fall.deadlySquareMetres, fall.hectares),
    burst: burstShare(scenario.map, TARGET),
    targetMen: target.men,
    standing: target.men * hitShare(fall.deadlySquareMetres, fall.hectares) * burstShare(scenario.map, TARGET),
    pits: shellsThrough('pits'),
    men: effect.men,
    shellWeight: SHELL_WEIGHT,
    weight: effect.weight,
    felt: effect.felt,
    suppression: suppressionAfter(0, effect.weight, effect.felt, target.men),
  };
}
