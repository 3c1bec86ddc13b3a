/** Units that march together, and units that follow. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, canUndo } from '../../src/battle/battle.ts';
import { forecast } from '../../src/battle/forecast.ts';
import { listLegalOrders } from '../../src/battle/legal-orders.ts';
import { observe } from '../../src/battle/observe.ts';
import type { Order, OrderOf } from '../../src/model/order.ts';
import type { UnitId } from '../../src/model/unit.ts';
import { type Battlefield, battlefield, battery, cavalry, headquarters, rifleCompany } from '../battlefield.ts';
import { after, END_TURN, given, listOf, refusalOf } from './orders.ts';

const together = (field: Battlefield, keys: string, to: string): OrderOf<'together'> => ({
  kind: 'together',
  units: keys.split(' ').map((key) => field.id(key)),
  to: field.hex(to),
  pace: 'normal',
});

const FAR = { policy: 'hold' } as const;

describe('a march together', () => {
  const column = (): Battlefield =>
    battlefield(
      'A 1 2 3 . . . . . . . . b',
      { A: [cavalry({ posture: 'marching' }), rifleCompany({ posture: 'marching' })], b: rifleCompany(FAR) },
      { under: { 1: 'open', 2: 'open', 3: 'open' } },
    );

  test('goes at the pace of the slowest: riders among men on foot as these', () => {
    const field = column();
    const { battle } = given(field.battle, together(field, 'A A2', '3'));
    const [riders, men] = [field.unit(battle, 'A'), field.unit(battle, 'A2')];
    expect([riders.at, men.at]).toEqual([field.hex('3'), field.hex('3')]);
    // Three hexes of 250 m at 4 km/h.
    expect(men.minutesLeft).toBeCloseTo(30 - 3 * 3.8, 5);
    expect(riders.minutesLeft).toBe(men.minutesLeft);
  });

  test('is foretold by the slowest', () => {
    const field = column();
    const told = forecast(
      field.scenario,
      observe(field.scenario, field.battle.state, 'soviet'),
      together(field, 'A A2', '3'),
    );
    expect(told).toMatchObject({ kind: 'other', minutes: 11.4 });
  });

  test('ends for all where one comes upon the enemy', () => {
    const field = battlefield(
      'A 1 2 b .',
      { A: [rifleCompany(), rifleCompany()], b: rifleCompany(FAR) },
      { under: { 1: 'open', 2: 'open' }, light: 'dark' },
    );
    const { battle, events } = given(field.battle, together(field, 'A A2', 'b'));
    expect(listOf(events, 'halted')).toHaveLength(1);
    const at = ['A', 'A2'].map((key) => field.unit(battle, key).at);
    expect(at).not.toContain(field.hex('b'));
  });

  test('takes the same permission as a march: guns in battery stay', () => {
    const field = battlefield(
      'A 1 b',
      { A: [rifleCompany(), battery()], b: rifleCompany(FAR) },
      { under: { 1: 'open' } },
    );
    expect(refusalOf(field.battle, together(field, 'A A2', '1'))).toEqual({ reason: 'inBattery' });
    expect(refusalOf(field.battle, { ...together(field, 'A', '1'), units: [] })).toEqual({ reason: 'noUnits' });
    expect(refusalOf(field.battle, together(field, 'A A', '1'))).toEqual({ reason: 'listedTwice' });
    expect(refusalOf(field.battle, together(field, 'A', 'A'))).toEqual({ reason: 'emptyPath' });
    const enemy = { ...together(field, 'A', '1'), units: [field.id('b')] };
    expect(refusalOf(field.battle, enemy)).toEqual({ reason: 'unknownUnit', unit: 'b' });
  });

  test('leaves nobody where there is no room', () => {
    const field = battlefield(
      'A 1 2 . . . . . . . . . b',
      {
        A: Array.from({ length: 3 }, () => rifleCompany({ men: 180 })),
        2: rifleCompany({ side: 'soviet', men: 200 }),
        b: rifleCompany(FAR),
      },
      { under: { 1: 'open', 2: 'open' } },
    );
    const { battle } = given(field.battle, together(field, 'A A2 A3', '2'));
    const at = ['A', 'A2', 'A3'].map((key) => field.unit(battle, key).at);
    // A hex has 750 m of front, a man in line takes two.
    expect(at.filter((hex) => hex === field.hex('2'))).toHaveLength(0);
    expect(at.filter((hex) => hex === field.hex('1'))).toHaveLength(2);
  });

  test('may be taken back where nobody came upon anything new', () => {
    const field = battlefield(
      '. . . A 1 . . .',
      { A: [rifleCompany(), rifleCompany()], b: rifleCompany({ arrival: { turn: 5, at: 'A' } }) },
      { under: { 1: 'open' } },
    );
    expect(canUndo(given(field.battle, together(field, 'A A2', '1')).battle)).toBe(true);
  });

  test('is offered to a headquarters with those under it, to every hex all of them reach', () => {
    const field = battlefield(
      'H A . . . . . . . . . . b',
      { H: headquarters(), A: rifleCompany({ parent: 'H' }), b: rifleCompany(FAR) },
      {},
    );
    const orders = listLegalOrders(field.scenario, observe(field.scenario, field.battle.state, 'soviet'));
    const offered = orders.filter((order) => order.kind === 'together');
    expect(offered.length).toBeGreaterThan(2);
    for (const order of offered) {
      expect(order.units).toEqual(['H', 'A']);
      expect(apply(field.battle, order).kind).toBe('applied');
    }
  });

  test('leaves all of them with what the slowest has left', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('foot', 'horse'), { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 0, max: 5 }),
        (kinds, goal) => {
          const field = battlefield(
            'A 0 1 2 3 4 5 . . . . . b',
            {
              A: kinds.map((kind) => (kind === 'foot' ? rifleCompany({ men: 50 }) : cavalry({ men: 50 }))),
              b: rifleCompany(FAR),
            },
            { under: { 0: 'open', 1: 'open', 2: 'open', 3: 'open', 4: 'open', 5: 'open' } },
          );
          const keys = kinds.map((_, place) => (place === 0 ? 'A' : `A${place + 1}`));
          const { battle } = given(field.battle, together(field, keys.join(' '), String(goal)));
          const left = keys.map((key) => field.unit(battle, key).minutesLeft);
          expect(Math.max(...left) - Math.min(...left)).toBeLessThan(0.001);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a unit that follows', () => {
  const pair = (): Battlefield =>
    battlefield(
      'H A 1 2 3 . . . . . . . b',
      { H: headquarters(), A: rifleCompany({ parent: 'H' }), b: rifleCompany(FAR) },
      { under: { 1: 'open', 2: 'open', 3: 'open' } },
    );
  const follow = (leader: string): Order => ({
    kind: 'standing',
    unit: 'A' as UnitId,
    standing: { kind: 'follow', leader: leader as UnitId },
  });

  test('goes at the end of each turn to where the other is', () => {
    const field = pair();
    const move: Order = {
      kind: 'move',
      unit: field.id('H'),
      path: ['A', '1', '2', '3'].map(field.hex),
      pace: 'normal',
    };
    const turned = after(field.battle, follow('H'), move, END_TURN);
    expect(field.unit(turned, 'A')).toMatchObject({ at: field.hex('3'), standing: { kind: 'follow', leader: 'H' } });
  });

  test('is free again when the other is gone', () => {
    const field = pair();
    const ready = after(field.battle, follow('H'));
    const units = ready.state.units.map((unit) => (unit.id === 'H' ? { ...unit, at: 'gone' as const, men: 0 } : unit));
    const turned = after({ ...ready, state: { ...ready.state, units } }, END_TURN);
    expect(field.unit(turned, 'A').standing).toBeUndefined();
  });

  test('cannot follow itself, an enemy, or one who follows it', () => {
    const field = pair();
    expect(refusalOf(field.battle, follow('A'))).toEqual({ reason: 'cannotFollow' });
    expect(refusalOf(field.battle, follow('b'))).toEqual({ reason: 'unknownUnit', unit: 'b' });
    const back: Order = { kind: 'standing', unit: field.id('H'), standing: { kind: 'follow', leader: field.id('A') } };
    expect(refusalOf(after(field.battle, follow('H')), back)).toEqual({ reason: 'cannotFollow' });
  });
});
