/**
 * A scenario as a file: its shape, part by part, with a description of every field; the JSON Schema that editors read is
 * made from it. Hexes are `[column, row]` from the north-west, hours are written `02:30`. What one part owes another is
 * checked in checks/; how a file becomes a `Scenario` is in read.ts.
 */
import * as v from 'valibot';
import { LIGHTS, WEATHERS } from '../model/clock.ts';
import { BRIDGE_CONDITIONS } from '../model/engineering.ts';
import { EDGES } from '../model/scenario.ts';
import { NATIONS } from '../model/side.ts';
import {
  BRANCHES,
  COMMUNICATIONS,
  DOCTRINES,
  ECHELONS,
  FIRE_POLICIES,
  GUN_STATES,
  MISSION_TASKS,
  MOBILITIES,
  POSTURES,
} from '../model/unit.ts';
import { DAY_TIME } from './clock-time.ts';
import { AFFAIR_ENTRIES } from './affair-file.ts';
import { AIR_ENTRIES } from './air-file.ts';
import { LoadSchema, StoresSchema, SUPPLY_ENTRIES } from './supply-file.ts';
import { Text, Id, Whole, Count, Share, Positive, Time, SideSchema, CITED, Region, UnitIds } from './file-parts.ts';
import { HexSchema, NamesSchema, SIDE_NAMES, type SideName } from './map-schema.ts';

export const SCENARIO_FORMAT = 'undeclared-war/scenario';
const SCENARIO_VERSION = 1;

const HEXSIDE_NAMES = [...new Set<SideName>([...SIDE_NAMES.flat, ...SIDE_NAMES.pointy])];

const ArmamentSchema = v.strictObject({
  weapon: v.pipe(Id, v.description('a weapon of the equipment table')),
  count: v.pipe(Count, v.description('pieces of it')),
});

const HeadquartersSchema = v.strictObject({
  reachMetres: v.pipe(Positive, v.description('how far its word reaches')),
  staff: v.pipe(Share, v.description('how good the staff is')),
  from: v.pipe(v.exactOptional(Time), v.description('it commands nobody before this hour')),
  communications: v.pipe(
    v.exactOptional(v.picklist(COMMUNICATIONS)),
    v.description('how its orders travel; at once when not said'),
  ),
  delayMinutes: v.pipe(
    v.exactOptional(Positive),
    v.description('minutes an order takes within reach under a plain staff, where the record says'),
  ),
});

const OffMapSchema = v.strictObject({
  from: v.pipe(Time, v.description('it may fire from this hour on')),
  missions: v.pipe(Count, v.description('fire missions in all')),
  missionRounds: v.pipe(Count, v.description('rounds of one mission, all pieces together')),
});

const SoundRangingSchema = v.strictObject({
  reachMetres: v.pipe(Positive, v.description('how far off it places guns that fire')),
  errorMetres: v.pipe(Positive, v.description('how far off one fix may lie')),
  minutes: v.pipe(Positive, v.description('guns that fire for less are not placed')),
});

const PlannedFireSchema = v.strictObject({
  hex: v.pipe(HexSchema, v.description('what is fired upon')),
  from: v.pipe(Time, v.description('hour from which it falls')),
  task: v.picklist(MISSION_TASKS),
  rounds: v.pipe(v.exactOptional(Count), v.description('all pieces together; what the task takes when not said')),
});

const MANNER = {
  posture: v.pipe(v.picklist(POSTURES), v.description('how it stands')),
  guns: v.pipe(v.exactOptional(v.picklist(GUN_STATES)), v.description('of units with guns; limbered when not said')),
  policy: v.pipe(
    v.exactOptional(v.picklist(FIRE_POLICIES)),
    v.description('when it fires unbidden; free when not said'),
  ),
  dismounted: v.pipe(
    v.exactOptional(v.literal(true)),
    v.description('of horsemen and men with lorries: on foot, with what they ride in the hex'),
  ),
  onWheels: v.pipe(v.exactOptional(v.literal(true)), v.description('of tanks with two gears: with their tracks off')),
  fatigue: v.pipe(v.exactOptional(Share), v.description('how tired it comes; 0.5 after a normal day on the march')),
  stores: v.pipe(
    v.exactOptional(StoresSchema),
    v.description('how full it comes, where supply is kept count of; with all it can carry when not said'),
  ),
};

