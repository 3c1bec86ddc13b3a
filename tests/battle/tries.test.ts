/**
 * What is forecast is what is rolled, for every kind of order: two thousand tries in the battle the side believes in beside
 * ten thousand resolutions of the real one, where it knows the enemy as he is. Each count of what happened is compared by
 * the two-sample test of Kolmogorov and Smirnov, the outcomes of assaults by chi-square, both at one in a thousand.
 */
import { describe, expect, test } from 'vitest';
import { observe } from '../../src/battle/observe.ts';
import { tally, type Trial, tryOften } from '../../src/battle/trials.ts';
import { likeliestHypothesis, worldFrom } from '../../src/battle/world.ts';
import { createDice } from '../../src/battle/dice.ts';
import { ASSAULT_OUTCOMES } from '../../src/model/event.ts';
import type { FlightId } from '../../src/model/flight.ts';
import type { WeaponId } from '../../src/model/weapon.ts';
import type { Order, OrderKind } from '../../src/model/order.ts';
import type { UnitId } from '../../src/model/unit.ts';
import type { VehicleId } from '../../src/model/vehicle.ts';
import { sampled } from '../../src/rules/chance.ts';
import { resolve } from '../../src/rules/resolve.ts';
import {
  battery,
  type Battlefield,
  battlefield,
  cavalry,
  engineers,
  type Fielded,
  headquarters,
  rifleCompany,
  riflePlatoon,
} from '../battlefield.ts';

const TRIES = 2000;
const RESOLUTIONS = 10_000;

/** Of the ratio of both sample sizes: the distance exceeded once in a thousand. */
const FARTHEST = 1.95 * Math.sqrt((TRIES + RESOLUTIONS) / (TRIES * RESOLUTIONS));
/** Chi-square exceeded once in a thousand, by degrees of freedom. */
const CHI_SQUARE = [0, 10.83, 13.82, 16.27, 18.47];

interface Case {
  readonly field: Battlefield;
  readonly order: (field: Battlefield) => Order;
}

const LORRIES: Fielded = riflePlatoon({
  branch: 'engineers',
  mobility: 'truck',
  men: 4,
  transport: { vehicle: 'gaz-aa' as VehicleId, count: 4 },
});

const facing = (): Battlefield =>
  battlefield('. . A 1 b . .', { A: rifleCompany(), b: rifleCompany() }, { seen: ['soviet'], under: { 1: 'open' } });
const beside = (): Battlefield =>
  battlefield('. . . A b . .', { A: rifleCompany(), b: rifleCompany() }, { seen: ['soviet', 'japanese'] });

/** An enemy's gun lies where A stands. */
function withBooty(field: Battlefield): Battlefield {
  const booty = [
    { hex: field.hex('A'), weapon: '45mm-1932' as WeaponId, count: 1, from: 'japanese', holder: 'soviet' } as const,
  ];
  return { ...field, battle: { ...field.battle, state: { ...field.battle.state, booty } } };
}

