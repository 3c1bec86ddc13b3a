/** The compiled sheet of the Khasan heights as it is kept, and questions tests ask of it. */
import { readFileSync } from 'node:fs';
import { type Hex, type HexIndex, hexAt, indexOf, listNeighbours } from '../../src/hex/grid.ts';
import type { BattleMap, Place, Terrain } from '../../src/model/map.ts';
import { parseMapFile } from '../../src/scenario/map-file.ts';
import { formatProblem } from '../../src/scenario/problem.ts';

const FILE = 'scenarios/maps/khasan-heights-250.json';

export function readText(file: string): string {
  return readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
}

/** The file's content, unchecked and free to be spoilt. */
export function khasanJson(): Record<string, unknown> {
  return JSON.parse(readText(FILE)) as Record<string, unknown>;
}

export function khasanMap(): BattleMap {
  const reading = parseMapFile(FILE, khasanJson());
  if (reading.kind === 'refused') throw new Error(reading.problems.map(formatProblem).join('\n'));
  return reading.value;
}

export function placeOf(map: BattleMap, id: string): Place {
  const place = map.places.find((candidate) => candidate.id === id);
  if (place === undefined) throw new Error(`The sheet has no place ${id}.`);
  return place;
}

export function terrainAt(map: BattleMap, hex: Hex): Terrain | undefined {
  return map.terrain[indexOf(map.grid, hex)];
}

/** Hexes that can be reached from `from` without leaving hexes that `isOpen`. */
export function listJoined(map: BattleMap, from: HexIndex, isOpen: (hex: HexIndex) => boolean): HexIndex[] {
  const joined = [from];
  for (const hex of joined) {
    joined.push(...listNeighbours(map.grid, hex).filter((next) => isOpen(next) && !joined.includes(next)));
  }
  return joined;
}

export function listHexesOf(map: BattleMap, isWanted: (hex: Hex, index: HexIndex) => boolean): HexIndex[] {
  return map.terrain.flatMap((_, index) => (isWanted(hexAt(map.grid, index), index) ? [index] : []));
}
