/**
 * What every command does alike: arguments by one table, `--help`, one line on stderr for input that cannot be used, and
 * an exit status that leaves stdout time to be written.
 */
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** 0 done, 1 the thing checked does not hold, 2 arguments or input cannot be used. */
export type ExitStatus = 0 | 1 | 2;

type Options = NonNullable<ParseArgsConfig['options']>;

/** Arguments or input that cannot be used, in one line a person understands. */
export class Unusable extends Error {}

/** A command: its name, its help, and what it does with its arguments. */
export interface Command {
  readonly name: string;
  readonly help: string;
  readonly run: (args: readonly string[]) => Promise<ExitStatus>;
}

/** Runs a command with the arguments of this process and sets its exit status. */
export async function runCommand({ name, help, run }: Command): Promise<void> {
  process.stdout.on('error', leaveQuietly);
  const args = process.argv.slice(2);
  if (asksForHelp(args)) {
    process.stdout.write(help);
    return;
  }
  try {
    process.exitCode = await run(args);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    process.stderr.write(`${name}: ${printable(error.message)}\n`);
    process.exitCode = 2;
  }
}

/** Whoever read the output has gone, as in `… | head`: there is nobody left to write to. */
function leaveQuietly(error: Error & { readonly code?: string }): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

function asksForHelp(args: readonly string[]): boolean {
  const ours = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  return ours.includes('--help') || ours.includes('-h');
}

/** Somebody else's words on one line, without what would move a terminal's cursor or change its colours. */
export const printable = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replace(/\p{Cc}/gu, '�');

/** The arguments by a table of options; what does not fit it is unusable, with a word on where to look. */
export function parseArguments<const T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: joinedValues(args, options), allowPositionals: true, options });
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    const plain = message.replace(/\. To specify a positional argument.*/, '');
    throw new Unusable(`${plain.replace(/[.\s]+$/, '')}; --help lists the options`);
  }
}

/** `--turns -3` as `--turns=-3`, so that a bad number is told as a bad number. */
function joinedValues(args: readonly string[], options: Options): string[] {
  const joined: string[] = [];
  for (let place = 0; place < args.length; place++) {
    const word = args[place] ?? '';
    const next = args[place + 1];
    const isValued = word.startsWith('--') && options[word.slice(2)]?.type === 'string';
    if (isValued && next !== undefined && /^-\d/.test(next)) {
      joined.push(`${word}=${next}`);
      place += 1;
    } else joined.push(word);
  }
  return joined;
}

/** A whole number within bounds from an option's text. */
export function parseCount(
  option: string,
  text: string,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new Unusable(`${option}: found ${quoted(text)}, expected a whole number from ${least} to ${most}`);
}

/** The longest stretch of somebody's words that is quoted in a message, in characters. */
const QUOTE_CHARACTERS = 200;

/** Words of somebody else's, cut where they grow long. */
export const shortened = (text: string): string =>
  text.length > QUOTE_CHARACTERS ? `${text.slice(0, QUOTE_CHARACTERS)}…` : text;

/** Words of somebody else's, in quotes on one line. */
export const quoted = (text: string): string => JSON.stringify(shortened(text));
