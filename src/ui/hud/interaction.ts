/**
 * What the person at the screen has in hand: the unit selected, what a press on the map would order, the order proposed
 * and not yet given. Pure: a press, a key or a button is an action, and `interact` says what is in hand afterwards and
 * which order, if any, is to be given. What is possible it asks of a `Board`; what is drawn of it is others' business.
 */
import type { HexIndex } from '../../hex/grid.ts';
import type { Minutes } from '../../model/clock.ts';
import type { ContactId } from '../../model/contact.ts';
import { aimOf, type Order, type OrderKind, type OrderOf } from '../../model/order.ts';
import type { UnitId } from '../../model/unit.ts';

/**
 * `any`: whatever suits the hex pressed; the others until the order is given or stepped back from. `aim`: an order of the
 * kind chosen from the menu of further orders. `air`: a flight's task, chosen among the aircraft, with no unit in hand.
 */
const MODES = ['any', 'move', 'silent', 'goTo', 'fire', 'assault', 'mission', 'flare', 'aim', 'air'] as const;
export type Mode = (typeof MODES)[number];

const PANELS = ['units', 'objectives', 'log', 'help', 'settings', 'menu'] as const;
export type Panel = (typeof PANELS)[number];

/** A flight and what it is to do, still without a hex. */
export type Errand = Pick<OrderOf<'airMission'>, 'flight' | 'task'>;

export interface Interaction {
  readonly selected: UnitId | null;
  /** An enemy looked at. */
  readonly inspected: ContactId | null;
  readonly mode: Mode;
  /** What is being aimed in the mode `aim`; `null` in every other. */
  readonly aiming: OrderKind | null;
  /** What a flight is to be sent for in the mode `air`; `null` in every other. */
  readonly sortie: Errand | null;
  /** Whether the menu of further orders is open. */
  readonly more: 'open' | 'closed';
  /** The hex under the pointer or the keyboard cursor. */
  readonly cursor: HexIndex | null;
  readonly proposal: Order | null;
  /** Wanted length of fire, where the weapons allow it. */
  readonly fireMinutes: Minutes;
  readonly panel: Panel | null;
  readonly showThreat: boolean;
  readonly sight: 'off' | 'unit' | 'side';
  readonly hideCounters: boolean;
  /** Units the person is done with this turn. */
  readonly finished: readonly UnitId[];
}

export type Action =
  | { readonly kind: 'point'; readonly hex: HexIndex | null }
  | { readonly kind: 'press'; readonly hex: HexIndex }
  | { readonly kind: 'inspect'; readonly hex: HexIndex }
  | { readonly kind: 'select'; readonly unit: UnitId | null }
  | { readonly kind: 'look'; readonly contact: ContactId }
  | { readonly kind: 'mode'; readonly mode: Exclude<Mode, 'aim' | 'air'> }
  | { readonly kind: 'aim'; readonly order: OrderKind }
  | { readonly kind: 'sortie'; readonly sortie: Errand }
  | { readonly kind: 'more' }
  | { readonly kind: 'propose'; readonly order: Order }
  | { readonly kind: 'takePart'; readonly unit: UnitId }
  | { readonly kind: 'fireMinutes'; readonly minutes: Minutes }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'given' }
  | { readonly kind: 'back' }
  | { readonly kind: 'panel'; readonly panel: Panel }
  | { readonly kind: 'next' }
  | { readonly kind: 'previous' }
  | { readonly kind: 'finished' }
  | { readonly kind: 'threat' }
  | { readonly kind: 'sight'; readonly of: 'unit' | 'side' }
  | { readonly kind: 'hide'; readonly hidden: 'yes' | 'no' }
  | { readonly kind: 'newTurn' };

/** What the board answers; it knows no more than the side at the screen. */
export interface Board {
  /** Own units on a hex, in the order of the cards. */
  readonly unitsAt: (hex: HexIndex) => readonly UnitId[];
  readonly contactsAt: (hex: HexIndex) => readonly ContactId[];
  readonly hexOf: (unit: UnitId) => HexIndex | undefined;
  /** Own units that have time left, in the order in which they are offered. */
  readonly listIdle: () => readonly UnitId[];
  /** The order a press on this hex stands for, possible or not; `undefined` when it stands for none. */
  readonly orderAt: (hand: Interaction, unit: UnitId, hex: HexIndex) => Order | undefined;
  readonly isAllowed: (order: Order) => boolean;
  readonly quickOrders: boolean;
}

