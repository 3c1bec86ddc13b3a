/**
 * Named sets of land hexes: what lies beyond a border or on the far bank of a river.
 */
import type { HexIndex } from '../../hex/grid.ts';
import type { Place } from '../../model/map.ts';
import { isInside, type Point } from './geometry.ts';
import type { RegionRule } from './recipe.ts';
import { centreOf, type Sheet, toPoint } from './sheet.ts';
import type { Ground } from './ground.ts';

/** The hexes of every region, ascending, in the order of the recipe. Deep water belongs to none. */
export function listRegions(
  sheet: Sheet,
  ground: Ground,
  places: readonly Place[],
): ReadonlyMap<string, readonly HexIndex[]> {
  const regions = new Map<string, readonly HexIndex[]>();
  const hexesOfPlaces = (ids: readonly string[]) => places.filter(({ id }) => ids.includes(id)).map(({ hex }) => hex);
  for (const [name, rule] of Object.entries(sheet.recipe.regions)) {
    const area = areaOf(sheet, rule);
    const others = new Set(rule.withoutRegions.flatMap((other) => regions.get(other) ?? []));
    const without = hexesOfPlaces(rule.withoutPlaces);
    const also = hexesOfPlaces(rule.withPlaces);
    const hexes: HexIndex[] = [];
    for (let hex = 0; hex < sheet.grid.size; hex += 1) {
      if (ground.terrain[hex] === 'deepWater') continue;
      const isHeld = isInside(centreOf(sheet, hex), area) && !others.has(hex) && !without.includes(hex);
      if (isHeld || also.includes(hex)) hexes.push(hex);
    }
    regions.set(name, hexes);
  }
  return regions;
}

function areaOf(sheet: Sheet, rule: RegionRule): Point[] {
  const borders = rule.along.flatMap(({ feature, backwards }) => {
    const points = sheet.features.find(({ properties }) => properties.id === feature)?.points ?? [];
    return backwards ? points.toReversed() : points;
  });
  return [...borders, ...rule.closedBy.map((position) => toPoint(sheet.recipe, sheet.elevations, position))];
}
