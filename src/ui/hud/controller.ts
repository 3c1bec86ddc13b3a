/**
 * The battle screen's wiring: presses and keys go through `interact`, orders go to the session, and what has to be drawn
 * comes out as signals. Everything shown is worked out from the side's observation and what the person has in hand.
 */
import { turnMinutesOf } from '../../rules/light.ts';
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { forecast } from '../../battle/forecast.ts';
import { listAssaulters, listLegalOrders } from '../../battle/legal-orders.ts';
import { findReachable, type Reachable } from '../../battle/reachable.ts';
import { refusalText } from '../../battle/wording.ts';
import type { HexIndex } from '../../hex/grid.ts';
import type { Observation } from '../../model/observation.ts';
import type { Order, OrderOf } from '../../model/order.ts';
import { type Pace, type Unit, type UnitId } from '../../model/unit.ts';
import { whyNot as whyNotAllowed } from '../../rules/permit.ts';
import type { MapScreen } from '../map/create-map.ts';
import type { MapTold } from '../map/told.ts';
import { listIdleUnits } from '../session/idle-units.ts';
import type { LogLine } from '../session/ledger.ts';
import type { Session } from '../session/session.ts';
import type { SessionView } from '../session/session-view.ts';
import { describeHex, findUnit, isOnMap } from './describe.ts';
import { type Action, aimOf, type Board, emptyHanded, type Interaction, interact } from './interaction.ts';
import { findCall, listCalls } from './calls.ts';
import { stepCursor } from './cursor.ts';
import type { Command } from './keys.ts';
import { filterLog } from './log.ts';
import { nearestMinutes, type Options, sortOptions } from './options.ts';
import { quickOrderOf } from './quick-order.ts';
import { createProjector, cutFilm, observationDuring, type Projector, type Reel } from './projector.ts';
import { changeSettings, isMotionReduced, quickOrders, settings } from './settings.ts';
import { text } from './text.ts';
import { listSightFrom, listThreatened } from './threat.ts';
import { toldNothing, toldOf } from './told.ts';
import { type Answer, pathOf, reachNow, withoutStart } from './way.ts';

/** Turns ahead over which a march is offered as a standing order. */
const TURNS_AHEAD = 6;
/** Pixels of the map one key press moves it by. */
const PAN_PIXELS = 120;
const ZOOM_STEP = 1.25;
/** How much faster a film runs while the key is held. */
const FASTER = 4;

interface Notice {
  readonly text: string;
  readonly tone: 'plain' | 'refused';
  /** Counts up, so that the same sentence twice is said twice. */
  readonly number: number;
}

export interface Controller {
  readonly session: Session;
  readonly view: ReadonlySignal<SessionView>;
  readonly hand: ReadonlySignal<Interaction>;
  readonly unit: ReadonlySignal<Unit | undefined>;
  readonly options: ReadonlySignal<Options>;
  /** The order the cursor or the proposal stands for. */
  readonly offered: ReadonlySignal<Order | undefined>;
  readonly answer: ReadonlySignal<Answer | undefined>;
  readonly idle: ReadonlySignal<readonly UnitId[]>;
  /** Own units that could take part in the assault in hand. */
  readonly assaulters: ReadonlySignal<readonly UnitId[]>;
  /** Hexes on which the unit in hand can bring shells, its own or those of guns it observes for. */
  readonly callTargets: ReadonlySignal<readonly HexIndex[]>;
  readonly told: ReadonlySignal<MapTold>;
  /** What the panels beside the map tell of: while a film runs, the battle before it. */
  readonly shown: ReadonlySignal<Observation>;
  readonly notice: ReadonlySignal<Notice | null>;
  /** What a screen reader is told of the hex under the cursor. */
  readonly spoken: ReadonlySignal<string>;
  readonly projector: Projector;
  /** The film shown last in this turn, to be watched again. */
  readonly lastFilm: ReadonlySignal<Reel | null>;
  readonly watchAgain: () => void;
  /** What the last order brought that is worth reading; empty when it went as told. */
  readonly outcome: ReadonlySignal<readonly LogLine[]>;
  readonly forget: () => void;
  readonly send: (action: Action) => void;
  readonly give: (order: Order) => void;
  readonly command: (command: Command) => void;
  /** While the key is held. */
  readonly hasten: (pace: 'fast' | 'normal') => void;
  readonly endTurn: () => void;
  readonly centreOn: (hex: HexIndex) => void;
  readonly select: (unit: UnitId) => void;
  readonly whyNot: (order: Order) => string | undefined;
  readonly minutesTo: (hex: HexIndex) => number | undefined;
  readonly attach: (map: MapScreen) => () => void;
  readonly close: () => void;
}

