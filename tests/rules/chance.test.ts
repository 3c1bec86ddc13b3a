/** The three ways to leave a thing to chance, and the tables that rules read. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDice } from '../../src/battle/dice.ts';
import { meanChance, quantileChance, sampled } from '../../src/rules/chance.ts';
import { thousandths, valueAt, within } from '../../src/rules/curve.ts';

describe('dice', () => {
  test('of the same seed and order fall the same way, of another order another', () => {
    const throws = (seed: string, order: number): number[] => {
      const { draw } = createDice(seed, order);
      return Array.from({ length: 20 }, () => draw(100));
    };
    expect(throws('1938', 7)).toEqual(throws('1938', 7));
    expect(throws('1938', 7)).not.toEqual(throws('1938', 8));
    expect(throws('1938', 7)).not.toEqual(throws('1939', 7));
  });

  test('count their throws', () => {
    const dice = createDice('1938', 1);
    expect(dice.drawn()).toBe(0);
    dice.draw(6);
    dice.draw(6);
    expect(dice.drawn()).toBe(2);
  });

  test('show every face about as often as any other', () => {
    const { draw } = createDice('even', 1);
    const counts = [0, 0, 0, 0, 0, 0];
    for (let count = 0; count < 60_000; count++) {
      const face = draw(6);
      counts[face] = (counts[face] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });
});

describe('sampled', () => {
  const chance = sampled(createDice('sampled', 1).draw);
  const repeat = <T>(make: () => T): T[] => Array.from({ length: 4000 }, make);

  test('a thing of three in ten happens three times in ten', () => {
    const happened = repeat(() => chance.happens(0.3, 'test')).filter(Boolean).length / 4000;
    expect(happened).toBeGreaterThan(0.27);
    expect(happened).toBeLessThan(0.33);
  });

  test('what cannot be never happens, what must be always does', () => {
    expect(repeat(() => chance.happens(0, 'test'))).not.toContain(true);
    expect(repeat(() => chance.happens(1, 'test'))).not.toContain(false);
  });

  test('2.25 men are two or three, and 2.25 on average', () => {
    const men = repeat(() => chance.whole(2.25, 'test'));
    expect(new Set(men)).toEqual(new Set([2, 3]));
    expect(men.reduce((sum, count) => sum + count, 0) / 4000).toBeCloseTo(2.25, 1);
    expect(chance.whole(4, 'test')).toBe(4);
  });
});

test('by the mean the likelier happens, and a row gives its mean', () => {
  const chance = meanChance();
  expect([chance.happens(0.49, 'test'), chance.happens(0.5, 'test')]).toEqual([false, true]);
  expect(chance.pick([1, 2, 6], 'test')).toBe(3);
  expect(chance.whole(2.5, 'test')).toBe(3);
});

test('by a quantile a row gives the value that is exceeded as seldom', () => {
  const row = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  expect([0.1, 0.5, 0.9, 1].map((quantile) => quantileChance(quantile).pick(row, 'test'))).toEqual([2, 6, 10, 10]);
  expect(quantileChance(0.9).happens(0.2, 'test')).toBe(true);
  expect(quantileChance(0.1).happens(0.2, 'test')).toBe(false);
  expect(quantileChance(1).roll(100, 'test')).toEqual({ faces: 100, result: 99 });
});

describe('a table over a quantity', () => {
  const table = [
    [100, 4],
    [200, 2],
    [400, 0],
  ] as const;

  test('runs straight between its points and stays flat beyond them', () => {
    expect([0, 100, 150, 200, 300, 400, 900].map((metres) => valueAt(table, metres))).toEqual([4, 4, 3, 2, 1, 0, 0]);
  });

  test('never leaves the values of its points', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), (metres) => {
        const value = valueAt(table, metres);
        expect(value >= 0 && value <= 4).toBe(true);
      }),
      { seed: 1938 },
    );
  });

  test('without points is a mistake', () => {
    expect(() => valueAt([], 1)).toThrow('a curve without points');
  });
});

test('values are kept within bounds and in thousandths', () => {
  expect([within(-1, 0, 1), within(0.5, 0, 1), within(2, 0, 1)]).toEqual([0, 0.5, 1]);
  expect(thousandths(0.123456)).toBe(0.123);
});
