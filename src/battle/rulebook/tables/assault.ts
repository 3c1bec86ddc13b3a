/** Tables of assault: what men are worth hand to hand, works, chances by the odds, what a fight costs. */
import { LIGHTS } from '../../../model/clock.ts';
import { BRANCHES } from '../../../model/unit.ts';
import { CHARGE_METRES_A_MINUTE, RUSH_METRES_A_MINUTE } from '../../../rules/assault/approach.ts';
import { CLOSE_COMBAT_MINUTES } from '../../../rules/assault/assault.ts';
import {
  chancesAt,
  CLOSE_SHARE,
  lossShare,
  NIGHT_WORKS_SHARE,
  TANK_MEN,
  WORKS_BY_DAY,
} from '../../../rules/assault/odds.ts';
import { KNOT_MEN } from '../../../rules/assault/position.ts';
import { ENTRENCHMENTS } from '../../../rules/works.ts';
import { nameOf } from '../../wording.ts';
import type { Table } from '../table.ts';

export const handToHand = (): Table => ({
  rows: BRANCHES.filter((branch) => branch !== 'tanks').map((branch) => [
    nameOf('branch', branch),
    CLOSE_SHARE[branch],
  ]),
});

export const assaultByLight = (): Table => ({
  rows: LIGHTS.map((light) => [
    nameOf('light', light),
    RUSH_METRES_A_MINUTE[light],
    CHARGE_METRES_A_MINUTE[light],
    TANK_MEN[light],
  ]),
});

export const knots = (): Table => ({
  rows: ENTRENCHMENTS.map((works) => [
    nameOf('entrenchment', works),
    Number.isFinite(KNOT_MEN[works]) ? KNOT_MEN[works] : null,
  ]),
});

export const assaultWorks = (): Table => ({
  rows: ENTRENCHMENTS.map((works) => [
    nameOf('entrenchment', works),
    1 / WORKS_BY_DAY[works],
    1 / (1 + (WORKS_BY_DAY[works] - 1) * NIGHT_WORKS_SHARE),
  ]),
});

const RATIOS = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6];

const percent = (share: number): string => `${Math.round(share * 100)} %`;

export const chancesByOdds = (): Table => ({
  rows: RATIOS.map((ratio) => {
    const { repulsed, undecided, taken, overrun } = chancesAt(ratio);
    return [`${ratio} : 1`, ...[repulsed, undecided, taken, overrun].map(percent)];
  }),
});

export const costByOdds = (): Table => ({
  rows: RATIOS.map((ratio) => [
    `${ratio} : 1`,
    percent(lossShare('attacker', 1 / ratio, 'repulsed')),
    percent(lossShare('defender', ratio, 'repulsed')),
    percent(lossShare('attacker', 1 / ratio, 'undecided')),
    percent(lossShare('defender', ratio, 'undecided')),
    percent(lossShare('attacker', 1 / ratio, 'taken')),
    percent(lossShare('defender', ratio, 'taken')),
  ]),
});

export const closeCombatMinutes = (): Table => ({
  rows: CLOSE_COMBAT_MINUTES.map(([metres, minutes]) => [`${metres}`, minutes]),
});
