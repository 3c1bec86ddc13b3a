/** Who is who and where: lookups over a scenario's cards and a state's units. Asks and answers, decides nothing. */
import type { HexIndex } from '../hex/grid.ts';
import { present } from '../model/assert.ts';
import type { BattleState } from '../model/state.ts';
import type { Scenario } from '../model/scenario.ts';
import { type BySide, bySide, type Side } from '../model/side.ts';
import type { Branch, Unit, UnitCard, UnitId } from '../model/unit.ts';
import type { Weapon, WeaponId } from '../model/weapon.ts';

const INDEXES = new WeakMap<readonly UnitCard[], ReadonlyMap<UnitId, number>>();

function indexes(cards: readonly UnitCard[]): ReadonlyMap<UnitId, number> {
  const known = INDEXES.get(cards);
  if (known !== undefined) return known;
  const made = new Map(cards.map((card, index) => [card.id, index]));
  INDEXES.set(cards, made);
  return made;
}

/** Place of a unit in `scenario.cards` and `state.units`, if there is such a unit. */
export const findIndex = (scenario: Scenario, id: UnitId): number | undefined => indexes(scenario.cards).get(id);

/** The same, for a unit that must be there. */
export const indexOfUnit = (scenario: Scenario, id: UnitId): number =>
  present(findIndex(scenario, id), `no unit ${id} in ${scenario.id}`);

const BY_SIDE = new WeakMap<readonly UnitCard[], BySide<readonly number[]>>();

/** Places of a side's units in `scenario.cards` and `state.units`, ascending. */
export function indexesOf({ cards }: Pick<Scenario, 'cards'>, side: Side): readonly number[] {
  let indexesBySide = BY_SIDE.get(cards);
  if (indexesBySide === undefined) BY_SIDE.set(cards, (indexesBySide = partedBySide(cards)));
  return indexesBySide[side];
}

function partedBySide(cards: readonly UnitCard[]): BySide<readonly number[]> {
  const parted: BySide<number[]> = bySide(() => []);
  for (let index = 0; index < cards.length; index++) {
    const card = cards[index];
    if (card !== undefined) parted[card.side].push(index);
  }
  return parted;
}

export const cardOf = (scenario: Scenario, id: UnitId): UnitCard =>
  present(scenario.cards[indexOfUnit(scenario, id)], `no card ${id}`);

export const unitOf = (scenario: Scenario, state: BattleState, id: UnitId): Unit =>
  present(state.units[indexOfUnit(scenario, id)], `no unit ${id}`);

export const sideOf = (scenario: Scenario, id: UnitId): Side => cardOf(scenario, id).side;

export const weaponOf = (scenario: Scenario, id: WeaponId): Weapon =>
  present(scenario.weapons.get(id), `no weapon ${id}`);

/** The hex a unit stands on, if it is on the map. */
export const findHex = (unit: Unit): HexIndex | undefined => (typeof unit.at === 'number' ? unit.at : undefined);

/** The hex of a unit that must be on the map. */
export const hexOf = (unit: Unit): HexIndex => present(findHex(unit), `${unit.id} is not on the map`);

/** Fit to fight at all: on the map or firing from off it, with men, and not given up. */
export const isInAction = (unit: Unit): boolean =>
  (typeof unit.at === 'number' || unit.at === 'offMap') && unit.men > 0 && unit.cohesion !== 'surrendered';

/** Units of a side on a hex, in the order of the cards. */
export function listUnitsAt(scenario: Scenario, state: BattleState, side: Side, hex: HexIndex): Unit[] {
  const found: Unit[] = [];
  for (const index of indexesOf(scenario, side)) {
    const unit = state.units[index];
    if (unit !== undefined && unit.at === hex) found.push(unit);
  }
  return found;
}

/** Those of the hexes on which the side has somebody in action. */
export function occupiedOf(
  scenario: Scenario,
  state: BattleState,
  side: Side,
  hexes: ReadonlySet<HexIndex>,
): ReadonlySet<HexIndex> {
  const occupied = new Set<HexIndex>();
  for (const index of indexesOf(scenario, side)) {
    const unit = state.units[index];
    if (unit !== undefined && typeof unit.at === 'number' && hexes.has(unit.at) && isInAction(unit))
      occupied.add(unit.at);
  }
  return occupied;
}

/** Units of a side on the map, in the order of the cards. */
export function listOnMap(scenario: Scenario, state: BattleState, side: Side): Unit[] {
  const found: Unit[] = [];
  for (const index of indexesOf(scenario, side)) {
    const unit = state.units[index];
    if (unit !== undefined && typeof unit.at === 'number') found.push(unit);
  }
  return found;
}

const GUN_BRANCHES: readonly Branch[] = ['antiTank', 'infantryGuns', 'artillery'];

/** Whether a unit's weapons must be laid in battery before they fire. */
export const hasGuns = (card: UnitCard): boolean => GUN_BRANCHES.includes(card.branch);

/** Whether a unit goes in on horseback. */
export const isMounted = (card: UnitCard, unit: Unit): boolean =>
  card.branch === 'cavalry' && card.mobility === 'horse' && unit.posture !== 'dugIn' && unit.ridesAt === undefined;

/** Fighting vehicles of a unit that fell out and wait to be mended. */
export const countFallenOut = ({ fallenOut }: Unit): number =>
  fallenOut === undefined ? 0 : fallenOut.reduce((sum, one) => sum + (one.lorries ? 0 : one.vehicles), 0);

/** Men lost for whatever reason. */
export const countLost = (unit: Unit): number => unit.killed + unit.wounded + unit.captured + unit.missing;
