/** Whether guns may be called upon or told to fire by the clock, judged by what the side knows. */
import type { HexIndex } from '../../hex/grid.ts';
import type { Minutes } from '../../model/clock.ts';
import type { Knowledge } from '../../model/observation.ts';
import type { OrderOf } from '../../model/order.ts';
import type { Refusal } from '../../model/refusal.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { MissionTask, PlannedFire, Unit, UnitCard, UnitId } from '../../model/unit.ts';
import { isEyedFromTheAir } from '../air/watch.ts';
import { whyHeldBack } from '../affairs/incidents.ts';
import { commandOf } from '../command.ts';
import { minuteOf } from '../light.ts';
import { whyNotFireYet, whyNotShell } from '../limits.ts';
import { whyNoTime } from '../minutes.ts';
import { byOwn, byUnit } from '../own-unit.ts';
import { rangeMetres } from '../range.ts';
import { OBSERVER_MINUTES } from '../reduce.ts';
import { hasClearSight } from '../scene.ts';
import { findPlaced } from './location.ts';
import { missionsOf, type Plan, planMission } from './plan.ts';
import { firesIndirectly, indirectReach, safeMetres } from './tasks.ts';

/** Refusal of a call for fire. */
export function whyNotMission(
  scenario: Scenario,
  knowledge: Knowledge,
  order: OrderOf<'mission'>,
): Refusal | undefined {
  return byGuns(scenario, knowledge, order.unit, (card, unit) => {
    const { target, task = 'suppress' } = order;
    return (
      whyNotUpon(scenario, knowledge, target) ??
      whyGunsCannot(scenario, knowledge, { card, unit, target, task }) ??
      whyNoPlan(scenario, knowledge, { card, unit, order }) ??
      whyNotShell(scenario, knowledge, target) ??
      whyDanger(scenario, knowledge, card, { target, task }) ??
      byUnit(scenario, knowledge, order.observer, (observerCard, observer) =>
        whyCannotObserve(scenario, knowledge, observerCard, observer, order),
      )
    );
  });
}

/** Refusal of a change of the fire plan. */
export function whyNotTimetable(
  scenario: Scenario,
  knowledge: Knowledge,
  order: OrderOf<'timetable'>,
): Refusal | undefined {
  return byGuns(scenario, knowledge, order.unit, (card, unit) => {
    const lines = unit.plan ?? [];
    const isLine = lines.some((line) => isSameLine(line, order));
    if (order.work === 'drop') return isLine ? undefined : { reason: 'notPlanned' };
    if (isLine) return { reason: 'alreadyPlanned', minute: order.minute };
    return (
      whyNoHour(scenario, knowledge, order.minute) ??
      (order.target < 0 || order.target >= scenario.map.grid.size ? { reason: 'offTheMap' } : undefined) ??
      (lines.length >= MOST_LINES ? { reason: 'planFull', lines: MOST_LINES } : undefined) ??
      whyNoTask(knowledge, unit, order) ??
      whyGunsCannot(scenario, { ...knowledge, minute: order.minute }, { ...order, card, unit, planned: lines }) ??
      whyNotShell(scenario, { ...knowledge, minute: order.minute }, order.target)
    );
  });
}

/** Lines one battery can keep. [C] */
export const MOST_LINES = 12;

const isSameLine = (one: PlannedFire, other: PlannedFire): boolean =>
  one.target === other.target && one.minute === other.minute;

/** A plan is for turns to come. */
function whyNoHour({ clock }: Scenario, { turn }: Knowledge, minute: Minutes): Refusal | undefined {
  const isToCome =
    Number.isInteger(minute) && minute >= minuteOf(clock, turn + 1) && minute < minuteOf(clock, clock.turns + 1);
  return isToCome ? undefined : { reason: 'noSuchHour', minute };
}

/** Refusal of a line of the plan whose hour has come: what would refuse a call, but that nobody need see the hex. */
export function whyNotPlanned(
  scenario: Scenario,
  knowledge: Knowledge,
  line: { readonly unit: UnitId; readonly line: PlannedFire; readonly plan: Plan },
): Refusal | undefined {
  const { target, task, minute } = line.line;
  // The turn has only begun: what forbids fire now may be over by then.
  const then = { ...knowledge, minute: Math.max(knowledge.minute, minute) };
  return byGuns(scenario, then, line.unit, (card, unit) => {
    return (
      whyNotFireYet(scenario, then) ??
      whyHeldBack(scenario, then) ??
      whyGunsCannot(scenario, then, { card, unit, ...line.line }) ??
      whyNothingFlies(line.plan, unit) ??
      whyNoTime(unit, line.plan.minutes) ??
      whyNotShell(scenario, then, target) ??
      whyDanger(scenario, then, card, { target, task })
    );
  });
}

/** The guns must be the side's own, in action and in hand; they may stand beyond the map. */
const byGuns = (
  scenario: Scenario,
  knowledge: Knowledge,
  id: UnitId,
  judge: (card: UnitCard, unit: Unit) => Refusal | undefined,
): Refusal | undefined =>
  byOwn(scenario, knowledge, id, (card, unit) =>
    unit.cohesion === 'broken' ? { reason: 'broken' } : judge(card, unit),
  );

interface Aim {
  readonly target: HexIndex;
  readonly task: MissionTask;
}

