/** What an order may bring, before it is given: the same arithmetic that will resolve it, as spreads and chances. */
import { WATCHED_METRES } from '../../rules/air/watch.ts';
import { turnMinutesOf } from '../../rules/light.ts';
import { ASSAULT_OUTCOMES } from '../../model/event.ts';
import type { Forecast, ForecastOf, Threat } from '../../model/forecast.ts';
import { canonicalJson } from '../../model/fingerprint.ts';
import { aimOf, type Order, type OrderOf } from '../../model/order.ts';
import type { UnitId } from '../../model/unit.ts';
import { orderName, orderText } from '../../battle/order-wording.ts';
import { hexText, refusalText } from '../../battle/wording.ts';
import { Arithmetic } from './arithmetic.tsx';
import { listCalls } from './calls.ts';
import type { Controller } from './controller.ts';
import { contactName, percentText, smallChanceText, unitName } from './describe.ts';
import { Bar } from './parts.tsx';
import { SpreadRow } from './spread-row.tsx';
import { isLeftToChance, NOTHING, TriedRows } from './tried-rows.tsx';
import { countText, text } from './text.ts';

export function ForecastCard({ controller }: { readonly controller: Controller }) {
  const order = controller.offered.value;
  const answer = controller.answer.value;
  const { mode, proposal } = controller.hand.value;
  if (order === undefined || answer === undefined) return mode === 'any' ? null : <ModeHint controller={controller} />;
  const { scenario } = controller.view.value;
  const isRefused = answer.kind === 'refused';
  // A hex merely passed over with the pointer is not told why nothing can be done there.
  if (isRefused && proposal === null && mode === 'any') return null;
  return (
    <section class="forecast panel" data-proposed={proposal !== null} aria-label={text('ui.region.forecast')}>
      <header class="forecast-head">
        <h2>{orderText(scenario, order)}</h2>
        {answer.kind !== 'refused' && <span class="forecast-time">{minutesText(answer)}</span>}
      </header>
      <Alternatives controller={controller} order={order} />
      {isRefused ? (
        <p class="refused">{refusalText(answer.refusal)}</p>
      ) : (
        <ForecastBody controller={controller} order={order} forecast={answer} />
      )}
      {proposal !== null && (
        <footer class="forecast-buttons">
          <button
            type="button"
            class="button button-main"
            aria-disabled={isRefused}
            onClick={() => controller.send({ kind: 'confirm' })}
          >
            {text('ui.forecast.confirm')} <kbd aria-hidden="true">Enter</kbd>
          </button>
          <button type="button" class="button" onClick={() => controller.send({ kind: 'back' })}>
            {text('ui.cancel')} <kbd aria-hidden="true">Esc</kbd>
          </button>
        </footer>
      )}
    </section>
  );
}

