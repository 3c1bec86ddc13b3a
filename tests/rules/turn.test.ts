/** The beginning and end of a side's turn, and of a battle. */
import { describe, expect, test } from 'vitest';
import { apply, createBattle } from '../../src/battle/battle.ts';
import { openAtRandom } from '../battle/at-random.ts';
import type { Order } from '../../src/model/order.ts';
import { scenarioById } from '../../src/scenario/library.ts';
import { battery, type Battlefield, battlefield, type Fielded, headquarters, rifleCompany } from '../battlefield.ts';
import { after, END_TURN, given, listOf, march } from './orders.ts';

describe('turns', () => {
  test('the battle on the heights has thirteen turns of each side, Japanese first, and is over after the last', () => {
    let battle = openAtRandom(scenarioById('khasan-1938-zaozernaya'), 'idle');
    const order: string[] = [];
    while (battle.state.result === null) {
      order.push(`${battle.state.turn} ${battle.state.active}`);
      battle = after(battle, END_TURN);
    }
    expect(order).toHaveLength(26);
    expect(order.slice(0, 3)).toEqual(['1 japanese', '1 soviet', '2 japanese']);
    expect(order.at(-1)).toBe('13 soviet');
    expect(battle.hashes).toHaveLength(26);
    expect(apply(battle, END_TURN)).toEqual({ kind: 'refused', refusal: { reason: 'battleOver' } });
  });

  test('the opening readies both sides, so that the second may react at once', () => {
    const field = battlefield('A . . b', { A: rifleCompany(), b: rifleCompany() });
    expect(['A', 'b'].map((key) => field.unit(field.battle, key).minutesLeft)).toEqual([30, 30]);
  });

  test('the same seed opens the same battle, another seed another', () => {
    const scenario = scenarioById('khasan-1938-zaozernaya');
    const players = { soviet: 'idle', japanese: 'idle' };
    const asleep = (seed: string): readonly string[] =>
      listOf(createBattle(scenario, seed, players).events, 'surprised').map((event) => event.unit);
    expect(asleep('1')).toEqual(asleep('1'));
    expect(asleep('1')).not.toEqual(asleep('2'));
  });
});

/** A made ready for its second turn. */
function readied(
  wish: Fielded,
  others: Readonly<Record<string, Fielded>> = {},
  text = 'A . . . . . . .',
): ReturnType<Battlefield['unit']> {
  const field = battlefield(text, { A: wish, ...others });
  return field.unit(after(field.battle, END_TURN, END_TURN), 'A');
}

describe('at the beginning of its turn a unit', () => {
  test('has the minutes of the turn and has done nothing yet', () => {
    expect(readied(rifleCompany({ now: { minutesLeft: 0, activity: 'firing' } }))).toMatchObject({
      minutesLeft: 30,
      activity: 'still',
    });
  });

  test('has lost most of its suppression, which fades by half in twenty minutes', () => {
    expect(readied(rifleCompany({ now: { suppression: 0.5 } })).suppression).toBe(0.188);
    expect(readied(rifleCompany({ now: { suppression: 0.04 } })).suppression).toBe(0);
  });

  test('under fire has fewer minutes', () => {
    expect(readied(rifleCompany({ now: { suppression: 1 } })).minutesLeft).toBe(24.4);
  });

  test('out of reach of its headquarters has four fifths of them', () => {
    const text = 'A . . . . . . H';
    const far = { H: headquarters({ headquarters: { reachMetres: 1000, staff: 0.5 } }) };
    const near = { H: headquarters({ headquarters: { reachMetres: 2000, staff: 0.5 } }) };
    expect(readied(rifleCompany({ parent: 'H' }), far, text).minutesLeft).toBe(24);
    expect(readied(rifleCompany({ parent: 'H' }), near, text).minutesLeft).toBe(30);
  });

  test('that is broken and does not rally has none', () => {
    const outcomes = Array.from({ length: 40 }, (_, seed) => {
      const field = battlefield('A', { A: rifleCompany({ now: { cohesion: 'broken' } }) }, { seed: `${seed}` });
      const unit = field.unit(after(field.battle, END_TURN, END_TURN), 'A');
      return `${unit.cohesion} ${unit.minutesLeft > 0 ? 'acts' : 'does nothing'}`;
    });
    // Minutes are dealt out before the men pull themselves together.
    expect(new Set(outcomes)).toEqual(new Set(['broken does nothing', 'shaken does nothing']));
  });
});