/** What forbids the hex to all guns: the map, the hour, orders. */
function whyNotUpon(scenario: Scenario, knowledge: Knowledge, target: HexIndex): Refusal | undefined {
  if (target < 0 || target >= scenario.map.grid.size) return { reason: 'offTheMap' };
  return whyNotFireYet(scenario, knowledge) ?? whyHeldBack(scenario, knowledge);
}

interface Battery extends Aim {
  readonly card: UnitCard;
  readonly unit: Unit;
  /** Of a line of the plan. */
  readonly rounds?: number;
  /** Lines it already has to fire. */
  readonly planned?: readonly PlannedFire[];
}

function whyGunsCannot(scenario: Scenario, knowledge: Knowledge, battery: Battery): Refusal | undefined {
  const { card, unit, target, planned = [] } = battery;
  if (!firesIndirectly(scenario, card)) return { reason: 'noWeapon' };
  if (card.offMap !== undefined) {
    if (knowledge.minute < card.offMap.fromMinute) return { reason: 'notBefore', minute: card.offMap.fromMinute };
    const owed = planned.reduce((sum, line) => sum + missionsOf({ card, ...wantOf(line) }), 0);
    return unit.missions - owed < missionsOf({ card, ...wantOf(battery) }) ? { reason: 'noMissions' } : undefined;
  }
  if (typeof unit.at !== 'number') return { reason: 'notOnMap' };
  if (unit.gunState === 'limbered') return { reason: 'limbered' };
  const metres = rangeMetres(scenario.map, unit.at, target);
  const reachMetres = indirectReach(scenario, card, unit.at, target);
  return metres > reachMetres ? { reason: 'outOfRange', metres, reachMetres } : undefined;
}

const wantOf = ({ task, rounds }: { readonly task: MissionTask; readonly rounds?: number }) => ({
  task,
  ...(rounds === undefined ? {} : { wantedRounds: rounds }),
});

function whyNoPlan(
  scenario: Scenario,
  knowledge: Knowledge,
  call: { readonly card: UnitCard; readonly unit: Unit; readonly order: OrderOf<'mission'> },
): Refusal | undefined {
  const { card, unit, order } = call;
  if (unit.call !== undefined) return { reason: 'alreadyCalled', minute: unit.call.dueMinute };
  const observer = knowledge.units.find((own) => own.id === order.observer);
  if (observer === undefined) return { reason: 'unknownUnit', unit: order.observer };
  const { target, task = 'suppress' } = order;
  const plan = planMission(scenario, { guns: unit, card, observer, target, task, turn: knowledge.turn });
  return whyNoTask(knowledge, unit, { target, task }) ?? whyNothingFlies(plan, unit) ?? whyNoTime(unit, plan.minutes);
}

/** Smoke must have been issued; guns are silenced where they were found. */
function whyNoTask({ contacts }: Knowledge, unit: Unit, { target, task }: Aim): Refusal | undefined {
  if (task === 'smoke') return (unit.smokeRounds ?? 0) > 0 ? undefined : { reason: 'noSmoke' };
  if (task !== 'counterBattery') return undefined;
  return findPlaced(contacts, target) === undefined ? { reason: 'noBatteryThere' } : undefined;
}

/** Rounds there may be, and barrels too hot for them. */
function whyNothingFlies(plan: Plan, unit: Unit): Refusal | undefined {
  if (plan.smokeRounds > 0 || plan.effective.some((count) => count > 0)) return undefined;
  const hasBoth = unit.pieces.some((count, type) => count > 0 && (unit.rounds[type] ?? 0) > 0);
  return { reason: hasBoth && unit.barrels !== undefined ? 'barrelsHot' : 'noAmmunition' };
}

/** Smoke hurts nobody; of shells own troops must be clear. */
function whyDanger(scenario: Scenario, knowledge: Knowledge, guns: UnitCard, aim: Aim): Refusal | undefined {
  if (aim.task === 'smoke') return undefined;
  const leastMetres = safeMetres(scenario, guns);
  for (const own of knowledge.units) {
    if (typeof own.at !== 'number' || own.men === 0) continue;
    const metres = rangeMetres(scenario.map, own.at, aim.target);
    if (metres < leastMetres) return { reason: 'dangerClose', metres: own.at === aim.target ? 0 : metres, leastMetres };
  }
  return undefined;
}

/**
 * An observer sees the hex, or has it from airmen over it, knows of something there, and has a line to the guns through a headquarters. At guns that were
 * placed one shoots by the fix: then he passes it on.
 */
function whyCannotObserve(
  scenario: Scenario,
  knowledge: Knowledge,
  card: UnitCard,
  observer: Unit,
  { unit: guns, target, task }: OrderOf<'mission'>,
): Refusal | undefined {
  const isBlind = !hasClearSight(scenario.map, knowledge, observer.at as HexIndex, target);
  const isEyed = isBlind && isEyedFromTheAir(scenario.map, knowledge.flights, target, knowledge.minute);
  if (isBlind && !isEyed && task !== 'counterBattery') return { reason: 'cannotObserve' };
  // A barrage and a screen close a hex to whoever may come, or look: they need nobody there.
  const needsTarget = task !== 'barrage' && task !== 'smoke';
  if (needsTarget && !knowledge.contacts.some((contact) => contact.hex === target)) return { reason: 'nothingThere' };
  const { manner } = commandOf(scenario, knowledge.units, card, observer, knowledge.minute);
  if (manner === 'outOfReach' || manner === 'linesDown') return { reason: 'noCommunications' };
  return whyNoTime(observer, observer.id === guns ? 0 : OBSERVER_MINUTES);
}
