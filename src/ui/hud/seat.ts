/** Who sits at the screen: a new side finds nothing of the other's, and its film runs before it may order. */
import { batch, effect, type Signal } from '@preact/signals';
import type { Session } from '../session/session.ts';
import { type Board, emptyHanded, interact, type Interaction } from './interaction.ts';
import { cutFilm, type Projector, type Reel } from './projector.ts';
import { text } from './text.ts';

export interface Seat {
  readonly session: Session;
  readonly hand: Signal<Interaction>;
  readonly board: Board;
  readonly projector: Projector;
  readonly lastFilm: Signal<Reel | null>;
  /** Takes away what the side before left on the map and in announcements. */
  readonly clear: () => void;
  /** Takes away what the last order brought. */
  readonly forget: () => void;
  readonly say: (sentence: string, tone: 'plain') => void;
}

/** Follows the session until the function it returns is called. */
export function watchSeat({ session, hand, board, projector, lastFilm, clear, forget, say }: Seat): () => void {
  let seat = '';
  return effect(() => {
    const { phase, side, film, filmStart, observation } = session.view.value;
    const now = `${side} ${observation.turn} ${phase}`;
    if (now === seat) return;
    seat = now;
    const cut = cutFilm(film);
    batch(() => {
      if (phase === 'handover') {
        hand.value = emptyHanded();
        lastFilm.value = null;
        clear();
      } else if (phase === 'person') {
        hand.value = interact(hand.peek(), { kind: 'newTurn' }, board).hand;
        lastFilm.value = filmStart === null || cut.length === 0 ? null : { events: cut, start: filmStart };
      }
    });
    forget();
    if (phase !== 'person' || film.length === 0) return;
    queueMicrotask(() => {
      if (cut.length > 0) return projector.start(cut, () => session.watched());
      session.watched();
      say(text('ui.film.nothing'), 'plain');
    });
  });
}
