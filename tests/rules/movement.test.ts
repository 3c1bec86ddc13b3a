/** Minutes from hex to hex, and where they lead. A hex is 250 m unless a test says otherwise. */
import { describe, expect, test } from 'vitest';
import { knowledgeOf } from '../../src/rules/knowledge.ts';
import type { Light, Weather } from '../../src/model/clock.ts';
import type { Terrain } from '../../src/model/map.ts';
import type { Mobility, Pace, Posture } from '../../src/model/unit.ts';
import { COLUMN_KMH, goingOf, LINE_KMH, TREADS } from '../../src/rules/march-rates.ts';
import { gaitOf, minutesAcross } from '../../src/rules/movement.ts';
import { present } from '../../src/model/assert.ts';
import type { VehicleId } from '../../src/model/vehicle.ts';
import { cardOf } from '../../src/rules/roster.ts';
import { neighbourOf } from '../../src/hex/grid.ts';
import { battery, battlefield, cavalry, type Battlefield, type Fielded, rifleCompany, tanks } from '../battlefield.ts';
import { redrawn } from '../drawn.ts';
import { after, drawReach, given, listOf, march } from './orders.ts';

interface Going {
  readonly ground?: Terrain;
  readonly mobility?: Mobility;
  readonly posture?: Posture;
  readonly pace?: Pace;
  readonly light?: Light;
  readonly weather?: Weather;
  readonly heat?: 'hot' | 'fair';
  readonly nightTraining?: number;
  readonly riseMetres?: number;
  readonly hexMetres?: number;
}

/** Minutes to the next hex to the east; 0 where nobody gets across. */
function minutes(going: Going): number {
  const field = battlefield(
    '1 2',
    {
      1: rifleCompany({
        mobility: going.mobility ?? 'foot',
        posture: going.posture ?? 'deployed',
        nightTraining: going.nightTraining ?? 0,
      }),
    },
    {
      under: { 1: going.ground ?? 'open', 2: going.ground ?? 'open' },
      heights: { 2: going.riseMetres ?? 0 },
      hexMetres: going.hexMetres ?? 250,
    },
  );
  const { map } = field.scenario;
  const celsius = going.heat === 'hot' ? 40 : 20;
  const sky = { light: going.light ?? 'day', weather: going.weather ?? 'clear', celsius } as const;
  expect(neighbourOf(map.grid, 0, 1)).toBe(1);
  const gait = gaitOf(field.scenario, field.unit(field.battle, '1'), going.pace ?? 'normal', sky);
  return minutesAcross(map, gait, 0, 1) ?? 0;
}

