/** What one side may know of a state: its own units whole, the enemy as contacts, ground under observation. */
import type { HexIndex } from '../hex/grid.ts';
import type { Metres } from '../model/clock.ts';
import type { Observation } from '../model/observation.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Side } from '../model/side.ts';
import type { BattleState } from '../model/state.ts';
import type { UnitCard } from '../model/unit.ts';
import { eyesOf, farthestMetres, watchMetres } from '../rules/detection.ts';
import { knowledgeOf } from '../rules/knowledge.ts';
import { minuteOf, skyOf } from '../rules/light.ts';
import { lossesOf } from '../rules/objectives.ts';
import { distancesFrom } from '../rules/range.ts';
import { isInAction } from '../rules/roster.ts';
import { sightFrom } from '../rules/sight.ts';

/** The side's observation. The result of a battle that is over is known to everybody. */
export function observe(scenario: Scenario, state: BattleState, side: Side): Observation {
  const sky = skyOf(scenario.clock, state);
  return {
    ...knowledgeOf(scenario, state, side),
    scenario: scenario.id,
    minute: minuteOf(scenario.clock, state.turn),
    light: sky.light,
    weather: sky.weather,
    visible: listVisible(scenario, state, side),
    holders: state.holdings.map((holding) => (state.result === null ? holding.believed[side] : holding.holder)),
    losses: lossesOf(scenario, state, side),
  };
}

/** Hexes on which men going about upright would be noticed, ascending. */
export function listVisible(
  scenario: Scenario,
  state: Pick<BattleState, 'units' | 'turn' | 'sky'>,
  side: Side,
): HexIndex[] {
  const sky = skyOf(scenario.clock, state);
  const seen = groundWithin(scenario, state, side, watchMetres(sky.light, sky.weather));
  const visible: HexIndex[] = [];
  for (let hex = 0; hex < seen.length; hex++) if (seen[hex] === 1) visible.push(hex);
  return visible;
}

/** One byte a hex: 1 where the side has eyes on what is noticed from so far. */
function groundWithin(
  scenario: Scenario,
  state: Pick<BattleState, 'units'>,
  side: Side,
  noticedMetres: Metres,
): Uint8Array {
  const seen = new Uint8Array(scenario.map.grid.size);
  for (const [index, card] of scenario.cards.entries()) {
    const unit = state.units[index];
    if (card.side !== side || unit === undefined || typeof unit.at !== 'number' || !isInAction(unit)) continue;
    watchFrom({ scenario, card, noticedMetres }, unit.at, (hex) => {
      seen[hex] = 1;
    });
  }
  return seen;
}

interface Watch {
  readonly scenario: Scenario;
  readonly card: UnitCard;
  /** Distance at which what is looked for is noticed with the naked eye. */
  readonly noticedMetres: Metres;
}

/** Calls `see` with every hex that a unit of this card watches from a hex, its own included. */
function watchFrom(watch: Watch, from: HexIndex, see: (hex: HexIndex) => void): void {
  const { map } = watch.scenario;
  const reach = Math.floor((watch.noticedMetres * eyesOf(watch.card)) / map.hexMetres + 0.5);
  const row = sightFrom(map, from);
  const distances = distancesFrom(map.grid, from);
  for (let hex = 0; hex < map.grid.size; hex++)
    if (hex === from || (row[hex] === 1 && (distances[hex] ?? 0) <= reach)) see(hex);
}

/**
 * Whether a unit on its way along `path` looks upon ground that its side did not look upon before, as far as anything can
 * be noticed: finding it empty is news too, so such a march cannot be taken back.
 */
export function opensView(
  scenario: Scenario,
  before: BattleState,
  mover: UnitCard,
  path: readonly HexIndex[],
): boolean {
  const sky = skyOf(scenario.clock, before);
  const noticedMetres = farthestMetres(sky.light, sky.weather);
  const watched = groundWithin(scenario, before, mover.side, noticedMetres);
  let opened = false;
  for (const from of path) {
    watchFrom({ scenario, card: mover, noticedMetres }, from, (hex) => {
      if (watched[hex] === 0) opened = true;
    });
  }
  return opened;
}
