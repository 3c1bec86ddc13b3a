/** A unit has the men to serve what it carries, and armour only with vehicles. */
import type { Draft, Fault } from '../draft.ts';

export function listShortCrews({ units, typical, weapons }: Draft): Fault[] {
  if (weapons === undefined) return [];
  return [...units, ...typical].flatMap(({ path, value: unit }): Fault[] => {
    const crewMen = unit.armaments.reduce(
      (men, { weapon, count }) => men + count * (weapons.get(weapon)?.crewMen ?? 0),
      0,
    );
    if (crewMen <= unit.men) return [];
    return [
      { path: `${path}.men`, found: `${unit.men}`, expected: `at least ${crewMen}, the crews of all its weapons` },
    ];
  });
}

export function listWrongVehicles({ units, typical }: Draft): Fault[] {
  return [...units, ...typical].flatMap(({ path, value: { branch, vehicles, armourMm } }): Fault[] => {
    const place = `${path}.vehicles`;
    if (branch === 'tanks' && vehicles === 0) return [{ path: place, found: '0', expected: 'vehicles in a tank unit' }];
    if (armourMm !== undefined && vehicles === 0)
      return [{ path: place, found: '0', expected: 'vehicles for the armour' }];
    return [];
  });
}
