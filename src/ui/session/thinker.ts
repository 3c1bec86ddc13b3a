/** Who answers for the computer players: in the game a worker, started when first asked. */
import type { Answer, Question } from './think.ts';
import { linkWorker } from './worker-link.ts';

export interface Thinker {
  /** Rejects when the computer player fails; it may be asked again. */
  readonly think: (question: Question) => Promise<Answer>;
  readonly close: () => void;
}

export function createWorkerThinker(): Thinker {
  const link = linkWorker<{ think(question: Question): Answer }>(
    () => new Worker(new URL('./ai.worker.ts', import.meta.url), { type: 'module', name: 'computer player' }),
  );
  return {
    think: (question) => link.ask((remote) => remote.think(question)),
    close: link.close,
  };
}
