/** Place names: which have room at a zoom, and where they stand. The more important a place, the farther off it is named. */
import type { HexIndex } from '../../../hex/grid.ts';
import type { Place, PlaceKind } from '../../../model/map.ts';
import { counterSize } from '../detail.ts';
import type { CounterTold } from '../told.ts';
import type { Mark } from './mark.ts';
import type { Scope } from './scope.ts';
import { LETTERING, type TextStyle } from './text-styles.ts';

interface NameRule {
  readonly style: TextStyle;
  /** Named first where names compete. */
  readonly rank: number;
  /** Smallest hex, in CSS pixels, at which such places are named. */
  readonly fromHex: number;
  /** Below the mark rather than in the middle of the place. */
  readonly below: boolean;
}

const RULES: Readonly<Record<PlaceKind, NameRule>> = {
  water: { style: 'water', rank: 0, fromHex: 0, below: false },
  village: { style: 'village', rank: 2, fromHex: 18, below: true },
  height: { style: 'height', rank: 1, fromHex: 20, below: true },
  landmark: { style: 'minor', rank: 4, fromHex: 52, below: true },
  crossing: { style: 'minor', rank: 5, fromHex: 64, below: true },
  marsh: { style: 'minor', rank: 6, fromHex: 52, below: false },
  ridge: { style: 'minor', rank: 7, fromHex: 96, below: false },
};

/** Below this, in CSS pixels a hex, names are given without what stands in brackets. */
const BRACKETS_FROM_HEX = 70;
/** A letter's width as a share of its height, for judging room; exact widths would need a screen. */
const LETTER_SHARE = 0.56;
const GAP = 3;
/** Where a name is tried: hexes below its usual place, and beside it. */
const SHIFTS: readonly Shift[] = [
  { down: 0, side: 0 },
  { down: 0.36, side: 0 },
  { down: -0.62, side: 0 },
  { down: 0.75, side: 0 },
  { down: -1.1, side: 0 },
  { down: 1.25, side: 0 },
  { down: -0.3, side: 1 },
  { down: -1, side: 1 },
  { down: -0.3, side: -1 },
  { down: 0.9, side: -1 },
  { down: -1.6, side: 0 },
];
/** Hexes from the middle of a place to a name beside it. */
const BESIDE = 0.55;

