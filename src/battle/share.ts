/**
 * What a side is told of what happened. One table answers for every kind of event how it looks to its owner and to
 * somebody who saw it only in part; a new kind does not compile until it has an answer.
 */
import { hexesBetween } from '../hex/distance.ts';
import type { HexIndex } from '../hex/grid.ts';
import type { ByLight } from '../model/clock.ts';
import type { FlightId } from '../model/flight.ts';
import type { Draw } from '../model/chance.ts';
import type { ContactView } from '../model/contact.ts';
import type { BattleEvent, EventKind, EventOf } from '../model/event.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SeenEvent, Who, Wing } from '../model/seen-event.ts';
import type { Side } from '../model/side.ts';
import type { BattleState } from '../model/state.ts';
import type { UnitId } from '../model/unit.ts';
import { incidentPoints } from '../rules/affairs/incidents.ts';
import { findLimit, isOn } from '../rules/limits.ts';
import { flightOf, typeOf } from '../rules/air/roster.ts';
import { skyOf } from '../rules/light.ts';
import { reduce } from '../rules/reduce.ts';
import { findHex, listOnMap, sideOf, unitOf } from '../rules/roster.ts';
import { totalOf } from '../rules/supply/loads.ts';

/** One side looking at one event: the state before it, and once its sightings are in. */
interface Viewer {
  readonly scenario: Scenario;
  readonly side: Side;
  readonly before: BattleState;
  readonly after: BattleState;
}

/** The side's share of the events that followed `before`, in their order. */
export function shareOf(
  scenario: Scenario,
  before: BattleState,
  events: readonly BattleEvent[],
  side: Side,
): readonly SeenEvent[] {
  const states: BattleState[] = [before];
  for (const event of events) states.push(reduce(scenario, states[states.length - 1] ?? before, event));
  const seen: SeenEvent[] = [];
  for (const [index, event] of events.entries()) {
    const viewer = {
      scenario,
      side,
      before: states[index] ?? before,
      after: states[settledAfter(events, index)] ?? before,
    };
    const view = look(event, viewer);
    if (view !== undefined) seen.push(view);
  }
  return seen;
}

const SIGHTINGS: ReadonlySet<EventKind> = new Set(['sighted', 'contactLost']);

/** Index of the state once the sightings that an event caused are folded in. */
function settledAfter(events: readonly BattleEvent[], index: number): number {
  let next = index + 1;
  for (let event = events[next]; event !== undefined && SIGHTINGS.has(event.kind); event = events[next]) next += 1;
  return next;
}

type Shares = { readonly [K in EventKind]: (event: EventOf<K>, viewer: Viewer) => SeenEvent | undefined };

const isOwn = (viewer: Viewer, unit: UnitId): boolean => sideOf(viewer.scenario, unit) === viewer.side;

/** The side's view of a unit's contact, current at one of the two moments. */
function findCurrent(viewer: Viewer, unit: UnitId): ContactView | undefined {
  for (const state of [viewer.after, viewer.before]) {
    const view = state.contacts[viewer.side].find((contact) => contact.behind === unit)?.view;
    if (view?.current) return view;
  }
  return undefined;
}

function who(viewer: Viewer, unit: UnitId): Who {
  if (isOwn(viewer, unit)) return { kind: 'own', unit };
  const view = findCurrent(viewer, unit);
  return view === undefined ? { kind: 'unknown' } : { kind: 'contact', contact: view.id };
}

const isPlain = (viewer: Viewer, unit: UnitId): boolean => {
  const view = findCurrent(viewer, unit);
  return view !== undefined && view.level !== 'suspected';
};

const isClose = (viewer: Viewer, unit: UnitId): boolean => findCurrent(viewer, unit)?.level === 'identified';

/** What only the owner is told. */
const ownOnly =
  <K extends EventKind>(
    unitOfEvent: (event: EventOf<K>) => UnitId,
    told: (event: EventOf<K>, viewer: Viewer) => SeenEvent,
  ) =>
  (event: EventOf<K>, viewer: Viewer): SeenEvent | undefined =>
    isOwn(viewer, unitOfEvent(event)) ? told(event, viewer) : undefined;

