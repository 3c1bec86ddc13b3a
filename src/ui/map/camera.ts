/**
 * The arithmetic of the view: which part of the sheet a window shows. All functions give a new view and keep it within
 * its limits: the sheet never leaves the free part of the window, which is what panels do not cover.
 */
import type { Point } from '../../hex/layout.ts';

export interface Insets {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** World coordinates of the window's north-west corner, and CSS pixels of the screen for each world pixel. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** What a view has to fit: window and insets in CSS pixels, the sheet with its margin in world pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly insets: Insets;
  readonly sheet: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly hexPixels: number;
}

/** A whole sheet whose hexes would be smaller than this opens larger; what it then opens at. CSS pixels. */
const LEAST_FITTED_HEX = 20;
const OPENING_HEX = 40;

/** A hex is never shown larger than this, in CSS pixels. */
const LARGEST_HEX = 168;

export const NO_INSETS: Insets = { left: 0, right: 0, top: 0, bottom: 0 };

/** The free part of the window. */
export function freeArea(frame: Frame): {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
} {
  const { insets } = frame;
  return {
    left: insets.left,
    top: insets.top,
    width: Math.max(1, frame.width - insets.left - insets.right),
    height: Math.max(1, frame.height - insets.top - insets.bottom),
  };
}

/** The zoom at which the whole sheet fits the free part of the window. */
export function fittingZoom(frame: Frame): number {
  const free = freeArea(frame);
  return Math.min(free.width / frame.sheet.width, free.height / frame.sheet.height);
}

export function largestZoom(frame: Frame): number {
  return Math.max(LARGEST_HEX / frame.hexPixels, fittingZoom(frame));
}

/** The whole sheet. */
export function fitView(frame: Frame): View {
  return clampView(frame, { x: frame.sheet.x, y: frame.sheet.y, zoom: fittingZoom(frame) });
}

/**
 * What is shown at first: the whole sheet, or in a narrow window a part of it around `spot` that fills the free area and
 * can be read.
 */
export function openingView(frame: Frame, spot: Point | undefined): View {
  const { sheet, hexPixels } = frame;
  if (fittingZoom(frame) * hexPixels >= LEAST_FITTED_HEX) return fitView(frame);
  const free = freeArea(frame);
  const zoom = Math.max(free.width / sheet.width, free.height / sheet.height, OPENING_HEX / hexPixels);
  const middle = spot ?? { x: sheet.x + sheet.width / 2, y: sheet.y + sheet.height / 2 };
  return centreView(frame, { x: sheet.x, y: sheet.y, zoom }, middle);
}

/** The middle of the ground the spots take up. */
export function middleOf(spots: readonly Point[]): Point | undefined {
  if (spots.length === 0) return undefined;
  const xs = spots.map(({ x }) => x);
  const ys = spots.map(({ y }) => y);
  return { x: (Math.max(...xs) + Math.min(...xs)) / 2, y: (Math.max(...ys) + Math.min(...ys)) / 2 };
}

/** The nearest view that keeps to the limits. A sheet smaller than the free area is centred in it. */
export function clampView(frame: Frame, view: View): View {
  const zoom = Math.min(largestZoom(frame), Math.max(fittingZoom(frame), view.zoom));
  const free = freeArea(frame);
  const x = clampAxis(view.x + free.left / zoom, free.width / zoom, frame.sheet.x, frame.sheet.width);
  const y = clampAxis(view.y + free.top / zoom, free.height / zoom, frame.sheet.y, frame.sheet.height);
  return { x: x - free.left / zoom, y: y - free.top / zoom, zoom };
}

function clampAxis(start: number, shown: number, sheetStart: number, sheetLength: number): number {
  if (shown >= sheetLength) return sheetStart - (shown - sheetLength) / 2;
  return Math.min(sheetStart + sheetLength - shown, Math.max(sheetStart, start));
}

/** Moved by CSS pixels of the screen: positive amounts look farther east and south. */
export function panView(frame: Frame, view: View, dx: number, dy: number): View {
  return clampView(frame, { ...view, x: view.x + dx / view.zoom, y: view.y + dy / view.zoom });
}

/** Zoomed so that the spot of the sheet under a point of the window stays there. */
export function zoomView(frame: Frame, view: View, factor: number, at: Point): View {
  const zoom = Math.min(largestZoom(frame), Math.max(fittingZoom(frame), view.zoom * factor));
  const spot = toWorld(view, at);
  return clampView(frame, { x: spot.x - at.x / zoom, y: spot.y - at.y / zoom, zoom });
}

/** With a spot of the sheet in the middle of the free area. */
export function centreView(frame: Frame, view: View, spot: Point): View {
  const free = freeArea(frame);
  return clampView(frame, {
    ...view,
    x: spot.x - (free.left + free.width / 2) / view.zoom,
    y: spot.y - (free.top + free.height / 2) / view.zoom,
  });
}

/** The middle of the free area, in CSS pixels of the window. */
export function freeMiddle(frame: Frame): Point {
  const free = freeArea(frame);
  return { x: free.left + free.width / 2, y: free.top + free.height / 2 };
}

/** Whether a spot lies in the free area, at least `edge` CSS pixels from its border. */
export function isInView(frame: Frame, view: View, spot: Point, edge: number): boolean {
  const free = freeArea(frame);
  const at = toScreen(view, spot);
  return (
    at.x >= free.left + edge &&
    at.y >= free.top + edge &&
    at.x <= free.left + free.width - edge &&
    at.y <= free.top + free.height - edge
  );
}

export function toWorld(view: View, at: Point): Point {
  return { x: view.x + at.x / view.zoom, y: view.y + at.y / view.zoom };
}

export function toScreen(view: View, spot: Point): Point {
  return { x: (spot.x - view.x) * view.zoom, y: (spot.y - view.y) * view.zoom };
}

/** On the way from one view to another; zoom changes by a constant factor. */
export function betweenViews(from: View, to: View, share: number): View {
  const zoom = from.zoom * Math.pow(to.zoom / from.zoom, share);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share, zoom };
}
