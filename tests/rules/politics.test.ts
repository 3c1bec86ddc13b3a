/** Borders as each side claims them, the ladder of an incident, limits with hours and events, truce. */
import { describe, expect, test } from 'vitest';
import type { Battle } from '../../src/battle/battle.ts';
import { listLegalOrders } from '../../src/battle/legal-orders.ts';
import { observe } from '../../src/battle/observe.ts';
import type { Order } from '../../src/model/order.ts';
import type { Side } from '../../src/model/side.ts';
import { findHeldBack, incidentPoints } from '../../src/rules/affairs/incidents.ts';
import { hourOf, whyNotFly } from '../../src/rules/limits.ts';
import { type Battlefield, battlefield, battery, type FieldOptions, rifleCompany } from '../battlefield.ts';
import { after, drawReach, END_TURN, given, listOf, march, refusalOf } from './orders.ts';

const quiet = rifleCompany({ policy: 'hold' });

/** West of 2 is claimed by one side, from 2 on by the other. */
const border = (
  text: string,
  options: FieldOptions = {},
  others: Parameters<typeof battlefield>[1] = {},
): Battlefield =>
  battlefield(
    text,
    { A: rifleCompany({ policy: 'hold' }), b: quiet, ...others },
    {
      seen: ['soviet', 'japanese'],
      under: { 1: 'open', 2: 'open', 3: 'open' },
      regions: { west: 'AG1', east: '23b' },
      claims: { soviet: 'west', japanese: 'east' },
      incidents: {},
      ...options,
    },
  );

const fire = (field: Battlefield, key: string, at: string, minutes = 5): Order => ({
  kind: 'fire',
  unit: field.id(key),
  target: field.hex(at),
  minutes,
});
const points = (battle: Battle, side: Side): number => incidentPoints(battle.state.affairs, side);

describe('incident points', () => {
  test('are counted for each turn that a side ends with a unit beyond its own claim', () => {
    const field = border('A 1 2 3 b');
    const beyond = after(field.battle, march(field, 'A', '12'), END_TURN);
    expect(points(beyond, 'soviet')).toBe(1);
    expect(points(after(beyond, END_TURN, END_TURN), 'soviet')).toBe(2);
    expect(points(after(field.battle, march(field, 'A', '1'), END_TURN), 'soviet')).toBe(0);
  });

  test('are counted for the first shot alone, whoever fires afterwards', () => {
    const field = border('A 1 2 b');
    const once = after(field.battle, fire(field, 'A', 'b'));
    expect(once.state.affairs?.fired[0]).toBe('soviet');
    expect([points(once, 'soviet'), points(once, 'japanese')]).toEqual([1, 0]);
    expect(points(after(once, fire(field, 'A', 'b')), 'soviet')).toBe(1);
  });

  test('are counted once for guns, however often they fire', () => {
    const field = border('A G 2 b', {}, { G: battery() });
    const battle = after(field.battle, fire(field, 'G', 'b'), fire(field, 'G', 'b'));
    expect(battle.state.affairs?.incidents.soviet.map(({ cause }) => cause)).toEqual(['firstShot', 'guns']);
    expect(points(battle, 'soviet')).toBe(3);
  });

  test('of both sides are known to both', () => {
    const field = border('A 1 2 b');
    const battle = after(field.battle, fire(field, 'A', 'b'));
    expect(observe(field.scenario, battle.state, 'japanese').affairs?.incidents.soviet).toHaveLength(1);
  });

  test('are not kept in battles without a ladder or anything like it', () => {
    expect('affairs' in battlefield('A 1 b', { A: quiet, b: quiet }, { under: { 1: 'open' } }).battle.state).toBe(
      false,
    );
  });
});

describe('a side that has gone too far', () => {
  const hot = (): Battlefield =>
    border('A 1 2 b', { incidents: { ceilings: { soviet: 1, japanese: 1 } } }, { A: rifleCompany() });

  test('is held back from its next turn on: no attack, no opening fire', () => {
    const field = hot();
    const shot = after(field.battle, fire(field, 'A', 'b'));
    expect(refusalOf(shot, fire(field, 'A', 'b'))).toBeUndefined();
    const later = after(shot, END_TURN, END_TURN);
    expect(refusalOf(later, fire(field, 'A', 'b'))).toEqual({ reason: 'heldBack', points: 1, ceiling: 1 });
    const side = observe(field.scenario, later.state, 'soviet');
    const offered = listLegalOrders(field.scenario, side).map(({ kind }) => kind);
    expect(offered.filter((kind) => kind === 'fire' || kind === 'assault' || kind === 'mission')).toEqual([]);
    expect(offered).toContain('move');
  });

  test('still fires in return', () => {
    const field = hot();
    const later = after(field.battle, fire(field, 'A', 'b'), END_TURN, END_TURN, END_TURN);
    const { events } = given(later, fire(field, 'b', 'A'));
    expect(listOf(events, 'fired').map(({ mode }) => mode)).toContain('return');
  });

  test('is stopped in its turn of the same number when it moves second and went too far in the turn of the other', () => {
    const { scenario } = hot();
    const log = (during: Side) => ({
      incidents: { soviet: [], japanese: [{ cause: 'event', points: 1, turn: 3, during } as const] },
    });
    expect(findHeldBack(scenario, log('soviet'), 'japanese')).toBe(3);
    expect(findHeldBack(scenario, log('japanese'), 'japanese')).toBe(4);
  });
});

