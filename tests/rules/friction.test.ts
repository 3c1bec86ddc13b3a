/** Between the plan and the units: late orders, lines, lost orders, late formations, relief, attacks not brought together. */
import { describe, expect, test } from 'vitest';
import { present } from '../../src/model/assert.ts';
import type { Headquarters, Unit } from '../../src/model/unit.ts';
import { sampled } from '../../src/rules/chance.ts';
import { commandOf, shareUnder, staffOf } from '../../src/rules/command.ts';
import { coordinationOf } from '../../src/rules/coordination.ts';
import { beginCourse } from '../../src/rules/course.ts';
import { strike } from '../../src/rules/fire/harm.ts';
import { oddsOf } from '../../src/rules/assault/odds.ts';
import {
  battery,
  type Battlefield,
  battlefield,
  type FieldOptions,
  headquarters,
  rifleCompany,
} from '../battlefield.ts';
import { after, END_TURN, given, listOf, march, refusalOf } from './orders.ts';

const ALWAYS = sampled(() => 0);

/** A, 1,000 m from its post H. */
const led = (post: Partial<Headquarters> = {}, options: FieldOptions = {}, now: Partial<Unit> = {}): Battlefield =>
  battlefield(
    'A 1 . . H',
    {
      A: rifleCompany({ parent: 'H' }),
      H: headquarters({ headquarters: { reachMetres: 2000, staff: 0.5, ...post }, now }),
    },
    { under: { 1: 'open' }, ...options },
  );

function commandIn(field: Battlefield, minute = 600) {
  const { scenario, battle } = field;
  return commandOf(scenario, battle.state.units, present(scenario.cards[0], 'a card'), field.unit(battle, 'A'), minute);
}

describe('orders', () => {
  // biome-ignore format: a table
  test.each<[string, Partial<Headquarters>, number]>([
    ['come at once where nothing is said of them',              {},                                              0],
    ['by telephone take 2 minutes',                             { communications: 'telephone' },                 2],
    ['by radio 4',                                              { communications: 'radio' },                     4],
    ['by runner 5 and the way at 120 m a minute',               { communications: 'runner' },                    13.3],
    ['take what the record says',                               { communications: 'radio', delayMinutes: 60 },   60],
    ['take longer from a bad staff',                            { communications: 'telephone', staff: 0 },       2.8],
    ['and half as long from the best',                          { communications: 'telephone', staff: 1 },       1],
    ['reach nobody beyond the reach of the post, 12 minutes lost', { reachMetres: 500, communications: 'radio' }, 12],
  ])('%s', (_, post, minutes) => {
    expect(commandIn(led(post)).lateMinutes).toBe(minutes);
  });

  test('come once an hour, so that lateness costs a share of any turn, a half at most', () => {
    expect([0, 2, 12, 30, 60, 240].map((lateMinutes) => shareUnder({ manner: 'inReach', lateMinutes }))).toEqual([
      1,
      58 / 60,
      0.8,
      0.5,
      0.5,
      0.5,
    ]);
    const field = led({ communications: 'runner' });
    expect(field.unit(after(field.battle, END_TURN, END_TURN), 'A').minutesLeft).toBe(23.4);
  });
});

describe('telephone lines', () => {
  const cut = { friction: { cutLines: [{ headquarters: 'H', fromMinute: 630, untilMinute: 660 }] } };

  test('that were down by the record leave runners', () => {
    const field = led({ communications: 'telephone' }, cut);
    expect([600, 630, 660].map((minute) => commandIn(field, minute).manner)).toEqual([
      'inReach',
      'linesDown',
      'inReach',
    ]);
    expect(commandIn(field, 630).lateMinutes).toBe(13.3);
  });

  test('are cut by shells on the post and mended in an hour', () => {
    const field = battlefield('H . . . g', {
      H: headquarters({ headquarters: { reachMetres: 2000, staff: 0.5, communications: 'telephone' } }),
      g: battery(),
    });
    const course = beginCourse(field.scenario, field.battle.state, ALWAYS);
    strike(course, { unit: field.id('H'), by: field.id('g'), men: 0, vehicles: 0, weight: 0.5, felt: 0.3 });
    expect(listOf(course.events, 'linesCut')).toEqual([expect.objectContaining({ unit: 'H', untilMinute: 660 })]);
    expect(course.state.units[0]?.linesMinute).toBe(660);
  });

  test('of a post with radio are none', () => {
    expect(commandIn(led({ communications: 'radio' }, cut), 630).manner).toBe('inReach');
  });

  test('carry no calls for guns when they are down', () => {
    const field = battlefield(
      'A . . b H G',
      {
        A: rifleCompany({ parent: 'H' }),
        H: headquarters({ headquarters: { reachMetres: 3000, staff: 0.5, communications: 'telephone' } }),
        G: battery({ gunState: 'inBattery' }),
        b: rifleCompany(),
      },
      {
        hexMetres: 500,
        seen: ['soviet'],
        friction: { cutLines: [{ headquarters: 'H', fromMinute: 0, untilMinute: 900 }] },
      },
    );
    const call = { kind: 'mission', unit: field.id('G'), observer: field.id('A'), target: field.hex('b') } as const;
    expect(refusalOf(field.battle, call)).toEqual({ reason: 'noCommunications' });
  });
});

