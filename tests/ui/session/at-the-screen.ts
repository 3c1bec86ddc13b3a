/** A battle at a screen without the screen: stores in memory, a computer player in the same process, orders by rote. */
import { listLegalOrders } from '../../../src/battle/legal-orders.ts';
import type { Order } from '../../../src/model/order.ts';
import type { BySide } from '../../../src/model/side.ts';
import { SCENARIO_IDS, scenarioById } from '../../../src/scenario/library.ts';
import { type Session, startSession } from '../../../src/ui/session/session.ts';
import type { Phase, SessionView } from '../../../src/ui/session/session-view.ts';
import { createSaveStore } from '../../../src/ui/session/store.ts';
import { type Answer, type Question, think } from '../../../src/ui/session/think.ts';
import type { Thinker } from '../../../src/ui/session/thinker.ts';
import { memoryStore } from './byte-stores.ts';

export const scenario = scenarioById(SCENARIO_IDS[0] ?? '');

export const emptyStore = () => createSaveStore([memoryStore('database'), memoryStore('files')]);

/** Answers as the worker would: what goes in and out is copied. */
export const thinkerHere = (answer: (question: Question) => Answer | Promise<Answer> = think): Thinker => ({
  think: async (question) => structuredClone(await answer(structuredClone(question))),
  close: () => undefined,
});

export function begin(players: BySide<string>, part: { store?: ReturnType<typeof emptyStore>; seed?: string } = {}) {
  const store = part.store ?? emptyStore();
  return startSession({ scenario, seed: part.seed ?? '7', players, store, thinker: thinkerHere() });
}

/** Resolves with the view once it is in this phase. */
export const untilPhase = (session: Session, phase: Phase): Promise<SessionView> =>
  until(session, (view) => view.phase === phase);

/** Resolves with the view once this turn has begun. */
export const untilTurn = (session: Session, turn: number): Promise<SessionView> =>
  until(session, (view) => view.observation.turn >= turn);

function until(session: Session, isReached: (view: SessionView) => boolean): Promise<SessionView> {
  return new Promise((resolve) => {
    const stop = session.view.subscribe((view) => {
      if (!isReached(view)) return;
      queueMicrotask(() => stop());
      resolve(view);
    });
  });
}

/** Gives up to `count` orders of the side at the screen, taken from all over the list of legal ones; those given. */
export function giveOrders(session: Session, count: number, stride = 7): Order[] {
  const given: Order[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const legal = listLegalOrders(scenario, session.view.value.observation).filter((order) => order.kind !== 'endTurn');
    const order = legal[(turn * stride * 31) % Math.max(1, legal.length)];
    if (order === undefined || session.view.value.phase !== 'person') break;
    if (session.order(order).kind === 'done') given.push(order);
  }
  return given;
}
