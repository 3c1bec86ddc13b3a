/**
 * Folds an event into the state. No rule and no dice here: whatever had to be decided is in the event. One closed switch
 * over all kinds, longer than a screen because it reads best as a table.
 */
import type { HexIndex } from '../hex/grid.ts';
import { present, unreachable } from '../model/assert.ts';
import type { Affairs } from '../model/affair.ts';
import type { Contact } from '../model/contact.ts';
import type { BattleEvent, EventOf, TankKilling } from '../model/event.ts';
import type { Scenario } from '../model/scenario.ts';
import { opponentOf, type Side, SIDES } from '../model/side.ts';
import type { BattleState, Holding, Passage, Plume, Wire, Works } from '../model/state.ts';
import type { FallenOut, Unit, UnitId } from '../model/unit.ts';
import { flightOf } from './air/roster.ts';
import { tenths } from './curve.ts';
import { minuteOf } from './light.ts';
import { reduceAir } from './reduce-air.ts';
import { facingAfterFire, frontAlong, withFront } from './facing.ts';
import { reduceEngineering } from './reduce-engineering.ts';
import { spend } from './minutes.ts';
import { reduceGuns, withoutLine } from './fire/reduce-guns.ts';
import { reduceSpoils, withDead, withPrisonersAlong } from './reduce-spoils.ts';
import { offTheGround, reduceWater, withPrisonersOver } from './reduce-water.ts';
import { reduceSupply, withSuppliesAt } from './reduce-supply.ts';
import { cardOf, indexOfUnit } from './roster.ts';

