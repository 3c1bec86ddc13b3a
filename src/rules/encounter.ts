/**
 * What a unit on the march runs into: enemies nobody knew of, wire that was not believed in, works, sentries who put up
 * flares; and those it leaves behind in a hex that is fought over.
 */
import type { HexIndex } from '../hex/grid.ts';
import { hexsideBetween } from '../hex/hexside.ts';
import { present } from '../model/assert.ts';
import type { Wire } from '../model/state.ts';
import { opponentOf } from '../model/side.ts';
import type { Unit, UnitCard, UnitId } from '../model/unit.ts';
import { isContested } from './assault/position.ts';
import { lightAt, meetInCloseCombat, perceive } from './contacts.ts';
import { type Course, findPosts, happen } from './course.ts';
import { FLARE_MINUTES } from './dig.ts';
import { resolveReaction } from './fire/direct.ts';
import { blowOf, strike } from './fire/harm.ts';
import { volleyAt } from './fire/effect.ts';
import { inSightOf, viewsOf } from './known.ts';
import { skyOf } from './light.ts';
import { hourOf, isTruce } from './limits.ts';
import { nearestMetres } from './range.ts';
import { findWorks } from './reduce.ts';
import { cardOf, indexesOf, isInAction, listUnitsAt, unitOf } from './roster.ts';
import { glowsOf } from './scene.ts';

/** Minutes lost to the first confusion when a column walks into an unseen enemy. [C] */
export const AMBUSH_MINUTES = 5;

/** An ambush is sprung at this distance, for so long, before anybody moves. Source: Moshchansky's ambush at 30 m [C]. */
export const AMBUSH = { metres: 50, minutes: 1.5 };

/** Minutes that enemies in the same hex have at those who leave it. [C] */
const PARTING_MINUTES = 2;

/** Who leaves a hex fought over is fired at by those he leaves; whether he still goes. */
export function breakAway(course: Course, id: UnitId, from: HexIndex): boolean {
  if (!isContested(course.scenario, course.state, from)) return true;
  const before = unitOf(course.scenario, course.state, id);
  resolveReaction(course, id, PARTING_MINUTES);
  const after = unitOf(course.scenario, course.state, id);
  return after.at === from && after.men > 0 && after.cohesion === before.cohesion;
}

/** Who walks into works knows them as they are. */
export function findWorksIn(course: Course, card: UnitCard, hex: HexIndex): void {
  const works = findWorks(course.state, hex);
  if (works !== undefined && works.believed[card.side] !== works.manHours)
    happen(course, { kind: 'worksSeen', side: card.side, hex });
}

export const countSeen = (course: Course, card: UnitCard): number =>
  inSightOf(viewsOf(course.state.contacts[card.side])).length;

/** An enemy nobody knew of stands in the way: it is met at a few yards, and if it is awake it fires first. */
export function meetsEnemy(course: Course, card: UnitCard, unit: Unit, to: HexIndex): boolean {
  const posts = findPosts(course);
  if (posts !== undefined && !posts.includes(to)) return false;
  const enemies = listUnitsAt(course.scenario, course.state, opponentOf(card.side), to).filter(isInAction);
  const first = enemies[0];
  if (first === undefined) return false;
  happen(course, {
    kind: 'ambushed',
    unit: unit.id,
    by: first.id,
    hex: to,
    minutes: Math.min(unit.minutesLeft, AMBUSH_MINUTES),
  });
  // In a truce men who run into each other turn back; any other orders end at a few yards.
  if (!isTruce(course.scenario, hourOf(course.scenario, course.state)))
    for (const enemy of enemies) springAmbush(course, enemy.id, unit.id, to);
  perceive(course);
  for (const enemy of enemies) noteMeeting(course, card, enemy.id);
  return true;
}

function springAmbush(course: Course, by: UnitId, on: UnitId, from: HexIndex): void {
  const { scenario, state } = course;
  const firer = unitOf(scenario, state, by);
  const mark = unitOf(scenario, state, on);
  if (firer.minutesLeft === 0 || firer.cohesion === 'broken' || mark.men === 0 || typeof mark.at !== 'number') return;
  const volley = volleyAt(
    {
      scenario,
      state,
      firer,
      from,
      target: mark.at,
      minutes: AMBUSH.minutes,
      knownAs: 'current',
      metres: AMBUSH.metres,
    },
    [mark],
  );
  const effect = present(volley.effects[0], 'a volley at one target has one effect');
  happen(course, {
    kind: 'fired',
    unit: by,
    observer: null,
    mode: 'reaction',
    target: mark.at,
    minutes: Math.min(firer.minutesLeft, 2),
    rounds: volley.rounds,
    expectedMen: Math.round(effect.men * 100) / 100,
    factors: effect.factors,
  });
  strike(course, blowOf(effect, by));
}

/** Whoever was bumped into is known to be there, even if it kept quiet. */
function noteMeeting(course: Course, card: UnitCard, enemy: UnitId): void {
  const unit = unitOf(course.scenario, course.state, enemy);
  const known = course.state.contacts[card.side].some(
    (contact) => contact.behind === enemy && contact.view.current && contact.view.hex === unit.at,
  );
  if (!known) meetInCloseCombat(course, card.side, [enemy]);
}

/** At a hexside one sees whether wire stands there, whatever one believed. */
export function findWire(course: Course, card: UnitCard, from: HexIndex, to: HexIndex): Wire | undefined {
  const hexside = hexsideBetween(course.scenario.map.grid, from, to);
  const wire = course.state.wire.find((other) => other.hexside === hexside);
  if (wire !== undefined && wire.believedBy.includes(card.side) !== wire.stands)
    happen(course, { kind: 'wireSeen', side: card.side, hexside, stands: wire.stands });
  return wire?.stands ? wire : undefined;
}

/** Sentries who hear somebody near in the dark put up a flare, if they have one and may give themselves away. */
export function lightUp(course: Course, mover: UnitId): void {
  const { scenario, state } = course;
  const unit = unitOf(scenario, state, mover);
  const sky = skyOf(scenario.clock, state);
  if (typeof unit.at !== 'number' || (sky.light !== 'dark' && sky.light !== 'moon')) return;
  if (lightAt(course, glowsOf(state), unit.at, sky.light) === 'twilight') return;
  const enemy = opponentOf(cardOf(scenario, mover).side);
  const heard = state.contacts[enemy].find(
    (contact) => contact.behind === mover && contact.view.current && contact.view.level === 'suspected',
  );
  if (heard === undefined) return;
  for (const index of indexesOf(scenario, enemy)) {
    const sentry = state.units[index];
    if (sentry === undefined || !canLight(course, sentry, unit.at)) continue;
    happen(course, {
      kind: 'flare',
      unit: sentry.id,
      flare: { hex: unit.at, turn: state.turn, side: enemy },
      minutes: FLARE_MINUTES,
    });
    perceive(course);
    return;
  }
}

/** How far a flare is thrown. [C] */
export const FLARE_METRES = 300;

function canLight(course: Course, sentry: Unit, at: HexIndex): boolean {
  if (typeof sentry.at !== 'number' || !isInAction(sentry) || sentry.cohesion === 'broken') return false;
  if (sentry.flares === 0 || sentry.policy === 'hold' || sentry.minutesLeft < FLARE_MINUTES) return false;
  return nearestMetres(course.scenario.map, sentry.at, at) <= FLARE_METRES;
}
