/**
 * The one door to every kind of player: from what a side may know to the next orders it gives. A player is asked again
 * with a new observation when its orders have been carried out or one was refused, until it ends its turn.
 */
import type { Observation } from '../model/observation.ts';
import type { Order } from '../model/order.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Reason } from './explain/reason.ts';

/** What a player wants to remember: plain data. Each kind of player reads its own and forgets another's. */
export interface Memory {
  readonly kind: string;
  readonly version: number;
}

export interface Decision {
  /** At least one; `endTurn`, if there, is the last. */
  readonly orders: readonly Order[];
  /** One for each order. */
  readonly reasons: readonly Reason[];
  readonly memory: Memory;
  /** Steps of thought this decision took; see steps.ts. */
  readonly steps: number;
}

/**
 * Decides. `seed` belongs to the thinker and not to the battle; `budget` is in steps, for the whole of the side's turn.
 * Must come to `endTurn` after finitely many calls, even if every order is refused.
 */
export type Decide = (
  scenario: Scenario,
  observation: Observation,
  memory: Memory | undefined,
  seed: string,
  budget: number,
) => Decision;

/** The decision to be done for this turn. */
export const endOfTurn = (memory: Memory, steps: number): Decision => ({
  orders: [{ kind: 'endTurn' }],
  reasons: [{ task: 'none', tactic: 'none' }],
  memory,
  steps,
});
