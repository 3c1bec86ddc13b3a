/**
 * The orders a side may give now, in a fixed order: by unit as the cards stand, then by kind, then nearest first. Ways and minutes are the sensible ones: the quickest path to each hex, a few lengths of fire.
 */
import { DIRECTIONS, findDirection, type HexIndex, listNeighbours } from '../hex/grid.ts';
import type { Knowledge, Observation } from '../model/observation.ts';
import { ENGINEER_WORKS } from '../model/engineering.ts';
import { canonicalJson } from '../model/fingerprint.ts';
import type { ByAirTask } from '../model/flight.ts';
import { CROSSING_MEANS, type Order, type OrderOf, SALVAGE_TASKS } from '../model/order.ts';
import type { Scenario } from '../model/scenario.ts';
import {
  FIRE_POLICIES,
  GUN_STATES,
  MISSION_TASKS,
  type MissionTask,
  type Pace,
  POSTURES,
  SADDLES,
  type Unit,
  type UnitId,
} from '../model/unit.ts';
import { tasksOf } from '../rules/air/flights.ts';
import { flightOf } from '../rules/air/roster.ts';
import { findExit } from '../rules/affairs/exits.ts';
import { listAboard } from '../rules/carry.ts';
import { findRelief } from '../rules/command.ts';
import { isMotor } from '../rules/detection.ts';
import { listFormation } from '../rules/formation.ts';
import { findPlaced } from '../rules/fire/location.ts';
import { minuteOf } from '../rules/light.ts';
import { frontOf } from '../rules/facing.ts';
import { whyStays } from '../rules/march.ts';
import { whyNoRoomAt, whyNot } from '../rules/permit.ts';
import { cardOf, hasGuns, isInAction } from '../rules/roster.ts';
import { isAfloat } from '../rules/water/craft.ts';
import { listFarBanks } from '../rules/water/cross.ts';
import { listSupplyOrders } from './supply-orders.ts';
import { findReachable } from './reachable.ts';

/** Lengths of fire offered, in minutes; all that is left is offered too. */
const FIRE_MINUTES = [5, 10, 20];

/** Legal orders of one unit or of all, `endTurn` last. Empty when the observer is not the active side. */
export function listLegalOrders(scenario: Scenario, observation: Observation, only?: UnitId): readonly Order[] {
  if (observation.active !== observation.side || observation.result !== null) return [];
  const orders: Order[] = [];
  for (const unit of observation.units) {
    if (only !== undefined && unit.id !== only) continue;
    if (!isInAction(unit)) continue;
    orders.push(...listMoves(scenario, observation, unit));
    for (const order of listCandidates(scenario, observation, unit))
      if (whyNot(scenario, observation, order) === undefined) orders.push(order);
    orders.push(...listMarches(scenario, observation, unit), ...listTogether(scenario, observation, unit));
  }
  if (only === undefined) orders.push(...listAirMissions(scenario, observation), { kind: 'endTurn' });
  return orders;
}

