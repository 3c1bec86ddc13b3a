/**
 * Getting up on horses or lorries and down again, tanks going over from tracks to wheels and back. Led horses and waiting
 * lorries stay where they were left, and come up when they are not far.
 */
import { hexesBetween } from '../hex/distance.ts';
import type { Metres, Minutes } from '../model/clock.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Saddle, Unit, UnitCard, UnitId } from '../model/unit.ts';
import { perceive } from './contacts.ts';
import { type Course, happen } from './course.ts';
import { tenths } from './curve.ts';
import { findWheels } from './march-rates.ts';
import { whyNoTime } from './minutes.ts';
import { findRide, isRiding } from './rides.ts';
import { cardOf, hexOf, unitOf } from './roster.ts';

/** Minutes to get up or down. Source: equipment tables, loading [A for horses, C for lorries: five a platoon]. */
export const HORSES_MINUTES = 1;
export const LORRIES_MINUTES = { section: 2, platoon: 5, larger: 10 };

/** Led horses and lorries come up from so far, at so many metres a minute. [C] */
export const COME_UP_METRES = 1000;
export const COME_UP_METRES_A_MINUTE = 125;

/** Minutes to mount or dismount here and now, to take the tracks off or put them on. */
export function saddleMinutes(scenario: Scenario, card: UnitCard, unit: Unit, saddle: Saddle): Minutes {
  if (isGear(saddle)) return findWheels(scenario, card)?.changeMinutes ?? 0;
  const { section, platoon, larger } = LORRIES_MINUTES;
  const load = card.echelon === 'section' ? section : card.echelon === 'platoon' ? platoon : larger;
  const getting = findRide(card) === 'horses' ? HORSES_MINUTES : load;
  if (saddle === 'dismounted') return getting;
  return tenths(getting + metresToRide(scenario, unit) / COME_UP_METRES_A_MINUTE);
}

const metresToRide = (scenario: Scenario, unit: Unit): Metres =>
  unit.ridesAt === undefined ? 0 : hexesBetween(scenario.map.grid, hexOf(unit), unit.ridesAt) * scenario.map.hexMetres;

const isGear = (saddle: Saddle): saddle is 'wheels' | 'tracks' => saddle === 'wheels' || saddle === 'tracks';

function whyNotGear(scenario: Scenario, card: UnitCard, unit: Unit, gear: 'wheels' | 'tracks'): Refusal | undefined {
  if (findWheels(scenario, card) === undefined || unit.vehicles === 0) return { reason: 'noOtherGear' };
  if ((unit.onWheels ?? false) === (gear === 'wheels')) return { reason: 'already', state: gear };
  return whyNoTime(unit, saddleMinutes(scenario, card, unit, gear));
}

/** Refusal of an order to mount or dismount, or to change from tracks to wheels. */
export function whyNotSaddle(scenario: Scenario, card: UnitCard, unit: Unit, saddle: Saddle): Refusal | undefined {
  if (isGear(saddle)) return whyNotGear(scenario, card, unit, saddle);
  if (findRide(card) === undefined) return { reason: 'nothingToRide' };
  if (isRiding(card, unit) === (saddle === 'mounted')) return { reason: 'already', state: saddle };
  const metres = metresToRide(scenario, unit);
  if (saddle === 'mounted' && metres > COME_UP_METRES)
    return { reason: 'ridesTooFar', metres, mostMetres: COME_UP_METRES };
  return whyNoTime(unit, saddleMinutes(scenario, card, unit, saddle));
}

export function resolveSaddle(course: Course, order: { readonly unit: UnitId; readonly saddle: Saddle }): void {
  const card = cardOf(course.scenario, order.unit);
  const unit = unitOf(course.scenario, course.state, order.unit);
  const minutes = saddleMinutes(course.scenario, card, unit, order.saddle);
  happen(course, { kind: 'saddled', unit: order.unit, saddle: order.saddle, minutes });
  perceive(course);
}

/** Who digs, or takes up works, has got down. */
export function getDown(course: Course, id: UnitId): void {
  const card = cardOf(course.scenario, id);
  if (isRiding(card, unitOf(course.scenario, course.state, id)))
    happen(course, { kind: 'saddled', unit: id, saddle: 'dismounted', minutes: 0 });
}

/** Men in lorries who come under fire jump off where they are. */
export function tumbleOut(course: Course, id: UnitId): void {
  const unit = unitOf(course.scenario, course.state, id);
  if (typeof unit.at === 'number' && unit.men > 0 && findRide(cardOf(course.scenario, id)) === 'lorries')
    getDown(course, id);
}
