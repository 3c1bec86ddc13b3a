/**
 * The one door from documents to a battle that may be played: a scenario's file with the map and the weapons it names
 * becomes a `Scenario`, or all its problems at once, those of shape first.
 */
import * as v from 'valibot';
import { indexOf } from '../hex/grid.ts';
import { present } from '../model/assert.ts';
import type { Clock, Sky } from '../model/clock.ts';
import { canonicalJson, fingerprint } from '../model/fingerprint.ts';
import type { BattleMap } from '../model/map.ts';
import type { Limit, Scenario } from '../model/scenario.ts';
import type { Weapon, WeaponId } from '../model/weapon.ts';
import { listFaults } from './checks/all.ts';
import { parseClockTime, startsOf } from './clock-time.ts';
import { draftOf, isRecord } from './draft.ts';
import { findHexside } from './facing.ts';
import { parseMapFile } from './map-file.ts';
import { cardOfEntry, deploymentOfEntry, typicalCardsOf } from './order-of-battle.ts';
import { describeFound, listProblems, type Problem, type Reading } from './problem.ts';
import { type ClockEntry, type LimitEntry, type ScenarioFile, ScenarioFileSchema } from './scenario-file.ts';
import { optionOf } from './option-file.ts';
import { likeliestSkies } from './weather.ts';
import { parseWeapons } from './weapon-table.ts';

/** A file's content as read from JSON, unchecked, and the name it is called by in problems. */
export interface Document {
  readonly file: string;
  readonly content: unknown;
}

/** What scenarios may refer to, by the id inside the document. */
export interface Documents {
  readonly maps: ReadonlyMap<string, Document>;
  readonly weapons: ReadonlyMap<string, Document>;
}

/** The scenario, or every problem of its own file; a map or table that is unsound itself is one problem here. */
export function parseScenario(file: string, input: unknown, documents: Documents): Reading<Scenario> {
  if (!isRecord(input)) {
    return { kind: 'refused', problems: [{ file, path: '', found: describeFound(input), expected: 'an object' }] };
  }
  const result = v.safeParse(ScenarioFileSchema, input);
  const map = lookUp('map', input, documents.maps, parseMapFile);
  const weapons = lookUp('equipment', input, documents.weapons, parseWeapons);
  const draft = draftOf(input, { map: map.value, weapons: weapons.value });
  const problems: Problem[] = [
    ...(result.success ? [] : listProblems(file, result.issues)),
    ...[...map.faults, ...weapons.faults, ...listFaults(draft)].map((fault) => ({ file, ...fault })),
  ];
  if (!result.success || problems.length > 0 || map.value === undefined || weapons.value === undefined) {
    return { kind: 'refused', problems };
  }
  const hash = fingerprint(canonicalJson([input, map.content, weapons.content]));
  return { kind: 'read', value: scenarioOf(result.output, hash, map.value, weapons.value) };
}

interface Found<T> {
  readonly value: T | undefined;
  readonly content?: unknown;
  readonly faults: readonly Omit<Problem, 'file'>[];
}

/** The document a scenario names under `key`, read. A name of the wrong shape is a problem of shape, told elsewhere. */
function lookUp<T>(
  key: string,
  input: Readonly<Record<string, unknown>>,
  documents: ReadonlyMap<string, Document>,
  parse: (file: string, content: unknown) => Reading<T>,
): Found<T> {
  const id = input[key];
  if (typeof id !== 'string') return { value: undefined, faults: [] };
  const document = documents.get(id);
  if (document === undefined) {
    const known = [...documents.keys()].sort().join(', ');
    return { value: undefined, faults: [{ path: key, found: describeFound(id), expected: `one of: ${known}` }] };
  }
  const reading = parse(document.file, document.content);
  if (reading.kind === 'read') return { value: reading.value, content: document.content, faults: [] };
  const found = `${describeFound(id)}, whose file ${document.file} has problems: ${reading.problems.length}`;
  return { value: undefined, faults: [{ path: key, found, expected: 'a document without problems' }] };
}

/** The scenario of a file without faults. */
function scenarioOf(
  file: ScenarioFile,
  hash: string,
  map: BattleMap,
  weapons: ReadonlyMap<WeaponId, Weapon>,
): Scenario {
  const { id, names, summary, source, grade, briefings, order, lossClauses, surprises, victory, history } = file;
  return {
    id,
    hash,
    names,
    date: file.clock.date,
    summary,
    source,
    grade,
    briefings,
    map,
    clock: clockOf(file.clock),
    order,
    weapons,
    cards: file.units.map(cardOfEntry),
    deployments: file.units.map((unit) => deploymentOfEntry(map.grid, unit)),
    typical: typicalCardsOf(file.typical),
    works: file.works.map(({ hex, manHours, side }) => ({ hex: indexOf(map.grid, hex), manHours, side })),
    wire: file.wire.map(({ hex, facing, side }) => ({
      hexside: present(findHexside(map.grid, hex, facing), `wire along no hexside in ${id}`),
      side,
    })),
    objectives: file.objectives.map((objective) => ({ ...objective, hex: indexOf(map.grid, objective.hex) })),
    lossClauses,
    limits: file.limits.map(limitOf),
    surprises,
    victory,
    history,
    ...(file.options === undefined ? {} : { options: file.options.map((option) => optionOf(file, option)) }),
  };
}

function clockOf({ date, zone, start, turnMinutes, turns, skies }: ClockEntry): Clock {
  return {
    date,
    zone,
    turns,
    starts: startsOf(parseClockTime(start), turnMinutes, turns),
    skies: likeliestSkies(skies.map(skyOfEntry)),
  };
}

function skyOfEntry({ from, light, weather, celsius }: ClockEntry['skies'][number]): Sky {
  return {
    fromMinute: parseClockTime(from),
    light,
    ...(typeof weather === 'string' && weather !== 'same' ? { weather } : { weather: 'clear', odds: weather }),
    ...(celsius === undefined ? {} : { celsius }),
  };
}

function limitOf(limit: LimitEntry): Limit {
  if (limit.kind === 'noEntry') return limit;
  const { until, ...rest } = limit;
  return { ...rest, untilMinute: parseClockTime(until) };
}
