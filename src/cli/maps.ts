/**
 * `npm run maps` compiles every recipe of scenarios/maps into the map beside it, and writes the JSON Schema of maps.
 * `npm run maps -- --check` writes nothing and says which files are not what compiles. Status: 0 done, 1 a file
 * differs, 2 arguments or input cannot be used.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { toJsonSchema } from '@valibot/to-json-schema';
import { compileMap } from '../scenario/compile/compile-map.ts';
import { parseElevations, parseFeatures } from '../scenario/compile/geodata.ts';
import { parseRecipe } from '../scenario/compile/recipe.ts';
import { parseMapFile } from '../scenario/map-file.ts';
import { MapFileSchema } from '../scenario/map-schema.ts';
import { formatMapFile } from '../scenario/map-text.ts';
import { formatProblem, type Reading } from '../scenario/problem.ts';

const MAPS_FOLDER = 'scenarios/maps';
const SCHEMA_FILE = 'scenarios/schemas/map.schema.json';
const RECIPE_ENDING = '.source.json';

/** Input that cannot be used, in one line a person understands. */
class Unusable extends Error {}

interface Output {
  readonly file: string;
  readonly text: string;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Unusable)) throw error;
  process.stderr.write(`maps: ${error.message}\n`);
  process.exitCode = 2;
}

function main(args: readonly string[]): 0 | 1 {
  const isCheck = readArguments(args);
  const outputs = [writeSchema(), ...listRecipes().map(compileRecipe)];
  const stale = outputs.filter(({ file, text }) => !existsSync(file) || readFileSync(file, 'utf8') !== text);
  if (isCheck) {
    for (const { file } of stale) process.stderr.write(`maps: ${file} is not what compiles; run npm run maps\n`);
    return stale.length === 0 ? 0 : 1;
  }
  for (const { file, text } of stale) writeFileSync(file, text);
  for (const output of outputs)
    process.stdout.write(`${output.file}${stale.includes(output) ? ' written' : ' unchanged'}\n`);
  return 0;
}

/** Whether only a check is asked for. */
function readArguments(args: readonly string[]): boolean {
  try {
    return parseArgs({ args: [...args], options: { check: { type: 'boolean', default: false } } }).values.check;
  } catch (error) {
    throw new Unusable(`${error instanceof Error ? error.message : String(error)} (the only option is --check)`);
  }
}

function listRecipes(): string[] {
  if (!existsSync(MAPS_FOLDER))
    throw new Unusable(`there is no folder ${MAPS_FOLDER} here; run it from the game's folder`);
  const names = readdirSync(MAPS_FOLDER).filter((name) => name.endsWith(RECIPE_ENDING));
  return names.sort().map((name) => join(MAPS_FOLDER, name));
}

function compileRecipe(file: string): Output {
  const recipe = valueOf(parseRecipe(file, readText(file)));
  const featuresFile = join(dirname(file), recipe.features);
  const elevationsFile = join(dirname(file), recipe.elevations);
  const features = valueOf(parseFeatures(featuresFile, readText(featuresFile)));
  const elevations = valueOf(parseElevations(elevationsFile, readText(elevationsFile)));
  const map = valueOf(compileMap({ file, recipe, features, elevations }));
  const compiled = `${file.slice(0, -RECIPE_ENDING.length)}.json`;
  valueOf(parseMapFile(compiled, map));
  return { file: compiled, text: formatMapFile(map) };
}

function writeSchema(): Output {
  const schema = { ...toJsonSchema(MapFileSchema, { errorMode: 'ignore' }), title: 'Map of Undeclared War' };
  return { file: SCHEMA_FILE, text: `${JSON.stringify(schema, undefined, 2)}\n` };
}

function readText(file: string): string {
  if (!existsSync(file)) throw new Unusable(`${file}: found nothing, expected a file`);
  return readFileSync(file, 'utf8');
}

/** What was read; the first problem, and how many more there are, when it was refused. */
function valueOf<T>(reading: Reading<T>): T {
  if (reading.kind === 'read') return reading.value;
  const [first, ...others] = reading.problems;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  throw new Unusable(first === undefined ? 'a file was refused' : `${formatProblem(first)}${more}`);
}
