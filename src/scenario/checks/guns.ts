/** What is written for guns is for guns: fire plans with hours of the battle and hexes they reach, smoke shells. */
import { findIndex } from '../../hex/grid.ts';
import { heightMetres } from '../../rules/fire/tasks.ts';
import { rangeMetres } from '../../rules/range.ts';
import { parseClockTime } from '../clock-time.ts';
import type { Draft, Fault, Located } from '../draft.ts';
import { describeFound } from '../problem.ts';
import type { UnitEntry } from '../scenario-file.ts';

export function listWrongFirePlans(draft: Draft): Fault[] {
  const { weapons, units } = draft;
  if (weapons === undefined) return [];
  return units.flatMap((unit): Fault[] => {
    const { path, value } = unit;
    const reaches = value.armaments.some(({ weapon }) => weapons.get(weapon)?.indirectMetres !== undefined);
    if (reaches) return listWrongLines(draft, unit);
    const expected = 'only for guns that fire over the heads of others';
    return [
      ...(value.timetable === undefined ? [] : [{ path: `${path}.timetable`, found: 'a fire plan', expected }]),
      ...(value.smokeRounds === undefined
        ? []
        : [{ path: `${path}.smokeRounds`, found: `${value.smokeRounds}`, expected }]),
    ];
  });
}

function listWrongLines({ clock, map, weapons }: Draft, { path, value }: Located<UnitEntry>): Fault[] {
  return (value.timetable ?? []).flatMap(({ hex, from, task }, index): Fault[] => {
    const line = `${path}.timetable[${index}]`;
    const faults: Fault[] = [];
    if (clock !== undefined && parseClockTime(from) < parseClockTime(clock.start))
      faults.push({ path: `${line}.from`, found: describeFound(from), expected: `an hour from ${clock.start} on` });
    if (task === 'counterBattery')
      faults.push({
        path: `${line}.task`,
        found: describeFound(task),
        expected: 'a task that needs no battery found before',
      });
    const target = map === undefined ? undefined : findIndex(map.grid, hex);
    const at = map === undefined || value.start === undefined ? undefined : findIndex(map.grid, value.start.hex);
    if (map === undefined || weapons === undefined || target === undefined || at === undefined) return faults;
    const metres = rangeMetres(map, at, target);
    const reach = value.armaments.map(({ weapon }) => weapons.get(weapon)?.indirectMetres ?? 0);
    const reachMetres = Math.max(...reach) + heightMetres(map, at, target);
    if (metres > reachMetres)
      faults.push({ path: `${line}.hex`, found: `${metres} m away`, expected: `a hex within ${reachMetres} m` });
    return faults;
  });
}
