/**
 * Units that carry others: lorry columns, boats, tanks with riders. Who is aboard is where the carrier is, does nothing of
 * its own, shares the carrier's losses and gets off where it stands, or is thrown off when it comes under fire.
 */
import { type HexIndex, isAdjacent } from '../hex/grid.ts';
import type { Minutes } from '../model/clock.ts';
import type { Knowledge } from '../model/observation.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Scenario } from '../model/scenario.ts';
import { opponentOf } from '../model/side.ts';
import type { BattleState } from '../model/state.ts';
import type { Unit, UnitCard, UnitId } from '../model/unit.ts';
import { perceive } from './contacts.ts';
import { type Course, happen } from './course.ts';
import { whyNotEnter } from './limits.ts';
import { whyNoTime } from './minutes.ts';
import { findIndex, cardOf, hasGuns, hexOf, isInAction, listUnitsAt, unitOf } from './roster.ts';
import { transportLeft } from './rides.ts';
import { LORRIES_MINUTES } from './saddle.ts';
import { whyNoRoom } from './stacking.ts';
import { isAfloat } from './water/craft.ts';

/** Men who ride on one tank. Source: photographs and reports of 1939–43 [C]. */
export const RIDERS_A_TANK = 6;

/** Men besides its own that a unit has seats for, and pieces that it can pull. */
export function capacityOf(
  scenario: Scenario,
  card: UnitCard,
  unit: Unit,
): { readonly men: number; readonly pieces: number } {
  const carrier = card.transport === undefined ? undefined : scenario.vehicles.get(card.transport.vehicle);
  const vessel = card.vehicle === undefined ? undefined : scenario.vehicles.get(card.vehicle);
  let men = 0;
  let pieces = 0;
  if (carrier !== undefined && card.transport !== undefined && card.mobility === 'truck') {
    const count = transportLeft(card, unit);
    const inCabs = Math.min(unit.men, count);
    men += Math.max(0, (carrier.seats ?? 0) * count - (unit.men - inCabs));
    pieces += (carrier.towKg ?? 0) > 0 && !hasGuns(card) ? count : 0;
  }
  if (vessel?.seats !== undefined) men += vessel.seats * unit.vehicles;
  else if (vessel?.kind === 'tank') men += RIDERS_A_TANK * unit.vehicles;
  return { men, pieces };
}

/** Units aboard a carrier, in the order of the cards. */
export const listAboard = (units: readonly Unit[], carrier: UnitId): Unit[] =>
  units.filter((unit) => unit.carrier === carrier && unit.at === 'aboard');

/** Minutes to get aboard or off, of both. */
export const boardMinutes = (card: UnitCard): Minutes =>
  card.echelon === 'section'
    ? LORRIES_MINUTES.section
    : card.echelon === 'platoon'
      ? LORRIES_MINUTES.platoon
      : LORRIES_MINUTES.larger;

const countPieces = (card: UnitCard, unit: Unit): number =>
  hasGuns(card) ? unit.pieces.slice(0, 1).reduce((sum, count) => sum + count, 0) : 0;

/** In the same hex, or on the bank beside a vessel. */
const isAtHand = (scenario: Scenario, { at }: Unit, carrier: Unit): boolean =>
  carrier.at === at ||
  (typeof at === 'number' &&
    typeof carrier.at === 'number' &&
    isAfloat(cardOf(scenario, carrier.id), carrier) &&
    isAdjacent(scenario.map.grid, at, carrier.at));

/** Refusal of an order to get aboard. */
export function whyNotBoard(
  scenario: Scenario,
  knowledge: Knowledge,
  unit: Unit,
  carrierId: UnitId,
): Refusal | undefined {
  const card = cardOf(scenario, unit.id);
  const carrier = knowledge.units.find((own) => own.id === carrierId);
  if (carrier === undefined || findIndex(scenario, carrierId) === undefined)
    return { reason: 'unknownUnit', unit: carrierId };
  if (
    carrier.id === unit.id ||
    !isAtHand(scenario, unit, carrier) ||
    !isInAction(carrier) ||
    carrier.cohesion === 'broken'
  )
    return { reason: 'noCarrierHere' };
  const rides = card.mobility === 'horse' && unit.ridesAt === undefined;
  if (card.branch === 'tanks' || rides || listAboard(knowledge.units, unit.id).length > 0)
    return { reason: 'cannotBoard' };
  if (hasGuns(card) && unit.gunState === 'inBattery') return { reason: 'inBattery' };
  const carrierCard = cardOf(scenario, carrierId);
  const capacity = capacityOf(scenario, carrierCard, carrier);
  const aboard = listAboard(knowledge.units, carrierId);
  const seats = capacity.men - aboard.reduce((sum, other) => sum + other.men, 0);
  const hooks =
    capacity.pieces - aboard.reduce((sum, other) => sum + countPieces(cardOf(scenario, other.id), other), 0);
  if (unit.men > seats) return { reason: 'noSeats', men: unit.men, seats: Math.max(0, seats) };
  if (countPieces(card, unit) > hooks)
    return { reason: 'noTow', pieces: countPieces(card, unit), hooks: Math.max(0, hooks) };
  const minutes = boardMinutes(card);
  return whyNoTime(unit, minutes) ?? whyNoTime(carrier, minutes);
}

