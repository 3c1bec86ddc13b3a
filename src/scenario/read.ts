/**
 * The one door from documents to a battle that may be played: a scenario's file with the map and the equipment it names
 * becomes a `Scenario`, or all its problems at once, those of shape first.
 */
import * as v from 'valibot';
import { indexOf } from '../hex/grid.ts';
import { present } from '../model/assert.ts';
import type { Clock, Sky } from '../model/clock.ts';
import { canonicalJson, fingerprint } from '../model/fingerprint.ts';
import type { BattleMap } from '../model/map.ts';
import type { Limit, Scenario } from '../model/scenario.ts';
import type { UnitId } from '../model/unit.ts';
import { parseAircraft } from './aircraft-table.ts';
import { parseBridging } from './bridging-table.ts';
import { flightOfEntry } from './air-file.ts';
import { affairsOf } from './affairs.ts';
import { listWrongHistory } from './checks/history.ts';
import { listFaults } from './checks/all.ts';
import { parseClockTime, startsOf } from './clock-time.ts';
import { crossingsOf } from './crossings.ts';
import { draftOf, isRecord } from './draft.ts';
import { findHexside } from './facing.ts';
import { parseMapFile } from './map-file.ts';
import { frictionOf } from './friction.ts';
import { cardOfEntry, deploymentOfEntry, typicalCardsOf } from './order-of-battle.ts';
import { describeFound, listProblems, type Problem, type Reading } from './problem.ts';
import { type ClockEntry, type LimitEntry, type ScenarioFile, ScenarioFileSchema } from './scenario-file.ts';
import { optionOf } from './option-file.ts';
import { listUsedRows } from './used-equipment.ts';
import { parseVehicles } from './vehicle-table.ts';
import { supplyOf } from './supply-file.ts';
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
  readonly vehicles: ReadonlyMap<string, Document>;
  readonly aircraft: ReadonlyMap<string, Document>;
  readonly bridging: ReadonlyMap<string, Document>;
}

/** The scenario, or every problem of its own file; a map or table that is unsound itself is one problem here. */
export function parseScenario(file: string, input: unknown, documents: Documents): Reading<Scenario> {
  if (!isRecord(input)) {
    return { kind: 'refused', problems: [{ file, path: '', found: describeFound(input), expected: 'an object' }] };
  }
  const result = v.safeParse(ScenarioFileSchema, input);
  const map = lookUp('map', input['map'], documents.maps, parseMapFile);
  const weapons = lookUp('equipment', input['equipment'], documents.weapons, parseWeapons);
  const vehicles = lookUp('equipment', 'vehicles', documents.vehicles, parseVehicles);
  const aircraft = lookUp('equipment', 'aircraft', documents.aircraft, parseAircraft);
  const bridging = lookUp('equipment', 'bridging', documents.bridging, parseBridging);
  const draft = draftOf(input, {
    map: map.value,
    weapons: weapons.value,
    vehicles: vehicles.value,
    aircraft: aircraft.value,
    bridging: bridging.value,
  });
  const faults = [map, weapons, vehicles, aircraft, bridging].flatMap((found) => found.faults);
  const problems: Problem[] = [
    ...(result.success ? [] : listProblems(file, result.issues)),
    ...[...faults, ...listFaults(draft)].map((fault) => ({ file, ...fault })),
  ];
  const stores = storesOf({ weapons, vehicles, aircraft, bridging });
  if (!result.success || problems.length > 0 || map.value === undefined || stores === undefined) {
    return { kind: 'refused', problems };
  }
  const used = listUsedRows(input, [
    rowsOf(weapons.content, 'weapons'),
    rowsOf(vehicles.content, 'vehicles'),
    rowsOf(aircraft.content, 'aircraft'),
    rowsOf(bridging.content, 'bridging'),
  ]);
  const hash = fingerprint(canonicalJson([input, map.content, used]));
  const scenario = scenarioOf(result.output, hash, map.value, stores);
  const wrong = listWrongHistory(scenario).map((fault) => ({ file, ...fault }));
  return wrong.length > 0 ? { kind: 'refused', problems: wrong } : { kind: 'read', value: scenario };
}

/** The tables of equipment of a scenario. */
type Stores = Pick<Scenario, 'weapons' | 'vehicles' | 'aircraft' | 'bridging'>;

