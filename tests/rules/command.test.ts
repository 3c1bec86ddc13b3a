/** Reach of headquarters. */
import { expect, test } from 'vitest';
import { present } from '../../src/model/assert.ts';
import { findCommander, isInCommand } from '../../src/rules/command.ts';
import { battlefield, type Fielded, headquarters, offMapBattery, rifleCompany } from '../battlefield.ts';

/** Who commands A, on a line of hexes with H and G, the headquarters above. */
function commanderOf(text: string, h: Fielded = {}, minute = 600): string {
  const staff = { reachMetres: 500, staff: 0.5 };
  const field = battlefield(text, {
    A: rifleCompany({ parent: 'H' }),
    H: headquarters({ headquarters: staff, parent: 'G', ...h }),
    G: headquarters({ headquarters: { ...staff, reachMetres: 1500 }, echelon: 'regiment' }),
  });
  const { scenario, battle } = field;
  return (
    findCommander(scenario, battle.state.units, present(scenario.cards[0], 'a card'), field.unit(battle, 'A'), minute)
      ?.id ?? 'nobody'
  );
}

// biome-ignore format: a table
test.each<[string, string, Fielded, string]>([
  ['the lowest headquarters that reaches a unit commands it',      'A . H . . G',       {},                                                             'H'],
  ['beyond its reach the next above does',                         'A . . H . G',       {},                                                             'G'],
  ['beyond the reach of both nobody does',                         'A . . H . . . . G', {},                                                             'nobody'],
  ['a broken headquarters commands nobody',                        'A H . . . G',       { now: { cohesion: 'broken' } },                                'G'],
  ['a headquarters that is gone commands nobody',                  'A H . . . G',       { now: { at: 'gone', men: 0, killed: 20 } },                    'G'],
  ['a headquarters that has yet to take charge commands nobody',   'A H . . . G',       { headquarters: { reachMetres: 500, staff: 1, fromMinute: 601 } }, 'G'],
])('%s', (_, text, h, expected) => {
  expect(commanderOf(text, h)).toBe(expected);
});

test('from its hour on it does', () => {
  expect(commanderOf('A H . . . G', { headquarters: { reachMetres: 500, staff: 1, fromMinute: 601 } }, 601)).toBe('H');
});

test('headquarters, units that answer to nobody and guns beyond the map look after themselves', () => {
  const field = battlefield('A . . . H', {
    A: rifleCompany(),
    H: headquarters({ parent: 'nobody' }),
    Z: offMapBattery(1, { parent: 'H' }),
  });
  const { scenario, battle } = field;
  for (const [index, card] of scenario.cards.entries())
    expect(isInCommand(scenario, battle.state.units, card, present(battle.state.units[index], 'a unit'), 600)).toBe(
      true,
    );
});
