/** The tables of equipment that come with the game: sound, plausible, and a few figures held to their sources. */
import { describe, expect, test } from 'vitest';
import { present } from '../../src/model/assert.ts';
import type { VehicleId, VehicleType } from '../../src/model/vehicle.ts';
import type { AtRange, Weapon, WeaponId } from '../../src/model/weapon.ts';
import { formatProblem } from '../../src/scenario/problem.ts';
import { parseAircraft } from '../../src/scenario/aircraft-table.ts';
import { parseBridging } from '../../src/scenario/bridging-table.ts';
import { parseVehicles } from '../../src/scenario/vehicle-table.ts';
import { EQUIPMENT } from '../fielded.ts';
import { equipmentJson, type Spoilable } from './zaozernaya.ts';

const { weapons, vehicles, aircraft, bridging } = EQUIPMENT;
const weapon = (id: string): Weapon => present(weapons.get(id as WeaponId), id);
const vehicle = (id: string): VehicleType => present(vehicles.get(id as VehicleId), id);
const valueAt = (curve: readonly AtRange[] | undefined, metres: number): number | undefined =>
  curve?.find((point) => point.metres === metres)?.value;

describe('weapons', () => {
  test('weigh no less on the march than in action, and reach no less far indirectly than directly', () => {
    for (const one of weapons.values()) {
      expect(one.travelTonnes ?? Infinity, one.id).toBeGreaterThan(one.tonnes ?? 0);
      expect(one.indirectMetres ?? Infinity, one.id).toBeGreaterThanOrEqual(one.reachMetres);
    }
  });

  test('that throw shells say of what calibre and weight, with a zone of splinters wider than what is surely deadly', () => {
    for (const one of weapons.values()) {
      if (one.lethalSquareMetres === undefined) continue;
      const zone = present(one.zoneMetres, one.id);
      expect(one.lethalSquareMetres, one.id).toBeLessThan(zone.front * zone.depth);
      expect([one.calibreMm, one.shellKg, one.craterMetres], one.id).not.toContain(undefined);
    }
  });

  test('make more ground deadly the greater their calibre', () => {
    const guns = [...weapons.values()]
      .filter(({ kind }) => kind === 'gun' || kind === 'howitzer' || kind === 'antiTankGun')
      .sort((a, b) => (a.calibreMm ?? 0) - (b.calibreMm ?? 0));
    for (const [index, one] of guns.entries()) {
      const smaller = guns.slice(0, index).filter(({ calibreMm = 0 }) => calibreMm < 0.85 * (one.calibreMm ?? 0));
      for (const { id, lethalSquareMetres = 0 } of smaller)
        expect(lethalSquareMetres, `${id} and ${one.id}`).toBeLessThanOrEqual(one.lethalSquareMetres ?? 0);
    }
  });

  // biome-ignore format: a table
  test.each([
    ['type-94-37mm',     1000, 20],
    ['type-94-37mm',     500,  30],
    ['45mm-1932',        500,  43],
    ['45mm-20k',         1000, 32],
    ['type-93-13mm',     200,  18],
    ['type-97-20mm',     250,  30],
    ['type-92-hmg',      200,  8 ],
    ['type-90-57mm-tank',500,  20],
    ['76mm-1902-30',     500,  56],
    ['76mm-kt-28',       500,  28],
  ])('%s pierces at %i m %i mm of plate', (id, metres, millimetres) => {
    expect(valueAt(weapon(id).penetrationMm, metres)).toBe(millimetres);
  });

  // biome-ignore format: a table
  test.each([
    ['122mm-1910-30',  { front: 60, depth: 20 }, 80,   40,   1.466],
    ['76mm-1902-30',   { front: 30, depth: 15 }, 140,  60,   1.335],
    ['type-92-70mm',   { front: 22, depth: 10 }, 120,  80,   0.216],
    ['type-91-105mm',  { front: 45, depth: 18 }, 120,  55,   1.5  ],
    ['maxim-1910-30',  undefined,                2500, 3000, 0.0635],
  ])('%s has its zone, unit of fire, hourly rounds and weight', (id, zone, unitOfFire, anHour, tonnes) => {
    const { zoneMetres, unitOfFireRounds, maxRoundsPerHour, tonnes: weight } = weapon(id);
    expect([zoneMetres, unitOfFireRounds, maxRoundsPerHour, weight]).toEqual([zone, unitOfFire, anHour, tonnes]);
  });

  test('a laid anti-tank gun spreads its shots less than a halted tank', () => {
    expect(weapon('type-94-37mm').dispersionMil).toBe(0.7);
    expect(weapon('type-94-37mm-tank').dispersionMil).toBe(1.2);
  });
});

