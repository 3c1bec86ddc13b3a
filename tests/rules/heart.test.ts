/** Men's hearts: leaders, doctrine, first fire, auxiliaries, and whom no way leads home. */
import { describe, expect, test } from 'vitest';
import { createDice } from '../../src/battle/dice.ts';
import { present } from '../../src/model/assert.ts';
import type { UnitCard } from '../../src/model/unit.ts';
import { sampled } from '../../src/rules/chance.ts';
import { dropChance, giveUp, rallyChance, resolveOf, testCohesion } from '../../src/rules/cohesion.ts';
import { beginCourse, type Course, happen } from '../../src/rules/course.ts';
import { strike } from '../../src/rules/fire/harm.ts';
import { leaderLostChance } from '../../src/rules/leader.ts';
import { auxiliaryChance, firstFireChance, meetArmour } from '../../src/rules/panic.ts';
import { resolve } from '../../src/rules/resolve.ts';
import { waysHome } from '../../src/rules/isolation.ts';
import {
  battery,
  type Battlefield,
  battlefield,
  type Fielded,
  headquarters,
  rifleCompany,
  tanks,
} from '../battlefield.ts';
import { printDrawing, redrawn } from '../drawn.ts';
import { after, END_TURN, given, listOf, march, refusalOf } from './orders.ts';

/** Dice that always show the first face: whatever may happen does. */
const ALWAYS = sampled(() => 0);
/** Dice that always show the last. */
const NEVER = sampled((faces) => faces - 1);

const courseOf = (field: Battlefield, chance = ALWAYS): Course =>
  beginCourse(field.scenario, field.battle.state, chance);
const cardAt = (field: Battlefield, index = 0): UnitCard => present(field.scenario.cards[index], 'a card');

/** Chance that a company wavers when it loses a tenth of its men at once. */
function waverChance(wish: Fielded): number {
  const field = battlefield('A', { A: rifleCompany(wish) });
  return dropChance(courseOf(field), cardAt(field), field.unit(field.battle, 'A'), { lossShare: 0.1, pinned: 0 });
}

/** Share of its men that a company has lost when it breaks, losing three in a hundred again and again. */
function lostAtBreak(wish: Fielded, seed: number): number {
  const field = battlefield('. . A . .', { A: rifleCompany(wish) });
  const course = beginCourse(field.scenario, field.battle.state, sampled(createDice('break', seed).draw));
  for (let men = 100; men > 0; men -= 3) {
    const wounded = Math.min(3, men);
    const harm = { killed: 0, wounded, vehicles: 0, pieces: [0, 0], suppression: 0.15 };
    happen(course, { kind: 'harmed', unit: field.id('A'), by: null, ...harm });
    testCohesion(course, field.id('A'), { lossShare: wounded / men, pinned: 0.15 });
    if (course.state.units[0]?.cohesion === 'broken') return (100 - men + wounded) / 100;
  }
  return 1;
}

function medianLostAtBreak(wish: Fielded): number {
  const losses = Array.from({ length: 300 }, (_, seed) => lostAtBreak(wish, seed)).sort((a, b) => a - b);
  return losses[150] ?? 1;
}

describe('half the companies that are bled without pause break', () => {
  const regular = { training: 0.8, experience: 0.4 };
  const raw = { training: 0.4, experience: 0.1 };

  test('in the open before two in five are lost and a little more', () => {
    expect(medianLostAtBreak({})).toBeGreaterThanOrEqual(0.35);
    expect(medianLostAtBreak({})).toBeLessThanOrEqual(0.45);
  });

  test('of men who do not retreat in their works only at 65 to 75 %', () => {
    const lost = medianLostAtBreak({ ...regular, dug: 1.4, doctrine: ['noRetreat'] });
    expect(lost).toBeGreaterThanOrEqual(0.65);
    expect(lost).toBeLessThanOrEqual(0.75);
  });

  test('of green men and auxiliaries at 15 to 20 %', () => {
    for (const doctrine of ['green', 'auxiliary'] as const) {
      const lost = medianLostAtBreak({ ...raw, doctrine: [doctrine] });
      expect(lost).toBeGreaterThanOrEqual(0.15);
      expect(lost).toBeLessThanOrEqual(0.21);
    }
  });

  test('and men who do not retreat are as others out of their works', () => {
    expect(waverChance({ ...regular, doctrine: ['noRetreat'] })).toBe(waverChance(regular));
  });
});

