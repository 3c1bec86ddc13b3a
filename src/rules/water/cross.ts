/**
 * Crossing water that cannot be waded: in boats that shuttle, or swimming. It is begun with what the turn has left or, a
 * long one, with a turn untouched and paid off later; whoever lies in wait on the far bank meets those who land.
 */
import { type Direction, DIRECTIONS, findDirection, type HexIndex, neighbourOf } from '../../hex/grid.ts';
import type { Minutes } from '../../model/clock.ts';
import type { BattleMap } from '../../model/map.ts';
import type { Knowledge } from '../../model/observation.ts';
import type { CrossingMeans, OrderOf } from '../../model/order.ts';
import type { Refusal } from '../../model/refusal.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Posture, Unit, UnitCard } from '../../model/unit.ts';
import { listAboard } from '../carry.ts';
import { perceive } from '../contacts.ts';
import { chanceFor, type Course, happen } from '../course.ts';
import { tenths, thousandths } from '../curve.ts';
import { resolveReaction } from '../fire/direct.ts';
import { knowledgeOf } from '../knowledge.ts';
import { whyNotEnter, whyNotLeave } from '../limits.ts';
import { meetsEnemy } from '../encounter.ts';
import { whyStays } from '../march.ts';
import { whyNoTime } from '../minutes.ts';
import { LEAVE_WORKS_MINUTES } from '../movement.ts';
import { findRide, isRiding } from '../rides.ts';
import { cardOf, hexOf, unitOf } from '../roster.ts';
import { leaveWeapons } from '../spoils.ts';
import { whyNoRoom } from '../stacking.ts';
import { FARTHEST_SWUM_METRES } from './adrift.ts';
import { chartOf } from './chart.ts';
import { isCraft } from './craft.ts';
import { isWater } from './currents.ts';
import { FARTHEST_FERRIED_METRES, findFerry, planFerry, RAFT } from './ferry.ts';
import { findStretch, isWaded, type Stretch } from './stretch.ts';
import { canSwim, drownedMen, findLanding, SWIM_CELSIUS, SWUM_DISORDER } from './swim.ts';

/** What a crossing would be: where it ends, how long it takes, in whose boats. */
export interface CrossingPlan {
  readonly to: HexIndex;
  readonly minutes: Minutes;
  /** In view of the far bank. */
  readonly exposedMinutes: Minutes;
  readonly stretch: Stretch;
  readonly ferry: Unit | undefined;
  readonly lorries: 'with' | 'left';
  readonly trips: number;
}

type Planned =
  | { readonly kind: 'plan'; readonly plan: CrossingPlan }
  | { readonly kind: 'refused'; readonly refusal: Refusal };
const refused = (refusal: Refusal): Planned => ({ kind: 'refused', refusal });

/** How a unit would get over, or why it cannot. */
export function planCrossing(
  scenario: Scenario,
  knowledge: Pick<Knowledge, 'units' | 'soundings' | 'iceCentimetres'>,
  unit: Unit,
  order: Omit<OrderOf<'cross'>, 'kind'>,
): Planned {
  const map = chartOf(scenario.map, knowledge);
  const from = unit.at;
  const stretch = typeof from !== 'number' ? undefined : findStretch(map, from, order.to);
  const isFrozen = (knowledge.iceCentimetres ?? 0) > 0;
  if (stretch === undefined || isFrozen || isCraft(cardOf(scenario, unit.id))) return refused({ reason: 'noWater' });
  const mostMetres = order.by === 'boats' ? FARTHEST_FERRIED_METRES : FARTHEST_SWUM_METRES;
  if (order.by === 'swimming' && isWaded(map, stretch)) return refused({ reason: 'canWade' });
  if (stretch.widthMetres > mostMetres) return refused({ reason: 'tooWide', metres: stretch.widthMetres, mostMetres });
  const leaving = unit.posture === 'dugIn' ? LEAVE_WORKS_MINUTES : 0;
  return order.by === 'boats'
    ? planBoats(scenario, knowledge.units, unit, { stretch, leaving })
    : planSwim(scenario, knowledge.units, unit, { stretch, leaving });
}

interface Setting {
  readonly stretch: Stretch;
  readonly leaving: Minutes;
}

function planBoats(scenario: Scenario, units: readonly Unit[], unit: Unit, { stretch, leaving }: Setting): Planned {
  const ferry = findFerry(scenario, units, unit);
  if (ferry === undefined) return refused({ reason: 'noBoats' });
  const ferrying = planFerry(scenario, stretch, unit, cardOf(scenario, ferry.id));
  if (ferrying.kind === 'noRafts') return refused({ reason: 'noRafts' });
  if (ferrying.kind === 'tooHeavy')
    return refused({ reason: 'tooHeavy', tonnes: ferrying.tonnes, mostTonnes: RAFT.tonnes });
  const { minutes, exposedMinutes, lorries, boatTrips, raftTrips } = ferrying.plan;
  const trips = Math.max(boatTrips, raftTrips);
  return {
    kind: 'plan',
    plan: { to: stretch.to, minutes: tenths(minutes + leaving), exposedMinutes, stretch, ferry, lorries, trips },
  };
}

