/**
 * Men who swim: how long they take, where the current sets them ashore, who can at all. They keep what a man carries;
 * whatever takes a crew stays on the bank.
 */
import { findBySlanted, type HexIndex, SLANTED_STEPS, slantedOf } from '../../hex/grid.ts';
import { hexesBetween } from '../../hex/distance.ts';
import type { Metres, Minutes } from '../../model/clock.ts';
import type { BattleMap } from '../../model/map.ts';
import type { Mobility, Unit, UnitCard } from '../../model/unit.ts';
import { tenths } from '../curve.ts';
import { hasGuns } from '../roster.ts';
import { FARTHEST_SWUM_METRES, SWUM_METRES } from './adrift.ts';
import { isWater } from './currents.ts';
import type { Stretch } from './stretch.ts';

/** Of men who swim a hundred metres with their rifles, those who drown. [C] */
export const DROWNED_A_100_METRES = 0.003;

/** Suppression that comes of it: wet, spent, mixed up. Source: scenarios/sources.md 15 [C]. */
export const SWUM_DISORDER = 0.4;

/** Air in which nobody is sent into the water, in °C. [C] */
export const SWIM_CELSIUS = 5;

const SWIMMING: readonly Mobility[] = ['foot', 'horse', 'pack', 'truck'];

/** Whether its men can swim: not with guns, vehicles or others aboard. Lorries stay where they are, horses swim. */
export const canSwim = (card: UnitCard): boolean =>
  SWIMMING.includes(card.mobility) && !hasGuns(card) && card.branch !== 'tanks' && card.branch !== 'craft';

/** Men who drown on average of so many who swim so far. */
export const drownedMen = ({ men, suppression }: Unit, metres: Metres): number =>
  men * DROWNED_A_100_METRES * (metres / 100) * (1 + suppression);

/** Where swimmers come ashore and when; nothing when the current takes them away. */
export interface Landing {
  readonly hex: HexIndex;
  readonly minutes: Minutes;
}

export function findLanding(map: BattleMap, stretch: Stretch): Landing | undefined {
  if (stretch.widthMetres > FARTHEST_SWUM_METRES) return undefined;
  if (stretch.over === 'hexside') return { hex: stretch.to, minutes: tenths(stretch.widthMetres / SWUM_METRES) };
  return swept(map, stretch);
}

/** Parts of a minute in which the way of a swimmer is reckoned, and how long he holds out. [C] */
const PART_MINUTES = 0.5;
const SPENT_MINUTES = 90;

/** He makes for the far bank all the time and is carried downstream meanwhile; the first ground he comes to is his. */
function swept(map: BattleMap, { from, to }: Stretch): Landing | undefined {
  const { grid, hexMetres } = map;
  const start = slantedOf(grid, from);
  const end = slantedOf(grid, to);
  const steps = hexesBetween(grid, from, to);
  const ahead = { lane: (end.lane - start.lane) / steps, slant: (end.slant - start.slant) / steps };
  // He goes into the water at the edge of his hex.
  let lane = start.lane + ahead.lane / 2;
  let slant = start.slant + ahead.slant / 2;
  let at: HexIndex | undefined = from;
  const stroke = (SWUM_METRES * PART_MINUTES) / hexMetres;
  for (let parts = 1; parts * PART_MINUTES <= SPENT_MINUTES; parts++) {
    const flow: { readonly to: number; readonly metresPerSecond: number } | undefined = map.waters?.get(at)?.flow;
    const carried = ((flow?.metresPerSecond ?? 0) * 60 * PART_MINUTES) / hexMetres;
    const along = SLANTED_STEPS[grid.orientation][flow?.to ?? 0] ?? { lane: 0, slant: 0 };
    lane += ahead.lane * stroke + along.lane * carried;
    slant += ahead.slant * stroke + along.slant * carried;
    at = hexHolding(map, lane, slant);
    if (at === undefined) return undefined;
    if (at === to || (at !== from && !isWater(map.terrain[at])))
      return { hex: at, minutes: tenths(parts * PART_MINUTES) };
  }
  return undefined;
}

/** The hex that holds a spot in straight coordinates: the two that are nearer to whole numbers give the third. */
function hexHolding({ grid }: BattleMap, lane: number, slant: number): HexIndex | undefined {
  const third = -lane - slant;
  let [nearLane, nearSlant] = [Math.round(lane), Math.round(slant)];
  const nearThird = Math.round(third);
  const [laneError, slantError] = [Math.abs(nearLane - lane), Math.abs(nearSlant - slant)];
  const thirdError = Math.abs(nearThird - third);
  if (laneError > slantError && laneError > thirdError) nearLane = -nearSlant - nearThird;
  else if (slantError > thirdError) nearSlant = -nearLane - nearThird;
  return findBySlanted(grid, nearLane, nearSlant);
}
