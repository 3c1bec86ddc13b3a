/**
 * A tactical puzzle: a drawn field, a player to move, and what must be seen to come of it. Each is played on many seeds,
 * as drawn, mirrored north for south, and with other strengths, so that it cannot be learned by heart.
 */
import { playTurn } from '../../src/ai/play.ts';
import type { Decide, Memory } from '../../src/ai/player.ts';
import { defaultBudget, playerByName } from '../../src/ai/players.ts';
import type { Battle } from '../../src/battle/battle.ts';
import { present } from '../../src/model/assert.ts';
import type { Order } from '../../src/model/order.ts';
import type { Side } from '../../src/model/side.ts';
import { type Battlefield, battlefield, type Fielded, type FieldOptions } from '../battlefield.ts';

export interface Puzzle {
  readonly title: string;
  /** An odd number of rows, so that it can be turned over. */
  readonly drawing: string;
  readonly units: Readonly<Record<string, Fielded | readonly Fielded[]>>;
  readonly options?: FieldOptions;
  /** The side that is to solve it; the other is `against`. */
  readonly side: Side;
  readonly against?: 'idle' | 'ensign';
  /** Side's turns played. */
  readonly turns: number;
  readonly isSolved: (seen: Played) => boolean;
}

export interface Played {
  readonly field: Battlefield;
  /** After the solver's last turn. */
  readonly battle: Battle;
  /** Orders of the solver that took effect, in order. */
  readonly orders: readonly Order[];
  readonly refused: readonly Order[];
}

export const VARIANTS = ['as drawn', 'mirrored', 'with other strengths'] as const;
export type Variant = (typeof VARIANTS)[number];

/** How many of `seeds` plays come out as they should. */
export function countSolved(puzzle: Puzzle, variant: Variant, seeds: number): number {
  let solved = 0;
  for (let seed = 0; seed < seeds; seed++) if (puzzle.isSolved(playPuzzle(puzzle, variant, seed))) solved += 1;
  return solved;
}

function playPuzzle(puzzle: Puzzle, variant: Variant, seed: number): Played {
  const drawing = variant === 'mirrored' ? mirrored(puzzle.drawing) : puzzle.drawing;
  const units = variant === 'with other strengths' ? varied(puzzle.units, seed) : puzzle.units;
  const field = battlefield(drawing, units, { ...puzzle.options, seed: `puzzle-${seed}` });
  const players: Record<Side, string> = { soviet: puzzle.against ?? 'idle', japanese: puzzle.against ?? 'idle' };
  players[puzzle.side] = 'ensign';
  const memories: Partial<Record<Side, Memory>> = {};
  const orders: Order[] = [];
  const refused: Order[] = [];
  let { battle } = field;
  let played = 0;
  while (played < puzzle.turns && battle.state.result === null) {
    const side = battle.state.active;
    const decide: Decide = present(playerByName(players[side]), 'a computer player');
    const start = battle;
    const turn = playTurn(start, {
      decide,
      memory: memories[side],
      seed: `${seed}`,
      budget: defaultBudget(players[side]),
    });
    ({ battle } = turn);
    if (turn.memory !== undefined) memories[side] = turn.memory;
    if (side !== puzzle.side) continue;
    played += 1;
    for (const given of turn.given) {
      if (given.refusal !== undefined) refused.push(given.order);
      else orders.push(given.order);
    }
  }
  return { field, battle, orders, refused };
}

/** The drawing with its rows from bottom to top: an exact mirror when their number is odd. */
function mirrored(drawing: string): string {
  const rows = drawing.split('\n').filter((row) => row.trim() !== '');
  if (rows.length % 2 === 0) throw new Error('A drawing that is to be mirrored needs an odd number of rows.');
  return rows.reverse().join('\n');
}

/** Strengths up to a fifth above or below what they are. */
function varied(units: Puzzle['units'], seed: number): Puzzle['units'] {
  const shares = [0.85, 1.1, 0.95, 1.2, 0.8, 1.05, 0.9, 1.15];
  let place = seed;
  const vary = (fielded: Fielded): Fielded => ({
    ...fielded,
    men: Math.round((fielded.men ?? 100) * (shares[place++ % shares.length] ?? 1)),
  });
  return Object.fromEntries(
    Object.entries(units).map(([key, entry]) => [
      key,
      Array.isArray(entry) ? (entry as readonly Fielded[]).map(vary) : vary(entry as Fielded),
    ]),
  );
}