describe('a limit', () => {
  test('holds between its hours', () => {
    const field = border('A 1 2 b', {
      limits: [{ kind: 'noFire', side: 'soviet', fromMinute: 630, untilMinute: 660 }],
    });
    const turns = (count: number): Battle => after(field.battle, ...Array<Order>(2 * count).fill(END_TURN));
    expect(refusalOf(turns(0), fire(field, 'A', 'b'))).toBeUndefined();
    expect(refusalOf(turns(1), fire(field, 'A', 'b'))).toEqual({ reason: 'fireForbidden', minute: 660 });
    expect(refusalOf(turns(2), fire(field, 'A', 'b'))).toBeUndefined();
  });

  test('that sleeps holds once an event says so, and no longer when another lifts it', () => {
    const field = border('A 1 2 b', {
      limits: [{ kind: 'noEntry', side: 'soviet', region: 'east', id: 'line', dormant: true }],
      events: [
        { fromTurn: 2, effects: [{ kind: 'limit', limit: 'line', holds: true }] },
        { fromTurn: 3, effects: [{ kind: 'limit', limit: 'line', holds: false }] },
      ],
    });
    const reach = (battle: Battle): string =>
      drawReach({ ...field, battle }, 'A', 20)
        .trim()
        .slice(0, 5);
    const second = after(field.battle, END_TURN, END_TURN);
    expect(reach(field.battle)).toBe('A x x');
    expect(reach(second)).toBe('A x 2');
    expect(reach(after(second, END_TURN, END_TURN))).toBe('A x x');
  });

  test('to stay keeps those it names on their ground, but not from being driven out', () => {
    const field = border('A 1 2 b', { limits: [{ kind: 'noWithdrawal', side: 'soviet', region: 'west' }] });
    expect(drawReach(field, 'A', 20).trim()).toBe('A x 2 b');
    expect(refusalOf(field.battle, march(field, 'A', '12'))).toEqual({ reason: 'noWithdrawal', region: 'west' });
  });

  test('not to fire unless fired upon falls away with the first shot of the enemy', () => {
    const field = border(
      'A 1 2 b',
      { limits: [{ kind: 'noFireUnlessFiredUpon', side: 'soviet' }] },
      { A: rifleCompany(), b: rifleCompany() },
    );
    expect(refusalOf(field.battle, fire(field, 'A', 'b'))).toEqual({ reason: 'notFiredUpon' });
    const shot = given(after(field.battle, END_TURN), fire(field, 'b', 'A'));
    expect(listOf(shot.events, 'fired').map(({ mode }) => mode)).toEqual(['direct', 'return']);
    expect(refusalOf(after(shot.battle, END_TURN), fire(field, 'A', 'b'))).toBeUndefined();
  });

  test('not to fire unless fired upon silences those who see an enemy on the move', () => {
    const watched = (limits: FieldOptions['limits']): number => {
      const field = border('A 1 2 b', { first: 'japanese', ...(limits ? { limits } : {}) }, { A: rifleCompany() });
      const { events } = given(field.battle, march(field, 'b', '2'));
      return listOf(events, 'fired').length;
    };
    expect(watched([])).toBeGreaterThan(0);
    expect(watched([{ kind: 'noFireUnlessFiredUpon', side: 'soviet' }])).toBe(0);
  });

  test('on aircraft is told to those who ask', () => {
    const { scenario, battle } = border('A 1 2 b', { limits: [{ kind: 'noAir', side: 'soviet', untilMinute: 630 }] });
    const hour = hourOf(scenario, battle.state);
    expect(whyNotFly(scenario, 'soviet', hour)).toEqual({ reason: 'airForbidden' });
    expect(whyNotFly(scenario, 'japanese', hour)).toBeUndefined();
    expect(whyNotFly(scenario, 'soviet', { ...hour, minute: 630 })).toBeUndefined();
  });
});

describe('a truce', () => {
  const field = border(
    'A 1 2 b',
    { limits: [{ kind: 'truce', fromMinute: 630 }] },
    { A: rifleCompany(), b: rifleCompany() },
  );
  const [before, during] = [field.battle, after(field.battle, END_TURN, END_TURN)];

  test('stops all fire and every attack from its hour on', () => {
    expect(refusalOf(before, fire(field, 'A', 'b'))).toBeUndefined();
    expect(refusalOf(during, fire(field, 'A', 'b'))).toEqual({ reason: 'truce' });
    const near = after(during, march(field, 'A', '12'));
    const assault: Order = { kind: 'assault', units: [field.id('A')], target: field.hex('b') };
    expect(refusalOf(near, assault)).toEqual({ reason: 'truce' });
  });

  test('has those who run into hidden enemies turn back unharmed', () => {
    const blind = battlefield(
      '. A b .',
      { A: rifleCompany(), b: quiet },
      { light: 'dark', weather: 'fog', limits: [{ kind: 'truce' }] },
    );
    const contacts = { soviet: [], japanese: [] };
    const unaware = { ...blind.battle, state: { ...blind.battle.state, contacts } };
    const { events } = given(unaware, march(blind, 'A', 'b', 'silent'));
    expect(listOf(events, 'ambushed')).toHaveLength(1);
    expect(listOf(events, 'fired')).toEqual([]);
  });

  test('lets troops move under the eyes of the enemy', () => {
    expect(listOf(given(during, march(field, 'A', '12')).events, 'fired')).toEqual([]);
  });
});
