/** Saving never blocks and never saves more often than it must. */
import { describe, expect, test } from 'vitest';
import { createAutosave } from '../../../src/ui/session/autosave.ts';
import type { SaveOutcome } from '../../../src/ui/session/store.ts';

/** A disk that finishes a write when it is told to. */
function slowDisk() {
  const open: ((outcome: SaveOutcome) => void)[] = [];
  const state = { writes: 0 };
  return {
    state,
    write: () => {
      state.writes += 1;
      return new Promise<SaveOutcome>((resolve) => open.push(resolve));
    },
    finish: async (outcome: SaveOutcome) => {
      open.shift()?.(outcome);
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

describe('saving after every order', () => {
  test('makes one save of all the orders given while the last was being written', async () => {
    const disk = slowDisk();
    const autosave = createAutosave(disk.write);
    for (let order = 0; order < 5; order += 1) autosave.request();
    expect([disk.state.writes, autosave.saving.value]).toEqual([1, 'saving']);
    await disk.finish('saved');
    expect([disk.state.writes, autosave.saving.value]).toEqual([2, 'saving']);
    await disk.finish('saved');
    expect([disk.state.writes, autosave.saving.value]).toEqual([2, 'saved']);
    await autosave.settled();
  });

  test('says when it failed, and tries again with the next order', async () => {
    const disk = slowDisk();
    const autosave = createAutosave(disk.write);
    autosave.request();
    await disk.finish('failed');
    expect(autosave.saving.value).toBe('failed');
    autosave.request();
    await disk.finish('partly');
    expect(autosave.saving.value).toBe('saved');
  });

  test('takes a disk that breaks for a save that failed', async () => {
    const autosave = createAutosave(() => Promise.reject(new Error('no room')));
    autosave.request();
    await autosave.settled();
    expect(autosave.saving.value).toBe('failed');
  });
});
