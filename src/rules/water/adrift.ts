/**
 * Vessels that no longer go where they are steered, when their side's turn begins: they drift with the current, mend their
 * engines, run aground, or go down while the crew swims for the bank.
 */
import { type HexIndex, listNeighbours, neighbourOf } from '../../hex/grid.ts';
import type { Metres, Minutes } from '../../model/clock.ts';
import type { EventOf } from '../../model/event.ts';
import type { Scenario } from '../../model/scenario.ts';
import { opponentOf, type Side } from '../../model/side.ts';
import type { BattleState } from '../../model/state.ts';
import type { Unit, UnitCard, UnitId } from '../../model/unit.ts';
import { goOff } from '../affairs/exits.ts';
import { perceive } from '../contacts.ts';
import { chanceFor, type Course, happen } from '../course.ts';
import { tenths, thousandths } from '../curve.ts';
import { resolveReaction } from '../fire/direct.ts';
import { chanceOver } from '../hazard.ts';
import { skyOf, turnMinutesOf } from '../light.ts';
import { cardOf, hexOf, isInAction, listUnitsAt, unitOf } from '../roster.ts';
import { truthOf } from './chart.ts';
import { findVessel } from './craft.ts';
import { depthAt, isWater } from './currents.ts';

/** Chance that a crew gets its engines to run again in an hour. [C] */
export const MENDED = { chance: 0.5, perMinutes: 60 } as const;

/** Metres that a swimmer makes in a minute. Source: scenarios/sources.md 15 [C]. */
export const SWUM_METRES = 20;

/** Of a crew whose vessel goes down, those lost with her, and for each 100 m they have to swim. [C] */
export const LOST_WITH_HER = { share: 0.1, a100Metres: 0.05 } as const;

/** What has become of a unit's vessels since its last turn began. */
export function settleCraft(course: Course, card: UnitCard): void {
  const { scenario, state } = course;
  const unit = unitOf(scenario, state, card.id);
  const { hull } = unit;
  if (hull === undefined || state.turn === 1 || typeof unit.at !== 'number' || !isInAction(unit)) return;
  const minutes = turnMinutesOf(scenario.clock, state.turn - 1);
  const isHeld = hull.aground === true || (skyOf(scenario.clock, state).iceCentimetres ?? 0) > 0;
  if (!isHeld && (hull.enginesOut === true || hull.sinking === true)) drift(course, card, unit, minutes);
  const drifted = unitOf(course.scenario, course.state, card.id);
  if (typeof drifted.at !== 'number') return;
  if (hull.sinking === true) goDown(course, card.id);
  else if (hull.enginesOut === true) mend(course, card.id, minutes);
}

function mend(course: Course, id: UnitId, minutes: Minutes): void {
  if (chanceFor(course, id).happens(chanceOver(MENDED.chance, MENDED.perMinutes, minutes), 'engines'))
    happen(course, { kind: 'mended', unit: id });
}

function drift(course: Course, card: UnitCard, unit: Unit, minutes: Minutes): void {
  const run = driftOf(course.scenario, course.state, card, unit, minutes);
  if (run.path.length === 0 && run.end === 'adrift' && run.driftedMetres === (unit.hull?.driftedMetres ?? 0)) return;
  happen(course, { kind: 'drifted', unit: unit.id, from: hexOf(unit), ...run });
  if (run.end === 'away') goOff(course, unit.id, null);
  perceive(course);
}

/** Where the current takes a vessel in so many minutes: from hex to hex downstream, until the bank or a bar stops it. */
function driftOf(
  scenario: Scenario,
  state: BattleState,
  card: UnitCard,
  unit: Unit,
  minutes: Minutes,
): Pick<EventOf<'drifted'>, 'path' | 'driftedMetres' | 'end'> {
  const map = truthOf(scenario.map);
  const draught = findVessel(scenario, card, unit)?.hull?.draughtMetres ?? 0;
  const path: HexIndex[] = [];
  let at = hexOf(unit);
  let driftedMetres: Metres = unit.hull?.driftedMetres ?? 0;
  let left = minutes;
  for (;;) {
    const flow = map.waters?.get(at)?.flow;
    if (flow === undefined) return { path, driftedMetres: 0, end: 'adrift' };
    const aMinute = 60 * flow.metresPerSecond;
    const needed = (map.hexMetres - driftedMetres) / aMinute;
    if (thousandths(needed) > thousandths(left))
      return { path, driftedMetres: tenths(driftedMetres + aMinute * left), end: 'adrift' };
    left -= needed;
    driftedMetres = 0;
    const next = neighbourOf(map.grid, at, flow.to);
    if (next < 0) return { path, driftedMetres, end: 'away' };
    if (!isWater(map.terrain[next])) return { path, driftedMetres, end: 'aground' };
    if (isHeldBy(scenario, state, opponentOf(card.side), next)) return { path, driftedMetres, end: 'adrift' };
    path.push(next);
    at = next;
    if (depthAt(map, at) < draught) return { path, driftedMetres, end: 'aground' };
  }
}

