/** What friction names is there, and is of the kind it is named for; each headquarters has one relief at most. */
import { describeFound } from '../problem.ts';
import type { Draft, Fault } from '../draft.ts';
import type { UnitEntry } from '../scenario-file.ts';

/** What must be true of a unit that friction names. */
type Wanted = readonly [expected: string, holds: (unit: UnitEntry) => boolean];

const ANY: Wanted = ['the id of a unit', () => true];
const POST: Wanted = ['a unit with headquarters', (unit) => unit.headquarters !== undefined];
const TELEPHONE: Wanted = [
  'a headquarters that telephones',
  (unit) => unit.headquarters?.communications === 'telephone',
];

export function listWrongFriction({ friction, units, unsound }: Draft): Fault[] {
  if (friction === undefined) return [];
  const byId = new Map(units.map(({ value }) => [value.id, value]));
  const named: (readonly [path: string, id: string, wanted: Wanted])[] = [
    ...(friction.late ?? []).map(({ unit }, index) => [`friction.late[${index}].unit`, unit, ANY] as const),
    ...(friction.lostOrders ?? []).map(({ unit }, index) => [`friction.lostOrders[${index}].unit`, unit, ANY] as const),
    ...(friction.cutLines ?? []).map(
      ({ headquarters }, index) => [`friction.cutLines[${index}].headquarters`, headquarters, TELEPHONE] as const,
    ),
    ...(friction.reliefs ?? []).map(
      ({ headquarters }, index) => [`friction.reliefs[${index}].headquarters`, headquarters, POST] as const,
    ),
  ];
  const wrong = named.flatMap(([path, id, [expected, holds]]): Fault[] => {
    const unit = byId.get(id);
    if (unit === undefined) return unsound.has('units') ? [] : [{ path, found: describeFound(id), expected }];
    return holds(unit) ? [] : [{ path, found: describeFound(id), expected }];
  });
  const relieved = (friction.reliefs ?? []).map(({ headquarters }) => headquarters);
  const twice = relieved.flatMap((id, index): Fault[] =>
    relieved.indexOf(id) === index
      ? []
      : [
          {
            path: `friction.reliefs[${index}].headquarters`,
            found: describeFound(id),
            expected: 'a headquarters without a relief before it',
          },
        ],
  );
  return [...wrong, ...twice];
}
