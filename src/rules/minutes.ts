/**
 * Minutes as the only currency: what a unit may begin with those it has. What takes longer than a whole turn is begun with
 * a turn untouched, takes effect at once and is paid off in the turns that follow, so that a step through a marsh, or the
 * laying of a gun, costs the same however short the turns are.
 */
import type { Minutes } from '../model/clock.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Unit } from '../model/unit.ts';
import { tenths } from './curve.ts';

/** Whether the unit has spent nothing of this turn. */
const isUntouched = (unit: Unit): boolean => unit.minutesLeft > 0 && unit.minutesLeft === unit.minutesGiven;

/** Whether the unit may begin what takes so long. */
export const canBegin = (unit: Unit, minutes: Minutes): boolean => minutes <= unit.minutesLeft || isUntouched(unit);

/** Refusal of what takes longer than the unit has. */
export const whyNoTime = (unit: Unit, minutes: Minutes): Refusal | undefined =>
  canBegin(unit, minutes) ? undefined : { reason: 'notEnoughMinutes', minutes, minutesLeft: unit.minutesLeft };

/** The unit after spending so many minutes; what it has not got it owes. */
export function spend(unit: Unit, minutes: Minutes): Unit {
  const owed = tenths((unit.owedMinutes ?? 0) + Math.max(0, minutes - unit.minutesLeft));
  const spent: Unit = { ...unit, minutesLeft: tenths(Math.max(0, unit.minutesLeft - minutes)) };
  return owed > 0 ? { ...spent, owedMinutes: owed } : spent;
}

/** Minutes a unit has in a turn that would give it so many: what it owes is paid off first. */
export function payOff(unit: Unit, minutes: Minutes): { readonly minutes: Minutes; readonly owed: Minutes } {
  const owed = unit.owedMinutes ?? 0;
  return { minutes: tenths(Math.max(0, minutes - owed)), owed: tenths(Math.max(0, owed - minutes)) };
}
