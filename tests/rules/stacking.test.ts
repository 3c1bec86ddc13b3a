/** Room in a hex: frontage in metres, three lines deep. */
import { expect, test } from 'vitest';
import { frontageMetres, roomMetres } from '../../src/rules/stacking.ts';
import { present } from '../../src/model/assert.ts';
import { battery, battlefield, type Fielded, rifleCompany, tanks } from '../battlefield.ts';
import { march, refusalOf } from './orders.ts';

const frontage = (wish: Fielded): number => {
  const field = battlefield('A', { A: wish });
  return frontageMetres(present(field.scenario.cards[0], 'a card'), field.unit(field.battle, 'A'));
};

// biome-ignore format: a table
test.each<[string, Fielded, number]>([
  ['a hundred men deployed take two metres each',      rifleCompany(),                              200],
  ['a hundred men in column take one metre each',      rifleCompany({ posture: 'marching' }),       100],
  ['a hundred men dug in take two metres each',        rifleCompany({ dug: 1 }),                    200],
  ['four guns take twenty metres each beyond the men', battery(),                                   200],
  ['ten tanks take twenty metres each beyond the men', tanks(),                                     260],
])('%s', (_, wish, metres) => {
  expect(frontage(wish)).toBe(metres);
});

test('a hex offers three times its width', () => {
  expect(roomMetres(battlefield('A', { A: rifleCompany() }).scenario.map)).toBe(750);
});

test('a fourth company finds no room where three lie', () => {
  const three = battlefield('A B', { A: rifleCompany(), B: [rifleCompany(), rifleCompany({ men: 150 })] });
  expect(refusalOf(three.battle, march(three, 'A', 'B'))).toBeUndefined();
  const four = battlefield('A B', { A: rifleCompany(), B: [rifleCompany(), rifleCompany(), rifleCompany()] });
  expect(refusalOf(four.battle, march(four, 'A', 'B'))).toEqual({
    reason: 'noRoom',
    frontageMetres: 800,
    roomMetres: 750,
  });
});

test('a hex too full to stay in may be marched through', () => {
  const field = battlefield(
    'A B 1',
    { A: rifleCompany(), B: [rifleCompany(), rifleCompany(), rifleCompany()] },
    { under: { 1: 'open' } },
  );
  expect(refusalOf(field.battle, march(field, 'A', 'B1'))).toBeUndefined();
});

test('enemies nobody knows of take no room in the reckoning', () => {
  const field = battlefield(
    'A b',
    { A: rifleCompany(), b: [rifleCompany({ dug: 1 }), rifleCompany({ dug: 1 }), rifleCompany({ dug: 1 })] },
    { light: 'dark' },
  );
  expect(refusalOf(field.battle, march(field, 'A', 'b'))).toBeUndefined();
});

test('a column for which there is room in a hex may find none in it to deploy', () => {
  const field = battlefield('A', {
    A: [rifleCompany({ men: 350, posture: 'marching' }), rifleCompany({ men: 350, posture: 'marching' })],
  });
  expect(refusalOf(field.battle, { kind: 'deploy', unit: field.id('A'), posture: 'deployed' })).toMatchObject({
    reason: 'noRoom',
  });
});
