/** Horses and lorries: getting up and down, marks, holders, charges, lorries under fire. */
import { describe, expect, test } from 'vitest';
import { minutesToAssault } from '../../src/rules/assault/assault.ts';
import { volleyAt } from '../../src/rules/fire/effect.ts';
import { awayFromRides, canGallop } from '../../src/rules/rides.ts';
import { cardOf } from '../../src/rules/roster.ts';
import type { Order } from '../../src/model/order.ts';
import type { VehicleId } from '../../src/model/vehicle.ts';
import {
  type Battlefield,
  battlefield,
  cavalry,
  type Fielded,
  rifleCompany,
  riflePlatoon,
  tanks,
} from '../battlefield.ts';
import { after, given, listOf, march, refusalOf } from './orders.ts';

const get = (field: Battlefield, saddle: 'mounted' | 'dismounted'): Order => ({
  kind: 'saddle',
  unit: field.id('A'),
  saddle,
});

const under = (keys: string, ground = 'open') => Object.fromEntries([...keys].map((key) => [key, ground])) as never;

const lorries = (wish: Fielded = {}): Fielded => riflePlatoon({ mobility: 'truck', ...wish });

describe('mounting and dismounting', () => {
  test('horsemen get down in a minute and then go as men on foot', () => {
    const field = battlefield('A 1 2', { A: cavalry() }, { under: under('A12') });
    const down = after(field.battle, get(field, 'dismounted'));
    expect(field.unit(down, 'A')).toMatchObject({ minutesLeft: 29, ridesAt: field.hex('A') });
    expect(field.unit(after(down, march(field, 'A', '1')), 'A').minutesLeft).toBe(23);
    expect(field.unit(after(field.battle, march(field, 'A', '1')), 'A').minutesLeft).toBe(27);
  });

  test('led horses come up from two hexes away, in five minutes', () => {
    const field = battlefield('A 1 2', { A: cavalry() }, { under: under('A12') });
    const away = after(field.battle, get(field, 'dismounted'), march(field, 'A', '12'));
    const up = after(away, get(field, 'mounted'));
    expect(field.unit(away, 'A').minutesLeft - field.unit(up, 'A').minutesLeft).toBe(5);
    expect(field.unit(up, 'A').ridesAt).toBeUndefined();
  });

  test('a platoon gets off its lorries in five minutes, a section in two', () => {
    for (const [echelon, minutes] of [
      ['section', 2],
      ['platoon', 5],
      ['company', 10],
    ] as const) {
      const field = battlefield('A', { A: lorries({ echelon }) });
      expect(field.unit(after(field.battle, get(field, 'dismounted')), 'A').minutesLeft).toBe(30 - minutes);
    }
  });

  test('who is on foot already cannot get down', () => {
    const field = battlefield('A', { A: cavalry({ now: { ridesAt: 0 } }) });
    expect(refusalOf(field.battle, get(field, 'dismounted'))).toEqual({ reason: 'already', state: 'dismounted' });
  });

  test('who digs has got down', () => {
    const field = battlefield('A', { A: cavalry() });
    const dug = given(field.battle, { kind: 'dig', unit: field.id('A'), minutes: 10 });
    expect(listOf(dug.events, 'saddled')).toMatchObject([{ saddle: 'dismounted', minutes: 0 }]);
  });
});

describe('under fire', () => {
  const hit = (wish: Fielded): number => {
    const field = battlefield('a . B', { a: rifleCompany(), B: wish }, { seen: ['japanese'] });
    const { scenario, state } = field.battle;
    const shot = {
      scenario,
      state,
      firer: field.unit(field.battle, 'a'),
      from: field.hex('a'),
      target: field.hex('B'),
    };
    return volleyAt({ ...shot, minutes: 5, knownAs: 'current' }, [field.unit(field.battle, 'B')]).effects[0]?.men ?? 0;
  };
  const fired = (wish: Fielded): number => {
    const field = battlefield('A . b', { A: wish, b: rifleCompany() }, { seen: ['soviet'] });
    const { scenario, state } = field.battle;
    const shot = {
      scenario,
      state,
      firer: field.unit(field.battle, 'A'),
      from: field.hex('A'),
      target: field.hex('b'),
    };
    return volleyAt({ ...shot, minutes: 5, knownAs: 'current' }, [field.unit(field.battle, 'b')]).effects[0]?.men ?? 0;
  };
  const onFoot = { now: { ridesAt: 0 } };

  test('horsemen in the saddle are a mark four tenths better, men on lorries a fifth worse', () => {
    expect(hit(cavalry()) / hit(cavalry(onFoot))).toBeCloseTo(1.4, 2);
    expect(hit(lorries()) / hit(lorries(onFoot))).toBeCloseTo(0.8, 2);
  });

  test('from the saddle they hit half; on foot one man in four holds horses', () => {
    expect(fired(cavalry()) / fired(cavalry(onFoot))).toBeCloseTo(0.5 / 0.75, 2);
    const field = battlefield('A', { A: cavalry(onFoot) });
    expect(awayFromRides(cardOf(field.scenario, field.id('A')), field.unit(field.battle, 'A'))).toBe(0.75);
  });

  test('men in lorries who drive into an ambush jump off', () => {
    const field = battlefield('A b', { A: lorries({ men: 10 }), b: riflePlatoon({ dug: 1 }) }, { light: 'dark' });
    const met = given(field.battle, march(field, 'A', 'b'));
    const left = field.unit(met.battle, 'A');
    if (left.men > 0 && typeof left.at === 'number')
      expect(listOf(met.events, 'saddled')).toMatchObject([{ saddle: 'dismounted' }]);
    else expect(left.at).not.toBe(field.hex('b'));
  });
});

