/** The commands as people run them: built, started as processes of their own, judged by what they print. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

export const SCENARIO = 'khasan-1938-zaozernaya';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Commands {
  readonly run: (command: string, ...args: readonly string[]) => Promise<Ran>;
  /** A name for a file in a folder that is gone after the tests. */
  readonly file: (name: string) => string;
}

/** For building and for fights before the first test, on a busy machine. */
export const HOOK_MILLISECONDS = 60_000;

const root = join(import.meta.dirname, '../..');

/** Builds the commands before the tests of a file, each file its own, so that none reads what another just writes. */
export function buildCommands(name: string): Commands {
  const build = join(root, 'dist-cli', `test-${name}`);
  const folder = mkdtempSync(join(tmpdir(), 'undeclared-war-'));
  beforeAll(() => {
    execFileSync('npm', ['run', '-s', 'build:cli', '--', '--outDir', build], { cwd: root, stdio: 'pipe' });
  }, HOOK_MILLISECONDS);
  afterAll(() => {
    rmSync(build, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    file: (file) => join(folder, file),
    run: (command, ...args) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [join(build, `${command}.js`), ...args], { cwd: root });
        const ran = { stdout: '', stderr: '' };
        child.stdout.setEncoding('utf8').on('data', (text: string) => (ran.stdout += text));
        child.stderr.setEncoding('utf8').on('data', (text: string) => (ran.stderr += text));
        child.once('error', reject);
        child.once('close', (status) => resolve({ status, ...ran }));
      }),
  };
}

/** The words of a command line without quotes. */
export const words = (line: string): string[] => line.split(' ');

/** A player of tests/cli/players as an outside player. */
export const outside = (player: string, ...args: readonly string[]): string =>
  ['exec:node', join(import.meta.dirname, 'players', `${player}.mjs`), ...args].join(' ');

/** The objects of a file with one JSON object a line. */
export const readLines = (file: string): any[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
