/**
 * Battles played at random from a seed: a unit is drawn, then one of its legal orders, kind before place so that fire
 * and assault are as frequent as marches. The same seed gives the same battle.
 */
import seedrandom from 'seedrandom';
import { apply, type Applied, type Battle, createBattle } from '../../src/battle/battle.ts';
import { listAirMissions, listLegalOrders } from '../../src/battle/legal-orders.ts';
import { observe } from '../../src/battle/observe.ts';
import { present } from '../../src/model/assert.ts';
import type { Order } from '../../src/model/order.ts';
import type { Observation } from '../../src/model/observation.ts';
import type { Scenario } from '../../src/model/scenario.ts';

export interface Draws {
  /** A whole number from 0 to `below` - 1. */
  readonly whole: (below: number) => number;
  readonly one: <T>(values: readonly T[]) => T;
}

/** Draws of a test's own, from its seed. */
export function drawsOf(seed: string): Draws {
  const generator = seedrandom.alea(seed);
  const whole = (below: number): number => Math.floor(generator() * below);
  return { whole, one: (values) => present(values[whole(values.length)], 'something to draw from') };
}

const END_TURN: Order = { kind: 'endTurn' };

/** One legal order of the active side. One draw in `ordersATurn` ends the turn. */
function drawOrder(scenario: Scenario, observation: Observation, draws: Draws, ordersATurn = 12): Order {
  if (draws.whole(ordersATurn) === 0) return END_TURN;
  if (observation.flights !== undefined && draws.whole(8) === 0) {
    const missions = listAirMissions(scenario, observation);
    if (missions.length > 0) return draws.one(missions);
  }
  for (let attempt = 0; attempt < 6; attempt++) {
    const unit = draws.one(observation.units);
    const orders = listLegalOrders(scenario, observation, unit.id);
    const kinds = [...new Set(orders.map((order) => order.kind))];
    if (kinds.length === 0) continue;
    // Fire and assault are what breaks things: twice as likely as their share.
    const violent = kinds.filter((kind) => kind === 'fire' || kind === 'assault' || kind === 'mission');
    const kind = draws.one([...kinds, ...violent, ...violent]);
    return draws.one(orders.filter((order) => order.kind === kind));
  }
  return END_TURN;
}

export interface Step {
  readonly before: Battle;
  readonly observation: Observation;
  readonly order: Order;
  readonly applied: Applied;
}

/** Plays up to `orders` orders or to the end of the battle; `each` sees every step. */
export function playAtRandom(
  opened: Battle,
  seed: string,
  options: {
    readonly orders: number;
    readonly ordersATurn?: number;
    readonly each?: (step: Step, number: number) => void;
  },
): Battle {
  const draws = drawsOf(`at random/${seed}`);
  let battle = opened;
  for (let number = 1; number <= options.orders && battle.state.result === null; number++) {
    const { scenario, state } = battle;
    const observation = observe(scenario, state, state.active);
    const order = drawOrder(scenario, observation, draws, options.ordersATurn);
    const applied = apply(battle, order);
    if (applied.kind === 'refused')
      throw new Error(`a legal order was refused: ${JSON.stringify(order)} ${JSON.stringify(applied.refusal)}`);
    options.each?.({ before: battle, observation, order, applied }, number);
    battle = applied.battle;
  }
  return battle;
}

/** The opening of a scenario between two players at random. */
export const openAtRandom = (scenario: Scenario, seed: string): Battle =>
  createBattle(scenario, seed, { soviet: 'random', japanese: 'random' }).battle;
