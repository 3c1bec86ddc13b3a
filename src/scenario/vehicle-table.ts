/** Reads a table of vehicles: every row as the rules see it, or everything that is wrong with the file. */
import type { VehicleId, VehicleType } from '../model/vehicle.ts';
import type { Fault } from './draft.ts';
import { listRepeatedRows } from './equipment-schema.ts';
import { type Reading, readBy } from './problem.ts';
import { type VehicleEntry, VehiclesFileSchema, vehicleOfEntry } from './vehicle-file.ts';

/** Types by id, in the order of the file. */
export function parseVehicles(file: string, input: unknown): Reading<ReadonlyMap<VehicleId, VehicleType>> {
  const reading = readBy(VehiclesFileSchema, file, input);
  if (reading.kind === 'refused') return reading;
  const { vehicles } = reading.value;
  const faults = [
    ...listRepeatedRows('vehicles', vehicles),
    ...vehicles.flatMap((vehicle, index) => listVehicleFaults(`vehicles[${index}]`, vehicle)),
  ];
  if (faults.length > 0) return { kind: 'refused', problems: faults.map((fault) => ({ file, ...fault })) };
  return { kind: 'read', value: new Map(vehicles.map(vehicleOfEntry).map((vehicle) => [vehicle.id, vehicle])) };
}

/** What goes on a keel has a hull and nothing else has; what goes on hooves has beasts; motors burn something. */
function listVehicleFaults(path: string, vehicle: VehicleEntry): Fault[] {
  const { tread, hull, beasts, fuel, speedKmh, marchKmh } = vehicle;
  const fault = (found: string, expected: string): Fault[] => [{ path, found, expected }];
  if ((tread === 'keel') !== (hull !== undefined))
    return fault(`${tread} ${hull === undefined ? 'without' : 'with'} a hull`, 'a hull with a keel and nowhere else');
  if (tread === 'hooves' && beasts === undefined) return fault('hooves without beasts', 'the beasts');
  if ((tread === 'tracks' || tread === 'wheels') && fuel === 'none' && beasts === undefined)
    return fault(`${tread} without fuel or beasts`, 'what moves it');
  if (tread !== 'keel' && speedKmh === undefined && marchKmh === undefined)
    return fault('no speed', 'speedKmh or marchKmh');
  return [];
}
