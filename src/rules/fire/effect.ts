/**
 * What fire does on average: expected losses among each target in a hex, with every factor named. Forecast and
 * resolution both come from here; the dice are thrown elsewhere.
 */
import type { ByLight, Metres } from '../../model/clock.ts';
import type { Factor } from '../../model/factor.ts';
import type { ByTerrain } from '../../model/map.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { ByCohesion, Unit, UnitCard } from '../../model/unit.ts';
import { roundsInFrost } from '../cold.ts';
import type { Weapon, WeaponKind } from '../../model/weapon.ts';
import { lightAt } from '../contacts.ts';
import { valueAt, within } from '../curve.ts';
import { skyOf } from '../light.ts';
import { rangeMetres } from '../range.ts';
import { cardOf, hasGuns, weaponOf } from '../roster.ts';
import { glowsOf, isSmoked, SMOKED_FIRE } from '../scene.ts';
import { awayFromRides, FIRE_FROM_THE_SADDLE, isRiding, mountedTarget } from '../rides.ts';
import { findVessel, holesOfRound } from '../water/craft.ts';
import { entrenchmentFor, fireFelt, manHoursAt, shellsThrough, smallArmsThrough } from '../works.ts';
import { sharesOf } from './antitank.ts';
import { isInVehicles } from './armour.ts';
import { burstShare, hitShare, occupiedHectares } from './shells.ts';
import { roundsInDust } from './wear.ts';
import { effectOnVehicles, effectOnVessel } from './at-vehicles.ts';
import { type Aim, type Effect, KNOWLEDGE, type Shelter, type Shot, type Volley } from './shot.ts';

/** Share of harm that reaches men on such ground. Source: scenarios/sources.md 6 [C]. */
// biome-ignore format: a table
export const COVER: ByTerrain<number> = {
  open: 1, sand: 1, dunes: 0.7, scrub: 0.9, forest: 0.7, marsh: 0.95, shallows: 1.1, deepWater: 1.2, ice: 1.1,
  settlement: 0.6, rock: 0.65,
};

/** Men up and moving, in column, or lying still without works. Source: scenarios/sources.md 6 [C]. */
export const UPRIGHT = 1;
export const COLUMN = 1.5;

/** How well aimed fire goes by the light on the target. [C] */
export const LIGHT: ByLight<number> = { day: 1, twilight: 0.7, moon: 0.4, dark: 0.25 };

/** What untrained firers hit, and what drill and combat add. [C] */
export const QUALITY = { raw: 0.7, skill: 0.3 };

/** Firers who are shaken, or run, fire little. [C] */
export const COHESION: ByCohesion<number> = { steady: 1, shaken: 0.6, broken: 0.1, surrendered: 0 };

/** Gunners who see their mark put their shells where most men are. [C] */
export const AIMED_SHELLS = 1.4;

/** Hits by many weapons on few men do not all count: full value against a company of this size. */
export const FULL_SIZE_MEN = 110;
const SIZE_HALF_MEN = 40;
export const MOST_SIZE = 1.2;

/** Works out a volley at the `targets` in the hex. */
export function volleyAt(shot: Shot, targets: readonly Unit[]): Volley {
  const card = cardOf(shot.scenario, shot.firer.id);
  const metres = shot.metres ?? rangeMetres(shot.scenario.map, shot.from, shot.target);
  const spent = card.armaments.map((_, type) => roundsSpent(shot, card, type, metres));
  const marks = targets.map((unit) => ({ card: cardOf(shot.scenario, unit.id), unit }));
  const shares = card.armaments.map(({ weapon }) =>
    sharesOf(shot.scenario, weaponOf(shot.scenario, weapon), marks, metres),
  );
  const own: readonly Factor[] = [
    ...firerFactors(card, shot),
    { name: 'cover', owner: 'ground', value: COVER[terrainAt(shot)] },
  ];
  const effects = targets.map((target, place) => {
    const rounds = spent.map((count, type) => count * (shares[type]?.[place] ?? 0));
    return effectOn(shot, card, { target, rounds, metres, own });
  });
  return { rounds: spent, effects, own };
}

/** Whether the unit has anything that reaches so far and rounds for it. */
export function canHurtAt(scenario: Scenario, card: UnitCard, unit: Unit, metres: Metres): boolean {
  return card.armaments.some((armament, type) => {
    const weapon = weaponOf(scenario, armament.weapon);
    return (unit.pieces[type] ?? 0) > 0 && (unit.rounds[type] ?? 0) > 0 && reaches(weapon, metres);
  });
}

