/** Depths no map tells: found by sounding, by wading in, by running upon them; kept by the side that found them. */
import { describe, expect, test } from 'vitest';
import { forecast } from '../../../src/battle/forecast.ts';
import { observe } from '../../../src/battle/observe.ts';
import type { Direction } from '../../../src/hex/grid.ts';
import type { HexsideFeature } from '../../../src/model/map.ts';
import type { Order } from '../../../src/model/order.ts';
import { type Battlefield, battlefield, cutter, type Fielded, rifleCompany, tanks } from '../../battlefield.ts';
import type { VehicleId } from '../../../src/model/vehicle.ts';
import { redrawn } from '../../drawn.ts';
import { after, drawReach, END_TURN, given, listOf, march, refusalOf } from '../orders.ts';

type Options = Parameters<typeof battlefield>[2];
const river = (feature: HexsideFeature, unit: Fielded = rifleCompany(), more: Options = {}): Battlefield =>
  battlefield('A 1 2', { A: unit }, { under: { 1: 'open', 2: 'open' }, hexsides: [['A', '1', feature]], ...more });
const sound = (field: Battlefield, key = 'A', to = '1'): Order => ({
  kind: 'sound',
  unit: field.id(key),
  to: field.hex(to),
});
const again = (field: Battlefield, battle: Battlefield['battle']): Battlefield => ({ ...field, battle });

const DEEP: HexsideFeature = { river: { widthMetres: 40, depthMetres: 2.5 } };
const FORD: HexsideFeature = { ...DEEP, unmarkedDepthMetres: 0.8 };
const SHALLOW: HexsideFeature = { river: { widthMetres: 40, depthMetres: 0.9 } };
const HOLE: HexsideFeature = { ...SHALLOW, unmarkedDepthMetres: 1.6 };

describe('a ford that no map marks', () => {
  test('bars the way until it has been sounded, and is waded after', () => {
    const field = river(FORD);
    expect(drawReach(field, 'A')).toBe(redrawn('A 1 2'));
    expect(refusalOf(field.battle, march(field, 'A', '1'))).toEqual({ reason: 'impassable' });
    const sounded = given(field.battle, sound(field));
    expect(listOf(sounded.events, 'sounded')).toMatchObject([
      { side: 'soviet', by: 'A', depthMetres: 0.8, minutes: 10 },
    ]);
    expect(drawReach(again(field, sounded.battle), 'A')).toBe(redrawn('A x x'));
    expect(field.unit(after(sounded.battle, march(field, 'A', '1')), 'A').at).toBe(field.hex('1'));
  });

  test('is the secret of the side that found it', () => {
    const field = battlefield(
      'A 1 . b',
      { A: rifleCompany(), b: rifleCompany() },
      { under: { 1: 'open' }, hexsides: [['A', '1', FORD]] },
    );
    const sounded = after(field.battle, sound(field));
    expect(observe(field.scenario, sounded.state, 'soviet').soundings).toHaveLength(1);
    expect(observe(field.scenario, sounded.state, 'japanese').soundings).toBeUndefined();
  });

  test('may be known to a side from the start', () => {
    const field = river(FORD);
    const at = [...field.scenario.map.hexsides.keys()][0] ?? -1;
    const state = { ...field.battle.state, soundings: [{ of: 'hexside', at, knownBy: ['soviet'] } as const] };
    expect(drawReach(again(field, { ...field.battle, state }), 'A')).toBe(redrawn('A x x'));
  });

  test('sounding where the map tells the truth finds what the map says, once', () => {
    const field = river(DEEP);
    const sounded = given(field.battle, sound(field));
    expect(listOf(sounded.events, 'sounded')).toMatchObject([{ depthMetres: 2.5 }]);
    expect(refusalOf(sounded.battle, sound(field))).toEqual({ reason: 'sounded' });
  });

  test('brooks and dry ground are not sounded', () => {
    expect(refusalOf(river({ river: { widthMetres: 5, depthMetres: 0.4 } }).battle, sound(river(DEEP)))).toEqual({
      reason: 'noWater',
    });
    const dry = battlefield('A 1', { A: rifleCompany() }, { under: { 1: 'open' } });
    expect(refusalOf(dry.battle, sound(dry))).toEqual({ reason: 'noWater' });
  });
});

describe('a river deeper than the map says', () => {
  test('turns back who wades in: his minutes are lost, and he knows it from now on', () => {
    const field = river(HOLE);
    const turned = given(field.battle, march(field, 'A', '12'));
    expect(listOf(turned.events, 'turnedBack')).toHaveLength(1);
    expect(listOf(turned.events, 'halted')).toMatchObject([{ cause: 'tooDeep' }]);
    expect(field.unit(turned.battle, 'A').at).toBe(field.hex('A'));
    expect(field.unit(turned.battle, 'A').minutesLeft).toBeLessThan(30);
    expect(refusalOf(turned.battle, march(field, 'A', '1'))).toEqual({ reason: 'impassable' });
  });

  test('is not given away beforehand: reach and forecast are those of the river on the map', () => {
    const [hidden, plain] = [river(HOLE), river(SHALLOW)];
    expect(drawReach(hidden, 'A')).toBe(drawReach(plain, 'A'));
    const told = ({ scenario, battle, id, hex }: Battlefield) =>
      forecast(
        scenario,
        observe(scenario, battle.state, 'soviet'),
        { kind: 'move', unit: id('A'), path: [hex('1')], pace: 'normal' },
        20,
      );
    expect(told(hidden)).toEqual(told(plain));
  });

  test('a way under standing orders ends there too', () => {
    const field = river(HOLE);
    const order: Order = {
      kind: 'standing',
      unit: field.id('A'),
      standing: { kind: 'goTo', to: field.hex('2'), pace: 'normal' },
    };
    const ended = given(given(field.battle, order).battle, END_TURN);
    expect(listOf(ended.events, 'turnedBack')).toHaveLength(1);
    expect(field.unit(ended.battle, 'A').at).toBe(field.hex('A'));
  });
});

