/**
 * A recorded battle with every moment at hand. All states are kept: they share what did not change, so that a battle of
 * thousands of orders costs little memory and any moment is one look away, forwards or back.
 */
import { present } from '../model/assert.ts';
import type { BattleEvent } from '../model/event.ts';
import type { Order } from '../model/order.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Scenario } from '../model/scenario.ts';
import type { BattleState } from '../model/state.ts';
import { apply, type Battle, createBattle } from './battle.ts';
import { type Journal, readOrder } from './journal.ts';

/** Where a replay leaves its record: at an order that is refused, or after one whose fingerprint differs. */
export type Departure =
  | { readonly kind: 'refused'; readonly order: number; readonly refusal: Refusal }
  | {
      readonly kind: 'hash';
      readonly order: number;
      readonly turnEnd: number;
      readonly expected: string;
      readonly found: string;
    };

export interface Film {
  readonly scenario: Scenario;
  /** `states[0]` is the opening, `states[n]` what is after n orders. */
  readonly states: readonly BattleState[];
  readonly orders: readonly Order[];
  /** `events[0]` is what the opening brought, `events[n]` what the n-th order did. */
  readonly events: readonly (readonly BattleEvent[])[];
  /** The battle as it stands after the last order that could be replayed. */
  readonly battle: Battle;
  readonly departure: Departure | null;
}

/** Plays a journal, or its first `limit` orders, again. Stops at an order that is refused; differing hashes are noted and play goes on. */
export function replay(documented: Scenario, journal: Journal, limit = Infinity): Film {
  const opening = createBattle(documented, journal.seed, journal.players, journal.options);
  const { scenario } = opening.battle;
  const states: BattleState[] = [opening.battle.state];
  const events: (readonly BattleEvent[])[] = [opening.events];
  const orders: Order[] = [];
  let { battle } = opening;
  let departure: Departure | null = null;
  for (const written of journal.orders) {
    if (orders.length >= limit) break;
    const order = readOrder(scenario, written);
    const outcome = apply(battle, order);
    if (outcome.kind === 'refused') {
      departure ??= { kind: 'refused', order: orders.length + 1, refusal: outcome.refusal };
      break;
    }
    ({ battle } = outcome);
    orders.push(order);
    states.push(battle.state);
    events.push(outcome.events);
    if (order.kind === 'endTurn') departure ??= compareHash(journal, battle, orders.length);
  }
  return { scenario, states, orders, events, battle, departure };
}

/** Compares the fingerprint after a side's turn with the recorded one; turns beyond the record are not compared. */
function compareHash(journal: Journal, battle: Battle, order: number): Departure | null {
  const turnEnd = battle.hashes.length;
  const expected = journal.hashes[turnEnd - 1];
  const found = present(battle.hashes[turnEnd - 1], 'a hash after each turn');
  return expected === undefined || expected === found ? null : { kind: 'hash', order, turnEnd, expected, found };
}
