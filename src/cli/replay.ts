/**
 * `npm run replay -- JOURNAL… [--to N] [--json]` plays journals again and compares every recorded hash. Status: 0 all
 * agree, 1 a replay departs from its record, 2 arguments or a journal cannot be used.
 */
import { type ExitStatus, parseArguments, parseCount, printable, runCommand, Unusable } from './command.ts';
import { checkJournal, type Checked, formatChecked } from './journal-check.ts';
import { readJournal } from './journal-file.ts';
import { startProgress } from './progress.ts';

const HELP = `replay JOURNAL… [options]: plays journals again and compares every recorded hash

  --to N    only the first N orders
  --json    one JSON object a journal and line on stdout, everything else on stderr
  --quiet   no progress on stderr

A journal is JSON, plain or packed by gzip. Status: 0 all agree, 1 one departs from its record, 2 one cannot be used.
`;

/** The most orders a journal may have. */
const ORDERS = { least: 0, most: 200_000 };

/** A journal that was replayed, or why it could not be. */
type Outcome = Checked | { readonly kind: 'unusable'; readonly problem: string };

async function run(args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseArguments(args, {
    to: { type: 'string' },
    json: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
  });
  const limit = values.to === undefined ? Infinity : parseCount('--to', values.to, ORDERS);
  if (positionals.length === 0) throw new Unusable('which journal? Give one or more files');
  const progress = startProgress(values);
  let status: ExitStatus = 0;
  for (const [place, file] of positionals.entries()) {
    progress.show(`${place + 1} of ${positionals.length}: ${file}`);
    const outcome = await outcomeOf(file, limit);
    progress.clear();
    if (values.json) process.stdout.write(`${JSON.stringify({ journal: file, ...jsonOf(outcome) })}\n`);
    if (outcome.kind === 'unusable') process.stderr.write(`replay: ${printable(outcome.problem)}\n`);
    else if (!values.json) process.stdout.write(`${printable(`${file}: ${formatChecked(outcome)}`)}\n`);
    status = worse(status, statusOf(outcome));
  }
  return status;
}

async function outcomeOf(file: string, limit: number): Promise<Outcome> {
  try {
    return checkJournal(file, await readJournal(file), limit);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return { kind: 'unusable', problem: error.message };
  }
}

function jsonOf(outcome: Outcome): object {
  if (outcome.kind === 'unusable') return { agrees: null, problem: outcome.problem };
  const { kind, ...figures } = outcome;
  return { agrees: kind === 'agrees', ...figures };
}

function statusOf({ kind }: Outcome): ExitStatus {
  if (kind === 'unusable') return 2;
  return kind === 'departs' ? 1 : 0;
}

const worse = (one: ExitStatus, other: ExitStatus): ExitStatus => (one > other ? one : other);

await runCommand({ name: 'replay', help: HELP, run });
