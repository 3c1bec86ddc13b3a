/** Lettering on the map: sizes in CSS pixels, by day in ink with a paper edge, by night in paper with an ink edge. */
const SANS = '"Noto Sans", "Liberation Sans", Arial, sans-serif';

export interface Lettering {
  readonly pixels: number;
  readonly font: string;
  readonly italic?: boolean;
  readonly weight?: number;
  readonly ink: string;
  readonly edge: string;
  readonly edgePixels: number;
  readonly nightInk: string;
  readonly nightEdge: string;
  readonly spacing?: number;
  /** A plate behind the text. */
  readonly plate?: string;
}

const DAY = {
  ink: '#2d2720',
  edge: 'rgb(247 240 220 / 92%)',
  nightInk: '#fdf4dc',
  nightEdge: 'rgb(18 22 36 / 92%)',
} as const;
const plain = { ...DAY, font: SANS, edgePixels: 3.2 } as const;
const onPlate = { ...DAY, font: SANS, edgePixels: 0 } as const;

export const LETTERING = {
  coordinate: {
    ...plain,
    pixels: 9,
    ink: '#5b4a33',
    nightInk: '#d6d2c6',
    edge: 'rgb(247 240 220 / 55%)',
    nightEdge: 'rgb(18 22 36 / 55%)',
  },
  minutes: { ...plain, pixels: 12.5, weight: 600, edgePixels: 3.6 },
  pathMinutes: { ...onPlate, pixels: 11.5, weight: 600, ink: '#ffffff', nightInk: '#ffffff', plate: '#22303c' },
  pathTurn: { ...onPlate, pixels: 11, weight: 600, ink: '#2b1c00', nightInk: '#2b1c00', plate: '#ffc94d' },
  badge: { ...onPlate, pixels: 10.5, weight: 700, ink: '#ffffff', nightInk: '#ffffff', plate: '#1f2a35' },
  points: { ...onPlate, pixels: 11, weight: 700, ink: '#2b2005', nightInk: '#2b2005', plate: '#fff3cf' },
  height: { ...plain, pixels: 12, weight: 600 },
  heightFigure: { ...plain, pixels: 11.5, weight: 600, ink: '#8a4b1b', nightInk: '#f3c592' },
  village: { ...plain, pixels: 12.5, spacing: 0.4 },
  water: {
    ...plain,
    pixels: 13.5,
    italic: true,
    ink: '#1f5878',
    nightInk: '#a9dcf3',
    spacing: 1.6,
    edgePixels: 3,
  },
  minor: { ...plain, pixels: 10.5, italic: true, ink: '#5a4b39', nightInk: '#d9d0bd' },
  lossOwn: { ...plain, pixels: 20, weight: 700, ink: '#c4180c', nightInk: '#ff8d7d', edgePixels: 5 },
  lossEnemy: { ...plain, pixels: 20, weight: 700, ink: '#1c5a2c', nightInk: '#9ff0ae', edgePixels: 5 },
  word: { ...plain, pixels: 14, weight: 600, edgePixels: 4.5 },
  alarm: { ...plain, pixels: 15, weight: 700, ink: '#b3130a', nightInk: '#ff9a8b', edgePixels: 5 },
} as const satisfies Readonly<Record<string, Lettering>>;

export type TextStyle = keyof typeof LETTERING;
