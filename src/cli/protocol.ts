/**
 * What is said to outside players and by them: one JSON object a line, hexes as `[column, row]`, hexsides as a hex and
 * the name of its side. Only observations, shares of events and forecasts are turned into words here, so that nothing
 * a side does not know can be said.
 */
import * as v from 'valibot';
import { writeOrder } from '../battle/journal.ts';
import { type Hex, hexAt, type HexIndex } from '../hex/grid.ts';
import { unreachable } from '../model/assert.ts';
import type { ContactView } from '../model/contact.ts';
import type { FlightNow } from '../model/flight.ts';
import type { Forecast, Threat } from '../model/forecast.ts';
import type { Observation } from '../model/observation.ts';
import type { Order } from '../model/order.ts';
import type { BattleResult } from '../model/result.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SeenEvent } from '../model/seen-event.ts';
import type { Side } from '../model/side.ts';
import type { SoundedPlace } from '../model/state.ts';
import type { StandingOrder, Unit } from '../model/unit.ts';
import { readBy, type Reading } from '../scenario/problem.ts';
import { tellHex, tellHexes, tellHexside } from './told-hex.ts';
import type { ToldScenario } from './told-scenario.ts';

export const PROTOCOL_VERSION = 1;

/** What is said to a player. */
export type Message =
  | {
      readonly type: 'hello';
      readonly protocol: typeof PROTOCOL_VERSION;
      readonly side: Side;
      readonly scenario: ToldScenario;
    }
  | { readonly type: 'turn'; readonly observation: ToldObservation }
  | {
      readonly type: 'options';
      readonly unit: string;
      readonly orders: readonly { readonly order: ToldOrder; readonly forecast: ToldForecast }[];
    }
  | {
      readonly type: 'result';
      readonly accepted: true;
      readonly events: readonly ToldEvent[];
      readonly observation: ToldObservation;
    }
  | {
      readonly type: 'result';
      readonly accepted: false;
      readonly reason: string;
      readonly observation: ToldObservation;
    }
  | { readonly type: 'end'; readonly result: BattleResult };

const SaidSchema = v.variant('type', [
  v.object({ type: v.literal('options'), unit: v.string() }),
  v.object({ type: v.literal('order'), order: v.unknown() }),
]);

/** What a player says: which orders a unit may be given, or an order, still to be read by `parseOrder`. */
export type Said = v.InferOutput<typeof SaidSchema>;

/** A player's message from parsed JSON; `source` names the player in problems. */
export const parseSaid = (source: string, value: unknown): Reading<Said> => readBy(SaidSchema, source, value);

export type ToldOrder = ReturnType<typeof writeOrder>;

function tellStanding(scenario: Scenario, standing: StandingOrder | null) {
  if (standing?.kind === 'work') return { ...standing, target: tellHex(scenario.map, standing.target) };
  return standing?.kind === 'goTo' ? { ...standing, to: tellHex(scenario.map, standing.to) } : standing;
}

function tellUnit(scenario: Scenario, { standing, at, registered, call, plan, ...unit }: Unit) {
  const hex = (index: HexIndex) => hexAt(scenario.map.grid, index);
  return {
    ...unit,
    at: typeof at === 'number' ? hex(at) : at,
    ...(standing === undefined ? {} : { standing: tellStanding(scenario, standing) }),
    ...(registered === undefined ? {} : { registered: registered.map(hex) }),
    ...(call === undefined ? {} : { call: { ...call, target: hex(call.target) } }),
    ...(plan === undefined ? {} : { plan: plan.map((line) => ({ ...line, target: hex(line.target) })) }),
  };
}

const tellContact = (scenario: Scenario, view: ContactView) => ({ ...view, hex: hexAt(scenario.map.grid, view.hex) });

function tellFlight(scenario: Scenario, { sortie, watch, ...flight }: FlightNow) {
  const { grid } = scenario.map;
  return {
    ...flight,
    ...(sortie === undefined ? {} : { sortie: { ...sortie, target: hexAt(grid, sortie.target) } }),
    ...(watch === undefined ? {} : { watch: { ...watch, hex: hexAt(grid, watch.hex) } }),
  };
}

/** What lies in a hex, or was carried away from it. */
const tellLying = <T extends { readonly hex: HexIndex | 'away' }>(scenario: Scenario, one: T) => ({
  ...one,
  hex: one.hex === 'away' ? one.hex : hexAt(scenario.map.grid, one.hex),
});

/** Water that was sounded: a hex, or a river along a hexside. */
const tellPlace = ({ map }: Scenario, { of, at }: SoundedPlace) =>
  of === 'hex' ? { hex: tellHex(map, at) } : { hexside: tellHexside(map, at) };

const tellHexsides = <T extends { readonly hexside: number }>(scenario: Scenario, list: readonly T[]) =>
  list.map((one) => ({ ...one, hexside: tellHexside(scenario.map, one.hexside) }));

