/** What is forecast is what is rolled: forecasts beside two thousand resolutions of the same order. */
import { describe, expect, test } from 'vitest';
import { apply, type Applied } from '../../src/battle/battle.ts';
import { forecast } from '../../src/battle/forecast.ts';
import { observe } from '../../src/battle/observe.ts';
import { present } from '../../src/model/assert.ts';
import { ASSAULT_OUTCOMES, type BattleEvent } from '../../src/model/event.ts';
import type { ForecastOf, Forecast } from '../../src/model/forecast.ts';
import type { Order } from '../../src/model/order.ts';
import {
  antiTankGuns,
  type Battlefield,
  battlefield,
  type Fielded,
  type FieldOptions,
  machineGuns,
  rifleCompany,
  tanks,
} from '../battlefield.ts';
import { listOf, march } from '../rules/orders.ts';

const THROWS = 2000;

function told<K extends Forecast['kind']>(field: Battlefield, order: Order, kind: K): ForecastOf<K> {
  const found = forecast(field.scenario, observe(field.scenario, field.battle.state, field.battle.state.active), order);
  if (found.kind !== kind) throw new Error(`expected a forecast of ${kind}, found ${JSON.stringify(found)}`);
  return found as ForecastOf<K>;
}

/** The order resolved so many times from the same moment, with other dice each time. */
function rolled(field: Battlefield, order: Order): Applied[] {
  return Array.from({ length: THROWS }, (_, number) => {
    const outcome = apply({ ...field.battle, state: { ...field.battle.state, seed: `throw ${number}` } }, order);
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refusal));
    return outcome;
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const shareOf = <T>(values: readonly T[], holds: (value: T) => boolean): number =>
  values.filter(holds).length / values.length;

const menLost = (events: readonly BattleEvent[], key: string): number =>
  listOf(events, 'harmed')
    .filter((event) => (event.unit as string) === key)
    .reduce((sum, event) => sum + event.killed + event.wounded, 0) +
  listOf(events, 'captured')
    .filter((event) => (event.unit as string) === key)
    .reduce((sum, event) => sum + event.men, 0);

/** Three standard errors of a share over the throws, and a little for rounding. */
const within = (share: number): number => 3 * Math.sqrt((share * (1 - share)) / THROWS) + 0.01;

describe('fire at an enemy in view', () => {
  const quiet = (wish: Fielded = {}): Fielded => rifleCompany({ policy: 'hold', ...wish });

  // biome-ignore format: a table
  const CASES: readonly (readonly [string, Fielded, Fielded, FieldOptions])[] = [
    ['rifles at men lying down',      rifleCompany(),              quiet(),                                 {}],
    ['rifles at men in foxholes',     rifleCompany(),              quiet({ dug: 2 }),                       {}],
    ['machine guns at men lying',     machineGuns(),               quiet(),                                 {}],
    ['rifles at dusk',                rifleCompany(),              quiet(),                                 { light: 'twilight' }],
    ['rifles that are shaken',        rifleCompany({ now: { cohesion: 'shaken', suppression: 0.3 } }), quiet(), {}],
  ];

  describe.each(CASES)('%s', (_, a, b, options) => {
    const field = battlefield('. . A b . .', { A: a, b }, { seen: ['soviet'], ...options });
    const order: Order = { kind: 'fire', unit: field.id('A'), target: field.hex('b'), minutes: 10 };
    const expected = told(field, order, 'fire');
    const throws = rolled(field, order);
    const lost = throws.map(({ events }) => menLost(events, 'b'));

    test('men hit are on average what was forecast', () => {
      expect(expected.men.mean).toBeGreaterThan(0.3);
      expect(Math.abs(mean(lost) - expected.men.mean)).toBeLessThan(0.05 * expected.men.mean + 0.05);
    });

    test('one time in ten they stay below, one time in ten they go beyond what was forecast', () => {
      expect(shareOf(lost, (men) => men < Math.floor(expected.men.low))).toBeLessThan(0.15);
      expect(shareOf(lost, (men) => men > Math.ceil(expected.men.high))).toBeLessThan(0.15);
    });

    test('heads go down as far as was forecast', () => {
      const suppression = throws.map(({ battle }) => field.unit(battle, 'b').suppression);
      expect(Math.abs(mean(suppression) - expected.suppression.mean)).toBeLessThan(0.01);
    });

    test('the target wavers as often as was forecast', () => {
      const wavered = shareOf(throws, ({ events }) =>
        listOf(events, 'cohesion').some((event) => (event.unit as string) === 'b'),
      );
      expect(Math.abs(wavered - expected.cohesionChance)).toBeLessThan(within(expected.cohesionChance));
    });
  });

  test('puts tanks out as often as was forecast', () => {
    const drawn = battlefield('. A . b .', { A: antiTankGuns(), b: tanks({ policy: 'hold' }) }, { seen: ['soviet'] });
    const typical = {
      ...drawn.scenario.typical,
      japanese: { ...drawn.scenario.typical.japanese, tanks: present(drawn.scenario.cards[1], 'the tanks') },
    };
    const scenario = { ...drawn.scenario, typical };
    const field = { ...drawn, scenario, battle: { ...drawn.battle, scenario } };
    const order: Order = { kind: 'fire', unit: field.id('A'), target: field.hex('b'), minutes: 5 };
    const expected = told(field, order, 'fire');
    const out = mean(
      rolled(field, order).map(({ events }) =>
        listOf(events, 'harmed').reduce((sum, event) => sum + event.vehicles, 0),
      ),
    );
    expect(expected.vehicles.mean).toBeGreaterThan(0.2);
    expect(Math.abs(out - expected.vehicles.mean)).toBeLessThan(0.1 * expected.vehicles.mean);
  });
});

describe('an assault on an enemy in view', () => {
  // biome-ignore format: a table
  const CASES: readonly (readonly [string, Fielded, Fielded, FieldOptions])[] = [
    ['even, by day',                    rifleCompany(),             rifleCompany(),                       {}],
    ['two to one, by day',              rifleCompany({ men: 200 }), rifleCompany(),                       {}],
    ['on foxholes, by day',             rifleCompany({ men: 150 }), rifleCompany({ dug: 2 }),             {}],
    ['in the dark, unexpected',         rifleCompany(),             rifleCompany(),                       { light: 'dark', seen: ['soviet'] }],
  ];

  describe.each(CASES)('%s', (_, a, b, options) => {
    const field = battlefield('. . . A b . . .', { A: a, b }, { seen: ['soviet', 'japanese'], ...options });
    const order: Order = { kind: 'assault', units: [field.id('A')], target: field.hex('b') };
    const expected = told(field, order, 'assault');
    const throws = rolled(field, order);

    test('ends as often each way as was forecast', () => {
      for (const outcome of ASSAULT_OUTCOMES) {
        const share = shareOf(throws, ({ events }) => listOf(events, 'closeCombat')[0]?.outcome === outcome);
        expect(
          Math.abs(share - expected.chances[outcome]),
          `${outcome}: forecast ${expected.chances[outcome].toFixed(3)}, rolled ${share.toFixed(3)}`,
        ).toBeLessThan(within(share) + 0.03);
      }
    });

    test('costs both sides on average what was forecast', () => {
      const own = mean(throws.map(({ events }) => menLost(events, 'A')));
      const enemy = mean(throws.map(({ events }) => menLost(events, 'b')));
      expect(
        Math.abs(own - expected.ownMen.mean),
        `own: forecast ${expected.ownMen.mean.toFixed(1)}, rolled ${own.toFixed(1)}`,
      ).toBeLessThan(0.12 * own + 1);
      expect(
        Math.abs(enemy - expected.enemyMen.mean),
        `enemy: forecast ${expected.enemyMen.mean.toFixed(1)}, rolled ${enemy.toFixed(1)}`,
      ).toBeLessThan(0.12 * enemy + 1);
    });
  });
});

describe('a march', () => {
  test('costs the minutes that were forecast when nothing unknown happens', () => {
    const field = battlefield(
      'A 1 2 3',
      { A: rifleCompany({ dug: 1 }) },
      { under: { 1: 'forest', 2: 'open', 3: 'open' } },
    );
    const order = march(field, 'A', '12');
    const expected = told(field, order, 'move');
    expect(expected.minutesLeft).toHaveLength(2);
    const outcome = apply(field.battle, order);
    expect(outcome.kind === 'applied' && field.unit(outcome.battle, 'A').minutesLeft).toBe(expected.minutesLeft.at(-1));
    expect(expected.minutesLeft.at(-1)).toBeCloseTo(30 - expected.minutes, 9);
  });

  test('names who may fire at it, and where it is in view', () => {
    const field = battlefield(
      'A 1 b',
      { A: rifleCompany(), b: rifleCompany({ posture: 'marching' }) },
      { under: { 1: 'open' } },
    );
    const expected = told(field, march(field, 'A', '1'), 'move');
    expect(expected.seenHexes).toEqual([field.hex('1')]);
    expect(expected.threats).toMatchObject([{ contact: 'a1', hex: field.hex('b') }]);
  });

  test('knows nothing of enemies the side knows nothing of', () => {
    const field = battlefield(
      'A 1 b',
      { A: rifleCompany(), b: rifleCompany() },
      { under: { 1: 'open' }, light: 'dark' },
    );
    expect(told(field, march(field, 'A', '1'), 'move')).toMatchObject({ seenHexes: [], threats: [] });
  });
});

test('an order that may not be given has its refusal for a forecast', () => {
  const field = battlefield('A ~', { A: rifleCompany() });
  expect(
    forecast(field.scenario, observe(field.scenario, field.battle.state, 'soviet'), march(field, 'A', '~')),
  ).toEqual({ kind: 'refused', refusal: { reason: 'impassable' } });
});
