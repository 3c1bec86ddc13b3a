/**
 * Saving after every order without making anyone wait: while one save is being written, any number of further wishes
 * become a single one, which then saves the battle as it is by then.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { SaveOutcome } from './store.ts';

export type Saving = 'saved' | 'saving' | 'failed';

export interface Autosave {
  readonly saving: ReadonlySignal<Saving>;
  /** Saves now, or as soon as the save under way is written. */
  readonly request: () => void;
  /** Resolves when nothing is left to be written. */
  readonly settled: () => Promise<void>;
}

/** `write` is asked for the battle as it is at that moment. */
export function createAutosave(write: () => Promise<SaveOutcome>): Autosave {
  const saving = signal<Saving>('saved');
  let wanted = 0;
  let written = 0;
  let work: Promise<void> | undefined;

  async function writeAll(): Promise<void> {
    while (written < wanted) {
      const wish = wanted;
      const outcome = await write().catch((): SaveOutcome => 'failed');
      written = wish;
      if (written === wanted) saving.value = outcome === 'failed' ? 'failed' : 'saved';
    }
    work = undefined;
  }

  return {
    saving,
    request: () => {
      wanted += 1;
      saving.value = 'saving';
      work ??= writeAll();
    },
    settled: async () => {
      await work;
    },
  };
}
