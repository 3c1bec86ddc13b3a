/** What one side may know of a state: its own units whole, the enemy as contacts, ground under observation. */
import type { HexIndex } from '../hex/grid.ts';
import type { Observation } from '../model/observation.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Side } from '../model/side.ts';
import type { BattleState } from '../model/state.ts';
import { eyesOf, watchMetres } from '../rules/detection.ts';
import { knowledgeOf } from '../rules/knowledge.ts';
import { minuteOf, skyOf } from '../rules/light.ts';
import { lossesOf } from '../rules/objectives.ts';
import { distancesFrom } from '../rules/range.ts';
import { isInAction } from '../rules/roster.ts';
import { sightFrom } from '../rules/sight.ts';

/** The side's observation. The result of a battle that is over is known to everybody. */
export function observe(scenario: Scenario, state: BattleState, side: Side): Observation {
  const sky = skyOf(scenario.clock, state.turn);
  return {
    ...knowledgeOf(scenario, state, side),
    scenario: scenario.id,
    minute: minuteOf(scenario.clock, state.turn),
    light: sky.light,
    weather: sky.weather,
    orders: state.orders,
    visible: listVisible(scenario, state, side),
    holders: state.holdings.map((holding) => (state.result === null ? holding.believed[side] : holding.holder)),
    losses: lossesOf(scenario, state, side),
  };
}

/** Hexes on which men going about upright would be noticed, ascending. */
export function listVisible(scenario: Scenario, state: Pick<BattleState, 'units' | 'turn'>, side: Side): HexIndex[] {
  const { map } = scenario;
  const sky = skyOf(scenario.clock, state.turn);
  const metres = watchMetres(sky.light, sky.weather);
  const seen = new Uint8Array(map.grid.size);
  for (const [index, card] of scenario.cards.entries()) {
    const unit = state.units[index];
    if (card.side !== side || unit === undefined || typeof unit.at !== 'number' || !isInAction(unit)) continue;
    const row = sightFrom(map, unit.at);
    const hexes = Math.floor((metres * eyesOf(card)) / map.hexMetres + 0.5);
    const distances = distancesFrom(map.grid, unit.at);
    seen[unit.at] = 1;
    for (let hex = 0; hex < map.grid.size; hex++) {
      if (seen[hex] === 0 && row[hex] === 1 && (distances[hex] ?? 0) <= hexes) seen[hex] = 1;
    }
  }
  const visible: HexIndex[] = [];
  for (let hex = 0; hex < map.grid.size; hex++) if (seen[hex] === 1) visible.push(hex);
  return visible;
}