describe('leaders', () => {
  const hit = (chance = ALWAYS, wish: Fielded = {}): Course => {
    const field = battlefield('. A .', { A: rifleCompany(wish) });
    const course = courseOf(field, chance);
    strike(course, { unit: field.id('A'), by: null, men: 20, vehicles: 0, weight: 0, felt: 0 });
    return course;
  };

  test('are hit twice as often as their men', () => {
    expect([0, 0.05, 0.2, 0.9].map(leaderLostChance)).toEqual([0, 0.1, 0.4, 0.9]);
  });

  test('may be among those hit; a company has another within half an hour', () => {
    expect(listOf(hit().events, 'leaderLost')).toMatchObject([{ unit: 'A', successorMinute: 630 }]);
    expect(hit().state.units[0]?.leader).toEqual({ lost: 1, successorMinute: 630 });
    expect(listOf(hit(NEVER).events, 'leaderLost')).toEqual([]);
  });

  test('of larger units take longer to replace', () => {
    const minute = (echelon: UnitCard['echelon']): number | undefined =>
      listOf(hit(ALWAYS, { echelon }).events, 'leaderLost')[0]?.successorMinute;
    expect((['section', 'platoon', 'company', 'battalion', 'regiment'] as const).map(minute)).toEqual([
      610, 615, 630, 645, 690,
    ]);
  });

  test('are not lost twice at once', () => {
    const leaderless = { now: { leader: { lost: 1, successorMinute: 700 } } };
    expect(listOf(hit(ALWAYS, leaderless).events, 'leaderLost')).toEqual([]);
  });

  test('missing make men waver more, rally less, and cost a fifth of the minutes', () => {
    const leaderless = { now: { leader: { lost: 1, successorMinute: 700 } } };
    expect(waverChance(leaderless)).toBeGreaterThan(waverChance({}));
    const rally = (wish: Fielded): number => {
      const field = battlefield('A', { A: rifleCompany(wish) });
      return rallyChance(courseOf(field), cardAt(field), field.unit(field.battle, 'A'), 30);
    };
    expect(rally(leaderless)).toBeLessThan(rally({}));
    const field = battlefield('A . b', { A: rifleCompany(leaderless), b: rifleCompany() });
    expect(field.unit(after(field.battle, END_TURN, END_TURN), 'A').minutesLeft).toBe(24);
  });

  test('are followed by the next in rank when it is time, who is not as good', () => {
    const field = battlefield('A . b', {
      A: rifleCompany({ now: { leader: { lost: 1, successorMinute: 630 } } }),
      b: rifleCompany(),
    });
    const unit = field.unit(after(field.battle, END_TURN, END_TURN), 'A');
    expect(unit).toMatchObject({ leader: { lost: 1 }, minutesLeft: 30 });
    expect(unit.leader).not.toHaveProperty('successorMinute');
    const card = cardAt(field);
    expect([{}, unit, { leader: { lost: 9 } }].map((one) => Math.round(100 * resolveOf(card, one)))).toEqual([
      45, 39, 27,
    ]);
  });
});

