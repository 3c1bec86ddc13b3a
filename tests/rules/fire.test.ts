/** Direct fire: what a volley does on average, what it costs, and what comes of it. */
import { describe, expect, test } from 'vitest';
import { LIGHTS, type Light } from '../../src/model/clock.ts';
import { present } from '../../src/model/assert.ts';
import { product, volleyAt } from '../../src/rules/fire/effect.ts';
import type { KnownAs } from '../../src/rules/fire/shot.ts';
import { SPREAD, suppressionAfter } from '../../src/rules/fire/harm.ts';
import {
  antiTankGuns,
  battery,
  type Battlefield,
  battlefield,
  type Fielded,
  infantryGuns,
  machineGuns,
  rifleCompany,
  tanks,
} from '../battlefield.ts';
import { END_TURN, given, listOf } from './orders.ts';

interface Aim {
  readonly firer?: Fielded;
  readonly target?: Fielded;
  readonly hexes?: number;
  readonly minutes?: number;
  readonly light?: Light;
  readonly knownAs?: KnownAs;
  readonly under?: 'open' | 'forest' | 'settlement' | 'rock';
}

/** The volley of A at b. */
function volley(aim: Aim) {
  const field = battlefield(
    `A ${'. '.repeat((aim.hexes ?? 1) - 1)}b`,
    { A: aim.firer ?? rifleCompany(), b: aim.target ?? rifleCompany() },
    {
      light: aim.light ?? 'day',
      under: { b: aim.under ?? 'open' },
    },
  );
  const shot = {
    scenario: field.scenario,
    state: field.battle.state,
    firer: field.unit(field.battle, 'A'),
    from: field.hex('A'),
    target: field.hex('b'),
    minutes: aim.minutes ?? 10,
    knownAs: aim.knownAs ?? ('current' as const),
  };
  return volleyAt(shot, [field.unit(field.battle, 'b')]);
}

const effectOf = (aim: Aim) => present(volley(aim).effects[0], 'one target');
const menHit = (aim: Aim): number => Math.round(effectOf(aim).men * 100) / 100;

const OPEN = rifleCompany({ now: { activity: 'moving' } });

describe('men hit by ten minutes of fire', () => {
  const grid = (firer: Fielded): string => {
    const targets: readonly (readonly [string, Fielded])[] = [
      ['column', rifleCompany({ posture: 'marching', now: { activity: 'moving' } })],
      ['upright', OPEN],
      ['lying', rifleCompany()],
      ['hasty', rifleCompany({ dug: 0.25 })],
      ['foxholes', rifleCompany({ dug: 1.3 })],
      ['trenches', rifleCompany({ dug: 8 })],
    ];
    const cell = (text: string): string => text.padStart(8);
    const head = `hexes${targets.map(([name]) => cell(name)).join('  ')}`;
    const rows = [1, 2, 3, 4].map(
      (hexes) =>
        `${hexes}    ${targets.map(([, target]) => cell(menHit({ firer, target, hexes }).toFixed(2))).join('  ')}`,
    );
    return `\n${[head, ...rows].join('\n')}\n`;
  };

  test('of a rifle company on another', () => {
    expect(grid(rifleCompany())).toBe(
      `
hexes  column   upright     lying     hasty  foxholes  trenches
1       13.61      9.07      4.54      3.63      1.27      0.91
2        5.67      3.78      1.89      1.51      0.53      0.38
3        2.01      1.34      0.67      0.54      0.19      0.13
4        0.00      0.00      0.00      0.00      0.00      0.00
`,
    );
  });

  test('of a machine-gun company on rifles', () => {
    expect(grid(machineGuns())).toBe(
      `
hexes  column   upright     lying     hasty  foxholes  trenches
1       29.19     19.46      9.73      7.79      2.72      1.95
2       20.69     13.79      6.90      5.52      1.93      1.38
3       13.65      9.10      4.55      3.64      1.27      0.91
4        6.80      4.54      2.27      1.81      0.63      0.45
`,
    );
  });

  // biome-ignore format: a table
  test.each<[string, Aim, number]>([
    ['by twilight seven tenths of the day', { light: 'twilight' },                               0.7],
    ['by the moon two fifths',              { light: 'moon' },                                   0.4],
    ['in the dark a quarter',               { light: 'dark' },                                   0.25],
    ['at a place from memory half',         { knownAs: 'remembered' },                           0.5],
    ['at a mere suspicion three tenths',    { knownAs: 'suspected' },                            0.3],
    ['from shaken men six tenths',          { firer: rifleCompany({ now: { cohesion: 'shaken' } }) },  0.6],
    ['from men half suppressed half',       { firer: rifleCompany({ now: { suppression: 0.5 } }) },    0.5],
    ['into a wood seven tenths',            { under: 'forest' },                                 0.7],
    ['into houses six tenths',              { under: 'settlement' },                             0.6],
  ])('%s', (_, aim, share) => {
    expect(effectOf(aim).men).toBeCloseTo(effectOf({}).men * share, 1);
  });

  test('grow with the minutes for as long as there are rounds', () => {
    const plenty = rifleCompany({ now: { rounds: [99_999, 99_999] } });
    expect(effectOf({ firer: plenty, minutes: 5 }).men).toBeCloseTo(effectOf({ firer: plenty, minutes: 10 }).men / 2);
    const few = rifleCompany({ now: { rounds: [800, 0] } });
    expect(effectOf({ firer: few, minutes: 30 }).men).toBe(effectOf({ firer: few, minutes: 10 }).men);
  });

  test('better men hit more', () => {
    expect(menHit({ firer: rifleCompany({ training: 0.9, experience: 0.8 }) })).toBeGreaterThan(
      menHit({ firer: rifleCompany({ training: 0.3, experience: 0 }) }),
    );
  });

  test('never fall with more light, fewer works or less distance', () => {
    const byLight = LIGHTS.map((light) => menHit({ light }));
    expect(byLight).toEqual(byLight.toSorted((a, b) => b - a));
    const byWorks = [0, 0.25, 0.8, 1.3, 8, 16].map((dug) => menHit({ target: rifleCompany({ dug }) }));
    expect(byWorks).toEqual(byWorks.toSorted((a, b) => b - a));
    const byRange = [1, 2, 3, 4, 5, 6].map((hexes) => menHit({ hexes, target: OPEN }));
    expect(byRange).toEqual(byRange.toSorted((a, b) => b - a));
  });

  test('nobody is hit beyond the reach of the weapons, and no round is spent', () => {
    const far = volley({ hexes: 12 });
    expect(far.rounds).toEqual([0, 0]);
    expect(far.effects[0]).toMatchObject({ men: 0, weight: 0 });
  });

  test('never more than there are', () => {
    expect(
      menHit({ firer: machineGuns({ men: 500 }), target: rifleCompany({ men: 3, posture: 'marching' }), minutes: 30 }),
    ).toBeLessThanOrEqual(3);
  });
});

