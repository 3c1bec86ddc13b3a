/**
 * Thought is counted in steps and not in time, so that every machine thinks the same. Whatever is worth counting has a
 * price and is paid for before it is done; who cannot pay does without.
 */
import type { HexGrid } from '../hex/grid.ts';

/** Prices in steps. [C] */
export const PRICE = { forecast: 0.3, candidate: 0.1, fullFieldOf5000: 60 } as const;

/** What may still be spent in this turn. Lives for one decision. */
export interface Purse {
  readonly limit: number;
  spent: number;
}

/** Pays if there is enough left; whether it was paid. */
export function pay(purse: Purse, price: number): boolean {
  if (purse.spent + price > purse.limit) return false;
  purse.spent += price;
  return true;
}

/** The price of ways from one hex to all others. */
export const fieldPrice = (grid: HexGrid): number => (PRICE.fullFieldOf5000 * grid.size) / 5000;
