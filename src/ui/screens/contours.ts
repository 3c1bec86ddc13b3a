/**
 * Contour lines of a sheet's relief for the title's backdrop: where the ground crosses a height, as separate strokes in
 * grid cells. Marching squares; saddles are cut as they come, which the eye forgives.
 */
import type { Relief } from '../../model/map.ts';

/** From x1, y1 to x2, y2, in cells from the grid's corner. */
export type Stroke = readonly [x1: number, y1: number, x2: number, y2: number];

/** The strokes of one height, row by row. */
export function listContour(relief: Relief, levelMetres: number): readonly Stroke[] {
  const { columns, rows, heightsMetres } = relief;
  const strokes: Stroke[] = [];
  const heightAt = (x: number, y: number): number => heightsMetres[y * columns + x] ?? 0;
  for (let y = 0; y + 1 < rows; y++) {
    for (let x = 0; x + 1 < columns; x++) {
      const corners = [heightAt(x, y), heightAt(x + 1, y), heightAt(x + 1, y + 1), heightAt(x, y + 1)] as const;
      const crossings = crossingsOf(corners, levelMetres);
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        const [from, to] = [crossings[i], crossings[i + 1]];
        if (from !== undefined && to !== undefined) strokes.push([x + from[0], y + from[1], x + to[0], y + to[1]]);
      }
    }
  }
  return strokes;
}

/** Where the level cuts the four sides of a cell: none, two or four spots, clockwise from the top. */
function crossingsOf(corners: readonly [number, number, number, number], level: number): (readonly [number, number])[] {
  const [a, b, c, d] = corners;
  const found: (readonly [number, number])[] = [];
  const isCut = (from: number, to: number): boolean => from < level !== to < level;
  const share = (from: number, to: number): number => (level - from) / (to - from);
  if (isCut(a, b)) found.push([share(a, b), 0]);
  if (isCut(b, c)) found.push([1, share(b, c)]);
  if (isCut(d, c)) found.push([share(d, c), 1]);
  if (isCut(a, d)) found.push([0, share(a, d)]);
  return found;
}
