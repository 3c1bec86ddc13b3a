/** What lies between eyes and what they look at: smoke, dust, haze, grass, the moon, lights, height, shut hatches, hiding. */
import { describe, expect, test } from 'vitest';
import { worldFrom, likeliestHypothesis } from '../../src/battle/world.ts';
import { observe } from '../../src/battle/observe.ts';
import type { Battle } from '../../src/battle/battle.ts';
import type { ContactView } from '../../src/model/contact.ts';
import type { Sky } from '../../src/model/clock.ts';
import type { Plume } from '../../src/model/state.ts';
import { meanChance } from '../../src/rules/chance.ts';
import { perceive } from '../../src/rules/contacts.ts';
import { beginCourse } from '../../src/rules/course.ts';
import { eyesOf, glimpseOf, noticedMetres, type Scene } from '../../src/rules/detection.ts';
import { sceneOf } from '../../src/rules/scene.ts';
import { type Battlefield, battlefield, type Fielded, rifleCompany, tanks } from '../battlefield.ts';
import { given, listOf } from './orders.ts';

const column: Fielded = rifleCompany({ posture: 'marching', now: { activity: 'moving' } });
const SCENE: Scene = { light: 'day', weather: 'clear', terrain: 'open' };

function noticed(wish: Fielded, scene: Partial<Scene> = {}): number {
  const field = battlefield('A', { A: wish });
  const card = field.scenario.cards[0];
  if (card === undefined) throw new Error('no card');
  return Math.round(noticedMetres(field.scenario, card, field.unit(field.battle, 'A'), { ...SCENE, ...scene }));
}

/** What the Soviet side makes of `b` once everybody has looked. */
function seen(field: Battlefield, change: (battle: Battle) => Battle = (battle) => battle): ContactView | undefined {
  const { scenario, state } = change(field.battle);
  const course = beginCourse(scenario, { ...state, contacts: { soviet: [], japanese: [] } }, meanChance());
  perceive(course);
  return course.state.contacts.soviet.find((contact) => contact.behind === 'b')?.view;
}

const withPlumes =
  (...plumes: readonly Plume[]) =>
  (battle: Battle): Battle => ({ ...battle, state: { ...battle.state, plumes } });

const withSky =
  (sky: Partial<Sky>) =>
  (battle: Battle): Battle => {
    const skies = battle.scenario.clock.skies.map((one) => ({ ...one, ...sky }));
    return { ...battle, scenario: { ...battle.scenario, clock: { ...battle.scenario.clock, skies } } };
  };

describe('the moon', () => {
  test('shows what the table says at half, half as much again when full, and next to nothing when new', () => {
    const at = (moonShare: number): number => noticed(column, { light: 'moon', moonShare });
    expect([at(0), at(0.25), at(0.5), at(1)]).toEqual([200, 350, 500, 750]);
  });
});

describe('smoke', () => {
  const line = (): Battlefield => battlefield('A . 1 b .', { A: rifleCompany(), b: tanks() }, { under: { 1: 'open' } });

  test('hides what is behind it, until it is gone', () => {
    const field = line();
    const smoke: Plume = { kind: 'smoke', hex: field.hex('1'), untilMinute: 640 };
    expect(seen(field)?.level).toBe('identified');
    expect(seen(field, withPlumes(smoke))).toBeUndefined();
    const later = given(withPlumes(smoke)(field.battle), { kind: 'endTurn' });
    const next = given(later.battle, { kind: 'endTurn' });
    expect(next.battle.state.plumes).toHaveLength(1);
    const third = given(given(next.battle, { kind: 'endTurn' }).battle, { kind: 'endTurn' });
    expect(third.battle.state.plumes).toBeUndefined();
  });

  test('on a hex leaves three tenths of the distance, and half of the fire into it', () => {
    const field = battlefield('A . b', { A: rifleCompany(), b: rifleCompany() }, { seen: ['soviet'] });
    const order = { kind: 'fire', unit: field.id('A'), target: field.hex('b'), minutes: 5 } as const;
    const fire = (battle: Battle): number => listOf(given(battle, order).events, 'fired')[0]?.expectedMen ?? 0;
    const smoke = withPlumes({ kind: 'smoke', hex: field.hex('b'), untilMinute: 700 });
    expect(fire(smoke(field.battle)) / fire(field.battle)).toBeCloseTo(0.5, 1);
    expect(noticed(column, { clarity: 0.3 })).toBe(1050);
  });
});

