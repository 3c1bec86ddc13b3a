/** Over water that nobody wades: boats that go to and fro, rafts, swimmers, the current that sets them down. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecast } from '../../../src/battle/forecast.ts';
import { observe } from '../../../src/battle/observe.ts';
import { listLegalOrders } from '../../../src/battle/legal-orders.ts';
import type { Direction } from '../../../src/hex/grid.ts';
import { present } from '../../../src/model/assert.ts';
import type { CrossingMeans, Order } from '../../../src/model/order.ts';
import type { VehicleId } from '../../../src/model/vehicle.ts';
import { planFerry, type Ferrying } from '../../../src/rules/water/ferry.ts';
import { findStretch } from '../../../src/rules/water/stretch.ts';
import { findLanding, SWIM_CELSIUS } from '../../../src/rules/water/swim.ts';
import {
  antiTankGuns,
  battery,
  type Battlefield,
  battlefield,
  cavalry,
  engineers,
  type Fielded,
  machineGuns,
  rifleCompany,
  tanks,
} from '../../battlefield.ts';
import { after, END_TURN, given, listOf, refusalOf } from '../orders.ts';

const boats = (count: number, rafts?: number, vehicle = 'type-95-boat'): Fielded =>
  engineers({ boats: { vehicle: vehicle as VehicleId, count, ...(rafts === undefined ? {} : { rafts }) } });

type Options = Parameters<typeof battlefield>[2];

const cross = (field: Battlefield, by: CrossingMeans, key = 'A', at = '1'): Order => ({
  kind: 'cross',
  unit: field.id(key),
  to: field.hex(at),
  by,
});

/** Two banks 80 m apart. */
const RIVER = { widthMetres: 80, depthMetres: 2.5 };
const river = (units: Fielded | readonly Fielded[], current?: number, more: Options = {}): Battlefield =>
  battlefield(
    'A 1 .',
    { A: units },
    {
      under: { 1: 'open' },
      hexsides: [['A', '1', { river: current === undefined ? RIVER : { ...RIVER, currentMetresPerSecond: current } }]],
      ...more,
    },
  );

function planned(units: readonly [Fielded, Fielded], current?: number): Ferrying {
  const field = river(units, current);
  const [unit, ferry] = [field.unit(field.battle, 'A'), present(field.scenario.cards[1], 'a ferry')];
  const stretch = present(findStretch(field.scenario.map, field.hex('A'), field.hex('1')), 'a river');
  return planFerry(field.scenario, stretch, unit, ferry);
}
const minutesOf = (ferrying: Ferrying): number => (ferrying.kind === 'plan' ? ferrying.plan.minutes : NaN);

