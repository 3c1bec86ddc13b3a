/**
 * Flights as they are called and sent: how long they take, from what height they work, and whether one may be called.
 * What they do when they are there is in the other files of this room.
 */
import type { AircraftType } from '../../model/aircraft.ts';
import type { ByLight, Metres, Minutes, Weather } from '../../model/clock.ts';
import { AIR_TASKS, type AirTask, type Flight, type FlightNow } from '../../model/flight.ts';
import type { Knowledge } from '../../model/observation.ts';
import type { OrderOf } from '../../model/order.ts';
import type { Refusal } from '../../model/refusal.ts';
import type { Scenario } from '../../model/scenario.ts';
import { whyHeldBack } from '../affairs/incidents.ts';
import { tenths } from '../curve.ts';
import { turnMinutesOf } from '../light.ts';
import { whyNotFireYet, whyNotFly, whyNotShell } from '../limits.ts';
import { isInAction } from '../roster.ts';
import { findFlight, typeOf } from './roster.ts';
import { OVER_MINUTES } from './watch.ts';

/** Speed on the way as a share of the greatest. Source: scenarios/sources.md 13 [C]. */
export const CRUISE_SHARE = 0.75;

/** From landing until the next call. Source: scenarios/sources.md 13 [C]. */
export const TURNAROUND_MINUTES = 60;

const DAY_MINUTES = 1440;

/** How bombs and guns are brought to the target. */
export const MANNERS = ['level', 'underClouds', 'dive', 'low', 'look', 'watch'] as const;
export type Manner = (typeof MANNERS)[number];

interface Approach {
  readonly heightMetres: Metres;
  /** Ground over which the bombs of a flight of middling training come down by day, in hectares. */
  readonly hectares: number;
  /** Times it goes over the target. */
  readonly passes: number;
}

/** Source: scenarios/sources.md 13: heights [A–B], a box of 300 by 600 m for nine aircraft and the error of aim [C]. */
// biome-ignore format: a table, columns aligned
export const APPROACHES: Readonly<Record<Manner, Approach>> = {
  level:       { heightMetres: 3000, hectares: 60, passes: 1 },
  underClouds: { heightMetres: 800,  hectares: 30, passes: 1 },
  dive:        { heightMetres: 600,  hectares: 12, passes: 1 },
  low:         { heightMetres: 100,  hectares: 6,  passes: 3 },
  look:        { heightMetres: 1200, hectares: 0,  passes: 1 },
  watch:       { heightMetres: 4000, hectares: 0,  passes: 0 },
};

/** How a task is flown: bombers from high up, or from under the clouds; everybody else goes down to aim. */
export function mannerOf(type: AircraftType, task: AirTask, weather: Weather): Manner {
  if (task === 'strafe') return 'low';
  if (task !== 'bomb') return task === 'cover' ? 'watch' : 'look';
  if (!isBomber(type)) return 'dive';
  return weather === 'overcast' ? 'underClouds' : 'level';
}

const isBomber = ({ roles: [main] }: AircraftType): boolean =>
  main === 'lightBomber' || main === 'mediumBomber' || main === 'heavyBomber';

export const isFighter = ({ roles }: AircraftType): boolean => roles.includes('fighter');

/** Minutes from its field to the battle. */
const minutesOfWay = (scenario: Scenario, flight: Flight): Minutes =>
  (flight.baseKm / (typeOf(scenario, flight).speedKmh * CRUISE_SHARE)) * 60;

/** Minutes from the call until the flight is over the battle. */
export const minutesThere = (scenario: Scenario, flight: Flight): Minutes =>
  tenths(flight.callMinutes + minutesOfWay(scenario, flight));

/** Minute of the clock from which a flight that is over its target at `dueMinute` may be called again. */
export const readyAgain = (scenario: Scenario, flight: Flight, task: AirTask, dueMinute: Minutes): Minutes =>
  tenths(dueMinute + OVER_MINUTES[task] + minutesOfWay(scenario, flight) + TURNAROUND_MINUTES);

