/** Going in: odds, approach, final fire, the fight in the hex, who holds it afterwards. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BattleEvent } from '../../src/model/event.ts';
import { apply } from '../../src/battle/battle.ts';
import type { Light } from '../../src/model/clock.ts';
import type { UnitCard } from '../../src/model/unit.ts';
import { approachOf, surpriseOf } from '../../src/rules/assault/approach.ts';
import { minutesToAssault } from '../../src/rules/assault/assault.ts';
import { chancesAt, handToHandQuality, oddsOf } from '../../src/rules/assault/odds.ts';
import { countKnots } from '../../src/rules/assault/position.ts';
import {
  type Battlefield,
  battlefield,
  type Fielded,
  type FieldOptions,
  headquarters,
  machineGuns,
  rifleCompany,
  tanks,
} from '../battlefield.ts';
import { given, listOf } from './orders.ts';

const beside = (
  a: Fielded = rifleCompany(),
  b: Fielded | readonly Fielded[] = rifleCompany(),
  options: FieldOptions = {},
): Battlefield => battlefield('. A b . .', { A: a, b }, { seen: ['soviet', 'japanese'], ...options });

const oddsIn = (
  field: Battlefield,
  attackers: readonly string[] = ['A'],
  surprise: 'surprised' | 'warned' = 'warned',
) =>
  oddsOf({
    scenario: field.scenario,
    state: field.battle.state,
    attackers: attackers.map((key) => field.unit(field.battle, key)),
    hex: field.hex('b'),
    surprise,
  });

const ratio = (...field: Parameters<typeof beside>): number => oddsIn(beside(...field)).ratio;

describe('the chances of an assault', () => {
  test('add up to one at any odds', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 20, noNaN: true }), (odds) => {
        const chances = Object.values(chancesAt(odds));
        expect(chances.every((chance) => chance >= 0 && chance <= 1)).toBe(true);
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
      }),
      { numRuns: 2000, seed: 1938 },
    );
  });

  test('carry the hex in a little under half of cases at even odds, in nine of ten at three to one', () => {
    const won = (odds: number): number => chancesAt(odds).taken + chancesAt(odds).overrun;
    expect(won(1)).toBeCloseTo(0.45, 2);
    expect(won(3)).toBeCloseTo(0.88, 2);
  });

  test('never fall with better odds', () => {
    const won = Array.from({ length: 60 }, (_, step) => chancesAt(0.05 + step / 4)).map(
      (chances) => chances.taken + chances.overrun,
    );
    expect(won).toEqual(won.toSorted((a, b) => a - b));
    const driven = Array.from({ length: 60 }, (_, step) => chancesAt(0.05 + step / 4).repulsed);
    expect(driven).toEqual(driven.toSorted((a, b) => b - a));
  });
});

describe('odds', () => {
  test('of equal companies are even', () => {
    expect(ratio()).toBe(1);
  });

  // biome-ignore format: a table
  test.each<[string, number, number]>([
    ['more men',                   ratio(rifleCompany({ men: 150 })),                                       ratio()],
    ['better men',                 ratio(rifleCompany({ training: 0.9, experience: 0.6 })),                 ratio()],
    ['steady men',                 ratio(),                                                                 ratio(rifleCompany({ now: { cohesion: 'shaken' } }))],
    ['men not under fire',         ratio(),                                                                 ratio(rifleCompany({ now: { suppression: 0.6 } }))],
    ['riflemen',                   ratio(),                                                                 ratio(machineGuns({ men: 100 }))],
    ['defenders without works',    ratio(),                                                                 ratio(rifleCompany(), rifleCompany({ dug: 8 }))],
    ['the downhill side',          ratio(),                                                                 ratio(rifleCompany(), rifleCompany(), { heights: { b: 60 } })],
    ['tanks by day',               ratio(tanks(), rifleCompany()),                                          ratio(tanks(), rifleCompany(), { light: 'dark' })],
    ['night drill in the dark',    ratio(rifleCompany({ nightTraining: 0.9 }), rifleCompany(), { light: 'dark' }), ratio(rifleCompany({ nightTraining: 0.2 }), rifleCompany(), { light: 'dark' })],
    ['the dark, against trenches', ratio(rifleCompany(), rifleCompany({ dug: 8 }), { light: 'dark' }),      ratio(rifleCompany(), rifleCompany({ dug: 8 }))],
  ])('are better for %s', (_, better, worse) => {
    expect(better).toBeGreaterThan(worse);
  });

  test('night drill counts for nothing by day', () => {
    expect(ratio(rifleCompany({ nightTraining: 0.9 }))).toBe(ratio(rifleCompany({ nightTraining: 0.1 })));
  });

  test('are better by a third for whoever comes as a surprise', () => {
    const field = beside();
    expect(oddsIn(field, ['A'], 'surprised').ratio).toBeCloseTo(1.35, 2);
  });

  test('are better from several directions, up to four', () => {
    const ring = battlefield(
      `
      . A C .
       D b E .
      . F G .
    `,
      Object.fromEntries(
        ['A', 'C', 'D', 'E', 'F', 'G'].map((key) => [key, rifleCompany({ men: 20 })]).concat([['b', rifleCompany()]]),
      ) as Record<string, Fielded>,
      { seen: ['soviet'] },
    );
    const from = (...keys: readonly string[]): number => {
      const odds = oddsIn(ring, keys);
      return odds.factors.find((factor) => factor.name === 'directions')?.value ?? 0;
    };
    expect([
      from('A'),
      from('A', 'C'),
      from('A', 'C', 'D'),
      from('A', 'C', 'D', 'E'),
      from('A', 'C', 'D', 'E', 'F', 'G'),
    ]).toEqual([1, 1.15, 1.3, 1.45, 1.45]);
  });

  test('from one direction all come from one direction', () => {
    const field = battlefield(
      '. A b .',
      { A: [rifleCompany(), rifleCompany()], b: rifleCompany() },
      { seen: ['soviet'] },
    );
    expect(oddsIn(field, ['A', 'A2']).factors.find((factor) => factor.name === 'directions')?.value).toBe(1);
  });
});

describe('the defenders are surprised', () => {
  const surprise = (light: Light, options: { readonly known?: boolean; readonly asleep?: boolean } = {}): string => {
    const field = battlefield(
      'A b',
      { A: rifleCompany(), b: rifleCompany({ dug: 1, now: options.asleep ? { minutesLeft: 0 } : {} }) },
      { light, seen: options.known ? ['soviet', 'japanese'] : ['soviet'] },
    );
    const state = options.known
      ? field.battle.state
      : { ...field.battle.state, contacts: { ...field.battle.state.contacts, japanese: [] } };
    return surpriseOf(field.scenario, state, [field.unit(field.battle, 'A')], field.hex('b'));
  };

  // biome-ignore format: a table
  test.each<[string, string, string]>([
    ['in the dark by men they know nothing of',      surprise('dark'),                       'surprised'],
    ['not by men they see',                          surprise('dark', { known: true }),      'warned'],
    ['not by day',                                   surprise('day'),                        'warned'],
    ['by day when they are asleep',                  surprise('day', { asleep: true }),      'surprised'],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });
});

describe('the approach', () => {
  const exposed = (
    options: FieldOptions & { readonly b?: Fielded; readonly surprise?: 'surprised' | 'warned' } = {},
  ): number => {
    const field = beside(rifleCompany(), options.b ?? rifleCompany(), options);
    return approachOf(
      field.scenario,
      field.battle.state,
      field.unit(field.battle, 'A'),
      field.hex('b'),
      options.surprise ?? 'warned',
    ).reduce((sum, leg) => sum + leg.minutes, 0);
  };

  test('is longer under fire by day than in the dark', () => {
    expect(exposed()).toBeGreaterThan(exposed({ light: 'dark' }));
  });

  test('is half as long when nobody expects it', () => {
    expect(exposed({ surprise: 'surprised' })).toBeCloseTo(exposed() / 2);
  });

  test('is longer through wire', () => {
    expect(exposed({ wire: [['A', 'b', 'japanese']] })).toBeCloseTo(exposed() * 1.6);
  });

  test('is lit up by the flares of defenders who are awake', () => {
    expect(exposed({ light: 'dark', b: rifleCompany({ flares: 2 }) })).toBeGreaterThan(exposed({ light: 'dark' }));
  });
});

test('an assault takes the way, the wire one knows of and six minutes of fighting', () => {
  const field = beside();
  const unit = field.unit(field.battle, 'A');
  const known = { side: 'soviet', minute: 600, light: 'day', weather: 'clear', wire: [] } as const;
  expect(minutesToAssault(field.scenario, unit, field.hex('b'), known)).toBe(12);
  expect(
    minutesToAssault(field.scenario, unit, field.hex('b'), {
      ...known,
      wire: [...beside(rifleCompany(), rifleCompany(), { wire: [['A', 'b', 'soviet']] }).battle.state.wire].map(
        (wire) => wire.hexside,
      ),
    }),
  ).toBe(20);
});

/** Assaults over many seeds: those of one outcome, with the events and what is left. */
function assaults(
  outcome: string,
  count: number,
  ...[a, b, options]: Parameters<typeof beside>
): { readonly field: Battlefield; readonly events: readonly BattleEvent[]; readonly battle: Battlefield['battle'] }[] {
  const found = [];
  for (let seed = 0; seed < 400 && found.length < count; seed++) {
    const field = beside(a, b, { ...options, seed: `assault ${seed}` });
    const applied = given(field.battle, { kind: 'assault', units: [field.id('A')], target: field.hex('b') });
    if (listOf(applied.events, 'closeCombat')[0]?.outcome === outcome)
      found.push({ field, events: applied.events, battle: applied.battle });
  }
  return found;
}

