/**
 * What may never be wrong with a state, whatever was ordered: a list of faults in plain words, empty for a sound state.
 */
import { tenths } from '../../src/rules/curve.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { SIDES } from '../../src/model/side.ts';
import type { BattleState } from '../../src/model/state.ts';
import type { Unit, UnitCard } from '../../src/model/unit.ts';
import { goingOf } from '../../src/rules/march-rates.ts';
import { countLost, isInAction, sideOf } from '../../src/rules/roster.ts';

/** Everything unsound about a state. */
export function listFaults(scenario: Scenario, state: BattleState): string[] {
  const faults = scenario.cards.flatMap((card, index) => {
    const unit = state.units[index];
    return unit === undefined || unit.id !== card.id
      ? [`${card.id}: not at its place in the list`]
      : unitFaults(scenario, card, unit);
  });
  return [
    ...faults,
    ...placeFaults(scenario, state),
    ...contactFaults(scenario, state),
    ...groundFaults(scenario, state),
  ];
}

function unitFaults(scenario: Scenario, card: UnitCard, unit: Unit): string[] {
  const faults: string[] = [];
  const require = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(`${unit.id}: ${fault}`);
  };
  const counts = [
    unit.men,
    unit.killed,
    unit.wounded,
    unit.captured,
    unit.missing,
    unit.vehicles,
    unit.flares,
    unit.missions,
    ...unit.pieces,
    ...unit.rounds,
  ];
  require(counts.every(
    (count) => Number.isInteger(count) && count >= 0,
  ), `counts that are not whole and positive: ${counts.join(' ')}`);
  const came = card.men + (unit.joined ?? 0);
  require(unit.men + countLost(unit) ===
    came, `${unit.men} fit and ${countLost(unit)} lost are not the ${came} who came`);
  require(unit.vehicles <= card.vehicles, 'more vehicles than it came with');
  require(unit.minutesLeft >= 0 && unit.minutesLeft === tenths(unit.minutesLeft), `${unit.minutesLeft} minutes left`);
  require(unit.minutesLeft <= unit.minutesGiven, `${unit.minutesLeft} minutes left of ${unit.minutesGiven}`);
  require(unit.suppression >= 0 && unit.suppression <= 1, `suppression ${unit.suppression}`);
  require(unit.fatigue === undefined || (unit.fatigue > 0 && unit.fatigue <= 1), `fatigue ${unit.fatigue}`);
  require(unit.leader === undefined || unit.leader.lost > 0, 'another leads, though none was lost');
  require(unit.pieces.length === card.armaments.length &&
    unit.rounds.length === card.armaments.length, 'pieces or rounds beside its card');
  require(unit.pieces.every(
    (count, type) => count <= (card.armaments[type]?.count ?? 0),
  ), 'more pieces than it came with');
  require(unit.men > 0 || unit.at === 'gone', `nobody left, and yet ${String(unit.at)}`);
  require(unit.at !== 'gone' || unit.men === 0, 'gone with men fit');
  require((unit.at === 'offMap') === (card.offMap !== undefined) ||
    unit.at === 'left' ||
    unit.at === 'gone', `off the map or on it against its card: ${String(unit.at)}`);
  if (typeof unit.at === 'number') {
    const ground = scenario.map.terrain[unit.at];
    require(ground !== undefined, `hex ${unit.at} is off the map`);
    const swims = goingOf(scenario, card, unit).swimKmh !== undefined;
    const floats = card.mobility === 'boat' && unit.vehicles > 0;
    require(ground !== 'deepWater' || floats || swims, 'stands in deep water');
    require(!floats || ground === 'deepWater' || ground === 'shallows', 'floats on dry ground');
  }
  return faults;
}

/** Hexes with both sides on them. */
/** Sides share a hex only where they fight over it, and then they see each other. */
function placeFaults(scenario: Scenario, state: BattleState): string[] {
  return SIDES.flatMap((side) =>
    state.units.flatMap((unit) => {
      if (typeof unit.at !== 'number' || sideOf(scenario, unit.id) === side || !isInAction(unit)) return [];
      const met = state.units.some(
        (other) => other.at === unit.at && sideOf(scenario, other.id) === side && isInAction(other),
      );
      const seen = state.contacts[side].some(({ behind, view }) => behind === unit.id && view.current);
      return met && !seen ? [`${unit.id}: shares hex ${unit.at} with the enemy unseen`] : [];
    }),
  );
}

function contactFaults(scenario: Scenario, state: BattleState): string[] {
  return SIDES.flatMap((side) => {
    const contacts = state.contacts[side];
    const faults: string[] = [];
    if (new Set(contacts.map((contact) => contact.behind)).size !== contacts.length)
      faults.push(`${side}: two contacts for one unit`);
    if (new Set(contacts.map((contact) => contact.view.id)).size !== contacts.length)
      faults.push(`${side}: two contacts of one name`);
    if (contacts.length > state.contactCount[side]) faults.push(`${side}: more contacts than were ever numbered`);
    for (const { behind, view } of contacts) {
      if (sideOf(scenario, behind) === side) faults.push(`${side}: contact ${view.id} is one of its own`);
      if (view.unit !== undefined && view.unit !== behind)
        faults.push(`${side}: contact ${view.id} bears the wrong name`);
      if ((view.unit !== undefined) !== (view.level === 'identified'))
        faults.push(`${side}: contact ${view.id} is ${view.level} and ${view.unit ?? 'nameless'}`);
      const unit = state.units.find((other) => other.id === behind);
      if (view.current && unit?.at !== view.hex)
        faults.push(`${side}: contact ${view.id} is seen at ${view.hex} and stands at ${String(unit?.at)}`);
    }
    return faults;
  });
}

function groundFaults(scenario: Scenario, state: BattleState): string[] {
  const faults: string[] = [];
  const isAscending = (values: readonly number[]): boolean =>
    values.every((value, place) => place === 0 || value > (values[place - 1] ?? value));
  if (!isAscending(state.works.map((work) => work.hex))) faults.push('works out of order');
  if (!isAscending(state.wire.map((wire) => wire.hexside))) faults.push('wire out of order');
  if (state.works.some((work) => work.manHours < 0)) faults.push('works of less than nothing');
  if (state.turn < 1 || state.turn > scenario.clock.turns) faults.push(`turn ${state.turn} of ${scenario.clock.turns}`);
  if (state.holdings.length !== scenario.objectives.length) faults.push('holdings beside objectives');
  return faults;
}
