/** The order of battle as a tree: each headquarters with those who answer to it, how they are and what time they have. */
import { findSupplyOutlook } from '../../battle/supply-line.ts';
import { hexText } from '../../battle/wording.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Unit, UnitCard } from '../../model/unit.ts';
import type { Controller } from './controller.ts';
import { findUnit, isOnMap, percentText } from './describe.ts';
import { FlightsList } from './flights-list.tsx';
import { ContactLine } from './inspector.tsx';
import { UnitSymbol } from './parts.tsx';
import { countText, text } from './text.ts';

export function UnitsPanel({ controller }: { readonly controller: Controller }) {
  const { scenario, side, observation } = controller.view.value;
  const cards = scenario.cards.filter((card) => card.side === side);
  const supply = findSupplyOutlook(scenario, observation);
  return (
    <>
      {supply !== undefined && (
        <p class="quiet">
          {text('ui.units.supply', {
            units: supply.units,
            beyond: supply.beyondReach.length,
            wanting: supply.wanting.length,
          })}
        </p>
      )}
      <Branch controller={controller} cards={cards} parents={listTops(cards)} />
      <FlightsList controller={controller} />
      <h3>{text('ui.units.enemies')}</h3>
      {observation.contacts.length === 0 && <p class="quiet">{text('ui.units.noContacts')}</p>}
      <ul class="contacts">
        {observation.contacts.map((contact) => (
          <li key={contact.id}>
            <button
              type="button"
              class="row"
              onClick={() => {
                controller.send({ kind: 'inspect', hex: contact.hex });
                controller.centreOn(contact.hex);
              }}
            >
              <ContactLine scenario={scenario} observation={observation} contact={contact} />
              <span class="quiet number">{hexText(scenario, contact.hex)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Those whose headquarters is not among the cards. */
export function listTops(cards: readonly UnitCard[]): readonly UnitCard[] {
  return cards.filter((card) => !cards.some((one) => one.id === card.parent));
}

function Branch(props: {
  readonly controller: Controller;
  readonly cards: readonly UnitCard[];
  readonly parents: readonly UnitCard[];
}) {
  const { controller, cards, parents } = props;
  return (
    <ul class="tree">
      {parents.map((card) => {
        const under = cards.filter((one) => one.parent === card.id);
        return (
          <li key={card.id}>
            <UnitRow controller={controller} card={card} />
            {under.length > 0 && <Branch controller={controller} cards={cards} parents={under} />}
          </li>
        );
      })}
    </ul>
  );
}

function UnitRow({ controller, card }: { readonly controller: Controller; readonly card: UnitCard }) {
  const { scenario, observation } = controller.view.value;
  const unit = findUnit(observation, card.id);
  if (unit === undefined) return null;
  return (
    <button
      type="button"
      class="row"
      data-gone={unit.at === 'gone'}
      aria-current={controller.hand.value.selected === card.id}
      onClick={() => controller.select(card.id)}
    >
      <UnitSymbol branch={card.branch} side={card.side} />
      <span>
        {card.names.en}
        <span class="quiet"> {stateText(scenario, unit)}</span>
      </span>
      <span class="quiet number">
        {isOnMap(unit) ? text('ui.minutes.short', { minutes: Math.round(unit.minutesLeft) }) : ''}
      </span>
    </button>
  );
}

function stateText(scenario: Scenario, unit: Unit): string {
  if (!isOnMap(unit))
    return unit.at === 'toArrive'
      ? arrivalText(scenario, unit)
      : text(`ui.at.${unit.at as 'offMap' | 'aboard' | 'left' | 'gone'}`);
  const parts = [hexText(scenario, unit.at), countText('ui.men', unit.men), text(`ui.cohesion.${unit.cohesion}`)];
  if (unit.suppression >= 0.05) parts.push(text('ui.unit.suppressed', { share: percentText(unit.suppression) }));
  return parts.join(', ');
}

function arrivalText(scenario: Scenario, unit: Unit): string {
  const turn = scenario.deployments.find((one) => one.unit === unit.id)?.arrival?.turn;
  return turn === undefined ? text('ui.at.toArrive') : text('ui.at.turn', { turn });
}
