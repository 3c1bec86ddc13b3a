/** The beginning and end of a side's turn: standing orders, arrivals, minutes, fading suppression, rallies, the end. */
import type { Deployment } from '../model/scenario.ts';
import { opponentOf, type Side } from '../model/side.ts';
import type { Unit, UnitCard } from '../model/unit.ts';
import { resolveSorties } from './air/sortie.ts';
import { countTurnsHeld } from './affairs/clauses.ts';
import { runEvents } from './affairs/events.ts';
import { noteTrespass } from './affairs/incidents.ts';
import { breakDown, mend } from './breakdown.ts';
import { frostbittenMen } from './cold.ts';
import { commandOf, shareUnder } from './command.ts';
import { giveUp, rout, tryRally } from './cohesion.ts';
import { perceive } from './contacts.ts';
import { chanceFor, type Course, happen } from './course.ts';
import { tenths } from './curve.ts';
import { resolveDig } from './dig.ts';
import { resolveStandingWork } from './engineers.ts';
import { hasDoctrine } from './doctrine.ts';
import { fatigueAfter, fatigueOf, vigourOf } from './fatigue.ts';
import { resolveFollow } from './formation.ts';
import { lateShareOf, loseOrders, settleLateness } from './friction.ts';
import { resolveCalls } from './fire/mission.ts';
import { firePlanned } from './fire/timetable.ts';
import { mendBreeches } from './fire/wear.ts';
import { fadedOver } from './hazard.ts';
import { waysHome } from './isolation.ts';
import { isLeaderless, LEADERLESS, succeed } from './leader.ts';
import { minuteOf, skyOf, turnMinutesOf } from './light.ts';
import { resolveStandingMove } from './march.ts';
import { payOff } from './minutes.ts';
import { resultOf, updateObjectives } from './objectives.ts';
import { cardOf, isInAction, listUnitsAt, unitOf } from './roster.ts';
import { sendPrisonersOff } from './spoils.ts';
import { whyNoRoom } from './stacking.ts';
import { settleCraft } from './water/adrift.ts';
import { isAfloat } from './water/craft.ts';
import { settleSupply } from './supply/delivery.ts';
import { updateDepots } from './supply/depots.ts';
import { tryGiveUp } from './supply/pocket.ts';

/** Suppression fades by half in this many minutes. Source: scenarios/sources.md 6 [C]. */
export const HALF_SUPPRESSION_MINUTES = 20;

/** Share of the turn's minutes that a unit not in hand can use. [C] */
export const COHESION_MINUTES = { steady: 1, shaken: 0.7, broken: 0, surrendered: 0 } as const;

/** Share of the turn that full suppression costs; suppression so slight that it is forgotten. [C] */
export const PINNED_SHARE = 0.5;
const FORGOTTEN = 0.02;

/** The opening: both sides make ready, the side to move first begins. */
export function openBattle(course: Course): void {
  const [first, second] = course.scenario.order;
  loseOrders(course);
  for (const side of [second, first]) readySide(course, side);
  happen(course, { kind: 'turnStarted', side: first, turn: 1 });
  runEvents(course);
  perceive(course);
  firePlanned(course, first);
  updateObjectives(course);
}

/** The active side is done: its standing orders run, the turn passes, and the other side makes ready. */
export function resolveEndTurn(course: Course): void {
  const side = course.state.active;
  const { turn } = course.state;
  runStandingOrders(course, side);
  breakDown(course, side);
  sendPrisonersOff(course, side);
  happen(course, { kind: 'turnEnded', side, turn });
  perceive(course);
  updateObjectives(course);
  updateDepots(course);
  noteTrespass(course, side);
  countTurnsHeld(course, side);
  const isLast = side === course.scenario.order[1];
  if (isLast && turn === course.scenario.clock.turns) {
    happen(course, { kind: 'battleEnded', result: resultOf(course.scenario, course.state) });
    return;
  }
  happen(course, { kind: 'turnStarted', side: opponentOf(side), turn: isLast ? turn + 1 : turn });
  runEvents(course);
  if (course.state.result !== null) return;
  arrive(course);
  readySide(course, opponentOf(side));
  resolveCalls(course, opponentOf(side));
  resolveSorties(course, opponentOf(side));
  firePlanned(course, opponentOf(side));
  perceive(course);
  updateObjectives(course);
}