describe('a side taken by surprise', () => {
  const asleep = (turns: number, chance: number): Battlefield =>
    battlefield(
      'A b',
      { A: rifleCompany(), b: rifleCompany({ dug: 1 }) },
      { surprises: [{ side: 'japanese', turns, chance }], light: 'dark' },
    );

  test('has no minutes to react with', () => {
    const field = asleep(1, 1);
    expect(field.unit(field.battle, 'b').minutesLeft).toBe(0);
    expect(field.unit(field.battle, 'A').minutesLeft).toBe(30);
  });

  test('is awake after as many turns as it was surprised', () => {
    const field = asleep(2, 1);
    const secondTurn = after(field.battle, END_TURN, END_TURN, END_TURN);
    expect(field.unit(secondTurn, 'b').minutesLeft).toBe(0);
    expect(field.unit(after(secondTurn, END_TURN, END_TURN), 'b').minutesLeft).toBe(30);
  });
});

describe('reinforcements', () => {
  const coming = (text: string, others: Readonly<Record<string, Fielded>> = {}): Battlefield =>
    battlefield(
      text,
      { A: rifleCompany(), C: rifleCompany({ arrival: { turn: 2, at: '1' } }), ...others },
      { under: { 1: 'open' } },
    );

  test('enter in their turn, with all its minutes', () => {
    const field = coming('A . 1');
    expect(field.unit(after(field.battle, END_TURN), 'C').at).toBe('toArrive');
    expect(field.unit(after(field.battle, END_TURN, END_TURN), 'C')).toMatchObject({
      at: field.hex('1'),
      minutesLeft: 30,
    });
  });

  test('enter at the next of their hexes when the enemy stands on the first', () => {
    const field = coming('A . b . 1', { b: rifleCompany({ policy: 'hold' }) });
    const { scenario } = field;
    const both = {
      ...scenario,
      deployments: scenario.deployments.map((one) =>
        one.arrival === undefined ? one : { ...one, arrival: { turn: 2, hexes: [field.hex('b'), field.hex('1')] } },
      ),
    };
    const battle = { ...field.battle, scenario: both };
    expect(field.unit(after(battle, END_TURN, END_TURN), 'C').at).toBe(field.hex('1'));
  });

  test('wait while there is nowhere to enter', () => {
    const field = battlefield('A . b', {
      A: rifleCompany(),
      b: rifleCompany({ policy: 'hold' }),
      C: rifleCompany({ arrival: { turn: 2, at: 'b' } }),
    });
    expect(field.unit(after(field.battle, END_TURN, END_TURN), 'C').at).toBe('toArrive');
  });
});

