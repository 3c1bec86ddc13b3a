/** Depots lie on the map under names of their own, and there is something to carry from them that is there to carry. */
import { findIndex } from '../../hex/grid.ts';
import type { Draft, Fault } from '../draft.ts';
import { describeFound } from '../problem.ts';

export function listWrongSupply({ supply, map, vehicles, units }: Draft): Fault[] {
  if (supply === undefined) return [];
  const { depots, columns } = supply;
  const ids = depots.map(({ id }) => id);
  return [
    ...depots.flatMap(({ id, hex, side }, index): Fault[] => {
      const path = `supply.depots[${index}]`;
      return [
        ...(ids.indexOf(id) === index ? [] : [wrong(`${path}.id`, id, 'an id no depot before it has')]),
        ...(map === undefined || findIndex(map.grid, hex) !== undefined
          ? []
          : [wrong(`${path}.hex`, hex, 'a hex of the map')]),
        ...(columns.some((column) => column.side === side) ||
        units.some(({ value }) => value.side === side && value.cargo)
          ? []
          : [wrong(`${path}.side`, side, 'a side with columns, or with units that carry cargo')]),
      ];
    }),
    ...columns.flatMap(({ vehicle }, index): Fault[] =>
      vehicles === undefined || vehicles.get(vehicle)?.loadKg !== undefined
        ? []
        : [wrong(`supply.columns[${index}].vehicle`, vehicle, 'a vehicle of the table that carries a load')],
    ),
  ];
}

/** What a column carries fits on its vehicles. */
export function listOverloadedColumns({ units, vehicles }: Draft): Fault[] {
  if (vehicles === undefined) return [];
  return units.flatMap(({ path, value: { cargo, transport, vehicle, vehicles: count } }): Fault[] => {
    if (cargo === undefined) return [];
    const each = (id: string | undefined): number => (id === undefined ? 0 : (vehicles.get(id)?.loadKg ?? 0));
    const roomKg = each(transport?.vehicle) * (transport?.count ?? 0) + each(vehicle) * count;
    const kg = Object.values(cargo).reduce((sum, tonnes) => sum + 1000 * tonnes, 0);
    return kg <= roomKg ? [] : [wrong(`${path}.cargo`, kg / 1000, `at most the ${roomKg / 1000} t of its vehicles`)];
  });
}

const wrong = (path: string, found: unknown, expected: string): Fault => ({
  path,
  found: describeFound(found),
  expected,
});
