/** Filling what a unit is short of from what is offered: what it takes, what arrives of it, and what has changed. */
import type { Scenario } from '../../model/scenario.ts';
import type { SupplyClass } from '../../model/load.ts';
import type { StoreChange } from '../../model/supply.ts';
import type { Unit, UnitCard } from '../../model/unit.ts';
import { thousandths } from '../curve.ts';
import { weaponOf } from '../roster.ts';
import { findRangeKm } from './fuel.ts';
import {
  classOfRounds,
  FULL_DAYS,
  fuelKgAKm,
  kgADay,
  kgOfRound,
  lackOf,
  moreBy,
  roundsLacking,
  type Stores,
} from './stores.ts';

/** Who takes, with its stores while they are filled. */
export interface Taker {
  readonly card: UnitCard;
  readonly unit: Unit;
  readonly stores: Stores;
}

/** Kilograms taken from where they lay, and arrived. */
export interface Taken {
  readonly takenKg: number;
  readonly usedKg: number;
}

/** Whether a unit has room for anything of a class. */
export const lacks = (scenario: Scenario, { card, unit, stores }: Taker, supply: SupplyClass): boolean => {
  switch (supply) {
    case 'water':
    case 'food':
      return lackOf(supply, stores[supply]) > 0;
    case 'fuel':
      return stores.fuelKm !== undefined && stores.fuelKm < (findRangeKm(scenario, card, unit) ?? 0);
    case 'smallArms':
    case 'shells':
      return unit.rounds.some(
        (_, type) => roundsWanted(scenario, card, unit, stores, type) > 0 && isOf(scenario, card, type, supply),
      );
  }
};

const isOf = (scenario: Scenario, card: UnitCard, type: number, supply: SupplyClass): boolean => {
  const armament = card.armaments[type];
  return armament !== undefined && classOfRounds(weaponOf(scenario, armament.weapon)) === supply;
};

const roundsWanted = (scenario: Scenario, card: UnitCard, unit: Unit, stores: Stores, type: number): number =>
  roundsLacking(scenario, card, unit, type) - (stores.rounds[type] ?? 0);

/** Fills a unit's stores of a class from a load of which a share above nought arrives; the more is lost, the more is sent. */
export function fill(
  scenario: Scenario,
  { card, unit, stores }: Taker,
  supply: SupplyClass,
  { offeredKg, share }: { readonly offeredKg: number; readonly share: number },
): Taken {
  switch (supply) {
    case 'water':
    case 'food': {
      const aDay = kgADay(scenario, card, unit)[supply];
      const takenKg = Math.min(offeredKg, (lackOf(supply, stores[supply]) * aDay) / share);
      if (aDay > 0) stores[supply] = moreBy(supply, stores[supply], (takenKg * share) / aDay);
      return { takenKg, usedKg: takenKg * share };
    }
    case 'fuel': {
      const aKm = fuelKgAKm(scenario, card, unit);
      const wanted = (findRangeKm(scenario, card, unit) ?? 0) - (stores.fuelKm ?? 0);
      if (aKm === 0 || stores.fuelKm === undefined) return { takenKg: 0, usedKg: 0 };
      const takenKg = Math.min(offeredKg, (wanted * aKm) / share);
      stores.fuelKm = thousandths(stores.fuelKm + (takenKg * share) / aKm);
      return { takenKg, usedKg: takenKg * share };
    }
    case 'smallArms':
    case 'shells':
      return fillRounds(scenario, { card, unit, stores }, supply, { offeredKg, share });
  }
}

function fillRounds(
  scenario: Scenario,
  taker: Taker,
  supply: SupplyClass,
  { offeredKg, share }: { readonly offeredKg: number; readonly share: number },
): Taken {
  const { card, unit, stores } = taker;
  let [takenKg, usedKg] = [0, 0];
  for (const [type, { weapon }] of card.armaments.entries()) {
    if (!isOf(scenario, card, type, supply)) continue;
    const each = kgOfRound(weaponOf(scenario, weapon));
    const asked = Math.min(
      Math.ceil(thousandths(roundsWanted(scenario, card, unit, stores, type) / share)),
      Math.floor(thousandths((offeredKg - takenKg) / each)),
    );
    const came = Math.min(roundsWanted(scenario, card, unit, stores, type), Math.floor(thousandths(asked * share)));
    stores.rounds[type] = (stores.rounds[type] ?? 0) + came;
    takenKg += asked * each;
    usedKg += came * each;
  }
  return { takenKg, usedKg };
}

/** What is otherwise than the unit has it. */
export function changeOf(scenario: Scenario, { card, unit, stores }: Taker): StoreChange[] {
  const range = findRangeKm(scenario, card, unit);
  const orFull = (value: number, full: number): number | null => (value >= full ? null : value);
  const water = orFull(stores.water, FULL_DAYS.water);
  const food = orFull(stores.food, FULL_DAYS.food);
  const fuelKm = stores.fuelKm === undefined || range === undefined ? null : orFull(stores.fuelKm, range);
  const change: StoreChange = {
    unit: unit.id,
    ...(water === (unit.water ?? null) ? {} : { water }),
    ...(food === (unit.food ?? null) ? {} : { food }),
    ...(fuelKm === (unit.fuelKm ?? null) ? {} : { fuelKm }),
    ...(stores.rounds.some((count) => count > 0) ? { rounds: stores.rounds } : {}),
  };
  return Object.keys(change).length > 1 ? [change] : [];
}
