/** What is on a counter, and where counters stand. */
import { describe, expect, test } from 'vitest';
import { lookKey, lookOf, opacityOf } from '../../../src/ui/map/counters/look.ts';
import { placeCounters } from '../../../src/ui/map/counters/place.ts';
import { contactTold, counterTold } from './told-builder.ts';

describe('detail of a counter', () => {
  test('from afar there is a symbol and no figure', () => {
    expect(lookOf(counterTold({ dugIn: true, lowAmmunition: true }), 'far')).toMatchObject({
      branch: 'rifles',
      strength: null,
      label: null,
      time: null,
      dugIn: false,
      lowAmmunition: false,
    });
  });

  test('nearer there is the strength, close up the name', () => {
    expect(lookOf(counterTold(), 'middle')).toMatchObject({ strength: '112', label: null });
    expect(lookOf(counterTold(), 'near')).toMatchObject({ strength: '112', label: '4/118' });
  });

  test('cohesion lost and time spent are seen at every distance', () => {
    for (const detail of ['far', 'middle', 'near'] as const) {
      expect(lookOf(counterTold({ cohesion: 'broken', spent: true }), detail)).toMatchObject({
        cohesion: 'broken',
        spent: true,
      });
    }
  });

  test('any time left shows, if only as the last part of the bar', () => {
    expect(lookOf(counterTold({ timeShare: 0.01 }), 'near').time).toBe(1);
    expect(lookOf(counterTold({ timeShare: 0 }), 'near').time).toBe(0);
    expect(lookOf(counterTold({ timeShare: 1 }), 'near').time).toBe(6);
  });

  test('tanks are counted in vehicles', () => {
    expect(lookOf(counterTold({ branch: 'tanks', vehicles: 9, men: 30 }), 'near').strength).toBe('9');
  });
});

describe('what is known of an enemy', () => {
  test.each([
    ['suspected', null, 'mystery', null],
    ['spotted', 60, 'full', '60?'],
    ['spotted', null, 'full', '?'],
    ['identified', 80, 'full', '80?'],
  ] as const)('%s, %s men seen: %s, strength %s', (level, men, kind, strength) => {
    expect(lookOf(contactTold({ level, men }), 'near')).toMatchObject({ kind, strength });
  });

  test('a suspected enemy shows neither branch nor echelon nor name', () => {
    const look = lookOf(contactTold({ level: 'suspected' }), 'near');
    expect(look).toMatchObject({ branch: null, echelon: null, label: null });
  });

  test('a spotted enemy shows no name', () => {
    expect(lookOf(contactTold({ level: 'spotted' }), 'near')).toMatchObject({ echelon: null, label: null });
  });

  test('remembered contacts fade with age and say how old they are', () => {
    const ages = [0, 20, 60, 90, 400].map((ageMinutes) => opacityOf(contactTold({ current: false, ageMinutes })));
    expect(ages.toSorted((a, b) => b - a)).toEqual(ages);
    expect(ages.at(-1)).toBeGreaterThan(0.4);
    expect(lookOf(contactTold({ current: false, ageMinutes: 25 }), 'near').age).toBe(25);
    expect(opacityOf(contactTold({ current: true, ageMinutes: 3 }))).toBe(1);
  });
});

describe('pictures', () => {
  test('counters that look alike share one', () => {
    const one = lookOf(counterTold({ key: 'a', hex: 1 }), 'near');
    const other = lookOf(counterTold({ key: 'b', hex: 2 }), 'near');
    expect(lookKey(one)).toBe(lookKey(other));
    expect(lookKey(lookOf(counterTold({ suppression: 0.6 }), 'near'))).not.toBe(lookKey(one));
  });
});

describe('stacks', () => {
  const stack = ['hq', 'a', 'b'].map((key) =>
    counterTold({ key, hex: 7, branch: key === 'hq' ? 'headquarters' : 'rifles' }),
  );

  test('a counter alone stands in the middle of its hex without a number', () => {
    expect(placeCounters([counterTold()], null)).toMatchObject([{ dx: 0, badge: 0 }]);
  });

  test('the top one of several carries their number', () => {
    expect(placeCounters(stack, null).map(({ badge }) => badge)).toEqual([0, 0, 3]);
  });

  test('the selected counter lies on top, a headquarters at the bottom', () => {
    expect(placeCounters(stack, null)[0]?.told.key).toBe('hq');
    expect(placeCounters(stack, 'hq').at(-1)).toMatchObject({ selected: true, told: { key: 'hq' } });
  });

  test('of a tall stack four are drawn and all are counted', () => {
    const tall = Array.from({ length: 7 }, (_, index) => counterTold({ key: `u${index}`, hex: 3 }));
    const placed = placeCounters(tall, 'u0');
    expect(placed).toHaveLength(4);
    expect(placed.at(-1)).toMatchObject({ badge: 7, told: { key: 'u0' } });
  });
});
