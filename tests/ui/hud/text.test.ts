/** The catalogue of the panels: sorted, without gaps, and filled in. */
import { describe, expect, it } from 'vitest';
import catalogue from '../../../assets/text/en.json' with { type: 'json' };
import { KEY_ROWS } from '../../../src/ui/hud/keys.ts';
import { countText, text } from '../../../src/ui/hud/text.ts';

const keys = Object.keys(catalogue);

describe('sentences of the panels', () => {
  it('stand in order and none is empty', () => {
    expect(keys).toEqual([...keys].sort());
    expect(Object.entries(catalogue).filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
  });

  it('every counted sentence has both its forms', () => {
    const stems = keys.filter((key) => key.endsWith('.one')).map((key) => key.slice(0, -'.one'.length));
    expect(stems.filter((stem) => !keys.includes(`${stem}.other`))).toEqual([]);
  });

  it('are filled in by name and number', () => {
    expect(text('ui.clock.turn', { turn: 3, turns: 13 })).toBe('Turn 3 of 13');
    expect([countText('ui.men', 1), countText('ui.men', 0), countText('ui.men', 12)]).toEqual([
      '1 man',
      '0 men',
      '12 men',
    ]);
  });

  it('there is one for every key', () => {
    expect(KEY_ROWS.filter((row) => !keys.includes(row.label))).toEqual([]);
  });
});
