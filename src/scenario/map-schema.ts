/**
 * The shape of a compiled map as a file, part by part; scenarios/schemas/map.schema.json is made from it. Rows of the file
 * are rows of the sheet, north first; hexes are `[column, row]`.
 */
import * as v from 'valibot';
import { ORIENTATIONS, type Orientation } from '../hex/grid.ts';
import { GRADES, OUTLINE_KINDS, PLACE_KINDS, TERRAINS, WAYS } from '../model/map.ts';

export const MAP_FORMAT = 'undeclared-war/map';
export const MAP_VERSION = 1;

/** No sheet has more hexes: their neighbours are numbered in 16 bits. */
export const MOST_HEXES = 32767;

/** The six sides of a hex, by direction. */
export const SIDE_NAMES = {
  flat: ['N', 'NE', 'SE', 'S', 'SW', 'NW'],
  pointy: ['NE', 'E', 'SE', 'SW', 'W', 'NW'],
} as const satisfies Record<Orientation, readonly string[]>;
const SIDES = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'] as const;
export type SideName = (typeof SIDES)[number];

const Text = v.pipe(v.string(), v.nonEmpty('some text'));
const Whole = v.pipe(v.number(), v.integer('a whole number'));
const Count = v.pipe(v.number(), v.integer('a whole number'), v.minValue(1, 'at least 1'));
const Positive = v.pipe(v.number(), v.gtValue(0, 'more than 0'));
export const HexSchema = v.pipe(
  v.tuple([Whole, Whole]),
  v.readonly(),
  v.description('[column, row] from the north-west'),
);
const RowsOfWholes = v.array(v.array(Whole));

export const NamesSchema = v.strictObject({
  en: Text,
  ru: v.exactOptional(Text),
  ja: v.exactOptional(Text),
  zh: v.exactOptional(Text),
  mn: v.exactOptional(Text),
  ko: v.exactOptional(Text),
});

const HexsideSchema = v.strictObject({
  hex: HexSchema,
  side: v.picklist(SIDES),
  river: v.exactOptional(
    v.strictObject({
      widthMetres: Positive,
      depthMetres: Positive,
      currentMetresPerSecond: v.exactOptional(v.pipe(Positive, v.description('still water when not said'))),
      banks: v.exactOptional(v.pipe(v.picklist(['flat', 'steep']), v.description('flat when not said'))),
    }),
  ),
  ford: v.exactOptional(v.pipe(v.strictObject({ depthMetres: Positive }), v.description('a marked ford'))),
  bridge: v.exactOptional(
    v.pipe(v.strictObject({ tonnes: Positive }), v.description('what one vehicle on it may weigh')),
  ),
  flow: v.exactOptional(
    v.pipe(
      v.strictObject({
        menAnHour: Positive,
        vehiclesAnHour: v.pipe(v.number(), v.minValue(0, 'at least 0')),
        tonnesAnHour: v.exactOptional(Positive),
      }),
      v.description('what passes in an hour; by the tonnes of the bridge or for a ford when not said; else a defile'),
    ),
  ),
  unmarkedDepthMetres: v.exactOptional(
    v.pipe(Positive, v.description('depth of the river here in truth, which is found by who sounds it or wades in')),
  ),
  bluff: v.exactOptional(v.literal(true)),
  way: v.exactOptional(v.picklist(WAYS)),
});

const WatersSchema = v.strictObject({
  hexes: v.pipe(v.array(HexSchema), v.minLength(1, 'at least one hex')),
  flows: v.exactOptional(v.pipe(v.picklist(SIDES), v.description('side of each hex towards which its water flows'))),
  currentMetresPerSecond: v.exactOptional(v.pipe(Positive, v.description('with flows; still water when not said'))),
  depthMetres: v.exactOptional(
    v.pipe(Positive, v.description('as charted; 3 m of deep water and 0.7 m of shallows when not said')),
  ),
  unmarkedDepthMetres: v.exactOptional(
    v.pipe(Positive, v.description('depth in truth, which is found by who sounds it or runs upon it')),
  ),
});

const PlaceSchema = v.strictObject({
  id: Text,
  kind: v.picklist(PLACE_KINDS),
  names: NamesSchema,
  hex: HexSchema,
  x: v.pipe(Whole, v.description('metres east of the north-west corner')),
  y: v.pipe(Whole, v.description('metres south of the north-west corner')),
  elevationMetres: v.exactOptional(Whole),
  source: Text,
  grade: v.picklist(GRADES),
});

const OutlineSchema = v.strictObject({
  id: Text,
  kind: v.picklist(OUTLINE_KINDS),
  names: NamesSchema,
  closed: v.boolean(),
  widthMetres: v.exactOptional(Positive),
  points: v.array(v.pipe(v.tuple([Whole, Whole]), v.readonly())),
  source: Text,
  grade: v.picklist(GRADES),
});

const ReliefSchema = v.strictObject({
  cellMetres: Positive,
  columns: Count,
  rows: Count,
  x: v.pipe(v.number(), v.description('metres east of the north-west corner to that of the grid')),
  y: v.pipe(v.number(), v.description('metres south of the north-west corner to that of the grid')),
  heightsMetres: v.pipe(RowsOfWholes, v.description('one row of cells an entry, north first')),
});

/** The parts of a compiled map, in the order of the file. */
export const MAP_FILE_ENTRIES = {
  $schema: v.exactOptional(v.string()),
  format: v.literal(MAP_FORMAT),
  version: v.literal(MAP_VERSION),
  id: Text,
  names: NamesSchema,
  hexMetres: v.pipe(Positive, v.description('between the centres of neighbours')),
  orientation: v.picklist(ORIENTATIONS),
  columns: Count,
  rows: Count,
  longitude: v.pipe(v.number(), v.description('of the north-west corner, degrees east')),
  latitude: v.pipe(v.number(), v.description('of the north-west corner, degrees north')),
  metresPerDegreeLongitude: Positive,
  metresPerDegreeLatitude: Positive,
  legend: v.pipe(
    v.record(v.pipe(v.string(), v.length(1, 'one letter')), v.picklist(TERRAINS)),
    v.description('letter → terrain'),
  ),
  terrain: v.pipe(v.array(v.string()), v.description('one row of hexes an entry, a letter a hex')),
  elevationMetres: v.pipe(RowsOfWholes, v.description('mean ground of each hex')),
  crestMetres: v.pipe(RowsOfWholes, v.description('highest ground of each hex')),
  hexsides: v.pipe(v.array(HexsideSchema), v.description('each hexside once, from either of its hexes')),
  waters: v.exactOptional(v.pipe(v.array(WatersSchema), v.description('currents and depths of hexes of water'))),
  regions: v.record(v.string(), v.array(HexSchema)),
  places: v.array(PlaceSchema),
  outlines: v.array(OutlineSchema),
  relief: ReliefSchema,
  attribution: Text,
};

/** The shape of a compiled map. What one part owes another is checked in map-file.ts. */
export const MapFileSchema = v.strictObject(MAP_FILE_ENTRIES);
export type MapFile = v.InferOutput<typeof MapFileSchema>;
