/** Example of chapter 6: two companies assault one in foxholes from two sides by night, unnoticed. */
import { present } from '../../../model/assert.ts';
import { listNeighbours } from '../../../hex/grid.ts';
import {
  CLOSE_SHARE,
  COMMAND,
  handToHandQuality,
  NIGHT_WORKS_SHARE,
  oddsOf,
  WORKS_BY_DAY,
} from '../../../rules/assault/odds.ts';
import { clearedShare, countKnots, HOME_GROUND, KNOT_MEN } from '../../../rules/assault/position.ts';
import { cardOf } from '../../../rules/roster.ts';
import type { Figures } from '../chapter.ts';
import { COMPANY, fieldOf, unitIn } from '../field.ts';

const HEX = 18;

export function assault(): Figures {
  const empty = fieldOf([{ id: 'nobody', at: 0 }]);
  const around = listNeighbours(empty.scenario.map.grid, HEX);
  const [from, opposite] = [present(around[0], 'a side'), present(around[3], 'another side')];
  const field = fieldOf(
    [
      { id: 'first', at: from, ...COMPANY },
      { id: 'second', at: opposite, ...COMPANY },
      { id: 'defender', at: HEX, side: 'japanese', ...COMPANY, manHours: 150 },
    ],
    { light: 'dark' },
  );
  const { scenario, state } = field;
  const attackers = [unitIn(field, 'first'), unitIn(field, 'second')];
  const defender = unitIn(field, 'defender');
  const card = cardOf(scenario, defender.id);
  const quality = handToHandQuality(card, 'dark');
  const odds = oddsOf({ scenario, state, attackers, hex: HEX, surprise: 'surprised' });
  const factorOf = (name: string): number =>
    present(
      odds.factors.find((factor) => factor.name === name),
      `a factor ${name}`,
    ).value;
  const knots = countKnots(state, [defender], HEX, 'outside');
  const before = factorOf('surprise') * factorOf('directions') * factorOf('entrenchment') * attackers.length;
  const powerOf = (men: number): number => men * CLOSE_SHARE.rifles * quality * COMMAND;
  return {
    men: defender.men,
    attackers: attackers.length * defender.men,
    worth: CLOSE_SHARE.rifles,
    quality,
    command: COMMAND,
    attack: powerOf(attackers.length * defender.men),
    defence: powerOf(defender.men),
    surprise: factorOf('surprise'),
    directions: factorOf('directions'),
    foxholes: WORKS_BY_DAY.foxholes,
    nightShare: NIGHT_WORKS_SHARE,
    works: factorOf('entrenchment'),
    before,
    knotMen: KNOT_MEN.foxholes,
    knots,
    homeGround: HOME_GROUND,
    ratio: odds.ratio,
    cleared: clearedShare(odds.ratio, knots, 'outside'),
    overrun: odds.chances.overrun,
    taken: odds.chances.taken,
    undecided: odds.chances.undecided,
    repulsed: odds.chances.repulsed,
    won: odds.chances.overrun + odds.chances.taken,
    attackerLoss: odds.attackerLoss('undecided'),
    defenderLoss: odds.defenderLoss('undecided'),
  };
}
