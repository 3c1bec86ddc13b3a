/**
 * What the steps of a script tell units to do. A verb looks at what the side knows now and gives the next order, or none
 * when nothing is left to do this turn; it is asked again after each order. To add one: a function and a line in VERBS.
 */
import { findDirection, type HexIndex, listNeighbours } from '../../src/hex/grid.ts';
import { hexesBetween } from '../../src/hex/distance.ts';
import { findPath, findReachable } from '../../src/battle/reachable.ts';
import type { Observation } from '../../src/model/observation.ts';
import type { Order } from '../../src/model/order.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import type { Pace, Unit, UnitId } from '../../src/model/unit.ts';
import { whyNot } from '../../src/rules/permit.ts';
import type { Place, Step } from './drill.ts';

/** What a verb may look at. */
interface Moment {
  readonly scenario: Scenario;
  readonly observation: Observation;
  readonly step: Step;
  /** The units of the step that are in action, in hand and had no order refused in this step. */
  readonly units: readonly Unit[];
  readonly hexOf: (place: Place) => HexIndex;
}

export type Verb = (moment: Moment) => Order | undefined;

const may = ({ scenario, observation }: Moment, order: Order): boolean =>
  whyNot(scenario, observation, order) === undefined;

/** A verb for one unit after the other. */
const each =
  (of: (moment: Moment, unit: Unit) => Order | undefined): Verb =>
  (moment) => {
    for (const unit of moment.units) {
      const order = of(moment, unit);
      if (order !== undefined) return order;
    }
    return undefined;
  };

/** The place a step names, which it must. */
function placeOf({ step, hexOf }: Moment): HexIndex {
  const place = step.at ?? step.to;
  if (place === undefined) throw new Error(`'${step.do}' needs a place`);
  return hexOf(place);
}

/** As far towards a hex as the minutes of this turn go. */
function onward(moment: Moment, unit: Unit, to: HexIndex, pace: Pace): Order | undefined {
  if (unit.at === to) return undefined;
  const path = findPath(moment.scenario, moment.observation, unit.id, to, pace) ?? [];
  for (let length = path.length; length > 0; length--) {
    const order: Order = { kind: 'move', unit: unit.id, path: path.slice(0, length), pace };
    if (may(moment, order)) return order;
  }
  return undefined;
}

const paceOf = ({ step }: Moment): Pace => step.pace ?? 'normal';

/** Marches to a place, in the posture the step names. */
const march = each((moment, unit) => {
  const to = placeOf(moment);
  const { posture } = moment.step;
  if (unit.at === to) return undefined;
  if (posture !== undefined && unit.posture !== posture && posture !== 'dugIn') {
    const order: Order = { kind: 'deploy', unit: unit.id, posture };
    if (may(moment, order)) return order;
  }
  if (unit.gunState === 'inBattery') {
    const order: Order = { kind: 'guns', unit: unit.id, state: 'limbered' };
    if (may(moment, order)) return order;
  }
  return onward(moment, unit, to, paceOf(moment));
});

/** Marches to a place and fires with what is left of the turn. */
const advance: Verb = (moment) => march(moment) ?? fire(moment);

const isBeside = ({ scenario }: Moment, unit: Unit, target: HexIndex): boolean =>
  typeof unit.at === 'number' && findDirection(scenario.map.grid, unit.at, target) !== undefined;

const isKnown = ({ observation }: Moment, target: HexIndex): boolean =>
  observation.contacts.some((contact) => contact.hex === target);

/** Goes in with all who stand beside the place or are in it already, as soon as `together` of them can. */
const assaultOnly: Verb = (moment) => {
  const target = placeOf(moment);
  if (!isKnown(moment, target)) return undefined;
  const ready = moment.units.filter(
    (unit) =>
      (unit.at === target || isBeside(moment, unit, target)) &&
      may(moment, { kind: 'assault', units: [unit.id], target }),
  );
  if (ready.length < (moment.step.together ?? 1)) return undefined;
  return { kind: 'assault', units: ready.map((unit) => unit.id), target };
};

/** Closes up beside the place, then goes in; walks in where nobody is known to be. */
const attackAt =
  (paceFor: (moment: Moment) => Pace): Verb =>
  (moment) => {
    const target = placeOf(moment);
    for (const unit of moment.units) {
      if (typeof unit.at !== 'number' || unit.at === target) continue;
      const order = isBeside(moment, unit, target)
        ? isKnown(moment, target)
          ? undefined
          : onward(moment, unit, target, paceFor(moment))
        : closeUp(moment, unit, target, paceFor(moment));
      if (order !== undefined) return order;
    }
    return assaultOnly(moment);
  };

/** Minutes within which a way is looked for: a day. */
const FAR_MINUTES = 1440;

