/** What was planned or may happen: each event once, at the beginning of a turn of its side, in the order of the scenario. */
import { unreachable } from '../../model/assert.ts';
import type { Condition, Effect, ScriptedEvent } from '../../model/affair.ts';
import type { Scenario } from '../../model/scenario.ts';
import { opponentOf } from '../../model/side.ts';
import type { BattleState } from '../../model/state.ts';
import type { UnitId } from '../../model/unit.ts';
import { chanceFor, type Course, happen } from '../course.ts';
import { minuteOf, skyAt, skyOf } from '../light.ts';
import { findLimit } from '../limits.ts';
import { lossesOf, resultOf } from '../objectives.ts';
import { cardOf, findIndex, isInAction, listOnMap, unitOf } from '../roster.ts';
import { goOff } from './exits.ts';
import { incidentPoints } from './incidents.ts';
import { recover, replace } from './recovery.ts';

/** Lets everything happen that is due at the beginning of the active side's turn. */
export function runEvents(course: Course): void {
  for (const event of course.scenario.events ?? []) {
    if (course.state.result !== null) return;
    if (!isDue(course.scenario, course.state, event)) continue;
    if (event.chance !== undefined && !chanceFor(course, 'nobody').happens(event.chance, 'event')) continue;
    happen(course, { kind: 'occurred', event: event.id });
    for (const effect of event.effects) bring(course, effect);
  }
}

function isDue(scenario: Scenario, state: BattleState, event: ScriptedEvent): boolean {
  const minute = minuteOf(scenario.clock, state.turn);
  return (
    event.side === state.active &&
    !hasHappened(state, event.id) &&
    minute >= (event.fromMinute ?? -Infinity) &&
    minute < (event.untilMinute ?? Infinity) &&
    state.turn >= (event.fromTurn ?? 1) &&
    event.all.every((condition) => isMet(scenario, state, condition))
  );
}

const hasHappened = (state: BattleState, id: string): boolean => state.affairs?.happened.includes(id) ?? false;

function isMet(scenario: Scenario, state: BattleState, condition: Condition): boolean {
  switch (condition.kind) {
    case 'holds':
      return state.holdings[condition.objective]?.holder === condition.side;
    case 'lost':
      return lossesOf(scenario, state, condition.side)[condition.of] >= condition.count;
    case 'incidents':
      return incidentPoints(state.affairs, condition.side) >= condition.points;
    case 'destroyed':
      return isDestroyed(scenario, state, condition.unit);
    case 'firedUpon':
      return state.affairs?.fired.includes(opponentOf(condition.side)) ?? false;
    case 'stands': {
      const region = scenario.map.regions.get(condition.region) ?? [];
      return listOnMap(scenario, state, condition.side).some(
        (unit) => isInAction(unit) && typeof unit.at === 'number' && region.includes(unit.at),
      );
    }
    case 'happened':
      return hasHappened(state, condition.event);
    case 'notHappened':
      return !hasHappened(state, condition.event);
    default:
      return unreachable(condition);
  }
}

/** A unit that an option left out of the battle was never destroyed. */
function isDestroyed(scenario: Scenario, state: BattleState, id: UnitId): boolean {
  if (findIndex(scenario, id) === undefined) return false;
  const unit = unitOf(scenario, state, id);
  return unit.at === 'gone' || unit.cohesion === 'surrendered';
}

function bring(course: Course, effect: Effect): void {
  const { scenario } = course;
  switch (effect.kind) {
    case 'release':
      for (const unit of listThere(course, effect.units)) happen(course, { kind: 'released', unit });
      return undefined;
    case 'reinforce':
      for (const unit of listThere(course, effect.units)) happen(course, { kind: 'sentFor', unit });
      return undefined;
    case 'withdraw':
      for (const unit of listThere(course, effect.units)) withdraw(course, unit);
      return undefined;
    case 'limit':
      if (findLimit(scenario, effect.limit) === undefined) return undefined;
      return happen(course, { kind: 'limitChanged', limit: effect.limit, holds: effect.holds });
    case 'points':
      return happen(course, { kind: 'pointsChanged', objective: effect.objective, points: effect.points });
    case 'sky':
      return changeSky(course, effect);
    case 'message':
      return happen(course, { kind: 'messaged', side: effect.side, text: effect.text });
    case 'replace':
      for (const unit of listThere(course, effect.units)) replace(course, unit, effect.men);
      return undefined;
    case 'recover':
      for (const unit of listThere(course, effect.units)) recover(course, unit, effect);
      return undefined;
    case 'shells':
      for (const unit of listThere(course, effect.units)) issueShells(course, unit, effect);
      return undefined;
    case 'incident':
      return happen(course, { kind: 'incident', side: effect.side, cause: 'event', points: effect.points });
    case 'end':
      return happen(course, { kind: 'battleEnded', result: resultOf(scenario, course.state) });
    default:
      return unreachable(effect);
  }
}

/** Those of the units that are in the battle: options may have left some out. */
const listThere = ({ scenario }: Course, units: readonly UnitId[]): readonly UnitId[] =>
  units.filter((id) => findIndex(scenario, id) !== undefined);

/** So many for each piece that fires over the heads of others; missions, with their rounds, for guns beyond the map. */
function issueShells(course: Course, id: UnitId, effect: Extract<Effect, { readonly kind: 'shells' }>): void {
  const { offMap, armaments } = cardOf(course.scenario, id);
  const unit = unitOf(course.scenario, course.state, id);
  if (!isInAction(unit) && unit.at !== 'toArrive') return;
  const missions = offMap === undefined ? 0 : effect.missions;
  const granted = missions * (offMap?.missionRounds ?? 0);
  const rounds = armaments.map(({ weapon }, type) =>
    course.scenario.weapons.get(weapon)?.indirectMetres === undefined
      ? 0
      : effect.rounds * (unit.pieces[type] ?? 0) + granted,
  );
  happen(course, { kind: 'shellsIssued', unit: id, rounds, missions });
}

/** Without loss, wherever it is; who was destroyed or has given up cannot be called back. */
function withdraw(course: Course, id: UnitId): void {
  const { at, cohesion, men } = unitOf(course.scenario, course.state, id);
  if (at === 'gone' || at === 'left' || cohesion === 'surrendered' || men === 0) return;
  goOff(course, id, null);
}

/** Until its hour, or until the clock says anything else. */
function changeSky(course: Course, effect: Extract<Effect, { readonly kind: 'sky' }>): void {
  const { scenario, state } = course;
  const minute = minuteOf(scenario.clock, state.turn);
  const next = scenario.clock.skies.find((sky) => sky.fromMinute > minute)?.fromMinute;
  const { odds: _settled, ...now } = skyAt(scenario.clock, minute);
  const { light, weather } = skyOf(scenario.clock, state);
  happen(course, {
    kind: 'skyChanged',
    sky: {
      ...now,
      fromMinute: minute,
      light: effect.light ?? light,
      weather: effect.weather ?? weather,
      untilMinute: effect.untilMinute ?? next ?? minuteOf(scenario.clock, scenario.clock.turns + 1),
    },
  });
}
