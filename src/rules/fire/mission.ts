/** Fire missions: guns that do not see the target, an observer who does. Rounds fall on the hex and around it. */
import { listNeighbours, type HexIndex } from '../../hex/grid.ts';
import type { BattleMap } from '../../model/map.ts';
import { opponentOf } from '../../model/side.ts';
import type { Unit, UnitCard, UnitId } from '../../model/unit.ts';
import { perceive } from '../contacts.ts';
import { type Course, happen } from '../course.ts';
import { rangeMetres } from '../range.ts';
import { cardOf, isInAction, listUnitsAt, unitOf, weaponOf } from '../roster.ts';
import { shelterOf } from './effect.ts';
import { strike } from './harm.ts';
import { beatenHectares, burstShare, hexHectares, hitShare, occupiedHectares } from './shells.ts';

/** Share of a mission's rounds that fall outside the hex aimed at, spread over its neighbours: in a hex of 250 m four in ten. [C] */
export const SPILL_METRES = 100;
const MOST_SPILL = 0.6;

/** Share of a mission's rounds that fall in the hex aimed at. */
export const onTargetShare = (map: BattleMap): number => 1 - Math.min(MOST_SPILL, SPILL_METRES / map.hexMetres);

/** Shells frighten more than they hit: weight of fire for each man that would be hit standing. [C] */
export const SHELL_WEIGHT = 1.5;

/** Least distance from own troops to the hex aimed at. Source: regulations for 122–152 mm, 300 m [C]. */
export const DANGER_CLOSE_METRES = 300;

/** Rounds of one mission by type of weapon, and what a battery on the map can fire in its turn. */
export function missionRounds(scenario: Course['scenario'], card: UnitCard, unit: Unit): readonly number[] {
  return card.armaments.map((armament, type) => {
    const weapon = weaponOf(scenario, armament.weapon);
    if (weapon.indirectMetres === undefined) return 0;
    const wanted =
      card.offMap === undefined
        ? (unit.pieces[type] ?? 0) * weapon.roundsPerMinute * MISSION_MINUTES
        : card.offMap.missionRounds;
    return Math.min(unit.rounds[type] ?? 0, Math.round(wanted));
  });
}

/** Minutes a mission takes the guns. [C] */
export const MISSION_MINUTES = 15;

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
  const onTarget = onTargetShare(map);
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

/** Guns beyond the map shoot from so far. [C] */
const OFF_MAP_METRES = 6000;

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

export function resolveMission(
  course: Course,
  order: { readonly unit: UnitId; readonly observer: UnitId; readonly target: HexIndex },
): void {
  const { scenario, state } = course;
  const card = cardOf(scenario, order.unit);
  const guns = unitOf(scenario, state, order.unit);
  const rounds = missionRounds(scenario, card, guns);
  const blows = fallOf(course, { card, guns, rounds, target: order.target }).flatMap((fall) =>
    [card.side, opponentOf(card.side)].flatMap((side) =>
      listUnitsAt(scenario, state, side, fall.hex)
        .filter(isInAction)
        .map((unit) => ({ unit, ...shellEffect(course, unit, fall) })),
    ),
  );
  happen(course, {
    kind: 'fired',
    unit: order.unit,
    observer: order.observer,
    mode: 'mission',
    target: order.target,
    minutes: MISSION_MINUTES,
    rounds,
    expectedMen: Math.round(blows.reduce((sum, blow) => sum + blow.men, 0) * 100) / 100,
    factors: [{ name: 'dispersion', owner: 'ground', value: onTargetShare(scenario.map) }],
  });
  for (const { unit, men, weight, felt } of blows)
    strike(course, { unit: unit.id, by: order.unit, men, vehicles: 0, weight, felt });
  perceive(course);
}
