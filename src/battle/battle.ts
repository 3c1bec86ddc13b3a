/**
 * A battle in progress: scenario, state, the orders that led to it, and how far one may go back. Immutable: applying an
 * order gives another battle. Refusals are values; whatever throws is a bug.
 */
import type { HexIndex } from '../hex/grid.ts';
import { assert, present } from '../model/assert.ts';
import type { BattleEvent, EventKind } from '../model/event.ts';
import type { Choices } from '../model/option.ts';
import type { Order } from '../model/order.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Scenario } from '../model/scenario.ts';
import type { BySide, Side } from '../model/side.ts';
import type { BattleState } from '../model/state.ts';
import type { UnitCard } from '../model/unit.ts';
import { sampled } from '../rules/chance.ts';
import { knowledgeOf } from '../rules/knowledge.ts';
import { whyNot } from '../rules/permit.ts';
import { resolve, resolveOpening } from '../rules/resolve.ts';
import { cardOf } from '../rules/roster.ts';
import { departingChoices, withChoices } from '../scenario/options.ts';
import { rolledClock } from '../scenario/weather.ts';
import { createDice } from './dice.ts';
import { hashState } from './hash.ts';
import { opensView } from './observe.ts';
import { openingState } from './opening.ts';

/** Who plays a side: `person`, a level of the computer player, `idle`, `random` or `exec:…`. */
export type Player = string;

export interface Battle {
  readonly scenario: Scenario;
  readonly state: BattleState;
  readonly players: BySide<Player>;
  /** What was chosen otherwise than the scenario proposes. */
  readonly options?: Choices;
  /** Orders in effect, in order. */
  readonly orders: readonly Order[];
  /** One after each side's turn. */
  readonly hashes: readonly string[];
  /** The last orders that told nothing by themselves, oldest first: nothing was rolled or seen to happen since. */
  readonly quiet: readonly QuietOrder[];
}

/** An order that may be taken back, unless it was a march that opened a view. */
export interface QuietOrder {
  readonly before: BattleState;
  /** Who marched, each with the hexes entered. */
  readonly marches?: readonly { readonly mover: UnitCard; readonly path: readonly HexIndex[] }[];
}