/** What the owner and whoever sees the unit plainly are told. */
const whoSees =
  <K extends EventKind>(
    unitOfEvent: (event: EventOf<K>) => UnitId,
    told: (event: EventOf<K>, viewer: Viewer) => SeenEvent | undefined,
  ) =>
  (event: EventOf<K>, viewer: Viewer): SeenEvent | undefined =>
    isOwn(viewer, unitOfEvent(event)) || isPlain(viewer, unitOfEvent(event)) ? told(event, viewer) : undefined;

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Pieces that jam, and that serve again: known to those who serve them. */
const piecesOf = (event: EventOf<'jammed' | 'unjammed'>, viewer: Viewer): SeenEvent | undefined =>
  isOwn(viewer, event.unit)
    ? { kind: event.kind, who: who(viewer, event.unit), pieces: sumOf(event.pieces) }
    : undefined;

const hexBefore = (viewer: Viewer, unit: UnitId): HexIndex =>
  findHex(unitOf(viewer.scenario, viewer.before, unit)) ?? -1;

const hasMenAt = ({ scenario, side, before }: Viewer, hex: HexIndex): boolean =>
  before.units.some((unit) => unit.at === hex && sideOf(scenario, unit.id) === side);

const SHARES: Shares = {
  moved: (event, viewer) => {
    if (isOwn(viewer, event.unit))
      return { kind: 'moved', who: who(viewer, event.unit), from: event.from, to: event.to, minutes: event.minutes };
    const from = currentHex(viewer, viewer.before, event.unit);
    const to = currentHex(viewer, viewer.after, event.unit);
    return from === null && to === null
      ? undefined
      : { kind: 'moved', who: who(viewer, event.unit), from, to, minutes: null };
  },
  halted: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'halted', who: who(viewer, event.unit), cause: event.cause }),
  ),
  // Who stands where vehicles were left behind has them; who sees some stop counts them.
  breakdown: (event, viewer) =>
    isOwn(viewer, event.unit) ||
    (event.stage === 'fellOut' && isPlain(viewer, event.unit)) ||
    (event.stage === 'taken' && hasMenAt(viewer, event.hex))
      ? {
          kind: 'breakdown',
          who: who(viewer, event.unit),
          stage: event.stage,
          hex: event.hex,
          vehicles: event.vehicles,
        }
      : undefined,
  bogged: whoSees(
    (event) => event.unit,
    (event, viewer) => ({
      kind: 'bogged',
      who: who(viewer, event.unit),
      hex: event.hex,
      minutes: isOwn(viewer, event.unit) ? event.minutes : null,
    }),
  ),
  ambushed: (event, viewer) =>
    isOwn(viewer, event.unit) || isPlain(viewer, event.unit)
      ? {
          kind: 'ambushed',
          who: who(viewer, event.unit),
          by: isOwn(viewer, event.by) ? { kind: 'own', unit: event.by } : who(viewer, event.by),
          hex: event.hex,
        }
      : undefined,
  hunted: (event, viewer) =>
    isOwn(viewer, event.unit) || (isOwn(viewer, event.target) && isPlain(viewer, event.unit))
      ? {
          kind: 'hunted',
          who: who(viewer, event.unit),
          target: who(viewer, event.target),
          means: event.means,
          tries: event.tries,
          escorted: event.escorted,
        }
      : undefined,
  wireCut: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'wireCut', who: who(viewer, event.unit), hexside: event.hexside }),
  ),
  fired: (event, viewer) => (isOwn(viewer, event.unit) ? ownFire(event, viewer) : enemyFire(event, viewer)),
  harmed: (event, viewer) => {
    const hex = hexBefore(viewer, event.unit);
    const pieces = event.pieces.reduce((sum, count) => sum + count, 0);
    const men = event.killed + event.wounded;
    const transport = event.transport === undefined ? {} : { transport: event.transport };
    if (isOwn(viewer, event.unit)) {
      return {
        kind: 'harmed',
        who: who(viewer, event.unit),
        hex,
        men,
        exact: true,
        vehicles: event.vehicles,
        ...transport,
        ...(event.burnt === undefined ? {} : { burnt: event.burnt }),
        pieces,
        suppression: event.suppression,
      };
    }
    if (!isPlain(viewer, event.unit)) return undefined;
    return {
      kind: 'harmed',
      who: who(viewer, event.unit),
      hex,
      men: Math.round(men / 5) * 5,
      exact: false,
      vehicles: event.vehicles,
      ...transport,
      ...(event.burnt === undefined ? {} : { burnt: event.burnt }),
      pieces: 0,
      suppression: null,
    };
  },
  cohesion: whoSees(
    (event) => event.unit,
    (event, viewer) => ({
      kind: 'cohesion',
      who: who(viewer, event.unit),
      hex: hexBefore(viewer, event.unit),
      from: event.from,
      to: event.to,
    }),
  ),
  retreated: (event, viewer) => {
    const from = hexBefore(viewer, event.unit);
    const own = isOwn(viewer, event.unit);
    // Only who sees the unit where it starts sees it go, and no farther than the first hex.
    if (!own && currentHex(viewer, viewer.before, event.unit) !== from) return undefined;
    const path = own ? event.path : event.path.slice(0, 1);
    return { kind: 'retreated', who: who(viewer, event.unit), path: [from, ...path], rout: event.rout };
  },
  assaulted: (event, viewer) => {
    const seen = event.units.filter((unit) => isOwn(viewer, unit) || findCurrent(viewer, unit) !== undefined);
    if (seen.length === 0) return undefined;
    return {
      kind: 'assaulted',
      who: seen.map((unit) => who(viewer, unit)),
      from: seen.map((unit) => hexBefore(viewer, unit)),
      target: event.target,
    };
  },
  closeCombat: (event, viewer) => {
    const involved = [...event.attackers, ...event.defenders].some((unit) => isOwn(viewer, unit));
    if (!involved) return undefined;
    const attacking = event.attackers.some((unit) => isOwn(viewer, unit));
    return {
      kind: 'closeCombat',
      attackers: event.attackers.map((unit) => who(viewer, unit)),
      defenders: event.defenders.map((unit) => who(viewer, unit)),
      hex: event.hex,
      outcome: event.outcome,
      ratio: event.ratio,
      factors: event.factors.filter((factor) => factor.owner === 'ground' || (factor.owner === 'actor') === attacking),
    };
  },
  captured: whoSees(
    (event) => event.unit,
    (event, viewer) => ({
      kind: 'captured',
      who: who(viewer, event.unit),
      hex: hexBefore(viewer, event.unit),
      men: event.men,
    }),
  ),
  abandoned: (event, viewer) =>
    isOwn(viewer, event.unit) || event.holder === viewer.side
      ? {
          kind: 'abandoned',
          who: who(viewer, event.unit),
          hex: event.hex,
          pieces: event.pieces.reduce((sum, count) => sum + count, 0),
        }
      : undefined,
  // Who is alone in a hex sees what lies there; the others are not told.
  spoilsHeld: (event, viewer) => (event.holder === viewer.side ? { kind: 'spoilsHeld', hex: event.hex } : undefined),
  passedOn: ownOnly(
    (event) => event.by,
    (event, viewer) => ({
      kind: 'passedOn',
      who: who(viewer, event.by),
      to: event.to === null ? null : who(viewer, event.to),
      men: event.men,
    }),
  ),
  // Both sides: men come back to one, and are missed by the other.
  freed: (event, viewer) => ({ kind: 'freed', who: who(viewer, event.unit), hex: event.hex, men: event.men }),
  salvaged: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({
      kind: 'salvaged',
      who: who(viewer, event.unit),
      task: event.task,
      hex: event.hex,
      minutes: event.minutes,
      pieces: event.pieces.reduce((sum, count) => sum + count, 0),
      men: event.men,
    }),
  ),
  missed: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'missed', who: who(viewer, event.unit), men: event.men }),
  ),
  dug: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({
      kind: 'dug',
      who: who(viewer, event.unit),
      hex: event.works.hex,
      minutes: event.minutes,
      manHours: event.works.manHours,
    }),
  ),
  laboured: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({
      kind: 'laboured',
      who: who(viewer, event.unit),
      work: event.work,
      hexside: event.hexside,
      minutes: event.minutes,
      doneShare: event.doneShare,
      bottles: event.bottles,
    }),
  ),
  // Who did it knows; everybody else sees what he sees of it, gunners and airmen too.
  crossingChanged: (event, viewer) =>
    event.by !== null && isOwn(viewer, event.by)
      ? { kind: 'crossingChanged', who: who(viewer, event.by), hexside: event.hexside, how: event.how }
      : undefined,
  crossingSeen: (event, viewer) =>
    event.side === viewer.side ? { kind: 'crossingSeen', hexside: event.hexside, made: event.made } : undefined,
  blastFailed: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'blastFailed', who: who(viewer, event.unit), hexside: event.hexside }),
  ),
  wireLaid: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'wireLaid', who: who(viewer, event.unit), hexside: event.hexside }),
  ),
  minesMet: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'minesMet', who: who(viewer, event.unit), hexside: event.hexside }),
  ),
  postureChanged: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({
      kind: 'postureChanged',
      who: who(viewer, event.unit),
      posture: event.posture,
      minutes: event.minutes,
    }),
  ),
  gunsChanged: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({
      kind: 'gunsChanged',
      who: who(viewer, event.unit),
      state: event.state,
      minutes: event.minutes,
    }),
  ),
  turned: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'turned', who: who(viewer, event.unit), facing: event.facing, minutes: event.minutes }),
  ),
  saddled: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({
      kind: 'saddled',
      who: who(viewer, event.unit),
      saddle: event.saddle,
      minutes: event.minutes,
    }),
  ),
  boarded: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'boarded', who: who(viewer, event.unit), carrier: event.carrier }),
  ),
  unloaded: whoSees(
    (event) => event.unit,
    (event, viewer) => ({
      kind: 'unloaded',
      who: who(viewer, event.unit),
      hex: event.hex,
      jumped: event.minutes === 0,
    }),
  ),
  // How badly a vessel is hit shows only when she stops, or settles.
  holed: whoSees(
    (event) => event.unit,
    (event, viewer) => ({
      kind: 'holed',
      who: who(viewer, event.unit),
      hex: hexBefore(viewer, event.unit),
      state: event.hull.sinking ? 'sinking' : event.hull.enginesOut ? 'stopped' : 'hit',
    }),
  ),
  mended: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'mended', who: who(viewer, event.unit) }),
  ),
  grounded: whoSees(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'grounded', who: who(viewer, event.unit), hex: event.hex }),
  ),
  drifted: (event, viewer) => {
    const own = isOwn(viewer, event.unit);
    const from = own ? event.from : currentHex(viewer, viewer.before, event.unit);
    const to = own ? (event.path.at(-1) ?? event.from) : currentHex(viewer, viewer.after, event.unit);
    return from === null && to === null
      ? undefined
      : { kind: 'drifted', who: who(viewer, event.unit), from, to, end: event.end };
  },
  sunk: (event, viewer) => {
    const own = isOwn(viewer, event.unit);
    if (!own && !isPlain(viewer, event.unit)) return undefined;
    return {
      kind: 'sunk',
      who: who(viewer, event.unit),
      hex: event.hex,
      to: own ? event.to : null,
      drowned: own ? event.drowned : null,
    };
  },
  crossed: (event, viewer) => {
    const own = isOwn(viewer, event.unit);
    const from = own ? event.from : currentHex(viewer, viewer.before, event.unit);
    const to = own ? event.to : currentHex(viewer, viewer.after, event.unit);
    if (from === null && to === null) return undefined;
    const { by, minutes, drowned } = event;
    return {
      kind: 'crossed',
      who: who(viewer, event.unit),
      by,
      from,
      to,
      minutes: own ? minutes : null,
      drowned: own ? drowned : 0,
    };
  },
  turnedBack: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'turnedBack', who: who(viewer, event.unit), hexside: event.hexside }),
  ),
  sounded: (event, viewer) =>
    event.side === viewer.side
      ? {
          kind: 'sounded',
          who: event.by === null ? { kind: 'unknown' } : who(viewer, event.by),
          place: event.place,
          depthMetres: event.depthMetres,
        }
      : undefined,
  policySet: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'policySet', who: who(viewer, event.unit), policy: event.policy }),
  ),
  standingSet: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'standingSet', who: who(viewer, event.unit), standing: event.standing }),
  ),
  rallied: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({
      kind: 'rallied',
      who: who(viewer, event.unit),
      minutes: event.minutes,
      suppression: event.suppression,
    }),
  ),
  called: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({
      kind: 'called',
      who: who(viewer, event.unit),
      target: event.call.target,
      dueMinute: event.call.dueMinute,
    }),
  ),
  planned: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'planned', who: who(viewer, event.unit), work: event.work, line: event.line }),
  ),
  fellOut: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'fellOut', who: who(viewer, event.unit), line: event.line, reason: event.reason }),
  ),
  jammed: piecesOf,
  unjammed: piecesOf,
  shellsIssued: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({
      kind: 'shellsIssued',
      who: who(viewer, event.unit),
      rounds: sumOf(event.rounds),
      missions: event.missions,
    }),
  ),
  // Shells on open ground are seen and heard by everybody; whose guns they come from is not.
  curtain: (event) => ({ kind: 'curtain', hex: event.curtain.hex }),
  // Light in the sky is seen by everybody; who put it up only by those who see him.
  flare: (event, viewer) => ({ kind: 'flare', who: who(viewer, event.unit), hex: event.flare.hex }),
  // Smoke and fire stand in the sky for everybody.
  plume: ({ plume }) => ({ kind: 'plume', plume: plume.kind, hex: plume.hex, untilMinute: plume.untilMinute }),
  arrived: whoSees(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'arrived', who: who(viewer, event.unit), hex: event.hex }),
  ),
  surprised: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'surprised', who: who(viewer, event.unit) }),
  ),
  // That a leader falls is seen by those who are near enough to tell him from his men.
  leaderLost: (event, viewer) =>
    isOwn(viewer, event.unit) || isClose(viewer, event.unit)
      ? {
          kind: 'leaderLost',
          who: who(viewer, event.unit),
          hex: hexBefore(viewer, event.unit),
          first: isOwn(viewer, event.unit) && unitOf(viewer.scenario, viewer.before, event.unit).leader === undefined,
        }
      : undefined,
  leaderReplaced: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'leaderReplaced', who: who(viewer, event.unit) }),
  ),
  firstFire: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({
      kind: 'firstFire',
      who: who(viewer, event.unit),
      hex: hexBefore(viewer, event.unit),
      stood: event.stood,
    }),
  ),
  deserted: (event, viewer) => {
    const own = isOwn(viewer, event.unit);
    if (!own && event.over === 0) return undefined;
    return {
      kind: 'deserted',
      who: who(viewer, event.unit),
      hex: hexBefore(viewer, event.unit),
      over: event.over,
      away: own ? event.away : null,
    };
  },
  frostbitten: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'frostbitten', who: who(viewer, event.unit), men: event.men }),
  ),
  cutOff: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'cutOff', who: who(viewer, event.unit), sinceMinute: event.sinceMinute }),
  ),
  late: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'late', who: who(viewer, event.unit), share: event.share }),
  ),
  ordersLost: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({
      kind: 'ordersLost',
      who: who(viewer, event.unit),
      units: event.units.length,
      untilMinute: event.untilMinute,
    }),
  ),
  linesCut: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'linesCut', who: who(viewer, event.unit), untilMinute: event.untilMinute }),
  ),
  relieved: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'relieved', who: who(viewer, event.unit) }),
  ),
  readied: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({
      kind: 'readied',
      who: who(viewer, event.unit),
      minutes: event.minutes,
      suppression: event.suppression,
    }),
  ),
  sighted: (event, viewer) => (event.side === viewer.side ? { kind: 'sighted', view: event.view } : undefined),
  contactLost: (event, viewer) =>
    event.side === viewer.side ? { kind: 'contactLost', contact: event.contact, cause: event.cause } : undefined,
  worksSeen: (event, viewer) => (event.side === viewer.side ? { kind: 'worksSeen', hex: event.hex } : undefined),
  wireSeen: (event, viewer) =>
    event.side === viewer.side ? { kind: 'wireSeen', hexside: event.hexside, stands: event.stands } : undefined,
  objectiveTaken: () => undefined,
  objectiveLearned: (event, viewer) =>
    event.side === viewer.side
      ? { kind: 'objectiveLearned', objective: event.objective, holder: event.holder }
      : undefined,
  left: whoSees(
    (event) => event.unit,
    (event, viewer) => ({
      kind: 'left',
      who: who(viewer, event.unit),
      hex: hexBefore(viewer, event.unit),
      exit: isOwn(viewer, event.unit) ? event.exit : null,
    }),
  ),
  // Notes are exchanged and newspapers print them: how far it has gone is no secret.
  airCalled: (event, viewer) =>
    isOwnFlight(viewer, event.flight)
      ? {
          kind: 'airCalled',
          wing: wing(viewer, event.flight),
          task: event.sortie.task,
          target: event.sortie.target,
          dueMinute: event.sortie.dueMinute,
        }
      : undefined,
  // Both sides have airmen in it. What was hit and flew home is known to its own side only.
  airFight: (event, viewer) => ({
    kind: 'airFight',
    wing: wing(viewer, event.flight),
    by: wing(viewer, event.by),
    hex: event.hex,
    lost: event.lost,
    lostBy: event.lostBy,
  }),
  // Gunners see what they bring down; the airmen who fired at them, only that it was from below.
  flak: (event, viewer) => ({
    kind: 'flak',
    wing: wing(viewer, event.flight),
    hex: event.hex,
    lost: event.lost,
    damaged: isOwnFlight(viewer, event.flight) ? event.damaged : 0,
  }),
  flew: (event, viewer) => (isOwnFlight(viewer, event.flight) ? ownFlight(event, viewer) : enemyFlight(event, viewer)),
  incident: (event, viewer) => ({
    kind: 'incident',
    side: event.side,
    cause: event.cause,
    points: event.points,
    total: incidentPoints(viewer.before.affairs, event.side) + event.points,
    ceiling: viewer.scenario.incidents?.ceilings[event.side] ?? 0,
  }),
  // What sets a plan going is nobody's business; what it does is told of itself.
  occurred: () => undefined,
  messaged: (event, viewer) => (event.side === viewer.side ? { kind: 'messaged', text: event.text } : undefined),
  released: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'released', who: who(viewer, event.unit) }),
  ),
  sentFor: () => undefined,
  limitChanged: (event, viewer) => {
    const limit = findLimit(viewer.scenario, event.limit);
    return limit === undefined || !isOn(limit, viewer.side)
      ? undefined
      : { kind: 'limitChanged', limit: event.limit, holds: event.holds };
  },
  pointsChanged: (event) => ({ kind: 'pointsChanged', objective: event.objective, points: event.points }),
  skyChanged: (event) => ({ kind: 'skyChanged', light: event.sky.light, weather: event.sky.weather }),
  recovered: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({
      kind: 'recovered',
      who: who(viewer, event.unit),
      men: event.wounded + event.joined,
      vehicles: event.vehicles,
    }),
  ),
  supplied: (event, viewer) => {
    const kg = totalOf(event.issued);
    return event.side !== viewer.side || (event.units === 0 && event.lostKg === 0)
      ? undefined
      : { kind: 'supplied', units: event.units, kg, lostKg: event.lostKg };
  },
  ranOut: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'ranOut', who: who(viewer, event.unit), of: event.of }),
  ),
  supplyHandled: ownOnly(
    (event) => event.unit,
    (event, viewer) => {
      const taker = event.changes.find(({ unit }) => unit !== event.unit);
      return {
        kind: 'supplyHandled',
        who: who(viewer, event.unit),
        task: event.task,
        to: taker === undefined ? null : who(viewer, taker.unit),
      };
    },
  ),
  servedFirst: ownOnly(
    (event) => event.unit,
    (event, viewer) => ({ kind: 'servedFirst', who: who(viewer, event.unit), isFirst: event.isFirst }),
  ),
  // Who loses a depot and who finds it know; a depot in other hands is nobody's else.
  depotTaken: (event, viewer) => {
    const holder = viewer.before.supply?.depots.find(({ id }) => id === event.depot)?.holder;
    return holder === viewer.side || event.holder === viewer.side
      ? { kind: 'depotTaken', depot: event.depot, holder: event.holder }
      : undefined;
  },
  // One learns of it by what does not come.
  interdicted: () => undefined,
  // Who holds what is learned by looking, and the count of turns would tell it.
  turnHeld: () => undefined,
  turnEnded: (event) => ({ kind: 'turnEnded', side: event.side, turn: event.turn }),
  turnStarted: (event) => ({ kind: 'turnStarted', side: event.side, turn: event.turn }),
  battleEnded: (event) => ({ kind: 'battleEnded', result: event.result }),
};

