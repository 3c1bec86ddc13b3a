/** Tables of boats: vessels with what sinks them, what a shell does to a hull and how often it strikes, boats and rafts. */
import { present } from '../../../model/assert.ts';
import type { VehicleType } from '../../../model/vehicle.ts';
import { RAFT } from '../../../rules/water/ferry.ts';
import { HOLES_BY_CALIBRE, HULL_HIT, holesToSink } from '../../../rules/water/craft.ts';
import { nameOf } from '../../wording.ts';
import { tableOfVehicles } from '../field.ts';
import type { Table } from '../table.ts';

/** Rows of types with a hull, with or without oars. */
const listHulls = (isRowed: (type: VehicleType) => boolean): VehicleType[] =>
  [...tableOfVehicles().values()].filter((type) => type.hull !== undefined && isRowed(type));

export const vessels = (): Table => ({
  rows: listHulls(({ kind }) => kind !== 'assaultBoat').map((type) => {
    const hull = present(type.hull, 'a vessel has a hull');
    const plate = type.armourMm?.side ?? null;
    return [type.names.en, type.tonnes, hull.stillWaterKmh, hull.draughtMetres, plate, holesToSink(type)];
  }),
});

export const hullHits = (): Table => ({ rows: HULL_HIT.map(([metres, chance]) => [metres, chance]) });

export const hullHoles = (): Table => ({
  rows: HOLES_BY_CALIBRE.filter(([, holes]) => holes > 0).map(([calibre, holes]) => [calibre, holes]),
});

export const boats = (): Table => ({
  rows: [
    ...listHulls(({ kind }) => kind === 'assaultBoat').map((type) => [
      type.names.en,
      type.seats ?? null,
      type.hull?.stillWaterKmh ?? null,
      type.loadMinutes ?? null,
    ]),
    [nameOf('task', 'raft'), RAFT.tonnes, RAFT.kmh, RAFT.loadMinutes],
  ],
});
