import { describe, expect, test } from 'vitest';
import { present } from '../../src/model/assert.ts';
import { sampled } from '../../src/rules/chance.ts';
import { beginCourse } from '../../src/rules/course.ts';
import { strike } from '../../src/rules/fire/harm.ts';
import { battlefield, rifleCompany } from '../battlefield.ts';

describe('what was left to chance', () => {
  const struck = (faceOf: (faces: number) => number) => {
    const field = battlefield('A', { A: rifleCompany() });
    const course = beginCourse(field.scenario, field.battle.state, sampled(faceOf));
    strike(course, { unit: field.id('A'), by: null, men: 10.4, vehicles: 0, weight: 5, felt: 1 });
    return course.events;
  };

  test('stands with the event it was drawn for: how far the fire strayed, men hit, men killed', () => {
    const [harmed] = struck(() => 0);
    expect(present(harmed, 'harm').draws?.map((draw) => draw.what)).toEqual(['fire', 'men', 'killed', 'pieces']);
  });

  test('a test that was passed belongs to what made it necessary', () => {
    const events = struck((faces) => faces - 1);
    expect(events.map((event) => event.kind)).toEqual(['harmed']);
    expect(events[0]?.draws?.at(-1)).toMatchObject({ what: 'cohesion', kind: 'happens', result: false });
  });

  test('a test that was failed belongs to what came of it', () => {
    const wavered = struck(() => 0).find((event) => event.kind === 'cohesion');
    expect(wavered?.draws).toMatchObject([{ what: 'cohesion', kind: 'happens', result: true }]);
  });
});
