/**
 * One battle being played at this screen by people, computers or both: whose turn it is, what each may see, saving
 * after every order. A computer's orders go through the same door as a person's. This is the one place that catches a
 * bug of the core: the battle stays as it was before, and its journal is offered.
 */
import { type ReadonlySignal, computed, signal } from '@preact/signals';
import type { Memory } from '../../ai/player.ts';
import { playerByName } from '../../ai/players.ts';
import type { Player, Refused } from '../../battle/battle.ts';
import type { Film } from '../../battle/film.ts';
import { type Journal, formatJournal, journalOf } from '../../battle/journal.ts';
import { observe } from '../../battle/observe.ts';
import { refusalText } from '../../battle/wording.ts';
import type { Choices } from '../../model/option.ts';
import type { Order } from '../../model/order.ts';
import type { Refusal } from '../../model/refusal.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { SeenEvent } from '../../model/seen-event.ts';
import { SIDES, type BySide, type Side } from '../../model/side.ts';
import { formatProblem } from '../../scenario/problem.ts';
import { thinkingSeed } from '../../ai/dice.ts';
import { createAutosave } from './autosave.ts';
import {
  type Advanced,
  type Ledger,
  advance,
  countTurnOrders,
  filmOf,
  listSeenAfter,
  mayStepBack,
  openLedger,
  stepBack,
} from './ledger.ts';
import { rebuildLedger } from './rebuild.ts';
import { type Failure, type SessionView, nextSeat, openSeat, takenSeat, viewOf } from './session-view.ts';
import { newId, recordOf } from './save-record.ts';
import type { SaveStore } from './store.ts';
import type { Question } from './think.ts';
import { type Thinker, createWorkerThinker } from './thinker.ts';

/** Answers of a computer player that bring no order before its turn is ended for it. */
const FRUITLESS_ANSWERS = 20;
/** Orders a computer player may give in one turn before it is ended for it; far above what any army needs. */
const COMPUTER_TURN_ORDERS = 5000;

