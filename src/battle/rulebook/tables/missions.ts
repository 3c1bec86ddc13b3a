/** Tables of fire missions: what guns may be asked for, how near to own men shells may fall. */
import { MISSION_TASKS } from '../../../model/unit.ts';
import { SAFE_METRES, TASKS } from '../../../rules/fire/tasks.ts';
import { nameOf } from '../../wording.ts';
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
