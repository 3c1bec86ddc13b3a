/** Vehicles are those of the table, and a unit with them moves, shoots and is manned as they are. */
import type { VehicleType } from '../../model/vehicle.ts';
import type { Draft, Fault, Located } from '../draft.ts';
import { describeFound } from '../problem.ts';
import type { TypicalEntry } from '../scenario-file.ts';

export function listUnknownVehicles({ units, typical, vehicles }: Draft): Fault[] {
  if (vehicles === undefined) return [];
  return [...units, ...typical].flatMap(({ path, value: { vehicle, transport, boats } }): Fault[] => {
    const named = [
      [`${path}.vehicle`, vehicle],
      [`${path}.transport.vehicle`, transport?.vehicle],
      [`${path}.boats.vehicle`, boats?.vehicle],
    ] as const;
    return named.flatMap(([place, id]): Fault[] =>
      id === undefined || vehicles.has(id)
        ? []
        : [{ path: place, found: describeFound(id), expected: 'a vehicle of the table of vehicles' }],
    );
  });
}

/** Tank units and river craft have vehicles and say of what type; a type is for units that have some. */
export function listWrongVehicles({ units, typical }: Draft): Fault[] {
  return [...units, ...typical].flatMap(({ path, value: { branch, vehicles, vehicle } }): Fault[] => {
    const place = `${path}.vehicles`;
    if (branch === 'tanks' && vehicles === 0) return [{ path: place, found: '0', expected: 'vehicles in a tank unit' }];
    if (branch === 'craft' && vehicles === 0)
      return [{ path: place, found: '0', expected: 'vessels in a unit of craft' }];
    if ((branch === 'tanks' || branch === 'craft') && vehicle === undefined)
      return [{ path: `${path}.vehicle`, found: 'nothing', expected: 'the type of its vehicles' }];
    if (vehicle !== undefined && vehicles === 0)
      return [{ path: place, found: '0', expected: `a number of ${vehicle}` }];
    return [];
  });
}

const TREAD_OF: Readonly<Partial<Record<TypicalEntry['mobility'], readonly VehicleType['tread'][]>>> = {
  tracked: ['tracks'],
  wheeled: ['wheels'],
  truck: ['wheels'],
  boat: ['keel'],
};

/** Who goes on tracks, wheels or water has vehicles that do. */
export function listWrongTreads(draft: Draft): Fault[] {
  return listManned(draft).flatMap(({ path, value: { mobility }, type }): Fault[] => {
    const treads = TREAD_OF[mobility];
    if (treads === undefined || treads.includes(type.tread)) return [];
    const expected = `as its vehicles go, on ${type.tread}`;
    return [{ path: `${path}.mobility`, found: describeFound(mobility), expected }];
  });
}

/** Vessels are units of craft and go on the water, and so does nobody else. */
export function listStrandedCraft({ units, typical }: Draft): Fault[] {
  return [...units, ...typical].flatMap(({ path, value: { branch, mobility } }): Fault[] =>
    (branch === 'craft') === (mobility === 'boat')
      ? []
      : [{ path: `${path}.mobility`, found: `${mobility} for ${branch}`, expected: 'boat for craft and nobody else' }],
  );
}

/** Who begins on wheels has vehicles that can take their tracks off. */
export function listWrongWheels({ units, vehicles }: Draft): Fault[] {
  return units.flatMap(({ path, value: { vehicle, start, arrival } }): Fault[] => {
    const place = start?.onWheels ? 'start' : arrival?.onWheels ? 'arrival' : undefined;
    const type = vehicle === undefined ? undefined : vehicles?.get(vehicle);
    if (place === undefined || vehicles === undefined || type?.otherGear?.on === 'wheels') return [];
    const found = vehicle === undefined ? 'no vehicles' : describeFound(vehicle);
    return [{ path: `${path}.${place}.onWheels`, found, expected: 'vehicles that run on wheels and on tracks' }];
  });
}

/** Boats to cross in have seats, and are no vessels that fight. */
export function listWrongBoats({ units, typical, vehicles }: Draft): Fault[] {
  return [...units, ...typical].flatMap(({ path, value: { boats } }): Fault[] => {
    const type = boats === undefined ? undefined : vehicles?.get(boats.vehicle);
    return type === undefined || (type.tread === 'keel' && type.seats !== undefined)
      ? []
      : [{ path: `${path}.boats.vehicle`, found: describeFound(type.id), expected: 'a boat with seats' }];
  });
}

/** Guns are those of so many vehicles, unless `gunsDiffer` says that the record has others. */
export function listWrongGuns(draft: Draft): Fault[] {
  return listManned(draft).flatMap(({ path, value: unit, type }): Fault[] => {
    if (unit.gunsDiffer === true) return [];
    return type.guns.flatMap(({ weapon, count }): Fault[] => {
      const found = unit.armaments.find((armament) => armament.weapon === weapon)?.count ?? 0;
      const wanted = count * unit.vehicles;
      if (found === wanted) return [];
      const expected = `${wanted}, those of ${unit.vehicles} ${type.id}, or gunsDiffer`;
      return [{ path: `${path}.armaments`, found: `${found} ${weapon}`, expected }];
    });
  });
}

/** Units with a type of vehicles that the table has. */
function listManned({ units, typical, vehicles }: Draft): (Located<TypicalEntry> & { readonly type: VehicleType })[] {
  return [...units, ...typical].flatMap(({ path, value }) => {
    const type = value.vehicle === undefined ? undefined : vehicles?.get(value.vehicle);
    return type === undefined ? [] : [{ path, value, type }];
  });
}
