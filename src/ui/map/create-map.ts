/**
 * The map on the page. It paints the sheet, shows what it is told, reports where it is pressed, and plays what was
 * seen. Nothing is drawn unless something has changed: the game loop sleeps and each frame is asked for.
 */
import * as Phaser from 'phaser';
import type { HexIndex } from '../../hex/grid.ts';
import type { Point } from '../../hex/layout.ts';
import type { BattleMap } from '../../model/map.ts';
import type { SeenEvent } from '../../model/seen-event.ts';
import { type Board, createBoard } from './board.ts';
import {
  betweenViews,
  centreView,
  clampView,
  fittingZoom,
  fitView,
  type Frame,
  freeArea,
  freeMiddle,
  type Insets,
  isInView,
  middleOf,
  NO_INSETS,
  openingView,
  panView,
  toScreen,
  toWorld,
  type View,
  zoomView,
} from './camera.ts';
import { listenToGestures, type Press } from './gestures.ts';
import { INK } from './paint/colours.ts';
import { createCanvas, listGroundSteps } from './paint/ground.ts';
import { createPlayer, type Player } from './play/player.ts';
import { createSheet } from './sheet.ts';
import type { MapTold } from './told.ts';

export interface MapListener {
  hover(hex: HexIndex | null): void;
  click(hex: HexIndex, press: Press): void;
  /** The sheet is painted and the map may be told what to show. */
  ready(): void;
}

export interface MapScreen {
  tell(told: MapTold): void;
  /** Shows what was seen; resolves when it has been shown or skipped. Speed 1 is ordinary. */
  play(seen: readonly SeenEvent[], speed: number): Promise<void>;
  skip(): void;
  centreOn(hex: HexIndex): void;
  /** About the middle of the free part of the window. */
  zoomBy(factor: number): void;
  fit(): void;
  /** As at the beginning: the whole sheet, or where that would be too small the ground around these hexes. */
  open(around: readonly HexIndex[]): void;
  /** In CSS pixels; positive amounts look farther east and south. */
  pan(dx: number, dy: number): void;
  /** CSS pixels along each edge that panels cover. */
  setInsets(insets: Insets): void;
  /** Where a hex lies in the window, in CSS pixels. */
  boxOf(hex: HexIndex): DOMRectReadOnly;
  /** Moves so that these hexes, or the first of them, lie outside what is covered for now besides the insets. */
  moveClear(hexes: readonly HexIndex[], covered: Insets): void;
  /** Calls whenever another part of the sheet is shown. */
  onLook(listener: () => void): void;
  destroy(): void;
}

/** More pixels than this to a CSS pixel cannot be seen, but have to be filled. */
const MOST_PIXEL_RATIO = 2;
/** Lettering waits for its fonts no longer than this. */
const FONT_MILLISECONDS = 1500;
const FONTS = [400, 'italic 400', 600, 700].map((face) => `${face} 16px "Noto Sans"`);
const FOLLOW_MILLISECONDS = 340;
/** A hex nearer than this to the edge of the free area is as good as out of sight. */
const EDGE_PIXELS = 56;

/** Across the corners of a hex, for each pixel between the centres of neighbours: a little more than 2 / √3. */
const CORNER_SHARE = 1.16;