/** The state after the event. */
export function reduce(scenario: Scenario, state: BattleState, event: BattleEvent): BattleState {
  const change = (id: UnitId, changed: (unit: Unit) => Unit): BattleState => changeUnit(scenario, state, id, changed);
  switch (event.kind) {
    case 'moved':
      return withPrisonersAlong(
        withPassage(
          change(event.unit, ({ offWayMetres: _before, ...unit }) => ({
            ...withFront(
              spend(offTheGround(inTheOpen(unit)), event.minutes),
              frontAlong(scenario, cardOf(scenario, unit.id), unit, event.to),
            ),
            at: event.to,
            ...drivenOn(scenario, unit),
            ...(event.offWayMetres === undefined ? {} : { offWayMetres: event.offWayMetres }),
            activity: 'moving',
            pace: event.pace,
            posture: unit.posture === 'dugIn' ? 'deployed' : unit.posture,
            ...(event.fuelKm === undefined ? {} : { fuelKm: event.fuelKm }),
          })),
          event.passage,
        ),
        event,
      );
    case 'breakdown':
      return change(event.unit, (unit) => reduceBreakdown(unit, event));
    case 'bogged':
      return change(event.unit, (unit) => spend(unit, event.minutes));
    case 'ambushed':
    case 'wireCut':
      return reduceObstacle(scenario, state, event);
    case 'fired':
      return withFirer(reduceFired(scenario, state, event), cardOf(scenario, event.unit).side);
    case 'harmed':
      return withDead(scenario, state, event, reduceHarmed(scenario, state, event));
    case 'cohesion':
      return change(event.unit, (unit) => withoutStanding({ ...unit, cohesion: event.to }, event.to !== 'steady'));
    case 'retreated':
      return change(event.unit, (unit) => ({
        ...withFront(inTheOpen(unit), undefined),
        at: event.path[event.path.length - 1] ?? unit.at,
        posture: 'deployed',
        activity: 'moving',
        pace: 'normal',
        minutesLeft: 0,
      }));
    case 'assaulted':
      return event.units.reduce(
        (after, id, place) =>
          changeUnit(scenario, after, id, (unit) => ({
            ...withFront(
              spend(inTheOpen(unit), event.minutes[place] ?? 0),
              frontAlong(scenario, cardOf(scenario, id), unit, event.target),
            ),
            activity: 'moving',
            pace: 'normal',
            posture: unit.posture === 'dugIn' ? 'deployed' : unit.posture,
          })),
        state,
      );
    case 'captured':
    case 'abandoned':
    case 'spoilsHeld':
    case 'passedOn':
    case 'freed':
    case 'salvaged':
      return reduceSpoils(scenario, state, event);
    case 'missed':
      return change(event.unit, (unit) =>
        goneWhenEmpty({ ...unit, men: unit.men - event.men, missing: unit.missing + event.men }),
      );
    case 'dug':
      return {
        ...change(event.unit, (unit) => ({ ...spend(unit, event.minutes), activity: 'digging', posture: 'dugIn' })),
        works: withWorks(state.works, event.works),
      };
    case 'laboured':
    case 'crossingChanged':
    case 'crossingSeen':
    case 'minesMet':
    case 'wireLaid':
      return reduceEngineering(scenario, state, event);
    case 'postureChanged':
      return change(event.unit, (unit) => ({
        ...withFront(spend(unit, event.minutes), undefined),
        posture: event.posture,
      }));
    case 'gunsChanged':
      return change(event.unit, (unit) =>
        withoutRanges({ ...withFront(spend(unit, event.minutes), undefined), gunState: event.state }),
      );
    case 'hunted':
      return change(event.unit, (unit) => afterHunt(unit, event.means, event.tries));
    case 'turned':
      return change(event.unit, (unit) => withFront(spend(unit, event.minutes), event.facing));
    case 'saddled':
      if (event.saddle === 'wheels' || event.saddle === 'tracks')
        return change(event.unit, ({ onWheels: _changed, ...unit }) => ({
          ...spend(unit, event.minutes),
          ...(event.saddle === 'wheels' ? { onWheels: true } : {}),
        }));
      return change(event.unit, ({ ridesAt: _left, ...unit }) => ({
        ...spend(unit, event.minutes),
        ...(event.saddle === 'dismounted' && typeof unit.at === 'number' ? { ridesAt: unit.at } : {}),
      }));
    case 'boarded':
      return changeUnit(
        scenario,
        change(event.unit, (unit) => ({
          ...withoutStanding(spend(unit, event.minutes), true),
          at: 'aboard',
          carrier: event.carrier,
          posture: 'marching',
        })),
        event.carrier,
        (carrier) => spend(carrier, event.minutes),
      );
    case 'unloaded':
      return reduceUnloaded(scenario, state, event);
    case 'holed':
    case 'mended':
    case 'grounded':
    case 'drifted':
    case 'sunk':
    case 'crossed':
    case 'turnedBack':
    case 'sounded':
      return withPrisonersOver(reduceWater(scenario, state, event), event);
    case 'policySet':
      return change(event.unit, (unit) => ({ ...unit, policy: event.policy }));
    case 'standingSet':
      return change(event.unit, (unit) => {
        const { standing: _dropped, ...rest } = unit;
        return event.standing === null ? rest : { ...rest, standing: event.standing };
      });
    case 'rallied':
      return change(event.unit, (unit) => ({ ...spend(unit, event.minutes), suppression: event.suppression }));
    case 'called':
      return change(event.unit, (unit) => ({ ...unit, call: event.call }));
    case 'planned':
    case 'fellOut':
    case 'jammed':
    case 'unjammed':
    case 'shellsIssued':
      return change(event.unit, (unit) => reduceGuns(unit, event));
    case 'curtain':
      return { ...state, curtains: [...(state.curtains ?? []), event.curtain] };
    case 'flare':
      return {
        ...change(event.unit, (unit) => ({ ...spend(unit, event.minutes), flares: unit.flares - 1 })),
        flares: [...state.flares, event.flare],
      };
    case 'plume':
      return { ...state, plumes: withPlume(state.plumes ?? [], event.plume) };
    case 'arrived':
      return change(event.unit, (unit) => ({ ...unit, at: event.hex }));
    case 'surprised':
      return change(event.unit, (unit) => ({ ...unit, minutesLeft: 0 }));
    case 'readied':
      return change(event.unit, ({ owedMinutes: _paid, fatigue: _rested, drivenMetres: _stood, ...unit }) => ({
        ...(unit.activity === 'moving' ? unit : withBearings(unit)),
        minutesLeft: event.minutes,
        minutesGiven: event.minutes,
        ...(event.owed > 0 ? { owedMinutes: event.owed } : {}),
        suppression: event.suppression,
        activity: event.activity,
        ...(event.fatigue === undefined ? {} : { fatigue: event.fatigue }),
      }));
    case 'leaderLost':
      return change(event.unit, (unit) => ({
        ...unit,
        leader: { lost: (unit.leader?.lost ?? 0) + 1, successorMinute: event.successorMinute },
      }));
    case 'leaderReplaced':
      return change(event.unit, (unit) => ({ ...unit, leader: { lost: unit.leader?.lost ?? 1 } }));
    case 'firstFire':
      return change(event.unit, (unit) => ({ ...unit, blooded: true }));
    case 'deserted':
      return change(event.unit, (unit) =>
        goneWhenEmpty({
          ...unit,
          men: unit.men - event.over - event.away,
          captured: unit.captured + event.over,
          missing: unit.missing + event.away,
        }),
      );
    case 'frostbitten':
      return change(event.unit, (unit) =>
        goneWhenEmpty({ ...unit, men: unit.men - event.men, wounded: unit.wounded + event.men }),
      );
    case 'cutOff':
      return change(event.unit, ({ cutOffMinute: _before, ...unit }) =>
        event.sinceMinute === null ? unit : { ...unit, cutOffMinute: event.sinceMinute },
      );
    case 'ordersLost':
      return event.units.reduce(
        (after, id) => changeUnit(scenario, after, id, (unit) => ({ ...unit, ordersMinute: event.untilMinute })),
        state,
      );
    case 'linesCut':
      return change(event.unit, (unit) => ({ ...unit, linesMinute: event.untilMinute }));
    case 'relieved':
      return change(event.unit, (unit) => ({ ...unit, relievedTurn: state.turn }));
    case 'sighted':
      return reduceSighted(state, event);
    case 'contactLost':
      return {
        ...state,
        contacts: {
          ...state.contacts,
          [event.side]: state.contacts[event.side].filter((contact) => contact.view.id !== event.contact),
        },
      };
    case 'worksSeen':
      return {
        ...state,
        works: state.works.map((work) =>
          work.hex === event.hex ? { ...work, believed: { ...work.believed, [event.side]: work.manHours } } : work,
        ),
      };
    case 'wireSeen':
      return withWire(state, event.hexside, (wire) => ({
        ...wire,
        believedBy: event.stands ? addSide(wire.believedBy, event.side) : dropSide(wire.believedBy, event.side),
      }));
    case 'objectiveTaken':
      return withHolding(state, event.objective, (holding) => ({ ...holding, holder: event.holder }));
    case 'objectiveLearned':
      return withHolding(state, event.objective, (holding) => ({
        ...holding,
        believed: { ...holding.believed, [event.side]: event.holder },
      }));
    case 'left':
      return {
        ...change(event.unit, ({ carrier: _gotOff, ...unit }) => withoutStanding({ ...unit, at: 'left' }, true)),
        ...withAffairs(state, (affairs) => ({
          ...affairs,
          exited: [
            ...affairs.exited,
            { unit: event.unit, exit: event.exit, minute: minuteOf(scenario.clock, state.turn) },
          ],
        })),
      };
    case 'released':
      return withAffairsOf(state, (affairs) => ({ ...affairs, released: [...affairs.released, event.unit] }));
    case 'sentFor':
      return withAffairsOf(state, (affairs) => ({ ...affairs, called: [...affairs.called, event.unit] }));
    case 'occurred':
      return withAffairsOf(state, (affairs) => ({ ...affairs, happened: [...affairs.happened, event.event] }));
    case 'limitChanged': {
      const { limit, holds } = event;
      return withAffairsOf(state, (affairs) => ({ ...affairs, limits: [...affairs.limits, { limit, holds }] }));
    }
    case 'pointsChanged': {
      const { objective, points } = event;
      return withAffairsOf(state, (affairs) => ({ ...affairs, points: [...affairs.points, { objective, points }] }));
    }
    case 'incident':
      return withAffairsOf(state, (affairs) => withIncident(affairs, state, event));
    case 'turnHeld':
      return withAffairsOf(state, (affairs) => ({ ...affairs, turnsHeld: oneMoreAt(affairs.turnsHeld, event.clause) }));
    case 'skyChanged':
      return { ...state, sky: event.sky };
    case 'recovered':
      return change(event.unit, (unit) => ({
        ...unit,
        men: unit.men + event.wounded + event.joined,
        wounded: unit.wounded - event.wounded,
        ...(event.joined > 0 ? { joined: (unit.joined ?? 0) + event.joined } : {}),
        vehicles: unit.vehicles + event.vehicles,
        pieces: unit.pieces.map((count, type) => count + (event.pieces[type] ?? 0)),
      }));
    case 'airCalled':
    case 'airFight':
      return reduceAir(state, event);
    case 'flak':
      return withFirer(reduceAir(state, event), opponentOf(flightOf(scenario, event.flight).side));
    case 'flew': {
      const after = reduceAir(state, event);
      const isFire = event.end === 'flown' && (event.task === 'bomb' || event.task === 'strafe');
      return isFire ? withFirer(after, flightOf(scenario, event.flight).side) : after;
    }
    case 'messaged':
      return state;
    case 'turnEnded':
      return withoutCurtains(withoutTraffic({ ...state, flares: [] }), event.side);
    case 'turnStarted':
      return withSuppliesAt(
        scenario,
        withPlumesAt(scenario, { ...withoutShells(state), turn: event.turn, active: event.side }),
      );
    case 'battleEnded':
      return { ...state, result: event.result };
    case 'supplied':
    case 'ranOut':
    case 'supplyHandled':
    case 'servedFirst':
    case 'depotTaken':
    case 'interdicted':
      return reduceSupply(scenario, state, event);
    case 'halted':
    case 'blastFailed':
    case 'late':
    case 'closeCombat':
      return state;
    default:
      return unreachable(event);
  }
}