describe('a fire', () => {
  test('lights its hex by night', () => {
    const field = battlefield('A . . b', { A: rifleCompany(), b: tanks() }, { light: 'dark' });
    expect(seen(field)).toBeUndefined();
    expect(seen(field, withPlumes({ kind: 'fire', hex: field.hex('b'), untilMinute: 700 }))?.level).toBeDefined();
  });
});

describe('dust', () => {
  test('shows a column on dry ground half as far again, by day and without rain', () => {
    expect(noticed(column, { dusty: true })).toBe(5250);
    expect(noticed(column, { dusty: true, weather: 'rain' })).toBe(1750);
    expect(noticed(column, { dusty: true, light: 'dark' })).toBe(200);
  });

  test('of vehicles tells from nine kilometres that something moves there, and not what', () => {
    const moving = tanks({ now: { activity: 'moving' } });
    const field = battlefield('A . . . . . . . . b', { A: rifleCompany(), b: moving }, { hexMetres: 1000 });
    expect(seen(field)).toBeUndefined();
    expect(seen(field, withSky({ dusty: true }))).toMatchObject({ level: 'suspected', sign: 'dust' });
    expect(seen(field, withSky({ dusty: true }))?.branch).toBeUndefined();
  });
});

describe('headlights', () => {
  test('show ten kilometres off, as lights and no more, and are for motors by night', () => {
    const lit = tanks({ now: { activity: 'moving', pace: 'headlights' } });
    const field = battlefield('A . . . . . b', { A: rifleCompany(), b: lit }, { hexMetres: 1000, light: 'dark' });
    expect(seen(field)).toMatchObject({ level: 'suspected', sign: 'lights' });
    const card = field.scenario.cards[0];
    if (card === undefined) throw new Error('no card');
    const walker = { ...field.unit(field.battle, 'A'), activity: 'moving', pace: 'headlights' } as const;
    expect(glimpseOf(card, walker, { ...SCENE, light: 'dark' })).toBeUndefined();
  });

  test('let motors drive faster in the dark', () => {
    const field = battlefield(
      'A 1 . . .',
      { A: tanks({ posture: 'marching' }) },
      { light: 'dark', under: { 1: 'open' } },
    );
    const minutes = (pace: 'normal' | 'headlights'): number =>
      listOf(
        given(field.battle, { kind: 'move', unit: field.id('A'), path: [field.hex('1')], pace }).events,
        'moved',
      )[0]?.minutes ?? 0;
    expect(minutes('headlights')).toBeLessThan(0.75 * minutes('normal'));
  });
});

describe('haze', () => {
  test('over hot sand around noon leaves six tenths of the distance', () => {
    const field = battlefield(':', { ':': column }, { under: { ':': 'sand' } });
    const clarity = (startMinute: number, celsius: number): number => {
      const clock = {
        ...field.scenario.clock,
        starts: field.scenario.clock.starts.map((_, turn) => startMinute + 30 * turn),
      };
      const sky = { fromMinute: 0, light: 'day', weather: 'clear', celsius } as const;
      return sceneOf({ ...field.scenario, clock }, { turn: 1 }, { hex: 0, light: 'day', sky }).clarity ?? 1;
    };
    expect([clarity(720, 30), clarity(600, 30), clarity(720, 15)]).toEqual([0.6, 1, 1]);
  });
});

describe('tall grass', () => {
  test('halves the distance at which men are noticed, and hides no tank', () => {
    expect(noticed(rifleCompany(), { grassShare: 0.5 })).toBe(75);
    expect(noticed(tanks(), { grassShare: 0.5 })).toBe(1800);
    const field = battlefield('g', { g: rifleCompany() }, { regions: { meadow: 'g' } });
    const scene = sceneOf(
      { ...field.scenario, tallGrass: 'meadow' },
      { turn: 1 },
      {
        hex: 0,
        light: 'day',
        sky: { fromMinute: 0, light: 'day', weather: 'clear' },
      },
    );
    expect(scene.grassShare).toBe(0.5);
  });
});

