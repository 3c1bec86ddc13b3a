/** Dice in words, and that the rules throw none without a name. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import words from '../../assets/text/battle.en.json' with { type: 'json' };
import { drawText } from '../../src/battle/draw-wording.ts';

const RULES = join(import.meta.dirname, '../../src/rules');
const ASKED = /chance(?:For\([^)]*\))?\.(?:roll|happens|pick|whole)\([^;]*?'(\w+)',?\s*\)/g;

describe('a draw in words', () => {
  it.each([
    [
      { what: 'cohesion', about: 'both', kind: 'happens', chance: 0.34, result: true },
      'Losing its cohesion · chance 34 % · came true',
    ],
    [
      { what: 'rally', about: 'both', kind: 'happens', chance: 0.042, result: false },
      'Rallying · chance 4.2 % · did not come true',
    ],
    [
      { what: 'fire', about: 'both', kind: 'pick', of: 10, result: 1.2345 },
      'Spread of the fire · one of 10 even values · 1.23',
    ],
    [{ what: 'men', about: 'both', kind: 'whole', chance: 0.6, result: 3 }, 'Men hit · chance of one more 60 % · 3'],
    [{ what: 'closeCombat', about: 'both', kind: 'roll', of: 100, result: 0 }, 'Close combat · 1 to 100 · 1'],
    [{ what: 'whatever', about: 'both', kind: 'roll', of: 6, result: 5 }, 'The dice · 1 to 6 · 6'],
  ] as const)('%j', (draw, sentence) => {
    expect(drawText(draw)).toBe(sentence);
  });

  it('whatever the rules leave to chance has a name', () => {
    const files = readdirSync(RULES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const asked = files.flatMap((file) => [...readFileSync(join(RULES, file), 'utf8').matchAll(ASKED)]);
    const whats = [...new Set(asked.map(([, what]) => what))];
    expect(whats.length).toBeGreaterThan(5);
    expect(whats.filter((what) => !(`name.draw.${what}` in words))).toEqual([]);
  });
});