/** The state with what was taken of a crossing. */
function withPassage(state: BattleState, passage: Passage | undefined): BattleState {
  if (passage === undefined) return state;
  const { traffic = [] } = state;
  const before = traffic.find(({ hexside }) => hexside === passage.hexside);
  const minutes = tenths((before?.minutes ?? 0) + passage.minutes);
  return { ...state, traffic: [...traffic.filter((one) => one !== before), { ...passage, minutes }] };
}

function withoutTraffic({ traffic: _over, ...state }: BattleState): BattleState {
  return state;
}

/** Who has stood for a turn has found out where he is. */
function withBearings({ offWayMetres: _found, ...unit }: Unit): Unit {
  return unit;
}

/** What a unit with vehicles or lorries has driven, with a hex more. */
function drivenOn(scenario: Scenario, unit: Unit): Pick<Unit, 'drivenMetres'> {
  if (unit.vehicles === 0 && cardOf(scenario, unit.id).mobility !== 'truck') return {};
  return { drivenMetres: (unit.drivenMetres ?? 0) + scenario.map.hexMetres };
}

const withTransportLost = ({ transportLost: _before, ...unit }: Unit, transportLost: number): Unit =>
  transportLost > 0 ? { ...unit, transportLost } : unit;

/** Vehicles that fall out wait where they stop; mended they are with the unit again, taken they are lost. */
function reduceBreakdown({ fallenOut = [], ...unit }: Unit, event: EventOf<'breakdown'>): Unit {
  const { stage, hex, lorries } = event;
  const isSame = (one: FallenOut): boolean => one.hex === hex && one.lorries === lorries;
  const waiting = fallenOut.find(isSame)?.vehicles ?? 0;
  const vehicles = waiting + (stage === 'fellOut' ? event.vehicles : -event.vehicles);
  const kept = { hex, vehicles, ...(lorries ? { lorries } : {}) };
  const left = [...fallenOut.filter((one) => !isSame(one)), ...(vehicles > 0 ? [kept] : [])];
  const change = { fellOut: -1, mended: 1, taken: 0 }[stage] * event.vehicles;
  const waits = left.length > 0 ? { fallenOut: left } : {};
  if (lorries) return { ...withTransportLost(unit, (unit.transportLost ?? 0) - change), ...waits };
  const pieces = unit.pieces.map((count, type) => count + Math.sign(change) * (event.pieces[type] ?? 0));
  // What the enemy has taken no workshop will bring back.
  const gone = stage === 'taken' ? { writtenOff: (unit.writtenOff ?? 0) + event.vehicles } : {};
  return { ...unit, vehicles: unit.vehicles + change, ...gone, pieces, ...waits };
}

