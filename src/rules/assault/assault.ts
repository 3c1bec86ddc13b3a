/**
 * An assault from beginning to end: wire, final fire, who still goes in, the close combat; who holds the hex after it is
 * aftermath. Several units go together, from as many sides as they stand on and from within a hex already fought over.
 */
import type { HexIndex } from '../../hex/grid.ts';
import { findDirection } from '../../hex/grid.ts';
import { hexsideBetween } from '../../hex/hexside.ts';
import { present } from '../../model/assert.ts';
import type { Minutes } from '../../model/clock.ts';
import type { AssaultOutcome } from '../../model/event.ts';
import type { BattleMap } from '../../model/map.ts';
import type { Knowledge } from '../../model/observation.ts';
import { opponentOf } from '../../model/side.ts';
import type { Unit, UnitCard, UnitId } from '../../model/unit.ts';
import { meetInCloseCombat, perceive } from '../contacts.ts';
import { chanceFor, type Course, happen } from '../course.ts';
import { mapNow } from '../crossing.ts';
import { lookAtCrossings } from '../crossing-sight.ts';
import { resolveReaction } from '../fire/direct.ts';
import { crossCurtain } from '../fire/mission.ts';
import { isInVehicles } from '../fire/armour.ts';
import { minutesToFace } from '../facing.ts';
import { faceTowards } from '../turning.ts';
import { volleyAt } from '../fire/effect.ts';
import { blowOf, hurt, strike } from '../fire/harm.ts';
import { knowledgeOf } from '../knowledge.ts';
import { groundOf } from '../known.ts';
import { skyOf } from '../light.ts';
import { type Point, tenths, valueAt } from '../curve.ts';
import { meetMines, mineMinutes } from '../mines.ts';
import { gaitOf, LEAVE_WORKS_MINUTES, minutesAcross, WIRE_MINUTES } from '../movement.ts';
import { meetArmour } from '../panic.ts';
import { canGallop } from '../rides.ts';
import { cardOf, hexOf, isInAction, isMounted, listUnitsAt, unitOf } from '../roster.ts';
import { chartOf } from '../water/chart.ts';
import { findDepth, whyTooDeep } from '../water/sound.ts';
import { settle } from './aftermath.ts';
import { approachOf, CHARGE_METRES_A_MINUTE, type Leg, surpriseOf } from './approach.ts';
import { burnOut } from './flame.ts';
import { huntVehicles } from './hunters.ts';
import { type Odds, oddsOf } from './odds.ts';

/** Minutes the fight in the hex takes those who go in, by the metres of the hex that has to be gone through. [C] */
export const CLOSE_COMBAT_MINUTES: readonly Point[] = [
  [50, 1.5],
  [100, 3],
  [250, 6],
  [500, 10],
  [1000, 18],
];

/** A fight in trenches one is in already takes so much longer: traverse by traverse. [C] */
export const LODGED_MINUTES = 2.5;

/** The same for a hex of the map. */
export const closeCombatMinutesOn = (map: BattleMap): Minutes => tenths(valueAt(CLOSE_COMBAT_MINUTES, map.hexMetres));

/** Faces of the die of close combat: one in a hundred is told apart. */
const FACES = 100;

/** Minutes a unit needs to go in: the way, the wire it knows of, the fight; the fight alone for one that is in. `undefined` where it cannot cross. */
export function minutesToAssault(
  scenario: Course['scenario'],
  unit: Unit,
  target: HexIndex,
  known: Pick<Knowledge, 'side' | 'wire' | 'crossings' | 'minute' | 'light' | 'weather' | 'soundings'>,
): Minutes | undefined {
  const from = hexOf(unit);
  if (from === target) return tenths(LODGED_MINUTES * closeCombatMinutesOn(scenario.map));
  const direction = findDirection(scenario.map.grid, from, target);
  if (direction === undefined) return undefined;
  const rushing: Unit = { ...unit, posture: 'deployed' };
  const step = minutesAcross(chartOf(scenario.map, known), gaitOf(scenario, rushing, 'normal', known), from, direction);
  const charging = isMounted(cardOf(scenario, unit.id), unit) && canGallop(scenario.map, from, target);
  const way =
    step === undefined || !charging
      ? step
      : Math.min(step, tenths(scenario.map.hexMetres / CHARGE_METRES_A_MINUTE[known.light]));
  if (way === undefined) return undefined;
  const hexside = hexsideBetween(scenario.map.grid, from, target);
  const wire = (known.wire.includes(hexside) ? WIRE_MINUTES : 0) + mineMinutes(known, hexside);
  const leaving = unit.posture === 'dugIn' ? LEAVE_WORKS_MINUTES : 0;
  return tenths(way + wire + leaving + closeCombatMinutesOn(scenario.map));
}