/** Weapons that must be in battery to fire. */
const isGun = (weapon: Weapon): boolean => LAID_KINDS.includes(weapon.kind);

const LAID_KINDS: readonly WeaponKind[] = ['gun', 'howitzer', 'antiTankGun', 'mortar', 'autocannon'];

const reaches = (weapon: Weapon, metres: Metres): boolean =>
  metres <= weapon.reachMetres && metres >= weapon.minimumMetres;

function roundsSpent(shot: Shot, card: UnitCard, type: number, metres: Metres): number {
  const armament = card.armaments[type];
  if (armament === undefined) return 0;
  const weapon = weaponOf(shot.scenario, armament.weapon);
  if (shot.only !== undefined && weapon.kind !== shot.only) return 0;
  if (!reaches(weapon, metres) || (hasGuns(card) && shot.firer.gunState === 'limbered' && isGun(weapon))) return 0;
  const sky = skyOf(shot.scenario.clock, shot.state);
  return Math.min(
    shot.firer.rounds[type] ?? 0,
    Math.round(
      (shot.firer.pieces[type] ?? 0) *
        weapon.roundsPerMinute *
        shot.minutes *
        roundsInFrost(weapon, sky) *
        roundsInDust(weapon, sky, shot.scenario.map.terrain[shot.from] ?? 'open'),
    ),
  );
}

/** The first burst out of hiding at those who come along: so near, and worth so much. [C] */
export const AMBUSH = { metres: 300, share: 1.5 };

function firerFactors(card: UnitCard, shot: Shot): readonly Factor[] {
  const sky = skyOf(shot.scenario.clock, shot.state);
  const light = lightAt(shot, glowsOf(shot.state), shot.target, sky.light);
  return [
    { name: 'quality', owner: 'actor', value: QUALITY.raw + QUALITY.skill * (card.training + card.experience) },
    { name: 'cohesion', owner: 'actor', value: COHESION[shot.firer.cohesion] },
    { name: 'suppression', owner: 'actor', value: 1 - shot.firer.suppression },
    { name: 'light', owner: 'ground', value: LIGHT[light] },
    { name: 'knowledge', owner: 'actor', value: KNOWLEDGE[shot.knownAs] },
    ...(isSmoked(shot.state, shot.target) || isSmoked(shot.state, shot.from)
      ? [{ name: 'smoke', owner: 'ground', value: SMOKED_FIRE } as const]
      : []),
    ...saddleFactor(card, shot.firer),
  ];
}

/** Men in the saddle shoot badly, and men who hold horses not at all. */
function saddleFactor(card: UnitCard, firer: Unit): readonly Factor[] {
  const value = isRiding(card, firer) ? FIRE_FROM_THE_SADDLE : awayFromRides(card, firer);
  return value === 1 ? [] : [{ name: 'saddle', owner: 'actor', value }];
}

