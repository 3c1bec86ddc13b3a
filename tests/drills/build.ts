/**
 * From the data of a drill to a battle: everything a drill leaves out is filled in plainly, places become hexes, and the
 * result is read by the same door as any scenario file.
 */
import { indexOf, type HexIndex } from '../../src/hex/grid.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { SIDES } from '../../src/model/side.ts';
import { isRecord } from '../../src/scenario/draft.ts';
import { DOCUMENTS, SCENARIOS } from '../../src/scenario/library.ts';
import { formatProblem } from '../../src/scenario/problem.ts';
import { parseScenario } from '../../src/scenario/read.ts';
import { SCENARIO_FORMAT } from '../../src/scenario/scenario-file.ts';
import { type Drill, parseDrill, type Place } from './drill.ts';
import { drawnGround, FIELD_ID, type Ground, mapGround } from './field.ts';
import { KINDS } from './kinds.ts';
import { type Changes, changed } from './patch.ts';

type Part = Readonly<Record<string, unknown>>;

/** A drill ready to be fought. */
export interface Built {
  readonly drill: Drill;
  readonly scenario: Scenario;
  readonly hexOf: (place: Place) => HexIndex;
  readonly hexesOf: (place: Place) => readonly HexIndex[];
}

/** The drill of a file, changed in places, or an error that tells everything wrong with it. */
export function buildDrill(file: string, input: unknown, changes: Changes = {}): Built {
  const reading = parseDrill(file, changed(withBattle(input), changes));
  if (reading.kind === 'refused') throw new Error(reading.problems.map(formatProblem).join('\n'));
  const drill = reading.value;
  const ground = groundOf(file, drill);
  const documents = { ...DOCUMENTS, maps: new Map([...DOCUMENTS.maps, [mapIdOf(drill), ground.document]]) };
  const scenario = parseScenario(file, placed(scenarioPart(drill), ground), documents);
  if (scenario.kind === 'refused') throw new Error(scenario.problems.map(formatProblem).join('\n'));
  const { grid } = scenario.value.map;
  const hexesOf = (place: Place): readonly HexIndex[] => ground.listPlaces(place).map((hex) => indexOf(grid, hex));
  const hexOf = (place: Place): HexIndex => {
    const [hex] = hexesOf(place);
    if (hex === undefined) throw new Error(`${file}: there is no place '${String(place)}'`);
    return hex;
  };
  return { drill, scenario: scenario.value, hexOf, hexesOf };
}

/** A drill on a battle of the library contains its whole file, so that all of it can be changed. */
function withBattle(input: unknown): unknown {
  if (!isRecord(input) || typeof input['on'] !== 'string') return input;
  const battle = SCENARIOS.get(input['on']);
  if (!isRecord(battle)) throw new Error(`There is no battle ${input['on']}.`);
  const own = isRecord(input['scenario']) ? input['scenario'] : {};
  const whole = { ...input, scenario: { ...battle, ...own } };
  return changed(whole, isRecord(input['change']) ? { change: input['change'] } : {});
}

function mapIdOf({ field, scenario }: Drill): string {
  return field === undefined && typeof scenario?.['map'] === 'string' ? scenario['map'] : FIELD_ID;
}

function groundOf(file: string, drill: Drill): Ground {
  const marks = drill.marks ?? {};
  if (drill.field === undefined) return mapGround(mapIdOf(drill), marks);
  return 'map' in drill.field ? mapGround(drill.field.map, marks, drill.field) : drawnGround(file, drill.field, marks);
}

/** The whole of a scenario file. */
function scenarioPart(drill: Drill): Part {
  const { title, source, grade, sky, scenario: given = {} } = drill;
  const cited = { source, grade };
  const clock = isRecord(given['clock']) ? given['clock'] : {};
  const start = clock['start'] ?? '10:00';
  const short = shortUnits(drill);
  const list = (key: string): readonly unknown[] => (Array.isArray(given[key]) ? (given[key] as unknown[]) : []);
  const units = [...list('units'), ...short.units].map((unit) => cite(unit, cited));
  return {
    format: SCENARIO_FORMAT,
    version: 1,
    id: drill.id,
    equipment: 'weapons',
    names: { en: title },
    summary: title,
    ...cited,
    briefings: SIDES.map((side) => ({ side, task: title, text: title })),
    order: SIDES,
    victory: { decisive: 3, major: 2, minor: 1, ...cited },
    history: noHistory(cited),
    ...given,
    map: mapIdOf(drill),
    clock: {
      date: '1939-07-01',
      zone: 'local time',
      start,
      turnMinutes: 30,
      turns: 8,
      skies: [{ from: start, light: 'day', weather: 'clear', ...sky, ...cited }],
      ...clock,
    },
    units,
    typical: [...list('typical'), ...missingTypical(units, list('typical'))],
    works: [...list('works'), ...short.works].map((entry) => cite(entry, cited)),
    ...Object.fromEntries(
      ['wire', 'objectives', 'lossClauses', 'limits', 'surprises'].map((key) => [
        key,
        list(key).map((entry) => cite(entry, cited)),
      ]),
    ),
    ...(given['air'] === undefined ? {} : { air: list('air').map((entry) => cite(entry, cited)) }),
  };
}

