/** Folds events about supply into the state: stores of units, stocks of depots, whom they belong to, who comes first. */
import { present } from '../model/assert.ts';
import type { EventOf } from '../model/event.ts';
import type { Scenario } from '../model/scenario.ts';
import type { BattleState } from '../model/state.ts';
import type { Issue, StoreChange, Supplies } from '../model/supply.ts';
import type { Unit } from '../model/unit.ts';
import { minuteOf } from './light.ts';
import { spend } from './minutes.ts';
import { indexOfUnit } from './roster.ts';
import { lessLoad } from './supply/loads.ts';

export type SupplyEvent = EventOf<
  'supplied' | 'ranOut' | 'supplyHandled' | 'servedFirst' | 'depotTaken' | 'interdicted'
>;

export function reduceSupply(scenario: Scenario, state: BattleState, event: SupplyEvent): BattleState {
  switch (event.kind) {
    case 'supplied':
      return withIssued(withChanges(scenario, state, event.changes), event.issued);
    case 'ranOut':
      return state;
    case 'supplyHandled': {
      const worked = withChanges(scenario, state, event.changes);
      const units = worked.units.slice();
      const index = indexOfUnit(scenario, event.unit);
      units[index] = spend(present(units[index], `no unit ${event.unit}`), event.minutes);
      return withIssued({ ...worked, units }, event.issued);
    }
    case 'servedFirst':
      return withSupplies(state, ({ first = [], ...supply }) => {
        const others = first.filter((unit) => unit !== event.unit);
        const now = event.isFirst ? [...others, event.unit] : others;
        return now.length === 0 ? supply : { ...supply, first: now };
      });
    case 'depotTaken':
      return withSupplies(state, (supply) => ({
        ...supply,
        depots: supply.depots.map((depot) => (depot.id === event.depot ? { ...depot, holder: event.holder } : depot)),
      }));
    case 'interdicted':
      return withSupplies(state, (supply) => ({
        ...supply,
        interdicted: [...(supply.interdicted ?? []), event.interdiction],
      }));
  }
}

/** Supplies without interdictions that are over by the turn that begins. */
export function withSuppliesAt(scenario: Scenario, state: BattleState): BattleState {
  if (state.supply?.interdicted === undefined) return state;
  const { interdicted, ...supply } = state.supply;
  const minute = minuteOf(scenario.clock, state.turn);
  const left = interdicted.filter(({ untilMinute }) => untilMinute > minute);
  return { ...state, supply: left.length === 0 ? supply : { ...supply, interdicted: left } };
}

const withSupplies = (state: BattleState, changed: (supply: Supplies) => Supplies): BattleState =>
  state.supply === undefined ? state : { ...state, supply: changed(state.supply) };

function withChanges(scenario: Scenario, state: BattleState, changes: readonly StoreChange[]): BattleState {
  if (changes.length === 0) return state;
  const units = state.units.slice();
  for (const change of changes) {
    const index = indexOfUnit(scenario, change.unit);
    units[index] = withStores(present(units[index], `no unit ${change.unit}`), change);
  }
  return { ...state, units };
}

function withStores(unit: Unit, { rounds, ...change }: StoreChange): Unit {
  const { water, food, fuelKm, cargo, ...rest } = unit;
  const stores = { water, food, fuelKm, cargo, ...change };
  return {
    ...rest,
    ...(stores.water == null ? {} : { water: stores.water }),
    ...(stores.food == null ? {} : { food: stores.food }),
    ...(stores.fuelKm == null ? {} : { fuelKm: stores.fuelKm }),
    ...(stores.cargo == null ? {} : { cargo: stores.cargo }),
    ...(rounds === undefined ? {} : { rounds: unit.rounds.map((left, type) => left + (rounds[type] ?? 0)) }),
  };
}

const withIssued = (state: BattleState, issued: readonly Issue[]): BattleState =>
  issued.length === 0
    ? state
    : withSupplies(state, (supply) => ({
        ...supply,
        depots: supply.depots.map((depot) => {
          const issue = issued.find((one) => one.depot === depot.id);
          return issue === undefined ? depot : { ...depot, kg: lessLoad(depot.kg, issue.kg) };
        }),
      }));
