import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { buildCommands, HOOK_MILLISECONDS, outside, type Ran, readLines, SCENARIO, words } from './commands.ts';

const { run, file } = buildCommands('simulate');
const GAMES = [SCENARIO, ...words('--soviet random --japanese random --turns 1 --games 5 --seed pool')];

let whole: Ran;

beforeAll(async () => {
  whole = await run('simulate', ...GAMES, '--jobs', '2', '--out', file('run.jsonl'));
}, HOOK_MILLISECONDS);

test('shards of a run, concatenated, equal the run on any number of threads', async () => {
  const shards = [1, 2, 3].map((shard) => file(`shard-${shard}.jsonl`));
  await Promise.all(
    shards.map((out, place) => run('simulate', ...GAMES, '--jobs', '1', '--shard', `${place + 1}/3`, '--out', out)),
  );
  const text = readFileSync(file('run.jsonl'), 'utf8');
  expect(text.trimEnd().split('\n')).toHaveLength(5);
  expect(shards.map((shard) => readFileSync(shard, 'utf8')).join('')).toBe(text);
});

test('a game of a run is the battle of its seed', async () => {
  const lines = readLines(file('run.jsonl'));
  expect(lines.map(({ seed }) => seed)).toEqual(['pool/0', 'pool/1', 'pool/2', 'pool/3', 'pool/4']);
  const given = words('--soviet random --japanese random --turns 1 --seed pool/3 --json');
  const { seconds: _, ...report } = JSON.parse((await run('battle', SCENARIO, ...given)).stdout);
  expect(lines[3]).toEqual(report);
});

test('results, scores and losses are printed with history beside', () => {
  expect(whole).toMatchObject({ status: 0, stderr: '' });
  expect(whole.stdout).toContain('5 battles');
  expect(whole.stdout).toContain('In history: Japanese victory');
  expect(whole.stdout).toMatch(/tenth +median +nine tenths +mean +history/);
  expect(whole.stdout).toMatch(/Soviet score[^]*men lost[^]*Japanese score[^]*men lost/);
});

test('the statistics are one object with --json', async () => {
  const { stdout } = await run(
    'simulate',
    SCENARIO,
    ...words('--soviet idle --japanese idle --turns 1 --games 2 --json'),
  );
  expect(JSON.parse(stdout)).toMatchObject({
    scenario: SCENARIO,
    battles: 2,
    forfeits: 0,
    results: [{ winner: 'soviet', level: 'decisive', battles: 2 }],
    score: { soviet: { low: 32, median: 32, high: 32, mean: 32, history: 0 } },
    losses: { soviet: { men: { history: 350 } }, japanese: { men: { history: 178 } } },
    historyWinner: 'japanese',
  });
});

test('forfeited battles are counted and told', async () => {
  const given = words('--japanese idle --turns 1 --games 2 --soviet');
  const { status, stdout, stderr } = await run('simulate', SCENARIO, ...given, outside('rubbish'));
  expect(status).toBe(2);
  expect(stdout).toContain('2 battles, 2 forfeited');
  expect(stderr).toContain('the Soviet player sent: hello there (not JSON)');
});

// biome-ignore format: a row for each mistake
const MISTAKES: readonly (readonly [given: readonly string[], told: string])[] = [
  [[],                                  'simulate: how many battles? Give --games N'],
  [words('--games 0'),                  'simulate: --games: found "0", expected a whole number from 1 to 1000000'],
  [words('--games 1e3'),                'simulate: --games: found "1e3", expected a whole number from 1 to 1000000'],
  [words('--games 3 --jobs 0'),         'simulate: --jobs: found "0", expected a whole number from 1 to 256'],
  [words('--games 3 --shard 0/3'),      'simulate: --shard: found "0/3", expected I/N with I from 1 to N, such as 2/5'],
  [words('--games 3 --shard 4/3'),      'simulate: --shard: found "4/3", expected I/N with I from 1 to N, such as 2/5'],
  [words('--games 3 --out /nowhere/x'), 'simulate: /nowhere/x cannot be written: no such file or directory'],
];

test.each(MISTAKES)('simulate %j is answered with one line and status 2', async (given, told) => {
  expect(await run('simulate', SCENARIO, ...given)).toEqual({ status: 2, stdout: '', stderr: `${told}\n` });
});
