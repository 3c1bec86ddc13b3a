/**
 * The recipe of a hex map: which geographic data, which frame, which rules of thumb, and what is set by hand with the
 * reason for it. Read from scenarios/maps/*.source.json.
 */
import * as v from 'valibot';
import { GRADES, PLACE_KINDS, TERRAINS, WAYS } from '../../model/map.ts';
import { HexSchema, MOST_HEXES, NamesSchema } from '../map-schema.ts';
import { type Reading, readTextBy } from '../problem.ts';

const Text = v.pipe(v.string(), v.nonEmpty('some text'));
const Metres = v.pipe(v.number(), v.minValue(0));
const WholeMetres = v.pipe(v.number(), v.integer());
const PositionSchema = v.pipe(v.tuple([v.number(), v.number()]), v.readonly());

/** A correction by hand. Each says why. */
const OverrideSchema = v.variant('set', [
  v.strictObject({ set: v.literal('terrain'), hex: HexSchema, terrain: v.picklist(TERRAINS), reason: Text }),
  v.strictObject({
    set: v.literal('elevation'),
    hex: HexSchema,
    elevationMetres: WholeMetres,
    crestMetres: WholeMetres,
    reason: Text,
  }),
  v.strictObject({ set: v.literal('bluff'), between: v.tuple([HexSchema, HexSchema]), reason: Text }),
  v.strictObject({ set: v.literal('noBluff'), between: v.tuple([HexSchema, HexSchema]), reason: Text }),
  v.strictObject({ set: v.literal('way'), through: v.array(HexSchema), way: v.picklist(WAYS), reason: Text }),
]);
export type Override = v.InferOutput<typeof OverrideSchema>;

/** A named set of land hexes: those whose centre lies inside the area, less and more what is listed by place. */
const RegionSchema = v.strictObject({
  /** Line features that bound the area, each followed in its direction, or backwards where so said. */
  along: v.array(v.strictObject({ feature: Text, backwards: v.exactOptional(v.literal(true)) })),
  /** Positions that close the area behind the lines. */
  closedBy: v.array(PositionSchema),
  withoutRegions: v.exactOptional(v.array(Text), []),
  withoutPlaces: v.exactOptional(v.array(Text), []),
  withPlaces: v.exactOptional(v.array(Text), []),
});
export type RegionRule = v.InferOutput<typeof RegionSchema>;

const RecipeSchema = v.strictObject({
  format: v.literal('undeclared-war/map-source'),
  version: v.literal(1),
  id: Text,
  names: NamesSchema,
  features: Text,
  elevations: Text,
  orientation: v.picklist(['flat', 'pointy']),
  hexMetres: v.pipe(v.number(), v.gtValue(0)),
  /** North-west corner and size of the sheet. */
  frame: v.pipe(
    v.strictObject({
      longitude: v.number(),
      latitude: v.number(),
      columns: v.pipe(v.number(), v.integer(), v.minValue(1)),
      rows: v.pipe(v.number(), v.integer(), v.minValue(1)),
    }),
    v.check(({ columns, rows }) => columns * rows <= MOST_HEXES, `at most ${MOST_HEXES} hexes`),
  ),
  rules: v.strictObject({
    /** Difference of mean elevation between neighbours from which their hexside is a bluff. */
    bluffRiseMetres: Metres,
    /** Mean slope inside a hex, rise over run, from which open ground is rock. */
    rockSlope: v.pipe(v.number(), v.gtValue(0)),
    /** Depth of rivers and streams whose survey gives none. */
    riverDepthMetres: Metres,
    /** Deeper lakes than this are deep water; the survey gives no depths, so it is said here lake by lake. */
    lakeTerrain: v.record(v.string(), v.picklist(['shallows', 'deepWater', 'marsh'])),
    /** Highest ground that is wet, for marshes whose survey takes in higher and drier ground. */
    wetBelowMetres: v.record(v.string(), Metres),
    /** A way that only clips a hex over less than this does not lead through its centre. */
    clipMetres: Metres,
    /** How far a drawn line may depart from the survey. */
    outlineToleranceMetres: Metres,
    /** How far outlines and relief reach beyond the sheet. */
    marginMetres: Metres,
  }),
  /** Features left out of the sheet. */
  without: v.array(Text),
  /** Places that are no features of the survey, or stand elsewhere than there. */
  places: v.array(
    v.strictObject({
      id: Text,
      kind: v.picklist(PLACE_KINDS),
      names: NamesSchema,
      longitude: v.number(),
      latitude: v.number(),
      elevationMetres: v.exactOptional(WholeMetres),
      source: Text,
      grade: v.picklist(GRADES),
    }),
  ),
  overrides: v.array(OverrideSchema),
  regions: v.record(v.string(), RegionSchema),
  attribution: Text,
});
export type Recipe = v.InferOutput<typeof RecipeSchema>;

/** The recipe of a JSON text. */
export function parseRecipe(file: string, text: string): Reading<Recipe> {
  return readTextBy(RecipeSchema, file, text);
}
