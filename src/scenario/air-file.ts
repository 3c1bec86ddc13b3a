/** Aircraft in a scenario's file: the flights of both sides, and how they become those of the rules. */
import * as v from 'valibot';
import type { AircraftId } from '../model/aircraft.ts';
import { AIR_TASKS, type Flight, type FlightId } from '../model/flight.ts';
import { parseClockTime } from './clock-time.ts';
import { CITED, Count, Id, Positive, Share, SideSchema, Time, Whole } from './file-parts.ts';
import { NamesSchema } from './map-schema.ts';

const FlightSchema = v.strictObject({
  id: v.pipe(Id, v.description('what orders and journals name it by')),
  side: SideSchema,
  names: NamesSchema,
  aircraft: v.pipe(Id, v.description('a type of the table of aircraft')),
  machines: v.pipe(Count, v.description('aircraft fit to fly when the battle begins')),
  tasks: v.pipe(
    v.array(v.picklist(AIR_TASKS)),
    v.minLength(1, 'at least one task'),
    v.description('what it is there for: bomb, strafe, reconnoitre, cover'),
  ),
  baseKm: v.pipe(Positive, v.description('kilometres from its field to the battle')),
  callMinutes: v.pipe(v.exactOptional(Whole), v.description('minutes from the call to the take-off; 20 when not said')),
  sortiesADay: v.pipe(v.exactOptional(Count), v.description('times it flies in a day; 2 when not said')),
  from: v.pipe(v.exactOptional(Time), v.description('may not be called before this hour')),
  until: v.pipe(v.exactOptional(Time), v.description('may not be called from this hour on')),
  night: v.pipe(v.exactOptional(v.literal(true)), v.description('bombs by night as well')),
  bombKg: v.pipe(
    v.exactOptional(Positive),
    v.description('bombs of one machine, where the record has another load than the table'),
  ),
  dudShare: v.pipe(v.exactOptional(Share), v.description('of its bombs, those that do not go off; none when not said')),
  training: v.pipe(Share, v.description('what drill and war have taught its airmen')),
  ...CITED,
});
export type FlightEntry = v.InferOutput<typeof FlightSchema>;

export const AIR_ENTRIES = {
  air: v.pipe(v.exactOptional(v.array(FlightSchema)), v.description('aircraft of both sides, by flights')),
};

/** From the call to the take-off, and sorties a day, where a file says nothing. Source: scenarios/sources.md 13 [C]. */
const PLAIN = { callMinutes: 20, sortiesADay: 2 };

export function flightOfEntry({ id, aircraft, from, until, ...entry }: FlightEntry): Flight {
  return {
    ...PLAIN,
    ...entry,
    id: id as FlightId,
    aircraft: aircraft as AircraftId,
    ...(from === undefined ? {} : { fromMinute: parseClockTime(from) }),
    ...(until === undefined ? {} : { untilMinute: parseClockTime(until) }),
  };
}
