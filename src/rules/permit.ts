/**
 * Whether an order may be given, judged by what the side knows and nothing else; the answer names what stands in the
 * way in the order in which a person would mend it. The side's knowledge is all this file can see.
 */
import { findDirection, type HexIndex } from '../hex/grid.ts';
import { hexsideBetween } from '../hex/hexside.ts';
import { unreachable } from '../model/assert.ts';
import type { Knowledge } from '../model/observation.ts';
import type { Order, OrderOf } from '../model/order.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Scenario } from '../model/scenario.ts';
import type { ByBranch, Pace, Unit, UnitCard, UnitId } from '../model/unit.ts';
import { whyNotExit } from './affairs/exits.ts';
import { whyHeldBack } from './affairs/incidents.ts';
import { whyNotAirMission } from './air/flights.ts';
import { closeCombatMinutesOn, minutesToAssault } from './assault/assault.ts';
import { whyNotBoard, whyNotUnload } from './carry.ts';
import { tenths } from './curve.ts';
import { isMotor } from './detection.ts';
import { FLARE_MINUTES, gunMinutes, postureMinutes, RALLY_MINUTES } from './dig.ts';
import { minutesToFace, whyNotTurn } from './facing.ts';
import { whyNotEngineer } from './engineers.ts';
import { canHurtAt } from './fire/effect.ts';
import { whyNotAlong, whyNotFollow } from './formation.ts';
import { whyNotRelieve } from './friction.ts';
import { whyNotMission, whyNotTimetable } from './fire/permit-mission.ts';
import { FLARE_METRES } from './encounter.ts';
import { whyHeld, whyStays } from './march.ts';
import { hasWay, minutesOfStep } from './ways.ts';
import { whyNotAttackYet, whyNotEnter, whyNotFireYet, whyNotLeave, whyNotShell } from './limits.ts';
import { goingOf } from './march-rates.ts';
import { whyNoTime } from './minutes.ts';
import { byUnit } from './own-unit.ts';
import { nearestMetres, rangeMetres } from './range.ts';
import { cardOf, hasGuns, isInAction, weaponOf } from './roster.ts';
import { hasClearSight } from './scene.ts';
import { findSalvage, SALVAGE_MINUTES } from './spoils.ts';
import { whyNotSaddle } from './saddle.ts';
import { findToll, whyNotPass } from './traffic.ts';
import { findThinIce } from './winter.ts';
import { whyNoFuel } from './supply/fuel.ts';
import { whyNotSupply } from './supply/orders.ts';
import { frontageMetres, whyNoRoom } from './stacking.ts';
import { isAfloat, isCraft } from './water/craft.ts';
import { whyNotCross } from './water/cross.ts';
import { whyNotSound } from './water/sound.ts';
import { canBeDug, entrenchmentFor, manHoursAt } from './works.ts';

