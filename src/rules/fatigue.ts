/**
 * Fatigue, 0 rested to 1 spent: how work, fire, heat and nights without sleep tire a unit, how rest restores it, and what
 * is left of its powers. It is settled once, when its side's turn begins, for the turn that lies behind.
 */
import type { Minutes, Sky } from '../model/clock.ts';
import type { Activity, ByMobility, Mobility, Unit } from '../model/unit.ts';
import { type Point, thousandths, valueAt, within } from './curve.ts';
import { vigourInWant } from './supply/want.ts';

/**
 * Hours on the march that make a normal day for those rested: 30 km on foot at 4 km/h, 50 km mounted, 24 and 28 km with
 * packs and teams, 200 km in lorries, 180 km in cars, 100 km in tanks. Source: scenarios/sources.md 10 [A–B].
 */
// biome-ignore format: a table
export const DAY_HOURS: ByMobility<number> = {
  foot: 7.5, horse: 6.7, pack: 6, truck: 14, wheeled: 10, tracked: 8.5, towed: 6.2, boat: 16, static: 7.5,
};

/** Fatigue after a normal day's march; a forced one of 45 to 50 km on foot leaves four fifths. [C] */
export const DAY_FATIGUE = 0.5;

/** Hours of digging and of fighting that tire as much. [C] */
export const DIGGING_HOURS = 8;
export const FIGHTING_HOURS = 6;

/** Lying under fire tires by so much an hour at full suppression; working through the night by so much more. [C] */
const PINNED_AN_HOUR = 0.05;
const NIGHT_AN_HOUR = 0.02;

/** Heat above which men and horses suffer, in °C; marching and digging then tire by so much more. Source: scenarios/sources.md 10 [C]. */
export const HOT_CELSIUS = 33;
const HOT_TIRES = 1.33;

/** What an hour of rest restores: a night of eight hours makes up for a normal day. By day one rests, but does not sleep. [C] */
const REST_AN_HOUR = { night: 0.0625, day: 0.03 };

/** Share of a unit's powers that fatigue leaves. Set by the march of 100 km in two days: drill "forced-march" [C]. */
export const VIGOUR: readonly Point[] = [
  [0.4, 1],
  [0.6, 0.92],
  [0.8, 0.8],
  [1, 0.65],
];

/** Fatigue of a unit, 0–1. */
export const fatigueOf = (unit: Pick<Unit, 'fatigue'>): number => unit.fatigue ?? 0;

/** Share of its minutes, of its strength hand to hand and of its steadiness that a unit still has. */
export const vigourOf = (unit: Pick<Unit, 'fatigue' | 'water' | 'food'>): number =>
  valueAt(VIGOUR, fatigueOf(unit)) * vigourInWant(unit);

/** A turn that lies behind a unit. */
export interface Toil {
  readonly mobility: Mobility;
  /** What it did last, which stands for all it did. */
  readonly activity: Activity;
  readonly workedMinutes: Minutes;
  readonly turnMinutes: Minutes;
  readonly suppression: number;
  readonly sky: Pick<Sky, 'light' | 'celsius'>;
}

/** Fatigue after a turn, from what it was before. */
export function fatigueAfter(before: number, toil: Toil): number {
  const worked = within(toil.workedMinutes, 0, toil.turnMinutes) / 60;
  const idle = toil.turnMinutes / 60 - worked;
  const isNight = toil.sky.light === 'dark' || toil.sky.light === 'moon';
  const tired =
    worked * (tirednessAnHour(toil) + (isNight ? NIGHT_AN_HOUR : 0)) +
    (PINNED_AN_HOUR * toil.suppression * toil.turnMinutes) / 60;
  const rested = idle * REST_AN_HOUR[isNight ? 'night' : 'day'] * (1 - toil.suppression);
  return thousandths(within(before + tired - rested, 0, 1));
}

function tirednessAnHour({ mobility, activity, sky }: Toil): number {
  const heat = isHot(sky) ? HOT_TIRES : 1;
  switch (activity) {
    case 'moving':
      return (DAY_FATIGUE / DAY_HOURS[mobility]) * heat;
    case 'digging':
      return (DAY_FATIGUE / DIGGING_HOURS) * heat;
    case 'firing':
      return DAY_FATIGUE / FIGHTING_HOURS;
    case 'still':
      return 0;
  }
}

/** Whether the air is so hot that it slows men and horses. */
export const isHot = (sky: Pick<Sky, 'celsius'>): boolean => (sky.celsius ?? 0) > HOT_CELSIUS;
