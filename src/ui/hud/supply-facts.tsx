/** What a unit has of water, food and petrol, what a column carries, and by which way supply comes up to it. */
import { findSupplyLine } from '../../battle/supply-line.ts';
import { nameOf, weightText } from '../../battle/wording.ts';
import { SUPPLY_CLASSES } from '../../model/load.ts';
import type { Observation } from '../../model/observation.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Unit, UnitCard } from '../../model/unit.ts';
import { findFuel, isSupplied } from '../../rules/supply/fuel.ts';
import { cargoOf } from '../../rules/supply/orders.ts';
import { FULL_DAYS } from '../../rules/supply/stores.ts';
import { percentText } from './describe.ts';
import { Fact } from './parts.tsx';
import { text } from './text.ts';

interface Told {
  readonly scenario: Scenario;
  readonly observation: Observation;
  readonly card: UnitCard;
  readonly unit: Unit;
}

export function SupplyFacts({ scenario, observation, card, unit }: Told) {
  if (!isSupplied(scenario, card.side)) return null;
  const fuel = findFuel(scenario, unit);
  const first = observation.supply?.first?.includes(unit.id) ?? false;
  return (
    <>
      <Fact name={text('ui.unit.water')}>{daysText(unit.water ?? FULL_DAYS.water)}</Fact>
      <Fact name={text('ui.unit.food')}>{daysText(unit.food ?? FULL_DAYS.food)}</Fact>
      {fuel !== undefined && (
        <Fact name={text('ui.unit.fuel')}>{text('ui.unit.fuelKm', { km: Math.floor(fuel) })}</Fact>
      )}
      {card.cargo !== undefined && <Fact name={text('ui.unit.cargo')}>{cargoText(card, unit)}</Fact>}
      <Fact name={text('ui.unit.supply')}>
        {lineText(scenario, observation, unit)}
        {first ? ` ${text('ui.unit.supplyFirst')}` : ''}
      </Fact>
    </>
  );
}

const oneDecimal = (value: number): string => (Math.round(10 * value) / 10).toLocaleString('en');

const daysText = (days: number): string =>
  days > 0
    ? text('ui.unit.days', { days: oneDecimal(days) })
    : text('ui.unit.daysWithout', { days: oneDecimal(-days) });

function cargoText(card: UnitCard, unit: Unit): string {
  const cargo = cargoOf(card, unit);
  const parts = SUPPLY_CLASSES.filter((supply) => (cargo[supply] ?? 0) > 0).map(
    (supply) => `${weightText(cargo[supply] ?? 0)} ${nameOf('supply', supply)}`,
  );
  return parts.length === 0 ? text('ui.unit.empty') : parts.join(', ');
}

function lineText(scenario: Scenario, observation: Observation, unit: Unit): string {
  const line = findSupplyLine(scenario, observation, unit);
  if (line === undefined) return text('ui.unit.noSupply');
  return text('ui.unit.supplyFrom', {
    depot: line.depot.names.en,
    hours: oneDecimal(line.minutes / 60),
    tonnes: oneDecimal(line.tonnesADay),
    share: percentText(line.share),
  });
}
