/** The state before anything has happened: units where the scenario puts them, works dug, objectives held. */
import type { Scenario } from '../model/scenario.ts';
import { SIDES } from '../model/side.ts';
import type { BattleState } from '../model/state.ts';
import type { Unit, UnitCard, UnitId } from '../model/unit.ts';
import { present } from '../model/assert.ts';
import { weaponOf } from '../rules/roster.ts';

/** The opening state for a seed. Each side knows its own works and wire. */
export function openingState(scenario: Scenario, seed: string): BattleState {
  const deployments = new Map(scenario.deployments.map((deployment) => [deployment.unit, deployment]));
  return {
    seed,
    orders: 0,
    turn: 1,
    active: scenario.order[0],
    units: scenario.cards.map((card) =>
      freshUnit(scenario, card, present(deployments.get(card.id), `${card.id} is not deployed`)),
    ),
    contacts: { soviet: [], japanese: [] },
    contactCount: { soviet: 0, japanese: 0 },
    works: scenario.works
      .map((work) => ({ hex: work.hex, manHours: work.manHours, knownTo: SIDES.filter((side) => side === work.side) }))
      .sort((a, b) => a.hex - b.hex),
    wire: scenario.wire
      .map((wire) => ({ hexside: wire.hexside, knownTo: SIDES.filter((side) => side === wire.side) }))
      .sort((a, b) => a.hexside - b.hexside),
    flares: [],
    holdings: scenario.objectives.map((objective) => ({
      holder: objective.holder,
      believed: { soviet: objective.holder, japanese: objective.holder },
    })),
    result: null,
  };
}

/** A unit at full strength, as it is deployed. */
export function freshUnit(scenario: Scenario, card: UnitCard, deployment: Scenario['deployments'][number]): Unit {
  return {
    id: card.id as UnitId,
    at: card.offMap !== undefined ? 'offMap' : (deployment.hex ?? 'toArrive'),
    men: card.men,
    killed: 0,
    wounded: 0,
    captured: 0,
    missing: 0,
    vehicles: card.vehicles,
    pieces: card.armaments.map((armament) => armament.count),
    rounds: card.armaments.map((armament) => armament.count * weaponOf(scenario, armament.weapon).carriedRounds),
    cohesion: 'steady',
    suppression: 0,
    posture: deployment.posture,
    gunState: deployment.gunState,
    activity: 'still',
    pace: 'normal',
    minutesLeft: 0,
    policy: deployment.policy,
    flares: card.flares,
    missions: card.offMap?.missions ?? 0,
  };
}
