/**
 * Who is cut off: units from which no way leads to an edge of the map where their side is at home, over ground that no
 * enemy they know of holds or commands. Looked at once, when a side's turn begins.
 */
import { type Direction, DIRECTIONS, type HexGrid, type HexIndex, listNeighbours, neighbourOf } from '../hex/grid.ts';
import { hexsideOf } from '../hex/hexside.ts';
import type { Minutes } from '../model/clock.ts';
import type { Scenario } from '../model/scenario.ts';
import { EDGES, type Edge } from '../model/scenario.ts';
import type { Side } from '../model/side.ts';
import type { BattleState } from '../model/state.ts';
import type { Unit } from '../model/unit.ts';
import { crossingAt, crossingOf, type GroundNow } from './crossing.ts';
import { type Point, valueAt } from './curve.ts';
import { knownCrossings } from './known.ts';
import { minuteOf, skyOf } from './light.ts';
import { COLUMN_KMH, type Going } from './march-rates.ts';
import { isBorne } from './winter.ts';

/** Ground within this distance of a known enemy is no way home unless own troops stand on it. [C] */
export const COMMANDED_METRES = 300;

/** A way home is one for men: what vehicles cannot ford, their crews can. */
const ON_FOOT: Going = { tread: 'foot', kmh: COLUMN_KMH.foot };

/** Factor on the chance to waver by hours without a way home, and what it takes off the chance to rally. [C] */
const SHOCK_BY_HOURS: readonly Point[] = [
  [0, 1.1],
  [12, 1.2],
  [72, 1.4],
];
const RALLY_LOST = 0.1;

/** Factor on the unit's chance to waver at a minute of the clock. */
export const shockOfIsolation = (unit: Pick<Unit, 'cutOffMinute'>, minute: Minutes): number =>
  unit.cutOffMinute === undefined ? 1 : valueAt(SHOCK_BY_HOURS, (minute - unit.cutOffMinute) / 60);

/** What being cut off takes off the chance to rally. */
export const rallyLostToIsolation = (unit: Pick<Unit, 'cutOffMinute'>): number =>
  unit.cutOffMinute === undefined ? 0 : RALLY_LOST;

/** One byte a hex: 1 where a unit of the side has a way home, by what the side knows. */
export function waysHome(scenario: Scenario, state: BattleState, side: Side): Uint8Array {
  const known = state.contacts[side]
    .filter(({ view }) => view.current && view.level !== 'suspected')
    .map(({ view }) => view.hex);
  const starts: HexIndex[] = [];
  for (const edge of scenario.homeEdges?.[side] ?? EDGES) forEachOn(scenario, edge, (hex) => starts.push(hex));
  const ground = { ...knownCrossings(state, side), minute: minuteOf(scenario.clock, state.turn) };
  return groundJoinedTo(scenario, starts, shutHexes(scenario, state, side, known), ground);
}

/** One byte a hex: 1 where a way leads to from some hexes, over ground that is not shut and no deep river. */
export function groundJoinedTo(
  scenario: Scenario,
  starts: readonly HexIndex[],
  shut: Uint8Array,
  ground: GroundNow,
): Uint8Array {
  const { grid } = scenario.map;
  const joined = new Uint8Array(grid.size);
  const queue = new Int32Array(grid.size);
  let end = 0;
  const reach = (hex: HexIndex): void => {
    if (joined[hex] === 1 || shut[hex] === 1) return;
    joined[hex] = 1;
    queue[end++] = hex;
  };
  for (const hex of starts) reach(hex);
  for (let begin = 0; begin < end; begin++) {
    const from = queue[begin] ?? 0;
    for (const direction of DIRECTIONS) {
      const to = neighbourOf(grid, from, direction);
      if (to >= 0 && joined[to] === 0 && !isRiverBetween(scenario, ground, from, direction)) reach(to);
    }
  }
  return joined;
}

/** Water too deep, and ground that enemies on these hexes hold or command and no own unit stands on. */
export function shutHexes(scenario: Scenario, state: BattleState, side: Side, held: readonly HexIndex[]): Uint8Array {
  const { grid, terrain, hexMetres } = scenario.map;
  const shut = commandedFrom(grid, held, Math.floor(COMMANDED_METRES / hexMetres));
  for (let index = 0; index < state.units.length; index++) {
    const unit = state.units[index];
    if (unit !== undefined && typeof unit.at === 'number' && scenario.cards[index]?.side === side) shut[unit.at] = 0;
  }
  for (const hex of held) shut[hex] = 1;
  // Ice that bears men is a way.
  if (isBorne(ON_FOOT, skyOf(scenario.clock, state).iceCentimetres ?? 0)) return shut;
  for (let hex = 0; hex < grid.size; hex++) if (terrain[hex] === 'deepWater') shut[hex] = 1;
  return shut;
}

/** One byte a hex: 1 on the hexes given and within so many steps of them. */
function commandedFrom(grid: HexGrid, held: readonly HexIndex[], steps: number): Uint8Array {
  const commanded = new Uint8Array(grid.size);
  let ring = held;
  for (const hex of held) commanded[hex] = 1;
  for (let step = 0; step < steps; step++) {
    const next: HexIndex[] = [];
    for (const from of ring) {
      for (const to of listNeighbours(grid, from)) {
        if (commanded[to] === 1) continue;
        commanded[to] = 1;
        next.push(to);
      }
    }
    ring = next;
  }
  return commanded;
}

function isRiverBetween({ map }: Scenario, ground: GroundNow, from: HexIndex, direction: Direction): boolean {
  if (map.hexsides.size === 0) return false;
  const feature = crossingAt(map, ground.crossings, hexsideOf(map.grid, from, direction), ground.minute ?? 0);
  return feature !== undefined && crossingOf(feature, ON_FOOT).kind === 'barred';
}

function forEachOn({ map }: Scenario, edge: Edge, visit: (hex: HexIndex) => void): void {
  const { columns, rows } = map.grid;
  switch (edge) {
    case 'north':
    case 'south':
      for (let column = 0; column < columns; column++) visit((edge === 'north' ? 0 : rows - 1) * columns + column);
      return;
    case 'east':
    case 'west':
      for (let row = 0; row < rows; row++) visit(row * columns + (edge === 'west' ? 0 : columns - 1));
  }
}
