/**
 * What the sheet shows besides its hexes: names at their places, outlines as surveyed, and the relief under it all.
 */
import { type Hex, hexAt } from '../../hex/grid.ts';
import type { Outline, OutlineKind, Place, PlaceKind, Relief } from '../../model/map.ts';
import type { FeatureKind } from './geodata.ts';
import { centreOfRing, clipLine, clipRing, type Frame, type Point, simplify } from './geometry.ts';
import { findHexOf, type Sheet, type Surveyed, toPoint } from './sheet.ts';

const PLACE_KIND_BY_FEATURE: Partial<Record<FeatureKind, PlaceKind>> = {
  height: 'height',
  village: 'village',
  lake: 'water',
  river: 'water',
  stream: 'water',
  marsh: 'marsh',
  ford: 'crossing',
  bridge: 'crossing',
  ridge: 'ridge',
  obo: 'landmark',
  dune: 'landmark',
};

const OUTLINE_KIND_BY_FEATURE: Partial<Record<FeatureKind, OutlineKind>> = {
  river: 'river',
  stream: 'stream',
  lake: 'lake',
  marsh: 'marsh',
  dune: 'dunes',
  border: 'border',
  road: 'road',
  track: 'track',
  rail: 'rail',
};

/** A claim is drawn otherwise than a border when it is disputed and was not surveyed. */
const CLAIMS_DRAWN_AS_BORDERS = ['USSR', 'all'];

/** The longest run of relief cells beyond the sheet. */
const RELIEF_MARGIN_CELLS = 2;

/** A feature's id without its kind: `height-hill-52` is the place `hill-52`. */
function placeIdOf({ properties }: Surveyed): string {
  return properties.id.startsWith(`${properties.kind}-`)
    ? properties.id.slice(properties.kind.length + 1)
    : properties.id;
}

/** Named spots on the sheet, those of the recipe first; a place of the recipe replaces the feature of the same id. */
export function listPlaces(sheet: Sheet): Place[] {
  const set = sheet.recipe.places.flatMap(({ longitude, latitude, ...place }): Place[] =>
    placeAt(sheet, toPoint(sheet.recipe, sheet.elevations, [longitude, latitude]), place),
  );
  const replaced = new Set(sheet.recipe.places.map(({ id }) => id));
  const surveyed = sheet.features.flatMap((feature): Place[] => {
    const { kind, name, elevation_m, source, confidence } = feature.properties;
    const placeKind = PLACE_KIND_BY_FEATURE[kind];
    const id = placeIdOf(feature);
    const spot = nameSpotOf(sheet, feature);
    if (placeKind === undefined || spot === undefined || replaced.has(id)) return [];
    const elevation = elevation_m === undefined ? {} : { elevationMetres: Math.round(elevation_m) };
    return placeAt(sheet, spot, { id, kind: placeKind, names: name, ...elevation, source, grade: confidence });
  });
  return [...set, ...surveyed];
}

function placeAt(sheet: Sheet, spot: Point, place: Omit<Place, 'hex' | 'x' | 'y'>): Place[] {
  const hex = findHexOf(sheet, spot);
  if (hex === undefined) return [];
  const { id, kind, names, ...rest } = place;
  return [{ id, kind, names, hex, x: Math.round(spot[0]), y: Math.round(spot[1]), ...rest }];
}

/** Where a feature's name stands: at the spot, in the middle of the area or of the line on the sheet. */
function nameSpotOf(sheet: Sheet, { shape, points }: Surveyed): Point | undefined {
  if (shape === 'spot') return points[0];
  if (shape === 'ring') {
    const ring = clipRing(points, sheet.frame);
    return ring.length < 3 ? undefined : centreOfRing(ring);
  }
  const longest = clipLine(points, sheet.frame).reduce<Point[]>(
    (most, next) => (next.length > most.length ? next : most),
    [],
  );
  return longest[longest.length >> 1];
}

/** Lines and areas that reach the sheet or its margin, simplified, in whole metres. */
export function listOutlines(sheet: Sheet): Outline[] {
  const { marginMetres, outlineToleranceMetres } = sheet.recipe.rules;
  const frame: Frame = {
    left: sheet.frame.left - marginMetres,
    top: sheet.frame.top - marginMetres,
    right: sheet.frame.right + marginMetres,
    bottom: sheet.frame.bottom + marginMetres,
  };
  return sheet.features.flatMap((feature): Outline[] => {
    const kind = outlineKindOf(feature);
    if (kind === undefined || feature.shape === 'spot') return [];
    const closed = feature.shape === 'ring';
    const pieces = closed ? [clipRing(feature.points, frame)] : clipLine(feature.points, frame);
    const { id, name, width_m, source, confidence } = feature.properties;
    return pieces
      .map((piece) => simplifyPiece(piece, closed, outlineToleranceMetres))
      .filter((points) => points.length >= (closed ? 3 : 2))
      .map((points, index) => ({
        id: index === 0 ? id : `${id}-${index + 1}`,
        kind,
        names: name,
        closed,
        ...(width_m === undefined ? {} : { widthMetres: width_m }),
        points,
        source,
        grade: confidence,
      }));
  });
}

function outlineKindOf({ properties }: Surveyed): OutlineKind | undefined {
  const isClaim = properties.claim !== undefined && !CLAIMS_DRAWN_AS_BORDERS.includes(properties.claim);
  return isClaim ? 'claim' : OUTLINE_KIND_BY_FEATURE[properties.kind];
}

function simplifyPiece(piece: readonly Point[], closed: boolean, toleranceMetres: number): Point[] {
  const first = piece[0];
  if (first === undefined) return [];
  // A ring is cut at its first point and its farthest corner is kept, so that it does not collapse.
  const simple = closed ? simplify([...piece, first], toleranceMetres).slice(0, -1) : simplify(piece, toleranceMetres);
  return simple.map(([x, y]): Point => [Math.round(x), Math.round(y)]);
}

/** The relief under the sheet and a little beyond. */
export function cutRelief({ elevations, elevationsCorner, frame }: Sheet): Relief {
  const { cell_m, cols, rows, heights_m } = elevations;
  const [x, y] = elevationsCorner;
  const left = Math.max(0, Math.floor((frame.left - x) / cell_m) - RELIEF_MARGIN_CELLS);
  const top = Math.max(0, Math.floor((frame.top - y) / cell_m) - RELIEF_MARGIN_CELLS);
  const right = Math.min(cols, Math.ceil((frame.right - x) / cell_m) + RELIEF_MARGIN_CELLS);
  const bottom = Math.min(rows, Math.ceil((frame.bottom - y) / cell_m) + RELIEF_MARGIN_CELLS);
  const heightsMetres: number[] = [];
  for (let row = top; row < bottom; row += 1)
    heightsMetres.push(...heights_m.slice(row * cols + left, row * cols + right));
  return {
    cellMetres: cell_m,
    columns: right - left,
    rows: bottom - top,
    x: Math.round(x + left * cell_m),
    y: Math.round(y + top * cell_m),
    heightsMetres,
  };
}

/** A place as the file has it. */
export function placeForFile(sheet: Sheet, place: Place): Omit<Place, 'hex'> & { readonly hex: Hex } {
  return { ...place, hex: hexAt(sheet.grid, place.hex) };
}