/** Who digs on keeps this share of its turn for firing. [C] */
export const KEPT_SHARE = 0.2;

function runStandingOrders(course: Course, side: Side): void {
  for (const [index, card] of course.scenario.cards.entries()) {
    const unit = course.state.units[index];
    if (card.side !== side || unit?.standing === undefined || !isInAction(unit) || unit.cohesion === 'broken') continue;
    if (unit.standing.kind === 'goTo') resolveStandingMove(course, unit.id);
    if (unit.standing.kind === 'follow') resolveFollow(course, unit.id);
    if (unit.standing.kind === 'work') resolveStandingWork(course, unit.id);
    const minutes = tenths(unit.minutesLeft - KEPT_SHARE * turnMinutesOf(course.scenario.clock, course.state.turn));
    if (unit.standing.kind === 'dig' && minutes > 0) resolveDig(course, { unit: unit.id, minutes });
  }
}

/** Reinforcements that are due enter on the first of their hexes that is free of the enemy and has room. */
function arrive(course: Course): void {
  const { scenario } = course;
  for (const deployment of scenario.deployments) {
    const unit = unitOf(scenario, course.state, deployment.unit);
    const card = cardOf(scenario, deployment.unit);
    if (unit.at !== 'toArrive' || deployment.arrival === undefined || card.side !== course.state.active) continue;
    if (!isDue(course, deployment)) continue;
    const hex = deployment.arrival.hexes.find((candidate) => isFree(course, card, unit, candidate));
    if (hex !== undefined) happen(course, { kind: 'arrived', unit: unit.id, hex });
  }
}

/** Its turn has come, or an event has called it. */
const isDue = ({ state }: Course, { unit, arrival }: Deployment): boolean =>
  (arrival?.turn !== undefined && state.turn >= arrival.turn) || (state.affairs?.called.includes(unit) ?? false);

function isFree(course: Course, card: UnitCard, unit: Unit, hex: number): boolean {
  const { scenario, state } = course;
  if (listUnitsAt(scenario, state, opponentOf(card.side), hex).length > 0) return false;
  const here = listUnitsAt(scenario, state, card.side, hex).map(
    (other) => [cardOf(scenario, other.id), other] as const,
  );
  return whyNoRoom(scenario.map, card, unit, here) === undefined;
}

/** Minutes for everybody; suppression fades; the shaken try to rally; the broken keep running from an enemy at hand. */
function readySide(course: Course, side: Side): void {
  const late = settleLateness(course, side);
  lookHome(course, side);
  settleSupply(course, side);
  for (const [index, card] of course.scenario.cards.entries()) {
    if (card.side !== side) continue;
    freeze(course, card);
    mend(course, card);
    succeed(course, card.id);
    mendBreeches(course, card.id);
    const unit = course.state.units[index];
    if (unit === undefined || !isInAction(unit)) continue;
    ready(course, card, unit, lateShareOf(course.scenario, late, card));
    tryRally(course, unit.id, turnMinutesOf(course.scenario.clock, course.state.turn));
    const rallied = unitOf(course.scenario, course.state, unit.id);
    if (rallied.cohesion === 'broken' && typeof rallied.at === 'number' && isChased(course, card, rallied.at)) {
      if (rallied.cutOffMinute !== undefined && !hasDoctrine(card, 'noRetreat')) giveUp(course, unit.id);
      else rout(course, unit.id);
    }
    tryGiveUp(course, card, unit.id);
    surprise(course, card);
    settleCraft(course, card);
  }
}