describe('a hex fought over', () => {
  const options: FieldOptions = { seen: ['soviet', 'japanese'], light: 'dark' };
  /** A is in the trenches with b; C stands beside, H far off. */
  const shared = (b: Fielded | readonly Fielded[], more: FieldOptions = {}) => {
    const field = battlefield(
      '. A b . .\n . C . . .',
      { A: rifleCompany(), C: rifleCompany(), b },
      { ...options, ...more },
    );
    const units = field.battle.state.units.map((unit) => (unit.id === 'A' ? { ...unit, at: field.hex('b') } : unit));
    return { field, battle: { ...field.battle, state: { ...field.battle.state, units } } };
  };

  test('is fought on from within, for the fight alone and without final fire', () => {
    const { field, battle } = shared(rifleCompany({ men: 40, dug: 10 }));
    const order = { kind: 'assault', units: [field.id('A')], target: field.hex('b') } as const;
    const { events } = given(battle, order);
    expect(listOf(events, 'assaulted')[0]?.minutes).toEqual([15]);
    expect(listOf(events, 'fired').filter((event) => event.mode === 'final')).toEqual([]);
    expect(listOf(events, 'closeCombat')[0]?.attackers).toEqual(['A']);
  });

  test('is joined by those beside it', () => {
    const { field, battle } = shared(rifleCompany({ men: 40, dug: 10 }));
    const order = { kind: 'assault', units: [field.id('A'), field.id('C')], target: field.hex('b') } as const;
    expect(listOf(given(battle, order).events, 'closeCombat')[0]?.attackers).toEqual(['A', 'C']);
  });

  test('is fired into by those within only', () => {
    const { field, battle } = shared(rifleCompany({ men: 40 }));
    const fire = (unit: string) =>
      ({ kind: 'fire', unit: field.id(unit), target: field.hex('b'), minutes: 5 }) as const;
    expect(given(battle, fire('A')).events[0]?.kind).toBe('fired');
    expect(apply(battle, fire('C'))).toMatchObject({ refusal: { reason: 'ownTroopsThere' } });
  });

  test('is left under fire at the backs of those who go', () => {
    const { field, battle } = shared(rifleCompany({ men: 80 }), { light: 'day' });
    const to = field.hex('A');
    const { events } = given(battle, { kind: 'move', unit: field.id('A'), path: [to], pace: 'normal' });
    expect(events[0]).toMatchObject({ kind: 'fired', mode: 'reaction', unit: 'b' });
  });

  test('belongs to whoever held it until one side is alone there', () => {
    const { field, battle } = shared(rifleCompany({ men: 40 }), {
      objectives: [{ at: 'b', holder: 'japanese' }],
    });
    const { battle: later } = given(battle, { kind: 'endTurn' });
    expect(later.state.holdings[0]?.holder).toBe('japanese');
    expect(field.unit(later, 'A').at).toBe(field.hex('b'));
  });

  test('with trenches and many men in them is a row of knots: odds that clear a platoon win a part of a company', () => {
    const odds = (men: number): ReturnType<typeof chancesAt> => chancesAt(1.5, { knots: men, footing: 'outside' });
    expect(odds(1).undecided).toBeLessThan(odds(4).undecided);
    expect(odds(1).taken + odds(1).overrun).toBeGreaterThan(2 * (odds(4).taken + odds(4).overrun));
    expect(odds(1).repulsed).toBe(odds(4).repulsed);
  });

  test('counts its knots by men and works, and fewer once the enemy is inside', () => {
    const knots = (men: number, dug: number, footing: 'outside' | 'lodged'): number => {
      const { field, battle } = shared(rifleCompany({ men, dug }));
      return countKnots(battle.state, [field.unit(battle, 'b')], field.hex('b'), footing);
    };
    expect([knots(100, 1, 'outside'), knots(100, 2, 'outside'), knots(100, 10, 'outside')]).toEqual([1, 2, 17]);
    expect([knots(30, 10, 'outside'), knots(30, 10, 'lodged')]).toEqual([5, 3]);
  });
});

