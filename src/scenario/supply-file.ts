/** The part of a scenario's file about supply: depots, the columns that go from them, and what it becomes in the rules. */
import * as v from 'valibot';
import { type HexGrid, indexOf } from '../hex/grid.ts';
import { SIDES } from '../model/side.ts';
import { COLUMN_HOURS, type Depot, type SupplyRules } from '../model/supply.ts';
import type { VehicleId } from '../model/vehicle.ts';
import { parseClockTime } from './clock-time.ts';
import { CITED, Count, Id, Positive, SideSchema, Time } from './file-parts.ts';
import { HexSchema, NamesSchema } from './map-schema.ts';

const Tonnes = v.exactOptional(v.pipe(v.number(), v.minValue(0, 'at least 0')));

/** Tonnes by class. */
export const LoadSchema = v.strictObject({
  water: Tonnes,
  smallArms: Tonnes,
  shells: Tonnes,
  food: Tonnes,
  fuel: Tonnes,
});

const DepotSchema = v.strictObject({
  id: v.pipe(Id, v.description('what journals name it by')),
  side: SideSchema,
  names: NamesSchema,
  hex: v.pipe(HexSchema, v.description('where columns load; the end of a road at the edge of the map will do')),
  stock: v.pipe(
    v.exactOptional(LoadSchema),
    v.description('tonnes by class; of a class that is not named there is as much as is asked for'),
  ),
  tonnesADay: v.pipe(
    v.exactOptional(Positive),
    v.description('all that can be handed out in a day; no bound when not said'),
  ),
  beyondKm: v.pipe(
    v.exactOptional(Positive),
    v.description('kilometres of road between the base and here, which the columns go too'),
  ),
  from: v.pipe(v.exactOptional(Time), v.description('nothing is handed out before this hour')),
  until: v.pipe(v.exactOptional(Time), v.description('nor from this hour on')),
  ...CITED,
});

const ColumnSchema = v.strictObject({
  side: SideSchema,
  vehicle: v.pipe(Id, v.description('a lorry, cart, wagon or pack animal of the table')),
  count: v.pipe(Count, v.description('how many of them')),
  hours: v.pipe(v.exactOptional(v.picklist(COLUMN_HOURS)), v.description('night: they go in the dark only')),
  ...CITED,
});

const SupplySchema = v.strictObject({
  sides: v.pipe(
    v.exactOptional(v.pipe(v.array(SideSchema), v.minLength(1, 'at least one side'))),
    v.description('whose supply is kept count of; both when not said'),
  ),
  depots: v.pipe(v.array(DepotSchema), v.description('where supply comes from')),
  columns: v.pipe(v.array(ColumnSchema), v.description('what brings it, day after day, without being units')),
});
export type SupplyEntry = v.InferOutput<typeof SupplySchema>;

/** Keys of a scenario's file; they may be left out. */
export const SUPPLY_ENTRIES = {
  supply: v.pipe(
    v.exactOptional(SupplySchema),
    v.description('water, food, petrol and ammunition are used up and brought; without it units have what they carry'),
  ),
};

/** How full a unit comes. */
export const StoresSchema = v.strictObject({
  water: v.pipe(
    v.exactOptional(v.number()),
    v.description('days; 1 is all it can carry, below nought so long without'),
  ),
  food: v.pipe(v.exactOptional(v.number()), v.description('days; 2 is all it can carry, below nought so long without')),
  fuelKm: v.pipe(v.exactOptional(v.pipe(v.number(), v.minValue(0, 'at least 0'))), v.description('kilometres of road')),
});

export function supplyOf(grid: HexGrid, { sides, depots, columns }: SupplyEntry): SupplyRules {
  return {
    sides: sides ?? SIDES,
    depots: depots.map(
      ({ hex, from, until, ...depot }): Depot => ({
        ...depot,
        hex: indexOf(grid, hex),
        ...(from === undefined ? {} : { fromMinute: parseClockTime(from) }),
        ...(until === undefined ? {} : { untilMinute: parseClockTime(until) }),
      }),
    ),
    columns: columns.map(({ vehicle, hours, ...column }) => ({
      ...column,
      vehicle: vehicle as VehicleId,
      hours: hours ?? 'any',
    })),
  };
}
