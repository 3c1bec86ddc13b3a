/** Which flight is which and whose: lookups over a scenario's flights and a state's. Asks and answers, decides nothing. */
import type { AircraftType } from '../../model/aircraft.ts';
import { present } from '../../model/assert.ts';
import type { Flight, FlightId, FlightNow } from '../../model/flight.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Side } from '../../model/side.ts';
import type { BattleState } from '../../model/state.ts';

/** The flight of that id, if there is one. */
export const findFlight = ({ air }: Pick<Scenario, 'air'>, id: FlightId): Flight | undefined =>
  air?.find((flight) => flight.id === id);

/** The same, for a flight that must be there. */
export const flightOf = (scenario: Pick<Scenario, 'id' | 'air'>, id: FlightId): Flight =>
  present(findFlight(scenario, id), `no flight ${id} in ${scenario.id}`);

/** How a flight is now. */
export const flightNowOf = ({ flights }: Pick<BattleState, 'flights'>, id: FlightId): FlightNow =>
  present(
    flights?.find((now) => now.id === id),
    `no flight ${id} in the state`,
  );

/** The type a flight flies. */
export const typeOf = ({ aircraft }: Pick<Scenario, 'aircraft'>, flight: Flight): AircraftType =>
  present(aircraft.get(flight.aircraft), `no aircraft ${flight.aircraft}`);

/** A side's flights, in the order of the scenario. */
export const listOwnFlights = (
  scenario: Pick<Scenario, 'id' | 'air'>,
  flights: readonly FlightNow[],
  side: Side,
): readonly FlightNow[] => flights.filter(({ id }) => flightOf(scenario, id).side === side);

/** Aircraft of a side that were shot down. */
export const countShotDown = (scenario: Scenario, { flights }: BattleState, side: Side): number =>
  flights === undefined ? 0 : listOwnFlights(scenario, flights, side).reduce((sum, { lost }) => sum + lost, 0);
