/** Where a side may not go, may not fire and may not shell: political limits, and hexes it knows the enemy to hold. */
import type { HexIndex } from '../hex/grid.ts';
import type { KnownAffairs } from '../model/affair.ts';
import type { Minutes } from '../model/clock.ts';
import type { Knowledge } from '../model/observation.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Limit, Scenario } from '../model/scenario.ts';
import { opponentOf, type Side } from '../model/side.ts';
import type { BattleState } from '../model/state.ts';
import type { Unit, UnitId } from '../model/unit.ts';
import { inSightOf } from './known.ts';
import { minuteOf } from './light.ts';

/** By what it is decided whether a limit holds: the hour and what events have said. */
export interface Hour {
  readonly minute: Minutes;
  readonly affairs?: Pick<KnownAffairs, 'limits' | 'fired'>;
}

/** The hour of a state. */
export const hourOf = (scenario: Scenario, { turn, affairs }: Pick<BattleState, 'turn' | 'affairs'>): Hour => ({
  minute: minuteOf(scenario.clock, turn),
  ...(affairs === undefined ? {} : { affairs }),
});

/** Whether a limit holds now. */
export function isInForce(limit: Limit, hour: Hour): boolean {
  const said = hour.affairs?.limits.findLast((change) => change.limit === limit.id)?.holds;
  if (!(said ?? limit.dormant !== true)) return false;
  return hour.minute >= (limit.fromMinute ?? -Infinity) && hour.minute < (limit.untilMinute ?? Infinity);
}

/** The side a limit lies on; nobody's is for both. */
export const isOn = (limit: Limit, side: Side): boolean => limit.kind === 'truce' || limit.side === side;

/** The limits that lie on a side and hold now, in the order of the scenario. */
const listInForce = (scenario: Scenario, side: Side, hour: Hour): readonly Limit[] =>
  scenario.limits.filter((limit) => isOn(limit, side) && isInForce(limit, hour));

/** One byte a hex: 1 where a unit of the side may not step, by what the side knows; for one that is told to stay, its bounds. */
export function barredHexes(scenario: Scenario, knowledge: Knowledge, unit: Unit): Uint8Array {
  const barred = forbiddenGround(scenario, knowledge.side, knowledge).slice();
  for (const region of listBounds(scenario, knowledge, unit)) {
    const inside = new Set(scenario.map.regions.get(region));
    for (let hex = 0; hex < barred.length; hex++) if (!inside.has(hex)) barred[hex] = 1;
  }
  for (const hex of inSightOf(knowledge.contacts)) barred[hex] = 1;
  return barred;
}

/** Regions that the unit stands in and may not leave. */
export const listBounds = (scenario: Scenario, knowledge: Knowledge, unit: Unit): readonly string[] =>
  scenario.limits.flatMap((limit) =>
    limit.kind === 'noWithdrawal' &&
    limit.side === knowledge.side &&
    isMeant(limit.units, unit.id) &&
    typeof unit.at === 'number' &&
    isIn(scenario, limit.region, unit.at) &&
    isInForce(limit, knowledge)
      ? [limit.region]
      : [],
  );

const isMeant = (units: readonly UnitId[] | undefined, id: UnitId): boolean =>
  units === undefined || units.includes(id);

/** Hexes the side may not enter at all, ascending. */
export function listForbidden(scenario: Scenario, side: Side, hour: Hour): readonly HexIndex[] {
  const ground = forbiddenGround(scenario, side, hour);
  const forbidden: HexIndex[] = [];
  for (let hex = 0; hex < ground.length; hex++) if (ground[hex] === 1) forbidden.push(hex);
  return forbidden;
}

const FORBIDDEN = new WeakMap<readonly Limit[], Map<string, Uint8Array>>();

/** One byte a hex, worked out once for the limits that hold; read only. */
export function forbiddenGround(scenario: Scenario, side: Side, hour: Hour): Uint8Array {
  let grounds = FORBIDDEN.get(scenario.limits);
  if (grounds === undefined) FORBIDDEN.set(scenario.limits, (grounds = new Map()));
  let key: string = side;
  for (const [index, limit] of scenario.limits.entries())
    if (limit.kind === 'noEntry' && limit.side === side && isInForce(limit, hour)) key += ` ${index}`;
  let ground = grounds.get(key);
  if (ground === undefined) {
    grounds.set(key, (ground = new Uint8Array(scenario.map.grid.size)));
    for (const limit of listInForce(scenario, side, hour)) {
      if (limit.kind !== 'noEntry') continue;
      for (const hex of scenario.map.regions.get(limit.region) ?? []) ground[hex] = 1;
    }
  }
  return ground;
}

