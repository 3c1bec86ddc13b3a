/** Fire by the clock; what barrels and breeches stand; shells by lots; smoke; barrages that both sides see. */
import { describe, expect, test } from 'vitest';
import { apply, canUndo, createBattle } from '../../src/battle/battle.ts';
import { listLegalOrders } from '../../src/battle/legal-orders.ts';
import { observe } from '../../src/battle/observe.ts';
import { parseOrder, writeOrder } from '../../src/battle/journal.ts';
import type { Order, OrderOf } from '../../src/model/order.ts';
import type { MissionTask, UnitId } from '../../src/model/unit.ts';
import type { WeaponId } from '../../src/model/weapon.ts';
import { smokeMinutes } from '../../src/rules/fire/plan.ts';
import { cardOf } from '../../src/rules/roster.ts';
import {
  battery,
  type Battlefield,
  battlefield,
  type Fielded,
  type FieldOptions,
  offMapBattery,
  rifleCompany,
} from '../battlefield.ts';
import { after, END_TURN, given, listOf, refusalOf } from './orders.ts';

const FIELD = '. Z . A . . . b . . .';

const field = (guns: Fielded = battery(), options: FieldOptions = {}, b: Fielded = rifleCompany()): Battlefield =>
  battlefield(FIELD, { A: rifleCompany({ policy: 'hold' }), Z: guns, b }, { seen: ['soviet'], ...options });

const line = (on: Battlefield, minute: number, task: MissionTask = 'suppress', at = 'b'): OrderOf<'timetable'> => ({
  kind: 'timetable',
  unit: on.id('Z'),
  work: 'add',
  target: on.hex(at),
  task,
  minute,
});

const call = (on: Battlefield, task: MissionTask = 'suppress', observer = 'A'): OrderOf<'mission'> => ({
  kind: 'mission',
  unit: on.id('Z'),
  observer: on.id(observer),
  target: on.hex('b'),
  task,
});

describe('a line of a fire plan', () => {
  test('is fired at its hour without an observer, by the map', () => {
    const on = field();
    const planned = given(on.battle, line(on, 650)).battle;
    expect(on.unit(planned, 'Z').plan).toHaveLength(1);
    // 650 is ten to eleven: the turn from half past ten has it.
    const end = given(after(planned, END_TURN), END_TURN);
    const [fired] = listOf(end.events, 'fired');
    expect(fired).toMatchObject({ unit: 'Z', observer: null, mode: 'mission', rounds: [240, 0] });
    expect(fired?.factors.map(({ name }) => name)).toEqual(['dispersion', 'byMap']);
    expect(on.unit(end.battle, 'Z')).not.toHaveProperty('plan');
    expect(on.unit(end.battle, 'Z').minutesLeft).toBe(15);
  });

  test('may be taken back, and taken out of the plan', () => {
    const on = field();
    const planned = given(on.battle, line(on, 650)).battle;
    expect(canUndo(planned)).toBe(true);
    const dropped = given(planned, { ...line(on, 650), work: 'drop' }).battle;
    expect(on.unit(dropped, 'Z')).not.toHaveProperty('plan');
  });

  test('falls out where own troops have come too near, and its side is told', () => {
    const on = field();
    const planned = given(on.battle, line(on, 650, 'suppress', 'A')).battle;
    const end = given(after(planned, END_TURN), END_TURN);
    expect(listOf(end.events, 'fired')).toEqual([]);
    expect(listOf(end.events, 'fellOut')).toMatchObject([{ unit: 'Z', reason: 'dangerClose' }]);
  });

  test('falls out where the guns were limbered up', () => {
    const on = field();
    const planned = after(on.battle, line(on, 650), { kind: 'guns', unit: on.id('Z'), state: 'limbered' });
    const end = given(after(planned, END_TURN), END_TURN);
    expect(listOf(end.events, 'fellOut')).toMatchObject([{ reason: 'limbered' }]);
  });

  test('is fired by guns that may not fire before its hour, though the turn begins earlier', () => {
    const on = field(offMapBattery(2, { offMap: { fromMinute: 640, missions: 2, missionRounds: 60 } }));
    const planned = given(on.battle, line(on, 645)).battle;
    const end = given(after(planned, END_TURN), END_TURN);
    expect(listOf(end.events, 'fired')).toMatchObject([{ unit: 'Z', missions: 1 }]);
  });

  test('reserves its missions with guns beyond the map', () => {
    const on = field(offMapBattery(1));
    const planned = given(on.battle, line(on, 650)).battle;
    expect(refusalOf(planned, line(on, 690))).toEqual({ reason: 'noMissions' });
  });

  test('goes through a journal as it was given', () => {
    const on = field();
    const order: Order = { ...line(on, 650), rounds: 300 };
    const reading = parseOrder(on.scenario, 'the order', writeOrder(on.scenario, order));
    expect(reading).toEqual({ kind: 'read', value: order });
  });

  test('is offered for the next turn, and its removal while it stands', () => {
    const on = field();
    const offered = (battle = on.battle): readonly Order[] =>
      listLegalOrders(on.scenario, observe(on.scenario, battle.state, 'soviet'), on.id('Z')).filter(
        (order) => order.kind === 'timetable',
      );
    expect(offered()).toContainEqual(line(on, 630));
    expect(offered(given(on.battle, line(on, 650)).battle)).toContainEqual({ ...line(on, 650), work: 'drop' });
  });

  test('of so many rounds takes as long as these take', () => {
    const on = field();
    const planned = given(on.battle, { ...line(on, 630), rounds: 80 }).battle;
    const end = given(after(planned, END_TURN), END_TURN);
    expect(listOf(end.events, 'fired')).toMatchObject([{ minutes: 5, rounds: [80, 0] }]);
  });

  test('set down before the battle is fired in the first turn', () => {
    const on = field();
    const deployments = on.scenario.deployments.map((deployment) =>
      deployment.unit === on.id('Z')
        ? { ...deployment, plan: [{ target: on.hex('b'), task: 'suppress', minute: 600 } as const] }
        : deployment,
    );
    const scenario = { ...on.scenario, deployments };
    const opened = createBattle(scenario, 'plan', { soviet: 'person', japanese: 'person' });
    expect(listOf(opened.events, 'fired')).toMatchObject([{ unit: 'Z', observer: null }]);
  });
});

