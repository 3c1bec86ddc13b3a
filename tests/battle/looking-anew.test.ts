/**
 * Contacts are brought up to date by judging anew only those enemies of whom something changed. The plain way is to judge
 * all of them every time: the same orders, carried out by an engine that does so, must lead to the same events.
 */
import { afterAll, describe, expect, test, vi } from 'vitest';
import { apply, type Battle } from '../../src/battle/battle.ts';
import { hashState } from '../../src/battle/hash.ts';
import type { BattleEvent } from '../../src/model/event.ts';
import type { Order } from '../../src/model/order.ts';
import { SIDES } from '../../src/model/side.ts';
import type { Course } from '../../src/rules/course.ts';
import { scenarioById } from '../../src/scenario/library.ts';
import { armyBattle } from '../army.ts';
import { openAtRandom, playAtRandom } from './at-random.ts';

/** The engine with everybody judged whenever anybody looks. */
async function plainEngine(): Promise<{ readonly apply: typeof apply }> {
  vi.resetModules();
  vi.doMock('../../src/rules/contacts.ts', async (original) => {
    const contacts = await original<typeof import('../../src/rules/contacts.ts')>();
    const perceive = (course: Course): void => {
      for (const side of SIDES) contacts.perceiveFor(course, side);
    };
    return { ...contacts, perceive };
  });
  return import('../../src/battle/battle.ts');
}

afterAll(() => {
  vi.doUnmock('../../src/rules/contacts.ts');
  vi.resetModules();
});

interface Told {
  readonly order: Order;
  readonly events: readonly BattleEvent[];
  readonly hash: string;
}

/** Plays at random and carries the same orders out the plain way; the first order that went otherwise, if any. */
async function findDeparture(opened: Battle, seed: string, orders: number): Promise<number | undefined> {
  const told: Told[] = [];
  playAtRandom(opened, seed, {
    orders,
    ordersATurn: 15,
    each: ({ order, applied }) => told.push({ order, events: applied.events, hash: hashState(applied.battle.state) }),
  });
  expect(told.length).toBeGreaterThan(orders / 2);
  const plain = await plainEngine();
  let battle = opened;
  for (const [number, { order, events, hash }] of told.entries()) {
    const applied = plain.apply(battle, order);
    if (applied.kind === 'refused') return number;
    if (JSON.stringify(applied.events) !== JSON.stringify(events)) return number;
    if (hashState(applied.battle.state) !== hash) return number;
    battle = applied.battle;
  }
  return undefined;
}

describe('judging anew only where something changed is the same as judging everybody', () => {
  const khasan = scenarioById('khasan-1938-zaozernaya');

  test.each(['night', 'dawn', 'ridge', 'lake', 'wire', 'flare'])('above Lake Khasan, %s', async (seed) => {
    expect(await findDeparture(openAtRandom(khasan, seed), seed, 250)).toBeUndefined();
  });

  // biome-ignore format: a table
  test.each([
    ['day',      'clear'],
    ['day',      'fog'  ],
    ['twilight', 'rain' ],
    ['moon',     'clear'],
    ['dark',     'clear'],
  ] as const)('for an army, %s and %s', async (light, weather) => {
    const opened = armyBattle(`${light} ${weather}`, { light, weather }, 60);
    expect(await findDeparture(opened, light, 150)).toBeUndefined();
  });

  test('the plain engine is another one', async () => {
    expect((await plainEngine()).apply).not.toBe(apply);
  });
});
