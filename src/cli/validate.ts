/**
 * `npm run validate -- [FILE…]` checks scenarios, maps with their recipes and tables of equipment; all that come with the game when
 * none is named. One problem a line: `file: path: found X, expected Y`. `--schemas` writes the JSON Schemas that editors
 * read. Status: 0 all hold, 1 some do not, 2 arguments cannot be used.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { AIRCRAFT_FORMAT, parseAircraft } from '../scenario/aircraft-table.ts';
import { BRIDGING_FORMAT, parseBridging } from '../scenario/bridging-table.ts';
import { parseRecipe } from '../scenario/compile/recipe.ts';
import { parseMapFile } from '../scenario/map-file.ts';
import { MAP_FORMAT } from '../scenario/map-schema.ts';
import { describeFound, formatProblem, type Problem, type Reading, readJson } from '../scenario/problem.ts';
import { type Document, parseScenario } from '../scenario/read.ts';
import { SCENARIO_FORMAT } from '../scenario/scenario-file.ts';
import { VEHICLES_FORMAT } from '../scenario/vehicle-file.ts';
import { parseVehicles } from '../scenario/vehicle-table.ts';
import { WEAPONS_FORMAT } from '../scenario/weapon-file.ts';
import { parseWeapons } from '../scenario/weapon-table.ts';
import { schemaDocuments } from './schema-documents.ts';

const SCENARIOS_FOLDER = 'scenarios';
const MAPS_FOLDER = 'maps';
const EQUIPMENT_FOLDER = 'equipment';
const RECIPE_FORMAT = 'undeclared-war/map-source';
const FORMATS = [
  SCENARIO_FORMAT,
  MAP_FORMAT,
  WEAPONS_FORMAT,
  VEHICLES_FORMAT,
  AIRCRAFT_FORMAT,
  BRIDGING_FORMAT,
  RECIPE_FORMAT,
];

/** Arguments that cannot be used, in one line a person understands. */
class Unusable extends Error {}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Unusable)) throw error;
  process.stderr.write(`validate: ${error.message}\n`);
  process.exitCode = 2;
}

function main(args: readonly string[]): 0 | 1 {
  const { files, isWritingSchemas } = readArguments(args);
  if (isWritingSchemas) return writeSchemas();
  const outcomes = files.map(outcomeOf);
  const problems = outcomes.flatMap((outcome) => outcome.problems);
  for (const problem of problems) process.stdout.write(`${formatProblem(problem)}\n`);
  const counted = `${files.length} ${files.length === 1 ? 'file' : 'files'}`;
  for (const { rows } of outcomes) if (rows !== undefined) process.stderr.write(`${rows}\n`);
  process.stderr.write(
    problems.length === 0 ? `${counted}: no problems\n` : `${counted}: problems: ${problems.length}\n`,
  );
  return problems.length === 0 ? 0 : 1;
}

function readArguments(args: readonly string[]): {
  readonly files: readonly string[];
  readonly isWritingSchemas: boolean;
} {
  const { values, positionals } = parsedArguments(args);
  if (values.schemas && positionals.length > 0) throw new Unusable('--schemas takes no files');
  for (const file of positionals) {
    if (!existsSync(file)) throw new Unusable(`${file}: found nothing, expected a file`);
    if (!statSync(file).isFile()) throw new Unusable(`${file}: found a folder, expected a file`);
  }
  return { files: positionals.length > 0 ? positionals : listAllFiles(), isWritingSchemas: values.schemas };
}

function parsedArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { schemas: { type: 'boolean', default: false } },
    });
  } catch (error) {
    throw new Unusable(
      `${error instanceof Error ? error.message : String(error)} (usage: validate [FILE…] or --schemas)`,
    );
  }
}

/** Equipment and maps first: a scenario can be no better than they are. */
function listAllFiles(): string[] {
  if (!existsSync(SCENARIOS_FOLDER)) {
    throw new Unusable(`there is no folder ${SCENARIOS_FOLDER} here; run it from the game's folder or name files`);
  }
  const folders = [join(SCENARIOS_FOLDER, EQUIPMENT_FOLDER), join(SCENARIOS_FOLDER, MAPS_FOLDER), SCENARIOS_FOLDER];
  return folders.flatMap(listJsonFiles);
}

function listJsonFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => join(folder, name));
}

/** What is wrong with a file; of a sound table, how many rows it has. */
function outcomeOf(file: string): { readonly problems: readonly Problem[]; readonly rows?: string } {
  const text = readFileSync(file, 'utf8');
  const json = readJson(file, text);
  if (json.kind === 'refused') return { problems: json.problems };
  const reading = readingOf(file, text, json.value);
  if (reading.kind === 'refused') return { problems: reading.problems };
  return { problems: [], ...(reading.value instanceof Map ? { rows: `${file}: ${reading.value.size} rows` } : {}) };
}

function readingOf(file: string, text: string, content: unknown): Reading<unknown> {
  const format = memberOf(content, 'format');
  switch (format) {
    case SCENARIO_FORMAT:
      return parseScenario(file, content, {
        maps: documentsFor(file, MAPS_FOLDER, MAP_FORMAT),
        weapons: documentsFor(file, EQUIPMENT_FOLDER, WEAPONS_FORMAT),
        vehicles: documentsFor(file, EQUIPMENT_FOLDER, VEHICLES_FORMAT),
        aircraft: documentsFor(file, EQUIPMENT_FOLDER, AIRCRAFT_FORMAT),
        bridging: documentsFor(file, EQUIPMENT_FOLDER, BRIDGING_FORMAT),
      });
    case MAP_FORMAT:
      return parseMapFile(file, content);
    case WEAPONS_FORMAT:
      return parseWeapons(file, content);
    case VEHICLES_FORMAT:
      return parseVehicles(file, content);
    case AIRCRAFT_FORMAT:
      return parseAircraft(file, content);
    case BRIDGING_FORMAT:
      return parseBridging(file, content);
    case RECIPE_FORMAT:
      return parseRecipe(file, text);
    default: {
      const expected = `one of ${FORMATS.join(', ')}`;
      return { kind: 'refused', problems: [{ file, path: 'format', found: describeFound(format), expected }] };
    }
  }
}

/** Documents of a kind by id: the game's own, and those beside the scenario, which come before them. */
function documentsFor(file: string, folder: string, format: string): ReadonlyMap<string, Document> {
  const files = [join(SCENARIOS_FOLDER, folder), join(dirname(file), folder)].flatMap(listJsonFiles);
  const found = files.flatMap((name): (readonly [string, Document])[] => {
    const json = readJson(name, readFileSync(name, 'utf8'));
    if (json.kind === 'refused' || memberOf(json.value, 'format') !== format) return [];
    const id = memberOf(json.value, 'id');
    return typeof id === 'string' ? [[id, { file: name, content: json.value }]] : [];
  });
  return new Map(found);
}

function memberOf(content: unknown, key: string): unknown {
  return typeof content === 'object' && content !== null
    ? (content as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

function writeSchemas(): 0 {
  for (const { file, text } of schemaDocuments()) {
    writeFileSync(file, text);
    process.stdout.write(`${file} written\n`);
  }
  return 0;
}
