/** Who is over a place for a while: fighters that guard it, airmen who look at it and see where shells fall. */
import { hexesBetween } from '../../hex/distance.ts';
import type { HexIndex } from '../../hex/grid.ts';
import type { ByLight, Metres, Minutes } from '../../model/clock.ts';
import type { AirTask, FlightNow, Watch } from '../../model/flight.ts';
import type { BattleMap } from '../../model/map.ts';

/** Fighters guard the air so far around the hex they are sent over; airmen see the fall of shells so far around theirs. [C] */
export const WATCHED_METRES: Readonly<Record<Watch['task'], Metres>> = { cover: 8000, reconnoitre: 3000 };

/** Minutes over the hex. Source: scenarios/sources.md 13 [C]. */
export const OVER_MINUTES: Readonly<Record<AirTask, Minutes>> = { bomb: 10, strafe: 10, reconnoitre: 30, cover: 45 };

/** Of the rounds that would fall on a hex, those that do where airmen correct them. Source: scenarios/sources.md 13 [C]. */
export const AIRMEN_SHARE: ByLight<number> = { day: 0.7, twilight: 0.5, moon: 0.25, dark: 0.25 };

/** Flights over a hex now for a task, in their order. */
export function listOver(
  map: BattleMap,
  flights: readonly FlightNow[] | undefined,
  over: { readonly task: Watch['task']; readonly hex: HexIndex; readonly minute: Minutes },
): readonly FlightNow[] {
  if (flights === undefined) return [];
  return flights.filter(
    ({ watch, machines }) =>
      watch !== undefined &&
      machines > 0 &&
      watch.task === over.task &&
      watch.untilMinute > over.minute &&
      hexesBetween(map.grid, watch.hex, over.hex) * map.hexMetres <= WATCHED_METRES[over.task],
  );
}

/** Whether airmen among these flights see what falls on a hex. */
export const isEyedFromTheAir = (
  map: BattleMap,
  flights: readonly FlightNow[] | undefined,
  hex: HexIndex,
  minute: Minutes,
): boolean => listOver(map, flights, { task: 'reconnoitre', hex, minute }).length > 0;
