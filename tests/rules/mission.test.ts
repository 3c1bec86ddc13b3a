/** Fire missions: guns that do not see, an observer who does. */
import { describe, expect, test } from 'vitest';
import type { Order } from '../../src/model/order.ts';
import {
  battery,
  type Battlefield,
  battlefield,
  type Fielded,
  type FieldOptions,
  headquarters,
  offMapBattery,
  rifleCompany,
} from '../battlefield.ts';
import { after, END_TURN, given, listOf, refusalOf } from './orders.ts';

const ranged = (
  guns: Fielded = offMapBattery(2),
  options: FieldOptions = {},
  b: Fielded | readonly Fielded[] = rifleCompany({ posture: 'marching' }),
): Battlefield =>
  battlefield(
    `
    . . . . . .
     A . . b c .
    . . . . . .
  `,
    { A: rifleCompany({ policy: 'hold' }), Z: guns, b, c: rifleCompany({ policy: 'hold' }) },
    { seen: ['soviet'], ...options },
  );

const call = (field: Battlefield, at = 'b'): Order => ({
  kind: 'mission',
  unit: field.id('Z'),
  observer: field.id('A'),
  target: field.hex(at),
});

describe('a fire mission', () => {
  test('takes a mission, its rounds, a quarter of an hour of the guns and ten minutes of the observer', () => {
    const field = ranged();
    const before = field.unit(field.battle, 'Z');
    const { battle, events } = given(field.battle, call(field));
    expect(listOf(events, 'fired')).toMatchObject([
      { unit: 'Z', observer: 'A', mode: 'mission', minutes: 15, rounds: [60, 0] },
    ]);
    expect(field.unit(battle, 'Z')).toMatchObject({
      missions: 1,
      minutesLeft: 15,
      rounds: [(before.rounds[0] ?? 0) - 60, before.rounds[1]],
    });
    expect(field.unit(battle, 'A').minutesLeft).toBe(20);
  });

  test('strikes the hex and those around it, the hex most', () => {
    const field = ranged();
    const { events } = given(field.battle, call(field));
    const struck = listOf(events, 'harmed').map((event) => event.unit);
    expect(struck).toContain('b');
    let onHex = 0;
    let beside = 0;
    for (let seed = 0; seed < 60; seed++) {
      const again = ranged(offMapBattery(1), { seed: `${seed}` }, rifleCompany());
      for (const harm of listOf(given(again.battle, call(again)).events, 'harmed')) {
        if ((harm.unit as string) === 'b') onHex += harm.killed + harm.wounded;
        else beside += harm.killed + harm.wounded;
      }
    }
    expect(onHex).toBeGreaterThan(4 * beside);
    expect(beside).toBeGreaterThan(0);
  });

  test('does not give the guns beyond the map away', () => {
    const field = ranged();
    const { battle } = given(field.battle, call(field));
    expect(battle.state.contacts.japanese.some((contact) => (contact.behind as string) === 'Z')).toBe(false);
  });

  test('is fired only as often as missions were granted', () => {
    const field = ranged(offMapBattery(2));
    const twice = after(field.battle, call(field), END_TURN, END_TURN);
    const marked = { ...twice, state: { ...twice.state, contacts: field.battle.state.contacts } };
    const spent = after(marked, call(field), END_TURN, END_TURN);
    expect(field.unit(spent, 'Z').missions).toBe(0);
    expect(
      refusalOf({ ...spent, state: { ...spent.state, contacts: field.battle.state.contacts } }, call(field)),
    ).toEqual({ reason: 'noMissions' });
  });

  test('is not fired before its hour', () => {
    const field = ranged(offMapBattery(2, { offMap: { fromMinute: 630, missions: 2, missionRounds: 60 } }));
    expect(refusalOf(field.battle, call(field))).toEqual({ reason: 'notBefore', minute: 630 });
    const later = after(field.battle, END_TURN, END_TURN);
    expect(
      refusalOf({ ...later, state: { ...later.state, contacts: field.battle.state.contacts } }, call(field)),
    ).toBeUndefined();
  });

  test('falls no nearer to own troops than 300 m', () => {
    const field = battlefield(
      'A B b',
      { A: rifleCompany(), B: rifleCompany({ policy: 'hold' }), Z: offMapBattery(1), b: rifleCompany() },
      { seen: ['soviet'] },
    );
    expect(refusalOf(field.battle, call(field))).toEqual({ reason: 'dangerClose', metres: 250, leastMetres: 300 });
  });

  test('needs an observer within reach of a headquarters', () => {
    const reach = (metres: number) => {
      const field = battlefield(
        'H . . A . b',
        {
          A: rifleCompany({ parent: 'H' }),
          H: headquarters({ headquarters: { reachMetres: metres, staff: 0.5 } }),
          Z: offMapBattery(1),
          b: rifleCompany(),
        },
        { seen: ['soviet'] },
      );
      return refusalOf(field.battle, call(field));
    };
    expect(reach(500)).toEqual({ reason: 'noCommunications' });
    expect(reach(750)).toBeUndefined();
  });

  test('of guns on the map is for guns in battery and within their range', () => {
    const onMap = (wish: Fielded) => {
      const field = battlefield(
        'Z . A . b',
        { A: rifleCompany(), Z: battery(wish), b: rifleCompany() },
        { seen: ['soviet'] },
      );
      return refusalOf(field.battle, call(field));
    };
    expect(onMap({})).toBeUndefined();
    expect(onMap({ gunState: 'limbered' })).toEqual({ reason: 'limbered' });
    expect(onMap({ now: { rounds: [0, 0] } })).toEqual({ reason: 'noAmmunition' });
  });

  test('does most harm to columns and least to trenches', () => {
    const hit = (b: Fielded): number => {
      const field = ranged(offMapBattery(1), {}, b);
      return listOf(given(field.battle, call(field)).events, 'fired')[0]?.expectedMen ?? 0;
    };
    expect(hit(rifleCompany({ posture: 'marching' }))).toBeGreaterThan(2 * hit(rifleCompany()));
    expect(hit(rifleCompany())).toBeGreaterThan(2 * hit(rifleCompany({ dug: 8 })));
  });
});
