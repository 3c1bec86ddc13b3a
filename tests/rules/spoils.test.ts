/** What a fight leaves behind: weapons, prisoners, the dead. */
import { describe, expect, test } from 'vitest';
import type { Battle } from '../../src/battle/battle.ts';
import { handToHandQuality, oddsOf } from '../../src/rules/assault/odds.ts';
import { observe } from '../../src/battle/observe.ts';
import type { BattleState, Captives } from '../../src/model/state.ts';
import type { UnitId } from '../../src/model/unit.ts';
import { countSpoils } from '../../src/rules/spoils.ts';
import {
  type Battlefield,
  battlefield,
  battery,
  type Fielded,
  type FieldOptions,
  machineGuns,
  rifleCompany,
} from '../battlefield.ts';
import { given, listOf } from './orders.ts';

/** A goes in on b with such odds that it takes the hex; the first seed on which it does. */
function afterTaking(b: Fielded, outcome: 'taken' | 'overrun', more: Partial<FieldOptions> = {}) {
  for (let seed = 0; seed < 200; seed++) {
    const field = battlefield(
      '. . A b . . .',
      { A: rifleCompany({ men: 220 }), b },
      { seen: ['soviet', 'japanese'], seed: `spoils ${seed}`, ...more },
    );
    const order = { kind: 'assault', units: [field.id('A')], target: field.hex('b') } as const;
    const applied = given(field.battle, order);
    const fight = listOf(applied.events, 'closeCombat')[0];
    if (fight?.outcome === outcome && field.unit(applied.battle, 'A').at === field.hex('b'))
      return { field, ...applied };
  }
  throw new Error(`never ${outcome}`);
}

describe('weapons', () => {
  test('that stand in battery stay where their crews are driven from', () => {
    const { field, battle } = afterTaking(battery({ gunState: 'inBattery' }), 'taken');
    expect(battle.state.booty?.every((one) => one.hex === field.hex('b') && one.holder === 'soviet')).toBe(true);
    expect(countSpoils(battle.state, 'soviet').pieces).toBeGreaterThan(0);
    const guns = field
      .unit(battle, 'b')
      .pieces.filter((_, type) => field.scenario.cards[1]?.armaments[type]?.weapon === battle.state.booty?.[0]?.weapon);
    expect(guns).toEqual([0]);
  });

  test('of men driven out in hand go with them, but not all of those who run', () => {
    expect(afterTaking(machineGuns(), 'taken').battle.state.booty).toBeUndefined();
    expect(countSpoils(afterTaking(machineGuns(), 'overrun').battle.state, 'soviet').pieces).toBeGreaterThan(0);
  });

  test('are with whoever is alone on the ground, and manned again by their own', () => {
    const { field, battle } = afterTaking(battery({ gunState: 'inBattery' }), 'taken');
    const retaken: Battle = withUnits(battle, { A: { at: field.hex('A') - 1 }, b: { at: field.hex('b'), men: 60 } });
    const state = { ...retaken.state, active: 'japanese' as const };
    const ready = withUnits({ ...retaken, state }, { b: { cohesion: 'steady', minutesLeft: 30, minutesGiven: 30 } });
    const contacts = { ...ready.state.contacts, japanese: [] };
    const passed = { ...ready, state: heldBy({ ...ready.state, contacts }, 'japanese') };
    const manned = given(passed, { kind: 'salvage', unit: field.id('b'), task: 'man' });
    expect(listOf(manned.events, 'salvaged')[0]?.pieces.some((count) => count > 0)).toBe(true);
    expect(manned.battle.state.booty).toBeUndefined();
  });

  test('of the enemy are spiked where they lie', () => {
    const { field, battle } = afterTaking(battery({ gunState: 'inBattery' }), 'taken');
    const ready = withUnits(battle, { A: { minutesLeft: 30, minutesGiven: 30 } });
    expect(given(ready, { kind: 'salvage', unit: field.id('A'), task: 'spike' }).battle.state.booty).toBeUndefined();
  });

  test('lying out of sight are nobody’s knowledge', () => {
    const { field, battle } = afterTaking(battery({ gunState: 'inBattery' }), 'taken');
    expect(observe(field.scenario, battle.state, 'soviet').booty).toBeDefined();
    expect(observe(field.scenario, battle.state, 'japanese').booty).toBeUndefined();
  });
});

const heldBy = (state: BattleState, holder: 'japanese' | 'soviet'): BattleState => ({
  ...state,
  booty: (state.booty ?? []).map((one) => ({ ...one, holder })),
});

function withUnits(battle: Battle, changes: Readonly<Record<string, object>>): Battle {
  const units = battle.state.units.map((unit) => ({ ...unit, ...changes[unit.id] }));
  return { ...battle, state: { ...battle.state, units } };
}

