/** Who sits at a side of a battle: asked for a turn at a time, told the end. */
import type { Battle } from '../battle/battle.ts';
import type { BattleResult } from '../model/result.ts';

/** The battle after a side's turn, or as far as its player came before forfeiting, and why. */
export type TurnPlayed =
  | { readonly kind: 'played'; readonly battle: Battle }
  | { readonly kind: 'forfeited'; readonly battle: Battle; readonly reason: string };

export interface Seat {
  readonly playTurn: (battle: Battle) => Promise<TurnPlayed>;
  readonly leave: (result: BattleResult) => Promise<void>;
}