/** A case for every kind; a new kind does not compile without one. `endTurn` is nobody's to foretell. */
const CASES: Readonly<Record<Exclude<OrderKind, 'endTurn'>, Case>> = {
  move: {
    field: facing(),
    order: ({ id, hex }) => ({ kind: 'move', unit: id('A'), path: [hex('1')], pace: 'normal' }),
  },
  together: {
    field: battlefield(
      '. . A 1 b . .',
      { A: [rifleCompany(), rifleCompany()], b: rifleCompany() },
      { seen: ['soviet'], under: { 1: 'open' } },
    ),
    order: ({ id, hex }) => ({ kind: 'together', units: [id('A'), id('A2')], to: hex('1'), pace: 'normal' }),
  },
  fire: { field: facing(), order: ({ id, hex }) => ({ kind: 'fire', unit: id('A'), target: hex('b'), minutes: 12 }) },
  assault: { field: beside(), order: ({ id, hex }) => ({ kind: 'assault', units: [id('A')], target: hex('b') }) },
  mission: {
    field: battlefield(
      '. G . A . . b . .',
      { A: rifleCompany(), G: battery({ gunState: 'inBattery' }), b: rifleCompany() },
      { seen: ['soviet'] },
    ),
    order: ({ id, hex }) => ({ kind: 'mission', unit: id('G'), observer: id('A'), target: hex('b') }),
  },
  timetable: {
    field: battlefield(
      '. G . A . . b . .',
      { A: rifleCompany(), G: battery({ gunState: 'inBattery' }), b: rifleCompany() },
      { seen: ['soviet'] },
    ),
    order: ({ id, hex }) => ({
      kind: 'timetable',
      unit: id('G'),
      work: 'add',
      target: hex('b'),
      task: 'suppress',
      minute: 630,
    }),
  },
  flare: {
    field: battlefield(
      '. . A . b',
      { A: rifleCompany({ flares: 2 }), b: rifleCompany() },
      { light: 'dark', seen: ['soviet'] },
    ),
    order: ({ id, hex }) => ({ kind: 'flare', unit: id('A'), target: hex('b') - 1 }),
  },
  board: {
    field: battlefield('A . . b', { A: [riflePlatoon(), LORRIES], b: rifleCompany() }),
    order: ({ id }) => ({ kind: 'board', unit: id('A'), carrier: id('A2') }),
  },
  unload: {
    field: battlefield('A . . b', {
      A: [riflePlatoon({ now: { at: 'aboard', carrier: 'A2' as UnitId } }), LORRIES],
      b: rifleCompany(),
    }),
    order: ({ id }) => ({ kind: 'unload', unit: id('A2'), passenger: id('A') }),
  },
  turn: {
    field: battlefield('. G . . b', { G: battery({ gunState: 'inBattery' }), b: rifleCompany() }),
    order: ({ id }) => ({ kind: 'turn', unit: id('G'), facing: 4 }),
  },
  saddle: {
    field: battlefield('. A . . b', { A: cavalry(), b: rifleCompany() }),
    order: ({ id }) => ({ kind: 'saddle', unit: id('A'), saddle: 'dismounted' }),
  },
  relieve: {
    field: battlefield(
      'H . A . b',
      { H: headquarters(), A: rifleCompany({ parent: 'H' }), b: rifleCompany() },
      { friction: { reliefs: [{ headquarters: 'H', staff: 0.9 }] } },
    ),
    order: ({ id }) => ({ kind: 'relieve', unit: id('H') }),
  },
  engineer: {
    field: battlefield(
      '. A 1 . . b',
      { A: engineers({ stores: { chargesKg: 200 } }), b: rifleCompany() },
      {
        light: 'dark',
        under: { 1: 'open' },
        hexsides: [['A', '1', { river: { widthMetres: 40, depthMetres: 2 }, bridge: { tonnes: 10 } }]],
      },
    ),
    order: ({ id, hex }) => ({ kind: 'engineer', unit: id('A'), work: 'demolish', target: hex('1') }),
  },
  salvage: { field: withBooty(facing()), order: ({ id }) => ({ kind: 'salvage', unit: id('A'), task: 'spike' }) },
  supply: {
    field: battlefield(
      'C A . . b',
      {
        C: riflePlatoon({
          men: 8,
          mobility: 'truck',
          transport: { vehicle: 'gaz-aa' as VehicleId, count: 4 },
          cargo: { water: 2 },
        }),
        A: rifleCompany({ now: { water: 0.2 } }),
        b: rifleCompany(),
      },
      { supply: {} },
    ),
    order: ({ id }) => ({ kind: 'supply', unit: id('C'), task: 'issue', to: id('A') }),
  },
  leave: {
    field: battlefield(
      '1 . A . . b',
      { A: rifleCompany(), b: rifleCompany() },
      {
        regions: { road: 'A' },
        exits: [{ id: 'road', names: { en: 'the road' }, side: 'soviet', region: 'road' }],
        under: { 1: 'open' },
      },
    ),
    order: ({ id }) => ({ kind: 'leave', unit: id('A') }),
  },
  airMission: {
    field: battlefield(
      '. . A . b . .',
      { A: rifleCompany(), b: rifleCompany({ policy: 'hold' }) },
      { seen: ['soviet'], air: [{ id: 'eagles', side: 'soviet', aircraft: 'i-15bis' }] },
    ),
    order: ({ hex }) => ({ kind: 'airMission', flight: 'eagles' as FlightId, task: 'bomb', target: hex('b') }),
  },
  cross: {
    field: battlefield(
      'A ~ 1 . . b',
      { A: rifleCompany(), b: rifleCompany() },
      { seen: ['soviet', 'japanese'], under: { 1: 'open' } },
    ),
    order: ({ id, hex }) => ({ kind: 'cross', unit: id('A'), to: hex('1'), by: 'swimming' }),
  },
  sound: {
    field: battlefield(
      'A 1 . b',
      { A: rifleCompany(), b: rifleCompany() },
      {
        seen: ['soviet', 'japanese'],
        under: { 1: 'open' },
        hexsides: [['A', '1', { river: { widthMetres: 50, depthMetres: 2 } }]],
      },
    ),
    order: ({ id, hex }) => ({ kind: 'sound', unit: id('A'), to: hex('1') }),
  },
  dig: { field: facing(), order: ({ id }) => ({ kind: 'dig', unit: id('A'), minutes: 20 }) },
  deploy: { field: facing(), order: ({ id }) => ({ kind: 'deploy', unit: id('A'), posture: 'marching' }) },
  guns: {
    field: battlefield('. G . . b', { G: battery(), b: rifleCompany() }),
    order: ({ id }) => ({ kind: 'guns', unit: id('G'), state: 'inBattery' }),
  },
  rally: {
    field: battlefield('. A . . b', { A: rifleCompany({ now: { cohesion: 'shaken' } }), b: rifleCompany() }),
    order: ({ id }) => ({ kind: 'rally', unit: id('A') }),
  },
  policy: { field: facing(), order: ({ id }) => ({ kind: 'policy', unit: id('A'), policy: 'hold' }) },
  standing: { field: facing(), order: ({ id }) => ({ kind: 'standing', unit: id('A'), standing: { kind: 'dig' } }) },
};

