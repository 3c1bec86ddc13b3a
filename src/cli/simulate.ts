/**
 * `npm run simulate -- SCENARIO --games N [options]` fights many battles on several threads and prints how results,
 * scores and losses are spread, with history beside. Status: 0 done, 2 arguments, or what an outside player said, cannot
 * be used.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { sideText } from '../battle/wording.ts';
import { scenarioById } from '../scenario/library.ts';
import {
  BATTLE_OPTIONS,
  BATTLE_OPTIONS_HELP,
  parseSeed,
  parseSetting,
  PLAYERS_HELP,
  type Setting,
} from './battle-options.ts';
import { type BattleReport, reportOf } from './battle-report.ts';
import { type ExitStatus, parseArguments, parseCount, printable, quoted, runCommand, Unusable } from './command.ts';
import { fight } from './fight.ts';
import { writeOutput } from './journal-file.ts';
import { startProgress } from './progress.ts';
import { parseShard } from './shard.ts';
import { formatStatistics, statisticsOf } from './statistics.ts';
import { doWork, isPoolThread, serveTasks } from './worker-pool.ts';

const HELP = `simulate SCENARIO --games N [options]: fights many battles and prints how they came out, with history beside

  --games N           how many battles; the dice of game K, from 0, grow from SEED/K
  --jobs N            threads (as many as the machine has processors)
  --shard I/N         only the I-th of N parts of the run; the files of all parts, joined, equal that of the run
  --out FILE.jsonl    write a line a battle, in order: what battle --json prints, without its seconds
${BATTLE_OPTIONS_HELP}${PLAYERS_HELP}`;

/** As many battles as have numbers in a file a person may still open. */
const GAMES = { least: 1, most: 1_000_000 };
const JOBS = { least: 1, most: 256 };

interface Task {
  readonly setting: Setting;
  readonly seed: string;
}

const seedOfGame = (base: string, game: number): string => `${base}/${game}`;

async function run(args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseArguments(args, {
    ...BATTLE_OPTIONS,
    games: { type: 'string' },
    jobs: { type: 'string' },
    shard: { type: 'string' },
    out: { type: 'string' },
  });
  const setting = parseSetting(positionals, values);
  if (values.games === undefined) throw new Unusable('how many battles? Give --games N');
  const games = parseCount('--games', values.games, GAMES);
  const jobs = values.jobs === undefined ? availableParallelism() : parseCount('--jobs', values.jobs, JOBS);
  const stretch = parseShard(values.shard, games);
  const base = parseSeed(values.seed);
  parseSeed(seedOfGame(base, games - 1)); // The longest must fit into a journal too.
  const tasks = Array.from(
    { length: stretch.to - stretch.from },
    (_, place): Task => ({ setting, seed: seedOfGame(base, stretch.from + place) }),
  );
  const reports = await fightAll({ tasks, jobs, out: values.out, quiet: values.quiet });

  const statistics = statisticsOf(scenarioById(setting.scenario), base, reports);
  process.stdout.write(values.json ? `${JSON.stringify(statistics)}\n` : formatStatistics(statistics));
  const forfeits = reports.flatMap(({ seed, forfeit }) => (forfeit === undefined ? [] : [{ seed, ...forfeit }]));
  const [first] = forfeits;
  if (first === undefined) return 0;
  const text = `${forfeits.length} of ${reports.length} battles were forfeited; in the first, seed ${quoted(first.seed)}, the ${sideText(first.side)} player ${first.reason}`;
  process.stderr.write(`simulate: ${printable(text)}\n`);
  return 2;
}

/** Fights the battles and writes their lines as they come in order. */
async function fightAll({
  tasks,
  jobs,
  out,
  quiet,
}: {
  readonly tasks: readonly Task[];
  readonly jobs: number;
  readonly out: string | undefined;
  readonly quiet: boolean;
}): Promise<readonly BattleReport[]> {
  if (out !== undefined) writeOutput(out, '');
  const file = out === undefined ? undefined : openSync(out, 'a');
  const reports: BattleReport[] = [];
  const progress = startProgress({ quiet });
  progress.show(`0 of ${tasks.length} battles`);
  try {
    await doWork({
      module: import.meta.url,
      tasks,
      jobs,
      take: (report: BattleReport) => {
        reports.push(report);
        if (file !== undefined) writeSync(file, `${JSON.stringify(report)}\n`);
        progress.show(`${reports.length} of ${tasks.length} battles`);
      },
    });
  } finally {
    progress.clear();
    if (file !== undefined) closeSync(file);
  }
  return reports;
}

if (isPoolThread()) {
  serveTasks(async ({ setting, seed }: Task) => reportOf(await fight(setting, seed, () => undefined)));
} else {
  await runCommand({ name: 'simulate', help: HELP, run });
}
