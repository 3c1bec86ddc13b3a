/** Fire by the clock: lines of a battery's plan are fired at their hour, whether or not anybody sees where they fall. */
import type { OrderOf } from '../../model/order.ts';
import type { Side } from '../../model/side.ts';
import type { PlannedFire, UnitId } from '../../model/unit.ts';
import { type Course, happen } from '../course.ts';
import { knowledgeOf } from '../knowledge.ts';
import { minuteOf, turnMinutesOf } from '../light.ts';
import { indexesOf } from '../roster.ts';
import { fireMission, type Mission, planOf } from './mission.ts';
import { whyNotPlanned } from './permit-mission.ts';

/** A line more in the plan, or one less. */
export function resolveTimetable(
  course: Course,
  { unit, work, target, task, minute, rounds }: OrderOf<'timetable'>,
): void {
  const line: PlannedFire = { target, task, minute, ...(rounds === undefined ? {} : { rounds }) };
  happen(course, { kind: 'planned', unit, work, line });
}

/** At the beginning of a side's turn: every line whose hour lies in it, battery by battery as the cards stand. */
export function firePlanned(course: Course, side: Side): void {
  const { clock } = course.scenario;
  const end = minuteOf(clock, course.state.turn) + turnMinutesOf(clock, course.state.turn);
  for (const index of indexesOf(course.scenario, side)) {
    const unit = course.state.units[index];
    if (unit?.plan === undefined) continue;
    for (const line of unit.plan) if (line.minute < end) fireLine(course, side, unit.id, line);
  }
}

function fireLine(course: Course, side: Side, id: UnitId, line: PlannedFire): void {
  const { scenario } = course;
  const mission: Mission = { unit: id, observer: null, target: line.target, task: line.task, line };
  const knowledge = knowledgeOf(scenario, course.state, side);
  const refusal = whyNotPlanned(scenario, knowledge, { unit: id, line, plan: planOf(course, mission) });
  if (refusal === undefined) fireMission(course, mission);
  else happen(course, { kind: 'fellOut', unit: id, line, reason: refusal.reason });
}
