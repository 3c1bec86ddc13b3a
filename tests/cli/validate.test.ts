/** The command as a person runs it: what it prints and the status it ends with. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zaozernayaJson } from '../scenario/zaozernaya.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'validate-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('everything that comes with the game holds', () => {
  expect(validate()).toMatchObject({
    status: 0,
    stdout: '',
    stderr: expect.stringMatching(/^(scenarios\/equipment\/\w+\.json: \d+ rows\n){4}\d+ files: no problems\n$/),
  });
});

test('a scenario with two mistakes ends with status 1 and a line for each', () => {
  const battle = zaozernayaJson();
  battle['clock'].turns = 0;
  battle.units[3].parent = 'nobody';
  const file = join(folder, 'battle.json');
  writeFileSync(file, JSON.stringify(battle));
  const { status, stdout } = validate(file);
  expect(status).toBe(1);
  expect(stdout.trim().split('\n')).toEqual([
    `${file}: clock.turns: found 0, expected at least 1`,
    `${file}: units[3].parent: found "nobody", expected the id of a unit`,
  ]);
});

test('a file that is no JSON, and one of no known format, are problems like others', () => {
  const broken = join(folder, 'broken.json');
  const strange = join(folder, 'strange.json');
  writeFileSync(broken, '{');
  writeFileSync(strange, '{"format": "recipe for soup"}');
  const { status, stdout } = validate(broken, strange);
  expect(status).toBe(1);
  expect(stdout).toContain(`${broken}: found `);
  expect(stdout).toContain(`${strange}: format: found "recipe for soup", expected one of undeclared-war/scenario`);
});

test.each([['nowhere.json'], ['--loudly'], ['scenarios']])(
  '%s cannot be used: status 2 and one line that says so',
  (argument) => {
    const { status, stderr } = validate(argument);
    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(/^validate: /)]);
  },
);

function validate(...files: string[]) {
  return spawnSync('npm', ['run', '-s', 'validate', '--', ...files], { cwd: root, encoding: 'utf8' });
}
