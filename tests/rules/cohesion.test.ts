/** Steady, shaken, broken, surrendered; running, rallying, giving up. */
import { describe, expect, test } from 'vitest';
import { sampled } from '../../src/rules/chance.ts';
import {
  dropChance,
  giveUp,
  rallyChance,
  resolveOf,
  retreat,
  rout,
  testCohesion,
  tryRally,
} from '../../src/rules/cohesion.ts';
import { beginCourse, type Course } from '../../src/rules/course.ts';
import { present } from '../../src/model/assert.ts';
import {
  battlefield,
  type Battlefield,
  type Fielded,
  headquarters,
  type FieldOptions,
  rifleCompany,
} from '../battlefield.ts';
import { printDrawing, redrawn } from '../drawn.ts';
import { listOf } from './orders.ts';

/** Dice that always show the first face: whatever may happen does. */
const ALWAYS = sampled(() => 0);
/** Dice that always show the last. */
const NEVER = sampled((faces) => faces - 1);

const courseOf = (field: Battlefield, chance = ALWAYS): Course =>
  beginCourse(field.scenario, field.battle.state, chance);

function chanceOf(wish: Fielded, lossShare: number): number {
  const field = battlefield('A', { A: wish });
  return dropChance(courseOf(field), present(field.scenario.cards[0], 'a card'), field.unit(field.battle, 'A'), {
    lossShare,
    pinned: 0,
  });
}

describe('the chance to waver', () => {
  const rising = (chances: readonly number[]): void => expect(chances).toEqual(chances.toSorted((a, b) => a - b));

  test('grows with the share of men lost at once', () => {
    rising([0, 0.05, 0.1, 0.2, 0.4, 0.8].map((share) => chanceOf(rifleCompany(), share)));
  });

  test('grows with losses before', () => {
    rising([0, 20, 40, 60].map((wounded) => chanceOf(rifleCompany({ now: { men: 100 - wounded, wounded } }), 0.1)));
  });

  test('grows with suppression', () => {
    rising([0, 0.3, 0.6, 1].map((suppression) => chanceOf(rifleCompany({ now: { suppression } }), 0.1)));
  });

  test('falls with training and experience', () => {
    rising([1, 0.7, 0.4, 0].map((quality) => chanceOf(rifleCompany({ training: quality, experience: quality }), 0.1)));
    expect(
      resolveOf(
        present(battlefield('A', { A: rifleCompany({ training: 0.4, experience: 0.8 }) }).scenario.cards[0], 'a card'),
        {},
      ),
    ).toBeCloseTo(0.6);
  });

  test('is less for men dug in', () => {
    expect(chanceOf(rifleCompany({ dug: 1 }), 0.2)).toBeLessThan(chanceOf(rifleCompany(), 0.2));
  });

  test('is less within reach of the headquarters', () => {
    const chance = (metres: number): number => {
      const field = battlefield('A . . . H', {
        A: rifleCompany({ parent: 'H' }),
        H: headquarters({ headquarters: { reachMetres: metres, staff: 0.5 } }),
      });
      return dropChance(courseOf(field), present(field.scenario.cards[0], 'a card'), field.unit(field.battle, 'A'), {
        lossShare: 0.2,
        pinned: 0,
      });
    };
    expect(chance(1000)).toBeLessThan(chance(750));
  });

  test('stays within 0 and 0.95', () => {
    expect(chanceOf(rifleCompany({ training: 0, experience: 0, now: { suppression: 1 } }), 1)).toBe(0.95);
    expect(chanceOf(rifleCompany({ training: 1, experience: 1 }), 0)).toBeGreaterThanOrEqual(0);
  });
});

describe('a test of cohesion', () => {
  const tested = (cohesion: 'steady' | 'shaken' | 'broken', chance = ALWAYS) => {
    const field = battlefield('. A . .', { A: rifleCompany({ now: { cohesion } }) });
    const course = courseOf(field, chance);
    testCohesion(course, field.id('A'), { lossShare: 0.5, pinned: 0 });
    return course;
  };

  test('makes steady men shaken and shaken men broken', () => {
    expect(listOf(tested('steady').events, 'cohesion')).toMatchObject([{ from: 'steady', to: 'shaken' }]);
    expect(listOf(tested('shaken').events, 'cohesion')).toMatchObject([{ from: 'shaken', to: 'broken' }]);
  });

  test('leaves men as they are when it is passed', () => {
    expect(tested('steady', NEVER).events).toEqual([]);
  });

  test('sends men who break running', () => {
    expect(listOf(tested('shaken').events, 'retreated')).toMatchObject([{ rout: true }]);
    expect(listOf(tested('steady').events, 'retreated')).toEqual([]);
  });

  test('makes shaken men forget their standing order', () => {
    const field = battlefield('. A .', { A: rifleCompany({ now: { standing: { kind: 'hold' } } }) });
    const course = courseOf(field);
    testCohesion(course, field.id('A'), { lossShare: 0.5, pinned: 0 });
    expect(course.state.units[0]).not.toHaveProperty('standing');
  });
});

