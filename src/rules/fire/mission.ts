/** Fire missions: guns that do not see the target, an observer who does. Rounds fall on the hex and around it. */
import { listNeighbours, type HexIndex } from '../../hex/grid.ts';
import type { ByLight, Minutes } from '../../model/clock.ts';
import type { Factor } from '../../model/factor.ts';
import type { BattleMap } from '../../model/map.ts';
import type { OrderOf } from '../../model/order.ts';
import { opponentOf, type Side } from '../../model/side.ts';
import type { MissionTask, PlannedFire, Unit, UnitCard, UnitId } from '../../model/unit.ts';
import { listOwnFlights } from '../air/roster.ts';
import { AIRMEN_SHARE, isEyedFromTheAir } from '../air/watch.ts';
import { FILLING_SHARE, shellCrossings } from '../bridges.ts';
import { lightAt, perceive } from '../contacts.ts';
import { type Course, happen } from '../course.ts';
import { minuteOf, skyOf, turnMinutesOf } from '../light.ts';
import { rangeMetres } from '../range.ts';
import { cardOf, isInAction, listUnitsAt, unitOf, weaponOf } from '../roster.ts';
import { interdict } from '../supply/interdict.ts';
import { glowsOf, hasClearSight } from '../scene.ts';
import {
  BULWARK_SHARE,
  CREW_A_HOLE,
  CREW_FELT,
  findVessel,
  holesToSink,
  isPlated,
  sunkByShells,
} from '../water/craft.ts';
import { shelterOf } from './effect.ts';
import { strike } from './harm.ts';
import { placeFirer } from './location.ts';
import { LEAST_SMOKE_MINUTES, type Plan, planMission, smokeMinutes } from './plan.ts';
import { beatenHectares, burstShare, hexHectares, hitShare, occupiedHectares, onTargetShare } from './shells.ts';
import { OFF_MAP_METRES, taskOf } from './tasks.ts';
import { barrelsAfter, tryBreeches } from './wear.ts';

/** Shells frighten more than they hit: weight of fire for each man that would be hit standing. [C] */
export const SHELL_WEIGHT = 1.5;

/** Where the rounds of a mission fall, and how thick. */
interface Fall {
  readonly hex: HexIndex;
  readonly deadlySquareMetres: number;
  /** Hectares over which they spread there. */
  readonly hectares: number;
}

/** Who sees where the rounds fall: an observer, airmen, or nobody for fire by the map. */
export type Laid = 'corrected' | 'byAirmen' | 'byMap';

interface Fire {
  readonly card: UnitCard;
  readonly guns: Unit;
  readonly rounds: readonly number[];
  readonly target: HexIndex;
  /** Corrected when not said. */
  readonly laid?: Laid;
}

/** The hex aimed at gets most rounds, on the ground the enemy takes up; the rest is strewn over the hexes around. */
export function fallOf({ scenario, state }: Pick<Course, 'scenario' | 'state'>, shot: Fire): readonly Fall[] {
  const { map } = scenario;
  const deadly = deadlySquareMetres(scenario, shot.card, shot.rounds);
  const onTarget = onTargetShare(map) * laidShare({ scenario, state }, shot);
  const enemies = listUnitsAt(scenario, state, opponentOf(shot.card.side), shot.target).filter(isInAction);
  const taken = enemies.reduce((sum, unit) => sum + occupiedHectares(map, cardOf(scenario, unit.id), unit), 0);
  const metres = typeof shot.guns.at === 'number' ? rangeMetres(map, shot.guns.at, shot.target) : OFF_MAP_METRES;
  const hectares = Math.min(hexHectares(map), Math.max(taken, beatenHectares(metres)));
  const around = listNeighbours(map.grid, shot.target);
  return [
    { hex: shot.target, deadlySquareMetres: deadly * onTarget, hectares },
    ...around.map((hex) => ({ hex, deadlySquareMetres: (deadly * (1 - onTarget)) / 6, hectares: hexHectares(map) })),
  ];
}

/** Of the rounds that would fall on the hex, those that do where the observer corrects them by such light. [C] */
export const CORRECTED_SHARE: ByLight<number> = { day: 1, twilight: 0.8, moon: 0.4, dark: 0.25 };

/** The same by the map, or by a fix, with nobody to see their fall. Source: half as many rounds again, scenarios/sources.md 17 [C]. */
export const BY_MAP_SHARE = 1 / 1.5;

function laidShare({ scenario, state }: Pick<Course, 'scenario' | 'state'>, { target, laid }: Fire): number {
  if (laid === 'byMap') return BY_MAP_SHARE;
  const light = lightAt({ scenario }, glowsOf(state), target, skyOf(scenario.clock, state).light);
  return laid === 'byAirmen' ? AIRMEN_SHARE[light] : CORRECTED_SHARE[light];
}

