/** Ways off the map: a unit that leaves by one of its side's exits is safe, counts, and does not come back. */
import type { Exit } from '../../model/affair.ts';
import type { Knowledge } from '../../model/observation.ts';
import type { Refusal } from '../../model/refusal.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Side } from '../../model/side.ts';
import type { Unit, UnitCard, UnitId } from '../../model/unit.ts';
import { listAboard } from '../carry.ts';
import { perceive } from '../contacts.ts';
import { type Course, happen } from '../course.ts';
import { listBounds } from '../limits.ts';
import { whyStays } from '../march.ts';
import { whyNoTime } from '../minutes.ts';
import { cardOf, unitOf } from '../roster.ts';

/** The last steps off the map. [C] */
export const LEAVE_MINUTES = 5;

/** The exit of a side at a hex: the first that has it. */
export const findExit = (scenario: Scenario, side: Side, at: Unit['at']): Exit | undefined =>
  typeof at === 'number'
    ? scenario.exits?.find((exit) => exit.side === side && (scenario.map.regions.get(exit.region) ?? []).includes(at))
    : undefined;

/** Refusal of leaving the map here and now. */
export function whyNotExit(scenario: Scenario, knowledge: Knowledge, card: UnitCard, unit: Unit): Refusal | undefined {
  if (findExit(scenario, knowledge.side, unit.at) === undefined) return { reason: 'noExit' };
  const [region] = listBounds(scenario, knowledge, unit);
  if (region !== undefined) return { reason: 'noWithdrawal', region };
  return whyStays(scenario, knowledge, card, unit) ?? whyNoTime(unit, LEAVE_MINUTES);
}

/** The unit leaves. */
export function resolveLeave(course: Course, id: UnitId): void {
  const { scenario, state } = course;
  const exit = findExit(scenario, cardOf(scenario, id).side, unitOf(scenario, state, id).at);
  goOff(course, id, exit?.id ?? null);
  perceive(course);
}

/** A unit goes, with whoever is aboard. */
export function goOff(course: Course, id: UnitId, exit: string | null): void {
  const minutes = exit === null ? 0 : LEAVE_MINUTES;
  for (const passenger of listAboard(course.state.units, id))
    happen(course, { kind: 'left', unit: passenger.id, exit, minutes });
  happen(course, { kind: 'left', unit: id, exit, minutes });
}
