/** A journal given away comes back as it was; anything else is refused in words, and nothing is saved. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importBattle } from '../../../src/ui/session/import-battle.ts';
import { formatJournalFile, readJournalFile } from '../../../src/ui/session/journal-file.ts';
import { resumeSession } from '../../../src/ui/session/session.ts';
import { begin, emptyStore, giveOrders, scenario, thinkerHere } from './at-the-screen.ts';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

async function playedText(): Promise<string> {
  const session = await begin({ soviet: 'person', japanese: 'person' });
  session.takeSeat();
  giveOrders(session, 5);
  session.endTurn();
  session.takeSeat();
  giveOrders(session, 3);
  return formatJournalFile(session.journal()).text;
}

async function problemOf(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const store = emptyStore();
  const reading = await importBattle(store, name, bytes);
  expect(await store.list()).toEqual([]);
  if (reading.kind === 'read') throw new Error('expected the file to be refused');
  return reading.problems.map(({ file, path, found, expected }) => `${file} ${path} ${found} ${expected}`).join('\n');
}

describe('a journal file', () => {
  test('is named for its battle', async () => {
    const session = await begin({ soviet: 'person', japanese: 'idle' });
    expect(formatJournalFile(session.journal()).name).toBe(`${scenario.id}-turn-0.json`);
  });

  test('reads back, plain and packed', async () => {
    const text = await playedText();
    const plain = await readJournalFile('a.json', bytesOf(text));
    const packed = await readJournalFile('a.json.gz', new Uint8Array(gzipSync(text)));
    expect(plain).toMatchObject({ kind: 'read' });
    expect(packed).toEqual(plain);
  });

  test('becomes a battle that goes on', async () => {
    const store = emptyStore();
    const text = await playedText();
    const imported = await importBattle(store, 'a.json', bytesOf(text));
    if (imported.kind === 'refused') throw new Error(JSON.stringify(imported.problems));
    const session = await resumeSession({ id: imported.value, store, thinker: thinkerHere() });
    expect(formatJournalFile(session.journal()).text).toBe(text);
  });

  test('that is too long is refused, also when only unpacking shows it', async () => {
    const long = ' '.repeat(6_000_000);
    expect(await problemOf('long.json', bytesOf(long))).toContain('at most 5000000 bytes');
    const packed = new Uint8Array(gzipSync(long));
    expect(packed.length).toBeLessThan(100_000);
    expect(await problemOf('long.gz', packed)).toContain('at most 5000000 bytes');
  });

  test('that is no journal is refused', async () => {
    expect(await problemOf('a.json', bytesOf('{'))).toContain('JSON');
    expect(await problemOf('a.json', new Uint8Array([0xff, 0xfe, 0x00]))).toContain('UTF-8');
    expect(await problemOf('a.gz', new Uint8Array([0x1f, 0x8b, 1, 2, 3]))).toContain('damaged gzip');
    expect(await problemOf('a.json', bytesOf('{"format":"something/else"}'))).not.toBe('');
    expect(await problemOf('a.json', bytesOf('null'))).not.toBe('');
  });

  test('of a battle nobody knows is refused', async () => {
    const journal = JSON.parse(await playedText());
    const text = JSON.stringify({ ...journal, scenario: { ...journal.scenario, id: 'nowhere' } });
    expect(await problemOf('a.json', bytesOf(text))).toContain('nowhere');
  });

  test('with an order that was never possible is refused at that order', async () => {
    const journal = JSON.parse(await playedText());
    const orders = [...journal.orders, { kind: 'rally', unit: 'nobody' }];
    expect(await problemOf('a.json', bytesOf(JSON.stringify({ ...journal, orders })))).toContain(
      `orders[${journal.orders.length}]`,
    );
  });

  test('whose hashes do not agree is refused at that turn', async () => {
    const journal = JSON.parse(await playedText());
    const text = JSON.stringify({ ...journal, hashes: ['0000000000000000'] });
    expect(await problemOf('a.json', bytesOf(text))).toContain('hashes[0]');
  });

  test('damaged anywhere never throws', async () => {
    const bytes = bytesOf(await playedText());
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat({ max: 255 }), async (place, value) => {
        const damaged = bytes.slice();
        damaged[place % damaged.length] = value;
        const reading = await importBattle(emptyStore(), 'a.json', damaged);
        if (reading.kind === 'refused') expect(reading.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});
