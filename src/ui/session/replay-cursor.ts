/**
 * Where one stands in a recorded battle and what one may see there. Positions run from 0, the opening, to the number of
 * orders; every state is at hand, so any of them is reached at once, forward or back. Until the battle is over only
 * one's own side may be looked at; afterwards either, or both.
 */
import type { Film } from '../../battle/film.ts';
import { observe } from '../../battle/observe.ts';
import { openingState } from '../../battle/opening.ts';
import { shareOf } from '../../battle/share.ts';
import { present } from '../../model/assert.ts';
import type { Observation } from '../../model/observation.ts';
import type { Order } from '../../model/order.ts';
import type { SeenEvent } from '../../model/seen-event.ts';
import { SIDES, type Side } from '../../model/side.ts';
import type { BattleState } from '../../model/state.ts';

export type PointOfView = Side | 'both';

export interface ReplayCursor {
  readonly film: Film;
  /** Orders applied: 0 … `film.orders.length`. */
  readonly position: number;
  readonly pointOfView: PointOfView;
  /** What may be looked at, in the order in which it is offered. */
  readonly pointsOfView: readonly PointOfView[];
  /** Positions at which a side's turn begins, ascending; the first is 0. */
  readonly turnStarts: readonly number[];
}

/** One side's part of a moment. */
interface Look {
  readonly observation: Observation;
  /** What it was told of the order that led here; of the opening at position 0. */
  readonly seen: readonly SeenEvent[];
}

export interface Moment {
  readonly position: number;
  readonly positions: number;
  readonly turn: number;
  readonly active: Side;
  /** The order that led here; `null` at the opening and where it is the affair of a side not looked at. */
  readonly order: Order | null;
  /** One look, or both in the order of `SIDES`. */
  readonly looks: readonly Look[];
}

/** At the opening. `own` is whose eyes the watcher has while the battle is not over. */
export function openReplay(film: Film, own: Side): ReplayCursor {
  const isOver = film.states.at(-1)?.result != null;
  return {
    film,
    position: 0,
    pointOfView: own,
    pointsOfView: isOver ? [...SIDES, 'both'] : [own],
    turnStarts: listTurnStarts(film.states),
  };
}

/** At the position nearest to the one asked for. */
export function moveTo(cursor: ReplayCursor, position: number): ReplayCursor {
  const whole = Number.isFinite(position) ? Math.trunc(position) : 0;
  return { ...cursor, position: Math.min(Math.max(whole, 0), cursor.film.orders.length) };
}

export const toFirst = (cursor: ReplayCursor): ReplayCursor => moveTo(cursor, 0);
export const toLast = (cursor: ReplayCursor): ReplayCursor => moveTo(cursor, cursor.film.orders.length);
export const stepForward = (cursor: ReplayCursor): ReplayCursor => moveTo(cursor, cursor.position + 1);
export const stepBack = (cursor: ReplayCursor): ReplayCursor => moveTo(cursor, cursor.position - 1);

/** To where the next side's turn begins, or to the end. */
export function turnForward(cursor: ReplayCursor): ReplayCursor {
  const next = cursor.turnStarts.find((start) => start > cursor.position);
  return next === undefined ? toLast(cursor) : moveTo(cursor, next);
}

/** To where this side's turn began; from there to where the one before began. */
export function turnBack(cursor: ReplayCursor): ReplayCursor {
  return moveTo(cursor, cursor.turnStarts.findLast((start) => start < cursor.position) ?? 0);
}

/** With other eyes, where that is allowed; otherwise as it was. */
export function lookAs(cursor: ReplayCursor, pointOfView: PointOfView): ReplayCursor {
  return cursor.pointsOfView.includes(pointOfView) ? { ...cursor, pointOfView } : cursor;
}

/** What is to be seen where the cursor stands. */
export function momentOf(cursor: ReplayCursor): Moment {
  const { film, position, pointOfView } = cursor;
  const state = present(film.states[position], `no state ${position}`);
  const before = film.states[position - 1] ?? openingState(film.scenario, state.seed);
  const events = film.events[position] ?? [];
  const sides = pointOfView === 'both' ? SIDES : [pointOfView];
  return {
    position,
    positions: film.orders.length,
    turn: state.turn,
    active: state.active,
    order: position > 0 && sides.includes(before.active) ? (film.orders[position - 1] ?? null) : null,
    looks: sides.map((side) => ({
      observation: observe(film.scenario, state, side),
      seen: shareOf(film.scenario, before, events, side),
    })),
  };
}

function listTurnStarts(states: readonly BattleState[]): readonly number[] {
  const starts: number[] = [];
  states.forEach((state, position) => {
    const before = states[position - 1];
    if (before === undefined || before.active !== state.active || before.turn !== state.turn) starts.push(position);
  });
  return starts;
}
