/**
 * Fire: first of those who prepare an assault, later of all who have something worth their rounds. Rounds are few, so a
 * burst must be expected to hit somebody; each further one at the same hex in the turn counts for less.
 */
import { hexesBetween } from '../../hex/distance.ts';
import type { HexIndex } from '../../hex/grid.ts';
import { forecastIn } from '../../battle/forecast.ts';
import { findObserver, listTargets } from '../../battle/legal-orders.ts';
import type { Order } from '../../model/order.ts';
import type { UnitId } from '../../model/unit.ts';
import { findPlaced } from '../../rules/fire/location.ts';
import { isInAction } from '../../rules/roster.ts';
import { hasLineOfSight } from '../../rules/sight.ts';
import { ENSIGN, isFighter } from '../doctrine/ensign.ts';
import { contactsAt, type Own, type Situation } from '../estimate/situation.ts';
import { roundsShare } from '../estimate/strength.ts';
import { pay, PRICE } from '../steps.ts';
import { type Desk, isWorthGiving, type Proposal, taskOf, type Wave } from './desk.ts';
import { keptMinutes } from './upkeep.ts';

/** Men a vehicle is worth. [C] */
const VEHICLE_MEN = 6;

/** What remains of the worth of a target with every burst it has had already. [C] */
const AGAIN_SHARE = 0.65;

/** Targets a firer thinks about. */
const MOST_TARGETS = 3;

/** Fire missions on enemies that matter: those one is about to assault, those who stand before one's own places. */
export const bombard: Wave = (desk) => {
  const { situation } = desk;
  const { scenario, observation } = situation;
  let best: { readonly proposal: Proposal; readonly worth: number } | undefined;
  for (const unit of observation.units) {
    const card = scenario.cards.find((one) => one.id === unit.id);
    const canReach =
      card?.armaments.some((armament) => scenario.weapons.get(armament.weapon)?.indirectMetres !== undefined) ?? false;
    if (!canReach || !isInAction(unit) || unit.minutesLeft === 0) continue;
    for (const target of listTargets(observation)) {
      const order = callOf(situation, unit.id, target);
      if (order === undefined || !pay(situation.purse, PRICE.forecast)) continue;
      const expected = fireWorth(desk, order, target);
      const worth = expected * weightOf(desk, target);
      if (worth < ENSIGN.missionMen || worth <= (best?.worth ?? 0) || !isWorthGiving(desk, order)) continue;
      best = {
        worth,
        proposal: {
          order,
          reason: {
            task: desk.tasks.get(unit.id)?.kind ?? 'support',
            tactic: 'bombard',
            object: target,
            expectedMen: expected,
          },
        },
      };
    }
  }
  return best === undefined ? [] : [best.proposal];
};

/** A mission somebody observes; at guns that were placed and nobody sees, one by the fix. */
function callOf({ scenario, observation }: Situation, unit: UnitId, target: HexIndex): Order | undefined {
  const observer = findObserver(scenario, observation, unit, target);
  if (observer !== undefined) return { kind: 'mission', unit, observer, target };
  if (findPlaced(observation.contacts, target) === undefined) return undefined;
  const teller = findObserver(scenario, observation, unit, target, 'counterBattery');
  return teller === undefined ? undefined : { kind: 'mission', unit, observer: teller, target, task: 'counterBattery' };
}

/** More for targets of the coming assault and for enemies before one's own places; less for old news. */
function weightOf(desk: Desk, target: HexIndex): number {
  const { situation } = desk;
  const current = contactsAt(situation, target).some((contact) => contact.current);
  const wanted = situation.aims.some(
    (aim) =>
      aim.hex === target || (aim.holder === situation.side && hexesBetween(situation.grid, aim.hex, target) <= 2),
  );
  return (current ? 1 : 0.6) * (wanted || isUnderAttack(desk, target) ? 2 : 1);
}