/** Of two plumes of a kind on one hex the later remains. */
function withPlume(plumes: readonly Plume[], plume: Plume): readonly Plume[] {
  const isSame = (other: Plume): boolean => other.kind === plume.kind && other.hex === plume.hex;
  const before = plumes.find(isSame);
  const longest = before !== undefined && before.untilMinute > plume.untilMinute ? before : plume;
  return [...plumes.filter((other) => !isSame(other)), longest];
}

/** The state without plumes that are gone by the turn that begins. */
function withPlumesAt(scenario: Scenario, state: BattleState): BattleState {
  if (state.plumes === undefined) return state;
  const { plumes, ...rest } = state;
  const left = plumes.filter((plume) => plume.untilMinute > minuteOf(scenario.clock, state.turn));
  return left.length === 0 ? rest : { ...rest, plumes: left };
}

/** Who moves, fires, goes in or runs is in hiding no more. */
function inTheOpen(unit: Unit): Unit {
  if (unit.hidden === undefined) return unit;
  const { hidden: _given, ...rest } = unit;
  return rest;
}

/** The affairs of a state that has any, changed; they are there wherever anything can happen to them. */
const withAffairs = (state: BattleState, changed: (affairs: Affairs) => Affairs): Pick<BattleState, 'affairs'> =>
  state.affairs === undefined ? {} : { affairs: changed(state.affairs) };

