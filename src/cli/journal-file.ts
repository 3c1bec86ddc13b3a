/**
 * Journals on disk, plain or packed by gzip. What is read may come from anywhere: never more than the limit is taken in,
 * unpacked either, and whatever is wrong becomes one line.
 */
import { createReadStream, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { formatJournal, type Journal, parseJournal } from '../battle/journal.ts';
import { formatProblem, type Reading, readJson } from '../scenario/problem.ts';
import { Unusable } from './command.ts';

/** Of a journal as JSON; the longest battle of the game stays below a tenth of it. */
const LIMIT_BYTES = 20_000_000;
const GZIP_MARK = Buffer.from([0x1f, 0x8b]);

/** Writes the journal, packed when the name ends in `.gz`. */
export function writeJournal(file: string, journal: Journal): void {
  const text = formatJournal(journal);
  writeOutput(file, file.endsWith('.gz') ? gzipSync(text) : text);
}

/** Writes a file that was asked for, in a folder that is there. */
export function writeOutput(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new Unusable(`${file} cannot be written: ${reasonOf(error)}`);
  }
}

/** The journal in a file; whatever keeps it from being one is unusable, with its first fault. */
export async function readJournal(file: string): Promise<Journal> {
  const bytes = unpacked(file, await readBytes(file));
  try {
    return valueOf(parseJournal(file, valueOf(readJson(file, textOf(file, bytes)))));
  } catch (error) {
    // What is nested deeper than the stack has no end that could be shown.
    if (error instanceof RangeError) throw new Unusable(`${file}: found values nested without end, expected a journal`);
    throw error;
  }
}

/** Reads no further than the limit, so that a device or a pipe without end is refused as well. */
async function readBytes(file: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of createReadStream(file) as AsyncIterable<Buffer>) {
      parts.push(part);
      length += part.length;
      if (length > LIMIT_BYTES) break;
    }
  } catch (error) {
    throw new Unusable(`${file} cannot be read: ${reasonOf(error)}`);
  }
  if (length > LIMIT_BYTES) throw tooLong(file, 'more');
  return Buffer.concat(parts);
}

function unpacked(file: string, bytes: Buffer): Buffer {
  if (!bytes.subarray(0, GZIP_MARK.length).equals(GZIP_MARK)) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: LIMIT_BYTES });
  } catch (error) {
    if (error instanceof RangeError) throw tooLong(file, 'more when unpacked');
    throw new Unusable(`${file}: found a damaged gzip file, expected JSON, plain or packed by gzip`);
  }
}

function textOf(file: string, bytes: Buffer): string {
  if (bytes.length === 0) throw new Unusable(`${file}: found an empty file, expected a journal`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Unusable(`${file}: found bytes that are no text, expected UTF-8`);
  }
}

/** What was read, or its first problem and how many more there are. */
function valueOf<T>(reading: Reading<T>): T {
  if (reading.kind === 'read') return reading.value;
  const [first, ...others] = reading.problems;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  throw new Unusable(first === undefined ? 'a file was refused' : `${formatProblem(first)}${more}`);
}

const tooLong = (file: string, found: string): Unusable =>
  new Unusable(`${file}: found ${found}, expected at most ${LIMIT_BYTES} bytes`);

/** The system's words for what went wrong, without the call's name and the path that the message has already. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^[A-Z0-9_]+: /, '').replace(/, .*$/, '');
}
