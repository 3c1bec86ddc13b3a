/** Types, lint, format and walls, side by side; silent about what holds. Exit status 1 when anything does not. */
import { exec } from 'node:child_process';
import { delimiter, join } from 'node:path';

const PARTS = {
  'types: build': 'tsc -p tsconfig.json',
  'types: hex to ai': 'tsc -p src/tsconfig.json',
  'types: cli': 'tsc -p src/cli/tsconfig.json',
  'types: ui': 'tsc -p src/ui/tsconfig.json',
  'types: workers': 'tsc -p src/ui/workers.tsconfig.json',
  'types: tests': 'tsc -p tests/tsconfig.json',
  lint: 'oxlint --type-aware --deny-warnings',
  format: 'biome format',
  walls: 'vitest run --config tests/vitest.config.ts tests/walls.test.ts',
};

const root = join(import.meta.dirname, '..');
const env = { ...process.env, PATH: join(root, 'node_modules', '.bin') + delimiter + process.env.PATH };

function check(name, command) {
  const start = performance.now();
  return new Promise((resolve) => {
    exec(command, { cwd: root, env, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`${error ? 'FAIL' : 'ok  '} ${name} (${seconds} s)${error ? `\n${stdout}${stderr}` : ''}`);
      resolve(error === null);
    });
  });
}

const results = await Promise.all(Object.entries(PARTS).map(([name, command]) => check(name, command)));
process.exitCode = results.every(Boolean) ? 0 : 1;
