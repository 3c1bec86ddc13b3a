/** Fire missions: guns that do not see the target, an observer who does. Rounds fall on the hex and around it. */
import { listNeighbours, type HexIndex } from '../../hex/grid.ts';
import type { ByLight, Minutes } from '../../model/clock.ts';
import type { BattleMap } from '../../model/map.ts';
import type { OrderOf } from '../../model/order.ts';
import { opponentOf, type Side } from '../../model/side.ts';
import type { MissionTask, Unit, UnitCard, UnitId } from '../../model/unit.ts';
import { lightAt, perceive } from '../contacts.ts';
import { type Course, happen } from '../course.ts';
import { tenths } from '../curve.ts';
import { minuteOf, skyOf, turnMinutesOf } from '../light.ts';
import { rangeMetres } from '../range.ts';
import { cardOf, isInAction, listUnitsAt, unitOf, weaponOf } from '../roster.ts';
import { glowsOf } from '../scene.ts';
import { shelterOf } from './effect.ts';
import { strike } from './harm.ts';
import { beatenHectares, burstShare, hexHectares, hitShare, occupiedHectares } from './shells.ts';
import { delayMinutes, OFF_MAP_METRES, rangingFor, taskOf } from './tasks.ts';

/** Share of a mission's rounds that fall outside the hex aimed at, spread over its neighbours: in a hex of 250 m four in ten. [C] */
export const SPILL_METRES = 100;
const MOST_SPILL = 0.6;

/** Share of a mission's rounds that fall in the hex aimed at. */
export const onTargetShare = (map: BattleMap): number => 1 - Math.min(MOST_SPILL, SPILL_METRES / map.hexMetres);

/** Shells frighten more than they hit: weight of fire for each man that would be hit standing. [C] */
export const SHELL_WEIGHT = 1.5;

/** What a mission takes and brings to the target. */
export interface Plan {
  /** Minutes until the first ranging round. */
  readonly delayMinutes: Minutes;
  /** Minutes the guns are busy, delay and ranging included. */
  readonly minutes: Minutes;
  /** Rounds spent by type of weapon, and those of them that count. */
  readonly rounds: readonly number[];
  readonly effective: readonly number[];
  readonly missions: number;
}

interface Wanted {
  readonly guns: Unit;
  readonly card: UnitCard;
  readonly observer: Unit;
  readonly target: HexIndex;
  readonly task: MissionTask;
}

/** Plans a mission with the rounds the guns have left. */
export function planMission(scenario: Course['scenario'], wanted: Wanted): Plan {
  const { guns, card } = wanted;
  const task = taskOf(wanted.task);
  const ranging = rangingFor(scenario, guns, wanted.target);
  const delay = delayMinutes(scenario, guns, wanted.observer);
  const rounds = card.armaments.map((armament, type) => {
    const weapon = weaponOf(scenario, armament.weapon);
    if (weapon.indirectMetres === undefined) return 0;
    const asked =
      card.offMap === undefined
        ? (guns.pieces[type] ?? 0) * (weapon.roundsPerMinute * task.rate * task.minutes + ranging.roundsAPiece)
        : card.offMap.missionRounds * task.missions;
    return Math.min(guns.rounds[type] ?? 0, Math.round(asked));
  });
  return {
    delayMinutes: delay,
    minutes: tenths(delay + ranging.minutes + task.minutes),
    rounds,
    effective: rounds.map((count, type) => Math.max(0, count - ranging.roundsAPiece * (guns.pieces[type] ?? 0))),
    missions: card.offMap === undefined ? 0 : task.missions,
  };
}

/** Where the rounds of a mission fall, and how thick. */
interface Fall {
  readonly hex: HexIndex;
  readonly deadlySquareMetres: number;
  /** Hectares over which they spread there. */
  readonly hectares: number;
}

/** The hex aimed at gets most rounds, on the ground the enemy takes up; the rest is strewn over the hexes around. */
export function fallOf(
  { scenario, state }: Pick<Course, 'scenario' | 'state'>,
  shot: { readonly card: UnitCard; readonly guns: Unit; readonly rounds: readonly number[]; readonly target: HexIndex },
): readonly Fall[] {
  const { map } = scenario;
  const deadly = deadlySquareMetres(scenario, shot.card, shot.rounds);
  const sky = skyOf(scenario.clock, state);
  const seen = CORRECTED_SHARE[lightAt({ scenario }, glowsOf(state), shot.target, sky.light)];
  const onTarget = onTargetShare(map) * seen;
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
): { readonly men: number; readonly weight: number; readonly felt: number } {
  const shelter = shelterOf({ scenario, state, target: fall.hex }, unit);
  const standing = unit.men * hitShare(fall.deadlySquareMetres, fall.hectares) * burstShare(scenario.map, fall.hex);
  return { men: Math.min(unit.men, standing * shelter.shells), weight: standing * SHELL_WEIGHT, felt: shelter.felt };
}

