import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scenarioById } from '../../src/scenario/library.ts';
import { buildCommands, outside, readLines, SCENARIO, words } from './commands.ts';

const { run, file } = buildCommands('outside-player');
const scenario = scenarioById(SCENARIO);

const idsOf = (side: 'soviet' | 'japanese'): string[] =>
  scenario.cards.filter((card) => card.side === side).map((card) => card.id);

test('an outside player fights a battle and its journal agrees', async () => {
  const journal = file('whole.json');
  const heard = file('heard.jsonl');
  const fought = await run(
    'battle',
    SCENARIO,
    ...words('--japanese random --turns 4 --json --journal'),
    journal,
    '--soviet',
    outside('plain', heard),
  );
  expect(fought).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(fought.stdout)).toMatchObject({ turns: 4 });
  expect(await run('replay', journal)).toMatchObject({ status: 0 });

  const messages = readLines(heard);
  const count = (type: string): number => messages.filter((message) => message.type === type).length;
  expect(messages[0]).toMatchObject({ type: 'hello', protocol: 1, side: 'soviet' });
  expect([count('turn'), count('options'), count('result'), count('end')]).toEqual([4, 4, 8, 1]);
  expect(messages.at(-1)).toMatchObject({ type: 'end', result: JSON.parse(fought.stdout).result });
  expect(messages.filter(({ accepted }) => accepted === false)[0]).toEqual({
    type: 'result',
    accepted: false,
    reason: expect.stringMatching(/^[A-Z].*\.$/),
    observation: expect.objectContaining({ side: 'soviet' }),
  });

  tellsTheGround(messages[0].scenario);
  for (const message of messages) tellsOnlyWhoWasIdentified(message);
});

/** The map, the weapons, the clock, what counts, one's own units; hexes as printed. */
function tellsTheGround(told: any): void {
  expect(told.map).toMatchObject({ columns: 30, rows: 23, hexMetres: 250, orientation: 'flat' });
  expect(told.map.terrain).toHaveLength(23);
  expect(told.map.terrain[0]).toHaveLength(30);
  expect(told.map.hexsides[0]).toMatchObject({
    hex: [expect.any(Number), expect.any(Number)],
    side: expect.any(String),
  });
  expect(told.units.map(({ id }: any) => id)).toEqual(idsOf('soviet'));
  expect(told.equipment).toHaveLength(scenario.weapons.size);
  expect(told.objectives[0].hex).toEqual([expect.any(Number), expect.any(Number)]);
  expect(told.clock.turns).toBe(13);
}

/** No enemy is named but those whom the side has identified. */
function tellsOnlyWhoWasIdentified(message: any): void {
  const text = JSON.stringify(message);
  const identified = (message.observation?.contacts ?? []).flatMap(({ unit }: any) =>
    unit === undefined ? [] : [unit],
  );
  const named = idsOf('japanese').filter((id) => text.includes(`"${id}"`));
  expect(identified).toEqual(expect.arrayContaining(named));
}

test('two outside players may fight each other', async () => {
  const { status, stdout } = await run(
    'battle',
    SCENARIO,
    ...words('--turns 2 --json --soviet'),
    outside('plain'),
    '--japanese',
    outside('plain'),
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ turns: 2 });
});

// biome-ignore format: a row for each kind of bad player
const BAD: readonly (readonly [what: string, player: string, told: string])[] = [
  ['says what is no message',     outside('rubbish'),                                        'it sent: hello there (not JSON)'],
  ['says a message nobody knows', outside('rubbish', `'{"type":"resign"}'`),                 'it sent: {"type":"resign"} (type: found "resign", expected one of "options", "order")'],
  ['gives an order nobody knows', outside('rubbish', `'{"type":"order","order":{"kind":"fly"}}'`), 'it sent: {"type":"order","order":{"kind":"fly"}} (order: kind: found "fly", expected'],
  ['says nothing in time',        outside('silent'),                                         'it sent nothing for 1 s'],
  ['dies',                        outside('dying'),                                          'it ended with exit status 3'],
  ['does not exist',              'exec:no-such-program-anywhere',                           'it ended with exit status 127'],
  ['says a line without end',     `exec:yes | tr -d '\\n'`,                                  'it sent a line without end: yyyy'],
];

test.each(BAD)('a player that %s forfeits, and the journal up to there is kept', async (what, player, told) => {
  const journal = file(`${what}.json`);
  const ran = await run(
    'battle',
    SCENARIO,
    ...words('--japanese idle --patience 1 --json --soviet'),
    player,
    '--journal',
    journal,
  );
  expect(ran.status).toBe(2);
  expect(ran.stderr).toContain(`battle: the Soviet player forfeits the turn and the battle: ${told}`);
  expect(JSON.parse(ran.stdout)).toMatchObject({
    result: { winner: 'japanese', level: 'decisive' },
    turns: 1,
    forfeit: { side: 'soviet' },
  });
  expect(JSON.parse(readFileSync(journal, 'utf8'))).toMatchObject({
    orders: [{ kind: 'endTurn' }, { kind: 'endTurn' }],
  });
});

test('the journals of forfeited battles agree', async () => {
  const journals = BAD.map(([what]) => file(`${what}.json`));
  expect(await run('replay', ...journals)).toMatchObject({ status: 0, stderr: '' });
});

test("a player's stderr is shown to the person who started it", async () => {
  const { stderr } = await run('battle', SCENARIO, '--japanese', outside('dying'), '--soviet', 'idle', '--quiet');
  expect(stderr).toContain('out of coffee\n');
});