/** Minute of the clock at which a flight called in this turn is over the battle; who comes home in it starts from then. */
export const dueMinuteOf = (
  scenario: Scenario,
  flight: Flight,
  now: FlightNow,
  { minute }: Pick<Knowledge, 'minute'>,
): Minutes => tenths(Math.max(minute, now.readyMinute, flight.fromMinute ?? minute) + minutesThere(scenario, flight));

/** Day of the clock a minute falls on. */
export const dayOf = (minute: Minutes): number => Math.floor(minute / DAY_MINUTES);

/** Whether aircraft fly in such light whatever they are. */
const FLIES: ByLight<boolean> = { day: true, twilight: true, moon: false, dark: false };

/** Whether aircraft find a target in such weather. */
export const isFlyable = (weather: Weather): boolean => weather === 'clear' || weather === 'overcast';

/** Why a flight may not be called for this; by what its side knows. */
export function whyNotAirMission(
  scenario: Scenario,
  knowledge: Knowledge,
  order: OrderOf<'airMission'>,
): Refusal | undefined {
  const now = knowledge.flights?.find(({ id }) => id === order.flight);
  const flight = findFlight(scenario, order.flight);
  if (now === undefined || flight === undefined) return { reason: 'unknownFlight', flight: order.flight };
  if (!flight.tasks.includes(order.task)) return { reason: 'notTheirTask', task: order.task };
  if (order.target < 0 || order.target >= scenario.map.grid.size) return { reason: 'offTheMap' };
  return (
    whyNotFly(scenario, knowledge.side, knowledge) ??
    (order.task === 'bomb' || order.task === 'strafe' ? whyNotHit(scenario, knowledge, order) : undefined) ??
    whyNotReady(scenario, knowledge, flight, now) ??
    whyNotUnder(knowledge, flight, order.task)
  );
}

/** What holds for fire of any kind, and that one hits no friends, nor fires at nobody. */
function whyNotHit(scenario: Scenario, knowledge: Knowledge, order: OrderOf<'airMission'>): Refusal | undefined {
  const early =
    whyNotFireYet(scenario, knowledge) ??
    whyHeldBack(scenario, knowledge) ??
    whyNotShell(scenario, knowledge, order.target);
  if (early !== undefined) return early;
  if (knowledge.units.some((own) => own.at === order.target && isInAction(own))) return { reason: 'ownTroopsThere' };
  return order.task === 'strafe' && !knowledge.contacts.some(({ hex }) => hex === order.target)
    ? { reason: 'nothingThere' }
    : undefined;
}

function whyNotReady(scenario: Scenario, knowledge: Knowledge, flight: Flight, now: FlightNow): Refusal | undefined {
  if (now.machines === 0) return { reason: 'noMachines' };
  const endMinute = knowledge.minute + turnMinutesOf(scenario.clock, knowledge.turn);
  if (flight.fromMinute !== undefined && flight.fromMinute >= endMinute)
    return { reason: 'notBefore', minute: flight.fromMinute };
  if (flight.untilMinute !== undefined && knowledge.minute >= flight.untilMinute)
    return { reason: 'notAfter', minute: flight.untilMinute };
  if (now.sortie !== undefined || now.readyMinute >= endMinute)
    return { reason: 'flightAway', minute: now.readyMinute };
  return now.day === dayOf(dueMinuteOf(scenario, flight, now, knowledge)) && now.flown >= flight.sortiesADay
    ? { reason: 'noSorties', sorties: flight.sortiesADay }
    : undefined;
}

function whyNotUnder({ weather, light }: Knowledge, flight: Flight, task: AirTask): Refusal | undefined {
  if (!isFlyable(weather)) return { reason: 'noFlyingWeather' };
  return FLIES[light] || (flight.night === true && task === 'bomb') ? undefined : { reason: 'noNightFlying' };
}

/** Tasks of a flight in the order in which they are offered. */
export const tasksOf = (flight: Flight): readonly AirTask[] => AIR_TASKS.filter((task) => flight.tasks.includes(task));