function effectOn(shot: Shot, card: UnitCard, aim: Aim): Effect {
  const { scenario } = shot;
  const targetCard = cardOf(scenario, aim.target.id);
  const shelter = shelterOf(shot, aim.target);
  const vessel = findVessel(scenario, targetCard, aim.target);
  // Who is fired at out of hiding, on the march and from near, has no time to lie down; the firer must see him come.
  const comesAlong = aim.target.activity === 'moving' && shot.knownAs === 'current';
  const ambush = shot.firer.hidden && comesAlong && aim.metres <= AMBUSH.metres ? AMBUSH.share : 1;
  const ownProduct = product(aim.own) * ambush;
  const size = within(
    (1 + SIZE_HALF_MEN / FULL_SIZE_MEN) * (aim.target.men / (aim.target.men + SIZE_HALF_MEN)),
    0,
    MOST_SIZE,
  );
  let bullets = 0;
  let flames = 0;
  let deadly = 0;
  let holes = 0;
  card.armaments.forEach((armament, type) => {
    const weapon = weaponOf(scenario, armament.weapon);
    const rounds = aim.rounds[type] ?? 0;
    if (rounds === 0) return;
    const hits = (rounds / weapon.roundsPerMinute) * hitsPerMinute(weapon, aim.metres);
    if (weapon.kind === 'flameThrower') flames += hits;
    else bullets += hits;
    deadly += rounds * (weapon.lethalSquareMetres ?? 0) * AIMED_SHELLS;
    if (vessel !== undefined) holes += rounds * holesOfRound(vessel, weapon, aim.metres);
  });
  const shells =
    aim.target.men *
    hitShare(deadly, occupiedHectares(scenario.map, targetCard, aim.target)) *
    burstShare(scenario.map, shot.target);
  const weight = (bullets * size + shells + flames * FLAME.weight) * ownProduct;
  if (vessel !== undefined)
    return effectOnVessel(vessel, aim, {
      holes: holes * ownProduct * shelter.vehicles,
      onDeck: (bullets * size + shells) * ownProduct,
      weight,
      shelter,
    });
  const common: readonly Factor[] = [
    ...aim.own,
    ...(ambush === 1 ? [] : [{ name: 'ambush', owner: 'actor', value: ambush } as const]),
  ];
  if (isInVehicles(targetCard, aim.target))
    return effectOnVehicles(shot, card, { ...aim, share: ownProduct * shelter.vehicles, weight, common, shelter });
  const men =
    (bullets * size * shelter.smallArms +
      shells * shelter.shells +
      flames * within(shelter.smallArms, FLAME.through, 1)) *
    ownProduct;
  return {
    target: aim.target,
    men: Math.min(aim.target.men, men),
    vehicles: 0,
    weight,
    felt: flames > 0 ? 1 : shelter.felt,
    factors: [
      ...common,
      { name: shelter.name, owner: 'target', value: bullets >= shells ? shelter.smallArms : shelter.shells },
      { name: 'size', owner: 'target', value: size },
    ],
  };
}

/**
 * Flame finds its way into trenches: at least this share of it, and it weighs as many men more than it burns. Source: men
 * in trenches usually ran, scenarios/sources.md 6 [B]; figures [C].
 */
export const FLAME = { through: 0.5, weight: 5 } as const;

const terrainAt = (shot: Shot) => shot.scenario.map.terrain[shot.target] ?? 'open';

const hitsPerMinute = (weapon: Weapon, metres: Metres): number =>
  weapon.menPerMinute === undefined
    ? 0
    : valueAt(
        weapon.menPerMinute.map((point) => [point.metres, point.value] as const),
        metres,
      );

/** Chance to hit a vehicle that stands in a pit, over one in the open. [C] */
export const DUG_IN_VEHICLE = 0.7;

/** What the target's posture, works and horses leave of the harm. */
export function shelterOf(shot: Pick<Shot, 'scenario' | 'state' | 'target'>, target: Unit): Shelter {
  const shelter = shelterOnFoot(shot, target);
  const mark = mountedTarget(cardOf(shot.scenario, target.id), target);
  return mark === 1 ? shelter : { ...shelter, smallArms: shelter.smallArms * mark, shells: shelter.shells * mark };
}

function shelterOnFoot(shot: Pick<Shot, 'scenario' | 'state' | 'target'>, target: Unit): Shelter {
  if (target.activity === 'moving') {
    const upright = target.posture === 'marching' ? COLUMN : UPRIGHT;
    return { name: 'moving', smallArms: upright, shells: upright, felt: 1, vehicles: 1 };
  }
  if (target.posture === 'marching')
    return { name: 'posture', smallArms: COLUMN, shells: COLUMN, felt: 1, vehicles: 1 };
  if (target.posture !== 'dugIn') {
    return {
      name: 'posture',
      smallArms: smallArmsThrough('halted'),
      shells: shellsThrough('halted'),
      felt: fireFelt('halted'),
      vehicles: 1,
    };
  }
  const works = entrenchmentFor(manHoursAt(shot.state.works, shot.target), menIn(shot, target));
  return {
    name: 'entrenchment',
    smallArms: smallArmsThrough(works),
    shells: shellsThrough(works),
    felt: fireFelt(works),
    vehicles: DUG_IN_VEHICLE,
  };
}

/** All men dug in on the target's hex share the works, friend and foe where it is fought over. */
function menIn(shot: Pick<Shot, 'scenario' | 'state' | 'target'>, target: Unit): number {
  let men = 0;
  for (const unit of shot.state.units) if (unit.at === shot.target && unit.posture === 'dugIn') men += unit.men;
  return Math.max(men, target.men);
}

export const product = (factors: readonly Factor[]): number =>
  factors.reduce((value, factor) => value * factor.value, 1);
