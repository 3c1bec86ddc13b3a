/** The library's own answers, against which the flat arithmetic is held; and maps of any shape to ask about. */
import fc from 'fast-check';
import {
  defineHex,
  Grid,
  type Hex as HoneycombHex,
  Orientation as HoneycombOrientation,
  rectangle,
} from 'honeycomb-grid';
import { createGrid, type HexGrid, type HexIndex, hexAt, indexOf, ORIENTATIONS } from '../../src/hex/grid.ts';

export interface Reference {
  readonly library: Grid<HoneycombHex>;
  readonly hexOf: (index: HexIndex) => HoneycombHex;
  readonly indexOf: (hex: HoneycombHex) => HexIndex;
}

/** The same map in the library; with circumradius 1 and its first centre at 0, 0. */
export function referenceOf(grid: HexGrid): Reference {
  const orientation = grid.orientation === 'flat' ? HoneycombOrientation.FLAT : HoneycombOrientation.POINTY;
  const LibraryHex = defineHex({ dimensions: 1, orientation, offset: -1 });
  const library = new Grid<HoneycombHex>(LibraryHex, rectangle({ width: grid.columns, height: grid.rows }));
  return {
    library,
    hexOf: (index) => {
      const [col, row] = hexAt(grid, index);
      return library.createHex({ col, row });
    },
    indexOf: (hex) => indexOf(grid, [hex.col, hex.row]),
  };
}

/** Maps of 1 to 14 columns and rows, either way up. */
export const anyGrid = fc
  .tuple(fc.constantFrom(...ORIENTATIONS), fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 14 }))
  .map(([orientation, columns, rows]) => createGrid(orientation, columns, rows));

/** A map and two of its hexes, which may be one. */
export const anyPair = anyGrid.chain((grid) => {
  const hex = fc.integer({ min: 0, max: grid.size - 1 });
  return fc.record({ grid: fc.constant(grid), from: hex, to: hex });
});