function planSwim(scenario: Scenario, units: readonly Unit[], unit: Unit, { stretch, leaving }: Setting): Planned {
  if (!canSwim(cardOf(scenario, unit.id)) || listAboard(units, unit.id).length > 0)
    return refused({ reason: 'cannotSwim' });
  const landing = findLanding(scenario.map, stretch);
  if (landing === undefined) return refused({ reason: 'sweptAway' });
  return {
    kind: 'plan',
    plan: {
      to: landing.hex,
      minutes: tenths(landing.minutes + leaving),
      exposedMinutes: landing.minutes,
      stretch,
      ferry: undefined,
      lorries: 'left',
      trips: 1,
    },
  };
}

/** How men stand on the far bank. */
const AFTER = { boats: 'marching', swimming: 'deployed' } as const satisfies Readonly<Record<CrossingMeans, Posture>>;

/** Refusal of an order to cross. */
export function whyNotCross(
  scenario: Scenario,
  knowledge: Knowledge,
  card: UnitCard,
  unit: Unit,
  order: OrderOf<'cross'>,
): Refusal | undefined {
  const held = whyStays(scenario, knowledge, card, unit);
  if (held !== undefined) return held;
  if (order.to < 0 || order.to >= scenario.map.grid.size) return { reason: 'offTheMap' };
  const { celsius } = knowledge;
  if (order.by === 'swimming' && celsius !== undefined && celsius < SWIM_CELSIUS) return { reason: 'tooCold', celsius };
  const planned = planCrossing(scenario, knowledge, unit, order);
  if (planned.kind === 'refused') return planned.refusal;
  const { to, minutes, ferry } = planned.plan;
  const others = knowledge.units
    .filter((other) => other.at === to)
    .map((other) => [cardOf(scenario, other.id), other] as const);
  return (
    whyNotEnter(scenario, knowledge, to) ??
    whyNotLeave(scenario, knowledge, unit, to) ??
    whyNoTime(unit, minutes) ??
    (ferry === undefined || ferry.id === unit.id ? undefined : whyNoTime(ferry, minutes)) ??
    whyNoRoom(scenario.map, card, { ...unit, posture: AFTER[order.by] }, others)
  );
}

export function resolveCross(course: Course, order: OrderOf<'cross'>): void {
  const { scenario } = course;
  const card = cardOf(scenario, order.unit);
  const unit = unitOf(scenario, course.state, order.unit);
  const known = knowledgeOf(scenario, course.state, card.side);
  const planned = planCrossing(scenario, known, unit, order);
  if (planned.kind === 'refused') return;
  const { plan } = planned;
  if (meetsEnemy(course, card, unit, plan.to)) {
    happen(course, { kind: 'halted', unit: order.unit, cause: 'ambushed' });
    return;
  }
  const from = hexOf(unit);
  if (plan.lorries === 'left' && findRide(card) === 'lorries' && isRiding(card, unit))
    happen(course, { kind: 'saddled', unit: order.unit, saddle: 'dismounted', minutes: 0 });
  if (order.by === 'swimming') leaveWeapons(course, order.unit, from, 'swum');
  cross(course, order, plan);
  perceive(course);
  resolveReaction(course, order.unit, plan.exposedMinutes);
}

function cross(course: Course, order: OrderOf<'cross'>, { to, minutes, stretch, ferry }: CrossingPlan): void {
  const unit = unitOf(course.scenario, course.state, order.unit);
  const swims = order.by === 'swimming';
  const drowned = swims ? chanceFor(course, order.unit).whole(drownedMen(unit, stretch.widthMetres), 'drowned') : 0;
  happen(course, {
    kind: 'crossed',
    unit: order.unit,
    by: order.by,
    from: stretch.from,
    to,
    ferry: ferry === undefined || ferry.id === unit.id ? null : ferry.id,
    minutes,
    drowned: Math.min(unit.men, drowned),
    suppression: swims ? thousandths(unit.suppression + (1 - unit.suppression) * SWUM_DISORDER) : unit.suppression,
  });
}

/** Far banks worth offering: over each river beside the hex, and straight over the water in twelve directions. */
export function listFarBanks(map: BattleMap, from: HexIndex): readonly HexIndex[] {
  const banks: HexIndex[] = [];
  const add = (hex: HexIndex | undefined): void => {
    if (hex !== undefined && !banks.includes(hex)) banks.push(hex);
  };
  for (const direction of DIRECTIONS) {
    const near = neighbourOf(map.grid, from, direction);
    if (near < 0) continue;
    if (!isWater(map.terrain[near])) add(findStretch(map, from, near)?.to);
    else
      for (const veer of [direction, DIRECTIONS[(direction + 1) % 6] ?? direction])
        add(findBankAlong(map, from, [direction, veer]));
  }
  return banks;
}

/** The first dry hex over water, going in two directions by turns. */
function findBankAlong(map: BattleMap, from: HexIndex, by: readonly [Direction, Direction]): HexIndex | undefined {
  let at = from;
  for (let step = 0; step * map.hexMetres <= FARTHEST_FERRIED_METRES; step++) {
    at = neighbourOf(map.grid, at, by[step % 2] ?? by[0]);
    if (at < 0) return undefined;
    if (!isWater(map.terrain[at])) return findDirection(map.grid, from, at) === undefined ? at : undefined;
  }
  return undefined;
}
