/** What a player tells units. Hexes inside are flat indexes; in files and protocols they are `[column, row]`. */
import type { HexIndex } from '../hex/grid.ts';
import type { Minutes } from './clock.ts';
import type { FirePolicy, GunState, Pace, StandingOrder, UnitId } from './unit.ts';

export type Order =
  | { readonly kind: 'move'; readonly unit: UnitId; readonly path: readonly HexIndex[]; readonly pace: Pace }
  | { readonly kind: 'fire'; readonly unit: UnitId; readonly target: HexIndex; readonly minutes: Minutes }
  | { readonly kind: 'assault'; readonly units: readonly UnitId[]; readonly target: HexIndex }
  | { readonly kind: 'mission'; readonly unit: UnitId; readonly observer: UnitId; readonly target: HexIndex }
  | { readonly kind: 'flare'; readonly unit: UnitId; readonly target: HexIndex }
  | { readonly kind: 'dig'; readonly unit: UnitId; readonly minutes: Minutes }
  | { readonly kind: 'deploy'; readonly unit: UnitId; readonly posture: 'marching' | 'deployed' | 'dugIn' }
  | { readonly kind: 'guns'; readonly unit: UnitId; readonly state: GunState }
  | { readonly kind: 'rally'; readonly unit: UnitId }
  | { readonly kind: 'policy'; readonly unit: UnitId; readonly policy: FirePolicy }
  | { readonly kind: 'standing'; readonly unit: UnitId; readonly standing: StandingOrder | null }
  | { readonly kind: 'endTurn' };

export const ORDER_KINDS = [
  'move',
  'fire',
  'assault',
  'mission',
  'flare',
  'dig',
  'deploy',
  'guns',
  'rally',
  'policy',
  'standing',
  'endTurn',
] as const satisfies readonly Order['kind'][];
export type OrderKind = Order['kind'];
export type OrderOf<K extends OrderKind> = Extract<Order, { readonly kind: K }>;