const StartSchema = v.strictObject({
  hex: v.pipe(HexSchema, v.description('where it stands when the battle begins')),
  ...MANNER,
  release: v.pipe(
    v.exactOptional(v.union([Time, v.literal('event')])),
    v.description('may not move before this hour, or before an event releases it'),
  ),
  inContact: v.pipe(
    v.exactOptional(v.literal(true)),
    v.description('it stands next to the enemy from the start, and the source says so'),
  ),
  facing: v.pipe(
    v.exactOptional(v.picklist(HEXSIDE_NAMES)),
    v.description(
      'where the front of vehicles, guns in battery or machine guns in works is; whoever comes first when not said',
    ),
  ),
  hidden: v.pipe(v.exactOptional(v.literal(true)), v.description('in hiding until it moves or fires')),
});

const ArrivalSchema = v.strictObject({
  turn: v.pipe(
    v.exactOptional(Count),
    v.description('it comes at the beginning of its turn of this number; when an event calls it when not said'),
  ),
  hexes: v.pipe(v.array(HexSchema), v.minLength(1, 'at least one hex'), v.description('the first with room is taken')),
  ...MANNER,
});

const BuildingStoresSchema = v.strictObject({
  bridging: v.pipe(
    v.exactOptional(
      v.strictObject({
        type: v.pipe(Id, v.description('means of the table of bridging')),
        metres: v.pipe(Positive, v.description('what they span together')),
      }),
    ),
    v.description('means of bridging'),
  ),
  wireMetres: v.pipe(v.exactOptional(Positive), v.description('belt of wire, in three rows, that can be put up')),
  mines: v.pipe(v.exactOptional(Count), v.description('mines that can be laid')),
  chargesKg: v.pipe(v.exactOptional(Positive), v.description('explosive for demolitions')),
  timberCubicMetres: v.pipe(v.exactOptional(Positive), v.description('logs and planks brought along')),
  emptyBottles: v.pipe(v.exactOptional(Count), v.description('empty bottles, with petrol to fill them')),
});

