/**
 * Orders about supply: who is served first, columns that load at a depot and hand over what they carry, and stores set on
 * fire before the enemy has them.
 */
import { findDirection, type HexIndex } from '../../hex/grid.ts';
import type { Minutes } from '../../model/clock.ts';
import type { Knowledge } from '../../model/observation.ts';
import type { OrderOf } from '../../model/order.ts';
import type { Refusal } from '../../model/refusal.ts';
import type { Scenario } from '../../model/scenario.ts';
import { type Load, SUPPLY_CLASSES, type SupplyClass } from '../../model/load.ts';
import type { StoreChange } from '../../model/supply.ts';
import type { Unit, UnitCard } from '../../model/unit.ts';
import { perceive } from '../contacts.ts';
import { type Course, happen } from '../course.ts';
import { thousandths } from '../curve.ts';
import { minuteOf } from '../light.ts';
import { whyNoTime } from '../minutes.ts';
import { cardOf, findIndex, hexOf, isInAction, unitOf } from '../roster.ts';
import { findDepotAt } from './depots.ts';
import { changeOf, fill, lacks } from './fill.ts';
import { isSupplied } from './fuel.ts';
import { RAMP_MINUTES } from './lines.ts';
import { inKg, lessLoad } from './loads.ts';
import { storesOf } from './stores.ts';

/** Minutes to set stores on fire so that nothing is left, and how long they burn. [C] */
export const BURN_MINUTES = 15;
const BURNING_MINUTES = 180;

/** Kilograms on a column. */
export const cargoOf = (card: UnitCard, unit: Unit): Load => unit.cargo ?? inKg(card.cargo ?? {});

const totalOf = (load: Load): number => SUPPLY_CLASSES.reduce((sum, supply) => sum + (load[supply] ?? 0), 0);

/** Minutes to load a column, or to hand over from it: each vehicle at its own ramp. */
const rampMinutes = (scenario: Scenario, card: UnitCard): Minutes => {
  const id = card.transport?.vehicle ?? card.vehicle;
  return (id === undefined ? undefined : scenario.vehicles.get(id)?.loadMinutes) ?? RAMP_MINUTES;
};

/** Minutes an order about supply takes. */
export function supplyMinutes(scenario: Scenario, { unit, task }: OrderOf<'supply'>): Minutes {
  if (task === 'burn') return BURN_MINUTES;
  return task === 'load' || task === 'issue' ? rampMinutes(scenario, cardOf(scenario, unit)) : 0;
}

/** Refusal of an order about supply. */
export function whyNotSupply(
  scenario: Scenario,
  knowledge: Knowledge,
  unit: Unit,
  order: OrderOf<'supply'>,
): Refusal | undefined {
  const card = cardOf(scenario, unit.id);
  if (!isSupplied(scenario, card.side)) return { reason: 'noSupply' };
  const first = knowledge.supply?.first?.includes(unit.id) ?? false;
  switch (order.task) {
    case 'first':
      return first ? { reason: 'already', state: 'first' } : undefined;
    case 'inTurn':
      return first ? undefined : { reason: 'already', state: 'inTurn' };
    case 'load':
      return whyNotLoad(scenario, knowledge, card, unit) ?? whyNoTime(unit, supplyMinutes(scenario, order));
    case 'issue':
      return whyNotIssue(scenario, knowledge, unit, order) ?? whyNoTime(unit, supplyMinutes(scenario, order));
    case 'burn':
      return findDepotAt(scenario, knowledge.supply, card.side, unit.at as HexIndex) === undefined
        ? { reason: 'noDepot' }
        : whyNoTime(unit, BURN_MINUTES);
  }
}

function whyNotLoad(scenario: Scenario, knowledge: Knowledge, card: UnitCard, unit: Unit): Refusal | undefined {
  if (card.cargo === undefined) return { reason: 'noColumn' };
  const found = findDepotAt(scenario, knowledge.supply, card.side, unit.at as HexIndex);
  if (found === undefined) return { reason: 'noDepot' };
  const { fromMinute = -Infinity, untilMinute = Infinity } = found.depot;
  if (knowledge.minute < fromMinute || knowledge.minute >= untilMinute) return { reason: 'noDepot' };
  return totalOf(loadedAt(card, unit, found.now.kg, found.depot.side === card.side ? 'own' : 'taken').kg) === 0
    ? { reason: 'nothingToIssue' }
    : undefined;
}