describe('eyes', () => {
  test('of a crew under fire see less than a fifth of the distance', () => {
    const field = battlefield('A', { A: tanks() });
    const card = field.scenario.cards[0];
    if (card === undefined) throw new Error('no card');
    const crew = field.unit(field.battle, 'A');
    expect(eyesOf(card, crew)).toBe(1);
    expect(eyesOf(card, { ...crew, suppression: 0.3 })).toBe(0.18);
    expect(eyesOf(card, { ...crew, activity: 'firing' })).toBe(0.18);
  });

  test('on high ground see what moves below farther', () => {
    const level = (height: number): string | undefined =>
      seen(battlefield('A . . . . b', { A: rifleCompany(), b: column }, { hexMetres: 1000, heights: { A: height } }))
        ?.level;
    expect([level(0), level(60)]).toEqual([undefined, 'spotted']);
  });

  test('on a tower look over what hides the plain', () => {
    const field = battlefield('A & b', { A: rifleCompany(), b: column }, { hexMetres: 500 });
    const raised =
      (observationMetres: number) =>
      (battle: Battle): Battle => ({
        ...battle,
        scenario: {
          ...battle.scenario,
          cards: battle.scenario.cards.map((card) => (card.id === 'A' ? { ...card, observationMetres } : card)),
        },
      });
    expect(seen(field)?.level ?? 'heard').not.toBe('identified');
    expect(seen(field, raised(25))?.level).toBe('identified');
  });
});

describe('men in hiding', () => {
  const hidden: Fielded = rifleCompany({ men: 20, now: { hidden: true } });

  test('are not seen from the next hex by day until they fire', () => {
    const field = battlefield('A b', { A: rifleCompany(), b: hidden }, { hexMetres: 250 });
    expect(seen(field)).toBeUndefined();
    const open = battlefield('A b', { A: rifleCompany(), b: rifleCompany({ men: 20 }) }, { hexMetres: 150 });
    expect(seen(open)?.level).toBeDefined();
  });

  test('do half as much again with their first burst, at men who come along, and are in hiding no more', () => {
    const field = battlefield(
      'A . 1 b . .',
      { A: rifleCompany({ now: { activity: 'moving' } }), b: hidden },
      { seen: ['japanese'], first: 'japanese', under: { 1: 'open' } },
    );
    const fire = (battle: Battle) =>
      given(battle, { kind: 'fire', unit: field.id('b'), target: field.hex('A'), minutes: 5 });
    const near = {
      ...field.battle,
      state: {
        ...field.battle.state,
        units: field.battle.state.units.map((unit) => (unit.id === 'A' ? { ...unit, at: field.hex('1') } : unit)),
        contacts: {
          ...field.battle.state.contacts,
          japanese: field.battle.state.contacts.japanese.map((contact) => ({
            ...contact,
            view: { ...contact.view, hex: field.hex('1') },
          })),
        },
      },
    };
    const shot = given(near, { kind: 'fire', unit: field.id('b'), target: field.hex('1'), minutes: 5 });
    expect(listOf(shot.events, 'fired')[0]?.factors).toContainEqual({ name: 'ambush', owner: 'actor', value: 1.5 });
    expect(field.unit(shot.battle, 'b').hidden).toBeUndefined();
    expect(listOf(fire(field.battle).events, 'fired')[0]?.factors.some((factor) => factor.name === 'ambush')).toBe(
      false,
    );
  });
});

describe('a contact', () => {
  test('tells that men waver and keep their heads down, in steps, and a forecast reckons with it', () => {
    const field = battlefield('A b', {
      A: rifleCompany(),
      b: rifleCompany({ now: { cohesion: 'shaken', suppression: 0.7, activity: 'moving' } }),
    });
    expect(seen(field)).toMatchObject({ mood: 'shaken', pinned: 'wholly' });
    const steady = battlefield('A b', { A: rifleCompany(), b: rifleCompany({ now: { activity: 'moving' } }) });
    expect(seen(steady)?.mood).toBeUndefined();
    const view = seen(field);
    const state = {
      ...field.battle.state,
      contacts: { japanese: [], soviet: view === undefined ? [] : [{ behind: field.id('b'), view }] },
    };
    const observation = observe(field.scenario, state, 'soviet');
    const world = worldFrom(field.scenario, observation, likeliestHypothesis(field.scenario, observation));
    expect(world.state.units[1]).toMatchObject({ cohesion: 'shaken', suppression: 0.75 });
  });

  test('is taken for something else until somebody is near, where the record says so', () => {
    const level = (hexes: number): ContactView | undefined => {
      const field = battlefield(
        `A ${'. '.repeat(hexes)}b`,
        { A: rifleCompany(), b: rifleCompany({ now: { activity: 'moving' } }) },
        { hexMetres: 500 },
      );
      return seen(field, (battle) => ({
        ...battle,
        scenario: {
          ...battle.scenario,
          cards: battle.scenario.cards.map((card) => (card.id === 'b' ? { ...card, takenFor: 'cavalry' } : card)),
        },
      }));
    };
    expect(level(3)).toMatchObject({ level: 'spotted', branch: 'cavalry' });
    expect(level(1)).toMatchObject({ level: 'identified', branch: 'rifles' });
  });
});