/** Whether own attackers stand within two hexes of it, with it or beside it as their object. */
const isUnderAttack = (desk: Desk, target: HexIndex): boolean =>
  desk.situation.own.some((own) => {
    const task = taskOf(desk, own);
    return (
      (task?.kind === 'take' || task?.kind === 'follow') &&
      hexesBetween(desk.situation.grid, own.at, target) <= 2 &&
      hexesBetween(desk.situation.grid, task.hex, target) <= 1
    );
  });

/** Expected men, vehicles counted as so many, less for what has been fired at already. */
function fireWorth(desk: Desk, order: Order, target: HexIndex): number {
  const { situation } = desk;
  const forecast = forecastIn(situation.world(), situation.observation, order);
  if (forecast.kind !== 'fire') return 0;
  let worth = (forecast.expectedMen + forecast.vehicles.mean * VEHICLE_MEN) * (forecast.placeChance ?? 1);
  for (let shots = desk.shots.get(target) ?? 0; shots > 0; shots--) worth *= AGAIN_SHARE;
  return worth;
}

/** Those who do not go in themselves fire at what is about to be assaulted. */
export const prepare: Wave = (desk) =>
  fireOf(
    desk,
    (own, target) => taskOf(desk, own)?.kind !== 'take' && isUnderAttack(desk, target),
    'firePrepares',
    ENSIGN.fireMen / 2,
  );

/** Everybody else who sees something worth it. */
export const fireAtWill: Wave = (desk) => fireOf(desk, () => true, 'fire', ENSIGN.fireMen);

function fireOf(
  desk: Desk,
  isWanted: (own: Own, target: HexIndex) => boolean,
  tactic: 'fire' | 'firePrepares',
  leastMen: number,
): readonly Proposal[] {
  for (const own of desk.situation.own) {
    const proposal = bestFire(desk, own, { isWanted, tactic, leastMen });
    if (proposal !== undefined) return [proposal];
  }
  return [];
}

interface FireWish {
  readonly isWanted: (own: Own, target: HexIndex) => boolean;
  readonly tactic: 'fire' | 'firePrepares';
  readonly leastMen: number;
}

function bestFire(desk: Desk, own: Own, wish: FireWish): Proposal | undefined {
  const { situation } = desk;
  const { scenario } = situation;
  const minutes = Math.min(ENSIGN.fireMinutes, own.unit.minutesLeft - keptMinutes(situation, own));
  if (
    minutes < 3 ||
    own.unit.cohesion === 'broken' ||
    (isFighter(own.card.branch) && wish.tactic === 'firePrepares' && taskOf(desk, own)?.kind === 'follow')
  )
    return undefined;
  if (roundsShare(scenario, own.card, own.unit) < ENSIGN.keptRounds) return undefined;
  const targets = listTargets(situation.observation)
    .filter(
      (hex) => wish.isWanted(own, hex) && hasLineOfSight(scenario.map, own.at, hex) && isInReach(situation, own, hex),
    )
    .sort((a, b) => hexesBetween(situation.grid, own.at, a) - hexesBetween(situation.grid, own.at, b) || a - b)
    .slice(0, MOST_TARGETS);
  let best: { readonly proposal: Proposal; readonly worth: number } | undefined;
  for (const target of targets) {
    const order: Order = { kind: 'fire', unit: own.id, target, minutes };
    if (!isWorthGiving(desk, order) || !pay(situation.purse, PRICE.forecast)) continue;
    const worth = fireWorth(desk, order, target);
    if (worth < (wish.leastMen * minutes) / ENSIGN.fireMinutes || worth <= (best?.worth ?? 0)) continue;
    best = {
      worth,
      proposal: {
        order,
        reason: { task: taskOf(desk, own)?.kind ?? 'none', tactic: wish.tactic, object: target, expectedMen: worth },
      },
    };
  }
  return best?.proposal;
}

function isInReach(situation: Situation, own: Own, hex: HexIndex): boolean {
  const { scenario } = situation;
  const metres = hexesBetween(situation.grid, own.at, hex) * scenario.map.hexMetres;
  return own.card.armaments.some((armament) => (scenario.weapons.get(armament.weapon)?.reachMetres ?? 0) >= metres);
}
