/**
 * Men against vehicles hand to hand: with petrol bottles, mines on poles and satchels, bundled grenades, or by forcing a
 * hatch. Whoever closes with vehicles, or is closed with by them, goes at them before the rest of the fight is decided.
 */
import type { Clock, Sky } from '../../model/clock.ts';
import type { TankKilling } from '../../model/event.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { ByBranch, Unit, UnitCard, UnitId } from '../../model/unit.ts';
import type { VehicleType } from '../../model/vehicle.ts';
import { type Course, happen } from '../course.ts';
import { CREW_HIT, isInVehicles, type Vehicles, vehiclesOf } from '../fire/armour.ts';
import { strike } from '../fire/harm.ts';
import { meanOf, oddsOfStopped, type Rounds } from '../fire/shots.ts';
import { skyOf } from '../light.ts';
import { cardOf, isInAction, unitOf } from '../roster.ts';
import { inHandShare } from './odds.ts';

/** One man's try: that he gets there, that what he has takes hold, that it stops the vehicle; and that he is hit. */
export interface Try {
  readonly reach: number;
  readonly hold: number;
  readonly stop: number;
  readonly lost: number;
  /** Of vehicles stopped, those that burn. */
  readonly burns: number;
}

/**
 * Against vehicles on their own: about 6 in a hundred bottles by one man each stop one on a hot day, a section of ten one
 * in two. Source: scenarios/sources.md 6, close assault [C].
 */
// biome-ignore format: a table
export const TRIES: Readonly<Record<TankKilling, Try>> = {
  bottles:  { reach: 0.35, hold: 0.5, stop: 0.35, lost: 0.35, burns: 1   },
  charges:  { reach: 0.2,  hold: 1,   stop: 0.5,  lost: 0.6,  burns: 0   },
  grenades: { reach: 0.15, hold: 1,   stop: 0.4,  lost: 0.6,  burns: 0   },
  hatch:    { reach: 0.1,  hold: 1,   stop: 0.25, lost: 0.8,  burns: 0   },
};

/** Petrol on a cool engine, or on one that burns diesel oil, over petrol on a hot one. [C] */
export const COOL_SHARE = 0.29;
/** From this heat on, in degrees; where the record has none, in these months by day. [C] */
export const HOT = { celsius: 25, fromMonth: 6, toMonth: 8 } as const;
/** Nets and plates over the engine. Source: bottle losses fell after July 1939; the share [C]. */
export const COVERED_SHARE = 0.3;
/** Infantry with the vehicles: few reach them, most who try are shot. Source: scenarios/sources.md 6 [C]. */
export const ESCORTED = { reach: 0.23, lost: 2.1 } as const;
/** Men with the vehicles for each of them, from which on they are escorted. [C] */
export const ESCORT_MEN = 5;
/** Plate that a bundle of grenades breaks, in millimetres. [C] */
export const THIN_MM = 12;

/** Men in hand of whom one may try, with something to throw; with bare hands one in ten of those. [C] */
export const HUNTERS_SHARE = 0.3;
const BARE_HANDED_SHARE = 0.1;
/** Men who get at one vehicle in one fight. [C] */
const MOST_A_VEHICLE = 10;

/** Who goes at tanks on foot. */
// biome-ignore format: a table
const HUNTS: ByBranch<boolean> = {
  rifles: true, borderGuards: true, machineGuns: true, antiTank: false, infantryGuns: false, artillery: false,
  tanks: false, cavalry: true, engineers: true, headquarters: false, craft: false,
};

/** Whether engines are hot. */
export function areEnginesHot(
  { date }: Pick<Clock, 'date'>,
  { celsius, light }: Pick<Sky, 'celsius' | 'light'>,
): boolean {
  if (celsius !== undefined) return celsius >= HOT.celsius;
  const month = Number(date.slice(5, 7));
  return light === 'day' && month >= HOT.fromMonth && month <= HOT.toMonth;
}

/** What a try comes to against vehicles of a type. */
export function tryAt(
  means: TankKilling,
  type: Pick<VehicleType, 'fuel' | 'decksCovered'> | undefined,
  scene: { readonly engines: 'hot' | 'cool'; readonly escort: 'alone' | 'escorted' },
): Try {
  const plain = TRIES[means];
  const burning = scene.engines === 'cool' || type?.fuel === 'diesel' ? COOL_SHARE : 1;
  const covered = type?.decksCovered === true ? COVERED_SHARE : 1;
  const escorted = scene.escort === 'escorted';
  return {
    ...plain,
    reach: plain.reach * (escorted ? ESCORTED.reach : 1),
    stop: means === 'bottles' ? plain.stop * burning * covered : plain.stop,
    lost: Math.min(1, plain.lost * (escorted ? ESCORTED.lost : 1)),
  };
}

