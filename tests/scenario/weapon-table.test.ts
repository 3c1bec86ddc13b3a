import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/scenario/problem.ts';
import { parseWeapons } from '../../src/scenario/weapon-table.ts';
import { equipmentJson, type Spoilable } from './zaozernaya.ts';

describe('the table of weapons', () => {
  test('reads, and every effect falls with distance', () => {
    const reading = parseWeapons('weapons.json', equipmentJson('weapons'));
    const weapons = reading.kind === 'read' ? [...reading.value.values()] : [];
    expect(weapons).toHaveLength(73);
    for (const { id, menPerMinute = [], penetrationMm = [] } of weapons) {
      for (const curve of [menPerMinute, penetrationMm]) {
        const values = curve.map(({ value }) => value);
        expect(values, id).toEqual([...values].sort((a, b) => b - a));
      }
    }
  });

  test('a rifle company in the open at 250 m loses some 20 men in ten minutes to the aimed fire of another', () => {
    const reading = parseWeapons('weapons.json', equipmentJson('weapons'));
    if (reading.kind === 'refused') throw new Error('the table of weapons does not read');
    const perMinute = (id: string): number =>
      [...reading.value.values()].find((weapon) => weapon.id === id)?.menPerMinute?.find(({ metres }) => metres === 250)
        ?.value ?? 0;
    const company = 110 * perMinute('mosin-1891-30') + 9 * perMinute('dp-1927') + 2 * perMinute('maxim-1910-30');
    expect(10 * company).toBeGreaterThan(15);
    expect(10 * company).toBeLessThan(25);
  });

  test.each<[mistake: string, spoil: (table: Spoilable) => void, problem: string]>([
    [
      'a distance that goes back',
      (table) => (table['weapons'][0].menPerMinute[2][0] = 200),
      'weapons[0].menPerMinute[2]: found [200,0.002], expected a greater distance than before',
    ],
    [
      'a gun that tells its harm like a rifle',
      (table) => delete row(table, '76mm-1927').lethalSquareMetres,
      "weapons[16]: found gun without its effect or with the other's, expected lethalSquareMetres and no menPerMinute",
    ],
    [
      'a reach shorter than the minimum',
      (table) => (row(table, 'type-89-discharger').reachMetres = 100),
      'weapons[42].reachMetres: found 100, expected more than minimumMetres, 120',
    ],
    [
      'two weapons of one id',
      (table) => (table['weapons'][1].id = 'mosin-1891-30'),
      'weapons[1].id: found "mosin-1891-30", expected an id used once',
    ],
    [
      'a kind nobody knows',
      (table) => (table['weapons'][0].kind = 'longbow'),
      'weapons[0].kind: found "longbow", expected one of "rifle", "lightMachineGun", "machineGun", "heavyMachineGun", "antiTankRifle", "autocannon", "flameThrower", "grenadeDischarger", "mortar", "antiTankGun", "gun", "howitzer"',
    ],
  ])('%s', (_mistake, spoil, problem) => {
    const table = equipmentJson('weapons');
    spoil(table);
    const reading = parseWeapons('weapons.json', table);
    expect(reading.kind === 'refused' ? reading.problems.map(formatProblem) : []).toEqual([`weapons.json: ${problem}`]);
  });
});

function row(table: Spoilable, id: string): Spoilable {
  return table['weapons'].find((weapon: Spoilable) => weapon['id'] === id);
}
