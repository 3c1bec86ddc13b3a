/**
 * What the screen may know of a battle being played: whose turn it is and what the side at the screen has seen. Made
 * from the ledger and nothing else; while the other side moves, it shows the battle as this side last left it.
 */
import { observe } from '../../battle/observe.ts';
import { present } from '../../model/assert.ts';
import type { Observation } from '../../model/observation.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { SeenEvent } from '../../model/seen-event.ts';
import type { Side } from '../../model/side.ts';
import type { BattleState } from '../../model/state.ts';
import { minuteOf, skyOf } from '../../rules/light.ts';
import type { Saving } from './autosave.ts';
import {
  type Ledger,
  type LogLine,
  countTurnOrders,
  countWatched,
  listLog,
  listOnlookers,
  listSeenAfter,
  mayStepBack,
} from './ledger.ts';

/** A person orders; a computer thinks; the seat is to be taken by the other person; the battle is over. */
export type Phase = 'person' | 'thinking' | 'handover' | 'over';

/** What is shown of the battle itself. */
export interface BattleView {
  readonly phase: Phase;
  readonly scenario: Scenario;
  /** The side at the screen; in a handover the one to come. */
  readonly side: Side;
  /** Who is to take the seat, in a handover. */
  readonly next: Side | null;
  /** Of the side at the screen; in a handover it holds what both sides know and nothing else. */
  readonly observation: Observation;
  /** What this side saw since it ended its turn, not yet watched. */
  readonly film: readonly SeenEvent[];
  /** The battle as this side knew it when the film begins; `null` without a film. */
  readonly filmStart: Observation | null;
  readonly log: readonly LogLine[];
  readonly canUndo: boolean;
  /** Orders this side has given in its turn. */
  readonly turnOrders: number;
}

/** A bug that stopped something: what it said, and the battle up to there. */
export interface Failure {
  readonly message: string;
  readonly journal: string;
}

export interface SessionView extends BattleView {
  readonly id: string;
  readonly saving: Saving;
  /** Whether an order taken back may be given again with one stroke. */
  readonly canRedo: boolean;
  readonly failure: Failure | null;
}

/** What the ledger does not say: who sits at the screen and how far that side has watched. */
export interface Seat {
  readonly phase: Phase;
  readonly side: Side;
  /** Orders of which this side has watched what came of them. */
  readonly watched: number;
}

/** The seat when the battle is opened. With two people nobody knows who is sitting there: the curtain is down. */
export function openSeat(ledger: Ledger): Seat {
  const { scenario, players, state } = ledger.battle;
  const onlookers = listOnlookers(scenario, players);
  const side = onlookers.length === 1 ? (onlookers[0] ?? state.active) : state.active;
  const seat = nextSeat(ledger, { phase: 'person', side, watched: countWatched(ledger, side) });
  return onlookers.length > 1 && seat.phase === 'person' ? { ...seat, phase: 'handover' } : seat;
}

/** The seat after the ledger has moved on from a turn's end. */
export function nextSeat(ledger: Ledger, seat: Seat): Seat {
  const { players, state } = ledger.battle;
  const phaseNow = (): Phase => {
    if (state.result !== null) return 'over';
    if (players[state.active] !== 'person') return 'thinking';
    return state.active === seat.side ? 'person' : 'handover';
  };
  return { ...seat, phase: phaseNow(), watched: countShown(ledger, seat.side) };
}

/** The person whose turn it is sits down and has the enemy's turn to watch. */
export function takenSeat(ledger: Ledger): Seat {
  const side = ledger.battle.state.active;
  return { phase: 'person', side, watched: countWatched(ledger, side) };
}

export function viewOf(ledger: Ledger, seat: Seat): BattleView {
  switch (seat.phase) {
    case 'handover':
      return viewOfCurtain(ledger);
    case 'thinking':
      return viewAfter(ledger, seat, countShown(ledger, seat.side));
    case 'person':
    case 'over':
      return { ...viewAfter(ledger, seat, ledger.battle.orders.length), ...filmOfTurn(ledger, seat) };
  }
}

/** Orders whose outcome has been looked at: by a person up to his last turn, by a mere spectator all of them. */
function countShown(ledger: Ledger, side: Side): number {
  const { battle } = ledger;
  return battle.players[side] === 'person' ? countWatched(ledger, side) : battle.orders.length;
}

/** The battle as it was after order `order`. */
function viewAfter(ledger: Ledger, { phase, side }: Seat, order: number): BattleView {
  return {
    phase,
    scenario: ledger.battle.scenario,
    side,
    next: null,
    observation: observeAfter(ledger, side, order),
    film: [],
    filmStart: null,
    log: listLog(ledger, side, order),
    canUndo: phase === 'person' && mayStepBack(ledger, side),
    turnOrders: countTurnOrders(ledger, side),
  };
}

function filmOfTurn(ledger: Ledger, { side, watched }: Seat): Pick<BattleView, 'film' | 'filmStart'> {
  const film = listSeenAfter(ledger, side, watched);
  return { film, filmStart: film.length > 0 ? observeAfter(ledger, side, watched) : null };
}

function observeAfter(ledger: Ledger, side: Side, order: number): Observation {
  const state = present(ledger.states[order], `no state after order ${order}`);
  return observe(ledger.battle.scenario, state, side);
}

function viewOfCurtain(ledger: Ledger): BattleView {
  const { scenario, state } = ledger.battle;
  return {
    phase: 'handover',
    scenario,
    side: state.active,
    next: state.active,
    observation: blankObservation(scenario, state),
    film: [],
    filmStart: null,
    log: [],
    canUndo: false,
    turnOrders: 0,
  };
}

/** What is no secret to anyone: the hour and the sky. */
function blankObservation(scenario: Scenario, state: BattleState): Observation {
  const { light, weather } = skyOf(scenario.clock, state);
  return {
    scenario: scenario.id,
    side: state.active,
    turn: state.turn,
    active: state.active,
    minute: minuteOf(scenario.clock, state.turn),
    light,
    weather,
    units: [],
    contacts: [],
    visible: [],
    works: [],
    wire: [],
    flares: [],
    holders: scenario.objectives.map(() => null),
    losses: { men: 0, vehicles: 0, guns: 0, aircraft: 0 },
    result: null,
  };
}
