/** Which stroke means what, and that no two rows claim one key. */
import { describe, expect, it } from 'vitest';
import { findKeyRow, KEY_ROWS, type Stroke } from '../../../src/ui/hud/keys.ts';

const stroke = (key: string, changes: Partial<Stroke> = {}): Stroke => ({
  key,
  code: '',
  shift: false,
  ctrl: false,
  ...changes,
});
const commandOf = (key: string, changes: Partial<Stroke> = {}) => findKeyRow(stroke(key, changes))?.command;

describe('keys', () => {
  it('every key has one meaning', () => {
    const caps = KEY_ROWS.flatMap((row) => row.caps);
    expect(caps.filter((cap, index) => caps.indexOf(cap) !== index)).toEqual([]);
  });

  it.each([
    ['n', {}, { kind: 'next' }],
    ['N', { shift: true }, { kind: 'previous' }],
    ['Tab', {}, { kind: 'next' }],
    ['Tab', { shift: true }, { kind: 'previous' }],
    ['Enter', {}, { kind: 'press' }],
    ['Enter', { ctrl: true }, { kind: 'endTurn' }],
    ['z', { ctrl: true }, { kind: 'undo' }],
    ['v', {}, { kind: 'sight', of: 'unit' }],
    ['V', { shift: true }, { kind: 'sight', of: 'side' }],
    ['?', { shift: true }, { kind: 'panel', panel: 'help' }],
    ['+', { shift: true }, { kind: 'zoom', by: 'in' }],
    ['=', {}, { kind: 'zoom', by: 'in' }],
    ['-', {}, { kind: 'zoom', by: 'out' }],
    ['0', {}, { kind: 'zoom', by: 'fit' }],
    ['ArrowUp', {}, { kind: 'step', step: 'up' }],
    ['ArrowUp', { shift: true }, { kind: 'pan', dx: 0, dy: -1 }],
    ['Home', { code: 'Numpad7' }, { kind: 'step', step: 'upLeft' }],
    ['7', { code: 'Numpad7' }, { kind: 'step', step: 'upLeft' }],
    [' ', {}, { kind: 'finished' }],
  ] as const)('%s %o is %o', (key, changes, command) => {
    expect(commandOf(key, changes)).toEqual(command);
  });

  it('a letter with Ctrl or Shift that has no row of its own does nothing', () => {
    expect(commandOf('n', { ctrl: true })).toBeUndefined();
    expect(commandOf('M', { shift: true })).toBeUndefined();
    expect(commandOf('7')).toBeUndefined();
  });
});
