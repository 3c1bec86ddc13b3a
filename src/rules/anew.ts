/**
 * Which enemies a side must judge anew after something happened. What a side makes of an enemy depends on him, on the
 * contact with him, on the light and on who looks from where; of whom none of this has changed, it would find the same.
 * Units and contacts are never changed in place, so that what is still the same object is still the same.
 */
import type { HexIndex } from '../hex/grid.ts';
import { opponentOf, type Side } from '../model/side.ts';
import type { BattleState } from '../model/state.ts';
import { present } from '../model/assert.ts';
import type { UnitId } from '../model/unit.ts';
import { findPost, isOtherFor, type Move, type Outlook, seesEmpty } from './outlook.ts';
import { findIndex, indexesOf } from './roster.ts';

/** What perception reads of a state: nothing, single units and hexes, or something that bears on everybody. */
// biome-ignore format: a table
const BEARING: Readonly<Record<keyof BattleState, 'none' | 'single' | 'all'>> = {
  units: 'single', contacts: 'single', flares: 'single', turn: 'all', sky: 'all', plumes: 'all',
  seed: 'none', orders: 'none', active: 'none', contactCount: 'none', works: 'none', wire: 'none', holdings: 'none',
  curtains: 'none', result: 'none', shelled: 'none', booty: 'none', prisoners: 'none', dead: 'none',
  affairs: 'none', flights: 'none', traffic: 'none', soundings: 'none',
  supply: 'none',
  crossings: 'none', labour: 'none',
};

const BEARS_ON_ALL = (Object.keys(BEARING) as (keyof BattleState)[]).filter((part) => BEARING[part] === 'all');

/** Places in the cards, ascending, of the units of both sides that are not what they were. */
export function listChanged(before: BattleState, now: BattleState): readonly number[] {
  const changed: number[] = [];
  const [earlier, later] = [before.units, now.units];
  if (earlier === later) return changed;
  for (let index = 0; index < later.length; index++) if (earlier[index] !== later[index]) changed.push(index);
  return changed;
}

/** Places in the cards, ascending, of the enemies of `side` to be judged anew since it last looked. */
export function listAnew(before: Outlook, now: Outlook, side: Side, changed: readonly number[]): readonly number[] {
  const { cards } = now.scenario;
  if (BEARS_ON_ALL.some((part) => before.state[part] !== now.state[part]))
    return indexesOf(now.scenario, opponentOf(side));
  const anew = changed.filter((index) => cards[index]?.side !== side);
  markContacts(before, now, side, anew);
  if (before.state.flares !== now.state.flares) markLight(before, now, side, anew);
  const moves = listMoves(before, now, side, changed);
  if (moves.length > 0) markMoves(now, side, moves, anew);
  return anew.length < 2 ? anew : [...new Set(anew)].sort((a, b) => a - b);
}

function mark({ scenario }: Outlook, behind: UnitId, anew: number[]): void {
  const index = findIndex(scenario, behind);
  if (index !== undefined) anew.push(index);
}

/** Contacts written since, as in close combat. */
function markContacts(before: Outlook, now: Outlook, side: Side, anew: number[]): void {
  const known = before.state.contacts[side];
  const contacts = now.state.contacts[side];
  if (known === contacts) return;
  const same = new Set(known);
  for (const contact of contacts) if (!same.delete(contact)) mark(now, contact.behind, anew);
  for (const gone of same) mark(now, gone.behind, anew);
}

/** Enemies on whom, or on whose last known place, the light has changed. */
function markLight(before: Outlook, now: Outlook, side: Side, anew: number[]): void {
  const isOther = (hex: HexIndex): boolean => before.lightOn(hex) !== now.lightOn(hex);
  for (const index of indexesOf(now.scenario, opponentOf(side))) {
    const at = findPost(present(now.state.units[index], 'a unit for each card'));
    if (at !== undefined && isOther(at)) anew.push(index);
  }
  for (const contact of now.state.contacts[side]) if (isOther(contact.view.hex)) mark(now, contact.behind, anew);
}

function listMoves(before: Outlook, now: Outlook, side: Side, changed: readonly number[]): Move[] {
  const moves: Move[] = [];
  for (const index of changed) {
    if (now.scenario.cards[index]?.side !== side) continue;
    const move = { before: before.watchers[index], now: now.watchers[index] };
    if (move.before?.from !== move.now?.from || move.before?.eyes !== move.now?.eyes) moves.push(move);
  }
  return moves;
}

function markMoves(now: Outlook, side: Side, moves: readonly Move[], anew: number[]): void {
  for (const index of indexesOf(now.scenario, opponentOf(side))) if (isOtherFor(now, index, moves)) anew.push(index);
  for (const { view, behind } of now.state.contacts[side]) {
    // Whom somebody perceives is not looked for elsewhere.
    if (view.current) continue;
    for (const { now: watcher } of moves)
      if (watcher !== undefined && seesEmpty(now, view.hex, watcher.from)) mark(now, behind, anew);
  }
}