const BLOODY: ReadonlySet<string> = new Set(['fire', 'assault', 'mission', 'airMission']);

const COUNTS = [
  'ownMen',
  'enemyMen',
  'ownVehicles',
  'enemyVehicles',
  'ownWavering',
  'enemyWavering',
  'ownRallied',
  'enemySuppression',
  'halted',
] as const satisfies readonly (keyof Trial)[];

describe.each(Object.entries(CASES))('an order to %s', (_, { field, order }) => {
  const { scenario } = field;
  const { state } = field.battle;
  const side = state.active;
  const given = order(field);
  const observation = observe(scenario, state, side);
  const foreseen = tryOften(
    worldFrom(scenario, observation, likeliestHypothesis(scenario, observation)),
    side,
    given,
    TRIES,
  );
  const resolved = Array.from({ length: RESOLUTIONS }, (__, number) => {
    return tally(scenario, side, resolve(scenario, state, given, sampled(createDice('real', number).draw)));
  });

  test.runIf(BLOODY.has(given.kind))('costs the enemy men, so that there is something to compare', () => {
    expect(resolved.reduce((sum, trial) => sum + trial.enemyMen, 0) / RESOLUTIONS).toBeGreaterThan(0.5);
  });

  test('comes to what was foreseen', () => {
    for (const count of COUNTS) {
      const distance = farthestApart(
        foreseen.map((trial) => trial[count]),
        resolved.map((trial) => trial[count]),
      );
      expect(distance, count).toBeLessThan(FARTHEST);
    }
    expect(chiSquareOf(foreseen, resolved), 'outcomes').toBeLessThan(CHI_SQUARE[ASSAULT_OUTCOMES.length - 1] ?? 0);
  });
});

/** Greatest distance between two distributions. */
function farthestApart(ones: readonly number[], others: readonly number[]): number {
  const values = [...new Set([...ones, ...others])].toSorted((a, b) => a - b);
  const shares = (sample: readonly number[]): Map<number, number> => {
    const counts = new Map<number, number>();
    for (const value of sample) counts.set(value, (counts.get(value) ?? 0) + 1 / sample.length);
    return counts;
  };
  const [first, second] = [shares(ones), shares(others)];
  let [one, other, distance] = [0, 0, 0];
  for (const value of values) {
    one += first.get(value) ?? 0;
    other += second.get(value) ?? 0;
    distance = Math.max(distance, Math.abs(one - other));
  }
  return distance;
}

/** How far the outcomes of both samples are from what they have in common. */
function chiSquareOf(ones: readonly Trial[], others: readonly Trial[]): number {
  const count = (sample: readonly Trial[], outcome: string): number =>
    sample.filter((trial) => trial.outcome === outcome).length;
  return ASSAULT_OUTCOMES.reduce((sum, outcome) => {
    const [one, other] = [count(ones, outcome), count(others, outcome)];
    const share = (one + other) / (ones.length + others.length);
    if (share === 0) return sum;
    return (
      sum +
      (one - share * ones.length) ** 2 / (share * ones.length) +
      (other - share * others.length) ** 2 / (share * others.length)
    );
  }, 0);
}
