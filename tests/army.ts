/**
 * A field for an army: 5,000 hexes of 250 m with hills and woods, 200 units a side in companies, batteries and
 * headquarters, a few hexes apart. The same seed gives the same field.
 */
import { type Battle, createBattle } from '../src/battle/battle.ts';
import type { BattleMap, Terrain } from '../src/model/map.ts';
import type { Scenario } from '../src/model/scenario.ts';
import { drawsOf, type Draws } from './battle/at-random.ts';
import {
  antiTankGuns,
  battery,
  battlefield,
  engineers,
  type Fielded,
  type FieldOptions,
  headquarters,
  infantryGuns,
  machineGuns,
  rifleCompany,
  tanks,
} from './battlefield.ts';

const COLUMNS = 100;
const ROWS = 50;

/** Units of one battalion, the headquarters first. */
const BATTALION: readonly ((wish?: Fielded) => Fielded)[] = [
  headquarters,
  rifleCompany,
  rifleCompany,
  rifleCompany,
  machineGuns,
  rifleCompany,
  rifleCompany,
  infantryGuns,
  antiTankGuns,
  battery,
  tanks,
  engineers,
];

/** A character of its own for each unit: the syllables of Hangul, of which there are thousands in a row. */
const characterOf = (unit: number): string => String.fromCharCode(0xac00 + unit);

/** Opens a battle of so many units a side. */
export function armyBattle(seed: string, options: FieldOptions = {}, unitsASide = 200): Battle {
  const draws = drawsOf(`army/${seed}`);
  const cells = Array.from({ length: COLUMNS * ROWS }, () => '.');
  const fields: Record<string, Fielded> = {};
  for (let unit = 0; unit < 2 * unitsASide; unit++) {
    const member = unit % BATTALION.length;
    const isSoviet = unit < unitsASide;
    const kind = BATTALION[member] ?? rifleCompany;
    cells[freeHex(cells, draws, isSoviet ? ROWS / 2 : ROWS / 2 - DEPTH)] = characterOf(unit);
    fields[characterOf(unit)] = kind({
      side: isSoviet ? 'soviet' : 'japanese',
      parent: characterOf(member === 0 ? unit : unit - member),
      ...(draws.whole(3) === 0 ? { dug: 1 } : {}),
      flares: 1,
    });
  }
  const field = battlefield(textOf(cells), withoutOwnParent(fields), {
    turns: 40,
    objectives: [characterOf(0), characterOf(unitsASide), characterOf(7)].map((at) => ({ at })),
    ...options,
  });
  const scenario: Scenario = { ...field.scenario, map: withRelief(field.scenario.map, draws) };
  return createBattle(scenario, seed, { soviet: 'random', japanese: 'random' }).battle;
}

/** Each side lies in a belt so deep, and the belts touch. */
const DEPTH = 10;

function freeHex(cells: readonly string[], draws: Draws, firstRow: number): number {
  for (;;) {
    const hex = (firstRow + draws.whole(DEPTH)) * COLUMNS + draws.whole(COLUMNS);
    if (cells[hex] === '.') return hex;
  }
}

const textOf = (cells: readonly string[]): string =>
  Array.from(
    { length: ROWS },
    (_, row) => (row % 2 === 1 ? ' ' : '') + cells.slice(row * COLUMNS, (row + 1) * COLUMNS).join(' '),
  ).join('\n');

/** Headquarters answer to nobody. */
const withoutOwnParent = (fields: Readonly<Record<string, Fielded>>): Record<string, Fielded> =>
  Object.fromEntries(
    Object.entries(fields).map(([character, wish]) => {
      const { parent, ...rest } = wish;
      return [character, parent === undefined || parent === character ? rest : { ...rest, parent }];
    }),
  );

const HILLS = 60;
const GROUND: readonly Terrain[] = ['forest', 'scrub', 'marsh', 'sand'];

/** Round hills up to 90 m high, and patches of other ground. */
function withRelief(map: BattleMap, draws: Draws): BattleMap {
  const elevationMetres = map.terrain.map(() => 700);
  const terrain: Terrain[] = map.terrain.map(() => 'open');
  for (let hill = 0; hill < HILLS; hill++) {
    const [column, row] = [draws.whole(COLUMNS), draws.whole(ROWS)];
    const height = 20 + draws.whole(70);
    const wide = 2 + draws.whole(5);
    const ground = draws.one(GROUND);
    for (let hex = 0; hex < map.grid.size; hex++) {
      const away = Math.sqrt(((hex % COLUMNS) - column) ** 2 + (Math.floor(hex / COLUMNS) - row) ** 2);
      if (away < wide) elevationMetres[hex] = (elevationMetres[hex] ?? 0) + Math.round(height * (1 - away / wide));
      if (away < wide && draws.whole(3) === 0) terrain[hex] = ground;
    }
  }
  return { ...map, terrain, elevationMetres, crestMetres: elevationMetres.map((metres) => metres + 4) };
}
