/** Short texts for people: what is said of an enemy. */
import { describe, expect, it } from 'vitest';
import { observe } from '../../../src/battle/observe.ts';
import { openingState } from '../../../src/battle/opening.ts';
import type { ContactId, ContactView } from '../../../src/model/contact.ts';
import { contactName, contactNotes } from '../../../src/ui/hud/describe.ts';
import { scenario } from '../session/at-the-screen.ts';

const observation = observe(scenario, openingState(scenario, '7'), 'soviet');
const noise: ContactView = {
  id: 'c1' as ContactId,
  hex: 3,
  level: 'suspected',
  sign: 'sound',
  atMinute: observation.minute,
  current: true,
};

describe('an enemy in words', () => {
  it('something suspected is not called suspected twice', () => {
    const words = `${contactName(scenario, noise)} ${contactNotes(observation, noise)}`;
    expect(words).toBe('Something suspected by sound, seen now');
  });

  it('a known branch is told with how surely it is known', () => {
    const rifles: ContactView = { ...noise, level: 'spotted', sign: 'sight', branch: 'rifles', men: 60 };
    expect(contactNotes(observation, rifles)).toBe('spotted, about 60 men, by sight, seen now');
  });
});
