/** What troops use up, what comes up to them and by which way, and what becomes of those to whom nothing comes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Battle } from '../../src/battle/battle.ts';
import { observe } from '../../src/battle/observe.ts';
import { likeliestHypothesis, worldFrom } from '../../src/battle/world.ts';
import type { FlightId } from '../../src/model/flight.ts';
import type { Order } from '../../src/model/order.ts';
import type { SupplyTask } from '../../src/model/supply.ts';
import type { VehicleId } from '../../src/model/vehicle.ts';
import { vigourOf } from '../../src/rules/fatigue.ts';
import { meanChance } from '../../src/rules/chance.ts';
import { beginCourse } from '../../src/rules/course.ts';
import { settled } from '../../src/rules/supply/delivery.ts';
import { interdict } from '../../src/rules/supply/interdict.ts';
import { minutesBeyond, roundTripMinutes, WORK_HOURS } from '../../src/rules/supply/lines.ts';
import { givesUpChance } from '../../src/rules/supply/pocket.ts';
import { kgADay } from '../../src/rules/supply/stores.ts';
import {
  type Battlefield,
  battlefield,
  cavalry,
  type Fielded,
  type FieldOptions,
  infantryGuns,
  rifleCompany,
  riflePlatoon,
  tanks,
} from '../battlefield.ts';
import { after, END_TURN, given, listOf, march, refusalOf } from './orders.ts';

const turns = (battle: Battle, count: number): Battle =>
  Array.from({ length: 2 * count }).reduce<Battle>((now) => after(now, END_TURN), battle);

/** Hours of a day in turns of an hour each. */
const HOURLY: FieldOptions = { minutes: 60, turns: 100 };
const WAGONS = [{ side: 'soviet', vehicle: 'two-horse-wagon', count: 10 }] as const;

const ask = (field: Battlefield, unit: string, task: SupplyTask, to?: string): Order => ({
  kind: 'supply',
  unit: field.id(unit),
  task,
  ...(to === undefined ? {} : { to: field.id(to) }),
});

/** What comes to the Soviets of the field in an hour. */
const hourOf = (field: Battlefield, minutes = 60) => settled(field.scenario, field.battle.state, 'soviet', minutes);
const kgOf = (field: Battlefield, minutes = 60): number =>
  hourOf(field, minutes).issued.reduce((sum, { kg }) => sum + Object.values(kg).reduce((all, one) => all + one, 0), 0);

describe('what is used up', () => {
  test('men drink five litres a day and horses thirty; nobody counts where no count is kept', () => {
    const field = battlefield('A C b', { A: rifleCompany(), C: cavalry({ men: 100 }), b: rifleCompany() });
    const [a, c] = field.scenario.cards;
    const [unitA, unitC] = field.battle.state.units;
    if (a === undefined || c === undefined || unitA === undefined || unitC === undefined) throw new Error('no units');
    expect(kgADay(field.scenario, a, unitA)).toEqual({ water: 500, food: 200 });
    expect(kgADay(field.scenario, c, unitC)).toEqual({ water: 3500, food: 1100 });
    expect(field.unit(turns(field.battle, 3), 'A')).not.toHaveProperty('water');
    expect(field.battle.state).not.toHaveProperty('supply');
  });

  test('what is carried lasts a day of water and two of food, and then there is none', () => {
    const field = battlefield('A . . .', { A: rifleCompany() }, { ...HOURLY, supply: {} });
    const noon = turns(field.battle, 12);
    expect(field.unit(noon, 'A').water).toBeCloseTo(0.5, 2);
    expect(field.unit(noon, 'A').food).toBeCloseTo(1.5, 2);
    expect(field.unit(turns(noon, 36), 'A').water).toBeCloseTo(-1, 1);
    expect(field.unit(turns(noon, 36), 'A').food).toBeCloseTo(0, 1);
  });

  test('that the last water is gone is said once, to its own side', () => {
    const field = battlefield('A . . .', { A: rifleCompany({ now: { water: 0.03 } }) }, { ...HOURLY, supply: {} });
    const first = given(after(field.battle, END_TURN), END_TURN);
    expect(listOf(first.events, 'ranOut').map(({ of }) => of)).toEqual(['water']);
    const second = given(after(first.battle, END_TURN), END_TURN);
    expect(listOf(second.events, 'ranOut')).toEqual([]);
  });

  test('heat takes water half as fast again, and who is cut off makes it last twice as long', () => {
    const left = (options: FieldOptions, now: Fielded['now'] = {}): number => {
      const field = battlefield('A . . .', { A: rifleCompany({ now }) }, { ...HOURLY, supply: {}, ...options });
      return 1 - (hourOf(field, 720).changes[0]?.water ?? 1);
    };
    expect(left({ celsius: 36 })).toBeCloseTo(1.5 * left({}), 3);
    expect(left({}, { cutOffMinute: 0 })).toBeCloseTo(0.5 * left({}), 3);
  });

  test('the same is used by short turns and by long ones', () => {
    const left = (minutes: number): number => {
      const field = battlefield('A . . .', { A: rifleCompany() }, { minutes, turns: 90, supply: {} });
      return field.unit(turns(field.battle, 720 / minutes), 'A').water ?? 1;
    };
    expect(left(20)).toBeCloseTo(left(60), 2);
    expect(left(60)).toBeCloseTo(left(360), 2);
  });

  // biome-ignore format: a table
  test.each<[string, string, FieldOptions]>([
    ['beside a lake',  'A ~ .', {}],
    ['in a village',   'A . .', { under: { A: 'settlement' } }],
    ['in the rain',    'A . .', { weather: 'rain' }],
  ])('there is water %s', (_, drawing, options) => {
    const field = battlefield(drawing, { A: rifleCompany({ now: { water: -1 } }) }, { ...HOURLY, supply: {}, ...options });
    expect(field.unit(turns(field.battle, 1), 'A')).not.toHaveProperty('water');
  });
});

