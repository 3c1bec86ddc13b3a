/** Fire missions: guns that do not see, an observer who does. */
import { describe, expect, test } from 'vitest';
import type { Order } from '../../src/model/order.ts';
import type { MissionTask } from '../../src/model/unit.ts';
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

const FIELD = `
    . . . . . .
     A . . b c .
    . . . . . .
  `;
const GUNS_ON_MAP = `
    Z . . . . .
     A . . b c .
    . . . . . .
  `;

const ranged = (
  guns: Fielded = offMapBattery(2),
  { text = FIELD, ...options }: FieldOptions & { readonly text?: string } = {},
  b: Fielded | readonly Fielded[] = rifleCompany({ posture: 'marching' }),
): Battlefield =>
  battlefield(
    text,
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
  test('takes a mission, its rounds, the time of word, ranging and fire of the guns and ten minutes of the observer', () => {
    const field = ranged();
    const before = field.unit(field.battle, 'Z');
    const { battle, events } = given(field.battle, call(field));
    expect(listOf(events, 'fired')).toMatchObject([
      { unit: 'Z', observer: 'A', mode: 'mission', minutes: 22, rounds: [60, 0], missions: 1 },
    ]);
    expect(field.unit(battle, 'Z')).toMatchObject({
      missions: 1,
      minutesLeft: 8,
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

  test('falls mostly beside its hex where the dark hides its fall from the observer, unless a flare lights it', () => {
    const field = ranged(offMapBattery(2), { light: 'dark' });
    const flares = [{ hex: field.hex('b'), turn: 1, side: 'soviet' as const }];
    const lit = { ...field.battle, state: { ...field.battle.state, flares } };
    const hit = (battle: Battlefield['battle']): number =>
      listOf(given(battle, call(field)).events, 'fired').reduce((sum, event) => sum + event.expectedMen, 0);
    expect(hit(lit)).toBeGreaterThan(1.2 * hit(field.battle));
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

  test('falls no nearer to own troops than its shells allow: 200 m for field guns, 300 for heavy howitzers', () => {
    const near = (hexMetres: number, heavy: 'heavy' | 'light'): unknown => {
      const field = battlefield(
        'A B b',
        {
          A: rifleCompany(),
          B: rifleCompany({ policy: 'hold' }),
          Z: offMapBattery(1, heavy === 'heavy' ? { arms: [['howitzer', 4]] } : {}),
          b: rifleCompany(),
        },
        { seen: ['soviet'], hexMetres },
      );
      return refusalOf(field.battle, call(field));
    };
    expect(near(250, 'light')).toBeUndefined();
    expect(near(100, 'light')).toEqual({ reason: 'dangerClose', metres: 100, leastMetres: 200 });
    expect(near(250, 'heavy')).toEqual({ reason: 'dangerClose', metres: 250, leastMetres: 300 });
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

  test('costs no ranging where the guns have the range: they shot there before, or beside it', () => {
    const field = ranged(battery({ men: 60 }), { text: GUNS_ON_MAP });
    const first = given(field.battle, call(field));
    const marked = {
      ...after(first.battle, END_TURN, END_TURN),
    };
    const again = given({ ...marked, state: { ...marked.state, contacts: field.battle.state.contacts } }, call(field));
    const minutes = (events: typeof first.events): number | undefined =>
      listOf(events, 'fired').find((event) => event.mode === 'mission')?.minutes;
    expect(minutes(first.events)).toBe(22);
    expect(minutes(again.events)).toBe(17);
    expect(field.unit(first.battle, 'Z').registered).toEqual([field.hex('b')]);
  });

  test('guns that limber up have lost their ranges', () => {
    const field = ranged(battery({ now: { registered: [3] } }), { text: GUNS_ON_MAP });
    const battle = after(field.battle, { kind: 'guns', unit: field.id('Z'), state: 'limbered' });
    expect(field.unit(battle, 'Z')).not.toHaveProperty('registered');
  });

  test('called by runner falls in a later turn when turns are short', () => {
    const field = ranged(offMapBattery(2, { communications: 'runner' }), { minutes: 10 });
    const called = given(field.battle, call(field));
    // Six kilometres at 120 m a minute, and five minutes to write it down.
    expect(listOf(called.events, 'called')).toMatchObject([{ call: { dueMinute: 655 } }]);
    expect(listOf(called.events, 'fired')).toEqual([]);
    let { battle } = called;
    for (let turn = 2; turn <= 6; turn++) {
      const ended = given(given(battle, END_TURN).battle, END_TURN);
      const fell = listOf(ended.events, 'fired').map((event) => event.mode);
      expect(fell, `turn ${turn}`).toEqual(turn === 6 ? ['mission'] : []);
      ({ battle } = ended);
    }
    expect(field.unit(battle, 'Z')).not.toHaveProperty('call');
  });

  test('to destroy takes twice the missions and hits more, to harass hits less', () => {
    const hit = (task: MissionTask): number => {
      const field = ranged(battery({ men: 60 }), { text: GUNS_ON_MAP }, rifleCompany());
      return listOf(given(field.battle, { ...call(field), task } as Order).events, 'fired')[0]?.expectedMen ?? 0;
    };
    expect(hit('destroy')).toBeGreaterThan(1.15 * hit('suppress'));
    expect(hit('harass')).toBeLessThan(0.6 * hit('suppress'));
    const field = ranged(offMapBattery(2));
    const { battle } = given(field.battle, { ...call(field), task: 'destroy' } as Order);
    expect(field.unit(battle, 'Z').missions).toBe(0);
  });
});

describe('a barrage', () => {
  const laid = (): Battlefield =>
    battlefield(
      `
    . . . . . .
     A . . 1 b .
    . . . . . .
  `,
      { A: rifleCompany({ policy: 'hold' }), Z: offMapBattery(2), b: rifleCompany({ policy: 'hold' }) },
      { seen: ['soviet'], under: { 1: 'open' } },
    );
  const barrage = (field: Battlefield): Order => ({
    kind: 'mission',
    unit: field.id('Z'),
    observer: field.id('A'),
    target: field.hex('1'),
    task: 'barrage',
  });

  test('falls on whoever comes onto the hex in the other side’s next turn', () => {
    const field = laid();
    const battle = after(field.battle, barrage(field), END_TURN);
    const { events } = given(battle, { kind: 'move', unit: field.id('b'), path: [field.hex('1')], pace: 'normal' });
    expect(listOf(events, 'harmed').map((event) => event.by)).toContain('Z');
  });

  test('is over when that turn has ended', () => {
    const field = laid();
    expect(after(field.battle, barrage(field)).state.curtains).toHaveLength(1);
    expect(after(field.battle, barrage(field), END_TURN, END_TURN).state).not.toHaveProperty('curtains');
  });
});
