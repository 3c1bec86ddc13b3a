import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildCommands, SCENARIO, words } from './commands.ts';

const { run, file } = buildCommands('battle');

const LOSSES = {
  men: expect.any(Number),
  vehicles: expect.any(Number),
  guns: expect.any(Number),
  aircraft: expect.any(Number),
};

test('a battle is told as one object on stdout', async () => {
  const { status, stdout } = await run(
    'battle',
    SCENARIO,
    ...words('--japanese random --soviet idle --seed 42 --json'),
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    scenario: SCENARIO,
    seed: '42',
    engine: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    result: {
      winner: expect.toBeOneOf(['soviet', 'japanese', null]),
      level: expect.toBeOneOf(['decisive', 'major', 'minor', 'draw']),
      versusHistory: expect.toBeOneOf(['better', 'as', 'worse']),
    },
    score: { soviet: expect.any(Number), japanese: expect.any(Number) },
    turns: 13,
    orders: expect.any(Number),
    losses: { soviet: LOSSES, japanese: LOSSES },
    hash: expect.stringMatching(/^[0-9a-f]{16}$/),
    seconds: expect.any(Number),
  });
});

test('the same seed gives the same battle, another seed another', async () => {
  const fought = await Promise.all(
    ['42', '42', '43'].map((seed) => run('battle', SCENARIO, ...words(`--seed ${seed} --turns 2 --json`))),
  );
  const hashes = fought.map(({ stdout }) => JSON.parse(stdout).hash);
  expect(hashes[1]).toBe(hashes[0]);
  expect(hashes[2]).not.toBe(hashes[0]);
});

test('without --json a person reads the result with history beside it', async () => {
  const { status, stdout, stderr } = await run('battle', SCENARIO, ...words('--soviet idle --japanese idle --turns 2'));
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Bayonets before dawn: Zaozernaya/);
  expect(stdout).toContain('Soviet decisive victory, better than history');
  expect(stdout).toContain('in history');
  expect(stdout).toMatch(/2 of 13 turns, 4 orders, hash [0-9a-f]{16}, \d/);
  expect(stderr).toBe('');
});

test('a journal agrees when it is replayed, plain and packed', async () => {
  const args = ['battle', SCENARIO, '--soviet', 'random', '--japanese', 'random', '--turns', '1', '--json'] as const;
  const plain = file('plain.json');
  const packed = file('packed.json.gz');
  await run(...args, '--journal', plain);
  await run(...args, '--journal', packed);
  expect(gunzipSync(readFileSync(packed)).toString()).toBe(readFileSync(plain, 'utf8'));
  const replayed = await run('replay', plain, packed);
  expect(replayed).toEqual({ status: 0, stdout: expect.stringMatching(/plain.*agrees[^]*packed.*agrees/), stderr: '' });
});

test('--help lists the options and the scenarios', async () => {
  for (const command of ['battle', 'simulate']) {
    const { status, stdout } = await run(command, '--help');
    expect(status).toBe(0);
    expect(stdout).toContain('--seed TEXT');
    expect(stdout).toContain(SCENARIO);
  }
  expect((await run('replay', '--help')).stdout).toContain('--to N');
});

// biome-ignore format: a row for each mistake
const MISTAKES: readonly (readonly [given: readonly string[], told: string])[] = [
  [[],                                          `battle: which battle? Scenarios: ${SCENARIO}`],
  [['khasan'],                                  `battle: there is no scenario "khasan"; scenarios: ${SCENARIO}`],
  [[SCENARIO, 'again'],                         'battle: one battle at a time: "again" is one too many'],
  [[SCENARIO, '--seeds', '1'],                  "battle: Unknown option '--seeds'; --help lists the options"],
  [[SCENARIO, '--seed'],                        "battle: Option '--seed <value>' argument missing; --help lists the options"],
  [[SCENARIO, '--seed', ''],                    'battle: --seed: found nothing, expected a text of 1 to 200 characters'],
  [[SCENARIO, '--seed', 'x'.repeat(201)],       'battle: --seed: found 201 characters, expected a text of 1 to 200 characters'],
  [[SCENARIO, '--turns', '-3'],                 'battle: --turns: found "-3", expected a whole number from 1 to 1000'],
  [[SCENARIO, '--turns', 'two'],                'battle: --turns: found "two", expected a whole number from 1 to 1000'],
  [[SCENARIO, '--patience', '0'],               'battle: --patience: found "0", expected a whole number from 1 to 86400'],
  [[SCENARIO, '--journal', '/nowhere/at/all'],  'battle: /nowhere/at/all cannot be written: no such file or directory'],
];

test.each(MISTAKES)('battle %j is answered with one line and status 2', async (given, told) => {
  expect(await run('battle', ...given)).toEqual({ status: 2, stdout: '', stderr: `${told}\n` });
});

test('a player nobody knows is answered with those one may have', async () => {
  const { status, stderr } = await run('battle', SCENARIO, '--soviet', 'person');
  expect(status).toBe(2);
  expect(stderr).toMatch(/^battle: --soviet: found "person", expected .*idle, random or exec:COMMAND\n$/);
});
