/** Direct fire at a hex: the firer's own order, return fire by those it hits, bursts in the enemy's turn. */
import { isWithinHexes } from '../../hex/distance.ts';
import type { HexIndex } from '../../hex/grid.ts';
import { present } from '../../model/assert.ts';
import type { Minutes } from '../../model/clock.ts';
import type { Contact } from '../../model/contact.ts';
import type { FireMode } from '../../model/event.ts';
import { opponentOf, type Side } from '../../model/side.ts';
import type { BattleState } from '../../model/state.ts';
import type { ByFirePolicy, Unit, UnitId } from '../../model/unit.ts';
import { perceive } from '../contacts.ts';
import { type Course, findPosts, happen } from '../course.ts';
import { tenths } from '../curve.ts';
import { hourOf, isTruce, mayOpenFire } from '../limits.ts';
import { cardOf, hasGuns, hexOf, indexesOf, isInAction, listUnitsAt, unitOf, weaponOf } from '../roster.ts';
import { rangeMetres } from '../range.ts';
import { hasClearSight } from '../scene.ts';
import { findVessel, holesOfRound, isPlated } from '../water/craft.ts';
import { minutesToFace } from '../facing.ts';
import { faceTowards } from '../turning.ts';
import { hasAgainst } from './antitank.ts';
import { isInVehicles, vehiclesOf } from './armour.ts';
import { canHurtAt, volleyAt } from './effect.ts';
import type { KnownAs } from './shot.ts';
import { blowOf, strike } from './harm.ts';
import { placeFirer } from './location.ts';

/** Suppression beyond which a unit does not fire unbidden. [C] */
export const SILENCED = 0.8;

/** Of the time a march or another's fire takes, the part in which those who answer find a mark. [C] */
export const ANSWERED_SHARE = 0.5;

/** Whoever has less time than this left does not open fire. [C] */
const LEAST_BURST_MINUTES = 0.5;

/** How far a unit fires unbidden. `free` has no limit but its weapons and good sense. [C] */
export const POLICY_METRES: ByFirePolicy<number> = { free: 800, close: 300, hold: 0 };

const FARTHEST_UNBIDDEN_METRES = Math.max(...Object.values(POLICY_METRES));

export interface DirectFire {
  readonly firer: UnitId;
  readonly target: HexIndex;
  readonly minutes: Minutes;
  readonly mode: FireMode;
  readonly metres?: number;
}

/** Fires and strikes whoever is there. What fired becomes visible to all who look that way. */
function fireAt(course: Course, fire: DirectFire): void {
  const { scenario, state } = course;
  const firer = unitOf(scenario, state, fire.firer);
  const side = cardOf(scenario, fire.firer).side;
  const targets = listUnitsAt(scenario, state, opponentOf(side), fire.target).filter(isInAction);
  const shot = {
    scenario,
    state,
    firer,
    from: hexOf(firer),
    target: fire.target,
    minutes: fire.minutes,
    knownAs: knownAsAt(state.contacts[side], fire.target),
    ...(fire.metres === undefined ? {} : { metres: fire.metres }),
  };
  const volley = volleyAt(shot, targets);
  happen(course, {
    kind: 'fired',
    unit: fire.firer,
    observer: null,
    mode: fire.mode,
    target: fire.target,
    minutes: fire.minutes,
    rounds: volley.rounds,
    expectedMen: round2(volley.effects.reduce((sum, effect) => sum + effect.men, 0)),
    factors: volley.effects[0]?.factors ?? volley.own,
  });
  for (const effect of volley.effects) strike(course, blowOf(effect, fire.firer));
}

const round2 = (value: number): number => Math.round(value * 100) / 100;

/** How well a side knows what is in a hex: the best of its contacts there. */
export function knownAsAt(contacts: readonly Contact[], hex: HexIndex): KnownAs {
  let known: KnownAs = 'suspected';
  for (const { view } of contacts) {
    if (view.hex !== hex || view.level === 'suspected') continue;
    if (view.current) return 'current';
    known = 'remembered';
  }
  return known;
}

/** An ordered fire: the volley, what it gives away, and the answer of those fired at. */
export function resolveFire(
  course: Course,
  order: { readonly unit: UnitId; readonly target: HexIndex; readonly minutes: Minutes },
): void {
  const side = cardOf(course.scenario, order.unit).side;
  const shotAt = listUnitsAt(course.scenario, course.state, opponentOf(side), order.target).map((unit) => unit.id);
  const turning = turningOf(course, order.unit, order.target);
  if (turning > 0) faceTowards(course, order.unit, order.target, turning);
  fireAt(course, {
    firer: order.unit,
    target: order.target,
    minutes: tenths(order.minutes - turning),
    mode: 'direct',
  });
  perceive(course);
  placeFirer(course, order.unit, order.minutes);
  for (const id of shotAt) {
    const from = unitOf(course.scenario, course.state, order.unit);
    if (typeof from.at === 'number' && from.men > 0)
      react(course, unitOf(course.scenario, course.state, id), {
        at: from,
        mode: 'return',
        minutes: ANSWERED_SHARE * order.minutes,
      });
  }
}

