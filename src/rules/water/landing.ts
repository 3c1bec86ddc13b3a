/** Men set ashore from a vessel beside the bank: whoever waits there in hiding meets her first. */
import type { HexIndex } from '../../hex/grid.ts';
import type { UnitId } from '../../model/unit.ts';
import { boardMinutes } from '../carry.ts';
import { perceive } from '../contacts.ts';
import { type Course, happen } from '../course.ts';
import { resolveReaction } from '../fire/direct.ts';
import { meetsEnemy } from '../encounter.ts';
import { cardOf, unitOf } from '../roster.ts';

export function resolveLanding(
  course: Course,
  { unit, passenger, to }: { readonly unit: UnitId; readonly passenger: UnitId; readonly to: HexIndex },
): void {
  const { scenario } = course;
  if (meetsEnemy(course, cardOf(scenario, unit), unitOf(scenario, course.state, unit), to)) {
    happen(course, { kind: 'halted', unit, cause: 'ambushed' });
    return;
  }
  const minutes = boardMinutes(cardOf(scenario, passenger));
  happen(course, { kind: 'unloaded', unit: passenger, carrier: unit, hex: to, minutes });
  perceive(course);
  resolveReaction(course, passenger, minutes);
}
