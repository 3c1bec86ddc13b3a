/** Tables of fire missions: what guns may be asked for, how near to own men shells may fall, fixes, smoke, barrels. */
import { MISSION_TASKS } from '../../../model/unit.ts';
import { placeChance } from '../../../rules/fire/location.ts';
import { SMOKE_METRES } from '../../../rules/fire/plan.ts';
import { SAFE_METRES, TASKS } from '../../../rules/fire/tasks.ts';
import { BURST_HOURS } from '../../../rules/fire/wear.ts';
import { nameOf } from '../../wording.ts';
import { weaponTable } from '../field.ts';
import type { Table } from '../table.ts';

export const missionTasks = (): Table => ({
  rows: MISSION_TASKS.map((task) => [
    nameOf('missionTask', task),
    TASKS[task].minutes,
    TASKS[task].rate,
    TASKS[task].missions,
  ]),
});

export const safeDistance = (): Table => ({
  rows: SAFE_METRES.map(([most, metres], place) => [
    Number.isFinite(most) ? `≤ ${most}` : `> ${SAFE_METRES[place - 1]?.[0] ?? 0}`,
    metres,
  ]),
});

const ERRORS_METRES = [100, 200, 400, 800];
const HEX_METRES = [250, 500, 1000];

export const fixChances = (): Table => ({
  rows: ERRORS_METRES.map((error) => [`${error}`, ...HEX_METRES.map((hexMetres) => placeChance({ hexMetres }, error))]),
});

export const smokeShells = (): Table => ({ rows: SMOKE_METRES.map(([calibre, metres]) => [`${calibre}`, metres]) });

export const gunWear = (): Table => ({
  rows: [...weaponTable().values()]
    .filter(({ indirectMetres, maxRoundsPerHour }) => indirectMetres !== undefined && maxRoundsPerHour !== undefined)
    .map(({ names, maxRoundsPerHour = 0, heat }) => [
      names.en,
      maxRoundsPerHour,
      maxRoundsPerHour * BURST_HOURS,
      heat?.missions ?? null,
      heat?.share ?? null,
    ]),
});
