/** What a unit does where it stands: digging, posture, guns, rallying, flares. */
import { describe, expect, test } from 'vitest';
import { observe } from '../../src/battle/observe.ts';
import {
  canBeDug,
  ENTRENCHMENTS,
  entrenchmentFor,
  entrenchmentLevel,
  manHoursDug,
  shellsThrough,
  smallArmsThrough,
} from '../../src/rules/works.ts';
import { antiTankGuns, battery, battlefield, infantryGuns, rifleCompany } from '../battlefield.ts';
import { after, END_TURN, given, listOf, march, refusalOf } from './orders.ts';

const DAY = { men: 100, minutes: 60, suppression: 0, terrain: 'open', light: 'day' } as const;

describe('digging', () => {
  // biome-ignore format: a table
  test.each<[string, Partial<Parameters<typeof manHoursDug>[0]>, number]>([
    ['a hundred men dig a hundred man-hours in an hour', {},                       100],
    ['half the men dig half',                            { men: 50 },              50],
    ['men under fire dig less',                          { suppression: 0.4 },     60],
    ['in the dark three quarters',                       { light: 'dark' },        75],
    ['in sand more',                                     { terrain: 'sand' },      130],
    ['in rock two fifths',                               { terrain: 'rock' },      40],
    ['in frozen ground a tenth',                         { terrain: 'ice' },       10],
  ])('%s', (_, wish, manHours) => {
    expect(manHoursDug({ ...DAY, ...wish })).toBe(manHours);
  });

  test('water cannot be dug', () => {
    expect(['deepWater', 'shallows', 'open', 'marsh'].map((terrain) => canBeDug(terrain as 'open'))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  // biome-ignore format: a table
  test.each<[number, string]>([
    [0, 'halted'], [24, 'halted'], [25, 'hasty'], [80, 'pits'], [130, 'foxholes'], [799, 'foxholes'], [800, 'trenches'], [1600, 'fortified'],
  ])('%i man-hours give a hundred men %s', (manHours, expected) => {
    expect(entrenchmentFor(manHours, 100)).toBe(expected);
  });

  test('the more lie in the works the less each has of them, and the deeper the less comes through', () => {
    expect(entrenchmentFor(800, 200)).toBe('foxholes');
    const through = ENTRENCHMENTS.map(smallArmsThrough);
    expect(through).toEqual(through.toSorted((a, b) => b - a));
    const shells = ENTRENCHMENTS.map(shellsThrough);
    expect(shells).toEqual(shells.toSorted((a, b) => b - a));
    expect(ENTRENCHMENTS.map(entrenchmentLevel)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('adds to what was dug before, and the diggers lie in it', () => {
    const field = battlefield('A', { A: rifleCompany() });
    const battle = after(
      field.battle,
      { kind: 'dig', unit: field.id('A'), minutes: 12 },
      { kind: 'dig', unit: field.id('A'), minutes: 18 },
    );
    expect(battle.state.works).toEqual([{ hex: 0, manHours: 50, believed: { soviet: 50, japanese: null } }]);
    expect(field.unit(battle, 'A')).toMatchObject({ posture: 'dugIn', minutesLeft: 0, activity: 'digging' });
  });

  test('works stay where they were dug', () => {
    const field = battlefield('A 1', { A: rifleCompany() }, { under: { 1: 'open' } });
    const battle = after(field.battle, { kind: 'dig', unit: field.id('A'), minutes: 15 }, march(field, 'A', '1'));
    expect(battle.state.works).toMatchObject([{ hex: 0 }]);
    expect(refusalOf(battle, { kind: 'deploy', unit: field.id('A'), posture: 'dugIn' })).toEqual({ reason: 'noWorks' });
  });

  test('who comes to works of his own side may lie down in them', () => {
    const field = battlefield('A B', { A: rifleCompany(), B: rifleCompany({ dug: 3 }) });
    const battle = after(field.battle, march(field, 'A', 'B'), {
      kind: 'deploy',
      unit: field.id('A'),
      posture: 'dugIn',
    });
    expect(field.unit(battle, 'A').posture).toBe('dugIn');
  });
});

describe('works the enemy dug', () => {
  const trench = () => {
    const field = battlefield(
      'A 1',
      { A: rifleCompany(), b: rifleCompany({ arrival: { turn: 9, at: '1' } }) },
      { under: { 1: 'open' } },
    );
    const works = [{ hex: field.hex('1'), manHours: 300, believed: { soviet: null, japanese: 300 } }];
    return { field, battle: { ...field.battle, state: { ...field.battle.state, works } } };
  };

  test('are not known from afar', () => {
    const { field, battle } = trench();
    expect(observe(field.scenario, battle.state, 'soviet').works).toEqual([]);
  });

  test('are known to whoever walks into them, and shelter him as well as any', () => {
    const { field, battle } = trench();
    const there = given(battle, march(field, 'A', '1'));
    expect(listOf(there.events, 'worksSeen')).toMatchObject([{ side: 'soviet', hex: field.hex('1') }]);
    expect(
      field.unit(after(there.battle, { kind: 'deploy', unit: field.id('A'), posture: 'dugIn' }), 'A').posture,
    ).toBe('dugIn');
  });
});

describe('what a side remembers', () => {
  test('works it knows are as it left them, whatever the enemy digs there unseen', () => {
    const field = battlefield('A . . b', { A: rifleCompany(), b: rifleCompany() }, { light: 'dark' });
    const works = [{ hex: field.hex('b'), manHours: 100, believed: { soviet: 100, japanese: 100 } }];
    const known = { ...field.battle, state: { ...field.battle.state, works } };
    const battle = after(known, END_TURN, { kind: 'dig', unit: field.id('b'), minutes: 20 });
    expect(battle.state.works[0]?.manHours).toBeGreaterThan(100);
    expect(observe(field.scenario, battle.state, 'soviet').works).toEqual([{ hex: field.hex('b'), manHours: 100 }]);
  });
});

describe('posture and guns', () => {
  // biome-ignore format: a table
  test.each<['marching' | 'deployed', number]>([['marching', 26], ['deployed', 27]])('a company takes its minutes to be %s', (posture, left) => {
    const field = battlefield('A', { A: rifleCompany({ posture: posture === 'marching' ? 'deployed' : 'marching' }) });
    expect(field.unit(after(field.battle, { kind: 'deploy', unit: field.id('A'), posture }), 'A')).toMatchObject({ posture, minutesLeft: left });
  });

  test('antitank guns are in action in 3 minutes, infantry guns in 5, field guns in 10', () => {
    const left = [antiTankGuns, infantryGuns, battery].map((guns) => {
      const field = battlefield('A', { A: guns({ gunState: 'limbered' }) });
      return field.unit(after(field.battle, { kind: 'guns', unit: field.id('A'), state: 'inBattery' }), 'A')
        .minutesLeft;
    });
    expect(left).toEqual([27, 25, 20]);
  });
});

test('rallying takes ten minutes and halves suppression', () => {
  const field = battlefield('A', { A: rifleCompany({ now: { suppression: 0.5 } }) });
  expect(field.unit(after(field.battle, { kind: 'rally', unit: field.id('A') }), 'A')).toMatchObject({
    suppression: 0.25,
    minutesLeft: 20,
  });
});

describe('a flare', () => {
  test('takes two minutes and one of those carried', () => {
    const field = battlefield('A 1', { A: rifleCompany({ flares: 2 }) }, { light: 'dark', under: { 1: 'open' } });
    const battle = after(field.battle, { kind: 'flare', unit: field.id('A'), target: field.hex('1') });
    expect(field.unit(battle, 'A')).toMatchObject({ flares: 1, minutesLeft: 28 });
  });

  test('shows who goes upright under it', () => {
    const field = battlefield(
      'A b',
      { A: rifleCompany({ flares: 1 }), b: rifleCompany({ posture: 'marching' }) },
      { light: 'dark', hexMetres: 400 },
    );
    const { events } = given(field.battle, { kind: 'flare', unit: field.id('A'), target: field.hex('b') });
    expect(listOf(events, 'sighted').filter((event) => event.side === 'soviet')).toMatchObject([
      { behind: 'b', view: { level: 'identified' } },
    ]);
  });

  test('is thrown no farther than 300 m', () => {
    const field = battlefield(
      'A 1 2',
      { A: rifleCompany({ flares: 1 }) },
      { light: 'dark', under: { 1: 'open', 2: 'open' } },
    );
    expect(refusalOf(field.battle, { kind: 'flare', unit: field.id('A'), target: field.hex('2') })).toEqual({
      reason: 'outOfRange',
      metres: 375,
      reachMetres: 300,
    });
  });
});