export type Applied = { readonly kind: 'applied'; readonly battle: Battle; readonly events: readonly BattleEvent[] };
export type Refused = { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * Opens a battle with its options as chosen. The weather where the record is silent, who was surprised and what is in
 * sight is settled by the seed: the battle's scenario is not the one it was made from.
 */
export function createBattle(
  documented: Scenario,
  seed: string,
  players: BySide<Player>,
  choices: Choices = {},
): { readonly battle: Battle; readonly events: readonly BattleEvent[] } {
  const chosen = withChoices(documented, choices);
  const clock = rolledClock(chosen.clock, createDice(seed, 'weather').draw);
  const scenario = clock === chosen.clock ? chosen : { ...chosen, clock };
  const { state, events } = resolveOpening(scenario, openingState(scenario, seed), sampled(createDice(seed, 0).draw));
  const departing = departingChoices(documented, choices);
  const options = Object.keys(departing).length === 0 ? {} : { options: departing };
  return { battle: { scenario, state, players, orders: [], hashes: [], quiet: [], ...options }, events };
}

/** Applies an order of the active side, or says why not. */
export function apply(battle: Battle, order: Order): Applied | Refused {
  const { scenario, state } = battle;
  const refusal = whyNot(scenario, knowledgeOf(scenario, state, state.active), order);
  if (refusal !== undefined) return { kind: 'refused', refusal };
  const dice = createDice(state.seed, state.orders + 1);
  const resolution = resolve(scenario, state, order, sampled(dice.draw));
  const ended = order.kind === 'endTurn';
  const isQuiet = !ended && dice.drawn() === 0 && !resolution.events.some((event) => isRevealing(event, state.active));
  return {
    kind: 'applied',
    events: resolution.events,
    battle: {
      ...battle,
      state: resolution.state,
      orders: [...battle.orders, order],
      hashes: ended ? [...battle.hashes, hashState(resolution.state)] : battle.hashes,
      quiet: isQuiet ? [...battle.quiet, quietOrder(scenario, state, order, resolution.events)] : [],
    },
  };
}

/**
 * Which events end the freedom to go back: those that tell the acting side something new, and those that dice or the
 * enemy had a hand in. What the enemy learned may be taken back: he has not looked yet.
 */
const REVEALS: Readonly<Record<EventKind, 'always' | 'toItsSide' | 'never'>> = {
  sighted: 'toItsSide',
  contactLost: 'toItsSide',
  worksSeen: 'toItsSide',
  wireSeen: 'toItsSide',
  objectiveLearned: 'toItsSide',
  ambushed: 'always',
  fired: 'always',
  harmed: 'always',
  assaulted: 'always',
  closeCombat: 'always',
  flare: 'always',
  captured: 'always',
  missed: 'always',
  retreated: 'always',
  battleEnded: 'always',
  turnEnded: 'always',
  turnStarted: 'always',
  moved: 'never',
  halted: 'never',
  breakdown: 'always',
  bogged: 'always',
  wireCut: 'never',
  cohesion: 'never',
  dug: 'never',
  postureChanged: 'never',
  gunsChanged: 'never',
  saddled: 'never',
  boarded: 'never',
  unloaded: 'never',
  policySet: 'never',
  standingSet: 'never',
  rallied: 'never',
  arrived: 'never',
  surprised: 'never',
  readied: 'never',
  objectiveTaken: 'never',
  leaderLost: 'always',
  leaderReplaced: 'never',
  firstFire: 'always',
  deserted: 'always',
  frostbitten: 'always',
  cutOff: 'never',
  late: 'always',
  ordersLost: 'always',
  linesCut: 'always',
  relieved: 'never',
  called: 'never',
  planned: 'never',
  fellOut: 'always',
  jammed: 'always',
  unjammed: 'always',
  shellsIssued: 'always',
  curtain: 'always',
  abandoned: 'always',
  spoilsHeld: 'always',
  passedOn: 'never',
  freed: 'always',
  salvaged: 'never',
  plume: 'always',
  left: 'never',
  released: 'never',
  sentFor: 'never',
  turnHeld: 'never',
  incident: 'always',
  occurred: 'always',
  messaged: 'always',
  limitChanged: 'always',
  pointsChanged: 'always',
  skyChanged: 'always',
  recovered: 'always',
  airCalled: 'never',
  airFight: 'always',
  flak: 'always',
  flew: 'always',
  holed: 'always',
  mended: 'always',
  grounded: 'always',
  drifted: 'always',
  sunk: 'always',
  crossed: 'always',
  turnedBack: 'always',
  laboured: 'never',
  crossingChanged: 'never',
  crossingSeen: 'toItsSide',
  blastFailed: 'always',
  wireLaid: 'never',
  minesMet: 'always',
  sounded: 'toItsSide',
  supplied: 'never',
  ranOut: 'never',
  supplyHandled: 'never',
  servedFirst: 'never',
  depotTaken: 'never',
  interdicted: 'always',
  hunted: 'always',
  turned: 'never',
};

function quietOrder(scenario: Scenario, before: BattleState, order: Order, events: readonly BattleEvent[]): QuietOrder {
  if (order.kind === 'unload') {
    // Whoever gets off looks about from where he stands then.
    const path = events.flatMap((event) => (event.kind === 'unloaded' ? [event.hex] : []));
    return { before, marches: [{ mover: cardOf(scenario, order.passenger), path }] };
  }
  if (order.kind !== 'move' && order.kind !== 'together') return { before };
  const movers = order.kind === 'move' ? [order.unit] : order.units;
  const marches = movers.map((id) => ({
    mover: cardOf(scenario, id),
    path: events.flatMap((event) => (event.kind === 'moved' && event.unit === id ? [event.to] : [])),
  }));
  return { before, marches };
}

/** Whether the event told the side something it did not know, or cannot be unsaid. */
function isRevealing(event: BattleEvent, side: Side): boolean {
  const reveals = REVEALS[event.kind];
  return reveals === 'always' || (reveals === 'toItsSide' && 'side' in event && event.side === side);
}

/**
 * Whether the last order may be taken back: it told the acting side nothing, not even that nobody is there. Views are
 * looked into only when somebody asks, for few orders are taken back.
 */
export function canUndo({ scenario, quiet }: Battle): boolean {
  const last = quiet[quiet.length - 1];
  if (last === undefined) return false;
  const { before, marches = [] } = last;
  return !marches.some(({ mover, path }) => opensView(scenario, before, mover, path));
}

/** The battle before the last order. Only when `canUndo`. */
export function undo(battle: Battle): Battle {
  assert(canUndo(battle), 'nothing may be undone');
  return {
    ...battle,
    state: present(battle.quiet[battle.quiet.length - 1], 'a quiet order').before,
    orders: battle.orders.slice(0, -1),
    quiet: battle.quiet.slice(0, -1),
  };
}
