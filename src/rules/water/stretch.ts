/** The water between a unit and where it wants to go: a river along a hexside, or hexes of water straight across. */
import { findDirection, type HexIndex } from '../../hex/grid.ts';
import { hexsideBetween } from '../../hex/hexside.ts';
import { listLine } from '../../hex/line.ts';
import type { Metres } from '../../model/clock.ts';
import type { BattleMap } from '../../model/map.ts';
import { crossingOf } from '../crossing.ts';
import { COLUMN_KMH, type Going } from '../march-rates.ts';
import { isWater } from './currents.ts';

export interface Stretch {
  readonly from: HexIndex;
  readonly to: HexIndex;
  readonly widthMetres: Metres;
  /** The swiftest on the way. */
  readonly currentMetresPerSecond: number;
  /** A line between two hexes, or hexes with currents of their own. */
  readonly over: 'hexside' | 'hexes';
}

/** The water straight between two hexes, on the far side of which one can stand; nothing where there is none. */
export function findStretch(map: BattleMap, from: HexIndex, to: HexIndex): Stretch | undefined {
  if (from === to || map.terrain[to] === 'deepWater') return undefined;
  if (findDirection(map.grid, from, to) !== undefined) return findRiver(map, from, to);
  const between = listLine(map.grid, from, to).slice(1, -1);
  if (!between.every((hex) => isWater(map.terrain[hex]))) return undefined;
  const flows = between.map((hex) => map.waters?.get(hex)?.flow?.metresPerSecond ?? 0);
  return {
    from,
    to,
    widthMetres: between.length * map.hexMetres,
    currentMetresPerSecond: Math.max(...flows),
    over: 'hexes',
  };
}

function findRiver(map: BattleMap, from: HexIndex, to: HexIndex): Stretch | undefined {
  const river = map.hexsides.get(hexsideBetween(map.grid, from, to))?.river;
  if (river === undefined) return undefined;
  const { widthMetres, currentMetresPerSecond = 0 } = river;
  return { from, to, widthMetres, currentMetresPerSecond, over: 'hexside' };
}

/** Whether men wade it: a river, as the map has it, that bars nobody on foot. */
export function isWaded(map: BattleMap, { from, to, over }: Stretch): boolean {
  const feature = over === 'hexside' ? map.hexsides.get(hexsideBetween(map.grid, from, to)) : undefined;
  return feature !== undefined && crossingOf(feature, ON_FOOT).kind !== 'barred';
}

const ON_FOOT: Going = { tread: 'foot', kmh: COLUMN_KMH.foot };
