/** Men against vehicles hand to hand, and flame against men in works. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDice } from '../../src/battle/dice.ts';
import { TANK_KILLINGS } from '../../src/model/event.ts';
import type { UnitId } from '../../src/model/unit.ts';
import type { VehicleId } from '../../src/model/vehicle.ts';
import { areEnginesHot, listTries, roundsOfTries, tryAt } from '../../src/rules/assault/hunters.ts';
import { sampled } from '../../src/rules/chance.ts';
import { vehiclesOf } from '../../src/rules/fire/armour.ts';
import { meanOf, oddsOfStopped } from '../../src/rules/fire/shots.ts';
import { resolve } from '../../src/rules/resolve.ts';
import { cardOf, unitOf } from '../../src/rules/roster.ts';
import {
  antiTankGuns,
  type Battlefield,
  battlefield,
  type Fielded,
  rifleCompany,
  riflePlatoon,
  tanks,
} from '../battlefield.ts';

const PETROL = { fuel: 'petrol' } as const;
const ALONE = { engines: 'hot', escort: 'alone' } as const;

describe('one try', () => {
  test('a bottle thrown by one man stops six tanks in a hundred, ten men nearly every second', () => {
    const bottle = tryAt('bottles', PETROL, ALONE);
    expect(bottle.reach * bottle.hold * bottle.stop).toBeCloseTo(0.061, 3);
    expect(meanOf(oddsOfStopped(roundsOfTries(10, bottle), 1))).toBeCloseTo(0.47, 2);
  });

  test.each([
    ['a cool engine', PETROL, { engines: 'cool', escort: 'alone' }],
    ['diesel oil', { fuel: 'diesel' }, ALONE],
    ['a net over the engine', { fuel: 'petrol', decksCovered: true }, ALONE],
    ['infantry with the tanks', PETROL, { engines: 'hot', escort: 'escorted' }],
  ] as const)('%s takes most of it', (_, type, scene) => {
    const [plain, harder] = [tryAt('bottles', PETROL, ALONE), tryAt('bottles', type, scene)];
    expect(harder.reach * harder.stop).toBeLessThan(0.31 * plain.reach * plain.stop);
  });

  test('an escort costs those who try twice as dear, whatever they bring', () => {
    for (const means of TANK_KILLINGS)
      expect(tryAt(means, PETROL, { engines: 'hot', escort: 'escorted' }).lost).toBeGreaterThan(
        tryAt(means, PETROL, ALONE).lost,
      );
  });

  test('engines are hot from 25 degrees on, or by day from June to August', () => {
    expect(areEnginesHot({ date: '1939-05-28' }, { celsius: 27, light: 'day' })).toBe(true);
    expect(areEnginesHot({ date: '1939-07-03' }, { celsius: 15, light: 'day' })).toBe(false);
    expect(areEnginesHot({ date: '1939-07-03' }, { light: 'day' })).toBe(true);
    expect(areEnginesHot({ date: '1939-07-03' }, { light: 'dark' })).toBe(false);
    expect(areEnginesHot({ date: '1936-04-01' }, { light: 'day' })).toBe(false);
  });
});

describe('how many try', () => {
  const field = (wish: Fielded, prey: Fielded = {}) => battlefield('A t', { A: riflePlatoon(wish), t: tanks(prey) });
  const tries = ({ scenario, battle, id }: Battlefield) => {
    const target = unitOf(scenario, battle.state, id('t'));
    const card = cardOf(scenario, target.id);
    return listTries(scenario, unitOf(scenario, battle.state, id('A')), {
      card,
      mark: vehiclesOf(scenario, card, target),
    });
  };

  test('never more than three in ten of the men, nor than ten at a vehicle, nor than bottles', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 60 }),
        (men, vehicles, bottles) => {
          const all = tries(field({ men, now: { bottles } }, { vehicles }));
          const count = all.reduce((sum, each) => sum + each.tries, 0);
          expect(count).toBeLessThanOrEqual(men * 0.3);
          expect(count).toBeLessThanOrEqual(vehicles * 10);
          expect(all.find(({ means }) => means === 'bottles')?.tries ?? 0).toBeLessThanOrEqual(bottles);
        },
      ),
    );
  });

  test('with bare hands one in ten of those, on hatches that do not lock; at thin plate with bundled grenades', () => {
    expect(tries(field({ men: 100 }))).toEqual([{ means: 'grenades', tries: 3 }]);
    expect(tries(field({ men: 100 }, { vehicle: 'type-97-chi-ha' as VehicleId }))).toEqual([
      { means: 'hatch', tries: 3 },
    ]);
    expect(tries(field({ men: 100 }, { vehicle: 'bt-7-1937-covered' as VehicleId }))).toEqual([]);
  });
});

/** Over some battles: what the sides have lost after the assault. */
function fought(field: Battlefield, units: readonly string[], at: string, games = 120) {
  let [stopped, hit, taken] = [0, 0, 0];
  for (let game = 0; game < games; game++) {
    const { state, events } = resolve(
      field.scenario,
      field.battle.state,
      { kind: 'assault', units: units.map(field.id), target: field.hex(at) },
      sampled(createDice('hunt', game).draw),
    );
    for (const unit of state.units) {
      const card = cardOf(field.scenario, unit.id);
      if (units.includes(unit.id)) stopped += card.vehicles - unit.vehicles;
      else hit += unit.killed + unit.wounded;
    }
    if (events.some((event) => event.kind === 'closeCombat' && ['taken', 'overrun'].includes(event.outcome))) taken++;
  }
  return { stopped: stopped / games, hit: hit / games, taken: taken / games };
}

