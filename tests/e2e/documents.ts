/** The battle under test as a document, read in Node: what the pages ought to show is worked out from it. */
import { readFileSync } from 'node:fs';
import { type HexIndex, hexAt, findIndex } from '../../src/hex/grid.ts';
import { present } from '../../src/model/assert.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import type { Side } from '../../src/model/side.ts';
import { parseScenario } from '../../src/scenario/read.ts';

export const BATTLE = 'khasan-1938-zaozernaya';

const read = (path: string): { file: string; content: unknown } => {
  const file = `scenarios/${path}`;
  return { file, content: JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')) };
};

export const scenario: Scenario = readScenario();

function readScenario(): Scenario {
  const { file, content } = read(`${BATTLE}.json`);
  const reading = parseScenario(file, content, {
    maps: new Map([['khasan-heights-250', read('maps/khasan-heights-250.json')]]),
    weapons: new Map([['weapons', read('equipment/weapons.json')]]),
    vehicles: new Map([['vehicles', read('equipment/vehicles.json')]]),
    aircraft: new Map([['aircraft', read('equipment/aircraft.json')]]),
    bridging: new Map([['bridging', read('equipment/bridging.json')]]),
  });
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
  return reading.value;
}

export function namesOf(side: Side): readonly string[] {
  return scenario.cards.filter((card) => card.side === side).map((card) => card.names.en);
}

/** A hex by its label on the sheet: column and row, two figures each. */
export function hexOf(label: string): HexIndex {
  const column = Number(label.slice(0, 2));
  const row = Number(label.slice(2));
  return present(findIndex(scenario.map.grid, [column, row]), `no hex ${label}`);
}

export function labelOf(hex: HexIndex): string {
  return hexAt(scenario.map.grid, hex)
    .map((figure) => String(figure).padStart(2, '0'))
    .join('');
}
