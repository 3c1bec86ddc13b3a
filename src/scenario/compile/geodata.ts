/**
 * Geographic data as it lies in scenarios/geodata: features in GeoJSON and a grid of elevations, both in longitude and
 * latitude. Reads them from JSON into checked values; sheet.ts puts them into metres.
 */
import * as v from 'valibot';
import { GRADES } from '../../model/map.ts';
import { NamesSchema } from '../map-schema.ts';
import { type Reading, readTextBy } from '../problem.ts';

/** What a feature of the source data may be. */
const FEATURE_KINDS = [
  'river',
  'stream',
  'lake',
  'sea',
  'marsh',
  'dune',
  'height',
  'ridge',
  'bluff',
  'forest',
  'village',
  'road',
  'track',
  'rail',
  'bridge',
  'ford',
  'border',
  'obo',
  'hq',
  'strongpoint',
] as const;
export type FeatureKind = (typeof FEATURE_KINDS)[number];

const PositionSchema = v.pipe(v.tuple([v.number(), v.number()]), v.readonly());

const ShapeSchema = v.variant('type', [
  v.object({ type: v.literal('Point'), coordinates: PositionSchema }),
  v.object({ type: v.literal('LineString'), coordinates: v.array(PositionSchema) }),
  v.object({ type: v.literal('Polygon'), coordinates: v.array(v.array(PositionSchema)) }),
]);

const FeatureSchema = v.object({
  geometry: ShapeSchema,
  properties: v.object({
    id: v.string(),
    kind: v.picklist(FEATURE_KINDS),
    name: NamesSchema,
    confidence: v.picklist(GRADES),
    source: v.string(),
    elevation_m: v.exactOptional(v.number()),
    width_m: v.exactOptional(v.number()),
    depth_m: v.exactOptional(v.number()),
    claim: v.exactOptional(v.string()),
  }),
});
export type Feature = v.InferOutput<typeof FeatureSchema>;

const FeaturesSchema = v.object({ type: v.literal('FeatureCollection'), features: v.array(FeatureSchema) });

const ElevationsSchema = v.object({
  origin: v.object({ lon: v.number(), lat: v.number() }),
  cell_m: v.pipe(v.number(), v.gtValue(0)),
  cols: v.pipe(v.number(), v.integer(), v.minValue(1)),
  rows: v.pipe(v.number(), v.integer(), v.minValue(1)),
  m_per_deg_lon: v.pipe(v.number(), v.gtValue(0)),
  m_per_deg_lat: v.pipe(v.number(), v.gtValue(0)),
  heights_m: v.array(v.pipe(v.number(), v.integer())),
});
/** Elevations of square cells, row-major from the north-west, and the flat frame they lie in. */
export type Elevations = v.InferOutput<typeof ElevationsSchema>;

/** The features of a GeoJSON text. */
export function parseFeatures(file: string, text: string): Reading<readonly Feature[]> {
  const reading = readTextBy(FeaturesSchema, file, text);
  return reading.kind === 'refused' ? reading : { kind: 'read', value: reading.value.features };
}

/** The elevations of a JSON text; the grid must have as many heights as it says. */
export function parseElevations(file: string, text: string): Reading<Elevations> {
  const reading = readTextBy(ElevationsSchema, file, text);
  if (reading.kind === 'refused') return reading;
  const { cols, rows, heights_m } = reading.value;
  if (heights_m.length === cols * rows) return reading;
  const expected = `${cols * rows} heights, ${cols} columns by ${rows} rows`;
  return { kind: 'refused', problems: [{ file, path: 'heights_m', found: `${heights_m.length} heights`, expected }] };
}