describe('an assault from behind', () => {
  const odds = (drawn: string) =>
    oddsIn(
      battlefield(
        drawn,
        { A: rifleCompany(), b: rifleCompany({ dug: 2, parent: 'h' }), h: headquarters({ side: 'japanese' }) },
        { seen: ['soviet'] },
      ),
    );

  test('from where the defenders have their headquarters, goes better than from in front', () => {
    const behind = odds('. h A b . .');
    const front = odds('. . A b . h');
    expect(behind.factors).toContainEqual({ name: 'rear', owner: 'target', value: 1.2 });
    expect(front.factors.some((factor) => factor.name === 'rear')).toBe(false);
    expect(behind.ratio).toBeGreaterThan(front.ratio);
  });
});

describe('the moon', () => {
  test('takes the bonus of drill in the dark: half at half moon, all when nearly full', () => {
    const card = { training: 0.8, experience: 0.3, nightTraining: 0.9 } as UnitCard;
    const plain = handToHandQuality(card, 'day');
    const bonus = (moonShare: number): number => handToHandQuality(card, 'moon', moonShare) / plain - 1;
    const dark = handToHandQuality(card, 'dark') / plain - 1;
    expect(bonus(0.5)).toBeCloseTo(dark / 2, 6);
    expect(bonus(0.95)).toBe(0);
    expect(handToHandQuality(card, 'twilight')).toBe(plain);
  });
});

