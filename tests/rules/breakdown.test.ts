/** Vehicles that fall out on the march and in action, wait, are mended, or fall to the enemy. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Order } from '../../src/model/order.ts';
import type { VehicleId } from '../../src/model/vehicle.ts';
import { expectedFallen } from '../../src/rules/breakdown.ts';
import { sampled } from '../../src/rules/chance.ts';
import { resolve } from '../../src/rules/resolve.ts';
import { lossesOf } from '../../src/rules/objectives.ts';
import { cardOf, countFallenOut } from '../../src/rules/roster.ts';
import { createDice } from '../../src/battle/dice.ts';
import {
  battery,
  type Battlefield,
  battlefield,
  type Fielded,
  rifleCompany,
  riflePlatoon,
  tanks,
} from '../battlefield.ts';
import { after, END_TURN, given, listOf, march, refusalOf } from './orders.ts';

const fast = (wish: Fielded = {}): Fielded => tanks({ vehicle: 'bt-5' as VehicleId, posture: 'marching', ...wish });

const column = (wish: Fielded = {}, minutes = 720): Battlefield =>
  battlefield(
    'A . . . . . . . . Z b',
    { A: fast(wish), b: rifleCompany({ policy: 'hold' }) },
    {
      hexMetres: 10_000,
      minutes,
      under: { Z: 'open' },
    },
  );

const expected = (field: Battlefield, metres: number, fightingMinutes = 0): number =>
  expectedFallen(field.scenario, cardOf(field.scenario, field.id('A')), field.unit(field.battle, 'A'), {
    metres,
    fightingMinutes,
  });

describe('what falls out', () => {
  // biome-ignore format: a table
  test.each([
    ['of ten BT-5 in 100 km of march',        100_000,   0, 0.4],
    ['of ten BT-5 in 250 m',                      250,   0, 0.001],
    ['of ten BT-5 in a day of combat',              0, 720, 0.5],
    ['of ten BT-5 in half a day and 100 km',  100_000, 360, 0.65],
  ])('%s', (_, metres, minutes, vehicles) => {
    expect(expected(column(), metres, minutes)).toBeCloseTo(vehicles, 10);
  });

  test("is drawn once at the end of the side's turn by what was driven in it", () => {
    const field = column();
    const gone = given(field.battle, { kind: 'move', unit: field.id('A'), path: [1, 2, 3, 4, 5], pace: 'normal' });
    expect(listOf(gone.events, 'breakdown')).toEqual([]);
    expect(field.unit(gone.battle, 'A').drivenMetres).toBe(50_000);
    let fallen = 0;
    const tries = 2000;
    for (let seed = 0; seed < tries; seed++) {
      const { events } = resolve(field.scenario, gone.battle.state, END_TURN, sampled(createDice('fall', seed).draw));
      for (const event of listOf(events, 'breakdown')) fallen += event.vehicles;
    }
    // Ten vehicles, 4 in a hundred on 100 km, over 50 km: a fifth of one.
    expect(fallen / tries).toBeGreaterThan(0.17);
    expect(fallen / tries).toBeLessThan(0.23);
  });

  test('a tank company that stands loses nothing', () => {
    const field = column();
    expect(listOf(given(field.battle, END_TURN).events, 'breakdown')).toEqual([]);
  });
});

describe('vehicles that fell out', () => {
  const waiting = (wish: Fielded['now'] = {}, seed = 'wait', text = 'A . . Z'): Battlefield =>
    battlefield(
      text,
      {
        A: fast({ now: { vehicles: 6, pieces: [6, 6], fallenOut: [{ hex: 3, vehicles: 4 }], ...wish } }),
        z: rifleCompany({ policy: 'hold', dug: 2 }),
      },
      { minutes: 720, under: { Z: 'open' }, seed, hexMetres: 1000 },
    );

  test('are not lost', () => {
    const field = waiting({}, 'wait', 'A . . Z . . . . . z');
    expect(lossesOf(field.scenario, field.battle.state, 'soviet').vehicles).toBe(0);
  });

  test('are mended where they stand, with their guns, six in ten within a day', () => {
    let back = 0;
    for (let seed = 0; seed < 400; seed++) {
      const field = waiting({}, `mend ${seed}`, 'A . . Z . . . . . z');
      const later = after(field.battle, END_TURN, END_TURN);
      const unit = field.unit(later, 'A');
      back += unit.vehicles - 6;
      expect(unit.vehicles + countFallenOut(unit)).toBe(10);
      expect(unit.pieces).toEqual([unit.vehicles, unit.vehicles]);
    }
    // Half a day leaves the root of 0.4, which is 0.632: of four 1.47 come back.
    expect(back / 400).toBeGreaterThan(1.37);
    expect(back / 400).toBeLessThan(1.57);
  });

  test('are taken by an enemy who is alone where they stand', () => {
    const field = waiting({ fallenOut: [{ hex: 9, vehicles: 4 }] }, 'taken', 'A . . Z . . . . . z');
    const turned = after(field.battle, END_TURN);
    const { battle, events } = given(turned, END_TURN);
    expect(listOf(events, 'breakdown')).toMatchObject([{ stage: 'taken', vehicles: 4 }]);
    expect(field.unit(battle, 'A').fallenOut).toBeUndefined();
    expect(lossesOf(field.scenario, battle.state, 'soviet').vehicles).toBe(4);
  });

  test('all of them keep the unit where it is', () => {
    const field = battlefield('A . . . b', {
      A: fast({ now: { vehicles: 0, fallenOut: [{ hex: 0, vehicles: 10 }] } }),
      b: rifleCompany({ policy: 'hold' }),
    });
    expect(refusalOf(field.battle, march(field, 'A', '.'))).toEqual({ reason: 'vehiclesDown', vehicles: 10 });
  });
});

describe('lorries', () => {
  const lorries = (wish: Fielded = {}): Fielded =>
    riflePlatoon({
      mobility: 'truck',
      transport: { vehicle: 'gaz-aa' as VehicleId, count: 4 },
      posture: 'marching',
      ...wish,
    });
  const parked = { hex: 0, vehicles: 4, lorries: true } as const;
  const stranded = (wish = lorries()): Battlefield =>
    battlefield('A . . . b', {
      A: { ...wish, now: { transportLost: 4, fallenOut: [parked] } },
      b: rifleCompany({ policy: 'hold' }),
    });

  test('fall out on the march too: of twenty over 100 km three in ten', () => {
    const field = battlefield('A . b', {
      A: lorries({ transport: { vehicle: 'gaz-aa' as VehicleId, count: 20 } }),
      b: rifleCompany({ policy: 'hold' }),
    });
    expect(expected(field, 100_000)).toBeCloseTo(0.3, 10);
  });

  test('that have all fallen out leave men to walk, and guns where they are', () => {
    const field = stranded();
    const walked = after(field.battle, march(field, 'A', '.'));
    expect(30 - field.unit(walked, 'A').minutesLeft).toBeCloseTo(3.8, 5);
    const guns = stranded(
      battery({ mobility: 'truck', transport: { vehicle: 'gaz-aa' as VehicleId, count: 4 }, gunState: 'limbered' }),
    );
    expect(refusalOf(guns.battle, march(guns, 'A', '.'))).toEqual({ reason: 'vehiclesDown', vehicles: 4 });
  });

  test('carry again when they are mended', () => {
    const field = stranded();
    let battle = field.battle;
    for (let turn = 1; turn < 7; turn++) battle = after(battle, END_TURN, END_TURN);
    const { transportLost = 0, fallenOut = [] } = field.unit(battle, 'A');
    expect(transportLost).toBe(fallenOut.reduce((sum, { vehicles }) => sum + vehicles, 0));
  });
});

test('of vehicles none appear or vanish, however they fall out and come back', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 6 }), fc.integer({ min: 1, max: 12 }), (seed, vehicles) => {
      const field = battlefield(
        'A . . . . . . . . . b',
        { A: fast({ vehicles, men: 3 * vehicles }), b: rifleCompany({ policy: 'hold' }) },
        { hexMetres: 50_000, minutes: 2880, turns: 6, seed },
      );
      let battle = field.battle;
      for (const path of [[1], [2], [1], [2]]) {
        const move: Order = { kind: 'move', unit: field.id('A'), path, pace: 'normal' };
        battle = after(battle, ...(refusalOf(battle, move) === undefined ? [move] : []), END_TURN, END_TURN);
        const unit = field.unit(battle, 'A');
        expect(unit.vehicles + countFallenOut(unit)).toBe(vehicles);
      }
    }),
    { numRuns: 30 },
  );
});
