/** Layer tints and hill shading: the colour of bare ground, with the light from the north-west as on printed sheets. */
import { type Rgb, SHADOW, SUNLIT, TINTS } from './colours.ts';
import type { HeightField } from './relief.ts';

/** Low hills are shaded as if they were this much steeper. */
const EXAGGERATION = 3.4;
/** Towards the sun: north-west, 40° high. */
const SUN = { x: -0.54, y: -0.54, z: 0.64 } as const;
const DEEPEST_SHADOW = 0.5;
const BRIGHTEST_LIGHT = 0.5;
const TINT_STEPS = 256;

/** The layer tint at a share of the sheet's range of heights, 0–1. */
export function tintAt(share: number): Rgb {
  const at = Math.max(0, Math.min(1, share));
  const upper = TINTS.findIndex((tint) => tint.at >= at);
  const high = TINTS[upper];
  const low = TINTS[upper - 1];
  if (high === undefined || low === undefined) return TINTS[0]?.colour ?? [255, 255, 255];
  const part = (at - low.at) / (high.at - low.at);
  const mix = (channel: 0 | 1 | 2): number => low.colour[channel] + (high.colour[channel] - low.colour[channel]) * part;
  return [mix(0), mix(1), mix(2)];
}

/** Red, green, blue and opacity of each spot of the field. */
export function shadeRelief(field: HeightField, lowest: number, highest: number): Uint8ClampedArray<ArrayBuffer> {
  const table = new Float32Array(TINT_STEPS * 3);
  for (let step = 0; step < TINT_STEPS; step++) table.set(tintAt(step / (TINT_STEPS - 1)), step * 3);
  const pixels = new Uint8ClampedArray(field.columns * field.rows * 4);
  const { columns, rows, heights } = field;
  const steep = EXAGGERATION / (2 * field.stepMetres);
  const scale = (TINT_STEPS - 1) / Math.max(1, highest - lowest);
  for (let row = 0; row < rows; row++) {
    const above = Math.max(0, row - 1) * columns;
    const below = Math.min(rows - 1, row + 1) * columns;
    for (let column = 0; column < columns; column++) {
      const spot = row * columns + column;
      const west = heights[column > 0 ? spot - 1 : spot] ?? 0;
      const east = heights[column < columns - 1 ? spot + 1 : spot] ?? 0;
      const dx = (west - east) * steep;
      const dy = ((heights[above + column] ?? 0) - (heights[below + column] ?? 0)) * steep;
      const light = (dx * SUN.x + dy * SUN.y + SUN.z) / Math.sqrt(dx * dx + dy * dy + 1) - SUN.z;
      const towards = light < 0 ? SHADOW : SUNLIT;
      const share = light < 0 ? Math.min(DEEPEST_SHADOW, -light * 0.9) : Math.min(BRIGHTEST_LIGHT, light * 1.1);
      const step = Math.max(0, Math.min(TINT_STEPS - 1, Math.round(((heights[spot] ?? 0) - lowest) * scale))) * 3;
      for (let channel = 0; channel < 3; channel++) {
        const base = table[step + channel] ?? 0;
        pixels[spot * 4 + channel] = base + ((towards[channel] ?? 0) - base) * share;
      }
      pixels[spot * 4 + 3] = 255;
    }
  }
  return pixels;
}
