/** What is laid over the ground: pictures from the atlas and short texts, in layers. Plain data, made by pure functions. */
import type { FrameName } from './frames.ts';
import type { TextStyle } from './text-styles.ts';

/** From the ground up. Counters lie between `numbers` and `objectives`. */
export const MARK_LAYERS = [
  'glow',
  'veil',
  'areas',
  'grid',
  'works',
  'names',
  'path',
  'numbers',
  'objectives',
  'highlights',
  'effects',
] as const;
export type MarkLayer = (typeof MARK_LAYERS)[number];

export interface SpriteMark {
  readonly kind: 'sprite';
  readonly frame: FrameName;
  /** World position of its middle. */
  readonly x: number;
  readonly y: number;
  /** World pixels for each pixel of the frame, along and across it. */
  readonly scale: number;
  readonly scaleAcross?: number;
  /** Clockwise. */
  readonly degrees?: number;
  readonly alpha?: number;
  /** Adds light instead of covering. */
  readonly glows?: boolean;
}

export interface TextMark {
  readonly kind: 'text';
  readonly text: string;
  readonly style: TextStyle;
  readonly x: number;
  readonly y: number;
  /** CSS pixels of the screen added to the position, which zoom leaves alone. */
  readonly dx?: number;
  readonly dy?: number;
  /** Which part of the text lies on the position, 0–1; its middle unless told. */
  readonly anchorX?: number;
  readonly anchorY?: number;
  readonly alpha?: number;
  /** Share of the lettering's ordinary size. */
  readonly size?: number;
}

export type Mark = SpriteMark | TextMark;
