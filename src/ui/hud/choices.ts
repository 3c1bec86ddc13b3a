/**
 * What may be ordered: the orders of the unit in hand, the order a press on a hex stands for, and what it would bring.
 * Worked out from the side's observation and what the person has in hand; nothing is given here.
 */
import { computed, type ReadonlySignal } from '@preact/signals';
import { forecast } from '../../battle/forecast.ts';
import { listAssaulters, listLegalOrders } from '../../battle/legal-orders.ts';
import { findReachable, type Reachable } from '../../battle/reachable.ts';
import { refusalText } from '../../battle/wording.ts';
import type { HexIndex } from '../../hex/grid.ts';
import type { Order, OrderOf } from '../../model/order.ts';
import type { Pace, Unit, UnitId } from '../../model/unit.ts';
import { turnMinutesOf } from '../../rules/light.ts';
import { whyNot as whyNotAllowed } from '../../rules/permit.ts';
import { listIdleUnits } from '../session/idle-units.ts';
import type { SessionView } from '../session/session-view.ts';
import { findCall, listCalls } from './calls.ts';
import { findUnit, isOnMap } from './describe.ts';
import { type Board, errandAt, type Interaction } from './interaction.ts';
import { listAimedAt, listAlternatives, listMore, type MoreGroup } from './more-orders.ts';
import { nearestMinutes, type Options, sortOptions } from './options.ts';
import { quickOrders } from './settings.ts';
import { type Answer, withoutStart } from './way.ts';

/** Turns ahead over which a march is offered as a standing order. */
const TURNS_AHEAD = 6;

/** Tries of an order in hand: a chance of a half is told within a tenth, and an assault takes a tenth of a second. */
const TRIES = 100;

export interface Choices {
  readonly isMyTurn: ReadonlySignal<boolean>;
  readonly unit: ReadonlySignal<Unit | undefined>;
  /** Legal orders of the unit in hand. */
  readonly legal: ReadonlySignal<readonly Order[]>;
  readonly options: ReadonlySignal<Options>;
  /** Orders without a button of their own. */
  readonly more: ReadonlySignal<readonly MoreGroup[]>;
  readonly reachable: ReadonlySignal<Reachable | undefined>;
  readonly idle: ReadonlySignal<readonly UnitId[]>;
  /** The order the cursor or the proposal stands for. */
  readonly offered: ReadonlySignal<Order | undefined>;
  readonly answer: ReadonlySignal<Answer | undefined>;
  /** Orders with the same aim to choose among; empty where there is no choice. */
  readonly alternatives: ReadonlySignal<readonly Order[]>;
  /** Own units that could take part in the assault in hand. */
  readonly assaulters: ReadonlySignal<readonly UnitId[]>;
  /** Hexes on which the unit in hand can bring shells, its own or those of guns it observes for. */
  readonly callTargets: ReadonlySignal<readonly HexIndex[]>;
  readonly board: Board;
  readonly whyNot: (order: Order) => string | undefined;
}

export function createChoices(view: ReadonlySignal<SessionView>, hand: ReadonlySignal<Interaction>): Choices {
  const { scenario } = view.peek();
  const observation = computed(() => view.value.observation);
  const isMyTurn = computed(() => view.value.phase === 'person');
  const unit = computed(() => findUnit(observation.value, hand.value.selected));
  const selected = computed(() => hand.value.selected);
  const legal = computed<readonly Order[]>(() => {
    const id = selected.value;
    return id === null || !isMyTurn.value ? [] : listLegalOrders(scenario, observation.value, id);
  });
  const options = computed(() => sortOptions(legal.value));
  const more = computed(() => listMore(legal.value));

  const pace = computed<Pace>(() => (hand.value.mode === 'silent' ? 'silent' : 'normal'));
  const reachable = computed<Reachable | undefined>(() => {
    const one = unit.value;
    if (one === undefined || !isOnMap(one) || !isMyTurn.value) return undefined;
    const limit = one.minutesLeft + TURNS_AHEAD * turnMinutesOf(scenario.clock, observation.value.turn);
    return findReachable(scenario, observation.value, one.id, pace.value, limit);
  });

  const idle = computed(() => (isMyTurn.value ? listIdleUnits(observation.value).map((one) => one.id) : []));

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
    switch (held.mode) {
      case 'any':
        return whateverSuits(held, id, hex);
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
      case 'air':
        return held.sortie === null ? undefined : errandAt(held.sortie, hex);
      case 'aim':
        return held.aiming === null ? undefined : listAimedAt(legal.value, held.aiming, hex)[0];
    }
  }

  function whateverSuits(held: Interaction, id: UnitId, hex: HexIndex): Order | undefined {
    const isEnemyThere = observation.value.contacts.some((contact) => contact.hex === hex);
    if (!isEnemyThere) return reachable.value?.minutesTo(hex) === undefined ? undefined : moveTo(id, hex, 'normal');
    if (options.value.fires.has(hex)) return fireAt(id, hex, held.fireMinutes);
    if (options.value.assaults.includes(hex)) return assaultOn(id, hex);
    return undefined;
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
    isAllowed: (order) => whyNotAllowed(scenario, observation.value, order) === undefined,
    get quickOrders() {
      return quickOrders.value;
    },
  };

  const offered = computed<Order | undefined>(() => {
    const held = hand.value;
    if (held.proposal !== null) return held.proposal;
    if (held.sortie !== null && held.cursor !== null && isMyTurn.value) return errandAt(held.sortie, held.cursor);
    if (held.selected === null || held.cursor === null || !isMyTurn.value) return undefined;
    const order = orderAt(held, held.selected, held.cursor);
    if (held.mode === 'aim') return order;
    const isOwnThere = held.mode === 'any' && board.unitsAt(held.cursor).length > 0;
    const isAtHome = board.hexOf(held.selected) === held.cursor;
    return isOwnThere || isAtHome ? undefined : order;
  });
  const answer = computed<Answer | undefined>(() =>
    offered.value === undefined || !isMyTurn.value
      ? undefined
      : forecast(scenario, observation.value, offered.value, hand.value.proposal === null ? 0 : TRIES),
  );
  const alternatives = computed(() =>
    offered.value === undefined ? [] : listAlternatives(legal.value, offered.value),
  );
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

  function whyNot(order: Order): string | undefined {
    const refusal = whyNotAllowed(scenario, observation.value, order);
    return refusal === undefined ? undefined : refusalText(refusal);
  }

  return {
    isMyTurn,
    unit,
    legal,
    options,
    more,
    reachable,
    idle,
    offered,
    answer,
    alternatives,
    assaulters,
    callTargets,
    board,
    whyNot,
  };
}