/** Refusal of a step onto a hex that the side may not enter or knows to be held. */
export function whyNotEnter(scenario: Scenario, knowledge: Knowledge, hex: HexIndex): Refusal | undefined {
  for (const limit of scenario.limits) {
    if (limit.kind !== 'noEntry' || limit.side !== knowledge.side || !isIn(scenario, limit.region, hex)) continue;
    if (isInForce(limit, knowledge)) return { reason: 'forbiddenGround', region: limit.region };
  }
  return inSightOf(knowledge.contacts).includes(hex) ? { reason: 'enemyInTheWay' } : undefined;
}

/** Refusal of a step by which a unit would leave where it is told to stay. */
export function whyNotLeave(scenario: Scenario, knowledge: Knowledge, unit: Unit, to: HexIndex): Refusal | undefined {
  const region = listBounds(scenario, knowledge, unit).find((name) => !isIn(scenario, name, to));
  return region === undefined ? undefined : { reason: 'noWithdrawal', region };
}

/** Refusal of shells on a hex that politics protects. */
export function whyNotShell(scenario: Scenario, knowledge: Knowledge, hex: HexIndex): Refusal | undefined {
  for (const limit of listInForce(scenario, knowledge.side, knowledge)) {
    if (limit.kind !== 'noShelling' || !isIn(scenario, limit.region, hex)) continue;
    const minute = limit.untilMinute;
    return minute === undefined ? { reason: 'shellingForbiddenYet' } : { reason: 'shellingForbidden', minute };
  }
  return undefined;
}

/** Refusal of any ordered fire: before its hour, unless fired upon, in a truce. */
export function whyNotFireYet(scenario: Scenario, knowledge: Knowledge): Refusal | undefined {
  for (const limit of listInForce(scenario, knowledge.side, knowledge)) {
    if (limit.kind === 'noFire') {
      const minute = limit.untilMinute;
      return minute === undefined ? { reason: 'fireForbiddenYet' } : { reason: 'fireForbidden', minute };
    }
    const refusal = whyPeace(limit, knowledge.side, knowledge);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** Refusal of an attack: unless fired upon, in a truce. A silent attack before the hour of fire is none of theirs. */
export function whyNotAttackYet(scenario: Scenario, knowledge: Knowledge): Refusal | undefined {
  for (const limit of listInForce(scenario, knowledge.side, knowledge)) {
    const refusal = whyPeace(limit, knowledge.side, knowledge);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** Refusal of what aircraft are to do. */
export const whyNotFly = (scenario: Scenario, side: Side, hour: Hour): Refusal | undefined =>
  listInForce(scenario, side, hour).some((limit) => limit.kind === 'noAir') ? { reason: 'airForbidden' } : undefined;

function whyPeace(limit: Limit, side: Side, hour: Hour): Refusal | undefined {
  if (limit.kind === 'truce') return { reason: 'truce' };
  if (limit.kind !== 'noFireUnlessFiredUpon' || isFiredUpon(side, hour)) return undefined;
  return { reason: 'notFiredUpon' };
}

const isFiredUpon = (side: Side, { affairs }: Hour): boolean => affairs?.fired.includes(opponentOf(side)) ?? false;

/** Whether a side's troops may open fire unbidden on an enemy who comes into view. */
export const mayOpenFire = (scenario: Scenario, side: Side, hour: Hour): boolean =>
  !listInForce(scenario, side, hour).some((limit) => whyPeace(limit, side, hour) !== undefined);

/** The limit of that name; an option may have left it out. */
export const findLimit = (scenario: Scenario, id: string): Limit | undefined =>
  scenario.limits.find((limit) => limit.id === id);

/** Whether nobody fires at all. */
export const isTruce = (scenario: Scenario, hour: Hour): boolean =>
  scenario.limits.some((limit) => limit.kind === 'truce' && isInForce(limit, hour));

const isIn = (scenario: Scenario, region: string, hex: HexIndex): boolean =>
  (scenario.map.regions.get(region) ?? []).includes(hex);
