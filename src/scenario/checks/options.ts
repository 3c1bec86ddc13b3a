/** Options change what there is, in a way that can be chosen. */
import { parseClockTime } from '../clock-time.ts';
import type { Draft, Fault, Located } from '../draft.ts';
import { describeFound } from '../problem.ts';
import type { OptionEntry } from '../scenario-file.ts';

export function listWrongOptions(draft: Draft): Fault[] {
  return draft.options.flatMap(({ path, value: option }): Fault[] => [
    ...listWrongRange(path, option),
    ...option.changes.flatMap((change, place) =>
      listWrongChange(draft, option, { path: `${path}.changes[${place}]`, value: change }),
    ),
  ]);
}

function listWrongRange(path: string, option: OptionEntry): Fault[] {
  if (option.kind === 'switch' || (option.least <= option.default && option.default <= option.most)) return [];
  return [
    {
      path: `${path}.default`,
      found: `${option.default}`,
      expected: `from ${option.least} to ${option.most}, its range`,
    },
  ];
}

type Change = Located<OptionEntry['changes'][number]>;

function listWrongChange(draft: Draft, option: OptionEntry, { path, value: change }: Change): Fault[] {
  if (option.kind === 'slider' && change.kind !== 'strength')
    return [{ path, found: change.kind, expected: 'strength, all that a slider can change' }];
  switch (change.kind) {
    case 'strength': {
      const isOne = (change.units === undefined) !== (change.side === undefined);
      const isShared = (change.share === undefined) === (option.kind === 'slider');
      return [
        ...(isOne ? [] : [{ path, found: 'units and side, or neither', expected: 'one of them' }]),
        ...(isShared
          ? []
          : [{ path, found: describeFound(change.share), expected: 'a share for a switch, none for a slider' }]),
        ...listUnknownParts(draft, path, change.units ?? []),
      ];
    }
    case 'only':
    case 'without':
      return listUnknownParts(draft, path, change.units);
    case 'arrival':
      return [...listUnknownUnits(draft, path, change.units), ...listStanding(draft, path, change.units)];
    case 'limit':
      if (draft.unsound.has('limits') || draft.limits.some(({ value }) => value.id === change.limit)) return [];
      return [{ path: `${path}.limit`, found: describeFound(change.limit), expected: 'the id of a limit' }];
    case 'points':
      if (draft.unsound.has('objectives') || draft.objectives.some(({ value }) => value.id === change.objective))
        return [];
      return [
        { path: `${path}.objective`, found: describeFound(change.objective), expected: 'the id of an objective' },
      ];
    case 'clock': {
      const first = draft.clock?.skies[0]?.from;
      if (first === undefined || parseClockTime(first) <= parseClockTime(change.start)) return [];
      return [
        {
          path: `${path}.start`,
          found: describeFound(change.start),
          expected: `an hour not before the first sky, ${first}`,
        },
      ];
    }
    case 'weather':
      return [];
  }
}

/** Units and flights may be there or not, and be stronger or weaker. */
function listUnknownParts(draft: Draft, path: string, ids: readonly string[]): Fault[] {
  if (draft.unsound.has('units') || draft.unsound.has('air')) return [];
  return ids.flatMap((id, place): Fault[] =>
    draft.units.some(({ value }) => value.id === id) || draft.air.some(({ value }) => value.id === id)
      ? []
      : [{ path: `${path}.units[${place}]`, found: describeFound(id), expected: 'the id of a unit or of a flight' }],
  );
}

function listUnknownUnits({ units, unsound }: Draft, path: string, ids: readonly string[]): Fault[] {
  if (unsound.has('units')) return [];
  return ids.flatMap((id, place): Fault[] =>
    units.some(({ value }) => value.id === id)
      ? []
      : [{ path: `${path}.units[${place}]`, found: describeFound(id), expected: 'the id of a unit' }],
  );
}

function listStanding({ units }: Draft, path: string, ids: readonly string[]): Fault[] {
  return ids.flatMap((id, place): Fault[] => {
    const unit = units.find(({ value }) => value.id === id);
    return unit === undefined || unit.value.arrival !== undefined
      ? []
      : [{ path: `${path}.units[${place}]`, found: describeFound(id), expected: 'a unit with an arrival' }];
  });
}