type OrderOutcome =
  | { readonly kind: 'done'; readonly seen: readonly SeenEvent[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly text: string }
  /** A bug; the view says more, and nothing has changed. */
  | { readonly kind: 'failed'; readonly seen: readonly [] };

export interface Session {
  readonly view: ReadonlySignal<SessionView>;
  readonly order: (order: Order) => OrderOutcome;
  /** Takes the last order back where `canUndo`; otherwise does nothing. */
  readonly undo: () => void;
  /** Gives the order last taken back again where `canRedo`; otherwise does nothing. */
  readonly redo: () => void;
  readonly endTurn: () => void;
  /** The next person sits down. */
  readonly takeSeat: () => void;
  /** The film has been seen. */
  readonly watched: () => void;
  readonly journal: () => Journal;
  /** The battle up to here, every moment at hand; to be looked at through a replay cursor. */
  readonly recorded: () => Promise<Film>;
  /** Resolves when the last save is written. */
  readonly settled: () => Promise<void>;
  /** Stops the computer players. */
  readonly close: () => void;
}

export interface SessionOptions {
  readonly store: SaveStore;
  /** A worker unless said otherwise. */
  readonly thinker?: Thinker;
}

interface Opening {
  readonly id: string;
  readonly ledger: Ledger;
  readonly store: SaveStore;
  readonly thinker: Thinker;
}

/** Begins a battle and saves it. */
export async function startSession(
  options: SessionOptions & {
    readonly scenario: Scenario;
    readonly seed: string;
    readonly players: BySide<Player>;
    readonly choices?: Choices;
  },
): Promise<Session> {
  const { scenario, seed, players, choices, store, thinker } = options;
  const ledger = openLedger(scenario, seed, players, choices ?? {});
  return runSession({ id: newId(scenario), ledger, store, thinker: thinker ?? createWorkerThinker() });
}

/** Goes on with a saved battle. Rejects, with a message for the player, when it is not there or cannot be rebuilt. */
export async function resumeSession(options: SessionOptions & { readonly id: string }): Promise<Session> {
  const { id, store, thinker } = options;
  const record = await store.load(id);
  if (record === undefined) throw new Error('This saved battle cannot be found any more.');
  const ledger = rebuildLedger('saved battle', record.journal);
  if (ledger.kind === 'refused') throw new Error(ledger.problems.map(formatProblem).join('\n'));
  return runSession({ id, ledger: ledger.value, store, thinker: thinker ?? createWorkerThinker() });
}

function runSession({ id, ledger: opening, store, thinker }: Opening): Session {
  checkPlayers(opening);
  let ledger = opening;
  let seat = openSeat(ledger);
  let isClosed = false;
  const memories = new Map<Side, Memory>();
  /** Orders taken back and not yet replaced by others, the last one last. */
  let takenBack: readonly Order[] = [];
  const shown = signal(viewOf(ledger, seat));
  const canRedo = signal(false);
  const failure = signal<Failure | null>(null);
  const autosave = createAutosave(() => store.save(recordOf(id, ledger)));
  const view = computed(() => ({
    ...shown.value,
    id,
    saving: autosave.saving.value,
    failure: failure.value,
    canRedo: canRedo.value,
  }));

  function fail(error: unknown): undefined {
    const message = error instanceof Error ? error.message : String(error);
    failure.value = { message, journal: formatJournal(journalOf(ledger.battle)) };
  }

  function attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      return fail(error);
    }
  }

  function publish(): void {
    attempt(() => {
      shown.value = viewOf(ledger, seat);
    });
  }

  /** `undefined` when it ran into a bug. */
  function give(order: Order): Advanced | Refused | undefined {
    const outcome = attempt(() => advance(ledger, order));
    if (outcome?.kind === 'advanced') {
      ledger = outcome.ledger;
      autosave.request();
    }
    return outcome;
  }

  function keepTakenBack(orders: readonly Order[]): void {
    takenBack = orders;
    canRedo.value = orders.length > 0;
  }

  function redo(): void {
    const order = takenBack[takenBack.length - 1];
    const earlier = takenBack.slice(0, -1);
    if (order === undefined || seat.phase !== 'person') return;
    if (orderByPerson(order).kind === 'done') keepTakenBack(earlier);
  }

  function orderByPerson(order: Order): OrderOutcome {
    if (seat.phase !== 'person') return refused({ reason: seat.phase === 'over' ? 'battleOver' : 'notYours' });
    const outcome = give(order);
    if (outcome?.kind === 'advanced') keepTakenBack([]);
    if (outcome === undefined) return { kind: 'failed', seen: [] };
    if (outcome.kind === 'refused') return refused(outcome.refusal);
    if (order.kind === 'endTurn' || ledger.battle.state.result !== null) return passOn();
    const count = ledger.battle.orders.length;
    seat = { ...seat, watched: count };
    publish();
    return { kind: 'done', seen: listSeenAfter(ledger, seat.side, count - 1) };
  }

  function refused(refusal: Refusal): OrderOutcome {
    return { kind: 'refused', refusal, text: refusalText(refusal) };
  }

  /** What the end of a turn brings is left to the film, so that it is seen once. */
  function passOn(): OrderOutcome {
    seat = nextSeat(ledger, seat);
    publish();
    if (seat.phase === 'thinking') void playComputers();
    return { kind: 'done', seen: [] };
  }

  async function playComputers(): Promise<void> {
    while (
      seat.phase === 'thinking' &&
      !isClosed &&
      (await playComputerTurn(ledger.battle.state.active)) === 'played'
    ) {
      seat = nextSeat(ledger, seat);
      publish();
    }
  }

  /** Until the side's turn has ended, by itself or because it leads nowhere. `stuck` when a bug forbids even that. */
  async function playComputerTurn(side: Side): Promise<'played' | 'stuck'> {
    for (let fruitless = 0; isMoving(side); ) {
      if (isClosed) return 'stuck';
      const leadsNowhere = fruitless === FRUITLESS_ANSWERS || countTurnOrders(ledger, side) >= COMPUTER_TURN_ORDERS;
      const orders = leadsNowhere ? undefined : await ask(side);
      if (isClosed) return 'stuck';
      const given = giveAll(side, orders ?? [{ kind: 'endTurn' }]);
      if (orders === undefined && given === 0) return 'stuck';
      fruitless = given === 0 ? fruitless + 1 : 0;
      if (ledger.battle.players[seat.side] !== 'person') publish();
    }
    return 'played';
  }

  function isMoving(side: Side): boolean {
    const { state } = ledger.battle;
    return state.result === null && state.active === side;
  }

  /** The orders of a computer player; `undefined` when it failed. */
  async function ask(side: Side): Promise<readonly Order[] | undefined> {
    try {
      const answer = await thinker.think(questionOf(ledger, side, memories.get(side)));
      memories.set(side, answer.memory);
      return answer.orders;
    } catch (error) {
      if (!isClosed) fail(error);
      return undefined;
    }
  }

  /** How many of them were carried out: up to the first that is refused, for it must look again. */
  function giveAll(side: Side, orders: readonly Order[]): number {
    let given = 0;
    for (const order of orders) {
      if (!isMoving(side) || give(order)?.kind !== 'advanced') break;
      given += 1;
    }
    return given;
  }

  autosave.request();
  void playComputers();

  return {
    view,
    order: orderByPerson,
    undo: () => {
      if (seat.phase !== 'person' || !mayStepBack(ledger, seat.side)) return;
      const last = ledger.battle.orders[ledger.battle.orders.length - 1];
      ledger = attempt(() => stepBack(ledger)) ?? ledger;
      if (last !== undefined) keepTakenBack([...takenBack, last]);
      seat = { ...seat, watched: ledger.battle.orders.length };
      autosave.request();
      publish();
    },
    redo,
    endTurn: () => {
      orderByPerson({ kind: 'endTurn' });
    },
    takeSeat: () => {
      if (seat.phase !== 'handover') return;
      seat = takenSeat(ledger);
      publish();
    },
    watched: () => {
      seat = { ...seat, watched: ledger.battle.orders.length };
      publish();
    },
    journal: () => journalOf(ledger.battle),
    recorded: async () => filmOf(ledger),
    settled: autosave.settled,
    close: () => {
      isClosed = true;
      thinker.close();
    },
  };
}

/**
 * What a computer player is asked: as in a battle without a screen, so that the same battle comes of it, unless the page is
 * loaded again in between, when the player's notes are gone.
 */
function questionOf(ledger: Ledger, side: Side, memory: Memory | undefined): Question {
  const { scenario, state, players, options } = ledger.battle;
  const observation = observe(scenario, state, side);
  const question = { player: players[side], observation, memory, seed: thinkingSeed(state.seed, side) };
  return options === undefined ? question : { ...question, choices: options };
}

/** Throws, with a message for the player, when a side would wait for somebody who is not here. */
function checkPlayers({ battle }: Ledger): void {
  if (battle.state.result !== null) return;
  for (const side of SIDES) {
    const player = battle.players[side];
    if (player === 'person' || playerByName(player) !== undefined) continue;
    throw new Error(`This battle cannot go on here: ${player} is no player of this game.`);
  }
}
