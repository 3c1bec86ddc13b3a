/** The parts of a scenario's file about politics, events, exits and what counts besides objectives. */
import * as v from 'valibot';
import { LIGHTS, WEATHERS } from '../model/clock.ts';
import { CITED, Count, Id, Region, Share, SideSchema, Text, Time, UnitIds, Whole } from './file-parts.ts';
import { NamesSchema } from './map-schema.ts';

const BySide = <const Schema extends v.GenericSchema>(schema: Schema) =>
  v.strictObject({ soviet: schema, japanese: schema });

const Objective = v.pipe(Id, v.description('id of an objective'));
const Event = v.pipe(Id, v.description('id of an event'));
const Cost = (description: string) =>
  v.pipe(v.exactOptional(v.pipe(v.number(), v.integer())), v.description(description));

const IncidentsSchema = v.strictObject({
  ceilings: v.pipe(BySide(Count), v.description('at so many points a side may not attack or open fire any more')),
  costs: v.pipe(
    v.exactOptional(
      v.strictObject({
        beyondClaim: Cost('for a turn that a side ends with a unit beyond its claim; 1 when not said'),
        firstShot: Cost('for the first shot; 1 when not said'),
        guns: Cost('once, when guns are used; 2 when not said'),
        aircraft: Cost('once, when aircraft are used; 2 when not said'),
        prisoner: Cost('for each man taken prisoner; 1 when not said'),
      }),
    ),
    v.description('what each step costs, where it is not the ordinary'),
  ),
  ...CITED,
});
export type IncidentsEntry = v.InferOutput<typeof IncidentsSchema>;

const ConditionSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('holds'), side: SideSchema, objective: Objective }),
  v.strictObject({
    kind: v.pipe(v.literal('lost'), v.description('a side has lost at least so many')),
    side: SideSchema,
    of: v.picklist(['men', 'vehicles']),
    count: Count,
  }),
  v.strictObject({ kind: v.literal('incidents'), side: SideSchema, points: Count }),
  v.strictObject({ kind: v.literal('destroyed'), unit: Id }),
  v.strictObject({
    kind: v.pipe(v.literal('firedUpon'), v.description('the enemy of this side has fired')),
    side: SideSchema,
  }),
  v.strictObject({
    kind: v.pipe(v.literal('stands'), v.description('a unit of the side stands in the region')),
    side: SideSchema,
    region: Region,
  }),
  v.strictObject({ kind: v.literal('happened'), event: Event }),
  v.strictObject({ kind: v.literal('notHappened'), event: Event }),
]);

const EffectSchema = v.variant('kind', [
  v.strictObject({ kind: v.pipe(v.literal('release'), v.description('units may move from now on')), units: UnitIds }),
  v.strictObject({
    kind: v.pipe(v.literal('reinforce'), v.description('units enter by the first free of their hexes')),
    units: UnitIds,
  }),
  v.strictObject({
    kind: v.pipe(v.literal('withdraw'), v.description('units leave the battle, without loss')),
    units: UnitIds,
  }),
  v.strictObject({
    kind: v.pipe(v.literal('limit'), v.description('a limit holds from now on, or no longer')),
    limit: v.pipe(Id, v.description('id of a limit')),
    holds: v.boolean(),
  }),
  v.strictObject({
    kind: v.pipe(v.literal('points'), v.description('an objective is worth other points')),
    objective: Objective,
    points: Whole,
  }),
  v.strictObject({
    kind: v.pipe(v.literal('sky'), v.description('light or weather change until an hour, or until the next sky')),
    light: v.exactOptional(v.picklist(LIGHTS)),
    weather: v.exactOptional(v.picklist(WEATHERS)),
    until: v.exactOptional(Time),
  }),
  v.strictObject({ kind: v.literal('message'), side: SideSchema, text: Text }),
  v.strictObject({
    kind: v.pipe(v.literal('replace'), v.description('new men for each unit, up to those it came with')),
    units: UnitIds,
    men: Count,
  }),
  v.strictObject({
    kind: v.pipe(v.literal('recover'), v.description('men and vehicles that come back to each unit')),
    units: UnitIds,
    woundedShare: v.pipe(v.exactOptional(Share), v.description('share of its wounded')),
    vehicles: v.pipe(v.exactOptional(Count), v.description('vehicles mended, up to those it lost')),
  }),
  v.strictObject({
    kind: v.pipe(v.literal('shells'), v.description('a lot of shells comes for each of these batteries')),
    units: UnitIds,
    rounds: v.pipe(v.exactOptional(Count), v.description('for each piece that fires over the heads of others')),
    missions: v.pipe(v.exactOptional(Count), v.description('for guns beyond the map; their rounds come with them')),
  }),
  v.strictObject({ kind: v.literal('incident'), side: SideSchema, points: v.pipe(v.number(), v.integer()) }),
  v.strictObject({ kind: v.pipe(v.literal('end'), v.description('the battle is over, as things stand')) }),
]);