describe('shells', () => {
  test('of guns in battery hit men in the open, and far fewer in trenches', () => {
    const open = effectOf({ firer: battery(), target: OPEN, hexes: 3 }).men;
    const dug = effectOf({ firer: battery(), target: rifleCompany({ dug: 8 }), hexes: 3 }).men;
    expect(open).toBeGreaterThan(3 * dug);
    expect(dug).toBeGreaterThan(0);
  });

  test('of antitank guns put tanks out; rifles do not', () => {
    expect(effectOf({ firer: antiTankGuns(), target: tanks({ side: 'japanese' }), hexes: 2 }).vehicles).toBeGreaterThan(
      0.5,
    );
    expect(effectOf({ firer: rifleCompany(), target: tanks({ side: 'japanese' }), hexes: 1 })).toMatchObject({
      vehicles: 0,
      men: 0,
    });
  });
});

test('every factor of the arithmetic is named', () => {
  const { factors } = effectOf({ light: 'dark', target: rifleCompany({ dug: 8 }) });
  expect(factors.map((factor) => factor.name)).toEqual([
    'quality',
    'cohesion',
    'suppression',
    'light',
    'knowledge',
    'cover',
    'entrenchment',
    'size',
  ]);
  expect(product(factors)).toBeGreaterThan(0);
});

test('men who share a hex share the fire', () => {
  const field = battlefield('A b', { A: rifleCompany(), b: [rifleCompany({ men: 90 }), rifleCompany({ men: 30 })] });
  const shot = {
    scenario: field.scenario,
    state: field.battle.state,
    firer: field.unit(field.battle, 'A'),
    from: field.hex('A'),
    target: field.hex('b'),
    minutes: 10,
    knownAs: 'current' as const,
  };
  const both = volleyAt(shot, [field.unit(field.battle, 'b'), field.unit(field.battle, 'b2')]).effects.map(
    (effect) => effect.men,
  );
  expect(both[0]).toBeGreaterThan(both[1] ?? 0);
  expect((both[0] ?? 0) + (both[1] ?? 0)).toBeLessThan(
    volleyAt(shot, [field.unit(field.battle, 'b')]).effects[0]?.men ?? 0,
  );
});

