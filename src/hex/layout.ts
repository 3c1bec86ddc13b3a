/**
 * Where hexes lie on the sheet, and which hex a spot lies in. One unit for everything, that of the distance between
 * neighbouring centres: metres when maps are compiled, pixels when they are drawn. x runs east and y south from the
 * sheet's north-west corner, which the outermost hexes touch. For counting hexes use distance.ts: it is exact.
 */
import { defineHex, Orientation as HoneycombOrientation, hexToOffset, pointToCube } from 'honeycomb-grid';
import { findIndex, type HexGrid, type HexIndex, hexAt } from './grid.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface HexLayout {
  /** Of the whole sheet, with the corners of its outermost hexes. */
  readonly width: number;
  readonly height: number;
  readonly centreOf: (index: HexIndex) => Point;
  /** Six, clockwise; the side in direction d runs from corner (d + 5) % 6 to corner d. */
  readonly cornersOf: (index: HexIndex) => Point[];
  /** The hex that holds a spot, or `undefined` off the map. On a hexside it is one of the two. */
  readonly findHexAt: (x: number, y: number) => HexIndex | undefined;
}

/** The layout of a map whose neighbouring centres lie `betweenCentres` apart. */
export function createLayout(grid: HexGrid, betweenCentres: number): HexLayout {
  if (!(betweenCentres > 0)) throw new Error(`Centres must lie apart; ${betweenCentres} was asked for.`);
  const isFlat = grid.orientation === 'flat';
  const radius = betweenCentres / Math.sqrt(3);
  const half = betweenCentres / 2;
  const SheetHex = defineHex({
    dimensions: radius,
    orientation: isFlat ? HoneycombOrientation.FLAT : HoneycombOrientation.POINTY,
    // honeycomb takes the origin away from every centre, so the first centre comes to lie inside the corner.
    origin: isFlat ? { x: -radius, y: -half } : { x: -half, y: -radius },
    offset: -1,
  });
  const hexOf = (index: HexIndex) => {
    const [col, row] = hexAt(grid, index);
    return new SheetHex({ col, row });
  };
  const settings = new SheetHex();

  const lanes = isFlat ? grid.columns : grid.rows;
  const laneLength = isFlat ? grid.rows : grid.columns;
  const acrossLanes = radius * (1.5 * lanes + 0.5);
  const alongLanes = betweenCentres * laneLength + (lanes > 1 ? half : 0);

  return {
    width: isFlat ? acrossLanes : alongLanes,
    height: isFlat ? alongLanes : acrossLanes,
    centreOf: (index) => {
      const { x, y } = hexOf(index);
      return { x, y };
    },
    cornersOf: (index) => hexOf(index).corners,
    findHexAt: (x, y) => {
      const { q, r } = pointToCube(settings, { x, y });
      const { col, row } = hexToOffset({ q, r, offset: -1, isPointy: !isFlat });
      return findIndex(grid, [col, row]);
    },
  };
}
