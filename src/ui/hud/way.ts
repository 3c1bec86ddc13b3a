/** What the map shows of a march: how far the unit comes this turn, and the way of the order in hand. */
import type { Refused } from '../../battle/battle.ts';
import type { Reachable } from '../../battle/reachable.ts';
import type { HexIndex } from '../../hex/grid.ts';
import type { Forecast } from '../../model/forecast.ts';
import { aimOf, type Order } from '../../model/order.ts';
import type { Unit } from '../../model/unit.ts';
import type { MapTold } from '../map/told.ts';
import { isOnMap } from './describe.ts';
import type { Interaction } from './interaction.ts';

/** The forecast of an order, or why it would be refused. */
export type Answer = Forecast | Refused;

/** A way without the hex the unit stands on. */
export const withoutStart = (path: readonly HexIndex[], start: HexIndex): readonly HexIndex[] =>
  path[0] === start ? path.slice(1) : path;

/** Hexes the unit can be in this turn; nothing while something else than a march is chosen. */
export function reachNow(unit: Unit, reachable: Reachable | undefined, hand: Interaction): MapTold['reach'] {
  if (reachable === undefined || !SHOWS_REACH.includes(hand.mode)) return null;
  return reachable.hexes
    .map((hex) => ({ hex, minutes: reachable.minutesTo(hex) ?? Number.POSITIVE_INFINITY }))
    .filter(({ minutes }) => minutes <= unit.minutesLeft);
}

const SHOWS_REACH: readonly Interaction['mode'][] = ['any', 'move', 'silent', 'goTo'];

/** The way of the order in hand, hex by hex, with the turn in which each is entered. */
export function pathOf(
  unit: Unit | undefined,
  order: Order | undefined,
  answer: Answer | undefined,
  reachable: Reachable | undefined,
  turnMinutes: number,
): MapTold['path'] {
  if (unit === undefined || order === undefined || reachable === undefined || !isOnMap(unit)) return [];
  if (answer?.kind === 'refused') return [];
  const aim = order.kind === 'move' || order.kind === 'standing' ? aimOf(order) : undefined;
  if (aim === undefined) return [];
  const exposed = answer?.kind === 'move' ? answer.seenHexes : [];
  const way = order.kind === 'move' ? order.path : reachable.pathTo(aim);
  return withoutStart(way, unit.at).map((hex) => {
    const minutes = reachable.minutesTo(hex) ?? 0;
    const late = minutes - unit.minutesLeft;
    return { hex, minutes, turn: late <= 0 ? 0 : Math.ceil(late / turnMinutes), exposed: exposed.includes(hex) };
  });
}
