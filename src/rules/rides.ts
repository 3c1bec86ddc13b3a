/**
 * Horses and lorries that men ride: who has them, what a mounted unit is as a mark and as a firer, who stays behind with
 * the horses, and when horsemen charge.
 */
import type { HexIndex } from '../hex/grid.ts';
import type { BattleMap, Terrain } from '../model/map.ts';
import type { Unit, UnitCard } from '../model/unit.ts';
import { hasGuns } from './roster.ts';

/** What a unit rides: horses, or lorries that carry men. Guns have teams and tractors, which their crews do not leave. */
export function findRide(card: UnitCard): 'horses' | 'lorries' | undefined {
  if (hasGuns(card) || card.branch === 'tanks') return undefined;
  return card.mobility === 'horse' ? 'horses' : card.mobility === 'truck' ? 'lorries' : undefined;
}

/** Lorries, wagons and animals of its own that a unit still has. */
export const transportLeft = (card: UnitCard, unit: Pick<Unit, 'transportLost'>): number =>
  Math.max(0, (card.transport?.count ?? 0) - (unit.transportLost ?? 0));

/** Whether so many of its lorries are lost that the others carry packs and wounded, and the men walk: half and more. [C] */
const isStranded = (card: UnitCard, unit: Unit): boolean =>
  unit.transportLost !== undefined &&
  findRide(card) === 'lorries' &&
  2 * transportLeft(card, unit) <= (card.transport?.count ?? 0);

/** Whether its men go on foot: they got down, or their lorries are gone. */
export const isAfoot = (card: UnitCard, unit: Unit): boolean => unit.ridesAt !== undefined || isStranded(card, unit);

export const isRiding = (card: UnitCard, unit: Unit): boolean => !isAfoot(card, unit) && findRide(card) !== undefined;

/** One man holds four horses; a lorry keeps its driver. Source: cavalry regulations of 1935 [A]. */
export const HORSES_A_HOLDER = 4;

/** A lorry's men at the least share that leaves it. [C] */
const LEAST_AWAY = 0.75;

/** Share of a unit's men who are not with its horses or lorries. */
export function awayFromRides(card: UnitCard, unit: Unit): number {
  if (unit.ridesAt === undefined || unit.men === 0) return 1;
  if (findRide(card) === 'horses') return 1 - 1 / HORSES_A_HOLDER;
  return Math.max(LEAST_AWAY, 1 - transportLeft(card, unit) / unit.men);
}

/** A mounted target over one on foot, as bullets and shells find it. [C] */
export const MOUNTED_TARGET = { horses: 1.4, lorries: 0.8 } as const;

/** What men hit from the saddle or from a lorry over what they hit on foot. [C] */
export const FIRE_FROM_THE_SADDLE = 0.5;

/** Harm done to a unit over what the same men on foot would suffer. */
export function mountedTarget(card: UnitCard, unit: Unit): number {
  const ride = findRide(card);
  return ride === undefined || isAfoot(card, unit) ? 1 : MOUNTED_TARGET[ride];
}

/** A charge goes over no more than this. Source: cavalry regulations of 1935 [B]. */
export const CHARGE_METRES = 1000;

/** Ground a charge goes over. [C] */
const CHARGED_OVER: readonly Terrain[] = ['open', 'sand', 'dunes', 'scrub', 'settlement'];

/** Whether horsemen can gallop from a hex into the next. */
export const canGallop = (map: BattleMap, from: HexIndex, to: HexIndex): boolean =>
  map.hexMetres <= CHARGE_METRES && [from, to].every((hex) => CHARGED_OVER.includes(map.terrain[hex] ?? 'deepWater'));
