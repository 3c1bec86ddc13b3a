/**
 * What a drill is made of: the shape of its file, part by part. The battle itself is written in the words of scenario
 * files and read by the scenario room; how the two are joined is in build.ts.
 */
import * as v from 'valibot';
import { GRADES, TERRAINS, WAYS } from '../../src/model/map.ts';
import { SIDES } from '../../src/model/side.ts';
import { FIRE_POLICIES, GUN_STATES, MISSION_TASKS, PACES, POSTURES } from '../../src/model/unit.ts';
import { LIGHTS, WEATHERS } from '../../src/model/clock.ts';
import { ENTRENCHMENTS } from '../../src/rules/works.ts';
import { type Reading, readBy } from '../../src/scenario/problem.ts';
import { MEASURES } from './measures.ts';
import { VERBS } from './verbs.ts';

const Text = v.pipe(v.string(), v.nonEmpty('some text'));
const Count = v.pipe(v.number(), v.integer('a whole number'), v.minValue(1, 'at least 1'));
const Share = v.pipe(v.number(), v.minValue(0, 'from 0 to 1'), v.maxValue(1, 'from 0 to 1'));
const Side = v.picklist(SIDES);
const Range = v.pipe(
  v.tuple([v.number(), v.number()]),
  v.readonly(),
  v.check(([low, high]) => low <= high, 'low, then high'),
);
const PlaceSchema = v.union([Text, v.pipe(v.tuple([v.number(), v.number()]), v.readonly())]);
/** A character drawn on the field, a mark, a place of the map by its id, or `[column, row]`. */
export type Place = v.InferOutput<typeof PlaceSchema>;

const Cited = { source: v.exactOptional(Text), grade: v.exactOptional(v.picklist(GRADES)) };

/** A field drawn in characters, each odd row indented by one. */
const DrawnSchema = v.strictObject({
  drawn: v.pipe(v.array(v.string()), v.minLength(1, 'at least one row')),
  hexMetres: Count,
  /** Ground under characters, signs of the legend included. Open where nothing else is said. */
  ground: v.exactOptional(v.record(v.string(), v.picklist(TERRAINS))),
  /** Metres above the plain, by character. */
  heights: v.exactOptional(v.record(v.string(), v.number())),
  /** A road, track or railway straight from one place to another. */
  ways: v.exactOptional(v.array(v.strictObject({ from: PlaceSchema, to: PlaceSchema, way: v.picklist(WAYS) }))),
  /** Whatever else a map may have along a hexside, between neighbouring places. */
  hexsides: v.exactOptional(v.array(v.looseObject({ between: v.tuple([PlaceSchema, PlaceSchema]) }))),
  regions: v.exactOptional(v.record(v.string(), v.array(PlaceSchema))),
  /** Currents and depths, as a map has them, of all hexes with one of these characters. */
  waters: v.exactOptional(v.array(v.looseObject({ at: v.string() }))),
});
export type DrawnField = v.InferOutput<typeof DrawnSchema>;

/** A window of a compiled map; places are told as on the whole map. The corner must lie on an even row and column. */
const WindowSchema = v.strictObject({
  map: Text,
  from: v.pipe(v.tuple([v.number(), v.number()]), v.readonly()),
  to: v.pipe(v.tuple([v.number(), v.number()]), v.readonly()),
});
export type WindowField = v.InferOutput<typeof WindowSchema>;

/** A step of a script: what these units do in these turns. Which of the further words a verb reads is said in verbs.ts. */
const StepSchema = v.strictObject({
  units: v.array(Text),
  do: v.pipe(
    v.string(),
    v.check((verb) => verb in VERBS, `one of: ${Object.keys(VERBS).join(', ')}`),
  ),
  from: v.exactOptional(Count),
  until: v.exactOptional(Count),
  /** Only in turns in which own units stand on this place, or only while none do. */
  onceAt: v.exactOptional(PlaceSchema),
  unlessAt: v.exactOptional(PlaceSchema),
  at: v.exactOptional(PlaceSchema),
  to: v.exactOptional(PlaceSchema),
  minutes: v.exactOptional(v.number()),
  pace: v.exactOptional(v.picklist(PACES)),
  posture: v.exactOptional(v.picklist(POSTURES)),
  guns: v.exactOptional(v.picklist(GUN_STATES)),
  policy: v.exactOptional(v.picklist(FIRE_POLICIES)),
  observer: v.exactOptional(Text),
  task: v.exactOptional(v.picklist(MISSION_TASKS)),
  /** Units that must stand ready before an assault goes in. */
  together: v.exactOptional(Count),
});
export type Step = v.InferOutput<typeof StepSchema>;

