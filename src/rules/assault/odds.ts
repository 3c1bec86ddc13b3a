/**
 * Close combat in numbers: the power of those who go in and of those who stand, the chance of each outcome, the losses
 * it brings. No dice here; forecast and resolution share it.
 */
import type { HexIndex } from '../../hex/grid.ts';
import { hexesBetween } from '../../hex/distance.ts';
import { findDirection } from '../../hex/grid.ts';
import type { ByLight, Light } from '../../model/clock.ts';
import type { AssaultOutcome } from '../../model/event.ts';
import type { Factor } from '../../model/factor.ts';
import { opponentOf } from '../../model/side.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { BattleState } from '../../model/state.ts';
import type { ByBranch, ByCohesion, Unit, UnitCard, UnitId } from '../../model/unit.ts';
import { isInCommand } from '../command.ts';
import { findRefuge } from '../cohesion.ts';
import { lightAt } from '../contacts.ts';
import { coordinationOf } from '../coordination.ts';
import { valueAt, within } from '../curve.ts';
import { vigourOf } from '../fatigue.ts';
import { minuteOf, moonOf, skyOf } from '../light.ts';
import { slopeBetween } from '../movement.ts';
import { awayFromRides } from '../rides.ts';
import { cardOf, hexOf, isMounted, listUnitsAt } from '../roster.ts';
import { glowsOf } from '../scene.ts';
import { countGuards } from '../spoils.ts';
import type { Entrenchment } from '../works.ts';
import {
  clearedShare,
  countKnots,
  type Footing,
  inTrenches,
  NIGHT_BONUS_BY_MOON,
  worksOfDefenders,
} from './position.ts';

/** What men of each branch are worth hand to hand. [C] */
// biome-ignore format: a table
export const CLOSE_SHARE: ByBranch<number> = {
  rifles: 1, borderGuards: 1.1, machineGuns: 0.5, antiTank: 0.4, infantryGuns: 0.4, artillery: 0.35, tanks: 0,
  cavalry: 0.9, engineers: 1, headquarters: 0.6, craft: 0.4,
};

/** Men one tank is worth against men without works, by the light. In the dark it is blind. [C] */
export const TANK_MEN: ByLight<number> = { day: 18, twilight: 10, moon: 5, dark: 3 };

export const COHESION: ByCohesion<number> = { steady: 1, shaken: 0.6, broken: 0.15, surrendered: 0 };

/** Works help those who stand, less when nobody sees the enemy come. [C] */
// biome-ignore format: a table
export const WORKS_BY_DAY: Readonly<Record<Entrenchment, number>> = {
  halted: 1, hasty: 1.15, pits: 1.3, foxholes: 1.5, trenches: 1.7, fortified: 1.9,
};
export const NIGHT_WORKS_SHARE = 0.4;
/** The same once the attackers are in the trenches too, or come over them from behind. [C] */
export const LODGED_WORKS_SHARE = 0.4;

/** Drill with the bayonet in the dark: added power at full training over none. Source: 31 July 1938, crest taken [C]. */
const NIGHT_DRILL = 0.7;

/** Factors on the attackers' power, and of command on either's. Set so that the night of 31 July 1938 comes out in the middle. [C] */
export const SURPRISE = 1.35;
export const EACH_DIRECTION = 0.15;
export const MOST_DIRECTIONS = 0.45;
export const COMMAND = 1.1;
/** Coming at a position from two opposite sides at once, and from the side of its own headquarters. [C] */
export const OPPOSITE = 0.15;
export const FROM_BEHIND = 1.2;
/** What standing wire leaves of the power of those who come through it: they arrive one by one. [C] */
export const THROUGH_WIRE = 0.7;
/** A mounted charge rides down men in the open and breaks on works. Source: cavalry on the Halha, scenarios/sources.md 7 [C]. */
export const CHARGE = { open: 1.4, works: 0.5 };
/** Rise over run from which the assault goes uphill, and what that leaves of it. [C] */
export const UPHILL_SLOPE = 0.15;
export const UPHILL = 0.85;

/**
 * Share of its men that a close combat at even odds costs each side, how far the ratio moves it, and what winning and
 * losing do to it. Set beside a third of I/75 lost in one night: scenarios/sources.md 7 [C].
 */
// biome-ignore format: a table, columns aligned
const LOSS = {
  attacker: { even: 0.045, least: 0.35, most: 2,   won: 0.8, undecided: 0.6, lost: 1.2 },
  defender: { even: 0.1,  least: 0.4,  most: 2.5, won: 1.4, undecided: 1.2, lost: 0.7 },
};
type Issue = 'won' | 'undecided' | 'lost';

