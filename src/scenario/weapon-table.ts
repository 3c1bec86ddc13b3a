/** Reads a table of weapons: every row as the rules see it, or everything that is wrong with the file. */
import * as v from 'valibot';
import type { Weapon, WeaponId, WeaponKind } from '../model/weapon.ts';
import type { Fault } from './draft.ts';
import { describeFound, listProblems, type Reading } from './problem.ts';
import { type WeaponEntry, WeaponsFileSchema, weaponOfEntry } from './weapon-file.ts';

/** Kinds whose harm is told by men a minute; the others throw shells. */
const SMALL_ARMS: readonly WeaponKind[] = ['rifle', 'lightMachineGun', 'machineGun'];

/** Weapons by id, in the order of the file. */
export function parseWeapons(file: string, input: unknown): Reading<ReadonlyMap<WeaponId, Weapon>> {
  const result = v.safeParse(WeaponsFileSchema, input);
  if (!result.success) return { kind: 'refused', problems: listProblems(file, result.issues) };
  const { weapons } = result.output;
  const faults = weapons.flatMap((weapon, index) =>
    listWeaponFaults(`weapons[${index}]`, weapon, weapons.slice(0, index)),
  );
  if (faults.length > 0) return { kind: 'refused', problems: faults.map((fault) => ({ file, ...fault })) };
  return { kind: 'read', value: new Map(weapons.map(weaponOfEntry).map((weapon) => [weapon.id, weapon])) };
}

function listWeaponFaults(path: string, weapon: WeaponEntry, before: readonly WeaponEntry[]): Fault[] {
  return [
    ...listRepeat(path, weapon, before),
    ...listMissingEffect(path, weapon),
    ...listUnorderedCurve(`${path}.menPerMinute`, weapon.menPerMinute),
    ...listUnorderedCurve(`${path}.tankKillChance`, weapon.tankKillChance),
    ...listEmptyReach(path, weapon),
  ];
}

function listRepeat(path: string, { id }: WeaponEntry, before: readonly WeaponEntry[]): Fault[] {
  if (!before.some((other) => other.id === id)) return [];
  return [{ path: `${path}.id`, found: describeFound(id), expected: 'an id used once' }];
}

function listMissingEffect(path: string, { kind, menPerMinute, lethalSquareMetres }: WeaponEntry): Fault[] {
  const isSmallArm = SMALL_ARMS.includes(kind);
  const [wanted, other] = isSmallArm ? [menPerMinute, lethalSquareMetres] : [lethalSquareMetres, menPerMinute];
  if (wanted !== undefined && other === undefined) return [];
  const expected = isSmallArm ? 'menPerMinute and no lethalSquareMetres' : 'lethalSquareMetres and no menPerMinute';
  return [{ path, found: `${kind} without its effect or with the other's`, expected }];
}

function listUnorderedCurve(path: string, curve: WeaponEntry['menPerMinute']): Fault[] {
  const place = (curve ?? []).findIndex(([metres], index, all) => index > 0 && metres <= (all[index - 1]?.[0] ?? 0));
  if (place === -1) return [];
  return [
    { path: `${path}[${place}]`, found: describeFound(curve?.[place]), expected: 'a greater distance than before' },
  ];
}

function listEmptyReach(path: string, { minimumMetres, reachMetres }: WeaponEntry): Fault[] {
  if (minimumMetres < reachMetres) return [];
  return [
    { path: `${path}.reachMetres`, found: `${reachMetres}`, expected: `more than minimumMetres, ${minimumMetres}` },
  ];
}