export function resolveAssault(
  course: Course,
  order: { readonly units: readonly UnitId[]; readonly target: HexIndex },
): void {
  closeIn(course, goIn(course, order));
  perceive(course);
}

/** Those who reach the hex, and whether they were expected. */
export interface Closing {
  readonly side: UnitCard['side'];
  readonly going: readonly Unit[];
  readonly target: HexIndex;
  readonly surprise: 'surprised' | 'warned';
  /** Those who came through wire that stood. */
  readonly throughWire: readonly UnitId[];
}

/** The way in: minutes spent, fire from those who see it, final fire, wire; up to the moment of close combat. */
export function goIn(
  course: Course,
  ordered: { readonly units: readonly UnitId[]; readonly target: HexIndex },
): Closing {
  const order = { ...ordered, units: listAble(course, ordered) };
  const { scenario, state } = course;
  if (order.units.length === 0) return comeToNothing(course, ordered);
  const attackers = order.units.map((id) => unitOf(scenario, state, id));
  const first = present(attackers[0], 'an assault by nobody');
  const side = cardOf(scenario, first.id).side;
  const surprise = surpriseOf(scenario, state, attackers, order.target);
  const known = knowledgeOf(scenario, state, side);
  const minutes = attackers.map((unit) => minutesToAssault(scenario, unit, order.target, known) ?? 0);
  happen(course, {
    kind: 'assaulted',
    units: order.units,
    target: order.target,
    minutes,
  });
  perceive(course);
  meetArmour(course, order.units, order.target);
  const outside = order.units.filter((id) => unitOf(scenario, state, id).at !== order.target);
  for (const [place, id] of order.units.entries()) {
    if (!outside.includes(id)) continue;
    const onTheWay = Math.max(0, (minutes[place] ?? 0) - closeCombatMinutesOn(scenario.map));
    crossCurtain(course, id, order.target, onTheWay);
    resolveReaction(course, id, onTheWay);
  }
  for (const id of outside) finalFire(course, id, order.target, surprise);
  for (const id of outside) crossMines(course, id, order.target);
  const throughWire = outside.filter((id) => crossWire(course, id, order.target) === 'cut');
  const stuck = outside.filter((id) => turnsBack(course, id, order.target));
  const going = order.units
    .filter((id) => !stuck.includes(id))
    .map((id) => unitOf(course.scenario, course.state, id))
    .filter(canGoOn);
  meet(course, { side, going, target: order.target });
  const left = going.map((unit) => unitOf(course.scenario, course.state, unit.id)).filter(canGoOn);
  return { side, going: left, target: order.target, surprise, throughWire };
}

const canGoOn = (unit: Unit): boolean => isInAction(unit) && unit.cohesion !== 'broken' && typeof unit.at === 'number';

/** Both sides are upon each other: everybody learns whom he fights, flame plays on the position, men go at vehicles. */
function meet(course: Course, { side, going, target }: Pick<Closing, 'side' | 'going' | 'target'>): void {
  const { scenario, state } = course;
  const attackers = going.map((unit) => unit.id);
  const defenders = listUnitsAt(scenario, state, opponentOf(side), target)
    .filter(isInAction)
    .map((unit) => unit.id);
  if (attackers.length === 0 || defenders.length === 0) return;
  meetInCloseCombat(course, side, defenders);
  meetInCloseCombat(course, opponentOf(side), attackers);
  burnOut(course, { attackers, defenders, hex: target });
  huntVehicles(course, { ones: attackers, others: defenders });
}