/** What a column takes up at a depot, and what it then has. */
function loadedAt(
  card: UnitCard,
  unit: Unit,
  stock: Load,
  whose: 'own' | 'taken',
): { readonly kg: Load; readonly cargo: Load } {
  const full = inKg(card.cargo ?? {});
  const had = cargoOf(card, unit);
  const kg: Partial<Record<SupplyClass, number>> = {};
  const cargo: Partial<Record<SupplyClass, number>> = {};
  for (const supply of SUPPLY_CLASSES) {
    const room = (full[supply] ?? 0) - (had[supply] ?? 0);
    const fits = whose === 'own' || (supply !== 'smallArms' && supply !== 'shells');
    const there = stock[supply] ?? (whose === 'own' ? Infinity : 0);
    const taken = fits ? Math.max(0, Math.min(room, there)) : 0;
    if (taken > 0) kg[supply] = thousandths(taken);
    if (full[supply] !== undefined) cargo[supply] = thousandths((had[supply] ?? 0) + taken);
  }
  return { kg, cargo };
}

function whyNotIssue(
  scenario: Scenario,
  knowledge: Knowledge,
  unit: Unit,
  { to }: OrderOf<'supply'>,
): Refusal | undefined {
  const card = cardOf(scenario, unit.id);
  if (card.cargo === undefined) return { reason: 'noColumn' };
  const taker = knowledge.units.find((own) => own.id === to);
  if (taker === undefined || findIndex(scenario, taker.id) === undefined)
    return { reason: 'unknownUnit', unit: to ?? '' };
  if (taker.id === unit.id || !isInAction(taker) || typeof taker.at !== 'number') return { reason: 'notAdjacent' };
  const from = unit.at as HexIndex;
  if (taker.at !== from && findDirection(scenario.map.grid, from, taker.at) === undefined)
    return { reason: 'notAdjacent' };
  const { changes } = handedOver(scenario, unit, taker);
  return changes.length === 0 ? { reason: 'nothingToIssue' } : undefined;
}

/** What changes when a column gives a unit what it needs. */
function handedOver(scenario: Scenario, column: Unit, taker: Unit): { readonly changes: readonly StoreChange[] } {
  const card = cardOf(scenario, taker.id);
  const customer = { card, unit: taker, stores: storesOf(scenario, card, taker) };
  const had = cargoOf(cardOf(scenario, column.id), column);
  const given: Partial<Record<SupplyClass, number>> = {};
  for (const supply of SUPPLY_CLASSES) {
    const offeredKg = had[supply] ?? 0;
    if (offeredKg === 0 || !lacks(scenario, customer, supply)) continue;
    const { takenKg } = fill(scenario, customer, supply, { offeredKg, share: 1 });
    if (takenKg > 0) given[supply] = takenKg;
  }
  if (totalOf(given) === 0) return { changes: [] };
  return { changes: [{ unit: column.id, cargo: lessLoad(had, given) }, ...changeOf(scenario, customer)] };
}

export function resolveSupply(course: Course, order: OrderOf<'supply'>): void {
  const { scenario, state } = course;
  const unit = unitOf(scenario, state, order.unit);
  const card = cardOf(scenario, order.unit);
  const minutes = supplyMinutes(scenario, order);
  const found = findDepotAt(scenario, state.supply, card.side, hexOf(unit));
  switch (order.task) {
    case 'first':
    case 'inTurn':
      return happen(course, { kind: 'servedFirst', unit: order.unit, isFirst: order.task === 'first' });
    case 'load': {
      if (found === undefined) return;
      const { kg, cargo } = loadedAt(card, unit, found.now.kg, found.depot.side === card.side ? 'own' : 'taken');
      const isFull = SUPPLY_CLASSES.every((supply) => cargo[supply] === inKg(card.cargo ?? {})[supply]);
      happen(course, {
        kind: 'supplyHandled',
        unit: order.unit,
        task: 'load',
        minutes,
        changes: [{ unit: order.unit, cargo: isFull ? null : cargo }],
        issued: [{ depot: found.depot.id, kg }],
      });
      return perceive(course);
    }
    case 'issue': {
      if (order.to === undefined) return;
      const { changes } = handedOver(scenario, unit, unitOf(scenario, state, order.to));
      happen(course, { kind: 'supplyHandled', unit: order.unit, task: 'issue', minutes, changes, issued: [] });
      return perceive(course);
    }
    case 'burn': {
      if (found === undefined) return;
      happen(course, { kind: 'supplyHandled', unit: order.unit, task: 'burn', minutes, changes: [], issued: [] });
      happen(course, { kind: 'depotTaken', depot: found.depot.id, holder: null });
      const untilMinute = minuteOf(scenario.clock, state.turn) + BURNING_MINUTES;
      happen(course, { kind: 'plume', plume: { kind: 'fire', hex: found.depot.hex, untilMinute } });
      return perceive(course);
    }
  }
}