const isHeldBy = (scenario: Scenario, state: BattleState, side: Side, hex: HexIndex): boolean =>
  listUnitsAt(scenario, state, side, hex).some(isInAction);

/** She goes down. Whoever is on board swims. */
function goDown(course: Course, id: UnitId): void {
  const at = hexOf(unitOf(course.scenario, course.state, id));
  const passengers = course.state.units.filter((unit) => unit.carrier === id && unit.at === 'aboard');
  for (const one of [id, ...passengers.map((unit) => unit.id)]) swimAshore(course, one, at);
}

/** Who was thrown off a vessel in deep water swims. */
export function rescueCarried(course: Course): void {
  if (!course.events.some(({ kind }) => kind === 'unloaded')) return;
  for (const event of course.events.slice()) {
    if (event.kind !== 'unloaded' || course.scenario.map.terrain[event.hex] !== 'deepWater') continue;
    if (unitOf(course.scenario, course.state, event.unit).at === event.hex) swimAshore(course, event.unit, event.hex);
  }
}

/** Men in the water without boats, at a hex: to the nearest bank, less those who drown; all are lost where there is none. */
function swimAshore(course: Course, id: UnitId, at: HexIndex): void {
  const { scenario, state } = course;
  const unit = unitOf(scenario, state, id);
  const bank = findBank(scenario, state, cardOf(scenario, id).side, at);
  if (bank === undefined) {
    happen(course, { kind: 'sunk', unit: id, hex: at, to: null, drowned: unit.men, minutes: 0 });
    return;
  }
  const share = LOST_WITH_HER.share + (LOST_WITH_HER.a100Metres * bank.metres) / 100;
  const drowned = Math.min(unit.men, chanceFor(course, id).whole(unit.men * Math.min(1, share), 'drowned'));
  const minutes = tenths(bank.metres / SWUM_METRES);
  happen(course, { kind: 'sunk', unit: id, hex: at, to: bank.hex, drowned, minutes });
  const after = unitOf(course.scenario, course.state, id);
  if (after.men === 0) return;
  if (after.cohesion === 'steady')
    happen(course, { kind: 'cohesion', unit: id, from: 'steady', to: 'shaken', chance: 1 });
  perceive(course);
  resolveReaction(course, id, minutes);
}

/** The farthest that men with nothing to hold on to swim. [C] */
export const FARTHEST_SWUM_METRES = 1000;

/** The nearest hex that men can stand on and no enemy is in; of several the first that is come upon. */
function findBank(
  scenario: Scenario,
  state: BattleState,
  side: Side,
  from: HexIndex,
): { readonly hex: HexIndex; readonly metres: Metres } | undefined {
  const { map } = scenario;
  const isGround = (hex: HexIndex): boolean =>
    map.terrain[hex] !== 'deepWater' && !isHeldBy(scenario, state, opponentOf(side), hex);
  if (isGround(from)) return { hex: from, metres: 0 };
  const seen = new Set([from]);
  let ring: readonly HexIndex[] = [from];
  for (let steps = 1; steps * map.hexMetres <= FARTHEST_SWUM_METRES && ring.length > 0; steps++) {
    const next: HexIndex[] = [];
    for (const hex of ring) {
      for (const near of listNeighbours(map.grid, hex)) {
        if (seen.has(near)) continue;
        seen.add(near);
        if (isGround(near)) return { hex: near, metres: steps * map.hexMetres };
        if (map.terrain[near] === 'deepWater') next.push(near);
      }
    }
    ring = next;
  }
  return undefined;
}
