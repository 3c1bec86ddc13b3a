/** Inks and papers of the sheet, as a draughtsman of the thirties would have mixed them. */
export const INK = {
  paper: '#f3ead2',
  paperEdge: '#e4d8b8',
  black: '#2d2720',
  contour: '#a06a3c',
  contourText: '#8a5426',
  water: '#b5d2da',
  shallows: '#c6dde0',
  shore: '#3f7390',
  waterLine: '#6f9fb5',
  marsh: '#4f87a0',
  dune: '#a8743c',
  forest: '#c3d3a0',
  forestInk: '#5f7a45',
  scrubInk: '#7c8c55',
  rock: '#7b5a3c',
  settlement: '#4b3a2e',
  track: '#4a3c2c',
  roadFill: '#f1c98b',
  border: '#b3261e',
  claim: '#8a4f8f',
  bluff: '#8a5a34',
  table: '#2f2b26',
} as const;

/** A colour as red, green and blue, 0–255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Layer tints from the lowest ground of the sheet (0) to the highest (1). */
export const TINTS: readonly { readonly at: number; readonly colour: Rgb }[] = [
  { at: 0, colour: [219, 224, 190] },
  { at: 0.05, colour: [229, 230, 199] },
  { at: 0.13, colour: [240, 234, 205] },
  { at: 0.27, colour: [243, 228, 187] },
  { at: 0.46, colour: [236, 210, 160] },
  { at: 0.7, colour: [223, 186, 133] },
  { at: 1, colour: [206, 160, 112] },
];
export const SHADOW: Rgb = [92, 70, 72];
export const SUNLIT: Rgb = [255, 251, 236];

/** What the light of the hour makes of the ground: a multiplier for each channel. Marks and counters keep their colours. */
export const LIGHT_TINTS = { day: 0xffffff, twilight: 0xcdbfc8, moon: 0xa4b1d0, dark: 0x8593bc } as const;
/** Where the screen cannot multiply, a veil of this colour and these strengths lies on the ground instead. */
export const NIGHT = 0x121a3a;
export const LIGHT_SHADES = { day: 0, twilight: 0.18, moon: 0.36, dark: 0.42 } as const;
