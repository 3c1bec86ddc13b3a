/**
 * Vehicles that fall out: on the march by kilometres, in action by time. They wait where they stopped, neither fight nor
 * carry, are mended there and come after their unit, unless the enemy gets to them first. Drawn once a turn of a side.
 */
import type { HexIndex } from '../hex/grid.ts';
import type { Metres, Minutes } from '../model/clock.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Scenario } from '../model/scenario.ts';
import { opponentOf, type Side } from '../model/side.ts';
import type { FallenOut, Unit, UnitCard } from '../model/unit.ts';
import type { VehicleId, VehicleType } from '../model/vehicle.ts';
import { chanceFor, type Course, happen } from './course.ts';
import { chanceInPart, chanceOver } from './hazard.ts';
import { turnMinutesOf } from './light.ts';
import { rangeMetres } from './range.ts';
import { transportLeft } from './rides.ts';
import { hasGuns, hexOf, indexesOf, isInAction, listUnitsAt, unitOf } from './roster.ts';

/** Minutes of fighting that make up the day of combat of the table. [C] */
export const COMBAT_DAY_MINUTES = 720;

/** Within so many metres a workshop mends so many times as fast as crews alone. Source: scenarios/sources.md 16 [C]. */
export const WORKSHOP = { metres: 2000, times: 2 } as const;

/** A day in tens of minutes: mending goes on evenly, however turns cut it. */
const TENS_A_DAY = 144;

/** The most that is mended within a day, workshop or not. [C] */
const MOST_MENDED = 0.95;

type Rates = NonNullable<VehicleType['breakdown']>;

/** Those a unit fights with, or its lorries. */
interface Fleet {
  readonly vehicles: number;
  readonly rates: Rates;
  readonly lorries?: true;
}

const findRates = (scenario: Scenario, id: VehicleId | undefined): Rates | undefined =>
  id === undefined ? undefined : scenario.vehicles.get(id)?.breakdown;

/** What drives in a unit: its fighting vehicles, and the lorries its men ride or its guns are pulled by. */
function listFleets(scenario: Scenario, card: UnitCard, unit: Unit): Fleet[] {
  const fleets: Fleet[] = [];
  const own = findRates(scenario, card.vehicle);
  if (own !== undefined && unit.vehicles > 0) fleets.push({ vehicles: unit.vehicles, rates: own });
  if (card.mobility !== 'truck' || unit.ridesAt !== undefined) return fleets;
  const carriers = findRates(scenario, card.transport?.vehicle);
  const lorries = transportLeft(card, unit);
  if (carriers !== undefined && lorries > 0) fleets.push({ vehicles: lorries, rates: carriers, lorries: true });
  return fleets;
}

interface Work {
  readonly metres: Metres;
  readonly fightingMinutes: Minutes;
}

function fallenOf({ vehicles, rates }: Fleet, { metres, fightingMinutes }: Work): number {
  const share = (rates.per100Km * metres) / 100_000 + (rates.perCombatDay * fightingMinutes) / COMBAT_DAY_MINUTES;
  return vehicles * Math.min(1, share);
}

/** Vehicles and lorries a unit may expect to lose to their machinery by so much driving and fighting. */
export const expectedFallen = (scenario: Scenario, card: UnitCard, unit: Unit, work: Work): number =>
  listFleets(scenario, card, unit).reduce((sum, fleet) => sum + fallenOf(fleet, work), 0);

/** A unit all of whose vehicles have fallen out stays with them, and guns with the lorries that pull them; men walk on. */
export function whyVehiclesDown(card: UnitCard, unit: Unit): Refusal | undefined {
  if (unit.fallenOut === undefined) return undefined;
  const isPulled = card.mobility === 'truck' && card.transport !== undefined && hasGuns(card);
  const isDown = (card.vehicles > 0 && unit.vehicles === 0) || (isPulled && transportLeft(card, unit) === 0);
  if (!isDown) return undefined;
  return { reason: 'vehiclesDown', vehicles: unit.fallenOut.reduce((sum, { vehicles }) => sum + vehicles, 0) };
}

