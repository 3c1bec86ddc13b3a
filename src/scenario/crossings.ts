/** From the entries of a scenario's file to hexsides as the battle finds them. */
import type { BridgingId, BridgingType } from '../model/bridging.ts';
import type { BridgeNow } from '../model/engineering.ts';
import type { BattleMap } from '../model/map.ts';
import type { OpeningCrossing, Scenario } from '../model/scenario.ts';
import { present } from '../model/assert.ts';
import { findHexside } from './facing.ts';
import type { CrossingEntry } from './scenario-file.ts';

/** Nothing where the file names none. */
export function crossingsOf(
  entries: readonly CrossingEntry[] | undefined,
  map: BattleMap,
  bridging: ReadonlyMap<BridgingId, BridgingType>,
): Pick<Scenario, 'crossings'> {
  if (entries === undefined || entries.length === 0) return {};
  return { crossings: entries.map((entry) => crossingOf(entry, map, bridging)) };
}

function crossingOf(
  { hex, facing, bridge, corduroy, mines }: CrossingEntry,
  map: BattleMap,
  bridging: ReadonlyMap<BridgingId, BridgingType>,
): OpeningCrossing {
  const hexside = present(findHexside(map.grid, hex, facing), `a crossing along no hexside at ${hex.join(' ')}`);
  return {
    hexside,
    made: {
      ...(bridge === undefined
        ? {}
        : { bridge: bridgeOf(bridge, map.hexsides.get(hexside)?.bridge?.tonnes, bridging) }),
      ...(corduroy === undefined ? {} : { corduroy }),
      ...(mines === undefined ? {} : { mines: { count: mines.count, lanes: [mines.side] } }),
    },
  };
}

function bridgeOf(
  { type, condition }: NonNullable<CrossingEntry['bridge']>,
  drawnTonnes: number | undefined,
  bridging: ReadonlyMap<BridgingId, BridgingType>,
): BridgeNow {
  if (type === undefined) return { tonnes: present(drawnTonnes, 'a bridge of the map'), condition };
  const means = present(bridging.get(type as BridgingId), `bridging ${type}`);
  return { type: means.id, tonnes: means.loadTonnes, condition };
}
