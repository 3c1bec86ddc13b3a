/** Folds into the state what a fight leaves behind: weapons on the ground, prisoners and their guards, the dead. */
import { present, unreachable } from '../model/assert.ts';
import type { EventOf } from '../model/event.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Side } from '../model/side.ts';
import type { BattleState, Booty, Captives, Dead } from '../model/state.ts';
import type { Unit, UnitId } from '../model/unit.ts';
import { spend } from './minutes.ts';
import { cardOf, indexOfUnit, unitOf } from './roster.ts';

type Spoils = EventOf<'captured' | 'abandoned' | 'spoilsHeld' | 'passedOn' | 'freed' | 'salvaged'>;

export function reduceSpoils(scenario: Scenario, state: BattleState, event: Spoils): BattleState {
  switch (event.kind) {
    case 'captured':
      return reduceCaptured(scenario, state, event);
    case 'abandoned':
      return reduceAbandoned(scenario, state, event);
    case 'spoilsHeld': {
      const pass = <T extends { readonly hex: unknown }>(one: T): T =>
        one.hex === event.hex ? { ...one, holder: event.holder } : one;
      return withSpoils(state, { booty: state.booty?.map(pass), dead: state.dead?.map(pass) });
    }
    case 'passedOn':
      return reducePassedOn(scenario, state, event);
    case 'freed':
      return reduceFreed(scenario, state, event);
    case 'salvaged':
      return reduceSalvaged(scenario, state, event);
    default:
      return unreachable(event);
  }
}

/** Prisoners go where their guards go. */
export function withPrisonersAlong(
  state: BattleState,
  { unit, to }: Pick<EventOf<'moved'>, 'unit' | 'to'>,
): BattleState {
  return state.prisoners === undefined
    ? state
    : withSpoils(state, { prisoners: state.prisoners.map((held) => (held.by === unit ? { ...held, hex: to } : held)) });
}

/** The dead lie where they fell, in battles that count them. */
export function withDead(
  scenario: Scenario,
  before: BattleState,
  { unit, killed }: EventOf<'harmed'>,
  after: BattleState,
): BattleState {
  const { at } = unitOf(scenario, before, unit);
  if (scenario.counts === undefined || killed === 0 || typeof at !== 'number') return after;
  const { side } = cardOf(scenario, unit);
  const dead = before.dead ?? [];
  const here = dead.find((one) => one.hex === at && one.side === side);
  const more: Dead = { hex: at, side, men: (here?.men ?? 0) + killed, holder: here?.holder ?? side };
  return withSpoils(after, { dead: [...dead.filter((one) => one !== here), more] });
}

type Lists = { readonly [K in 'booty' | 'prisoners' | 'dead']?: BattleState[K] | undefined };

/** The state with other lists, an empty one left out. */
function withSpoils(state: BattleState, lists: Lists): BattleState {
  const { booty, prisoners, dead, ...rest } = state;
  const kept = { booty, prisoners, dead, ...lists };
  return {
    ...rest,
    ...(kept.booty === undefined || kept.booty.length === 0 ? {} : { booty: kept.booty }),
    ...(kept.prisoners === undefined || kept.prisoners.length === 0 ? {} : { prisoners: kept.prisoners }),
    ...(kept.dead === undefined || kept.dead.length === 0 ? {} : { dead: kept.dead }),
  };
}

function changed(scenario: Scenario, state: BattleState, id: UnitId, change: (unit: Unit) => Unit): BattleState {
  const index = indexOfUnit(scenario, id);
  const units = state.units.slice();
  units[index] = change(present(units[index], `no unit ${id}`));
  return { ...state, units };
}

/** Prisoners more, or fewer, for a guard. */
function withGuarded(unit: Unit, men: number): Unit {
  const { guarding = 0, ...rest } = unit;
  return guarding + men > 0 ? { ...rest, guarding: guarding + men } : rest;
}

function reduceCaptured(scenario: Scenario, state: BattleState, event: EventOf<'captured'>): BattleState {
  const taken = changed(scenario, state, event.unit, (unit) => {
    const left: Unit = { ...unit, men: unit.men - event.men, captured: unit.captured + event.men };
    return left.men > 0 ? left : { ...left, at: 'gone', cohesion: 'surrendered' };
  });
  const { by, hex } = event;
  if (by === null || hex === null) return taken;
  const held: Captives = { unit: event.unit, men: event.men, by, hex };
  return withSpoils(
    changed(scenario, taken, by, (unit) => withGuarded(unit, event.men)),
    { prisoners: [...(state.prisoners ?? []), held] },
  );
}

