/** Contour lines of the title's backdrop. */
import { describe, expect, it } from 'vitest';
import type { Relief } from '../../../src/model/map.ts';
import { listContour } from '../../../src/ui/screens/contours.ts';

const relief = (rows: readonly (readonly number[])[]): Relief => ({
  cellMetres: 30,
  columns: rows[0]?.length ?? 0,
  rows: rows.length,
  x: 0,
  y: 0,
  heightsMetres: rows.flat(),
});

describe('contours', () => {
  it('a hill has a closed line round it, halfway up', () => {
    const strokes = listContour(
      relief([
        [0, 0, 0],
        [0, 20, 0],
        [0, 0, 0],
      ]),
      10,
    );
    const ends = strokes.flatMap(([x1, y1, x2, y2]) => [`${x1} ${y1}`, `${x2} ${y2}`]).sort();
    expect(strokes).toHaveLength(4);
    expect(ends).toEqual(['0.5 1', '0.5 1', '1 0.5', '1 0.5', '1 1.5', '1 1.5', '1.5 1', '1.5 1']);
  });

  it('flat ground has none', () => {
    expect(
      listContour(
        relief([
          [5, 5],
          [5, 5],
        ]),
        5,
      ),
    ).toEqual([]);
  });
});
