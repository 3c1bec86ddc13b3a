/**
 * At what distance a unit is noticed, by what it is and does, by light, weather and ground; and how far it is heard.
 * Fixed distances, no dice: who steps within them is seen, so that moving about reveals nothing by chance.
 */
import type { ByLight, ByWeather, Light, Metres, Weather } from '../model/clock.ts';
import type { ByTerrain, Terrain } from '../model/map.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Unit, UnitCard } from '../model/unit.ts';
import { type Point, valueAt } from './curve.ts';
import { weaponOf } from './roster.ts';
import { isAfloat } from './water/craft.ts';

/** What a target looks like. */
export const LOOKS = ['column', 'bounding', 'creeping', 'lying', 'dugIn', 'armourMoving', 'armourStill'] as const;
export type Look = (typeof LOOKS)[number];

/**
 * Metres at which each look is noticed with the naked eye over open ground.
 * Source: scenarios/sources.md 3 [C], in the order of the list: platoon or company marching, squad walking, single man
 * walking, infantry prone in grass, dug in and not firing, AFV moving, AFV still.
 */
// biome-ignore format: a table, columns aligned
export const NOTICED_METRES: Readonly<Record<Look, ByLight<Metres>>> = {
  column:       { day: 3500, twilight: 1500, moon: 500, dark: 200 },
  bounding:     { day: 2200, twilight: 1000, moon: 300, dark: 100 },
  creeping:     { day: 1500, twilight: 500,  moon: 150, dark: 60  },
  lying:        { day: 150,  twilight: 80,   moon: 25,  dark: 15  },
  dugIn:        { day: 200,  twilight: 100,  moon: 25,  dark: 15  },
  armourMoving: { day: 4000, twilight: 2500, moon: 700, dark: 300 },
  armourStill:  { day: 1800, twilight: 900,  moon: 200, dark: 80  },
};

/** Source: scenarios/sources.md 3 [C]: rain halves, fog leaves 200 m. */
export const WEATHER_SHARE: ByWeather<number> = { clear: 1, overcast: 1, fog: 1, rain: 0.5 };
export const FOG_METRES = 200;

/** Ground that hides those who stand on it. [C] */
// biome-ignore format: a table
export const GROUND_SHARE: ByTerrain<number> = {
  open: 1, sand: 1.1, dunes: 0.6, scrub: 0.5, forest: 0.3, marsh: 0.8, shallows: 1.2, deepWater: 1.5, ice: 1.3,
  settlement: 0.4, rock: 0.7,
};

/** Ten to a dozen men are harder to see than a company. [C] */
export const FEW_MEN = 15;
export const FEW_MEN_SHARE = 0.7;

/** Field glasses of headquarters and gunners. Source: scenarios/sources.md 3 [C]. */
export const GLASSES_SHARE = 1.4;

/** Seen from half the distance, one knows who it is. Source: scenarios/sources.md 3 [C]. */
export const IDENTIFY_SHARE = 0.5;

/** Sounds at night over open ground; by day the share below. Source: scenarios/sources.md 4 [B–C]. */
export const HEARD_METRES = {
  column: 300,
  bounding: 150,
  creeping: 50,
  armour: 1500,
  motors: 750,
  digging: 500,
} as const;
export const DAY_SOUND_SHARE = 0.6;

/** A shot is heard far, but placed only from near. [C] */
export const SHOT_PLACED_SHARE = 0.2;

/** What moves by motor shows like armour. */
export const isMotor = (card: UnitCard): boolean =>
  card.branch === 'tanks' ||
  card.branch === 'craft' ||
  card.mobility === 'truck' ||
  card.mobility === 'wheeled' ||
  card.mobility === 'tracked';

