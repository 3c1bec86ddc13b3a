/** From expected losses to losses: the throw, who is hit, what is lost with them, how far heads go down, who wavers. */
import type { HexIndex } from '../../hex/grid.ts';
import { present } from '../../model/assert.ts';
import type { Chance } from '../../model/chance.ts';
import type { Hull, Unit, UnitCard, UnitId } from '../../model/unit.ts';
import { aboardShare, listAboard } from '../carry.ts';
import { testCohesion } from '../cohesion.ts';
import { chanceFor, type Course, happen } from '../course.ts';
import { thousandths, within } from '../curve.ts';
import { hasDoctrine } from '../doctrine.ts';
import { tryLines } from '../friction.ts';
import { minuteOf } from '../light.ts';
import { tryLeader } from '../leader.ts';
import { findBattery, isBattery, meetFirstFire, tryAuxiliary } from '../panic.ts';
import { transportLeft } from '../rides.ts';
import { cardOf, unitOf } from '../roster.ts';
import { findVessel, holedFleet, holesToSink, isCraft } from '../water/craft.ts';
import { BURNS, CREW_HIT } from './armour.ts';
import { KNOCKED_OUT_WEIGHT } from './at-vehicles.ts';
import type { Effect } from './shot.ts';
import { drawStopped, type Shots } from './shots.ts';

/**
 * How far a result strays from the mean: ten even chances whose mean is 1. The spread is that of fire reports, a factor
 * of two either way once in five. [C]
 */
export const SPREAD = [0.3, 0.5, 0.65, 0.8, 0.9, 1, 1.15, 1.3, 1.55, 1.85] as const;

/** Of those hit, the killed. Source: 759 of 3,511 at Khasan, 526 of 1,440 Japanese; taken together [B]. */
export const KILLED_SHARE = 0.27;

/** Weight of fire, in men per man of the target, that brings suppression half-way to full. [C] */
export const HALF_SUPPRESSION_WEIGHT = 0.1;

/** Suppression after fire of this weight on `men`, of which a share is felt, from what it was. */
export function suppressionAfter(before: number, weight: number, felt: number, men: number): number {
  const gain = (felt * weight) / (weight + HALF_SUPPRESSION_WEIGHT * Math.max(10, men));
  return thousandths(within(before + (1 - before) * gain, 0, 1));
}

export interface Blow {
  readonly unit: UnitId;
  readonly by: UnitId | null;
  /** Expected men and vehicles; weight of fire, and the share of it that is felt. */
  readonly men: number;
  readonly vehicles: number;
  /** Of its own lorries and wagons, expected; none unless said. */
  readonly transport?: number;
  readonly weight: number;
  readonly felt: number;
  /** How much more it shakes than heads going down tell; 1 unless said. */
  readonly dread?: number;
  /** Rounds at its vehicles: what these and their crews suffer is drawn from them. */
  readonly shots?: Shots;
}

/** The effect of a volley on one of its targets, as a blow. */
export const blowOf = ({ target, men, vehicles, weight, felt, shots }: Effect, by: UnitId): Blow => ({
  unit: target.id,
  by,
  men,
  vehicles,
  weight,
  felt,
  ...(shots === undefined ? {} : { shots }),
});

/** Throws for a blow and records the harm; cohesion is tested when men were lost or heads went down. */
export function strike(course: Course, blow: Blow): void {
  const before = unitOf(course.scenario, course.state, blow.unit);
  const first = findBattery(course, blow.unit);
  hurt(course, blow);
  hurtAboard(course, blow, before);
  const after = unitOf(course.scenario, course.state, blow.unit);
  const shock = {
    lossShare: (before.men - after.men) / Math.max(1, before.men),
    pinned: Math.max(0, after.suppression - before.suppression) * (blow.dread ?? 1),
  };
  if (shock.lossShare > 0 || shock.pinned > 0) {
    meetFirstFire(course, blow.unit, shock);
    tryAuxiliary(course, before, { by: blow.by, first });
    // Who has just run in panic is not asked again.
    if (unitOf(course.scenario, course.state, blow.unit).cohesion === before.cohesion)
      testCohesion(course, blow.unit, shock);
  }
  if (isBattery(course, blow.by)) tryLines(course, blow.unit);
}

/** Those aboard are hit with their carrier. */
function hurtAboard(course: Course, blow: Blow, carrier: Unit): void {
  const aboard = listAboard(course.state.units, blow.unit);
  const men = aboard.reduce((sum, unit) => sum + unit.men, 0);
  if (men === 0) return;
  const share = aboardShare(carrier.men, men);
  const { by, weight, felt, dread } = blow;
  for (const unit of aboard)
    hurt(course, {
      unit: unit.id,
      by,
      men: (blow.men * share * unit.men) / men,
      vehicles: 0,
      weight,
      felt,
      ...(dread === undefined ? {} : { dread }),
    });
}

