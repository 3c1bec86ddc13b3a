/**
 * The ladder of an incident: what each step costs a side, and when its government holds it back. Clashes on a claimed
 * border were fought under such leashes. Source: scenarios/sources.md 11.
 */
import type { CostedCause, Incident, IncidentCause, KnownAffairs } from '../../model/affair.ts';
import type { BattleEvent } from '../../model/event.ts';
import type { Knowledge } from '../../model/observation.ts';
import type { Refusal } from '../../model/refusal.ts';
import type { Scenario } from '../../model/scenario.ts';
import { opponentOf, type Side } from '../../model/side.ts';
import type { BattleState } from '../../model/state.ts';
import { type Course, happen } from '../course.ts';
import { flightOf } from '../air/roster.ts';
import { cardOf, listOnMap, weaponOf } from '../roster.ts';

/** What the steps cost where a scenario says nothing else. Source: scenarios/sources.md 11 [C]. */
export const INCIDENT_COSTS: Readonly<Record<CostedCause, number>> = {
  beyondClaim: 1,
  firstShot: 1,
  guns: 2,
  aircraft: 2,
  prisoner: 1,
};

/** All points of a side. */
export const incidentPoints = (affairs: Pick<KnownAffairs, 'incidents'> | undefined, side: Side): number =>
  (affairs?.incidents[side] ?? []).reduce((sum, { points }) => sum + points, 0);

/** The turn of its own from which a side is held back; none while it is below its ceiling. A body returned later does not help. */
export function findHeldBack(
  scenario: Scenario,
  affairs: Pick<KnownAffairs, 'incidents'> | undefined,
  side: Side,
): number | undefined {
  if (scenario.incidents === undefined || affairs === undefined) return undefined;
  let points = 0;
  for (const incident of affairs.incidents[side]) {
    points += incident.points;
    if (points >= scenario.incidents.ceilings[side]) return nextTurnOf(scenario, side, incident);
  }
  return undefined;
}

const nextTurnOf = (scenario: Scenario, side: Side, { turn, during }: Incident): number =>
  during !== side && scenario.order[1] === side ? turn : turn + 1;

/** Refusal of an attack or of opening fire by a side that is held back. Fire in return stays free. */
export function whyHeldBack(scenario: Scenario, knowledge: Knowledge): Refusal | undefined {
  const from = findHeldBack(scenario, knowledge.affairs, knowledge.side);
  if (from === undefined || knowledge.turn < from || scenario.incidents === undefined) return undefined;
  return {
    reason: 'heldBack',
    points: incidentPoints(knowledge.affairs, knowledge.side),
    ceiling: scenario.incidents.ceilings[knowledge.side],
  };
}

/** Whether any unit of the side stands beyond what its government calls its own. */
function isBeyondClaim(scenario: Scenario, state: BattleState, side: Side): boolean {
  const claim = scenario.claims?.[side];
  if (claim === undefined) return false;
  const own = scenario.map.regions.get(claim) ?? [];
  return listOnMap(scenario, state, side).some((unit) => typeof unit.at === 'number' && !own.includes(unit.at));
}

/** Counts the steps that an order has led to, once everything has happened. */
export function noteIncidents(course: Course, before: BattleState): void {
  const { scenario, state } = course;
  if (scenario.incidents === undefined || state.affairs === undefined) return;
  const [first] = state.affairs.fired;
  if (before.affairs?.fired.length === 0 && first !== undefined) step(course, first, 'firstShot', 1);
  for (const event of course.events.slice()) {
    const taken = causeOf(scenario, event);
    if (taken !== undefined && (taken.cause === 'prisoner' || !hasCause(course, taken.side, taken.cause)))
      step(course, taken.side, taken.cause, taken.times);
  }
}

/** Counts a turn that a side ends with somebody beyond its claim. */
export function noteTrespass(course: Course, side: Side): void {
  if (isBeyondClaim(course.scenario, course.state, side)) step(course, side, 'beyondClaim', 1);
}

function step(course: Course, side: Side, cause: CostedCause, times: number): void {
  const points = (course.scenario.incidents?.costs[cause] ?? 0) * times;
  if (points !== 0) happen(course, { kind: 'incident', side, cause, points });
}

const hasCause = (course: Course, side: Side, cause: IncidentCause): boolean =>
  course.state.affairs?.incidents[side].some((incident) => incident.cause === cause) ?? false;

interface Taken {
  readonly side: Side;
  readonly cause: CostedCause;
  readonly times: number;
}

/** Guns are a step however often they fire; every prisoner is one. */
function causeOf(scenario: Scenario, event: BattleEvent): Taken | undefined {
  switch (event.kind) {
    case 'fired':
      return isGunfire(scenario, event.unit)
        ? { side: cardOf(scenario, event.unit).side, cause: 'guns', times: 1 }
        : undefined;
    case 'flew':
      return { side: flightOf(scenario, event.flight).side, cause: 'aircraft', times: 1 };
    case 'captured':
      return { side: opponentOf(cardOf(scenario, event.unit).side), cause: 'prisoner', times: event.men };
    default:
      return undefined;
  }
}

const isGunfire = (scenario: Scenario, unit: Extract<BattleEvent, { readonly kind: 'fired' }>['unit']): boolean => {
  const { branch, armaments } = cardOf(scenario, unit);
  if (branch !== 'artillery' && branch !== 'infantryGuns') return false;
  return armaments.some(({ weapon }) => ['gun', 'howitzer'].includes(weaponOf(scenario, weapon).kind));
};
