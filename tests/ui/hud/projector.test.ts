/** The film of a turn: shown in order, paused, skipped, begun again. */
import { describe, expect, it } from 'vitest';
import { observe } from '../../../src/battle/observe.ts';
import { openingState } from '../../../src/battle/opening.ts';
import type { Observation } from '../../../src/model/observation.ts';
import type { SeenEvent } from '../../../src/model/seen-event.ts';
import { createProjector, cutFilm, observationDuring } from '../../../src/ui/hud/projector.ts';
import { scenario } from '../session/at-the-screen.ts';

const flare = (hex: number): SeenEvent => ({ kind: 'flare', who: { kind: 'unknown' }, hex });
const film = [flare(1), flare(2), flare(3)];

/** A screen on which an event ends when the test says so. */
function slowScreen() {
  const shown: SeenEvent[] = [];
  const ends: (() => void)[] = [];
  return {
    shown,
    play: (seen: readonly SeenEvent[]) => {
      shown.push(...seen);
      return new Promise<void>((resolve) => ends.push(resolve));
    },
    stop: () => ends.at(-1)?.(),
    endEvent: async () => {
      ends.at(-1)?.();
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

describe('the projector', () => {
  it('shows every event once and in order, then says it is done', async () => {
    const screen = slowScreen();
    const projector = createProjector(screen);
    let done = 0;
    projector.start(film, () => done++);
    for (const _ of film) await screen.endEvent();
    expect(screen.shown).toEqual(film);
    expect(done).toBe(1);
    expect(projector.showing.value).toBeNull();
  });

  it('stands still while paused, after the event that was running', async () => {
    const screen = slowScreen();
    const projector = createProjector(screen);
    projector.start(film, () => undefined);
    projector.pause();
    await screen.endEvent();
    expect(screen.shown).toEqual([film[0]]);
    projector.resume();
    await Promise.resolve();
    expect(screen.shown).toEqual([film[0], film[1]]);
  });

  it('skipped, it is done at once and shows no more', async () => {
    const screen = slowScreen();
    const projector = createProjector(screen);
    let done = 0;
    projector.start(film, () => done++);
    projector.skip();
    await screen.endEvent();
    expect(done).toBe(1);
    expect(screen.shown).toEqual([film[0]]);
  });

  it('closed, it shows no more and nobody is told that it was seen', async () => {
    const screen = slowScreen();
    const projector = createProjector(screen);
    let done = 0;
    projector.start(film, () => done++);
    projector.close();
    await screen.endEvent();
    expect(done).toBe(0);
    expect(screen.shown).toEqual([film[0]]);
  });

  it('begun again, it shows the first event again', async () => {
    const screen = slowScreen();
    const projector = createProjector(screen);
    projector.start(film, () => undefined);
    await screen.endEvent();
    projector.again();
    await Promise.resolve();
    expect(screen.shown).toEqual([film[0], film[1], film[0]]);
    expect(projector.showing.value).toMatchObject({ at: 0, running: true });
  });
});

describe('cutting a film', () => {
  it('leaves out what nobody would watch', () => {
    const ended: SeenEvent = { kind: 'turnEnded', side: 'soviet', turn: 1 };
    expect(cutFilm([ended, flare(1)])).toEqual([flare(1)]);
  });
});

describe('what is told beside a film', () => {
  const before = observe(scenario, openingState(scenario, '7'), 'soviet');
  const now: Observation = { ...before, turn: before.turn + 1 };
  const reel = { events: film, start: before };

  it('while it runs the battle is told as it was before, so that its end is not given away', () => {
    expect(observationDuring({ events: film, at: 1, running: true }, reel, now)).toBe(before);
    expect(observationDuring({ events: film, at: 1, running: false }, reel, now)).toBe(before);
  });

  it('otherwise as it is now', () => {
    expect(observationDuring(null, reel, now)).toBe(now);
    expect(observationDuring(null, null, now)).toBe(now);
  });
});