export function createMap(parent: HTMLElement, map: BattleMap, listener: MapListener): MapScreen {
  const sheet = createSheet(map);
  const pixelRatio = Math.min(MOST_PIXEL_RATIO, globalThis.devicePixelRatio || 1);
  let insets = NO_INSETS;
  let board: Board | undefined;
  let told: MapTold | undefined;
  let destroyed = false;
  let asked = 0;
  let looked: () => void = () => undefined;
  /** The view a change of the window comes back to: the whole sheet, the opening around some spot, or what is shown. */
  let home: 'fitted' | { readonly around: Point | undefined } | 'moved' = 'fitted';

  const frame = (): Frame => ({
    width: Math.max(1, parent.clientWidth),
    height: Math.max(1, parent.clientHeight),
    insets,
    sheet: {
      x: -sheet.margin,
      y: -sheet.margin,
      width: sheet.width + 2 * sheet.margin,
      height: sheet.height + 2 * sheet.margin,
    },
    hexPixels: sheet.hexPixels,
  });
  let view = fitView(frame());

  const game = new Phaser.Game({
    type: Phaser.AUTO,
    parent,
    banner: false,
    disableContextMenu: true,
    audio: { noAudio: true },
    backgroundColor: INK.table,
    autoFocus: false,
    scale: {
      mode: Phaser.Scale.NONE,
      width: Math.round(frame().width * pixelRatio),
      height: Math.round(frame().height * pixelRatio),
      zoom: 1 / pixelRatio,
    },
    // One texture a batch: with more, software renderers pick the wrong one on turned images, and are slower besides.
    render: { antialias: true, antialiasGL: false, mipmapFilter: 'LINEAR_MIPMAP_LINEAR', maxTextures: 1 },
    input: { keyboard: false, mouse: false, touch: false, gamepad: false, windowEvents: false },
    scene: { create: begin },
  });

  /** Draws once more, at the screen's next frame. */
  function invalidate(): void {
    if (asked !== 0 || destroyed || board === undefined) return;
    asked = requestAnimationFrame(draw);
  }

  function draw(time: number): void {
    asked = 0;
    if (destroyed || board === undefined) return;
    const camera = game.scene.scenes[0]?.cameras.main;
    if (camera === undefined) return;
    camera.setOrigin(0, 0).setZoom(view.zoom * pixelRatio);
    // Whole pixels of the screen, so that lettering stays crisp wherever the map is dragged.
    const scale = view.zoom * pixelRatio;
    camera.setScroll(Math.round(view.x * scale) / scale, Math.round(view.y * scale) / scale);
    board.flush();
    game.step(time, 16);
  }

  function begin(this: Phaser.Scene): void {
    prepareCanvas(game.canvas);
    void paint(this).catch((problem: unknown) => {
      // A map closed while it was being painted has nothing left to paint on.
      if (!destroyed) throw problem;
    });
  }

  async function paint(scene: Phaser.Scene): Promise<void> {
    await loadFonts(`${map.names.en}${map.names.ru ?? ''}`);
    const made = createBoard(scene, sheet, pixelRatio);
    const ground = createCanvas(sheet.width + 2 * sheet.margin, sheet.height + 2 * sheet.margin);
    ground.pen.translate(sheet.margin, sheet.margin);
    for (const step of listGroundSteps(sheet, ground.pen)) {
      step();
      await breathe();
      if (destroyed) return;
    }
    for (const step of made.addChunks(ground.canvas)) {
      step();
      await breathe();
      if (destroyed) return;
    }
    game.loop.sleep();
    board = made;
    if (told !== undefined) made.show(told, view.zoom);
    invalidate();
    listener.ready();
  }

  function look(next: View): void {
    const zoomed = next.zoom !== view.zoom;
    view = next;
    home = Math.abs(view.zoom / fittingZoom(frame()) - 1) < 1e-6 ? 'fitted' : 'moved';
    if (zoomed && told !== undefined) board?.show(told, view.zoom);
    invalidate();
    looked();
  }

  /** Shows the opening, and again after every change of the window until somebody looks elsewhere. */
  function openAt(around: Point | undefined): void {
    look(openingView(frame(), around));
    home = { around };
  }

  function settle(): void {
    if (typeof home === 'object') openAt(home.around);
    else look(home === 'fitted' ? fitView(frame()) : clampView(frame(), view));
  }

  const hexUnder = (at: Point): HexIndex | undefined => {
    const spot = toWorld(view, at);
    return sheet.findHexAt(spot.x, spot.y);
  };

  let hovered: HexIndex | null = null;
  function hover(at: Point | null): void {
    const hex = at === null ? null : (hexUnder(at) ?? null);
    if (hex === hovered) return;
    hovered = hex;
    listener.hover(hex);
  }

  const stopGestures = listenToGestures(parent, {
    press: (at, press) => {
      const hex = hexUnder(at);
      if (hex !== undefined) listener.click(hex, press);
    },
    hover,
    drag: (dx, dy) => look(panView(frame(), view, -dx, -dy)),
    zoom: (factor, at) => look(zoomView(frame(), view, factor, at)),
    doublePress: () => look(fitView(frame())),
  });

  const sizes = new ResizeObserver(() => {
    if (destroyed) return;
    const { width, height } = frame();
    game.scale.resize(Math.round(width * pixelRatio), Math.round(height * pixelRatio));
    settle();
  });
  sizes.observe(parent);

  const onVisible = (): void => invalidate();
  document.addEventListener('visibilitychange', onVisible);
  game.events.once(Phaser.Core.Events.READY, () => {
    game.renderer.on(Phaser.Renderer.Events.RESTORE_WEBGL, invalidate);
  });

  const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

  async function follow(hexes: readonly HexIndex[], speed: number, isCurrent: () => boolean): Promise<void> {
    const spots = hexes.filter((hex) => hex >= 0).map((hex) => sheet.centreOf(hex));
    if (spots.every((spot) => isInView(frame(), view, spot, EDGE_PIXELS))) return;
    const from = view;
    const to = viewOf(frame(), spots);
    if (told?.reducedMotion !== true) {
      const milliseconds = FOLLOW_MILLISECONDS / Math.max(0.1, speed);
      const start = await nextFrame();
      for (let now = start; now - start < milliseconds && !destroyed && isCurrent(); now = await nextFrame()) {
        const share = (now - start) / milliseconds;
        look(betweenViews(from, to, share * share * (3 - 2 * share)));
      }
    }
    // A show that was broken off has no more say over where one looks.
    if (isCurrent()) look(to);
  }

  /** The view nearest to this one that shows the spots, or at least the last of them that would fit. */
  function viewOf(within: Frame, spots: readonly Point[]): View {
    const free = freeArea(within);
    const xs = spots.map(({ x }) => x);
    const ys = spots.map(({ y }) => y);
    const fits =
      (Math.max(...xs) - Math.min(...xs)) * view.zoom < free.width - 2 * EDGE_PIXELS &&
      (Math.max(...ys) - Math.min(...ys)) * view.zoom < free.height - 2 * EDGE_PIXELS;
    const last = spots[spots.length - 1] ?? { x: 0, y: 0 };
    const middle = fits ? (middleOf(spots) ?? last) : last;
    return centreView(within, view, middle);
  }

  function boxOf(hex: HexIndex): DOMRectReadOnly {
    const { x, y } = parent.getBoundingClientRect();
    const centre = toScreen(view, sheet.centreOf(hex));
    const across = sheet.hexPixels * CORNER_SHARE * view.zoom;
    return new DOMRectReadOnly(x + centre.x - across / 2, y + centre.y - across / 2, across, across);
  }

  function moveClear(hexes: readonly HexIndex[], covered: Insets): void {
    const both = {
      left: Math.max(insets.left, covered.left),
      right: Math.max(insets.right, covered.right),
      top: Math.max(insets.top, covered.top),
      bottom: Math.max(insets.bottom, covered.bottom),
    };
    look(viewOf({ ...frame(), insets: both }, [...hexes].reverse().map(sheet.centreOf)));
  }

  /** Where the eye is: the cursor, or the selected counter, if it is in view; else the middle. */
  function pointOfInterest(): Point {
    const hex = told?.cursor ?? told?.counters.find((counter) => counter.key === told?.selected)?.hex;
    const spot = hex === undefined ? undefined : sheet.centreOf(hex);
    return spot !== undefined && isInView(frame(), view, spot, 0) ? toScreen(view, spot) : freeMiddle(frame());
  }

  const player: Player = createPlayer({
    stage: () => ({ sheet, zoom: view.zoom, objectives: told?.objectives ?? [] }),
    toldHexOf: (key) => told?.counters.find((counter) => counter.key === key)?.hex,
    isStill: () => told?.reducedMotion ?? false,
    present: (marks, moved) => {
      board?.showEffects(marks);
      board?.displace(moved);
      invalidate();
    },
    follow,
    nextFrame,
  });

  return {
    tell: (next) => {
      told = next;
      board?.show(next, view.zoom);
      player.settle();
      invalidate();
    },
    play: (seen, speed) => (board === undefined ? Promise.resolve() : player.play(seen, speed)),
    skip: () => player.skip(),
    centreOn: (hex) => look(centreView(frame(), view, sheet.centreOf(hex))),
    zoomBy: (factor) => look(zoomView(frame(), view, factor, pointOfInterest())),
    fit: () => look(fitView(frame())),
    open: (around) => openAt(middleOf(around.map((hex) => sheet.centreOf(hex)))),
    pan: (dx, dy) => look(panView(frame(), view, dx, dy)),
    setInsets: (next) => {
      insets = next;
      settle();
    },
    boxOf,
    moveClear,
    onLook: (listener) => {
      looked = listener;
    },
    destroy: () => {
      destroyed = true;
      player.skip();
      cancelAnimationFrame(asked);
      stopGestures();
      sizes.disconnect();
      document.removeEventListener('visibilitychange', onVisible);
      game.destroy(true);
      // The loop sleeps: the game is taken down by the step it does not take by itself.
      game.step(performance.now(), 0);
    },
  };
}

/** The element around the canvas has the name, the focus and the keys; the picture itself says nothing to a reader. */
function prepareCanvas(canvas: HTMLCanvasElement): void {
  canvas.setAttribute('aria-hidden', 'true');
  canvas.style.display = 'block';
  canvas.style.touchAction = 'none';
}

/** A face comes in pieces by script: those are loaded that the words need. */
async function loadFonts(words: string): Promise<void> {
  const loading = Promise.all(FONTS.map((font) => document.fonts.load(font, words)));
  const waiting = new Promise((resolve) => setTimeout(resolve, FONT_MILLISECONDS));
  await Promise.race([loading, waiting]).catch(() => undefined);
}

/** Lets the page answer between two steps of a long work. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