function listCandidates(scenario: Scenario, observation: Observation, unit: Unit): Order[] {
  const targets = listTargets(observation);
  if (unit.at === 'offMap') return listMissions(scenario, observation, unit, targets);
  const own: Order[] = [
    ...targets.flatMap((target) => fires(unit, target)),
    ...listAssaults(scenario, observation, unit, targets),
    ...listMissions(scenario, observation, unit, targets),
    ...targets.slice(0, 6).map((target): Order => ({ kind: 'flare', unit: unit.id, target })),
  ];
  const still: Order[] = [
    ...minutesOffered(unit, [10]).map((minutes): Order => ({ kind: 'dig', unit: unit.id, minutes })),
    ...POSTURES.map((posture): Order => ({ kind: 'deploy', unit: unit.id, posture })),
    ...(hasGuns(cardOf(scenario, unit.id))
      ? GUN_STATES.map((state): Order => ({ kind: 'guns', unit: unit.id, state }))
      : []),
    ...(frontOf(scenario, cardOf(scenario, unit.id), unit) === undefined
      ? []
      : DIRECTIONS.map((facing): Order => ({ kind: 'turn', unit: unit.id, facing }))),
    ...SADDLES.map((saddle): Order => ({ kind: 'saddle', unit: unit.id, saddle })),
    ...observation.units
      .filter((other) => other.id !== unit.id && (other.at === unit.at || isBesideVessel(scenario, unit, other)))
      .map((other): Order => ({ kind: 'board', unit: unit.id, carrier: other.id })),
    ...listAboard(observation.units, unit.id).flatMap((passenger) => listUnloads(scenario, unit, passenger.id)),
    { kind: 'rally', unit: unit.id },
    ...listWorks(scenario, observation, unit),
    ...SALVAGE_TASKS.map((task): Order => ({ kind: 'salvage', unit: unit.id, task })),
    ...(findExit(scenario, observation.side, unit.at) === undefined
      ? []
      : [{ kind: 'leave', unit: unit.id } satisfies Order]),
    ...FIRE_POLICIES.map((policy): Order => ({ kind: 'policy', unit: unit.id, policy })),
    { kind: 'standing', unit: unit.id, standing: { kind: 'hold' } },
    { kind: 'standing', unit: unit.id, standing: { kind: 'dig' } },
    ...listFollows(scenario, observation.units, unit),
    ...listSupplyOrders(scenario, observation, unit),
    ...(findRelief(scenario, unit.id) === undefined ? [] : [{ kind: 'relieve', unit: unit.id } as const]),
  ];
  return [...own, ...listOnWater(scenario, unit), ...still.filter((order) => !isSameStanding(unit, order))];
}

const isBesideVessel = (scenario: Scenario, unit: Unit, other: Unit): boolean =>
  typeof other.at === 'number' && isBeside(scenario, unit, other.at) && isAfloat(cardOf(scenario, other.id), other);

/** Off where the carrier stands, and from a vessel upon each bank beside her. */
function listUnloads(scenario: Scenario, carrier: Unit, passenger: UnitId): Order[] {
  const here: Order = { kind: 'unload', unit: carrier.id, passenger };
  if (typeof carrier.at !== 'number' || !isAfloat(cardOf(scenario, carrier.id), carrier)) return [here];
  return [here, ...listNeighbours(scenario.map.grid, carrier.at).map((to): Order => ({ ...here, to }))];
}

/** Crossings to the far banks straight over, and soundings all around, where there is water at all. */
function listOnWater({ map }: Scenario, unit: Unit): Order[] {
  const { at } = unit;
  if (typeof at !== 'number') return [];
  return [
    ...listFarBanks(map, at).flatMap((to) =>
      CROSSING_MEANS.map((by): Order => ({ kind: 'cross', unit: unit.id, to, by })),
    ),
    ...listNeighbours(map.grid, at).map((to): Order => ({ kind: 'sound', unit: unit.id, to })),
  ];
}

/** To follow its headquarters, or who stands in the same hex. */
function listFollows(scenario: Scenario, units: readonly Unit[], unit: Unit): Order[] {
  const { parent } = cardOf(scenario, unit.id);
  const near = units.filter((other) => other.id === parent || (other.at === unit.at && other.id !== unit.id));
  return near.map(({ id }): Order => ({ kind: 'standing', unit: unit.id, standing: { kind: 'follow', leader: id } }));
}

/** Works towards each neighbour, for those who have anything to work with or on. */
function listWorks(scenario: Scenario, observation: Observation, unit: Unit): Order[] {
  const { wire, crossings } = observation;
  const isEquipped = cardOf(scenario, unit.id).branch === 'engineers' || unit.stores !== undefined;
  if (typeof unit.at !== 'number' || !(isEquipped || wire.length > 0 || crossings !== undefined)) return [];
  const beside = listNeighbours(scenario.map.grid, unit.at);
  return ENGINEER_WORKS.flatMap((work): Order[] =>
    work === 'bottles'
      ? [{ kind: 'engineer', unit: unit.id, work }]
      : beside.map((target): Order => ({ kind: 'engineer', unit: unit.id, work, target })),
  );
}

const isSameStanding = (unit: Unit, order: Order): boolean =>
  order.kind === 'standing' && canonicalJson(unit.standing ?? null) === canonicalJson(order.standing);

