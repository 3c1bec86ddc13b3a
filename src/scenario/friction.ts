/** From the friction of a scenario's file to that of the rules: hours become minutes of the clock. */
import type { Minutes } from '../model/clock.ts';
import type { Friction } from '../model/scenario.ts';
import type { UnitId } from '../model/unit.ts';
import { parseClockTime } from './clock-time.ts';
import type { FrictionEntry } from './scenario-file.ts';

export const frictionOf = ({ late, lostOrders, cutLines, reliefs }: FrictionEntry): Friction => ({
  late: (late ?? []).map(({ unit, from, until, ...entry }) => ({
    ...entry,
    unit: unit as UnitId,
    ...fromMinuteOf(from),
    ...(until === undefined ? {} : { untilMinute: parseClockTime(until) }),
  })),
  lostOrders: (lostOrders ?? []).map(({ unit, until, ...entry }) => ({
    ...entry,
    unit: unit as UnitId,
    untilMinute: parseClockTime(until),
  })),
  cutLines: (cutLines ?? []).map(({ headquarters, from, until, ...entry }) => ({
    ...entry,
    headquarters: headquarters as UnitId,
    fromMinute: parseClockTime(from),
    untilMinute: parseClockTime(until),
  })),
  reliefs: (reliefs ?? []).map(({ headquarters, from, ...entry }) => ({
    ...entry,
    headquarters: headquarters as UnitId,
    ...fromMinuteOf(from),
  })),
});

const fromMinuteOf = (from: string | undefined): { readonly fromMinute?: Minutes } =>
  from === undefined ? {} : { fromMinute: parseClockTime(from) };
