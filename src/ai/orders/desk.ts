/** The desk a turn's orders are written at: the situation, the tasks, and what has been ordered already. */
import type { HexIndex } from '../../hex/grid.ts';
import type { Order } from '../../model/order.ts';
import type { Unit, UnitId } from '../../model/unit.ts';
import { whyNot } from '../../rules/permit.ts';
import type { Reason } from '../explain/reason.ts';
import type { Own, Situation } from '../estimate/situation.ts';
import type { Task } from '../tasks/task.ts';

export interface Desk {
  readonly situation: Situation;
  readonly tasks: ReadonlyMap<UnitId, Task>;
  /** Orders given this turn, by `keyOf`. */
  readonly tried: ReadonlySet<string>;
  /** Times each hex was fired at this turn. */
  readonly shots: ReadonlyMap<HexIndex, number>;
  /** Turns for which an attack on a hex has been put off. */
  readonly waits: ReadonlyMap<HexIndex, number>;
}

/** An order with its reason. */
export interface Proposal {
  readonly order: Order;
  readonly reason: Reason;
}

/** One look at the desk: the orders it wants given now, or none. */
export type Wave = (desk: Desk) => readonly Proposal[];

/** An order as given at this moment: the same again, with nothing spent in between, has the same key. */
export function keyOf(units: readonly Unit[], order: Order): string {
  const ids: readonly UnitId[] = 'units' in order ? order.units : 'unit' in order ? [order.unit] : [];
  const left = ids.map((id) => units.find((unit) => unit.id === id)?.minutesLeft ?? 0);
  return `${JSON.stringify(order)} ${left.join(' ')}`;
}

/** Not tried before in vain, and legal as far as the side knows. */
export function isWorthGiving(desk: Desk, order: Order): boolean {
  const { scenario, observation } = desk.situation;
  return !desk.tried.has(keyOf(observation.units, order)) && whyNot(scenario, observation, order) === undefined;
}

/** The proposal alone, if its order is worth giving; else none. */
export const onlyIfWorth = (desk: Desk, order: Order, reason: Reason): readonly Proposal[] =>
  isWorthGiving(desk, order) ? [{ order, reason }] : [];

export const taskOf = (desk: Desk, own: Own): Task | undefined => desk.tasks.get(own.id);

/** Units with one of the tasks at a hex. */
export const groupAt = (desk: Desk, hex: HexIndex, kinds: readonly Task['kind'][]): Own[] =>
  desk.situation.own.filter((own) => {
    const task = desk.tasks.get(own.id);
    return task !== undefined && task.hex === hex && kinds.includes(task.kind);
  });
