/**
 * Finding out how deep water is: by sounding it, by wading into it, by running upon it. What a side has found it keeps;
 * until then it reckons with what the map says.
 */
import { findDirection, type HexIndex } from '../../hex/grid.ts';
import { hexsideBetween } from '../../hex/hexside.ts';
import type { Metres, Minutes } from '../../model/clock.ts';
import type { BattleMap } from '../../model/map.ts';
import type { Knowledge } from '../../model/observation.ts';
import type { OrderOf } from '../../model/order.ts';
import type { Refusal } from '../../model/refusal.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Side } from '../../model/side.ts';
import type { BattleState, SoundedPlace } from '../../model/state.ts';
import type { Unit, UnitCard, UnitId } from '../../model/unit.ts';
import { perceive } from '../contacts.ts';
import { type Course, happen } from '../course.ts';
import { crossingOf } from '../crossing.ts';
import { resolveReaction } from '../fire/direct.ts';
import type { Going } from '../march-rates.ts';
import { whyNoTime } from '../minutes.ts';
import { cardOf, hasGuns, unitOf } from '../roster.ts';
import { truthOf } from './chart.ts';
import { findVessel, isAfloat } from './craft.ts';
import { depthAt, isWater } from './currents.ts';

/** Minutes to sound a river along a hexside with poles and lines, and the water of a hex from a boat. [C] */
export const SOUND_MINUTES = { hexside: 10, hex: 5 } as const;

/** Shallower than this everybody sees the bottom. [C] */
const BROOK_METRES = 0.6;

/** Minutes a unit takes to sound. */
export const minutesToSound = (scenario: Scenario, unit: Unit): Minutes =>
  SOUND_MINUTES[isAfloat(cardOf(scenario, unit.id), unit) ? 'hex' : 'hexside'];

/** What a unit would sound towards a neighbouring hex: its water from a vessel, the river before it from the bank. */
function findSounding(map: BattleMap, card: UnitCard, unit: Unit, to: HexIndex): SoundedPlace | undefined {
  if (typeof unit.at !== 'number' || findDirection(map.grid, unit.at, to) === undefined) return undefined;
  if (isAfloat(card, unit)) return isWater(map.terrain[to]) ? { of: 'hex', at: to } : undefined;
  const hexside = hexsideBetween(map.grid, unit.at, to);
  const { depthMetres = 0 } = map.hexsides.get(hexside)?.river ?? {};
  return depthMetres < BROOK_METRES ? undefined : { of: 'hexside', at: hexside };
}

/** Refusal of an order to sound. */
export function whyNotSound(
  scenario: Scenario,
  knowledge: Knowledge,
  card: UnitCard,
  unit: Unit,
  to: HexIndex,
): Refusal | undefined {
  if (to < 0 || to >= scenario.map.grid.size) return { reason: 'offTheMap' };
  const place = findSounding(scenario.map, card, unit, to);
  if (place === undefined || hasGuns(card) || card.branch === 'tanks') return { reason: 'noWater' };
  if (isSounded(knowledge.soundings, place)) return { reason: 'sounded' };
  return whyNoTime(unit, SOUND_MINUTES[place.of]);
}

export function resolveSound(course: Course, order: OrderOf<'sound'>): void {
  const { scenario, state } = course;
  const card = cardOf(scenario, order.unit);
  const place = findSounding(scenario.map, card, unitOf(scenario, state, order.unit), order.to);
  if (place === undefined) return;
  note(course, card.side, place, { by: order.unit, minutes: SOUND_MINUTES[place.of] });
  perceive(course);
  resolveReaction(course, order.unit, SOUND_MINUTES[place.of]);
}

/** Who comes upon water finds how deep it is, where that is not what the map says and not known yet. */
export function findDepth(course: Course, side: Side, place: SoundedPlace): void {
  const { map } = course.scenario;
  const odd = place.of === 'hex' ? map.waters?.get(place.at) : map.hexsides.get(place.at);
  if (odd?.unmarkedDepthMetres === undefined || isKnown(course.state, side, place)) return;
  note(course, side, place, { by: null, minutes: 0 });
}

function note(
  course: Course,
  side: Side,
  place: SoundedPlace,
  how: { readonly by: UnitId | null; readonly minutes: Minutes },
): void {
  happen(course, { kind: 'sounded', side, place, depthMetres: depthOf(truthOf(course.scenario.map), place), ...how });
}

/** Depth of a place by a map: where men would ford it, or as deep as the water of the hex. */
function depthOf(map: BattleMap, { of, at }: SoundedPlace): Metres {
  if (of === 'hex') return depthAt(map, at);
  const feature = map.hexsides.get(at);
  return feature?.ford?.depthMetres ?? feature?.river?.depthMetres ?? 0;
}

const isSame = (one: SoundedPlace, other: SoundedPlace): boolean => one.of === other.of && one.at === other.at;

const isSounded = (soundings: readonly SoundedPlace[] | undefined, place: SoundedPlace): boolean =>
  soundings?.some((one) => isSame(one, place)) ?? false;

const isKnown = ({ soundings }: BattleState, side: Side, place: SoundedPlace): boolean =>
  soundings?.some((one) => isSame(one, place) && one.knownBy.includes(side)) ?? false;

/** The hexside at which a step ends in water too deep, whatever the map says; nothing where it can be made. */
export function whyTooDeep(map: BattleMap, going: Going, from: HexIndex, to: HexIndex): number | undefined {
  const hexside = hexsideBetween(map.grid, from, to);
  if (map.hexsides.get(hexside)?.unmarkedDepthMetres === undefined) return undefined;
  const truth = truthOf(map).hexsides.get(hexside);
  return truth !== undefined && crossingOf(truth, going).kind === 'barred' ? hexside : undefined;
}

/** Whether a vessel has come upon a bar; then she sits on it. */
export function runAground(course: Course, card: UnitCard, id: UnitId): boolean {
  const { scenario, state } = course;
  const unit = unitOf(scenario, state, id);
  const draught = findVessel(scenario, card, unit)?.hull?.draughtMetres;
  if (draught === undefined || typeof unit.at !== 'number') return false;
  if (scenario.map.waters?.get(unit.at)?.unmarkedDepthMetres === undefined) return false;
  findDepth(course, card.side, { of: 'hex', at: unit.at });
  if (depthAt(truthOf(scenario.map), unit.at) >= draught) return false;
  happen(course, { kind: 'grounded', unit: id, hex: unit.at });
  return true;
}
