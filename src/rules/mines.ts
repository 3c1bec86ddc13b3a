/**
 * Mines along a hexside: how thick a belt lies, who comes upon it and what it does to him. A belt is found by whoever
 * walks into it, or by engineers beside it; who knows a lane goes through unharmed.
 */
import type { Metres, Minutes } from '../model/clock.ts';
import type { Made, Minefield } from '../model/engineering.ts';
import type { BattleMap } from '../model/map.ts';
import type { Knowledge } from '../model/observation.ts';
import type { Side } from '../model/side.ts';
import type { BattleState } from '../model/state.ts';
import type { Unit, UnitCard, UnitId } from '../model/unit.ts';
import { chanceFor, type Course, happen } from './course.ts';
import { findMade } from './crossing.ts';
import { strike } from './fire/harm.ts';
import { type ByTread, goingOf } from './march-rates.ts';
import { cardOf, unitOf } from './roster.ts';

/** A full belt: mines for each metre of the hexside. Source: scenarios/sources.md 14 [C]. */
const MINES_A_METRE = 1;

/** Minutes to pick a way through a belt one knows of, and what is then left of the danger. [C] */
export const MINE_MINUTES = 10;
const WARNED_SHARE = 0.25;

/**
 * Metres of front that one track of a unit sweeps, men or vehicles in one track behind each other when deployed, and men
 * lost to one mine. In column everybody follows two tracks. Source: scenarios/sources.md 14 [C].
 */
interface MineHarm {
  readonly sweptMetres: Metres;
  readonly inATrack: number;
  readonly lostMen: number;
}
// biome-ignore format: a table, columns aligned
export const MINE_HARM: ByTread<MineHarm> = {
  foot:  { sweptMetres: 0.15, inATrack: 4, lostMen: 1.5 },
  horse: { sweptMetres: 0.3,  inATrack: 4, lostMen: 1.5 },
  wheel: { sweptMetres: 1,    inATrack: 1, lostMen: 1   },
  track: { sweptMetres: 1,    inATrack: 1, lostMen: 0.3 },
  hull:  { sweptMetres: 0,    inATrack: 1, lostMen: 0   },
};
const COLUMN_TRACKS = 2;
/** Men to a lorry where a unit rides and has no fighting vehicles. [C] */
const MEN_A_LORRY = 15;
/** Fright of one mine, in men hit. [C] */
const MINE_WEIGHT = 4;

/** Metres of a hexside: a side of the hexagon whose flats lie a hex apart. */
export const hexsideMetres = (map: BattleMap): Metres => map.hexMetres / Math.sqrt(3);

/** Mines that a full belt along a hexside takes. */
export const fullBelt = (map: BattleMap): number => Math.round(MINES_A_METRE * hexsideMetres(map));

/** Mines a side knows of along a hexside and has no lane through. */
export function findDanger(knowledge: Pick<Knowledge, 'crossings' | 'side'>, hexside: number): Minefield | undefined {
  return unlessLane(findMade(knowledge.crossings, hexside), knowledge.side);
}

const unlessLane = (made: Made | null | undefined, side: Side): Minefield | undefined =>
  made?.mines === undefined || made.mines.lanes.includes(side) ? undefined : made.mines;

/** Minutes that mines a side knows of add to crossing a hexside. */
export const mineMinutes = (knowledge: Pick<Knowledge, 'crossings' | 'side'>, hexside: number): Minutes =>
  knowledge.crossings !== undefined && findDanger(knowledge, hexside) !== undefined ? MINE_MINUTES : 0;

/** Mines that go off on average under a unit that crosses a belt of so many. */
export function minesSetOff(
  scenario: Course['scenario'],
  crosser: { readonly card: UnitCard; readonly unit: Unit },
  belt: { readonly count: number; readonly warned: 'warned' | 'unaware' },
): number {
  const { card, unit } = crosser;
  const { tread } = goingOf(scenario, card, unit);
  const { sweptMetres, inATrack } = MINE_HARM[tread];
  const onWheels = unit.vehicles > 0 ? unit.vehicles : unit.men / MEN_A_LORRY;
  const going = tread === 'foot' || tread === 'horse' ? unit.men : onWheels;
  const tracks = unit.posture === 'marching' ? Math.min(COLUMN_TRACKS, going) : going / inATrack;
  const swept = (belt.count / hexsideMetres(scenario.map)) * sweptMetres;
  return tracks * (swept / (1 + swept)) * (belt.warned === 'warned' ? WARNED_SHARE : 1);
}

/** A unit goes over a hexside: mines in its way are found, and go off. */
export function meetMines(course: Course, id: UnitId, hexside: number): void {
  const { scenario, state } = course;
  const crossing = findCrossing(state, hexside);
  const card = cardOf(scenario, id);
  const mines = unlessLane(crossing?.now, card.side);
  if (crossing === undefined || mines === undefined) return;
  const unit = unitOf(scenario, state, id);
  const warned = crossing.believed[card.side]?.mines === undefined ? 'unaware' : 'warned';
  const mean = minesSetOff(scenario, { card, unit }, { count: mines.count, warned });
  // Who crosses a belt always finds out: were it left to chance, a march that may be taken back would tell of no mines.
  const wentOff = chanceFor(course, id).whole(mean, 'mines');
  happen(course, { kind: 'minesMet', unit: id, hexside });
  if (wentOff === 0) return;
  strike(course, {
    unit: id,
    by: null,
    men: wentOff * MINE_HARM[goingOf(scenario, card, unit).tread].lostMen,
    vehicles: unit.vehicles > 0 ? wentOff : 0,
    weight: wentOff * MINE_WEIGHT,
    felt: 1,
  });
}

/** What has become of a hexside, if anything has. */
export const findCrossing = (
  { crossings }: Pick<BattleState, 'crossings'>,
  hexside: number,
): NonNullable<BattleState['crossings']>[number] | undefined => crossings?.find((one) => one.hexside === hexside);
