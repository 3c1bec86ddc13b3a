/** Example of chapter 5: four howitzers at a battery in pits that was placed by its fire and that nobody sees. */
import { present } from '../../../model/assert.ts';
import { BY_MAP_SHARE, deadlySquareMetres, fallOf, SHELL_WEIGHT, shellEffect } from '../../../rules/fire/mission.ts';
import { suppressionAfter } from '../../../rules/fire/harm.ts';
import { FLASH_ERROR_METRES, placeChance } from '../../../rules/fire/location.ts';
import { planMission } from '../../../rules/fire/plan.ts';
import { hitShare, onTargetShare } from '../../../rules/fire/shells.ts';
import { TASKS } from '../../../rules/fire/tasks.ts';
import { cardOf, weaponOf } from '../../../rules/roster.ts';
import { shellsThrough } from '../../../rules/works.ts';
import type { Figures } from '../chapter.ts';
import { fieldOf, unitIn } from '../field.ts';

const TARGET = 36;
const BATTERY = { branch: 'artillery', mobility: 'towed', men: 60 } as const;

export function silencing(): Figures {
  const field = fieldOf([
    { id: 'howitzers', at: 0, arms: [['122mm-1910-30', 4]], card: BATTERY, now: { rounds: [300] } },
    { id: 'placed', at: TARGET, side: 'japanese', arms: [['type-38-75mm', 4]], card: BATTERY, manHours: 60 },
  ]);
  const { scenario } = field;
  const guns = unitIn(field, 'howitzers');
  const target = unitIn(field, 'placed');
  const card = cardOf(scenario, guns.id);
  const weapon = weaponOf(scenario, present(card.armaments[0], 'guns').weapon);
  const plan = planMission(scenario, { guns, card, observer: guns, target: TARGET, task: 'counterBattery', turn: 1 });
  const rounds = plan.effective;
  const fall = present(
    fallOf(field, { card, guns, rounds, target: TARGET, laid: 'byMap' })[0],
    'the hex aimed at comes first',
  );
  const effect = shellEffect(field, target, fall);
  const suppression = suppressionAfter(0, effect.weight, effect.felt, target.men);
  return {
    guns: guns.pieces[0] ?? 0,
    rate: weapon.roundsPerMinute,
    minutes: TASKS.counterBattery.minutes,
    rounds: rounds[0] ?? 0,
    deadlyEach: weapon.lethalSquareMetres ?? 0,
    deadly: deadlySquareMetres(scenario, card, rounds),
    onTarget: onTargetShare(scenario.map),
    byMap: BY_MAP_SHARE,
    inHex: fall.deadlySquareMetres,
    targetMen: target.men,
    hectares: fall.hectares,
    ground: fall.deadlySquareMetres / (fall.hectares * 10_000),
    hit: hitShare(fall.deadlySquareMetres, fall.hectares),
    standing: target.men * hitShare(fall.deadlySquareMetres, fall.hectares),
    pits: shellsThrough('pits'),
    men: effect.men,
    shellWeight: SHELL_WEIGHT,
    weight: effect.weight,
    felt: effect.felt,
    suppression,
    served: 1 - suppression,
    error: FLASH_ERROR_METRES,
    chance: placeChance(scenario.map, FLASH_ERROR_METRES),
  };
}
