/** Tables of time, cohesion and works: what states of mind leave of a turn, what takes how long, what digging makes. */
import { TERRAINS } from '../../../model/map.ts';
import { COHESIONS } from '../../../model/unit.ts';
import { COHESION as HAND_TO_HAND } from '../../../rules/assault/odds.ts';
import { FLARE_MINUTES, GUN_MINUTES, POSTURE_MINUTES, RALLY_MINUTES } from '../../../rules/dig.ts';
import { COHESION as FIRE } from '../../../rules/fire/effect.ts';
import { TASKS } from '../../../rules/fire/tasks.ts';
import { LEAVE_WORKS_MINUTES, WIRE_MINUTES } from '../../../rules/movement.ts';
import { COHESION_MINUTES } from '../../../rules/turn.ts';
import { DIGGING_SHARE, ENTRENCHMENTS, WORKS } from '../../../rules/works.ts';
import { nameOf } from '../../wording.ts';
import type { Table } from '../table.ts';

export const cohesionStates = (): Table => ({
  rows: COHESIONS.map((cohesion) => [
    nameOf('cohesion', cohesion),
    COHESION_MINUTES[cohesion],
    FIRE[cohesion],
    HAND_TO_HAND[cohesion],
  ]),
});

export const whatTakesTime = (): Table => ({
  rows: [
    [nameOf('task', 'leaveWorks'), LEAVE_WORKS_MINUTES],
    [nameOf('task', 'cutWire'), WIRE_MINUTES],
    [nameOf('task', 'column'), POSTURE_MINUTES.marching],
    [nameOf('task', 'deploy'), POSTURE_MINUTES.deployed],
    [nameOf('task', 'occupyWorks'), POSTURE_MINUTES.dugIn],
    [nameOf('task', 'antiTank'), GUN_MINUTES.antiTank],
    [nameOf('task', 'infantryGuns'), GUN_MINUTES.infantryGuns],
    [nameOf('task', 'artillery'), GUN_MINUTES.artillery],
    [nameOf('task', 'mission'), TASKS.suppress.minutes],
    [nameOf('task', 'rally'), RALLY_MINUTES],
    [nameOf('task', 'flare'), FLARE_MINUTES],
  ],
});

export const worksByHours = (): Table => ({
  rows: ENTRENCHMENTS.map((works) => [
    nameOf('entrenchment', works),
    WORKS[works].manHours,
    WORKS[works].smallArms,
    WORKS[works].shells,
    WORKS[works].felt,
  ]),
});

export const diggingGround = (): Table => ({
  rows: TERRAINS.map((terrain) => [
    nameOf('terrain', terrain),
    DIGGING_SHARE[terrain] > 0 ? DIGGING_SHARE[terrain] : null,
  ]),
});
