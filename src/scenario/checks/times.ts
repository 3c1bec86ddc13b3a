/** Hours follow each other, and what is to happen in the battle happens before its end. */
import { parseClockTime, startsOf } from '../clock-time.ts';
import { describeFound } from '../problem.ts';
import type { Draft, Fault } from '../draft.ts';
import type { ClockEntry } from '../scenario-file.ts';

export function listUnorderedSkies({ clock }: Draft): Fault[] {
  if (clock === undefined) return [];
  const minutes = clock.skies.map(({ from }) => parseClockTime(from));
  return clock.skies.flatMap(({ from }, index): Fault[] => {
    const fault = (expected: string): Fault[] => [
      { path: `clock.skies[${index}].from`, found: describeFound(from), expected },
    ];
    const minute = minutes[index] ?? 0;
    if (index === 0)
      return minute <= parseClockTime(clock.start) ? [] : fault(`an hour not after the start, ${clock.start}`);
    return minute > (minutes[index - 1] ?? 0) ? [] : fault('an hour after that of the entry before');
  });
}

/** The moon is told of where it shines. */
export function listMoonsUnseen({ clock }: Draft): Fault[] {
  return (clock?.skies ?? []).flatMap(({ light, moonShare }, index): Fault[] =>
    moonShare === undefined || light === 'moon'
      ? []
      : [
          {
            path: `clock.skies[${index}].moonShare`,
            found: describeFound(moonShare),
            expected: 'no moon in a sky whose light is not "moon"',
          },
        ],
  );
}

export function listUnorderedSpans({ clock }: Draft): Fault[] {
  if (clock === undefined || typeof clock.turnMinutes === 'number') return [];
  const hours = clock.turnMinutes.map(({ from }) => parseClockTime(from));
  return clock.turnMinutes.flatMap(({ from }, index): Fault[] =>
    index === 0 || (hours[index] ?? 0) > (hours[index - 1] ?? 0)
      ? []
      : [
          {
            path: `clock.turnMinutes[${index}].from`,
            found: describeFound(from),
            expected: 'an hour after that of the entry before',
          },
        ],
  );
}

export function listTimesAfterTheEnd(draft: Draft): Fault[] {
  const { clock } = draft;
  if (clock === undefined) return [];
  const endMinute = endOf(clock);
  const times: (readonly [path: string, time: string | undefined])[] = [
    ...draft.units.flatMap(({ path, value: { start, headquarters, offMap, timetable = [] } }) => [
      ...timetable.map(({ from }, index) => [`${path}.timetable[${index}].from`, from] as const),
      [`${path}.start.release`, start?.release === 'event' ? undefined : start?.release] as const,
      [`${path}.headquarters.from`, headquarters?.from] as const,
      [`${path}.offMap.from`, offMap?.from] as const,
    ]),
    ...listFrictionTimes(draft),
    ...draft.limits.flatMap(({ path, value: { from, until } }) => [
      [`${path}.from`, from] as const,
      [`${path}.until`, until] as const,
    ]),
    ...draft.air.flatMap(({ path, value: { from, until } }) => [
      [`${path}.from`, from] as const,
      [`${path}.until`, until] as const,
    ]),
    ...draft.events.flatMap(({ path, value: { when } }) => [
      [`${path}.when.from`, when.from] as const,
      [`${path}.when.until`, when.until] as const,
    ]),
  ];
  return times.flatMap(([path, time]): Fault[] => {
    if (time === undefined || parseClockTime(time) <= endMinute) return [];
    return [{ path, found: describeFound(time), expected: 'an hour not after the end of the battle' }];
  });
}

function listFrictionTimes({ friction }: Draft): (readonly [path: string, time: string | undefined])[] {
  if (friction === undefined) return [];
  return [
    ...(friction.late ?? []).map((entry, index) => [`friction.late[${index}].from`, entry.from] as const),
    ...(friction.lostOrders ?? []).map((entry, index) => [`friction.lostOrders[${index}].until`, entry.until] as const),
    ...(friction.cutLines ?? []).map((entry, index) => [`friction.cutLines[${index}].from`, entry.from] as const),
    ...(friction.reliefs ?? []).map((entry, index) => [`friction.reliefs[${index}].from`, entry.from] as const),
  ];
}

export function listTurnsAfterTheEnd({ clock, units, surprises }: Draft): Fault[] {
  if (clock === undefined) return [];
  const turns: (readonly [path: string, turn: number])[] = [
    ...units.flatMap(({ path, value: { arrival } }) =>
      arrival?.turn === undefined ? [] : [[`${path}.arrival.turn`, arrival.turn] as const],
    ),
    ...surprises.map(({ path, value }) => [`${path}.turns`, value.turns] as const),
  ];
  return turns.flatMap(([path, turn]): Fault[] =>
    turn <= clock.turns ? [] : [{ path, found: `${turn}`, expected: `a turn of the battle, 1 to ${clock.turns}` }],
  );
}

function endOf(clock: ClockEntry): number {
  return startsOf(parseClockTime(clock.start), clock.turnMinutes, clock.turns)[clock.turns] ?? 0;
}