/** Onward to the hex beside the target that is reached soonest. */
function closeUp(moment: Moment, unit: Unit, target: HexIndex, pace: Pace): Order | undefined {
  const { scenario, observation } = moment;
  const reachable = findReachable(scenario, observation, unit.id, pace, FAR_MINUTES);
  const beside = listNeighbours(scenario.map.grid, target)
    .map((hex) => ({ hex, minutes: reachable.minutesTo(hex) ?? Infinity }))
    .filter(({ minutes }) => minutes < Infinity)
    .sort((a, b) => a.minutes - b.minutes || a.hex - b.hex);
  for (const { hex } of beside) {
    const order = onward(moment, unit, hex, pace);
    if (order !== undefined) return order;
  }
  return undefined;
}

/** Fires at the place, or at the nearest known enemy it can hurt, for `minutes` or all it has. */
const fire: Verb = each((moment, unit) => {
  const { scenario, observation, step } = moment;
  const { at: from } = unit;
  if (typeof from !== 'number' || unit.minutesLeft < 1 || unit.activity === 'firing') return undefined;
  const minutes = Math.floor(Math.min(step.minutes ?? unit.minutesLeft, unit.minutesLeft));
  const targets =
    step.at === undefined
      ? observation.contacts
          .map((contact) => contact.hex)
          .sort((a, b) => hexesBetween(scenario.map.grid, from, a) - hexesBetween(scenario.map.grid, from, b) || a - b)
      : [moment.hexOf(step.at)];
  for (const target of targets) {
    const order: Order = { kind: 'fire', unit: unit.id, target, minutes };
    if (may(moment, order)) return order;
  }
  return undefined;
});

/** A fire mission of a `task` on the place, observed by `observer`; by the battery itself without one. One a turn and battery. */
const mission: Verb = each((moment, unit) => (unit.activity === 'firing' ? undefined : missionOf(moment, unit)));

/** The same again and again, for as long as the turn, the shells and the guns allow. */
const missions: Verb = each((moment, unit) => missionOf(moment, unit));

function missionOf(moment: Moment, unit: Unit): Order | undefined {
  const { observer = unit.id, task } = moment.step;
  const order: Order = {
    kind: 'mission',
    unit: unit.id,
    observer: observer as UnitId,
    target: placeOf(moment),
    ...(task === undefined ? {} : { task }),
  };
  return may(moment, order) ? order : undefined;
}

/** Silences guns that were found: each battery those that are known best, and the next where it cannot reach them. */
const counterBattery: Verb = each((moment, unit) => {
  const { contacts } = moment.observation;
  const guns = contacts
    .filter(({ branch }) => branch === 'artillery')
    .sort((a, b) => (a.errorMetres ?? 0) - (b.errorMetres ?? 0) || b.atMinute - a.atMinute || a.hex - b.hex);
  const observer = (moment.step.observer ?? unit.id) as UnitId;
  for (const { hex } of guns) {
    const order: Order = { kind: 'mission', unit: unit.id, observer, target: hex, task: 'counterBattery' };
    if (may(moment, order)) return order;
  }
  return undefined;
});

/** Digs for `minutes` of the turn, or all of it. */
const dig: Verb = each((moment, unit) => {
  if (unit.activity === 'digging' || unit.minutesLeft < 1) return undefined;
  const minutes = Math.floor(Math.min(moment.step.minutes ?? unit.minutesLeft, unit.minutesLeft));
  const order: Order = { kind: 'dig', unit: unit.id, minutes };
  return may(moment, order) ? order : undefined;
});

const rally: Verb = each((moment, unit) => {
  const order: Order = { kind: 'rally', unit: unit.id };
  return unit.cohesion === 'shaken' && may(moment, order) ? order : undefined;
});

/** Marches away from the enemy to a place, out of works and with guns hooked up. */
const withdraw: Verb = march;

/** Stays where it is; `policy` says when it fires, `posture` how it lies, `guns` how they stand. */
const hold: Verb = each((moment, unit) => {
  const { policy, posture, guns } = moment.step;
  const orders: readonly (Order | undefined)[] = [
    policy === undefined ? undefined : { kind: 'policy', unit: unit.id, policy },
    posture === undefined ? undefined : { kind: 'deploy', unit: unit.id, posture },
    guns === undefined ? undefined : { kind: 'guns', unit: unit.id, state: guns },
  ];
  return orders.find((order) => order !== undefined && may(moment, order));
});

/** An illuminating flare over the place, one a turn. */
const flare: Verb = each((moment, unit) => {
  const target = placeOf(moment);
  if (moment.observation.flares.some((lit) => lit.hex === target)) return undefined;
  const order: Order = { kind: 'flare', unit: unit.id, target };
  return may(moment, order) ? order : undefined;
});

export const VERBS: Readonly<Record<string, Verb>> = {
  march,
  advance,
  withdraw,
  attack: attackAt(paceOf),
  silentAssault: attackAt(() => 'silent'),
  assaultOnly,
  fire,
  mission,
  missions,
  counterBattery,
  dig,
  rally,
  hold,
  flare,
};