describe('who runs', () => {
  const drawn = (text: string, fields: Record<string, Fielded>, options: FieldOptions, flee: typeof rout): string => {
    const field = battlefield(text, fields, options);
    const course = courseOf(field);
    flee(course, field.id('A'));
    const path = listOf(course.events, 'retreated')[0]?.path ?? [];
    return printDrawing(field.drawing.grid, (index) =>
      path.includes(index) ? String(path.indexOf(index) + 1) : (field.drawing.cells[index] ?? '?'),
    );
  };
  const field = `
    . . . . . .
     . . . A b .
    . . . . . .
  `;

  test('runs three hexes away from the enemy he knows of', () => {
    expect(drawn(field, { A: rifleCompany(), b: rifleCompany() }, { seen: ['soviet'] }, rout)).toBe(
      redrawn(`
        . . . . . .
         . . . A b .
        . 3 2 1 . .
      `),
    );
  });

  test('driven out in hand he goes back one', () => {
    expect(drawn(field, { A: rifleCompany(), b: rifleCompany() }, { seen: ['soviet'] }, retreat)).toBe(
      redrawn(`
        . . . . . .
         . . . A b .
        . . . 1 . .
      `),
    );
  });

  test('runs round water and never into it', () => {
    expect(drawn('~ ~ . A b', { A: rifleCompany(), b: rifleCompany() }, { seen: ['soviet'] }, rout)).toBe(
      redrawn('~ ~ 1 A b'),
    );
  });

  test('with the enemy on both sides and nowhere to go gives up: part taken, the rest missing', () => {
    const field = battlefield(
      'b A c',
      { A: rifleCompany(), b: rifleCompany(), c: rifleCompany() },
      { seen: ['soviet'] },
    );
    const course = courseOf(field);
    rout(course, field.id('A'));
    expect(course.state.units[0]).toMatchObject({
      men: 0,
      captured: 40,
      missing: 60,
      at: 'gone',
      cohesion: 'surrendered',
    });
  });

  test('with nowhere to go and no enemy at hand stays where he is', () => {
    const field = battlefield('~ A ~', { A: rifleCompany() });
    const course = courseOf(field);
    rout(course, field.id('A'));
    expect(course.events).toEqual([]);
  });

  test('has no minutes left and is out of his works', () => {
    const field = battlefield('. . . A', { A: rifleCompany({ dug: 1 }) });
    const course = courseOf(field);
    rout(course, field.id('A'));
    expect(course.state.units[0]).toMatchObject({ minutesLeft: 0, posture: 'deployed' });
  });

  test('who gives up is counted to the last man', () => {
    const field = battlefield('A', { A: rifleCompany({ men: 7 }) });
    const course = courseOf(field);
    giveUp(course, field.id('A'));
    const gone = present(course.state.units[0], 'a unit');
    expect(gone.captured + gone.missing).toBe(7);
  });
});

describe('rallying', () => {
  const chance = (text: string, fields: Record<string, Fielded>): number => {
    const field = battlefield(text, fields);
    return rallyChance(courseOf(field), present(field.scenario.cards[0], 'a card'), field.unit(field.battle, 'A'), 30);
  };
  const shaken = (wish: Fielded = {}): Fielded => rifleCompany({ ...wish, now: { cohesion: 'shaken', ...wish.now } });

  test('goes better with quality, worse under fire and beside the enemy', () => {
    const plain = chance('A . .', { A: shaken() });
    expect(chance('A . .', { A: shaken({ experience: 0.9 }) })).toBeGreaterThan(plain);
    expect(chance('A . .', { A: shaken({ now: { suppression: 0.5 } }) })).toBeLessThan(plain);
    expect(chance('A b .', { A: shaken(), b: rifleCompany() })).toBeLessThan(plain);
  });

  test('goes better with a headquarters in the hex', () => {
    const text = 'A . .';
    const field = battlefield(text, { A: [shaken(), headquarters()] });
    expect(
      rallyChance(courseOf(field), present(field.scenario.cards[0], 'a card'), field.unit(field.battle, 'A'), 30),
    ).toBeGreaterThan(chance(text, { A: shaken() }));
  });

  test('brings the broken to shaken and the shaken to steady', () => {
    for (const [from, to] of [
      ['broken', 'shaken'],
      ['shaken', 'steady'],
    ] as const) {
      const field = battlefield('A', { A: rifleCompany({ now: { cohesion: from } }) });
      const course = courseOf(field);
      tryRally(course, field.id('A'), 30);
      expect(course.events).toMatchObject([{ kind: 'cohesion', from, to }]);
    }
  });

  test('asks nothing of the steady', () => {
    const field = battlefield('A', { A: rifleCompany() });
    const course = courseOf(field);
    tryRally(course, field.id('A'), 30);
    expect(course.events).toEqual([]);
  });
});
