/** From what the map is told to the marks laid over the ground. Each list says what it looks at, and is made anew only then. */
import words from '../../../../assets/text/map.en.json' with { type: 'json' };
import type { HexIndex } from '../../../hex/grid.ts';
import { hexAt } from '../../../hex/grid.ts';
import type { Point } from '../../../hex/layout.ts';
import { hexsideLine } from '../sheet.ts';
import type { MapTold } from '../told.ts';
import { type FrameName, PLACED_RADIUS } from './frames.ts';
import { FRAME_HEX } from './hex-drawings.ts';
import type { Mark, MarkLayer, SpriteMark } from './mark.ts';
import { listNames } from './names.ts';
import type { Scope } from './scope.ts';

/** Light in which map lettering is paper on ink. */
export const isNight = ({ light }: MapTold): boolean => light === 'moon' || light === 'dark';

interface Overlay {
  readonly layer: MarkLayer;
  readonly looksAt: (told: MapTold) => readonly unknown[];
  readonly list: (told: MapTold, scope: Scope) => Mark[];
}

/** In each layer the later lists lie on the earlier. */
export const OVERLAYS: readonly Overlay[] = [
  { layer: 'glow', looksAt: (told) => [told.flares], list: listFlares },
  {
    layer: 'veil',
    looksAt: (told) => [told.visible, told.forbidden, told.smoke, told.barrages, told.light],
    list: listVeil,
  },
  { layer: 'areas', looksAt: (told) => [told.reach, told.threat, told.sight, told.light], list: listAreas },
  { layer: 'grid', looksAt: (told) => [told.showGrid, told.light], list: listGrid },
  { layer: 'works', looksAt: (told) => [told.works, told.wire, told.made], list: listWorks },
  {
    layer: 'names',
    looksAt: (told) => [told.showNames, told.light, told.counters, told.objectives],
    list: (told, scope) => (told.showNames ? listNames(scope, told.counters, told.objectives.map(hexOf)) : []),
  },
  { layer: 'path', looksAt: (told) => [told.supplyLine], list: listSupplyLine },
  { layer: 'path', looksAt: (told) => [told.path, told.selected, told.counters], list: listPath },
  { layer: 'path', looksAt: (told) => [told.placed, told.ranged, told.planned], list: listGuns },
  { layer: 'numbers', looksAt: (told) => [told.reach, told.path, told.light], list: listNumbers },
  { layer: 'objectives', looksAt: (told) => [told.objectives], list: listObjectives },
  {
    layer: 'highlights',
    looksAt: (told) => [told.cursor, told.targets, told.assaults, told.selected, told.counters],
    list: listHighlights,
  },
];

const hexOf = ({ hex }: { readonly hex: HexIndex }): HexIndex => hex;

/** A frame drawn for a hex, over that hex. */
function overHex(scope: Scope, hex: HexIndex, frame: FrameName): SpriteMark {
  return { kind: 'sprite', frame, ...scope.sheet.centreOf(hex), scale: scope.sheet.hexPixels / FRAME_HEX };
}

function listFlares({ flares }: MapTold, scope: Scope): Mark[] {
  return flares.map((hex) => ({
    ...overHex(scope, hex, 'glow'),
    scale: (scope.sheet.hexPixels * 5) / 240,
    glows: true,
  }));
}

function listVeil(told: MapTold, scope: Scope): Mark[] {
  const marks: Mark[] = [];
  if (told.visible !== null) {
    const frame = isNight(told) ? 'unseenNight' : 'unseen';
    const visible = new Set(told.visible);
    for (let hex = 0; hex < scope.sheet.map.grid.size; hex++) {
      if (!visible.has(hex)) marks.push(overHex(scope, hex, frame));
    }
  }
  for (const hex of told.smoke) marks.push(overHex(scope, hex, 'unseen'), overHex(scope, hex, 'unseen'));
  for (const hex of told.barrages) marks.push(overHex(scope, hex, 'barrage'));
  for (const hex of told.forbidden) marks.push(overHex(scope, hex, 'forbidden'));
  return marks;
}

/** What there is of guns: points whose range is known, points to be fired on by the clock, rings around guns that were placed. */
function listGuns({ placed, ranged, planned }: MapTold, scope: Scope): Mark[] {
  const scale = fixed(scope, 0.5);
  const points = (hexes: readonly HexIndex[], frame: FrameName): Mark[] =>
    hexes.map((hex) => ({ kind: 'sprite', frame, ...scope.sheet.centreOf(hex), scale }));
  return [...points(ranged, 'gun-range'), ...points(planned, 'gun-plan'), ...listPlaced(placed, scope)];
}