describe('a charge', () => {
  const minutesOf = (wish: Fielded, ground = 'open'): number => {
    const field = battlefield('A b', { A: wish, b: rifleCompany() }, { under: under('Ab', ground), seen: ['soviet'] });
    const unit = field.unit(field.battle, 'A');
    const known = { side: 'soviet', minute: 600, wire: [], light: 'day', weather: 'clear' } as const;
    return minutesToAssault(field.scenario, unit, field.hex('b'), known) ?? 0;
  };

  test('goes over 250 m of grass in eight tenths of a minute, on foot in six minutes', () => {
    const onFoot = minutesOf(cavalry({ now: { ridesAt: 0 } }));
    expect(onFoot - minutesOf(cavalry())).toBeCloseTo(6 - 0.8, 1);
  });

  test('is not ridden through a wood or a bog, nor over more than a kilometre', () => {
    const { map } = battlefield('A b', { A: cavalry(), b: rifleCompany() }, { under: under('Ab', 'forest') }).scenario;
    expect(canGallop(map, 0, 1)).toBe(false);
    const wide = battlefield('A b', { A: cavalry(), b: rifleCompany() }, { under: under('Ab'), hexMetres: 2000 });
    expect(canGallop(wide.scenario.map, 0, 1)).toBe(false);
  });
});

describe('tanks with two gears', () => {
  const bt = (wish: Fielded = {}): Fielded => tanks({ vehicle: 'bt-5' as VehicleId, posture: 'marching', ...wish });
  const gear = (field: Battlefield, saddle: 'wheels' | 'tracks'): Order => ({
    kind: 'saddle',
    unit: field.id('A'),
    saddle,
  });
  const road = (wish: Fielded): Battlefield =>
    battlefield(
      'A 1 2',
      { A: wish },
      { under: under('A12'), hexMetres: 5000, minutes: 60, hexsides: [['A', '1', { way: 'road' }]] },
    );

  test('take their tracks off in half an hour and then drive 35 km/h by road instead of 25', () => {
    const field = road(bt());
    const wheels = after(field.battle, gear(field, 'wheels'));
    expect(field.unit(wheels, 'A')).toMatchObject({ onWheels: true, minutesLeft: 30 });
    expect(field.unit(after(wheels, march(field, 'A', '1')), 'A').minutesLeft).toBeCloseTo(30 - 300 / 35, 1);
    expect(field.unit(after(field.battle, march(field, 'A', '1')), 'A').minutesLeft).toBeCloseTo(60 - 12, 1);
    expect(refusalOf(wheels, gear(field, 'wheels'))).toEqual({ reason: 'already', state: 'wheels' });
  });

  test('go into no dunes on wheels, and through them on tracks again', () => {
    const field = battlefield(
      'A 1',
      { A: bt({ now: { onWheels: true } }) },
      { under: { A: 'open', 1: 'dunes' }, minutes: 60 },
    );
    expect(refusalOf(field.battle, march(field, 'A', '1'))).toEqual({ reason: 'impassable' });
    const tracks = after(field.battle, gear(field, 'tracks'));
    expect(field.unit(tracks, 'A').onWheels).toBeUndefined();
    expect(refusalOf(tracks, march(field, 'A', '1'))).toBeUndefined();
  });

  test('are BT; a T-26 has only tracks', () => {
    const field = road(tanks());
    expect(refusalOf(field.battle, gear(field, 'wheels'))).toEqual({ reason: 'noOtherGear' });
  });
});
