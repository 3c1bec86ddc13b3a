/** A player without a thought: any unit, any kind of legal order, any order of that kind. For tests and as a yardstick. */
import { ORDER_KINDS, type Order } from '../model/order.ts';
import { listLegalOrders } from '../battle/legal-orders.ts';
import { isInAction } from '../rules/roster.ts';
import { createThinkingDice } from './dice.ts';
import { type Decide, endOfTurn, type Memory } from './player.ts';
import { PRICE } from './steps.ts';

interface RandomMemory extends Memory {
  readonly kind: 'random';
  readonly turn: number;
  readonly calls: number;
}

/** Orders a turn for each unit in action. */
const ORDERS_A_UNIT = 2;

const isOwn = (memory: Memory | undefined): memory is RandomMemory => memory?.kind === 'random' && memory.version === 1;

export const decideRandom: Decide = (scenario, observation, memory, seed) => {
  const calls = isOwn(memory) && memory.turn === observation.turn ? memory.calls : 0;
  const next: RandomMemory = { kind: 'random', version: 1, turn: observation.turn, calls: calls + 1 };
  const units = observation.units.filter(isInAction);
  if (calls >= units.length * ORDERS_A_UNIT) return endOfTurn(next, 0);
  const dice = createThinkingDice(seed, `random/${observation.side}/${observation.turn}/${calls}`);
  const unit = units[dice(units.length)];
  const orders = unit === undefined ? [] : listLegalOrders(scenario, observation, unit.id);
  const kinds = ORDER_KINDS.filter((kind) => orders.some((order) => order.kind === kind));
  const kind = kinds.length === 0 ? undefined : kinds[dice(kinds.length)];
  const ofKind = orders.filter((order) => order.kind === kind);
  const order: Order | undefined = ofKind.length === 0 ? undefined : ofKind[dice(ofKind.length)];
  const steps = orders.length * PRICE.candidate;
  if (order === undefined)
    return calls + 1 >= units.length * ORDERS_A_UNIT
      ? endOfTurn(next, steps)
      : decideRandom(scenario, observation, next, seed, 0);
  return { orders: [order], reasons: [{ task: 'none', tactic: 'none' }], memory: next, steps };
};
