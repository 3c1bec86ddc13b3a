/**
 * Close combat in numbers: the power of those who go in and of those who stand, the chance of each outcome, the losses
 * it brings. No dice here; forecast and resolution share it.
 */
import type { HexIndex } from '../../hex/grid.ts';
import { findDirection } from '../../hex/grid.ts';
import type { ByLight } from '../../model/clock.ts';
import type { AssaultOutcome } from '../../model/event.ts';
import type { Factor } from '../../model/factor.ts';
import { opponentOf } from '../../model/side.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { BattleState } from '../../model/state.ts';
import type { ByBranch, ByCohesion, Unit, UnitCard } from '../../model/unit.ts';
import { isInCommand } from '../command.ts';
import { lightAt } from '../contacts.ts';
import { coordinationOf } from '../coordination.ts';
import { within } from '../curve.ts';
import { vigourOf } from '../fatigue.ts';
import { minuteOf, skyOf } from '../light.ts';
import { slopeBetween } from '../movement.ts';
import { cardOf, hexOf, listUnitsAt } from '../roster.ts';
import { type Entrenchment, entrenchmentFor, manHoursAt } from '../works.ts';

/** What men of each branch are worth hand to hand. [C] */
// biome-ignore format: a table
export const CLOSE_SHARE: ByBranch<number> = {
  rifles: 1, borderGuards: 1.1, machineGuns: 0.5, antiTank: 0.4, infantryGuns: 0.4, artillery: 0.35, tanks: 0,
  cavalry: 0.9, engineers: 1, headquarters: 0.6,
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

/** Drill with the bayonet in the dark: added power at full training over none. Source: 31 July 1938, crest taken [C]. */
const NIGHT_DRILL = 0.7;

/** Factors on the attackers' power, and of command on either's. Set so that the night of 31 July 1938 comes out in the middle. [C] */
export const SURPRISE = 1.35;
export const EACH_DIRECTION = 0.15;
export const MOST_DIRECTIONS = 0.45;
export const COMMAND = 1.1;
/** Rise over run from which the assault goes uphill, and what that leaves of it. [C] */
export const UPHILL_SLOPE = 0.15;
export const UPHILL = 0.85;

/**
 * Share of its men that a close combat at even odds costs each side, how far the ratio moves it, and what winning and
 * losing do to it. Set beside a third of I/75 lost in one night: scenarios/sources.md 7 [C].
 */
// biome-ignore format: a table, columns aligned
const LOSS = {
  attacker: { even: 0.09, least: 0.35, most: 2,   won: 0.8, lost: 1.4 },
  defender: { even: 0.1,  least: 0.4,  most: 2.5, won: 1.4, lost: 0.7 },
};

/** `won` is told from the attackers' side for both. */
export const lossShare = (side: keyof typeof LOSS, against: number, outcome: AssaultOutcome): number =>
  LOSS[side].even * within(against, LOSS[side].least, LOSS[side].most) * LOSS[side][isWon(outcome) ? 'won' : 'lost'];

export interface Melee {
  readonly scenario: Scenario;
  readonly state: BattleState;
  readonly attackers: readonly Unit[];
  readonly hex: HexIndex;
  /** The defenders had no idea. */
  readonly surprise: 'surprised' | 'warned';
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
  const light = lightAt(melee, state.flares, melee.hex, sky.light);
  const first = melee.attackers[0];
  const defenders =
    first === undefined ? [] : listUnitsAt(scenario, state, opponentOf(cardOf(scenario, first.id).side), melee.hex);
  const attack = melee.attackers.reduce((sum, unit) => sum + powerOf(melee, cardOf(scenario, unit.id), unit, light), 0);
  const defence = defenders.reduce((sum, unit) => sum + powerOf(melee, cardOf(scenario, unit.id), unit, light), 0);
  const factors = factorsOf(melee, light, defenders);
  const raw = factors.reduce((value, factor) => value * factor.value, attack / Math.max(1, defence));
  const ratio = Math.round(within(raw, 0.05, 20) * 100) / 100;
  return {
    ratio,
    factors,
    chances: chancesAt(ratio),
    attackerLoss: (outcome) => lossShare('attacker', 1 / ratio, outcome),
    defenderLoss: (outcome) => lossShare('defender', ratio, outcome),
  };
}

const isWon = (outcome: AssaultOutcome): boolean => outcome === 'taken' || outcome === 'overrun';

/** Drill and combat behind the bayonet; the dark favours the drilled. 0.5 for recruits, 1.4 for veterans by day. [C] */
export function handToHandQuality(card: UnitCard, light: keyof ByLight<number>): number {
  const night =
    light === 'dark' || light === 'moon' ? 1 + NIGHT_DRILL * (card.nightTraining - PLAIN_NIGHT_TRAINING) : 1;
  return (QUALITY.raw + QUALITY.training * card.training + QUALITY.experience * card.experience) * night;
}

/** What men are worth without drill, and what drill and combat add. [C] */
export const QUALITY = { raw: 0.5, training: 0.5, experience: 0.4 };

/** Training at which the dark neither helps nor hinders. [C] */
const PLAIN_NIGHT_TRAINING = 0.3;

/** Share of a unit's men who fight: heads down, hearts sunk and legs gone do not. */
export const inHandShare = (unit: Unit): number =>
  COHESION[unit.cohesion] * (1 - 0.5 * unit.suppression) * vigourOf(unit);

/** Men and what they are worth hand to hand; the dark favours the drilled. */
function powerOf(melee: Melee, card: UnitCard, unit: Unit, light: keyof ByLight<number>): number {
  const men = card.branch === 'tanks' ? unit.vehicles * TANK_MEN[light] : unit.men * CLOSE_SHARE[card.branch];
  const minute = minuteOf(melee.scenario.clock, melee.state.turn);
  const led = isInCommand(melee.scenario, melee.state.units, card, unit, minute) ? COMMAND : 1;
  return men * handToHandQuality(card, light) * led * inHandShare(unit);
}

function factorsOf(melee: Melee, light: keyof ByLight<number>, defenders: readonly Unit[]): readonly Factor[] {
  const { scenario, state, hex } = melee;
  const directions = new Set(melee.attackers.map((unit) => findDirection(scenario.map.grid, hexOf(unit), hex)));
  const steepest = melee.attackers.reduce(
    (slope, unit) => Math.max(slope, slopeBetween(scenario.map, hexOf(unit), hex)),
    0,
  );
  const dugIn = defenders.filter((unit) => unit.posture === 'dugIn').reduce((men, unit) => men + unit.men, 0);
  const works = dugIn === 0 ? 1 : WORKS_BY_DAY[entrenchmentFor(manHoursAt(state.works, hex), dugIn)];
  const worksNow = light === 'dark' || light === 'moon' ? 1 + (works - 1) * NIGHT_WORKS_SHARE : works;
  const coordination = coordinationOf(scenario, state, melee.attackers);
  return [
    ...(coordination === 1 ? [] : [{ name: 'coordination', owner: 'actor', value: coordination } as const]),
    { name: 'surprise', owner: 'actor', value: melee.surprise === 'surprised' ? SURPRISE : 1 },
    {
      name: 'directions',
      owner: 'actor',
      value: 1 + Math.min(MOST_DIRECTIONS, EACH_DIRECTION * Math.max(0, directions.size - 1)),
    },
    { name: 'slope', owner: 'ground', value: steepest >= UPHILL_SLOPE ? UPHILL : 1 },
    { name: 'entrenchment', owner: 'target', value: 1 / worksNow },
  ];
}

/** Even odds carry the hex in a little under half of cases; three to one in nine of ten. [C] */
const EVEN = 1.2;

/** Chance of each outcome at a ratio of power. */
export function chancesAt(ratio: number): Readonly<Record<AssaultOutcome, number>> {
  const won = (ratio * ratio) / (ratio * ratio + EVEN);
  const overrun = won * within((ratio - 1.2) / 4, 0, 0.8);
  const undecided = (1 - won) * 0.4;
  return { overrun, taken: won - overrun, undecided, repulsed: 1 - won - undecided, stopped: 0 };
}
