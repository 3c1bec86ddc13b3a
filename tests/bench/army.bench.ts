/**
 * What one order costs an army: 400 units on 5,000 hexes, by day and in the dark, in mid-battle. Legal orders of every
 * kind are drawn at random; then the same battle is fought on a map nobody has looked over yet, one order after another.
 * Each is measured as it is given, and again: the first time contains what is looked up for the first time, code compiled
 * and memory cleared. Prints microseconds in the median and at the 99th percentile beside a reference loop of the same
 * run. They are microseconds of the processor, which other work on the machine disturbs less.
 */
import { bench, describe } from 'vitest';
import { apply, type Battle, canUndo } from '../../src/battle/battle.ts';
import { observe } from '../../src/battle/observe.ts';
import { findReachable } from '../../src/battle/reachable.ts';
import type { Light } from '../../src/model/clock.ts';
import type { Order } from '../../src/model/order.ts';
import { armyBattle } from '../army.ts';
import { playAtRandom } from '../battle/at-random.ts';

/** Orders until both sides know of each other and the engine is warm, then those that count. */
const BEFORE = 400;
const COUNTED = 1200;
const ORDERS_A_TURN = 40;

/** The same whole numbers multiplied on every machine. */
function referenceLoop(): number {
  let value = 1;
  for (let turn = 1; turn < 10_000; turn++) value = Math.imul(value, 1664525) + turn;
  return value;
}

/** The work's result, and the processor's time for it noted. */
function measured<T>(figures: Figures, names: readonly string[], work: () => T): T {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  for (const name of names) (figures[name] ??= []).push(user + system);
  return result;
}

type Figures = Record<string, number[]>;

function drawOrders(opened: Battle): readonly Order[] {
  const orders: Order[] = [];
  playAtRandom(opened, 'army', {
    orders: BEFORE + COUNTED,
    ordersATurn: ORDERS_A_TURN,
    each: ({ order }) => orders.push(order),
  });
  return orders;
}

/** Fights the battle and measures every order of it; returns the battles in which the counted orders were given. */
function fight(opened: Battle, orders: readonly Order[], figures: Figures): Battle[] {
  const given: Battle[] = [];
  let battle = opened;
  for (const [number, order] of orders.entries()) {
    const names = order.kind === 'endTurn' ? ['end of turn'] : ['an order', `- ${order.kind}`];
    const counted = number < BEFORE ? {} : figures;
    const applied = measured(counted, names, () => apply(battle, order));
    if (order.kind !== 'endTurn') measured(counted, ['an order, again'], () => apply(battle, order));
    measured(figures, ['reference loop'], referenceLoop);
    if (number >= BEFORE) given.push(battle);
    if (applied.kind === 'applied') battle = applied.battle;
  }
  for (const later of given) measured(figures, ['may it be undone'], () => canUndo(later));
  return given;
}

const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

function table(title: string, figures: Figures): string {
  const rows = Object.entries(figures).map(([name, values]) => {
    const [median, most] = [quantile(values, 0.5), quantile(values, 0.99)].map((value) => value.toFixed(0).padStart(9));
    return `  ${name.padEnd(18)} ${String(values.length).padStart(5)} times, median ${median}, 99th percentile ${most}`;
  });
  return [`${title}, microseconds:`, ...rows.sort()].join('\n');
}

for (const light of ['day', 'dark'] satisfies Light[]) {
  const orders = drawOrders(armyBattle('army', { light }));
  const figures: Figures = {};
  const given = fight(armyBattle('army', { light }), orders, figures);
  console.log(table(`An army's battle, ${light}`, figures));

  const { scenario, state } = given[given.length - 1] ?? armyBattle('army', { light });
  const observation = observe(scenario, state, state.active);
  const reach = (id: (typeof observation.units)[number]['id'], minutes: number): number =>
    findReachable(scenario, observation, id, 'normal', minutes).hexes.length;
  const walker = observation.units.find((unit) => reach(unit.id, 300) >= 200);
  describe(`an army, ${light}`, () => {
    let next = 0;
    bench('reference loop', () => void referenceLoop());
    bench('one order after another, as often as there is time', () => {
      const place = next++ % given.length;
      const [battle, order] = [given[place], orders[BEFORE + place]];
      if (battle !== undefined && order !== undefined && order.kind !== 'endTurn') apply(battle, order);
    });
    if (walker === undefined) return;
    let minutes = 10;
    while (reach(walker.id, minutes) < 200) minutes += 1;
    bench(`reach of one unit, ${reach(walker.id, minutes)} hexes`, () => void reach(walker.id, minutes));
  });
}
