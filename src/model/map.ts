/**
 * The ground a battle is fought over: terrain, elevation, what lies along hexsides, ways and names. Compiled from
 * geographic data, the same for every battle on the sheet, and never changed by one: what a battle digs, cuts or lays
 * is in its state. Metres throughout; elevations are above the sea.
 */
import type { Direction, HexGrid, HexIndex } from '../hex/grid.ts';

export const TERRAINS = [
  'open',
  'sand',
  'dunes',
  'scrub',
  'forest',
  'marsh',
  'shallows',
  'deepWater',
  'ice',
  'settlement',
  'rock',
] as const;
export type Terrain = (typeof TERRAINS)[number];
export type ByTerrain<T> = Readonly<Record<Terrain, T>>;

export const WAYS = ['road', 'track', 'rail'] as const;
export type Way = (typeof WAYS)[number];

/** Languages a name may be given in; English is always there. */
export interface Names {
  readonly en: string;
  readonly ru?: string;
  readonly ja?: string;
  readonly zh?: string;
  readonly mn?: string;
  readonly ko?: string;
}

/** How sure a figure is: A read in a source, B from the literature, C reconstruction. */
export const GRADES = ['A', 'B', 'C'] as const;
export type Grade = (typeof GRADES)[number];

/** Where a figure comes from and how sure it is. */
export interface Cited {
  readonly source: string;
  readonly grade: Grade;
}

/** A watercourse that runs between two hexes. */
export interface River {
  readonly widthMetres: number;
  readonly depthMetres: number;
  /** Still water when absent. */
  readonly currentMetresPerSecond?: number;
  /** Flat when absent. */
  readonly banks?: 'flat' | 'steep';
}

/** A marked place where a river is shallower and its banks are eased. */
export interface Ford {
  readonly depthMetres: number;
}

/** What carries over a river, up to so much for one vehicle. */
export interface Bridge {
  readonly tonnes: number;
}

/** What a bridge, a ford or a defile passes in an hour, one after the other. */
export interface Flow {
  readonly menAnHour: number;
  readonly vehiclesAnHour: number;
  readonly tonnesAnHour?: number;
}

/** What lies along one hexside. Absent members are absent on the ground. */
export interface HexsideFeature {
  readonly river?: River;
  readonly ford?: Ford;
  readonly bridge?: Bridge;
  /** Where it is known; else by the bridge or ford. Without either, a defile. */
  readonly flow?: Flow;
  /** How deep the river is here in truth, where no map says it: a ford nobody marked, a hole. Found by who sounds it. */
  readonly unmarkedDepthMetres?: number;
  /** Too steep for vehicles, slow for men. */
  readonly bluff?: true;
  /** The best way that runs across this hexside from centre to centre. */
  readonly way?: Way;
}

/** What is known of the water of a hex beyond its terrain. */
export interface Water {
  /** Still water when absent. */
  readonly flow?: { readonly to: Direction; readonly metresPerSecond: number };
  /** As charted; by its terrain when absent. */
  readonly depthMetres?: number;
  /** In truth, where no chart says it: a bar, a channel. Found by who sounds it or runs upon it. */
  readonly unmarkedDepthMetres?: number;
}

export const PLACE_KINDS = ['height', 'village', 'water', 'marsh', 'crossing', 'ridge', 'landmark'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** A named spot on the sheet. */
export interface Place extends Cited {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly names: Names;
  readonly hex: HexIndex;
  /** Metres east and south of the sheet's north-west corner. */
  readonly x: number;
  readonly y: number;
  readonly elevationMetres?: number;
}

export const OUTLINE_KINDS = [
  'river',
  'stream',
  'lake',
  'marsh',
  'dunes',
  'border',
  'claim',
  'road',
  'track',
  'rail',
] as const;
export type OutlineKind = (typeof OUTLINE_KINDS)[number];

/** A line or area as surveyed, for the eye only: rules read hexes and hexsides. */
export interface Outline extends Cited {
  readonly id: string;
  readonly kind: OutlineKind;
  readonly names: Names;
  readonly closed: boolean;
  readonly widthMetres?: number;
  /** Metres east and south of the sheet's north-west corner, in pairs. */
  readonly points: readonly (readonly [number, number])[];
}

/** Elevation grid under the sheet, for shading and contours. Row-major from the north-west. */
export interface Relief {
  readonly cellMetres: number;
  readonly columns: number;
  readonly rows: number;
  /** Metres east and south of the sheet's corner to the grid's corner; usually negative, the grid has a margin. */
  readonly x: number;
  readonly y: number;
  readonly heightsMetres: readonly number[];
}

/** The sheet: one array entry a hex, by flat index; hexsides by hexside index (see hex/hexside.ts). */
export interface BattleMap {
  readonly id: string;
  readonly names: Names;
  readonly hexMetres: number;
  readonly grid: HexGrid;
  readonly terrain: readonly Terrain[];
  /** Mean ground of the hex; slopes come from it. */
  readonly elevationMetres: readonly number[];
  /** Highest ground in the hex; observers stand on it. */
  readonly crestMetres: readonly number[];
  /** Feature by hexside index; a missing key is plain ground. */
  readonly hexsides: ReadonlyMap<number, HexsideFeature>;
  /** Currents and depths of hexes of water, where they are known; absent where nothing is. */
  readonly waters?: ReadonlyMap<HexIndex, Water>;
  /** Named sets of hexes a scenario can refer to: what lies beyond a border, an opposite bank. Ascending indexes. */
  readonly regions: ReadonlyMap<string, readonly HexIndex[]>;
  readonly places: readonly Place[];
  readonly outlines: readonly Outline[];
  readonly relief: Relief;
  /** Geographic frame: north-west corner and the flat-earth constants of the source data. */
  readonly longitude: number;
  readonly latitude: number;
  readonly metresPerDegreeLongitude: number;
  readonly metresPerDegreeLatitude: number;
  readonly attribution: string;
}
