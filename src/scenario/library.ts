/**
 * The battles that come with the game. Their documents are part of the program, so that a page, a worker and a command
 * line have the same ones. To add a battle: its file in scenarios/, and a line here.
 */
import aircraft from '../../scenarios/equipment/aircraft.json';
import bridging from '../../scenarios/equipment/bridging.json';
import vehicles from '../../scenarios/equipment/vehicles.json';
import weapons from '../../scenarios/equipment/weapons.json';
import zaozernaya from '../../scenarios/khasan-1938-zaozernaya.json';
import khasanHeights from '../../scenarios/maps/khasan-heights-250.json';
import type { Scenario } from '../model/scenario.ts';
import { formatProblem } from './problem.ts';
import { type Document, type Documents, parseScenario } from './read.ts';

/** What scenarios may name, by id. */
export const DOCUMENTS: Documents = {
  maps: new Map([[khasanHeights.id, { file: `scenarios/maps/${khasanHeights.id}.json`, content: khasanHeights }]]),
  weapons: tableOf(weapons),
  vehicles: tableOf(vehicles),
  aircraft: tableOf(aircraft),
  bridging: tableOf(bridging),
};

/** The files of the battles as read from JSON, by id. */
export const SCENARIOS: ReadonlyMap<string, unknown> = new Map([[zaozernaya.id, zaozernaya]]);

function tableOf(content: { readonly id: string }): ReadonlyMap<string, Document> {
  return new Map([[content.id, { file: `scenarios/equipment/${content.id}.json`, content }]]);
}

/** In the order in which they are offered. */
export const SCENARIO_IDS: readonly string[] = [...SCENARIOS.keys()];

const read = new Map<string, Scenario>();

/** The battle of that id, which must be in the library. Read once, then the same object each time. */
export function scenarioById(id: string): Scenario {
  const known = read.get(id);
  if (known !== undefined) return known;
  const content = SCENARIOS.get(id);
  if (content === undefined) throw new Error(`There is no scenario ${id}; there are: ${SCENARIO_IDS.join(', ')}`);
  const reading = parseScenario(`scenarios/${id}.json`, content, DOCUMENTS);
  if (reading.kind === 'refused') throw new Error(reading.problems.map(formatProblem).join('\n'));
  read.set(id, reading.value);
  return reading.value;
}