/** A call for fire: it falls at once where the time to it fits into the turn, else in a turn to come. */
export function resolveMission(course: Course, order: OrderOf<'mission'>): void {
  const { scenario, state } = course;
  const card = cardOf(scenario, order.unit);
  const task = order.task ?? 'suppress';
  const plan = planMission(scenario, {
    guns: unitOf(scenario, state, order.unit),
    card,
    observer: unitOf(scenario, state, order.observer),
    target: order.target,
    task,
  });
  if (plan.delayMinutes < turnMinutesOf(scenario.clock, state.turn)) return fireMission(course, { ...order, task });
  const dueMinute = minuteOf(scenario.clock, state.turn) + plan.delayMinutes;
  happen(course, {
    kind: 'called',
    unit: order.unit,
    call: { observer: order.observer, target: order.target, task, dueMinute },
  });
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

interface Mission {
  readonly unit: UnitId;
  readonly observer: UnitId;
  readonly target: HexIndex;
  readonly task: MissionTask;
}

/** The rounds fall: at once on whoever is there, or as a curtain on whoever would come. */
function fireMission(course: Course, mission: Mission): void {
  const { scenario, state } = course;
  const card = cardOf(scenario, mission.unit);
  const guns = unitOf(scenario, state, mission.unit);
  const observer = unitOf(scenario, state, mission.observer);
  const plan = planMission(scenario, { guns, card, observer, target: mission.target, task: mission.task });
  const struck =
    mission.task === 'barrage'
      ? []
      : listStruck(course, { card, guns, rounds: plan.effective, target: mission.target });
  happen(course, {
    kind: 'fired',
    unit: mission.unit,
    observer: mission.observer,
    mode: 'mission',
    target: mission.target,
    minutes: plan.minutes,
    missions: plan.missions,
    rounds: plan.rounds,
    expectedMen: Math.round(struck.reduce((sum, blow) => sum + blow.men, 0) * 100) / 100,
    factors: [{ name: 'dispersion', owner: 'ground', value: onTargetShare(scenario.map) }],
  });
  for (const { unit, men, weight, felt } of struck)
    strike(course, { unit: unit.id, by: mission.unit, men, vehicles: 0, weight, felt });
  if (mission.task === 'barrage') {
    const deadly = deadlySquareMetres(scenario, card, plan.effective) / taskOf('barrage').minutes;
    happen(course, {
      kind: 'curtain',
      curtain: { hex: mission.target, side: card.side, by: mission.unit, deadlyAMinute: Math.round(deadly) },
    });
  }
  perceive(course);
}

interface Struck {
  readonly unit: Unit;
  readonly men: number;
  readonly weight: number;
  readonly felt: number;
}

function listStruck(course: Course, shot: Parameters<typeof fallOf>[1]): Struck[] {
  const { scenario, state } = course;
  return fallOf(course, shot).flatMap((fall) =>
    [shot.card.side, opponentOf(shot.card.side)].flatMap((side) =>
      listUnitsAt(scenario, state, side, fall.hex)
        .filter(isInAction)
        .map((unit) => ({ unit, ...shellEffect(course, unit, fall) })),
    ),
  );
}

/** Whoever moves onto a hex under a barrage goes through what falls there in that time. */
export function crossCurtain(course: Course, id: UnitId, minutes: Minutes): void {
  for (const curtain of course.state.curtains ?? []) {
    const unit = unitOf(course.scenario, course.state, id);
    if (unit.at !== curtain.hex || unit.men === 0) continue;
    const { men, weight, felt } = shellEffect(course, unit, {
      hex: curtain.hex,
      deadlySquareMetres: curtain.deadlyAMinute * minutes,
      hectares: hexHectares(course.scenario.map),
    });
    strike(course, { unit: id, by: curtain.by, men, vehicles: 0, weight, felt });
  }
}
