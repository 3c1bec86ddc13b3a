/** Bridges lie over rivers and are of a known make, and a hexside is told of once; stores name means of the table. */
import { findIndex } from '../../hex/grid.ts';
import type { Draft, Fault, Located } from '../draft.ts';
import { findHexside } from '../facing.ts';
import { describeFound } from '../problem.ts';
import type { CrossingEntry } from '../scenario-file.ts';

export function listWrongCrossings({ map, bridging, crossings }: Draft): Fault[] {
  if (map === undefined) return [];
  const firstByHexside = new Map<number, string>();
  return crossings.flatMap(({ path, value }): Fault[] => {
    if (findIndex(map.grid, value.hex) === undefined) return [];
    const hexside = findHexside(map.grid, value.hex, value.facing);
    if (hexside === undefined)
      return [
        {
          path: `${path}.facing`,
          found: describeFound(value.facing),
          expected: 'a side with a hex of the map beyond it',
        },
      ];
    const first = firstByHexside.get(hexside);
    if (first !== undefined)
      return [
        {
          path: `${path}.facing`,
          found: describeFound(value.facing),
          expected: `each hexside once; ${first} is the same side`,
        },
      ];
    firstByHexside.set(hexside, path);
    return listWrongBridge({ path, value }, map.hexsides.get(hexside) ?? {}, bridging);
  });
}

function listWrongBridge(
  { path, value: { bridge } }: Located<CrossingEntry>,
  feature: { readonly river?: unknown; readonly bridge?: unknown },
  bridging: Draft['bridging'],
): Fault[] {
  if (bridge === undefined) return [];
  if (feature.river === undefined)
    return [{ path: `${path}.bridge`, found: 'no river', expected: 'a side with a river' }];
  if (bridge.type === undefined)
    return feature.bridge === undefined
      ? [{ path: `${path}.bridge`, found: 'no bridge of the map', expected: 'a type of bridging' }]
      : [];
  return bridging === undefined || bridging.has(bridge.type)
    ? []
    : [{ path: `${path}.bridge.type`, found: describeFound(bridge.type), expected: 'means of the table of bridging' }];
}

export function listUnknownBridging({ units, typical, bridging }: Draft): Fault[] {
  if (bridging === undefined) return [];
  return [...units, ...typical].flatMap(({ path, value: { stores } }): Fault[] => {
    const type = stores?.bridging?.type;
    return type === undefined || bridging.has(type)
      ? []
      : [
          {
            path: `${path}.stores.bridging.type`,
            found: describeFound(type),
            expected: 'means of the table of bridging',
          },
        ];
  });
}
