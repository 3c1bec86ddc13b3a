/** The view of the sheet: limits, zooming at the pointer, panels that cover the window. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  betweenViews,
  centreView,
  clampView,
  fittingZoom,
  fitView,
  type Frame,
  isInView,
  largestZoom,
  middleOf,
  NO_INSETS,
  openingView,
  panView,
  toScreen,
  toWorld,
  zoomView,
} from '../../../src/ui/map/camera.ts';
import { counterSize, detailFor } from '../../../src/ui/map/detail.ts';

const laptop: Frame = {
  width: 1024,
  height: 768,
  insets: NO_INSETS,
  sheet: { x: -64, y: -64, width: 2230, height: 2008 },
  hexPixels: 80,
};
const withPanels: Frame = { ...laptop, insets: { left: 10, right: 320, top: 60, bottom: 10 } };

describe('the whole sheet', () => {
  test('it fits the part of the window that panels leave free', () => {
    const view = fitView(withPanels);
    const corner = toScreen(view, { x: -64, y: -64 });
    const opposite = toScreen(view, { x: 2166, y: 1944 });
    expect(corner.x).toBeGreaterThanOrEqual(10 - 1e-6);
    expect(corner.y).toBeGreaterThanOrEqual(60 - 1e-6);
    expect(opposite.x).toBeLessThanOrEqual(1024 - 320 + 1e-6);
    expect(opposite.y).toBeLessThanOrEqual(768 - 10 + 1e-6);
  });

  test('nothing is zoomed out beyond it, nor in beyond the largest hex', () => {
    expect(zoomView(laptop, fitView(laptop), 0.01, { x: 9, y: 9 }).zoom).toBeCloseTo(fittingZoom(laptop));
    expect(zoomView(laptop, fitView(laptop), 1000, { x: 9, y: 9 }).zoom).toBeCloseTo(largestZoom(laptop));
  });
});

describe('the first view', () => {
  const telephone: Frame = { ...laptop, width: 390, height: 844, insets: { left: 0, right: 0, top: 104, bottom: 120 } };

  test('where the whole sheet can be read, it is shown', () => {
    expect(openingView(withPanels, { x: 1000, y: 900 })).toEqual(fitView(withPanels));
  });

  test('in a narrow window the sheet fills the free area, and hexes are at least 40 pixels', () => {
    const view = openingView(telephone, { x: 1000, y: 900 });
    expect(view.zoom * telephone.hexPixels).toBeGreaterThanOrEqual(40);
    expect(toScreen(view, { x: 0, y: -64 }).y).toBeLessThanOrEqual(104);
    expect(toScreen(view, { x: 0, y: 1944 }).y).toBeGreaterThanOrEqual(844 - 120);
    expect(toScreen(view, { x: 1000, y: 900 }).x).toBeCloseTo(195);
  });

  test('without anything to open upon it shows the middle of the sheet', () => {
    expect(toScreen(openingView(telephone, middleOf([])), { x: 1051, y: 0 }).x).toBeCloseTo(195);
  });

  test('the middle of several spots is the middle of the ground they take up', () => {
    const spots = [
      { x: 0, y: 10 },
      { x: 10, y: 0 },
      { x: 100, y: 2 },
    ];
    expect(middleOf(spots)).toEqual({ x: 50, y: 5 });
  });
});

describe('zooming', () => {
  test('the ground under the pointer stays there', () => {
    const close = centreView(laptop, { ...fitView(laptop), zoom: 1 }, { x: 1000, y: 900 });
    const at = { x: 300, y: 200 };
    const before = toWorld(close, at);
    const after = toWorld(zoomView(laptop, close, 1.3, at), at);
    expect(after.x).toBeCloseTo(before.x);
    expect(after.y).toBeCloseTo(before.y);
  });

  test('half way between two views the zoom is their geometric mean', () => {
    expect(betweenViews({ x: 0, y: 0, zoom: 0.5 }, { x: 10, y: 0, zoom: 2 }, 0.5)).toEqual({ x: 5, y: 0, zoom: 1 });
  });
});

describe('limits', () => {
  test('however it is dragged, the sheet covers the free area or is centred in it', () => {
    const amount = fc.double({ min: -9000, max: 9000, noNaN: true });
    const factor = fc.double({ min: 0.2, max: 8, noNaN: true });
    fc.assert(
      fc.property(amount, amount, factor, (dx, dy, by) => {
        const view = panView(withPanels, zoomView(withPanels, fitView(withPanels), by, { x: 400, y: 300 }), dx, dy);
        const west = toScreen(view, { x: -64, y: 0 }).x;
        const east = toScreen(view, { x: 2166, y: 0 }).x;
        const [left, right] = [10, 1024 - 320];
        if (east - west >= right - left) {
          expect(west).toBeLessThanOrEqual(left + 1e-6);
          expect(east).toBeGreaterThanOrEqual(right - 1e-6);
        } else expect(west - left).toBeCloseTo(right - east);
      }),
    );
  });

  test('a clamped view is left alone', () => {
    const view = clampView(laptop, { x: 5000, y: -5000, zoom: 1.1 });
    expect(clampView(laptop, view)).toEqual(view);
  });

  test('a hex that is centred is in view', () => {
    const spot = { x: 1100, y: 1000 };
    const view = centreView(withPanels, { ...fitView(withPanels), zoom: 1.2 }, spot);
    expect(isInView(withPanels, view, spot, 50)).toBe(true);
    expect(isInView(withPanels, view, { x: 0, y: 0 }, 50)).toBe(false);
  });
});

describe('level of detail', () => {
  test.each([
    [14, 'far'],
    [39, 'far'],
    [40, 'middle'],
    [71, 'middle'],
    [72, 'near'],
    [160, 'near'],
  ])('a hex of %i pixels is shown in %s detail', (pixels, detail) => {
    expect(detailFor(pixels)).toBe(detail);
  });

  test('counters keep a size that can be seen', () => {
    expect(counterSize(8)).toBe(15);
    expect(counterSize(100)).toBe(70);
  });
});