const ScriptSchema = v.strictObject({
  /** In the order in which they are carried out, every turn anew. */
  steps: v.exactOptional(v.array(StepSchema)),
  /** Orders as journals write them, hexes by place, given before the steps. */
  orders: v.exactOptional(v.array(v.strictObject({ turn: Count, order: v.record(v.string(), v.unknown()) }))),
  /** Share of the orders that may be refused; 0.1 when not said. With 1 it may come to no order at all. */
  refusedShare: v.exactOptional(Share),
});
export type Script = v.InferOutput<typeof ScriptSchema>;

/** What is measured: a name of the table in measures.ts and what it is told. */
const MeasuredSchema = v.strictObject({
  measure: v.pipe(
    v.string(),
    v.check((name) => name in MEASURES, `one of: ${Object.keys(MEASURES).join(', ')}`),
  ),
  side: v.exactOptional(Side),
  units: v.exactOptional(v.array(Text)),
  at: v.exactOptional(PlaceSchema),
  works: v.exactOptional(v.picklist(ENTRENCHMENTS)),
});
export type Measured = v.InferOutput<typeof MeasuredSchema>;

const OutcomeSchema = v.strictObject({
  ...MeasuredSchema.entries,
  range: v.pipe(Range, v.description('what the record says, low and high')),
  of: v.exactOptional(
    v.pipe(
      v.picklist(['spread', 'mean']),
      v.description('spread: the range meets the middle 80 % of the games; mean: the mean of the games lies in it'),
    ),
  ),
  /** Why the rules do not give this yet. The mark must be true: an outcome that holds must not have it. */
  expectedToFail: v.exactOptional(Text),
  ...Cited,
});
export type Outcome = v.InferOutput<typeof OutcomeSchema>;

const CHANGES = {
  /** Values by path, as in `"sky.light": "dark"` or `"units.a.men": 50`. */
  change: v.exactOptional(v.record(v.string(), v.unknown())),
  /** Paths that are taken away. */
  drop: v.exactOptional(v.array(v.string())),
};

/** The same fight with something changed, and which way that moves a figure. */
const ShowSchema = v.strictObject({
  that: Text,
  ...CHANGES,
  ...MeasuredSchema.entries,
  of: v.exactOptional(v.picklist(['median', 'mean'])),
  moves: v.picklist(['up', 'down', 'nowhere']),
  /** Least ratio up or down; most ratio either way for `nowhere`. */
  ratio: v.exactOptional(v.pipe(v.number(), v.minValue(1, 'at least 1'))),
  games: v.exactOptional(Count),
  expectedToFail: v.exactOptional(Text),
});
export type Show = v.InferOutput<typeof ShowSchema>;

/** A further row of the table: the same fight with something changed, and what the record says of that. */
const CaseSchema = v.strictObject({
  name: Text,
  ...CHANGES,
  outcomes: v.pipe(v.array(OutcomeSchema), v.minLength(1, 'at least one outcome')),
});

const DrillSchema = v.strictObject({
  format: v.literal('undeclared-war/drill'),
  version: v.literal(1),
  id: v.pipe(Text, v.description('also the name of the file')),
  title: Text,
  source: Text,
  grade: v.picklist(GRADES),
  /** A battle of the library to be fought as it stands, but for `change` and `drop`. */
  on: v.exactOptional(Text),
  field: v.exactOptional(v.union([DrawnSchema, WindowSchema])),
  marks: v.exactOptional(v.record(v.string(), v.pipe(v.tuple([v.number(), v.number()]), v.readonly()))),
  sky: v.exactOptional(
    v.strictObject({
      light: v.exactOptional(v.picklist(LIGHTS)),
      weather: v.exactOptional(v.picklist(WEATHERS)),
      moonShare: v.exactOptional(v.number()),
      celsius: v.exactOptional(v.number()),
      dusty: v.exactOptional(v.literal(true)),
    }),
  ),
  /** Units by id, as in scenario files, with `like`, `at` and `dug` for short. */
  units: v.exactOptional(v.record(v.string(), v.record(v.string(), v.unknown()))),
  /** Any other part of a scenario file; what is left out is plain. */
  scenario: v.exactOptional(v.record(v.string(), v.unknown())),
  /** Sides that have every enemy identified and in view when the fight begins. */
  seen: v.exactOptional(v.array(Side)),
  scripts: v.strictObject({ soviet: v.exactOptional(ScriptSchema), japanese: v.exactOptional(ScriptSchema) }),
  games: Count,
  seedPrefix: Text,
  outcomes: v.exactOptional(v.array(OutcomeSchema)),
  cases: v.exactOptional(v.array(CaseSchema)),
  shows: v.exactOptional(v.array(ShowSchema)),
});
export type Drill = v.InferOutput<typeof DrillSchema>;

export const parseDrill = (file: string, input: unknown): Reading<Drill> => readBy(DrillSchema, file, input);
