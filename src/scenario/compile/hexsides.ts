/**
 * What lies along hexsides: streams, bluffs and ways. A line belongs to the side two hexes share when it passes between
 * their centres; a way leads over the side from centre to centre when it runs from the one hex into the other.
 */
import { type HexGrid, type HexIndex, indexOf, isAdjacent } from '../../hex/grid.ts';
import { countHexsides, type HexsideIndex, hexesOfHexside, hexsideBetween } from '../../hex/hexside.ts';
import { type HexsideFeature, WAYS, type Way } from '../../model/map.ts';
import { countCrossings, listSteps } from './geometry.ts';
import { type Ground, isWideRiver } from './ground.ts';
import { centreOf, findHexOf, type Sheet, type Surveyed } from './sheet.ts';

/** Features of all hexsides that have any, in ascending order. */
export function listHexsides(sheet: Sheet, ground: Ground): ReadonlyMap<HexsideIndex, HexsideFeature> {
  const ways = findWays(sheet, ground);
  const bluffs = findBluffs(sheet, ground, ways);
  const streams = sheet.features.filter(
    (feature) => ['river', 'stream'].includes(feature.properties.kind) && !isWideRiver(sheet, feature),
  );
  const hexsides = new Map<HexsideIndex, HexsideFeature>();
  for (let hexside = 0; hexside < countHexsides(sheet.grid); hexside += 1) {
    const [near, beyond] = hexesOfHexside(sheet.grid, hexside);
    if (beyond === -1) continue;
    const stream = streams.find(
      (line) => !isWaterBetween(ground, near, beyond) && passesBetween(sheet, line, near, beyond),
    );
    const way = ways.get(hexside);
    const feature: HexsideFeature = {
      ...(stream === undefined ? {} : { river: riverOf(sheet, stream) }),
      ...(bluffs.has(hexside) ? { bluff: true } : {}),
      ...(way === undefined ? {} : { way }),
    };
    if (Object.keys(feature).length > 0) hexsides.set(hexside, feature);
  }
  return hexsides;
}

function riverOf(sheet: Sheet, { properties }: Surveyed) {
  return {
    widthMetres: properties.width_m ?? 1,
    depthMetres: properties.depth_m ?? sheet.recipe.rules.riverDepthMetres,
  };
}

/**
 * Bluffs that were surveyed, and sides between hexes of very different elevation, corrected by hand. Where a way leads
 * there is none: carts use it, so it climbs more gently than the ground beside it.
 */
function findBluffs(
  sheet: Sheet,
  { terrain, elevationMetres }: Ground,
  ways: ReadonlyMap<HexsideIndex, Way>,
): ReadonlySet<HexsideIndex> {
  const { grid, recipe } = sheet;
  const surveyed = sheet.features.filter(({ properties }) => properties.kind === 'bluff');
  const bluffs = new Set<HexsideIndex>();
  for (let hexside = 0; hexside < countHexsides(grid); hexside += 1) {
    const [near, beyond] = hexesOfHexside(grid, hexside);
    if (beyond === -1 || ways.has(hexside) || terrain[near] === 'deepWater' || terrain[beyond] === 'deepWater')
      continue;
    const rise = Math.abs((elevationMetres[near] ?? 0) - (elevationMetres[beyond] ?? 0));
    const isSteep = rise > recipe.rules.bluffRiseMetres;
    if (isSteep || surveyed.some((line) => passesBetween(sheet, line, near, beyond))) bluffs.add(hexside);
  }
  for (const override of recipe.overrides) {
    if (override.set !== 'bluff' && override.set !== 'noBluff') continue;
    const [from, to] = override.between;
    const hexside = hexsideBetween(grid, indexOf(grid, from), indexOf(grid, to));
    if (override.set === 'bluff') bluffs.add(hexside);
    else bluffs.delete(hexside);
  }
  return bluffs;
}

/** The best way over each hexside: a railway is not marched on, so a road or track beside it is better. */
function findWays(sheet: Sheet, ground: Ground): ReadonlyMap<HexsideIndex, Way> {
  const ways = new Map<HexsideIndex, Way>();
  const lay = (route: readonly HexIndex[], way: Way) => {
    for (const [index, hex] of route.entries()) {
      const next = route[index + 1];
      if (next === undefined || !isAdjacent(sheet.grid, hex, next)) continue;
      if (ground.terrain[hex] === 'deepWater' || ground.terrain[next] === 'deepWater') continue;
      const hexside = hexsideBetween(sheet.grid, hex, next);
      const laid = ways.get(hexside);
      if (laid === undefined || WAYS.indexOf(way) < WAYS.indexOf(laid)) ways.set(hexside, way);
    }
  };
  for (const way of WAYS) {
    for (const line of sheet.features.filter(({ properties }) => properties.kind === way)) {
      lay(routeOf(sheet, line), way);
    }
  }
  for (const override of sheet.recipe.overrides) {
    if (override.set === 'way')
      lay(
        override.through.map((hex) => indexOf(sheet.grid, hex)),
        override.way,
      );
  }
  return ways;
}

/** Hexes a way leads through from centre to centre, without those it only clips. */
function routeOf(sheet: Sheet, line: Surveyed): HexIndex[] {
  const { recipe, grid } = sheet;
  const step = recipe.hexMetres / 50;
  const visits: { hex: HexIndex; metres: number }[] = [];
  for (const point of listSteps(line.points, step)) {
    const hex = findHexOf(sheet, point);
    if (hex === undefined) continue;
    const last = visits.at(-1);
    if (last?.hex === hex) last.metres += step;
    else visits.push({ hex, metres: step });
  }
  const route: HexIndex[] = [];
  for (const [index, { hex, metres }] of visits.entries()) {
    const before = route.at(-1);
    const after = visits[index + 1]?.hex;
    const isClip = metres < recipe.rules.clipMetres && before !== undefined && after !== undefined;
    if (isClip && isShortcut(grid, before, after)) continue;
    if (before !== hex) route.push(hex);
  }
  return route;
}

/** Whether a way can go from one hex to the next but one without the hex between. */
function isShortcut(grid: HexGrid, before: HexIndex, after: HexIndex): boolean {
  return before === after || isAdjacent(grid, before, after);
}

function passesBetween(sheet: Sheet, line: Surveyed, near: HexIndex, beyond: HexIndex): boolean {
  return countCrossings(line.points, centreOf(sheet, near), centreOf(sheet, beyond)) % 2 === 1;
}

/** Where water fills a hex, a stream that runs out of it is no obstacle of its own. */
function isWaterBetween({ terrain }: Ground, near: HexIndex, beyond: HexIndex): boolean {
  return [terrain[near], terrain[beyond]].some((ground) => ground === 'shallows' || ground === 'deepWater');
}
