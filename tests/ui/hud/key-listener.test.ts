/** Whether a stroke belongs to what has the focus or to the page. */
import { describe, expect, it } from 'vitest';
import { isForFocus } from '../../../src/ui/hud/key-listener.ts';
import type { Stroke } from '../../../src/ui/hud/keys.ts';

const stroke = (key: string, changes: Partial<Stroke> = {}): Stroke => ({
  key,
  code: '',
  shift: false,
  ctrl: false,
  ...changes,
});

/** As much of an element as is asked about: a field to write in, a button, or the map. */
const element = (kind: 'field' | 'button' | 'map'): Element =>
  ({
    matches: () => kind === 'field',
    closest: (selector: string) => {
      if (selector === '.map') return kind === 'map' ? {} : null;
      return kind === 'map' ? null : {};
    },
  }) as unknown as Element;

describe('a stroke goes to', () => {
  it('the field one writes in, except for stepping back and Ctrl', () => {
    expect(isForFocus(stroke('n'), element('field'))).toBe(true);
    expect(isForFocus(stroke('Escape'), element('field'))).toBe(false);
    expect(isForFocus(stroke('Enter', { ctrl: true }), element('field'))).toBe(false);
  });

  it('a button when the key presses it or leaves it, else to the page', () => {
    expect([' ', 'Enter', 'Tab'].map((key) => isForFocus(stroke(key), element('button')))).toEqual([true, true, true]);
    expect(isForFocus(stroke('n'), element('button'))).toBe(false);
  });

  it('the page on the map, where Tab is the next unit, and always to F6', () => {
    expect(['Tab', 'Enter', 'ArrowUp'].map((key) => isForFocus(stroke(key), element('map')))).toEqual([
      false,
      false,
      false,
    ]);
    expect(isForFocus(stroke('F6'), element('button'))).toBe(false);
    expect(isForFocus(stroke('Tab'), null)).toBe(false);
  });
});
