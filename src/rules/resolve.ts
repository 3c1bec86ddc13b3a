/** Carries out an order that may be given: each kind goes to its subject, then objectives are brought up to date. */
import { unreachable } from '../model/assert.ts';
import type { Chance } from '../model/chance.ts';
import type { BattleEvent, EventKind } from '../model/event.ts';
import type { Order } from '../model/order.ts';
import type { Scenario } from '../model/scenario.ts';
import type { BattleState } from '../model/state.ts';
import { resolveLeave } from './affairs/exits.ts';
import { noteIncidents } from './affairs/incidents.ts';
import { resolveAirMission } from './air/sortie.ts';
import { resolveAssault } from './assault/assault.ts';
import { beginCourse, type Course, endCourse, happen } from './course.ts';
import { resolveDig, resolveFlare, resolveGuns, resolvePosture, resolveRally } from './dig.ts';
import { resolveEngineer } from './engineers.ts';
import { resolveFire } from './fire/direct.ts';
import { resolveMission } from './fire/mission.ts';
import { resolveTogether } from './formation.ts';
import { resolveTimetable } from './fire/timetable.ts';
import { resolveRelieve } from './friction.ts';
import { resolveMove } from './march.ts';
import { updateObjectives } from './objectives.ts';
import { resolveSalvage, updateSpoils } from './spoils.ts';
import { resolveSaddle } from './saddle.ts';
import { resolveBoard, resolveUnload, settleCarried } from './carry.ts';
import { resolveLanding } from './water/landing.ts';
import { rescueCarried } from './water/adrift.ts';
import { resolveCross } from './water/cross.ts';
import { resolveSound } from './water/sound.ts';
import { resolveSupply } from './supply/orders.ts';
import { resolveTurn } from './turning.ts';
import { openBattle, resolveEndTurn } from './turn.ts';

export interface Resolution {
  readonly state: BattleState;
  readonly events: readonly BattleEvent[];
}

/** What comes of an order of the active side. The caller has made sure that it may be given. */
export function resolve(scenario: Scenario, state: BattleState, order: Order, chance: Chance): Resolution {
  const course = beginCourse(scenario, state, chance);
  course.state = { ...state, orders: state.orders + 1 };
  carryOut(course, order);
  settleCarried(course, state);
  rescueCarried(course);
  updateSpoils(course);
  if (course.events.some((event) => TOUCHES_HOLDERS[event.kind])) updateObjectives(course);
  if (course.state.result === null) noteIncidents(course, state);
  return endCourse(course);
}

/** Which events may change who holds an objective, or who knows it. */
const TOUCHES_HOLDERS: Readonly<Record<EventKind, boolean>> = {
  moved: true,
  left: true,
  retreated: true,
  captured: true,
  missed: true,
  harmed: true,
  flare: true,
  arrived: true,
  halted: false,
  breakdown: false,
  bogged: false,
  ambushed: false,
  wireCut: false,
  fired: false,
  cohesion: false,
  assaulted: false,
  closeCombat: false,
  dug: false,
  postureChanged: false,
  gunsChanged: false,
  saddled: false,
  boarded: false,
  unloaded: true,
  policySet: false,
  standingSet: false,
  rallied: false,
  called: false,
  planned: false,
  fellOut: false,
  jammed: false,
  unjammed: false,
  shellsIssued: false,
  curtain: false,
  surprised: false,
  readied: false,
  sighted: false,
  contactLost: false,
  worksSeen: false,
  wireSeen: false,
  objectiveTaken: false,
  objectiveLearned: false,
  turnEnded: false,
  turnStarted: false,
  battleEnded: false,
  deserted: true,
  frostbitten: true,
  leaderLost: false,
  leaderReplaced: false,
  firstFire: false,
  cutOff: false,
  late: false,
  ordersLost: false,
  linesCut: false,
  relieved: false,
  abandoned: false,
  spoilsHeld: false,
  passedOn: false,
  freed: true,
  salvaged: false,
  plume: false,
  incident: false,
  occurred: false,
  messaged: false,
  released: false,
  sentFor: false,
  limitChanged: false,
  pointsChanged: false,
  skyChanged: false,
  recovered: false,
  turnHeld: false,
  airCalled: false,
  airFight: false,
  flak: false,
  flew: false,
  holed: false,
  mended: false,
  grounded: false,
  drifted: true,
  sunk: true,
  crossed: true,
  turnedBack: false,
  sounded: false,
  supplied: false,
  ranOut: false,
  supplyHandled: false,
  servedFirst: false,
  depotTaken: false,
  interdicted: false,
  hunted: false,
  turned: false,
  laboured: false,
  crossingChanged: false,
  crossingSeen: false,
  blastFailed: false,
  wireLaid: false,
  minesMet: false,
};

/** The opening of a battle whose units stand where the scenario puts them. */
export function resolveOpening(scenario: Scenario, state: BattleState, chance: Chance): Resolution {
  const course = beginCourse(scenario, state, chance);
  openBattle(course);
  return endCourse(course);
}

function carryOut(course: Course, order: Order): void {
  switch (order.kind) {
    case 'move':
      return resolveMove(course, order);
    case 'together':
      return resolveTogether(course, order);
    case 'fire':
      return resolveFire(course, order);
    case 'assault':
      return resolveAssault(course, order);
    case 'mission':
      return resolveMission(course, order);
    case 'timetable':
      return resolveTimetable(course, order);
    case 'flare':
      return resolveFlare(course, order);
    case 'dig':
      return resolveDig(course, order);
    case 'deploy':
      return resolvePosture(course, order);
    case 'guns':
      return resolveGuns(course, order);
    case 'turn':
      return resolveTurn(course, order);
    case 'saddle':
      return resolveSaddle(course, order);
    case 'board':
      return resolveBoard(course, order);
    case 'unload':
      return order.to === undefined ? resolveUnload(course, order) : resolveLanding(course, { ...order, to: order.to });
    case 'cross':
      return resolveCross(course, order);
    case 'sound':
      return resolveSound(course, order);
    case 'rally':
      return resolveRally(course, order);
    case 'engineer':
      return resolveEngineer(course, order);
    case 'salvage':
      return resolveSalvage(course, order);
    case 'policy':
      return happen(course, { kind: 'policySet', unit: order.unit, policy: order.policy });
    case 'standing':
      return happen(course, { kind: 'standingSet', unit: order.unit, standing: order.standing });
    case 'relieve':
      return resolveRelieve(course, order);
    case 'leave':
      return resolveLeave(course, order.unit);
    case 'airMission':
      return resolveAirMission(course, order);
    case 'supply':
      return resolveSupply(course, order);
    case 'endTurn':
      return resolveEndTurn(course);
    default:
      return unreachable(order);
  }
}