/** The tables, when all of them are sound. */
function storesOf({
  weapons,
  vehicles,
  aircraft,
  bridging,
}: {
  readonly [K in keyof Stores]: Found<Stores[K]>;
}): Stores | undefined {
  if (weapons.value === undefined || vehicles.value === undefined) return undefined;
  if (aircraft.value === undefined || bridging.value === undefined) return undefined;
  return { weapons: weapons.value, vehicles: vehicles.value, aircraft: aircraft.value, bridging: bridging.value };
}

/** The rows of a sound table as they stand in its document. */
const rowsOf = (content: unknown, key: string): readonly { readonly id: string }[] =>
  (content as Readonly<Record<string, readonly { readonly id: string }[]>>)[key] ?? [];

interface Found<T> {
  readonly value: T | undefined;
  readonly content?: unknown;
  readonly faults: readonly Omit<Problem, 'file'>[];
}

/** The document of that id, which the scenario owes to `key`. An id of the wrong shape is a problem of shape, told elsewhere. */
function lookUp<T>(
  key: string,
  id: unknown,
  documents: ReadonlyMap<string, Document>,
  parse: (file: string, content: unknown) => Reading<T>,
): Found<T> {
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
function scenarioOf(file: ScenarioFile, hash: string, map: BattleMap, stores: Stores): Scenario {
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
    ...stores,
    cards: file.units.map(cardOfEntry),
    deployments: file.units.map((unit) => deploymentOfEntry(map.grid, unit)),
    typical: typicalCardsOf(file.typical),
    works: file.works.map(({ hex, manHours, side }) => ({ hex: indexOf(map.grid, hex), manHours, side })),
    wire: file.wire.map(({ hex, facing, side }) => ({
      hexside: present(findHexside(map.grid, hex, facing), `wire along no hexside in ${id}`),
      side,
    })),
    ...(file.soundings === undefined ? {} : { soundings: file.soundings.map((entry) => soundingOf(map, entry)) }),
    ...crossingsOf(file.crossings, map, stores.bridging),
    objectives: file.objectives.map((objective) => ({ ...objective, hex: indexOf(map.grid, objective.hex) })),
    lossClauses,
    limits: file.limits.map(limitOf),
    surprises,
    ...(file.friction === undefined ? {} : { friction: frictionOf(file.friction) }),
    ...(file.homeEdges === undefined ? {} : { homeEdges: file.homeEdges }),
    ...(file.tallGrass === undefined ? {} : { tallGrass: file.tallGrass }),
    ...(file.counts === undefined ? {} : { counts: file.counts }),
    victory,
    history,
    ...(file.air === undefined ? {} : { air: file.air.map(flightOfEntry) }),
    ...affairsOf(file),
    ...(file.supply === undefined ? {} : { supply: supplyOf(map.grid, file.supply) }),
    ...(file.options === undefined ? {} : { options: file.options.map((option) => optionOf(file, option)) }),
  };
}

function soundingOf(
  { grid }: BattleMap,
  { hex, facing, side }: NonNullable<ScenarioFile['soundings']>[number],
): NonNullable<Scenario['soundings']>[number] {
  const hexside = facing === undefined ? undefined : findHexside(grid, hex, facing);
  return hexside === undefined ? { of: 'hex', at: indexOf(grid, hex), side } : { of: 'hexside', at: hexside, side };
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

function skyOfEntry({
  from,
  light,
  weather,
  source: _source,
  grade: _grade,
  ...known
}: ClockEntry['skies'][number]): Sky {
  return {
    fromMinute: parseClockTime(from),
    light,
    ...(typeof weather === 'string' && weather !== 'same' ? { weather } : { weather: 'clear', odds: weather }),
    ...known,
  };
}

function limitOf({ from, until, ...limit }: LimitEntry): Limit {
  const hours = {
    ...(from === undefined ? {} : { fromMinute: parseClockTime(from) }),
    ...(until === undefined ? {} : { untilMinute: parseClockTime(until) }),
  };
  if (limit.kind !== 'noWithdrawal') return { ...limit, ...hours };
  const { units, ...rest } = limit;
  return units === undefined ? { ...rest, ...hours } : { ...rest, ...hours, units: units.map((id) => id as UnitId) };
}
