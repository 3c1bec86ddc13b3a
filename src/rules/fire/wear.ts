/**
 * What barrels and breeches stand: so many rounds in an hour, and on a hot day so many missions before pieces jam; how soon
 * jammed pieces serve again; what blown sand does to weapons that are fed from above.
 */
import type { Minutes, Sky } from '../../model/clock.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Barrels, Unit, UnitCard, UnitId } from '../../model/unit.ts';
import type { Terrain } from '../../model/map.ts';
import type { Weapon } from '../../model/weapon.ts';
import { chanceFor, type Course, happen } from '../course.ts';
import { tenths } from '../curve.ts';
import { isHot } from '../fatigue.ts';
import { chanceOver } from '../hazard.ts';
import { minuteOf, skyOf, turnMinutesOf } from '../light.ts';
import { cardOf, unitOf, weaponOf } from '../roster.ts';
import { isBareSand } from '../scene.ts';

/** The turn by which missions of a hot day are counted, in minutes. Source: scenarios/sources.md 17, turns of two hours. */
export const HOT_DAY_MINUTES = 120;

/** Chance that a jammed piece serves again after an hour: cases rammed out with poles. [C] */
export const MENDED_AN_HOUR = 0.5;

/** The barrels as they are in a turn: what they bore before has cooled. */
export function barrelsAt(scenario: Scenario, card: UnitCard, guns: Unit, turn: number): Barrels {
  const minute = minuteOf(scenario.clock, turn);
  const { barrels } = guns;
  if (barrels === undefined) return { minute, rounds: card.armaments.map(() => 0), missions: 0 };
  const cooled = (borne: number, anHour: number): number =>
    tenths(Math.max(0, borne - (anHour * (minute - barrels.minute)) / 60));
  return {
    minute,
    rounds: card.armaments.map(({ weapon }, type) =>
      cooled(barrels.rounds[type] ?? 0, weaponOf(scenario, weapon).maxRoundsPerHour ?? 0),
    ),
    missions: cooled(barrels.missions, (missionsStood(scenario, card) * 60) / HOT_DAY_MINUTES),
  };
}

/** What a cold barrel stands at once, in hours of what it stands hour after hour. [C] */
export const BURST_HOURS = 2;

/** Rounds one piece may still fire in a turn: a burst, or a longer turn's allowance, less what the barrel is hot from. */
export function roundsStood(weapon: Weapon, turnMinutes: Minutes, borne: number): number {
  if (weapon.maxRoundsPerHour === undefined) return Infinity;
  return Math.max(0, weapon.maxRoundsPerHour * Math.max(BURST_HOURS, 1 + turnMinutes / 60) - borne);
}

/** Missions its weapons stand on a hot day; of weapons that do not mind it, one, for cooling alone. */
const missionsStood = (scenario: Scenario, card: UnitCard): number =>
  card.armaments.reduce(
    (least, { weapon }) => Math.min(least, weaponOf(scenario, weapon).heat?.missions ?? least),
    MANY_MISSIONS,
  );
const MANY_MISSIONS = 4;

/** The barrels after a mission; nothing where none of the weapons minds. */
export function barrelsAfter(
  scenario: Scenario,
  mission: { readonly card: UnitCard; readonly guns: Unit; readonly rounds: readonly number[]; readonly turn: number },
): Barrels | undefined {
  const { card, guns, rounds, turn } = mission;
  if (card.offMap !== undefined) return undefined;
  const minds = card.armaments.some(({ weapon }, type) => {
    const { maxRoundsPerHour, heat } = weaponOf(scenario, weapon);
    return (rounds[type] ?? 0) > 0 && (maxRoundsPerHour !== undefined || heat !== undefined);
  });
  if (!minds) return undefined;
  const before = barrelsAt(scenario, card, guns, turn);
  return {
    minute: before.minute,
    rounds: before.rounds.map((borne, type) =>
      tenths(borne + (rounds[type] ?? 0) / Math.max(1, guns.pieces[type] ?? 0)),
    ),
    missions: before.missions + 1,
  };
}

/** After a mission on a hot day: pieces beyond what they stand may jam. */
export function tryBreeches(course: Course, id: UnitId): void {
  const { scenario, state } = course;
  const guns = unitOf(scenario, state, id);
  if (guns.barrels === undefined || !isHot(skyOf(scenario.clock, state))) return;
  const { missions } = guns.barrels;
  const jammed = cardOf(scenario, id).armaments.map(({ weapon }, type) => {
    const { heat } = weaponOf(scenario, weapon);
    const pieces = guns.pieces[type] ?? 0;
    if (heat === undefined || missions <= heat.missions || pieces === 0) return 0;
    return Math.min(pieces, chanceFor(course, id).whole(pieces * heat.share, 'jam'));
  });
  if (jammed.some((count) => count > 0)) happen(course, { kind: 'jammed', unit: id, pieces: jammed });
}

/** At the beginning of a turn: pieces that were being mended in the turn before serve again, or not yet. */
export function mendBreeches(course: Course, id: UnitId): void {
  const { scenario, state } = course;
  const { outOfOrder } = unitOf(scenario, state, id);
  if (outOfOrder === undefined || state.turn === 1) return;
  const chance = chanceOver(MENDED_AN_HOUR, 60, turnMinutesOf(scenario.clock, state.turn - 1));
  const mended = outOfOrder.map((count) =>
    count === 0 ? 0 : Math.min(count, chanceFor(course, id).whole(count * chance, 'mend')),
  );
  if (mended.some((count) => count > 0)) happen(course, { kind: 'unjammed', unit: id, pieces: mended });
}

/** Share of its rounds that a weapon fires where sand blows. */
export const roundsInDust = (weapon: Weapon, sky: Pick<Sky, 'dusty'>, terrain: Terrain): number =>
  sky.dusty === true && isBareSand(terrain) ? 1 - (weapon.jamsInDustShare ?? 0) : 1;
