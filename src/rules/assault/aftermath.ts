/**
 * What comes after close combat: the beaten leave the hex and are fired at, winners occupy it, and where the fight was not
 * decided both sides are in the position and fight on in the turns that follow.
 */
import type { HexIndex } from '../../hex/grid.ts';
import { present } from '../../model/assert.ts';
import type { AssaultOutcome } from '../../model/event.ts';
import type { Unit, UnitId } from '../../model/unit.ts';
import { giveUp, retreat, rout, testCohesion } from '../cohesion.ts';
import { lightAt } from '../contacts.ts';
import { chanceFor, type Course, happen } from '../course.ts';
import { noticedMetres } from '../detection.ts';
import { canHurtAt, volleyAt } from '../fire/effect.ts';
import { blowOf, hurt } from '../fire/harm.ts';
import { skyOf } from '../light.ts';
import { findWorksIn } from '../encounter.ts';
import { cardOf, hexOf, isInAction, listUnitsAt, unitOf } from '../roster.ts';
import { glowsOf, sceneOf } from '../scene.ts';
import { leaveWeapons } from '../spoils.ts';
import { whyNoRoom } from '../stacking.ts';

export interface Settlement {
  readonly outcome: AssaultOutcome;
  readonly attackers: readonly UnitId[];
  readonly defenders: readonly UnitId[];
  readonly target: HexIndex;
}

/** What comes after the fight: whoever won is in the hex; where nobody did, both are. */
export function settle(course: Course, settlement: Settlement): void {
  const { outcome, target } = settlement;
  if (outcome === 'repulsed') {
    for (const id of settlement.attackers) {
      // Who broke in the fight is running already.
      if (unitOf(course.scenario, course.state, id).cohesion !== 'broken')
        testCohesion(course, id, { lossShare: REPULSED_SHARE, pinned: 0 });
    }
    return;
  }
  if (outcome !== 'undecided') {
    pursue(course, settlement);
    for (const id of settlement.defenders) driveOut(course, id, settlement);
  }
  advance(course, settlement.attackers, target);
}

/** Whoever still stands in the hex leaves it: in hand if it was taken, running or captured if it was overrun. */
function driveOut(course: Course, id: UnitId, { target, outcome, attackers }: Settlement): void {
  let unit = unitOf(course.scenario, course.state, id);
  // Who broke in the fight, or fell to the last man, leaves his weapons all the same.
  leaveWeapons(
    course,
    id,
    target,
    unit.men === 0 ? 'lost' : outcome === 'overrun' || unit.at !== target ? 'overrun' : 'driven',
  );
  if (unit.at !== target || unit.men === 0) return;
  if (outcome === 'overrun') {
    const taken = Math.min(unit.men, chanceFor(course, id).whole(unit.men * OVERRUN_CAPTURED_SHARE, 'captured'));
    const by = findGuard(course, attackers);
    if (taken > 0) happen(course, { kind: 'captured', unit: id, men: taken, by, hex: target });
    unit = unitOf(course.scenario, course.state, id);
    if (unit.men === 0) return;
    if (unit.cohesion !== 'broken')
      happen(course, { kind: 'cohesion', unit: id, from: unit.cohesion, to: 'broken', chance: 1 });
    rout(course, id);
  } else {
    if (unit.cohesion === 'steady')
      happen(course, { kind: 'cohesion', unit: id, from: 'steady', to: 'shaken', chance: 1 });
    retreat(course, id);
  }
  const left = unitOf(course.scenario, course.state, id);
  if (left.at === target && left.men > 0) giveUp(course, id);
}

/** Of the winners the strongest watches the prisoners. */
function findGuard({ scenario, state }: Course, attackers: readonly UnitId[]): UnitId | null {
  let guard: Unit | undefined;
  for (const id of attackers) {
    const unit = unitOf(scenario, state, id);
    if (isInAction(unit) && unit.cohesion !== 'broken' && unit.men > (guard?.men ?? 0)) guard = unit;
  }
  return guard?.id ?? null;
}

