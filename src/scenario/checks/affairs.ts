/** Events, exits, clauses and claims speak of what there is, and who waits for an event is called by one. */
import type { ClauseEntry, EventEntry } from '../affair-file.ts';
import type { Draft, Fault } from '../draft.ts';
import { describeFound } from '../problem.ts';

/** A name in the file: where it stands, what kind of thing it names. */
interface Named {
  readonly path: string;
  readonly name: string;
  readonly of: 'unit' | 'objective' | 'limit' | 'event' | 'exit' | 'region';
}

export function listUnknownNames(draft: Draft): Fault[] {
  const known = {
    unit: idsOf(draft, 'units'),
    objective: idsOf(draft, 'objectives'),
    limit: idsOf(draft, 'limits'),
    event: idsOf(draft, 'events'),
    exit: idsOf(draft, 'exits'),
    region: draft.map === undefined ? undefined : new Set(draft.map.regions.keys()),
  };
  return listNames(draft).flatMap(({ path, name, of }): Fault[] => {
    const names = known[of];
    if (names === undefined || names.has(name)) return [];
    const expected = of === 'region' ? `a region of the map: ${[...names].join(', ')}` : `the id of ${article(of)}`;
    return [{ path, found: describeFound(name), expected }];
  });
}

const article = (of: Named['of']): string => (of === 'limit' || of === 'unit' ? `a ${of}` : `an ${of}`);

/** Ids of a list; nothing when entries of it could not be read, since they may be among those. */
function idsOf(draft: Draft, key: 'units' | 'objectives' | 'limits' | 'events' | 'exits'): Set<string> | undefined {
  if (draft.unsound.has(key)) return undefined;
  return new Set(draft[key].flatMap(({ value: { id } }) => (id === undefined ? [] : [id])));
}

function listNames({ claims, limits, events, exits, clauses, history }: Draft): Named[] {
  return [
    ...Object.entries(claims ?? {}).map(([side, name]): Named => ({ path: `claims.${side}`, name, of: 'region' })),
    ...limits.flatMap(({ path, value }) => (value.kind === 'noWithdrawal' ? unitNames(path, value.units ?? []) : [])),
    ...events.flatMap(({ path, value: { when, effects } }) => [
      ...(when.all ?? []).flatMap((condition, place) => conditionNames(`${path}.when.all[${place}]`, condition)),
      ...effects.flatMap((effect, place) => effectNames(`${path}.effects[${place}]`, effect)),
    ]),
    ...exits.map(({ path, value }): Named => ({ path: `${path}.region`, name: value.region, of: 'region' })),
    ...clauses.flatMap(({ path, value }) => measureNames(`${path}.measure`, value.measure)),
    ...Object.keys(history?.holders ?? {}).map(
      (name): Named => ({ path: `history.holders.${name}`, name, of: 'objective' }),
    ),
  ];
}

const unitNames = (path: string, units: readonly string[]): Named[] =>
  units.map((name, place) => ({ path: `${path}.units[${place}]`, name, of: 'unit' }));

function conditionNames(path: string, condition: NonNullable<EventEntry['when']['all']>[number]): Named[] {
  switch (condition.kind) {
    case 'holds':
      return [{ path: `${path}.objective`, name: condition.objective, of: 'objective' }];
    case 'destroyed':
      return [{ path: `${path}.unit`, name: condition.unit, of: 'unit' }];
    case 'stands':
      return [{ path: `${path}.region`, name: condition.region, of: 'region' }];
    case 'happened':
    case 'notHappened':
      return [{ path: `${path}.event`, name: condition.event, of: 'event' }];
    case 'lost':
    case 'incidents':
    case 'firedUpon':
      return [];
  }
}

function effectNames(path: string, effect: EventEntry['effects'][number]): Named[] {
  if ('units' in effect) return unitNames(path, effect.units);
  if (effect.kind === 'limit') return [{ path: `${path}.limit`, name: effect.limit, of: 'limit' }];
  return effect.kind === 'points' ? [{ path: `${path}.objective`, name: effect.objective, of: 'objective' }] : [];
}

function measureNames(path: string, measure: ClauseEntry['measure']): Named[] {
  switch (measure.kind) {
    case 'turnsHeld':
      return [{ path: `${path}.objective`, name: measure.objective, of: 'objective' }];
    case 'exited':
      return (measure.exits ?? []).map((name, place) => ({ path: `${path}.exits[${place}]`, name, of: 'exit' }));
    case 'enemyCutOff':
    case 'present':
      return [{ path: `${path}.region`, name: measure.region, of: 'region' }];
    case 'connected':
      return [
        { path: `${path}.from`, name: measure.from, of: 'region' },
        { path: `${path}.to`, name: measure.to, of: 'region' },
      ];
    case 'enemyLost':
    case 'prisoners':
    case 'enemyDeadHeld':
    case 'enemyIncidents':
      return [];
  }
}

/** Who waits for an event is called or released by one, and who is called can arrive. */
export function listForgottenUnits({ units, events, unsound }: Draft): Fault[] {
  if (unsound.has('events')) return [];
  const named = (kind: 'release' | 'reinforce'): Set<string> =>
    new Set(
      events.flatMap(({ value }) => value.effects.flatMap((effect) => (effect.kind === kind ? effect.units : []))),
    );
  const released = named('release');
  const called = named('reinforce');
  return units.flatMap(({ path, value: { id, start, arrival } }): Fault[] => [
    ...(start?.release !== 'event' || released.has(id)
      ? []
      : [{ path: `${path}.start.release`, found: '"event"', expected: 'an event with an effect that releases it' }]),
    ...(arrival === undefined || arrival.turn !== undefined || called.has(id)
      ? []
      : [{ path: `${path}.arrival`, found: 'no turn', expected: 'a turn, or an event with an effect that calls it' }]),
    ...(called.has(id) && arrival === undefined
      ? [{ path, found: 'an event that calls it', expected: 'an arrival, with hexes to enter by' }]
      : []),
  ]);
}
