/** A side's aircraft in the order of battle: what each flight is and does, and a button for whatever it may be sent to do. */
import type { FlightNow } from '../../model/flight.ts';
import { nameOf, clockText, hexText } from '../../battle/wording.ts';
import { tasksOf } from '../../rules/air/flights.ts';
import { flightOf, typeOf } from '../../rules/air/roster.ts';
import type { Controller } from './controller.ts';
import { countText, text } from './text.ts';

export function FlightsList({ controller }: { readonly controller: Controller }) {
  const { flights = [] } = controller.view.value.observation;
  if (flights.length === 0) return null;
  return (
    <>
      <h3>{text('ui.flights')}</h3>
      <ul class="tree flights">
        {flights.map((now) => (
          <li key={now.id}>
            <FlightRow controller={controller} now={now} />
          </li>
        ))}
      </ul>
    </>
  );
}

function FlightRow({ controller, now }: { readonly controller: Controller; readonly now: FlightNow }) {
  const { scenario, observation } = controller.view.value;
  const flight = flightOf(scenario, now.id);
  const { sortie } = controller.hand.value;
  const mayBeCalled = now.sortie === undefined && now.readyMinute <= observation.minute;
  return (
    <div class="flight">
      <p>
        {flight.names.en}
        <span class="quiet">
          {' '}
          {typeOf(scenario, flight).names.en}, {countText('ui.flights.machines', now.machines)},{' '}
          {stateText(controller, now)}
        </span>
      </p>
      {mayBeCalled && (
        <div class="flight-tasks" role="group" aria-label={flight.names.en}>
          {tasksOf(flight).map((task) => (
            <button
              key={task}
              type="button"
              class="button button-small"
              aria-pressed={sortie?.flight === now.id && sortie.task === task}
              onClick={() => controller.send({ kind: 'sortie', sortie: { flight: now.id, task } })}
            >
              {nameOf('airTask', task)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** What it is doing, or when it may be called again. */
function stateText(controller: Controller, now: FlightNow): string {
  const { scenario, observation } = controller.view.value;
  if (now.sortie !== undefined)
    return text('ui.flights.under', {
      hex: hexText(scenario, now.sortie.target),
      time: clockText(Math.round(now.sortie.dueMinute)),
    });
  if (now.watch !== undefined && now.watch.untilMinute > observation.minute)
    return text('ui.flights.watch', {
      hex: hexText(scenario, now.watch.hex),
      time: clockText(Math.round(now.watch.untilMinute)),
    });
  if (now.readyMinute > observation.minute)
    return text('ui.flights.away', { time: clockText(Math.round(now.readyMinute)) });
  return text('ui.flights.ready');
}
