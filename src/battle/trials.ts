/**
 * What an order brings when it is given many times over in the battle the side believes in, each time with other dice of
 * the forecast's own. The rules that will resolve it resolve it here, so a forecast made of trials cannot disagree with
 * them, whatever the kind of order.
 */
import type { AssaultOutcome } from '../model/event.ts';
import type { Spread, Tried } from '../model/forecast.ts';
import type { Order } from '../model/order.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Side } from '../model/side.ts';
import { COHESIONS, type Cohesion } from '../model/unit.ts';
import { sampled } from '../rules/chance.ts';
import { type Resolution, resolve } from '../rules/resolve.ts';
import { sideOf } from '../rules/roster.ts';
import { createDice } from './dice.ts';
import type { World } from './world.ts';

/** What one try came to, counted for the side that gives the order and its enemy. */
export interface Trial {
  readonly ownMen: number;
  readonly enemyMen: number;
  readonly ownVehicles: number;
  readonly enemyVehicles: number;
  /** Units whose cohesion fell, and rose. */
  readonly ownWavering: number;
  readonly enemyWavering: number;
  readonly ownRallied: number;
  /** Suppression of all enemies together. */
  readonly enemySuppression: number;
  /** A march or a shot that stopped short of what was ordered. */
  readonly halted: number;
  readonly outcome: AssaultOutcome | undefined;
}

/** Tries of an order that the side may give as far as it knows. */
export function tryOften(world: World, side: Side, order: Order, count: number): Trial[] {
  const trials: Trial[] = [];
  for (let trial = 0; trial < count; trial++) {
    const chance = sampled(createDice('forecast', trial).draw);
    const { events, state } = resolve(world.scenario, world.state, order, chance);
    trials.push(tally(world.scenario, side, { events, state }));
  }
  return trials;
}

/** Counts up what happened. */
export function tally(scenario: Scenario, side: Side, { events, state }: Resolution): Trial {
  let [ownMen, enemyMen, ownVehicles, enemyVehicles] = [0, 0, 0, 0];
  let [ownWavering, enemyWavering, ownRallied, halted] = [0, 0, 0, 0];
  let outcome: AssaultOutcome | undefined;
  for (const event of events) {
    const isOwn = 'unit' in event && sideOf(scenario, event.unit) === side;
    switch (event.kind) {
      case 'harmed': {
        const men = event.killed + event.wounded;
        if (isOwn) ownMen += men;
        else enemyMen += men;
        if (isOwn) ownVehicles += event.vehicles;
        else enemyVehicles += event.vehicles;
        break;
      }
      // A vessel that begins to go down is lost, and hit no more.
      case 'holed':
        if (event.hull.sinking !== true) break;
        if (isOwn) ownVehicles += 1;
        else enemyVehicles += 1;
        break;
      case 'crossed':
        ownMen += isOwn ? event.drowned : 0;
        break;
      case 'captured':
      case 'missed':
        if (isOwn) ownMen += event.men;
        else enemyMen += event.men;
        break;
      case 'cohesion':
        if (isBetter(event.from, event.to)) ownRallied += isOwn ? 1 : 0;
        else if (isOwn) ownWavering += 1;
        else enemyWavering += 1;
        break;
      case 'halted':
        if (isOwn && event.cause !== 'arrived') halted += 1;
        break;
      case 'bogged':
        if (isOwn) halted += 1;
        break;
      case 'closeCombat':
        outcome ??= event.outcome;
        break;
      default:
    }
  }
  let enemySuppression = 0;
  for (const [index, card] of scenario.cards.entries())
    if (card.side !== side) enemySuppression += state.units[index]?.suppression ?? 0;
  return {
    ownMen,
    enemyMen,
    ownVehicles,
    enemyVehicles,
    ownWavering,
    enemyWavering,
    ownRallied,
    enemySuppression: Math.round(enemySuppression * 1000) / 1000,
    halted,
    outcome,
  };
}

/** States of cohesion stand from the best to the worst. */
const isBetter = (from: Cohesion, to: Cohesion): boolean => COHESIONS.indexOf(to) < COHESIONS.indexOf(from);

/** The tenth, the mean and nine tenths of values. */
function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return {
    low: at(0.1),
    mean: sorted.reduce((sum, value) => sum + value, 0) / Math.max(1, sorted.length),
    high: at(0.9),
  };
}

/** What the tries say, for a person. */
export function summaryOf(trials: readonly Trial[]): Tried {
  const share = (holds: (trial: Trial) => boolean): number => trials.filter(holds).length / Math.max(1, trials.length);
  return {
    count: trials.length,
    ownMen: spreadOf(trials.map((trial) => trial.ownMen)),
    enemyMen: spreadOf(trials.map((trial) => trial.enemyMen)),
    ownVehicles: spreadOf(trials.map((trial) => trial.ownVehicles)),
    enemyVehicles: spreadOf(trials.map((trial) => trial.enemyVehicles)),
    ownWaversChance: share((trial) => trial.ownWavering > 0),
    enemyWaversChance: share((trial) => trial.enemyWavering > 0),
    ralliesChance: share((trial) => trial.ownRallied > 0),
    haltedChance: share((trial) => trial.halted > 0),
  };
}
