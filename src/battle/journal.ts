/**
 * A battle as a file: scenario, seed, players, orders, and the fingerprints by which a replay proves itself. Hexes are
 * `[column, row]` here. Reading checks the shape; whether the orders fit the battle is found on replay.
 */
import * as v from 'valibot';
import { DIRECTIONS, findIndex as findHexIndex, hexAt, type HexIndex } from '../hex/grid.ts';
import { unreachable } from '../model/assert.ts';
import { ENGINEER_WORKS } from '../model/engineering.ts';
import { AIR_TASKS, type FlightId } from '../model/flight.ts';
import { CROSSING_MEANS, type Order, PLAN_WORKS, SALVAGE_TASKS } from '../model/order.ts';
import type { Scenario } from '../model/scenario.ts';
import {
  FIRE_POLICIES,
  GUN_STATES,
  MISSION_TASKS,
  PACES,
  POSTURES,
  SADDLES,
  type StandingOrder,
  type UnitId,
} from '../model/unit.ts';
import { COMPARISONS, VICTORY_LEVELS } from '../model/result.ts';
import { SIDES } from '../model/side.ts';
import { readBy, type Reading } from '../scenario/problem.ts';
import { SUPPLY_TASKS } from '../model/supply.ts';
import type { Battle } from './battle.ts';
import { ENGINE_VERSION } from './version.ts';

const UnitIdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const HexPairSchema = v.tuple([
  v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(32767)),
  v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(32767)),
]);
const MinutesSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1440));
const PaceSchema = v.optional(v.picklist(PACES), 'normal');

const StandingSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('goTo'), to: HexPairSchema, pace: PaceSchema }),
  v.strictObject({ kind: v.literal('follow'), leader: UnitIdSchema }),
  v.strictObject({ kind: v.literal('hold') }),
  v.strictObject({ kind: v.literal('dig') }),
  v.strictObject({ kind: v.literal('work'), work: v.picklist(ENGINEER_WORKS), target: HexPairSchema }),
]);

/** An order as written in journals and spoken by outside players. */
const WrittenOrderSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('move'),
    unit: UnitIdSchema,
    path: v.pipe(v.array(HexPairSchema), v.maxLength(500)),
    pace: PaceSchema,
  }),
  v.strictObject({
    kind: v.literal('together'),
    units: v.pipe(v.array(UnitIdSchema), v.maxLength(60)),
    to: HexPairSchema,
    pace: PaceSchema,
  }),
  v.strictObject({ kind: v.literal('fire'), unit: UnitIdSchema, target: HexPairSchema, minutes: MinutesSchema }),
  v.strictObject({
    kind: v.literal('assault'),
    units: v.pipe(v.array(UnitIdSchema), v.maxLength(60)),
    target: HexPairSchema,
  }),
  v.strictObject({
    kind: v.literal('mission'),
    unit: UnitIdSchema,
    observer: UnitIdSchema,
    target: HexPairSchema,
    task: v.exactOptional(v.picklist(MISSION_TASKS)),
  }),
  v.strictObject({
    kind: v.literal('timetable'),
    unit: UnitIdSchema,
    work: v.picklist(PLAN_WORKS),
    target: HexPairSchema,
    task: v.picklist(MISSION_TASKS),
    minute: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
    rounds: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))),
  }),
  v.strictObject({ kind: v.literal('flare'), unit: UnitIdSchema, target: HexPairSchema }),
  v.strictObject({ kind: v.literal('dig'), unit: UnitIdSchema, minutes: MinutesSchema }),
  v.strictObject({ kind: v.literal('deploy'), unit: UnitIdSchema, posture: v.picklist(POSTURES) }),
  v.strictObject({ kind: v.literal('guns'), unit: UnitIdSchema, state: v.picklist(GUN_STATES) }),
  v.strictObject({ kind: v.literal('turn'), unit: UnitIdSchema, facing: v.picklist(DIRECTIONS) }),
  v.strictObject({ kind: v.literal('saddle'), unit: UnitIdSchema, saddle: v.picklist(SADDLES) }),
  v.strictObject({ kind: v.literal('board'), unit: UnitIdSchema, carrier: UnitIdSchema }),
  v.strictObject({
    kind: v.literal('unload'),
    unit: UnitIdSchema,
    passenger: UnitIdSchema,
    to: v.exactOptional(HexPairSchema),
  }),
  v.strictObject({ kind: v.literal('cross'), unit: UnitIdSchema, to: HexPairSchema, by: v.picklist(CROSSING_MEANS) }),
  v.strictObject({ kind: v.literal('sound'), unit: UnitIdSchema, to: HexPairSchema }),
  v.strictObject({ kind: v.literal('rally'), unit: UnitIdSchema }),
  v.strictObject({
    kind: v.literal('engineer'),
    unit: UnitIdSchema,
    work: v.picklist(ENGINEER_WORKS),
    target: v.exactOptional(HexPairSchema),
  }),
  v.strictObject({ kind: v.literal('salvage'), unit: UnitIdSchema, task: v.picklist(SALVAGE_TASKS) }),
  v.strictObject({ kind: v.literal('policy'), unit: UnitIdSchema, policy: v.picklist(FIRE_POLICIES) }),
  v.strictObject({ kind: v.literal('standing'), unit: UnitIdSchema, standing: v.nullable(StandingSchema) }),
  v.strictObject({ kind: v.literal('relieve'), unit: UnitIdSchema }),
  v.strictObject({ kind: v.literal('leave'), unit: UnitIdSchema }),
  v.strictObject({
    kind: v.literal('airMission'),
    flight: UnitIdSchema,
    task: v.picklist(AIR_TASKS),
    target: HexPairSchema,
  }),
  v.strictObject({
    kind: v.literal('supply'),
    unit: UnitIdSchema,
    task: v.picklist(SUPPLY_TASKS),
    to: v.exactOptional(UnitIdSchema),
  }),
  v.strictObject({ kind: v.literal('endTurn') }),
]);
export type WrittenOrder = v.InferOutput<typeof WrittenOrderSchema>;