describe('green men under fire for the first time', () => {
  const green = (wish: Fielded = {}): Fielded =>
    rifleCompany({ training: 0.4, experience: 0, doctrine: ['green'], ...wish });
  const chance = (wish: Fielded, others: readonly Fielded[] = []): number => {
    const field = battlefield('. A .', { A: [green(wish), ...others] });
    return firstFireChance(courseOf(field), cardAt(field), field.unit(field.battle, 'A'));
  };
  const fired = (dice: typeof ALWAYS, wish: Fielded = {}): Course => {
    const field = battlefield('. . . A . .', { A: green(wish) });
    const course = courseOf(field, dice);
    strike(course, { unit: field.id('A'), by: null, men: 1, vehicles: 0, weight: 5, felt: 0.9 });
    return course;
  };

  test('run two times in three; works and a post among them hold them', () => {
    expect(chance({})).toBeCloseTo(0.66 * 0.85, 3);
    expect(chance({ dug: 1.4 })).toBeLessThan(chance({}));
    expect(chance({}, [headquarters()])).toBeLessThan(chance({}));
    expect(chance({ training: 0.8 })).toBeLessThan(chance({}));
  });

  test('run at once when they panic', () => {
    const course = fired(ALWAYS);
    expect(listOf(course.events, 'firstFire')).toMatchObject([{ stood: false }]);
    expect(listOf(course.events, 'cohesion')[0]).toMatchObject({ from: 'steady', to: 'broken' });
    expect(listOf(course.events, 'retreated')).toMatchObject([{ rout: true }]);
  });

  test('are asked once', () => {
    expect(fired(NEVER).state.units[0]).toMatchObject({ blooded: true, cohesion: 'steady' });
    expect(listOf(fired(ALWAYS, { now: { blooded: true } }).events, 'firstFire')).toEqual([]);
  });

  test('others are not asked', () => {
    expect(listOf(fired(ALWAYS, { doctrine: [] }).events, 'firstFire')).toEqual([]);
  });
});

describe('auxiliaries', () => {
  const aux = (wish: Fielded = {}): Fielded =>
    rifleCompany({ training: 0.4, experience: 0.2, doctrine: ['auxiliary'], ...wish });
  const shelled = (batteries: readonly string[], wish: Fielded = {}): Course => {
    const field = battlefield('G H . . . a . .', { G: battery(), H: battery(), a: aux(wish) });
    const course = courseOf(field);
    for (const by of batteries)
      strike(course, { unit: field.id('a'), by: field.id(by), men: 0, vehicles: 0, weight: 0.2, felt: 0.2 });
    return course;
  };

  test('stand one battery and fail before a second', () => {
    expect(listOf(shelled(['G']).events, 'deserted')).toEqual([]);
    expect(listOf(shelled(['G', 'G']).events, 'deserted')).toEqual([]);
    expect(listOf(shelled(['G', 'H']).events, 'deserted')).toMatchObject([{ over: 0, away: 10 }]);
    expect(listOf(shelled(['G', 'H']).events, 'cohesion').at(-1)).toMatchObject({ to: 'broken' });
  });

  test('forget a battery when the turn passes', () => {
    const course = shelled(['G']);
    expect(course.state.shelled).toEqual([{ unit: 'a', by: 'G' }]);
    const { state } = resolve(course.scenario, course.state, END_TURN, NEVER);
    expect(state).not.toHaveProperty('shelled');
  });

  test('look to themselves when three in ten are lost', () => {
    const field = battlefield('. . a .', { a: aux({ now: { men: 75, wounded: 25 } }) });
    const course = courseOf(field);
    strike(course, { unit: field.id('a'), by: null, men: 20, vehicles: 0, weight: 0, felt: 0 });
    expect(listOf(course.events, 'deserted')).toHaveLength(1);
  });

  test('fail before armour, and beside the enemy a third goes over to him', () => {
    const field = battlefield('. . a B .', { a: aux(), B: tanks() });
    const course = courseOf(field);
    meetArmour(course, [field.id('B')], field.hex('a'));
    expect(listOf(course.events, 'deserted')).toMatchObject([{ over: 35, away: 10 }]);
    expect(course.state.units[0]).toMatchObject({ men: 55, captured: 35, missing: 10, cohesion: 'broken' });
  });

  test('of better heart fail less often', () => {
    const of = (quality: number): number => {
      const field = battlefield('a', { a: aux({ training: quality, experience: quality }) });
      return auxiliaryChance(cardAt(field), field.unit(field.battle, 'a'));
    };
    expect([0, 0.5, 1].map(of)).toEqual([0.85, 0.55, 0.25]);
  });
});

