/** What a bridge, a ford or a defile passes in an hour, and who waits for whom. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listLegalOrders } from '../../src/battle/legal-orders.ts';
import { observe } from '../../src/battle/observe.ts';
import type { Flow, HexsideFeature } from '../../src/model/map.ts';
import type { Order } from '../../src/model/order.ts';
import type { VehicleId } from '../../src/model/vehicle.ts';
import { cardOf } from '../../src/rules/roster.ts';
import { findFlow, passingMinutes } from '../../src/rules/traffic.ts';
import {
  battery,
  type Battlefield,
  battlefield,
  cavalry,
  type Fielded,
  rifleCompany,
  riflePlatoon,
  tanks,
} from '../battlefield.ts';
import { after, END_TURN, march, refusalOf } from './orders.ts';

const RIVER = { widthMetres: 70, depthMetres: 2 };
const BRIDGE: HexsideFeature = { river: RIVER, bridge: { tonnes: 2.5 }, way: 'track' };
const DEFILE: HexsideFeature = { flow: { menAnHour: 1000, vehiclesAnHour: 0 } };

const crossing = (units: readonly Fielded[], feature: HexsideFeature = BRIDGE, minutes = 60): Battlefield =>
  battlefield(
    'A 2 . . . . b',
    { A: units, b: rifleCompany({ policy: 'hold' }) },
    {
      under: { A: 'open', 2: 'open' },
      hexsides: [['A', '2', feature]],
      minutes,
      hexMetres: 500,
    },
  );

describe('an hour on a crossing', () => {
  // biome-ignore format: a table
  test.each<[string, HexsideFeature, Flow | undefined]>([
    ['of a pontoon bridge of 2.5 t passes 400 men or 10 vehicles', BRIDGE,                                                  { menAnHour: 400, vehiclesAnHour: 10 }],
    ['of a bridge of 16 t passes 4000 men or 200 vehicles',        { river: RIVER, bridge: { tonnes: 16 } },                { menAnHour: 4000, vehiclesAnHour: 200 }],
    ['of a marked ford passes 3000 men or 120 vehicles',           { river: RIVER, ford: { depthMetres: 0.8 } },            { menAnHour: 3000, vehiclesAnHour: 120 }],
    ['of a defile passes what the map says',                       DEFILE,                                                  { menAnHour: 1000, vehiclesAnHour: 0 }],
    ['of a bridge passes what the map says rather',                { ...BRIDGE, flow: { menAnHour: 9, vehiclesAnHour: 1 } }, { menAnHour: 9, vehiclesAnHour: 1 }],
    ['of a river waded on a broad front passes anybody',           { river: { ...RIVER, depthMetres: 1 } },                 undefined],
    ['of a road passes anybody',                                   { way: 'road' },                                         undefined],
  ])('%s', (_, feature, flow) => {
    expect(findFlow(feature)).toEqual(flow);
  });

  const passing = (wish: Fielded, flow: Flow): number => {
    const { scenario, battle, id, unit } = battlefield('A', { A: wish });
    return passingMinutes(scenario, cardOf(scenario, id('A')), unit(battle, 'A'), flow);
  };
  const flow: Flow = { menAnHour: 600, vehiclesAnHour: 60 };

  // biome-ignore format: a table
  test.each<[string, Fielded, Flow, number]>([
    ['a company of 100 men',           rifleCompany(),                                                     flow,                              10],
    ['100 riders, three men each',     cavalry(),                                                          flow,                              30],
    ['ten tanks',                      tanks(),                                                            flow,                              10],
    ['ten tanks where tonnes count',   tanks(),                                                            { ...flow, tonnesAnHour: 94 },     60],
    ['four guns and 60 men',           battery(),                                                          flow,                              10],
    ['a platoon on four lorries',      riflePlatoon({ mobility: 'truck', transport: { vehicle: 'gaz-aa' as VehicleId, count: 4 } }), flow, 4],
  ])('%s takes its time to pass', (_, wish, through, minutes) => {
    expect(passing(wish, through)).toBeCloseTo(minutes, 5);
  });
});

describe('a bridge of 400 men an hour', () => {
  const companies = (count: number): Fielded[] =>
    Array.from({ length: count }, () => rifleCompany({ posture: 'marching', echelon: 'company' }));
  const keys = (count: number): string[] =>
    Array.from({ length: count }, (_, place) => (place === 0 ? 'A' : `A${place + 1}`));

  test("passes four companies in an hour's turn; the fifth is told why it waits, and goes in the next", () => {
    const field = crossing(companies(5));
    let battle = field.battle;
    for (const key of keys(4)) battle = after(battle, march(field, key, '2'));
    expect(battle.state.traffic).toEqual([{ hexside: expect.any(Number), minutes: 60 }]);
    // The way along the track takes each 7.2 minutes, its own passing 15, waiting for three others 45.
    expect(field.unit(battle, 'A4')).toMatchObject({ minutesLeft: 0, owedMinutes: 7.2 });
    expect(refusalOf(battle, march(field, 'A5', '2'))).toMatchObject({ reason: 'crossingTaken', minutes: 60 });
    battle = after(battle, END_TURN);
    expect(battle.state.traffic).toBeUndefined();
    battle = after(battle, END_TURN, march(field, 'A5', '2'));
    expect(field.unit(battle, 'A5').at).toBe(field.hex('2'));
  });

  test('refuses with figures who finds the turn given away', () => {
    const field = crossing([rifleCompany({ men: 380, posture: 'marching' }), rifleCompany({ posture: 'marching' })]);
    const battle = after(field.battle, march(field, 'A', '2'));
    expect(refusalOf(battle, march(field, 'A2', '2'))).toEqual({
      reason: 'crossingTaken',
      minutes: 57,
      turnMinutes: 60,
      passes: 15,
    });
  });

  test('lets a standing march wait for the next turn', () => {
    const field = crossing([rifleCompany({ men: 380, posture: 'marching' }), rifleCompany({ posture: 'marching' })]);
    const standing: Order = {
      kind: 'standing',
      unit: field.id('A2'),
      standing: { kind: 'goTo', to: field.hex('2'), pace: 'normal' },
    };
    const turned = after(field.battle, march(field, 'A', '2'), standing, END_TURN);
    expect(field.unit(turned, 'A2').at).toBe(field.hex('A'));
    expect(field.unit(after(turned, END_TURN, END_TURN), 'A2').at).toBe(field.hex('2'));
  });

  test('makes nobody wait for the enemy', () => {
    const field = battlefield(
      'A 2 b',
      { A: rifleCompany({ men: 390, posture: 'marching' }), b: rifleCompany({ posture: 'marching', policy: 'hold' }) },
      {
        under: { A: 'open', 2: 'open' },
        hexsides: [['A', '2', BRIDGE]],
        minutes: 60,
        hexMetres: 500,
      },
    );
    const turned = after(field.battle, march(field, 'A', '2'), END_TURN);
    expect(observe(field.scenario, turned.state, 'japanese').traffic).toBeUndefined();
  });

  test('is no longer needed where the ice bears men', () => {
    const field = battlefield(
      'A 2 . . b',
      { A: rifleCompany({ men: 380, posture: 'marching' }), b: rifleCompany({ policy: 'hold' }) },
      {
        under: { A: 'open', 2: 'open' },
        hexsides: [['A', '2', BRIDGE]],
        minutes: 60,
        hexMetres: 500,
        iceCentimetres: 20,
      },
    );
    const battle = after(field.battle, march(field, 'A', '2'));
    expect(battle.state.traffic).toBeUndefined();
    expect(field.unit(battle, 'A').minutesLeft).toBeGreaterThan(50);
  });

  test('lets no wagon over a path for men', () => {
    const field = crossing([battery({ gunState: 'limbered', posture: 'marching' })], DEFILE);
    expect(refusalOf(field.battle, march(field, 'A', '2'))).toEqual({ reason: 'impassable' });
  });
});

describe('a column that deploys waits for its tail', () => {
  const minutes = (wish: Fielded): number => {
    const field = battlefield('A . . . b', {
      A: { ...wish, posture: 'marching' },
      b: rifleCompany({ policy: 'hold' }),
    });
    const order: Order = { kind: 'deploy', unit: field.id('A'), posture: 'deployed' };
    return 30 - field.unit(after(field.battle, order), 'A').minutesLeft;
  };

  // biome-ignore format: a table
  test.each([
    ['a company of 100, no longer than the change takes', rifleCompany(),                                   3],
    ['60 lorries: 1,500 m at 25 km/h',                    riflePlatoon({ mobility: 'truck', transport: { vehicle: 'gaz-aa' as VehicleId, count: 60 } }), 3.6],
  ])('%s', (_, wish, wanted) => {
    expect(minutes(wish)).toBeCloseTo(wanted, 5);
  });
});

test('in a turn no more pass than its minutes allow, and every order listed may be given', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 10, max: 160 }), { minLength: 2, maxLength: 6 }),
      fc.integer({ min: 20, max: 120 }),
      (sizes, minutes) => {
        const field = crossing(
          sizes.map((men) => riflePlatoon({ men, posture: 'marching' })),
          BRIDGE,
          minutes,
        );
        let battle = field.battle;
        let passed = 0;
        for (const [place, men] of sizes.entries()) {
          const order = march(field, place === 0 ? 'A' : `A${place + 1}`, '2');
          const listed = listLegalOrders(
            field.scenario,
            observe(field.scenario, battle.state, 'soviet'),
            field.id(place === 0 ? 'A' : `A${place + 1}`),
          );
          for (const move of listed) if (move.kind === 'move') expect(refusalOf(battle, move)).toBeUndefined();
          if (refusalOf(battle, order) !== undefined) continue;
          battle = after(battle, order);
          passed += men;
        }
        // The first may begin what takes longer than the turn.
        const first = sizes.find((men) => men > 0) ?? 0;
        expect(passed).toBeLessThanOrEqual(Math.max(first, (400 * minutes) / 60 + 1));
      },
    ),
    { numRuns: 40 },
  );
});
