/** Folds what engineers did into the state: work begun, bridges, mines, wire, and what each side believes of them. */
import { present } from '../model/assert.ts';
import type { CrossingState, Labour, Made, Stores } from '../model/engineering.ts';
import type { EventOf } from '../model/event.ts';
import type { Scenario } from '../model/scenario.ts';
import { bySide, type Side, SIDES } from '../model/side.ts';
import type { BattleState, Wire } from '../model/state.ts';
import type { Unit, UnitId } from '../model/unit.ts';
import { spend } from './minutes.ts';
import { cardOf, indexOfUnit } from './roster.ts';

type EngineeringEvent = EventOf<'laboured' | 'crossingChanged' | 'crossingSeen' | 'minesMet' | 'wireLaid'>;

export function reduceEngineering(scenario: Scenario, state: BattleState, event: EngineeringEvent): BattleState {
  switch (event.kind) {
    case 'laboured':
      return withLabour(reduceWorker(scenario, state, event), scenario, event);
    case 'crossingChanged':
      return reduceChanged(scenario, state, event);
    case 'crossingSeen':
      return withCrossing(state, event.hexside, (crossing) => believing(crossing, event.side, event.made));
    case 'minesMet': {
      const { side } = cardOf(scenario, event.unit);
      return withCrossing(state, event.hexside, (crossing) => {
        const { mines } = crossing.now;
        const before = crossing.believed[side] ?? {};
        return mines === undefined ? crossing : believing(crossing, side, { ...before, mines });
      });
    }
    case 'wireLaid':
      return { ...state, wire: withWireAt(state.wire, event.hexside, cardOf(scenario, event.unit).side) };
  }
}

const hasAny = (stores: Stores): boolean => Object.keys(stores).length > 0;

function reduceWorker(scenario: Scenario, state: BattleState, event: EventOf<'laboured'>): BattleState {
  const isOutside = event.hexside !== null;
  return changeUnit(scenario, state, event.unit, ({ stores: _before, ...unit }) => {
    const bottles = (unit.bottles ?? 0) + event.bottles;
    return {
      ...spend(unit, event.minutes),
      activity: 'digging',
      posture: isOutside && unit.posture === 'dugIn' ? 'deployed' : unit.posture,
      ...(hasAny(event.stores) ? { stores: event.stores } : {}),
      ...(bottles > 0 ? { bottles } : {}),
    };
  });
}

function withLabour(state: BattleState, scenario: Scenario, event: EventOf<'laboured'>): BattleState {
  const { labour = [], ...rest } = state;
  const { side } = cardOf(scenario, event.unit);
  const isThis = (one: Labour): boolean =>
    one.hexside === event.hexside && one.work === event.work && one.side === side;
  const others = labour.filter((one) => !isThis(one));
  const now = event.left === null ? others : [...others, event.left];
  return now.length === 0 ? rest : { ...rest, labour: now };
}

/** Engineers know what they did, and mines only if those were their affair; others learn it by looking. */
function reduceChanged(scenario: Scenario, state: BattleState, event: EventOf<'crossingChanged'>): BattleState {
  const before = state.crossings?.find((one) => one.hexside === event.hexside);
  const changed: CrossingState = {
    hexside: event.hexside,
    now: event.made,
    believed: before?.believed ?? bySide(() => null),
  };
  const crossings = [...(state.crossings ?? []).filter((one) => one.hexside !== event.hexside), changed].sort(
    (a, b) => a.hexside - b.hexside,
  );
  if (event.by === null) return { ...state, crossings };
  const { side } = cardOf(scenario, event.by);
  const { mines: laid, ...visible } = event.made;
  const mines = event.how === 'mined' || event.how === 'cleared' ? laid : before?.believed[side]?.mines;
  const made: Made = { ...visible, ...(mines === undefined ? {} : { mines }) };
  return withCrossing({ ...state, crossings }, event.hexside, (crossing) => believing(crossing, side, made));
}

const believing = (crossing: CrossingState, side: Side, made: Made): CrossingState => ({
  ...crossing,
  believed: { ...crossing.believed, [side]: made },
});

const withCrossing = (
  state: BattleState,
  hexside: number,
  changed: (crossing: CrossingState) => CrossingState,
): BattleState =>
  state.crossings === undefined
    ? state
    : { ...state, crossings: state.crossings.map((one) => (one.hexside === hexside ? changed(one) : one)) };

/** A belt that stands, in its place among the others; who put it up knows. */
function withWireAt(wire: readonly Wire[], hexside: number, side: Side): readonly Wire[] {
  const before = wire.find((belt) => belt.hexside === hexside);
  const believedBy = SIDES.filter((one) => one === side || before?.believedBy.includes(one) === true);
  return [...wire.filter((belt) => belt.hexside !== hexside), { hexside, stands: true, believedBy }].sort(
    (a, b) => a.hexside - b.hexside,
  );
}

function changeUnit(scenario: Scenario, state: BattleState, id: UnitId, changed: (unit: Unit) => Unit): BattleState {
  const index = indexOfUnit(scenario, id);
  const units = state.units.slice();
  units[index] = changed(present(units[index], `no unit ${id}`));
  return { ...state, units };
}
