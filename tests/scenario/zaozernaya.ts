/** The documents of the battle for Zaozernaya, unchecked and free to be spoilt, and the door they go through. */
import { type Document, parseScenario } from '../../src/scenario/read.ts';
import { readText } from './khasan-heights.ts';

const ZAOZERNAYA_FILE = 'scenarios/khasan-1938-zaozernaya.json';
const MAP_FILE = 'scenarios/maps/khasan-heights-250.json';
const equipmentFile = (table: string): string => `scenarios/equipment/${table}.json`;

/** As much of the file's shape as tests change. */
export interface Spoilable {
  [key: string]: any;
  units: any[];
}

export const zaozernayaJson = (): Spoilable => JSON.parse(readText(ZAOZERNAYA_FILE)) as Spoilable;

export const equipmentJson = (table: string): Spoilable => JSON.parse(readText(equipmentFile(table))) as Spoilable;

/** The file as read beside the sound map, and sound tables of equipment or others. */
export function readZaozernaya(input: unknown, others: Readonly<Record<string, unknown>> = {}) {
  const table = (id: string): ReadonlyMap<string, Document> =>
    new Map([[id, { file: equipmentFile(id), content: others[id] ?? equipmentJson(id) }]]);
  return parseScenario('battle.json', input, {
    maps: new Map([['khasan-heights-250', { file: MAP_FILE, content: JSON.parse(readText(MAP_FILE)) as unknown }]]),
    weapons: table('weapons'),
    vehicles: table('vehicles'),
    aircraft: table('aircraft'),
    bridging: table('bridging'),
  });
}
