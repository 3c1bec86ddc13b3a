/**
 * The battle screen's wiring: presses and keys go through `interact`, orders go to the session. What may be ordered is
 * worked out in choices.ts, what has to be drawn in picture.ts, what keys do in commands.ts.
 */
import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { HexIndex } from '../../hex/grid.ts';
import type { Order } from '../../model/order.ts';
import type { UnitId } from '../../model/unit.ts';
import type { MapScreen } from '../map/create-map.ts';
import type { LogLine } from '../session/ledger.ts';
import type { Session } from '../session/session.ts';
import type { SessionView } from '../session/session-view.ts';
import type { Box } from './card-place.ts';
import { type Choices, createChoices } from './choices.ts';
import { bringIntoView, type Desk, runCommand } from './commands.ts';
import { type Action, emptyHanded, type Interaction, interact } from './interaction.ts';
import type { Command } from './keys.ts';
import { filterLog } from './log.ts';
import type { MoreEntry } from './more-orders.ts';
import { createPicture, type Picture } from './picture.ts';
import { createProjector, type Projector, type Reel } from './projector.ts';
import { watchSeat } from './seat.ts';
import { settings } from './settings.ts';
import { text } from './text.ts';

/** How much faster a film runs while the key is held. */
const FASTER = 4;

interface Notice {
  readonly text: string;
  readonly tone: 'plain' | 'refused';
  /** Counts up, so that the same sentence twice is said twice. */
  readonly number: number;
}

export interface Controller extends Omit<Choices, 'board' | 'isMyTurn' | 'reachable'>, Picture {
  readonly session: Session;
  readonly view: ReadonlySignal<SessionView>;
  readonly hand: ReadonlySignal<Interaction>;
  readonly notice: ReadonlySignal<Notice | null>;
  readonly projector: Projector;
  /** The film shown last in this turn, to be watched again. */
  readonly lastFilm: ReadonlySignal<Reel | null>;
  readonly watchAgain: () => void;
  /** What the last order brought that is worth reading; empty when it went as told. */
  readonly outcome: ReadonlySignal<readonly LogLine[]>;
  readonly forget: () => void;
  readonly send: (action: Action) => void;
  readonly give: (order: Order) => void;
  /** An entry of the menu of further orders is chosen: an order is proposed, or aimed on the map. */
  readonly choose: (entry: MoreEntry) => void;
  readonly command: (command: Command) => void;
  /** While the key is held. */
  readonly hasten: (pace: 'fast' | 'normal') => void;
  readonly endTurn: () => void;
  readonly centreOn: (hex: HexIndex) => void;
  /** Counts up whenever another part of the map is shown. */
  readonly looks: ReadonlySignal<number>;
  /** Where a hex lies in the window; `undefined` until there is a map. */
  readonly boxOf: (hex: HexIndex) => Box | undefined;
  /** Moves the map so that hexes come out from under what covers it for now. */
  readonly moveClear: MapScreen['moveClear'];
  readonly select: (unit: UnitId) => void;
  readonly minutesTo: (hex: HexIndex) => number | undefined;
  readonly attach: (map: MapScreen) => () => void;
  readonly close: () => void;
}