/** Each flight's tasks: bombs and guns on known enemies, eyes on them and on objectives, fighters over objectives. */
export function listAirMissions(scenario: Scenario, observation: Observation): OrderOf<'airMission'>[] {
  const enemies = listTargets(observation);
  const objectives = scenario.objectives.map(({ hex }) => hex);
  const targetsOf: ByAirTask<readonly HexIndex[]> = {
    bomb: enemies,
    strafe: enemies,
    reconnoitre: [...new Set([...enemies, ...objectives])],
    cover: objectives,
  };
  return (observation.flights ?? []).flatMap(({ id }) =>
    tasksOf(flightOf(scenario, id)).flatMap((task) =>
      targetsOf[task]
        .map((target): OrderOf<'airMission'> => ({ kind: 'airMission', flight: id, task, target }))
        .filter((order) => whyNot(scenario, observation, order) === undefined),
    ),
  );
}

/** Farthest march offered, in minutes: a day. */
const MARCH_MINUTES = 1440;

/** Standing orders to go to the objectives it could reach: one search answers for all, so they need no further check. */
function listMarches(scenario: Scenario, observation: Observation, unit: Unit): Order[] {
  if (unit.cohesion === 'broken' || typeof unit.at !== 'number') return [];
  const stays = whyStays(scenario, observation, cardOf(scenario, unit.id), unit);
  if (stays !== undefined && stays.reason !== 'notBefore') return [];
  const reachable = findReachable(scenario, observation, unit.id, 'normal', MARCH_MINUTES);
  return scenario.objectives
    .filter((objective) => objective.hex !== unit.at && reachable.minutesTo(objective.hex) !== undefined)
    .map(
      (objective): Order => ({
        kind: 'standing',
        unit: unit.id,
        standing: { kind: 'goTo', to: objective.hex, pace: 'normal' },
      }),
    )
    .filter((order) => !isSameStanding(unit, order));
}

/** A headquarters with all under it that are free to go, to hexes that all of them reach now. */
function listTogether(scenario: Scenario, observation: Observation, unit: Unit): Order[] {
  if (cardOf(scenario, unit.id).headquarters === undefined) return [];
  const units = listFormation(scenario, observation, unit.id);
  if (units.length < 2) return [];
  const ids = units.map(({ id }) => id);
  const reaches = units.map((own) => ({
    own,
    now: findReachable(scenario, observation, own.id, 'normal'),
  }));
  const [head, ...others] = reaches;
  const shared = (head?.now.hexes ?? []).filter((hex) =>
    others.every(({ own, now }) => own.at === hex || now.minutesTo(hex) !== undefined),
  );
  return shared.map((to): Order => ({ kind: 'together', units: ids, to, pace: 'normal' }));
}

/** Hexes with contacts, each once, in the order in which they were met. */
export function listTargets(knowledge: Pick<Knowledge, 'contacts'>): HexIndex[] {
  const targets: HexIndex[] = [];
  for (const contact of knowledge.contacts) if (!targets.includes(contact.hex)) targets.push(contact.hex);
  return targets;
}

/** Moves within the minutes left. Ways found by the search are open: only what holds the unit and room are checked. */
function listMoves(scenario: Scenario, observation: Observation, unit: Unit): Order[] {
  const card = cardOf(scenario, unit.id);
  if (typeof unit.at !== 'number' || unit.cohesion === 'broken') return [];
  if (whyStays(scenario, observation, card, unit) !== undefined) return [];
  const isDark = observation.light === 'dark' || observation.light === 'moon';
  const paces: readonly Pace[] = [
    'normal',
    ...(isDark ? (['silent'] as const) : []),
    ...(isDark && isMotor(card) ? (['headlights'] as const) : []),
  ];
  return paces.flatMap((pace) => {
    const reachable = findReachable(scenario, observation, unit.id, pace);
    return reachable.hexes
      .filter((hex) => whyNoRoomAt(scenario, observation, card, unit, hex) === undefined)
      .map((hex): Order => ({ kind: 'move', unit: unit.id, path: reachable.pathTo(hex), pace }));
  });
}

const fires = (unit: Unit, target: HexIndex): Order[] =>
  minutesOffered(unit, FIRE_MINUTES).map((minutes): Order => ({ kind: 'fire', unit: unit.id, target, minutes }));

