/** Settings that make no sense fall back one by one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, openSettings, parseSettings } from '../../../src/ui/session/settings.ts';

function notebook() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => {
      kept.set(key, text);
    },
  };
}

describe('settings', () => {
  test('are as by default on the first visit', () => {
    expect(openSettings(notebook()).settings.value).toEqual(DEFAULT_SETTINGS);
  });

  test('that were changed are there on the next visit', () => {
    const book = notebook();
    openSettings(book).change({ animationSpeed: 4, rightClick: 'move' });
    expect(openSettings(book).settings.value).toEqual({ ...DEFAULT_SETTINGS, animationSpeed: 4, rightClick: 'move' });
  });

  test('that are not understood fall back without taking the others along', () => {
    const text = JSON.stringify({ animationSpeed: 17, motion: 'reduced', showGrid: 'yes', odd: 1 });
    expect(parseSettings(text)).toEqual({ ...DEFAULT_SETTINGS, motion: 'reduced' });
  });

  test('come from any text whatever', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseSettings(text)).toBeDefined();
      }),
    );
  });

  test('hold for the visit where the browser keeps nothing', () => {
    const shut = {
      getItem: (): string | null => {
        throw new Error('forbidden');
      },
      setItem: () => {
        throw new Error('forbidden');
      },
    };
    const keeper = openSettings(shut);
    keeper.change({ showNames: false });
    expect(keeper.settings.value.showNames).toBe(false);
    expect(openSettings(undefined).settings.value).toEqual(DEFAULT_SETTINGS);
  });
});