/** Whether the river on the way in is too deep, which shows only when one is in it. */
function turnsBack(course: Course, id: UnitId, target: HexIndex): boolean {
  const { scenario, state } = course;
  const unit = unitOf(scenario, state, id);
  if (typeof unit.at !== 'number' || findDirection(scenario.map.grid, unit.at, target) === undefined) return false;
  const { going } = gaitOf(scenario, { ...unit, posture: 'deployed' }, 'normal', skyOf(scenario.clock, state));
  const hexside = whyTooDeep(mapNow(scenario.map, groundOf(scenario, state)), going, unit.at, target);
  if (hexside === undefined) return false;
  happen(course, { kind: 'turnedBack', unit: id, hexside, minutes: 0 });
  findDepth(course, cardOf(scenario, id).side, { of: 'hexside', at: hexside });
  return true;
}

/** Those who can cross what they find on the way, now that they stand before it; the others stay where they are. */
function listAble(
  course: Course,
  { units, target }: { readonly units: readonly UnitId[]; readonly target: HexIndex },
): readonly UnitId[] {
  if (course.state.crossings === undefined) return units;
  return units.filter((id) => {
    lookAtCrossings(course, id);
    const { scenario, state } = course;
    const known = knowledgeOf(scenario, state, cardOf(scenario, id).side);
    if (minutesToAssault(scenario, unitOf(scenario, state, id), target, known) !== undefined) return true;
    happen(course, { kind: 'halted', unit: id, cause: 'noWay' });
    return false;
  });
}

/** An assault that nobody can make. */
function comeToNothing(
  { scenario }: Course,
  { units, target }: { readonly units: readonly UnitId[]; readonly target: HexIndex },
): Closing {
  const { side } = cardOf(scenario, present(units[0], 'an assault by nobody'));
  return { side, going: [], target, surprise: 'warned', throughWire: [] };
}

/** Mines on the way in go off under those who come over them. */
function crossMines(course: Course, id: UnitId, target: HexIndex): void {
  if (course.state.crossings === undefined) return;
  const { at, men, cohesion } = unitOf(course.scenario, course.state, id);
  if (typeof at !== 'number' || men === 0 || cohesion === 'broken') return;
  if (findDirection(course.scenario.map.grid, at, target) !== undefined)
    meetMines(course, id, hexsideBetween(course.scenario.map.grid, at, target));
}

/** Every defender in the hex fires at the one coming in, for as long as it sees it, leg by leg. */
function finalFire(course: Course, attacker: UnitId, target: HexIndex, surprise: 'surprised' | 'warned'): void {
  const mark = unitOf(course.scenario, course.state, attacker);
  if (mark.men === 0 || typeof mark.at !== 'number' || mark.cohesion === 'broken') return;
  let minutes = 0;
  for (const leg of approachOf(course.scenario, course.state, mark, target, surprise)) {
    minutes += leg.minutes;
    for (const { id } of listDefenders(course, attacker, target))
      fireAtLeg(course, { attacker, defender: id, target, leg, minutes });
  }
}

const listDefenders = ({ scenario, state }: Course, attacker: UnitId, target: HexIndex): readonly Unit[] =>
  listUnitsAt(scenario, state, opponentOf(cardOf(scenario, attacker).side), target);

interface LastFire {
  readonly attacker: UnitId;
  readonly defender: UnitId;
  readonly target: HexIndex;
  readonly leg: Leg;
  /** Since the attacker came in sight, to the end of the leg. */
  readonly minutes: Minutes;
}

