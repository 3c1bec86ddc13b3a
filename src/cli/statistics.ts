/** How the results, scores and losses of many battles are spread, with the historical figures beside. */
import { nameOf, sideText } from '../battle/wording.ts';
import { COMPARISONS, type Comparison, type Losses, VICTORY_LEVELS, type VictoryLevel } from '../model/result.ts';
import type { Scenario } from '../model/scenario.ts';
import { type BySide, type Side, SIDES } from '../model/side.ts';
import type { BattleReport } from './battle-report.ts';
import { formatTable } from './table.ts';

/** A spread: one battle in ten stays below `low`, one in ten goes beyond `high`. */
interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly mean: number;
  readonly history: number;
}

interface Outcome {
  readonly winner: Side | null;
  readonly level: VictoryLevel;
  readonly battles: number;
}

export interface Statistics {
  readonly scenario: string;
  readonly seed: string;
  readonly battles: number;
  readonly forfeits: number;
  /** From a decisive victory of the first side of `SIDES` to one of the other; only what came out at least once. */
  readonly results: readonly Outcome[];
  readonly versusHistory: Readonly<Record<Comparison, number>>;
  readonly score: BySide<Spread>;
  readonly losses: BySide<Readonly<Record<keyof Losses, Spread>>>;
  /** Who won in history. */
  readonly historyWinner: Side | null;
}

const LOSSES = ['men', 'vehicles', 'guns', 'aircraft'] as const satisfies readonly (keyof Losses)[];

/** The statistics of a run's battles. */
export function statisticsOf(scenario: Scenario, seed: string, reports: readonly BattleReport[]): Statistics {
  const { history } = scenario;
  const count = (holds: (report: BattleReport) => boolean): number => reports.filter(holds).length;
  const spreads = (of: (report: BattleReport) => number, past: number): Spread => spreadOf(reports.map(of), past);
  const lossesOf = (side: Side) => ({
    men: spreads((report) => report.losses[side].men, history.losses[side].men),
    vehicles: spreads((report) => report.losses[side].vehicles, history.losses[side].vehicles),
    guns: spreads((report) => report.losses[side].guns, history.losses[side].guns),
    aircraft: spreads((report) => report.losses[side].aircraft, history.losses[side].aircraft),
  });
  return {
    scenario: scenario.id,
    seed,
    battles: reports.length,
    forfeits: count((report) => report.forfeit !== undefined),
    results: listOutcomes(reports),
    versusHistory: {
      better: count((report) => report.result.versusHistory === 'better'),
      as: count((report) => report.result.versusHistory === 'as'),
      worse: count((report) => report.result.versusHistory === 'worse'),
    },
    score: {
      soviet: spreads((report) => report.score.soviet, history.score.soviet),
      japanese: spreads((report) => report.score.japanese, history.score.japanese),
    },
    losses: { soviet: lossesOf('soviet'), japanese: lossesOf('japanese') },
    historyWinner: history.winner,
  };
}

function listOutcomes(reports: readonly BattleReport[]): Outcome[] {
  const victories = VICTORY_LEVELS.filter((level) => level !== 'draw');
  const all = [
    ...victories.map((level) => ({ winner: SIDES[0], level })),
    { winner: null, level: 'draw' as const },
    ...victories.toReversed().map((level) => ({ winner: SIDES[1], level })),
  ];
  return all
    .map(({ winner, level }) => ({
      winner,
      level,
      battles: reports.filter(({ result }) => result.winner === winner && result.level === level).length,
    }))
    .filter(({ battles }) => battles > 0);
}

function spreadOf(values: readonly number[], history: number): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const sum = sorted.reduce((total, value) => total + value, 0);
  const mean = sorted.length === 0 ? 0 : Math.round((10 * sum) / sorted.length) / 10;
  return { low: at(0.1), median: at(0.5), high: at(0.9), mean, history };
}

/** The statistics for a person. */
export function formatStatistics(statistics: Statistics): string {
  const { scenario, seed, battles, forfeits, historyWinner } = statistics;
  const forfeited = forfeits === 0 ? '' : `, ${forfeits} forfeited`;
  const won = historyWinner === null ? 'nobody won' : `${sideText(historyWinner)} victory`;
  return `${scenario}, seed ${JSON.stringify(seed)}: ${battles} battles${forfeited}

${formatResults(statistics)}
In history: ${won}

${formatSpreads(statistics)}`;
}

function formatResults({ results, versusHistory, battles }: Statistics): string {
  const row = (title: string, count: number): string[] => [
    title,
    String(count),
    `${Math.round((100 * count) / Math.max(1, battles))} %`,
  ];
  return formatTable([
    ['', 'battles', 'share'],
    ...results.map(({ winner, level, battles: count }) =>
      row(winner === null ? nameOf('level', level) : `${sideText(winner)} ${nameOf('level', level)}`, count),
    ),
    ...COMPARISONS.map((word) => row(nameOf('versusHistory', word), versusHistory[word])),
  ]);
}

function formatSpreads({ score, losses }: Statistics): string {
  const row = (title: string, { low, median, high, mean, history }: Spread): string[] => [
    title,
    ...[low, median, high].map(String),
    mean.toFixed(1),
    String(history),
  ];
  return formatTable([
    ['', 'tenth', 'median', 'nine tenths', 'mean', 'history'],
    ...SIDES.flatMap((side) => [
      row(`${sideText(side)} score`, score[side]),
      ...LOSSES.map((kind) => row(`  ${kind} lost`, losses[side][kind])),
    ]),
  ]);
}
