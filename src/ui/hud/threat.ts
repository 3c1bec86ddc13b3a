/** Overlays of the map: what a hex or a side looks upon, and where known enemies can fire. From what the side knows. */
import { hexesBetween } from '../../hex/distance.ts';
import type { HexIndex } from '../../hex/grid.ts';
import type { Metres } from '../../model/clock.ts';
import type { Branch } from '../../model/unit.ts';
import type { Observation } from '../../model/observation.ts';
import type { Scenario } from '../../model/scenario.ts';
import { opponentOf } from '../../model/side.ts';
import { watchMetres } from '../../rules/detection.ts';
import { hasLineOfSight } from '../../rules/sight.ts';

/** Hexes in which men moving would be noticed from here at this hour. Ascending. */
export function listSightFrom(scenario: Scenario, observation: Observation, from: HexIndex): readonly HexIndex[] {
  return listInView(scenario, from, watchMetres(observation.light, observation.weather));
}

/** Hexes on which known enemies can fire at what they see at this hour, their own and the adjacent ones too. Ascending. */
export function listThreatened(scenario: Scenario, observation: Observation): readonly HexIndex[] {
  const sightMetres = watchMetres(observation.light, observation.weather);
  const threatened = new Set<HexIndex>();
  for (const contact of observation.contacts) {
    const metres = Math.max(
      scenario.map.hexMetres,
      Math.min(sightMetres, reachOf(scenario, observation, contact.branch)),
    );
    for (const hex of listInView(scenario, contact.hex, metres)) threatened.add(hex);
  }
  return [...threatened].sort((one, other) => one - other);
}

function listInView(scenario: Scenario, from: HexIndex, metres: Metres): readonly HexIndex[] {
  const { map } = scenario;
  const seen: HexIndex[] = [];
  for (let hex = 0; hex < map.grid.size; hex++)
    if (hexesBetween(map.grid, from, hex) * map.hexMetres <= metres && hasLineOfSight(map, from, hex)) seen.push(hex);
  return seen;
}

/** Farthest direct fire of an ordinary unit of the branch; an enemy of unknown kind is taken for rifles. */
function reachOf(scenario: Scenario, observation: Observation, branch: Branch = 'rifles'): Metres {
  const card = scenario.typical[opponentOf(observation.side)][branch];
  const reaches = card?.armaments.map(({ weapon }) => scenario.weapons.get(weapon)?.reachMetres ?? 0) ?? [];
  return Math.max(0, ...reaches);
}