describe('supply comes up', () => {
  const road = (stock: { readonly water?: number } = {}, now: Fielded['now'] = {}): Battlefield =>
    battlefield(
      'D . . A . . . b',
      { A: rifleCompany({ now }), b: rifleCompany() },
      { ...HOURLY, supply: { sides: ['soviet'], depots: [{ at: 'D', side: 'soviet', stock }], columns: WAGONS } },
    );

  test('from the depot as it is used, and the depot has so much less', () => {
    const field = road({ water: 1 });
    const later = turns(field.battle, 6);
    expect(field.unit(later, 'A')).not.toHaveProperty('water');
    // Some is lost on the last kilometre, which the enemy sees.
    expect(1000 - (later.state.supply?.depots[0]?.kg.water ?? 0)).toBeGreaterThan((500 / 24) * 6);
    expect(1000 - (later.state.supply?.depots[0]?.kg.water ?? 0)).toBeLessThan(1.1 * (500 / 24) * 6);
  });

  test('until the depot is empty', () => {
    const field = road({ water: 0.1 });
    const later = turns(field.battle, 8);
    expect(later.state.supply?.depots[0]?.kg.water).toBe(0);
    expect(field.unit(later, 'A').water).toBeCloseTo(1 - ((8 * 500) / 24 - 94) / 500, 2);
  });

  test('and fills pouches and limbers up to what is carried, no further', () => {
    const field = battlefield(
      'D . A G',
      { A: rifleCompany({ now: { rounds: [400, 0] } }), G: infantryGuns({ now: { rounds: [3, 0] } }) },
      { ...HOURLY, supply: { depots: [{ at: 'D', side: 'soviet' }], columns: WAGONS } },
    );
    const fresh = battlefield('A G', { A: rifleCompany(), G: infantryGuns() });
    const later = turns(field.battle, 4);
    expect(field.unit(later, 'A').rounds).toEqual(fresh.unit(fresh.battle, 'A').rounds);
    expect(field.unit(later, 'G').rounds[0]).toBe(fresh.unit(fresh.battle, 'G').rounds[0]);
  });

  test('men who were without are themselves again when there is enough', () => {
    const thirsty = road({}, { water: -1.5 });
    expect(vigourOf(thirsty.unit(thirsty.battle, 'A'))).toBeCloseTo(0.6);
    expect(vigourOf(thirsty.unit(turns(thirsty.battle, 1), 'A'))).toBe(1);
  });

  test('not without columns, nor past an enemy who is known to hold the way', () => {
    const none = battlefield(
      'D . . A',
      { A: rifleCompany() },
      { ...HOURLY, supply: { depots: [{ at: 'D', side: 'soviet' }] } },
    );
    expect(kgOf(none)).toBe(0);
    const barred = battlefield(
      'D . b . . A',
      { A: rifleCompany(), b: rifleCompany() },
      { ...HOURLY, seen: ['soviet'], supply: { depots: [{ at: 'D', side: 'soviet' }], columns: WAGONS } },
    );
    expect(kgOf(barred)).toBe(0);
  });

  test('over no deep water, but over a bridge that bears the vehicles', () => {
    const over = (bridgeTonnes: number): number =>
      kgOf(
        battlefield(
          'D 1 2 A',
          { A: rifleCompany() },
          {
            ...HOURLY,
            under: { 1: 'open', 2: 'open' },
            hexsides: [
              ['1', '2', { river: { widthMetres: 60, depthMetres: 3 }, bridge: { tonnes: bridgeTonnes }, way: 'road' }],
            ],
            supply: {
              depots: [{ at: 'D', side: 'soviet' }],
              columns: [{ side: 'soviet', vehicle: 'zis-5', count: 4 }],
            },
          },
        ),
      );
    expect(over(8)).toBeGreaterThan(0);
    expect(over(3)).toBe(0);
  });

  test('at its hours: a depot that opens later, carts that go only in the dark', () => {
    const at = (light: 'day' | 'dark', fromMinute: number): number =>
      kgOf(
        battlefield(
          'D . . A',
          { A: rifleCompany() },
          {
            ...HOURLY,
            light,
            supply: {
              depots: [{ at: 'D', side: 'soviet', fromMinute }],
              columns: [{ side: 'soviet', vehicle: 'one-horse-cart', count: 20, hours: 'night' }],
            },
          },
        ),
      );
    expect(at('dark', 0)).toBeGreaterThan(0);
    expect(at('dark', 700)).toBe(0);
    expect(at('day', 0)).toBe(0);
  });

  test('to whoever is served first, and then to the neediest', () => {
    const field = battlefield(
      'D . A B C',
      {
        A: rifleCompany({ now: { water: 0.5 } }),
        B: rifleCompany({ now: { water: 0.2 } }),
        C: rifleCompany({ now: { water: 0.4 } }),
      },
      { ...HOURLY, supply: { depots: [{ at: 'D', side: 'soviet', tonnesADay: 5 }], columns: WAGONS } },
    );
    const served = (battle: Battle): readonly string[] =>
      settled(field.scenario, battle.state, 'soviet', 60)
        .changes.filter(({ water }) => water === null || (water ?? 0) > 0.45)
        .map(({ unit }) => unit);
    expect(served(field.battle)).toEqual(['A', 'B']);
    expect(served(after(field.battle, ask(field, 'C', 'first')))).toEqual(['A', 'C']);
    expect(refusalOf(after(field.battle, ask(field, 'C', 'first')), ask(field, 'C', 'first'))?.reason).toBe('already');
    expect(served(after(field.battle, ask(field, 'C', 'first'), ask(field, 'C', 'inTurn')))).toEqual(['A', 'B']);
  });

  test('less of it by day under the eyes and guns of the enemy, or through a hex that is bombed', () => {
    const lost = (light: 'day' | 'dark', bombed: 'bombed' | 'quiet'): number => {
      const field = battlefield(
        `
        D . 1 . . A
         . . . . . .
        . . . b . .
      `,
        { A: rifleCompany({ now: { water: 0 } }), b: rifleCompany() },
        {
          ...HOURLY,
          light,
          under: { 1: 'open' },
          supply: { depots: [{ at: 'D', side: 'soviet' }], columns: [{ side: 'soviet', vehicle: 'gaz-aa', count: 9 }] },
        },
      );
      const course = beginCourse(field.scenario, field.battle.state, meanChance());
      if (bombed === 'bombed') interdict(course, { by: 'japanese', hex: field.hex('1'), task: 'bomb' });
      return settled(field.scenario, { ...course.state, contacts: { soviet: [], japanese: [] } }, 'soviet', 60).lostKg;
    };
    expect(lost('dark', 'quiet')).toBeLessThan(lost('day', 'quiet'));
    expect(lost('dark', 'quiet')).toBeLessThan(lost('dark', 'bombed'));
    expect(lost('dark', 'quiet')).toBeGreaterThan(0);
  });
});