export interface Outcome {
  readonly hand: Interaction;
  /** To be given to the battle now. */
  readonly give?: Order;
}

const EMPTY_HANDED: Interaction = {
  selected: null,
  inspected: null,
  mode: 'any',
  aiming: null,
  sortie: null,
  more: 'closed',
  cursor: null,
  proposal: null,
  fireMinutes: 10,
  panel: null,
  showThreat: false,
  sight: 'off',
  hideCounters: false,
  finished: [],
};

/** A unit in hand, and no order chosen for it. */
const NOTHING_CHOSEN = { mode: 'any', aiming: null, sortie: null, more: 'closed', proposal: null } as const;

/** Nothing in hand, as a side sits down: nothing of the other side stays behind. */
export const emptyHanded = (): Interaction => EMPTY_HANDED;

export function interact(hand: Interaction, action: Action, board: Board): Outcome {
  switch (action.kind) {
    case 'point':
      return { hand: { ...hand, cursor: action.hex } };
    case 'press':
      return press({ ...hand, cursor: action.hex, more: 'closed' }, action.hex, board);
    case 'inspect':
      return { hand: inspect(hand, action.hex, board) };
    case 'select':
      return { hand: select(hand, action.unit, board) };
    case 'look':
      return { hand: { ...hand, inspected: action.contact } };
    case 'mode':
      return { hand: takeUp(hand, { mode: action.mode, aiming: null }, board) };
    case 'aim':
      return { hand: takeUp(hand, { mode: 'aim', aiming: action.order }, board) };
    case 'sortie':
      return { hand: sendFor(hand, action.sortie) };
    case 'more':
      return { hand: { ...hand, more: hand.more === 'closed' && hand.selected !== null ? 'open' : 'closed' } };
    case 'propose':
      return { hand: { ...hand, proposal: action.order, more: 'closed' } };
    case 'takePart':
      return { hand: takePart(hand, action.unit) };
    case 'fireMinutes':
      return { hand: { ...retimed(hand, action.minutes), fireMinutes: action.minutes } };
    case 'confirm':
      return confirm(hand, board);
    case 'given':
      return { hand: { ...hand, ...NOTHING_CHOSEN } };
    case 'back':
      return { hand: stepBack(hand) };
    case 'panel':
      return { hand: { ...hand, panel: hand.panel === action.panel ? null : action.panel } };
    case 'next':
      return { hand: select(hand, neighbourIn(board.listIdle(), hand, 1), board) };
    case 'previous':
      return { hand: select(hand, neighbourIn(board.listIdle(), hand, -1), board) };
    case 'finished':
      return { hand: finish(hand, board) };
    case 'threat':
      return { hand: { ...hand, showThreat: !hand.showThreat } };
    case 'sight':
      return { hand: { ...hand, sight: hand.sight === action.of ? 'off' : action.of } };
    case 'hide':
      return { hand: { ...hand, hideCounters: action.hidden === 'yes' } };
    case 'newTurn':
      return { hand: { ...hand, ...NOTHING_CHOSEN, selected: null, inspected: null, finished: [] } };
  }
}

function press(hand: Interaction, hex: HexIndex, board: Board): Outcome {
  if (hand.proposal !== null && aimOf(hand.proposal) === hex) return confirm(hand, board);
  if (hand.sortie !== null) return { hand: { ...hand, proposal: errandAt(hand.sortie, hex) } };
  const own = board.unitsAt(hex);
  if (own.length > 0 && (hand.mode === 'any' || hand.selected === null)) return { hand: selectAmong(hand, own, board) };
  if (hand.selected === null) return { hand: inspect(hand, hex, board) };
  const order = board.orderAt(hand, hand.selected, hex);
  if (order === undefined) return { hand: { ...inspect(hand, hex, board), proposal: null } };
  const proposed: Interaction = { ...hand, proposal: order, inspected: board.contactsAt(hex)[0] ?? null };
  return board.quickOrders && order.kind === 'move' ? confirm(proposed, board) : { hand: proposed };
}

function confirm(hand: Interaction, board: Board): Outcome {
  if (hand.proposal === null || !board.isAllowed(hand.proposal)) return { hand };
  return { hand, give: hand.proposal };
}

/** Pressing a stack again turns to the next unit of it. */
function selectAmong(hand: Interaction, own: readonly UnitId[], board: Board): Interaction {
  const place = hand.selected === null ? -1 : own.indexOf(hand.selected);
  return select(hand, own[(place + 1) % own.length] ?? null, board);
}

