/** The ensign uses the aircraft it is given: strikes at whom it sees, looks where it sees nobody, guards what it holds. */
import { expect, test } from 'vitest';
import { playTurn } from '../../src/ai/play.ts';
import { playerByName } from '../../src/ai/players.ts';
import { present } from '../../src/model/assert.ts';
import type { Order, OrderOf } from '../../src/model/order.ts';
import { type AirWish, type Battlefield, battlefield, rifleCompany, type FieldOptions } from '../battlefield.ts';

const decide = present(playerByName('ensign'), 'an ensign');

const field = (wish: Partial<AirWish>, options: FieldOptions = {}): Battlefield =>
  battlefield(
    `
    . A . . . . . . .
     . . . . . . b . .
    . W . . . . . . .
  `,
    { A: rifleCompany(), b: rifleCompany({ posture: 'marching' }) },
    {
      objectives: [
        { at: 'W', holder: 'soviet' },
        { at: 'b', holder: 'japanese' },
      ],
      air: [{ id: 'eagles', side: 'soviet', aircraft: 'i-15bis', ...wish }],
      ...options,
    },
  );

function sent(one: Battlefield): OrderOf<'airMission'>[] {
  const { given } = playTurn(one.battle, { decide, memory: undefined, seed: 'air', budget: 2000 });
  expect(given.filter(({ refusal }) => refusal !== undefined)).toEqual([]);
  return given.map(({ order }) => order).filter((order: Order) => order.kind === 'airMission');
}

test('it strikes at a column in view, once with a flight that has one sortie', () => {
  const one = field({ sortiesADay: 1 });
  expect(sent(one)).toMatchObject([{ flight: 'eagles', target: one.hex('b') }]);
});

test('it does not bomb from high up beside its own troops', () => {
  const one = battlefield(
    '. . A b . .',
    { A: rifleCompany(), b: rifleCompany() },
    { seen: ['soviet'], air: [{ id: 'eagles', side: 'soviet', aircraft: 'sb', tasks: ['bomb'] }] },
  );
  expect(sent(one)).toEqual([]);
});

test('it looks at an objective of whose defenders it knows nothing', () => {
  const one = field({ aircraft: 'r-5', tasks: ['reconnoitre'] }, { hexMetres: 1000 });
  expect(sent(one)).toMatchObject([{ task: 'reconnoitre', target: one.hex('b') }]);
});

test('its fighters guard what it holds', () => {
  const one = field({ aircraft: 'i-16-10', tasks: ['cover'] });
  expect(sent(one)).toMatchObject([{ task: 'cover', target: one.hex('W') }]);
});
