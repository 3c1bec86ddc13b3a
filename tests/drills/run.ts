/**
 * `npm run drills [-- NAME…] [--games N] [--jobs N]` fights drills on several threads and prints each beside its record.
 * Status: 0 all hold, 1 one does not, 2 the arguments are of no use.
 */
import { availableParallelism } from 'node:os';
import { type ExitStatus, parseArguments, parseCount, runCommand, Unusable } from '../../src/cli/command.ts';
import { doWork, isPoolThread, serveTasks } from '../../src/cli/worker-pool.ts';
import { DRILL_FILES } from './files.ts';
import { judge, type Report } from './verdict.ts';

const HELP = `drills [NAME…] [options]: fights documented fights over and over and compares them with the record

  NAME         the drills whose names begin so; all of them without one
  --games N    at most so many games of each, for a quick look
  --jobs N     threads (as many as the machine has processors)
`;

interface Task {
  readonly file: string;
  readonly mostGames: number;
}

async function run(args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseArguments(args, { games: { type: 'string' }, jobs: { type: 'string' } });
  const most = { least: 1, most: 100_000 };
  const mostGames = values.games === undefined ? most.most : parseCount('--games', values.games, most);
  const jobs =
    values.jobs === undefined ? availableParallelism() : parseCount('--jobs', values.jobs, { least: 1, most: 256 });
  const files = [...DRILL_FILES.keys()].filter(
    (file) => positionals.length === 0 || positionals.some((name) => file.startsWith(name)),
  );
  if (files.length === 0) throw new Unusable(`no such drill; there are: ${[...DRILL_FILES.keys()].join(', ')}`);
  const reports: Report[] = [];
  await doWork({
    module: import.meta.url,
    tasks: files.map((file): Task => ({ file, mostGames })),
    jobs,
    take: (report: Report) => {
      reports.push(report);
      process.stdout.write(formatReport(report));
    },
  });
  const held = reports.filter(({ holds }) => holds).length;
  const expected = reports.flatMap(({ lines }) =>
    lines.filter(({ verdict }) => verdict === 'fails as expected'),
  ).length;
  process.stdout.write(`\n${held} of ${reports.length} drills hold; ${expected} figures fail as expected\n`);
  return held === reports.length ? 0 : 1;
}

const MARKS = {
  holds: 'ok  ',
  fails: 'FAIL',
  'fails as expected': 'known',
  'holds against expectation': 'FAIL',
} as const;

function formatReport({ id, title, lines, seconds }: Report): string {
  const told = lines.map(({ text, verdict }) => {
    const note = verdict === 'holds against expectation' ? ' · holds: take the mark expectedToFail away' : '';
    return `  ${MARKS[verdict].padEnd(6)}${text}${note}\n`;
  });
  return `${id} · ${title} · ${seconds.toFixed(1)} s\n${told.join('')}`;
}

if (isPoolThread()) {
  serveTasks(({ file, mostGames }: Task) =>
    Promise.resolve(judge({ file: `${file}.json`, input: DRILL_FILES.get(file), mostGames })),
  );
} else {
  await runCommand({ name: 'drills', help: HELP, run });
}
