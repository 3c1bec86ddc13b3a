/**
 * What a side sees of bridges, corduroy and mines: bridges and ways of logs as far as ground is watched, mines only by
 * engineers beside them. What it has not seen it goes on believing.
 */
import type { HexIndex } from '../hex/grid.ts';
import { hexesBetween } from '../hex/distance.ts';
import type { BridgeNow, CrossingState, Made, Minefield } from '../model/engineering.ts';
import type { Side } from '../model/side.ts';
import type { UnitCard, UnitId } from '../model/unit.ts';
import { type Course, happen } from './course.ts';
import { banksOf } from './crossing.ts';
import { eyesOf, watchMetres } from './detection.ts';
import { skyOf } from './light.ts';
import { cardOf, isInAction, unitOf } from './roster.ts';
import { hasLineOfSight } from './sight.ts';

/** A unit that has come to where it is looks about it. */
export function lookAtCrossings(course: Course, id: UnitId): void {
  for (const crossing of course.state.crossings ?? []) lookAt(course, id, crossing);
}

/** Everybody who looks upon a hexside sees what has become of it. */
export function showCrossing(course: Course, hexside: number): void {
  for (const card of course.scenario.cards) {
    const crossing = course.state.crossings?.find((one) => one.hexside === hexside);
    if (crossing !== undefined) lookAt(course, card.id, crossing);
  }
}

function lookAt(course: Course, id: UnitId, crossing: CrossingState): void {
  const unit = unitOf(course.scenario, course.state, id);
  if (typeof unit.at !== 'number' || !isInAction(unit)) return;
  const card = cardOf(course.scenario, id);
  const manner = mannerOf(course, card, unit.at, crossing);
  if (manner !== undefined) learn(course, card.side, crossing, manner);
}

/** From afar one sees bridges; beside them engineers find mines as well. */
type Manner = 'seen' | 'searched';

function mannerOf(course: Course, card: UnitCard, at: HexIndex, crossing: CrossingState): Manner | undefined {
  const { map, bridging, clock } = course.scenario;
  const banks = banksOf(map, crossing.hexside);
  if (banks.includes(at)) return card.branch === 'engineers' ? 'searched' : 'seen';
  const { bridge } = crossing.now;
  if (bridge?.type !== undefined && bridging.get(bridge.type)?.hidden === true) return undefined;
  const sky = skyOf(clock, course.state);
  const reachMetres = watchMetres(sky.light, sky.weather) * eyesOf(card);
  return banks.some(
    (bank) => hexesBetween(map.grid, at, bank) * map.hexMetres <= reachMetres && hasLineOfSight(map, at, bank),
  )
    ? 'seen'
    : undefined;
}

function learn(course: Course, side: Side, { hexside, now, believed }: CrossingState, manner: Manner): void {
  const before = believed[side] ?? {};
  const made: Made = {
    ...(now.bridge === undefined ? {} : { bridge: now.bridge }),
    ...(now.corduroy === undefined ? {} : { corduroy: now.corduroy }),
    ...minesOf(manner === 'searched' ? now.mines : before.mines),
  };
  if (!isSame(before, made)) happen(course, { kind: 'crossingSeen', side, hexside, made });
}

const minesOf = (mines: Minefield | undefined): Pick<Made, 'mines'> => (mines === undefined ? {} : { mines });

const isSame = (one: Made, other: Made): boolean =>
  one.corduroy === other.corduroy &&
  isSameBridge(one.bridge, other.bridge) &&
  one.mines?.count === other.mines?.count &&
  one.mines?.lanes.length === other.mines?.lanes.length;

const isSameBridge = (one: BridgeNow | undefined, other: BridgeNow | undefined): boolean =>
  one?.condition === other?.condition && one?.type === other?.type && one?.openMinute === other?.openMinute;
