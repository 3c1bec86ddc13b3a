/** Journals as files: written, read, damaged, and recorded battles that must go the same way for ever. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../../src/battle/battle.ts';
import { replay } from '../../src/battle/film.ts';
import {
  formatJournal,
  type Journal,
  journalOf,
  parseJournal,
  parseOrder,
  readOrder,
  writeOrder,
} from '../../src/battle/journal.ts';
import { refusalText } from '../../src/battle/wording.ts';
import { ENGINE_VERSION } from '../../src/battle/version.ts';
import { present } from '../../src/model/assert.ts';
import { AIR_TASKS } from '../../src/model/flight.ts';
import { type Order, ORDER_KINDS, SALVAGE_TASKS, type OrderKind } from '../../src/model/order.ts';
import { SCENARIO_IDS, scenarioById } from '../../src/scenario/library.ts';
import { formatProblem } from '../../src/scenario/problem.ts';
import { battlefield, rifleCompany } from '../battlefield.ts';
import { openAtRandom, playAtRandom } from './at-random.ts';

const khasan = scenarioById('khasan-1938-zaozernaya');

/** The journal a value holds; a value that holds none fails the test with what is wrong. */
function read(value: unknown): Journal {
  const reading = parseJournal('battle.json', value);
  if (reading.kind === 'refused') throw new Error(reading.problems.map(formatProblem).join('\n'));
  return reading.value;
}

const recorded = (seed: string, orders: number): Journal =>
  journalOf(playAtRandom(openAtRandom(khasan, seed), seed, { orders, ordersATurn: 10 }));

describe('a journal', () => {
  test('written and read back is the same journal', () => {
    fc.assert(
      fc.property(fc.nat(10_000), (number) => {
        const journal = recorded(`${number}`, 80);
        expect(read(JSON.parse(formatJournal(journal)))).toEqual(journal);
      }),
      { numRuns: 15, seed: 1938 },
    );
  });

  test('has an order a line, so that two can be compared', () => {
    const journal = recorded('lines', 40);
    const lines = formatJournal(journal).split('\n');
    for (const order of journal.orders)
      expect(lines.some((line) => line.trim().replace(/,$/, '') === JSON.stringify(order))).toBe(true);
  });

  test('survives any seed and any name of a player', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.string({ minLength: 1, maxLength: 300 }), (seed, player) => {
        const field = battlefield(
          'A',
          { A: rifleCompany() },
          { seed, players: { soviet: player, japanese: '"orders": []' } },
        );
        const journal = journalOf(field.battle);
        expect(read(JSON.parse(formatJournal(journal)))).toEqual(journal);
      }),
      { numRuns: 200, seed: 1938 },
    );
  });

  test('names hexes by column and row, and orders read back are the same orders', () => {
    const grid = khasan.map.grid;
    const unit = present(khasan.cards[0], 'a card').id;
    const hex = 9 * grid.columns + 12;
    const orders: readonly Order[] = [
      { kind: 'move', unit, path: [hex, hex + 1], pace: 'silent' },
      { kind: 'fire', unit, target: hex, minutes: 10 },
      { kind: 'assault', units: [unit], target: hex },
      { kind: 'mission', unit, observer: unit, target: hex },
      { kind: 'flare', unit, target: hex },
      { kind: 'dig', unit, minutes: 10 },
      { kind: 'deploy', unit, posture: 'dugIn' },
      { kind: 'guns', unit, state: 'limbered' },
      { kind: 'rally', unit },
      { kind: 'policy', unit, policy: 'close' },
      { kind: 'standing', unit, standing: { kind: 'goTo', to: hex, pace: 'normal' } },
      { kind: 'standing', unit, standing: { kind: 'hold' } },
      { kind: 'standing', unit, standing: null },
      { kind: 'endTurn' },
    ];
    for (const order of orders) expect(readOrder(khasan, writeOrder(khasan, order))).toEqual(order);
    expect(writeOrder(khasan, { kind: 'fire', unit, target: hex, minutes: 10 })).toMatchObject({ target: [12, 9] });
  });

  test('may leave out the pace of a march', () => {
    const reading = parseOrder(khasan, 'the order', { kind: 'move', unit: 'x', path: [[1, 1]] });
    expect(reading).toMatchObject({ kind: 'read', value: { pace: 'normal' } });
  });
});

