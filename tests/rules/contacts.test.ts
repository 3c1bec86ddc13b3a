/** What a side knows of the enemy: made, bettered, remembered, given up. */
import { describe, expect, test } from 'vitest';
import { observe } from '../../src/battle/observe.ts';
import type { Battle } from '../../src/battle/battle.ts';
import { lightAt } from '../../src/rules/contacts.ts';
import { type Battlefield, battlefield, type FieldOptions, type Fielded, rifleCompany } from '../battlefield.ts';
import { after, contactOn, END_TURN, given, listOf, march } from './orders.ts';

/** Whether A makes out b over so many open hexes of 250 m, once the battle has opened. */
function made(hexes: number, b: Fielded, options: FieldOptions = {}): string {
  const field = battlefield(`A ${'. '.repeat(hexes - 1)}b`, { A: rifleCompany(), b }, options);
  return contactOn(field.battle.state, 'soviet', 'b');
}

const column = rifleCompany({ posture: 'marching' });

describe('a contact', () => {
  // A column that stands still by day is noticed at 2200 m and known for what it is at half of that.
  // biome-ignore format: a table
  test.each<[string, number, string]>([
    ['is identified within half the distance at which it is noticed', 4,  'identified'],
    ['is only spotted beyond it',                                     5,  'spotted'],
    ['is spotted to the end of that distance',                        9,  'spotted'],
    ['is not made beyond',                                            10, 'unknown'],
  ])('%s', (_, hexes, expected) => {
    expect(made(hexes, column)).toBe(expected);
  });

  test('is not made through a hill', () => {
    const field = battlefield('A . ^ . b', { A: rifleCompany(), b: column });
    expect(contactOn(field.battle.state, 'soviet', 'b')).toBe('unknown');
  });

  test('men prone in the grass in the next hex are noticed by day and not in the dark', () => {
    expect(made(1, rifleCompany())).toBe('spotted');
    expect(made(1, rifleCompany(), { light: 'dark' })).toBe('unknown');
  });

  test('has a name of its own, and the name of the unit only once identified', () => {
    const spotted = battlefield(`A ${'. '.repeat(6)}b`, { A: rifleCompany(), b: column });
    const [view] = observe(spotted.scenario, spotted.battle.state, 'soviet').contacts;
    expect(view).toMatchObject({ id: 'a1', level: 'spotted', branch: 'rifles', men: 100, dugIn: false });
    expect(view).not.toHaveProperty('unit');
    const identified = battlefield('A . b', { A: rifleCompany(), b: column });
    expect(observe(identified.scenario, identified.battle.state, 'soviet').contacts).toMatchObject([
      { id: 'a1', level: 'identified', unit: 'b' },
    ]);
  });

  test('men look like the nearest ten', () => {
    const field = battlefield('A . b', { A: rifleCompany(), b: rifleCompany({ men: 87, posture: 'marching' }) });
    expect(observe(field.scenario, field.battle.state, 'soviet').contacts[0]?.men).toBe(90);
  });
});

/** The enemy spends his turn doing something unheard-of; the state is set, and the next order makes everybody look. */
const lookAgain = (battle: Battle): Battle => after(battle, END_TURN);

const withB = (field: Battlefield, change: object, battle = field.battle): Battle => ({
  ...battle,
  state: {
    ...battle.state,
    units: battle.state.units.map((unit) => ((unit.id as string) === 'b' ? { ...unit, ...change } : unit)),
  },
});

describe('in the dark', () => {
  const near = (b: Fielded, options: FieldOptions = {}): Battlefield =>
    battlefield(
      'A 1 b',
      { A: rifleCompany(), b },
      { light: 'dark', under: { 1: 'open' }, first: 'japanese', ...options },
    );

  test('men who walk up are heard and suspected, and nobody can say what they are', () => {
    const field = near(rifleCompany());
    const battle = after(field.battle, march(field, 'b', '1'));
    const [view] = observe(field.scenario, battle.state, 'soviet').contacts;
    expect(view).toMatchObject({ level: 'suspected', sign: 'sound', current: true, hex: field.hex('1') });
    expect(view).not.toHaveProperty('branch');
    expect(view).not.toHaveProperty('unit');
  });

  test('men who walk up without a sound are neither heard nor seen', () => {
    const field = near(rifleCompany());
    expect(contactOn(after(field.battle, march(field, 'b', '1', 'silent')).state, 'soviet', 'b')).toBe('unknown');
  });

  test('who fires is spotted by his flash, and by night a flash does not tell who it is', () => {
    const field = near(rifleCompany(), { seen: ['japanese'] });
    const battle = after(field.battle, { kind: 'fire', unit: field.id('b'), target: field.hex('A'), minutes: 5 });
    expect(observe(field.scenario, battle.state, 'soviet').contacts).toMatchObject([
      { level: 'spotted', sign: 'flash' },
    ]);
  });

  test('a flare lights the hex under it and those around it like dusk', () => {
    const field = battlefield(
      'A 1 2 3',
      { A: rifleCompany() },
      { under: { 1: 'open', 2: 'open', 3: 'open' }, light: 'dark' },
    );
    const flares = [{ hex: field.hex('1'), turn: 1, side: 'soviet' as const }];
    expect(['A', '1', '2', '3'].map((character) => lightAt(field, flares, field.hex(character), 'dark'))).toEqual([
      'twilight',
      'twilight',
      'twilight',
      'dark',
    ]);
    expect(lightAt(field, flares, field.hex('1'), 'day')).toBe('day');
  });

  test('a sentry who hears somebody near puts up a flare, unless he is to hold', () => {
    const walkedUpTo = (policy: 'free' | 'hold') => {
      const field = battlefield(
        'A 1 b',
        { A: rifleCompany({ flares: 1, policy }), b: rifleCompany() },
        { light: 'dark', under: { 1: 'open' }, first: 'japanese' },
      );
      return listOf(given(field.battle, march(field, 'b', '1')).events, 'flare');
    };
    expect(walkedUpTo('free')).toMatchObject([{ unit: 'A' }]);
    expect(walkedUpTo('hold')).toEqual([]);
  });
});

