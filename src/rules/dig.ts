/** Digging, rallying, changing posture, limbering and flares: what a unit does where it stands. */
import type { Minutes } from '../model/clock.ts';
import type { Scenario } from '../model/scenario.ts';
import type { GunState, Posture, Unit, UnitCard, UnitId } from '../model/unit.ts';
import type { HexIndex } from '../hex/grid.ts';
import { present } from '../model/assert.ts';
import { bySide } from '../model/side.ts';
import { perceive } from './contacts.ts';
import { tryRally } from './cohesion.ts';
import { type Course, happen } from './course.ts';
import { thousandths } from './curve.ts';
import { skyOf } from './light.ts';
import { findWorks } from './reduce.ts';
import { cardOf, hexOf, listUnitsAt, unitOf } from './roster.ts';
import { getDown } from './saddle.ts';
import { tailMinutes } from './traffic.ts';
import { isTimberNear, manHoursAfter, manHoursDug } from './works.ts';

/** Minutes to change posture. [C] */
export const POSTURE_MINUTES: Readonly<Record<Posture, Minutes>> = { marching: 4, deployed: 3, dugIn: 3 };

/** Minutes of a unit: a column has deployed when its tail has come up. */
export const postureMinutes = (scenario: Scenario, card: UnitCard, unit: Unit, posture: Posture): Minutes =>
  unit.posture === 'marching'
    ? Math.max(POSTURE_MINUTES[posture], tailMinutes(scenario, card, unit))
    : POSTURE_MINUTES[posture];

/** Minutes to bring a gun into action or hook it up. Source: equipment tables, minutes into action [B–C]. */
// biome-ignore format: a table
export const GUN_MINUTES: Readonly<Record<'antiTank' | 'infantryGuns' | 'artillery', Minutes>> = {
  antiTank: 3, infantryGuns: 5, artillery: 10,
};

export const RALLY_MINUTES = 10;
/** A leader who sees to it does in ten minutes what a unit left alone does in half an hour. [C] */
export const RALLY_TRY_MINUTES = 30;
export const FLARE_MINUTES = 2;

/** Minutes this unit's guns take; 0 for units without. */
export const gunMinutes = (card: UnitCard): Minutes =>
  card.branch === 'antiTank' || card.branch === 'infantryGuns' || card.branch === 'artillery'
    ? GUN_MINUTES[card.branch]
    : 0;

export function resolveDig(course: Course, order: { readonly unit: UnitId; readonly minutes: Minutes }): void {
  const { scenario, state } = course;
  const unit = unitOf(scenario, state, order.unit);
  const hex = hexOf(unit);
  const side = cardOf(scenario, order.unit).side;
  const before = findWorks(state, hex);
  const sky = skyOf(scenario.clock, state);
  const terrain = present(scenario.map.terrain[hex], `no hex ${hex}`);
  const dug = manHoursDug({
    men: unit.men,
    minutes: order.minutes,
    suppression: unit.suppression,
    terrain,
    light: sky.light,
    ...(sky.celsius === undefined ? {} : { celsius: sky.celsius }),
  });
  const timber = isTimberNear(scenario.map, hex) || (unit.stores?.timberCubicMetres ?? 0) > 0 ? 'near' : 'none';
  const men = listUnitsAt(scenario, state, side, hex).reduce((sum, one) => sum + one.men, 0);
  const manHours = manHoursAfter(before?.manHours ?? 0, dug, { men, terrain, timber });
  const works = {
    hex,
    manHours,
    believed: bySide((other) => (other === side ? manHours : (before?.believed[other] ?? null))),
  };
  getDown(course, order.unit);
  happen(course, { kind: 'dug', unit: order.unit, minutes: order.minutes, works });
  perceive(course);
}

export function resolvePosture(course: Course, order: { readonly unit: UnitId; readonly posture: Posture }): void {
  if (order.posture === 'dugIn') getDown(course, order.unit);
  const { unit: id, posture } = order;
  const { scenario, state } = course;
  const minutes = postureMinutes(scenario, cardOf(scenario, id), unitOf(scenario, state, id), posture);
  happen(course, { kind: 'postureChanged', unit: id, posture, minutes });
}

export function resolveGuns(course: Course, order: { readonly unit: UnitId; readonly state: GunState }): void {
  happen(course, {
    kind: 'gunsChanged',
    unit: order.unit,
    state: order.state,
    minutes: gunMinutes(cardOf(course.scenario, order.unit)),
  });
}

export function resolveRally(course: Course, order: { readonly unit: UnitId }): void {
  const unit = unitOf(course.scenario, course.state, order.unit);
  happen(course, {
    kind: 'rallied',
    unit: order.unit,
    minutes: RALLY_MINUTES,
    suppression: thousandths(unit.suppression / 2),
  });
  tryRally(course, order.unit, RALLY_TRY_MINUTES);
}

export function resolveFlare(course: Course, order: { readonly unit: UnitId; readonly target: HexIndex }): void {
  const side = cardOf(course.scenario, order.unit).side;
  happen(course, {
    kind: 'flare',
    unit: order.unit,
    flare: { hex: order.target, turn: course.state.turn, side },
    minutes: FLARE_MINUTES,
  });
  perceive(course);
}