/** Only guns that were placed by their fire, and whom airmen see, are shot at without being seen by the observer. */
export const laidBy = (
  { scenario, state }: Pick<Course, 'scenario' | 'state'>,
  mission: Pick<Mission, 'unit' | 'observer' | 'target'>,
): Laid => {
  if (mission.observer === null) return 'byMap';
  const { at } = unitOf(scenario, state, mission.observer);
  if (typeof at === 'number' && hasClearSight(scenario.map, state, at, mission.target)) return 'corrected';
  const { side } = cardOf(scenario, mission.unit);
  const own = state.flights === undefined ? undefined : listOwnFlights(scenario, state.flights, side);
  const minute = minuteOf(scenario.clock, state.turn);
  return isEyedFromTheAir(scenario.map, own, mission.target, minute) ? 'byAirmen' : 'byMap';
};

/** Ground that all the rounds together make deadly. */
export function deadlySquareMetres(scenario: Course['scenario'], card: UnitCard, rounds: readonly number[]): number {
  let deadly = 0;
  for (const [type, armament] of card.armaments.entries())
    deadly += (rounds[type] ?? 0) * (weaponOf(scenario, armament.weapon).lethalSquareMetres ?? 0);
  return deadly;
}

/** Men hit on average in `unit` by shells falling on its hex, the weight of that fire and the share of it that is felt. */
export function shellEffect(
  { scenario, state }: Pick<Course, 'scenario' | 'state'>,
  unit: Unit,
  fall: Fall,
): { readonly men: number; readonly vehicles: number; readonly weight: number; readonly felt: number } {
  const shelter = shelterOf({ scenario, state, target: fall.hex }, unit);
  const standing = unit.men * hitShare(fall.deadlySquareMetres, fall.hectares) * burstShare(scenario.map, fall.hex);
  const vessel = findVessel(scenario, cardOf(scenario, unit.id), unit);
  if (vessel !== undefined) {
    const vehicles = sunkByShells(vessel, fall.deadlySquareMetres, fall.hectares);
    const onDeck = isPlated(vessel) ? 0 : standing * BULWARK_SHARE;
    return {
      men: Math.min(unit.men, vehicles * holesToSink(vessel) * CREW_A_HOLE + onDeck),
      vehicles,
      weight: standing * SHELL_WEIGHT,
      felt: CREW_FELT[isPlated(vessel) ? 'plated' : 'open'],
    };
  }
  return {
    vehicles: 0,
    men: Math.min(unit.men, standing * shelter.shells),
    weight: standing * SHELL_WEIGHT,
    felt: shelter.felt,
  };
}

/** A call for fire: it falls at once where the time to it fits into the turn, else in a turn to come. */
export function resolveMission(course: Course, order: OrderOf<'mission'>): void {
  const { scenario, state } = course;
  const mission = { ...order, task: order.task ?? 'suppress' };
  const plan = planOf(course, mission);
  if (plan.delayMinutes < turnMinutesOf(scenario.clock, state.turn)) return fireMission(course, mission);
  const dueMinute = minuteOf(scenario.clock, state.turn) + plan.delayMinutes;
  const { unit, observer, target, task } = mission;
  happen(course, { kind: 'called', unit, call: { observer, target, task, dueMinute } });
}

/** Missions called in earlier turns that are due in this one. */
export function resolveCalls(course: Course, side: Side): void {
  const { clock } = course.scenario;
  const end = minuteOf(clock, course.state.turn) + turnMinutesOf(clock, course.state.turn);
  for (const [index, card] of course.scenario.cards.entries()) {
    const unit = course.state.units[index];
    if (card.side !== side || unit?.call === undefined || unit.call.dueMinute >= end || !isInAction(unit)) continue;
    const { observer, target, task } = unit.call;
    fireMission(course, { unit: unit.id, observer, target, task });
  }
}

export interface Mission {
  readonly unit: UnitId;
  /** Nobody for a line of a fire plan. */
  readonly observer: UnitId | null;
  readonly target: HexIndex;
  readonly task: MissionTask;
  /** The line of a fire plan that it is. */
  readonly line?: PlannedFire;
}

/** What a mission takes as things stand. */
export function planOf({ scenario, state }: Pick<Course, 'scenario' | 'state'>, mission: Mission): Plan {
  return planMission(scenario, {
    guns: unitOf(scenario, state, mission.unit),
    card: cardOf(scenario, mission.unit),
    observer: mission.observer === null ? null : unitOf(scenario, state, mission.observer),
    target: mission.target,
    task: mission.task,
    turn: state.turn,
    ...(mission.line?.rounds === undefined ? {} : { wantedRounds: mission.line.rounds }),
  });
}

/** Whether a task hits whoever is there, or waits for whoever comes, or hurts nobody. */
export const strikes = (task: MissionTask): boolean => task !== 'barrage' && task !== 'smoke';

