/** A flight from the call to what it does over its target: the weather there, fighters, flak, then bombs, guns or eyes. */
import type { AirTask, Flight, FlightId, Sortie, SortieEnd, Watch } from '../../model/flight.ts';
import type { OrderOf } from '../../model/order.ts';
import type { Side } from '../../model/side.ts';
import { shellCrossings } from '../bridges.ts';
import { perceive, sightFromTheAir } from '../contacts.ts';
import { chanceFor, type Course, happen } from '../course.ts';
import { strike } from '../fire/harm.ts';
import { minuteOf, skyOf, turnMinutesOf } from '../light.ts';
import { isInAction, unitOf } from '../roster.ts';
import { interdict } from '../supply/interdict.ts';
import { bombFallOf, explosiveAboutKg, listAirBlows } from './effect.ts';
import { findAirFight } from './fight.ts';
import { DAMAGED_SHARE, flakAt, shotDown } from './flak.ts';
import { dayOf, dueMinuteOf, isFlyable, mannerOf, readyAgain } from './flights.ts';
import { lookFromTheAir } from './look.ts';
import { flightNowOf, flightOf, typeOf } from './roster.ts';
import { OVER_MINUTES } from './watch.ts';

/** A flight is called: it is there at once where the time to it fits into the turn, else in a turn to come. */
export function resolveAirMission(course: Course, order: OrderOf<'airMission'>): void {
  const { scenario, state } = course;
  const flight = flightOf(scenario, order.flight);
  const minute = minuteOf(scenario.clock, state.turn);
  const dueMinute = dueMinuteOf(scenario, flight, flightNowOf(state, order.flight), { minute });
  const sortie = { task: order.task, target: order.target, dueMinute };
  const readyMinute = readyAgain(scenario, flight, order.task, dueMinute);
  happen(course, { kind: 'airCalled', flight: order.flight, sortie, day: dayOf(dueMinute), readyMinute });
  if (dueMinute < minute + turnMinutesOf(scenario.clock, state.turn)) fly(course, order.flight, sortie);
}

/** Flights called in earlier turns that are there in this one. */
export function resolveSorties(course: Course, side: Side): void {
  if (course.state.flights === undefined) return;
  const { clock } = course.scenario;
  const end = minuteOf(clock, course.state.turn) + turnMinutesOf(clock, course.state.turn);
  for (const { id, sortie } of course.state.flights) {
    if (sortie === undefined || sortie.dueMinute >= end || flightOf(course.scenario, id).side !== side) continue;
    fly(course, id, sortie);
  }
}

function fly(course: Course, id: FlightId, sortie: Sortie): void {
  const { scenario } = course;
  const flight = flightOf(scenario, id);
  const end = comeThrough(course, flight, sortie);
  const { machines } = flightNowOf(course.state, id);
  happen(course, {
    kind: 'flew',
    flight: id,
    task: sortie.task,
    target: sortie.target,
    end,
    machines,
    ...(end === 'flown' ? watchOf(course, sortie) : {}),
  });
  if (end === 'flown') act(course, flight, sortie);
  perceive(course);
}

/** What becomes of a flight on its way in. */
function comeThrough(course: Course, flight: Flight, { task, target }: Sortie): SortieEnd {
  const { scenario, state } = course;
  const sky = skyOf(scenario.clock, state);
  if (!isFlyable(sky.weather)) return 'weather';
  if (meetFighters(course, flight, target) === 'driven') return 'driven';
  if (flightNowOf(course.state, flight.id).machines === 0) return 'lost';
  meetFlak(course, flight, { task, target });
  return flightNowOf(course.state, flight.id).machines === 0 ? 'lost' : 'flown';
}

function meetFighters(course: Course, flight: Flight, target: Sortie['target']): 'driven' | 'through' {
  const { scenario, state } = course;
  const { machines } = flightNowOf(state, flight.id);
  const fight = findAirFight(scenario, state, { flight, machines, target });
  if (fight === undefined) return 'through';
  const chance = chanceFor(course, 'nobody');
  const guards = flightNowOf(state, fight.by.id).machines;
  const lost = Math.min(machines, chance.whole(fight.lost, 'shotDown'));
  const lostBy = Math.min(guards, chance.whole(fight.lostBy, 'shotDown'));
  happen(course, {
    kind: 'airFight',
    flight: flight.id,
    by: fight.by.id,
    hex: target,
    lost,
    damaged: Math.min(machines - lost, chance.whole(fight.lost * DAMAGED_SHARE, 'damaged')),
    lostBy,
    damagedBy: Math.min(guards - lostBy, chance.whole(fight.lostBy * DAMAGED_SHARE, 'damaged')),
  });
  return chanceFor(course, 'nobody').happens(fight.drivenChance, 'driven') ? 'driven' : 'through';
}

function meetFlak(course: Course, flight: Flight, { task, target }: Pick<Sortie, 'task' | 'target'>): void {
  const { scenario, state } = course;
  const { machines } = flightNowOf(state, flight.id);
  const sky = skyOf(scenario.clock, state);
  const manner = mannerOf(typeOf(scenario, flight), task, sky.weather);
  const flak = flakAt(course, { side: flight.side, hex: target, manner });
  if (flak.barrels === 0) return;
  const mean = shotDown(machines, flak);
  const chance = chanceFor(course, 'nobody');
  const lost = Math.min(machines, chance.whole(mean, 'shotDown'));
  const damaged = Math.min(machines - lost, chance.whole(mean * DAMAGED_SHARE, 'damaged'));
  happen(course, { kind: 'flak', flight: flight.id, units: flak.units, hex: target, lost, damaged });
}

/**
 * Who stays over the hex: fighters until their fuel is low, but through the enemy's next turn at the least, which may stand
 * for the same span; airmen who look, for the turn they come in.
 */
function watchOf({ scenario, state }: Course, { task, target, dueMinute }: Sortie): { readonly watch?: Watch } {
  if (task !== 'cover' && task !== 'reconnoitre') return {};
  const now = minuteOf(scenario.clock, state.turn);
  const isSecond = state.active === scenario.order[1];
  const last = task === 'cover' && isSecond ? now + turnMinutesOf(scenario.clock, state.turn) : now;
  return { watch: { task, hex: target, untilMinute: Math.max(dueMinute + OVER_MINUTES[task], last + 1) } };
}

function act(
  course: Course,
  flight: Flight,
  { task, target }: { readonly task: AirTask; readonly target: number },
): void {
  const { machines } = flightNowOf(course.state, flight.id);
  if (task === 'reconnoitre') return sightFromTheAir(course, flight.side, lookFromTheAir(course, flight.side, target));
  interdict(course, { by: flight.side, hex: target, task });
  if (task === 'bomb')
    shellCrossings(course, target, explosiveAboutKg(bombFallOf(course, { flight, machines, target })));
  for (const { unit, men, vehicles, transport, weight, felt, dread } of listAirBlows(course, {
    flight,
    machines,
    task,
    target,
  })) {
    // Who has run from the first bombs is no longer under the others.
    if (!isInAction(unitOf(course.scenario, course.state, unit.id))) continue;
    strike(course, { unit: unit.id, by: null, men, vehicles, transport, weight, felt, dread });
  }
}