function look(event: BattleEvent, viewer: Viewer): SeenEvent | undefined {
  // The table is keyed by kind: the function under an event's kind takes that event.
  const share = SHARES[event.kind] as (event: BattleEvent, viewer: Viewer) => SeenEvent | undefined;
  const seen = share(event, viewer);
  const draws = event.draws?.filter((draw) => isOwnAffair(draw, viewer)) ?? [];
  return seen === undefined || draws.length === 0 ? seen : { ...seen, draws };
}

/** What was drawn about one's own units, or in a fight one was in; the enemy's luck would tell of his strength. */
const isOwnAffair = ({ about }: Draw, viewer: Viewer): boolean =>
  about === 'both' || (about !== 'nobody' && isOwn(viewer, about));

function currentHex(viewer: Viewer, state: BattleState, unit: UnitId): HexIndex | null {
  const view = state.contacts[viewer.side].find((contact) => contact.behind === unit)?.view;
  return view?.current ? view.hex : null;
}

const isOwnFlight = (viewer: Viewer, flight: FlightId): boolean =>
  flightOf(viewer.scenario, flight).side === viewer.side;

/** One's own flight by name, the enemy's by what its machines look like. */
function wing(viewer: Viewer, id: FlightId): Wing {
  const flight = flightOf(viewer.scenario, id);
  if (flight.side === viewer.side) return { kind: 'own', flight: id };
  return { kind: 'enemy', role: typeOf(viewer.scenario, flight).roles[0] ?? 'liaison' };
}

