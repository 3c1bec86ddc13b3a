/** Tables of leaders, fatigue, bearing and orders on their way. */
import { COMMUNICATIONS, ECHELONS, type Mobility } from '../../../model/unit.ts';
import { LATE } from '../../../rules/command.ts';
import { SHOCK } from '../../../rules/doctrine.ts';
import { DAY_HOURS, VIGOUR } from '../../../rules/fatigue.ts';
import { SUCCESSION_MINUTES } from '../../../rules/leader.ts';
import { nameOf } from '../../wording.ts';
import type { Table } from '../table.ts';

export const succession = (): Table => ({
  rows: ECHELONS.map((echelon) => [nameOf('echelon', echelon), SUCCESSION_MINUTES[echelon]]),
});

const MARCHING: readonly Mobility[] = ['foot', 'horse', 'pack', 'towed', 'truck', 'wheeled', 'tracked'];

export const dayMarches = (): Table => ({
  rows: MARCHING.map((mobility) => [nameOf('mobility', mobility), DAY_HOURS[mobility]]),
});

export const vigour = (): Table => ({
  rows: VIGOUR.map(([fatigue, share]) => [`${Math.round(100 * fatigue)} %`, share]),
});

export const bearing = (): Table => ({
  rows: [
    [nameOf('bearing', 'noRetreat'), SHOCK.noRetreatInWorks],
    [nameOf('bearing', 'green'), SHOCK.green],
    [nameOf('bearing', 'auxiliary'), SHOCK.auxiliary],
  ],
});

export const ordersLate = (): Table => ({
  rows: COMMUNICATIONS.map((means) => {
    const { minutes, metresAMinute } = LATE[means];
    return [nameOf('communications', means), minutes, metresAMinute === undefined ? null : 1000 / metresAMinute];
  }),
});
