/** What was planned or may happen: when, what it does, who is told. */
import { describe, expect, test } from 'vitest';
import type { Battle } from '../../src/battle/battle.ts';
import { observe } from '../../src/battle/observe.ts';
import { shareOf } from '../../src/battle/share.ts';
import { listFaults } from '../battle/faults.ts';
import type { ScriptedEvent } from '../../src/model/affair.ts';
import type { Order } from '../../src/model/order.ts';
import type { UnitId } from '../../src/model/unit.ts';
import { lossesOf } from '../../src/rules/objectives.ts';
import { type Battlefield, battlefield, type FieldOptions, rifleCompany, tanks } from '../battlefield.ts';
import { after, END_TURN, given, march, refusalOf } from './orders.ts';

const quiet = rifleCompany({ policy: 'hold' });
const A = 'A' as UnitId;
const R = 'R' as UnitId;

const field = (
  events: readonly Partial<ScriptedEvent>[],
  options: FieldOptions = {},
  fields: Parameters<typeof battlefield>[1] = {},
  text = 'A 1 . . . . b R',
): Battlefield =>
  battlefield(text, { A: quiet, b: quiet, ...fields }, { under: { 1: 'open', R: 'open' }, events, ...options });

const turns = (battle: Battle, count: number): Battle => after(battle, ...Array<Order>(2 * count).fill(END_TURN));