/** At the end of a side's turn: what this turn's driving and fighting took. */
export function breakDown(course: Course, side: Side): void {
  const { scenario } = course;
  for (const index of indexesOf(scenario, side)) {
    const unit = course.state.units[index];
    const card = scenario.cards[index];
    if (unit === undefined || card === undefined || typeof unit.at !== 'number' || !isInAction(unit)) continue;
    const isFighting = unit.activity === 'firing' && unit.vehicles > 0;
    if (unit.drivenMetres === undefined && !isFighting) continue;
    const fightingMinutes = isFighting ? turnMinutesOf(scenario.clock, course.state.turn) : 0;
    for (const fleet of listFleets(scenario, card, unit)) {
      // Lorries do not fight.
      const work = { metres: unit.drivenMetres ?? 0, fightingMinutes: fleet.lorries ? 0 : fightingMinutes };
      const expected = fallenOf(fleet, work);
      if (expected === 0) continue;
      const vehicles = Math.min(fleet.vehicles, chanceFor(course, unit.id).whole(expected, 'breakdown'));
      if (vehicles > 0) fallOut(course, card, { ...fleet, vehicles });
    }
  }
}

function fallOut(course: Course, card: UnitCard, { vehicles, lorries }: Fleet): void {
  const unit = unitOf(course.scenario, course.state, card.id);
  const pieces = unit.pieces.map((count, type) => count - piecesWith(card, unit.vehicles - vehicles, type, count));
  const place = { hex: hexOf(unit), vehicles };
  const what = lorries ? { ...place, lorries, pieces: [] } : { ...place, pieces };
  happen(course, { kind: 'breakdown', unit: unit.id, stage: 'fellOut', ...what });
}

/** Pieces of a type that so many vehicles have, at most so many. */
function piecesWith(card: UnitCard, vehicles: number, type: number, most: number): number {
  const whole = card.armaments[type]?.count ?? 0;
  return Math.min(most, Math.round((whole * vehicles) / Math.max(1, card.vehicles)));
}

/** At the beginning of its side's turn: those the enemy has come to are lost, some of the others are mended. */
export function mend(course: Course, card: UnitCard): void {
  const { scenario, state } = course;
  const unit = unitOf(scenario, state, card.id);
  if (unit.fallenOut === undefined) return;
  for (const place of unit.fallenOut) {
    if (isTaken(course, card.side, place.hex)) {
      happen(course, { kind: 'breakdown', unit: unit.id, stage: 'taken', ...place, pieces: [] });
      continue;
    }
    const rates = findRates(scenario, place.lorries ? card.transport?.vehicle : card.vehicle);
    if (rates === undefined || typeof unit.at !== 'number' || !isInAction(unit)) continue;
    const chance = mendChance(course, card.side, place.hex, rates.backInDay);
    const vehicles = Math.min(place.vehicles, chanceFor(course, unit.id).whole(place.vehicles * chance, 'mended'));
    if (vehicles > 0) comeBack(course, card, { ...place, vehicles });
  }
}

function comeBack(course: Course, card: UnitCard, back: FallenOut): void {
  const unit = unitOf(course.scenario, course.state, card.id);
  const pieces = back.lorries
    ? []
    : unit.pieces.map((count, type) =>
        Math.max(0, piecesWith(card, unit.vehicles + back.vehicles, type, Infinity) - count),
      );
  happen(course, { kind: 'breakdown', unit: unit.id, stage: 'mended', ...back, pieces });
}

function mendChance(course: Course, side: Side, hex: HexIndex, backInDay: number): number {
  const times = hasWorkshopNear(course, side, hex) ? WORKSHOP.times : 1;
  const turnMinutes = turnMinutesOf(course.scenario.clock, course.state.turn);
  return chanceOver(chanceInPart(Math.min(backInDay * times, MOST_MENDED), TENS_A_DAY), 10, turnMinutes);
}

const hasWorkshopNear = ({ scenario, state }: Course, side: Side, hex: HexIndex): boolean =>
  indexesOf(scenario, side).some((index) => {
    const unit = state.units[index];
    return (
      scenario.cards[index]?.workshop === true &&
      unit !== undefined &&
      isInAction(unit) &&
      typeof unit.at === 'number' &&
      rangeMetres(scenario.map, unit.at, hex) <= WORKSHOP.metres
    );
  });

/** Whether the enemy is where they stand and nobody of the side is. */
const isTaken = ({ scenario, state }: Course, side: Side, hex: HexIndex): boolean =>
  listUnitsAt(scenario, state, opponentOf(side), hex).some(isInAction) &&
  !listUnitsAt(scenario, state, side, hex).some(isInAction);
