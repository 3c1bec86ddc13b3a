/** Hexes and hexsides as outside players read them: `[column, row]`, and a hex with the name of its side. */
import { type Hex, hexAt, type HexIndex } from '../hex/grid.ts';
import { directionOfHexside, hexesOfHexside, type HexsideIndex } from '../hex/hexside.ts';
import type { BattleMap } from '../model/map.ts';
import { SIDE_NAMES, type SideName } from '../scenario/map-schema.ts';

/** A hexside by one of the two hexes it lies between. */
export interface ToldHexside {
  readonly hex: Hex;
  readonly side: SideName;
}

/** A hex as printed on the map; `null` for what is not on it. */
export const tellHex = ({ grid }: BattleMap, hex: HexIndex | null): Hex | null =>
  hex === null || hex < 0 ? null : hexAt(grid, hex);

/** Hexes that must be on the map. */
export const tellHexes = ({ grid }: BattleMap, hexes: readonly HexIndex[]): Hex[] =>
  hexes.map((hex) => hexAt(grid, hex));

/** A hexside by the hex that owns it. */
export const tellHexside = ({ grid }: BattleMap, hexside: HexsideIndex): ToldHexside => ({
  hex: hexAt(grid, hexesOfHexside(grid, hexside)[0]),
  side: SIDE_NAMES[grid.orientation][directionOfHexside(hexside)],
});