describe('a flare', () => {
  test('over the hex takes the bonus of drill in the dark away', () => {
    const field = beside(rifleCompany({ nightTraining: 0.9 }), rifleCompany({ nightTraining: 0.2 }), { light: 'dark' });
    const flares = [{ hex: field.hex('b'), turn: 1, side: 'japanese' as const }];
    const lit = { ...field, battle: { ...field.battle, state: { ...field.battle.state, flares } } };
    expect(oddsIn(lit).ratio).toBeLessThan(0.75 * oddsIn(field).ratio);
  });
});

describe('a charge on horseback', () => {
  test('rides down men in the open and breaks on works', () => {
    const ratio = (mobility: 'horse' | 'foot', dug?: number): number => {
      const field = battlefield(
        '. A b .',
        {
          A: rifleCompany({ branch: 'cavalry', mobility }),
          b: rifleCompany(dug === undefined ? {} : { dug }),
        },
        { seen: ['soviet'] },
      );
      return oddsIn(field).ratio;
    };
    expect(ratio('horse')).toBeGreaterThan(1.3 * ratio('foot'));
    expect(ratio('horse', 1)).toBeLessThan(0.6 * ratio('foot', 1));
  });
});

describe('the beaten', () => {
  test('are fired at in the back as they go, worst by day', () => {
    const expected = (light: Light): number => {
      const shots = assaults('taken', 6, rifleCompany({ men: 200 }), rifleCompany({ men: 100 }), { light })
        .flatMap(({ events }) => listOf(events, 'fired'))
        .filter((event) => event.mode === 'pursuit');
      expect(shots).toHaveLength(6);
      return shots.reduce((sum, event) => sum + event.expectedMen, 0);
    };
    expect(expected('day')).toBeGreaterThan(3 * expected('dark'));
  });
});