const ownFlight = ({ task, target, end, machines, flight }: EventOf<'flew'>, viewer: Viewer): SeenEvent => ({
  kind: 'flew',
  wing: wing(viewer, flight),
  task,
  target,
  end,
  machines,
});

/** The enemy's aircraft are seen by troops near by, if they get so far; what they came for shows when they strike. */
function enemyFlight({ task, target, end, machines, flight }: EventOf<'flew'>, viewer: Viewer): SeenEvent | undefined {
  const { scenario, before } = viewer;
  if (end === 'weather' || end === 'lost') return undefined;
  const sky = skyOf(scenario.clock, before);
  const isSeen = listOnMap(scenario, before, viewer.side).some(
    ({ at }) =>
      typeof at === 'number' &&
      hexesBetween(scenario.map.grid, at, target) * scenario.map.hexMetres <= AIRCRAFT_SEEN_METRES[sky.light],
  );
  if (!isSeen) return undefined;
  const strikes = end === 'flown' && (task === 'bomb' || task === 'strafe');
  return { kind: 'flew', wing: wing(viewer, flight), task: strikes ? task : null, target, end, machines };
}

/** Metres at which troops make out what flies over a place; by night they hear it overhead. [C] */
export const AIRCRAFT_SEEN_METRES: ByLight<number> = { day: 6000, twilight: 4000, moon: 2000, dark: 1000 };