describe('barrels', () => {
  test('stand a burst of two hours’ rounds, and then cool', () => {
    const on = field(battery(), { minutes: 60, turns: 6 });
    const rounds = (from: Battlefield['battle']): number =>
      listOf(given(from, call(on, 'destroy')).events, 'fired')[0]?.rounds[0] ?? 0;
    // All they have; with more, two ranging rounds a gun and four a minute for half an hour, but 120 in all.
    expect(rounds(on.battle)).toBe(4 * 80);
    const supplied = { ...on.battle, state: withRounds(on, 2000) };
    expect(rounds(supplied)).toBe(4 * 120);
    const hot = after(supplied, call(on, 'destroy'));
    expect(refusalOf(hot, call(on, 'destroy'))).toEqual({ reason: 'barrelsHot' });
  });

  test('of howitzers that do not bear heat jam on a hot day beyond their missions, and serve again later', () => {
    const howitzers = battery({ now: { barrels: { minute: 600, rounds: [0, 0], missions: 3 } } });
    const lame = (celsius: number): Battlefield => {
      const on = field(howitzers, { celsius, minutes: 60 });
      const cards = on.scenario.cards.map((card) =>
        card.id === on.id('Z') ? { ...card, armaments: [{ weapon: 'type-38-120mm' as WeaponId, count: 4 }] } : card,
      );
      const scenario = { ...on.scenario, cards };
      return { ...on, scenario, battle: { ...on.battle, scenario } };
    };
    let jammed = 0;
    for (let seed = 0; seed < 40; seed++) {
      const on = lame(35);
      const battle = { ...on.battle, state: { ...on.battle.state, seed: `${seed}` } };
      const { events, battle: later } = given(battle, call(on));
      const pieces = listOf(events, 'jammed')[0]?.pieces[0] ?? 0;
      jammed += pieces;
      const after = on.unit(later, 'Z');
      expect((after.pieces[0] ?? 0) + (after.outOfOrder?.[0] ?? 0)).toBe(4);
    }
    // One in six of four guns, forty times.
    expect(jammed).toBeGreaterThan(15);
    expect(jammed).toBeLessThan(40);
    expect(listOf(given(lame(20).battle, call(lame(20))).events, 'jammed')).toEqual([]);
    const broken = field(battery({ now: { pieces: [2, 15], outOfOrder: [2, 0] } }), { minutes: 240 });
    const mended = given(after(broken.battle, END_TURN), END_TURN);
    expect(listOf(mended.events, 'unjammed')).toMatchObject([{ unit: 'Z' }]);
  });
});

