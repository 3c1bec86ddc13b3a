/**
 * Journals as files: one text to give away, and reading one that came from anywhere. JSON or gzip, never more than the
 * limit, unpacked either; whatever is wrong is said as problems, and nothing but the bytes is touched.
 */
import { type Journal, formatJournal, parseJournal } from '../../battle/journal.ts';
import { type Problem, type Reading, readJson } from '../../scenario/problem.ts';

/** Of a journal as JSON; the longest battle of the game stays below a tenth of it. */
const LIMIT_BYTES = 5_000_000;

const GZIP_MARK = [0x1f, 0x8b] as const;

/** A file to be offered for download. */
export interface JournalFile {
  readonly name: string;
  readonly text: string;
}

/** The journal as a file named for its battle and the turns played. */
export function formatJournalFile(journal: Journal): JournalFile {
  const turns = Math.ceil(journal.hashes.length / 2);
  return { name: `${journal.scenario.id}-turn-${turns}.json`, text: formatJournal(journal) };
}

/** The journal in a file of this name, or everything that is wrong with it. */
export async function readJournalFile(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Reading<Journal>> {
  if (bytes.length > LIMIT_BYTES) return tooLong(name, `${bytes.length} bytes`);
  const unpacked = isGzip(bytes) ? await unpack(name, bytes) : ({ kind: 'read', value: bytes } as const);
  return unpacked.kind === 'refused' ? unpacked : parseJournalText(name, unpacked.value);
}

/** The journal in a text, given as text or as its bytes in UTF-8. */
export function parseJournalText(name: string, content: string | Uint8Array): Reading<Journal> {
  const text = typeof content === 'string' ? content : findText(content);
  if (text === undefined)
    return refuse({ file: name, path: '', found: 'bytes that are no text', expected: 'UTF-8 text' });
  const json = readJson(name, text);
  if (json.kind === 'refused') return json;
  return parseJournal(name, json.value);
}

function isGzip(bytes: Uint8Array): boolean {
  return GZIP_MARK.every((byte, place) => bytes[place] === byte);
}

/** Stops at the limit, however much more is packed in. */
async function unpack(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Reading<Uint8Array>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.length;
      if (length > LIMIT_BYTES) {
        await reader.cancel();
        return tooLong(name, 'more when unpacked');
      }
      parts.push(part.value);
    }
  } catch {
    return refuse({ file: name, path: '', found: 'a damaged gzip file', expected: 'JSON, plain or packed by gzip' });
  }
  return { kind: 'read', value: joined(parts, length) };
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function findText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function tooLong(name: string, found: string): Reading<never> {
  return refuse({ file: name, path: '', found, expected: `at most ${LIMIT_BYTES} bytes` });
}

function refuse(problem: Problem): Reading<never> {
  return { kind: 'refused', problems: [problem] };
}