/**
 * The firer's side knows its rounds and its own share of the arithmetic. What was to be expected and what the target did
 * to it would tell of troops nobody has seen; the forecast before the order said it as far as it was known.
 */
const ownFire = (event: EventOf<'fired'>, viewer: Viewer): SeenEvent => ({
  kind: 'fired',
  who: who(viewer, event.unit),
  mode: event.mode,
  from: findHex(unitOf(viewer.scenario, viewer.before, event.unit)) ?? null,
  target: event.target,
  minutes: event.minutes,
  rounds: event.rounds.reduce((sum, count) => sum + count, 0),
  factors: event.factors.filter((factor) => factor.owner !== 'target'),
});

/** Fire is noticed by those who see the firer, and by those it falls among or beside. */
function enemyFire(event: EventOf<'fired'>, viewer: Viewer): SeenEvent | undefined {
  const view = findCurrent(viewer, event.unit);
  const struck = viewer.before.units.some(
    (unit) => unit.at === event.target && sideOf(viewer.scenario, unit.id) === viewer.side,
  );
  if (view === undefined && !struck) return undefined;
  return {
    kind: 'fired',
    who: who(viewer, event.unit),
    mode: event.mode,
    from: view?.hex ?? null,
    target: event.target,
    minutes: event.minutes,
    rounds: null,
    factors: [],
  };
}