function minutesOffered(unit: Unit, lengths: readonly number[]): number[] {
  const offered = lengths.filter((minutes) => minutes < unit.minutesLeft);
  const all = Math.floor(unit.minutesLeft);
  return all > 0 ? [...offered.filter((minutes) => minutes < all), all] : [];
}

/** Going in alone, and together with every neighbour that can. */
function listAssaults(scenario: Scenario, observation: Observation, unit: Unit, targets: readonly HexIndex[]): Order[] {
  return targets
    .filter((target) => isBeside(scenario, unit, target))
    .flatMap((target): Order[] => {
      const alone: Order = { kind: 'assault', units: [unit.id], target };
      const all = listAssaulters(scenario, observation, target);
      return all.length > 1 && all[0] === unit.id ? [alone, { kind: 'assault', units: all, target }] : [alone];
    });
}

/** Every own unit that could go into the hex now, in the order of the cards. */
export const listAssaulters = (scenario: Scenario, observation: Observation, target: HexIndex): UnitId[] =>
  observation.units
    .filter(
      (unit) =>
        isBeside(scenario, unit, target) &&
        whyNot(scenario, observation, { kind: 'assault', units: [unit.id], target }) === undefined,
    )
    .map((unit) => unit.id);

const isBeside = (scenario: Scenario, unit: Unit, target: HexIndex): boolean =>
  unit.at === target ||
  (typeof unit.at === 'number' && findDirection(scenario.map.grid, unit.at, target) !== undefined);

const OTHER_TASKS = MISSION_TASKS.filter((task) => task !== 'suppress');

/** Each target with the first observer who can see it and reach the guns. */
function listMissions(scenario: Scenario, observation: Observation, unit: Unit, targets: readonly HexIndex[]): Order[] {
  const card = cardOf(scenario, unit.id);
  if (!card.armaments.some((armament) => scenario.weapons.get(armament.weapon)?.indirectMetres !== undefined))
    return [];
  const calls = targets.flatMap((target): Order[] => {
    const observer = findObserver(scenario, observation, unit.id, target);
    if (observer === undefined) return listBlind(scenario, observation, unit, target);
    const plain: Order = { kind: 'mission', unit: unit.id, observer, target };
    return [plain, ...OTHER_TASKS.map((task): Order => ({ ...plain, task }))];
  });
  return [...calls, ...listPlanned(scenario, observation, unit, targets)];
}

/** Guns placed by their fire may be shot at where nobody sees them. */
function listBlind(scenario: Scenario, observation: Observation, unit: Unit, target: HexIndex): Order[] {
  if (findPlaced(observation.contacts, target) === undefined) return [];
  const observer = findObserver(scenario, observation, unit.id, target, 'counterBattery');
  return observer === undefined ? [] : [{ kind: 'mission', unit: unit.id, observer, target, task: 'counterBattery' }];
}

/** Tasks and targets of a fire plan that are offered; the hour is that of the next turn. */
const PLANNED_TASKS: readonly MissionTask[] = ['suppress', 'destroy', 'barrage'];
const MOST_PLANNED_TARGETS = 6;

function listPlanned(scenario: Scenario, observation: Observation, unit: Unit, targets: readonly HexIndex[]): Order[] {
  const minute = minuteOf(scenario.clock, observation.turn + 1);
  return [
    ...targets
      .slice(0, MOST_PLANNED_TARGETS)
      .flatMap((target) =>
        PLANNED_TASKS.map((task): Order => ({ kind: 'timetable', unit: unit.id, work: 'add', target, task, minute })),
      ),
    ...(unit.plan ?? []).map((line): Order => ({ kind: 'timetable', unit: unit.id, work: 'drop', ...line })),
  ];
}

/** The first own unit that could observe for the guns. */
export const findObserver = (
  scenario: Scenario,
  observation: Observation,
  guns: UnitId,
  target: HexIndex,
  task: MissionTask = 'suppress',
): UnitId | undefined =>
  observation.units.find(
    (unit) =>
      typeof unit.at === 'number' &&
      whyNot(scenario, observation, { kind: 'mission', unit: guns, observer: unit.id, target, task }) === undefined,
  )?.id;
