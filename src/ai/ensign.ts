/**
 * The first level: tasks for every unit, then orders in waves, and after each wave another look. It thinks of nothing
 * but the present turn, believes what it sees, and puts units together where one alone would fail.
 */
import type { HexIndex } from '../hex/grid.ts';
import type { Observation } from '../model/observation.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Side } from '../model/side.ts';
import type { Order } from '../model/order.ts';
import { situationOf } from './estimate/situation.ts';
import { sendAircraft } from './orders/air.ts';
import { assaultFairly, assaultSurely, enterObjectives, listPutOff } from './orders/assault.ts';
import { type Desk, keyOf, type Proposal, type Wave } from './orders/desk.ts';
import { bombard, fireAtWill, prepare } from './orders/fire.ts';
import { march } from './orders/march.ts';
import { entrench, makeReady, rally, sendFlares } from './orders/upkeep.ts';
import { fallBack, saveGuns } from './orders/withdraw.ts';
import { type Decide, type Decision, endOfTurn, type Memory } from './player.ts';
import type { Purse } from './steps.ts';
import { assignTasks } from './tasks/assign.ts';
import type { Task } from './tasks/task.ts';

/** What is carried from look to look: tasks for the battle, the rest for the turn. */
interface EnsignMemory extends Memory {
  readonly kind: 'ensign';
  readonly version: 1;
  readonly turn: number;
  readonly calls: number;
  readonly steps: number;
  readonly tasks: readonly Task[];
  readonly holders: readonly (Side | null)[];
  /** Objectives the enemy took not long ago, and the turn in which that was learned. */
  readonly lost: readonly (readonly [HexIndex, number])[];
  readonly tried: readonly string[];
  readonly shots: readonly (readonly [HexIndex, number])[];
  readonly waits: readonly (readonly [HexIndex, number])[];
}

/** Whatever happens, a turn is over after so many looks. */
const MOST_CALLS = 400;

/** In the order in which a turn is played: small things, preparation, assaults, entries, retreats, marches, the rest. */
const WAVES: readonly Wave[] = [
  makeReady,
  saveGuns,
  sendFlares,
  sendAircraft,
  bombard,
  prepare,
  assaultSurely,
  enterObjectives,
  fallBack,
  march,
  assaultFairly,
  fireAtWill,
  rally,
  entrench,
];

export const decideEnsign: Decide = (scenario, observation, memory, _seed, budget) => {
  const before = refresh(observation, memory);
  const purse: Purse = { limit: budget - before.steps, spent: 0 };
  const lost = losses(scenario, observation, before);
  const situation = situationOf(scenario, observation, { purse, justLost: lost.map(([hex]) => hex) });
  const known = new Map(before.tasks.map((task) => [task.unit, task]));
  const tasks = isStale(before, observation) ? assignTasks(situation, known) : before.tasks;
  const desk: Desk = {
    situation,
    tasks: new Map(tasks.map((task) => [task.unit, task])),
    tried: new Set(before.tried),
    shots: new Map(before.shots),
    waits: new Map(before.waits),
  };
  const next: EnsignMemory = { ...before, tasks, lost, holders: observation.holders, calls: before.calls + 1 };
  if (next.calls < MOST_CALLS) {
    for (const wave of WAVES) {
      const proposals = wave(desk);
      if (proposals.length > 0) return give(next, observation, proposals, purse);
    }
  }
  const waits = listPutOff(desk)
    .filter((hex, place, all) => all.indexOf(hex) === place)
    .map((hex) => [hex, (desk.waits.get(hex) ?? 0) + 1] as const);
  return endOfTurn({ ...next, waits, steps: next.steps + purse.spent } as Memory, purse.spent);
};

/** Its own memory of this turn, or a fresh leaf for a new one. */
function refresh(observation: Observation, memory: Memory | undefined): EnsignMemory {
  const kept = memory?.kind === 'ensign' && memory.version === 1 ? (memory as EnsignMemory) : undefined;
  if (kept !== undefined && kept.turn === observation.turn) return kept;
  return {
    kind: 'ensign',
    version: 1,
    turn: observation.turn,
    calls: 0,
    steps: 0,
    tasks: kept?.tasks ?? [],
    holders: kept?.holders ?? observation.holders,
    lost: kept?.lost ?? [],
    tried: [],
    shots: [],
    waits: kept?.waits ?? [],
  };
}

/** Turns for which an enemy who took a place is thought to be in disorder. [C] */
const DISORDER_TURNS = 2;

/** Objectives lost of late, those learned of just now included. */
function losses(scenario: Scenario, observation: Observation, memory: EnsignMemory): EnsignMemory['lost'] {
  const recent = memory.lost.filter(([, turn]) => observation.turn - turn < DISORDER_TURNS);
  const now = scenario.objectives.flatMap((objective, index) =>
    memory.holders[index] === observation.side && observation.holders[index] !== observation.side
      ? [[objective.hex, observation.turn] as const]
      : [],
  );
  return [...recent.filter(([hex]) => !now.some(([other]) => other === hex)), ...now];
}

/** Tasks are given anew with every turn and whenever an objective has changed hands. */
const isStale = (memory: EnsignMemory, observation: Observation): boolean =>
  memory.calls === 0 || observation.holders.some((holder, index) => memory.holders[index] !== holder);

function give(memory: EnsignMemory, observation: Observation, proposals: readonly Proposal[], purse: Purse): Decision {
  const orders = proposals.map((proposal) => proposal.order);
  return {
    orders,
    reasons: proposals.map((proposal) => proposal.reason),
    memory: {
      ...memory,
      steps: memory.steps + purse.spent,
      tried: [...memory.tried, ...orders.map((order) => keyOf(observation.units, order))],
      shots: countShots(memory.shots, orders),
    } as Memory,
    steps: purse.spent,
  };
}

function countShots(shots: EnsignMemory['shots'], orders: readonly Order[]): EnsignMemory['shots'] {
  const counted = new Map(shots);
  for (const order of orders)
    if (order.kind === 'fire' || order.kind === 'mission' || order.kind === 'airMission')
      counted.set(order.target, (counted.get(order.target) ?? 0) + 1);
  return [...counted];
}