describe('minutes over a hex of 250 m', () => {
  // biome-ignore format: a table
  test.each<[string, Going, number]>([
    ['men deployed, 2.5 km/h',                       {},                                           6],
    ['men in column, 4 km/h',                        { posture: 'marching' },                      3.8],
    ['men without a sound, six tenths',              { pace: 'silent' },                           10],
    ['men in the dark, without drill in it 1.4 km/h', { light: 'dark' },                            10.7],
    ['men by the moon',                              { light: 'moon' },                            8.2],
    ['men drilled for the night, in the dark',       { light: 'dark', nightTraining: 1 },          8.7],
    ['men in rain',                                  { weather: 'rain' },                          7.5],
    ['men in heat over 33 °C',                       { heat: 'hot' },                              7.1],
    ['men in fog',                                   { weather: 'fog' },                           7.1],
    ['men over sand',                                { ground: 'sand' },                           7.5],
    ['men in a forest',                              { ground: 'forest' },                         8.6],
    ['men through a marsh',                          { ground: 'marsh' },                          15],
    ['men through shallows',                         { ground: 'shallows' },                       24],
    ['men over rock',                                { ground: 'rock' },                           10],
    ['horsemen deployed, 5 km/h',                    { mobility: 'horse' },                        3],
    ['tanks deployed, 8 km/h',                       { mobility: 'tracked' },                      1.9],
    ['trucks over sand',                             { mobility: 'truck', ground: 'sand' },        3],
    ['towed guns',                                   { mobility: 'towed' },                        5],
    ['men up a slope of one in five',                { riseMetres: 50 },                           10],
    ['trucks through a marsh, 2 km/h in column',      { mobility: 'truck', ground: 'marsh', posture: 'marching' }, 7.5],
    ['men down a slope of one in five',              { riseMetres: -50 },                          7.1],
    ['tanks up a slope of one in five',              { mobility: 'tracked', riseMetres: 50 },      2.8],
    ['a boat on deep water',                         { mobility: 'boat', ground: 'deepWater' },    3.8],
  ])('%s', (_, going, expected) => {
    expect(minutes(going)).toBe(expected);
  });

  // biome-ignore format: a table
  test.each<[string, Going]>([
    ['men cannot cross deep water',            { ground: 'deepWater' }],
    ['wheels cannot climb one in four',        { mobility: 'wheeled', riseMetres: 65 }],
    ['tanks cannot climb two in five',         { mobility: 'tracked', riseMetres: 100 }],
    ['tanks cannot cross ice',                 { mobility: 'tracked', ground: 'ice' }],
    ['horses cannot climb two in five',        { mobility: 'horse', riseMetres: 100 }],
    ['a boat cannot leave the water',          { mobility: 'boat' }],
    ['what is fixed cannot go anywhere',       { mobility: 'static' }],
  ])('%s', (_, going) => {
    expect(minutes(going)).toBe(0);
  });

  test('twice the hex takes twice the time', () => {
    expect(minutes({ hexMetres: 500 })).toBe(12);
    expect(minutes({ hexMetres: 1000 })).toBe(24);
  });

  test('steeper is never quicker, up or down, for anybody', () => {
    for (const mobility of ['foot', 'horse', 'wheeled', 'tracked'] as const) {
      for (const direction of [1, -1]) {
        let before = 0;
        for (let rise = 0; rise <= 170; rise += 10) {
          const now = minutes({ mobility, riseMetres: direction * rise });
          const cost = now === 0 ? Infinity : now;
          expect(cost, `${mobility} ${direction * rise}`).toBeGreaterThanOrEqual(before);
          before = cost;
        }
      }
    }
    expect(TREADS).toContain('foot');
  });
});

describe('march tables', () => {
  test('a hill is a slope of one in five', () => {
    for (const mobility of ['foot', 'horse', 'pack', 'wheeled', 'tracked', 'towed'] as const) {
      const kmh = 60 / minutes({ mobility, posture: 'marching', riseMetres: 200, hexMetres: 1000 });
      expect(Math.abs(kmh / COLUMN_KMH[mobility].hill - 1), mobility).toBeLessThan(0.01);
    }
  });

  const going = (wish: Fielded) => {
    const { scenario, battle, unit } = battlefield('A', { A: { posture: 'marching', ...wish } });
    const likeTanks = present([...scenario.vehicles.values()][0], 'a battlefield knows vehicles');
    const types = TYPES.map(([id, type]) => [id as VehicleId, { ...likeTanks, ...type }] as const);
    const equipped = { ...scenario, vehicles: new Map([...scenario.vehicles, ...types]) };
    return goingOf(equipped, cardOf(equipped, unit(battle, 'A').id), unit(battle, 'A')).kmh;
  };
  const TYPES = [
    ['lorry', { kind: 'truck', marchKmh: COLUMN_KMH.truck }],
    ['cart', { kind: 'cart', marchKmh: { ...COLUMN_KMH.foot, steppeDay: 3.5, hill: 2 } }],
    ['fast', { kind: 'tank', marchKmh: { ...COLUMN_KMH.tracked, dunes: 14 } }],
  ] as const;
  const lorries = { vehicle: 'lorry' as VehicleId, count: 4 };

  test('vehicles of a type go by the table of their type', () => {
    expect(going(tanks({ vehicle: 'fast' as VehicleId })).dunes).toBe(14);
    expect(going(tanks()).dunes).toBe(COLUMN_KMH.tracked.dunes);
  });

  test('a unit goes as its slowest part: men in column as their carts, guns behind lorries as guns', () => {
    expect(
      going(rifleCompany({ transport: { vehicle: 'cart' as VehicleId, count: 2 }, posture: 'marching' })),
    ).toMatchObject({
      steppeDay: 3.5,
      marsh: 1.5,
      hill: 2,
    });
    expect(going(battery({ mobility: 'truck', transport: lorries, posture: 'marching' })).roadDay).toBe(22);
    expect(going(rifleCompany({ mobility: 'truck', transport: lorries, posture: 'marching' })).roadDay).toBe(25);
  });

  test('carts do not hold men back in line', () => {
    const wish = { transport: { vehicle: 'cart' as VehicleId, count: 2 }, posture: 'deployed' } as const;
    expect(going(rifleCompany(wish))).toEqual(LINE_KMH);
  });
});

