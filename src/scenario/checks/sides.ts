/** Both sides have their turn, their orders and their troops. */
import { SIDES } from '../../model/side.ts';
import { describeFound } from '../problem.ts';
import type { Draft, Fault } from '../draft.ts';

export function listWrongOrder({ order }: Draft): Fault[] {
  if (order === undefined || order[0] !== order[1]) return [];
  return [{ path: 'order', found: describeFound(order), expected: 'each side once' }];
}

export function listWrongBriefings({ briefings, unsound }: Draft): Fault[] {
  if (unsound.has('briefings')) return [];
  return SIDES.flatMap((side): Fault[] => {
    const found = briefings.filter(({ value }) => value.side === side).length;
    if (found === 1) return [];
    return [{ path: 'briefings', found: `${found} of the ${side} side`, expected: 'one for each side' }];
  });
}

/** Every branch a side has is known to the other by a typical unit, and by one only. */
export function listWrongTypical({ units, typical, unsound }: Draft): Fault[] {
  const known = new Set<string>();
  const repeated = typical.flatMap(({ path, value: { side, branch } }): Fault[] => {
    const again = known.has(`${side} ${branch}`);
    known.add(`${side} ${branch}`);
    return again
      ? [{ path, found: `${side} ${branch} again`, expected: 'one typical unit for a side and branch' }]
      : [];
  });
  if (unsound.has('typical')) return repeated;
  const missing = new Set(
    units.map(({ value: { side, branch } }) => `${side} ${branch}`).filter((pair) => !known.has(pair)),
  );
  return [
    ...repeated,
    ...[...missing].map((pair) => ({
      path: 'typical',
      found: `nothing for ${pair}`,
      expected: 'one for each branch present',
    })),
  ];
}
