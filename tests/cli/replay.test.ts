import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { buildCommands, HOOK_MILLISECONDS, SCENARIO, words } from './commands.ts';

const { run, file } = buildCommands('replay');

let text = '';

beforeAll(async () => {
  const journal = file('whole.json');
  await run('battle', SCENARIO, ...words('--soviet random --japanese random --turns 2 --quiet --journal'), journal);
  text = readFileSync(journal, 'utf8');
}, HOOK_MILLISECONDS);

/** A file with this content, which may be the journal changed. */
function written(name: string, content: string | Uint8Array | ((journal: any) => object)): string {
  const path = file(name);
  writeFileSync(path, typeof content === 'function' ? JSON.stringify(content(JSON.parse(text))) : content);
  return path;
}

test('a journal that holds agrees, in words and as JSON', async () => {
  const whole = written('holds.json', text);
  const { orders, hashes } = JSON.parse(text);
  const told = await run('replay', whole);
  expect(told.status).toBe(0);
  expect(told.stdout).toContain(`agrees: ${orders.length} orders, 4 hashes, now turn 3, hash ${hashes[3]}`);
  const asJson = JSON.parse((await run('replay', whole, '--json')).stdout);
  expect(asJson).toMatchObject({ journal: whole, agrees: true, orders: orders.length, hashes: 4, hash: hashes[3] });
});

test('--to stops after so many orders', async () => {
  const { status, stdout } = await run('replay', written('part.json', text), '--to', '7', '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ agrees: true, orders: 7, turn: 1, hashes: 0 });
});

test('a hash that differs is told with the order after which it does', async () => {
  const journal = written('hash.json', (whole) => ({
    ...whole,
    hashes: whole.hashes.map((hash: string, place: number) => (place === 1 ? '0123456789abcdef' : hash)),
  }));
  const ends: number[] = JSON.parse(text).orders.flatMap((order: { kind: string }, place: number) =>
    order.kind === 'endTurn' ? [place + 1] : [],
  );
  const { status, stdout } = await run('replay', journal);
  expect(status).toBe(1);
  expect(stdout).toContain(`departs at order ${ends[1]}, Soviet turn 1: recorded hash 0123456789abcdef, found `);
});

test('an order that is refused is told with the reason', async () => {
  const journal = written('refused.json', (whole) => ({
    ...whole,
    orders: [...whole.orders.slice(0, 5), { kind: 'rally', unit: 'no\u001b[31m-one' }, ...whole.orders.slice(5)],
  }));
  const { status, stdout } = await run('replay', journal);
  expect(status).toBe(1);
  expect(stdout).toContain('departs at order 6, Japanese turn 1: is refused: You have no unit called no�[31m-one.');
});

test('a record without its hashes proves nothing', async () => {
  const { status, stdout } = await run(
    'replay',
    written('bare.json', (whole) => ({ ...whole, hashes: [] })),
  );
  expect(status).toBe(1);
  expect(stdout).toContain('recorded hashes of 0 turns, found 4');
});

test('a journal of another engine agrees if its hashes do', async () => {
  const { status, stdout } = await run(
    'replay',
    written('old.json', (whole) => ({ ...whole, engine: '0.0.9' })),
  );
  expect(status).toBe(0);
  expect(stdout).toMatch(/agrees: .*; recorded by engine "0\.0\.9", this is /);
});

test('one bad journal among several is told, the others are replayed', async () => {
  const { status, stdout, stderr } = await run('replay', written('bad.json', '{'), written('good.json', text));
  expect(status).toBe(2);
  expect(stdout).toContain('good.json: agrees');
  expect(stderr).toMatch(/^replay: .*bad\.json: found .*, expected JSON\n$/);
});

type Content = string | Uint8Array | ((journal: any) => object);
// biome-ignore format: a row for each kind of damage
const DAMAGES: readonly (readonly [damage: string, content: () => Content, told: RegExp])[] = [
  ['an empty file',         () => '',                                                     /found an empty file, expected a journal/],
  ['cut short',             () => text.slice(0, 300),                                     /found .*, expected JSON/],
  ['packed and cut short',  () => gzipSync(text).subarray(0, 100),                        /found a damaged gzip file/],
  ['bytes that are no text', () => new Uint8Array([0x7b, 0xff, 0xfe]),                    /found bytes that are no text/],
  ['another version',       () => (whole) => ({ ...whole, version: 2 }),                  /version: found 2, expected 1/],
  ['another format',        () => (whole) => ({ ...whole, format: 'x' }),                 /format: found "x", expected "undeclared-war\/journal"/],
  ['an unknown battle',     () => (whole) => ({ ...whole, scenario: { id: 'waterloo', hash: '' } }), /scenario\.id: found "waterloo", expected one of: khasan/],
  ['a path as a battle',    () => (whole) => ({ ...whole, scenario: { id: '../../x', hash: '' } }),  /scenario\.id: found "\.\.\/\.\.\/x", expected an id/],
  ['an unknown order',      () => (whole) => ({ ...whole, orders: [{ kind: 'fly' }] }),   /orders\[0\]\.kind: found "fly", expected one of/],
  ['a key too many',        () => (whole) => ({ ...whole, extra: 1 }),                    /extra: found "extra", expected no such key/],
  ['a number for a list',   () => (whole) => ({ ...whole, orders: 1e9 }),                 /orders: found 1000000000, expected Array/],
  ['too many hashes',       () => (whole) => ({ ...whole, hashes: Array(10_001).fill('0123456789abcdef') }), /hashes: found .*, expected/],
  ['a huge file',           () => ' '.repeat(20_000_001),                                 /found more, expected at most 20000000 bytes/],
  ['a huge file, packed',   () => gzipSync(' '.repeat(50_000_000)),                       /found more when unpacked, expected at most 20000000 bytes/],
  ['nested without end',    () => `{"format":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`, /expected/],
];

test('whatever is wrong with a journal is told in one clear line, and the status is 2', async () => {
  const files = DAMAGES.map(([damage, content]) => written(`${damage}.json`, content()));
  const { status, stdout, stderr } = await run('replay', ...files);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  const lines = stderr.trimEnd().split('\n');
  expect(lines).toHaveLength(DAMAGES.length);
  for (const [place, [damage, , told]] of DAMAGES.entries()) {
    expect(lines[place]).toMatch(told);
    expect(lines[place]).toContain(`${damage}.json`);
  }
});

test('no journal, one that is not there, and a bad number are told in one line', async () => {
  expect(await run('replay')).toMatchObject({ status: 2, stderr: 'replay: which journal? Give one or more files\n' });
  expect(await run('replay', '/nowhere.json')).toMatchObject({
    status: 2,
    stderr: 'replay: /nowhere.json cannot be read: no such file or directory\n',
  });
  expect(await run('replay', 'x.json', '--to', 'end')).toMatchObject({
    status: 2,
    stderr: 'replay: --to: found "end", expected a whole number from 0 to 200000\n',
  });
});