/** Men with nothing to throw: grenades break thin plate, a hatch that does not lock can be forced. */
function bareHanded(type: VehicleType | undefined, mark: Vehicles): TankKilling | undefined {
  if (mark.plates.side <= THIN_MM) return 'grenades';
  return type?.hatches === 'locked' ? undefined : 'hatch';
}

/** How many men try, and with what, the best first. */
export function listTries(
  scenario: Pick<Scenario, 'vehicles'>,
  hunters: Unit,
  target: { readonly card: UnitCard; readonly mark: Vehicles },
): readonly { readonly means: TankKilling; readonly tries: number }[] {
  const type = target.card.vehicle === undefined ? undefined : scenario.vehicles.get(target.card.vehicle);
  const willing = Math.min(
    Math.floor(hunters.men * inHandShare(hunters) * HUNTERS_SHARE),
    target.mark.count * MOST_A_VEHICLE,
  );
  const bottles = Math.min(willing, hunters.bottles ?? 0);
  const charges = Math.min(willing - bottles, hunters.charges ?? 0);
  const bare = bareHanded(type, target.mark);
  return [
    { means: 'bottles' as const, tries: bottles },
    { means: 'charges' as const, tries: charges },
    ...(bare === undefined
      ? []
      : [{ means: bare, tries: Math.floor((willing - bottles - charges) * BARE_HANDED_SHARE) }]),
  ].filter(({ tries }) => tries > 0);
}

/** The tries as rounds: the chance of each number of vehicles stopped follows as it does of shots. */
export const roundsOfTries = (tries: number, { reach, hold, stop }: Try): readonly Rounds[] => [
  { count: tries, hit: reach, pierce: hold, stop },
];

/** Those who meet: both sides' units in the fight. */
export interface Meeting {
  readonly ones: readonly UnitId[];
  readonly others: readonly UnitId[];
}

/** Each side's men go at the other's vehicles. */
export function huntVehicles(course: Course, { ones, others }: Meeting): void {
  hunt(course, ones, others);
  hunt(course, others, ones);
}

function hunt(course: Course, hunters: readonly UnitId[], prey: readonly UnitId[]): void {
  const { scenario, state } = course;
  const escort = prey.map((id) => unitOf(scenario, state, id)).filter((unit) => isEscort(scenario, unit));
  const vehicles = prey.reduce((sum, id) => sum + unitOf(scenario, state, id).vehicles, 0);
  const escortMen = escort.reduce((sum, unit) => sum + unit.men * inHandShare(unit), 0);
  const escorted = escortMen >= vehicles * ESCORT_MEN ? 'escorted' : 'alone';
  for (const target of prey)
    for (const id of hunters)
      if (HUNTS[cardOf(scenario, id).branch]) goAt(course, { hunters: id, target, escort: escorted });
}

const isEscort = (scenario: Scenario, unit: Unit): boolean =>
  isInAction(unit) && !isInVehicles(cardOf(scenario, unit.id), unit) && HUNTS[cardOf(scenario, unit.id).branch];

function goAt(
  course: Course,
  { hunters: id, target: targetId, escort }: { hunters: UnitId; target: UnitId; escort: 'alone' | 'escorted' },
): void {
  const { scenario } = course;
  const card = cardOf(scenario, targetId);
  const target = unitOf(scenario, course.state, targetId);
  if (!isInVehicles(card, target)) return;
  const type = card.vehicle === undefined ? undefined : scenario.vehicles.get(card.vehicle);
  const engines = areEnginesHot(scenario.clock, skyOf(scenario.clock, course.state)) ? 'hot' : 'cool';
  const hunters = unitOf(scenario, course.state, id);
  for (const { means, tries } of listTries(scenario, hunters, { card, mark: vehiclesOf(scenario, card, target) })) {
    const prey = unitOf(scenario, course.state, targetId);
    const mark = vehiclesOf(scenario, card, prey);
    if (mark.count === 0 || !isInAction(unitOf(scenario, course.state, id))) return;
    const one = tryAt(means, type, { engines, escort });
    const rounds = roundsOfTries(tries, one);
    const stopped = meanOf(oddsOfStopped(rounds, mark.count));
    happen(course, { kind: 'hunted', unit: id, target: targetId, means, tries, escorted: escort === 'escorted' });
    strike(course, {
      unit: targetId,
      by: id,
      men: stopped * mark.crewMen * CREW_HIT.burnt,
      vehicles: stopped,
      weight: stopped,
      felt: 1,
      shots: { rounds, mark, burns: one.burns },
    });
    strike(course, { unit: id, by: targetId, men: tries * one.lost, vehicles: 0, weight: tries * one.lost, felt: 1 });
  }
}
