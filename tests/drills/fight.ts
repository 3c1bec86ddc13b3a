/** One game of a drill: both scripts carried out by players that see what their sides know, and all that happened. */
import { apply, type Battle, createBattle } from '../../src/battle/battle.ts';
import { parseOrder } from '../../src/battle/journal.ts';
import { observe } from '../../src/battle/observe.ts';
import { hexAt } from '../../src/hex/grid.ts';
import type { BattleEvent } from '../../src/model/event.ts';
import type { Observation } from '../../src/model/observation.ts';
import type { Order } from '../../src/model/order.ts';
import type { Refusal } from '../../src/model/refusal.ts';
import type { BySide, Side } from '../../src/model/side.ts';
import type { Unit, UnitId } from '../../src/model/unit.ts';
import { isInAction } from '../../src/rules/roster.ts';
import { isRecord } from '../../src/scenario/draft.ts';
import { formatProblem } from '../../src/scenario/problem.ts';
import { asSeen } from '../battlefield.ts';
import type { Built } from './build.ts';
import type { Place, Script, Step } from './drill.ts';
import { VERBS } from './verbs.ts';

/** An event with the turn in which it happened and whose turn it was. */
interface Happened {
  readonly turn: number;
  readonly side: Side;
  readonly event: BattleEvent;
}

/** How a script fared: orders carried out and what was refused. */
export interface Carried {
  readonly given: number;
  readonly refused: readonly { readonly order: Order; readonly refusal: Refusal }[];
}

export interface Game {
  readonly built: Built;
  readonly opening: Battle;
  readonly battle: Battle;
  readonly happened: readonly Happened[];
  readonly carried: BySide<Carried>;
}

/** More orders than any step gives in a turn; beyond it a verb has failed to come to an end. */
const MOST_ORDERS = 500;

/** What is kept while a game goes on. */
interface Play {
  readonly built: Built;
  battle: Battle;
  readonly happened: Happened[];
  readonly given: { soviet: number; japanese: number };
  readonly refused: { soviet: Carried['refused'][number][]; japanese: Carried['refused'][number][] };
}

export function fightDrill(built: Built, seed: string): Game {
  const { scenario, drill } = built;
  const opened = createBattle(scenario, seed, { soviet: 'script', japanese: 'script' });
  const state = drill.seen === undefined ? opened.battle.state : asSeen(scenario, opened.battle.state, drill.seen);
  const opening = { ...opened.battle, state };
  const play: Play = {
    built,
    battle: opening,
    happened: opened.events.map((event) => ({ turn: 1, side: scenario.order[0], event })),
    given: { soviet: 0, japanese: 0 },
    refused: { soviet: [], japanese: [] },
  };
  while (play.battle.state.result === null) {
    const script = drill.scripts[play.battle.state.active];
    if (script !== undefined) playScript(play, script);
    give(play, { kind: 'endTurn' });
  }
  const carried = (side: Side): Carried => ({ given: play.given[side], refused: play.refused[side] });
  return {
    built,
    opening,
    battle: play.battle,
    happened: play.happened,
    carried: { soviet: carried('soviet'), japanese: carried('japanese') },
  };
}

function playScript(play: Play, script: Script): void {
  const { turn } = play.battle.state;
  for (const { turn: due, order } of script.orders ?? []) if (due === turn) count(play, literal(play.built, order));
  for (const step of script.steps ?? [])
    if ((step.from ?? 1) <= turn && turn <= (step.until ?? Infinity)) carryOut(play, step);
}

function carryOut(play: Play, step: Step): void {
  const { scenario, hexOf } = play.built;
  const verb = VERBS[step.do];
  if (verb === undefined) throw new Error(`There is no verb ${step.do}.`);
  const barred = new Set<UnitId>();
  for (let orders = 0; orders < MOST_ORDERS && play.battle.state.result === null; orders++) {
    const observation = observationOf(play);
    if (!isDue(observation, step, hexOf)) return;
    const units = listUnits(observation.units, step).filter((unit) => !barred.has(unit.id));
    if (units.length === 0) return;
    const order = verb({ scenario, observation, step, units, hexOf });
    if (order === undefined) return;
    if (!count(play, order)) for (const id of unitsOf(order)) barred.add(id);
  }
}

/** A place is held where own men are and no enemy is known: a hex fought over is not. */
function isDue(
  { units, contacts }: Pick<Observation, 'units' | 'contacts'>,
  { onceAt, unlessAt }: Step,
  hexOf: Built['hexOf'],
): boolean {
  const isHeld = (place: Place): boolean =>
    units.some((unit) => unit.at === hexOf(place) && isInAction(unit)) &&
    !contacts.some((contact) => contact.current && contact.hex === hexOf(place));
  return (onceAt === undefined || isHeld(onceAt)) && (unlessAt === undefined || !isHeld(unlessAt));
}

const observationOf = ({ built, battle }: Play): Observation =>
  observe(built.scenario, battle.state, battle.state.active);

/** The units a step names: by id, or by the beginning of it and a star. */
const listUnits = (units: readonly Unit[], step: Step): readonly Unit[] =>
  step.units.flatMap((name) =>
    units.filter((unit) => isNamed(unit.id, name) && isInAction(unit) && unit.cohesion !== 'broken'),
  );

/** Whether a name of a drill means this unit. */
export const isNamed = (id: string, name: string): boolean =>
  name.endsWith('*') ? id.startsWith(name.slice(0, -1)) : id === name;

const unitsOf = (order: Order): readonly UnitId[] =>
  order.kind === 'assault' ? order.units : 'unit' in order ? [order.unit] : [];

/** Gives an order and counts it; whether it was carried out. */
function count(play: Play, order: Order): boolean {
  const side = play.battle.state.active;
  play.given[side] += 1;
  const refusal = give(play, order);
  if (refusal !== undefined) play.refused[side].push({ order, refusal });
  return refusal === undefined;
}

function give(play: Play, order: Order): Refusal | undefined {
  let { turn, active: side } = play.battle.state;
  const outcome = apply(play.battle, order);
  if (outcome.kind === 'refused') return outcome.refusal;
  play.battle = outcome.battle;
  for (const event of outcome.events) {
    if (event.kind === 'turnStarted') ({ turn, side } = event);
    play.happened.push({ turn, side, event });
  }
  return undefined;
}

/** Keys of written orders that hold a hex. */
const HEX_KEYS = ['target', 'to'];

/** An order as journals write it, with places as the drill names them. */
function literal(built: Built, order: Readonly<Record<string, unknown>>): Order {
  const reading = parseOrder(built.scenario, 'order', written(built, order));
  if (reading.kind === 'refused') throw new Error(reading.problems.map(formatProblem).join('\n'));
  return reading.value;
}

function written(built: Built, part: Readonly<Record<string, unknown>>): unknown {
  const pair = (place: unknown): readonly number[] => hexAt(built.scenario.map.grid, built.hexOf(place as Place));
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => {
      if (HEX_KEYS.includes(key)) return [key, pair(value)];
      if (key === 'path' && Array.isArray(value)) return [key, value.map(pair)];
      return [key, isRecord(value) ? written(built, value) : value];
    }),
  );
}