describe('a damaged journal', () => {
  const whole = JSON.parse(formatJournal(recorded('damaged', 25))) as unknown;

  /** Every place in a value, as the keys that lead there. */
  function listPlaces(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
    if (typeof value !== 'object' || value === null) return [path];
    const inside = Array.isArray(value)
      ? value.flatMap((entry, index) => listPlaces(entry, [...path, index]))
      : Object.entries(value).flatMap(([key, entry]) => listPlaces(entry, [...path, key]));
    return [path, ...inside];
  }

  function withAt(value: unknown, path: readonly (string | number)[], change: (old: unknown) => unknown): unknown {
    const [key, ...rest] = path;
    if (key === undefined) return change(value);
    if (Array.isArray(value))
      return value.map((entry: unknown, index) => (index === key ? withAt(entry, rest, change) : entry));
    return { ...(value as object), [key]: withAt((value as Record<string | number, unknown>)[key], rest, change) };
  }

  const places = listPlaces(whole);
  const rubbish = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(-1, 1.5, 1e308, 32768, '', 'x'.repeat(1000), null, [], {}, true, '__proto__'),
  );

  test('is read or refused with place, found and expected, and never throws', () => {
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...places), rubbish, (path, value) => {
        const reading = parseJournal(
          'battle.json',
          withAt(whole, path, () => value),
        );
        if (reading.kind === 'read') return;
        refused += 1;
        expect(reading.problems.length).toBeGreaterThan(0);
        for (const problem of reading.problems) {
          expect(problem.file).toBe('battle.json');
          expect(problem.found).not.toBe('');
          expect(problem.expected).not.toBe('');
          expect(formatProblem(problem).length).toBeLessThan(400);
        }
      }),
      { numRuns: 3000, seed: 1938 },
    );
    expect(refused).toBeGreaterThan(1000);
  });

  test('with a member too few or too many says which', () => {
    const { seed: _left, ...without } = whole as Record<string, unknown>;
    expect(parseJournal('battle.json', without)).toMatchObject({
      kind: 'refused',
      problems: [{ path: 'seed', found: 'nothing' }],
    });
    expect(parseJournal('battle.json', { ...(whole as object), extra: 1 })).toMatchObject({
      kind: 'refused',
      problems: [{ path: 'extra', expected: 'no such key' }],
    });
  });

  test('that is no journal at all is refused', () => {
    for (const value of [null, 7, 'journal', [], {}, { format: 'undeclared-war/scenario' }])
      expect(parseJournal('x', value).kind).toBe('refused');
  });

  test('whose orders still read is replayed as far as it goes, and never throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...places.filter((path) => path[0] === 'orders' || path[0] === 'hashes' || path[0] === 'seed')),
        rubbish,
        (path, value) => {
          const reading = parseJournal(
            'battle.json',
            withAt(whole, path, () => value),
          );
          if (reading.kind === 'refused') return;
          const film = replay(khasan, reading.value);
          expect(film.states.length).toBe(film.orders.length + 1);
          if (film.departure === null) expect(film.orders.length).toBe(reading.value.orders.length);
        },
      ),
      { numRuns: 300, seed: 1938 },
    );
  });

  test('names the order that is refused', () => {
    const journal = read(whole);
    const orders = [
      ...journal.orders.slice(0, 3),
      { kind: 'rally', unit: 'nobody' } as const,
      ...journal.orders.slice(3),
    ];
    expect(replay(khasan, { ...journal, orders }).departure).toEqual({
      kind: 'refused',
      order: 4,
      refusal: { reason: 'unknownUnit', unit: 'nobody' },
    });
  });

  test('names the turn whose fingerprint differs, and plays on', () => {
    const journal = recorded('departs', 120);
    const hashes = journal.hashes.map((hash, index) => (index === 1 ? '0000000000000000' : hash));
    const film = replay(khasan, { ...journal, hashes });
    expect(film.departure).toMatchObject({
      kind: 'hash',
      turnEnd: 2,
      expected: '0000000000000000',
      found: journal.hashes[1],
    });
    expect(film.orders).toHaveLength(journal.orders.length);
  });
});

