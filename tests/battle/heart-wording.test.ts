/** What befalls men and orders, in sentences. */
import { expect, test } from 'vitest';
import { orderText } from '../../src/battle/order-wording.ts';
import { eventText, refusalText } from '../../src/battle/wording.ts';
import type { SeenEvent, Who } from '../../src/model/seen-event.ts';
import type { UnitId } from '../../src/model/unit.ts';
import { battlefield, headquarters, rifleCompany } from '../battlefield.ts';

const field = battlefield(
  'A . H',
  { A: rifleCompany(), H: headquarters() },
  { friction: { reliefs: [{ headquarters: 'H', staff: 0.9, commander: 'Colonel Fedyuninsky' }] } },
);
const who: Who = { kind: 'own', unit: 'A' as UnitId };
const post: Who = { kind: 'own', unit: 'H' as UnitId };

// biome-ignore format: a table
test.each<[SeenEvent, string]>([
  [{ kind: 'leaderLost', who, hex: 0, first: true },                      'The leader of A is hit.'],
  [{ kind: 'leaderReplaced', who },                                       'The next in rank leads A.'],
  [{ kind: 'firstFire', who, hex: 0, stood: true },                       'A stands its first fire.'],
  [{ kind: 'firstFire', who, hex: 0, stood: false },                      'A panics at its first fire.'],
  [{ kind: 'deserted', who, hex: 0, over: 30, away: 1 },                  'A loses 30 men by desertion to the enemy. A loses 1 man by desertion.'],
  [{ kind: 'frostbitten', who, men: 3 },                                  'A has 3 men frostbitten.'],
  [{ kind: 'cutOff', who, sinceMinute: 600 },                             'A is cut off: no way leads home.'],
  [{ kind: 'cutOff', who, sinceMinute: null },                            'A has a way home again.'],
  [{ kind: 'late', who: post, share: 0.5 },                               'H and its units set out late: they have 50 % of their minutes.'],
  [{ kind: 'ordersLost', who: post, units: 2, untilMinute: 660 },         'No orders have reached H and its units. They may not march or go in before 11:00.'],
  [{ kind: 'linesCut', who: post, untilMinute: 660 },                     'The telephone lines of H are cut until 11:00.'],
  [{ kind: 'relieved', who: post },                                       'Colonel Fedyuninsky takes over at H.'],
])('%j', (seen, sentence) => {
  expect(eventText(field.scenario, new Map(), seen)).toBe(sentence);
});

test('a leader known by name is named when the first is hit, and not after', () => {
  const [card, ...others] = field.scenario.cards;
  if (card === undefined) throw new Error('The field has units.');
  const named = { ...field.scenario, cards: [{ ...card, commander: 'Lieutenant Nakajima' }, ...others] };
  const sentence = (first: boolean): string => eventText(named, new Map(), { kind: 'leaderLost', who, hex: 0, first });
  expect(sentence(true)).toBe('Lieutenant Nakajima, leading A, is hit.');
  expect(sentence(false)).toBe('The leader of A is hit.');
});

test('refusals and the order say what stands in the way and who comes', () => {
  expect(refusalText({ reason: 'noOrders', minute: 660 })).toBe('It has no orders: they come at 11:00.');
  expect(refusalText({ reason: 'holdsGround', percent: 30 })).toBe(
    'It holds its works while more than 30 % of its men are fit and there is anything to fire.',
  );
  expect(refusalText({ reason: 'noSuccessor' })).toBe('There is no other commander for it.');
  expect(orderText(field.scenario, { kind: 'relieve', unit: field.id('H') })).toBe(
    'Relieve the commander: Colonel Fedyuninsky takes over',
  );
});