/** Several orders may be given with the same aim: which is meant is chosen here. */
function Alternatives({ controller, order }: { readonly controller: Controller; readonly order: Order }) {
  const orders = controller.alternatives.value;
  const isProposed = controller.hand.value.proposal !== null;
  if (orders.length < 2) return null;
  const chosen = canonicalJson(order);
  return (
    <fieldset class="alternatives" disabled={!isProposed}>
      <legend>{text('ui.forecast.alternatives')}</legend>
      {orders.map((one, index) => (
        <label key={index} class="check">
          <input
            type="radio"
            name="alternative"
            checked={canonicalJson(one) === chosen}
            onChange={() => controller.send({ kind: 'propose', order: one })}
          />
          <span>{orderText(controller.view.value.scenario, one)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function ModeHint({ controller }: { readonly controller: Controller }) {
  const { mode, aiming } = controller.hand.value;
  if (mode === 'any') return null;
  const name =
    mode === 'air'
      ? orderName('airMission')
      : mode === 'aim'
        ? aiming === null
          ? ''
          : orderName(aiming)
        : text(`ui.order.${mode}`);
  return (
    <section class="forecast panel" aria-label={text('ui.region.forecast')}>
      <header class="forecast-head">
        <h2>{name}</h2>
      </header>
      <p>{text(`ui.mode.${mode}`)}</p>
    </section>
  );
}

/** Nothing for orders that take no time. */
function minutesText(forecast: Forecast): string {
  const minutes = forecast.kind === 'assault' ? Math.max(0, ...forecast.minutes) : forecast.minutes;
  return minutes === 0 ? '' : text('ui.minutes', { minutes: Math.round(minutes) });
}

function ForecastBody(props: { readonly controller: Controller; readonly order: Order; readonly forecast: Forecast }) {
  const { controller, order, forecast } = props;
  switch (forecast.kind) {
    case 'move':
      return <MoveBody controller={controller} forecast={forecast} />;
    case 'fire':
      return <FireBody controller={controller} order={order} forecast={forecast} />;
    case 'assault':
      return <AssaultBody controller={controller} order={order} forecast={forecast} />;
    case 'cross':
      return <CrossBody controller={controller} forecast={forecast} />;
    case 'other':
      return order.kind === 'standing' && order.standing?.kind === 'goTo' ? (
        <GoToBody controller={controller} />
      ) : (
        <OtherBody order={order} forecast={forecast} />
      );
  }
}

/** Engineers' work: how far it has come, what is still to do, and for a blast how likely it is to go off. */
function WorkBody({ work }: { readonly work: NonNullable<ForecastOf<'other'>['work']> }) {
  const { doneShare, minutesToDo, chance } = work;
  return (
    <>
      <p>{text('ui.forecast.work', { done: percentText(doneShare), minutes: Math.round(minutesToDo) })}</p>
      {chance !== undefined && <p>{text('ui.forecast.blast', { chance: percentText(chance) })}</p>}
    </>
  );
}

/** Orders told by what came of trying them; those in which nothing strayed are certain. */
function OtherBody({ order, forecast }: { readonly order: Order; readonly forecast: ForecastOf<'other'> }) {
  const { tried, work } = forecast;
  if (work !== undefined) return <WorkBody work={work} />;
  if (order.kind === 'airMission')
    return (
      <p>
        {order.task === 'cover'
          ? text('ui.forecast.air.cover', { km: WATCHED_METRES.cover / 1000 })
          : text('ui.forecast.air.look')}
      </p>
    );
  if (order.kind === 'flare') return <p>{text('ui.forecast.flare')}</p>;
  return tried !== undefined && isLeftToChance(tried) ? (
    <TriedRows tried={tried} />
  ) : (
    <p>{text('ui.forecast.certain')}</p>
  );
}

function MoveBody({
  controller,
  forecast,
}: {
  readonly controller: Controller;
  readonly forecast: ForecastOf<'move'>;
}) {
  return (
    <>
      <p>{text('ui.forecast.minutesAfter', { minutes: Math.round(forecast.minutesLeft.at(-1) ?? 0) })}</p>
      <p class={forecast.seenHexes.length > 0 ? 'warning' : ''}>
        {forecast.seenHexes.length > 0
          ? countText('ui.forecast.seen', forecast.seenHexes.length)
          : text('ui.forecast.unseen')}
      </p>
      {forecast.risks?.map(({ kind, chance }) => (
        <p class="warning" key={kind}>
          {text(`ui.forecast.risk.${kind}`, { chance: smallChanceText(chance) })}
        </p>
      ))}
      {forecast.tried !== undefined && <TriedRows tried={forecast.tried} />}
      <Threats controller={controller} threats={forecast.threats} />
    </>
  );
}

/** Where it comes ashore, how often boats go, and what does not come along. */
function CrossBody({
  controller,
  forecast,
}: {
  readonly controller: Controller;
  readonly forecast: ForecastOf<'cross'>;
}) {
  const { scenario } = controller.view.value;
  const { to, trips, piecesLeft, drownedMen, tried } = forecast;
  return (
    <>
      <p>{text('ui.forecast.ashore', { hex: hexText(scenario, to) })}</p>
      {trips > 0 && <p>{countText('ui.forecast.trips', trips)}</p>}
      {piecesLeft > 0 && <p class="warning">{countText('ui.forecast.piecesLeft', piecesLeft)}</p>}
      {drownedMen >= 0.1 && (
        <p class="warning">{text('ui.forecast.drowned', { men: Math.round(drownedMen * 10) / 10 })}</p>
      )}
      {tried !== undefined && <TriedRows tried={tried} />}
    </>
  );
}

function GoToBody({ controller }: { readonly controller: Controller }) {
  const order = controller.offered.value;
  const minutes = order === undefined ? undefined : controller.minutesTo(aimOf(order) ?? -1);
  const { scenario, observation } = controller.view.value;
  const turnMinutes = turnMinutesOf(scenario.clock, observation.turn);
  if (minutes === undefined) return <p>{text('ui.forecast.goTo')}</p>;
  const late = Math.max(0, minutes - (controller.unit.value?.minutesLeft ?? 0));
  return (
    <p>
      {text('ui.forecast.goTo')}{' '}
      {countText('ui.forecast.turns', Math.ceil(late / turnMinutes), { minutes: Math.round(minutes) })}
    </p>
  );
}

function FireBody(props: {
  readonly controller: Controller;
  readonly order: Order;
  readonly forecast: ForecastOf<'fire'>;
}) {
  const { controller, order, forecast } = props;
  return (
    <>
      {order.kind === 'airMission' && <p>{text('ui.forecast.air.strike')}</p>}
      <SpreadRow label={text('ui.forecast.enemyMen')} spread={forecast.men} unit={text('ui.men.word')} />
      {forecast.vehicles.high > 0 && (
        <SpreadRow label={text('ui.forecast.vehicles')} spread={forecast.vehicles} unit={text('ui.vehicles.word')} />
      )}
      <Bar
        label={text('ui.forecast.suppression')}
        share={forecast.suppression.mean}
        words={`${percentText(forecast.suppression.low)} – ${percentText(forecast.suppression.high)}`}
        tone="harm"
      />
      <Bar
        label={text('ui.forecast.drop')}
        share={forecast.cohesionChance}
        words={percentText(forecast.cohesionChance)}
      />
      {forecast.placeChance !== undefined && (
        <Bar label={text('ui.forecast.place')} share={forecast.placeChance} words={percentText(forecast.placeChance)} />
      )}
      {forecast.smokeMinutes !== undefined && (
        <p>{text('ui.forecast.smoke', { minutes: Math.round(forecast.smokeMinutes) })}</p>
      )}
      {forecast.tried !== undefined && <TriedRows tried={{ ...forecast.tried, enemyMen: NOTHING }} />}
      {order.kind === 'mission' && <CallChooser controller={controller} order={order} />}
      {order.kind === 'fire' && <LengthChooser controller={controller} target={order.target} minutes={order.minutes} />}
      <Threats controller={controller} threats={forecast.threats} />
      <Arithmetic factors={forecast.factors} />
    </>
  );
}

/** Which guns, seen by whom, when there is a choice. */
function CallChooser({ controller, order }: { readonly controller: Controller; readonly order: OrderOf<'mission'> }) {
  const { scenario, observation } = controller.view.value;
  const unit = controller.hand.value.selected ?? order.unit;
  const calls = listCalls(scenario, observation, unit, order.target);
  const words = (call: OrderOf<'mission'>): string =>
    text('ui.forecast.call', {
      task: text(`ui.task.${call.task ?? 'suppress'}`),
      guns: unitName(scenario, call.unit),
      observer: unitName(scenario, call.observer),
    });
  if (calls.length < 2) return null;
  return (
    <label class="field">
      <span class="quiet">{text('ui.forecast.calls')}</span>
      <select
        value={calls.findIndex(
          (call) => call.unit === order.unit && call.observer === order.observer && call.task === order.task,
        )}
        onChange={(event) => {
          const chosen = calls[Number(event.currentTarget.value)];
          if (chosen !== undefined) controller.send({ kind: 'propose', order: chosen });
        }}
      >
        {calls.map((call, index) => (
          <option key={`${call.unit} ${call.observer} ${call.task}`} value={index}>
            {words(call)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Longer fire costs time that would be left for firing back. */
function LengthChooser(props: { readonly controller: Controller; readonly target: number; readonly minutes: number }) {
  const { controller, target, minutes } = props;
  const lengths = controller.options.value.fires.get(target) ?? [];
  if (lengths.length < 2) return null;
  return (
    <fieldset class="segments">
      <legend>{text('ui.forecast.length')}</legend>
      {lengths.map((length) => (
        <label key={length} class="segment">
          <input
            type="radio"
            name="length"
            checked={length === minutes}
            onChange={() => controller.send({ kind: 'fireMinutes', minutes: length })}
          />
          <span>{text('ui.minutes.short', { minutes: length })}</span>
        </label>
      ))}
    </fieldset>
  );
}

function AssaultBody(props: {
  readonly controller: Controller;
  readonly order: Order;
  readonly forecast: ForecastOf<'assault'>;
}) {
  const { controller, order, forecast } = props;
  return (
    <>
      <div class="outcomes" role="group" aria-label={text('ui.forecast.outcomes')}>
        {ASSAULT_OUTCOMES.map((outcome) => (
          <Bar
            key={outcome}
            label={text(`ui.outcome.${outcome}`)}
            share={forecast.chances[outcome]}
            words={percentText(forecast.chances[outcome])}
            tone={outcome === 'taken' || outcome === 'overrun' ? 'good' : 'plain'}
          />
        ))}
      </div>
      <SpreadRow label={text('ui.forecast.ownMen')} spread={forecast.ownMen} unit={text('ui.men.word')} />
      <SpreadRow label={text('ui.forecast.enemyMen')} spread={forecast.enemyMen} unit={text('ui.men.word')} />
      <p class="quiet">{text('ui.forecast.ratio', { ratio: forecast.ratio.toFixed(1) })}</p>
      {order.kind === 'assault' && (
        <Assaulters controller={controller} units={order.units} minutes={forecast.minutes} />
      )}
      <Threats controller={controller} threats={forecast.threats} />
      <Arithmetic factors={forecast.factors} />
    </>
  );
}

/** Who goes in: all who can, unless a box is cleared. */
function Assaulters(props: {
  readonly controller: Controller;
  readonly units: readonly UnitId[];
  readonly minutes: readonly number[];
}) {
  const { controller, units, minutes } = props;
  const { scenario } = controller.view.value;
  const isProposed = controller.hand.value.proposal !== null;
  return (
    <fieldset class="takers" disabled={!isProposed}>
      <legend>{text('ui.forecast.takePart')}</legend>
      {controller.assaulters.value.map((id) => {
        const place = units.indexOf(id);
        return (
          <label key={id} class="check">
            <input
              type="checkbox"
              checked={place !== -1}
              onChange={() => controller.send({ kind: 'takePart', unit: id })}
            />
            <span>{unitName(scenario, id)}</span>
            <span class="quiet number">
              {place === -1 ? '' : text('ui.minutes.short', { minutes: Math.round(minutes[place] ?? 0) })}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

function Threats({ controller, threats }: { readonly controller: Controller; readonly threats: readonly Threat[] }) {
  const { scenario, observation } = controller.view.value;
  if (threats.length === 0) return null;
  return (
    <div class="threats">
      <h3>{text('ui.forecast.threats')}</h3>
      <ul>
        {threats.map((threat) => {
          const contact = observation.contacts.find((one) => one.id === threat.contact);
          return (
            <li key={threat.contact}>
              <button type="button" class="link" onClick={() => controller.centreOn(threat.hex)}>
                {contact === undefined ? text('ui.contact.suspected') : contactName(scenario, contact)}
              </button>
              <span class="quiet"> {hexText(scenario, threat.hex)}</span>
              <span class="number">
                {' '}
                {text('ui.forecast.about', { men: Math.round(threat.expectedMen * 10) / 10 })}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
