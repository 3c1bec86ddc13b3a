/**
 * Ground between the survey's points: heights interpolated smoothly from the elevation grid, and a finer grid of them
 * from which shading and contours are drawn.
 */
import type { Relief } from '../../../model/map.ts';

/** Heights at regular spots: row-major, the first at `x`, `y` metres from the sheet's corner. */
export interface HeightField {
  readonly columns: number;
  readonly rows: number;
  readonly x: number;
  readonly y: number;
  readonly stepMetres: number;
  readonly heights: Float32Array;
}

/** Weights of the four survey points around each spot of one axis, and the first of them. */
interface AxisWeights {
  readonly first: Int32Array;
  readonly weights: Float32Array;
}

/** Catmull–Rom: smooth through the survey's points, and straight on a straight slope. */
function weightsAlong(axis: { count: number; start: number; step: number; points: number; cell: number }): AxisWeights {
  const first = new Int32Array(axis.count * 4);
  const weights = new Float32Array(axis.count * 4);
  for (let index = 0; index < axis.count; index++) {
    const at = (axis.start + index * axis.step) / axis.cell - 0.5;
    const base = Math.floor(at);
    const t = at - base;
    const row = [
      ((-t + 2) * t - 1) * t * 0.5,
      ((3 * t - 5) * t * t + 2) * 0.5,
      ((-3 * t + 4) * t + 1) * t * 0.5,
      (t - 1) * t * t * 0.5,
    ];
    row.forEach((weight, tap) => {
      first[index * 4 + tap] = Math.max(0, Math.min(axis.points - 1, base - 1 + tap));
      weights[index * 4 + tap] = weight;
    });
  }
  return { first, weights };
}

/** Heights over a part of the sheet, in metres from its corner, every `stepMetres`. */
export function refineRelief(
  relief: Relief,
  part: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  stepMetres: number,
): HeightField {
  const columns = Math.ceil(part.width / stepMetres) + 1;
  const rows = Math.ceil(part.height / stepMetres) + 1;
  const across = weightsAlong({
    count: columns,
    start: part.x - relief.x,
    step: stepMetres,
    points: relief.columns,
    cell: relief.cellMetres,
  });
  const down = weightsAlong({
    count: rows,
    start: part.y - relief.y,
    step: stepMetres,
    points: relief.rows,
    cell: relief.cellMetres,
  });
  const widened = new Float32Array(columns * relief.rows);
  for (let row = 0; row < relief.rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let tap = column * 4; tap < column * 4 + 4; tap++) {
        const height = relief.heightsMetres[row * relief.columns + (across.first[tap] ?? 0)] ?? 0;
        sum += (across.weights[tap] ?? 0) * height;
      }
      widened[row * columns + column] = sum;
    }
  }
  const heights = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let tap = row * 4; tap < row * 4 + 4; tap++) {
      const weight = down.weights[tap] ?? 0;
      const from = (down.first[tap] ?? 0) * columns;
      const to = row * columns;
      for (let column = 0; column < columns; column++) {
        heights[to + column] = (heights[to + column] ?? 0) + weight * (widened[from + column] ?? 0);
      }
    }
  }
  return { columns, rows, x: part.x, y: part.y, stepMetres, heights };
}

/** Height at a spot of the field, which is held at its edges. */
export function heightAt(field: HeightField, x: number, y: number): number {
  const column = Math.max(0, Math.min(field.columns - 1.001, (x - field.x) / field.stepMetres));
  const row = Math.max(0, Math.min(field.rows - 1.001, (y - field.y) / field.stepMetres));
  const left = Math.floor(column);
  const top = Math.floor(row);
  const at = (c: number, r: number): number => field.heights[r * field.columns + c] ?? 0;
  const upper = at(left, top) + (at(left + 1, top) - at(left, top)) * (column - left);
  const lower = at(left, top + 1) + (at(left + 1, top + 1) - at(left, top + 1)) * (column - left);
  return upper + (lower - upper) * (row - top);
}