describe('vehicles', () => {
  test('carry weapons of the table of weapons', () => {
    for (const { id, guns } of vehicles.values())
      for (const gun of guns) expect(weapons.has(gun.weapon), `${gun.weapon} on ${id}`).toBe(true);
  });

  test('go no faster by night than by day, nor off the road than on it', () => {
    for (const { id, marchKmh, otherGear } of vehicles.values()) {
      for (const march of [marchKmh, otherGear?.marchKmh]) {
        if (march === undefined) continue;
        expect(march.roadNight, id).toBeLessThanOrEqual(march.roadDay);
        expect(march.steppeNight, id).toBeLessThanOrEqual(march.steppeDay);
        expect(march.steppeDay, id).toBeLessThanOrEqual(march.roadDay);
        for (const slow of [march.dunes, march.marsh, march.hill])
          expect(slow, id).toBeLessThanOrEqual(march.steppeDay);
      }
    }
  });

  test('march no faster than they can drive, and farther in a forced day than in a usual one', () => {
    for (const { id, speedKmh, marchKmh, dayKm, tread } of vehicles.values()) {
      if (speedKmh !== undefined) expect(marchKmh?.roadDay ?? 0, id).toBeLessThanOrEqual(speedKmh.road);
      if (dayKm !== undefined) expect(dayKm.usual, id).toBeLessThan(dayKm.forced);
      if (tread !== 'keel') expect(marchKmh, id).toBeDefined();
    }
  });

  test('with plate are thickest in front, and those that burn something hold together for so long', () => {
    for (const { id, armourMm, fuel, breakdown, tread } of vehicles.values()) {
      if (armourMm !== undefined) {
        expect(armourMm.front, id).toBeGreaterThanOrEqual(armourMm.side);
        expect(armourMm.front, id).toBeGreaterThanOrEqual(armourMm.rear);
        expect(armourMm.roof, id).toBeLessThanOrEqual(armourMm.front);
      }
      if (tread !== 'keel') expect(breakdown === undefined, id).toBe(fuel === 'none');
    }
  });

  // biome-ignore format: a table
  test.each([
    ['t-26-1933',       15, 15, 'petrol', 3],
    ['bt-5',            13, 13, 'petrol', 3],
    ['bt-7-1937',       20, 15, 'petrol', 3],
    ['ba-10',           10, 10, 'petrol', 4],
    ['type-89-otsu',    17, 15, 'diesel', 4],
    ['type-95-ha-go',   12, 12, 'diesel', 3],
  ])('%s has its plate in front and at the sides, its fuel and its crew', (id, front, side, fuel, crew) => {
    const { armourMm, fuel: burns, crewMen } = vehicle(id);
    expect([armourMm?.front, armourMm?.side, burns, crewMen]).toEqual([front, side, fuel, crew]);
  });

  test('flame tanks carry their flame throwers, BT their wheels, amphibians their swim', () => {
    expect(weapon(vehicle('kht-26').guns[0]?.weapon ?? '').kind).toBe('flameThrower');
    expect(vehicle('bt-5').otherGear).toMatchObject({ on: 'wheels', changeMinutes: 30, roadKmh: 72, rangeKm: 200 });
    expect([vehicle('t-37a').swimKmh, vehicle('t-38').swimKmh]).toEqual([6, 6]);
  });

  test('the figures of march, breakdown and load are those of scenarios/sources.md', () => {
    expect(vehicle('t-26-1933').marchKmh).toEqual({
      roadDay: 15,
      roadNight: 8,
      steppeDay: 12,
      steppeNight: 7,
      dunes: 9,
      marsh: 3.5,
      hill: 8,
    });
    expect(vehicle('type-89-ko').breakdown).toEqual({ per100Km: 0.07, perCombatDay: 0.08, backInDay: 0.4 });
    expect(vehicle('gaz-aa')).toMatchObject({ seats: 14, loadKg: 1500, towKg: 1000, rangeKm: 215 });
    expect(vehicle('pack-horse')).toMatchObject({
      loadKg: 95,
      beasts: { count: 1, feedKgADay: 9, waterLitresADay: 30 },
    });
    expect(vehicle('armoured-cutter-1124')).toMatchObject({
      armourMm: { side: 7, roof: 4 },
      hull: { draughtMetres: 0.8, stillWaterKmh: 38 },
    });
  });

  test.each<[mistake: string, spoil: (rows: Spoilable) => void, problem: string]>([
    [
      'a tank with a hull',
      (rows) => (rows[0].hull = { draughtMetres: 1, lengthMetres: 5, stillWaterKmh: 9 }),
      'vehicles[0]: found tracks with a hull, expected a hull with a keel and nowhere else',
    ],
    [
      'a tank that burns nothing',
      (rows) => (rows[0].fuel = 'none'),
      'vehicles[0]: found tracks without fuel or beasts, expected what moves it',
    ],
    ['a row twice', (rows) => (rows[1].id = rows[0].id), 'vehicles[1].id: found "t-26-1931", expected an id used once'],
    [
      'a share beyond one',
      (rows) => (rows[0].breakdown.backInDay = 60),
      'vehicles[0].breakdown.backInDay: found 60, expected from 0 to 1',
    ],
  ])('%s is told', (_mistake, spoil, problem) => {
    const table = equipmentJson('vehicles');
    spoil(table['vehicles']);
    const reading = parseVehicles('vehicles.json', table);
    const problems = reading.kind === 'refused' ? reading.problems.map(formatProblem) : [];
    expect(problems).toEqual([`vehicles.json: ${problem}`]);
  });
});

