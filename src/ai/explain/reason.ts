/** Why an order was given: plain data recorded while deciding, for logs and for a staff that explains itself. */
import type { HexIndex } from '../../hex/grid.ts';

/** What a unit is for in its side's plan. */
const TASK_KINDS = ['take', 'follow', 'hold', 'support', 'command'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

const TACTICS = [
  'none',
  'readiness',
  'flare',
  'bombard',
  'firePrepares',
  'fire',
  'assaultTogether',
  'enterObjective',
  'saveGuns',
  'fallBack',
  'advance',
  'closeUp',
  'occupy',
  'layGuns',
  'followTroops',
  'rally',
  'dig',
  'takeCover',
  'airStrike',
  'airCover',
  'airLook',
] as const;
export type Tactic = (typeof TACTICS)[number];

export interface Reason {
  readonly task: TaskKind | 'none';
  readonly tactic: Tactic;
  /** What it is about: an objective, a target. */
  readonly object?: HexIndex;
  /** Chance that it succeeds, 0–1, where one was forecast. */
  readonly chance?: number;
  /** Men it should cost the enemy, where that was forecast. */
  readonly expectedMen?: number;
}
