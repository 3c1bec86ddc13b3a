/**
 * Orders that have no button of their own, sorted for the menu: by kind, as the list of legal orders gives them. Whatever
 * is aimed at a hex is one entry for all its hexes; whatever is not is an entry each. A new kind of order needs nothing here.
 */
import type { HexIndex } from '../../hex/grid.ts';
import { aimOf, type Order, type OrderKind } from '../../model/order.ts';

/** Kinds with a button, a key or a chooser elsewhere on the screen. */
const ON_BUTTONS: readonly OrderKind[] = [
  'move',
  'fire',
  'assault',
  'mission',
  'flare',
  'dig',
  'guns',
  'rally',
  'policy',
  'standing',
  'endTurn',
];

/** The button for postures forms column and deploys; occupying works is left to the menu, and so is following. */
const isOnButton = (order: Order): boolean =>
  (ON_BUTTONS.includes(order.kind) && !(order.kind === 'standing' && order.standing?.kind === 'follow')) ||
  (order.kind === 'deploy' && order.posture !== 'dugIn');

/** What the menu offers: a kind to be aimed on the map, or an order as it stands. */
export type MoreEntry =
  | { readonly kind: 'aim'; readonly order: OrderKind; readonly aims: readonly HexIndex[] }
  | { readonly kind: 'give'; readonly order: Order };

/** The entries of one kind of order, in the order of the list. */
export interface MoreGroup {
  readonly kind: OrderKind;
  readonly entries: readonly MoreEntry[];
}

export function listMore(legal: readonly Order[]): readonly MoreGroup[] {
  const orders = legal.filter((order) => !isOnButton(order));
  const kinds = [...new Set(orders.map((order) => order.kind))];
  return kinds.map((kind) => {
    const aims = listAims(orders, kind);
    const plain = orders.filter((order) => order.kind === kind && aimOf(order) === undefined);
    const aimed: readonly MoreEntry[] = aims.length > 0 ? [{ kind: 'aim', order: kind, aims }] : [];
    return { kind, entries: [...aimed, ...plain.map((order): MoreEntry => ({ kind: 'give', order }))] };
  });
}

/** Hexes that legal orders of a kind are aimed at, each once. */
export function listAims(legal: readonly Order[], kind: OrderKind): readonly HexIndex[] {
  const aims = legal.filter((order) => order.kind === kind).flatMap((order) => aimOf(order) ?? []);
  return [...new Set(aims)];
}

/** Legal orders of a kind with this aim: what there is to choose among, once a hex has been pressed. */
export const listAimedAt = (legal: readonly Order[], kind: OrderKind, hex: HexIndex): readonly Order[] =>
  legal.filter((order) => order.kind === kind && aimOf(order) === hex);

/** What could be ordered instead with the same aim, the order itself among them; nothing where the choice is made elsewhere. */
export function listAlternatives(legal: readonly Order[], order: Order): readonly Order[] {
  const aim = aimOf(order);
  return aim === undefined || isOnButton(order) ? [] : listAimedAt(legal, order.kind, aim);
}
