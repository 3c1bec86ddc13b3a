/** Snow and ice under columns. */
import { describe, expect, test } from 'vitest';
import type { HexsideFeature } from '../../src/model/map.ts';
import type { VehicleId } from '../../src/model/vehicle.ts';
import { COLUMN_KMH, type Going } from '../../src/rules/march-rates.ts';
import { isBorne, snowShare } from '../../src/rules/winter.ts';
import {
  type Battlefield,
  battlefield,
  cavalry,
  type Fielded,
  type FieldOptions,
  rifleCompany,
  tanks,
} from '../battlefield.ts';
import { redrawn } from '../drawn.ts';
import { drawReach, march, refusalOf } from './orders.ts';

const MEN: Going = { tread: 'foot', kmh: COLUMN_KMH.foot };
const HORSES: Going = { tread: 'horse', kmh: COLUMN_KMH.horse };
const LORRIES: Going = { tread: 'wheel', kmh: COLUMN_KMH.truck, tonnes: 3.3 };
const TANKS: Going = { tread: 'track', kmh: COLUMN_KMH.tracked, tonnes: 9.4 };

describe('snow', () => {
  // biome-ignore format: a table
  test.each<[string, Going, number, 'road' | undefined, number]>([
    ['of 20 cm leaves men seven tenths of their speed',   MEN,     20, undefined, 0.7],
    ['of 20 cm on a road takes a quarter of that',        MEN,     20, 'road',    1 - 0.3 / 4],
    ['of 20 cm leaves lorries six tenths',                LORRIES, 20, undefined, 0.6],
    ['of 45 cm stops lorries off the roads',              LORRIES, 45, undefined, 0],
    ['of 20 cm leaves tanks nine tenths',                 TANKS,   20, undefined, 0.9],
    ['does nothing where none lies',                      HORSES,  0,  undefined, 1],
  ])('%s', (_, going, centimetres, way, share) => {
    expect(snowShare(going, centimetres, way)).toBeCloseTo(share, 10);
  });
});

describe('ice', () => {
  // biome-ignore format: a table
  test.each<[string, Going, number, boolean]>([
    ['of 5 cm bears men in file',            MEN,     5,  true],
    ['of 3 cm bears nobody',                 MEN,     3,  false],
    ['of 11 cm bears riders',                HORSES,  11, true],
    ['of 10 cm does not bear riders',        HORSES,  10, false],
    ['of 20 cm bears a loaded lorry of 3.3 t', LORRIES, 20, true],
    ['of 19 cm does not',                    LORRIES, 19, false],
    ['of 28 cm bears a T-26 of 9.4 t',       TANKS,   28, true],
    ['of 27 cm does not',                    TANKS,   27, false],
  ])('%s', (_, going, centimetres, bears) => {
    expect(isBorne(going, centimetres)).toBe(bears);
  });

  const lake = (wish: Fielded, options: FieldOptions): Battlefield =>
    battlefield(
      'A 1 ~ 2 . b',
      { A: wish, b: rifleCompany({ policy: 'hold' }) },
      { under: { 1: 'deepWater', 2: 'open' }, minutes: 240, ...options },
    );

  test('of 30 cm carries tanks over a lake, of 25 cm riders only, and without ice nobody crosses', () => {
    expect(drawReach(lake(tanks(), { iceCentimetres: 30 }), 'A')).toBe(redrawn('A x x x x x'));
    expect(drawReach(lake(tanks(), { iceCentimetres: 25 }), 'A')).toBe(redrawn('A 1 ~ 2 . b'));
    expect(drawReach(lake(cavalry(), { iceCentimetres: 25 }), 'A')).toBe(redrawn('A x x x x x'));
    expect(drawReach(lake(cavalry(), {}), 'A')).toBe(redrawn('A 1 ~ 2 . b'));
  });

  test('too thin is told with figures', () => {
    const field = lake(tanks(), { iceCentimetres: 25 });
    expect(refusalOf(field.battle, march(field, 'A', '1'))).toEqual({
      reason: 'iceTooThin',
      centimetres: 25,
      neededCentimetres: 28,
    });
  });

  test('thick enough is a bridge over any river', () => {
    const river: HexsideFeature = { river: { widthMetres: 80, depthMetres: 3, banks: 'flat' } };
    const over = (wish: Fielded, iceCentimetres: number): string =>
      drawReach(
        battlefield('A 2', { A: wish }, { under: { 2: 'open' }, hexsides: [['A', '2', river]], iceCentimetres }),
        'A',
      );
    expect(over(rifleCompany(), 15)).toBe(redrawn('A x'));
    expect(over(tanks({ vehicle: 't-26-1933' as VehicleId }), 15)).toBe(redrawn('A 2'));
    expect(over(tanks({ vehicle: 't-26-1933' as VehicleId }), 30)).toBe(redrawn('A x'));
  });
});