describe('boats', () => {
  test('make a trip over 80 m of still water in a little over three minutes, loading and unloading', () => {
    // 80 m at 7 km/h are 0.69 minutes, there and back, and a minute at each bank.
    expect(minutesOf(planned([rifleCompany({ men: 16 }), boats(1)]))).toBe(3.4);
    expect(minutesOf(planned([rifleCompany({ men: 16 }), boats(1)], 1))).toBe(4.7);
  });

  test('of sixteen seats take a hundred men over in seven trips, in four boats in two', () => {
    const trips = (count: number): number => {
      const ferrying = planned([rifleCompany({ men: 100 }), boats(count)]);
      return ferrying.kind === 'plan' ? ferrying.plan.boatTrips : NaN;
    };
    expect([1, 4, 7].map(trips)).toEqual([7, 2, 1]);
  });

  test('have seats on all their trips for every man, and none goes for nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 30 }), (men, count) => {
        const ferrying = planned([rifleCompany({ men }), boats(count)]);
        if (ferrying.kind !== 'plan') return false;
        const { boatTrips } = ferrying.plan;
        return boatTrips * count * 16 >= men && (boatTrips - 1) * count * 16 < men;
      }),
      { numRuns: 100 },
    );
  });

  test('take light guns apart in the place of eight men each; heavier ones want a raft', () => {
    const light = planned([antiTankGuns({ side: 'japanese', gunState: 'limbered' }), boats(1)]);
    expect(light).toMatchObject({ kind: 'plan', plan: { boatTrips: 3, raftTrips: 0 } });
    const guns = battery({ gunState: 'limbered' });
    expect(planned([guns, boats(6)])).toEqual({ kind: 'noRafts' });
    expect(planned([guns, boats(6, 2)])).toMatchObject({ kind: 'plan', plan: { raftTrips: 1 } });
  });

  test('bear no tank on a raft', () => {
    expect(planned([tanks(), boats(6, 2)])).toMatchObject({ kind: 'tooHeavy', tonnes: 9.4 });
  });

  test('carry a company over: it is on the far bank in column, and both have spent the minutes', () => {
    const field = river([rifleCompany(), boats(7)]);
    const over = given(field.battle, cross(field, 'boats'));
    expect(listOf(over.events, 'crossed')).toMatchObject([{ unit: 'A', by: 'boats', ferry: 'A2', drowned: 0 }]);
    expect(field.unit(over.battle, 'A')).toMatchObject({ at: field.hex('1'), posture: 'marching', minutesLeft: 26.6 });
    expect(field.unit(over.battle, 'A2')).toMatchObject({ at: field.hex('A'), minutesLeft: 26.6 });
  });

  test('take their own men over last', () => {
    const field = river(boats(7));
    const over = after(field.battle, cross(field, 'boats'));
    expect(field.unit(over, 'A')).toMatchObject({ at: field.hex('1'), minutesLeft: 26.6 });
  });

  test('a long ferrying is begun with a turn untouched and owed', () => {
    const field = river([rifleCompany(), boats(1)], undefined, { minutes: 10 });
    const over = after(field.battle, cross(field, 'boats'));
    expect(field.unit(over, 'A')).toMatchObject({ at: field.hex('1'), minutesLeft: 0 });
    expect(field.unit(over, 'A').owedMinutes).toBeCloseTo(7 * 3.4 - 10, 0);
  });

  test('horses swim beside, ten minutes more', () => {
    const field = river([cavalry(), boats(7)]);
    expect(field.unit(after(field.battle, cross(field, 'boats')), 'A')).toMatchObject({
      at: field.hex('1'),
      minutesLeft: 16.6,
    });
  });

  test('the minutes are forecast', () => {
    const field = river([rifleCompany(), boats(7)]);
    const order = cross(field, 'boats');
    expect(forecast(field.scenario, observe(field.scenario, field.battle.state, 'soviet'), order)).toMatchObject({
      kind: 'cross',
      to: field.hex('1'),
      trips: 1,
      piecesLeft: 0,
      minutes: 3.4,
    });
  });

  test('men in boats are fired at by those who see them land', () => {
    const field = battlefield(
      'A 1 . b',
      { A: [rifleCompany(), boats(7)], b: machineGuns() },
      { under: { 1: 'open' }, hexsides: [['A', '1', { river: RIVER }]], seen: ['japanese'] },
    );
    expect(listOf(given(field.battle, cross(field, 'boats')).events, 'fired')).toMatchObject([
      { unit: 'b', mode: 'reaction' },
    ]);
  });

  test('an enemy nobody knew of on the far bank stops them', () => {
    const field = battlefield(
      'A b .',
      { A: [rifleCompany(), boats(7)], b: machineGuns({ dug: 1 }) },
      { light: 'dark', hexsides: [['A', 'b', { river: RIVER }]] },
    );
    const met = given(field.battle, cross(field, 'boats', 'A', 'b'));
    expect(listOf(met.events, 'ambushed')).toMatchObject([{ unit: 'A', by: 'b' }]);
    expect(field.unit(met.battle, 'A').at).not.toBe(field.hex('b'));
  });
});

