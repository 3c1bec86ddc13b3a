/** Plays with computer players in the same process: one side's turn, or a whole battle. */
import { apply, type Battle, createBattle } from '../battle/battle.ts';
import { observe } from '../battle/observe.ts';
import type { Order } from '../model/order.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Scenario } from '../model/scenario.ts';
import type { BySide } from '../model/side.ts';
import { assert } from '../model/assert.ts';
import { thinkingSeed } from './dice.ts';
import type { Reason } from './explain/reason.ts';
import type { Decide, Memory } from './player.ts';

/** More decisions than any turn takes; beyond it a player has failed to come to an end. */
const MOST_DECISIONS = 5000;

export interface PlayedTurn {
  readonly battle: Battle;
  readonly memory: Memory | undefined;
  readonly steps: number;
  readonly given: readonly {
    readonly order: Order;
    readonly reason: Reason | undefined;
    readonly refusal: Refusal | undefined;
  }[];
}

export interface TurnSettings {
  readonly decide: Decide;
  readonly memory: Memory | undefined;
  readonly seed: string;
  readonly budget: number;
}

/** The active side's turn from here to its end. */
export function playTurn(battle: Battle, settings: TurnSettings): PlayedTurn {
  const side = battle.state.active;
  const { turn } = battle.state;
  const given: PlayedTurn['given'][number][] = [];
  let { memory } = settings;
  let now = battle;
  let steps = 0;
  for (
    let decisions = 0;
    now.state.result === null && now.state.active === side && now.state.turn === turn;
    decisions++
  ) {
    assert(decisions < MOST_DECISIONS, `${battle.players[side]} does not end its turn`);
    const decision = settings.decide(
      now.scenario,
      observe(now.scenario, now.state, side),
      memory,
      settings.seed,
      settings.budget,
    );
    ({ memory } = decision);
    steps += decision.steps;
    for (const [place, order] of decision.orders.entries()) {
      const outcome = apply(now, order);
      given.push({
        order,
        reason: decision.reasons[place],
        refusal: outcome.kind === 'refused' ? outcome.refusal : undefined,
      });
      if (outcome.kind === 'refused') break;
      now = outcome.battle;
    }
  }
  return { battle: now, memory, steps, given };
}

export type Seats = BySide<{ readonly name: string; readonly decide: Decide; readonly budget: number }>;

/** A battle from the opening to the end, or to the end of turn `turns`. Each player's dice grow from the battle's seed. */
export function playBattle(scenario: Scenario, seed: string, seats: Seats, turns = Infinity): Battle {
  let { battle } = createBattle(scenario, seed, { soviet: seats.soviet.name, japanese: seats.japanese.name });
  const memories: { soviet: Memory | undefined; japanese: Memory | undefined } = {
    soviet: undefined,
    japanese: undefined,
  };
  while (battle.state.result === null && battle.state.turn <= turns) {
    const side = battle.state.active;
    const { decide, budget } = seats[side];
    const played = playTurn(battle, { decide, memory: memories[side], seed: thinkingSeed(seed, side), budget });
    ({ battle } = played);
    memories[side] = played.memory;
  }
  return battle;
}