const CARD = {
  id: v.pipe(Id, v.description('what orders, journals and other units name it by')),
  side: SideSchema,
  nation: v.pipe(v.picklist(NATIONS), v.description('the army whose names and tables it has')),
  names: NamesSchema,
  label: v.pipe(Text, v.maxLength(12, 'at most 12 letters'), v.description('short text on the counter')),
  branch: v.pipe(v.picklist(BRANCHES), v.description('what it is for')),
  echelon: v.picklist(ECHELONS),
  mobility: v.picklist(MOBILITIES),
  parent: v.pipe(v.exactOptional(Id), v.description('the headquarters unit it answers to')),
  commander: v.pipe(v.exactOptional(Text), v.description('rank and name, where known')),
  men: v.pipe(Count, v.description('present for duty')),
  vehicles: v.pipe(Whole, v.description('fighting vehicles or vessels; lorries, carts and animals are its transport')),
  armaments: v.pipe(v.array(ArmamentSchema), v.description('the weapon it is there for first')),
  training: v.pipe(Share, v.description('what drill taught')),
  experience: v.pipe(Share, v.description('what combat taught')),
  nightTraining: v.pipe(Share, v.description('drill in fighting at night with the bayonet')),
  flares: v.pipe(Whole, v.description('illuminating flares carried')),
  bottles: v.pipe(v.exactOptional(Count), v.description('petrol bottles ready to be thrown at vehicles')),
  charges: v.pipe(v.exactOptional(Count), v.description('mines on poles and satchels to be taken to vehicles')),
  vehicle: v.pipe(v.exactOptional(Id), v.description('type of its fighting vehicles or vessels')),
  gunsDiffer: v.pipe(
    v.exactOptional(v.literal(true)),
    v.description('its armaments are not those the table gives its vehicles, and the source says why'),
  ),
  transport: v.pipe(
    v.exactOptional(
      v.strictObject({
        vehicle: v.pipe(Id, v.description('a vehicle of the table')),
        count: v.pipe(Count, v.description('how many of them')),
      }),
    ),
    v.description('its own lorries, wagons or animals'),
  ),
  boats: v.pipe(
    v.exactOptional(
      v.strictObject({
        vehicle: v.pipe(Id, v.description('an assault boat of the table')),
        count: v.pipe(Count, v.description('how many of them')),
        rafts: v.pipe(v.exactOptional(Count), v.description('rafts for what is too heavy for boats')),
      }),
    ),
    v.description('boats and rafts in which it takes others over water'),
  ),
  doctrine: v.pipe(
    v.exactOptional(v.array(v.picklist(DOCTRINES))),
    v.description(
      'how it bears a fight: noRetreat dies in its works, holdsGround may not be ordered out of them, green was never under fire, auxiliary may run or go over',
    ),
  ),
  workshop: v.pipe(
    v.exactOptional(v.literal(true)),
    v.description('mends vehicles that fell out within 2 km of it twice as fast'),
  ),
  cargo: v.pipe(
    v.exactOptional(LoadSchema),
    v.description('of supply columns: tonnes by class on its vehicles when they are loaded'),
  ),
  headquarters: v.pipe(v.exactOptional(HeadquartersSchema), v.description('only for headquarters')),
  offMap: v.pipe(v.exactOptional(OffMapSchema), v.description('only for guns that fire from off the map')),
  communications: v.pipe(
    v.exactOptional(v.picklist(COMMUNICATIONS)),
    v.description('how it speaks with others; by telephone when not said'),
  ),
  observationMetres: v.pipe(
    v.exactOptional(Positive),
    v.description('height above the ground from which it looks: a tower, a tree, a balloon'),
  ),
  soundRanging: v.pipe(
    v.exactOptional(SoundRangingSchema),
    v.description('microphones and plotters that place guns by the sound of their fire'),
  ),
  smokeRounds: v.pipe(v.exactOptional(Count), v.description('smoke shells issued, all pieces together')),
  stores: v.pipe(
    v.exactOptional(BuildingStoresSchema),
    v.description('what engineers and others brought along to build with; nothing when not said'),
  ),
  takenFor: v.pipe(
    v.exactOptional(v.picklist(BRANCHES)),
    v.description('what it is taken for until somebody is near enough to know better, where the record says so'),
  ),
};

const UnitEntrySchema = v.strictObject({
  ...CARD,
  start: v.pipe(v.exactOptional(StartSchema), v.description('for units on the map when the battle begins')),
  arrival: v.pipe(v.exactOptional(ArrivalSchema), v.description('for units that come later')),
  timetable: v.pipe(
    v.exactOptional(v.array(PlannedFireSchema)),
    v.description('of guns: what they fire by the clock, without an observer'),
  ),
  ...CITED,
});
export type UnitEntry = v.InferOutput<typeof UnitEntrySchema>;

const TypicalEntrySchema = v.strictObject({ ...CARD, ...CITED });
export type TypicalEntry = v.InferOutput<typeof TypicalEntrySchema>;

const Weight = v.pipe(v.number(), v.minValue(0, 'at least 0'));
const WeatherSchema = v.picklist(WEATHERS);

const SkySchema = v.strictObject({
  from: v.pipe(Time, v.description('until the next entry')),
  light: v.picklist(LIGHTS),
  weather: v.pipe(
    v.union([
      WeatherSchema,
      v.literal('same'),
      v.pipe(
        v.strictObject({
          clear: v.exactOptional(Weight),
          overcast: v.exactOptional(Weight),
          fog: v.exactOptional(Weight),
          rain: v.exactOptional(Weight),
        }),
        v.check((odds) => Object.values(odds).some((weight) => weight > 0), 'at least one weather of more than 0'),
      ),
    ]),
    v.description(
      'what it was; where the record is silent how likely each is, such as { "clear": 3, "fog": 2 }, rolled from the seed; or "same": whatever the entry before was rolled to be',
    ),
  ),
  celsius: v.pipe(v.exactOptional(v.number()), v.description('temperature of the air, where it is known')),
  snowCentimetres: v.pipe(v.exactOptional(Weight), v.description('lying snow; none when not said')),
  iceCentimetres: v.pipe(
    v.exactOptional(Weight),
    v.description('thickness of the ice on all waters of the map; they are as the map has them when not said'),
  ),
  moonShare: v.pipe(
    v.exactOptional(Share),
    v.description('lit share of the moon in a sky with moonlight; half when nothing is said'),
  ),
  dusty: v.pipe(v.exactOptional(v.literal(true)), v.description('ground so dry that columns and vehicles raise dust')),
  ...CITED,
});