describe('what lies along a hexside', () => {
  const across = (feature: object, wish: Fielded = rifleCompany(), ground: Terrain = 'open'): string =>
    drawReach(
      battlefield('A 2', { A: wish }, { under: { A: ground, 2: ground }, hexsides: [['A', '2', feature]] }),
      'A',
      30,
    );
  const CROSSED = redrawn('A x');
  const BARRED = redrawn('A 2');

  test('men climb a bluff slowly, vehicles not at all', () => {
    expect(across({ bluff: true })).toBe(CROSSED);
    expect(across({ bluff: true }, tanks())).toBe(BARRED);
  });

  test('a road leads up a bluff and through a marsh', () => {
    expect(across({ bluff: true, way: 'road' }, tanks())).toBe(CROSSED);
    expect(across({ way: 'road' }, rifleCompany({ mobility: 'truck' }), 'marsh')).toBe(CROSSED);
  });

  test('nobody wades a river deeper than 1.2 m', () => {
    expect(across({ river: { widthMetres: 20, depthMetres: 0.8 } })).toBe(CROSSED);
    expect(across({ river: { widthMetres: 20, depthMetres: 1.5 } })).toBe(BARRED);
    expect(across({ river: { widthMetres: 20, depthMetres: 1.5 } }, cavalry())).toBe(BARRED);
  });
});

describe('reach', () => {
  const ground = `
    . . & & . .
     . A . & . .
    . . ~ ~ . .
  `;

  test('in twelve minutes men come two hexes over open ground and one through the wood', () => {
    expect(drawReach(battlefield(ground, { A: rifleCompany() }), 'A', 12)).toBe(
      redrawn(`
        x x x & . .
         x A x & . .
        x x ~ ~ . .
      `),
    );
  });

  test('deep water bars the way and has to be gone round', () => {
    const field = battlefield(ground, { A: rifleCompany() });
    expect(drawReach(field, 'A', 24)).toBe(
      redrawn(`
        x x x x x .
         x A x x x .
        x x ~ ~ x .
      `),
    );
  });

  test('without a limit the minutes left are the limit', () => {
    const field = battlefield('. . A . .', { A: rifleCompany({ now: { minutesLeft: 6 } }) });
    expect(drawReach(field, 'A')).toBe(redrawn('. x A x .'));
  });

  test('guns in battery go nowhere', () => {
    expect(drawReach(battlefield('. A .', { A: battery() }), 'A')).toBe(redrawn('. A .'));
    expect(drawReach(battlefield('. A .', { A: battery({ gunState: 'limbered' }) }), 'A')).toBe(redrawn('x A x'));
  });
});

