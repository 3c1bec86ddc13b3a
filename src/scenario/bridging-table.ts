/** The table of bridging means as a file, and how its rows are read. What each field means is said in model/bridging.ts. */
import * as v from 'valibot';
import { BRIDGING_KINDS, type BridgingId, type BridgingType } from '../model/bridging.ts';
import { CITED, Count, Flag, Id, listRepeatedRows, optional, Positive } from './equipment-schema.ts';
import { NamesSchema } from './map-schema.ts';
import { type Reading, readBy } from './problem.ts';

export const BRIDGING_FORMAT = 'undeclared-war/bridging';
const BRIDGING_VERSION = 1;

const BridgingEntrySchema = v.strictObject({
  id: v.pipe(Id, v.description('what stores name it by')),
  names: NamesSchema,
  kind: v.pipe(v.picklist(BRIDGING_KINDS), v.description('what it is made of')),
  lengthMetres: v.pipe(Positive, v.description('spanned by one set')),
  widthMetres: v.pipe(Positive, v.description('of the roadway')),
  loadTonnes: v.pipe(Positive, v.description('heaviest vehicle that may cross')),
  buildHours: v.pipe(Positive, v.description('to lay one set with so many men')),
  men: v.pipe(Count, v.description('men who lay it')),
  vehiclesAtOnce: optional(Count, 'vehicles on it at once, where they are told'),
  mendEveryMinutes: optional(Positive, 'it must be closed and mended so often'),
  hidden: optional(Flag, 'hard to see from the air or the far bank'),
  ...CITED,
});

export const BridgingFileSchema = v.strictObject({
  $schema: v.pipe(v.exactOptional(v.string()), v.description('the JSON Schema, for editors')),
  format: v.literal(BRIDGING_FORMAT),
  version: v.literal(BRIDGING_VERSION),
  id: v.pipe(Id, v.description('name of the table')),
  bridging: v.array(BridgingEntrySchema),
});

/** Means by id, in the order of the file. */
export function parseBridging(file: string, input: unknown): Reading<ReadonlyMap<BridgingId, BridgingType>> {
  const reading = readBy(BridgingFileSchema, file, input);
  if (reading.kind === 'refused') return reading;
  const { bridging } = reading.value;
  const faults = listRepeatedRows('bridging', bridging);
  if (faults.length > 0) return { kind: 'refused', problems: faults.map((fault) => ({ file, ...fault })) };
  return {
    kind: 'read',
    value: new Map(bridging.map((row) => [row.id as BridgingId, { ...row, id: row.id as BridgingId }])),
  };
}
