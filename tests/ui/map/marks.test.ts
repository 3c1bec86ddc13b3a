/** What is laid over the ground for what the map is told. */
import { describe, expect, test } from 'vitest';
import type { Place } from '../../../src/model/map.ts';
import { detailFor } from '../../../src/ui/map/detail.ts';
import type { Mark } from '../../../src/ui/map/marks/mark.ts';
import { listNames, shortName } from '../../../src/ui/map/marks/names.ts';
import { OVERLAYS } from '../../../src/ui/map/marks/overlays.ts';
import type { Scope } from '../../../src/ui/map/marks/scope.ts';
import type { MapTold } from '../../../src/ui/map/told.ts';
import { isInHex } from '../../../src/ui/map/sheet.ts';
import { counterTold, mapTold, openSheet } from './told-builder.ts';

const sheet = openSheet(6, 5);
const at = (hexOnScreen: number): Scope => ({
  sheet,
  zoom: hexOnScreen / sheet.hexPixels,
  detail: detailFor(hexOnScreen),
});

function marksOf(layer: string, told: MapTold, scope: Scope): Mark[] {
  return OVERLAYS.filter((overlay) => overlay.layer === layer).flatMap((overlay) => overlay.list(told, scope));
}
const framesOf = (marks: readonly Mark[]): string[] =>
  marks.flatMap((mark) => (mark.kind === 'sprite' ? [mark.frame] : []));
const textsOf = (marks: readonly Mark[]): string[] =>
  marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

describe('reach', () => {
  const told = mapTold({ reach: [{ hex: 3, minutes: 12 }] });

  test('everything out of reach is darkened', () => {
    expect(framesOf(marksOf('areas', told, at(50)))).toHaveLength(sheet.map.grid.size - 1);
  });

  test('by night the ground in reach is lit', () => {
    const frames = framesOf(marksOf('areas', { ...told, light: 'dark' }, at(50)));
    expect(frames.filter((frame) => frame === 'reachNight')).toHaveLength(1);
  });

  test('minutes are written where they can be read', () => {
    expect(textsOf(marksOf('numbers', told, at(50)))).toEqual(['12′']);
    expect(textsOf(marksOf('numbers', told, at(20)))).toEqual([]);
  });
});

test('guns that were placed stand within a ring as wide as the error', () => {
  const marks = marksOf('path', mapTold({ placed: [{ hex: 7, errorMetres: 400 }] }), at(50));
  expect(marks).toMatchObject([{ kind: 'sprite', frame: 'ring-placed', ...sheet.centreOf(7) }]);
  const [mark] = marks;
  const scale = mark?.kind === 'sprite' ? mark.scale : 0;
  expect(scale * 125).toBeCloseTo(400 * sheet.pixelsPerMetre);
});

test('a battery in hand shows the points it has the range of, and those it is to fire on', () => {
  const marks = marksOf('path', mapTold({ ranged: [3, 4], planned: [4] }), at(50));
  expect(framesOf(marks)).toEqual(['gun-range', 'gun-range', 'gun-plan']);
});

describe('path', () => {
  const told = mapTold({
    counters: [counterTold({ key: 'a', hex: 0 })],
    selected: 'a',
    path: [
      { hex: 1, minutes: 8, turn: 0, exposed: true },
      { hex: 2, minutes: 4, turn: 1, exposed: false },
    ],
  });

  test('it begins at the counter, and steps the enemy can see have their own colour', () => {
    expect(framesOf(marksOf('path', told, at(50)))).toEqual([
      'path-line-risk',
      'path-line',
      'path-dot-risk',
      'path-end',
    ]);
  });

  test('a march of several turns says where a new one begins', () => {
    expect(textsOf(marksOf('numbers', told, at(50)))).toEqual(['8′', '4′', 'turn +1']);
  });
});

describe('highlights', () => {
  test('a hex that may be assaulted is not outlined as a mere target besides', () => {
    const frames = framesOf(marksOf('highlights', mapTold({ targets: [1, 2], assaults: [2] }), at(50)));
    expect(frames).toEqual(['target-middle', 'assault-middle']);
  });

  test('outlines have a weight for each distance', () => {
    const told = mapTold({ cursor: 4 });
    expect([20, 50, 90].flatMap((size) => framesOf(marksOf('highlights', told, at(size))))).toEqual([
      'cursor-far',
      'cursor-middle',
      'cursor-near',
    ]);
  });
});

describe('the veil', () => {
  test('ground out of sight is hatched, by night otherwise than by day', () => {
    expect(framesOf(marksOf('veil', mapTold({ visible: [0] }), at(50)))).toHaveLength(sheet.map.grid.size - 1);
    expect(framesOf(marksOf('veil', mapTold({ visible: [], light: 'dark' }), at(50)))[0]).toBe('unseenNight');
    expect(marksOf('veil', mapTold({ visible: null }), at(50))).toEqual([]);
  });
});

describe('names', () => {
  const place = (part: Partial<Place>): Place => ({
    id: 'x',
    kind: 'height',
    names: { en: 'Hill (with brackets)' },
    hex: 0,
    x: 600,
    y: 500,
    source: '',
    grade: 'A',
    ...part,
  });

  test('from afar a name goes without its brackets', () => {
    expect(shortName('Changku Lake (western ponds)')).toBe('Changku Lake');
    expect(shortName('Zaozernaya, south crest')).toBe('Zaozernaya');
  });

  test('of two names in one place the more important is written', () => {
    const crowded = openSheet(6, 5, [
      place({ id: 'low', names: { en: 'Lower hill' }, elevationMetres: 20 }),
      place({ id: 'lake', kind: 'water', names: { en: 'Great Lake' } }),
    ]);
    const texts = textsOf(listNames({ sheet: crowded, zoom: 0.3, detail: 'far' }, []));
    expect(texts[0]).toBe('Great Lake');
  });

  test('two crests of one height share its name, even where counters drive it away', () => {
    const crests = openSheet(6, 5, [
      place({ id: 'south', names: { en: 'Hill, south crest' }, x: 700, y: 500, elevationMetres: 155 }),
      place({ id: 'north', names: { en: 'Hill, north crest' }, x: 500, y: 450, elevationMetres: 145 }),
    ]);
    const hexes = [...Array(crests.map.grid.size).keys()];
    const counters = hexes.filter((hex) => hex % 3 !== 0).map((hex) => counterTold({ key: `${hex}`, hex }));
    const texts = textsOf(listNames({ sheet: crests, zoom: 0.7, detail: 'middle' }, counters));
    expect(texts.filter((text) => text.startsWith('Hill'))).toHaveLength(1);
  });

  test('a name makes way for a counter', () => {
    const one = openSheet(6, 5, [place({ names: { en: 'Hill' }, x: 530, y: 375, elevationMetres: 20 })]);
    const hex = one.findHexAt(530 * one.pixelsPerMetre, 375 * one.pixelsPerMetre) ?? 0;
    const name = (counters: Parameters<typeof listNames>[1]) =>
      listNames({ sheet: one, zoom: 0.7, detail: 'middle' }, counters)[0];
    expect(name([counterTold({ hex })])).not.toEqual(name([]));
  });
});

describe('the sheet', () => {
  test('a spot is in a hex exactly when the layout says so', () => {
    for (let x = 0; x < sheet.width; x += 7.3) {
      for (let y = 0; y < sheet.height; y += 6.1) {
        const hex = sheet.findHexAt(x, y);
        if (hex === undefined) continue;
        const centre = sheet.centreOf(hex);
        expect(isInHex(sheet, (x - centre.x) * 0.999, (y - centre.y) * 0.999)).toBe(true);
      }
    }
  });
});
