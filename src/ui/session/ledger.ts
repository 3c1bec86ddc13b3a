/**
 * A battle with everything that has been seen of it: its states, its events and what each side at the screen was told,
 * order by order. A value: advancing makes a new one, undoing takes the last order off, and the same orders make the
 * same ledger, so that a battle resumed has the log it had before.
 */
import { type Battle, type Player, type Refused, apply, canUndo, createBattle, undo } from '../../battle/battle.ts';
import type { Film } from '../../battle/film.ts';
import { openingState } from '../../battle/opening.ts';
import { shareOf } from '../../battle/share.ts';
import { eventText } from '../../battle/wording.ts';
import type { Minutes } from '../../model/clock.ts';
import type { ContactId, ContactView } from '../../model/contact.ts';
import type { BattleEvent } from '../../model/event.ts';
import type { Choices } from '../../model/option.ts';
import type { Order } from '../../model/order.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { SeenEvent } from '../../model/seen-event.ts';
import type { BySide, Side } from '../../model/side.ts';
import type { BattleState } from '../../model/state.ts';
import { minuteOf } from '../../rules/light.ts';

/** One thing a side was told of, as its log shows it. */
export interface LogLine {
  readonly turn: number;
  readonly minute: Minutes;
  readonly seen: SeenEvent;
  readonly text: string;
}

/** What a side was told of each order; the opening at 0, order n at n. */
type Story = readonly (readonly LogLine[])[];

export interface Ledger {
  readonly battle: Battle;
  /** The opening at 0, after n orders at n. */
  readonly states: readonly BattleState[];
  /** Of the opening at 0, of order n at n. */
  readonly events: readonly (readonly BattleEvent[])[];
  /** Empty for a side that nobody at the screen plays. */
  readonly stories: BySide<Story>;
}

export type Advanced = { readonly kind: 'advanced'; readonly ledger: Ledger; readonly events: readonly BattleEvent[] };

/** Who may look at the screen: the sides people play; where computers fight each other, the one that moves first. */
export function listOnlookers(scenario: Scenario, players: BySide<Player>): readonly Side[] {
  const people = scenario.order.filter((side) => players[side] === 'person');
  return people.length > 0 ? people : [scenario.order[0]];
}

/** A battle about to begin. */
export function openLedger(documented: Scenario, seed: string, players: BySide<Player>, choices: Choices = {}): Ledger {
  const { battle, events } = createBattle(documented, seed, players, choices);
  const before = openingState(battle.scenario, seed);
  const told = (side: Side): Story => [isOnlooker(battle, side) ? listLines(battle, before, events, side) : []];
  return {
    battle,
    states: [battle.state],
    events: [events],
    stories: { soviet: told('soviet'), japanese: told('japanese') },
  };
}

/** The battle after one more order of the active side. */
export function advance(ledger: Ledger, order: Order): Advanced | Refused {
  const outcome = apply(ledger.battle, order);
  if (outcome.kind === 'refused') return outcome;
  const { battle, events } = outcome;
  const before = ledger.battle.state;
  const told = (side: Side): Story => [
    ...ledger.stories[side],
    isOnlooker(battle, side) ? listLines(battle, before, events, side) : [],
  ];
  return {
    kind: 'advanced',
    events,
    ledger: {
      battle,
      states: [...ledger.states, battle.state],
      events: [...ledger.events, events],
      stories: { soviet: told('soviet'), japanese: told('japanese') },
    },
  };
}

/** The battle without its last order; for when `canUndo`. */
export function stepBack(ledger: Ledger): Ledger {
  const battle = undo(ledger.battle);
  const length = battle.orders.length + 1;
  return {
    battle,
    states: ledger.states.slice(0, length),
    events: ledger.events.slice(0, length),
    stories: { soviet: ledger.stories.soviet.slice(0, length), japanese: ledger.stories.japanese.slice(0, length) },
  };
}

/** Whether the last order may be taken back: it was this side's own, in this turn, and revealed nothing. */
export function mayStepBack(ledger: Ledger, side: Side): boolean {
  return countTurnOrders(ledger, side) > 0 && canUndo(ledger.battle);
}

/** What the side was told up to order `order`, oldest first; lines without words are for the film only. */
export function listLog(ledger: Ledger, side: Side, order: number): readonly LogLine[] {
  return ledger.stories[side]
    .slice(0, order + 1)
    .flat()
    .filter((line) => line.text !== '');
}

/** What the side was told after order `order`. */
export function listSeenAfter(ledger: Ledger, side: Side, order: number): readonly SeenEvent[] {
  return ledger.stories[side]
    .slice(order + 1)
    .flat()
    .map((line) => line.seen);
}

/**
 * Orders applied when the side last looked: in its own turn all of them once it has given one, otherwise those before
 * it ended its last turn. The opening is no film: it lies on the map when the battle begins.
 */
export function countWatched(ledger: Ledger, side: Side): number {
  if (ledger.battle.state.active === side && countTurnOrders(ledger, side) > 0) return ledger.battle.orders.length;
  return Math.max(0, findLastEndTurn(ledger, side) - 1);
}

/** Orders the side has given in the turn it is in; 0 in the other's turn. */
export function countTurnOrders(ledger: Ledger, side: Side): number {
  const { orders, state } = ledger.battle;
  if (state.active !== side) return 0;
  return orders.length - (orders.findLastIndex((order) => order.kind === 'endTurn') + 1);
}

/** The recorded battle, every moment at hand. */
export function filmOf(ledger: Ledger): Film {
  const { battle, states, events } = ledger;
  return { scenario: battle.scenario, states, orders: battle.orders, events, battle, departure: null };
}

/** Number of the order with which the side ended its last turn; 0 when it has ended none. */
function findLastEndTurn(ledger: Ledger, side: Side): number {
  const place = ledger.battle.orders.findLastIndex(
    (order, index) => order.kind === 'endTurn' && ledger.states[index]?.active === side,
  );
  return place + 1;
}

function isOnlooker(battle: Battle, side: Side): boolean {
  return listOnlookers(battle.scenario, battle.players).includes(side);
}

/** A line for each event the side is told of; what follows the start of a turn has the hour of that turn. */
function listLines(
  battle: Battle,
  before: BattleState,
  events: readonly BattleEvent[],
  side: Side,
): readonly LogLine[] {
  const { scenario, state } = battle;
  const book = openBook(side, before, state);
  let turn = before.turn;
  return shareOf(scenario, before, events, side).map((seen) => {
    if (seen.kind === 'turnStarted') turn = seen.turn;
    if (seen.kind === 'sighted') book.set(seen.view.id, seen.view);
    return { turn, minute: minuteOf(scenario.clock, turn), seen, text: eventText(scenario, book, seen) };
  });
}

/** Contacts as the side knew them before; those that are new, as they turn out: what they do is told before they are. */
function openBook(side: Side, before: BattleState, after: BattleState): Map<ContactId, ContactView> {
  return new Map([...after.contacts[side], ...before.contacts[side]].map(({ view }) => [view.id, view]));
}
