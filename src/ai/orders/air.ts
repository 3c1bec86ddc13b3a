/**
 * Aircraft, used plainly: bombs and guns on the enemies who matter most among those in view, eyes where nobody is known,
 * fighters over the own place of most worth while the enemy may fly. Each flight is sent as soon as it may be.
 */
import { forecastIn } from '../../battle/forecast.ts';
import { listAirMissions } from '../../battle/legal-orders.ts';
import { hexesBetween } from '../../hex/distance.ts';
import type { HexIndex } from '../../hex/grid.ts';
import type { FlightNow } from '../../model/flight.ts';
import type { OrderOf } from '../../model/order.ts';
import { bombFallOf } from '../../rules/air/effect.ts';
import { flightOf } from '../../rules/air/roster.ts';
import { ENSIGN } from '../doctrine/ensign.ts';
import { contactsAt, type Situation } from '../estimate/situation.ts';
import { pay, PRICE } from '../steps.ts';
import { type Desk, onlyIfWorth, type Proposal, type Wave } from './desk.ts';

/** Men whose heads are kept down count so much of a man hit. [C] */
const PINNED_WORTH = 0.1;
/** Ground round the target on which own troops stay clear of bombs that come down wide, as a share of it. [C] */
const OWN_NEAR_SHARE = 0.05;
/** Targets a flight thinks about. */
const MOST_TARGETS = 4;

export const sendAircraft: Wave = (desk) => {
  const { scenario, observation } = desk.situation;
  if (observation.flights === undefined) return [];
  const missions = listAirMissions(scenario, observation);
  for (const now of observation.flights) {
    const own = missions.filter(({ flight }) => flight === now.id);
    const proposals = own.length === 0 ? [] : (strike(desk, now, own) ?? guard(desk, own) ?? look(desk, own) ?? []);
    if (proposals.length > 0) return proposals;
  }
  return [];
};

/** The best target for bombs or guns, if any is worth the sortie. */
function strike(
  desk: Desk,
  now: FlightNow,
  missions: readonly OrderOf<'airMission'>[],
): readonly Proposal[] | undefined {
  const { situation } = desk;
  let best: { readonly order: OrderOf<'airMission'>; readonly worth: number; readonly men: number } | undefined;
  const tried = missions
    .filter(({ task }) => task === 'bomb' || task === 'strafe')
    .filter(({ target }) =>
      contactsAt(situation, target).some(({ current, level }) => current && level !== 'suspected'),
    )
    .slice(0, 2 * MOST_TARGETS);
  for (const order of tried) {
    if (order.task === 'bomb' && isTooNear(situation, now, order.target)) continue;
    if (!pay(situation.purse, PRICE.forecast)) break;
    const told = forecastIn(situation.world(), situation.observation, order);
    if (told.kind !== 'fire') continue;
    const under = contactsAt(situation, order.target).reduce((sum, { men = 0 }) => sum + men, 0);
    const worth = (told.expectedMen + PINNED_WORTH * told.suppression.mean * under) * weightOf(situation, order.target);
    if (worth >= ENSIGN.missionMen && worth > (best?.worth ?? 0)) best = { order, worth, men: told.expectedMen };
  }
  if (best === undefined) return undefined;
  const reason = { task: 'support', tactic: 'airStrike', object: best.order.target, expectedMen: best.men } as const;
  return onlyIfWorth(desk, best.order, reason);
}

/** Whether bombs meant for the enemy would come down on own troops beside him. */
function isTooNear({ scenario, world, own, grid }: Situation, { id, machines }: FlightNow, target: HexIndex): boolean {
  const fall = bombFallOf(world(), { flight: flightOf(scenario, id), machines, target });
  return fall.aroundShare > OWN_NEAR_SHARE && own.some(({ at }) => hexesBetween(grid, at, target) <= 1);
}

/** Twice for enemies on an objective or beside it. */
const weightOf = ({ aims, grid }: Situation, target: HexIndex): number =>
  aims.some(({ hex }) => hexesBetween(grid, hex, target) <= 1) ? 2 : 1;

/** Fighters over the own objective of most points; over any, where none is held. */
function guard(desk: Desk, missions: readonly OrderOf<'airMission'>[]): readonly Proposal[] | undefined {
  const { situation } = desk;
  const places = [...situation.aims].sort(
    (a, b) => Number(b.holder === situation.side) - Number(a.holder === situation.side) || b.points - a.points,
  );
  const order = missions.find(({ task, target }) => task === 'cover' && target === places[0]?.hex);
  return order === undefined
    ? undefined
    : onlyIfWorth(desk, order, { task: 'support', tactic: 'airCover', object: order.target });
}

/** The objective that is not held and of whose defenders least is known. */
function look(desk: Desk, missions: readonly OrderOf<'airMission'>[]): readonly Proposal[] | undefined {
  const { situation } = desk;
  const unknown = situation.aims.filter(
    ({ hex, holder }) => holder !== situation.side && !contactsAt(situation, hex).some(({ current }) => current),
  );
  const order = missions.find(
    ({ task, target }) => task === 'reconnoitre' && unknown.some(({ hex }) => hex === target),
  );
  return order === undefined
    ? undefined
    : onlyIfWorth(desk, order, { task: 'support', tactic: 'airLook', object: order.target });
}
