/** Who gets over a river between two hexes, and in what time. */
import { describe, expect, test } from 'vitest';
import type { HexsideFeature, River } from '../../src/model/map.ts';
import { crossingOf, wadingTenths } from '../../src/rules/crossing.ts';
import { COLUMN_KMH, type Going, LINE_KMH } from '../../src/rules/march-rates.ts';
import { rifleCompany, tanks } from '../fielded.ts';
import { battlefield } from '../battlefield.ts';
import { redrawn } from '../drawn.ts';
import { drawReach } from './orders.ts';

const MEN: Going = { tread: 'foot', kmh: LINE_KMH };
const HORSES: Going = { tread: 'horse', kmh: COLUMN_KMH.horse };
const CARS: Going = { tread: 'wheel', kmh: COLUMN_KMH.wheeled, wadeMetres: 0.6, tonnes: 5 };
const LIGHT_TANKS: Going = { tread: 'track', kmh: COLUMN_KMH.tracked, wadeMetres: 0.8, tonnes: 9.4 };
const FAST_TANKS: Going = { tread: 'track', kmh: COLUMN_KMH.tracked, wadeMetres: 1.1, tonnes: 13.9 };
const BOATS: Going = { tread: 'hull', kmh: COLUMN_KMH.boat };

const river = (depthMetres: number, more: Partial<River> = {}): River => ({ widthMetres: 60, depthMetres, ...more });
const kindOf = (feature: HexsideFeature, going: Going) => crossingOf(feature, going).kind;

describe('a river between two hexes', () => {
  // biome-ignore format: a table
  test.each<[string, HexsideFeature, Going, string]>([
    ['is waded by men up to 1.2 m',                       { river: river(1.2) },                                      MEN,         'waded'],
    ['bars men where it is deeper',                       { river: river(1.3) },                                      MEN,         'barred'],
    ['is waded by armoured cars up to 0.6 m',             { river: river(0.6) },                                      CARS,        'waded'],
    ['bars armoured cars where it is deeper',             { river: river(0.7) },                                      CARS,        'barred'],
    ['at 1 m bars light tanks',                           { river: river(1) },                                        LIGHT_TANKS, 'barred'],
    ['at 1 m lets fast tanks through',                    { river: river(1) },                                        FAST_TANKS,  'waded'],
    ['lets men and tanks through at a ford',              { river: river(2), ford: { depthMetres: 0.8 } },            LIGHT_TANKS, 'waded'],
    ['takes men off their feet at 1.1 m and 1.2 m/s',     { river: river(1.1, { currentMetresPerSecond: 1.2 }) },     MEN,         'barred'],
    ['leaves them on their feet at 0.9 m and 1.2 m/s',    { river: river(0.9, { currentMetresPerSecond: 1.2 }) },     MEN,         'waded'],
    ['with steep banks stops tanks',                      { river: river(0.5, { banks: 'steep' }) },                  FAST_TANKS,  'barred'],
    ['with steep banks does not stop men',                { river: river(0.5, { banks: 'steep' }) },                  MEN,         'waded'],
    ['with steep banks lets tanks through at a ford',     { river: river(2, { banks: 'steep' }), ford: { depthMetres: 0.8 } }, FAST_TANKS, 'waded'],
    ['is crossed on a bridge that bears the tank',        { river: river(3), bridge: { tonnes: 10 } },                LIGHT_TANKS, 'over'],
    ['bars a tank too heavy for the bridge',              { river: river(3), bridge: { tonnes: 10 } },                FAST_TANKS,  'barred'],
    ['is crossed by any way where men could wade',        { river: river(1), way: 'track' },                          LIGHT_TANKS, 'over'],
    ['too deep to wade is not crossed by a way alone',    { river: river(2), way: 'road' },                           MEN,         'barred'],
    ['bars no boat',                                      { river: river(3, { banks: 'steep' }) },                    BOATS,       'over'],
  ])('%s', (_, feature, going, kind) => {
    expect(kindOf(feature, going)).toBe(kind);
  });

  const minutes = (feature: HexsideFeature, going: Going, kmh: number): number => {
    const crossing = crossingOf(feature, going);
    return crossing.kind === 'waded' ? wadingTenths(crossing, kmh) / 10 : 0;
  };

  test('60 m of still water cost men at 2.5 km/h 3.4 minutes more than grass', () => {
    // 60 m are 1.44 minutes on grass and 4.8 at three tenths of the speed.
    expect(minutes({ river: river(0.8) }, MEN, 2.5)).toBeCloseTo(3.36);
  });

  test('a current of 1 m/s doubles the time in the water', () => {
    expect(minutes({ river: river(0.8, { currentMetresPerSecond: 1 }) }, MEN, 2.5)).toBeCloseTo(8.16);
  });

  test('steep banks cost men 3 minutes and horses 5', () => {
    const more = (going: Going): number =>
      minutes({ river: river(0.8, { banks: 'steep' }) }, going, 5) - minutes({ river: river(0.8) }, going, 5);
    expect(more(MEN)).toBeCloseTo(3);
    expect(more(HORSES)).toBeCloseTo(5);
  });
});

describe('reach over a river', () => {
  const across = (feature: HexsideFeature, wish = rifleCompany()): string =>
    drawReach(
      battlefield('A 2', { A: wish }, { under: { A: 'open', 2: 'open' }, hexsides: [['A', '2', feature]] }),
      'A',
      30,
    );

  test('a bridge leads over deep water those it bears', () => {
    expect(across({ river: river(3), bridge: { tonnes: 30 } }, tanks())).toBe(redrawn('A x'));
    expect(across({ river: river(3), bridge: { tonnes: 3 } }, tanks())).toBe(redrawn('A 2'));
    expect(across({ river: river(3), bridge: { tonnes: 3 } })).toBe(redrawn('A x'));
  });
});
