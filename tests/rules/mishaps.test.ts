/** What may go wrong on the way: vehicles in the bog, columns astray in the dark. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDice } from '../../src/battle/dice.ts';
import { forecast } from '../../src/battle/forecast.ts';
import { observe } from '../../src/battle/observe.ts';
import type { HexIndex } from '../../src/hex/grid.ts';
import type { Weather } from '../../src/model/clock.ts';
import type { HexsideFeature } from '../../src/model/map.ts';
import type { Order } from '../../src/model/order.ts';
import type { VehicleId } from '../../src/model/vehicle.ts';
import { sampled } from '../../src/rules/chance.ts';
import { bogChance, strayChance } from '../../src/rules/mishaps.ts';
import { resolve, type Resolution } from '../../src/rules/resolve.ts';
import { cardOf } from '../../src/rules/roster.ts';
import { type Battlefield, battlefield, type Fielded, type FieldOptions, rifleCompany, tanks } from '../battlefield.ts';
import { after, END_TURN, given, listOf } from './orders.ts';

const ROAD: HexsideFeature = { way: 'road' };

/** The order carried out with so many different dice. */
const often = (field: Battlefield, order: Order, times: number): Resolution[] =>
  Array.from({ length: times }, (_, seed) =>
    resolve(field.scenario, field.battle.state, order, sampled(createDice('often', seed).draw)),
  );

describe('the bog', () => {
  const bog = (wish: Fielded, options: FieldOptions = {}): Battlefield =>
    battlefield(
      'A 2 . . . b',
      { A: wish, b: rifleCompany({ policy: 'hold' }) },
      {
        under: { 2: 'marsh' },
        hexMetres: 1000,
        minutes: 120,
        ...options,
      },
    );
  const chance = (wish: Fielded, options: FieldOptions = {}, weather: Weather = 'clear'): number => {
    const field = bog(wish, options);
    const step = {
      from: field.hex('A'),
      to: field.hex('2'),
      sky: { light: 'day', weather, celsius: options.celsius ?? 20 },
    } as const;
    return bogChance(field.scenario, cardOf(field.scenario, field.id('A')), field.unit(field.battle, 'A'), step);
  };
  const one = (vehicle: string, wish: Fielded = {}): Fielded =>
    tanks({ vehicles: 1, vehicle: vehicle as VehicleId, men: 3, posture: 'marching', ...wish });

  // A fifth a kilometre, times the square of the speed lost on it: a T-26 does 3.5 of 12 km/h there.
  // biome-ignore format: a table
  test.each([
    ['a T-26',              't-26-1933',     0.2 * (1 - 3.5 / 12) ** 2],
    ['a T-37A',             't-37a',         0.2 * (1 - 6 / 14) ** 2],
    ['a BT-5',              'bt-5',          0.2 * (1 - 4 / 20) ** 2],
    ['a BA-10',             'ba-10',         0.2 * (1 - 1.5 / 18) ** 2],
  ])('%s sinks in on a kilometre of it the less the better it goes there', (_, vehicle, expected) => {
    const wish = vehicle === 'ba-10' ? one(vehicle, { mobility: 'wheeled' }) : one(vehicle);
    expect(chance(wish)).toBeCloseTo(expected, 3);
  });

  test('takes more after rain, nothing on a way, on firm ground, in hard frost or of men on foot', () => {
    expect(chance(one('t-26-1933'), {}, 'rain')).toBeCloseTo(0.2, 2);
    expect(chance(one('t-26-1933'), { hexsides: [['A', '2', ROAD]] })).toBe(0);
    expect(chance(one('t-26-1933'), { under: { 2: 'open' } })).toBe(0);
    expect(chance(one('t-26-1933'), { celsius: -10 })).toBe(0);
    expect(chance(rifleCompany({ posture: 'marching' }))).toBe(0);
  });

  test('holds who is stuck half an hour, a single vehicle two hours, and ends the march', () => {
    for (const [wish, minutes] of [
      [tanks({ posture: 'marching' }), 30],
      [one('t-26-1933'), 120],
    ] as const) {
      const field = bog(wish);
      const path = [field.hex('2'), field.hex('2') + 1];
      const order: Order = { kind: 'move', unit: field.id('A'), path, pace: 'normal' };
      const stuck = often(field, order, 60).filter(({ events }) => listOf(events, 'bogged').length > 0);
      expect(stuck.length).toBeGreaterThan(0);
      for (const { events } of stuck) {
        expect(listOf(events, 'bogged')).toMatchObject([{ hex: field.hex('2'), minutes }]);
        expect(listOf(events, 'moved').map(({ to }) => to)).toEqual([field.hex('2')]);
      }
    }
  });

  test('is told as a chance before the order', () => {
    const field = bog(one('t-26-1933'));
    const order: Order = { kind: 'move', unit: field.id('A'), path: [field.hex('2')], pace: 'normal' };
    const told = forecast(field.scenario, observe(field.scenario, field.battle.state, 'soviet'), order);
    expect(told).toMatchObject({ risks: [{ kind: 'breakdown' }, { kind: 'bogged', chance: 0.1 }] });
  });
});

