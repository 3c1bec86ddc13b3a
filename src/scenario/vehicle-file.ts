/**
 * The table of vehicles as a file: what it must contain and how its rows become `VehicleType`s. What each field means to
 * the rules is said in model/vehicle.ts; the descriptions here feed the JSON Schema that editors read.
 */
import * as v from 'valibot';
import { FUELS, HATCHES, RADIOS, TREADS, VEHICLE_KINDS, type VehicleId, type VehicleType } from '../model/vehicle.ts';
import type { WeaponId } from '../model/weapon.ts';
import { AtLeastNil, CITED, Count, Flag, Id, optional, Positive, Share, Whole } from './equipment-schema.ts';
import { NamesSchema } from './map-schema.ts';

export const VEHICLES_FORMAT = 'undeclared-war/vehicles';
const VEHICLES_VERSION = 1;

const MountedSchema = v.strictObject({
  weapon: v.pipe(Id, v.description('a weapon of the table of weapons')),
  count: v.pipe(Count, v.description('pieces of it on one vehicle')),
  rounds: optional(Count, 'on board for all of them, where the weapon does not say it'),
});

const ArmourSchema = v.strictObject({
  front: v.pipe(Positive, v.description('front; of a vessel its bow')),
  side: v.pipe(AtLeastNil, v.description('sides')),
  rear: v.pipe(AtLeastNil, v.description('rear; of a vessel its stern')),
  turret: optional(Positive, 'turret; of a vessel wheelhouse or turrets'),
  roof: v.pipe(AtLeastNil, v.description('roof; of a vessel its deck')),
});

const MarchSchema = v.strictObject({
  roadDay: v.pipe(AtLeastNil, v.description('road by day')),
  roadNight: v.pipe(AtLeastNil, v.description('road by night without lights')),
  steppeDay: v.pipe(AtLeastNil, v.description('firm grass by day')),
  steppeNight: v.pipe(AtLeastNil, v.description('firm grass by night')),
  dunes: v.pipe(AtLeastNil, v.description('loose sand')),
  marsh: v.pipe(AtLeastNil, v.description('bog')),
  hill: v.pipe(AtLeastNil, v.description('slopes')),
});
const MARCH_MEANING = 'columns with hourly halts, kilometres an hour; 0 where it cannot go';

const VehicleEntrySchema = v.strictObject({
  id: v.pipe(Id, v.description('what units name it by')),
  names: NamesSchema,
  kind: v.pipe(v.picklist(VEHICLE_KINDS), v.description('what the rules take it for')),
  tread: v.pipe(v.picklist(TREADS), v.description('what it goes on')),
  crewMen: v.pipe(Whole, v.description('men who drive and fight it')),
  tonnes: v.pipe(Positive, v.description('ready to fight; of carriers without their load')),
  sizeMetres: optional(
    v.strictObject({ length: Positive, width: Positive, height: Positive }),
    'its outline as a target, in metres',
  ),
  armourMm: optional(ArmourSchema, 'plate in millimetres'),
  hatches: optional(v.picklist(HATCHES), 'open above, with hatches that can be forced, or with hatches that lock'),
  decksCovered: optional(Flag, 'netting or plates keep burning petrol off its engine'),
  guns: v.pipe(v.array(MountedSchema), v.description('what one vehicle carries, the main gun first')),
  radio: v.pipe(v.picklist(RADIOS), v.description('how many of them have a radio')),
  fuel: v.pipe(v.picklist(FUELS), v.description('what it burns')),
  speedKmh: optional(
    v.strictObject({
      road: v.pipe(Positive, v.description('at the most on a road')),
      cross: v.pipe(Positive, v.description('at the most off it')),
      column: optional(Positive, 'in a column on a road'),
    }),
    'kilometres an hour',
  ),
  marchKmh: optional(MarchSchema, MARCH_MEANING),
  otherGear: optional(
    v.strictObject({
      on: v.pipe(v.picklist(['wheels', 'rails']), v.description('what it runs on then')),
      changeMinutes: v.pipe(Positive, v.description('to change to it or back')),
      roadKmh: v.pipe(Positive, v.description('at the most')),
      rangeKm: optional(Positive, 'on one filling'),
      marchKmh: optional(MarchSchema, MARCH_MEANING),
    }),
    'on wheels with its tracks off, or on rails',
  ),
  gallopKmh: optional(
    v.strictObject({ road: Positive, steppe: Positive, dunes: Positive, hill: Positive }),
    'a charge over at most a kilometre',
  ),
  dayKm: optional(
    v.strictObject({
      usual: v.pipe(Positive, v.description('an ordinary day')),
      forced: v.pipe(Positive, v.description('a forced march')),
    }),
    'kilometres in a day',
  ),
  rangeKm: optional(Positive, 'kilometres on one filling'),
  seats: optional(Count, 'men it carries besides its crew'),
  loadKg: optional(Positive, 'kilograms it carries'),
  towKg: optional(Positive, 'kilograms it pulls'),
  loadMinutes: optional(Positive, 'to load or unload one'),
  beasts: optional(
    v.strictObject({
      count: v.pipe(Count, v.description('beasts that pull or carry')),
      feedKgADay: v.pipe(Positive, v.description('of all together')),
      waterLitresADay: v.pipe(Positive, v.description('of all together')),
    }),
    'its animals and what they need',
  ),
  wadeMetres: optional(Positive, 'deepest water it fords'),
  swimKmh: optional(Positive, 'speed afloat of a land vehicle that swims'),
  breakdown: optional(
    v.strictObject({
      per100Km: v.pipe(Share, v.description('share that falls out in 100 km of march')),
      perCombatDay: v.pipe(Share, v.description('share that breaks down in a day of combat')),
      backInDay: v.pipe(Share, v.description('share of those that is back within a day')),
    }),
    'how it holds together',
  ),
  hull: optional(
    v.strictObject({
      draughtMetres: v.pipe(Positive, v.description('water it needs')),
      lengthMetres: v.pipe(Positive, v.description('from bow to stern')),
      stillWaterKmh: v.pipe(Positive, v.description('at the most without current')),
    }),
    'of vessels',
  ),
  ...CITED,
});
export type VehicleEntry = v.InferOutput<typeof VehicleEntrySchema>;

export const VehiclesFileSchema = v.strictObject({
  $schema: v.pipe(v.exactOptional(v.string()), v.description('the JSON Schema, for editors')),
  format: v.literal(VEHICLES_FORMAT),
  version: v.literal(VEHICLES_VERSION),
  id: v.pipe(Id, v.description('name of the table')),
  vehicles: v.array(VehicleEntrySchema),
});

/** The type of a row without faults. */
export const vehicleOfEntry = ({ id, guns, ...row }: VehicleEntry): VehicleType => ({
  ...row,
  id: id as VehicleId,
  guns: guns.map(({ weapon, ...mounted }) => ({ ...mounted, weapon: weapon as WeaponId })),
});
