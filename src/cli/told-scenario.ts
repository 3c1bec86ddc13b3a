/**
 * A battle as a player of one side is told of it before it begins: the ground, the weapons, the clock, what counts, and
 * its own order of battle. Of the enemy's there is nothing here.
 */
import { hexAt } from '../hex/grid.ts';
import { present } from '../model/assert.ts';
import type { Sky } from '../model/clock.ts';
import type { BattleMap } from '../model/map.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Side } from '../model/side.ts';
import { frictionFor } from '../rules/friction.ts';
import { sideOf } from '../rules/roster.ts';
import { chartOf } from '../rules/water/chart.ts';
import { SIDE_NAMES } from '../scenario/map-schema.ts';
import { supplyFor } from '../rules/supply/depots.ts';
import { tellHexes, tellHexside } from './told-hex.ts';

/** The battle, for a side's player. */
export function tellScenario(scenario: Scenario, side: Side) {
  const { id, hash, names, date, summary, clock, order, objectives, lossClauses, limits, victory, history } = scenario;
  const { grid } = scenario.map;
  return {
    id,
    hash,
    names,
    date,
    summary,
    briefing: scenario.briefings.find((briefing) => briefing.side === side)?.text ?? '',
    clock: { ...clock, skies: clock.skies.map(tellSky) },
    order,
    map: tellMap(chartOf(scenario.map, {})),
    equipment: [...scenario.weapons.values()],
    vehicles: [...scenario.vehicles.values()],
    aircraft: [...scenario.aircraft.values()],
    bridging: [...scenario.bridging.values()],
    units: listOwnUnits(scenario, side),
    flights: (scenario.air ?? []).filter((flight) => flight.side === side),
    /** `holders` of observations and `objective` of events count in this order. */
    objectives: objectives.map((objective) => ({ ...objective, hex: hexAt(grid, objective.hex) })),
    lossClauses,
    limits,
    claims: scenario.claims ?? null,
    incidents: scenario.incidents ?? null,
    exits: (scenario.exits ?? []).filter((exit) => exit.side === side),
    clauses: scenario.clauses ?? [],
    surprises: scenario.surprises.filter((surprise) => surprise.side === side),
    ...frictionFor(scenario.friction, (unit) => sideOf(scenario, unit) === side),
    ...(scenario.homeEdges === undefined ? {} : { homeEdges: scenario.homeEdges }),
    supply: tellSupply(scenario, side),
    victory,
    history: { score: history.score, losses: history.losses, winner: history.winner },
  };
}
export type ToldScenario = ReturnType<typeof tellScenario>;

/** Own depots and columns. */
function tellSupply(scenario: Scenario, side: Side) {
  const { supply } = supplyFor(scenario, side);
  if (supply === undefined) return null;
  return { ...supply, depots: supply.depots.map((depot) => ({ ...depot, hex: hexAt(scenario.map.grid, depot.hex) })) };
}

/** Of hours whose weather was rolled one is told the odds: what it is, the observation of the hour says. */
function tellSky({ odds, weather, ...sky }: Sky) {
  return { ...sky, weather: odds ?? weather };
}

/** Own cards with where they begin, in the order of observations. */
function listOwnUnits(scenario: Scenario, side: Side) {
  const { grid } = scenario.map;
  const deployments = new Map(scenario.deployments.map((deployment) => [deployment.unit, deployment]));
  return scenario.cards
    .filter((card) => card.side === side)
    .map((card) => {
      const { hex, arrival, releaseMinute } = present(deployments.get(card.id), `${card.id} is not deployed`);
      return {
        ...card,
        start: hex === undefined ? null : hexAt(grid, hex),
        arrival:
          arrival === undefined ? null : { turn: arrival.turn ?? null, hexes: tellHexes(scenario.map, arrival.hexes) },
        releaseMinute: releaseMinute ?? null,
      };
    });
}

function tellMap(map: BattleMap) {
  const { id, names, hexMetres, grid, attribution } = map;
  return {
    id,
    names,
    hexMetres,
    orientation: grid.orientation,
    columns: grid.columns,
    rows: grid.rows,
    terrain: rowsOf(map, map.terrain),
    elevationMetres: rowsOf(map, map.elevationMetres),
    crestMetres: rowsOf(map, map.crestMetres),
    hexsides: [...map.hexsides].map(([hexside, feature]) => ({
      ...tellHexside(map, hexside),
      ...feature,
    })),
    waters: [...(map.waters ?? [])].map(([hex, { flow, ...depths }]) => ({
      hex: hexAt(grid, hex),
      ...(flow === undefined
        ? {}
        : { flows: SIDE_NAMES[grid.orientation][flow.to], currentMetresPerSecond: flow.metresPerSecond }),
      ...depths,
    })),
    regions: Object.fromEntries([...map.regions].map(([name, hexes]) => [name, tellHexes(map, hexes)])),
    places: map.places.map(({ x: _x, y: _y, ...place }) => ({ ...place, hex: hexAt(grid, place.hex) })),
    attribution,
  };
}

/** A flat list as rows of the map, north first. */
const rowsOf = <T>({ grid }: BattleMap, list: readonly T[]): T[][] =>
  Array.from({ length: grid.rows }, (_, row) => list.slice(row * grid.columns, (row + 1) * grid.columns));
