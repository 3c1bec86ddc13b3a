/**
 * A result being worked out: rules emit events, each is folded into the state at once, and the next rule reads what has
 * become of it. What was left to chance is noted with the event it was drawn for. Lives for one order.
 */
import type { HexIndex } from '../hex/grid.ts';
import type { Chance, Draw } from '../model/chance.ts';
import type { BattleEvent } from '../model/event.ts';
import type { Scenario } from '../model/scenario.ts';
import type { BattleState } from '../model/state.ts';
import type { Outlook } from './outlook.ts';
import { reduce } from './reduce.ts';

export interface Course {
  readonly scenario: Scenario;
  /** Of the resolution; rules draw through `chanceFor`, which notes whose affair it was. */
  readonly chance: Chance;
  readonly events: BattleEvent[];
  /** Drawn for an event that is still to come. */
  readonly draws: Draw[];
  state: BattleState;
  /** How things stood when both sides last looked about them, if they are known to have done so. */
  looked: Outlook | undefined;
}

/** States that came of a course, with the last look about. */
const LOOKED = new WeakMap<BattleState, Outlook>();

export function beginCourse(scenario: Scenario, state: BattleState, chance: Chance): Course {
  const last = LOOKED.get(state);
  const looked = last?.scenario === scenario ? last : undefined;
  return { scenario, chance, events: [], draws: [], state, looked };
}

/** What came of it. Whoever begins a course with this state need not look at everything anew. */
export function endCourse({ state, events, looked }: Course): {
  readonly state: BattleState;
  readonly events: readonly BattleEvent[];
} {
  if (looked !== undefined) LOOKED.set(state, looked);
  return { state, events };
}

/** By card, where everybody in action is, as found at the last look about; nothing when somebody has changed since. */
export const findPosts = ({ looked, state }: Course): readonly (HexIndex | -1)[] | undefined =>
  looked?.state.units === state.units ? looked.shown.posts : undefined;

/** Something happens: it is recorded with what was drawn for it, and takes effect. */
export function happen(course: Course, event: BattleEvent): void {
  course.events.push(course.draws.length === 0 ? event : { ...event, draws: course.draws.splice(0) });
  course.state = reduce(course.scenario, course.state, event);
}

/**
 * Chance in an affair of a unit's, of both sides' or of nobody's, with every draw noted. A side is told only of draws
 * about its own units: those about others may stand with the same event and would tell of men nobody has seen.
 */
export function chanceFor(course: Course, about: Draw['about']): Chance {
  const { chance, draws } = course;
  return {
    roll: (faces, what) => {
      const roll = chance.roll(faces, what);
      draws.push({ what, about, kind: 'roll', of: faces, result: roll.result });
      return roll;
    },
    happens: (likely, what) => {
      const result = chance.happens(likely, what);
      noteTest(course, { what, about, kind: 'happens', chance: likely, result });
      return result;
    },
    pick: (values, what) => {
      const result = chance.pick(values, what);
      draws.push({ what, about, kind: 'pick', of: values.length, result });
      return result;
    },
    whole: (amount, what) => {
      const result = chance.whole(amount, what);
      const broken = amount - Math.floor(amount);
      if (broken > 0) draws.push({ what, about, kind: 'whole', chance: broken, result });
      return result;
    },
  };
}

/** What did not come true led to nothing: it belongs to what happened last. */
function noteTest({ events, draws }: Course, draw: Draw): void {
  const last = events[events.length - 1];
  if (draw.result === true || last === undefined) draws.push(draw);
  else events[events.length - 1] = { ...last, draws: [...(last.draws ?? []), draw] };
}