function listPlaced(placed: MapTold['placed'], scope: Scope): Mark[] {
  const { pixelsPerMetre } = scope.sheet;
  return placed.map(({ hex, errorMetres }) => ({
    kind: 'sprite',
    frame: 'ring-placed',
    ...scope.sheet.centreOf(hex),
    scale: (errorMetres * pixelsPerMetre) / PLACED_RADIUS,
  }));
}

function listAreas(told: MapTold, scope: Scope): Mark[] {
  const { reach, threat, sight } = told;
  const marks: Mark[] = [];
  if (reach !== null) {
    const reached = new Set(reach.map(({ hex }) => hex));
    for (let hex = 0; hex < scope.sheet.map.grid.size; hex++) {
      if (!reached.has(hex)) marks.push(overHex(scope, hex, isNight(told) ? 'dimNight' : 'dim'));
      else if (isNight(told)) marks.push(overHex(scope, hex, 'reachNight'));
    }
  }
  for (const hex of sight ?? []) marks.push(overHex(scope, hex, 'sight'));
  for (const hex of threat ?? []) marks.push(overHex(scope, hex, 'threat'));
  return marks;
}

function listGrid(told: MapTold, scope: Scope): Mark[] {
  if (!told.showGrid) return [];
  const { grid } = scope.sheet.map;
  const marks: Mark[] = [];
  const frame: FrameName = isNight(told) ? `gridNight-${scope.detail}` : `grid-${scope.detail}`;
  const top = Math.min(...scope.sheet.corners.map(({ y }) => y));
  for (let hex = 0; hex < grid.size; hex++) marks.push(overHex(scope, hex, frame));
  if (scope.detail !== 'near') return marks;
  for (let hex = 0; hex < grid.size; hex++) {
    const [column, row] = hexAt(grid, hex);
    const { x, y } = scope.sheet.centreOf(hex);
    const text = `${two(column)}${two(row)}`;
    marks.push({ kind: 'text', text, style: 'coordinate', x, y: y + top, dy: 2, anchorY: 0, alpha: 0.85 });
  }
  return marks;
}

const two = (value: number): string => String(value).padStart(2, '0');

function listWorks({ works, wire, made }: MapTold, scope: Scope): Mark[] {
  const marks: Mark[] = works.map(({ hex, level }) => {
    const frames = ['works-1', 'works-1', 'works-2', 'works-3', 'works-4', 'works-5'] as const;
    return overHex(scope, hex, frames[Math.max(0, Math.min(5, Math.round(level)))] ?? 'works-1');
  });
  const scale = scope.sheet.hexPixels / FRAME_HEX;
  for (const hexside of wire) {
    const { middle, degrees } = hexsideLine(scope.sheet, hexside);
    marks.push({ kind: 'sprite', frame: 'wire', ...middle, degrees, scale: scale * 0.92 });
  }
  for (const { hexside, look } of made) {
    const { middle, degrees } = hexsideLine(scope.sheet, hexside);
    // A bridge lies across the hexside, mines along it.
    const turned = look === 'mines' ? degrees : degrees + 90;
    marks.push({ kind: 'sprite', frame: look, ...middle, degrees: turned, scale: scale * 0.92 });
  }
  return marks;
}

/** Screen-constant size for a frame: CSS pixels of the screen for each of its pixels. */
const fixed = (scope: Scope, cssPerPixel: number): number => cssPerPixel / scope.zoom;

/** A thin, pale line under everything that moves. */
function listSupplyLine({ supplyLine }: MapTold, scope: Scope): Mark[] {
  const scale = fixed(scope, 0.25);
  return supplyLine.slice(1).map((to, index): Mark => {
    const from = supplyLine[index] ?? to;
    return { ...line(scope.sheet.centreOf(from), scope.sheet.centreOf(to), 'path-line', scale), alpha: 0.5 };
  });
}

