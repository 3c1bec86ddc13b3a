/** Units that carry others: getting aboard and off, seats and hooks, losses shared, jumping off under fire. */
import { describe, expect, test } from 'vitest';
import type { Order } from '../../src/model/order.ts';
import type { UnitId } from '../../src/model/unit.ts';
import type { VehicleId } from '../../src/model/vehicle.ts';
import { aboardShare, capacityOf } from '../../src/rules/carry.ts';
import { cardOf } from '../../src/rules/roster.ts';
import {
  battery,
  type Battlefield,
  battlefield,
  type Fielded,
  machineGuns,
  rifleCompany,
  riflePlatoon,
  tanks,
} from '../battlefield.ts';
import { after, given, listOf, march, refusalOf } from './orders.ts';

const lorries = (count: number, wish: Fielded = {}): Fielded =>
  riflePlatoon({
    branch: 'engineers',
    mobility: 'truck',
    men: count,
    transport: { vehicle: 'gaz-aa' as VehicleId, count },
    posture: 'marching',
    ...wish,
  });

const board: Order = { kind: 'board', unit: 'A' as UnitId, carrier: 'A2' as UnitId };
const unload: Order = { kind: 'unload', unit: 'A2' as UnitId, passenger: 'A' as UnitId };

const column = (wish: Fielded, count = 4, text = 'A 1 2 . . .'): Battlefield =>
  battlefield(text, { A: [wish, lorries(count)] }, { under: { 1: 'open', 2: 'open' } });

describe('getting aboard', () => {
  test('a platoon on four lorries takes five minutes of both, rides with them and gets off with what they have left', () => {
    const field = column(riflePlatoon());
    const aboard = after(field.battle, board);
    expect(field.unit(aboard, 'A')).toMatchObject({ at: 'aboard', carrier: 'A2', minutesLeft: 25 });
    expect(field.unit(aboard, 'A2').minutesLeft).toBe(25);
    const path = [field.hex('1'), field.hex('2')];
    const gone = after(aboard, { kind: 'move', unit: field.id('A2'), path, pace: 'normal' });
    expect(field.unit(gone, 'A2').minutesLeft).toBe(23);
    const off = after(gone, unload);
    expect(field.unit(off, 'A')).toMatchObject({ at: field.hex('2'), posture: 'deployed', minutesLeft: 18 });
    expect(field.unit(off, 'A').carrier).toBeUndefined();
  });

  test('fourteen seats a lorry beside the driver, one gun pulled by each, six riders on a tank', () => {
    const field = battlefield('A B', { A: lorries(4), B: tanks({ vehicles: 5 }) });
    const of = (key: string) =>
      capacityOf(field.scenario, cardOf(field.scenario, field.id(key)), field.unit(field.battle, key));
    expect(of('A')).toEqual({ men: 56, pieces: 4 });
    expect(of('B')).toEqual({ men: 30, pieces: 0 });
  });

  test('a company does not find seats on four lorries, four guns none to pull them on two', () => {
    expect(refusalOf(column(rifleCompany()).battle, board)).toEqual({ reason: 'noSeats', men: 100, seats: 56 });
    const guns = column(battery({ men: 20, gunState: 'limbered' }), 2);
    expect(refusalOf(guns.battle, board)).toMatchObject({ reason: 'noTow', hooks: 2 });
  });

  test('who is aboard takes seats', () => {
    const field = battlefield('A', {
      A: [riflePlatoon(), lorries(4), riflePlatoon({ now: { at: 'aboard', carrier: 'A2' as UnitId } })],
    });
    expect(refusalOf(field.battle, board)).toEqual({ reason: 'noSeats', men: 35, seats: 21 });
  });
});

describe('under fire', () => {
  const driven = (seed: string) => {
    const field = battlefield(
      'A b',
      {
        A: [riflePlatoon({ now: { at: 'aboard', carrier: 'A2' as UnitId } }), lorries(4)],
        b: [rifleCompany({ dug: 1 }), machineGuns({ dug: 1 })],
      },
      { light: 'dark', seed },
    );
    return { field, met: given(field.battle, march(field, 'A2', 'b')) };
  };

  test('men on lorries that drive into an ambush jump off where they are, and share the losses', () => {
    let hurt = 0;
    for (const seed of ['1', '2', '3', '4', '5', '6', '7', '8']) {
      const { field, met } = driven(seed);
      const men = field.unit(met.battle, 'A');
      expect(men.at).not.toBe('aboard');
      hurt += men.killed + men.wounded + men.captured;
      if (men.men > 0) expect(listOf(met.events, 'unloaded')).toMatchObject([{ unit: 'A', minutes: 0 }]);
    }
    expect(hurt).toBeGreaterThan(0);
  });

  test('of a larger crowd more are hit, but not in proportion', () => {
    expect(aboardShare(20, 0)).toBe(0);
    expect(aboardShare(20, 180)).toBeCloseTo(200 / 240 / (20 / 60) - 1, 10);
    expect(aboardShare(20, 180)).toBeLessThan(9);
  });
});
