/**
 * Which hexes lie at a given distance, and which lie within it, in one fixed order: outward, and clockwise in each
 * ring. Hexes off the map are left out and the order of the others stands.
 */
import {
  assertOnMap,
  DIRECTIONS,
  findBySlanted,
  type HexGrid,
  type HexIndex,
  SLANTED_STEPS,
  slantedOf,
} from './grid.ts';

/** The hexes `radius` steps from `centre`, clockwise from the one straight in direction 0; radius 0 is the centre. */
export function listRing(grid: HexGrid, centre: HexIndex, radius: number): HexIndex[] {
  const ring: HexIndex[] = [];
  pushRing(grid, centre, radius, ring);
  return ring;
}

/** The hexes at most `radius` steps from `centre`: the centre, then ring after ring. */
export function listWithin(grid: HexGrid, centre: HexIndex, radius: number): HexIndex[] {
  const hexes: HexIndex[] = [];
  // No hex is farther off than this, however great the radius.
  const farthest = Math.min(radius, grid.columns + grid.rows);
  for (let distance = 0; distance <= farthest; distance++) pushRing(grid, centre, distance, hexes);
  return hexes;
}

function pushRing(grid: HexGrid, centre: HexIndex, radius: number, into: HexIndex[]): void {
  assertOnMap(grid, centre);
  if (radius === 0) {
    into.push(centre);
    return;
  }
  const steps = SLANTED_STEPS[grid.orientation];
  const start = slantedOf(grid, centre);
  let lane = start.lane + steps[0].lane * radius;
  let slant = start.slant + steps[0].slant * radius;
  for (const corner of DIRECTIONS) {
    // From the corner in one direction to the corner in the next runs a side in the direction after that.
    const side = steps[DIRECTIONS[(corner + 2) % 6] ?? 0];
    for (let step = 0; step < radius; step++) {
      const index = findBySlanted(grid, lane, slant);
      if (index !== undefined) into.push(index);
      lane += side.lane;
      slant += side.slant;
    }
  }
}
