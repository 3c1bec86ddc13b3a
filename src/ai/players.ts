/** The computer players by the names that settings, journals and the command line use. */
import { decideEnsign } from './ensign.ts';
import { decideIdle } from './idle.ts';
import type { Decide } from './player.ts';
import { decideRandom } from './random.ts';

export const COMPUTER_PLAYERS = ['ensign', 'idle', 'random'] as const;
export type ComputerPlayer = (typeof COMPUTER_PLAYERS)[number];

const DECIDE: Readonly<Record<ComputerPlayer, Decide>> = {
  ensign: decideEnsign,
  idle: decideIdle,
  random: decideRandom,
};

/** Steps a side's turn, unless a setting says otherwise. */
const DEFAULT_BUDGET: Readonly<Record<ComputerPlayer, number>> = { ensign: 2000, idle: 0, random: 0 };

const isComputerPlayer = (name: string): name is ComputerPlayer =>
  (COMPUTER_PLAYERS as readonly string[]).includes(name);

/** How the player of that name decides; nothing for other names. */
export const playerByName = (name: string): Decide | undefined => (isComputerPlayer(name) ? DECIDE[name] : undefined);

/** Steps a turn for the player of that name; 0 for names it does not know. */
export const defaultBudget = (name: string): number => (isComputerPlayer(name) ? DEFAULT_BUDGET[name] : 0);
