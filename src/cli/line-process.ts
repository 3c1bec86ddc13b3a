/**
 * Another program with which one speaks in lines: what it was sent, what it said, and when it said nothing, too much or
 * no more. Its stderr goes to the person who started it. It is ended with the conversation.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';

/** What comes of listening for one line. */
export type Heard =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'silent' }
  | { readonly kind: 'tooLong'; readonly start: string }
  | { readonly kind: 'ended'; readonly how: string };

export interface LineProcess {
  readonly send: (value: unknown) => void;
  /** The next line, once the program has taken what it was sent; waits no longer than the patience. */
  readonly hear: (patienceSeconds: number) => Promise<Heard>;
  /** Closes its stdin, gives it a moment to leave, then ends it. */
  readonly close: () => Promise<void>;
}

/** The longest line that is listened to, in characters. */
const LINE_CHARACTERS = 1_000_000;
/** What a program may take to leave of itself. */
const LEAVE_MILLISECONDS = 1000;

type Child = ChildProcessByStdio<Writable, Readable, null>;

/** Starts a command line of the shell. */
export function startLineProcess(command: string): LineProcess {
  // A group of its own can be ended whole, with whatever the command started. In a worker, which hears no signals, the
  // program stays in the terminal's group and ends with it.
  const child: Child = spawn(command, {
    shell: true,
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: isMainThread && process.platform !== 'win32',
  });
  running.add(child);
  const exit = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`could not be started: ${error.message}`));
    child.once('exit', (code, signal) => {
      resolve(signal === null ? `ended with exit status ${code}` : `was ended by ${signal}`);
    });
  });
  child.stdin.on('error', () => undefined); // Told by its silence or its end.
  child.stdout.setEncoding('utf8');
  const lines = linesOf(child.stdout);
  return {
    send: (value) => {
      if (child.stdin.writable) child.stdin.write(`${JSON.stringify(value)}\n`);
    },
    hear: (patienceSeconds) => hear(child, lines, { exit, patienceSeconds }),
    close: () => close(child, exit),
  };
}

async function hear(
  child: Child,
  lines: AsyncIterator<Heard, undefined>,
  { exit, patienceSeconds }: { readonly exit: Promise<string>; readonly patienceSeconds: number },
): Promise<Heard> {
  const alarm = new AbortController();
  const silence = sleep(patienceSeconds * 1000, { kind: 'silent' } as const, { signal: alarm.signal });
  try {
    if (child.stdin.writableNeedDrain) {
      const taken = await Promise.race([once(child.stdin, 'drain', { signal: alarm.signal }), exit, silence]);
      if (taken instanceof Object && 'kind' in taken) return taken;
    }
    const heard = await Promise.race([lines.next(), silence]);
    if ('kind' in heard) return heard;
    if (!heard.done) return heard.value;
    return {
      kind: 'ended',
      how: await Promise.race([exit, sleep(LEAVE_MILLISECONDS, 'closed its stdout', { ref: false })]),
    };
  } finally {
    alarm.abort();
    silence.catch(() => undefined);
  }
}

/** Lines as they come, without their ends; the last one need not have one. Reads no faster than it is asked. */
async function* linesOf(stream: Readable): AsyncGenerator<Heard, undefined> {
  let rest = '';
  try {
    for await (const part of stream as AsyncIterable<string>) {
      rest += part;
      for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
        const text = rest.slice(0, end).replace(/\r$/, '');
        rest = rest.slice(end + 1);
        if (text.trim() !== '') yield { kind: 'line', text };
      }
      if (rest.length > LINE_CHARACTERS) {
        yield { kind: 'tooLong', start: rest };
        return undefined;
      }
    }
  } catch {
    return undefined; // A stream cut off has ended.
  }
  if (rest.trim() !== '') yield { kind: 'line', text: rest };
  return undefined;
}

async function close(child: Child, exit: Promise<string>): Promise<void> {
  child.stdin.end();
  const moment = new AbortController();
  const left = sleep(LEAVE_MILLISECONDS, undefined, { signal: moment.signal });
  await Promise.race([exit, left]);
  moment.abort();
  left.catch(() => undefined);
  end(child);
}

function end(child: Child): void {
  running.delete(child);
  child.stdout.destroy();
  if (child.pid === undefined) return;
  try {
    if (isMainThread && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has gone already.
  }
}

/** Programs that must not outlive this one. */
const running = new Set<Child>();

function endAll(): void {
  for (const child of running) end(child);
}

process.once('exit', endAll);
if (isMainThread) {
  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => {
      endAll();
      process.exit(status);
    });
  }
}