describe('prisoners', () => {
  const held = (): { readonly field: Battlefield; readonly battle: Battle } => {
    const field = battlefield(
      '. A b . . . c',
      { A: rifleCompany(), b: rifleCompany(), c: rifleCompany() },
      { seen: ['soviet', 'japanese'] },
    );
    const prisoners: Captives[] = [{ unit: 'c' as UnitId, men: 40, by: 'A' as UnitId, hex: field.hex('A') }];
    const battle = withUnits(
      { ...field.battle, state: { ...field.battle.state, prisoners } },
      { A: { guarding: 40 }, c: { men: 60, captured: 40 } },
    );
    return { field, battle };
  };

  test('are taken by the strongest of those who overrun a hex', () => {
    const { battle } = afterTaking(rifleCompany({ men: 60 }), 'overrun');
    expect(battle.state.prisoners?.[0]).toMatchObject({ unit: 'b', by: 'A' });
    expect(battle.state.units[0]?.guarding).toBe(battle.state.units[1]?.captured);
  });

  test('take one man in ten to watch them, who do not fight', () => {
    const { field, battle } = held();
    const power = (guarding: number): number =>
      oddsOf({
        scenario: field.scenario,
        state: battle.state,
        attackers: [{ ...field.unit(battle, 'A'), guarding }],
        hex: field.hex('b'),
        surprise: 'warned',
      }).ratio;
    expect(power(400) / power(0)).toBeCloseTo(0.6, 1);
    expect(handToHandQuality(field.scenario.cards[0] as never, 'day')).toBeGreaterThan(0);
  });

  test('are sent to the rear at the end of a turn with no enemy beside', () => {
    const { field, battle } = held();
    const near = given(battle, { kind: 'endTurn' });
    expect(near.battle.state.prisoners).toHaveLength(1);
    const away = withUnits(battle, { b: { at: field.hex('c') } });
    const contacts = { ...away.state.contacts, soviet: [] };
    const far = given({ ...away, state: { ...away.state, contacts } }, { kind: 'endTurn' });
    expect(far.battle.state.prisoners).toBeUndefined();
    expect(field.unit(far.battle, 'A').guarding).toBeUndefined();
    expect(field.unit(far.battle, 'c').captured).toBe(40);
  });

  test('go where their guards go, and are free when these are beaten', () => {
    const { field, battle } = held();
    const moved = given(battle, { kind: 'move', unit: field.id('A'), path: [field.hex('A') - 1], pace: 'normal' });
    expect(moved.battle.state.prisoners?.[0]?.hex).toBe(field.hex('A') - 1);
    const broken = withUnits(battle, { A: { cohesion: 'broken' }, b: { minutesLeft: 30, minutesGiven: 30 } });
    const state = { ...broken.state, active: 'japanese' as const };
    const path = [field.hex('b') + 1];
    const { battle: after, events } = given(
      { ...broken, state },
      { kind: 'move', unit: field.id('b'), path, pace: 'normal' },
    );
    expect(listOf(events, 'freed')).toMatchObject([{ unit: 'c', men: 40, by: 'A' }]);
    expect(field.unit(after, 'c')).toMatchObject({ men: 100, captured: 0 });
    expect(after.state.prisoners).toBeUndefined();
  });
});

describe('the dead', () => {
  const counting = (field: Battlefield): Battle => ({
    ...field.battle,
    scenario: { ...field.scenario, counts: { dead: true } },
  });

  test('lie where they fell in battles that count them, and are with whoever holds the ground', () => {
    const field = battlefield('. A b . .', { A: machineGuns(), b: rifleCompany() }, { seen: ['soviet', 'japanese'] });
    const order = { kind: 'fire', unit: field.id('A'), target: field.hex('b'), minutes: 15 } as const;
    const { battle } = given(counting(field), order);
    const { killed } = field.unit(battle, 'b');
    expect(killed).toBeGreaterThan(0);
    expect(battle.state.dead).toContainEqual({
      hex: field.hex('b'),
      side: 'japanese',
      men: killed,
      holder: 'japanese',
    });
    expect(given(field.battle, order).battle.state.dead).toBeUndefined();
  });

  test('are carried off by two men each', () => {
    const field = battlefield('. A . . .', { A: rifleCompany({ men: 20 }) });
    const dead = [{ hex: field.hex('A'), side: 'japanese', men: 14, holder: 'soviet' } as const];
    const battle = counting({ ...field, battle: { ...field.battle, state: { ...field.battle.state, dead } } });
    const after = given(battle, { kind: 'salvage', unit: field.id('A'), task: 'carry' }).battle.state;
    expect(after.dead).toEqual([
      { hex: field.hex('A'), side: 'japanese', men: 4, holder: 'soviet' },
      { hex: 'away', side: 'japanese', men: 10, holder: 'soviet' },
    ]);
    expect(countSpoils(after, 'soviet').dead).toBe(14);
  });
});