const SpanSchema = v.strictObject({
  from: v.pipe(
    v.string(),
    v.regex(DAY_TIME, 'an hour of the day such as "21:00"'),
    v.description('hour of every day from which turns begun have this length, until the next entry'),
  ),
  minutes: v.pipe(Count, v.description('minutes a turn stands for')),
});

const ClockSchema = v.strictObject({
  date: v.pipe(v.string(), v.isoDate('a date such as "1938-07-31"'), v.description('the day whose midnight is 00:00')),
  zone: v.pipe(Text, v.description('name of the time the hours are told in')),
  start: v.pipe(Time, v.description('beginning of turn 1')),
  turnMinutes: v.pipe(
    v.union([Count, v.pipe(v.array(SpanSchema), v.minLength(1, 'at least one span'))]),
    v.description('minutes a turn stands for; or a list of hours of the day from which turns have another length'),
  ),
  turns: v.pipe(Count, v.description('turns until the battle ends')),
  skies: v.pipe(v.array(SkySchema), v.minLength(1, 'at least one entry'), v.description('light and weather, in order')),
});
export type ClockEntry = v.InferOutput<typeof ClockSchema>;

const WorksSchema = v.strictObject({
  hex: HexSchema,
  side: v.pipe(SideSchema, v.description('who dug, and knows of it')),
  manHours: v.pipe(Positive, v.description('work put into the hex')),
  ...CITED,
});

const WireSchema = v.strictObject({
  hex: HexSchema,
  facing: v.pipe(v.picklist(HEXSIDE_NAMES), v.description('side of the hex it runs along')),
  side: v.pipe(SideSchema, v.description('who laid it, and knows of it')),
  ...CITED,
});

const SoundingSchema = v.strictObject({
  hex: HexSchema,
  facing: v.pipe(
    v.exactOptional(v.picklist(HEXSIDE_NAMES)),
    v.description('side of the hex along which the river runs; the water of the hex itself when not said'),
  ),
  side: v.pipe(SideSchema, v.description('who knows its true depth')),
  ...CITED,
});

const CrossingSchema = v.strictObject({
  hex: HexSchema,
  facing: v.pipe(v.picklist(HEXSIDE_NAMES), v.description('side of the hex')),
  bridge: v.pipe(
    v.exactOptional(
      v.strictObject({
        type: v.pipe(
          v.exactOptional(Id),
          v.description('means of the table of bridging; the bridge of the map when not said'),
        ),
        condition: v.pipe(
          v.exactOptional(v.picklist(BRIDGE_CONDITIONS), 'whole'),
          v.description('whole when not said; a damaged one is closed until it is mended'),
        ),
      }),
    ),
    v.description('a bridge built before the battle, or what has become of one of the map; both sides know'),
  ),
  corduroy: v.pipe(v.exactOptional(v.literal(true)), v.description('a way of logs over soft ground; both sides know')),
  mines: v.pipe(
    v.exactOptional(
      v.strictObject({
        side: v.pipe(SideSchema, v.description('who laid them, knows of them and goes through unharmed')),
        count: v.pipe(Count, v.description('one for each metre of the hexside makes a full belt')),
      }),
    ),
    v.description('mines laid before the battle'),
  ),
  ...CITED,
});
export type CrossingEntry = v.InferOutput<typeof CrossingSchema>;

const ObjectiveSchema = v.strictObject({
  id: Id,
  names: NamesSchema,
  hex: HexSchema,
  points: v.pipe(Count, v.description('for whoever holds it at the end')),
  holder: v.pipe(v.nullable(SideSchema), v.description('who holds it at the beginning; null for nobody')),
  ...CITED,
});

