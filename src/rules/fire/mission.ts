/** Fire missions: guns that do not see the target, an observer who does. Rounds fall on the hex and around it. */
import { listNeighbours, type HexIndex } from '../../hex/grid.ts';
import { opponentOf } from '../../model/side.ts';
import type { Unit, UnitCard, UnitId } from '../../model/unit.ts';
import { perceive } from '../contacts.ts';
import { type Course, happen } from '../course.ts';
import { cardOf, isInAction, listUnitsAt, unitOf, weaponOf } from '../roster.ts';
import { type Shot, shellShare, shelterOf } from './effect.ts';
import { strike } from './harm.ts';

/** Share of a mission's rounds that fall in the hex aimed at; the rest is spread over its neighbours. [C] */
export const ON_TARGET_SHARE = 0.6;

/** Shells frighten more than they hit: weight of fire for each man that would be hit standing. [C] */
const SHELL_WEIGHT = 0.9;

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

/** Share of `rounds` that fall on each hex. */
function pattern(course: Course, target: HexIndex): readonly (readonly [HexIndex, number])[] {
  const around = listNeighbours(course.scenario.map.grid, target);
  return [[target, ON_TARGET_SHARE], ...around.map((hex) => [hex, (1 - ON_TARGET_SHARE) / 6] as const)];
}

/** Men hit on average in `unit` by shells falling in its hex, and the weight of that fire. */
export function shellEffect(
  shot: Pick<Shot, 'scenario' | 'state' | 'target'>,
  unit: Unit,
  standing: number,
): { readonly men: number; readonly weight: number } {
  const shelter = shelterOf(shot, unit);
  const share = Math.min(1, standing);
  return { men: unit.men * share * shelter.shells, weight: unit.men * share * SHELL_WEIGHT * shelter.exposure };
}

export function resolveMission(
  course: Course,
  order: { readonly unit: UnitId; readonly observer: UnitId; readonly target: HexIndex },
): void {
  const { scenario, state } = course;
  const card = cardOf(scenario, order.unit);
  const rounds = missionRounds(scenario, card, unitOf(scenario, state, order.unit));
  const standing = standingShare(course, card, rounds);
  const struck = pattern(course, order.target).flatMap(([hex, share]) =>
    [card.side, opponentOf(card.side)].flatMap((side) =>
      listUnitsAt(scenario, state, side, hex)
        .filter(isInAction)
        .map((unit) => ({ unit, hex, share })),
    ),
  );
  const blows = struck.map(({ unit, hex, share }) => ({
    unit,
    ...shellEffect({ scenario, state, target: hex }, unit, standing * share),
  }));
  happen(course, {
    kind: 'fired',
    unit: order.unit,
    observer: order.observer,
    mode: 'mission',
    target: order.target,
    minutes: MISSION_MINUTES,
    rounds,
    expectedMen: Math.round(blows.reduce((sum, blow) => sum + blow.men, 0) * 100) / 100,
    factors: [{ name: 'dispersion', owner: 'ground', value: ON_TARGET_SHARE }],
  });
  for (const blow of blows)
    strike(course, { unit: blow.unit.id, by: order.unit, men: blow.men, vehicles: 0, weight: blow.weight });
  perceive(course);
}

/** Share of men standing in the open that all the rounds would hit if they fell in one hex. */
export function standingShare(course: Pick<Course, 'scenario'>, card: UnitCard, rounds: readonly number[]): number {
  let share = 0;
  card.armaments.forEach((armament, type) => {
    share += (rounds[type] ?? 0) * shellShare(course.scenario, weaponOf(course.scenario, armament.weapon));
  });
  return share;
}