const NO_OPTIONS = sortOptions([]);

export function createController(session: Session): Controller {
  const { view } = session;
  const hand = signal<Interaction>(emptyHanded());
  const notice = signal<Notice | null>(null);
  const lastFilm = signal<Reel | null>(null);
  const faster = signal(false);
  const outcome = signal<readonly LogLine[]>([]);
  let map: MapScreen | undefined;
  let isAttached: () => void = () => undefined;
  const attached = new Promise<void>((resolve) => {
    isAttached = resolve;
  });

  const scenario = view.peek().scenario;
  const observation = computed(() => view.value.observation);
  const isMyTurn = computed(() => view.value.phase === 'person');
  const unit = computed(() => findUnit(observation.value, hand.value.selected));
  const selected = computed(() => hand.value.selected);
  const options = computed<Options>(() => {
    const id = selected.value;
    return id === null || !isMyTurn.value ? NO_OPTIONS : sortOptions(listLegalOrders(scenario, observation.value, id));
  });

  const pace = computed<Pace>(() => (hand.value.mode === 'silent' ? 'silent' : 'normal'));
  const reachable = computed<Reachable | undefined>(() => {
    const one = unit.value;
    if (one === undefined || !isOnMap(one) || !isMyTurn.value) return undefined;
    const limit = one.minutesLeft + TURNS_AHEAD * turnMinutesOf(scenario.clock, observation.value.turn);
    return findReachable(scenario, observation.value, one.id, pace.value, limit);
  });

  const idle = computed(() => (isMyTurn.value ? listIdleUnits(observation.value).map((one) => one.id) : []));

  function answerTo(order: Order): Answer {
    return forecast(scenario, observation.value, order);
  }

  const isAllowed = (order: Order): boolean => whyNotAllowed(scenario, observation.value, order) === undefined;

  function moveTo(id: UnitId, hex: HexIndex, how: Pace): Order | undefined {
    const one = findUnit(observation.value, id);
    const minutes = reachable.value?.minutesTo(hex);
    if (one === undefined || !isOnMap(one) || one.at === hex) return undefined;
    if (minutes === undefined || reachable.value === undefined)
      return { kind: 'move', unit: id, path: [hex], pace: how };
    if (minutes > one.minutesLeft)
      return { kind: 'standing', unit: id, standing: { kind: 'goTo', to: hex, pace: how } };
    return { kind: 'move', unit: id, path: withoutStart(reachable.value.pathTo(hex), one.at), pace: how };
  }

  function fireAt(id: UnitId, target: HexIndex, wanted: number): OrderOf<'fire'> {
    return { kind: 'fire', unit: id, target, minutes: nearestMinutes(options.value.fires.get(target) ?? [], wanted) };
  }

  function assaultOn(id: UnitId, target: HexIndex): OrderOf<'assault'> {
    const able = listAssaulters(scenario, observation.value, target);
    return {
      kind: 'assault',
      units: able.includes(id) ? [id, ...able.filter((one) => one !== id)] : able.length > 0 ? able : [id],
      target,
    };
  }

  function orderAt(held: Interaction, id: UnitId, hex: HexIndex): Order | undefined {
    const isEnemyThere = observation.value.contacts.some((contact) => contact.hex === hex);
    switch (held.mode) {
      case 'any':
        if (!isEnemyThere) return reachable.value?.minutesTo(hex) === undefined ? undefined : moveTo(id, hex, 'normal');
        if (options.value.fires.has(hex)) return fireAt(id, hex, held.fireMinutes);
        if (options.value.assaults.includes(hex)) return assaultOn(id, hex);
        return undefined;
      case 'move':
        return moveTo(id, hex, 'normal');
      case 'silent':
        return moveTo(id, hex, 'silent');
      case 'goTo':
        return { kind: 'standing', unit: id, standing: { kind: 'goTo', to: hex, pace: 'normal' } };
      case 'fire':
        return fireAt(id, hex, held.fireMinutes);
      case 'assault':
        return assaultOn(id, hex);
      case 'mission':
        return findCall(scenario, observation.value, id, hex);
      case 'flare':
        return { kind: 'flare', unit: id, target: hex };
    }
  }

  const board: Board = {
    unitsAt: (hex) => observation.value.units.filter((one) => one.at === hex).map((one) => one.id),
    contactsAt: (hex) => observation.value.contacts.filter((one) => one.hex === hex).map((one) => one.id),
    hexOf: (id) => {
      const at = findUnit(observation.value, id)?.at;
      return typeof at === 'number' ? at : undefined;
    },
    listIdle: () => idle.value,
    orderAt,
    isAllowed,
    get quickOrders() {
      return quickOrders.value;
    },
  };

  const offered = computed<Order | undefined>(() => {
    const held = hand.value;
    if (held.proposal !== null) return held.proposal;
    if (held.selected === null || held.cursor === null || !isMyTurn.value) return undefined;
    const order = orderAt(held, held.selected, held.cursor);
    const isOwnThere = held.mode === 'any' && board.unitsAt(held.cursor).length > 0;
    const isAtHome = board.hexOf(held.selected) === held.cursor;
    return isOwnThere || isAtHome ? undefined : order;
  });
  const answer = computed(() => (offered.value === undefined || !isMyTurn.value ? undefined : answerTo(offered.value)));
  const assaulters = computed(() => {
    const order = offered.value;
    return order?.kind === 'assault' ? listAssaulters(scenario, observation.value, order.target) : [];
  });

  const callTargets = computed<readonly HexIndex[]>(() => {
    const id = selected.value;
    if (id === null || !isMyTurn.value) return [];
    const hexes = observation.value.contacts.map((contact) => contact.hex);
    return [...new Set(hexes)].filter((hex) => listCalls(scenario, observation.value, id, hex).length > 0);
  });

  function say(sentence: string, tone: Notice['tone']): void {
    notice.value = { text: sentence, tone, number: (notice.peek()?.number ?? 0) + 1 };
  }

  const projector = createProjector({
    play: async (seen) => {
      await attached;
      if (map !== undefined) await map.play(seen, settings.peek().animationSpeed * (faster.peek() ? FASTER : 1));
    },
    stop: () => map?.skip(),
  });

  // Whether, and not how far: the board is told once, or it would take back what has been played upon it.
  const isShowing = computed(() => projector.showing.value !== null);

  function give(order: Order): void {
    if (!isMyTurn.peek() || projector.showing.peek() !== null) return;
    const before = view.peek().log.length;
    const result = session.order(order);
    if (result.kind === 'refused') {
      say(result.text, 'refused');
      return;
    }
    if (result.kind === 'failed') return;
    send({ kind: 'given' });
    outcome.value = filterLog(view.peek().log.slice(before), 'telling');
    void map?.play(result.seen, settings.peek().animationSpeed);
  }

  function send(action: Action): void {
    if (action.kind !== 'point' && notice.peek() !== null) notice.value = null;
    if (PUTS_ASIDE.includes(action.kind) && outcome.peek().length > 0) outcome.value = [];
    const { give: wanted, hand: held } = batch(() => {
      const done = interact(hand.peek(), action, board);
      hand.value = done.hand;
      return done;
    });
    if (wanted !== undefined) give(wanted);
    else if (isConfirming(action) && held.proposal !== null) explain(held.proposal);
  }

  /** A press on something impossible is answered by the reason. */
  function explain(order: Order): void {
    const reason = whyNot(order);
    if (reason !== undefined) say(reason, 'refused');
  }

  function whyNot(order: Order): string | undefined {
    const refusal = whyNotAllowed(scenario, observation.value, order);
    return refusal === undefined ? undefined : refusalText(refusal);
  }

  function undo(): void {
    if (!view.peek().canUndo) {
      say(text(view.peek().turnOrders === 0 ? 'ui.undo.nothing' : 'ui.undo.sealed'), 'refused');
      return;
    }
    session.undo();
    send({ kind: 'given' });
    say(text('ui.undo.done'), 'plain');
  }

  function redo(): void {
    if (!view.peek().canRedo) return say(text('ui.undo.noRedo'), 'refused');
    session.redo();
    send({ kind: 'given' });
    say(text('ui.undo.redone'), 'plain');
  }

  function endTurn(): void {
    if (!isMyTurn.peek() || projector.showing.peek() !== null) return;
    notice.value = null;
    send({ kind: 'newTurn' });
    map?.skip();
    session.endTurn();
  }

  function giveOrExplain(order: Order | undefined, otherwise: string): void {
    if (order === undefined) say(otherwise, 'refused');
    else give(order);
  }

  function orderByKey(which: Extract<Command, { kind: 'order' }>['order']): void {
    const one = unit.peek();
    if (one === undefined) return say(text('ui.say.selectFirst'), 'refused');
    giveOrExplain(quickOrderOf(one, which, options.peek()), text('ui.say.notNow'));
  }

  /** At the next frame, when the panels lie as they will for the unit in hand. */
  function bringIntoView(): void {
    requestAnimationFrame(() => {
      const at = unit.peek()?.at;
      if (typeof at === 'number') map?.centreOn(at);
    });
  }

  function select(id: UnitId): void {
    send({ kind: 'select', unit: id });
    bringIntoView();
  }

  function nextUnit(kind: 'next' | 'previous' | 'finished'): void {
    send({ kind });
    bringIntoView();
    if (hand.peek().selected === null) say(text('ui.say.noneIdle'), 'plain');
  }

  function moveCursor(step: Parameters<typeof stepCursor>[2]): void {
    const from = hand.peek().cursor ?? startOf(observation.peek().units) ?? 0;
    const hex = stepCursor(scenario.map.grid, from, step);
    send({ kind: 'point', hex });
    map?.centreOn(hex);
  }

  function command(wanted: Command): void {
    switch (wanted.kind) {
      case 'mode':
        if (hand.peek().selected === null) return say(text('ui.say.selectFirst'), 'refused');
        return send({ kind: 'mode', mode: wanted.mode });
      case 'order':
        return orderByKey(wanted.order);
      case 'step':
        return moveCursor(wanted.step);
      case 'pan':
        return map?.pan(wanted.dx * PAN_PIXELS, wanted.dy * PAN_PIXELS);
      case 'zoom':
        return wanted.by === 'fit' ? map?.fit() : map?.zoomBy(wanted.by === 'in' ? ZOOM_STEP : 1 / ZOOM_STEP);
      case 'panel':
        return send({ kind: 'panel', panel: wanted.panel });
      case 'setting':
        return changeSettings({ [wanted.setting]: !settings.peek()[wanted.setting] });
      case 'sight':
        return send({ kind: 'sight', of: wanted.of });
      case 'press': {
        const { cursor, proposal } = hand.peek();
        if (cursor === null && proposal === null) return undefined;
        if (proposal !== null && aimOf(proposal) === undefined) return send({ kind: 'confirm' });
        return cursor === null ? undefined : send({ kind: 'press', hex: cursor });
      }
      case 'back':
        if (projector.showing.peek() !== null) return projector.skip();
        map?.skip();
        return send({ kind: 'back' });
      case 'endTurn':
        return endTurn();
      case 'next':
      case 'previous':
      case 'finished':
        return nextUnit(wanted.kind);
      case 'undo':
        return undo();
      case 'redo':
        return redo();
      case 'threat':
        return send({ kind: 'threat' });
      case 'hide':
        return send({ kind: 'hide', hidden: hand.peek().hideCounters ? 'no' : 'yes' });
      case 'find': {
        const at = unit.peek()?.at ?? hand.peek().cursor;
        return typeof at === 'number' ? map?.centreOn(at) : undefined;
      }
      case 'faster':
      case 'region':
        return undefined;
    }
  }

  const shown = computed(() => observationDuring(projector.showing.value, lastFilm.value, observation.value));

  const told = computed<MapTold>(() => {
    const { phase, side } = view.value;
    if (phase === 'handover') return toldNothing(side);
    const held = hand.value;
    // While a film runs the board stands as it was before, and what happens is played upon it.
    if (isShowing.value && lastFilm.value !== null) return { ...toldOf(scenario, shown.value), ...preferences() };
    const base = toldOf(scenario, observation.value);
    const one = unit.value;
    const choice = options.value;
    return {
      ...base,
      selected: held.selected ?? held.inspected,
      cursor: held.cursor,
      reach: one === undefined ? null : reachNow(one, reachable.value, held),
      path: pathOf(
        one,
        offered.value,
        answer.value,
        reachable.value,
        turnMinutesOf(scenario.clock, observation.value.turn),
      ),
      targets: held.mode === 'mission' ? callTargets.value : [...choice.fires.keys()],
      assaults: choice.assaults,
      threat: held.showThreat ? listThreatened(scenario, observation.value) : null,
      sight: sightOverlay(held, one),
      ...preferences(),
    };
  });

  function preferences() {
    const { showGrid, showNames } = settings.value;
    return { showGrid, showNames, hideCounters: hand.value.hideCounters, reducedMotion: isMotionReduced() };
  }

  function sightOverlay(held: Interaction, one: Unit | undefined): readonly HexIndex[] | null {
    if (held.sight === 'side') return observation.value.visible;
    if (held.sight !== 'unit') return null;
    const from = one !== undefined && isOnMap(one) ? one.at : held.cursor;
    return from === null ? null : listSightFrom(scenario, observation.value, from);
  }

  const spoken = computed(() => {
    const { cursor } = hand.value;
    return cursor === null || view.value.phase === 'handover' ? '' : describeHex(scenario, observation.value, cursor);
  });

  // A new side at the screen finds nothing of the other's; its film runs before it may order.
  let seat = '';
  const stopWatching = effect(() => {
    const { phase, side, film, filmStart, observation: seen } = view.value;
    const now = `${side} ${seen.turn} ${phase}`;
    if (now === seat) return;
    seat = now;
    const cut = cutFilm(film);
    batch(() => {
      if (phase === 'handover') {
        hand.value = emptyHanded();
        notice.value = null;
        lastFilm.value = null;
        map?.skip();
        map?.open(scenario.objectives.map(({ hex }) => hex));
      } else if (phase === 'person') {
        hand.value = { ...hand.peek(), selected: null, proposal: null, mode: 'any', finished: [] };
        lastFilm.value = filmStart === null || cut.length === 0 ? null : { events: cut, start: filmStart };
      }
    });
    outcome.value = [];
    if (phase !== 'person' || film.length === 0) return;
    queueMicrotask(() => {
      if (cut.length > 0) return projector.start(cut, () => session.watched());
      session.watched();
      say(text('ui.film.nothing'), 'plain');
    });
  });

  return {
    session,
    view,
    hand,
    unit,
    options,
    offered,
    answer,
    idle,
    assaulters,
    callTargets,
    told,
    shown,
    notice,
    spoken,
    projector,
    lastFilm,
    watchAgain: () => {
      if (lastFilm.peek() !== null) projector.start(lastFilm.peek()?.events ?? [], () => undefined);
    },
    outcome,
    forget: () => {
      outcome.value = [];
    },
    send,
    give,
    command,
    hasten: (wanted) => {
      faster.value = wanted === 'fast';
    },
    endTurn,
    centreOn: (hex) => map?.centreOn(hex),
    select,
    whyNot,
    minutesTo: (hex) => reachable.value?.minutesTo(hex),
    attach: (screen) => {
      map = screen;
      isAttached();
      const stop = effect(() => screen.tell(told.value));
      return () => {
        stop();
        map = undefined;
      };
    },
    close: () => {
      stopWatching();
      projector.close();
    },
  };
}

/** What makes room for something new. */
const PUTS_ASIDE: readonly Action['kind'][] = ['select', 'next', 'previous', 'finished', 'back', 'newTurn', 'propose'];

const isConfirming = (action: Action): boolean => action.kind === 'press' || action.kind === 'confirm';

const startOf = (units: readonly Unit[]): HexIndex | undefined => units.find(isOnMap)?.at;
