/** Limits name regions of the map, and levels of victory rise. */
import { describeFound } from '../problem.ts';
import type { Draft, Fault } from '../draft.ts';

export function listUnknownRegions({ map, limits }: Draft): Fault[] {
  if (map === undefined) return [];
  return limits.flatMap(({ path, value }): Fault[] => {
    if (!('region' in value) || map.regions.has(value.region)) return [];
    const regions = [...map.regions.keys()].join(', ');
    return [
      { path: `${path}.region`, found: describeFound(value.region), expected: `a region of the map: ${regions}` },
    ];
  });
}

export function listUnknownGrass({ map, tallGrass }: Draft): Fault[] {
  if (map === undefined || tallGrass === undefined || map.regions.has(tallGrass)) return [];
  const regions = [...map.regions.keys()].join(', ');
  return [{ path: 'tallGrass', found: describeFound(tallGrass), expected: `a region of the map: ${regions}` }];
}

export function listFlatVictories({ victory }: Draft): Fault[] {
  if (victory === undefined) return [];
  const { decisive, major, minor } = victory;
  if (decisive > major && major > minor) return [];
  return [{ path: 'victory', found: `${decisive}, ${major}, ${minor}`, expected: 'decisive above major above minor' }];
}
