/** Ids name one thing only. */
import { describeFound } from '../problem.ts';
import type { Draft, Fault, Located } from '../draft.ts';

export function listRepeatedIds(draft: Draft): Fault[] {
  const limits = draft.limits.flatMap(({ path, value: { id } }) => (id === undefined ? [] : [{ path, value: { id } }]));
  return [
    ...listRepeats([...draft.units, ...draft.typical, ...draft.air]),
    ...listRepeats(draft.objectives),
    ...listRepeats(limits),
    ...listRepeats(draft.events),
    ...listRepeats(draft.exits),
    ...listRepeats(draft.clauses),
    ...listRepeats(draft.options),
  ];
}

function listRepeats(entries: readonly Located<{ readonly id: string }>[]): Fault[] {
  const firstById = new Map<string, string>();
  return entries.flatMap(({ path, value: { id } }): Fault[] => {
    const first = firstById.get(id);
    if (first === undefined) firstById.set(id, path);
    return first === undefined
      ? []
      : [{ path: `${path}.id`, found: describeFound(id), expected: `an id used once; ${first} has it` }];
  });
}
