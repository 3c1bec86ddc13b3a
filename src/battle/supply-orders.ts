/** Orders about supply that a unit may be offered. */
import { findDirection } from '../hex/grid.ts';
import type { Observation } from '../model/observation.ts';
import type { Order } from '../model/order.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Unit } from '../model/unit.ts';
import { cardOf } from '../rules/roster.ts';

/** Candidates in a fixed order; whether each may be given is judged as for all others. */
export function listSupplyOrders(scenario: Scenario, observation: Observation, unit: Unit): readonly Order[] {
  if (scenario.supply === undefined) return [];
  const orders: Order[] = (['first', 'inTurn', 'burn'] as const).map((task) => ({
    kind: 'supply',
    unit: unit.id,
    task,
  }));
  if (cardOf(scenario, unit.id).cargo === undefined || typeof unit.at !== 'number') return orders;
  const { at } = unit;
  const isBeside = (other: Unit): boolean =>
    typeof other.at === 'number' &&
    other.id !== unit.id &&
    (other.at === at || findDirection(scenario.map.grid, at, other.at) !== undefined);
  orders.push({ kind: 'supply', unit: unit.id, task: 'load' });
  for (const other of observation.units)
    if (isBeside(other)) orders.push({ kind: 'supply', unit: unit.id, task: 'issue', to: other.id });
  return orders;
}
