import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceOver, fadedOver, shareOver } from '../../src/rules/hazard.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('shareOver(share, times)', () => {
  test('is the power at whole numbers', () => {
    for (const times of [0, 1, 2, 5, 12]) expect(shareOver(0.7, times)).toBeCloseTo(0.7 ** times, 12);
  });

  test('lies between the powers on either side', () => {
    fc.assert(
      fc.property(share, fc.double({ min: 0, max: 20, noNaN: true }), (base, times) => {
        const found = shareOver(base, times);
        expect(found).toBeLessThanOrEqual(base ** Math.floor(times) + 1e-12);
        expect(found).toBeGreaterThanOrEqual(base ** Math.ceil(times) - 1e-12);
      }),
    );
  });
});

describe('chanceOver(chance, perMinutes, minutes)', () => {
  test('in fifteen spans of two minutes is about that in one of thirty', () => {
    const each = chanceOver(0.4, 30, 2);
    expect(1 - (1 - each) ** 15).toBeGreaterThan(0.3);
    expect(1 - (1 - each) ** 15).toBeLessThan(0.45);
    expect(chanceOver(0.4, 30, 30)).toBe(0.4);
    expect(chanceOver(0.4, 30, 60)).toBe(0.64);
  });
});

describe('fadedOver(value, halfMinutes, minutes)', () => {
  test('halves in the given time, and again in twice of it', () => {
    expect([fadedOver(0.8, 20, 20), fadedOver(0.8, 20, 40), fadedOver(0.8, 20, 0)]).toEqual([0.4, 0.2, 0.8]);
  });
});
