/** Reads a table of weapons: every row as the rules see it, or everything that is wrong with the file. */
import * as v from 'valibot';
import type { Weapon, WeaponId, WeaponKind } from '../model/weapon.ts';
import type { Fault } from './draft.ts';
import { listRepeatedRows, listUnorderedCurve } from './equipment-schema.ts';
import { listProblems, type Reading } from './problem.ts';
import { type WeaponEntry, WeaponsFileSchema, weaponOfEntry } from './weapon-file.ts';

/** Kinds whose harm is told by men a minute; the others throw shells. */
const SMALL_ARMS: readonly WeaponKind[] = [
  'rifle',
  'lightMachineGun',
  'machineGun',
  'heavyMachineGun',
  'antiTankRifle',
  'autocannon',
  'flameThrower',
];

/** Weapons by id, in the order of the file. */
export function parseWeapons(file: string, input: unknown): Reading<ReadonlyMap<WeaponId, Weapon>> {
  const result = v.safeParse(WeaponsFileSchema, input);
  if (!result.success) return { kind: 'refused', problems: listProblems(file, result.issues) };
  const { weapons } = result.output;
  const faults = [
    ...listRepeatedRows('weapons', weapons),
    ...weapons.flatMap((weapon, index) => listWeaponFaults(`weapons[${index}]`, weapon)),
  ];
  if (faults.length > 0) return { kind: 'refused', problems: faults.map((fault) => ({ file, ...fault })) };
  return { kind: 'read', value: new Map(weapons.map(weaponOfEntry).map((weapon) => [weapon.id, weapon])) };
}

function listWeaponFaults(path: string, weapon: WeaponEntry): Fault[] {
  return [
    ...listMissingEffect(path, weapon),
    ...listUnorderedCurve(`${path}.menPerMinute`, weapon.menPerMinute),
    ...listUnorderedCurve(`${path}.penetrationMm`, weapon.penetrationMm),
    ...listEmptyReach(path, weapon),
    ...listHalfPiercer(path, weapon),
  ];
}

function listMissingEffect(path: string, { kind, menPerMinute, lethalSquareMetres }: WeaponEntry): Fault[] {
  const isSmallArm = SMALL_ARMS.includes(kind);
  const [wanted, other] = isSmallArm ? [menPerMinute, lethalSquareMetres] : [lethalSquareMetres, menPerMinute];
  if (wanted !== undefined && other === undefined) return [];
  const expected = isSmallArm ? 'menPerMinute and no lethalSquareMetres' : 'lethalSquareMetres and no menPerMinute';
  return [{ path, found: `${kind} without its effect or with the other's`, expected }];
}

/** Whoever fires at armour is reckoned from all four. */
function listHalfPiercer(path: string, weapon: WeaponEntry): Fault[] {
  if (weapon.penetrationMm === undefined) return [];
  const missing = (['muzzleMetresPerSecond', 'dispersionMil', 'calibreMm'] as const).filter(
    (member) => weapon[member] === undefined,
  );
  if (missing.length === 0) return [];
  return [{ path: `${path}.penetrationMm`, found: `no ${missing.join(', ')}`, expected: 'them beside it' }];
}

function listEmptyReach(path: string, { minimumMetres, reachMetres }: WeaponEntry): Fault[] {
  if (minimumMetres < reachMetres) return [];
  return [
    { path: `${path}.reachMetres`, found: `${reachMetres}`, expected: `more than minimumMetres, ${minimumMetres}` },
  ];
}
