/**
 * What is wrong with a file, said so that its author can mend it: the place in the file, what stands there and what was
 * expected. Every reader of `scenario` reports all problems of a file at once, in the order of the file.
 */
import * as v from 'valibot';

export interface Problem {
  readonly file: string;
  /** Place inside the file, as in `hexsides[3].side`; empty for the file as a whole. */
  readonly path: string;
  readonly found: string;
  readonly expected: string;
}

/** The outcome of reading a file: its checked content, or everything that is wrong with it. */
export type Reading<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** The longest value quoted in a problem, in characters. */
const QUOTE_CHARACTERS = 60;

/** One line for a person: `map.json: terrain[2]: found "....", expected 30 letters`. */
export function formatProblem(problem: Problem): string {
  const place = problem.path === '' ? problem.file : `${problem.file}: ${problem.path}`;
  return `${place}: found ${problem.found}, expected ${problem.expected}`;
}

/** Reads `input` by `schema`; the problems carry the name of the file. */
export function readBy<const Schema extends v.GenericSchema>(
  schema: Schema,
  file: string,
  input: unknown,
): Reading<v.InferOutput<Schema>> {
  const result = v.safeParse(schema, input);
  if (result.success) return { kind: 'read', value: result.output };
  return { kind: 'refused', problems: listProblems(file, result.issues) };
}

/** Reads JSON text by `schema`; text that is no JSON is a problem of the file as a whole. */
export function readTextBy<const Schema extends v.GenericSchema>(
  schema: Schema,
  file: string,
  text: string,
): Reading<v.InferOutput<Schema>> {
  const json = readJson(file, text);
  return json.kind === 'refused' ? json : readBy(schema, file, json.value);
}

/** The value of a JSON text, unchecked; text that is no JSON is a problem of the file as a whole. */
export function readJson(file: string, text: string): Reading<unknown> {
  try {
    return { kind: 'read', value: JSON.parse(text) };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { kind: 'refused', problems: [{ file, path: '', found, expected: 'JSON' }] };
  }
}

/** Problems from the issues of a valibot schema, in their order. A check's message says what was expected. */
export function listProblems(file: string, issues: readonly v.BaseIssue<unknown>[]): Problem[] {
  return issues.map((issue) => ({
    file,
    path: formatPath((issue.path ?? []).map((item) => item.key)),
    found: describeFound(issue.input),
    expected: issue.kind === 'schema' ? expectedBySchema(issue) : expectedByCheck(issue),
  }));
}

/** Keys as an author writes them: names joined by dots, places in lists in brackets. */
export function formatPath(keys: readonly unknown[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path === '' ? String(key) : `${path}.${String(key)}`;
  }, '');
}

/** The value that was found, as short JSON; `nothing` where the key is missing. */
export function describeFound(value: unknown): string {
  if (value === undefined) return 'nothing';
  // What JSON has no word for, such as a function under a key that lists have, has no text.
  const text = (JSON.stringify(value) as string | undefined) ?? typeof value;
  return text.length > QUOTE_CHARACTERS ? `${text.slice(0, QUOTE_CHARACTERS)}…` : text;
}

/** Valibot names a missing key by its name, a superfluous one `never`, and writes a choice as `("a" | "b")`. */
function expectedBySchema(issue: v.BaseIssue<unknown>): string {
  const expected = issue.expected ?? issue.message;
  if (expected === 'never') return 'no such key';
  const isMissingKey = issue.input === undefined && issue.type.endsWith('object');
  if (isMissingKey) return 'a value';
  return expected.startsWith('(') ? `one of ${expected.slice(1, -1).replaceAll(' | ', ', ')}` : expected;
}

/** Valibot words its own checks as "Invalid …: Expected X but received Y"; ours are already what was expected. */
function expectedByCheck(issue: v.BaseIssue<unknown>): string {
  if (!issue.message.startsWith('Invalid ')) return issue.message;
  return issue.expected === null ? issue.message : `a ${issue.type.replaceAll('_', ' ')} of ${issue.expected}`;
}
