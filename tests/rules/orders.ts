/** Giving orders in a test: what is refused and why, what came of it, where a unit can get to. */
import { apply, type Applied, type Battle } from '../../src/battle/battle.ts';
import { observe } from '../../src/battle/observe.ts';
import { findReachable } from '../../src/battle/reachable.ts';
import type { BattleEvent, EventKind, EventOf } from '../../src/model/event.ts';
import type { Order } from '../../src/model/order.ts';
import type { Refusal } from '../../src/model/refusal.ts';
import type { Side } from '../../src/model/side.ts';
import type { BattleState } from '../../src/model/state.ts';
import type { Pace } from '../../src/model/unit.ts';
import { sideOf } from '../../src/rules/roster.ts';
import type { Battlefield } from '../battlefield.ts';
import { printDrawing } from '../drawn.ts';

/** Gives an order that must be permitted. */
export function given(battle: Battle, order: Order): Applied {
  const outcome = apply(battle, order);
  if (outcome.kind === 'refused')
    throw new Error(`expected ${JSON.stringify(order)} to be permitted, found ${JSON.stringify(outcome.refusal)}`);
  return outcome;
}

/** The battle after some orders that must be permitted. */
export const after = (battle: Battle, ...orders: readonly Order[]): Battle =>
  orders.reduce((now, order) => given(now, order).battle, battle);

/** Why an order is refused; `undefined` when it is permitted. */
export function refusalOf(battle: Battle, order: Order): Refusal | undefined {
  const outcome = apply(battle, order);
  return outcome.kind === 'refused' ? outcome.refusal : undefined;
}

/** The events of one kind. */
export const listOf = <K extends EventKind>(events: readonly BattleEvent[], kind: K): EventOf<K>[] =>
  events.filter((event): event is EventOf<K> => event.kind === kind);

export const END_TURN: Order = { kind: 'endTurn' };

/** Marches along drawn characters. */
export const march = (field: Battlefield, key: string, path: string, pace: Pace = 'normal'): Order => ({
  kind: 'move',
  unit: field.id(key),
  path: [...path].map((character) => field.hex(character)),
  pace,
});

/** The field with an x wherever the unit can get to within so many minutes. */
export function drawReach(field: Battlefield, key: string, minutes?: number, pace: Pace = 'normal'): string {
  const { scenario, battle, drawing } = field;
  const id = field.id(key);
  const reachable = findReachable(scenario, observe(scenario, battle.state, sideOf(scenario, id)), id, pace, minutes);
  return printDrawing(drawing.grid, (index) => (reachable.hexes.includes(index) ? 'x' : (drawing.cells[index] ?? '?')));
}

/** What a side makes of one enemy: level, and whether it is in view. */
export function contactOn(state: BattleState, side: Side, key: string): string {
  const view = state.contacts[side].find((contact) => (contact.behind as string) === key)?.view;
  if (view === undefined) return 'unknown';
  return view.current ? view.level : `${view.level}, remembered`;
}