const withAffairsOf = (state: BattleState, changed: (affairs: Affairs) => Affairs): BattleState => ({
  ...state,
  ...withAffairs(state, changed),
});

const withIncident = (affairs: Affairs, { turn, active }: BattleState, event: EventOf<'incident'>): Affairs => ({
  ...affairs,
  incidents: {
    ...affairs.incidents,
    [event.side]: [
      ...affairs.incidents[event.side],
      { cause: event.cause, points: event.points, turn, during: active },
    ],
  },
});

/** The list with one more at a place; places not yet counted are nought. */
function oneMoreAt(counts: readonly number[], place: number): readonly number[] {
  const length = Math.max(counts.length, place + 1);
  return Array.from({ length }, (_, index) => (counts[index] ?? 0) + (index === place ? 1 : 0));
}

/** Who fires for the first time is noted in battles where it matters who began. */
const withFirer = (state: BattleState, side: Side): BattleState =>
  state.affairs === undefined || state.affairs.fired.includes(side)
    ? state
    : withAffairsOf(state, (affairs) => ({ ...affairs, fired: [...affairs.fired, side] }));

function changeUnit(scenario: Scenario, state: BattleState, id: UnitId, changed: (unit: Unit) => Unit): BattleState {
  const index = indexOfUnit(scenario, id);
  const units = state.units.slice();
  units[index] = changed(present(units[index], `no unit ${id}`));
  return { ...state, units };
}

