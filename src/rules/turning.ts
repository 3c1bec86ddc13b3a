/** Units that bring their front round: ordered to, or because somebody comes from elsewhere. */
import { directionTowards } from '../hex/bearing.ts';
import type { Direction, HexIndex } from '../hex/grid.ts';
import type { Minutes } from '../model/clock.ts';
import type { UnitId } from '../model/unit.ts';
import { type Course, happen } from './course.ts';
import { turnMinutes } from './facing.ts';
import { cardOf, unitOf } from './roster.ts';

export function resolveTurn(
  course: Course,
  { unit: id, facing }: { readonly unit: UnitId; readonly facing: Direction },
): void {
  const { scenario, state } = course;
  const minutes = turnMinutes(scenario, cardOf(scenario, id), unitOf(scenario, state, id));
  happen(course, { kind: 'turned', unit: id, facing, minutes });
}

/** Turns a unit towards a hex. */
export function faceTowards(course: Course, id: UnitId, target: HexIndex, minutes: Minutes): void {
  const { at } = unitOf(course.scenario, course.state, id);
  if (typeof at !== 'number') return;
  const facing = directionTowards(course.scenario.map.grid, at, target);
  happen(course, { kind: 'turned', unit: id, facing, minutes });
}