/** `won` is told from the attackers' side for both. */
export const lossShare = (side: keyof typeof LOSS, against: number, outcome: AssaultOutcome): number =>
  LOSS[side].even * within(against, LOSS[side].least, LOSS[side].most) * LOSS[side][issueOf(outcome)];

export interface Melee {
  readonly scenario: Scenario;
  readonly state: BattleState;
  readonly attackers: readonly Unit[];
  readonly hex: HexIndex;
  /** The defenders had no idea. */
  readonly surprise: 'surprised' | 'warned';
  /** Attackers who came through wire that stood. */
  readonly throughWire?: readonly UnitId[];
}

export interface Odds {
  readonly ratio: number;
  readonly factors: readonly Factor[];
  readonly chances: Readonly<Record<AssaultOutcome, number>>;
  /** Share of each side's men that the fight costs when all goes by the mean, by outcome won or lost. */
  readonly attackerLoss: (outcome: AssaultOutcome) => number;
  readonly defenderLoss: (outcome: AssaultOutcome) => number;
}

/** Power, ratio and chances of a close combat as things stand. */
export function oddsOf(melee: Melee): Odds {
  const { scenario, state } = melee;
  const sky = skyOf(scenario.clock, state);
  const light = lightAt(melee, glowsOf(state), melee.hex, sky.light);
  const first = melee.attackers[0];
  const defenders =
    first === undefined ? [] : listUnitsAt(scenario, state, opponentOf(cardOf(scenario, first.id).side), melee.hex);
  const dugIn = worksOfDefenders(state, defenders, melee.hex).works !== 'halted';
  const attack = melee.attackers.reduce((sum, unit) => {
    const card = cardOf(scenario, unit.id);
    const wire = melee.throughWire?.includes(unit.id) ? THROUGH_WIRE : 1;
    const charge = isMounted(card, unit) ? CHARGE[dugIn ? 'works' : 'open'] : 1;
    return sum + powerOf(melee, card, unit, light) * wire * charge;
  }, 0);
  const defence = defenders.reduce((sum, unit) => sum + powerOf(melee, cardOf(scenario, unit.id), unit, light), 0);
  const open = factorsOf(melee, light, defenders);
  const raw = open.reduce((value, factor) => value * factor.value, attack / Math.max(1, defence));
  const footing = isLodged(melee) ? 'lodged' : 'outside';
  const knots = countKnots(state, defenders, melee.hex, footing);
  const told = inTrenches(raw, knots);
  const factors: readonly Factor[] =
    told === raw ? open : [...open, { name: 'trenches', owner: 'target', value: told / raw }];
  const ratio = Math.round(within(told, 0.05, 20) * 100) / 100;
  return {
    ratio,
    factors,
    chances: chancesAt(ratio, { knots, footing }),
    attackerLoss: (outcome) => lossShare('attacker', 1 / ratio, outcome),
    defenderLoss: (outcome) => lossShare('defender', ratio, outcome),
  };
}

const issueOf = (outcome: AssaultOutcome): Issue =>
  outcome === 'taken' || outcome === 'overrun' ? 'won' : outcome === 'undecided' ? 'undecided' : 'lost';

/** What of the night's bonus the light leaves: all in the dark, some by the moon, none under a flare or at first light. */
const nightShare = (light: Light, moonShare: number): number =>
  light === 'dark' ? 1 : light === 'moon' ? valueAt(NIGHT_BONUS_BY_MOON, moonShare) : 0;

/**
 * Drill and combat behind the bayonet; the dark favours the drilled, the less the more of the moon (0–1) shines. 0.5 for
 * recruits, 1.4 for veterans by day. [C]
 */
export function handToHandQuality(card: UnitCard, light: Light, moonShare = moonOf({ light })): number {
  const night = 1 + NIGHT_DRILL * (card.nightTraining - PLAIN_NIGHT_TRAINING) * nightShare(light, moonShare);
  return (QUALITY.raw + QUALITY.training * card.training + QUALITY.experience * card.experience) * night;
}

/** What men are worth without drill, and what drill and combat add. [C] */
const QUALITY = { raw: 0.5, training: 0.5, experience: 0.4 };

/** Training at which the dark neither helps nor hinders. [C] */
const PLAIN_NIGHT_TRAINING = 0.3;

/** Share of a unit's men who fight: heads down, hearts sunk and legs gone do not. */
export const inHandShare = (unit: Unit): number =>
  COHESION[unit.cohesion] * (1 - 0.5 * unit.suppression) * vigourOf(unit);

