/** A seat held by one of the computer players, which thinks in this process. */
import type { Battle } from '../battle/battle.ts';
import { thinkingSeed } from '../ai/dice.ts';
import { playTurn } from '../ai/play.ts';
import type { Memory } from '../ai/player.ts';
import { defaultBudget, playerByName } from '../ai/players.ts';
import { present } from '../model/assert.ts';
import type { Side } from '../model/side.ts';
import type { Seat } from './seat.ts';

/** The computer player of that name, which must be one, on a side of the battle of that seed. */
export function seatComputer(name: string, side: Side, seed: string): Seat {
  const settings = {
    decide: present(playerByName(name), `a computer player ${name}`),
    // Told apart from the battle's dice, and from the other side's thoughts.
    seed: thinkingSeed(seed, side),
    budget: defaultBudget(name),
  };
  let memory: Memory | undefined;
  return {
    playTurn: async (opening: Battle) => {
      const turn = playTurn(opening, { ...settings, memory });
      ({ memory } = turn);
      return { kind: 'played', battle: turn.battle };
    },
    leave: async () => undefined,
  };
}