export function lookOf(card: UnitCard, unit: Unit): Look {
  const moving = unit.activity === 'moving';
  if (card.branch === 'tanks' || isAfloat(card, unit)) return moving ? 'armourMoving' : 'armourStill';
  if (moving && isMotor(card)) return 'armourMoving';
  if (moving) return unit.pace === 'silent' ? 'creeping' : unit.posture === 'marching' ? 'column' : 'bounding';
  return unit.posture === 'marching' ? 'bounding' : unit.posture === 'dugIn' ? 'dugIn' : 'lying';
}

/** Circumstances of a look: light where the target is, weather, ground it is on. */
export interface Scene {
  readonly light: Light;
  readonly weather: Weather;
  readonly terrain: Terrain;
  /** Lit share of the moon where it shines; half a moon where nothing is said. */
  readonly moonShare?: number;
  /** What haze and smoke leave of the distance; all of it where nothing is said. */
  readonly clarity?: number;
  /** Ground so dry that columns raise dust. */
  readonly dusty?: boolean;
  /** What tall grass leaves of the distance for men on foot. */
  readonly grassShare?: number;
}

/** The column of the table for moonlight is half a moon's; a thin moon is little more than none, a full one half as much again. [C] */
const HALF_MOON = 0.5;
const FULL_MOON_SHARE = 1.5;

/** A figure of the table in the scene's light, the moon as it is. */
function byMoon(metres: ByLight<Metres>, { light, moonShare = HALF_MOON }: Pick<Scene, 'light' | 'moonShare'>): Metres {
  if (light !== 'moon' || moonShare === HALF_MOON) return metres[light];
  return valueAt(
    [
      [0, metres.dark],
      [HALF_MOON, metres.moon],
      [1, metres.moon * FULL_MOON_SHARE],
    ],
    moonShare,
  );
}

/** Men in hiding are come upon at this distance and no farther. [C] */
export const HIDDEN_METRES = 60;

/** Marching columns on dry steppe are seen half as far again, for their dust; that of vehicles, as dust and no more, so far. Source: scenarios/sources.md 3 [C]. */
export const COLUMN_DUST = 1.5;
export const PLUME_METRES = 9000;
/** Headlights by dusk and by night. Source: scenarios/sources.md 3 [C]. */
export const HEADLIGHT_METRES: ByLight<Metres> = { day: 0, twilight: 8000, moon: 10_000, dark: 10_000 };

/** Metres at which `unit` is noticed by sight, flash included. */
export function noticedMetres(scenario: Scenario, card: UnitCard, unit: Unit, scene: Scene): Metres {
  const look = lookOf(card, unit);
  let metres = byMoon(NOTICED_METRES[look], scene) * GROUND_SHARE[scene.terrain];
  if (unit.men <= FEW_MEN && !isMotor(card)) metres *= FEW_MEN_SHARE;
  if (look === 'column' && raisesDust(scene)) metres *= COLUMN_DUST;
  if (!isMotor(card)) metres *= scene.grassShare ?? 1;
  if (unit.hidden) metres = Math.min(metres, HIDDEN_METRES);
  if (unit.activity === 'firing') metres = Math.max(metres, flashMetres(scenario, card, unit, scene.light));
  return weathered(metres, scene.weather) * (scene.clarity ?? 1);
}

const raisesDust = ({ dusty, light, weather }: Scene): boolean =>
  dusty === true && light === 'day' && (weather === 'clear' || weather === 'overcast');

/** What gives a unit away from afar, as dust or lights and no more: how far, and which; nothing for most. */
export function glimpseOf(
  card: UnitCard,
  unit: Unit,
  scene: Scene,
): { readonly metres: Metres; readonly sign: 'dust' | 'lights' } | undefined {
  if (unit.activity !== 'moving' || !isMotor(card)) return undefined;
  if (unit.pace === 'headlights' && scene.light !== 'day')
    return { metres: weathered(HEADLIGHT_METRES[scene.light], scene.weather), sign: 'lights' };
  return raisesDust(scene) ? { metres: PLUME_METRES, sign: 'dust' } : undefined;
}

export const weathered = (metres: Metres, weather: Weather): Metres =>
  weather === 'fog' ? Math.min(metres, FOG_METRES) : metres * WEATHER_SHARE[weather];