describe('an assault', () => {
  test('that takes the hex leaves the attackers in it, unless the fight broke them, and the defenders gone from it', () => {
    for (const { field, battle } of assaults('taken', 12)) {
      const a = field.unit(battle, 'A');
      expect(a.at === field.hex('b') || a.cohesion === 'broken').toBe(true);
      expect(field.unit(battle, 'b').at).not.toBe(field.hex('b'));
    }
  });

  test('that overruns the hex breaks the defenders and captures some', () => {
    const overruns = assaults('overrun', 12, rifleCompany({ men: 200 }), rifleCompany({ men: 60 }));
    expect(overruns.length).toBeGreaterThan(5);
    for (const { field, battle } of overruns) {
      const b = field.unit(battle, 'b');
      expect(b.men === 0 || b.cohesion === 'broken').toBe(true);
    }
    expect(overruns.some(({ events }) => listOf(events, 'captured').length > 0)).toBe(true);
  });

  test('that is repulsed leaves the defenders where they were', () => {
    const repulses = assaults('repulsed', 8, rifleCompany({ men: 60 }), rifleCompany());
    expect(repulses.length).toBe(8);
    for (const { field, battle } of repulses) {
      expect(field.unit(battle, 'b').at).toBe(field.hex('b'));
      expect(field.unit(battle, 'A').at).not.toBe(field.hex('b'));
    }
  });

  test('that is undecided leaves both in the hex, to fight on', () => {
    for (const { field, battle } of assaults('undecided', 8)) {
      expect(field.unit(battle, 'b').at === field.hex('b') || field.unit(battle, 'b').cohesion !== 'steady').toBe(true);
      const a = field.unit(battle, 'A');
      expect(a.at === field.hex('b') || a.cohesion === 'broken').toBe(true);
    }
  });

  test('that is shot to a standstill before it arrives has no fight in the hex', () => {
    const stops = assaults(
      'stopped',
      3,
      rifleCompany({ men: 40, now: { cohesion: 'shaken' }, training: 0.1, experience: 0 }),
      [machineGuns({ dug: 8 }), machineGuns({ dug: 8 })],
    );
    expect(stops.length).toBeGreaterThan(0);
    for (const { field, battle, events } of stops) {
      expect(field.unit(battle, 'b').men).toBe(60);
      expect(listOf(events, 'closeCombat')).toMatchObject([{ attackers: [] }]);
    }
  });

  test('meets the final fire of every defender, and both learn whom they fight', () => {
    const field = beside(rifleCompany(), [rifleCompany({ policy: 'hold' }), machineGuns({ policy: 'hold' })], {
      light: 'dark',
      seen: ['soviet'],
    });
    const { events } = given(field.battle, { kind: 'assault', units: [field.id('A')], target: field.hex('b') });
    expect(
      listOf(events, 'fired')
        .filter((event) => event.mode === 'final')
        .map((event) => event.unit),
    ).toEqual(['b', 'b2']);
    const learned = listOf(events, 'sighted').filter((event) => event.view.sign === 'closeCombat');
    expect(learned.map((event) => [event.side, event.view.level])).toContainEqual(['japanese', 'identified']);
    expect(learned.map((event) => [event.side, event.view.level])).toContainEqual(['soviet', 'identified']);
  });

  test('spends the minutes of all who go in, and cuts the wire in the way', () => {
    const field = battlefield(
      '. A b . .\n . C . . .',
      { A: rifleCompany(), C: rifleCompany(), b: rifleCompany({ men: 30 }) },
      { seen: ['soviet'], wire: [['A', 'b', 'japanese']] },
    );
    const { events, battle } = given(field.battle, {
      kind: 'assault',
      units: [field.id('A'), field.id('C')],
      target: field.hex('b'),
    });
    expect(listOf(events, 'assaulted')[0]?.minutes).toEqual([12, 12]);
    expect(listOf(events, 'wireCut')).toHaveLength(1);
    expect(battle.state.wire).toMatchObject([{ stands: false, believedBy: ['japanese'] }]);
  });

  test('on a hex the enemy has left is a walk', () => {
    const field = battlefield(
      'A b 1',
      { A: rifleCompany(), b: rifleCompany() },
      { under: { 1: 'open' }, seen: ['soviet'] },
    );
    const gone = {
      ...field.battle,
      state: {
        ...field.battle.state,
        units: field.battle.state.units.map((unit) =>
          unit.at === field.hex('b') ? { ...unit, at: field.hex('1'), policy: 'hold' as const } : unit,
        ),
      },
    };
    const { events, battle } = given(gone, { kind: 'assault', units: [field.id('A')], target: field.hex('b') });
    expect(listOf(events, 'closeCombat')).toMatchObject([{ outcome: 'taken', defenders: [] }]);
    expect(field.unit(battle, 'A')).toMatchObject({ at: field.hex('b'), men: 100 });
  });

  test('with no way back for the defenders ends in captivity', () => {
    let captured = 0;
    for (let seed = 0; seed < 30; seed++) {
      const field = battlefield(
        'A b',
        { A: rifleCompany({ men: 200 }), b: rifleCompany({ men: 40 }) },
        { seen: ['soviet'], seed: `${seed}` },
      );
      const { battle } = given(field.battle, { kind: 'assault', units: [field.id('A')], target: field.hex('b') });
      const b = field.unit(battle, 'b');
      if (b.at === 'gone') captured += b.captured;
    }
    expect(captured).toBeGreaterThan(50);
  });

  test('goes in under a headquarters better than without', () => {
    const led = battlefield(
      'H A b',
      { A: rifleCompany({ parent: 'H' }), H: headquarters(), b: rifleCompany() },
      { seen: ['soviet'] },
    );
    const lost = battlefield(
      'H A b',
      { A: rifleCompany({ parent: 'H' }), H: headquarters({ now: { cohesion: 'broken' } }), b: rifleCompany() },
      { seen: ['soviet'] },
    );
    expect(oddsIn(led).ratio).toBeGreaterThan(oddsIn(lost).ratio);
  });
});