describe('bombs on a road', () => {
  const raid = (supply: FieldOptions['supply']): Battlefield =>
    battlefield(
      'A . 1 . . . d',
      { A: rifleCompany(), d: rifleCompany() },
      {
        ...HOURLY,
        under: { 1: 'open' },
        air: [{ id: 'eagles', side: 'soviet', aircraft: 'sb' }],
        ...(supply === undefined ? {} : { supply }),
      },
    );
  const bomb = (field: Battlefield): Order => ({
    kind: 'airMission',
    flight: 'eagles' as FlightId,
    task: 'bomb',
    target: field.hex('1'),
  });

  test('make it dangerous to the enemy’s columns for three hours, where supply is kept count of', () => {
    const field = raid({});
    const { battle, events } = given(field.battle, bomb(field));
    expect(listOf(events, 'interdicted').map(({ interdiction }) => interdiction)).toEqual([
      { side: 'japanese', hex: field.hex('1'), share: 0.25, untilMinute: 780 },
    ]);
    expect(turns(battle, 2).state.supply?.interdicted).toHaveLength(1);
    expect(turns(battle, 3).state.supply).not.toHaveProperty('interdicted');
    const plain = raid(undefined);
    expect(listOf(given(plain.battle, bomb(plain)).events, 'interdicted')).toEqual([]);
  });
});

