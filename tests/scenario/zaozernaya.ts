/** The documents of the battle for Zaozernaya, unchecked and free to be spoilt, and the door they go through. */
import { parseScenario } from '../../src/scenario/read.ts';
import { readText } from './khasan-heights.ts';

const ZAOZERNAYA_FILE = 'scenarios/khasan-1938-zaozernaya.json';
const MAP_FILE = 'scenarios/maps/khasan-heights-250.json';
const WEAPONS_FILE = 'scenarios/equipment/weapons.json';

/** As much of the file's shape as tests change. */
export interface Spoilable {
  [key: string]: any;
  units: any[];
}

export const zaozernayaJson = (): Spoilable => JSON.parse(readText(ZAOZERNAYA_FILE)) as Spoilable;

export const weaponsJson = (): Spoilable => JSON.parse(readText(WEAPONS_FILE)) as Spoilable;

/** The file as read beside the sound map, and the sound weapons or others. */
export function readZaozernaya(input: unknown, weapons: unknown = weaponsJson()) {
  return parseScenario('battle.json', input, {
    maps: new Map([['khasan-heights-250', { file: MAP_FILE, content: JSON.parse(readText(MAP_FILE)) as unknown }]]),
    weapons: new Map([['weapons', { file: WEAPONS_FILE, content: weapons }]]),
  });
}
