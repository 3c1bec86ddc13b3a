/**
 * The situation as the side sees it at one moment, arranged for asking: who is where, what is presumed about each
 * objective, what is dangerous. Everything comes from the observation; of the scenario only what both sides know of the
 * battle (map, clock, objectives, limits, weapons) and the side's own cards are read.
 */
import type { HexGrid, HexIndex } from '../../hex/grid.ts';
import { listNeighbours } from '../../hex/grid.ts';
import { hexesBetween } from '../../hex/distance.ts';
import { likeliestHypothesis, type World, worldFrom } from '../../battle/world.ts';
import type { ContactView } from '../../model/contact.ts';
import type { Observation } from '../../model/observation.ts';
import type { Scenario } from '../../model/scenario.ts';
import { opponentOf, type Side } from '../../model/side.ts';
import type { Unit, UnitCard, UnitId } from '../../model/unit.ts';
import { listForbidden } from '../../rules/limits.ts';
import { cardOf, isInAction } from '../../rules/roster.ts';
import type { Purse } from '../steps.ts';
import { powerOf, powerOfContact, presumedPower } from './strength.ts';

/** An own unit in action on the map. */
export interface Own {
  readonly id: UnitId;
  readonly unit: Unit;
  readonly card: UnitCard;
  readonly at: HexIndex;
  readonly power: number;
}

/** An objective, who is believed to hold it, and the enemy power known or presumed on it. */
export interface Aim {
  readonly hex: HexIndex;
  readonly points: number;
  readonly holder: Side | null;
  readonly enemyPower: number;
}

export interface Situation {
  readonly scenario: Scenario;
  readonly observation: Observation;
  readonly grid: HexGrid;
  readonly side: Side;
  readonly enemy: Side;
  readonly isNight: boolean;
  readonly turnsLeft: number;
  readonly own: readonly Own[];
  readonly aims: readonly Aim[];
  /** Hexes that the enemy is known or presumed to hold, ascending. */
  readonly enemyHexes: readonly HexIndex[];
  readonly forbidden: ReadonlySet<HexIndex>;
  readonly purse: Purse;
  /** The believed battle, made when first asked for. */
  readonly world: () => World;
}

/** Share of its power that an enemy has who has only just taken a place and is not in order there yet. [C] */
const DISORDERED_SHARE = 0.6;

/** `justLost` are objectives the enemy took within the last turn or two. */
export function situationOf(
  scenario: Scenario,
  observation: Observation,
  from: { readonly purse: Purse; readonly justLost: readonly HexIndex[] },
): Situation {
  const { side, light } = observation;
  const enemy = opponentOf(side);
  const own = observation.units.flatMap((unit): Own[] => {
    if (!isInAction(unit) || typeof unit.at !== 'number') return [];
    const card = cardOf(scenario, unit.id);
    return [{ id: unit.id, unit, card, at: unit.at, power: powerOf(card, unit, light) }];
  });
  const aims = scenario.objectives.map((objective, index): Aim => {
    const holder = observation.holders[index] ?? null;
    const known = observation.contacts.filter((contact) => contact.hex === objective.hex);
    const power = known.reduce((sum, contact) => sum + powerOfContact(scenario, enemy, contact, light), 0);
    const presumed = holder === enemy && known.length === 0 ? presumedPower(scenario, enemy, light) : 0;
    const order = from.justLost.includes(objective.hex) ? DISORDERED_SHARE : 1;
    return { hex: objective.hex, points: objective.points, holder, enemyPower: (power + presumed) * order };
  });
  const held = [
    ...observation.contacts.map((contact) => contact.hex),
    ...aims.filter((aim) => aim.holder === enemy).map((aim) => aim.hex),
  ];
  let world: World | undefined;
  return {
    scenario,
    observation,
    grid: scenario.map.grid,
    side,
    enemy,
    isNight: light === 'dark' || light === 'moon',
    turnsLeft: scenario.clock.turns - observation.turn,
    own,
    aims,
    enemyHexes: held.filter((hex, place) => held.indexOf(hex) === place).sort((a, b) => a - b),
    forbidden: new Set(listForbidden(scenario, side, observation)),
    purse: from.purse,
    world: () => (world ??= worldFrom(scenario, observation, likeliestHypothesis(scenario, observation))),
  };
}

export const ownAt = (situation: Situation, hex: HexIndex): Own[] => situation.own.filter((own) => own.at === hex);

export const contactsAt = (situation: Situation, hex: HexIndex): ContactView[] =>
  situation.observation.contacts.filter((contact) => contact.hex === hex);

/** Hexes to the nearest hex the enemy is known or presumed to hold; 99 when there is none. */
export const hexesToEnemy = (situation: Situation, hex: HexIndex): number =>
  situation.enemyHexes.reduce((least, enemyHex) => Math.min(least, hexesBetween(situation.grid, hex, enemyHex)), 99);

/** Hexes to the nearest contact; 99 when there is none. */
export const hexesToContact = (situation: Situation, hex: HexIndex): number =>
  situation.observation.contacts.reduce(
    (least, contact) => Math.min(least, hexesBetween(situation.grid, hex, contact.hex)),
    99,
  );

/** Enemy power on the neighbouring hexes, of contacts perceived now. */
export function enemyPowerBeside(situation: Situation, hex: HexIndex): number {
  const beside = listNeighbours(situation.grid, hex);
  return situation.observation.contacts
    .filter((contact) => contact.current && beside.includes(contact.hex))
    .reduce(
      (sum, contact) => sum + powerOfContact(situation.scenario, situation.enemy, contact, situation.observation.light),
      0,
    );
}
