/** What becomes of guns by events that only they know: lines of their plan, pieces out of order, lots of shells. */
import type { EventOf } from '../../model/event.ts';
import type { PlannedFire, Unit } from '../../model/unit.ts';

/** The guns after the event. */
export function reduceGuns(
  unit: Unit,
  event: EventOf<'planned' | 'fellOut' | 'jammed' | 'unjammed' | 'shellsIssued'>,
): Unit {
  switch (event.kind) {
    case 'planned':
      return event.work === 'add' ? withLine(unit, event.line) : withoutLine(unit, event.line);
    case 'fellOut':
      return withoutLine(unit, event.line);
    case 'jammed':
      return withJammed(unit, event.pieces, 1);
    case 'unjammed':
      return withJammed(unit, event.pieces, -1);
    case 'shellsIssued':
      return {
        ...unit,
        rounds: unit.rounds.map((left, type) => left + (event.rounds[type] ?? 0)),
        missions: unit.missions + event.missions,
      };
  }
}

/** Lines stand by their hour; of one hour, as they were set down. */
function withLine(unit: Unit, line: PlannedFire): Unit {
  const lines = unit.plan ?? [];
  const later = lines.findIndex((other) => other.minute > line.minute);
  return { ...unit, plan: lines.toSpliced(later < 0 ? lines.length : later, 0, line) };
}

/** The unit without a line of its plan. */
export function withoutLine({ plan = [], ...unit }: Unit, line: PlannedFire): Unit {
  const left = plan.filter((other) => other.target !== line.target || other.minute !== line.minute);
  return left.length === 0 ? unit : { ...unit, plan: left };
}

/** Pieces out of order (`sign` 1), or served again (-1). */
function withJammed({ outOfOrder, ...unit }: Unit, pieces: readonly number[], sign: 1 | -1): Unit {
  const jammed = unit.pieces.map((_, type) => (outOfOrder?.[type] ?? 0) + sign * (pieces[type] ?? 0));
  const served = unit.pieces.map((count, type) => count - sign * (pieces[type] ?? 0));
  return jammed.some((count) => count > 0)
    ? { ...unit, pieces: served, outOfOrder: jammed }
    : { ...unit, pieces: served };
}
