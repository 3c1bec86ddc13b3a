/** All overlay frames on one texture, drawn when the map is made. */
import type * as Phaser from 'phaser';
import type { Point } from '../../../hex/layout.ts';
import { createCanvas } from '../paint/ground.ts';
import { FRAME_NAMES, FRAMES } from './frames.ts';
import { FRAME_HEX } from './hex-drawings.ts';

export const ATLAS = 'marks';
/** Powers of two, so that far views can be smoothed. */
const WIDTH = 1024;
const HEIGHT = 2048;
/** Kept free around frames, so that far views do not mix neighbours. */
const SPACE = 6;

/** `corners` are those of a hex whose neighbours are `hexPixels` apart. */
export function addAtlas(textures: Phaser.Textures.TextureManager, corners: readonly Point[], hexPixels: number): void {
  const { canvas, pen } = createCanvas(WIDTH, HEIGHT);
  const scaled = corners.map(({ x, y }) => ({ x: (x * FRAME_HEX) / hexPixels, y: (y * FRAME_HEX) / hexPixels }));
  const places = new Map<string, { x: number; y: number }>();
  let [x, y, shelf] = [SPACE, SPACE, 0];
  const tallestFirst = FRAME_NAMES.toSorted((a, b) => FRAMES[b].height - FRAMES[a].height);
  for (const name of tallestFirst) {
    const { width, height, draw } = FRAMES[name];
    if (x + width + SPACE > WIDTH) {
      x = SPACE;
      y += shelf + SPACE;
      shelf = 0;
    }
    if (y + height + SPACE > HEIGHT) throw new Error(`bug: the atlas has no room for ${name}`);
    pen.save();
    pen.beginPath();
    pen.rect(x, y, width, height);
    pen.clip();
    pen.translate(x + width / 2, y + height / 2);
    draw(pen, scaled);
    pen.restore();
    places.set(name, { x, y });
    x += width + SPACE;
    shelf = Math.max(shelf, height);
  }
  const texture = textures.addCanvas(ATLAS, canvas);
  for (const [name, at] of places) {
    const { width, height } = FRAMES[name as keyof typeof FRAMES];
    texture?.add(name, 0, at.x, at.y, width, height);
  }
}