describe('a garrison that is to hold', () => {
  const garrison = (wish: Fielded = {}): Battlefield =>
    battlefield('A 1', { A: rifleCompany({ dug: 1.4, doctrine: ['holdsGround'], ...wish }) }, { under: { 1: 'open' } });
  const refusal = (field: Battlefield) => refusalOf(field.battle, march(field, 'A', '1'));

  test('may not be ordered out of its works', () => {
    expect(refusal(garrison())).toEqual({ reason: 'holdsGround', percent: 30 });
    const goTo = {
      kind: 'standing',
      unit: garrison().id('A'),
      standing: { kind: 'goTo', to: 1, pace: 'normal' },
    } as const;
    expect(refusalOf(garrison().battle, goTo)).toMatchObject({ reason: 'holdsGround' });
  });

  test('may when three in ten are left, when nothing is left to fire, or when it has no works', () => {
    expect(refusal(garrison({ now: { men: 29, killed: 71 } }))).toBeUndefined();
    expect(refusal(garrison({ now: { rounds: [0, 0] } }))).toBeUndefined();
    expect(refusal(garrison({ dug: 0.3 }))).toBeUndefined();
  });
});

describe('cut off', () => {
  const drawn = (text: string, fields: Record<string, Fielded>, homeEdges?: Battlefield['scenario']['homeEdges']) => {
    const field = battlefield(text, fields, { seen: ['soviet'], ...(homeEdges === undefined ? {} : { homeEdges }) });
    const home = waysHome(field.scenario, field.battle.state, 'soviet');
    return printDrawing(field.drawing.grid, (index) => (home[index] === 1 ? 'x' : (field.drawing.cells[index] ?? '?')));
  };

  test('is ground to which no way leads but past the enemy or over deep water', () => {
    expect(
      drawn(
        `
        . . . ~ . .
         . . . ~ . .
        . b . ~ A .
         . . . ~ . .
      `,
        { A: rifleCompany(), b: rifleCompany() },
        { soviet: ['west'], japanese: ['west'] },
      ),
    ).toBe(
      redrawn(`
        x x x ~ . .
         . . x ~ . .
        . b . ~ A .
         . . . ~ . .
      `),
    );
  });

  test('is not what lies beyond a lake whose ice bears men', () => {
    const home = (iceCentimetres: number): boolean => {
      const field = battlefield(
        '. ~ A . b',
        { A: rifleCompany(), b: rifleCompany() },
        { homeEdges: { soviet: ['west'], japanese: ['east'] }, iceCentimetres },
      );
      return waysHome(field.scenario, field.battle.state, 'soviet')[field.hex('A')] === 1;
    };
    expect([0, 3, 10].map(home)).toEqual([false, false, true]);
  });

  test('own troops hold a way open past the enemy', () => {
    const line = (key: string): string =>
      drawn(`. . ${key} b . .`, { C: rifleCompany(), b: rifleCompany() }, { soviet: ['west'], japanese: ['east'] });
    expect(line('C')).toBe(redrawn('x x x b . .'));
  });

  test('a unit is told so at the beginning of its turn, wavers more, and is told when it has a way again', () => {
    const field = battlefield(
      '~ A ~ . b',
      { A: rifleCompany(), b: rifleCompany() },
      { homeEdges: { soviet: ['west'], japanese: ['east'] } },
    );
    const unit = field.unit(after(field.battle, END_TURN, END_TURN), 'A');
    expect(unit.cutOffMinute).toBe(600);
    expect(waverChance({ now: { cutOffMinute: 600 } })).toBeGreaterThan(waverChance({}));
    expect(waverChance({ now: { cutOffMinute: -2000 } })).toBeGreaterThan(waverChance({ now: { cutOffMinute: 600 } }));
    const open = battlefield('. A . b', { A: rifleCompany({ now: { cutOffMinute: 500 } }), b: rifleCompany() });
    const ended = given(after(open.battle, END_TURN), END_TURN);
    expect(listOf(ended.events, 'cutOff')).toMatchObject([{ unit: 'A', sinceMinute: null }]);
    expect(open.unit(ended.battle, 'A')).not.toHaveProperty('cutOffMinute');
  });

  test('and cornered, four in ten are taken; of men who do not retreat one in twenty', () => {
    const taken = (doctrine: UnitCard['doctrine']): number | undefined => {
      const field = battlefield('A', { A: rifleCompany(doctrine === undefined ? {} : { doctrine }) });
      const course = courseOf(field);
      giveUp(course, field.id('A'));
      return course.state.units[0]?.captured;
    };
    expect([taken(undefined), taken(['noRetreat'])]).toEqual([40, 5]);
  });
});
