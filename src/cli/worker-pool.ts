/**
 * Many tasks on several threads of the same program: each thread takes the next task when it is done with one, and the
 * results come back in the order of the tasks.
 */
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { present } from '../model/assert.ts';

/** Tasks by number, and the threads that do them. */
export interface Work<Task, Result> {
  /** The module that calls `serveTasks` when it runs as a thread. */
  readonly module: string;
  readonly tasks: readonly Task[];
  readonly jobs: number;
  /** Called with each result, in the order of the tasks, as soon as all before it are there. */
  readonly take: (result: Result) => void;
}

/** Does all the work. Rejects with what a thread failed on; then the others are stopped. */
export async function doWork<Task, Result>({ module, tasks, jobs, take }: Work<Task, Result>): Promise<void> {
  const results = new Map<number, Result>();
  const threads: Worker[] = [];
  let started = 0;
  let taken = 0;
  const hand = (thread: Worker): void => {
    if (started < tasks.length) thread.postMessage({ number: started, task: tasks[started] });
    else thread.postMessage(null);
    started += 1;
  };
  const receive = (number: number, result: Result): void => {
    results.set(number, result);
    for (; results.has(taken); taken++) {
      take(present(results.get(taken), `result ${taken}`));
      results.delete(taken);
    }
  };
  const run = (thread: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      thread.on('message', ({ number, result }: Done<Result>) => {
        receive(number, result);
        hand(thread);
      });
      thread.once('error', reject);
      thread.once('exit', (status) => {
        if (status === 0) resolve();
        else reject(new Error(`a thread ended with status ${status}`));
      });
      hand(thread);
    });
  for (let job = 0; job < Math.min(jobs, tasks.length); job++)
    threads.push(new Worker(new URL(module), { workerData: THREAD }));
  try {
    await Promise.all(threads.map(run));
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

/** Tells a thread of this pool from any other. */
const THREAD = 'undeclared-war/pool';

interface Done<Result> {
  readonly number: number;
  readonly result: Result;
}

/** Whether this module runs as a thread of the pool. */
export const isPoolThread = (): boolean => workerData === THREAD;

/** Does tasks as they come, until there are no more. */
export function serveTasks<Task, Result>(work: (task: Task) => Promise<Result>): void {
  const port = present(parentPort, 'a thread has somebody to answer to');
  port.on('message', (message: { readonly number: number; readonly task: Task } | null) => {
    if (message === null) {
      port.close();
      return;
    }
    const { number, task } = message;
    // A failure of the work is one of the thread: it ends, and the pool hears of it.
    void work(task).then((result) => port.postMessage({ number, result } satisfies Done<Result>));
  });
}