/** Why the order is refused; nothing when it may be given. */
export function whyNot(scenario: Scenario, knowledge: Knowledge, order: Order): Refusal | undefined {
  if (knowledge.result !== null) return { reason: 'battleOver' };
  if (knowledge.active !== knowledge.side) return { reason: 'notYours' };
  switch (order.kind) {
    case 'move':
      return byUnit(scenario, knowledge, order.unit, (card, unit) =>
        whyNotMove(scenario, knowledge, card, unit, order),
      );
    case 'together':
      return whyNotTogether(scenario, knowledge, order);
    case 'fire':
      return byUnit(scenario, knowledge, order.unit, (card, unit) =>
        whyNotFire(scenario, knowledge, card, unit, order),
      );
    case 'assault':
      return whyNotAssault(scenario, knowledge, order);
    case 'mission':
      return whyNotMission(scenario, knowledge, order);
    case 'timetable':
      return whyNotTimetable(scenario, knowledge, order);
    case 'flare':
      return byUnit(scenario, knowledge, order.unit, (_, unit) => whyNotFlare(scenario, knowledge, unit, order.target));
    case 'dig':
      return byUnit(scenario, knowledge, order.unit, (card, unit) =>
        whyNotDig(scenario, knowledge, card, unit, order.minutes),
      );
    case 'deploy':
      return byUnit(scenario, knowledge, order.unit, (card, unit) =>
        whyNotPosture(scenario, knowledge, card, unit, order.posture),
      );
    case 'guns':
      return byUnit(scenario, knowledge, order.unit, (card, unit) => whyNotGuns(card, unit, order.state));
    case 'turn':
      return byUnit(scenario, knowledge, order.unit, (card, unit) => whyNotTurn(scenario, card, unit, order.facing));
    case 'saddle':
      return byUnit(scenario, knowledge, order.unit, (card, unit) => whyNotSaddle(scenario, card, unit, order.saddle));
    case 'board':
      return byUnit(scenario, knowledge, order.unit, (_, unit) =>
        whyNotBoard(scenario, knowledge, unit, order.carrier),
      );
    case 'unload':
      return byUnit(scenario, knowledge, order.unit, (_, unit) => whyNotUnload(scenario, knowledge, unit, order));
    case 'cross':
      return byUnit(scenario, knowledge, order.unit, (card, unit) =>
        whyNotCross(scenario, knowledge, card, unit, order),
      );
    case 'sound':
      return byUnit(scenario, knowledge, order.unit, (card, unit) =>
        whyNotSound(scenario, knowledge, card, unit, order.to),
      );
    case 'rally':
      return byUnit(scenario, knowledge, order.unit, (_, unit) => whyNotRally(unit));
    case 'engineer':
      return byUnit(scenario, knowledge, order.unit, (card, unit) =>
        whyNotEngineer(scenario, knowledge, { card, unit }, order),
      );
    case 'salvage':
      return byUnit(scenario, knowledge, order.unit, (card, unit) => whyNotSalvage(knowledge, card, unit, order));
    case 'policy':
      return byUnit(scenario, knowledge, order.unit, (_, unit) =>
        unit.policy === order.policy ? { reason: 'already', state: order.policy } : undefined,
      );
    case 'standing':
      return byUnit(scenario, knowledge, order.unit, (card, unit) =>
        whyNotStanding(scenario, knowledge, card, unit, order),
      );
    case 'relieve':
      return byUnit(scenario, knowledge, order.unit, (_, unit) => whyNotRelieve(scenario, unit, knowledge.minute));
    case 'leave':
      return byUnit(scenario, knowledge, order.unit, (card, unit) => whyNotExit(scenario, knowledge, card, unit));
    case 'airMission':
      return whyNotAirMission(scenario, knowledge, order);
    case 'supply':
      return byUnit(scenario, knowledge, order.unit, (_, unit) => whyNotSupply(scenario, knowledge, unit, order));
    case 'endTurn':
      return undefined;
    default:
      return unreachable(order);
  }
}

function whyNotMove(
  scenario: Scenario,
  knowledge: Knowledge,
  card: UnitCard,
  unit: Unit,
  order: OrderOf<'move'>,
): Refusal | undefined {
  const held = whyStays(scenario, knowledge, card, unit);
  if (held !== undefined) return held;
  const dark = whyNoLights(knowledge, card, order.pace);
  if (dark !== undefined) return dark;
  if (order.path.length === 0) return { reason: 'emptyPath' };
  let from = unit.at as HexIndex;
  let minutes = 0;
  for (const [place, to] of order.path.entries()) {
    if (to < 0 || to >= scenario.map.grid.size) return { reason: 'offTheMap' };
    if (findDirection(scenario.map.grid, from, to) === undefined) return { reason: 'notAdjacent' };
    const barred = whyNotEnter(scenario, knowledge, to) ?? whyNotLeave(scenario, knowledge, unit, to);
    if (barred !== undefined) return barred;
    const step = minutesOfStep(scenario, knowledge, {
      unit,
      pace: order.pace,
      from,
      to,
      first: place === 0 ? 'first' : 'later',
    });
    if (step === undefined) return whyNoStep(scenario, knowledge, unit, { from, to });
    minutes = tenths(minutes + step);
    // Only a first step may be begun and paid off later.
    if (place > 0 && minutes > unit.minutesLeft)
      return { reason: 'notEnoughMinutes', minutes, minutesLeft: unit.minutesLeft };
    from = to;
  }
  return (
    whyNoTime(unit, minutes) ??
    whyNoFuel(scenario, unit, order.path) ??
    whyNoRoomAt(scenario, knowledge, card, unit, from)
  );
}

function whyNotTogether(scenario: Scenario, knowledge: Knowledge, order: OrderOf<'together'>): Refusal | undefined {
  const { units, to, pace } = order;
  if (units.length === 0) return { reason: 'noUnits' };
  if (units.some((id, place) => units.indexOf(id) !== place)) return { reason: 'listedTwice' };
  if (to < 0 || to >= scenario.map.grid.size) return { reason: 'offTheMap' };
  const barred = whyNotEnter(scenario, knowledge, to);
  if (barred !== undefined) return barred;
  for (const id of units) {
    const refusal = byUnit(
      scenario,
      knowledge,
      id,
      (card, unit) =>
        whyStays(scenario, knowledge, card, unit) ??
        whyNoLights(knowledge, card, pace) ??
        whyNotLeave(scenario, knowledge, unit, to) ??
        whyNotAlong(scenario, knowledge, unit, { to, pace }),
    );
    if (refusal !== undefined) return refusal;
  }
  const isThere = (id: UnitId): boolean => knowledge.units.some((unit) => unit.id === id && unit.at === to);
  return units.every(isThere) ? { reason: 'emptyPath' } : undefined;
}

