/**
 * Which enemies a side must judge anew after something happened. What a side makes of an enemy depends on him, on the
 * contact with him, on the light and on who looks from where; of whom none of this has changed, it would find the same.
 * Units and contacts are never changed in place, so that what is still the same object is still the same.
 */
import type { HexIndex } from '../hex/grid.ts';
import { opponentOf, type Side } from '../model/side.ts';
import type { BattleState } from '../model/state.ts';
import { present } from '../model/assert.ts';
import type { Unit, UnitCard, UnitId } from '../model/unit.ts';
import { eyesAs, findPost, isOtherFrom, type Outlook, seesEmpty, type Watcher } from './outlook.ts';
import { findIndex, indexesOf } from './roster.ts';

/** What perception reads of a state: nothing, single units and hexes, or something that bears on everybody. */
// biome-ignore format: a table
const BEARING: Readonly<Record<keyof BattleState, 'none' | 'single' | 'all'>> = {
  units: 'single', contacts: 'single', flares: 'single', turn: 'all', sky: 'all', plumes: 'all',
  seed: 'none', orders: 'none', active: 'none', contactCount: 'none', works: 'none', wire: 'none', holdings: 'none',
  curtains: 'none', result: 'none', shelled: 'none', booty: 'none', prisoners: 'none', dead: 'none',
};

const BEARS_ON_ALL = (Object.keys(BEARING) as (keyof BattleState)[]).filter((part) => BEARING[part] === 'all');

/** Places in the cards, ascending, of the enemies of `side` to be judged anew since it last looked. */
export function listAnew(before: Outlook, now: Outlook, side: Side): readonly number[] {
  const enemies = indexesOf(now.scenario, opponentOf(side));
  if (BEARS_ON_ALL.some((part) => before.state[part] !== now.state[part])) return enemies;
  const anew = new Uint8Array(now.scenario.cards.length);
  for (const index of enemies) if (before.state.units[index] !== now.state.units[index]) anew[index] = 1;
  markContacts(before, now, side, anew);
  if (before.state.flares !== now.state.flares) markLight(before, now, side, anew);
  const moves = listMoves(before, now, side);
  if (moves.length > 0) markMoves(now, side, moves, anew);
  return enemies.filter((index) => anew[index] === 1);
}

function mark({ scenario }: Outlook, behind: UnitId, anew: Uint8Array): void {
  const index = findIndex(scenario, behind);
  if (index !== undefined) anew[index] = 1;
}

/** Contacts written since, as in close combat. */
function markContacts(before: Outlook, now: Outlook, side: Side, anew: Uint8Array): void {
  const known = before.state.contacts[side];
  const contacts = now.state.contacts[side];
  if (known === contacts) return;
  const same = new Set(known);
  for (const contact of contacts) if (!same.delete(contact)) mark(now, contact.behind, anew);
  for (const gone of same) mark(now, gone.behind, anew);
}

/** Enemies on whom, or on whose last known place, the light has changed. */
function markLight(before: Outlook, now: Outlook, side: Side, anew: Uint8Array): void {
  const isOther = (hex: HexIndex): boolean => before.lightOn(hex) !== now.lightOn(hex);
  for (const index of indexesOf(now.scenario, opponentOf(side))) {
    const at = findPost(present(now.state.units[index], 'a unit for each card'));
    if (at !== undefined && isOther(at)) anew[index] = 1;
  }
  for (const contact of now.state.contacts[side]) if (isOther(contact.view.hex)) mark(now, contact.behind, anew);
}

/** A watcher who looks from elsewhere than before, or with other eyes, or no more, or for the first time. */
interface Move {
  readonly before: Watcher | undefined;
  readonly now: Watcher | undefined;
}

function listMoves(before: Outlook, now: Outlook, side: Side): Move[] {
  const moves: Move[] = [];
  for (const index of indexesOf(now.scenario, side)) {
    const unit = present(now.state.units[index], 'a unit for each card');
    const earlier = present(before.state.units[index], 'a unit for each card');
    if (unit === earlier) continue;
    const card = present(now.scenario.cards[index], 'a card');
    const move = { before: watcherAs(card, earlier), now: watcherAs(card, unit) };
    if (move.before?.from !== move.now?.from || move.before?.eyes !== move.now?.eyes) moves.push(move);
  }
  return moves;
}

function watcherAs(card: UnitCard, unit: Unit): Watcher | undefined {
  const from = findPost(unit);
  return from === undefined ? undefined : { from, ...eyesAs(card, unit) };
}

function markMoves(now: Outlook, side: Side, moves: readonly Move[], anew: Uint8Array): void {
  for (const index of indexesOf(now.scenario, opponentOf(side)))
    if (anew[index] === 0 && moves.some((move) => isOtherFrom(now, index, move))) anew[index] = 1;
  for (const { view, behind } of now.state.contacts[side]) {
    // Whom somebody perceives is not looked for elsewhere.
    if (view.current) continue;
    if (moves.some((move) => move.now !== undefined && seesEmpty(now, view.hex, move.now.from)))
      mark(now, behind, anew);
  }
}