/** The same without the test: for those whom success carries on. */
export function hurt(course: Course, blow: Blow): void {
  const unit = unitOf(course.scenario, course.state, blow.unit);
  if (unit.men === 0) return;
  const chance = chanceFor(course, blow.unit);
  const stray = chance.pick(SPREAD, 'fire');
  const hits = drawHits(course, blow, stray);
  const { vehicles, burnt } = hits;
  const transport = transportHit(course, unit, (blow.transport ?? 0) * stray);
  const lost = Math.min(unit.men, chance.whole(hits.men, 'men'));
  const killed = Math.min(lost, chance.whole(lost * KILLED_SHARE, 'killed'));
  const weight = Math.max(blow.weight * stray, vehicles * KNOCKED_OUT_WEIGHT);
  const suppression = suppressionAfter(unit.suppression, weight, blow.felt, unit.men);
  const isUnhurt = lost === 0 && vehicles === 0 && transport === 0 && hits.hull === undefined;
  if (isUnhurt && suppression === unit.suppression) return;
  happen(course, {
    kind: 'harmed',
    unit: blow.unit,
    by: blow.by,
    killed,
    wounded: lost - killed,
    vehicles,
    ...(transport > 0 ? { transport } : {}),
    ...(burnt === 0 ? {} : { burnt }),
    pieces: piecesLost(course, cardOf(course.scenario, blow.unit), unit, { lost, vehicles }),
    suppression,
    ...(blow.by !== null && isBattery(course, blow.by) && hasDoctrine(cardOf(course.scenario, blow.unit), 'auxiliary')
      ? { shelledBy: blow.by }
      : {}),
  });
  if (hits.hull !== undefined) happen(course, { kind: 'holed', unit: blow.unit, by: blow.by, hull: hits.hull });
  if (burnt > 0 && typeof unit.at === 'number') burn(course, unit.at);
  tryLeader(course, blow.unit, lost / unit.men);
}

/** Lorries and wagons hit, never more than there are. */
function transportHit(course: Course, unit: Unit, expected: number): number {
  if (expected === 0) return 0;
  return Math.min(
    transportLeft(cardOf(course.scenario, unit.id), unit),
    chanceFor(course, unit.id).whole(expected, 'lorries'),
  );
}

/** How long a vehicle lights the ground about it. [C] */
const BURNS_MINUTES = 60;

function burn(course: Course, hex: HexIndex): void {
  const untilMinute = minuteOf(course.scenario.clock, course.state.turn) + BURNS_MINUTES;
  happen(course, { kind: 'plume', plume: { kind: 'fire', hex, untilMinute } });
}

interface Hits {
  readonly vehicles: number;
  readonly burnt: number;
  /** Expected, before the throw makes it whole. */
  readonly men: number;
  readonly hull?: Hull;
}

/** Vehicles lost, round by round where rounds were aimed at them; of vessels the holes, and those that go down at once while others of the unit float. */
function drawHits(course: Course, blow: Blow, stray: number): Hits {
  const unit = unitOf(course.scenario, course.state, blow.unit);
  const chance = chanceFor(course, blow.unit);
  const plain = { vehicles: 0, burnt: 0, men: blow.men * stray };
  if (blow.shots !== undefined) return toll(chance, unit, blow.shots);
  const vessel = findVessel(course.scenario, cardOf(course.scenario, blow.unit), unit);
  if (vessel === undefined)
    return { ...plain, vehicles: Math.min(unit.vehicles, chance.whole(blow.vehicles * stray, 'vehicles')) };
  const more = chance.whole(blow.vehicles * stray * holesToSink(vessel), 'holes');
  return more === 0 ? plain : { ...plain, ...holedFleet(unit, vessel, more) };
}

/** Vehicles stopped and burnt by rounds aimed at them, and the men to be lost with them. */
function toll(chance: Chance, unit: Unit, shots: Shots): Hits {
  const { burns, mark } = shots;
  const vehicles = Math.min(unit.vehicles, drawStopped(chance, shots));
  const burnt = Math.min(vehicles, chance.whole(vehicles * (burns ?? BURNS[mark.fuel]), 'burnt'));
  return { vehicles, burnt, men: mark.crewMen * (burnt * CREW_HIT.burnt + (vehicles - burnt) * CREW_HIT.stopped) };
}

/** Rifles fall with their men; crew-served weapons are taken up by others as long as there are any. */
function piecesLost(
  course: Course,
  card: UnitCard,
  unit: Unit,
  loss: { readonly lost: number; readonly vehicles: number },
): number[] {
  const menLeft = unit.men - loss.lost;
  return card.armaments.map((armament, type) => {
    const count = unit.pieces[type] ?? 0;
    const weapon = present(course.scenario.weapons.get(armament.weapon), `no weapon ${armament.weapon}`);
    if (menLeft === 0) return count;
    // Guns are lost with their vessel.
    if (isCraft(card)) return 0;
    if (card.branch === 'tanks')
      return Math.min(count, Math.round((count * loss.vehicles) / Math.max(1, unit.vehicles)));
    if (weapon.kind === 'rifle') return Math.min(count, Math.round((count * loss.lost) / unit.men));
    const crews = Math.floor(menLeft / weapon.crewMen);
    const served = Math.max(0, count - crews);
    return Math.min(
      count,
      Math.max(served, chanceFor(course, unit.id).whole((count * CREW_SERVED_SHARE * loss.lost) / unit.men, 'pieces')),
    );
  });
}

/** Half the crew-served weapons whose crews are hit are lost for good. [C] */
const CREW_SERVED_SHARE = 0.5;