describe('swimmers', () => {
  const lake = (unit: Fielded, more: Options = {}): Battlefield =>
    battlefield('A ~ ~ 1 .', { A: unit }, { under: { 1: 'open' }, ...more });

  test('make 20 m a minute: 500 m of lake in 25 minutes', () => {
    const field = lake(rifleCompany());
    const over = after(field.battle, cross(field, 'swimming'));
    expect(field.unit(over, 'A')).toMatchObject({ at: field.hex('1'), minutesLeft: 5, suppression: 0.4 });
  });

  test('leave what takes a crew on the bank and may man it again there', () => {
    const field = lake(
      rifleCompany({
        arms: [
          ['rifle', 70],
          ['lightMachineGun', 6],
          ['machineGun', 3],
        ],
      }),
    );
    const over = given(field.battle, cross(field, 'swimming'));
    expect(field.unit(over.battle, 'A').pieces).toEqual([70, 6, 0]);
    expect(over.battle.state.booty).toMatchObject([
      { hex: field.hex('A'), count: 3, from: 'soviet', holder: 'soviet' },
    ]);
  });

  test('are told beforehand what stays behind and who may drown', () => {
    const field = lake(
      rifleCompany({
        arms: [
          ['rifle', 70],
          ['machineGun', 3],
        ],
      }),
    );
    const told = forecast(
      field.scenario,
      observe(field.scenario, field.battle.state, 'soviet'),
      cross(field, 'swimming'),
    );
    expect(told).toMatchObject({ kind: 'cross', to: field.hex('1'), minutes: 25, piecesLeft: 3 });
    expect(told.kind === 'cross' && told.drownedMen).toBeCloseTo(1.5);
  });

  test('drown in small numbers, and are missed', () => {
    let drowned = 0;
    for (const seed of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']) {
      const field = lake(rifleCompany(), { seed });
      const swum = field.unit(after(field.battle, cross(field, 'swimming')), 'A');
      expect(swum.men + swum.missing).toBe(100);
      drowned += swum.missing;
    }
    // 0.3 % a hundred metres: one or two of a hundred over 500 m.
    expect(drowned).toBeGreaterThanOrEqual(10);
    expect(drowned).toBeLessThanOrEqual(20);
  });

  test('on horses take their horses along', () => {
    const field = lake(cavalry());
    expect(field.unit(after(field.battle, cross(field, 'swimming')), 'A').ridesAt).toBeUndefined();
  });

  test('leave lorries behind', () => {
    const field = lake(rifleCompany({ mobility: 'truck', transport: { vehicle: 'gaz-aa' as VehicleId, count: 8 } }));
    expect(field.unit(after(field.battle, cross(field, 'swimming')), 'A').ridesAt).toBe(field.hex('A'));
  });

  test('are not sent into cold water', () => {
    const field = lake(rifleCompany(), { celsius: SWIM_CELSIUS - 1 });
    expect(refusalOf(field.battle, cross(field, 'swimming'))).toMatchObject({ reason: 'tooCold' });
  });

  test('are offered the far banks, and those in boats none without boats', () => {
    const field = lake(rifleCompany());
    const offered = listLegalOrders(field.scenario, observe(field.scenario, field.battle.state, 'soviet'));
    expect(offered.filter(({ kind }) => kind === 'cross')).toEqual([cross(field, 'swimming')]);
  });

  test('are carried downstream: half a metre a second sets them one bank lower', () => {
    const field = battlefield(
      `
      A ~ 1 .
       . ~ . .
      . ~ 2 .
       . ~ . .
    `,
      { A: rifleCompany() },
      { under: { 1: 'open', 2: 'open' }, waters: [['~', { flow: { to: 2, metresPerSecond: 0.5 } }]] },
    );
    const over = given(field.battle, cross(field, 'swimming'));
    const [crossed] = listOf(over.events, 'crossed');
    expect(crossed?.to).not.toBe(field.hex('1'));
    expect(crossed?.to).toBeGreaterThan(field.hex('1'));
  });

  test('whatever the current, never come ashore upstream of where they made for', () => {
    // North of the line is upstream of a river that runs south.
    const rows = Array.from(
      { length: 15 },
      (_, row) => `${row % 2 === 1 ? ' ' : ''}${row === 6 ? 'A ~ ~ 1 .' : '. ~ ~ . .'}`,
    );
    fc.assert(
      fc.property(fc.constantFrom<Direction>(2, 3), fc.integer({ min: 0, max: 20 }), (to, tenths) => {
        const field = battlefield(
          rows.join('\n'),
          { A: rifleCompany() },
          {
            under: { 1: 'open' },
            hexMetres: 100,
            ...(tenths === 0 ? {} : { waters: [['~', { flow: { to, metresPerSecond: tenths / 10 } }]] }),
          },
        );
        const { map } = field.scenario;
        const stretch = present(findStretch(map, field.hex('A'), field.hex('1')), 'a river');
        const landing = findLanding(map, stretch);
        if (landing === undefined) return true;
        const row = Math.floor(landing.hex / map.grid.columns);
        return row >= 6 && map.terrain[landing.hex] === 'open' && (tenths > 0 || landing.hex === field.hex('1'));
      }),
      { numRuns: 40 },
    );
  });
});

test('nobody is ever left standing in deep water, whatever he is told to cross', () => {
  const field = battlefield(
    `
    A ~ ~ . .
     . ~ ~ . .
    C ~ ~ 1 .
     . ~ ~ ~ b
  `,
    { A: [rifleCompany(), boats(3)], C: cavalry(), b: machineGuns() },
    { under: { 1: 'open' }, waters: [['~', { flow: { to: 2, metresPerSecond: 0.8 } }]], turns: 3 },
  );
  const observation = observe(field.scenario, field.battle.state, 'soviet');
  const crossings = listLegalOrders(field.scenario, observation).filter(({ kind }) => kind === 'cross');
  expect(crossings.length).toBeGreaterThan(3);
  for (const order of crossings) {
    const later = after(field.battle, order, END_TURN, END_TURN);
    for (const unit of later.state.units)
      if (typeof unit.at === 'number') expect(field.scenario.map.terrain[unit.at]).not.toBe('deepWater');
  }
});