test('works in a hex are shared by all who lie in them', () => {
  const alone = effectOf({ target: rifleCompany({ dug: 8 }) }).men;
  const field = battlefield('A b', {
    A: rifleCompany(),
    b: [rifleCompany({ dug: 8 }), rifleCompany({ men: 300, dug: 0 })],
  });
  const shot = {
    scenario: field.scenario,
    state: field.battle.state,
    firer: field.unit(field.battle, 'A'),
    from: field.hex('A'),
    target: field.hex('b'),
    minutes: 10,
    knownAs: 'current' as const,
  };
  expect(volleyAt(shot, [field.unit(field.battle, 'b')]).effects[0]?.men).toBeGreaterThan(alone);
});

describe('a fire order', () => {
  const facing = (
    a: Fielded = rifleCompany(),
    b: Fielded = rifleCompany({ policy: 'hold' }),
    seed = 'field',
  ): Battlefield => battlefield('A b', { A: a, b }, { seen: ['soviet'], seed });
  const fire = (field: Battlefield, minutes = 10) =>
    given(field.battle, { kind: 'fire', unit: field.id('A'), target: field.hex('b'), minutes });

  test('spends its minutes and the rounds of every weapon that reaches', () => {
    const field = facing();
    const before = field.unit(field.battle, 'A');
    const applied = fire(field);
    const [fired] = listOf(applied.events, 'fired');
    const left = field.unit(applied.battle, 'A');
    expect(left).toMatchObject({ minutesLeft: 20, activity: 'firing' });
    expect(fired?.rounds.every((count) => count > 0)).toBe(true);
    expect(left.rounds).toEqual(before.rounds.map((count, type) => count - (fired?.rounds[type] ?? 0)));
  });

  test('fires no more rounds than are left', () => {
    const field = facing(rifleCompany({ now: { rounds: [7, 0] } }));
    const applied = fire(field);
    expect(field.unit(applied.battle, 'A').rounds).toEqual([0, 0]);
  });

  test('keeps heads down', () => {
    const field = facing();
    expect(field.unit(fire(field).battle, 'b').suppression).toBeGreaterThan(0.1);
  });

  test('at a place where nobody is spends rounds and hits nobody', () => {
    const field = battlefield(
      'A b 1',
      { A: rifleCompany(), b: rifleCompany() },
      { seen: ['soviet'], under: { 1: 'open' } },
    );
    const gone = {
      ...field.battle,
      state: {
        ...field.battle.state,
        units: field.battle.state.units.map((unit) =>
          unit.at === field.hex('b') ? { ...unit, at: field.hex('1') } : unit,
        ),
      },
    };
    const { events } = given(gone, { kind: 'fire', unit: field.id('A'), target: field.hex('b'), minutes: 5 });
    expect(listOf(events, 'fired')).toMatchObject([{ expectedMen: 0 }]);
    expect(listOf(events, 'harmed')).toEqual([]);
  });

  test('is answered by whoever was fired at for half as long, out of the minutes he kept', () => {
    const field = facing(rifleCompany(), rifleCompany({ policy: 'free' }));
    const applied = fire(field);
    expect(listOf(applied.events, 'fired').map((event) => [event.unit, event.mode, event.minutes])).toEqual([
      ['A', 'direct', 10],
      ['b', 'return', 5],
    ]);
    expect(field.unit(applied.battle, 'b').minutesLeft).toBe(25);
  });
});