const goneWhenEmpty = (unit: Unit): Unit => (unit.men > 0 ? unit : { ...unit, at: 'gone', cohesion: 'surrendered' });

function withoutStanding(unit: Unit, dropped: boolean): Unit {
  if (!dropped || unit.standing === undefined) return unit;
  const { standing: _dropped, ...rest } = unit;
  return rest;
}

function reduceHarmed(scenario: Scenario, state: BattleState, event: EventOf<'harmed'>): BattleState {
  const menLost = event.killed + event.wounded;
  const harmed = changeUnit(scenario, state, event.unit, (unit) => ({
    ...unit,
    men: unit.men - menLost,
    killed: unit.killed + event.killed,
    wounded: unit.wounded + event.wounded,
    vehicles: unit.vehicles - event.vehicles,
    ...(event.transport === undefined ? {} : { transportLost: (unit.transportLost ?? 0) + event.transport }),
    ...(event.burnt === undefined ? {} : { writtenOff: (unit.writtenOff ?? 0) + event.burnt }),
    pieces: unit.pieces.map((count, type) => count - (event.pieces[type] ?? 0)),
    suppression: event.suppression,
    at: unit.men - menLost > 0 ? unit.at : 'gone',
  }));
  if (event.shelledBy === undefined) return harmed;
  const others = (state.shelled ?? []).filter((entry) => entry.unit !== event.unit);
  return { ...harmed, shelled: [...others, { unit: event.unit, by: event.shelledBy }] };
}

function withoutShells({ shelled: _forgotten, ...state }: BattleState): BattleState {
  return state;
}

/** Who gets off has what his carrier has left of its turn, and what he suffered on it. */
function reduceUnloaded(scenario: Scenario, state: BattleState, event: EventOf<'unloaded'>): BattleState {
  const spent = changeUnit(scenario, state, event.carrier, (carrier) => spend(carrier, event.minutes));
  const carrier = present(spent.units[indexOfUnit(scenario, event.carrier)], `no unit ${event.carrier}`);
  return changeUnit(scenario, spent, event.unit, ({ carrier: _left, ...unit }) => ({
    ...unit,
    at: unit.men > 0 ? event.hex : 'gone',
    posture: 'deployed',
    activity: 'moving',
    suppression: Math.max(unit.suppression, carrier.suppression),
    minutesLeft: carrier.minutesLeft,
    minutesGiven: carrier.minutesGiven,
  }));
}

function reduceObstacle(scenario: Scenario, state: BattleState, event: EventOf<'ambushed' | 'wireCut'>): BattleState {
  const spent = changeUnit(scenario, state, event.unit, (unit) => ({
    ...spend(unit, event.minutes),
    activity: 'moving',
  }));
  if (event.kind !== 'wireCut') return spent;
  // Who was not there goes on believing that it stands.
  const { side } = cardOf(scenario, event.unit);
  return withWire(spent, event.hexside, (wire) => ({
    ...wire,
    stands: false,
    believedBy: dropSide(wire.believedBy, side),
  }));
}

/** Bottles and charges are gone when they have been thrown. */
function afterHunt(unit: Unit, means: TankKilling, tries: number): Unit {
  if (means !== 'bottles' && means !== 'charges') return unit;
  const { [means]: before = 0, ...rest } = unit;
  return before > tries ? { ...rest, [means]: before - tries } : rest;
}

