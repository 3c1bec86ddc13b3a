/** River craft: speed with and against the current, draught, what guns do to a hull, drifting, aground, going down. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { observe } from '../../../src/battle/observe.ts';
import type { Battle } from '../../../src/battle/battle.ts';
import { lossesOf } from '../../../src/rules/objectives.ts';
import { type Direction, DIRECTIONS, neighbourOf } from '../../../src/hex/grid.ts';
import type { Order } from '../../../src/model/order.ts';
import type { Hull } from '../../../src/model/unit.ts';
import type { VehicleId } from '../../../src/model/vehicle.ts';
import { holedFleet, holesOfRound, holesToSink, sunkByShells } from '../../../src/rules/water/craft.ts';
import { present } from '../../../src/model/assert.ts';
import {
  antiTankGuns,
  battlefield,
  type Battlefield,
  cutter,
  EQUIPMENT,
  machineGuns,
  rifleCompany,
} from '../../battlefield.ts';
import { redrawn } from '../../drawn.ts';
import { after, drawReach, END_TURN, given, listOf, march, refusalOf } from '../orders.ts';

const EAST: Direction = 1;
const afloat = (text: string, wish = cutter(), more: Parameters<typeof battlefield>[2] = {}): Battlefield =>
  battlefield(
    text,
    { A: wish },
    { hexMetres: 100, minutes: 5, under: { A: 'deepWater', 1: 'deepWater', 2: 'deepWater' }, ...more },
  );

describe('a vessel', () => {
  test('goes on deep water and not on land', () => {
    expect(drawReach(afloat('. ~ A ~ ~ . ~'), 'A', 5)).toBe(redrawn('. x A x x . ~'));
  });

  test('does not go where the water is shallower than she draws', () => {
    // The cutter draws 0.8 m, shallows are 0.7 m deep; the motor launch draws no more than that.
    expect(drawReach(afloat('- ~ A ~ - ~'), 'A', 5)).toBe(redrawn('- x A x - ~'));
    const launch = cutter({ vehicle: 'border-launch' as VehicleId });
    expect(drawReach(afloat('- ~ A ~ - ~', launch), 'A', 5)).toBe(redrawn('x x A x x x'));
  });

  test('a chart that says how deep a hex is counts for more than its terrain', () => {
    const field = afloat('- ~ A ~ - ~', cutter(), { waters: [['-', { depthMetres: 1.2 }]] });
    expect(drawReach(field, 'A', 5)).toBe(redrawn('x x A x x x'));
  });

  test('makes 44.5 km/h with a current of 1.8 m/s and 31.5 against it, of 38 in still water', () => {
    const minutes = (path: string, metresPerSecond?: number): number => {
      const waters = metresPerSecond === undefined ? [] : [['A12', { flow: { to: EAST, metresPerSecond } }] as const];
      const field = afloat('1 A 2', cutter(), { hexMetres: 1000, waters });
      return 5 - field.unit(after(field.battle, march(field, 'A', path)), 'A').minutesLeft;
    };
    expect(minutes('2')).toBeCloseTo(60 / 38, 0.05);
    expect(minutes('2', 1.8)).toBeCloseTo(60 / 44.48, 0.05);
    expect(minutes('1', 1.8)).toBeCloseTo(60 / 31.52, 0.05);
  });

  test('makes no way against a current swifter than she is', () => {
    const boat = cutter({ vehicle: 'a-3-boat' as VehicleId });
    const field = afloat('~ A ~', boat, { waters: [['A~', { flow: { to: EAST, metresPerSecond: 1.8 } }]] });
    expect(drawReach(field, 'A', 5)).toBe(redrawn('~ A x'));
  });

  test('whose hull is aground loses a quarter of an hour getting off', () => {
    const field = afloat('A 1 2', cutter({ now: { hull: { holes: 0, aground: true } } }), { minutes: 30 });
    const free = after(field.battle, march(field, 'A', '1'));
    expect(field.unit(free, 'A').minutesLeft).toBeCloseTo(30 - 15 - 0.2);
    expect(field.unit(free, 'A').hull).toBeUndefined();
  });
});

test('a vessel on the water is not cut off from home', () => {
  const field = afloat('~ ~ A ~ ~', cutter(), { homeEdges: { soviet: ['west'], japanese: ['east'] } });
  const later = after(field.battle, END_TURN, END_TURN);
  expect(field.unit(later, 'A').cutOffMinute).toBeUndefined();
});

describe('a hull', () => {
  const vessel = (id: string) => present(EQUIPMENT.vehicles.get(id as VehicleId), id);
  const weapon = (id: string) =>
    present(
      [...EQUIPMENT.weapons.values()].find((row) => (row.id as string) === id),
      id,
    );

  test('goes down with more holes the larger she is', () => {
    expect(
      ['a-3-boat', 'border-launch', 'armoured-cutter-1124', 'border-gunboat-308', 'shilka-monitor'].map((id) =>
        holesToSink(vessel(id)),
      ),
    ).toEqual([1, 2, 5, 6, 30]);
  });

  test('of 7 mm is pierced by 37 mm guns and heavier, not by machine guns; the belt of a monitor by neither', () => {
    const cut = vessel('armoured-cutter-1124');
    expect(holesOfRound(cut, weapon('type-94-37mm'), 400)).toBeCloseTo(0.42, 1);
    expect(holesOfRound(cut, weapon('type-41-75mm'), 400)).toBeGreaterThan(1);
    expect(holesOfRound(cut, weapon('type-92-hmg'), 400)).toBe(0);
    expect(holesOfRound(vessel('shilka-monitor'), weapon('type-94-37mm'), 400)).toBe(0);
  });

  test('engines stop at three holes of a cutter, at five she goes down', () => {
    const cut = vessel('armoured-cutter-1124');
    const after = (more: number): Hull => holedFleet({ vehicles: 1 }, cut, more).hull;
    expect(after(2)).toEqual({ holes: 2 });
    expect(after(3)).toEqual({ holes: 3, enginesOut: true });
    expect(after(5)).toEqual({ holes: 5, enginesOut: true, sinking: true });
  });

  test('of several boats all but the last go down one by one', () => {
    const launch = vessel('border-launch');
    expect(holedFleet({ vehicles: 3 }, launch, 5)).toEqual({ vehicles: 2, hull: { holes: 1 } });
    expect(holedFleet({ vehicles: 1 }, launch, 5)).toMatchObject({ vehicles: 0, hull: { sinking: true } });
  });
});

describe('fire from the bank', () => {
  const shot = (firer: Parameters<typeof battlefield>[1][string], target = cutter()) => {
    const field = battlefield(
      'a . ~ A',
      { a: firer, A: target },
      { hexMetres: 100, minutes: 5, first: 'japanese', seen: ['japanese'], under: { A: 'deepWater' } },
    );
    const fire: Order = { kind: 'fire', unit: field.id('a'), target: field.hex('A'), minutes: 5 };
    return { field, given: given(field.battle, fire) };
  };

  test('two anti-tank guns hole a cutter in five minutes', () => {
    const { field, given: fired } = shot(antiTankGuns());
    const [holed] = listOf(fired.events, 'holed');
    expect(holed?.hull.holes).toBeGreaterThanOrEqual(3);
    expect(field.unit(fired.battle, 'A').hull).toEqual(listOf(fired.events, 'holed').at(-1)?.hull);
    expect(field.unit(fired.battle, 'A').vehicles).toBe(1);
  });

  test('bullets keep heads down on a plated cutter and hit nobody; men on an open launch are hit', () => {
    const plated = shot(machineGuns());
    expect(plated.field.unit(plated.given.battle, 'A').men).toBe(16);
    expect(plated.field.unit(plated.given.battle, 'A').suppression).toBeGreaterThan(0.2);
    const open = shot(machineGuns(), cutter({ vehicle: 'border-gunboat-308' as VehicleId }));
    expect(open.field.unit(open.given.battle, 'A').men).toBeLessThan(16);
  });

  test('shells of a battery that fall all over her hex may strike her, a long hull more often', () => {
    const cut = present(EQUIPMENT.vehicles.get('armoured-cutter-1124' as VehicleId), 'the cutter');
    const launch = present(EQUIPMENT.vehicles.get('border-launch' as VehicleId), 'the launch');
    // Thirty shells of 122 mm make 3,300 square metres of 5.4 hectares deadly: a fifth of a hole in a hull of 107 square metres.
    expect(5 * sunkByShells(cut, 3300, 5.4)).toBeCloseTo((165 * 106.7) / 54_000);
    expect(sunkByShells(cut, 3300, 1)).toBeGreaterThan(sunkByShells(launch, 3300, 1));
  });

  test('men with rifles do not open fire at a plated cutter by themselves', () => {
    const field = battlefield(
      'a . ~ A 1',
      { A: cutter(), a: rifleCompany() },
      { hexMetres: 100, minutes: 5, seen: ['japanese'], under: { A: 'deepWater', 1: 'deepWater' } },
    );
    expect(listOf(given(field.battle, march(field, 'A', '1')).events, 'fired')).toEqual([]);
  });
});

describe('a vessel that is hit', () => {
  const wreck = (hull: Hull, text = '. A 1 2 .', more: Parameters<typeof battlefield>[2] = {}): Battlefield =>
    afloat(text, cutter({ now: { hull } }), {
      waters: [['A12~', { flow: { to: EAST, metresPerSecond: 0.5 } }]],
      ...more,
    });
  const round = (battle: Battle): Battle => after(battle, END_TURN, END_TURN);

  test('with engines out does not go, and drifts downstream a hex in three and a third minutes', () => {
    const field = wreck({ holes: 3, enginesOut: true }, 'A 1 2 ~ ~');
    expect(refusalOf(field.battle, march(field, 'A', '1'))).toEqual({ reason: 'enginesOut' });
    // 150 m in five minutes: a hex and a half, and after as long again three hexes.
    const once = round(field.battle);
    expect(field.unit(once, 'A').at).toBe(field.hex('1'));
    if (field.unit(once, 'A').hull?.enginesOut !== true) return;
    expect(field.unit(once, 'A').hull?.driftedMetres).toBe(50);
    expect(field.unit(round(once), 'A').at).toBe(field.hex('~'));
  });

  test('drifts no farther than the bank, and lies there aground', () => {
    const field = wreck({ holes: 3, enginesOut: true }, '. A 1 .');
    const beached = round(round(field.battle));
    expect(field.unit(beached, 'A').at).toBe(field.hex('1'));
    expect(field.unit(beached, 'A').hull?.aground).toBe(true);
  });

  test('drifts upon shallows and sticks there', () => {
    const field = wreck({ holes: 3, enginesOut: true }, '. A - ~ .');
    const stuck = round(field.battle);
    expect(field.unit(stuck, 'A').at).toBe(field.hex('-'));
    expect(field.unit(stuck, 'A').hull?.aground).toBe(true);
  });

  test('drifts downstream and no other way, as far as the current goes in the time', () => {
    const sea = Array.from(
      { length: 9 },
      (_, row) => `${row % 2 === 1 ? ' ' : ''}${row === 4 ? '~ ~ ~ ~ A ~ ~ ~ ~' : '~ ~ ~ ~ ~ ~ ~ ~ ~'}`,
    );
    fc.assert(
      fc.property(fc.constantFrom(...DIRECTIONS), fc.integer({ min: 1, max: 30 }), (to, tenths) => {
        const field = wreck({ holes: 3, enginesOut: true }, sea.join('\n'), {
          waters: [['A~', { flow: { to, metresPerSecond: tenths / 10 } }]],
        });
        const { grid } = field.scenario.map;
        const ended = given(given(field.battle, END_TURN).battle, END_TURN);
        const [drifted] = listOf(ended.events, 'drifted');
        let at = field.hex('A');
        for (const hex of drifted?.path ?? []) {
          expect(hex).toBe(neighbourOf(grid, at, to));
          at = hex;
        }
        const metres = 100 * (drifted?.path.length ?? 0) + (drifted?.driftedMetres ?? 0);
        // Five minutes; who comes to the edge of the map is off it.
        expect(drifted?.end === 'away' || Math.abs(metres - 30 * tenths) < 0.2).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('does not drift in still water', () => {
    const field = wreck({ holes: 3, enginesOut: true }, '. A 1 .', { waters: [] });
    expect(field.unit(round(field.battle), 'A').at).toBe(field.hex('A'));
  });

  test('going down obeys no more, drifts once and sinks; her men swim to the nearest bank without their guns', () => {
    const field = wreck({ holes: 5, enginesOut: true, sinking: true }, '. A 1 2 .');
    expect(refusalOf(field.battle, march(field, 'A', '1'))).toEqual({ reason: 'sinking' });
    const ended = given(given(field.battle, END_TURN).battle, END_TURN);
    const [sunk] = listOf(ended.events, 'sunk');
    expect(sunk?.hex).toBe(field.hex('1'));
    const crew = field.unit(ended.battle, 'A');
    expect(crew).toMatchObject({ vehicles: 0, pieces: [0, 0], cohesion: 'shaken' });
    expect(crew.hull).toBeUndefined();
    expect(crew.men + crew.missing).toBe(16);
    expect(field.scenario.map.terrain[Number(crew.at)]).toBe('open');
    expect(lossesOf(field.scenario, ended.battle.state, 'soviet').vehicles).toBe(1);
  });

  test('is lost with all hands where no bank is near', () => {
    const field = wreck({ holes: 5, sinking: true }, '~ A ~', { hexMetres: 1000, waters: [] });
    const ended = round(field.battle);
    expect(field.unit(ended, 'A')).toMatchObject({ at: 'gone', men: 0, missing: 16 });
  });

  test('counts as lost as soon as she settles', () => {
    const field = wreck({ holes: 5, sinking: true });
    expect(lossesOf(field.scenario, field.battle.state, 'soviet').vehicles).toBe(1);
  });

  test('her crew on the bank goes on foot', () => {
    const field = battlefield(
      'A 1 2',
      { A: cutter({ now: { vehicles: 0 } }) },
      { hexMetres: 100, under: { 1: 'open', 2: 'open' } },
    );
    expect(drawReach(field, 'A')).toBe(redrawn('A x x'));
  });

  test('the enemy is not told how many holes she has', () => {
    const field = battlefield(
      'a ~ A',
      { A: cutter({ now: { hull: { holes: 2 } } }), a: rifleCompany() },
      { seen: ['japanese'], under: { A: 'deepWater' } },
    );
    expect(JSON.stringify(observe(field.scenario, field.battle.state, 'japanese'))).not.toContain('holes');
  });
});