/** Refusal of an order to a carrier to let a unit off. */
export function whyNotUnload(
  scenario: Scenario,
  knowledge: Knowledge,
  carrier: Unit,
  order: { readonly passenger: UnitId; readonly to?: HexIndex },
): Refusal | undefined {
  const passenger = listAboard(knowledge.units, carrier.id).find((own) => own.id === order.passenger);
  if (passenger === undefined) return { reason: 'notAboard' };
  const hex = order.to ?? carrier.at;
  if (typeof hex !== 'number' || !isLanding(scenario, carrier, hex)) return { reason: 'noLanding' };
  const card = cardOf(scenario, order.passenger);
  const here = knowledge.units.filter((own) => own.at === hex).map((own) => [cardOf(scenario, own.id), own] as const);
  return (
    (order.to === undefined ? undefined : whyNotEnter(scenario, knowledge, hex)) ??
    whyNoTime(carrier, boardMinutes(card)) ??
    whyNoRoom(scenario.map, card, passenger, here)
  );
}

/** Whether men can get off upon a hex: where the carrier is, or beside a vessel, and not into deep water. */
function isLanding(scenario: Scenario, carrier: Unit, hex: HexIndex): boolean {
  const { map } = scenario;
  if (hex < 0 || hex >= map.grid.size || map.terrain[hex] === 'deepWater') return false;
  if (hex === carrier.at) return true;
  const isBeside = typeof carrier.at === 'number' && isAdjacent(map.grid, carrier.at, hex);
  return isBeside && isAfloat(cardOf(scenario, carrier.id), carrier);
}

export function resolveBoard(course: Course, order: { readonly unit: UnitId; readonly carrier: UnitId }): void {
  const minutes = boardMinutes(cardOf(course.scenario, order.unit));
  happen(course, { kind: 'boarded', unit: order.unit, carrier: order.carrier, minutes });
  perceive(course);
}

export function resolveUnload(course: Course, order: { readonly unit: UnitId; readonly passenger: UnitId }): void {
  const hex = hexOf(unitOf(course.scenario, course.state, order.unit));
  const minutes = boardMinutes(cardOf(course.scenario, order.passenger));
  happen(course, { kind: 'unloaded', unit: order.passenger, carrier: order.unit, hex, minutes });
  perceive(course);
}

/** Everybody aboard jumps off where the carrier is. */
export function jumpOff(course: Course, carrier: UnitId, hex: HexIndex): void {
  for (const passenger of listAboard(course.state.units, carrier))
    happen(course, { kind: 'unloaded', unit: passenger.id, carrier, hex, minutes: 0 });
}

/** Those whose carrier was lost or runs are off it; where the enemy has the place, he has them. */
export function settleCarried(course: Course, before: BattleState): void {
  if (before.orders > 0 && !hasAnyFallenOut(before.units, course.state.units)) return;
  for (const unit of course.state.units) {
    if (unit.carrier === undefined || unit.at !== 'aboard') continue;
    const carrier = unitOf(course.scenario, course.state, unit.carrier);
    const isOnWater = isAfloat(cardOf(course.scenario, carrier.id), carrier);
    if (
      typeof carrier.at === 'number' &&
      (isOnWater || (carrier.cohesion !== 'broken' && carrier.cohesion !== 'surrendered'))
    )
      continue;
    const { at } = typeof carrier.at === 'number' ? carrier : unitOf(course.scenario, before, carrier.id);
    if (typeof at !== 'number') continue;
    happen(course, { kind: 'unloaded', unit: unit.id, carrier: carrier.id, hex: at, minutes: 0 });
    const enemy = opponentOf(cardOf(course.scenario, unit.id).side);
    const captor = listUnitsAt(course.scenario, course.state, enemy, at).find(isInAction);
    if (captor !== undefined)
      happen(course, { kind: 'captured', unit: unit.id, men: unit.men, by: captor.id, hex: at });
  }
}

/** Whether somebody has since got off the map, or on to others, or out of hand: nothing else unsettles who is carried. */
function hasAnyFallenOut(before: readonly Unit[], now: readonly Unit[]): boolean {
  for (let index = 0; index < now.length; index++) {
    const unit = now[index];
    if (unit === undefined || unit === before[index]) continue;
    if (typeof unit.at !== 'number' || unit.cohesion === 'broken' || unit.cohesion === 'surrendered') return true;
  }
  return false;
}

/** Men of a unit at which hits on it are half of those on a crowd. [C] */
const HALF_CROWD_MEN = 40;

/**
 * Hits expected among those aboard for each hit expected among the carrier's own men: all are one mark, and of a larger
 * crowd more are hit, but not in proportion.
 */
export function aboardShare(carrierMen: number, aboardMen: number): number {
  const crowd = (men: number): number => men / (men + HALF_CROWD_MEN);
  return carrierMen === 0 ? 0 : crowd(carrierMen + aboardMen) / crowd(carrierMen) - 1;
}
