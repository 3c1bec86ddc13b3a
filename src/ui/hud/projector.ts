/**
 * The film of what a side saw of the enemy's turn: shown event by event, so that it can be paused, stepped, skipped and
 * watched again. It drives whatever plays one event, and says where it is.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Observation } from '../../model/observation.ts';
import type { SeenEvent } from '../../model/seen-event.ts';

interface Showing {
  readonly events: readonly SeenEvent[];
  /** Event now on the screen; `events.length` after the last. */
  readonly at: number;
  readonly running: boolean;
}

const DULL: readonly SeenEvent['kind'][] = ['readied', 'turnStarted', 'turnEnded', 'policySet', 'standingSet'];

/** What of a turn is worth showing: not the clerk's business at its beginning and end. */
export const cutFilm = (events: readonly SeenEvent[]): readonly SeenEvent[] =>
  events.filter((event) => !DULL.includes(event.kind));

/** What a side saw of a turn, and the battle as it knew it before. */
export interface Reel {
  readonly events: readonly SeenEvent[];
  readonly start: Observation;
}

/** What may be told beside a film while it runs: the battle as it was before, lest the end be given away. */
export const observationDuring = (showing: Showing | null, reel: Reel | null, now: Observation): Observation =>
  showing === null || reel === null ? now : reel.start;

export interface Projector {
  readonly showing: ReadonlySignal<Showing | null>;
  /** Shows a film from its first event; `whenDone` is called at its end or when it is skipped. */
  readonly start: (events: readonly SeenEvent[], whenDone: () => void) => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly skip: () => void;
  /** Takes the film away unfinished: nobody is told that it has been seen. */
  readonly close: () => void;
  /** From the first event again, while or after it was shown. */
  readonly again: () => void;
}

export interface Screen {
  readonly play: (seen: readonly SeenEvent[]) => Promise<void>;
  readonly stop: () => void;
}

export function createProjector(screen: Screen): Projector {
  const showing = signal<Showing | null>(null);
  let finish: () => void = () => undefined;
  let run = 0;

  async function roll(): Promise<void> {
    const mine = ++run;
    for (;;) {
      const now = showing.value;
      if (now === null || !now.running || mine !== run) return;
      const event = now.events[now.at];
      if (event === undefined) return end();
      await screen.play([event]);
      if (mine !== run || showing.value === null) return;
      showing.value = { ...showing.value, at: now.at + 1 };
    }
  }

  function set(change: Partial<Showing>): void {
    if (showing.value !== null) showing.value = { ...showing.value, ...change };
  }

  function end(): void {
    run++;
    showing.value = null;
    finish();
  }

  return {
    showing,
    start: (events, whenDone) => {
      finish = whenDone;
      showing.value = { events, at: 0, running: true };
      void roll();
    },
    pause: () => set({ running: false }),
    resume: () => {
      set({ running: true });
      void roll();
    },
    skip: () => {
      if (showing.value === null) return;
      screen.stop();
      end();
    },
    close: () => {
      run++;
      showing.value = null;
      screen.stop();
    },
    again: () => {
      screen.stop();
      set({ at: 0, running: true });
      void roll();
    },
  };
}
