/**
 * Boats and rafts that go to and fro: how often, and how long it takes until everything is over. Men and what they carry go
 * in boats, with light guns taken apart; what is heavier waits for a raft, and horses swim beside.
 */
import type { Minutes } from '../../model/clock.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Unit, UnitCard } from '../../model/unit.ts';
import type { VehicleKind, VehicleType } from '../../model/vehicle.ts';
import type { WeaponKind } from '../../model/weapon.ts';
import { present } from '../../model/assert.ts';
import { tenths } from '../curve.ts';
import { findRide, transportLeft } from '../rides.ts';
import { cardOf, isInAction, weaponOf } from '../roster.ts';
import type { Stretch } from './stretch.ts';

/** A raft on boats: what it bears, how fast it is poled over, and how long loading it takes at each bank. [C] */
export const RAFT = { tonnes: 5, kmh: 3, loadMinutes: 6 } as const;

/** Guns up to this weight go in boats, each in the place of so many men. Source: scenarios/sources.md 15 [C]. */
export const IN_BOATS = { tonnes: 0.4, seats: 8 } as const;

/** Farthest that boats are rowed to and fro. [C] */
export const FARTHEST_FERRIED_METRES = 3000;

/** Minutes to drive horses through the water beside the boats and catch them again. [C] */
export const HORSES_SWIM_MINUTES = 10;

const GUNS: readonly WeaponKind[] = ['gun', 'howitzer', 'antiTankGun', 'autocannon'];
/** What rolls and is not taken apart; carts, beasts and limbers go with the men. */
const ROLLING: readonly VehicleKind[] = ['truck', 'tractor', 'tank', 'tankette', 'armouredCar', 'gunCarrier'];

interface Load {
  readonly tonnes: number;
  readonly count: number;
}

export interface FerryPlan {
  readonly boatTrips: number;
  readonly raftTrips: number;
  /** Until all of it is over. */
  readonly minutes: Minutes;
  /** That one man is on the water. */
  readonly exposedMinutes: Minutes;
  /** Lorries that men ride stay where there is no raft for them. */
  readonly lorries: 'with' | 'left';
}

export type Ferrying =
  | { readonly kind: 'plan'; readonly plan: FerryPlan }
  | { readonly kind: 'noRafts' }
  | { readonly kind: 'tooHeavy'; readonly tonnes: number };

/** A unit with boats in the same hex: the unit's own, or those of the first that has some. */
export function findFerry(scenario: Scenario, units: readonly Unit[], unit: Unit): Unit | undefined {
  const hasBoats = (other: Unit): boolean =>
    other.at === unit.at &&
    isInAction(other) &&
    other.cohesion !== 'broken' &&
    cardOf(scenario, other.id).boats !== undefined;
  return hasBoats(unit) ? unit : units.find(hasBoats);
}

/** How a unit is taken over some water in the boats of a ferry. */
export function planFerry(
  scenario: Scenario,
  { widthMetres, currentMetresPerSecond }: Stretch,
  unit: Unit,
  ferry: UnitCard,
): Ferrying {
  const card = cardOf(scenario, unit.id);
  const boats = present(ferry.boats, `${ferry.id} has boats`);
  const boat = present(scenario.vehicles.get(boats.vehicle), `no vehicle ${boats.vehicle}`);
  const rafts = boats.rafts ?? 0;
  const guns = listGuns(scenario, card, unit);
  const heavy = [...guns.filter(({ tonnes }) => tonnes > IN_BOATS.tonnes), ...listVehicles(scenario, card, unit)];
  const lorries = rafts === 0 ? [] : listLorries(scenario, card, unit);
  const loads = [...heavy, ...lorries].filter(({ count }) => count > 0);
  const tonnes = loads.reduce((most, load) => Math.max(most, load.tonnes), 0);
  if (loads.length > 0 && rafts === 0) return { kind: 'noRafts' };
  if (tonnes > RAFT.tonnes) return { kind: 'tooHeavy', tonnes };
  const light = guns.reduce((sum, gun) => sum + (gun.tonnes > IN_BOATS.tonnes ? 0 : gun.count), 0);
  const boatTrips = Math.ceil((unit.men + light * IN_BOATS.seats) / (boats.count * (boat.seats ?? 1)));
  const raftLoads = loads.reduce((sum, load) => sum + Math.ceil(load.count / Math.floor(RAFT.tonnes / load.tonnes)), 0);
  const raftTrips = rafts === 0 ? 0 : Math.ceil(raftLoads / rafts);
  const over = (kmh: number): Minutes => ((widthMetres * 0.06) / kmh) * (1 + currentMetresPerSecond);
  const rowed = over(boat.hull?.stillWaterKmh ?? RAFT.kmh);
  const byBoat = boatTrips * 2 * (rowed + (boat.loadMinutes ?? 1));
  const byRaft = raftTrips * 2 * (over(RAFT.kmh) + RAFT.loadMinutes);
  const plan: FerryPlan = {
    boatTrips,
    raftTrips,
    minutes: tenths(Math.max(byBoat, byRaft) + (hasHorses(scenario, card, unit) ? HORSES_SWIM_MINUTES : 0)),
    exposedMinutes: tenths(rowed),
    lorries: rafts === 0 ? 'left' : 'with',
  };
  return { kind: 'plan', plan };
}

const listGuns = (scenario: Scenario, card: UnitCard, unit: Unit): Load[] =>
  card.armaments.flatMap(({ weapon }, type) => {
    const { kind, travelTonnes, tonnes = 1 } = weaponOf(scenario, weapon);
    const count = unit.pieces[type] ?? 0;
    return GUNS.includes(kind) && card.branch !== 'tanks' ? [{ tonnes: travelTonnes ?? tonnes, count }] : [];
  });

function listVehicles(scenario: Scenario, card: UnitCard, unit: Unit): Load[] {
  const fighting = findRolling(scenario, card.vehicle);
  const pulling = findRide(card) === undefined ? findRolling(scenario, card.transport?.vehicle) : undefined;
  return [
    ...(fighting === undefined ? [] : [{ tonnes: fighting.tonnes, count: unit.vehicles }]),
    ...(pulling === undefined ? [] : [{ tonnes: pulling.tonnes, count: transportLeft(card, unit) }]),
  ];
}

/** Lorries that men ride, unless they are left somewhere already. */
function listLorries(scenario: Scenario, card: UnitCard, unit: Unit): Load[] {
  const type = findRide(card) === 'lorries' ? findRolling(scenario, card.transport?.vehicle) : undefined;
  return type === undefined || unit.ridesAt !== undefined
    ? []
    : [{ tonnes: type.tonnes, count: transportLeft(card, unit) }];
}

function findRolling(scenario: Scenario, id: VehicleType['id'] | undefined): VehicleType | undefined {
  const type = id === undefined ? undefined : scenario.vehicles.get(id);
  return type !== undefined && ROLLING.includes(type.kind) ? type : undefined;
}

function hasHorses(scenario: Scenario, card: UnitCard, unit: Unit): boolean {
  if (card.mobility === 'horse') return unit.ridesAt === undefined;
  const beasts = card.transport === undefined ? undefined : scenario.vehicles.get(card.transport.vehicle)?.beasts;
  return card.mobility === 'pack' || card.mobility === 'towed' || beasts !== undefined;
}