describe('nothing comes from nothing', () => {
  const hexes = (count: number): string => `D ${'. '.repeat(count)}A`;
  const field = (parts: {
    readonly far: number;
    readonly carts: number;
    readonly water: number;
    readonly stockKg: number;
    readonly tonnesADay: number;
  }): Battlefield =>
    battlefield(
      hexes(parts.far),
      {
        A: [
          rifleCompany({ now: { water: parts.water, rounds: [100, 100] } }),
          infantryGuns({ now: { rounds: [0, 0] } }),
        ],
      },
      {
        ...HOURLY,
        supply: {
          depots: [
            {
              at: 'D',
              side: 'soviet',
              tonnesADay: parts.tonnesADay,
              stock: { water: parts.stockKg / 1000, shells: 0.2 },
            },
          ],
          columns: [{ side: 'soviet', vehicle: 'two-horse-wagon', count: parts.carts }],
        },
      },
    );
  const anyField = fc.record({
    far: fc.integer({ min: 1, max: 24 }),
    carts: fc.integer({ min: 1, max: 12 }),
    water: fc.integer({ min: -2, max: 1 }),
    stockKg: fc.integer({ min: 0, max: 900 }),
    tonnesADay: fc.integer({ min: 1, max: 40 }),
  });

  test('what comes is no more than what was there, was handed out and was carried', () => {
    fc.assert(
      fc.property(anyField, fc.constantFrom(60, 120, 360), (parts, minutes) => {
        const drawn = field(parts);
        const { issued, changes } = settled(drawn.scenario, drawn.battle.state, 'soviet', minutes);
        const kg = issued[0]?.kg ?? {};
        const total = Object.values(kg).reduce((sum, one) => sum + one, 0);
        expect(kg.water ?? 0).toBeLessThanOrEqual(parts.stockKg + 0.01);
        expect(kg.shells ?? 0).toBeLessThanOrEqual(200.01);
        expect(total).toBeLessThanOrEqual((1000 * parts.tonnesADay * minutes) / 1440 + 0.01);
        const wagon = drawn.scenario.vehicles.get('two-horse-wagon' as VehicleId);
        if (wagon === undefined) throw new Error('no wagon');
        // Over grass, there and back, in the hours beasts work.
        const perTonne = roundTripMinutes(wagon, ((parts.far + 1) * 0.25 * 60) / 3.5) / 0.5;
        const work = (parts.carts * minutes * WORK_HOURS.beast) / 24;
        expect((total / 1000) * perTonne).toBeLessThanOrEqual(work * 1.02);
        for (const { rounds } of changes) for (const count of rounds ?? []) expect(Number.isInteger(count)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('from farther off comes no more', () => {
    fc.assert(
      fc.property(anyField, fc.integer({ min: 1, max: 8 }), (parts, more) => {
        expect(kgOf(field({ ...parts, far: parts.far + more }))).toBeLessThanOrEqual(kgOf(field(parts)) + 0.01);
      }),
      { numRuns: 40 },
    );
  });

  test('what columns hand over is gone from them, and what they load from the depot', () => {
    const { battle, unit, id, ...drawn } = battlefield(
      'D A',
      {
        D: riflePlatoon({
          men: 8,
          mobility: 'truck',
          transport: { vehicle: 'gaz-aa' as VehicleId, count: 4 },
          cargo: { water: 1, smallArms: 2 },
          now: { cargo: { water: 600, smallArms: 1500 } },
        }),
        A: rifleCompany({ now: { water: 0.2 } }),
      },
      { ...HOURLY, supply: { depots: [{ at: 'D', side: 'soviet', stock: { water: 3, smallArms: 0.2 } }] } },
    );
    const field = { battle, unit, id, ...drawn };
    const loaded = after(battle, ask(field, 'D', 'load'));
    expect(unit(loaded, 'D').cargo).toEqual({ water: 1000, smallArms: 1700 });
    expect(loaded.state.supply?.depots[0]?.kg).toEqual({ water: 2600, smallArms: 0 });
    const issued = after(loaded, ask(field, 'D', 'issue', 'A'));
    expect(unit(issued, 'D').cargo).toEqual({ water: 600, smallArms: 1700 });
    expect(unit(issued, 'A')).not.toHaveProperty('water');
    expect(refusalOf(issued, ask(field, 'D', 'issue', 'A'))?.reason).toBe('nothingToIssue');
  });
});

describe('the shuttle of August 1939', () => {
  /** Tonnes a day over 1,250 km there and back by so many lorries, half of 1.5 and half of 3 t. */
  const tonnesADay = (lorries: number): number =>
    ['gaz-aa', 'zis-5'].reduce((sum, id) => {
      const type = battlefield('A', { A: rifleCompany() }).scenario.vehicles.get(id as VehicleId);
      if (type === undefined) throw new Error(`no ${id}`);
      const work = (lorries / 2) * WORK_HOURS.motor * 60;
      return (
        sum + (work / roundTripMinutes(type, minutesBeyond({ beyondKm: 625 }, type))) * ((type.loadKg ?? 0) / 1000)
      );
    }, 0);

  test('some 4,200 lorries bring 1,900 to 2,000 t a day; the 2,636 there were at first bring three fifths of it', () => {
    expect(tonnesADay(4261)).toBeGreaterThan(1900);
    expect(tonnesADay(4261)).toBeLessThan(2000);
    expect(tonnesADay(2636) / tonnesADay(4261)).toBeCloseTo(0.62, 2);
  });
});

describe('petrol', () => {
  const armour = (fuelKm: number): Battlefield =>
    battlefield(
      'A 1 2 3 4 5 6',
      { A: tanks({ now: { fuelKm } }) },
      { ...HOURLY, supply: {}, under: Object.fromEntries([1, 2, 3, 4, 5, 6].map((mark) => [mark, 'open' as const])) },
    );

  test('is burnt on the way, half as much again off the road', () => {
    const field = armour(10);
    expect(field.unit(after(field.battle, march(field, 'A', '12')), 'A').fuelKm).toBe(9.25);
  });

  test('ends, and the march with it, which is said', () => {
    const field = armour(1.2);
    const sent = after(field.battle, {
      kind: 'standing',
      unit: field.id('A'),
      standing: { kind: 'goTo', to: field.hex('6'), pace: 'normal' },
    });
    const { battle, events } = given(sent, END_TURN);
    expect(field.unit(battle, 'A').at).toBe(field.hex('3'));
    expect(listOf(events, 'halted').map(({ cause }) => cause)).toContain('noFuel');
    expect(field.unit(battle, 'A').standing).toBeUndefined();
  });

  test('comes up like all else', () => {
    const field = battlefield(
      'D . A',
      { A: tanks({ now: { fuelKm: 0 } }) },
      {
        ...HOURLY,
        supply: { depots: [{ at: 'D', side: 'soviet' }], columns: [{ side: 'soviet', vehicle: 'zis-5', count: 6 }] },
      },
    );
    expect(field.unit(turns(field.battle, 2), 'A')).not.toHaveProperty('fuelKm');
  });
});

describe('depots', () => {
  test('are with whoever was last alone there; shells of the enemy fit no gun of the captor', () => {
    const field = battlefield(
      'A D . b',
      { A: [rifleCompany({ now: { water: 0 } }), infantryGuns({ now: { rounds: [0, 0] } })], b: rifleCompany() },
      {
        ...HOURLY,
        under: { D: 'open' },
        supply: {
          depots: [{ at: 'D', side: 'japanese', stock: { water: 5, shells: 5 } }],
          columns: WAGONS,
        },
      },
    );
    const taken = after(field.battle, march(field, 'A', 'D'), END_TURN);
    expect(taken.state.supply?.depots[0]?.holder).toBe('soviet');
    expect(settled(field.scenario, taken.state, 'soviet', 60).issued.map(({ kg }) => Object.keys(kg))).toEqual([
      ['water'],
    ]);
  });

  test('may be burnt, and are nobody’s then', () => {
    const field = battlefield(
      'A . b',
      { A: rifleCompany(), b: rifleCompany() },
      { ...HOURLY, supply: { depots: [{ at: 'A', side: 'soviet' }] } },
    );
    const { battle, events } = given(field.battle, ask(field, 'A', 'burn'));
    expect(battle.state.supply?.depots[0]?.holder).toBeNull();
    expect(listOf(events, 'plume').map(({ plume }) => plume.kind)).toEqual(['fire']);
    expect(refusalOf(battle, ask(field, 'A', 'burn'))?.reason).toBe('noDepot');
  });

  test('of the enemy are in no observation and in no battle in thought', () => {
    const field = battlefield(
      'A . . d b',
      { A: rifleCompany(), b: rifleCompany() },
      {
        supply: {
          depots: [
            { at: 'A', side: 'soviet' },
            { at: 'd', side: 'japanese' },
          ],
          columns: [{ side: 'japanese', vehicle: 'one-horse-cart', count: 5 }],
        },
      },
    );
    const observation = observe(field.scenario, field.battle.state, 'soviet');
    expect(observation.supply?.depots.map(({ id }) => id)).toEqual(['depot-a']);
    const world = worldFrom(field.scenario, observation, likeliestHypothesis(field.scenario, observation));
    expect(JSON.stringify([world.scenario.supply, world.state.supply])).not.toMatch(/depot-d|one-horse/);
  });
});

describe('in a pocket', () => {
  // biome-ignore format: a table
  test.each([
    [0.5, 1], [0, 1], [-0.5, 0.85], [-1, 0.7], [-2, 0.5], [-3, 0.3], [-8, 0.3],
  ])('with water for %s days a unit has %s of its powers', (water, left) => {
    expect(vigourOf({ water })).toBeCloseTo(left);
  });

  test('thirst brings men to give up, the steady later than the shaken, those taught to die last', () => {
    const field = battlefield('A B', { A: rifleCompany(), B: rifleCompany({ doctrine: ['noRetreat'] }) });
    const [plain, last] = field.scenario.cards;
    if (plain === undefined || last === undefined) throw new Error('no cards');
    const chance = (water: number, cohesion: 'steady' | 'shaken', card = plain): number =>
      givesUpChance(card, { water, cohesion, cutOffMinute: 0 });
    expect([0.2, -0.5, -1, -2, -3].map((water) => chance(water, 'shaken'))).toEqual([0, 0.1, 0.2, 0.5, 0.8]);
    expect(chance(-2, 'steady')).toBeLessThan(chance(-2, 'shaken'));
    expect(chance(-2, 'shaken', last)).toBeLessThan(chance(-2, 'steady'));
    expect(givesUpChance(plain, { water: -2, cohesion: 'shaken' })).toBe(0);
  });

  test('a garrison that is to hold its works may be ordered out when its water is gone', () => {
    const reason = (water: number): string | undefined => {
      const field = battlefield(
        'A 1 .',
        { A: rifleCompany({ dug: 4, doctrine: ['holdsGround'], now: { water } }) },
        { ...HOURLY, supply: {}, under: { 1: 'open' } },
      );
      return refusalOf(field.battle, march(field, 'A', '1'))?.reason;
    };
    expect(reason(0.5)).toBe('holdsGround');
    expect(reason(-0.1)).toBeUndefined();
  });

  test('a day without water costs minutes', () => {
    const field = battlefield('A . . .', { A: rifleCompany({ now: { water: -1 } }) }, { ...HOURLY, supply: {} });
    expect(field.unit(turns(field.battle, 1), 'A').minutesLeft).toBeLessThan(0.72 * 60);
  });
});
