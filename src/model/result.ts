/** How a battle ended: points, level of victory, losses, and beside them what happened. */
import type { BySide, Side } from './side.ts';

export const VICTORY_LEVELS = ['decisive', 'major', 'minor', 'draw'] as const;
export type VictoryLevel = (typeof VICTORY_LEVELS)[number];

export const COMPARISONS = ['better', 'as', 'worse'] as const;
/** Against history, as the winner would see it; in a draw, as the side that attacked would. */
export type Comparison = (typeof COMPARISONS)[number];

export interface Losses {
  readonly men: number;
  readonly vehicles: number;
  readonly guns: number;
  readonly aircraft: number;
}

/** What a clause of the scenario measured and the points that makes. */
export interface Counted {
  readonly clause: string;
  readonly measured: number;
  readonly points: number;
}

export interface BattleResult {
  readonly winner: Side | null;
  readonly level: VictoryLevel;
  readonly versusHistory: Comparison;
  readonly score: BySide<number>;
  readonly losses: BySide<Losses>;
  /** In battles with clauses, in their order. */
  readonly counted?: readonly Counted[];
}
