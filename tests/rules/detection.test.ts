/** At what distance men are noticed and heard. Metres over open ground with the naked eye. */
import { describe, expect, test } from 'vitest';
import type { Light } from '../../src/model/clock.ts';
import type { Terrain } from '../../src/model/map.ts';
import { LIGHTS, type Weather } from '../../src/model/clock.ts';
import { present } from '../../src/model/assert.ts';
import {
  emptyMetres,
  eyesOf,
  flashMetres,
  heardMetres,
  noticedMetres,
  watchMetres,
} from '../../src/rules/detection.ts';
import { battery, battlefield, type Fielded, headquarters, machineGuns, rifleCompany, tanks } from '../battlefield.ts';

const withUnit = (wish: Fielded) => {
  const field = battlefield('A', { A: wish });
  return {
    scenario: field.scenario,
    card: present(field.scenario.cards[0], 'a card'),
    unit: field.unit(field.battle, 'A'),
  };
};

function noticed(wish: Fielded, scene: { light?: Light; weather?: Weather; terrain?: Terrain } = {}): number {
  const { scenario, card, unit } = withUnit(wish);
  return Math.round(noticedMetres(scenario, card, unit, { light: 'day', weather: 'clear', terrain: 'open', ...scene }));
}

const heard = (wish: Fielded, light: Light): number => {
  const { scenario, card, unit } = withUnit(wish);
  return Math.round(heardMetres(scenario, card, unit, light));
};

describe('noticed by day, twilight, moon and in the dark', () => {
  // biome-ignore format: a table
  test.each<[string, Fielded, readonly number[]]>([
    ['a company marching in column', rifleCompany({ posture: 'marching', now: { activity: 'moving' } }),              [3500, 1500, 500, 200]],
    ['a company going forward',      rifleCompany({ now: { activity: 'moving' } }),                                   [2200, 1000, 300, 100]],
    ['a column halted',              rifleCompany({ posture: 'marching' }),                                           [2200, 1000, 300, 100]],
    ['men moving without a sound',   rifleCompany({ now: { activity: 'moving', pace: 'silent' } }),                   [1500, 500, 150, 60]],
    ['men prone in the grass',       rifleCompany(),                                                                  [150, 80, 25, 15]],
    ['men dug in who keep still',    rifleCompany({ dug: 1 }),                                                        [200, 100, 25, 15]],
    ['tanks on the move',            tanks({ now: { activity: 'moving' } }),                                          [4000, 2500, 700, 300]],
    ['tanks standing still',         tanks(),                                                                         [1800, 900, 200, 80]],
  ])('%s', (_, wish, metres) => {
    expect(LIGHTS.map((light) => noticed(wish, { light }))).toEqual(metres);
  });

  test('a handful of men is harder to see than a company', () => {
    expect(noticed(rifleCompany({ men: 12 }))).toBe(105);
  });

  test('a wood hides men, rain and fog hide everything', () => {
    const column = rifleCompany({ posture: 'marching', now: { activity: 'moving' } });
    expect(noticed(column, { terrain: 'forest' })).toBe(1050);
    expect(noticed(column, { weather: 'rain' })).toBe(1750);
    expect(noticed(column, { weather: 'fog' })).toBe(200);
  });
});

describe('what fires', () => {
  test('shows itself farther off than if it kept still, farthest of all in the dark', () => {
    const still = noticed(machineGuns({ dug: 1 }));
    const firing = machineGuns({ dug: 1, now: { activity: 'firing' } });
    expect(noticed(firing)).toBeGreaterThan(still);
    expect(noticed(firing, { light: 'dark' })).toBeGreaterThan(noticed(firing));
  });

  test('shows by its biggest flash; guns that are lost show nothing', () => {
    const { scenario, card, unit } = withUnit(battery());
    expect(flashMetres(scenario, card, unit, 'dark')).toBeGreaterThan(
      flashMetres(scenario, card, { ...unit, pieces: [0, 15] }, 'dark'),
    );
    expect(flashMetres(scenario, card, { ...unit, pieces: [0, 0] }, 'dark')).toBe(0);
  });

  test('is heard at a fifth of the distance its shots carry', () => {
    const { scenario, card, unit } = withUnit(battery({ now: { activity: 'firing' } }));
    const loudest = Math.max(
      ...card.armaments.map((armament) => present(scenario.weapons.get(armament.weapon), 'a weapon').soundMetres),
    );
    expect(heardMetres(scenario, card, unit, 'dark')).toBeCloseTo(loudest * 0.2);
  });
});

describe('heard by night and by day', () => {
  // biome-ignore format: a table
  test.each<[string, Fielded, number, number]>([
    ['a column',                   rifleCompany({ posture: 'marching', now: { activity: 'moving' } }),   300,  180],
    ['men going forward',          rifleCompany({ now: { activity: 'moving' } }),                        150,  90],
    ['men moving without a sound', rifleCompany({ now: { activity: 'moving', pace: 'silent' } }),        50,   30],
    ['tanks',                      tanks({ now: { activity: 'moving' } }),                               1500, 900],
    ['spades',                     rifleCompany({ now: { activity: 'digging' } }),                       500,  300],
    ['men who keep still',         rifleCompany(),                                                       0,    0],
  ])('%s', (_, wish, night, day) => {
    expect([heard(wish, 'dark'), heard(wish, 'day')]).toEqual([night, day]);
  });
});

test('headquarters and gunners see two fifths farther through their glasses', () => {
  expect(eyesOf(withUnit(headquarters()).card)).toBe(1.4);
  expect(eyesOf(withUnit(battery()).card)).toBe(1.4);
  expect(eyesOf(withUnit(rifleCompany()).card)).toBe(1);
});

test('ground is under observation as far as men walking upright would be seen', () => {
  expect(LIGHTS.map((light) => watchMetres(light, 'clear'))).toEqual([2200, 1000, 300, 100]);
  expect(watchMetres('day', 'fog')).toBe(200);
});

test('a place can be told to be empty from as near as men lying there would be seen', () => {
  expect(LIGHTS.map((light) => emptyMetres({ light, weather: 'clear', terrain: 'open' }))).toEqual([150, 80, 25, 15]);
  expect(emptyMetres({ light: 'day', weather: 'clear', terrain: 'rock' })).toBeCloseTo(105);
});