/** Men and what they are worth hand to hand; the dark favours the drilled. */
function powerOf(melee: Melee, card: UnitCard, unit: Unit, light: Light): number {
  const men =
    card.branch === 'tanks'
      ? unit.vehicles * TANK_MEN[light]
      : (unit.men - countGuards(unit)) * awayFromRides(card, unit) * CLOSE_SHARE[card.branch];
  const minute = minuteOf(melee.scenario.clock, melee.state.turn);
  const led = isInCommand(melee.scenario, melee.state.units, card, unit, minute) ? COMMAND : 1;
  const moonShare = moonOf({ ...skyOf(melee.scenario.clock, melee.state), light });
  return men * handToHandQuality(card, light, moonShare) * led * inHandShare(unit);
}

function factorsOf(melee: Melee, light: Light, defenders: readonly Unit[]): readonly Factor[] {
  const { scenario, state, hex } = melee;
  const steepest = melee.attackers.reduce(
    (slope, unit) => Math.max(slope, slopeBetween(scenario.map, hexOf(unit), hex)),
    0,
  );
  const behind = comesFromBehind(melee, defenders);
  const works = WORKS_BY_DAY[worksOfDefenders(state, defenders, hex).works];
  const share = (isNight(light) ? NIGHT_WORKS_SHARE : 1) * (behind || isLodged(melee) ? LODGED_WORKS_SHARE : 1);
  const coordination = coordinationOf(scenario, state, melee.attackers);
  const factors: Factor[] = [
    ...(coordination === 1 ? [] : [{ name: 'coordination', owner: 'actor', value: coordination } as const]),
    { name: 'surprise', owner: 'actor', value: surpriseFactor(melee, light) },
    { name: 'directions', owner: 'actor', value: directionsFactor(melee) },
    { name: 'slope', owner: 'ground', value: steepest >= UPHILL_SLOPE ? UPHILL : 1 },
    { name: 'entrenchment', owner: 'target', value: 1 / (1 + (works - 1) * share) },
  ];
  return behind ? [...factors, { name: 'rear', owner: 'target', value: FROM_BEHIND }] : factors;
}

/** Whether some of the attackers are in the hex already. */
const isLodged = ({ attackers, hex }: Melee): boolean => attackers.some((unit) => unit.at === hex);

const isNight = (light: Light): boolean => light === 'dark' || light === 'moon';

/** Surprise counts in full in the dark and, for men asleep, by day; the moon takes of it what it takes of drill. */
function surpriseFactor({ scenario, state, surprise }: Melee, light: Light): number {
  if (surprise === 'warned') return 1;
  const sky = skyOf(scenario.clock, state);
  return 1 + (SURPRISE - 1) * (light === 'moon' ? nightShare(light, moonOf(sky)) : 1);
}

/** More for every further side from which they come, and for two sides that face each other. */
function directionsFactor({ scenario, attackers, hex }: Melee): number {
  const sides = new Set(attackers.map((unit) => findDirection(scenario.map.grid, hexOf(unit), hex)));
  const opposite = [...sides].some((side) => side !== undefined && sides.has(((side + 3) % 6) as typeof side));
  const gained = EACH_DIRECTION * Math.max(0, sides.size - 1) + (opposite ? OPPOSITE : 0);
  return 1 + Math.min(MOST_DIRECTIONS, gained);
}

/** Whether all who come from outside come from where the defenders have their headquarters. */
function comesFromBehind({ scenario, state, attackers, hex }: Melee, defenders: readonly Unit[]): boolean {
  const first = defenders[0];
  const post = first === undefined ? undefined : findRefuge({ scenario, state }, cardOf(scenario, first.id));
  const coming = attackers.filter((unit) => unit.at !== hex);
  if (post === undefined || post === hex || coming.length === 0) return false;
  const { grid } = scenario.map;
  const far = hexesBetween(grid, hex, post);
  return coming.every((unit) => hexesBetween(grid, hexOf(unit), post) < far);
}

/** Even odds carry the hex in a little under half of cases; three to one in nine of ten. [C] */
const EVEN = 1.2;

/** Chance of each outcome at a ratio of power against a position of so many knots. */
export function chancesAt(
  ratio: number,
  position: { readonly knots: number; readonly footing: Footing } = { knots: 1, footing: 'outside' },
): Readonly<Record<AssaultOutcome, number>> {
  const won = (ratio * ratio) / (ratio * ratio + EVEN);
  const cleared = won * clearedShare(ratio, position.knots, position.footing);
  const overrun = cleared * within((ratio - 1.2) / 4, 0, 0.8);
  const repulsed = (1 - won) * REPULSED;
  return { overrun, taken: cleared - overrun, undecided: 1 - cleared - repulsed, repulsed, stopped: 0 };
}

/** Of fights not won, those that throw the attackers out; in the others they cling to what they have reached. [C] */
const REPULSED = 0.6;
