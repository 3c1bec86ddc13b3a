/** Where a side may not go and may not shell: political limits, and hexes it knows the enemy to hold. */
import type { HexIndex } from '../hex/grid.ts';
import type { Knowledge } from '../model/observation.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Limit, Scenario } from '../model/scenario.ts';
import type { Side } from '../model/side.ts';

/** One byte a hex: 1 where a unit of the side may not step, by what the side knows. */
export function barredHexes(scenario: Scenario, knowledge: Knowledge): Uint8Array {
  const barred = forbiddenGround(scenario, knowledge.side).slice();
  for (const contact of knowledge.contacts)
    if (contact.current && contact.level !== 'suspected') barred[contact.hex] = 1;
  return barred;
}

/** Hexes the side may not enter at all, ascending. */
export function listForbidden(scenario: Scenario, side: Side): readonly HexIndex[] {
  const ground = forbiddenGround(scenario, side);
  const forbidden: HexIndex[] = [];
  for (let hex = 0; hex < ground.length; hex++) if (ground[hex] === 1) forbidden.push(hex);
  return forbidden;
}

const FORBIDDEN = new WeakMap<readonly Limit[], Partial<Record<Side, Uint8Array>>>();

/** One byte a hex, worked out once for a scenario's limits; read only. */
export function forbiddenGround(scenario: Scenario, side: Side): Uint8Array {
  let bySide = FORBIDDEN.get(scenario.limits);
  if (bySide === undefined) FORBIDDEN.set(scenario.limits, (bySide = {}));
  let ground = bySide[side];
  if (ground === undefined) {
    bySide[side] = ground = new Uint8Array(scenario.map.grid.size);
    for (const limit of scenario.limits) {
      if (limit.kind !== 'noEntry' || limit.side !== side) continue;
      for (const hex of scenario.map.regions.get(limit.region) ?? []) ground[hex] = 1;
    }
  }
  return ground;
}

/** Refusal of a step onto a hex that the side may not enter or knows to be held. */
export function whyNotEnter(scenario: Scenario, knowledge: Knowledge, hex: HexIndex): Refusal | undefined {
  for (const limit of scenario.limits) {
    if (limit.kind === 'noEntry' && limit.side === knowledge.side && isIn(scenario, limit.region, hex))
      return { reason: 'forbiddenGround', region: limit.region };
  }
  const held = knowledge.contacts.some(
    (contact) => contact.current && contact.level !== 'suspected' && contact.hex === hex,
  );
  return held ? { reason: 'enemyInTheWay' } : undefined;
}

/** Refusal of shells on a hex that politics protects. */
export function whyNotShell(scenario: Scenario, knowledge: Knowledge, hex: HexIndex): Refusal | undefined {
  for (const limit of scenario.limits) {
    if (limit.kind !== 'noShelling' || limit.side !== knowledge.side || knowledge.minute >= limit.untilMinute) continue;
    if (isIn(scenario, limit.region, hex)) return { reason: 'shellingForbidden', minute: limit.untilMinute };
  }
  return undefined;
}

/** Refusal of any ordered fire before its hour. */
export function whyNotFireYet(scenario: Scenario, knowledge: Knowledge): Refusal | undefined {
  for (const limit of scenario.limits) {
    if (limit.kind === 'noFire' && limit.side === knowledge.side && knowledge.minute < limit.untilMinute)
      return { reason: 'fireForbidden', minute: limit.untilMinute };
  }
  return undefined;
}

const isIn = (scenario: Scenario, region: string, hex: HexIndex): boolean =>
  (scenario.map.regions.get(region) ?? []).includes(hex);
