/**
 * What lies on the ground and in the air for a look at one hex: light with the moon and fires, haze, dust, smoke, grass.
 * Distances are detection's business; this says what they are multiplied by.
 */
import type { HexIndex } from '../hex/grid.ts';
import { findBetween } from '../hex/line.ts';
import type { Light, Sky } from '../model/clock.ts';
import type { BattleMap, Terrain } from '../model/map.ts';
import type { Scenario } from '../model/scenario.ts';
import type { BattleState, Plume } from '../model/state.ts';
import type { Scene } from './detection.ts';
import { minuteOf } from './light.ts';
import { hasLineOfSight } from './sight.ts';

/** What smoke on a hex leaves of the distance of notice, and of aimed fire into it or out of it. Source: scenarios/sources.md 3, dust and smoke 0.3–0.5 [C]. */
export const SMOKE_SHARE = 0.3;
export const SMOKED_FIRE = 0.5;

/** Air that shimmers over hot sand around noon. Source: scenarios/sources.md 3 [C]; the heat it takes [C]. */
export const SHIMMER = { share: 0.6, fromHour: 11, toHour: 16, celsius: 25 };

/** Bare sand: it shimmers in the heat, and blows when it is dry. */
export const isBareSand = (terrain: Terrain): boolean => terrain === 'sand' || terrain === 'dunes';

/** What grass as high as a man leaves of the distance at which men on foot are noticed. [C] */
export const TALL_GRASS_SHARE = 0.5;

const NONE: readonly Plume[] = [];

/** Plumes of a kind that are up. */
const listPlumes = ({ plumes }: Pick<BattleState, 'plumes'>, kind: Plume['kind']): readonly Plume[] =>
  plumes === undefined ? NONE : plumes.filter((plume) => plume.kind === kind);

/** Whatever lights hexes by night: flares and fires. */
export const glowsOf = (state: Pick<BattleState, 'flares' | 'plumes'>): readonly { readonly hex: HexIndex }[] =>
  state.plumes === undefined ? state.flares : [...state.flares, ...listPlumes(state, 'fire')];

/** Whether smoke lies on a hex. */
export const isSmoked = (state: Pick<BattleState, 'plumes'>, hex: HexIndex): boolean =>
  state.plumes !== undefined && state.plumes.some((plume) => plume.kind === 'smoke' && plume.hex === hex);

/** Whether smoke stands between two hexes. */
export function isScreened(map: BattleMap, state: Pick<BattleState, 'plumes'>, from: HexIndex, to: HexIndex): boolean {
  const smoke = listPlumes(state, 'smoke');
  return (
    smoke.length > 0 && findBetween(map.grid, from, to, (hex) => smoke.some((plume) => plume.hex === hex)) !== undefined
  );
}

/** Whether ground and smoke let one hex see another. */
export const hasClearSight = (
  map: BattleMap,
  state: Pick<BattleState, 'plumes'>,
  from: HexIndex,
  to: HexIndex,
): boolean => hasLineOfSight(map, from, to) && !isScreened(map, state, from, to);

const GRASS = new WeakMap<Scenario, ReadonlySet<HexIndex>>();

/** Hexes where grass stands man-high. */
function tallGrassOf(scenario: Scenario): ReadonlySet<HexIndex> {
  let grass = GRASS.get(scenario);
  if (grass === undefined) {
    const { tallGrass } = scenario;
    grass = new Set(tallGrass === undefined ? [] : (scenario.map.regions.get(tallGrass) ?? []));
    GRASS.set(scenario, grass);
  }
  return grass;
}

/** Circumstances of a look at a hex, in the light that is on it. */
export function sceneOf(
  scenario: Scenario,
  state: Pick<BattleState, 'turn' | 'plumes'>,
  look: { readonly hex: HexIndex; readonly light: Light; readonly sky: Sky },
): Scene {
  const { hex, light, sky } = look;
  const terrain = scenario.map.terrain[hex] ?? 'open';
  let clarity = isSmoked(state, hex) ? SMOKE_SHARE : 1;
  if (isBareSand(terrain) && isShimmering(scenario, state, sky)) clarity *= SHIMMER.share;
  return {
    light,
    weather: sky.weather,
    terrain,
    ...(sky.moonShare === undefined ? {} : { moonShare: sky.moonShare }),
    ...(clarity === 1 ? {} : { clarity }),
    ...(sky.dusty === undefined ? {} : { dusty: sky.dusty }),
    ...(tallGrassOf(scenario).has(hex) ? { grassShare: TALL_GRASS_SHARE } : {}),
  };
}

function isShimmering({ clock }: Scenario, { turn }: Pick<BattleState, 'turn'>, sky: Sky): boolean {
  const hour = (((minuteOf(clock, turn) % 1440) + 1440) % 1440) / 60;
  const { fromHour, toHour, celsius } = SHIMMER;
  return sky.weather === 'clear' && (sky.celsius ?? 0) >= celsius && hour >= fromHour && hour < toHour;
}
