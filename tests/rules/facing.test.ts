/** Fronts: where they are, what they cover, what it costs to bring them round, and what fire from aside does. */
import { describe, expect, test } from 'vitest';
import type { Direction } from '../../src/hex/grid.ts';
import { present } from '../../src/model/assert.ts';
import type { BattleEvent } from '../../src/model/event.ts';
import { meanChance } from '../../src/rules/chance.ts';
import { aspectFrom, frontOf, minutesToFace } from '../../src/rules/facing.ts';
import { resolve } from '../../src/rules/resolve.ts';
import { volleyAt } from '../../src/rules/fire/effect.ts';
import { cardOf, hexOf, unitOf } from '../../src/rules/roster.ts';
import {
  antiTankGuns,
  type Battlefield,
  battlefield,
  type Fielded,
  machineGuns,
  rifleCompany,
  tanks,
} from '../battlefield.ts';

/** Pointy-top hexes: east is 1, west 4. */
const [EAST, WEST]: readonly Direction[] = [1, 4] as const;

const unit = ({ scenario, battle, id }: Battlefield, key: string) => unitOf(scenario, battle.state, id(key));
const carryOut = (field: Battlefield, order: Parameters<typeof resolve>[2]): readonly BattleEvent[] =>
  resolve(field.scenario, field.battle.state, order, meanChance()).events;

describe('who has a front', () => {
  const field = battlefield('G M T A . b', {
    G: antiTankGuns({ gunState: 'inBattery' }),
    M: machineGuns({ dug: 1 }),
    T: tanks(),
    A: rifleCompany(),
    b: rifleCompany(),
  });

  test('guns in battery, machine guns in works and vehicles; not men on foot', () => {
    const fronts = ['G', 'M', 'T', 'A'].map((key) =>
      frontOf(field.scenario, cardOf(field.scenario, field.id(key)), unit(field, key)),
    );
    expect(fronts).toEqual(['gun', 'nest', 'vehicle', undefined]);
  });

  test('nobody where hexes are wider than 250 m', () => {
    const wide = battlefield(
      'G . b',
      { G: antiTankGuns({ gunState: 'inBattery' }), b: rifleCompany() },
      { hexMetres: 500 },
    );
    expect(frontOf(wide.scenario, cardOf(wide.scenario, wide.id('G')), unit(wide, 'G'))).toBeUndefined();
  });
});

describe('what a front covers', () => {
  const facing = (now: Direction | undefined) =>
    battlefield(
      'a . G . t',
      {
        G: antiTankGuns({ gunState: 'inBattery', ...(now === undefined ? {} : { now: { facing: now } }) }),
        t: tanks(),
        a: rifleCompany(),
      },
      { seen: ['soviet'] },
    );
  const minutes = (field: Battlefield, key: string) =>
    minutesToFace(field.scenario, cardOf(field.scenario, field.id('G')), unit(field, 'G'), field.hex(key));

  test('a gun turns three minutes to fire behind it, and none to fire before it or while it has no front', () => {
    const field = facing(EAST);
    expect(minutes(field, 't')).toBe(0);
    expect(minutes(field, 'a')).toBe(3);
    expect(minutes(facing(undefined), 'a')).toBe(0);
  });

  test('ten minutes of fire to the rear are three of turning and seven of fire', () => {
    const field = facing(EAST);
    const events = carryOut(field, { kind: 'fire', unit: field.id('G'), target: field.hex('a'), minutes: 10 });
    expect(events.find((event) => event.kind === 'turned')).toMatchObject({ facing: WEST, minutes: 3 });
    expect(events.find((event) => event.kind === 'fired')).toMatchObject({ minutes: 7 });
  });

  test('the first shot of a gun without a front gives it one', () => {
    const field = facing(undefined);
    const { state } = resolve(
      field.scenario,
      field.battle.state,
      { kind: 'fire', unit: field.id('G'), target: field.hex('t'), minutes: 4 },
      meanChance(),
    );
    expect(unitOf(field.scenario, state, field.id('G')).facing).toBe(EAST);
  });
});

describe('which plate a shot meets', () => {
  const field = battlefield('a . b . T . c', {
    T: tanks({ now: { facing: EAST } }),
    a: antiTankGuns({ gunState: 'inBattery' }),
    b: rifleCompany(),
    c: antiTankGuns({ gunState: 'inBattery' }),
  });
  const tank = unit(field, 'T');
  const card = cardOf(field.scenario, field.id('T'));

  test('front and rear lie opposite, the side between', () => {
    expect(aspectFrom(field.scenario, card, tank, field.hex('c'))).toBe('front');
    expect(aspectFrom(field.scenario, card, tank, field.hex('a'))).toBe('rear');
    const toTheSouthEast: Direction = 2;
    expect(aspectFrom(field.scenario, card, { ...tank, facing: toTheSouthEast }, field.hex('a'))).toBe('side');
  });

  test('tanks that drive face where they go', () => {
    const moving = battlefield('. T . . b', { T: tanks({ now: { facing: WEST } }), b: rifleCompany() });
    const { state } = resolve(
      moving.scenario,
      moving.battle.state,
      { kind: 'move', unit: moving.id('T'), path: [moving.hex('T') + 1], pace: 'normal' },
      meanChance(),
    );
    expect(unitOf(moving.scenario, state, moving.id('T')).facing).toBe(EAST);
  });
});

describe('fire at vehicles on the field', () => {
  const shot = (field: Battlefield, from: string, at: string, minutes = 5) => {
    const firer = unit(field, from);
    return present(
      volleyAt(
        {
          scenario: field.scenario,
          state: field.battle.state,
          firer,
          from: hexOf(firer),
          target: field.hex(at),
          minutes,
          knownAs: 'current',
        },
        [unit(field, at)],
      ).effects[0],
      'an effect',
    );
  };

  test('two anti-tank guns stop a tank or two of ten in five minutes at 500 m, moving ones more seldom', () => {
    const still = battlefield('a . T', { T: tanks(), a: antiTankGuns({ gunState: 'inBattery' }) });
    const moving = battlefield('a . T', {
      T: tanks({ now: { activity: 'moving' } }),
      a: antiTankGuns({ gunState: 'inBattery' }),
    });
    const [standing, driving] = [shot(still, 'a', 'T'), shot(moving, 'a', 'T')];
    expect(standing.vehicles).toBeGreaterThan(0.8);
    expect(standing.vehicles).toBeLessThan(5);
    expect(driving.vehicles).toBeLessThan(standing.vehicles);
    expect(standing.shots?.mark.count).toBe(10);
  });

  test('what a gun’s crew is told of its fire does not hang on who lies there', () => {
    const told = (there: Fielded) => {
      const field = battlefield('a . T', { T: there, a: antiTankGuns({ gunState: 'inBattery' }) });
      return shot(field, 'a', 'T').factors.filter(({ owner }) => owner !== 'target');
    };
    expect(told(tanks())).toEqual(told(rifleCompany()));
    expect(told(tanks({ now: { activity: 'moving' } }))).toEqual(told(rifleCompany()));
  });

  test('rifles and machine guns do nothing to a tank but make it shut its hatches', () => {
    const field = battlefield('a T', { T: tanks(), a: machineGuns() });
    const effect = shot(field, 'a', 'T');
    expect(effect.vehicles).toBe(0);
    expect(effect.shots).toBeUndefined();
    expect(effect.weight * effect.felt).toBeGreaterThan(0);
  });
});
