/** Journals between the page and the command line: the command line is built once and asked in Node. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Film, replay as replayJournal } from '../../src/battle/film.ts';
import { type Journal, parseJournal } from '../../src/battle/journal.ts';
import { BATTLE, scenario } from './documents.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = `${root}test-results/cli`;

let built: Promise<unknown> | undefined;

/** Runs a command of the game; rejects when it does not end with status 0. */
async function command(name: 'battle' | 'replay', args: readonly string[]): Promise<string> {
  built ??= run(
    process.execPath,
    [
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      'src/cli/vite.config.ts',
      '--logLevel',
      'error',
      '--outDir',
      folder,
    ],
    { cwd: root },
  );
  await built;
  if (!existsSync(`${folder}/${name}.js`)) throw new Error(`The build made no ${name}.js.`);
  const { stdout } = await run(process.execPath, [`${folder}/${name}.js`, ...args], { cwd: root });
  return stdout;
}

/** Fights a whole battle between two computer players in Node and writes its journal. */
export async function fightInNode(file: string, seed: string, soviet = 'ensign'): Promise<void> {
  await command('battle', [BATTLE, '--seed', seed, '--soviet', soviet, '--journal', file, '--quiet', '--json']);
}

/** What the command line says of a journal it replays: `agrees` when every recorded hash came out again. */
export async function replayInNode(file: string): Promise<{ readonly agrees: boolean }> {
  return JSON.parse(await command('replay', [file, '--json', '--quiet'])) as { agrees: boolean };
}

/** The moments of a journal, to know what each side could know in them. */
export function filmOf(text: string): Film {
  const film = replayJournal(scenario, journalIn(text));
  // Most likely the page was built before the rules were changed.
  if (film.departure !== null) throw new Error(`Replay departs from the record: ${JSON.stringify(film.departure)}`);
  return film;
}

export function journalIn(text: string): Journal {
  const reading = parseJournal('journal', JSON.parse(text));
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
  return reading.value;
}
