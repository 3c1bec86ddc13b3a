/** A player that does nothing: the measure below which no other may fall. */
import { type Decide, endOfTurn } from './player.ts';

export const decideIdle: Decide = () => endOfTurn({ kind: 'idle', version: 1 }, 0);