function reduceFired(scenario: Scenario, state: BattleState, event: EventOf<'fired'>): BattleState {
  const fired = changeUnit(scenario, state, event.unit, (unit) => ({
    ...withFront(
      spend(inTheOpen(unit), event.minutes),
      event.mode === 'mission' ? unit.facing : facingAfterFire(scenario, cardOf(scenario, unit.id), unit, event.target),
    ),
    activity: 'firing',
    rounds: unit.rounds.map((left, type) => left - (event.rounds[type] ?? 0)),
    missions: unit.missions - (event.missions ?? 0),
    ...(event.mode === 'mission' ? { registered: withRange(unit.registered ?? [], event.target) } : {}),
    ...(event.smokeRounds === undefined ? {} : { smokeRounds: (unit.smokeRounds ?? 0) - event.smokeRounds }),
    ...(event.barrels === undefined ? {} : { barrels: event.barrels }),
  }));
  const { line } = event;
  const settled = line === undefined ? withoutCall : (unit: Unit) => withoutLine(unit, line);
  const laid = event.mode === 'mission' ? changeUnit(scenario, fired, event.unit, settled) : fired;
  return event.observer === null || event.observer === event.unit
    ? laid
    : changeUnit(scenario, laid, event.observer, (unit) => spend(unit, OBSERVER_MINUTES));
}

/** How many hexes a battery keeps the range of; the oldest is forgotten. [C] */
export const KEPT_RANGES = 8;

const withRange = (registered: readonly HexIndex[], hex: HexIndex): readonly HexIndex[] =>
  [...registered.filter((known) => known !== hex), hex].slice(-KEPT_RANGES);

function withoutCall(unit: Unit): Unit {
  if (unit.call === undefined) return unit;
  const { call: _fired, ...rest } = unit;
  return rest;
}

/** Guns that have moved have lost their ranges. */
function withoutRanges(unit: Unit): Unit {
  if (unit.registered === undefined && unit.call === undefined) return unit;
  const { registered: _lost, call: _dropped, ...rest } = unit;
  return rest;
}

/** Barrages against a side end with its turn. */
function withoutCurtains(state: BattleState, side: Side): BattleState {
  const { curtains, ...rest } = state;
  const falling = (curtains ?? []).filter((curtain) => curtain.side === side);
  return falling.length === 0 ? rest : { ...rest, curtains: falling };
}

/** What calling and correcting a mission takes of the observer's turn. [C] */
export const OBSERVER_MINUTES = 10;

function reduceSighted(state: BattleState, event: EventOf<'sighted'>): BattleState {
  const known = state.contacts[event.side];
  const contact: Contact = { behind: event.behind, view: event.view };
  const place = known.findIndex((other) => other.behind === event.behind);
  const contacts = place < 0 ? [...known, contact] : known.with(place, contact);
  const counted = place < 0 ? state.contactCount[event.side] + 1 : state.contactCount[event.side];
  return {
    ...state,
    contacts: { ...state.contacts, [event.side]: contacts },
    contactCount: { ...state.contactCount, [event.side]: counted },
  };
}

const withWire = (state: BattleState, hexside: number, changed: (wire: Wire) => Wire): BattleState => ({
  ...state,
  wire: state.wire.map((wire) => (wire.hexside === hexside ? changed(wire) : wire)),
});

const dropSide = (sides: readonly Side[], side: Side): readonly Side[] => sides.filter((other) => other !== side);

const addSide = (sides: readonly Side[], side: Side): readonly Side[] =>
  SIDES.filter((other) => other === side || sides.includes(other));

function withHolding(state: BattleState, objective: number, changed: (holding: Holding) => Holding): BattleState {
  return {
    ...state,
    holdings: state.holdings.map((holding, index) => (index === objective ? changed(holding) : holding)),
  };
}

function withWorks(works: readonly Works[], work: Works): readonly Works[] {
  const place = firstFrom(works, work.hex);
  return works.toSpliced(place, works[place]?.hex === work.hex ? 1 : 0, work);
}

/** Works of a hex, if any were dug. */
export function findWorks({ works }: Pick<BattleState, 'works'>, hex: HexIndex): Works | undefined {
  const place = firstFrom(works, hex);
  return works[place]?.hex === hex ? works[place] : undefined;
}

/** The place of the first works at `hex` or beyond: they are kept in the order of hexes. */
function firstFrom(works: readonly Works[], hex: HexIndex): number {
  let [low, high] = [0, works.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((works[middle]?.hex ?? hex) < hex) low = middle + 1;
    else high = middle;
  }
  return low;
}
