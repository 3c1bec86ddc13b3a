/** The drawn battlefield itself: that what is drawn is what stands there. */
import { expect, test } from 'vitest';
import { apply } from '../src/battle/battle.ts';
import { listLegalOrders } from '../src/battle/legal-orders.ts';
import { observe } from '../src/battle/observe.ts';
import { battlefield, machineGuns, rifleCompany } from './battlefield.ts';

const DRAWING = `
  . . A . .
   . , b * .
  . ^ . ~ .
`;

test('units stand where they are drawn, under the names they are drawn with', () => {
  const field = battlefield(
    DRAWING,
    { A: rifleCompany(), b: [rifleCompany({ dug: 1 }), machineGuns({ dug: 1, now: { suppression: 0.25 } })] },
    { objectives: [{ at: '*' }] },
  );
  expect(field.battle.state.units.map((unit) => [unit.id, unit.at, unit.posture])).toEqual([
    ['A', field.hex('A'), 'deployed'],
    ['b', field.hex('b'), 'dugIn'],
    ['b2', field.hex('b'), 'dugIn'],
  ]);
  expect(field.unit(field.battle, 'b2').suppression).toBe(0.25);
  expect(field.battle.state.works.map((work) => work.manHours)).toEqual([160]);
  expect(field.scenario.map.terrain[field.hex(',')]).toBe('scrub');
  expect(field.scenario.map.elevationMetres[field.hex('^')]).toBe(60);
});

test('the side of the first unit moves first, and may be told whom it faces', () => {
  const field = battlefield(
    DRAWING,
    { A: rifleCompany(), b: rifleCompany({ dug: 1 }) },
    { seen: ['soviet'], objectives: [{ at: '*' }] },
  );
  expect(field.battle.state.active).toBe('soviet');
  const observation = observe(field.scenario, field.battle.state, 'soviet');
  expect(observation.contacts.map((contact) => [contact.hex, contact.level, contact.dugIn])).toEqual([
    [field.hex('b'), 'identified', true],
  ]);
  expect(listLegalOrders(field.scenario, observation).map((order) => order.kind)).toContain('fire');
  expect(apply(field.battle, { kind: 'fire', unit: field.id('A'), target: field.hex('b'), minutes: 10 }).kind).toBe(
    'applied',
  );
});

test('a character that means nothing is refused', () => {
  expect(() => battlefield('? A', { A: rifleCompany() })).toThrow(
    "Hex 0: '?' is neither ground, nor a unit, nor a mark.",
  );
});