const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
const LossesSchema = v.strictObject({
  men: CountSchema,
  vehicles: CountSchema,
  guns: CountSchema,
  aircraft: CountSchema,
});
const ResultSchema = v.strictObject({
  winner: v.nullable(v.picklist(SIDES)),
  level: v.picklist(VICTORY_LEVELS),
  versusHistory: v.picklist(COMPARISONS),
  score: v.strictObject({ soviet: v.number(), japanese: v.number() }),
  losses: v.strictObject({ soviet: LossesSchema, japanese: LossesSchema }),
  counted: v.exactOptional(
    v.pipe(
      v.array(v.strictObject({ clause: v.string(), measured: v.pipe(v.number(), v.finite()), points: CountSchema })),
      v.maxLength(100),
      v.readonly(),
    ),
  ),
});

const PlayerSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(500));

/** Options as chosen, by id; only those that are not at their default. */
const ChoicesSchema = v.pipe(
  v.record(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,80}$/)), v.union([v.boolean(), v.pipe(v.number(), v.finite())])),
  v.maxEntries(100),
);

const JournalSchema = v.strictObject({
  format: v.literal('undeclared-war/journal'),
  version: v.literal(1),
  engine: v.pipe(v.string(), v.maxLength(40)),
  scenario: v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,80}$/, 'an id of small letters, digits and hyphens')),
    hash: v.pipe(v.string(), v.maxLength(64)),
  }),
  seed: v.pipe(v.string(), v.maxLength(200)),
  players: v.strictObject({ soviet: PlayerSchema, japanese: PlayerSchema }),
  options: v.exactOptional(ChoicesSchema),
  orders: v.pipe(v.array(WrittenOrderSchema), v.maxLength(200_000)),
  hashes: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, '16 hex digits'))), v.maxLength(10_000)),
  result: v.nullable(ResultSchema),
});
export type Journal = v.InferOutput<typeof JournalSchema>;

/** The journal of a battle so far. */
export function journalOf(battle: Battle): Journal {
  const { scenario, state } = battle;
  return {
    format: 'undeclared-war/journal',
    version: 1,
    engine: ENGINE_VERSION,
    scenario: { id: scenario.id, hash: scenario.hash },
    seed: state.seed,
    players: battle.players,
    ...(battle.options === undefined ? {} : { options: battle.options }),
    orders: battle.orders.map((order) => writeOrder(scenario, order)),
    hashes: [...battle.hashes],
    result: state.result === null ? null : { ...state.result },
  };
}

/** Text of a journal: an order a line, so that two can be compared. */
export function formatJournal(journal: Journal): string {
  const { orders, ...rest } = journal;
  const lines = orders.map((order) => `    ${JSON.stringify(order)}`).join(',\n');
  const head = JSON.stringify({ ...rest, orders: [] }, null, 2);
  return `${head.replace('"orders": []', () => `"orders": [${orders.length === 0 ? '' : `\n${lines}\n  `}]`)}\n`;
}

/** A journal from parsed JSON, or all that is wrong with its shape. `file` names it in the problems. */
export const parseJournal = (file: string, value: unknown): Reading<Journal> => readBy(JournalSchema, file, value);