/** Why a step cannot be made: others are on the crossing, or the ground itself. */
function whyNoStep(
  scenario: Scenario,
  knowledge: Knowledge,
  unit: Unit,
  ends: { readonly from: HexIndex; readonly to: HexIndex },
): Refusal {
  const toll = findToll(scenario, knowledge, unit, ends);
  const taken = toll === undefined ? undefined : whyNotPass(scenario, knowledge, toll);
  if (taken !== undefined) return taken;
  const { map } = scenario;
  const thin = findThinIce(goingOf(scenario, cardOf(scenario, unit.id), unit), knowledge, {
    feature: map.hexsides.get(hexsideBetween(map.grid, ends.from, ends.to)),
    terrain: map.terrain[ends.to] ?? 'open',
  });
  return thin === undefined ? { reason: 'impassable' } : { reason: 'iceTooThin', ...thin };
}

/** Lights are for motors and the dark. */
const whyNoLights = ({ light }: Knowledge, card: UnitCard, pace: Pace): Refusal | undefined =>
  pace !== 'headlights' || (isMotor(card) && light !== 'day') ? undefined : { reason: 'noLights' };

/** Refusal when the unit would find no room on a hex among its own side. */
export function whyNoRoomAt(
  scenario: Scenario,
  knowledge: Knowledge,
  card: UnitCard,
  unit: Unit,
  hex: HexIndex,
): Refusal | undefined {
  const here = knowledge.units
    .filter((other) => other.at === hex)
    .map((other) => [cardOf(scenario, other.id), other] as const);
  return whyNoRoom(scenario.map, card, unit.posture === 'dugIn' ? { ...unit, posture: 'deployed' } : unit, here);
}

function whyNotFire(
  scenario: Scenario,
  knowledge: Knowledge,
  card: UnitCard,
  unit: Unit,
  order: OrderOf<'fire'>,
): Refusal | undefined {
  const from = unit.at as HexIndex;
  const early = whyNotFireYet(scenario, knowledge) ?? whyHeldBack(scenario, knowledge);
  if (early !== undefined) return early;
  if (!Number.isInteger(order.minutes) || order.minutes < 1) return { reason: 'badMinutes', minutes: order.minutes };
  if (hasGuns(card) && unit.gunState === 'limbered') return { reason: 'limbered' };
  const unseen = whyNoTarget(scenario, knowledge, order.target);
  // Who is in a hex fought over knows friend from foe in it.
  if (unseen !== undefined && !(unseen.reason === 'ownTroopsThere' && isFoughtOver(knowledge, from, order.target)))
    return unseen;
  if (!hasClearSight(scenario.map, knowledge, from, order.target)) return { reason: 'noLineOfSight' };
  const metres = rangeMetres(scenario.map, from, order.target);
  return (
    whyOutOfReach(scenario, card, unit, metres) ??
    shellLimit(scenario, knowledge, card, order.target) ??
    whyFacesAway(scenario, card, unit, order) ??
    whyNoTime(unit, order.minutes)
  );
}

/** Turning takes its part of the minutes of the fire; some must be left. */
function whyFacesAway(scenario: Scenario, card: UnitCard, unit: Unit, order: OrderOf<'fire'>): Refusal | undefined {
  const minutes = minutesToFace(scenario, card, unit, order.target);
  return order.minutes > minutes ? undefined : { reason: 'facesAway', minutes };
}

function whyNoTarget(scenario: Scenario, knowledge: Knowledge, target: HexIndex): Refusal | undefined {
  if (target < 0 || target >= scenario.map.grid.size) return { reason: 'offTheMap' };
  if (knowledge.units.some((own) => own.at === target && isInAction(own))) return { reason: 'ownTroopsThere' };
  return knowledge.contacts.some((contact) => contact.hex === target) ? undefined : { reason: 'nothingThere' };
}

/** Whether the hex is one's own and enemies are in it. */
const isFoughtOver = (knowledge: Knowledge, at: HexIndex, target: HexIndex): boolean =>
  at === target && isKnownHeld(knowledge, target);

