/** Attacks by units of several formations: together under one headquarters, or each as it thinks best. */
import type { Scenario } from '../model/scenario.ts';
import type { BattleState } from '../model/state.ts';
import type { Unit, UnitCard } from '../model/unit.ts';
import { listAbove, reaches, staffOf } from './command.ts';
import { minuteOf } from './light.ts';
import { cardOf } from './roster.ts';

/**
 * Attackers' power where nobody brings the formations together, and where one headquarters does, by its staff. Source: the
 * attacks of 1 to 3 August 1938 against that of the 6th, scenarios/sources.md 10 [C]; drill "divided-attack".
 */
export const APART = 0.7;
export const TOGETHER = { least: 0.85, staff: 0.15 };

/** Factor on the power of those who go in together; 1 for units of one formation and units that answer to nobody. */
export function coordinationOf(scenario: Scenario, state: BattleState, attackers: readonly Unit[]): number {
  const answering = attackers.filter((unit) => cardOf(scenario, unit.id).parent !== undefined);
  const formations = new Set(answering.map((unit) => cardOf(scenario, unit.id).parent));
  if (formations.size < 2) return 1;
  const common = findCommon(scenario, state, answering);
  return common === undefined ? APART : TOGETHER.least + TOGETHER.staff * common;
}

/** Staff of the nearest headquarters above all of them that reaches all of them. */
function findCommon(scenario: Scenario, state: BattleState, units: readonly Unit[]): number | undefined {
  const minute = minuteOf(scenario.clock, state.turn);
  const [first, ...others] = units.map((unit) => listAbove(scenario, cardOf(scenario, unit.id)));
  const shared = (first ?? []).filter((above) => others.every((chain) => chain.includes(above)));
  for (const above of shared) {
    const post = postOf(state, above);
    if (post !== undefined && units.every((unit) => reaches(scenario, above, post, unit, minute)))
      return staffOf(scenario, above, post, minute);
  }
  return undefined;
}

const postOf = (state: BattleState, card: UnitCard): Unit | undefined =>
  state.units.find((unit) => unit.id === card.id);
