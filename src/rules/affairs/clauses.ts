/** What counts besides objectives and own losses: each clause measures one thing and turns it into points for a side. */
import type { HexIndex } from '../../hex/grid.ts';
import { present, unreachable } from '../../model/assert.ts';
import type { Clause, Measure } from '../../model/affair.ts';
import type { Losses } from '../../model/result.ts';
import type { Scenario } from '../../model/scenario.ts';
import { opponentOf, type Side } from '../../model/side.ts';
import type { BattleState } from '../../model/state.ts';
import { type Course, happen } from '../course.ts';
import { groundOf } from '../known.ts';
import { groundJoinedTo, shutHexes } from '../isolation.ts';
import { cardOf, isInAction, listOnMap } from '../roster.ts';
import { incidentPoints } from './incidents.ts';

/** Points for what a clause measured. */
export function clausePoints(clause: Pick<Clause, 'free' | 'per' | 'points' | 'most'>, measured: number): number {
  const points = Math.floor(Math.max(0, measured - clause.free) / clause.per) * clause.points;
  return Math.min(points, clause.most ?? Infinity);
}

/** Where a clause is measured: the state, and what has been lost in it. */
export interface Reckoning {
  readonly scenario: Scenario;
  readonly state: BattleState;
  readonly lost: (side: Side) => Losses;
}

/** What a clause measures as things stand. */
export function measureOf({ scenario, state, lost }: Reckoning, clause: Clause): number {
  const { side, measure } = clause;
  const enemy = opponentOf(side);
  switch (measure.kind) {
    case 'turnsHeld':
      return state.affairs?.turnsHeld[(scenario.clauses ?? []).indexOf(clause)] ?? 0;
    case 'exited':
      return countExited(scenario, state, side, measure);
    case 'enemyLost':
      return lost(enemy)[measure.of];
    case 'prisoners':
      return countPrisoners(scenario, state, enemy);
    case 'enemyDeadHeld':
      return (state.dead ?? []).reduce(
        (men, dead) => men + (dead.side === enemy && dead.holder === side ? dead.men : 0),
        0,
      );
    case 'enemyIncidents':
      return Math.max(0, incidentPoints(state.affairs, enemy));
    case 'enemyCutOff':
      return countCutOff(scenario, state, enemy, measure.region);
    case 'connected':
      return isConnected(scenario, state, side, measure) ? 1 : 0;
    case 'present':
      return countPresent(scenario, state, side, measure.region);
    default:
      return unreachable(measure);
  }
}

/** The same of what happened in fact; nothing where the history does not say. */
export function findHistoricMeasure({ history }: Scenario, { id, side, measure }: Clause): number | undefined {
  return measure.kind === 'enemyLost' ? history.losses[opponentOf(side)][measure.of] : history.measures?.[id];
}

/** Counts the turn that a side has just ended for the clauses about holding. */
export function countTurnsHeld(course: Course, side: Side): void {
  for (const [index, clause] of (course.scenario.clauses ?? []).entries()) {
    const { measure } = clause;
    if (clause.side !== side || measure.kind !== 'turnsHeld' || course.state.turn < measure.fromTurn) continue;
    if (course.state.holdings[measure.objective]?.holder === side) happen(course, { kind: 'turnHeld', clause: index });
  }
}

/** Who was taken away by an event did not leave by an exit. */
function countExited(
  scenario: Scenario,
  state: BattleState,
  side: Side,
  { of, exits, untilMinute = Infinity }: Extract<Measure, { readonly kind: 'exited' }>,
): number {
  let count = 0;
  for (const { unit: id, exit, minute } of state.affairs?.exited ?? []) {
    if (exit === null || !exits.includes(exit) || minute >= untilMinute || cardOf(scenario, id).side !== side) continue;
    count += present(
      state.units.find((unit) => unit.id === id),
      `${id} left and is not known`,
    )[of];
  }
  return count;
}

const countPrisoners = (scenario: Scenario, state: BattleState, of: Side): number =>
  scenario.cards.reduce((men, card, index) => men + (card.side === of ? (state.units[index]?.captured ?? 0) : 0), 0);

function countPresent(scenario: Scenario, state: BattleState, side: Side, region: string): number {
  const hexes = scenario.map.regions.get(region) ?? [];
  return countMen(scenario, state, side, (hex) => hexes.includes(hex));
}

function countMen(scenario: Scenario, state: BattleState, side: Side, counts: (hex: HexIndex) => boolean): number {
  let men = 0;
  for (const unit of listOnMap(scenario, state, side))
    if (typeof unit.at === 'number' && isInAction(unit) && counts(unit.at)) men += unit.men;
  return men;
}

/** In truth, not as the side believes: for the reckoning at the end. */
function joinedInTruth(scenario: Scenario, state: BattleState, side: Side, region: string): Uint8Array {
  const held = listOnMap(scenario, state, opponentOf(side))
    .filter(isInAction)
    .flatMap(({ at }) => (typeof at === 'number' ? [at] : []));
  const starts = scenario.map.regions.get(region) ?? [];
  return groundJoinedTo(scenario, starts, shutHexes(scenario, state, side, held), groundOf(scenario, state));
}

function countCutOff(scenario: Scenario, state: BattleState, side: Side, region: string): number {
  const joined = joinedInTruth(scenario, state, side, region);
  return countMen(scenario, state, side, (hex) => joined[hex] === 0);
}

function isConnected(
  scenario: Scenario,
  state: BattleState,
  side: Side,
  { from, to }: Extract<Measure, { readonly kind: 'connected' }>,
): boolean {
  const joined = joinedInTruth(scenario, state, side, from);
  return (scenario.map.regions.get(to) ?? []).some((hex) => joined[hex] === 1);
}
