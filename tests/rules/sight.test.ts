/** Line of sight over the ground alone, drawn: an x is what A looks upon. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasLineOfSight } from '../../src/rules/sight.ts';
import { scenarioById } from '../../src/scenario/library.ts';
import { type Battlefield, battlefield, type FieldOptions, rifleCompany } from '../battlefield.ts';
import { printDrawing, redrawn } from '../drawn.ts';

const drawSight = (field: Battlefield, from: string): string => {
  const sees = (index: number): boolean => hasLineOfSight(field.scenario.map, field.hex(from), index);
  return printDrawing(field.drawing.grid, (index) =>
    sees(index) && index !== field.hex(from) ? 'x' : (field.drawing.cells[index] ?? '?'),
  );
};

const looking = (text: string, options: FieldOptions = {}): string =>
  drawSight(battlefield(text, { A: rifleCompany() }, options), 'A');

test('over a plain one sees everything', () => {
  expect(looking('A . . . .')).toBe(redrawn('A x x x x'));
});

test('a crest hides what lies behind it, and is seen itself', () => {
  expect(looking('A . ^ . .')).toBe(redrawn('A x x . .'));
});

test('from a crest one looks over lower ground', () => {
  expect(looking('A . 1 . .', { heights: { A: 80, 1: 20 }, under: { 1: 'open' } })).toBe(redrawn('A x x x x'));
});

test('a wood hides what lies behind it on the plain', () => {
  expect(looking('A . & . .')).toBe(redrawn('A x x . .'));
});

test('scrub and marsh hide nobody', () => {
  expect(looking('A . , . .')).toBe(redrawn('A x x x x'));
  expect(looking('A . " . .')).toBe(redrawn('A x x x x'));
});

test('houses hide what lies behind them', () => {
  expect(looking('A . % . .')).toBe(redrawn('A x x . .'));
});

test('a hill throws a shadow on the ground behind it', () => {
  expect(
    looking(`
      . . . . . .
       A . ^ . . .
      . . . . . .
    `),
  ).toBe(
    redrawn(`
      x x x x . .
       A x x . . .
      x x x x . .
    `),
  );
});

test('a ridge inside a hex hides about as much as half of it rises', () => {
  const field = battlefield('A 1 b', { A: rifleCompany(), b: rifleCompany() }, { under: { 1: 'open' } });
  const withCrest = (metres: number) => ({ ...field.scenario.map, crestMetres: [0, metres, 0] });
  expect(hasLineOfSight(withCrest(3), 0, 2)).toBe(true);
  expect(hasLineOfSight(withCrest(5), 0, 2)).toBe(false);
});

test('whoever sees a hex is seen from it, everywhere above Lake Khasan', () => {
  const { map } = scenarioById('khasan-1938-zaozernaya');
  const anyHex = fc.integer({ min: 0, max: map.grid.size - 1 });
  fc.assert(
    fc.property(anyHex, anyHex, (a, b) => hasLineOfSight(map, a, b) === hasLineOfSight(map, b, a)),
    { numRuns: 3000, seed: 1938 },
  );
});

test('neighbours always see each other, everywhere above Lake Khasan', () => {
  const { map } = scenarioById('khasan-1938-zaozernaya');
  map.grid.neighbours.forEach((to, place) => {
    if (to >= 0) expect(hasLineOfSight(map, Math.floor(place / 6), to)).toBe(true);
  });
});
