/** Units begin on ground they can stand on, where their side may go, with room for all, and away from the enemy. */
import { findIndex, type HexIndex, isAdjacent } from '../../hex/grid.ts';
import type { BattleMap } from '../../model/map.ts';
import { frontageMetres, roomMetres } from '../../rules/stacking.ts';
import { isWater } from '../../rules/water/currents.ts';
import type { Draft, Fault, Located } from '../draft.ts';
import { openingUnit } from '../opening-unit.ts';
import { cardOfEntry, deploymentOfEntry } from '../order-of-battle.ts';
import { describeFound } from '../problem.ts';
import type { UnitEntry } from '../scenario-file.ts';

interface Standing {
  readonly path: string;
  readonly unit: UnitEntry;
  readonly hex: HexIndex;
}

/** A unit stands on the map, arrives or fires from off it: one of the three. */
export function listUnplacedUnits({ units }: Draft): Fault[] {
  return units.flatMap(({ path, value: { start, arrival, offMap } }): Fault[] => {
    const given = [start && 'start', arrival && 'arrival', offMap && 'offMap'].filter((key) => key !== undefined);
    if (given.length === 1) return [];
    const found = given.length === 0 ? 'nothing' : given.join(' and ');
    return [{ path, found, expected: 'one of start, arrival and offMap' }];
  });
}

/** Men begin and arrive on ground they can stand on, vessels on water. */
export function listDrowningUnits({ map, units }: Draft): Fault[] {
  if (map === undefined) return [];
  return units.flatMap(({ path, value: unit }) => {
    const places = [
      ...(unit.start === undefined ? [] : [[`${path}.start.hex`, unit.start.hex] as const]),
      ...(unit.arrival?.hexes ?? []).map((hex, index) => [`${path}.arrival.hexes[${index}]`, hex] as const),
    ];
    return places.flatMap(([place, hex]): Fault[] => {
      const ground = map.terrain[findIndex(map.grid, hex) ?? -1];
      if (ground === undefined) return [];
      if (unit.mobility === 'boat')
        return isWater(ground) ? [] : [{ path: place, found: ground, expected: 'a hex of water for a vessel' }];
      return ground === 'deepWater'
        ? [{ path: place, found: 'deep water', expected: 'ground the unit can stand on' }]
        : [];
    });
  });
}

/** Nobody begins where his own side's orders forbid him to go. */
export function listTrespassers({ map, units, limits }: Draft): Fault[] {
  if (map === undefined) return [];
  return listStanding(map, units).flatMap(({ path, unit, hex }): Fault[] => {
    const broken = limits.find(
      ({ value }) =>
        value.kind === 'noEntry' && value.side === unit.side && map.regions.get(value.region)?.includes(hex) === true,
    );
    if (broken === undefined) return [];
    const expected = `a hex its side may enter; ${broken.path} forbids this one`;
    return [{ path: `${path}.start.hex`, found: describeFound(unit.start?.hex), expected }];
  });
}

/** The unit that no longer finds room is the one to move. */
export function listCrowdedUnits({ map, units }: Draft): Fault[] {
  if (map === undefined) return [];
  const room = roomMetres(map);
  const taken = new Map<HexIndex, number>();
  return listStanding(map, units).flatMap(({ path, unit, hex }): Fault[] => {
    const card = cardOfEntry(unit);
    const front = frontageMetres(card, openingUnit(card, deploymentOfEntry(map.grid, unit), new Map()));
    const total = (taken.get(hex) ?? 0) + front;
    taken.set(hex, total);
    if (total <= room) return [];
    const found = `${Math.round(total)} m of front with those before it`;
    return [{ path: `${path}.start.hex`, found, expected: `at most ${room} m in one hex` }];
  });
}

/**
 * Enemies never begin in one hex, and side by side only where `inContact` says that the record has it so. One unit out of
 * place is one problem, however many enemies it has come upon.
 */
export function listUnitsAtTheEnemy({ map, units }: Draft): Fault[] {
  if (map === undefined) return [];
  const standing = listStanding(map, units);
  const named = new Set<string>();
  return standing.flatMap((one, index): Fault[] => {
    const touching = standing.slice(index + 1).find((other) => isAtTheEnemy(map, one, other) && !named.has(other.path));
    if (touching === undefined) return [];
    named.add(touching.path);
    const [where, expected] =
      touching.hex === one.hex
        ? ['with', 'a hex without enemies']
        : ['beside', 'a hex that does not touch the enemy, or inContact'];
    const found = `${describeFound(one.unit.start?.hex)}, ${where} ${touching.unit.id}`;
    return [{ path: `${one.path}.start.hex`, found, expected }];
  });
}

function isAtTheEnemy(map: BattleMap, one: Standing, other: Standing): boolean {
  if (one.unit.side === other.unit.side) return false;
  if (one.hex === other.hex) return true;
  const isOnRecord = one.unit.start?.inContact === true || other.unit.start?.inContact === true;
  return !isOnRecord && isAdjacent(map.grid, one.hex, other.hex);
}

function listStanding(map: BattleMap, units: readonly Located<UnitEntry>[]): Standing[] {
  return units.flatMap(({ path, value: unit }) => {
    const hex = unit.start === undefined ? undefined : findIndex(map.grid, unit.start.hex);
    return hex === undefined ? [] : [{ path, unit, hex }];
  });
}