/** Units of the other side that see `mover` fire at it out of the minutes they kept, while it is on the move for `minutes`. */
export function resolveReaction(course: Course, mover: UnitId, minutes: Minutes): void {
  const side = opponentOf(cardOf(course.scenario, mover).side);
  const { grid } = course.scenario.map;
  const reachHexes = FARTHEST_UNBIDDEN_METRES / course.scenario.map.hexMetres;
  let target = unitOf(course.scenario, course.state, mover);
  let judged: BattleState | undefined;
  let posts: ReturnType<typeof findPosts>;
  for (const index of indexesOf(course.scenario, side)) {
    if (course.state !== judged) {
      target = unitOf(course.scenario, course.state, mover);
      if (target.men === 0 || typeof target.at !== 'number' || target.cohesion === 'broken') return;
      if (!isInView(course, side, target)) return;
      judged = course.state;
      posts = findPosts(course);
    }
    const post = posts?.[index];
    if (post !== undefined && (post < 0 || !isWithinHexes(grid, post, hexOf(target), reachHexes))) continue;
    const unit = present(course.state.units[index], 'a unit for each card');
    react(course, unit, { at: target, mode: 'reaction', minutes: ANSWERED_SHARE * minutes });
  }
}

/** Minutes a unit must turn before it can fire at a hex. */
const turningOf = ({ scenario, state }: Course, id: UnitId, target: HexIndex): Minutes =>
  minutesToFace(scenario, cardOf(scenario, id), unitOf(scenario, state, id), target);

interface Answer {
  readonly at: Unit;
  readonly mode: 'return' | 'reaction';
  readonly minutes: Minutes;
}

function react(course: Course, unit: Unit, answer: Answer): void {
  if (!canReact(course, unit, answer.at) || !isFreeTo(course, unit, answer.mode)) return;
  const turning = turningOf(course, unit.id, hexOf(answer.at));
  const minutes = tenths(Math.min(unit.minutesLeft, Math.max(LEAST_BURST_MINUTES, answer.minutes)) - turning);
  if (minutes < LEAST_BURST_MINUTES) return;
  if (turning > 0) faceTowards(course, unit.id, hexOf(answer.at), turning);
  fireAt(course, { firer: unit.id, target: hexOf(answer.at), minutes, mode: answer.mode });
  perceive(course);
  placeFirer(course, unit.id, minutes);
}

/** Not in a truce, and unbidden not while orders forbid to open fire. */
function isFreeTo({ scenario, state }: Course, unit: Unit, mode: Answer['mode']): boolean {
  const hour = hourOf(scenario, state);
  if (isTruce(scenario, hour)) return false;
  return mode === 'return' || mayOpenFire(scenario, cardOf(scenario, unit.id).side, hour);
}

/** Minutes kept, in hand, allowed by its policy, seeing the target and able to hurt it. */
function canReact(course: Pick<Course, 'scenario' | 'state'>, unit: Unit, target: Unit): boolean {
  const { scenario, state } = course;
  if (typeof unit.at !== 'number' || typeof target.at !== 'number' || !isInAction(unit)) return false;
  if (unit.hull?.sinking === true) return false;
  if (unit.minutesLeft < LEAST_BURST_MINUTES || unit.cohesion === 'broken' || unit.suppression > SILENCED) return false;
  const metres = rangeMetres(scenario.map, unit.at, target.at);
  if (metres > POLICY_METRES[unit.policy]) return false;
  const card = cardOf(scenario, unit.id);
  if (hasGuns(card) && unit.gunState !== 'inBattery') return false;
  // Nobody fires from outside into a hex where his own are. What takes longest to find out is asked last.
  return (
    hasClearSight(scenario.map, state, unit.at, target.at) &&
    canHurtTarget(course, unit, target, metres) &&
    (unit.at === target.at || !listUnitsAt(scenario, state, card.side, target.at).some(isInAction)) &&
    isInView(course, card.side, target)
  );
}

const isInView = ({ state }: Pick<Course, 'state'>, side: Side, target: Unit): boolean =>
  state.contacts[side].some(({ behind, view }) => behind === target.id && view.current && view.level !== 'suspected');

/** Rifles do not fire at tanks and plated vessels. */
function canHurtTarget(course: Pick<Course, 'scenario'>, unit: Unit, target: Unit, metres: number): boolean {
  const { scenario } = course;
  const card = cardOf(scenario, unit.id);
  if (!canHurtAt(scenario, card, unit, metres)) return false;
  const targetCard = cardOf(scenario, target.id);
  const vessel = findVessel(scenario, targetCard, target);
  if (vessel !== undefined && isPlated(vessel))
    return card.armaments.some(
      (armament, type) =>
        (unit.pieces[type] ?? 0) > 0 && holesOfRound(vessel, weaponOf(scenario, armament.weapon), metres) > 0,
    );
  return (
    !isInVehicles(targetCard, target) ||
    hasAgainst(scenario, { card, unit }, vehiclesOf(scenario, targetCard, target), metres)
  );
}