const LossClauseSchema = v.strictObject({
  side: SideSchema,
  freeMen: v.pipe(Whole, v.description('losses that cost nothing')),
  men: v.pipe(Count, v.description('each of so many beyond them costs a point')),
  ...CITED,
});

const LIMIT = {
  id: v.pipe(v.exactOptional(Id), v.description('what options and events name it by')),
  dormant: v.pipe(v.exactOptional(v.literal(true)), v.description('does not hold before an event says so')),
  from: v.pipe(v.exactOptional(Time), v.description('does not hold before this hour')),
  until: v.pipe(v.exactOptional(Time), v.description('holds no longer from this hour on')),
};

const LimitSchema = v.variant('kind', [
  v.strictObject({
    kind: v.pipe(v.literal('noEntry'), v.description('its units may not enter the region')),
    ...LIMIT,
    side: SideSchema,
    region: Region,
    ...CITED,
  }),
  v.strictObject({
    kind: v.pipe(v.literal('noShelling'), v.description('its guns may not fire into the region')),
    ...LIMIT,
    side: SideSchema,
    region: Region,
    ...CITED,
  }),
  v.strictObject({
    kind: v.pipe(v.literal('noFire'), v.description('no fire is ordered; fire in reply stays free')),
    ...LIMIT,
    side: SideSchema,
    ...CITED,
  }),
  v.strictObject({
    kind: v.pipe(
      v.literal('noFireUnlessFiredUpon'),
      v.description('no attack, and no fire on order or unbidden, before the enemy has fired'),
    ),
    ...LIMIT,
    side: SideSchema,
    ...CITED,
  }),
  v.strictObject({
    kind: v.pipe(v.literal('noAir'), v.description('its aircraft may not be used')),
    ...LIMIT,
    side: SideSchema,
    ...CITED,
  }),
  v.strictObject({
    kind: v.pipe(v.literal('noWithdrawal'), v.description('its units in the region may not be ordered out of it')),
    ...LIMIT,
    side: SideSchema,
    region: Region,
    units: v.pipe(v.exactOptional(UnitIds), v.description('only these; all when not said')),
    ...CITED,
  }),
  v.strictObject({
    kind: v.pipe(v.literal('truce'), v.description('nobody of either side attacks or fires')),
    ...LIMIT,
    ...CITED,
  }),
]);
export type LimitEntry = v.InferOutput<typeof LimitSchema>;

const SurpriseSchema = v.strictObject({
  side: SideSchema,
  turns: v.pipe(Count, v.description('first turns in which it may be surprised')),
  chance: v.pipe(Share, v.description('for each unit and turn')),
  ...CITED,
});

const FrictionSchema = v.strictObject({
  late: v.pipe(
    v.exactOptional(
      v.array(
        v.strictObject({
          unit: v.pipe(Id, v.description('headquarters whose units it holds for, or a unit')),
          chance: v.pipe(Share, v.description('in each turn of its side')),
          share: v.pipe(Share, v.gtValue(0, 'more than 0'), v.description('of their minutes that the units then have')),
          from: v.exactOptional(Time),
          until: v.pipe(v.exactOptional(Time), v.description('turns begun from this hour on are not late')),
          ...CITED,
        }),
      ),
    ),
    v.description('formations that set out late'),
  ),
  lostOrders: v.pipe(
    v.exactOptional(
      v.array(
        v.strictObject({
          unit: v.pipe(Id, v.description('headquarters whose units it holds for, or a unit')),
          chance: v.pipe(Share, v.description('that they begin without orders')),
          until: v.pipe(Time, v.description('before this hour they may then not march or go in')),
          ...CITED,
        }),
      ),
    ),
    v.description('orders that may not have come when the battle begins'),
  ),
  cutLines: v.pipe(
    v.exactOptional(
      v.array(
        v.strictObject({
          headquarters: v.pipe(Id, v.description('a headquarters that telephones')),
          from: Time,
          until: Time,
          ...CITED,
        }),
      ),
    ),
    v.description('telephone lines that were down'),
  ),
  reliefs: v.pipe(
    v.exactOptional(
      v.array(
        v.strictObject({
          headquarters: v.pipe(Id, v.description('where a commander may be relieved, once')),
          staff: v.pipe(Share, v.description('staff under the new commander')),
          commander: v.pipe(v.exactOptional(Text), v.description('rank and name of the new commander')),
          from: v.pipe(v.exactOptional(Time), v.description('not before this hour')),
          ...CITED,
        }),
      ),
    ),
    v.description('better commanders at hand'),
  ),
});
export type FrictionEntry = v.InferOutput<typeof FrictionSchema>;