describe('a march', () => {
  const facing = (wish: Fielded = {}): Battlefield =>
    battlefield(
      `
      A 1 2 3 . b
    `,
      { A: rifleCompany(wish), b: rifleCompany({ policy: 'hold' }) },
      { under: { 1: 'open', 2: 'open', 3: 'open' }, seen: ['soviet'] },
    );

  test('spends the minutes of every step', () => {
    const field = facing();
    expect(field.unit(after(field.battle, march(field, 'A', '12')), 'A').minutesLeft).toBe(18);
  });

  test('the first step out of works takes two minutes more', () => {
    const field = battlefield('A 1 2', { A: rifleCompany({ dug: 1 }) }, { under: { 1: 'open', 2: 'open' } });
    expect(field.unit(after(field.battle, march(field, 'A', '12')), 'A')).toMatchObject({
      minutesLeft: 16,
      posture: 'deployed',
      activity: 'moving',
    });
  });

  test('a step beside a known enemy takes four minutes more', () => {
    const field = battlefield(
      'A 1 2 b',
      { A: rifleCompany(), b: rifleCompany({ policy: 'hold', posture: 'marching' }) },
      { under: { 1: 'open', 2: 'open' }, seen: ['soviet'] },
    );
    const moved = listOf(given(field.battle, march(field, 'A', '12')).events, 'moved');
    expect(moved.map((event) => event.minutes)).toEqual([6, 10]);
  });

  test('known wire takes eight minutes and is cut for good', () => {
    const field = battlefield('A 1', { A: rifleCompany() }, { under: { 1: 'open' }, wire: [['A', '1', 'soviet']] });
    const applied = given(field.battle, march(field, 'A', '1'));
    expect(field.unit(applied.battle, 'A').minutesLeft).toBe(30 - 6 - 8);
    expect(applied.battle.state.wire).toMatchObject([{ stands: false, believedBy: [] }]);
  });

  test('wire cut unseen is believed to stand until somebody comes to it', () => {
    const field = battlefield('A 1', { A: rifleCompany() }, { under: { 1: 'open' }, wire: [['A', '1', 'soviet']] });
    const wire = field.battle.state.wire.map((belt) => ({ ...belt, stands: false }));
    const cut = { ...field.battle, state: { ...field.battle.state, wire } };
    expect(knowledgeOf(field.scenario, cut.state, 'soviet').wire).toHaveLength(1);
    const applied = given(cut, march(field, 'A', '1'));
    expect(listOf(applied.events, 'wireSeen')).toMatchObject([{ stands: false }]);
    expect(field.unit(applied.battle, 'A').minutesLeft).toBe(30 - 6);
    expect(knowledgeOf(field.scenario, applied.battle.state, 'soviet').wire).toEqual([]);
  });

  test('wire nobody knew of is found by walking into it, and takes its eight minutes too', () => {
    const field = battlefield('A 1', { A: rifleCompany() }, { under: { 1: 'open' }, wire: [['A', '1', 'japanese']] });
    const applied = given(field.battle, march(field, 'A', '1'));
    expect(listOf(applied.events, 'wireSeen')).toHaveLength(1);
    expect(field.unit(applied.battle, 'A')).toMatchObject({ at: field.hex('1'), minutesLeft: 16 });
  });

  test('who has no time left for wire he found stays in front of it', () => {
    const field = battlefield(
      'A 1',
      { A: rifleCompany({ now: { minutesLeft: 10 } }) },
      { under: { 1: 'open' }, wire: [['A', '1', 'japanese']] },
    );
    const applied = given(field.battle, march(field, 'A', '1'));
    expect(listOf(applied.events, 'halted').map((event) => event.cause)).toEqual(['noTime']);
    expect(field.unit(applied.battle, 'A')).toMatchObject({ at: field.hex('A'), minutesLeft: 10 });
    expect(applied.battle.state.wire).toHaveLength(1);
  });

  test('men halt when an enemy comes in view', () => {
    const field = battlefield(
      'A 1 2 . b',
      { A: rifleCompany(), b: rifleCompany({ policy: 'hold', posture: 'marching' }) },
      {
        under: { 1: 'open', 2: 'open' },
        light: 'twilight',
      },
    );
    // Nothing known at 1000 m of twilight; a step nearer the column stands out.
    const hidden = { ...field.battle, state: { ...field.battle.state, contacts: { soviet: [], japanese: [] } } };
    const applied = given(hidden, march(field, 'A', '12'));
    expect(listOf(applied.events, 'halted').map((event) => event.cause)).toEqual(['enemySeen']);
    expect(field.unit(applied.battle, 'A').at).toBe(field.hex('1'));
  });

  test('an enemy nobody knew of is walked into: five minutes lost, and he fires first', () => {
    const field = battlefield('A b', { A: rifleCompany(), b: rifleCompany({ dug: 1 }) }, { light: 'dark' });
    const applied = given(field.battle, march(field, 'A', 'b'));
    expect(listOf(applied.events, 'ambushed')).toMatchObject([{ unit: 'A', by: 'b', minutes: 5 }]);
    expect(listOf(applied.events, 'fired')).toMatchObject([{ unit: 'b', mode: 'reaction' }]);
    expect(field.unit(applied.battle, 'A').at).not.toBe(field.hex('b'));
    expect(applied.battle.state.contacts.soviet.map((contact) => contact.view.current)).toEqual([true]);
  });

  test('an enemy asleep is walked into and does not fire', () => {
    const field = battlefield(
      'A b',
      { A: rifleCompany(), b: rifleCompany({ dug: 1, now: { minutesLeft: 0 } }) },
      { light: 'dark' },
    );
    const applied = given(field.battle, march(field, 'A', 'b'));
    expect(listOf(applied.events, 'ambushed')).toHaveLength(1);
    expect(listOf(applied.events, 'fired')).toEqual([]);
  });
});