function fireAtLeg(course: Course, { attacker, defender, target, leg, minutes }: LastFire): void {
  const { scenario } = course;
  const unit = unitOf(scenario, course.state, defender);
  const mark = unitOf(scenario, course.state, attacker);
  if (mark.men === 0 || typeof mark.at !== 'number' || mark.cohesion === 'broken') return;
  if (!isInAction(unit) || unit.cohesion === 'broken') return;
  // Who faces elsewhere is late: only what is left of the way in after turning is under his fire.
  const turning = minutesToFace(scenario, cardOf(scenario, defender), unit, mark.at);
  if (turning >= minutes) return;
  if (turning > 0) faceTowards(course, defender, mark.at, 0);
  const { state } = course;
  const volley = volleyAt(
    {
      scenario,
      state,
      firer: unit,
      from: target,
      target: mark.at,
      minutes: Math.min(leg.minutes, minutes - turning),
      knownAs: 'current',
      metres: Math.max(1, leg.metres),
    },
    [mark],
  );
  const effect = present(volley.effects[0], 'a volley at one target has one effect');
  if (effect.men === 0 && effect.weight === 0) return;
  happen(course, {
    kind: 'fired',
    unit: defender,
    observer: null,
    mode: 'final',
    target: mark.at,
    minutes: 0,
    rounds: volley.rounds,
    expectedMen: Math.round(effect.men * 100) / 100,
    factors: effect.factors,
  });
  strike(course, blowOf(effect, defender));
}

/** Wire on the way is cut; the delay was under fire and is counted there. */
function crossWire(course: Course, id: UnitId, target: HexIndex): 'cut' | 'open' {
  const unit = unitOf(course.scenario, course.state, id);
  if (typeof unit.at !== 'number' || findDirection(course.scenario.map.grid, unit.at, target) === undefined)
    return 'open';
  const hexside = hexsideBetween(course.scenario.map.grid, unit.at, target);
  if (!course.state.wire.some((wire) => wire.stands && wire.hexside === hexside)) return 'open';
  happen(course, { kind: 'wireCut', unit: id, hexside, minutes: 0 });
  return 'cut';
}

function closeIn(course: Course, closing: Closing): void {
  const { scenario } = course;
  const defenders = listUnitsAt(scenario, course.state, opponentOf(closing.side), closing.target).filter(isInAction);
  const odds = oddsOf({
    scenario,
    state: course.state,
    attackers: closing.going,
    hex: closing.target,
    surprise: closing.surprise,
    throughWire: closing.throughWire,
  });
  const attackerIds = closing.going.map((unit) => unit.id);
  const defenderIds = defenders.map((unit) => unit.id);
  // Drawn when everybody knows whom he fights, so that the die stands with the fight in the log.
  const outcome = closing.going.length === 0 ? 'stopped' : defenders.length === 0 ? 'taken' : drawOutcome(course, odds);
  happen(course, {
    kind: 'closeCombat',
    attackers: attackerIds,
    defenders: defenderIds,
    hex: closing.target,
    outcome,
    ratio: odds.ratio,
    factors: odds.factors,
  });
  if (outcome === 'stopped') return;
  const won = outcome === 'taken' || outcome === 'overrun';
  if (defenders.length > 0)
    for (const id of attackerIds) bleed(course, id, odds.attackerLoss(outcome), won ? hurt : strike);
  for (const id of defenderIds) bleed(course, id, odds.defenderLoss(outcome), strike);
  settle(course, { outcome, attackers: attackerIds, defenders: defenderIds, target: closing.target });
}

function drawOutcome(course: Course, odds: Odds): AssaultOutcome {
  const { result, faces } = chanceFor(course, 'both').roll(FACES, 'closeCombat');
  const at = (result + 0.5) / faces;
  let reached = 0;
  for (const outcome of ['overrun', 'taken', 'undecided'] as const) {
    reached += odds.chances[outcome];
    if (at < reached) return outcome;
  }
  return 'repulsed';
}

/** Weight of a close combat, in men for each man in it. [C] */
const CLOSE_COMBAT_WEIGHT = 0.06;

/** Close combat costs every unit in it, and leaves nobody in order; winners are carried on by it. */
function bleed(course: Course, id: UnitId, share: number, suffer: typeof strike): void {
  const unit = unitOf(course.scenario, course.state, id);
  // Crews behind plate suffer with their vehicles, from those who went at them.
  const behindPlate = isInVehicles(cardOf(course.scenario, id), unit);
  suffer(course, {
    unit: id,
    by: null,
    men: behindPlate ? 0 : unit.men * share,
    vehicles: 0,
    weight: unit.men * CLOSE_COMBAT_WEIGHT,
    felt: 1,
  });
}