describe('aircraft and bridging', () => {
  test('what bombs carries bombs, and heavier bombers carry more than fighters', () => {
    for (const { id, roles, bombKg } of aircraft.values())
      if (roles.some((role) => role.endsWith('Bomber'))) expect(bombKg, id).toBeGreaterThan(0);
    const bombs = Object.fromEntries([...aircraft.values()].map(({ id, bombKg }) => [id, bombKg]));
    expect(bombs).toMatchObject({ 'i-15': 40, sb: 600, 'tb-3': 2000, 'ki-21': 750 });
  });

  test('a bridge of boats bears less than pontoons, the bridge of 3 July 1939 one lorry at a time', () => {
    const [japanese, park, boats] = [...bridging.values()];
    expect(park?.loadTonnes).toBeGreaterThan(boats?.loadTonnes ?? Infinity);
    expect(japanese).toMatchObject({ lengthMetres: 70, loadTonnes: 2.5, vehiclesAtOnce: 1, mendEveryMinutes: 30 });
  });

  test('rows that come twice are told', () => {
    const told = [
      { table: 'aircraft', parse: parseAircraft },
      { table: 'bridging', parse: parseBridging },
    ].map(({ table, parse }) => {
      const json = equipmentJson(table);
      json[table][1].id = json[table][0].id;
      const reading = parse('table.json', json);
      return reading.kind === 'refused' ? reading.problems.map(formatProblem) : [];
    });
    expect(told).toEqual([
      ['table.json: aircraft[1].id: found "i-15", expected an id used once'],
      ['table.json: bridging[1].id: found "japanese-pontoon-1939", expected an id used once'],
    ]);
  });
});
