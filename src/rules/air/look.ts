/**
 * What airmen see of the ground: columns and vehicles from far, men who lie still from near, men in hiding not at all. A
 * sighting is of its minute: nobody goes on watching when the aircraft has gone. Where enemies were remembered and none
 * are made out, the place is found empty.
 */
import { hexesBetween } from '../../hex/distance.ts';
import type { HexIndex } from '../../hex/grid.ts';
import type { ByLight, Metres } from '../../model/clock.ts';
import { opponentOf, type Side } from '../../model/side.ts';
import type { UnitId } from '../../model/unit.ts';
import { type Course } from '../course.ts';
import { GROUND_SHARE, lookOf, type Look } from '../detection.ts';
import { skyOf } from '../light.ts';
import { cardOf, isInAction, listOnMap } from '../roster.ts';
import { isSmoked, SMOKE_SHARE } from '../scene.ts';

/** Metres at which each look is noticed from 1,000 m up. Source: scenarios/sources.md 13: a company marching, armour or lorries moving, infantry dug in; the others between them [C]. */
// biome-ignore format: a table, columns aligned
export const NOTICED_FROM_THE_AIR: Readonly<Record<Look, ByLight<Metres>>> = {
  column:       { day: 4000, twilight: 1000, moon: 300,  dark: 0 },
  bounding:     { day: 2500, twilight: 700,  moon: 150,  dark: 0 },
  creeping:     { day: 1800, twilight: 400,  moon: 0,    dark: 0 },
  lying:        { day: 500,  twilight: 100,  moon: 0,    dark: 0 },
  dugIn:        { day: 500,  twilight: 100,  moon: 0,    dark: 0 },
  armourMoving: { day: 8000, twilight: 2500, moon: 1000, dark: 0 },
  armourStill:  { day: 2500, twilight: 700,  moon: 0,    dark: 0 },
};

/** What airmen over a hex find. */
export interface AirLook {
  /** Enemies they make out, in the order of the cards. */
  readonly seen: readonly UnitId[];
  /** Whether they would make out a body of men lying on a hex. */
  readonly sees: (hex: HexIndex) => boolean;
}

export function lookFromTheAir(course: Pick<Course, 'scenario' | 'state'>, side: Side, over: HexIndex): AirLook {
  const sees = (hex: HexIndex): boolean => isMadeOut(course, 'lying', hex, over);
  return { seen: listSeenFromTheAir(course, side, over), sees };
}

/** Enemies of a side that airmen over a hex make out, in the order of the cards. */
export function listSeenFromTheAir(
  { scenario, state }: Pick<Course, 'scenario' | 'state'>,
  side: Side,
  over: HexIndex,
): UnitId[] {
  return listOnMap(scenario, state, opponentOf(side)).flatMap((unit) => {
    if (typeof unit.at !== 'number' || !isInAction(unit) || unit.hidden) return [];
    const look = lookOf(cardOf(scenario, unit.id), unit);
    return isMadeOut({ scenario, state }, look, unit.at, over) ? [unit.id] : [];
  });
}

/** Whether what looks so on a hex is made out from over another. */
function isMadeOut(
  { scenario, state }: Pick<Course, 'scenario' | 'state'>,
  look: Look,
  hex: HexIndex,
  over: HexIndex,
): boolean {
  const sky = skyOf(scenario.clock, state);
  const clear = NOTICED_FROM_THE_AIR[look][sky.light];
  if (clear === 0) return false;
  const ground = GROUND_SHARE[scenario.map.terrain[hex] ?? 'open'];
  const metres = hexesBetween(scenario.map.grid, over, hex) * scenario.map.hexMetres;
  return metres <= Math.max(clear * ground * (isSmoked(state, hex) ? SMOKE_SHARE : 1), scenario.map.hexMetres / 2);
}