/** What a side may know, for its player. */
export function tellObservation(scenario: Scenario, observation: Observation) {
  return {
    ...observation,
    units: observation.units.map((unit) => tellUnit(scenario, unit)),
    contacts: observation.contacts.map((view) => tellContact(scenario, view)),
    visible: tellHexes(scenario.map, observation.visible),
    works: observation.works.map((work) => ({ ...work, hex: hexAt(scenario.map.grid, work.hex) })),
    wire: observation.wire.map((hexside) => tellHexside(scenario.map, hexside)),
    ...(observation.crossings === undefined ? {} : { crossings: tellHexsides(scenario, observation.crossings) }),
    ...(observation.labour === undefined ? {} : { labour: tellHexsides(scenario, observation.labour) }),
    flares: observation.flares.map((flare) => ({ ...flare, hex: hexAt(scenario.map.grid, flare.hex) })),
    ...(observation.plumes === undefined
      ? {}
      : { plumes: observation.plumes.map((plume) => ({ ...plume, hex: hexAt(scenario.map.grid, plume.hex) })) }),
    ...(observation.flights === undefined
      ? {}
      : { flights: observation.flights.map((flight) => tellFlight(scenario, flight)) }),
    ...(observation.soundings === undefined
      ? {}
      : { soundings: observation.soundings.map((place) => tellPlace(scenario, place)) }),
    ...(observation.curtains === undefined
      ? {}
      : { curtains: observation.curtains.map((one) => ({ ...one, hex: hexAt(scenario.map.grid, one.hex) })) }),
    ...(observation.booty === undefined ? {} : { booty: observation.booty.map((one) => tellLying(scenario, one)) }),
    ...(observation.dead === undefined ? {} : { dead: observation.dead.map((one) => tellLying(scenario, one)) }),
  };
}
type ToldObservation = ReturnType<typeof tellObservation>;

/** An event as the side saw it, for its player. */
export function tellEvent(scenario: Scenario, seen: SeenEvent) {
  const hex = (index: HexIndex | null): Hex | null => tellHex(scenario.map, index);
  switch (seen.kind) {
    case 'moved':
      return { ...seen, from: hex(seen.from), to: hex(seen.to) };
    case 'drifted':
    case 'crossed':
      return { ...seen, from: hex(seen.from), to: hex(seen.to) };
    case 'sunk':
      return { ...seen, hex: hex(seen.hex), to: hex(seen.to) };
    case 'sounded':
      return { ...seen, place: tellPlace(scenario, seen.place) };
    case 'fired':
      return { ...seen, from: hex(seen.from), target: hex(seen.target) };
    case 'assaulted':
      return { ...seen, from: seen.from.map(hex), target: hex(seen.target) };
    case 'retreated':
      return { ...seen, path: seen.path.map(hex) };
    case 'wireCut':
    case 'wireSeen':
    case 'turnedBack':
    case 'crossingChanged':
    case 'crossingSeen':
    case 'blastFailed':
    case 'wireLaid':
    case 'minesMet':
      return { ...seen, hexside: tellHexside(scenario.map, seen.hexside) };
    case 'laboured':
      return { ...seen, hexside: seen.hexside === null ? null : tellHexside(scenario.map, seen.hexside) };
    case 'standingSet':
      return { ...seen, standing: tellStanding(scenario, seen.standing) };
    case 'sighted':
      return { ...seen, view: tellContact(scenario, seen.view) };
    case 'leaderLost':
    case 'firstFire':
    case 'deserted':
    case 'ambushed':
    case 'breakdown':
    case 'bogged':
    case 'harmed':
    case 'cohesion':
    case 'closeCombat':
    case 'captured':
    case 'abandoned':
    case 'spoilsHeld':
    case 'freed':
    case 'salvaged':
    case 'dug':
    case 'flare':
    case 'plume':
    case 'arrived':
    case 'unloaded':
    case 'holed':
    case 'grounded':
    case 'left':
    case 'worksSeen':
    case 'curtain':
      return { ...seen, hex: hex(seen.hex) };
    case 'airFight':
    case 'flak':
      return { ...seen, hex: hex(seen.hex) };
    case 'airCalled':
    case 'flew':
    case 'called':
      return { ...seen, target: hex(seen.target) };
    case 'planned':
    case 'fellOut':
      return { ...seen, line: { ...seen.line, target: hex(seen.line.target) } };
    case 'jammed':
    case 'unjammed':
    case 'shellsIssued':
    case 'halted':
    case 'missed':
    case 'passedOn':
    case 'postureChanged':
    case 'gunsChanged':
    case 'turned':
    case 'hunted':
    case 'saddled':
    case 'boarded':
    case 'policySet':
    case 'leaderReplaced':
    case 'frostbitten':
    case 'cutOff':
    case 'late':
    case 'ordersLost':
    case 'linesCut':
    case 'relieved':
    case 'rallied':
    case 'mended':
    case 'surprised':
    case 'readied':
    case 'contactLost':
    case 'objectiveLearned':
    case 'incident':
    case 'messaged':
    case 'released':
    case 'limitChanged':
    case 'pointsChanged':
    case 'skyChanged':
    case 'recovered':
    case 'supplied':
    case 'ranOut':
    case 'supplyHandled':
    case 'servedFirst':
    case 'depotTaken':
    case 'turnEnded':
    case 'turnStarted':
    case 'battleEnded':
      return seen;
    default:
      return unreachable(seen);
  }
}
type ToldEvent = ReturnType<typeof tellEvent>;

const tellThreat = (scenario: Scenario, threat: Threat) => ({ ...threat, hex: tellHex(scenario.map, threat.hex) });

/** A forecast, for the player who asked. */
export function tellForecast(scenario: Scenario, forecast: Forecast) {
  switch (forecast.kind) {
    case 'move':
      return {
        ...forecast,
        seenHexes: tellHexes(scenario.map, forecast.seenHexes),
        threats: forecast.threats.map((threat) => tellThreat(scenario, threat)),
      };
    case 'fire':
    case 'assault':
      return { ...forecast, threats: forecast.threats.map((threat) => tellThreat(scenario, threat)) };
    case 'cross':
      return { ...forecast, to: tellHex(scenario.map, forecast.to) };
    case 'other':
      return forecast;
    default:
      return unreachable(forecast);
  }
}
type ToldForecast = ReturnType<typeof tellForecast>;

/** An order, for the player who may give it. */
export const tellOrder = (scenario: Scenario, order: Order): ToldOrder => writeOrder(scenario, order);
