/** Contour lines and the ground between survey points. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contourMetres, findContours, findContoursAt } from '../../../src/ui/map/paint/contours.ts';
import { type HeightField, heightAt, refineRelief } from '../../../src/ui/map/paint/relief.ts';
import { shadeRelief, tintAt } from '../../../src/ui/map/paint/tints.ts';

function field(rows: readonly (readonly number[])[]): HeightField {
  const columns = rows[0]?.length ?? 0;
  return { columns, rows: rows.length, x: 0, y: 0, stepMetres: 10, heights: Float32Array.from(rows.flat()) };
}

const knoll = field([
  [0, 0, 0, 0, 0],
  [0, 5, 9, 5, 0],
  [0, 9, 30, 9, 0],
  [0, 5, 9, 5, 0],
  [0, 0, 0, 0, 0],
]);

describe('contour lines', () => {
  test('a knoll has a closed ring at each height it passes', () => {
    const rings = findContours(knoll, 10);
    expect(rings.map(({ level, closed }) => [level, closed])).toEqual([
      [0, true],
      [10, true],
      [20, true],
    ]);
  });

  test('rings are smaller the higher they are', () => {
    const metres = findContours(knoll, 10).map(contourMetres);
    expect(metres.toSorted((a, b) => b - a)).toEqual(metres);
  });

  test('an even slope has straight open lines that end at the edge of the field', () => {
    const slope = field([0, 1, 2, 3].map(() => [0, 10, 20, 30]));
    const [line] = findContoursAt(slope, 15);
    expect(line?.closed).toBe(false);
    const across = line?.points.filter((_, index) => index % 2 === 0) ?? [];
    for (const x of across) expect(x).toBeCloseTo(15, 1);
  });

  test('two knolls that touch at a saddle are two rings, or one, never crossing lines', () => {
    const saddle = field([
      [0, 0, 0, 0],
      [0, 20, 0, 0],
      [0, 0, 20, 0],
      [0, 0, 0, 0],
    ]);
    const rings = findContoursAt(saddle, 10);
    expect(rings.every(({ closed }) => closed)).toBe(true);
    expect(rings.length).toBeGreaterThan(0);
  });

  test('higher ground is on the right of a line: round a knoll it runs clockwise', () => {
    for (const { points } of findContours(knoll, 10)) {
      let doubledArea = 0;
      for (let at = 0; at < points.length; at += 2) {
        const [x1 = 0, y1 = 0] = points.slice(at, at + 2);
        const [x2 = 0, y2 = 0] = points.slice((at + 2) % points.length);
        doubledArea += x1 * y2 - x2 * y1;
      }
      expect(doubledArea).toBeGreaterThan(0);
    }
  });

  test('on any ground a line closes or ends at the edge of the field', () => {
    const heights = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 36, maxLength: 36 });
    fc.assert(
      fc.property(heights, (values) => {
        const ground = { columns: 6, rows: 6, x: 0, y: 0, stepMetres: 10, heights: Float32Array.from(values) };
        for (const { points, closed } of findContours(ground, 10)) {
          if (closed) continue;
          for (const [x = 0, y = 0] of [points.slice(0, 2), points.slice(-2)]) {
            expect(Math.min(x, y, 50 - x, 50 - y)).toBeCloseTo(0);
          }
        }
      }),
    );
  });
});

describe('the ground between survey points', () => {
  const relief = { cellMetres: 100, columns: 3, rows: 3, x: 0, y: 0, heightsMetres: [0, 10, 20, 0, 10, 20, 0, 10, 20] };

  test('the surface passes through the points', () => {
    const fine = refineRelief(relief, { x: 50, y: 50, width: 200, height: 200 }, 100);
    expect([...fine.heights].map(Math.round)).toEqual([0, 10, 20, 0, 10, 20, 0, 10, 20]);
  });

  test('an even slope stays even between them', () => {
    const fine = refineRelief(relief, { x: 150, y: 50, width: 50, height: 50 }, 50);
    expect(heightAt(fine, 150, 50)).toBeCloseTo(10, 4);
    expect(heightAt(fine, 175, 75)).toBeGreaterThan(heightAt(fine, 160, 75));
  });
});

describe('tints and shading', () => {
  test('tints run from the lowest to the highest without a step', () => {
    for (let step = 0; step < 200; step++) {
      const here = tintAt(step / 200);
      const next = tintAt((step + 1) / 200);
      here.forEach((channel, index) => expect(Math.abs(channel - (next[index] ?? 0))).toBeLessThan(4));
    }
  });

  test('slopes to the north-west are lit and those to the south-east lie in shadow', () => {
    const pixels = shadeRelief(knoll, 0, 1000);
    const brightness = (column: number, row: number): number => pixels[(row * 5 + column) * 4] ?? 0;
    expect(brightness(1, 1)).toBeGreaterThan(brightness(3, 3));
  });
});