/** Being thrown back weighs on a unit like losing this share of its men. [C] */
export const REPULSED_SHARE = 0.1;

/** Of a position overrun, those who do not get away. [C] */
export const OVERRUN_CAPTURED_SHARE = 0.25;

/** Winners occupy the hex, and who has won a part of it clings to that: strongest first, as many as find room. */
function advance(course: Course, attackers: readonly UnitId[], target: HexIndex): void {
  const ordered = attackers
    .map((id, place) => ({ unit: unitOf(course.scenario, course.state, id), place }))
    .sort((a, b) => b.unit.men - a.unit.men || a.place - b.place);
  for (const { unit } of ordered) {
    const { scenario, state } = course;
    if (!isInAction(unit) || typeof unit.at !== 'number' || unit.cohesion === 'broken' || unit.at === target) continue;
    const card = cardOf(scenario, unit.id);
    const here = listUnitsAt(scenario, state, card.side, target).map(
      (other) => [cardOf(scenario, other.id), other] as const,
    );
    if (whyNoRoom(scenario.map, card, { ...unit, posture: 'deployed' }, here) !== undefined) continue;
    happen(course, { kind: 'moved', unit: unit.id, from: unit.at, to: target, minutes: 0, pace: 'normal' });
    findWorksIn(course, card, target);
  }
}

/** Winners fire so long at the backs of those who leave the hex, at this distance at least. [C] */
export const PURSUIT = { minutes: 1, metres: 80 };

/** The backs of the beaten as they get up to go, as far as they are seen: by night they are gone in a moment. */
function pursue(course: Course, { attackers, defenders, target }: Settlement): void {
  const { scenario } = course;
  for (const id of defenders) {
    const beaten = unitOf(scenario, course.state, id);
    if (beaten.at !== target || !isInAction(beaten)) continue;
    const fleeing: Unit = { ...beaten, activity: 'moving', pace: 'normal', posture: 'deployed' };
    const first = attackers
      .map((attacker) => unitOf(scenario, course.state, attacker))
      .find((unit) => isInAction(unit) && unit.cohesion !== 'broken' && canPursue(course, unit, fleeing));
    if (first !== undefined) fireAtBacks(course, first, fleeing);
  }
}

function canPursue({ scenario, state }: Course, unit: Unit, fleeing: Unit): boolean {
  if (typeof unit.at !== 'number') return false;
  const at = hexOf(fleeing);
  const sky = skyOf(scenario.clock, state);
  const light = lightAt({ scenario }, glowsOf(state), at, sky.light);
  const scene = sceneOf(scenario, state, { hex: at, light, sky });
  const seen = noticedMetres(scenario, cardOf(scenario, fleeing.id), fleeing, scene);
  return seen >= PURSUIT.metres && canHurtAt(scenario, cardOf(scenario, unit.id), unit, PURSUIT.metres);
}

function fireAtBacks(course: Course, unit: Unit, fleeing: Unit): void {
  const { scenario, state } = course;
  const shot = {
    scenario,
    state,
    firer: unit,
    from: hexOf(unit),
    target: hexOf(fleeing),
    minutes: PURSUIT.minutes,
    knownAs: 'current',
    metres: PURSUIT.metres,
  } as const;
  const volley = volleyAt(shot, [fleeing]);
  const effect = present(volley.effects[0], 'a volley at one target has one effect');
  if (effect.men === 0 && effect.weight === 0) return;
  happen(course, {
    kind: 'fired',
    unit: unit.id,
    observer: null,
    mode: 'pursuit',
    target: shot.target,
    minutes: 0,
    rounds: volley.rounds,
    expectedMen: Math.round(effect.men * 100) / 100,
    factors: effect.factors,
  });
  hurt(course, blowOf(effect, unit.id));
}
