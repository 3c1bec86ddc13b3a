/** Who is within reach of a headquarters, and what it is worth to be so. */
import type { Minutes } from '../model/clock.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Unit, UnitCard } from '../model/unit.ts';
import { cardOf, findIndex, isInAction } from './roster.ts';
import { rangeMetres } from './range.ts';

/** Out of reach a unit acts slower: share of the turn's minutes it has. [C] */
export const OUT_OF_COMMAND_SHARE = 0.8;

/**
 * Whether the unit's headquarters, or one above it, is in action and reaches it. Units that answer to nobody on the map
 * look after themselves. `units` may be one side's own.
 */
export function isInCommand(
  scenario: Scenario,
  units: readonly Unit[],
  card: UnitCard,
  unit: Unit,
  minute: Minutes,
): boolean {
  if (card.headquarters !== undefined || card.parent === undefined || unit.at === 'offMap') return true;
  return findCommander(scenario, units, card, unit, minute) !== undefined;
}

/** The lowest headquarters above the unit that reaches it. */
export function findCommander(
  scenario: Scenario,
  units: readonly Unit[],
  card: UnitCard,
  unit: Unit,
  minute: Minutes,
): UnitCard | undefined {
  let parent = card.parent;
  while (parent !== undefined) {
    if (findIndex(scenario, parent) === undefined) return undefined;
    const above = cardOf(scenario, parent);
    const post = units.find((other) => other.id === above.id);
    if (post !== undefined && reaches(scenario, above, post, unit, minute)) return above;
    parent = above.parent;
  }
  return undefined;
}

function reaches(scenario: Scenario, above: UnitCard, post: Unit, unit: Unit, minute: Minutes): boolean {
  const headquarters = above.headquarters;
  if (headquarters === undefined || !isInAction(post) || post.cohesion === 'broken') return false;
  if (headquarters.fromMinute !== undefined && minute < headquarters.fromMinute) return false;
  if (typeof post.at !== 'number' || typeof unit.at !== 'number') return false;
  return rangeMetres(scenario.map, post.at, unit.at) <= headquarters.reachMetres;
}
