/** Going back: guns before they are overrun, weak and heavy units from under the enemy's hands. Garrisons stay. */
import { hexesBetween } from '../../hex/distance.ts';
import { type HexIndex, listNeighbours } from '../../hex/grid.ts';
import type { ContactView } from '../../model/contact.ts';
import { gunMinutes } from '../../rules/dig.ts';
import { hasGuns } from '../../rules/roster.ts';
import { ENSIGN, isFighter } from '../doctrine/ensign.ts';
import { dangerOf } from '../estimate/danger.ts';
import { enemyPowerBeside, type Own, type Situation } from '../estimate/situation.ts';
import { findWays, hasRoom, legOf } from '../estimate/ways.ts';
import { type Desk, isWorthGiving, type Proposal, taskOf, type Wave } from './desk.ts';

/** Hexes at which the enemy can be at the guns in his next turn. [C] */
const AT_THE_GUNS = { foot: 2, tanks: 5 } as const;

/** Guns without anybody in front of them limber up in time and drive off. */
export const saveGuns: Wave = (desk) => {
  for (const own of desk.situation.own) {
    if (!hasGuns(own.card) || isGarrison(desk, own)) continue;
    const threats = threatsToGuns(desk.situation, own);
    if (threats.length === 0) continue;
    const reason = { task: taskOf(desk, own)?.kind ?? 'none', tactic: 'saveGuns' } as const;
    if (own.unit.gunState === 'inBattery') {
      const limber = { kind: 'guns', unit: own.id, state: 'limbered' } as const;
      if (own.unit.minutesLeft > gunMinutes(own.card) && isWorthGiving(desk, limber))
        return [{ order: limber, reason }];
      continue;
    }
    const away = moveAway(
      desk,
      own,
      threats.map((contact) => contact.hex),
      reason.tactic,
    );
    if (away.length > 0) return away;
  }
  return [];
};

function threatsToGuns(situation: Situation, own: Own): readonly ContactView[] {
  const near = situation.observation.contacts.filter((contact) => {
    if (contact.level === 'suspected' || contact.branch === undefined) return false;
    const isTank = contact.branch === 'tanks';
    if (isTank && own.card.branch === 'antiTank') return false;
    if (!isTank && !isFighter(contact.branch)) return false;
    return hexesBetween(situation.grid, contact.hex, own.at) <= (isTank ? AT_THE_GUNS.tanks : AT_THE_GUNS.foot);
  });
  const covered = situation.own.some(
    (other) =>
      (isFighter(other.card.branch) || other.card.branch === 'machineGuns') &&
      hexesBetween(situation.grid, other.at, own.at) <= 1,
  );
  return covered ? [] : near;
}

/** Whoever is the last on an objective of ours does not leave it. */
const isGarrison = (desk: Desk, own: Own): boolean =>
  desk.situation.aims.some((aim) => aim.hex === own.at && aim.holder === desk.situation.side) &&
  !desk.situation.own.some((other) => other.id !== own.id && other.at === own.at && isFighter(other.card.branch));

/** Units that have no business beside the enemy, or no chance there, leave. */
export const fallBack: Wave = (desk) => {
  const { situation } = desk;
  for (const own of situation.own) {
    if (isGarrison(desk, own) || situation.aims.some((aim) => aim.hex === own.at) || own.unit.cohesion === 'broken')
      continue;
    const beside = enemyPowerBeside(situation, own.at);
    if (beside === 0) continue;
    const friends = situation.own
      .filter((other) => hexesBetween(situation.grid, other.at, own.at) <= 1 && other.unit.cohesion !== 'broken')
      .reduce((sum, other) => sum + other.power, 0);
    const isHopeless = beside > friends * ENSIGN.hopelessRatio;
    const isOutOfPlace = !isFighter(own.card.branch) && own.card.branch !== 'tanks' && own.unit.posture !== 'dugIn';
    const isSpent = own.unit.cohesion === 'shaken';
    if (!isHopeless && !isOutOfPlace && !isSpent) continue;
    const away = moveAway(
      desk,
      own,
      situation.observation.contacts.filter((contact) => contact.current).map((contact) => contact.hex),
      'fallBack',
    );
    if (away.length > 0) return away;
  }
  return [];
};

/** Hexes of distance beyond which it does not matter how far off the enemy is. [C] */
const FAR_ENOUGH = 5;

/** To the hex in this turn's reach that is farthest from the threats, out of fire, among friends. */
function moveAway(
  desk: Desk,
  own: Own,
  threats: readonly HexIndex[],
  tactic: 'saveGuns' | 'fallBack',
): readonly Proposal[] {
  const { situation } = desk;
  if (own.card.mobility === 'static' || (hasGuns(own.card) && own.unit.gunState === 'inBattery')) return [];
  const ways = findWays(situation, own);
  if (ways === undefined) return [];
  const distance = (hex: HexIndex): number =>
    Math.min(
      FAR_ENOUGH + (tactic === 'saveGuns' ? 3 : 0),
      threats.reduce((least, threat) => Math.min(least, hexesBetween(situation.grid, hex, threat)), 99),
    );
  const worth = (hex: HexIndex): number =>
    distance(hex) * 10 -
    (dangerOf(situation)[hex] ?? 0) * 8 +
    listNeighbours(situation.grid, hex).filter((next) =>
      situation.own.some((other) => other.at === next && isFighter(other.card.branch)),
    ).length *
      2;
  const here = worth(own.at);
  const best = ways.hexes
    .filter(
      (hex) =>
        hex !== own.at && (ways.minutesTo(hex) ?? 999) <= own.unit.minutesLeft * 2 && hasRoom(situation, own, hex),
    )
    .map((hex) => ({ hex, worth: worth(hex) - (ways.minutesTo(hex) ?? 0) / 10 }))
    .sort((a, b) => b.worth - a.worth || a.hex - b.hex)
    .find(
      ({ hex }) =>
        legOf(situation, own, { path: ways.pathTo(hex), pace: 'normal', minutes: own.unit.minutesLeft }).path.at(-1) ===
        hex,
    );
  if (best === undefined || best.worth <= here + LEAST_GAIN) return [];
  const order = { kind: 'move', unit: own.id, path: ways.pathTo(best.hex), pace: 'normal' } as const;
  return isWorthGiving(desk, order) ? [{ order, reason: { task: taskOf(desk, own)?.kind ?? 'none', tactic } }] : [];
}

/** One hex farther off is worth the trouble. */
const LEAST_GAIN = 5;