/** The rounds fall: at once on whoever is there, or as a curtain on whoever would come, or as smoke. */
export function fireMission(course: Course, mission: Mission): void {
  const { scenario, state } = course;
  const { unit, observer, target, task } = mission;
  const card = cardOf(scenario, unit);
  const guns = unitOf(scenario, state, unit);
  const plan = planOf(course, mission);
  const laid = laidBy(course, mission);
  const struck = strikes(task) ? listStruck(course, { card, guns, rounds: plan.effective, target, laid }) : [];
  const barrels = barrelsAfter(scenario, { card, guns, rounds: plan.rounds, turn: state.turn });
  happen(course, {
    kind: 'fired',
    unit,
    observer,
    mode: 'mission',
    target,
    minutes: plan.minutes,
    missions: plan.missions,
    rounds: plan.rounds,
    ...(plan.smokeRounds > 0 ? { smokeRounds: plan.smokeRounds } : {}),
    ...(barrels === undefined ? {} : { barrels }),
    ...(mission.line === undefined ? {} : { line: mission.line }),
    expectedMen: Math.round(struck.reduce((sum, blow) => sum + blow.men, 0) * 100) / 100,
    factors: factorsOf(scenario.map, laid),
  });
  for (const blow of struck)
    strike(course, {
      unit: blow.unit.id,
      by: unit,
      men: blow.men,
      vehicles: blow.vehicles,
      weight: blow.weight,
      felt: blow.felt,
    });
  if (task === 'barrage') layCurtain(course, mission, plan);
  if (task === 'smoke') laySmoke(course, mission, plan);
  interdict(course, { by: card.side, hex: target, task });
  if (task !== 'barrage' && task !== 'smoke')
    shellCrossings(
      course,
      mission.target,
      FILLING_SHARE * shellsKg(scenario, card, plan.effective) * onTargetShare(scenario.map),
    );
  tryBreeches(course, unit);
  perceive(course);
  placeFirer(course, unit, plan.minutes - plan.delayMinutes);
}

/** The ground's part of the arithmetic of a mission. */
export const factorsOf = (map: BattleMap, laid: Laid): readonly Factor[] => [
  { name: 'dispersion', owner: 'ground', value: onTargetShare(map) },
  ...(laid === 'byMap' ? [{ name: 'byMap', owner: 'actor', value: BY_MAP_SHARE } as const] : []),
  ...(laid === 'byAirmen' ? [{ name: 'byAirmen', owner: 'actor', value: AIRMEN_SHARE.day } as const] : []),
];

function layCurtain(course: Course, { unit, target }: Mission, plan: Plan): void {
  const card = cardOf(course.scenario, unit);
  const deadly = deadlySquareMetres(course.scenario, card, plan.effective) / taskOf('barrage').minutes;
  happen(course, {
    kind: 'curtain',
    curtain: { hex: target, side: card.side, by: unit, deadlyAMinute: Math.round(deadly) },
  });
}

function laySmoke(course: Course, { unit, target }: Mission, plan: Plan): void {
  const { scenario, state } = course;
  const minutes = smokeMinutes(scenario, cardOf(scenario, unit), plan.smokeRounds);
  if (minutes < LEAST_SMOKE_MINUTES) return;
  const now = minuteOf(scenario.clock, state.turn);
  happen(course, { kind: 'plume', plume: { kind: 'smoke', hex: target, untilMinute: now + Math.round(minutes) } });
}

/** Weight of so many shells, by type of weapon. */
const shellsKg = (scenario: Course['scenario'], card: UnitCard, rounds: readonly number[]): number =>
  card.armaments.reduce(
    (sum, { weapon }, type) => sum + (rounds[type] ?? 0) * (weaponOf(scenario, weapon).shellKg ?? 0),
    0,
  );

interface Struck {
  readonly unit: Unit;
  readonly men: number;
  readonly vehicles: number;
  readonly weight: number;
  readonly felt: number;
}

function listStruck(course: Course, shot: Fire): Struck[] {
  const { scenario, state } = course;
  return fallOf(course, shot).flatMap((fall) =>
    [shot.card.side, opponentOf(shot.card.side)].flatMap((side) =>
      listUnitsAt(scenario, state, side, fall.hex)
        .filter(isInAction)
        .map((unit) => ({ unit, ...shellEffect(course, unit, fall) })),
    ),
  );
}

/** Whoever moves onto a hex under a barrage, or goes in there, goes through what falls there in that time. */
export function crossCurtain(course: Course, id: UnitId, hex: HexIndex, minutes: Minutes): void {
  for (const curtain of course.state.curtains ?? []) {
    const unit = unitOf(course.scenario, course.state, id);
    if (hex !== curtain.hex || unit.men === 0 || typeof unit.at !== 'number') continue;
    const blow = shellEffect(course, unit, {
      hex: curtain.hex,
      deadlySquareMetres: curtain.deadlyAMinute * minutes,
      hectares: hexHectares(course.scenario.map),
    });
    strike(course, { unit: id, by: curtain.by, ...blow });
  }
}