const NO_LOSSES = { men: 0, vehicles: 0, guns: 0, aircraft: 0 };
const noHistory = (cited: Part): Part => ({
  score: { soviet: 0, japanese: 0 },
  losses: { soviet: NO_LOSSES, japanese: NO_LOSSES },
  winner: null,
  samePoints: 0,
  text: 'See the outcomes of the drill.',
  ...cited,
});

const cite = (entry: unknown, cited: Part): unknown => (isRecord(entry) ? { ...cited, ...entry } : entry);

/** Units written by id, with `like`, `at` and `dug` written out. */
function shortUnits({ units = {} }: Drill): { readonly units: readonly Part[]; readonly works: readonly Part[] } {
  const works: Part[] = [];
  const whole = Object.entries(units).map(([id, { like, at, dug, start, ...wish }]): Part => {
    const kind = typeof like === 'string' ? (KINDS as Readonly<Record<string, Part>>)[like] : {};
    if (kind === undefined) throw new Error(`units.${id}.like: one of ${Object.keys(KINDS).join(', ')}`);
    const entry: Part = { ...kind, names: { en: id }, label: id.slice(0, 12), ...wish, id };
    if (typeof dug === 'number' && dug > 0)
      works.push({ hex: at, side: entry['side'], manHours: Number(entry['men']) * dug });
    if (at === undefined) return entry;
    const posture = typeof dug === 'number' && dug > 0 ? 'dugIn' : 'deployed';
    return { ...entry, start: { hex: at, posture, ...(isRecord(start) ? start : {}) } };
  });
  return { units: whole, works: joined(works) };
}

/** Works of several units in one place are one work. */
function joined(works: readonly Part[]): readonly Part[] {
  const places = works.map(({ hex }) => JSON.stringify(hex));
  return works.flatMap((work, index) => {
    if (places.indexOf(places[index] ?? '') !== index) return [];
    const here = works.filter((_, other) => places[other] === places[index]);
    return [{ ...work, manHours: here.reduce((sum, one) => sum + Number(one['manHours']), 0) }];
  });
}

/** What an unidentified enemy is taken for, where the drill does not say: the first unit of its branch. */
function missingTypical(units: readonly unknown[], given: readonly unknown[]): readonly Part[] {
  const kindOf = (entry: unknown): string =>
    isRecord(entry) ? `${String(entry['side'])} ${String(entry['branch'])}` : '';
  const known = given.map(kindOf);
  return units.filter(isRecord).flatMap((unit): Part[] => {
    const kind = kindOf(unit);
    if (known.includes(kind)) return [];
    known.push(kind);
    const {
      start: _start,
      arrival: _arrival,
      parent: _parent,
      headquarters: _word,
      offMap: _off,
      timetable: _plan,
      ...card
    } = unit;
    return [{ ...card, id: `typical-${String(unit['side'])}-${known.length}` }];
  });
}

/** Keys of scenario files that hold a hex or a list of hexes. */
const HEX_KEYS = ['hex'];
const HEX_LIST_KEYS = ['hexes'];

/** The same part of a file with places as `[column, row]`. Names nobody knows are left for the reader to refuse. */
function placed(part: unknown, ground: Ground): unknown {
  if (Array.isArray(part)) return part.map((entry) => placed(entry, ground));
  if (!isRecord(part)) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => {
      if (HEX_KEYS.includes(key)) return [key, ground.findPlace(value as Place) ?? value];
      if (HEX_LIST_KEYS.includes(key) && Array.isArray(value))
        return [key, value.flatMap((place: Place) => ground.listPlaces(place))];
      return [key, placed(value, ground)];
    }),
  );
}