export function createController(session: Session): Controller {
  const { view } = session;
  const { scenario } = view.peek();
  const hand = signal<Interaction>(emptyHanded());
  const notice = signal<Notice | null>(null);
  const lastFilm = signal<Reel | null>(null);
  const faster = signal(false);
  const outcome = signal<readonly LogLine[]>([]);
  const looks = signal(0);
  let map: MapScreen | undefined;
  let isAttached: () => void = () => undefined;
  const attached = new Promise<void>((resolve) => {
    isAttached = resolve;
  });

  const projector = createProjector({
    play: async (seen) => {
      await attached;
      if (map !== undefined) await map.play(seen, settings.peek().animationSpeed * (faster.peek() ? FASTER : 1));
    },
    stop: () => map?.skip(),
  });
  const choices = createChoices(view, hand);
  const picture = createPicture({ view, hand, choices, projector, lastFilm });
  const { isMyTurn, board, reachable, whyNot } = choices;

  function say(sentence: string, tone: Notice['tone']): void {
    notice.value = { text: sentence, tone, number: (notice.peek()?.number ?? 0) + 1 };
  }

  function give(order: Order): void {
    if (!isMyTurn.peek() || projector.showing.peek() !== null) return;
    const before = view.peek().log.length;
    const result = session.order(order);
    if (result.kind === 'refused') {
      say(result.text, 'refused');
      return;
    }
    if (result.kind === 'failed') return;
    send({ kind: 'given' });
    outcome.value = filterLog(view.peek().log.slice(before), 'telling');
    void map?.play(result.seen, settings.peek().animationSpeed);
  }

  function send(action: Action): void {
    if (action.kind !== 'point' && notice.peek() !== null) notice.value = null;
    if (PUTS_ASIDE.includes(action.kind) && outcome.peek().length > 0) outcome.value = [];
    const { give: wanted, hand: held } = batch(() => {
      const done = interact(hand.peek(), action, board);
      hand.value = done.hand;
      return done;
    });
    if (wanted !== undefined) give(wanted);
    else if (isConfirming(action)) explain(held);
  }

  function forget(): void {
    outcome.value = [];
  }

  /** A press on something impossible is answered by the reason. */
  function explain({ mode, proposal }: Interaction): void {
    const reason = proposal === null ? undefined : whyNot(proposal);
    if (reason !== undefined) say(reason, 'refused');
    else if (mode === 'aim' && proposal === null) say(text('ui.more.notThere'), 'refused');
  }

  /** Where there is only one hex to aim at, it is aimed at. */
  function choose(entry: MoreEntry): void {
    if (entry.kind === 'give') return send({ kind: 'propose', order: entry.order });
    send({ kind: 'aim', order: entry.order });
    const [only, ...others] = entry.aims;
    if (only !== undefined && others.length === 0 && hand.peek().proposal === null) send({ kind: 'press', hex: only });
  }

  function undo(): void {
    if (!view.peek().canUndo) {
      say(text(view.peek().turnOrders === 0 ? 'ui.undo.nothing' : 'ui.undo.sealed'), 'refused');
      return;
    }
    session.undo();
    send({ kind: 'given' });
    say(text('ui.undo.done'), 'plain');
  }

  function redo(): void {
    if (!view.peek().canRedo) return say(text('ui.undo.noRedo'), 'refused');
    session.redo();
    send({ kind: 'given' });
    say(text('ui.undo.redone'), 'plain');
  }

  function endTurn(): void {
    if (!isMyTurn.peek() || projector.showing.peek() !== null) return;
    notice.value = null;
    send({ kind: 'newTurn' });
    map?.skip();
    session.endTurn();
  }

  const desk: Desk = {
    scenario,
    view,
    hand,
    choices,
    projector,
    map: () => map,
    send,
    give,
    say,
    undo,
    redo,
    endTurn,
  };

  const stopWatching = watchSeat({
    session,
    hand,
    board,
    projector,
    lastFilm,
    clear: () => {
      notice.value = null;
      map?.skip();
      map?.open(scenario.objectives.map(({ hex }) => hex));
    },
    forget,
    say,
  });

  return {
    ...choices,
    ...picture,
    session,
    view,
    hand,
    notice,
    projector,
    lastFilm,
    watchAgain: () => {
      if (lastFilm.peek() !== null) projector.start(lastFilm.peek()?.events ?? [], () => undefined);
    },
    outcome,
    forget,
    send,
    give,
    choose,
    command: (wanted) => runCommand(desk, wanted),
    hasten: (wanted) => {
      faster.value = wanted === 'fast';
    },
    endTurn,
    centreOn: (hex) => map?.centreOn(hex),
    looks,
    boxOf: (hex) => map?.boxOf(hex),
    moveClear: (hexes, covered) => map?.moveClear(hexes, covered),
    select: (id) => {
      send({ kind: 'select', unit: id });
      bringIntoView(desk);
    },
    minutesTo: (hex) => reachable.value?.minutesTo(hex),
    attach: (screen) => {
      map = screen;
      isAttached();
      screen.onLook(() => {
        looks.value = looks.peek() + 1;
      });
      const stop = effect(() => screen.tell(picture.told.value));
      return () => {
        stop();
        map = undefined;
      };
    },
    close: () => {
      stopWatching();
      projector.close();
    },
  };
}

/** What makes room for something new. */
const PUTS_ASIDE: readonly Action['kind'][] = ['select', 'next', 'previous', 'finished', 'back', 'newTurn', 'propose'];

const isConfirming = (action: Action): boolean => action.kind === 'press' || action.kind === 'confirm';
