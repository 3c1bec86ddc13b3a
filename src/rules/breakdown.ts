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
import type { VehicleType } from '../model/vehicle.ts';
import { chanceFor, type Course, happen } from './course.ts';
import { chanceInPart, chanceOver } from './hazard.ts';
import { turnMinutesOf } from './light.ts';
import { rangeMetres } from './range.ts';
import { countFallenOut, hexOf, indexesOf, isInAction, listUnitsAt, unitOf } from './roster.ts';

/** Minutes of fighting that make up the day of combat of the table. [C] */
export const COMBAT_DAY_MINUTES = 720;

/** Within so many metres a workshop mends so many times as fast as crews alone. Source: scenarios/sources.md 16 [C]. */
export const WORKSHOP = { metres: 2000, times: 2 } as const;

/** A day in tens of minutes: mending goes on evenly, however turns cut it. */
const TENS_A_DAY = 144;

/** The most that is mended within a day, workshop or not. [C] */
const MOST_MENDED = 0.95;

type Rates = NonNullable<VehicleType['breakdown']>;

const findRates = (scenario: Scenario, card: UnitCard): Rates | undefined =>
  card.vehicle === undefined ? undefined : scenario.vehicles.get(card.vehicle)?.breakdown;

/** Vehicles a unit may expect to lose to its machinery by so much driving and fighting. */
export function expectedFallen(
  scenario: Scenario,
  card: UnitCard,
  unit: Unit,
  work: { readonly metres: Metres; readonly fightingMinutes: Minutes },
): number {
  const rates = findRates(scenario, card);
  if (rates === undefined || unit.vehicles === 0) return 0;
  const share =
    (rates.per100Km * work.metres) / 100_000 + (rates.perCombatDay * work.fightingMinutes) / COMBAT_DAY_MINUTES;
  return unit.vehicles * Math.min(1, share);
}

/** A unit all of whose vehicles have fallen out stays with them. */
export function whyVehiclesDown(card: UnitCard, unit: Unit): Refusal | undefined {
  if (card.vehicles === 0 || unit.vehicles > 0 || unit.fallenOut === undefined) return undefined;
  return { reason: 'vehiclesDown', vehicles: countFallenOut(unit) };
}

/** At the end of a side's turn: what this turn's driving and fighting took. */
export function breakDown(course: Course, side: Side): void {
  const { scenario } = course;
  for (const index of indexesOf(scenario, side)) {
    const unit = course.state.units[index];
    const card = scenario.cards[index];
    if (unit === undefined || card === undefined || unit.vehicles === 0 || card.vehicle === undefined) continue;
    if (typeof unit.at !== 'number' || !isInAction(unit)) continue;
    const fightingMinutes = unit.activity === 'firing' ? turnMinutesOf(scenario.clock, course.state.turn) : 0;
    const expected = expectedFallen(scenario, card, unit, { metres: unit.drivenMetres ?? 0, fightingMinutes });
    if (expected === 0) continue;
    const vehicles = Math.min(unit.vehicles, chanceFor(course, unit.id).whole(expected, 'breakdown'));
    if (vehicles > 0) fallOut(course, card, unit, vehicles);
  }
}

function fallOut(course: Course, card: UnitCard, unit: Unit, vehicles: number): void {
  const pieces = unit.pieces.map((count, type) => count - piecesWith(card, unit.vehicles - vehicles, type, count));
  happen(course, { kind: 'breakdown', unit: unit.id, stage: 'fellOut', hex: hexOf(unit), vehicles, pieces });
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
  const rates = findRates(scenario, card);
  for (const place of unit.fallenOut) {
    if (isTaken(course, card.side, place.hex)) {
      happen(course, { kind: 'breakdown', unit: unit.id, stage: 'taken', ...place, pieces: [] });
      continue;
    }
    if (rates === undefined || typeof unit.at !== 'number' || !isInAction(unit)) continue;
    const chance = mendChance(course, card.side, place.hex, rates.backInDay);
    const vehicles = Math.min(place.vehicles, chanceFor(course, unit.id).whole(place.vehicles * chance, 'mended'));
    if (vehicles > 0) comeBack(course, card, { hex: place.hex, vehicles });
  }
}

function comeBack(course: Course, card: UnitCard, back: FallenOut): void {
  const unit = unitOf(course.scenario, course.state, card.id);
  const pieces = unit.pieces.map((count, type) =>
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
