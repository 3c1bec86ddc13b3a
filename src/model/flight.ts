/**
 * Flights: aircraft from fields beyond the map. Who a flight is never changes; how it is now is told apart from that. They
 * are no units: they stand nowhere on the map, and are over it for minutes.
 */
import type { HexIndex } from '../hex/grid.ts';
import type { AircraftId } from './aircraft.ts';
import type { Minutes } from './clock.ts';
import type { Cited, Names } from './map.ts';
import type { Side } from './side.ts';

export type FlightId = string & { readonly brand: 'FlightId' };

/** What a flight is sent to do: drop bombs, fire from low down, look, keep the enemy's aircraft away. */
export const AIR_TASKS = ['bomb', 'strafe', 'reconnoitre', 'cover'] as const;
export type AirTask = (typeof AIR_TASKS)[number];
export type ByAirTask<T> = Readonly<Record<AirTask, T>>;

/** Who a flight is: fixed for the battle. */
export interface Flight extends Cited {
  readonly id: FlightId;
  readonly side: Side;
  readonly names: Names;
  readonly aircraft: AircraftId;
  readonly machines: number;
  readonly tasks: readonly AirTask[];
  /** Kilometres from its field to the battle. */
  readonly baseKm: number;
  /** From the call to the take-off. */
  readonly callMinutes: Minutes;
  readonly sortiesADay: number;
  /** Minutes of the clock between which it may be called. */
  readonly fromMinute?: Minutes;
  readonly untilMinute?: Minutes;
  /** Flies by night as well. */
  readonly night?: true;
  /** Bombs of one machine, where the record has another load than the table. */
  readonly bombKg?: number;
  /** 0–1: of its bombs, those that do not go off. */
  readonly dudShare?: number;
  /** 0–1. */
  readonly training: number;
}

/** A flight on its way. */
export interface Sortie {
  readonly task: AirTask;
  readonly target: HexIndex;
  /** Minute of the clock at which it is there. */
  readonly dueMinute: Minutes;
}

/** Fighters, or airmen who look, over a hex until a minute of the clock. */
export interface Watch {
  readonly task: 'cover' | 'reconnoitre';
  readonly hex: HexIndex;
  readonly untilMinute: Minutes;
}

/** How a flight is now. */
export interface FlightNow {
  readonly id: FlightId;
  /** Fit to fly. */
  readonly machines: number;
  /** Shot down so far; what is missing besides is under repair. */
  readonly lost: number;
  /** Day of the clock of its last sortie, and sorties on that day. */
  readonly day: number;
  readonly flown: number;
  /** Minute of the clock from which it may be called again. */
  readonly readyMinute: Minutes;
  readonly sortie?: Sortie;
  readonly watch?: Watch;
}

/** What became of a sortie: flown; turned back for the weather, or by fighters; nobody left to fly it. */
export type SortieEnd = 'flown' | 'weather' | 'driven' | 'lost';