interface Shift {
  readonly down: number;
  /** Centred, east or west of the place. */
  readonly side: -1 | 0 | 1;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Marks of all names that fit, none over another. Where counters stand in the way, a name goes below, above or beside
 * them if it can; if not it goes where least of it is covered, for a name half covered still tells more than none.
 */
export function listNames(
  scope: Scope,
  counters: readonly CounterTold[],
  objectives: readonly HexIndex[] = [],
): Mark[] {
  const hexOnScreen = scope.sheet.hexPixels * scope.zoom;
  const places = scope.sheet.map.places
    .filter(({ kind }) => hexOnScreen >= RULES[kind].fromHex)
    .toSorted((a, b) => rankOf(a) - rankOf(b));
  const taken: Box[] = [];
  const hidden = [
    ...counters.map(({ hex }) => counterBox(scope, hex, hexOnScreen)),
    ...objectives.map((hex) => flagBox(scope, hex, hexOnScreen)),
  ];
  const named = new Set<string>();
  return places.flatMap((place) => {
    const name = nameAt(place, hexOnScreen);
    const candidates = SHIFTS.map((shift) =>
      nameMarks(scope, place, hexOnScreen, shift).filter(({ style }) => style === 'heightFigure' || !named.has(name)),
    )
      .map((marks) => ({ marks, boxes: marks.map((mark) => boxOf(scope, mark)) }))
      .filter(({ boxes }) => !boxes.some((box) => taken.some((other) => overlap(box, other))));
    const chosen = leastOf(candidates, ({ boxes }) => coveredPixels(boxes, hidden));
    if (chosen === undefined) return [];
    taken.push(...chosen.boxes);
    // Two crests of one height share its name; each has its own figure.
    named.add(name);
    return chosen.marks;
  });
}

function counterBox(scope: Scope, hex: HexIndex, hexOnScreen: number): Box {
  const { x, y } = scope.sheet.centreOf(hex);
  const half = counterSize(hexOnScreen) / 2;
  const [across, down] = [x * scope.zoom, y * scope.zoom];
  return { left: across - half, right: across + half, top: down - half, bottom: down + half };
}

/** The flag over an objective's hex and its points. */
function flagBox(scope: Scope, hex: HexIndex, hexOnScreen: number): Box {
  const { x, y } = scope.sheet.centreOf(hex);
  const [across, down] = [x * scope.zoom, y * scope.zoom];
  return {
    left: across - 0.45 * hexOnScreen,
    right: across + 0.35 * hexOnScreen,
    top: down - 0.65 * hexOnScreen,
    bottom: down,
  };
}

/** The first of those for which the measure is least. */
function leastOf<T>(items: readonly T[], measure: (item: T) => number): T | undefined {
  let least = Number.POSITIVE_INFINITY;
  let found: T | undefined;
  for (const item of items) {
    const here = measure(item);
    if (here < least) [least, found] = [here, item];
    if (least === 0) break;
  }
  return found;
}

/** Square pixels of the names' boxes that lie under counters. */
function coveredPixels(boxes: readonly Box[], counters: readonly Box[]): number {
  let pixels = 0;
  for (const box of boxes) {
    for (const other of counters) {
      const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
      const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
      pixels += Math.max(0, across) * Math.max(0, down);
    }
  }
  return pixels;
}

/** Heights by height, so that of two close together the higher is named. */
const rankOf = ({ kind, elevationMetres = 0 }: Place): number =>
  RULES[kind].rank - (kind === 'height' ? elevationMetres / 10000 : 0);

type TextMarkOf = Extract<Mark, { kind: 'text' }>;

function nameMarks(scope: Scope, place: Place, hexOnScreen: number, { down, side }: Shift): TextMarkOf[] {
  const { style, below } = RULES[place.kind];
  const x = place.x * scope.sheet.pixelsPerMetre;
  const y = place.y * scope.sheet.pixelsPerMetre;
  const text = nameAt(place, hexOnScreen);
  const lift = (below ? 0.1 * hexOnScreen + 1 : 0) + down * hexOnScreen;
  const dx = side * BESIDE * hexOnScreen;
  const size = sizeOfNames(hexOnScreen);
  const anchorX = 0.5 - side / 2;
  const anchorY = below ? 0 : 0.5;
  const free: TextMarkOf = { kind: 'text', text, style, x, y, dx, dy: lift, anchorX, anchorY, size };
  const name = withinSheet(scope, free);
  if (place.kind !== 'height' || place.elevationMetres === undefined) return [name];
  const figure = `${place.elevationMetres}`;
  if (text.includes(figure)) return [name];
  // A name that has left its height takes the figure along.
  if (down !== 0) return [withinSheet(scope, { ...free, text: `${text} ${figure}` })];
  return [
    name,
    { kind: 'text', text: figure, style: 'heightFigure', x, y, dx: 0.1 * hexOnScreen + 2, anchorX: 0, size },
  ];
}

/** Whole sheets on small screens are lettered smaller. */
const sizeOfNames = (hexOnScreen: number): number => Math.min(1, Math.max(0.66, hexOnScreen / 30));

const nameAt = ({ names }: Place, hexOnScreen: number): string =>
  hexOnScreen >= BRACKETS_FROM_HEX ? names.en : shortName(names.en);

/** Without brackets, and without what follows a comma or a dash. */
export function shortName(name: string): string {
  return (
    name
      .replace(/\s*\([^)]*\)/g, '')
      .split(',')[0]
      ?.trim() ?? name
  );
}

/** Names near the edge of the sheet are moved inward. */
function withinSheet(scope: Scope, mark: TextMarkOf): TextMarkOf {
  const { left, right } = boxOf(scope, mark);
  const beyond = Math.max(0, right - scope.sheet.width * scope.zoom) - Math.max(0, -left);
  return { ...mark, dx: (mark.dx ?? 0) - beyond };
}

function boxOf(
  scope: Scope,
  { text, style, x, y, dx = 0, dy = 0, anchorX = 0.5, anchorY = 0.5, size = 1 }: TextMarkOf,
): Box {
  const pixels = LETTERING[style].pixels * size;
  const width = text.length * pixels * LETTER_SHARE;
  const height = pixels * 1.2;
  const left = x * scope.zoom + dx - width * anchorX;
  const top = y * scope.zoom + dy - height * anchorY;
  return { left: left - GAP, right: left + width + GAP, top: top - GAP / 2, bottom: top + height + GAP / 2 };
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
