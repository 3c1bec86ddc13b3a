/** Fatigue by hours of work, heat, night and fire; rest; what it leaves; and frost. */
import { describe, expect, test } from 'vitest';
import { frostbittenMen, roundsInFrost } from '../../src/rules/cold.ts';
import { fatigueAfter, type Toil, vigourOf } from '../../src/rules/fatigue.ts';
import { battlefield, rifleCompany, EQUIPMENT } from '../battlefield.ts';
import { after, END_TURN, given, listOf, march } from './orders.ts';

const hour = (toil: Partial<Toil> = {}): Toil => ({
  mobility: 'foot',
  activity: 'moving',
  workedMinutes: 60,
  turnMinutes: 60,
  suppression: 0,
  sky: { light: 'day' },
  ...toil,
});
const rest: Toil = hour({ activity: 'still', workedMinutes: 0 });

/** Fatigue after hours of it, from rested. */
const afterHours = (hours: number, toil: Toil, before = 0): number =>
  Array.from({ length: hours }).reduce<number>((fatigue) => fatigueAfter(fatigue, toil), before);

describe('fatigue', () => {
  // biome-ignore format: a table
  test.each<[string, number, number]>([
    ['a normal day on foot, 30 km in seven hours and a half, leaves half', fatigueAfter(afterHours(7, hour()), hour({ workedMinutes: 30, turnMinutes: 30 })), 0.5],
    ['a forced one of 48 km in twelve leaves four fifths',  afterHours(12, hour()),                                     0.804],
    ['a day of a mounted column',                           afterHours(7, hour({ mobility: 'horse' })),                 0.525],
    ['a day of lorries',                                    afterHours(14, hour({ mobility: 'truck' })),                0.504],
    ['eight hours of digging',                              afterHours(8, hour({ activity: 'digging' })),               0.504],
    ['six hours of fighting',                               afterHours(6, hour({ activity: 'firing' })),                0.498],
    ['six hours of lying under fire',                       afterHours(6, { ...rest, suppression: 1 }),                 0.3],
    ['a night of eight hours restores a day',               afterHours(8, { ...rest, sky: { light: 'dark' } }, 0.5),    0],
    ['eight hours by day restore half of that',             afterHours(8, rest, 0.5),                                   0.26],
    ['nobody is more than rested',                          afterHours(8, rest),                                        0],
    ['nobody is more than spent',                           afterHours(30, hour()),                                     1],
  ])('%s', (_, fatigue, expected) => {
    expect(fatigue).toBeCloseTo(expected, 2);
  });

  test('grows more in heat and through the night', () => {
    expect(fatigueAfter(0, hour({ sky: { light: 'day', celsius: 34 } }))).toBeGreaterThan(fatigueAfter(0, hour()));
    expect(fatigueAfter(0, hour({ sky: { light: 'dark' } }))).toBeGreaterThan(fatigueAfter(0, hour()));
  });

  test('is the same by short turns and by long ones', () => {
    const short = hour({ workedMinutes: 6, turnMinutes: 6 });
    const steps = Array.from({ length: 60 }).reduce<number>((fatigue) => fatigueAfter(fatigue, short), 0);
    expect(Math.abs(steps - fatigueAfter(0, hour({ workedMinutes: 360, turnMinutes: 360 })))).toBeLessThan(0.03);
  });

  test('takes nothing until two fifths, then up to a third', () => {
    expect([0, 0.4, 0.6, 0.8, 1].map((fatigue) => vigourOf({ fatigue }))).toEqual([1, 1, 0.92, 0.8, 0.65]);
    expect(vigourOf({})).toBe(1);
  });

  test('costs a unit its share of the minutes and is told to its side alone', () => {
    const field = battlefield('A . . b', { A: rifleCompany({ now: { fatigue: 0.8 } }), b: rifleCompany() });
    const unit = field.unit(after(field.battle, END_TURN, END_TURN), 'A');
    expect(unit.fatigue).toBeCloseTo(0.785);
    expect(unit.minutesLeft).toBe(24.3);
  });

  test('comes of a march at the next turn; the rested say nothing of it', () => {
    const field = battlefield(
      'A 1 2 3 . b',
      { A: rifleCompany(), b: rifleCompany() },
      { under: { 1: 'open', 2: 'open', 3: 'open' } },
    );
    const marched = after(field.battle, march(field, 'A', '123'), END_TURN, END_TURN);
    expect(field.unit(marched, 'A').fatigue).toBeGreaterThan(0);
    expect(field.unit(after(field.battle, END_TURN, END_TURN), 'A')).not.toHaveProperty('fatigue');
  });
});

describe('frost', () => {
  test('takes one man in a hundred an hour in the open, none under a roof or in works', () => {
    const field = battlefield('A B', { A: rifleCompany(), B: rifleCompany({ dug: 1 }) });
    const { map } = field.scenario;
    const bitten = (key: string, celsius: number): number =>
      frostbittenMen(map, field.unit(field.battle, key), { celsius }, 60);
    expect([bitten('A', -25), bitten('A', -15), bitten('B', -25)]).toEqual([1, 0, 0]);
    const camp = battlefield('A', { A: rifleCompany() }, { under: { A: 'settlement' } });
    expect(frostbittenMen(camp.scenario.map, camp.unit(camp.battle, 'A'), { celsius: -25 }, 60)).toBe(0);
  });

  test('counts the frostbitten among the wounded when their turn begins', () => {
    const field = battlefield('A . . b', { A: rifleCompany(), b: rifleCompany() }, { celsius: -30, minutes: 120 });
    const ended = given(after(field.battle, END_TURN), END_TURN);
    expect(listOf(ended.events, 'frostbitten')).toMatchObject([{ unit: 'A', men: 2 }]);
    expect(field.unit(ended.battle, 'A')).toMatchObject({ men: 98, wounded: 2 });
  });

  test('jams weapons that say so', () => {
    const [plain] = EQUIPMENT.weapons.values();
    if (plain === undefined) throw new Error('The table has weapons.');
    expect(roundsInFrost({ ...plain, jamsInColdShare: 0.2 }, { celsius: -25 })).toBe(0.8);
    expect(roundsInFrost({ ...plain, jamsInColdShare: 0.2 }, { celsius: 5 })).toBe(1);
  });
});
