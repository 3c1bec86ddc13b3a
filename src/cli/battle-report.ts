/** What a battle came to: the object that scripts read, and the same for people, with history beside it. */
import { hashState } from '../battle/hash.ts';
import { ENGINE_VERSION } from '../battle/version.ts';
import { nameOf, sideText } from '../battle/wording.ts';
import type { BattleResult, Losses } from '../model/result.ts';
import type { Scenario } from '../model/scenario.ts';
import { type BySide, SIDES } from '../model/side.ts';
import { formatTable } from './table.ts';
import type { Forfeit, Fought } from './fight.ts';

export interface BattleReport {
  readonly scenario: string;
  readonly seed: string;
  readonly engine: string;
  readonly result: Pick<BattleResult, 'winner' | 'level' | 'versusHistory'>;
  readonly score: BySide<number>;
  /** Turns of the clock; one that was begun counts. */
  readonly turns: number;
  readonly orders: number;
  readonly losses: BySide<Losses>;
  readonly hash: string;
  /** Not told by `simulate`, whose lines are the same on every machine. */
  readonly seconds?: number;
  /** Only when a player forfeited. */
  readonly forfeit?: Forfeit;
}

/** The report of a battle. */
export function reportOf({ battle, result, forfeit }: Fought): BattleReport {
  const { winner, level, versusHistory, score, losses } = result;
  return {
    scenario: battle.scenario.id,
    seed: battle.state.seed,
    engine: ENGINE_VERSION,
    result: { winner, level, versusHistory },
    score: { soviet: score.soviet, japanese: score.japanese },
    turns: Math.ceil(battle.hashes.length / 2),
    orders: battle.orders.length,
    losses: { soviet: losses.soviet, japanese: losses.japanese },
    hash: hashState(battle.state),
    ...(forfeit === null ? {} : { forfeit }),
  };
}

/** The report for a person. */
export function formatReport(scenario: Scenario, players: BySide<string>, report: BattleReport): string {
  const { seed, result, turns, orders, hash, seconds } = report;
  const time = seconds === undefined ? '' : `, ${seconds} s`;
  return `${scenario.names.en} (${scenario.id}), seed ${JSON.stringify(seed)}
${SIDES.map((side) => `${sideText(side)}: ${players[side]}`).join('; ')}

${formatResult(result)}

${formatFigures(scenario, report)}
${turns} of ${scenario.clock.turns} turns, ${orders} orders, hash ${hash}${time}
`;
}

/** The result in words: `Japanese decisive victory, better than history`. */
function formatResult({ winner, level, versusHistory }: BattleReport['result']): string {
  const who = winner === null ? '' : `${sideText(winner)} `;
  const text = `${who}${nameOf('level', level)}, ${nameOf('versusHistory', versusHistory)}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Score and losses, each side with its history below. */
function formatFigures({ history }: Scenario, { score, losses }: BattleReport): string {
  const row = (title: string, points: number, lost: Losses) =>
    [title, points, lost.men, lost.vehicles, lost.guns, lost.aircraft].map(String);
  return formatTable([
    ['', 'score', 'men lost', 'vehicles', 'guns', 'aircraft'],
    ...SIDES.flatMap((side) => [
      row(sideText(side), score[side], losses[side]),
      row('  in history', history.score[side], history.losses[side]),
    ]),
  ]);
}