describe('a march off the ways in the dark', () => {
  const night = (options: FieldOptions = {}, wish: Fielded = {}): Battlefield =>
    battlefield(
      `
      . . . . . . . . .
       . A 1 2 3 4 5 . .
      . . . . . . . . .
       . . . . . . . . b
      `,
      { A: rifleCompany({ posture: 'marching', nightTraining: 0, ...wish }), b: rifleCompany({ policy: 'hold' }) },
      {
        under: { A: 'open', 1: 'open', 2: 'open', 3: 'open', 4: 'open', 5: 'open' },
        light: 'dark',
        hexMetres: 500,
        minutes: 120,
        ...options,
      },
    );
  const along = (field: Battlefield, way: string): Order => ({
    kind: 'move',
    unit: field.id('A'),
    path: [...way].map((mark) => field.hex(mark)),
    pace: 'normal',
  });
  const astray = ({ events }: Resolution): boolean => listOf(events, 'halted').some(({ cause }) => cause === 'astray');

  test('is safe for the first 500 m', () => {
    const field = night();
    expect(often(field, along(field, '1'), 200).some(astray)).toBe(false);
  });

  test('goes astray about once in fourteen times 500 m beyond them', () => {
    const field = night();
    // 0.15 a kilometre.
    const lost = often(field, along(field, '12'), 2000).filter(astray).length / 2000;
    expect(lost).toBeGreaterThan(0.06);
    expect(lost).toBeLessThan(0.09);
  });

  test('is no safer in many short orders than in one, until the unit has stood for a turn', () => {
    const field = night();
    const one = given(field.battle, along(field, '1')).battle;
    expect(field.unit(one, 'A').offWayMetres).toBe(500);
    const two = often({ ...field, battle: one }, along(field, '2'), 2000).filter(astray).length / 2000;
    expect(two).toBeGreaterThan(0.06);
    expect(two).toBeLessThan(0.09);
    const turned = after(one, END_TURN, END_TURN);
    expect(field.unit(turned, 'A').offWayMetres).toBe(500);
    const rested = after(turned, END_TURN, END_TURN);
    expect(field.unit(rested, 'A').offWayMetres).toBeUndefined();
  });

  test('is safe along a way, by day and at dusk', () => {
    const way = ['A1', '12', '23', '34'].map((ends) => [ends[0] ?? '', ends[1] ?? '', ROAD] as const);
    for (const field of [night({ hexsides: way }), night({ light: 'day' }), night({ light: 'twilight' })])
      expect(often(field, along(field, '1234'), 100).some(astray)).toBe(false);
  });

  const chance = (light: 'dark' | 'moon', nightTraining: number, pace: 'normal' | 'headlights' = 'normal'): number => {
    const field = night({}, { nightTraining });
    const [from, to] = [field.hex('1'), field.hex('2')];
    const card = cardOf(field.scenario, field.id('A'));
    return strayChance(field.scenario.map, card, { from, to, pace, light, offWayMetres: 1000 });
  };

  test('is safer by moonlight, with drill and with lights', () => {
    expect(chance('dark', 0)).toBe(0.075);
    expect(chance('moon', 0)).toBe(0.03);
    expect(chance('dark', 1)).toBe(0.015);
    expect(chance('dark', 0, 'headlights')).toBeCloseTo(0.038, 3);
  });

  test('ends beside the hex it was meant for, or short of it, and the unit is told', () => {
    const field = night();
    const ends = new Set<HexIndex>();
    for (const gone of often(field, along(field, '12345'), 800).filter(astray)) {
      const path = listOf(gone.events, 'moved').map(({ to }) => to);
      const last = path.at(-1);
      if (last !== undefined) ends.add(last);
      expect(gone.events.filter(({ kind }) => kind === 'halted')).toHaveLength(1);
    }
    expect(ends.size).toBeGreaterThan(6);
  });

  test('never leads onto forbidden ground or onto an enemy, known or not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (seed) => {
        const field = battlefield(
          `
          N N N N N N N
           A 1 2 3 4 5 .
          c c c c c c c
          `,
          { A: rifleCompany({ posture: 'marching', nightTraining: 0 }), c: rifleCompany({ policy: 'hold' }) },
          {
            under: { N: 'open', A: 'open', 1: 'open', 2: 'open', 3: 'open', 4: 'open', 5: 'open', c: 'open' },
            regions: { beyond: 'N' },
            limits: [{ id: 'line', kind: 'noEntry', side: 'soviet', region: 'beyond' }],
            light: 'dark',
            hexMetres: 500,
            minutes: 120,
          },
        );
        const order = along(field, '12345');
        const { state } = resolve(field.scenario, field.battle.state, order, sampled(createDice('never', seed).draw));
        const at = state.units[0]?.at;
        expect(typeof at === 'number' && field.drawing.cells[at]).not.toBe('N');
        expect(at).not.toBe(field.hex('c'));
      }),
      { numRuns: 300 },
    );
  });
});