describe('orders lost', () => {
  const lost = (chance: number): Battlefield =>
    led({}, { friction: { lostOrders: [{ unit: 'H', chance, untilMinute: 660 }] } });

  test('leave a formation where it is until its hour', () => {
    const field = lost(1);
    expect(refusalOf(field.battle, march(field, 'A', '1'))).toEqual({ reason: 'noOrders', minute: 660 });
    const later = after(field.battle, END_TURN, END_TURN, END_TURN, END_TURN);
    expect(refusalOf(later, march(field, 'A', '1'))).toBeUndefined();
  });

  test('may arrive after all', () => {
    const field = lost(0);
    expect(refusalOf(field.battle, march(field, 'A', '1'))).toBeUndefined();
  });
});

describe('a formation that sets out late', () => {
  const late = { unit: 'H', chance: 1, share: 0.5, untilMinute: 660 };

  test('has a share of its minutes, until its hour', () => {
    const field = led({}, { friction: { late: [late] } });
    expect(field.unit(field.battle, 'A').minutesLeft).toBe(15);
    const turnTwo = given(after(field.battle, END_TURN), END_TURN);
    expect(listOf(turnTwo.events, 'late')).toMatchObject([{ unit: 'H', share: 0.5 }]);
    const turnThree = after(turnTwo.battle, END_TURN, END_TURN);
    expect(field.unit(turnThree, 'A').minutesLeft).toBe(30);
  });

  test('is in time when the dice say so', () => {
    const field = led({}, { friction: { late: [{ ...late, chance: 0 }] } });
    expect(field.unit(field.battle, 'A').minutesLeft).toBe(30);
  });
});

describe('a commander', () => {
  const friction = {
    late: [{ unit: 'H', chance: 1, share: 0.4 }],
    reliefs: [{ headquarters: 'H', staff: 0.9, commander: 'Colonel Alekseenko' }],
  };
  const relieve = (field: Battlefield) => ({ kind: 'relieve', unit: field.id('H') }) as const;

  test('may be relieved once; his formation waits while the new one takes over, and is then better led', () => {
    const field = led({ staff: 0.3 }, { friction, minutes: 120 });
    const relieved = after(field.battle, relieve(field));
    expect(refusalOf(relieved, relieve(field))).toEqual({ reason: 'noSuccessor' });
    const next = after(relieved, END_TURN, END_TURN);
    expect(field.unit(next, 'A').minutesLeft).toBe(60);
    const third = after(next, END_TURN, END_TURN);
    expect(field.unit(third, 'A').minutesLeft).toBe(90);
    const fourth = after(third, END_TURN, END_TURN);
    expect(field.unit(fourth, 'A').minutesLeft).toBe(120);
    const { scenario } = field;
    const staff = (battle: typeof fourth, minute: number): number =>
      staffOf(scenario, present(scenario.cards[1], 'a card'), field.unit(battle, 'H'), minute);
    expect([staff(relieved, 600), staff(fourth, 960)]).toEqual([0.3, 0.9]);
  });

  test('has no successor where the scenario names none, and none before his hour', () => {
    expect(refusalOf(led().battle, relieve(led()))).toEqual({ reason: 'noSuccessor' });
    const early = led({}, { friction: { reliefs: [{ headquarters: 'H', staff: 0.9, fromMinute: 700 }] } });
    expect(refusalOf(early.battle, relieve(early))).toEqual({ reason: 'notBefore', minute: 700 });
  });

  test('hit leaves half a staff until the next takes over', () => {
    const field = led({ staff: 0.7 }, {}, { leader: { lost: 1, successorMinute: 700 } });
    const { scenario, battle } = field;
    const staff = staffOf(scenario, present(scenario.cards[1], 'a card'), field.unit(battle, 'H'), 600);
    expect(staff).toBeCloseTo(0.3);
  });
});

describe('units that attack one hex', () => {
  /** A under H and B under J; both posts under G, which reaches so far. */
  const together = (reachMetres: number, parents: readonly [string, string] = ['H', 'J']): Battlefield =>
    battlefield(
      `
      A b . . G
       B H J . .
    `,
      {
        A: rifleCompany({ parent: parents[0] }),
        B: rifleCompany({ parent: parents[1] }),
        b: rifleCompany(),
        H: headquarters({ parent: 'G' }),
        J: headquarters({ parent: 'G' }),
        G: headquarters({ headquarters: { reachMetres, staff: 0.6 } }),
      },
      { seen: ['soviet'] },
    );
  const factor = (field: Battlefield): number =>
    coordinationOf(
      field.scenario,
      field.battle.state,
      ['A', 'B'].map((key) => field.unit(field.battle, key)),
    );

  test('fight as one when they answer to one headquarters', () => {
    expect(factor(together(3000, ['H', 'H']))).toBe(1);
  });

  test('of two formations fight nearly so under a common headquarters in reach, by its staff', () => {
    expect(factor(together(3000))).toBeCloseTo(0.94);
  });

  test('and each for itself beyond it', () => {
    expect(factor(together(300))).toBe(0.7);
  });

  test('show it in the arithmetic, and the attack alone is none of it', () => {
    const field = together(300);
    const odds = (keys: readonly string[]) =>
      oddsOf({
        scenario: field.scenario,
        state: field.battle.state,
        attackers: keys.map((key) => field.unit(field.battle, key)),
        hex: field.hex('b'),
        surprise: 'warned',
      }).factors;
    expect(odds(['A', 'B'])).toContainEqual({ name: 'coordination', owner: 'actor', value: 0.7 });
    expect(odds(['A']).some(({ name }) => name === 'coordination')).toBe(false);
  });
});