describe('tanks that go in', () => {
  const at = (wish: Fielded, more: Record<string, Fielded> = {}) =>
    battlefield(
      'A b .',
      {
        A: [tanks({ vehicle: 'bt-5' as VehicleId }), ...Object.values(more)],
        b: rifleCompany({ dug: 1.5, ...wish }),
      },
      { seen: ['soviet', 'japanese'], celsius: 30 },
    );

  test('lose several to men with bottles, few with infantry beside them, fewest to men with nothing', () => {
    const bottles = { now: { bottles: 60 } };
    const alone = fought(at(bottles), ['A'], 'b');
    const escorted = fought(at(bottles, { R: rifleCompany() }), ['A', 'A2'], 'b');
    const bare = fought(at({}), ['A'], 'b');
    expect(alone.stopped).toBeGreaterThan(0.8);
    expect(escorted.stopped).toBeLessThan(alone.stopped / 2);
    expect(bare.stopped).toBeLessThan(alone.stopped / 2);
  });

  test('bottles thrown are gone', () => {
    const field = at({ now: { bottles: 60 } });
    const { state, events } = resolve(
      field.scenario,
      field.battle.state,
      { kind: 'assault', units: [field.id('A')], target: field.hex('b') },
      sampled(createDice('hunt', 1).draw),
    );
    const thrown = events.reduce((sum, event) => sum + (event.kind === 'hunted' ? event.tries : 0), 0);
    expect(thrown).toBeGreaterThan(0);
    expect(unitOf(field.scenario, state, field.id('b')).bottles).toBe(60 - thrown);
  });
});

describe('flame', () => {
  const at = (vehicle: string, arms: Fielded['arms']) =>
    battlefield(
      'A b .',
      {
        A: [tanks({ vehicle: vehicle as VehicleId, vehicles: 4, men: 8, arms: arms ?? [] }), rifleCompany()],
        b: rifleCompany({ dug: 6 }),
      },
      { seen: ['soviet', 'japanese'] },
    );

  test('carries trenches that tanks with guns do not', () => {
    const flame = fought(at('kht-130', [['flameThrower', 4]]), ['A', 'A2'], 'b');
    const guns = fought(at('t-26-1933', [['tankGun', 4]]), ['A', 'A2'], 'b');
    expect(flame.taken).toBeGreaterThan(guns.taken + 0.1);
    expect(flame.hit).toBeGreaterThan(guns.hit);
  });
});

describe('men who ride on tanks', () => {
  test('are hit with them by anti-tank guns', () => {
    const field = battlefield(
      'g . T',
      {
        g: antiTankGuns({ gunState: 'inBattery', arms: [['antiTankGun', 8]], men: 60 }),
        T: [tanks(), riflePlatoon({ now: { at: 'aboard', carrier: 'T' as UnitId } })],
      },
      { seen: ['japanese'], first: 'japanese' },
    );
    let hit = 0;
    for (let game = 0; game < 40; game++) {
      const { state } = resolve(
        field.scenario,
        field.battle.state,
        { kind: 'fire', unit: field.id('g'), target: field.hex('T'), minutes: 15 },
        sampled(createDice('riders', game).draw),
      );
      const riders = unitOf(field.scenario, state, field.id('T2'));
      hit += riders.killed + riders.wounded;
    }
    expect(hit / 40).toBeGreaterThan(1);
  });
});