/** An order with hexes as printed on the map. */
export function writeOrder(scenario: Scenario, order: Order): WrittenOrder {
  const pair = (hex: HexIndex): [number, number] => {
    const [column, row] = hexAt(scenario.map.grid, hex);
    return [column, row];
  };
  switch (order.kind) {
    case 'move':
      return { ...order, path: order.path.map(pair) };
    case 'together':
      return { ...order, units: [...order.units], to: pair(order.to) };
    case 'fire':
    case 'mission':
    case 'timetable':
    case 'flare':
    case 'airMission':
      return { ...order, target: pair(order.target) };
    case 'unload': {
      const { to, ...rest } = order;
      return to === undefined ? rest : { ...rest, to: pair(to) };
    }
    case 'cross':
    case 'sound':
      return { ...order, to: pair(order.to) };
    case 'assault':
      return { ...order, units: [...order.units], target: pair(order.target) };
    case 'standing':
      return order.standing?.kind === 'goTo'
        ? { kind: 'standing', unit: order.unit, standing: { ...order.standing, to: pair(order.standing.to) } }
        : order.standing?.kind === 'work'
          ? { kind: 'standing', unit: order.unit, standing: { ...order.standing, target: pair(order.standing.target) } }
          : { kind: 'standing', unit: order.unit, standing: order.standing };
    case 'engineer': {
      const { target, ...rest } = order;
      return target === undefined ? rest : { ...rest, target: pair(target) };
    }
    case 'dig':
    case 'deploy':
    case 'guns':
    case 'turn':
    case 'saddle':
    case 'board':
    case 'rally':
    case 'salvage':
    case 'policy':
    case 'relieve':
    case 'leave':
    case 'supply':
    case 'endTurn':
      return order;
    default:
      return unreachable(order);
  }
}

/** A written order with flat hexes; a hex off the map becomes -1, which the rules refuse in their own words. */
export function readOrder(scenario: Scenario, written: WrittenOrder): Order {
  const flat = (hex: readonly [number, number]): HexIndex => findHexIndex(scenario.map.grid, hex) ?? -1;
  const id = (text: string): UnitId => text as UnitId;
  switch (written.kind) {
    case 'move':
      return { ...written, unit: id(written.unit), path: written.path.map(flat) };
    case 'fire':
    case 'timetable':
    case 'flare':
      return { ...written, unit: id(written.unit), target: flat(written.target) };
    case 'cross':
    case 'sound':
      return { ...written, unit: id(written.unit), to: flat(written.to) };
    case 'mission':
      return { ...written, unit: id(written.unit), observer: id(written.observer), target: flat(written.target) };
    case 'together':
      return { ...written, units: written.units.map(id), to: flat(written.to) };
    case 'assault':
      return { ...written, units: written.units.map(id), target: flat(written.target) };
    case 'standing':
      return { kind: 'standing', unit: id(written.unit), standing: readStanding(written.standing, flat) };
    case 'engineer': {
      const { target, ...rest } = written;
      return { ...rest, unit: id(written.unit), ...(target === undefined ? {} : { target: flat(target) }) };
    }
    case 'dig':
    case 'deploy':
    case 'guns':
    case 'turn':
    case 'saddle':
    case 'rally':
    case 'salvage':
    case 'policy':
    case 'relieve':
    case 'leave':
      return { ...written, unit: id(written.unit) };
    case 'airMission':
      return { ...written, flight: written.flight as FlightId, target: flat(written.target) };
    case 'board':
      return { ...written, unit: id(written.unit), carrier: id(written.carrier) };
    case 'unload': {
      const { to, ...rest } = written;
      const both = { ...rest, unit: id(written.unit), passenger: id(written.passenger) };
      return to === undefined ? both : { ...both, to: flat(to) };
    }
    case 'supply': {
      const { to, ...order } = written;
      return { ...order, unit: id(order.unit), ...(to === undefined ? {} : { to: id(to) }) };
    }
    case 'endTurn':
      return written;
    default:
      return unreachable(written);
  }
}

type WrittenStanding = v.InferOutput<typeof StandingSchema>;

function readStanding(
  written: WrittenStanding | null,
  flat: (hex: readonly [number, number]) => HexIndex,
): StandingOrder | null {
  if (written?.kind === 'goTo') return { ...written, to: flat(written.to) };
  if (written?.kind === 'work') return { ...written, target: flat(written.target) };
  return written?.kind === 'follow' ? { ...written, leader: written.leader as UnitId } : written;
}

/** An order from parsed JSON as an outside player sends it. */
export function parseOrder(scenario: Scenario, source: string, value: unknown): Reading<Order> {
  const written = readBy(WrittenOrderSchema, source, value);
  return written.kind === 'refused' ? written : { kind: 'read', value: readOrder(scenario, written.value) };
}
