/** A unit has the men to serve what it carries: the crews of its vehicles, and of the weapons that are not on them. */
import type { Draft, Fault } from '../draft.ts';

export function listShortCrews({ units, typical, weapons, vehicles }: Draft): Fault[] {
  if (weapons === undefined) return [];
  return [...units, ...typical].flatMap(({ path, value: unit }): Fault[] => {
    const type = unit.vehicle === undefined ? undefined : vehicles?.get(unit.vehicle);
    const mounted = new Map<string, number>(type?.guns.map(({ weapon, count }) => [weapon, count * unit.vehicles]));
    const crewMen = unit.armaments.reduce(
      (men, { weapon, count }) =>
        men + Math.max(0, count - (mounted.get(weapon) ?? 0)) * (weapons.get(weapon)?.crewMen ?? 0),
      (type?.crewMen ?? 0) * unit.vehicles,
    );
    if (crewMen <= unit.men) return [];
    const expected = `at least ${crewMen}, the crews of all its ${type === undefined ? 'weapons' : 'vehicles and weapons'}`;
    return [{ path: `${path}.men`, found: `${unit.men}`, expected }];
  });
}
