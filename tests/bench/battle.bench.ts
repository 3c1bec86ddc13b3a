/**
 * What the engine costs on the heights above Lake Khasan, in the middle of a battle played at random. Every figure
 * stands beside a reference loop of a million multiplications, so that machines can be compared.
 */
import { bench, describe } from 'vitest';
import { apply, type Battle } from '../../src/battle/battle.ts';
import { replay } from '../../src/battle/film.ts';
import { forecastIn } from '../../src/battle/forecast.ts';
import { hashState } from '../../src/battle/hash.ts';
import { journalOf } from '../../src/battle/journal.ts';
import { listLegalOrders } from '../../src/battle/legal-orders.ts';
import { observe } from '../../src/battle/observe.ts';
import { findReachable } from '../../src/battle/reachable.ts';
import { likeliestHypothesis, worldFrom } from '../../src/battle/world.ts';
import { present } from '../../src/model/assert.ts';
import type { Observation } from '../../src/model/observation.ts';
import type { Order } from '../../src/model/order.ts';
import { meanChance } from '../../src/rules/chance.ts';
import { perceive } from '../../src/rules/contacts.ts';
import { beginCourse } from '../../src/rules/course.ts';
import { hasLineOfSight } from '../../src/rules/sight.ts';
import { LINE_KMH } from '../../src/rules/march-rates.ts';
import { stepTenths } from '../../src/rules/movement.ts';
import { scenarioById } from '../../src/scenario/library.ts';
import { openAtRandom, playAtRandom, type Step } from '../battle/at-random.ts';

const khasan = scenarioById('khasan-1938-zaozernaya');
const steps: Step[] = [];
const whole = playAtRandom(openAtRandom(khasan, 'bench'), 'bench', {
  orders: 400,
  ordersATurn: 20,
  each: (step) => steps.push(step),
});
const journal = journalOf(whole);

/** A moment when both sides know something of each other. */
const battle: Battle = present(steps[Math.min(200, steps.length - 1)], 'a step').before;
const { state } = battle;
const observation = observe(khasan, state, state.active);
const orders = listLegalOrders(khasan, observation);
const onFoot = present(
  observation.units.find(
    (unit) =>
      typeof unit.at === 'number' &&
      listLegalOrders(khasan, observation, unit.id).some((order) => order.kind === 'move'),
  ),
  'a unit that may march',
);

/** The first order of a kind that may be given late enough in the battle, with the moment at which it may. */
function findOrder(kind: Order['kind']): { readonly observation: Observation; readonly order: Order } | undefined {
  for (const { observation: seen } of steps.slice(100)) {
    const order = listLegalOrders(khasan, seen).find((legal) => legal.kind === kind);
    if (order !== undefined) return { observation: seen, order };
  }
  return undefined;
}

/** The same whole numbers multiplied on every machine. */
function referenceLoop(): number {
  let value = 1;
  for (let turn = 1; turn < 1_000_000; turn++) value = Math.imul(value, 1664525) + turn;
  return value;
}

describe(`a battle of ${journal.orders.length} orders`, () => {
  bench('reference loop', () => void referenceLoop());
  bench(`apply ${steps.length} orders of it, one after the other`, () => {
    for (const step of steps) apply(step.before, step.order);
  });
  bench('replay it whole, with fingerprints', () => void replay(khasan, journal));
});

describe(`a moment with ${observation.contacts.length} contacts and ${orders.length} legal orders`, () => {
  bench('reference loop', () => void referenceLoop());
  bench('fingerprint of the state', () => void hashState(state));
  bench('observation of one side', () => void observe(khasan, state, state.active));
  bench('contacts of both sides brought up to date', () => perceive(beginCourse(khasan, state, meanChance())));
  bench('legal orders of one unit', () => void listLegalOrders(khasan, observation, onFoot.id));
  bench('legal orders of the side', () => void listLegalOrders(khasan, observation));
  bench('reach of one unit in its turn', () => void findReachable(khasan, observation, onFoot.id, 'normal'));
  bench('reach of one unit in a day', () => void findReachable(khasan, observation, onFoot.id, 'normal', 1440));
  bench(
    'the battle the side believes in',
    () => void worldFrom(khasan, observation, likeliestHypothesis(khasan, observation)),
  );
});

describe('a forecast', () => {
  bench('reference loop', () => void referenceLoop());
  for (const kind of ['move', 'fire', 'assault', 'mission'] as const) {
    const found = findOrder(kind);
    if (found === undefined) continue;
    const world = worldFrom(khasan, found.observation, likeliestHypothesis(khasan, found.observation));
    bench(`of one order to ${kind}`, () => void forecastIn(world, found.observation, found.order));
  }
});

describe('worked out once a map', () => {
  bench('reference loop', () => void referenceLoop());
  bench(`line of sight from 20 hexes to all ${khasan.map.grid.size}`, () => {
    // A map of its own each time, so that nothing is remembered.
    const map = { ...khasan.map };
    for (let from = 0; from < 20; from++) for (let to = 0; to < map.grid.size; to++) hasLineOfSight(map, from * 30, to);
  });
  bench('minutes of every step for one way of moving', () => {
    void stepTenths(
      { ...khasan.map },
      {
        going: { tread: 'foot', kmh: LINE_KMH },
        pace: 'normal',
        light: 'day',
        weather: 'clear',
        heat: 'fair',
        nightTraining: 0,
        snowCentimetres: 0,
      },
    );
  });
});
