/** A battle from its opening to its end, to a turn, or to a forfeit, between whoever sits at its sides. */
import { apply, type Battle, createBattle } from '../battle/battle.ts';
import { opponentOf, type Side } from '../model/side.ts';
import type { BattleResult, Comparison } from '../model/result.ts';
import type { Scenario } from '../model/scenario.ts';
import { resultOf } from '../rules/objectives.ts';
import { scenarioById } from '../scenario/library.ts';
import { EXEC_PREFIX, type Setting } from './battle-options.ts';
import { seatComputer } from './computer-seat.ts';
import { seatOutsidePlayer } from './outside-player.ts';
import type { Seat } from './seat.ts';

/** A side that lost by what its player did, not by what happened on the field. */
export interface Forfeit {
  readonly side: Side;
  readonly reason: string;
}

export interface Fought {
  readonly battle: Battle;
  /** At the end, or as things stood when it was stopped; a forfeit is the opponent's decisive victory. */
  readonly result: BattleResult;
  readonly forfeit: Forfeit | null;
}

/** Turns of the clock that both sides have played. */
const countTurns = (battle: Battle): number => Math.floor(battle.hashes.length / 2);

/** Fights a battle. `watch` sees it at its opening and after every side's turn. */
export async function fight(setting: Setting, seed: string, watch: (battle: Battle) => void): Promise<Fought> {
  let { battle } = createBattle(scenarioById(setting.scenario), seed, setting.players, setting.choices);
  const { scenario } = battle;
  const take = (side: Side): Seat => takeSeat(scenario, side, { ...setting, seed });
  const seats = { soviet: take('soviet'), japanese: take('japanese') };
  let forfeit: Forfeit | null = null;
  watch(battle);
  while (battle.state.result === null && countTurns(battle) < setting.turns && forfeit === null) {
    const side = battle.state.active;
    const turn = await seats[side].playTurn(battle);
    ({ battle } = turn);
    if (turn.kind === 'forfeited') {
      forfeit = { side, reason: turn.reason };
      battle = endTurn(battle);
    }
    watch(battle);
  }
  const result = forfeit === null ? standing(battle) : forfeited(battle, forfeit.side);
  await Promise.all([seats.soviet.leave(result), seats.japanese.leave(result)]);
  return { battle, result, forfeit };
}

function takeSeat(
  scenario: Scenario,
  side: Side,
  { players, patienceSeconds, seed }: Setting & { readonly seed: string },
): Seat {
  const player = players[side];
  return player.startsWith(EXEC_PREFIX)
    ? seatOutsidePlayer(scenario, side, { command: player.slice(EXEC_PREFIX.length), patienceSeconds })
    : seatComputer(player, side, seed);
}

/** The forfeited turn is over, so that the journal ends with the hash of a whole turn. */
function endTurn(battle: Battle): Battle {
  const outcome = apply(battle, { kind: 'endTurn' });
  return outcome.kind === 'applied' ? outcome.battle : battle;
}

const standing = ({ scenario, state }: Battle): BattleResult => state.result ?? resultOf(scenario, state);

function forfeited(battle: Battle, loser: Side): BattleResult {
  const winner = opponentOf(loser);
  return { ...standing(battle), winner, level: 'decisive', versusHistory: compareFor(battle, winner) };
}

/** The points as they stand beside history's, as the winner by forfeit sees them. */
function compareFor({ scenario, state }: Battle, winner: Side): Comparison {
  const { winner: onPoints, versusHistory } = resultOf(scenario, state);
  if ((onPoints ?? scenario.order[0]) === winner || versusHistory === 'as') return versusHistory;
  return versusHistory === 'better' ? 'worse' : 'better';
}
