/** Objectives, what the sides believe of them, limits, points and levels of victory. */
import { describe, expect, test } from 'vitest';
import { observe } from '../../src/battle/observe.ts';
import type { BattleState } from '../../src/model/state.ts';
import { lossesOf, lossPoints, resultOf, scoreOf } from '../../src/rules/objectives.ts';
import { listForbidden } from '../../src/rules/limits.ts';
import {
  antiTankGuns,
  battery,
  type Battlefield,
  battlefield,
  type Fielded,
  type FieldOptions,
  offMapBattery,
  rifleCompany,
  tanks,
} from '../battlefield.ts';
import { after, drawReach, END_TURN, march, refusalOf } from './orders.ts';
import { redrawn } from '../drawn.ts';

describe('an objective', () => {
  const hill = (text: string, options: FieldOptions = {}, b: Fielded = rifleCompany({ policy: 'hold' })): Battlefield =>
    battlefield(
      text,
      { A: rifleCompany(), b },
      { objectives: [{ at: '*', holder: 'japanese' }], under: { '*': 'open' }, ...options },
    );

  test('is held by whoever is alone on it', () => {
    const field = hill('A * . . b');
    expect(field.battle.state.holdings).toMatchObject([{ holder: 'japanese' }]);
    expect(after(field.battle, march(field, 'A', '*')).state.holdings).toMatchObject([{ holder: 'soviet' }]);
  });

  test('is still held after its holder has moved on', () => {
    const field = hill('A * 1 . . . . . b', { under: { '*': 'open', 1: 'open' } });
    expect(after(field.battle, march(field, 'A', '*'), march(field, 'A', '1')).state.holdings).toMatchObject([
      { holder: 'soviet' },
    ]);
  });

  test('that nobody watches changes hands without the other side learning of it', () => {
    const field = hill('A * . ^ . b');
    const battle = after(field.battle, march(field, 'A', '*'));
    expect(battle.state.holdings).toMatchObject([
      { holder: 'soviet', believed: { soviet: 'soviet', japanese: 'japanese' } },
    ]);
    expect(observe(field.scenario, battle.state, 'japanese').holders).toEqual(['japanese']);
  });

  test('in view of the other side does not', () => {
    const field = hill('A * . . b');
    expect(after(field.battle, march(field, 'A', '*')).state.holdings).toMatchObject([
      { believed: { japanese: 'soviet' } },
    ]);
  });

  test('is known to both for what it is once the battle is over', () => {
    const field = hill('A * . ^ . b', { turns: 1 });
    const battle = after(field.battle, march(field, 'A', '*'), END_TURN, END_TURN);
    expect(battle.state.result).not.toBeNull();
    expect(observe(field.scenario, battle.state, 'japanese').holders).toEqual(['soviet']);
  });
});

describe('limits', () => {
  const border = (
    limits: NonNullable<FieldOptions['limits']>,
    fields: Record<string, Fielded> = { A: rifleCompany() },
  ): Battlefield =>
    battlefield(
      'A . 3 3 b',
      { b: rifleCompany({ policy: 'hold' }), ...fields },
      { first: 'soviet', regions: { beyond: '3b' }, under: { 3: 'open' }, limits, seen: ['soviet'] },
    );

  test('ground a side may not enter is out of its reach and not of the enemy’s', () => {
    const field = border([{ kind: 'noEntry', side: 'soviet', region: 'beyond' }]);
    expect(drawReach(field, 'A', 60)).toBe(redrawn('A x 3 3 b'));
    expect(listForbidden(field.scenario, 'soviet', { minute: 600 })).toEqual([2, 3, 4]);
    expect(listForbidden(field.scenario, 'japanese', { minute: 600 })).toEqual([]);
  });

  test('nor is it assaulted', () => {
    const field = battlefield(
      'A b',
      { A: rifleCompany(), b: rifleCompany() },
      { seen: ['soviet'], regions: { beyond: 'b' }, limits: [{ kind: 'noEntry', side: 'soviet', region: 'beyond' }] },
    );
    expect(refusalOf(field.battle, { kind: 'assault', units: [field.id('A')], target: field.hex('b') })).toEqual({
      reason: 'forbiddenGround',
      region: 'beyond',
    });
  });

  test('shells are forbidden until their hour, bullets are not', () => {
    const limits = [{ kind: 'noShelling', side: 'soviet', region: 'beyond', untilMinute: 630 }] as const;
    const guns = battlefield(
      'A . b',
      { A: battery(), b: rifleCompany({ policy: 'hold' }) },
      { regions: { beyond: 'b' }, limits, seen: ['soviet'] },
    );
    const order = { kind: 'fire', unit: guns.id('A'), target: guns.hex('b'), minutes: 5 } as const;
    expect(refusalOf(guns.battle, order)).toEqual({ reason: 'shellingForbidden', minute: 630 });
    const rifles = battlefield(
      'A . b',
      { A: rifleCompany(), b: rifleCompany({ policy: 'hold' }) },
      { regions: { beyond: 'b' }, limits, seen: ['soviet'] },
    );
    expect(refusalOf(rifles.battle, order)).toBeUndefined();
    const later = after(guns.battle, END_TURN, END_TURN);
    expect(
      refusalOf({ ...later, state: { ...later.state, contacts: guns.battle.state.contacts } }, order),
    ).toBeUndefined();
  });

  test('missions count as shells', () => {
    const limits = [{ kind: 'noShelling', side: 'soviet', region: 'beyond', untilMinute: 630 }] as const;
    const field = battlefield(
      'A . b',
      { A: rifleCompany(), Z: offMapBattery(1), b: rifleCompany({ policy: 'hold' }) },
      { regions: { beyond: 'b' }, limits, seen: ['soviet'] },
    );
    expect(
      refusalOf(field.battle, {
        kind: 'mission',
        unit: field.id('Z'),
        observer: field.id('A'),
        target: field.hex('b'),
      }),
    ).toEqual({ reason: 'shellingForbidden', minute: 630 });
  });

  test('fire forbidden until its hour is free from it on', () => {
    const field = battlefield(
      'A . b',
      { A: rifleCompany(), b: rifleCompany({ policy: 'hold' }) },
      { limits: [{ kind: 'noFire', side: 'soviet', untilMinute: 630 }], seen: ['soviet'] },
    );
    const order = { kind: 'fire', unit: field.id('A'), target: field.hex('b'), minutes: 5 } as const;
    expect(refusalOf(field.battle, order)).toEqual({ reason: 'fireForbidden', minute: 630 });
    const later = after(field.battle, END_TURN, END_TURN);
    expect(
      refusalOf({ ...later, state: { ...later.state, contacts: field.battle.state.contacts } }, order),
    ).toBeUndefined();
  });
});

