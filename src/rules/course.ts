/**
 * A result being worked out: rules emit events, each is folded into the state at once, and the next rule reads what has
 * become of it. Lives for one order.
 */
import type { Chance } from '../model/chance.ts';
import type { BattleEvent } from '../model/event.ts';
import type { Scenario } from '../model/scenario.ts';
import type { BattleState } from '../model/state.ts';
import { reduce } from './reduce.ts';

export interface Course {
  readonly scenario: Scenario;
  readonly chance: Chance;
  readonly events: BattleEvent[];
  state: BattleState;
}

export const beginCourse = (scenario: Scenario, state: BattleState, chance: Chance): Course => ({
  scenario,
  chance,
  events: [],
  state,
});

/** Something happens: it is recorded and takes effect. */
export function happen(course: Course, event: BattleEvent): void {
  course.events.push(event);
  course.state = reduce(course.scenario, course.state, event);
}