function withRounds(on: Battlefield, rounds: number): Battlefield['battle']['state'] {
  const { state } = on.battle;
  return {
    ...state,
    units: state.units.map((unit) => (unit.id === on.id('Z') ? { ...unit, rounds: [rounds, 0] } : unit)),
  };
}

describe('a lot of shells', () => {
  test('comes with an event: rounds for each gun, missions for guns beyond the map', () => {
    const events = [{ effects: [{ kind: 'shells', units: ['Z' as UnitId], rounds: 20, missions: 2 }] } as const];
    const near = field(battery(), { events });
    expect(near.unit(near.battle, 'Z').rounds[0]).toBe(4 * 80 + 4 * 20);
    const far = field(offMapBattery(1), { events });
    expect(far.unit(far.battle, 'Z').missions).toBe(3);
  });
});

describe('smoke', () => {
  test('needs smoke shells, and nobody in the hex', () => {
    const on = field(battery({ smokeRounds: 200 }), { seen: [] });
    expect(refusalOf(field().battle, call(field(), 'smoke'))).toEqual({ reason: 'noSmoke' });
    const { events, battle } = given(on.battle, call(on, 'smoke'));
    const [plume] = listOf(events, 'plume');
    const fired = listOf(events, 'fired')[0];
    expect(fired).toMatchObject({ rounds: [0, 0], smokeRounds: 160 });
    const minutes = smokeMinutes(on.scenario, cardOf(on.scenario, on.id('Z')), 160);
    expect(plume?.plume).toEqual({ kind: 'smoke', hex: on.hex('b'), untilMinute: 600 + Math.round(minutes) });
    expect(listOf(events, 'harmed')).toEqual([]);
    expect(on.unit(battle, 'Z').smokeRounds).toBe(40);
  });

  test('hides so many minutes as shells are fired and the hex is narrow', () => {
    const on = field(battery({ smokeRounds: 200 }));
    const card = cardOf(on.scenario, on.id('Z'));
    expect(smokeMinutes(on.scenario, card, 200)).toBeGreaterThan(1.9 * smokeMinutes(on.scenario, card, 100));
    const wide = { ...on.scenario, map: { ...on.scenario.map, hexMetres: 1000 } };
    expect(smokeMinutes(wide, card, 200)).toBeLessThan(0.5 * smokeMinutes(on.scenario, card, 200));
  });
});

describe('a barrage', () => {
  test('falls on those who go in where it falls, one’s own on one’s own', () => {
    const on = battlefield(
      '. Z . . . . A b . .',
      { A: rifleCompany(), Z: battery(), b: rifleCompany({ policy: 'hold' }) },
      { seen: ['soviet', 'japanese'], hexMetres: 250, minutes: 60 },
    );
    const curtains = [{ hex: on.hex('b'), side: 'soviet', by: on.id('Z'), deadlyAMinute: 500 }] as const;
    const closed = { ...on.battle, state: { ...on.battle.state, curtains } };
    const assault: Order = { kind: 'assault', units: [on.id('A')], target: on.hex('b') };
    const byShells = listOf(given(closed, assault).events, 'harmed').filter(
      (event) => event.unit === on.id('A') && event.by === on.id('Z'),
    );
    expect(byShells).toHaveLength(1);
  });

  test('is seen by both sides, what it does only by its own', () => {
    const on = field();
    const { battle } = given(on.battle, call(on, 'barrage'));
    expect(observe(on.scenario, battle.state, 'soviet').curtains).toMatchObject([
      { hex: on.hex('b'), own: { by: 'Z' } },
    ]);
    expect(observe(on.scenario, battle.state, 'japanese').curtains).toEqual([{ hex: on.hex('b') }]);
  });
});

test('guns reach a metre farther for each metre they stand above their target', () => {
  const reach = (height: number): unknown => {
    const far = '. '.repeat(34);
    const on = battlefield(
      `Z A ${far}b`,
      { A: rifleCompany({ policy: 'hold' }), Z: battery(), b: rifleCompany({ policy: 'hold' }) },
      { seen: ['soviet'], heights: { Z: height, A: 300 } },
    );
    return refusalOf(on.battle, call(on));
  };
  // 35 hexes of 250 m are 9,000 m; the guns reach 8,550.
  expect(reach(0)).toEqual({ reason: 'outOfRange', metres: 9000, reachMetres: 8550 });
  expect(reach(450)).toBeUndefined();
});

test('every order upon guns is answered, whatever is asked of them', () => {
  const on = field();
  for (const minute of [-1, 0, 0.5, 1e9]) expect(apply(on.battle, line(on, minute)).kind).toBe('refused');
});
