/**
 * What a unit uses up and has room for, in kilograms: water and food by men and beasts, petrol by vehicles and
 * kilometres, rounds by weapon. What it is short of, and what is left of water and food after so many minutes.
 */
import type { Minutes, Sky } from '../../model/clock.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { SupplyClass } from '../../model/load.ts';
import type { Unit, UnitCard } from '../../model/unit.ts';
import type { VehicleId } from '../../model/vehicle.ts';
import type { ByWeaponKind, Weapon } from '../../model/weapon.ts';
import { thousandths } from '../curve.ts';
import { isHot } from '../fatigue.ts';
import { transportLeft } from '../rides.ts';
import { weaponOf } from '../roster.ts';
import { findRangeKm, listMotors } from './fuel.ts';

/** Kilograms a day of a man and of a riding horse: 5 and 30 litres, rations and forage. Source: scenarios/sources.md 12 [B]. */
export const A_DAY = { man: { water: 5, food: 2 }, horse: { water: 30, food: 9 } };

/** Days of it that a unit has with it when it has all it can carry: canteens and kegs; two days' rations. [C] */
export const FULL_DAYS = { water: 1, food: 2 };

/** In heat men and beasts drink so much more; who is cut off makes everything last twice as long. [C] */
export const HOT_DRINKS = 1.5;
export const RATIONED_SHARE = 0.5;

/** Days that a unit can have been without: beyond that nothing gets worse. */
const WORST_DAYS = 9;

/** Days' worth that make up for any want, once it is there. [C] */
const RESTORING_DAYS = { water: 0.5, food: 1 };

/** Petrol for a tonne over a kilometre of road, in kilograms: BT-7 and T-26 by tank and range, lorries loaded. [C] */
const FUEL_KG = { tracks: 0.13, wheels: 0.045, keel: 0.05, hooves: 0 };

/** Kilograms of a round with its share of belt and box. Source: scenarios/sources.md 12 [C]. */
// biome-ignore format: a table
const ROUND_KG: ByWeaponKind<number> = {
  rifle: 0.03, lightMachineGun: 0.03, machineGun: 0.035, heavyMachineGun: 0.15, antiTankRifle: 0.4, autocannon: 0.5,
  flameThrower: 10, grenadeDischarger: 1, mortar: 4, antiTankGun: 2.5, gun: 10, howitzer: 30,
};
/** A shell's weight with its case, charge and box, over that of the shell. [C] */
const PACKED_SHELL = 1.6;

/** What of it is counted among the shells. */
// biome-ignore format: a table
const AMMUNITION: ByWeaponKind<SupplyClass> = {
  rifle: 'smallArms', lightMachineGun: 'smallArms', machineGun: 'smallArms', heavyMachineGun: 'smallArms',
  antiTankRifle: 'smallArms', autocannon: 'shells', flameThrower: 'fuel', grenadeDischarger: 'smallArms',
  mortar: 'shells', antiTankGun: 'shells', gun: 'shells', howitzer: 'shells',
};

export const classOfRounds = (weapon: Weapon): SupplyClass => AMMUNITION[weapon.kind];

export const kgOfRound = (weapon: Weapon): number =>
  weapon.shellKg === undefined ? ROUND_KG[weapon.kind] : weapon.shellKg * PACKED_SHELL;

/** Kilograms of water and food that a unit's men and beasts need in a day. */
export function kgADay(scenario: Scenario, card: UnitCard, unit: Unit): Readonly<Record<'water' | 'food', number>> {
  let water = A_DAY.man.water * unit.men;
  let food = A_DAY.man.food * unit.men;
  const feed = (id: VehicleId | undefined, count: number): void => {
    const beasts = id === undefined ? undefined : scenario.vehicles.get(id)?.beasts;
    water += (beasts?.waterLitresADay ?? 0) * count;
    food += (beasts?.feedKgADay ?? 0) * count;
  };
  feed(card.vehicle, unit.vehicles);
  feed(card.transport?.vehicle, transportLeft(card, unit));
  if (card.mobility === 'horse' && card.transport === undefined) {
    water += A_DAY.horse.water * unit.men;
    food += A_DAY.horse.food * unit.men;
  }
  return { water, food };
}

/** Kilograms of petrol that a unit's vehicles burn on a kilometre of road. */
export function fuelKgAKm(scenario: Scenario, card: UnitCard, unit: Unit): number {
  let kg = 0;
  for (const [type, count] of listMotors(scenario, card, unit))
    kg += FUEL_KG[type.tread] * (type.tonnes + (type.loadKg ?? 0) / 1000) * count;
  return kg;
}

/** What a unit has, while it is being settled; `rounds` are those brought, by type. */
export interface Stores {
  water: number;
  food: number;
  /** Nothing for who has no motors. */
  fuelKm: number | undefined;
  readonly rounds: number[];
}

export const storesOf = (scenario: Scenario, card: UnitCard, unit: Unit): Stores => ({
  water: unit.water ?? FULL_DAYS.water,
  food: unit.food ?? FULL_DAYS.food,
  fuelKm: unit.fuelKm ?? findRangeKm(scenario, card, unit),
  rounds: unit.rounds.map(() => 0),
});

/** Days of a store that so many minutes take. */
export function daysSpent(store: 'water' | 'food', unit: Unit, minutes: Minutes, sky: Pick<Sky, 'celsius'>): number {
  const heat = store === 'water' && isHot(sky) ? HOT_DRINKS : 1;
  return (minutes / 1440) * heat * (unit.cutOffMinute === undefined ? 1 : RATIONED_SHARE);
}

/** A store after so much of it was used up. */
export const lessBy = (days: number, spent: number): number => thousandths(Math.max(-WORST_DAYS, days - spent));

/** A store after so many days' worth came: what was missed is forgotten as soon as there is enough. */
export function moreBy(store: 'water' | 'food', days: number, given: number): number {
  const full = FULL_DAYS[store];
  if (days >= 0) return thousandths(Math.min(full, days + given));
  const restored = given / RESTORING_DAYS[store];
  return restored < 1 ? thousandths(days * (1 - restored)) : thousandths(Math.min(full, given));
}

/** Days' worth that would fill a store. */
export const lackOf = (store: 'water' | 'food', days: number): number => FULL_DAYS[store] - Math.max(0, days);

/** Rounds of a type that a unit has room for besides those it has. */
export function roundsLacking(scenario: Scenario, card: UnitCard, unit: Unit, type: number): number {
  const armament = card.armaments[type];
  if (armament === undefined) return 0;
  const full = (unit.pieces[type] ?? 0) * weaponOf(scenario, armament.weapon).carriedRounds;
  return Math.max(0, full - (unit.rounds[type] ?? 0));
}
