/** Units answer to a headquarters of their own side, and nobody answers to himself by way of others. */
import { describeFound } from '../problem.ts';
import type { Draft, Fault } from '../draft.ts';
import type { UnitEntry } from '../scenario-file.ts';

export function listWrongParents({ units, unsound }: Draft): Fault[] {
  const byId = new Map(units.map(({ value }) => [value.id, value]));
  return units.flatMap(({ path, value: unit }): Fault[] => {
    if (unit.parent === undefined) return [];
    const fault = (expected: string): Fault[] => [
      { path: `${path}.parent`, found: describeFound(unit.parent), expected },
    ];
    const parent = byId.get(unit.parent);
    if (parent === undefined) return unsound.has('units') ? [] : fault('the id of a unit');
    if (parent.headquarters === undefined) return fault('a unit with headquarters');
    if (parent.side !== unit.side) return fault('a headquarters of its own side');
    return answersToItself(unit, byId) ? fault('a chain of command without a ring') : [];
  });
}

/** The branch says headquarters where, and only where, the entry has one. */
export function listWrongHeadquarters({ units }: Draft): Fault[] {
  return units.flatMap(({ path, value: { branch, headquarters } }): Fault[] => {
    if ((branch === 'headquarters') === (headquarters !== undefined)) return [];
    const expected = branch === 'headquarters' ? 'its reach and staff' : 'nothing in a unit of another branch';
    return [{ path: `${path}.headquarters`, found: describeFound(headquarters), expected }];
  });
}

function answersToItself(unit: UnitEntry, byId: ReadonlyMap<string, UnitEntry>): boolean {
  const seen = new Set<string>();
  let above: UnitEntry | undefined = unit;
  while (above !== undefined && !seen.has(above.id)) {
    seen.add(above.id);
    above = above.parent === undefined ? undefined : byId.get(above.parent);
  }
  return above?.id === unit.id;
}