const isKnownHeld = (knowledge: Knowledge, hex: HexIndex): boolean =>
  knowledge.contacts.some((contact) => contact.hex === hex && contact.current);

function whyOutOfReach(scenario: Scenario, card: UnitCard, unit: Unit, metres: number): Refusal | undefined {
  if (canHurtAt(scenario, card, unit, metres)) return undefined;
  const served = card.armaments
    .filter((_, type) => (unit.pieces[type] ?? 0) > 0)
    .map((armament) => weaponOf(scenario, armament.weapon));
  if (served.length === 0) return { reason: 'noWeapon' };
  const reachMetres = served.reduce((reach, weapon) => Math.max(reach, weapon.reachMetres), 0);
  if (metres > reachMetres) return { reason: 'outOfRange', metres, reachMetres };
  const minimumMetres = served.reduce((least, weapon) => Math.min(least, weapon.minimumMetres), Infinity);
  return metres < minimumMetres ? { reason: 'tooClose', metres, minimumMetres } : { reason: 'noAmmunition' };
}

/** Shells, not bullets, are what a line on the map is closed to. */
const shellLimit = (scenario: Scenario, knowledge: Knowledge, card: UnitCard, target: HexIndex): Refusal | undefined =>
  hasGuns(card) || card.branch === 'tanks' || isCraft(card) ? whyNotShell(scenario, knowledge, target) : undefined;

/** Whether men of each branch may be told to go in with the bayonet. */
// biome-ignore format: a table
const GOES_IN: ByBranch<boolean> = {
  rifles: true, borderGuards: true, machineGuns: true, antiTank: false, infantryGuns: false, artillery: false,
  tanks: true, cavalry: true, engineers: true, headquarters: false, craft: false,
};