describe('once made', () => {
  test('it is remembered where it was when it goes out of sight', () => {
    const field = battlefield(
      'A . . b 1',
      { A: rifleCompany(), b: column },
      { heights: { 1: 0 }, under: { 1: 'open' } },
    );
    const hidden = lookAgain(withB(field, { posture: 'deployed' }));
    expect(contactOn(hidden.state, 'soviet', 'b')).toBe('identified, remembered');
    expect(hidden.state.contacts.soviet[0]?.view).toMatchObject({ hex: field.hex('b'), atMinute: 600 });
  });

  test('it keeps the minute at which it was last seen, and is dropped after three hours', () => {
    const field = battlefield('A . . b', { A: rifleCompany(), b: column }, { turns: 20 });
    let battle = withB(field, { posture: 'deployed' });
    for (let turn = 0; turn < 6; turn++) battle = after(battle, END_TURN, END_TURN);
    expect(contactOn(battle.state, 'soviet', 'b')).toBe('identified, remembered');
    expect(battle.state.contacts.soviet[0]?.view.atMinute).toBe(600);
    battle = after(battle, END_TURN, END_TURN);
    expect(contactOn(battle.state, 'soviet', 'b')).toBe('unknown');
  });

  test('it is given up when somebody near enough finds the place empty', () => {
    const field = battlefield('A 1 b . . . 2', { A: rifleCompany(), b: column }, { under: { 1: 'open', 2: 'open' } });
    const gone = withB(field, { at: field.hex('2'), posture: 'deployed' });
    const looked = lookAgain(gone);
    expect(contactOn(looked.state, 'soviet', 'b')).toBe('identified, remembered');
    const walkedUp = after(lookAgain(looked), march(field, 'A', '1'));
    expect(contactOn(walkedUp.state, 'soviet', 'b')).toBe('unknown');
  });

  test('who was identified once stays so, however little is seen of him', () => {
    const field = battlefield(`A . . b ${'. '.repeat(4)}1`, { A: rifleCompany(), b: column }, { under: { 1: 'open' } });
    const away = lookAgain(withB(field, { at: field.hex('1') }));
    expect(contactOn(away.state, 'soviet', 'b')).toBe('identified');
  });

  test('a noise in the dark tells that somebody is there, not who, though he was known before', () => {
    const field = battlefield(
      'A b . . . 1',
      { A: rifleCompany(), b: column },
      { under: { 1: 'open' }, light: 'dark', seen: ['soviet'] },
    );
    const known = field.battle.state.contacts.soviet[0];
    if (known === undefined) throw new Error('b is in view');
    const lost = {
      ...field.battle,
      state: {
        ...field.battle.state,
        contacts: {
          ...field.battle.state.contacts,
          soviet: [
            { ...known, view: { ...known.view, level: 'identified' as const, current: false, hex: field.hex('1') } },
          ],
        },
      },
    };
    const heard = lookAgain(withB({ ...field, battle: lost }, { posture: 'dugIn', activity: 'digging' }));
    expect(heard.state.contacts.soviet[0]?.view).toMatchObject({ level: 'suspected', hex: field.hex('b') });
    expect(heard.state.contacts.soviet[0]?.view).not.toHaveProperty('unit');
  });

  test('each enemy met gets the next number, with a letter for the side that met him', () => {
    const field = battlefield('A . b . c', { A: rifleCompany(), b: column, c: column });
    expect(field.battle.state.contacts.soviet.map((contact) => contact.view.id)).toEqual(['a1', 'a2']);
    const other = battlefield('A . b', { A: column, b: column });
    expect(other.battle.state.contacts.japanese.map((contact) => contact.view.id)).toEqual(['b1']);
  });
});