/** Metres at which the flash and smoke of its weapons give a firing unit away. */
export function flashMetres(scenario: Scenario, card: UnitCard, unit: Unit, light: Light): Metres {
  let metres = 0;
  for (let type = 0; type < card.armaments.length; type++) {
    const armament = card.armaments[type];
    if (armament === undefined || (unit.pieces[type] ?? 0) === 0) continue;
    const weapon = weaponOf(scenario, armament.weapon);
    const flash = light === 'day' ? weapon.flashDayMetres : weapon.flashDarkMetres;
    if (flash > metres) metres = flash;
  }
  return metres;
}

/** Metres at which the unit is heard well enough to be placed; 0 when it is quiet. */
export function heardMetres(scenario: Scenario, card: UnitCard, unit: Unit, light: Light): Metres {
  let metres = 0;
  if (unit.activity === 'moving') {
    if (card.branch === 'tanks') metres = HEARD_METRES.armour;
    else if (isMotor(card)) metres = HEARD_METRES.motors;
    else if (unit.pace === 'silent') metres = HEARD_METRES.creeping;
    else metres = unit.posture === 'marching' ? HEARD_METRES.column : HEARD_METRES.bounding;
  }
  if (unit.activity === 'digging') metres = HEARD_METRES.digging;
  if (unit.activity === 'firing') metres = shotMetres(scenario, card, unit);
  return light === 'day' ? metres * DAY_SOUND_SHARE : metres;
}

function shotMetres(scenario: Scenario, card: UnitCard, unit: Unit): Metres {
  let metres = 0;
  for (let type = 0; type < card.armaments.length; type++) {
    const armament = card.armaments[type];
    if (armament === undefined || (unit.pieces[type] ?? 0) === 0) continue;
    metres = Math.max(metres, weaponOf(scenario, armament.weapon).soundMetres * SHOT_PLACED_SHARE);
  }
  return metres;
}

/** Crews under fire shut their hatches and see little: 400 m of 2,200. Source: scenarios/sources.md 3 [C]. */
export const CLOSED_DOWN_SHARE = 0.18;
/** Suppression from which hatches are shut. [C] */
const SHUT = 0.05;

/** How much farther than the naked eye a unit sees; with `unit` as it is now. */
export function eyesOf(card: UnitCard, unit?: Unit): number {
  if (unit !== undefined && card.branch === 'tanks' && (unit.suppression > SHUT || unit.activity === 'firing'))
    return CLOSED_DOWN_SHARE;
  return card.branch === 'headquarters' || card.branch === 'artillery' ? GLASSES_SHARE : 1;
}

/** Who looks down on the plain sees what moves on it farther. Source: scenarios/sources.md 3, posts 30–50 m up [C]. */
export const LOOKING_DOWN: readonly Point[] = [
  [20, 1],
  [40, 1.7],
  [100, 2.2],
];

/** Metres at which men going about upright are noticed: what counts as ground under observation. */
export const watchMetres = (light: Light, weather: Weather): Metres =>
  weathered(NOTICED_METRES.bounding[light], weather);

/** Metres at which one can tell that a body of men no longer lies in a place: those at which it would be seen. */
export const emptyMetres = (scene: Scene): Metres =>
  weathered(byMoon(NOTICED_METRES.lying, scene) * GROUND_SHARE[scene.terrain], scene.weather) *
  (scene.grassShare ?? 1) *
  (scene.clarity ?? 1);

/** Beyond these nobody can tell, in whatever light and over whatever ground. */
export const FARTHEST_EMPTY_METRES: Metres =
  Math.max(...Object.values(NOTICED_METRES.lying)) * Math.max(...Object.values(GROUND_SHARE));

/** Metres beyond which nothing is noticed by sight unless it fires: armour on the move. */
export const farthestMetres = (light: Light, weather: Weather): Metres =>
  weathered(NOTICED_METRES.armourMoving[light], weather);