function listPath({ path, selected, counters }: MapTold, scope: Scope): Mark[] {
  const marks: Mark[] = [];
  const mover = counters.find(({ key }) => key === selected);
  const start = mover !== undefined && path[0]?.hex !== mover.hex ? [{ hex: mover.hex, exposed: false }] : [];
  const steps = [...start, ...path];
  const scale = fixed(scope, scope.detail === 'far' ? 0.34 : 0.5);
  for (let index = 1; index < steps.length; index++) {
    const from = steps[index - 1];
    const to = steps[index];
    if (from === undefined || to === undefined) continue;
    const frame = to.exposed ? 'path-line-risk' : 'path-line';
    marks.push(line(scope.sheet.centreOf(from.hex), scope.sheet.centreOf(to.hex), frame, scale));
  }
  steps.forEach(({ hex, exposed }, index) => {
    if (index === 0) return;
    const frame = `${index === steps.length - 1 ? 'path-end' : 'path-dot'}${exposed ? '-risk' : ''}` as const;
    marks.push({ kind: 'sprite', frame, ...scope.sheet.centreOf(hex), scale });
  });
  return marks;
}

/** A rule drawn out from one spot to another. Rules are 32 pixels long. */
export function line(from: Point, to: Point, frame: FrameName, scale: number): SpriteMark {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  return {
    kind: 'sprite',
    frame,
    x: (from.x + to.x) / 2,
    y: (from.y + to.y) / 2,
    scale: Math.hypot(dx, dy) / 32,
    scaleAcross: scale,
    degrees: (Math.atan2(dy, dx) * 180) / Math.PI,
  };
}

/** Minutes in each hex within reach, and along the path. From afar only the path's end has room for them. */
function listNumbers({ reach, path }: MapTold, scope: Scope): Mark[] {
  const marks: Mark[] = [];
  const onPath = new Set(path.map(({ hex }) => hex));
  if (reach !== null && scope.detail !== 'far') {
    for (const { hex, minutes } of reach) {
      if (onPath.has(hex)) continue;
      const text = minutesText(minutes);
      marks.push({ kind: 'text', text, style: 'minutes', ...scope.sheet.centreOf(hex) });
    }
  }
  let turn = 0;
  path.forEach((step, index) => {
    const at = scope.sheet.centreOf(step.hex);
    const isLast = index === path.length - 1;
    if (isLast || scope.detail !== 'far') {
      marks.push({ kind: 'text', text: minutesText(step.minutes), style: 'pathMinutes', ...at, dy: isLast ? 20 : 16 });
    }
    if (step.turn > turn) {
      turn = step.turn;
      marks.push({ kind: 'text', text: words.turn.replace('{count}', `${turn}`), style: 'pathTurn', ...at, dy: -18 });
    }
  });
  return marks;
}

const minutesText = (minutes: number): string => words.minutes.replace('{count}', `${Math.round(minutes)}`);

function listObjectives({ objectives }: MapTold, scope: Scope): Mark[] {
  const size = scope.sheet.hexPixels;
  const scale = Math.max(fixed(scope, 0.24), (size * 0.31) / 84);
  const flags = objectives.map(({ hex, holder, points }) => {
    const { x, y } = scope.sheet.centreOf(hex);
    return { x: x - size * 0.3, y: y - size * 0.37, frame: `flag-${holder ?? 'none'}` as const, points };
  });
  const marks: Mark[] = flags.map(({ x, y, frame }) => ({ kind: 'sprite', frame, x, y, scale }));
  if (scope.detail === 'far') return marks;
  // Pictures first, lettering after: each change between them costs a draw call.
  for (const { x, y, points } of flags) {
    const text = words.points.replace('{count}', `${points}`);
    marks.push({ kind: 'text', text, style: 'points', x: x + 33 * scale, y: y - 18 * scale, anchorX: 0 });
  }
  return marks;
}

function listHighlights({ cursor, targets, assaults, selected, counters }: MapTold, scope: Scope): Mark[] {
  const marks: Mark[] = [];
  const assaulted = new Set(assaults);
  for (const hex of targets) if (!assaulted.has(hex)) marks.push(overHex(scope, hex, `target-${scope.detail}`));
  for (const hex of assaults) marks.push(overHex(scope, hex, `assault-${scope.detail}`));
  const chosen = counters.find(({ key }) => key === selected);
  if (chosen !== undefined) marks.push(overHex(scope, chosen.hex, `selected-${scope.detail}`));
  if (cursor !== null) marks.push(overHex(scope, cursor, `cursor-${scope.detail}`));
  return marks;
}
