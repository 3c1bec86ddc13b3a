/** Commands: what a key or a tool does at the screen. Each ends in an action, in an order, or at the map. */
import type { ReadonlySignal } from '@preact/signals';
import type { HexIndex } from '../../hex/grid.ts';
import { aimOf, type Order } from '../../model/order.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Unit } from '../../model/unit.ts';
import type { MapScreen } from '../map/create-map.ts';
import type { SessionView } from '../session/session-view.ts';
import type { Choices } from './choices.ts';
import { stepCursor } from './cursor.ts';
import { isOnMap } from './describe.ts';
import type { Action, Interaction } from './interaction.ts';
import type { Command } from './keys.ts';
import type { Projector } from './projector.ts';
import { quickOrderOf } from './quick-order.ts';
import { changeSettings, settings } from './settings.ts';
import { text } from './text.ts';

/** Pixels of the map one key press moves it by. */
const PAN_PIXELS = 120;
const ZOOM_STEP = 1.25;

/** What commands work with. */
export interface Desk {
  readonly scenario: Scenario;
  readonly view: ReadonlySignal<SessionView>;
  readonly hand: ReadonlySignal<Interaction>;
  readonly choices: Choices;
  readonly projector: Projector;
  /** Not there until it is painted. */
  readonly map: () => MapScreen | undefined;
  readonly send: (action: Action) => void;
  readonly give: (order: Order) => void;
  readonly say: (sentence: string, tone: 'plain' | 'refused') => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly endTurn: () => void;
}

export function runCommand(desk: Desk, wanted: Command): void {
  const { hand, send } = desk;
  const map = desk.map();
  switch (wanted.kind) {
    case 'mode':
      return withUnit(desk, () => send({ kind: 'mode', mode: wanted.mode }));
    case 'order':
      return withUnit(desk, (unit) => giveByKey(desk, unit, wanted.order));
    case 'more':
      return withUnit(desk, () =>
        desk.choices.more.peek().length === 0 ? desk.say(text('ui.more.none'), 'refused') : send({ kind: 'more' }),
      );
    case 'step':
      return moveCursor(desk, wanted.step);
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
    case 'press':
      return press(desk);
    case 'back':
      if (desk.projector.showing.peek() !== null) return desk.projector.skip();
      map?.skip();
      return send({ kind: 'back' });
    case 'endTurn':
      return desk.endTurn();
    case 'next':
    case 'previous':
    case 'finished':
      return nextUnit(desk, wanted.kind);
    case 'undo':
      return desk.undo();
    case 'redo':
      return desk.redo();
    case 'threat':
      return send({ kind: 'threat' });
    case 'hide':
      return send({ kind: 'hide', hidden: hand.peek().hideCounters ? 'no' : 'yes' });
    case 'find': {
      const at = desk.choices.unit.peek()?.at ?? hand.peek().cursor;
      return typeof at === 'number' ? map?.centreOn(at) : undefined;
    }
    case 'faster':
    case 'region':
      return undefined;
  }
}

function withUnit(desk: Desk, then: (unit: Unit) => void): void {
  const unit = desk.choices.unit.peek();
  if (unit === undefined) desk.say(text('ui.say.selectFirst'), 'refused');
  else then(unit);
}

function giveByKey(desk: Desk, unit: Unit, which: Extract<Command, { kind: 'order' }>['order']): void {
  const order = quickOrderOf(unit, which, desk.choices.options.peek());
  if (order === undefined) desk.say(text('ui.say.notNow'), 'refused');
  else desk.give(order);
}

/** The hex under the cursor; with a proposal that has no hex, the proposal itself. */
function press({ hand, send }: Desk): void {
  const { cursor, proposal } = hand.peek();
  if (proposal !== null && aimOf(proposal) === undefined) send({ kind: 'confirm' });
  else if (cursor !== null) send({ kind: 'press', hex: cursor });
}

function nextUnit(desk: Desk, kind: 'next' | 'previous' | 'finished'): void {
  desk.send({ kind });
  bringIntoView(desk);
  if (desk.hand.peek().selected === null) desk.say(text('ui.say.noneIdle'), 'plain');
}

/** The unit in hand, at the next frame, when the panels lie as they will for it. */
export function bringIntoView({ choices, map }: Pick<Desk, 'choices' | 'map'>): void {
  requestAnimationFrame(() => {
    const at = choices.unit.peek()?.at;
    if (typeof at === 'number') map()?.centreOn(at);
  });
}

function moveCursor(desk: Desk, step: Parameters<typeof stepCursor>[2]): void {
  const { scenario, view, hand } = desk;
  const from = hand.peek().cursor ?? startOf(view.peek().observation.units) ?? 0;
  const hex = stepCursor(scenario.map.grid, from, step);
  desk.send({ kind: 'point', hex });
  desk.map()?.centreOn(hex);
}

const startOf = (units: readonly Unit[]): HexIndex | undefined => units.find(isOnMap)?.at;
