/** The table of aircraft as a file, and how its rows are read. What each field means is said in model/aircraft.ts. */
import * as v from 'valibot';
import { AIRCRAFT_ROLES, type AircraftId, type AircraftType } from '../model/aircraft.ts';
import { AtLeastNil, CITED, Count, Id, listRepeatedRows, Positive } from './equipment-schema.ts';
import { NamesSchema } from './map-schema.ts';
import { type Reading, readBy } from './problem.ts';

export const AIRCRAFT_FORMAT = 'undeclared-war/aircraft';
const AIRCRAFT_VERSION = 1;

const AircraftEntrySchema = v.strictObject({
  id: v.pipe(Id, v.description('what flights name it by')),
  names: NamesSchema,
  roles: v.pipe(
    v.array(v.picklist(AIRCRAFT_ROLES)),
    v.minLength(1, 'at least one role'),
    v.description('what it is built or used for, the main one first'),
  ),
  crewMen: v.pipe(Count, v.description('men on board')),
  speedKmh: v.pipe(Positive, v.description('at the most, at its best height')),
  rangeKm: v.pipe(Positive, v.description('on one filling')),
  ceilingMetres: v.pipe(Positive, v.description('highest it climbs')),
  bombKg: v.pipe(AtLeastNil, v.description('usual greatest load of bombs in kilograms')),
  guns: v.pipe(
    v.array(v.strictObject({ calibreMm: Positive, count: Count })),
    v.description('guns by calibre in millimetres'),
  ),
  groundAttack: v.pipe(
    v.number(),
    v.minValue(0, 'from 0 to 5'),
    v.maxValue(5, 'from 0 to 5'),
    v.description('0 to 5: worth against troops on the ground by load, guns, aim and toughness'),
  ),
  ...CITED,
});

export const AircraftFileSchema = v.strictObject({
  $schema: v.pipe(v.exactOptional(v.string()), v.description('the JSON Schema, for editors')),
  format: v.literal(AIRCRAFT_FORMAT),
  version: v.literal(AIRCRAFT_VERSION),
  id: v.pipe(Id, v.description('name of the table')),
  aircraft: v.array(AircraftEntrySchema),
});

/** Types by id, in the order of the file. */
export function parseAircraft(file: string, input: unknown): Reading<ReadonlyMap<AircraftId, AircraftType>> {
  const reading = readBy(AircraftFileSchema, file, input);
  if (reading.kind === 'refused') return reading;
  const { aircraft } = reading.value;
  const faults = listRepeatedRows('aircraft', aircraft);
  if (faults.length > 0) return { kind: 'refused', problems: faults.map((fault) => ({ file, ...fault })) };
  return {
    kind: 'read',
    value: new Map(aircraft.map((row) => [row.id as AircraftId, { ...row, id: row.id as AircraftId }])),
  };
}