function whyNotAssault(scenario: Scenario, knowledge: Knowledge, order: OrderOf<'assault'>): Refusal | undefined {
  if (order.units.length === 0) return { reason: 'noUnits' };
  if (order.units.some((id, place) => order.units.indexOf(id) !== place)) return { reason: 'listedTwice' };
  const early = whyNotAttackYet(scenario, knowledge) ?? whyHeldBack(scenario, knowledge);
  if (early !== undefined) return early;
  const unseen = whyNoTarget(scenario, knowledge, order.target);
  if (unseen !== undefined && !(unseen.reason === 'ownTroopsThere' && isKnownHeld(knowledge, order.target)))
    return unseen;
  const barred = whyNotEnter(scenario, { ...knowledge, contacts: [] }, order.target);
  if (barred !== undefined) return barred;
  for (const id of order.units) {
    const refusal = byUnit(scenario, knowledge, id, (card, unit) =>
      whyNotGoIn(scenario, knowledge, card, unit, order.target),
    );
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function whyNotGoIn(
  scenario: Scenario,
  knowledge: Knowledge,
  card: UnitCard,
  unit: Unit,
  target: HexIndex,
): Refusal | undefined {
  if (!GOES_IN[card.branch]) return { reason: 'cannotAssault' };
  const held = whyHeld(scenario, knowledge, card, unit);
  if (held !== undefined) return held;
  if (unit.at !== target && findDirection(scenario.map.grid, unit.at as HexIndex, target) === undefined)
    return { reason: 'notAdjacent' };
  const bound = whyNotLeave(scenario, knowledge, unit, target);
  if (bound !== undefined) return bound;
  const minutes = minutesToAssault(scenario, unit, target, knowledge);
  return minutes === undefined ? { reason: 'impassable' } : whyNoTime(unit, minutes);
}

/** Minutes a unit would need to go in; what the screen shows before the order. */
export const assaultMinutes = (scenario: Scenario, knowledge: Knowledge, unit: Unit, target: HexIndex): number =>
  minutesToAssault(scenario, unit, target, knowledge) ?? closeCombatMinutesOn(scenario.map);

function whyNotFlare(scenario: Scenario, knowledge: Knowledge, unit: Unit, target: HexIndex): Refusal | undefined {
  if (unit.flares === 0) return { reason: 'noFlares' };
  if (knowledge.light === 'day' || knowledge.light === 'twilight') return { reason: 'notDark' };
  if (target < 0 || target >= scenario.map.grid.size) return { reason: 'offTheMap' };
  const metres = nearestMetres(scenario.map, unit.at as HexIndex, target);
  return metres > FLARE_METRES
    ? { reason: 'outOfRange', metres, reachMetres: FLARE_METRES }
    : whyNoTime(unit, FLARE_MINUTES);
}

/** Refusal when the unit would need more room in another posture than its hex has left. */
function whyNoRoomAs(
  scenario: Scenario,
  knowledge: Knowledge,
  card: UnitCard,
  unit: Unit,
  posture: Unit['posture'],
): Refusal | undefined {
  if (frontageMetres(card, { ...unit, posture }) <= frontageMetres(card, unit)) return undefined;
  const here = knowledge.units
    .filter((other) => other.at === unit.at)
    .map((other) => [cardOf(scenario, other.id), other] as const);
  return whyNoRoom(scenario.map, card, { ...unit, posture }, here);
}

function whyNotDig(
  scenario: Scenario,
  knowledge: Knowledge,
  card: UnitCard,
  unit: Unit,
  minutes: number,
): Refusal | undefined {
  if (!Number.isInteger(minutes) || minutes < 1) return { reason: 'badMinutes', minutes };
  if (card.branch === 'tanks' || !canBeDug(scenario.map.terrain[unit.at as HexIndex] ?? 'deepWater'))
    return { reason: 'cannotDig' };
  return whyNoTime(unit, minutes) ?? whyNoRoomAs(scenario, knowledge, card, unit, 'dugIn');
}

function whyNotPosture(
  scenario: Scenario,
  knowledge: Knowledge,
  card: UnitCard,
  unit: Unit,
  posture: Unit['posture'],
): Refusal | undefined {
  // A vessel is always ready for both.
  if (unit.posture === posture || isAfloat(card, unit)) return { reason: 'already', state: unit.posture };
  if (posture === 'dugIn') {
    if (card.branch === 'tanks') return { reason: 'cannotDig' };
    if (entrenchmentFor(manHoursAt(knowledge.works, unit.at as HexIndex), unit.men) === 'halted')
      return { reason: 'noWorks' };
  }
  return (
    whyNoTime(unit, postureMinutes(scenario, card, unit, posture)) ??
    whyNoRoomAs(scenario, knowledge, card, unit, posture)
  );
}

function whyNotGuns(card: UnitCard, unit: Unit, state: Unit['gunState']): Refusal | undefined {
  if (!hasGuns(card)) return { reason: 'noGuns' };
  return unit.gunState === state ? { reason: 'already', state } : whyNoTime(unit, gunMinutes(card));
}

function whyNotRally(unit: Unit): Refusal | undefined {
  if (unit.cohesion === 'steady' && unit.suppression === 0) return { reason: 'already', state: 'steady' };
  return whyNoTime(unit, RALLY_MINUTES);
}

function whyNotSalvage(
  knowledge: Knowledge,
  card: UnitCard,
  unit: Unit,
  { task }: OrderOf<'salvage'>,
): Refusal | undefined {
  if (findSalvage(knowledge, card, unit, task) === undefined) return { reason: 'noSalvage' };
  if (isKnownHeld(knowledge, unit.at as HexIndex)) return { reason: 'foughtOver' };
  return whyNoTime(unit, SALVAGE_MINUTES[task]);
}

function whyNotStanding(
  scenario: Scenario,
  knowledge: Knowledge,
  card: UnitCard,
  unit: Unit,
  order: OrderOf<'standing'>,
): Refusal | undefined {
  if (order.standing === null || order.standing.kind === 'hold') return undefined;
  if (order.standing.kind === 'follow') return whyNotFollow(knowledge, unit, order.standing.leader);
  if (order.standing.kind === 'dig')
    return card.branch === 'tanks' || !canBeDug(scenario.map.terrain[unit.at as HexIndex] ?? 'deepWater')
      ? { reason: 'cannotDig' }
      : undefined;
  if (order.standing.kind === 'work')
    return whyNotEngineer(scenario, knowledge, { card, unit }, { ...order.standing, kind: 'engineer', unit: unit.id });
  const { to, pace } = order.standing;
  const dark = whyNoLights(knowledge, card, pace);
  if (dark !== undefined) return dark;
  // A march may be ordered before the hour of release: it begins then.
  const held = whyStays(scenario, knowledge, card, unit);
  if (held !== undefined && held.reason !== 'notBefore' && held.reason !== 'notReleased') return held;
  if (to < 0 || to >= scenario.map.grid.size) return { reason: 'offTheMap' };
  const barred = whyNotEnter(scenario, knowledge, to) ?? whyNotLeave(scenario, knowledge, unit, to);
  if (barred !== undefined) return barred;
  if (to === unit.at) return { reason: 'emptyPath' };
  return hasWay(scenario, knowledge, unit, to, pace) ? undefined : { reason: 'noWay' };
}
