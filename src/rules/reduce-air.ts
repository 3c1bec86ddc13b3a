/** Folds what flights do and suffer into the state: the part of reduce.ts that is about aircraft. */
import type { EventOf } from '../model/event.ts';
import type { FlightId, FlightNow } from '../model/flight.ts';
import type { BattleState } from '../model/state.ts';

type AirEvent = EventOf<'airCalled' | 'airFight' | 'flak' | 'flew'>;

export function reduceAir(state: BattleState, event: AirEvent): BattleState {
  switch (event.kind) {
    case 'airCalled':
      return changeFlight(state, event.flight, ({ watch: _over, ...flight }) => ({
        ...flight,
        day: event.day,
        flown: flight.day === event.day ? flight.flown + 1 : 1,
        readyMinute: event.readyMinute,
        sortie: event.sortie,
      }));
    case 'airFight':
      return changeFlight(
        changeFlight(state, event.flight, (flight) => withLosses(flight, event.lost, event.damaged)),
        event.by,
        (flight) => withLosses(flight, event.lostBy, event.damagedBy),
      );
    case 'flak':
      return changeFlight(state, event.flight, (flight) => withLosses(flight, event.lost, event.damaged));
    case 'flew':
      return changeFlight(state, event.flight, ({ sortie: _flown, ...flight }) =>
        event.watch === undefined ? flight : { ...flight, watch: event.watch },
      );
  }
}

function changeFlight(state: BattleState, id: FlightId, changed: (flight: FlightNow) => FlightNow): BattleState {
  return { ...state, flights: (state.flights ?? []).map((flight) => (flight.id === id ? changed(flight) : flight)) };
}

const withLosses = (flight: FlightNow, lost: number, damaged: number): FlightNow => ({
  ...flight,
  machines: flight.machines - lost - damaged,
  lost: flight.lost + lost,
});
