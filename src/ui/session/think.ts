/**
 * One question to a computer player and its answer, as they go to a worker and back. It gets what its side may know and
 * the name of the scenario, never the battle; its seed is told apart from the battle's dice.
 */
import type { Memory } from '../../ai/player.ts';
import { defaultBudget, playerByName } from '../../ai/players.ts';
import { present } from '../../model/assert.ts';
import type { Observation } from '../../model/observation.ts';
import type { Choices } from '../../model/option.ts';
import type { Order } from '../../model/order.ts';
import { scenarioById } from '../../scenario/library.ts';
import { withChoices } from '../../scenario/options.ts';

export interface Question {
  /** Name of the computer player. */
  readonly player: string;
  readonly observation: Observation;
  /** What it noted when it was last asked in this battle. */
  readonly memory: Memory | undefined;
  readonly seed: string;
  /** Options of the battle as chosen. */
  readonly choices?: Choices;
}

export interface Answer {
  /** Until it wants to look again; ends with `endTurn` when it is done. */
  readonly orders: readonly Order[];
  readonly memory: Memory;
}

export function think({ player, observation, memory, seed, choices = {} }: Question): Answer {
  const decide = present(playerByName(player), `no computer player ${player}`);
  const scenario = withChoices(scenarioById(observation.scenario), choices);
  const decision = decide(scenario, observation, memory, seed, defaultBudget(player));
  return { orders: decision.orders, memory: decision.memory };
}
