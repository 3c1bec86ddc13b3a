/** The hour, the sky and distances. */
import { expect, test } from 'vitest';
import { minuteOf, skyAt, skyOf } from '../../src/rules/light.ts';
import { nearestMetres, rangeMetres } from '../../src/rules/range.ts';
import { scenarioById } from '../../src/scenario/library.ts';
import { battlefield, rifleCompany } from '../battlefield.ts';

const { clock } = scenarioById('khasan-1938-zaozernaya');

test('turns of half an hour begin at half past two', () => {
  expect([1, 2, 13].map((turn) => minuteOf(clock, turn))).toEqual([150, 180, 510]);
});

test('above Lake Khasan it is dark until five, day from the turn after sunrise, and fog at the end', () => {
  const skies = Array.from({ length: 13 }, (_, index) => skyOf(clock, { turn: index + 1 })).map(
    (sky) => `${sky.light} ${sky.weather}`,
  );
  expect(skies).toEqual([
    ...Array<string>(5).fill('dark overcast'),
    ...Array<string>(3).fill('twilight overcast'),
    ...Array<string>(4).fill('day overcast'),
    'day fog',
  ]);
});

test('before the first entry of the sky its first entry holds', () => {
  expect(skyAt(clock, 0)).toEqual(clock.skies[0]);
});

test('fire is measured from centre to centre, sight from the nearest men', () => {
  const field = battlefield('A 1 2', { A: rifleCompany() }, { under: { 1: 'open', 2: 'open' } });
  const { map } = field.scenario;
  expect(['A', '1', '2'].map((character) => rangeMetres(map, field.hex('A'), field.hex(character)))).toEqual([
    125, 250, 500,
  ]);
  expect(['A', '1', '2'].map((character) => nearestMetres(map, field.hex('A'), field.hex(character)))).toEqual([
    0, 125, 375,
  ]);
});