describe('an event', () => {
  test('releases units at its hour', () => {
    const released = field(
      [{ fromMinute: 660, effects: [{ kind: 'release', units: [A] }] }],
      {},
      { A: rifleCompany({ awaitsRelease: true }) },
    );
    expect(refusalOf(turns(released.battle, 1), march(released, 'A', '1'))).toEqual({ reason: 'notReleased' });
    expect(refusalOf(turns(released.battle, 2), march(released, 'A', '1'))).toBeUndefined();
  });

  test('brings units that wait for it, and they are never there without it', () => {
    const fields = { R: rifleCompany({ side: 'soviet', arrival: { at: 'R' } }) };
    const coming = field([{ fromTurn: 3, effects: [{ kind: 'reinforce', units: [R] }] }], {}, fields);
    expect(coming.unit(turns(coming.battle, 1), 'R').at).toBe('toArrive');
    expect(coming.unit(turns(coming.battle, 2), 'R').at).toBe(coming.hex('R'));
    const never = field([], { clauses: [] }, fields);
    expect(never.unit(turns(never.battle, 6), 'R').at).toBe('toArrive');
  });

  test('takes units away without loss', () => {
    const leaving = field([{ fromTurn: 2, effects: [{ kind: 'withdraw', units: [A] }] }], {}, { A: tanks() });
    const battle = turns(leaving.battle, 1);
    expect(leaving.unit(battle, 'A')).toMatchObject({ at: 'left', men: 30 });
    expect(lossesOf(leaving.scenario, battle.state, 'soviet')).toMatchObject({ men: 0, vehicles: 0 });
    expect(listFaults(leaving.scenario, battle.state)).toEqual([]);
  });

  test('happens once, and only when all of its conditions hold', () => {
    const chained = field(
      [
        { id: 'alarm', all: [{ kind: 'stands', side: 'soviet', region: 'line' }], effects: [] },
        {
          id: 'answer',
          all: [{ kind: 'happened', event: 'alarm' }],
          fromTurn: 2,
          effects: [{ kind: 'message', side: 'soviet', text: 'They are awake.' }],
        },
        { id: 'silence', all: [{ kind: 'notHappened', event: 'alarm' }], fromTurn: 2, effects: [] },
      ],
      { regions: { line: '1' } },
    );
    const waiting = turns(chained.battle, 2);
    expect(waiting.state.affairs?.happened).toEqual(['silence']);
    const there = turns(after(chained.battle, march(chained, 'A', '1')), 3);
    expect(there.state.affairs?.happened).toEqual(['alarm', 'answer']);
  });

  test('waits for losses, for an objective, for fire, for the end of a unit', () => {
    const asked = field(
      [
        { id: 'lost', all: [{ kind: 'lost', side: 'soviet', of: 'men', count: 10 }], effects: [] },
        { id: 'held', all: [{ kind: 'holds', side: 'soviet', objective: 0 }], effects: [] },
        { id: 'fired', all: [{ kind: 'firedUpon', side: 'japanese' }], effects: [] },
        { id: 'gone', all: [{ kind: 'destroyed', unit: 'b' as UnitId }], effects: [] },
      ],
      { objectives: [{ at: '1' }], seen: ['soviet'] },
      { A: rifleCompany({ now: { men: 90, killed: 10 } }) },
      'A 1 . b',
    );
    const fire: Order = { kind: 'fire', unit: A, target: asked.hex('b'), minutes: 5 };
    const later = turns(after(asked.battle, fire, march(asked, 'A', '1')), 1);
    expect(later.state.affairs?.happened).toEqual(['lost', 'held', 'fired']);
  });

  test('left to chance comes as often as it says', () => {
    let came = 0;
    for (let seed = 0; seed < 400; seed++)
      if (field([{ chance: 0.3, effects: [] }], { seed: `${seed}` }).battle.state.affairs?.happened.length === 1)
        came++;
    // Three in ten: 120 of 400, give or take three times the spread of 9.2.
    expect(came).toBeGreaterThan(92);
    expect(came).toBeLessThan(148);
  });

  test('tells its message to nobody but the side it is for', () => {
    const told = field([{ fromTurn: 2, effects: [{ kind: 'message', side: 'japanese', text: 'Hold on.' }] }]);
    const before = after(told.battle, END_TURN);
    const { events } = given(before, END_TURN);
    const heard = (side: 'soviet' | 'japanese') =>
      shareOf(told.scenario, before.state, events, side).filter(
        ({ kind }) => kind === 'messaged' || (kind as string) === 'occurred',
      );
    expect(heard('soviet')).toEqual([]);
    expect(heard('japanese')).toEqual([{ kind: 'messaged', text: 'Hold on.' }]);
  });

  test('changes the sky until the clock says otherwise, and both see it', () => {
    const changing = field([{ fromTurn: 2, effects: [{ kind: 'sky', weather: 'fog', untilMinute: 660 }] }]);
    const weather = (count: number) =>
      observe(changing.scenario, turns(changing.battle, count).state, 'japanese').weather;
    expect([weather(0), weather(1), weather(2)]).toEqual(['clear', 'fog', 'clear']);
  });

  test('ends the battle as things stand', () => {
    const ended = field([{ fromTurn: 2, effects: [{ kind: 'end' }] }], {
      objectives: [{ at: 'A', holder: 'soviet', points: 7 }],
      under: { A: 'open', 1: 'open', R: 'open' },
    });
    expect(turns(ended.battle, 1).state.result?.score).toEqual({ soviet: 7, japanese: 0 });
  });
});

describe('men and vehicles that come back', () => {
  const back = (now: object, ...effects: ScriptedEvent['effects']): ReturnType<Battlefield['unit']> => {
    const again = field([{ fromTurn: 2, effects }], {}, { A: tanks({ now }) });
    const battle = turns(again.battle, 1);
    expect(listFaults(again.scenario, battle.state)).toEqual([]);
    return again.unit(battle, 'A');
  };

  test('fill a unit up to what it came with and no further', () => {
    const now = { men: 20, killed: 6, wounded: 4 };
    expect(back(now, { kind: 'replace', units: [A], men: 50 })).toMatchObject({ men: 30, joined: 10, killed: 6 });
    expect(back(now, { kind: 'replace', units: [A], men: 3 })).toMatchObject({ men: 23, joined: 3 });
  });

  test('are a share of the wounded, and vehicles with their weapons', () => {
    const now = { men: 20, killed: 6, wounded: 4, vehicles: 6, pieces: [6, 6] };
    expect(back(now, { kind: 'recover', units: [A], woundedShare: 0.5, vehicles: 2 })).toMatchObject({
      men: 22,
      wounded: 2,
      vehicles: 8,
      pieces: [8, 8],
    });
  });
});
