/** What one side may know of a state: its own units whole, the enemy as contacts, ground under observation. */
import { hexesBetween } from '../hex/distance.ts';
import type { HexIndex } from '../hex/grid.ts';
import { listWithin } from '../hex/ring.ts';
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
import { indexesOf, isInAction } from '../rules/roster.ts';
import { isInSight, sightsOf } from '../rules/sight.ts';

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
  const { map } = scenario;
  const sights = sightsOf(map);
  const seen = new Uint8Array(map.grid.size);
  for (const { from, reach } of listLookouts(scenario, state, side, noticedMetres)) {
    seen[from] = 1;
    for (const hex of listWithin(map.grid, from, reach))
      if (seen[hex] === 0 && isInSight(sights, from, hex)) seen[hex] = 1;
  }
  return seen;
}

/** Where somebody looks from, and over how many hexes. */
interface Lookout {
  readonly from: HexIndex;
  readonly reach: number;
}

function listLookouts(
  scenario: Scenario,
  state: Pick<BattleState, 'units'>,
  side: Side,
  noticedMetres: Metres,
): Lookout[] {
  const lookouts: Lookout[] = [];
  for (const index of indexesOf(scenario, side)) {
    const unit = state.units[index];
    const card = scenario.cards[index];
    if (card === undefined || unit === undefined || typeof unit.at !== 'number' || !isInAction(unit)) continue;
    lookouts.push({ from: unit.at, reach: hexesNoticed(scenario, card, noticedMetres) });
  }
  return lookouts;
}

/** How many hexes away a unit of this card still notices what is noticed from so far with the naked eye. */
const hexesNoticed = ({ map }: Scenario, card: UnitCard, noticedMetres: Metres): number =>
  Math.floor((noticedMetres * eyesOf(card)) / map.hexMetres + 0.5);

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
  const { grid } = scenario.map;
  const sights = sightsOf(scenario.map);
  const sky = skyOf(scenario.clock, before);
  const noticedMetres = farthestMetres(sky.light, sky.weather);
  const lookouts = listLookouts(scenario, before, mover.side, noticedMetres);
  const sees = ({ from, reach }: Lookout, hex: HexIndex): boolean =>
    from === hex || (hexesBetween(grid, from, hex) <= reach && isInSight(sights, from, hex));
  const reach = hexesNoticed(scenario, mover, noticedMetres);
  const asked = new Uint8Array(grid.size);
  for (const from of path) {
    for (const hex of listWithin(grid, from, reach)) {
      if (asked[hex] === 1 || !sees({ from, reach }, hex)) continue;
      asked[hex] = 1;
      if (!lookouts.some((lookout) => sees(lookout, hex))) return true;
    }
  }
  return false;
}