test('an assault through a river deeper than the map says ends in the water, and one over a ford found goes in', () => {
  const facing = (feature: HexsideFeature): Battlefield =>
    battlefield(
      'A b',
      { A: rifleCompany(), b: rifleCompany({ men: 10 }) },
      { seen: ['soviet'], hexsides: [['A', 'b', feature]] },
    );
  const assault = (field: Battlefield): Order => ({ kind: 'assault', units: [field.id('A')], target: field.hex('b') });
  const hole = facing(HOLE);
  const stuck = given(hole.battle, assault(hole));
  expect(listOf(stuck.events, 'turnedBack')).toHaveLength(1);
  expect(listOf(stuck.events, 'closeCombat')).toMatchObject([{ outcome: 'stopped' }]);
  const ford = facing(FORD);
  expect(refusalOf(ford.battle, assault(ford))).toEqual({ reason: 'impassable' });
  const sounded = given(ford.battle, sound(ford, 'A', 'b')).battle;
  expect(refusalOf(sounded, assault(ford))).toBeUndefined();
});

describe('a bar that no chart shows', () => {
  const channel = (): Battlefield =>
    battlefield(
      'A 1 2',
      { A: cutter() },
      {
        hexMetres: 100,
        under: { A: 'deepWater', 1: 'deepWater', 2: 'deepWater' },
        waters: [['1', { unmarkedDepthMetres: 0.5 }]],
      },
    );

  test('stops a vessel that runs upon it', () => {
    const field = channel();
    const run = given(field.battle, march(field, 'A', '12'));
    expect(listOf(run.events, 'grounded')).toMatchObject([{ hex: field.hex('1') }]);
    expect(listOf(run.events, 'halted')).toMatchObject([{ cause: 'aground' }]);
    expect(field.unit(run.battle, 'A')).toMatchObject({ at: field.hex('1'), hull: { aground: true } });
    const off = after(run.battle, march(field, 'A', '2'));
    expect(field.unit(off, 'A').hull).toBeUndefined();
    expect(refusalOf(off, march(field, 'A', '1'))).toEqual({ reason: 'impassable' });
  });

  test('is found by sounding ahead', () => {
    const field = channel();
    const sounded = given(field.battle, sound(field));
    expect(listOf(sounded.events, 'sounded')).toMatchObject([{ place: { of: 'hex' }, depthMetres: 0.5, minutes: 5 }]);
    expect(refusalOf(sounded.battle, march(field, 'A', '1'))).toEqual({ reason: 'impassable' });
  });
});

describe('tanks that swim', () => {
  const swimmers = tanks({ vehicle: 't-37a' as VehicleId, arms: [['tankMachineGun', 10]] });
  const minutes = (feature: HexsideFeature): number => {
    const field = river(feature, swimmers);
    return 30 - field.unit(after(field.battle, march(field, 'A', '1')), 'A').minutesLeft;
  };

  test('cross by themselves what bars others, in minutes by width and current', () => {
    expect(drawReach(river(DEEP), 'A')).toBe(redrawn('A 1 2'));
    expect(drawReach(river(DEEP, swimmers), 'A')).toBe(redrawn('A x x'));
    // Three minutes to get into the water and out, and 40 m at 6 km/h; with a current of 1 m/s as long again afloat.
    const dry = minutes({});
    expect(minutes(DEEP) - dry).toBeCloseTo(3.4);
    expect(minutes({ river: { widthMetres: 40, depthMetres: 2.5, currentMetresPerSecond: 1 } }) - dry).toBeCloseTo(3.8);
  });

  test('find no way up a steep bank', () => {
    expect(drawReach(river({ river: { widthMetres: 40, depthMetres: 2.5, banks: 'steep' } }, swimmers), 'A')).toBe(
      redrawn('A 1 2'),
    );
  });

  test('swim over open water, slower against the current', () => {
    const field = (flow?: Direction): Battlefield =>
      battlefield(
        'A ~ ~ 1',
        { A: swimmers },
        {
          under: { 1: 'open' },
          ...(flow === undefined ? {} : { waters: [['~', { flow: { to: flow, metresPerSecond: 1 } }]] }),
        },
      );
    const spent = (flow?: Direction): number => {
      const lake = field(flow);
      return 30 - lake.unit(after(lake.battle, march(lake, 'A', '~')), 'A').minutesLeft;
    };
    expect(drawReach(field(), 'A')).toBe(redrawn('A x x x'));
    expect(spent(4)).toBeGreaterThan(spent());
    expect(spent(1)).toBeLessThan(spent());
  });
});
