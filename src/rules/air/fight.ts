/**
 * Fighters on watch and whoever flies into what they guard: escorts hold some of them off, the others fall on the flight.
 * Losses are small on both sides; what counts on the ground is that many a flight turns back.
 */
import type { HexIndex } from '../../hex/grid.ts';
import type { AircraftType } from '../../model/aircraft.ts';
import type { Flight, FlightNow } from '../../model/flight.ts';
import type { Scenario } from '../../model/scenario.ts';
import { opponentOf, type Side } from '../../model/side.ts';
import type { BattleState } from '../../model/state.ts';
import { minuteOf } from '../light.ts';
import { isFighter } from './flights.ts';
import { flightOf, typeOf } from './roster.ts';
import { listOver } from './watch.ts';

/** A fighter of that speed, and its pilots' training, is worth one. Source: scenarios/sources.md 13 [C]. */
const FIGHTER_KMH = 440;
/** What those worth nothing for air fighting are worth when fighters fall on them: their guns. [C] */
const GUNNERS_WORTH = 0.25;

/**
 * Shot down on average by each fighter's worth that is free to shoot: of bombers and others, of fighters; and of those on
 * watch, who choose their moment. Source: scenarios/sources.md 13, drill "fighters over the river" [C].
 */
export const SHOT_DOWN_BY_FIGHTERS = { others: 0.12, fighters: 0.1, guards: 0.06 };
/** Fighters that always get past the escort. [C] */
export const PAST_ESCORT = 0.2;
/** A flight that meets fighters as strong as itself turns back so often. [C] */
export const DRIVEN_SHARE = 0.5;

/** What a machine of the flight is worth in the air. */
function worthInTheAir(type: AircraftType, training: number): number {
  if (!isFighter(type)) return GUNNERS_WORTH * (type.guns.length === 0 ? 0 : 1);
  return (type.speedKmh / FIGHTER_KMH) * (0.5 + training);
}

/** Flights of a side on watch over a hex now, in the order of the scenario. */
function listOnWatch(
  scenario: Scenario,
  state: BattleState,
  side: Side,
  hex: HexIndex,
): { readonly flight: Flight; readonly now: FlightNow }[] {
  const minute = minuteOf(scenario.clock, state.turn);
  return listOver(scenario.map, state.flights, { task: 'cover', hex, minute }).flatMap((now) => {
    const flight = flightOf(scenario, now.id);
    return flight.side === side ? [{ flight, now }] : [];
  });
}

/** What a fight in the air comes to on average. */
export interface AirFight {
  readonly by: Flight;
  /** Shot down of the flight that is met, and of those who meet it. */
  readonly lost: number;
  readonly lostBy: number;
  /** Chance that the flight turns back. */
  readonly drivenChance: number;
}

/** The fight of a flight of so many machines with the first of the enemy's on watch over its target; none where nobody is. */
export function findAirFight(
  scenario: Scenario,
  state: BattleState,
  met: { readonly flight: Flight; readonly machines: number; readonly target: HexIndex },
): AirFight | undefined {
  const [guard] = listOnWatch(scenario, state, opponentOf(met.flight.side), met.target);
  if (guard === undefined) return undefined;
  const worth = (flight: Flight, machines: number): number =>
    machines * worthInTheAir(typeOf(scenario, flight), flight.training);
  const hunters = worth(guard.flight, guard.now.machines);
  const escort = listOnWatch(scenario, state, met.flight.side, met.target)
    .filter(({ flight }) => flight.id !== met.flight.id)
    .reduce((sum, { flight, now }) => sum + worth(flight, now.machines), 0);
  const free = Math.max(PAST_ESCORT * hunters, hunters - escort);
  const type = typeOf(scenario, met.flight);
  const own = worth(met.flight, met.machines);
  const rate = isFighter(type) ? SHOT_DOWN_BY_FIGHTERS.fighters : SHOT_DOWN_BY_FIGHTERS.others;
  return {
    by: guard.flight,
    lost: Math.min(met.machines / 2, free * rate),
    lostBy: Math.min(guard.now.machines / 2, (own + escort) * SHOT_DOWN_BY_FIGHTERS.guards),
    drivenChance: (DRIVEN_SHARE * 2 * free) / (free + met.machines),
  };
}
