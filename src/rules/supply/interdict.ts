/** Ground made dangerous to columns by bombs and by shells that want nobody in particular: a share of each load is lost there. */
import type { HexIndex } from '../../hex/grid.ts';
import type { Minutes } from '../../model/clock.ts';
import { opponentOf, type Side } from '../../model/side.ts';
import { type Course, happen } from '../course.ts';
import { minuteOf } from '../light.ts';

/** What makes a hex dangerous. */
export const INTERDICTORS = ['bomb', 'strafe', 'harass', 'barrage'] as const;
export type Interdictor = (typeof INTERDICTORS)[number];

/** Share of a load that is lost in the hex, and for how many minutes: craters and fear for hours, shells as they fall. [C] */
export const INTERDICTION: Readonly<Record<Interdictor, { readonly share: number; readonly minutes: Minutes }>> = {
  bomb: { share: 0.25, minutes: 180 },
  strafe: { share: 0.25, minutes: 60 },
  harass: { share: 0.3, minutes: 120 },
  barrage: { share: 0.5, minutes: 60 },
};

const isInterdictor = (task: string): task is Interdictor => INTERDICTORS.some((one) => one === task);

/** The enemy's columns lose in a hex what such a raid or fire makes them lose; nothing where no count is kept. */
export function interdict(
  course: Course,
  { by, hex, task }: { readonly by: Side; readonly hex: HexIndex; readonly task: string },
): void {
  if (course.state.supply === undefined || !isInterdictor(task)) return;
  const { share, minutes } = INTERDICTION[task];
  const untilMinute = minuteOf(course.scenario.clock, course.state.turn) + minutes;
  happen(course, { kind: 'interdicted', interdiction: { side: opponentOf(by), hex, share, untilMinute } });
}