describe('an order from outside', () => {
  const opened = openAtRandom(khasan, 'outside');
  const ids = [...khasan.cards.map((card) => card.id as string), 'nobody', '', '__proto__', 'constructor'];
  const anyId = fc.constantFrom(...ids);
  const anyNumber = fc.oneof(fc.integer({ min: -2, max: 40 }), fc.constantFrom(0.5, 1e9, -1e9, 32767));
  const anyHex = fc.tuple(anyNumber, anyNumber);
  const anyMember = {
    unit: anyId,
    carrier: anyId,
    passenger: anyId,
    units: fc.array(anyId, { maxLength: 4 }),
    observer: anyId,
    target: anyHex,
    flight: anyId,
    to: anyHex,
    by: fc.constantFrom('boats', 'swimming', 'wings'),
    path: fc.array(anyHex, { maxLength: 4 }),
    minutes: anyNumber,
    pace: fc.constantFrom('normal', 'silent', 'quick'),
    posture: fc.constantFrom('marching', 'deployed', 'dugIn', 'asleep'),
    state: fc.constantFrom('limbered', 'inBattery'),
    task: fc.constantFrom(...SALVAGE_TASKS, ...AIR_TASKS, 'suppress', 'smoke'),
    work: fc.constantFrom('add', 'drop', 'tear', 'wire', 'clear', 'bottles', 'dance'),
    minute: anyNumber,
    policy: fc.constantFrom('free', 'close', 'hold'),
    facing: fc.constantFrom(0, 3, 5, 6, 'N'),
    saddle: fc.constantFrom('mounted', 'dismounted'),
    standing: fc.oneof(
      fc.constant(null),
      fc.record({ kind: fc.constantFrom('goTo', 'hold', 'dig') }),
      fc.record({ kind: fc.constant('goTo'), to: anyHex }),
      fc.record({ kind: fc.constant('follow'), leader: anyId }),
    ),
  };
  /** The members each kind has; what is drawn for them need make no sense. */
  const MEMBERS = {
    move: ['unit', 'path', 'pace'],
    together: ['units', 'to', 'pace'],
    fire: ['unit', 'target', 'minutes'],
    assault: ['units', 'target'],
    mission: ['unit', 'observer', 'target'],
    timetable: ['unit', 'work', 'target', 'task', 'minute'],
    flare: ['unit', 'target'],
    dig: ['unit', 'minutes'],
    deploy: ['unit', 'posture'],
    guns: ['unit', 'state'],
    rally: ['unit'],
    engineer: ['unit', 'work', 'target'],
    salvage: ['unit', 'task'],
    policy: ['unit', 'policy'],
    standing: ['unit', 'standing'],
    turn: ['unit', 'facing'],
    saddle: ['unit', 'saddle'],
    board: ['unit', 'carrier'],
    cross: ['unit', 'to', 'by'],
    sound: ['unit', 'to'],
    unload: ['unit', 'passenger'],
    relieve: ['unit'],
    leave: ['unit'],
    airMission: ['flight', 'task', 'target'],
    supply: ['unit', 'task'],
    endTurn: [],
  } as const satisfies Record<OrderKind, readonly (keyof typeof anyMember)[]>;
  const anyOrder = fc.constantFrom(...ORDER_KINDS).chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      ...Object.fromEntries(MEMBERS[kind].map((name) => [name, anyMember[name]])),
    }),
  );

  test('is read or refused, and what is read is applied or refused, and nothing throws', () => {
    let applied = 0;
    let refused = 0;
    fc.assert(
      fc.property(anyOrder, (value) => {
        const reading = parseOrder(khasan, 'the order', value);
        if (reading.kind === 'refused') {
          expect(reading.problems.every((problem) => problem.found !== '' && problem.expected !== '')).toBe(true);
          return;
        }
        const outcome = apply(opened, reading.value);
        if (outcome.kind === 'applied') applied += 1;
        else {
          refused += 1;
          expect(refusalText(outcome.refusal)).not.toMatch(/undefined|NaN|\{/);
        }
      }),
      { numRuns: 4000, seed: 1938 },
    );
    expect(applied).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(500);
  });
});

/**
 * Battles recorded once. They must go the same way on every machine and after every change that is not one of rules or
 * scenario; after one that is, `UPDATE_JOURNALS=1 vitest run --config tests/vitest.config.ts tests/battle/journal` records
 * them anew, and the change owns up to it in its message.
 */
describe('a recorded battle', () => {
  const folder = fileURLToPath(new URL('../journals/', import.meta.url));
  const RECORDINGS = ['khasan-1938-zaozernaya-random-1', 'khasan-1938-zaozernaya-random-2'];

  if (process.env['UPDATE_JOURNALS'] === '1') {
    for (const name of RECORDINGS) {
      const battle = playAtRandom(openAtRandom(khasan, name), name, { orders: 600, ordersATurn: 12 });
      writeFileSync(`${folder}${name}.json`, formatJournal(journalOf(battle)));
    }
  }

  test('is there', () => {
    expect(RECORDINGS.filter((name) => !existsSync(`${folder}${name}.json`))).toEqual([]);
  });

  test.each(readdirSync(folder).filter((file) => file.endsWith('.json')))('%s goes as it went', (file) => {
    const journal = read(JSON.parse(readFileSync(`${folder}${file}`, 'utf8')));
    expect(SCENARIO_IDS).toContain(journal.scenario.id);
    expect(journal.engine).toBe(ENGINE_VERSION);
    const film = replay(scenarioById(journal.scenario.id), journal);
    expect(film.departure).toBeNull();
    expect(film.battle.hashes).toEqual(journal.hashes);
    expect(film.battle.state.result).toEqual(journal.result);
  });
});