/** Who is newly cut off, and who has a way home again. */
function lookHome(course: Course, side: Side): void {
  const { scenario } = course;
  const home = waysHome(scenario, course.state, side);
  const minute = minuteOf(scenario.clock, course.state.turn);
  for (const [index, card] of scenario.cards.entries()) {
    const unit = course.state.units[index];
    if (card.side !== side || typeof unit?.at !== 'number' || !isInAction(unit)) continue;
    // Water is a vessel's way home.
    const isCut = home[unit.at] === 0 && !isAfloat(card, unit);
    if (isCut !== (unit.cutOffMinute !== undefined))
      happen(course, { kind: 'cutOff', unit: unit.id, sinceMinute: isCut ? minute : null });
  }
}

/** What the frost has taken of the unit since its last turn began. */
function freeze(course: Course, card: UnitCard): void {
  const { scenario, state } = course;
  if (state.turn === 1) return;
  const unit = unitOf(scenario, state, card.id);
  const minutes = turnMinutesOf(scenario.clock, state.turn - 1);
  const bitten = frostbittenMen(scenario.map, unit, skyOf(scenario.clock, state), minutes);
  if (bitten === 0 || !isInAction(unit)) return;
  const men = Math.min(unit.men, chanceFor(course, card.id).whole(bitten, 'frost'));
  if (men > 0) happen(course, { kind: 'frostbitten', unit: card.id, men });
}

function ready(course: Course, card: UnitCard, unit: Unit, lateShare: number): void {
  const { scenario, state } = course;
  const turnMinutes = turnMinutesOf(scenario.clock, state.turn);
  const faded = fadedOver(unit.suppression, HALF_SUPPRESSION_MINUTES, turnMinutes);
  const fatigue = tiredBy(course, card, unit);
  const command = commandOf(scenario, state.units, card, unit, minuteOf(scenario.clock, state.turn));
  const led = isLeaderless(unit) ? LEADERLESS.minutes : 1;
  const given = tenths(
    turnMinutes *
      shareUnder(command) *
      lateShare *
      led *
      vigourOf({ ...unit, fatigue }) *
      COHESION_MINUTES[unit.cohesion] *
      (1 - PINNED_SHARE * faded),
  );
  const { minutes, owed } = payOff(unit, given);
  happen(course, {
    kind: 'readied',
    unit: unit.id,
    minutes,
    owed,
    suppression: faded < FORGOTTEN ? 0 : faded,
    activity: 'still',
    ...(fatigue > 0 ? { fatigue } : {}),
  });
}

/** Fatigue after the turn that lies behind the unit; what it is to pay off is work still being done. */
function tiredBy({ scenario, state }: Course, card: UnitCard, unit: Unit): number {
  const before = fatigueOf(unit);
  // Nothing lies behind it yet, or it is relieved beyond the map.
  if (state.turn === 1 || typeof unit.at !== 'number') return before;
  return fatigueAfter(before, {
    mobility: card.mobility,
    activity: unit.activity,
    workedMinutes: unit.minutesGiven - unit.minutesLeft + (unit.owedMinutes ?? 0),
    turnMinutes: turnMinutesOf(scenario.clock, state.turn - 1),
    suppression: unit.suppression,
    sky: skyOf(scenario.clock, state),
  });
}

const isChased = (course: Course, card: UnitCard, at: number): boolean =>
  course.state.contacts[card.side].some((contact) => contact.view.current && nearHex(course, contact.view.hex, at));

function nearHex(course: Course, a: number, b: number): boolean {
  const { neighbours } = course.scenario.map.grid;
  for (let direction = 0; direction < 6; direction++) if (neighbours[6 * b + direction] === a) return true;
  return a === b;
}

/** A side taken by surprise: some of its units are not at their posts this turn. */
function surprise(course: Course, card: UnitCard): void {
  for (const clause of course.scenario.surprises) {
    if (clause.side !== card.side || course.state.turn > clause.turns) continue;
    if (chanceFor(course, card.id).happens(clause.chance, 'surprise'))
      happen(course, { kind: 'surprised', unit: card.id });
  }
}
