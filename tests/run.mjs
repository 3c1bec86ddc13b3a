/**
 * Every test: unit tests, the build, then the browser tests against that build. The last line is the sum of both,
 * `N passed, N failed`; the exit status is 1 when a test failed, a part broke, or a part ran no test at all.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const path = join(root, 'node_modules', '.bin') + delimiter + process.env.PATH;

/** Runs a command with its output shown; true when it succeeded. */
function run(command) {
  console.log(`\n> ${command}`);
  return (
    spawnSync(command, { cwd: root, stdio: 'inherit', shell: true, env: { ...process.env, PATH: path } }).status === 0
  );
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** A part that broke outside its tests, or ran none, counts as one failure: it must not pass unseen. */
function countsOf(part, { passed, failed, succeeded }) {
  const broke = failed === 0 && (!succeeded || passed === 0);
  if (broke) console.error(`${part}: ${passed === 0 ? 'no test ran' : 'failed outside its tests'}`);
  return { passed, failed: broke ? 1 : failed };
}

function runUnitTests() {
  const file = join(root, 'test-results', 'unit.json');
  rmSync(file, { force: true });
  const succeeded = run(
    'vitest run --config tests/vitest.config.ts --reporter=default --reporter=json --outputFile.json=test-results/unit.json',
  );
  const report = readReport(file);
  const unloaded = (report?.testResults ?? []).filter(
    (suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
  );
  return countsOf('unit tests', {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + unloaded.length,
    succeeded,
  });
}

function runBrowserTests() {
  if (!run('npm run -s build')) return countsOf('browser tests, build', { passed: 0, failed: 0, succeeded: false });
  const file = join(root, 'test-results', 'e2e.json');
  rmSync(file, { force: true });
  const succeeded = run('playwright test --config tests/e2e/playwright.config.ts');
  const stats = readReport(file)?.stats;
  return countsOf('browser tests', {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    succeeded,
  });
}

const unit = runUnitTests();
const browser = runBrowserTests();
const failed = unit.failed + browser.failed;
console.log(`\n${unit.passed + browser.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
