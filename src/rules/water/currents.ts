/** The water of hexes: which hexes are water at all, how deep it is, which way and how fast it flows. */
import type { Direction, HexIndex } from '../../hex/grid.ts';
import type { Metres } from '../../model/clock.ts';
import type { BattleMap, Terrain } from '../../model/map.ts';

/** Depth of water of which nothing more is known. [C] */
export const DEPTH_METRES = { shallows: 0.7, deepWater: 3 } as const;

export const isWater = (terrain: Terrain | undefined): terrain is keyof typeof DEPTH_METRES =>
  terrain === 'shallows' || terrain === 'deepWater';

/** Depth of a hex by a map; none on dry ground. */
export function depthAt(map: BattleMap, hex: HexIndex): Metres {
  const terrain = map.terrain[hex];
  return isWater(terrain) ? (map.waters?.get(hex)?.depthMetres ?? DEPTH_METRES[terrain]) : 0;
}

/** What a current gives to who goes a direction, by the turn from its own: all, half, half against him, all against him. */
const HELP: readonly number[] = [1, 0.5, -0.5, -1, -0.5, 0.5];

/** Kilometres an hour that the current of a hex adds to who goes there in a direction; negative against it. */
export function flowKmh(map: BattleMap, hex: HexIndex, direction: Direction): number {
  const flow = map.waters?.get(hex)?.flow;
  return flow === undefined ? 0 : 3.6 * flow.metresPerSecond * (HELP[(direction - flow.to + 6) % 6] ?? 0);
}
