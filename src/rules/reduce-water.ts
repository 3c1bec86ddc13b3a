/** Folds into the state what happens on the water: hulls holed, drifting, going down; crossings; depths found. */
import { present, unreachable } from '../model/assert.ts';
import type { EventOf } from '../model/event.ts';
import type { Scenario } from '../model/scenario.ts';
import { SIDES } from '../model/side.ts';
import type { BattleState, Sounding } from '../model/state.ts';
import type { Hull, Unit, UnitCard, UnitId } from '../model/unit.ts';
import { spend } from './minutes.ts';
import { withPrisonersAlong } from './reduce-spoils.ts';
import { cardOf, indexOfUnit } from './roster.ts';
import { isCraft, OUT_OF_THE_WATER } from './water/craft.ts';

type OnWater = EventOf<'holed' | 'mended' | 'grounded' | 'drifted' | 'sunk' | 'crossed' | 'turnedBack' | 'sounded'>;

export function reduceWater(scenario: Scenario, state: BattleState, event: OnWater): BattleState {
  switch (event.kind) {
    case 'holed':
      return withUnit(scenario, state, event.unit, (unit) => ({ ...unit, hull: event.hull }));
    case 'mended':
      return withUnit(scenario, state, event.unit, (unit) =>
        withHull(unit, ({ enginesOut: _mended, ...hull }) => hull),
      );
    case 'grounded':
      return withUnit(scenario, state, event.unit, (unit) => withHull(unit, (hull) => ({ ...hull, aground: true })));
    case 'drifted':
      return withUnit(scenario, state, event.unit, (unit) => drifted(unit, event));
    case 'sunk':
      return withUnit(scenario, state, event.unit, (unit) => sunk(cardOf(scenario, event.unit), unit, event));
    case 'crossed':
      return reduceCrossed(scenario, state, event);
    case 'turnedBack':
      return withUnit(scenario, state, event.unit, (unit) => ({ ...spend(unit, event.minutes), activity: 'moving' }));
    case 'sounded':
      return reduceSounded(scenario, state, event);
    default:
      return unreachable(event);
  }
}

function withUnit(scenario: Scenario, state: BattleState, id: UnitId, changed: (unit: Unit) => Unit): BattleState {
  const index = indexOfUnit(scenario, id);
  return { ...state, units: state.units.with(index, changed(present(state.units[index], `no unit ${id}`))) };
}

/** The unit with another hull, or none to speak of when she is whole and afloat. */
function withHull({ hull = { holes: 0 }, ...unit }: Unit, changed: (hull: Hull) => Hull): Unit {
  const after = changed(hull);
  return after.holes === 0 && Object.keys(after).length === 1 ? unit : { ...unit, hull: after };
}

/** Who goes is off the ground, and drifts no more. */
export function offTheGround(unit: Unit): Unit {
  return unit.hull === undefined ? unit : withHull(unit, ({ aground: _off, driftedMetres: _left, ...hull }) => hull);
}

const drifted = (unit: Unit, { path, driftedMetres, end }: EventOf<'drifted'>): Unit =>
  withHull({ ...unit, at: path.at(-1) ?? unit.at }, ({ driftedMetres: _before, ...hull }) => ({
    ...hull,
    ...(driftedMetres > 0 ? { driftedMetres } : {}),
    ...(end === 'aground' ? { aground: true } : {}),
  }));

/** Men without their vessel: what they have is what they stand in. */
function sunk(
  card: UnitCard,
  { hull: _sunk, standing: _dropped, carrier: _gone, ...unit }: Unit,
  { to, drowned, minutes }: EventOf<'sunk'>,
): Unit {
  const left: Unit = {
    ...spend(unit, minutes),
    men: unit.men - drowned,
    missing: unit.missing + drowned,
    vehicles: 0,
    posture: 'deployed',
    activity: 'moving',
    suppression: Math.max(unit.suppression, OUT_OF_THE_WATER),
    // Those she carried keep what they have on them.
    ...(!isCraft(card) ? {} : { pieces: unit.pieces.map(() => 0), rounds: unit.rounds.map(() => 0) }),
  };
  return left.men === 0 || to === null ? { ...left, at: 'gone', cohesion: 'surrendered' } : { ...left, at: to };
}

function reduceCrossed(scenario: Scenario, state: BattleState, event: EventOf<'crossed'>): BattleState {
  const over = withUnit(scenario, state, event.unit, ({ hidden: _given, ...unit }) => {
    const men = unit.men - event.drowned;
    return {
      ...spend(unit, event.minutes),
      at: men > 0 ? event.to : 'gone',
      men,
      missing: unit.missing + event.drowned,
      activity: 'moving',
      pace: 'normal',
      posture: event.by === 'boats' ? 'marching' : 'deployed',
      suppression: event.suppression,
    };
  });
  return event.ferry === null
    ? over
    : withUnit(scenario, over, event.ferry, (ferry) => ({ ...spend(ferry, event.minutes), activity: 'moving' }));
}

function reduceSounded(scenario: Scenario, state: BattleState, event: EventOf<'sounded'>): BattleState {
  const { of, at } = event.place;
  const soundings = state.soundings ?? [];
  const isHere = (one: Sounding): boolean => one.of === of && one.at === at;
  const before = soundings.find(isHere)?.knownBy ?? [];
  const sounding: Sounding = { of, at, knownBy: SIDES.filter((side) => side === event.side || before.includes(side)) };
  const noted: BattleState = {
    ...state,
    soundings: before.length === 0 ? [...soundings, sounding] : soundings.map((one) => (isHere(one) ? sounding : one)),
  };
  return event.by === null
    ? noted
    : withUnit(scenario, noted, event.by, (unit) => ({ ...spend(unit, event.minutes), activity: 'moving' }));
}

/** Prisoners go over, or down the river, with their guard. */
export function withPrisonersOver(state: BattleState, event: OnWater): BattleState {
  if (event.kind === 'crossed') return withPrisonersAlong(state, event);
  const to = event.kind === 'drifted' ? event.path.at(-1) : event.kind === 'sunk' ? event.to : undefined;
  return typeof to !== 'number' || !('unit' in event) ? state : withPrisonersAlong(state, { unit: event.unit, to });
}
