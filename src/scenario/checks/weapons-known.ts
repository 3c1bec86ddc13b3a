/** Units carry weapons of the equipment table, each type once. */
import { describeFound } from '../problem.ts';
import type { Draft, Fault } from '../draft.ts';

export function listUnknownWeapons({ units, typical, weapons }: Draft): Fault[] {
  return [...units, ...typical].flatMap(({ path, value: { armaments } }) =>
    armaments.flatMap(({ weapon }, index): Fault[] => {
      const place = `${path}.armaments[${index}].weapon`;
      const first = armaments.findIndex((other) => other.weapon === weapon);
      if (first < index) return [{ path: place, found: describeFound(weapon), expected: 'each weapon once' }];
      if (weapons === undefined || weapons.has(weapon)) return [];
      return [{ path: place, found: describeFound(weapon), expected: 'a weapon of the equipment table' }];
    }),
  );
}
