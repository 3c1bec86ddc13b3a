/** From the entries of a scenario's file to claims, incidents, events, exits and clauses as the rules know them. */
import type { Clause, Condition, Effect, IncidentRules, Measure, ScriptedEvent } from '../model/affair.ts';
import type { Scenario } from '../model/scenario.ts';
import type { UnitId } from '../model/unit.ts';
import { INCIDENT_COSTS } from '../rules/affairs/incidents.ts';
import type { ClauseEntry, EventEntry, IncidentsEntry } from './affair-file.ts';
import { parseClockTime } from './clock-time.ts';
import type { ScenarioFile } from './scenario-file.ts';

type Affairs = Pick<Scenario, 'claims' | 'incidents' | 'events' | 'exits' | 'clauses'>;

/** Those the file has. */
export function affairsOf(file: ScenarioFile): Affairs {
  const { claims, incidents, events, exits, clauses } = file;
  return {
    ...(claims === undefined ? {} : { claims }),
    ...(incidents === undefined ? {} : { incidents: incidentsOf(incidents) }),
    ...(events === undefined ? {} : { events: events.map((event) => eventOf(file, event)) }),
    ...(exits === undefined ? {} : { exits }),
    ...(clauses === undefined ? {} : { clauses: clauses.map((clause) => clauseOf(file, clause)) }),
  };
}

const incidentsOf = ({ costs, ...rules }: IncidentsEntry): IncidentRules => ({
  ...rules,
  costs: { ...INCIDENT_COSTS, ...costs },
});

function eventOf(file: ScenarioFile, { id, side, when, effects, source, grade }: EventEntry): ScriptedEvent {
  return {
    id,
    side,
    source,
    grade,
    ...(when.from === undefined ? {} : { fromMinute: parseClockTime(when.from) }),
    ...(when.until === undefined ? {} : { untilMinute: parseClockTime(when.until) }),
    ...(when.turn === undefined ? {} : { fromTurn: when.turn }),
    ...(when.chance === undefined ? {} : { chance: when.chance }),
    all: (when.all ?? []).map((condition) => conditionOf(file, condition)),
    effects: effects.map((effect) => effectOf(file, effect)),
  };
}

type ConditionEntry = NonNullable<EventEntry['when']['all']>[number];

function conditionOf(file: ScenarioFile, condition: ConditionEntry): Condition {
  switch (condition.kind) {
    case 'holds':
      return { ...condition, objective: objectiveIndex(file, condition.objective) };
    case 'destroyed':
      return { kind: 'destroyed', unit: idOf(condition.unit) };
    case 'lost':
    case 'incidents':
    case 'firedUpon':
    case 'stands':
    case 'happened':
    case 'notHappened':
      return condition;
  }
}

function effectOf(file: ScenarioFile, effect: EventEntry['effects'][number]): Effect {
  switch (effect.kind) {
    case 'release':
    case 'reinforce':
    case 'withdraw':
      return { kind: effect.kind, units: effect.units.map(idOf) };
    case 'replace':
      return { ...effect, units: effect.units.map(idOf) };
    case 'recover':
      return {
        kind: 'recover',
        units: effect.units.map(idOf),
        woundedShare: effect.woundedShare ?? 0,
        vehicles: effect.vehicles ?? 0,
      };
    case 'shells':
      return {
        kind: 'shells',
        units: effect.units.map(idOf),
        rounds: effect.rounds ?? 0,
        missions: effect.missions ?? 0,
      };
    case 'points':
      return { ...effect, objective: objectiveIndex(file, effect.objective) };
    case 'sky': {
      const { until, ...sky } = effect;
      return until === undefined ? sky : { ...sky, untilMinute: parseClockTime(until) };
    }
    case 'limit':
    case 'message':
    case 'incident':
    case 'end':
      return effect;
  }
}

function clauseOf(file: ScenarioFile, { measure, free, per, ...clause }: ClauseEntry): Clause {
  return { ...clause, measure: measureOf(file, clause.side, measure), free: free ?? 0, per: per ?? 1 };
}

function measureOf(file: ScenarioFile, side: ClauseEntry['side'], measure: ClauseEntry['measure']): Measure {
  switch (measure.kind) {
    case 'turnsHeld':
      return {
        kind: 'turnsHeld',
        objective: objectiveIndex(file, measure.objective),
        fromTurn: measure.turn ?? 1,
      };
    case 'exited': {
      const { of, exits, until } = measure;
      const own = (file.exits ?? []).filter((exit) => exit.side === side).map(({ id }) => id);
      const by = { kind: 'exited', of, exits: exits ?? own } as const;
      return until === undefined ? by : { ...by, untilMinute: parseClockTime(until) };
    }
    case 'enemyLost':
    case 'prisoners':
    case 'enemyDeadHeld':
    case 'enemyIncidents':
    case 'enemyCutOff':
    case 'connected':
    case 'present':
      return measure;
  }
}

const objectiveIndex = (file: ScenarioFile, id: string): number =>
  file.objectives.findIndex((objective) => objective.id === id);

const idOf = (id: string): UnitId => id as UnitId;
