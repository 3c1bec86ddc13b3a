/**
 * What guns may be asked for: how long they fire, how fast, and how many of their granted missions it takes when they stand
 * beyond the map; and how long a call takes to come to the first round that counts.
 */
import type { HexIndex } from '../../hex/grid.ts';
import { hexesBetween } from '../../hex/distance.ts';
import type { Metres, Minutes } from '../../model/clock.ts';
import type { BattleMap } from '../../model/map.ts';
import type { Scenario } from '../../model/scenario.ts';
import { type ByMissionTask, COMMUNICATIONS, type Communications, type Unit, type UnitCard } from '../../model/unit.ts';
import { wordMinutes } from '../command.ts';
import { tenths } from '../curve.ts';
import { rangeMetres } from '../range.ts';
import { cardOf, weaponOf } from '../roster.ts';

interface Task {
  readonly minutes: Minutes;
  /** Share of the practical rate of fire. */
  readonly rate: number;
  /** Granted missions spent by guns beyond the map. */
  readonly missions: number;
}

/** Source: the norms of rounds a hectare, scenarios/sources.md 6; times and rates of a quarter of an hour's work [C]. */
// biome-ignore format: a table, columns aligned
export const TASKS: ByMissionTask<Task> = {
  suppress:       { minutes: 15, rate: 1,    missions: 1 },
  destroy:        { minutes: 30, rate: 1,    missions: 2 },
  harass:         { minutes: 45, rate: 0.15, missions: 1 },
  barrage:        { minutes: 20, rate: 0.8,  missions: 1 },
  counterBattery: { minutes: 30, rate: 1,    missions: 2 },
  smoke:          { minutes: 10, rate: 1,    missions: 1 },
};

export const taskOf = (task: keyof typeof TASKS): Task => TASKS[task];

/** Finding the range on a hex that was not shot at before: minutes, and rounds a piece that hit nobody. [C] */
export const RANGING = { minutes: 5, roundsAPiece: 2 };

/** The slower of two means of communication. */
const slower = (one: Communications, other: Communications): Communications =>
  COMMUNICATIONS.indexOf(one) > COMMUNICATIONS.indexOf(other) ? one : other;

/** A unit is on the telephone unless its card says otherwise. */
const meansOf = (card: UnitCard): Communications =>
  card.communications ?? card.headquarters?.communications ?? 'telephone';

/**
 * Minutes from the call to the first ranging round, by the slower of both means; none for gunners who see for themselves,
 * and for those who fire by the clock.
 */
export function delayMinutes(scenario: Scenario, guns: Unit, observer: Unit | null): Minutes {
  if (observer === null || guns.id === observer.id) return 0;
  const by = slower(meansOf(cardOf(scenario, guns.id)), meansOf(cardOf(scenario, observer.id)));
  const metres =
    typeof guns.at === 'number' && typeof observer.at === 'number'
      ? rangeMetres(scenario.map, guns.at, observer.at)
      : OFF_MAP_METRES;
  return tenths(wordMinutes(by, metres));
}

/** Guns beyond the map stand so far off. [C] */
export const OFF_MAP_METRES = 6000;

/** Whether the guns have the range of a hex: they shot at it or at its neighbour, or it was laid on before the battle. */
const hasRange = (scenario: Scenario, guns: Unit, hex: HexIndex): boolean =>
  (guns.registered ?? []).some((known) => hexesBetween(scenario.map.grid, known, hex) <= 1);

export interface Ranging {
  readonly minutes: Minutes;
  readonly roundsAPiece: number;
}

/** Metres by which guns outrange others of their kind: a metre for each that they stand above the target; as much less uphill. */
export const heightMetres = (map: BattleMap, from: HexIndex, to: HexIndex): Metres =>
  Math.round((map.elevationMetres[from] ?? 0) - (map.elevationMetres[to] ?? 0));

/** Metres to which guns fire from a hex upon another. */
export function indirectReach({ map, weapons }: Scenario, card: UnitCard, from: HexIndex, to: HexIndex): Metres {
  const reach = card.armaments.reduce(
    (most, armament) => Math.max(most, weapons.get(armament.weapon)?.indirectMetres ?? 0),
    0,
  );
  return reach + heightMetres(map, from, to);
}

/** Whether a unit has guns, howitzers or mortars that fire over the heads of others. */
export const firesIndirectly = ({ weapons }: Scenario, card: UnitCard): boolean =>
  card.armaments.some(({ weapon }) => weapons.get(weapon)?.indirectMetres !== undefined);

/** What finding the range takes. */
export const rangingFor = (scenario: Scenario, guns: Unit, hex: HexIndex): Ranging =>
  hasRange(scenario, guns, hex) ? { minutes: 0, roundsAPiece: 0 } : RANGING;

/** Least distance from own troops to the hex aimed at, by the ground one round makes deadly. Source: regulations, 300 m for 122–152 mm [C]. */
// biome-ignore format: a table
export const SAFE_METRES: readonly (readonly [lethalSquareMetres: number, metres: Metres])[] = [
  [20, 120], [60, 200], [200, 300], [Infinity, 400],
];

/** The same for the heaviest of a unit's indirect weapons. */
export function safeMetres(scenario: Scenario, card: UnitCard): Metres {
  const deadly = card.armaments.reduce((most, armament) => {
    const weapon = weaponOf(scenario, armament.weapon);
    return weapon.indirectMetres === undefined ? most : Math.max(most, weapon.lethalSquareMetres ?? 0);
  }, 0);
  return SAFE_METRES.find(([most]) => deadly <= most)?.[1] ?? 0;
}