const EdgeListSchema = v.pipe(v.array(v.picklist(EDGES)), v.minLength(1, 'at least one edge'));

const VictorySchema = v.strictObject({
  decisive: v.pipe(Count, v.description('points ahead')),
  major: v.pipe(Count, v.description('points ahead')),
  minor: v.pipe(Count, v.description('points ahead; below it is a draw')),
  ...CITED,
});

const LossesSchema = v.strictObject({ men: Whole, vehicles: Whole, guns: Whole, aircraft: Whole });

const HistorySchema = v.strictObject({
  score: v.strictObject({ soviet: v.number(), japanese: v.number() }),
  losses: v.strictObject({ soviet: LossesSchema, japanese: LossesSchema }),
  winner: v.nullable(SideSchema),
  samePoints: v.pipe(Whole, v.description('results closer than this to history count as the same')),
  text: v.pipe(Text, v.description('what happened, for the debriefing')),
  holders: v.pipe(
    v.exactOptional(v.record(v.string(), v.nullable(SideSchema))),
    v.description('who held each objective in the end, by its id; then the score is worked out and must agree'),
  ),
  measures: v.pipe(
    v.exactOptional(v.record(v.string(), v.number())),
    v.description('what each clause measured in fact, by its id; losses of the enemy are taken from the losses'),
  ),
  ...CITED,
});

const ChangeSchema = v.variant('kind', [
  v.strictObject({
    kind: v.pipe(v.literal('strength'), v.description('men, vehicles, weapons and aircraft times a share')),
    units: v.pipe(v.exactOptional(UnitIds), v.description('these units')),
    side: v.pipe(v.exactOptional(SideSchema), v.description('or all of a side')),
    share: v.pipe(v.exactOptional(Positive), v.description('for switches; a slider is itself the share')),
  }),
  v.strictObject({
    kind: v.pipe(v.literal('only'), v.description('units and flights that are there only when the option is taken')),
    units: UnitIds,
  }),
  v.strictObject({
    kind: v.pipe(v.literal('without'), v.description('units and flights that are not there when the option is taken')),
    units: UnitIds,
  }),
  v.strictObject({
    kind: v.pipe(v.literal('arrival'), v.description('units that arrive in another turn')),
    units: UnitIds,
    turn: Count,
  }),
  v.strictObject({
    kind: v.pipe(v.literal('clock'), v.description('the battle begins at another hour and has as many turns')),
    start: Time,
  }),
  v.strictObject({
    kind: v.pipe(v.literal('weather'), v.description('entries of the clock from an hour on have this weather')),
    from: Time,
    weather: WeatherSchema,
  }),
  v.strictObject({
    kind: v.pipe(v.literal('limit'), v.description('a limit that does not hold')),
    limit: v.pipe(Id, v.description('id of the limit')),
  }),
  v.strictObject({
    kind: v.pipe(v.literal('points'), v.description('an objective that is worth other points')),
    objective: v.pipe(Id, v.description('id of the objective')),
    points: Whole,
  }),
]);

const OPTION = {
  id: v.pipe(Id, v.description('what journals and commands name it by')),
  names: v.pipe(NamesSchema, v.description('what it is called on the screen before the battle')),
  note: v.pipe(Text, v.description('what the record says about it, in a sentence or two')),
  changes: v.pipe(v.array(ChangeSchema), v.minLength(1, 'at least one change')),
};