describe('a standing order', () => {
  test('to go somewhere is carried on turn after turn, and forgotten on arrival', () => {
    const field = battlefield('A . . . . . . . . 1', { A: rifleCompany() }, { under: { 1: 'open' } });
    let battle = after(field.battle, {
      kind: 'standing',
      unit: field.id('A'),
      standing: { kind: 'goTo', to: field.hex('1'), pace: 'normal' },
    });
    const places: unknown[] = [];
    for (let turn = 0; turn < 3; turn++) {
      battle = after(battle, END_TURN, END_TURN);
      places.push(field.unit(battle, 'A').at);
    }
    expect(places).toEqual([5, 9, 9]);
    expect(field.unit(battle, 'A')).not.toHaveProperty('standing');
  });

  test('to go somewhere spends only what the turn has left', () => {
    const field = battlefield('A . . . . . . . . 1', { A: rifleCompany() }, { under: { 1: 'open' } });
    const battle = after(
      field.battle,
      { kind: 'standing', unit: field.id('A'), standing: { kind: 'goTo', to: field.hex('1'), pace: 'normal' } },
      { kind: 'dig', unit: field.id('A'), minutes: 20 },
      END_TURN,
    );
    expect(field.unit(battle, 'A').at).toBe(1);
  });

  test('to go somewhere is carried on by steps that take longer than a turn: what is owed comes off the next', () => {
    const field = battlefield('A " " 1', { A: rifleCompany() }, { under: { 1: 'open' }, light: 'dark' });
    const goTo: Order = {
      kind: 'standing',
      unit: field.id('A'),
      standing: { kind: 'goTo', to: field.hex('1'), pace: 'silent' },
    };
    const begun = field.unit(after(field.battle, goTo, END_TURN, END_TURN, END_TURN), 'A');
    expect(begun.at, 'the second step lies wholly in the marsh').toBe(2);
    const owed = begun.owedMinutes ?? 0;
    expect(owed).toBeGreaterThan(0);
    const next = after(field.battle, goTo, END_TURN, END_TURN, END_TURN, END_TURN);
    expect(field.unit(next, 'A')).toMatchObject({ minutesLeft: 30 - owed, minutesGiven: 30 - owed });
  });

  test('to dig fills every turn but for the time of two bursts', () => {
    const field = battlefield('A', { A: rifleCompany() });
    const battle = after(
      field.battle,
      { kind: 'standing', unit: field.id('A'), standing: { kind: 'dig' } },
      END_TURN,
      END_TURN,
      END_TURN,
    );
    expect(battle.state.works).toMatchObject([{ hex: 0, manHours: 80 }]);
  });

  test('is dropped when it is taken back', () => {
    const field = battlefield('A . 1', { A: rifleCompany() }, { under: { 1: 'open' } });
    const battle = after(
      field.battle,
      { kind: 'standing', unit: field.id('A'), standing: { kind: 'goTo', to: field.hex('1'), pace: 'normal' } },
      { kind: 'standing', unit: field.id('A'), standing: null },
      END_TURN,
    );
    expect(field.unit(battle, 'A').at).toBe(field.hex('A'));
  });

  test('does not drag guns along that were laid in battery since', () => {
    const field = battlefield('A . 1', { A: battery({ gunState: 'limbered' }) }, { under: { 1: 'open' } });
    const battle = after(
      field.battle,
      { kind: 'standing', unit: field.id('A'), standing: { kind: 'goTo', to: field.hex('1'), pace: 'normal' } },
      { kind: 'guns', unit: field.id('A'), state: 'inBattery' },
      END_TURN,
    );
    expect(field.unit(battle, 'A').at).toBe(field.hex('A'));
  });

  test('to go somewhere ends where the enemy is seen, and goes on next turn', () => {
    const field = battlefield(
      'A 1 2 . b',
      { A: rifleCompany(), b: rifleCompany({ policy: 'hold', posture: 'marching' }) },
      { under: { 1: 'open', 2: 'open' }, light: 'twilight' },
    );
    const unaware = { ...field.battle, state: { ...field.battle.state, contacts: { soviet: [], japanese: [] } } };
    const battle = after(
      unaware,
      { kind: 'standing', unit: field.id('A'), standing: { kind: 'goTo', to: field.hex('2'), pace: 'normal' } },
      END_TURN,
    );
    expect(field.unit(battle, 'A').at).toBe(field.hex('1'));
    expect(field.unit(after(battle, END_TURN, END_TURN), 'A').at).toBe(field.hex('2'));
  });
});

test('flares burn to the end of the side’s turn', () => {
  const field = battlefield('A 1', { A: rifleCompany({ flares: 1 }) }, { under: { 1: 'open' }, light: 'dark' });
  const lit = after(field.battle, { kind: 'flare', unit: field.id('A'), target: field.hex('1') });
  expect(lit.state.flares).toHaveLength(1);
  expect(after(lit, END_TURN).state.flares).toEqual([]);
});

test('what is not spent is kept for the enemy’s turn', () => {
  const field = battlefield('A 1', { A: rifleCompany() }, { under: { 1: 'open' } });
  const battle = given(after(field.battle, march(field, 'A', '1')), END_TURN).battle;
  expect(battle.state.active).toBe('japanese');
  expect(field.unit(battle, 'A').minutesLeft).toBe(24);
});