function reduceAbandoned(scenario: Scenario, state: BattleState, event: EventOf<'abandoned'>): BattleState {
  const card = cardOf(scenario, event.unit);
  const left = changed(scenario, state, event.unit, (unit) => ({
    ...unit,
    pieces: unit.pieces.map((count, type) => count - (event.pieces[type] ?? 0)),
  }));
  const fallen = card.armaments.flatMap(({ weapon }, type): Booty[] => {
    const count = event.pieces[type] ?? 0;
    return count === 0 ? [] : [{ hex: event.hex, weapon, count, from: card.side, holder: event.holder }];
  });
  return withSpoils(left, { booty: [...(state.booty ?? []), ...fallen] });
}

function reducePassedOn(scenario: Scenario, state: BattleState, event: EventOf<'passedOn'>): BattleState {
  const { by, to } = event;
  let after = changed(scenario, state, by, (unit) => withGuarded(unit, -event.men));
  const isMeant = (held: Captives): boolean => held.unit === event.unit && held.by === by && held.men === event.men;
  const prisoners = (state.prisoners ?? []).flatMap((held): Captives[] =>
    !isMeant(held) ? [held] : to === null ? [] : [{ ...held, by: to }],
  );
  if (to !== null) after = changed(scenario, after, to, (unit) => withGuarded(unit, event.men));
  return withSpoils(after, { prisoners });
}

function reduceFreed(scenario: Scenario, state: BattleState, event: EventOf<'freed'>): BattleState {
  const released = changed(scenario, state, event.by, (unit) => withGuarded(unit, -event.men));
  const back = changed(scenario, released, event.unit, (unit) => {
    const again: Unit = { ...unit, men: unit.men + event.men, captured: unit.captured - event.men };
    return unit.men > 0
      ? again
      : { ...again, at: event.hex, cohesion: 'broken', posture: 'deployed', activity: 'moving', minutesLeft: 0 };
  });
  const prisoners = (state.prisoners ?? []).filter(
    (held) => !(held.unit === event.unit && held.by === event.by && held.men === event.men),
  );
  return withSpoils(back, { prisoners });
}

function reduceSalvaged(scenario: Scenario, state: BattleState, event: EventOf<'salvaged'>): BattleState {
  const { side, armaments } = cardOf(scenario, event.unit);
  const after = changed(scenario, state, event.unit, (unit) => ({
    ...spend(unit, event.minutes),
    pieces: unit.pieces.map((count, type) => count + (event.pieces[type] ?? 0)),
  }));
  if (event.task === 'carry')
    return withSpoils(after, { dead: carriedAway(state.dead ?? [], event.hex, side, event.men) });
  if (event.task === 'spike')
    return withSpoils(after, {
      booty: (state.booty ?? []).filter((one) => one.hex !== event.hex || one.holder !== side),
    });
  let booty = state.booty ?? [];
  for (const [type, { weapon }] of armaments.entries())
    booty = without(booty, { hex: event.hex, weapon, count: event.pieces[type] ?? 0, holder: side });
  return withSpoils(after, { booty });
}

/** Pieces of a kind taken out of what lies in a hex, from the first heap on. */
function without(booty: readonly Booty[], taken: Pick<Booty, 'hex' | 'weapon' | 'count' | 'holder'>): readonly Booty[] {
  let { count } = taken;
  return booty.flatMap((one): Booty[] => {
    if (one.hex !== taken.hex || one.weapon !== taken.weapon || one.holder !== taken.holder) return [one];
    const some = Math.min(count, one.count);
    count -= some;
    return one.count > some ? [{ ...one, count: one.count - some }] : [];
  });
}

/** Own dead before the enemy's, as many as can be carried. */
function carriedAway(dead: readonly Dead[], hex: number, side: Side, men: number): readonly Dead[] {
  let left = men;
  const away: Dead[] = [];
  const own = dead.filter((one) => one.hex === hex && one.side === side);
  const others = dead.filter((one) => one.hex === hex && one.side !== side);
  const staying = [...own, ...others].flatMap((one): Dead[] => {
    const some = Math.min(left, one.men);
    left -= some;
    if (some > 0) away.push({ hex: 'away', side: one.side, men: some, holder: side });
    return one.men > some ? [{ ...one, men: one.men - some }] : [];
  });
  return [...dead.filter((one) => one.hex !== hex), ...staying, ...away];
}
