/**
 * The pictures from which overlays are put together, each drawn once. Outlines come in three weights, so that a line keeps
 * its weight on the screen at every zoom.
 */
import type { ByDetail } from '../detail.ts';
import { byDetail, dots, hatch, outline, wash, works, type FrameDrawing } from './hex-drawings.ts';
import {
  arrow,
  ball,
  bridge,
  bridgeDown,
  burst,
  clash,
  flag,
  logs,
  mines,
  question,
  radial,
  ring,
  rule,
  star,
  sun,
  wire,
} from './pictures.ts';

const GRID_INKS: ByDetail<string> = {
  far: 'rgb(58 44 26 / 13%)',
  middle: 'rgb(58 44 26 / 20%)',
  near: 'rgb(58 44 26 / 24%)',
};
const NIGHT_GRID_INKS: ByDetail<string> = {
  far: 'rgb(222 228 240 / 8%)',
  middle: 'rgb(222 228 240 / 13%)',
  near: 'rgb(222 228 240 / 15%)',
};

/** Radius of the ring around guns that were placed, in pixels of its picture. */
export const PLACED_RADIUS = 125;
const PLACED_WIDTH = 3;

export const FRAMES = {
  // Each side is drawn by both its hexes.
  ...byDetail('grid', (detail) => outline(detail, [{ colour: GRID_INKS[detail], pixels: 0.9 }])),
  ...byDetail('gridNight', (detail) => outline(detail, [{ colour: NIGHT_GRID_INKS[detail], pixels: 0.9 }])),
  ...byDetail('target', (detail) =>
    outline(detail, [
      { colour: 'rgb(255 246 230 / 90%)', pixels: 5, share: 0.95 },
      { colour: '#d91a10', pixels: 3, share: 0.95 },
    ]),
  ),
  ...byDetail('assault', (detail) =>
    outline(detail, [
      { colour: 'rgb(255 246 230 / 90%)', pixels: 5, share: 0.95 },
      { colour: '#d91a10', pixels: 3, share: 0.95 },
      { colour: 'rgb(255 246 230 / 85%)', pixels: 5, share: 0.82 },
      { colour: '#d91a10', pixels: 4, share: 0.82, dash: [2.2, 2.6] },
    ]),
  ),
  ...byDetail('selected', (detail) =>
    outline(detail, [
      { colour: 'rgb(20 14 8 / 85%)', pixels: 5.4, share: 0.965 },
      { colour: '#ffffff', pixels: 3, share: 0.965 },
    ]),
  ),
  ...byDetail('cursor', (detail) =>
    outline(detail, [
      { colour: 'rgb(255 252 240 / 95%)', pixels: 3.6, share: 0.94 },
      { colour: '#15466b', pixels: 1.8, share: 0.94, dash: [6, 3.4] },
    ]),
  ),
  dim: wash('rgb(26 20 12 / 30%)', null),
  // By night the ground in reach is lit rather than the rest darkened, which is dark already.
  dimNight: wash('rgb(3 4 12 / 9%)', null),
  reachNight: wash('rgb(214 226 255 / 20%)', null),
  unseen: wash('rgb(58 52 60 / 10%)', hatch(30, 5, 1.6, 'rgb(44 38 56 / 14%)')),
  unseenNight: wash('rgb(6 9 26 / 13%)', hatch(30, 5, 1.6, 'rgb(8 12 34 / 18%)')),
  threat: wash('rgb(214 64 22 / 17%)', hatch(60, 6, 3, 'rgb(190 34 8 / 52%)')),
  sight: wash('rgb(255 214 60 / 22%)', dots('rgb(150 98 0 / 50%)')),
  barrage: wash('rgb(90 60 30 / 14%)', dots('rgb(60 30 10 / 65%)')),
  forbidden: wash('rgb(120 30 120 / 3%)', hatch(-30, 4, 2.2, 'rgb(128 34 118 / 26%)')),
  'works-1': works(1),
  'works-2': works(2),
  'works-3': works(3),
  'works-4': works(4),
  'works-5': works(5),
  wire: { width: 84, height: 32, draw: wire },
  bridge: { width: 84, height: 40, draw: bridge },
  'bridge-down': { width: 84, height: 40, draw: bridgeDown },
  logs: { width: 84, height: 40, draw: logs },
  mines: { width: 84, height: 32, draw: mines },
  'flag-soviet': flag('#b3261e', star),
  'flag-japanese': flag('#fffaf0', sun),
  'flag-none': flag('#cfc7b4', question),
  'path-line': rule(9, '#f8f3e2', 'rgb(20 32 44 / 90%)'),
  'path-line-risk': rule(9, '#ff6a3d', 'rgb(70 10 0 / 90%)'),
  'path-dot': ball(10, '#f8f3e2', '#14202c'),
  'path-dot-risk': ball(10, '#ff6a3d', '#460a00'),
  'path-end': ball(17, '#ffffff', '#14202c'),
  'path-end-risk': ball(17, '#ff6a3d', '#460a00'),
  glow: radial(240, [
    [0, 'rgb(255 226 150 / 75%)'],
    [0.35, 'rgb(255 196 96 / 42%)'],
    [1, 'rgb(255 160 60 / 0%)'],
  ]),
  flash: radial(96, [
    [0, 'rgb(255 252 220 / 100%)'],
    [0.3, 'rgb(255 214 90 / 90%)'],
    [1, 'rgb(255 120 20 / 0%)'],
  ]),
  smoke: radial(110, [
    [0, 'rgb(70 60 52 / 75%)'],
    [0.6, 'rgb(90 80 70 / 40%)'],
    [1, 'rgb(90 80 70 / 0%)'],
  ]),
  burst: { width: 84, height: 84, draw: burst },
  tracer: rule(5, '#ffe37a', 'rgb(190 60 0 / 85%)'),
  arrow: { width: 104, height: 62, draw: arrow },
  clash: { width: 92, height: 92, draw: clash },
  'ring-alarm': ring(140, '#e0281a', 9),
  'ring-plain': ring(140, '#fff8e6', 8),
  'gun-range': ball(9, '#c9b48a', '#5a2a10'),
  'gun-plan': ball(14, '#b03a1c', '#fff3dc'),
  'ring-placed': ring(2 * (PLACED_RADIUS + PLACED_WIDTH), 'rgb(150 40 20 / 70%)', PLACED_WIDTH),
} as const satisfies Readonly<Record<string, FrameDrawing>>;

export type FrameName = keyof typeof FRAMES;
export const FRAME_NAMES = Object.keys(FRAMES) as FrameName[];