const EventSchema = v.strictObject({
  id: v.pipe(Id, v.description('what other events name it by')),
  side: v.pipe(SideSchema, v.description('it happens at the beginning of a turn of this side')),
  when: v.pipe(
    v.strictObject({
      from: v.exactOptional(Time),
      until: v.pipe(v.exactOptional(Time), v.description('not in turns begun from this hour on')),
      turn: v.pipe(v.exactOptional(Count), v.description('not before this turn')),
      chance: v.pipe(v.exactOptional(Share), v.description('in each turn anew; certain when not said')),
      all: v.pipe(v.exactOptional(v.array(ConditionSchema)), v.description('all of this must hold')),
    }),
    v.description('when it happens, once'),
  ),
  effects: v.pipe(v.array(EffectSchema), v.minLength(1, 'at least one effect'), v.description('in this order')),
  ...CITED,
});
export type EventEntry = v.InferOutput<typeof EventSchema>;

const ExitSchema = v.strictObject({
  id: v.pipe(Id, v.description('what clauses name it by')),
  names: NamesSchema,
  side: SideSchema,
  region: Region,
  ...CITED,
});

const MeasureSchema = v.variant('kind', [
  v.strictObject({
    kind: v.pipe(v.literal('turnsHeld'), v.description('turns of its own at whose end it held the objective')),
    objective: Objective,
    turn: v.pipe(v.exactOptional(Count), v.description('counted from this turn on')),
  }),
  v.strictObject({
    kind: v.pipe(v.literal('exited'), v.description('men or vehicles that left the map')),
    of: v.picklist(['men', 'vehicles']),
    exits: v.pipe(v.exactOptional(v.array(Id)), v.description('by these exits; by any of its side when not said')),
    until: v.pipe(v.exactOptional(Time), v.description('in turns begun before this hour')),
  }),
  v.strictObject({ kind: v.literal('enemyLost'), of: v.picklist(['men', 'vehicles', 'guns', 'aircraft']) }),
  v.strictObject({ kind: v.pipe(v.literal('prisoners'), v.description('men of the enemy taken prisoner')) }),
  v.strictObject({
    kind: v.pipe(
      v.literal('enemyDeadHeld'),
      v.description('dead of the enemy in own hands, where `counts` counts them'),
    ),
  }),
  v.strictObject({ kind: v.literal('enemyIncidents') }),
  v.strictObject({
    kind: v.pipe(
      v.literal('enemyCutOff'),
      v.description(
        'men of the enemy without a way to the region over ground that this side neither holds nor commands',
      ),
    ),
    region: Region,
  }),
  v.strictObject({
    kind: v.pipe(v.literal('connected'), v.description('1 when a chain of hexes free of the enemy joins two regions')),
    from: Region,
    to: Region,
  }),
  v.strictObject({ kind: v.pipe(v.literal('present'), v.description('own men in the region')), region: Region }),
]);

const ClauseSchema = v.strictObject({
  id: v.pipe(Id, v.description('what history names it by')),
  names: NamesSchema,
  side: v.pipe(SideSchema, v.description('who gets the points')),
  measure: v.pipe(MeasureSchema, v.description('what is counted, at the end if nothing else is said')),
  free: v.pipe(v.exactOptional(Whole), v.description('so many count nothing')),
  per: v.pipe(v.exactOptional(Count), v.description('points for each so many; for each one when not said')),
  points: Count,
  most: v.pipe(v.exactOptional(Count), v.description('not more points than that')),
  ...CITED,
});
export type ClauseEntry = v.InferOutput<typeof ClauseSchema>;

/** Keys of a scenario's file; all of them may be left out. */
export const AFFAIR_ENTRIES = {
  claims: v.pipe(
    v.exactOptional(BySide(Region)),
    v.description('what each side calls its own ground; both may claim a hex'),
  ),
  incidents: v.pipe(
    v.exactOptional(IncidentsSchema),
    v.description('the ladder of an incident: what each step costs, and where a side is held back'),
  ),
  events: v.pipe(v.exactOptional(v.array(EventSchema)), v.description('what was planned or may happen')),
  exits: v.pipe(v.exactOptional(v.array(ExitSchema)), v.description('where units of a side may leave the map')),
  clauses: v.pipe(
    v.exactOptional(v.array(ClauseSchema)),
    v.description('what counts besides objectives and own losses'),
  ),
};