describe('harm', () => {
  test('strays from the mean evenly about it', () => {
    expect(SPREAD.reduce((sum, value) => sum + value, 0) / SPREAD.length).toBeCloseTo(1, 10);
    expect([...SPREAD]).toEqual(SPREAD.toSorted((a, b) => a - b));
  });

  test('suppression grows with the weight of fire and never passes 1', () => {
    let before = 0;
    for (const weight of [0, 1, 5, 20, 100, 10_000]) {
      const now = suppressionAfter(0, weight, 1, 100);
      expect(now).toBeGreaterThanOrEqual(before);
      expect(now).toBeLessThanOrEqual(1);
      before = now;
    }
    expect(suppressionAfter(0, 10, 1, 100)).toBe(0.5);
    expect(suppressionAfter(0.5, 10, 1, 100)).toBe(0.75);
  });

  test('pieces follow men: rifles fall with those who carry them, crews take up what they can serve', () => {
    for (let seed = 0; seed < 60; seed++) {
      const field = battlefield(
        'A b',
        {
          A: machineGuns({ men: 200, arms: [['machineGun', 30]] }),
          b: rifleCompany({
            policy: 'hold',
            posture: 'marching',
            arms: [
              ['rifle', 80],
              ['machineGun', 4],
            ],
          }),
        },
        { seen: ['soviet'], seed: `${seed}` },
      );
      const { battle } = given(field.battle, {
        kind: 'fire',
        unit: field.id('A'),
        target: field.hex('b'),
        minutes: 20,
      });
      const hit = field.unit(battle, 'b');
      if (hit.men === 0) continue;
      expect(hit.pieces[0]).toBeLessThanOrEqual(80);
      expect(Math.abs((hit.pieces[0] ?? 0) - Math.round(80 * (hit.men / 100)))).toBeLessThanOrEqual(2);
      expect((hit.pieces[1] ?? 0) * 4).toBeLessThanOrEqual(hit.men + 4);
    }
  });

  test('of those hit about one in four is killed', () => {
    let killed = 0;
    let hit = 0;
    for (let seed = 0; seed < 150; seed++) {
      const field = facingOpen(`${seed}`);
      const { events } = given(field.battle, {
        kind: 'fire',
        unit: field.id('A'),
        target: field.hex('b'),
        minutes: 20,
      });
      for (const harm of listOf(events, 'harmed')) {
        killed += harm.killed;
        hit += harm.killed + harm.wounded;
      }
    }
    expect(hit).toBeGreaterThan(1000);
    expect(killed / hit).toBeGreaterThan(0.23);
    expect(killed / hit).toBeLessThan(0.31);
  });

  const facingOpen = (seed: string) =>
    battlefield(
      'A b',
      { A: rifleCompany(), b: rifleCompany({ policy: 'hold', posture: 'marching' }) },
      { seen: ['soviet'], seed },
    );
});

describe('reaction fire', () => {
  const crossing = (b: Fielded, distance = 2): { readonly shots: number; readonly minutesLeft: number } => {
    const field = battlefield(
      `A 1 ${'. '.repeat(distance - 1)}b`,
      { A: rifleCompany({ posture: 'marching' }), b },
      { under: { 1: 'open' } },
    );
    const { events, battle } = given(field.battle, {
      kind: 'move',
      unit: field.id('A'),
      path: [field.hex('1')],
      pace: 'normal',
    });
    return {
      shots: listOf(events, 'fired').filter((event) => event.mode === 'reaction').length,
      minutesLeft: field.unit(battle, 'b').minutesLeft,
    };
  };

  test('comes at once at whoever moves in sight, for half the time he is on the move', () => {
    expect(crossing(rifleCompany())).toEqual({ shots: 1, minutesLeft: 28.1 });
  });

  // biome-ignore format: a table
  test.each<[string, Fielded, number, number]>([
    ['free: as far as 800 m',                        rifleCompany(),                                          3, 1],
    ['free: not beyond',                             machineGuns(),                                           4, 0],
    ['close: not at 500 m',                          rifleCompany({ policy: 'close' }),                       2, 0],
    ['close: in the next hex',                       rifleCompany({ policy: 'close' }),                       1, 1],
    ['hold: not even in the next hex',               rifleCompany({ policy: 'hold' }),                        1, 0],
    ['not without half a minute left',               rifleCompany({ now: { minutesLeft: 0.4 } }),             1, 0],
    ['not from the broken',                          rifleCompany({ now: { cohesion: 'broken' } }),           1, 0],
    ['not from men pinned down',                     rifleCompany({ now: { suppression: 0.85 } }),            1, 0],
    ['not from guns on their limbers',               infantryGuns({ gunState: 'limbered' }),                  2, 0],
    ['from guns in battery',                         infantryGuns(),                                          2, 1],
    ['not without rounds',                           rifleCompany({ now: { rounds: [0, 0] } }),               1, 0],
  ])('%s', (_, b, distance, shots) => {
    expect(crossing(b, distance).shots).toBe(shots);
  });

  test('rifles do not give themselves away to tanks', () => {
    const field = battlefield('A 1 b', { A: tanks(), b: rifleCompany() }, { under: { 1: 'open' } });
    const { events } = given(field.battle, {
      kind: 'move',
      unit: field.id('A'),
      path: [field.hex('1')],
      pace: 'normal',
    });
    expect(listOf(events, 'fired')).toEqual([]);
  });

  test('comes out of the minutes kept from the own turn', () => {
    const field = battlefield(
      'A 1 b',
      { A: rifleCompany({ posture: 'marching' }), b: rifleCompany({ posture: 'marching' }) },
      { under: { 1: 'open' }, first: 'japanese' },
    );
    const dug = given(field.battle, { kind: 'dig', unit: field.id('b'), minutes: 30 }).battle;
    const { events } = given(given(dug, END_TURN).battle, {
      kind: 'move',
      unit: field.id('A'),
      path: [field.hex('1')],
      pace: 'normal',
    });
    expect(listOf(events, 'fired')).toEqual([]);
  });
});
