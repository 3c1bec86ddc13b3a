/**
 * A worker one asks through comlink. Comlink alone would wait for ever on a worker that failed to load or fell over, so
 * here every question open at that moment fails with it, and the next question starts a worker afresh.
 */
import { type Remote, wrap } from 'comlink';

export interface WorkerLink<T> {
  /** Rejects when the worker falls over or is closed before it has answered. */
  readonly ask: <R>(question: (remote: Remote<T>) => Promise<R>) => Promise<R>;
  readonly close: () => void;
}

interface Running<T> {
  readonly worker: Worker;
  readonly remote: Remote<T>;
  /** Never resolves; rejects when the worker is gone. */
  readonly gone: Promise<never>;
  readonly fail: (reason: Error) => void;
}

/** The worker is started by the first question. */
export function linkWorker<T>(create: () => Worker): WorkerLink<T> {
  let running: Running<T> | undefined;

  function stop(reason: Error): void {
    running?.worker.terminate();
    running?.fail(reason);
    running = undefined;
  }

  function start(): Running<T> {
    const worker = create();
    const { promise: gone, reject: fail } = promiseOfFailure();
    worker.addEventListener('error', (event) => stop(new Error(event.message || 'The worker failed to start.')));
    return { worker, remote: wrap<T>(worker), gone, fail };
  }

  return {
    ask: async (question) => {
      running ??= start();
      return Promise.race([question(running.remote), running.gone]);
    },
    close: () => stop(new Error('The worker was closed.')),
  };
}

function promiseOfFailure(): { readonly promise: Promise<never>; readonly reject: (reason: Error) => void } {
  let reject: (reason: Error) => void = () => undefined;
  const promise = new Promise<never>((_resolve, fail) => {
    reject = fail;
  });
  // Nobody need be asking when it falls over.
  promise.catch(() => undefined);
  return { promise, reject };
}