const OptionSchema = v.variant('kind', [
  v.strictObject({
    kind: v.pipe(v.literal('switch'), v.description('taken or not')),
    ...OPTION,
    default: v.boolean(),
    ...CITED,
  }),
  v.strictObject({
    kind: v.pipe(v.literal('slider'), v.description('a share of what the order of battle says')),
    ...OPTION,
    default: Positive,
    least: Positive,
    most: Positive,
    step: Positive,
    ...CITED,
  }),
]);
export type OptionEntry = v.InferOutput<typeof OptionSchema>;

const BriefingSchema = v.strictObject({
  side: SideSchema,
  task: v.pipe(Text, v.description('what the side is to do, in one sentence a person chooses it by')),
  text: v.pipe(Text, v.description('what the side knows and is to do; empty lines part paragraphs')),
});

/** The parts of a file, so that one that is sound can be judged while another is not. */
export const SCENARIO_FILE_ENTRIES = {
  $schema: v.pipe(v.exactOptional(v.string()), v.description('the JSON Schema, for editors')),
  format: v.literal(SCENARIO_FORMAT),
  version: v.literal(SCENARIO_VERSION),
  id: v.pipe(Id, v.description('what commands and journals name it by; also the name of the file')),
  map: v.pipe(Id, v.description('id of a compiled map')),
  equipment: v.pipe(Id, v.description('id of a table of weapons')),
  names: v.pipe(NamesSchema, v.description('title, by language')),
  summary: v.pipe(Text, v.description('two or three sentences for the list of battles')),
  ...CITED,
  briefings: v.pipe(v.array(BriefingSchema), v.description('one for each side')),
  clock: ClockSchema,
  order: v.pipe(
    v.tuple([SideSchema, SideSchema]),
    v.readonly(),
    v.description('both sides, in the order in which they move'),
  ),
  units: v.pipe(v.array(UnitEntrySchema), v.description('order of battle; lists follow its order')),
  typical: v.pipe(v.array(TypicalEntrySchema), v.description('what an unidentified enemy of a branch is taken for')),
  works: v.pipe(v.array(WorksSchema), v.description('dug before the battle')),
  wire: v.pipe(v.array(WireSchema), v.description('wire that stands when the battle begins')),
  soundings: v.pipe(
    v.exactOptional(v.array(SoundingSchema)),
    v.description('waters a side knows to be deeper or shallower than the map says'),
  ),
  crossings: v.pipe(
    v.exactOptional(v.array(CrossingSchema)),
    v.description('hexsides that are other than the map has them when the battle begins'),
  ),
  objectives: v.array(ObjectiveSchema),
  lossClauses: v.pipe(v.array(LossClauseSchema), v.description('what losses cost')),
  limits: v.pipe(v.array(LimitSchema), v.description('what politics or surprise forbid')),
  surprises: v.array(SurpriseSchema),
  friction: v.pipe(
    v.exactOptional(FrictionSchema),
    v.description('what goes wrong between a plan and the units, and who may mend it'),
  ),
  homeEdges: v.pipe(
    v.exactOptional(v.strictObject({ soviet: EdgeListSchema, japanese: EdgeListSchema })),
    v.description(
      'edges of the map behind which each side is at home: whom no way leads there is cut off; all when not said',
    ),
  ),
  tallGrass: v.pipe(v.exactOptional(Text), v.description('region of the map where grass stands man-high')),
  counts: v.pipe(
    v.exactOptional(
      v.strictObject({
        dead: v.pipe(v.literal(true), v.description('the dead, where they fell, with whoever holds the ground')),
      }),
    ),
    v.description('what the battle keeps count of beyond men lost'),
  ),
  victory: v.pipe(VictorySchema, v.description('margins of the levels of victory')),
  history: v.pipe(HistorySchema, v.description('what happened, on the same scale')),
  ...AIR_ENTRIES,
  ...AFFAIR_ENTRIES,
  ...SUPPLY_ENTRIES,
  options: v.pipe(
    v.exactOptional(v.array(OptionSchema)),
    v.description('what may be chosen before the battle: strengths by another source, what nearly happened'),
  ),
};

/** The shape of a scenario. What one part owes another is checked by `parseScenario`. */
export const ScenarioFileSchema = v.strictObject(SCENARIO_FILE_ENTRIES);
export type ScenarioFile = v.InferOutput<typeof ScenarioFileSchema>;