function select(hand: Interaction, unit: UnitId | null, board: Board): Interaction {
  const cursor = unit === null ? hand.cursor : (board.hexOf(unit) ?? hand.cursor);
  return { ...hand, ...NOTHING_CHOSEN, selected: unit, inspected: null, cursor };
}

function inspect(hand: Interaction, hex: HexIndex, board: Board): Interaction {
  return { ...hand, cursor: hex, inspected: board.contactsAt(hex)[0] ?? null };
}

/** The same key again puts the mode down; with the cursor on a hex the order is proposed at once. */
function takeUp(hand: Interaction, chosen: Pick<Interaction, 'mode' | 'aiming'>, board: Board): Interaction {
  if (hand.selected === null) return hand;
  if (hand.mode === chosen.mode && hand.aiming === chosen.aiming) return { ...hand, ...NOTHING_CHOSEN };
  const taken: Interaction = { ...hand, ...NOTHING_CHOSEN, ...chosen };
  const home = board.hexOf(hand.selected);
  if (hand.cursor === null || hand.cursor === home) return taken;
  const order = board.orderAt(taken, hand.selected, hand.cursor);
  return order !== undefined && board.isAllowed(order) ? { ...taken, proposal: order } : taken;
}

/** A flight's task in hand and no unit; the same button again puts it down. */
function sendFor(hand: Interaction, sortie: Errand): Interaction {
  const isSame = hand.sortie?.flight === sortie.flight && hand.sortie.task === sortie.task;
  const empty: Interaction = { ...hand, ...NOTHING_CHOSEN, selected: null, inspected: null };
  return isSame ? empty : { ...empty, mode: 'air', sortie };
}

/** The order that sends a flight to a hex. */
export const errandAt = (sortie: Errand, target: HexIndex): OrderOf<'airMission'> => ({
  kind: 'airMission',
  ...sortie,
  target,
});

/** A unit joins a proposed assault or stays out of it; one always goes. */
function takePart(hand: Interaction, unit: UnitId): Interaction {
  if (hand.proposal?.kind !== 'assault') return hand;
  const { units } = hand.proposal;
  const changed = units.includes(unit) ? units.filter((one) => one !== unit) : [...units, unit];
  return changed.length === 0 ? hand : { ...hand, proposal: { ...hand.proposal, units: changed } };
}

function retimed(hand: Interaction, minutes: Minutes): Interaction {
  if (hand.proposal?.kind === 'fire' || hand.proposal?.kind === 'dig') {
    return { ...hand, proposal: { ...hand.proposal, minutes } };
  }
  return hand;
}

/**
 * Esc, one step at a time: the list of further orders, the proposal, the mode, the panel, the enemy looked at, the unit;
 * then the menu opens.
 */
function stepBack(hand: Interaction): Interaction {
  if (hand.more === 'open') return { ...hand, more: 'closed' };
  if (hand.proposal !== null) return { ...hand, proposal: null };
  if (hand.mode !== 'any') return { ...hand, ...NOTHING_CHOSEN };
  if (hand.panel !== null) return { ...hand, panel: null };
  if (hand.inspected !== null) return { ...hand, inspected: null };
  if (hand.selected !== null) return { ...hand, selected: null };
  return { ...hand, panel: 'menu' };
}

function finish(hand: Interaction, board: Board): Interaction {
  if (hand.selected === null) return hand;
  const finished = hand.finished.includes(hand.selected) ? hand.finished : [...hand.finished, hand.selected];
  const done = { ...hand, finished };
  return select(done, neighbourIn(board.listIdle(), done, 1), board);
}

/** The next unit with time left that is not finished, round from the one selected; `null` when there is none. */
function neighbourIn(idle: readonly UnitId[], hand: Interaction, step: 1 | -1): UnitId | null {
  const open = idle.filter((unit) => unit === hand.selected || !hand.finished.includes(unit));
  const others = open.filter((unit) => !hand.finished.includes(unit));
  if (others.length === 0) return null;
  const place = hand.selected === null ? -1 : open.indexOf(hand.selected);
  if (place === -1) return (step === 1 ? others[0] : others.at(-1)) ?? null;
  for (let away = 1; away <= open.length; away++) {
    const unit = open[(place + away * step + open.length * away) % open.length];
    if (unit !== undefined && others.includes(unit)) return unit;
  }
  return null;
}