describe('points', () => {
  const held = (points: readonly number[], options: FieldOptions = {}, a: Fielded = rifleCompany()): Battlefield =>
    battlefield(
      `A ${points.map((_, index) => index + 1).join(' ')} b`,
      { A: a, b: rifleCompany() },
      {
        objectives: points.map((value, index) => ({ at: String(index + 1), points: value, holder: 'soviet' })),
        ...options,
      },
    );

  test('are those of the objectives held', () => {
    const field = held([10, 4]);
    expect(scoreOf(field.scenario, field.battle.state, 'soviet')).toBe(14);
    expect(scoreOf(field.scenario, field.battle.state, 'japanese')).toBe(0);
  });

  test('are lost one for every so many men beyond those allowed, and never fall below nothing', () => {
    const clauses: FieldOptions = { lossClauses: [{ side: 'soviet', freeMen: 20, men: 10 }] };
    const lost = (wounded: number): number => {
      const field = held([5], clauses, rifleCompany({ now: { men: 100 - wounded, wounded } }));
      return scoreOf(field.scenario, field.battle.state, 'soviet');
    };
    expect([0, 20, 29, 30, 50, 90].map(lost)).toEqual([5, 5, 5, 4, 2, 0]);
    expect(lossPoints(held([5], clauses).scenario, 'japanese', 500)).toBe(0);
  });

  test('losses count men of every fate, tanks, and guns but not machine guns', () => {
    const field = battlefield('A B C D', {
      A: rifleCompany({ now: { men: 90, killed: 1, wounded: 2, captured: 3, missing: 4 } }),
      B: tanks({ now: { vehicles: 7, pieces: [7, 7] } }),
      C: antiTankGuns({ now: { pieces: [1, 0] } }),
      D: battery({ now: { at: 'gone', men: 0, killed: 60 } }),
    });
    expect(lossesOf(field.scenario, field.battle.state, 'soviet')).toEqual({
      men: 70,
      vehicles: 3,
      guns: 5,
      aircraft: 0,
    });
  });

  // biome-ignore format: a table
  test.each<[number, string, string | null]>([
    [4, 'draw', null], [5, 'minor', 'soviet'], [9, 'minor', 'soviet'], [10, 'major', 'soviet'], [19, 'major', 'soviet'], [20, 'decisive', 'soviet'],
  ])('a margin of %i points is a %s victory', (points, level, winner) => {
    const field = held([points]);
    expect(resultOf(field.scenario, field.battle.state)).toMatchObject({ level, winner, score: { soviet: points, japanese: 0 } });
  });

  // biome-ignore format: a table
  test.each<[number, number, string]>([[20, 10, 'better'], [20, 18, 'as'], [20, 30, 'worse']])(
    'with a margin of %i where history has %i the winner did %s', (points, historic, expected) => {
      const field = held([points]);
      const scenario = { ...field.scenario, history: { ...field.scenario.history, score: { soviet: historic, japanese: 0 }, samePoints: 3 } };
      expect(resultOf(scenario, field.battle.state).versusHistory).toBe(expected);
    });

  test('in a draw history is judged for the side that moves first', () => {
    const field = held([2]);
    const judged = (score: { soviet: number; japanese: number }): string =>
      resultOf({ ...field.scenario, history: { ...field.scenario.history, score } }, field.battle.state).versusHistory;
    expect(judged({ soviet: 20, japanese: 0 })).toBe('worse');
    expect(judged({ soviet: 0, japanese: 20 })).toBe('better');
  });

  test('a battle without a shot is a result too', () => {
    const field = held([10], { turns: 1 });
    const state: BattleState = after(field.battle, END_TURN, END_TURN).state;
    expect(state.result).toEqual(resultOf(field.scenario, state));
  });
});
