/** The unit in hand: who it is, how it is, what it carries, what it does when fired at, and where we know that from. */
import { directionText, hexText, nameOf } from '../../battle/wording.ts';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Scenario } from '../../model/scenario.ts';
import { FIRE_POLICIES, type FirePolicy, type StandingOrder, type Unit, type UnitCard } from '../../model/unit.ts';
import { isRiding } from '../../rules/rides.ts';
import { hasGuns } from '../../rules/roster.ts';
import { manHoursAt } from '../../rules/works.ts';
import { worksOf } from './told.ts';
import type { Controller } from './controller.ts';
import { findCard, isOnMap, percentText, unitName } from './describe.ts';
import { EngineerFacts } from './engineer-facts.tsx';
import { GunFacts } from './gun-facts.tsx';
import { HeartFacts } from './heart-facts.tsx';
import { SupplyFacts } from './supply-facts.tsx';
import { MoreMenu } from './more-menu.tsx';
import { OrderButtons } from './order-buttons.tsx';
import { Bar, Disclosure, Fact, Source, UnitSymbol } from './parts.tsx';
import { text } from './text.ts';
import { CraftFacts } from './water-facts.tsx';

export function UnitPanel({ controller }: { readonly controller: Controller }) {
  const { scenario } = controller.view.value;
  const unit = controller.unit.value;
  const card = unit === undefined ? undefined : findCard(scenario, unit.id);
  const [isOpen, setOpen] = useState(false);
  const scroll = useRef<HTMLDivElement>(null);
  // Another unit is read from its name on.
  useEffect(() => scroll.current?.scrollTo(0, 0), [unit?.id]);
  if (unit === undefined || card === undefined) return <NoUnit controller={controller} />;
  return (
    <section class="unit-panel panel" data-region data-open={isOpen} tabIndex={-1} aria-label={text('ui.region.unit')}>
      <StackChooser controller={controller} unit={unit} />
      <div class="unit-scroll" ref={scroll}>
        <UnitHead card={card} unit={unit} />
        <OrderButtons controller={controller} unit={unit} card={card} />
        <MoreMenu controller={controller} />
        <button type="button" class="sheet-handle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {text(isOpen ? 'ui.unit.less' : 'ui.unit.more')}
        </button>
        <div class="unit-more">
          <UnitState controller={controller} card={card} unit={unit} />
          <PolicyChooser controller={controller} unit={unit} />
          <Weapons scenario={scenario} card={card} unit={unit} />
          <Disclosure summary={text('ui.unit.source')}>
            <Source cited={card} />
          </Disclosure>
        </div>
      </div>
    </section>
  );
}

function standingText(scenario: Scenario, standing: StandingOrder): string {
  if (standing.kind === 'goTo') return text('ui.standing.goTo', { hex: hexText(scenario, standing.to) });
  if (standing.kind === 'follow') return text('ui.standing.follow', { leader: unitName(scenario, standing.leader) });
  if (standing.kind === 'work') return nameOf('work', standing.work);
  return text(`ui.standing.${standing.kind}`);
}

function NoUnit({ controller }: { readonly controller: Controller }) {
  const idle = controller.idle.value.length;
  return (
    <section class="unit-panel unit-panel-empty panel" data-region tabIndex={-1} aria-label={text('ui.region.unit')}>
      <p>{text('ui.unit.none')}</p>
      {idle > 0 && (
        <button type="button" class="button" onClick={() => controller.command({ kind: 'next' })}>
          {text('ui.key.next')} <kbd aria-hidden="true">N</kbd>
        </button>
      )}
    </section>
  );
}

function UnitHead({ card, unit }: { readonly card: UnitCard; readonly unit: Unit }) {
  return (
    <header class="unit-head" data-side={card.side}>
      <UnitSymbol branch={card.branch} side={card.side} />
      <div>
        <h2>{card.names.en}</h2>
        <p class="quiet">
          {text(`ui.branch.${card.branch}`)}, {text(`ui.echelon.${card.echelon}`)}
          {card.commander === undefined ? '' : ` · ${card.commander}`}
        </p>
      </div>
      <Bar
        label={text('ui.unit.time')}
        share={unit.minutesLeft / Math.max(1, unit.minutesGiven)}
        words={timeText(unit)}
        tone="time"
      />
    </header>
  );
}

function timeText({ minutesLeft, owedMinutes }: Unit): string {
  const minutes = Math.round(minutesLeft);
  return owedMinutes === undefined
    ? text('ui.minutes', { minutes })
    : text('ui.unit.owes', { minutes, owed: Math.round(owedMinutes) });
}

function StackChooser({ controller, unit }: { readonly controller: Controller; readonly unit: Unit }) {
  const { scenario, observation } = controller.view.value;
  const here = isOnMap(unit) ? observation.units.filter((one) => one.at === unit.at) : [];
  if (here.length < 2) return null;
  return (
    <div class="stack" role="group" aria-label={text('ui.stack.label')}>
      {here.map((one) => {
        const card = findCard(scenario, one.id);
        if (card === undefined) return null;
        return (
          <button
            key={one.id}
            type="button"
            class="stack-tab"
            aria-pressed={one.id === unit.id}
            title={card.names.en}
            aria-label={text('ui.stack.unit', { name: card.names.en, minutes: Math.round(one.minutesLeft) })}
            onClick={() => controller.send({ kind: 'select', unit: one.id })}
          >
            <UnitSymbol branch={card.branch} side={card.side} />
            <span>{card.label}</span>
          </button>
        );
      })}
    </div>
  );
}

function UnitState({
  controller,
  card,
  unit,
}: {
  readonly controller: Controller;
  readonly card: UnitCard;
  readonly unit: Unit;
}) {
  const { scenario, observation } = controller.view.value;
  const manHours = isOnMap(unit) ? manHoursAt(observation.works, unit.at) : 0;
  const works = isOnMap(unit) ? worksOf(observation, unit.at, manHours) : 'halted';
  return (
    <>
      <Bar
        label={text('ui.unit.men')}
        share={card.men > 0 ? unit.men / card.men : 0}
        words={text('ui.unit.menOf', { men: unit.men, came: card.men })}
      />
      <Bar
        label={text('ui.unit.suppression')}
        share={unit.suppression}
        words={percentText(unit.suppression)}
        tone="harm"
      />
      <dl class="facts">
        <Fact name={text('ui.unit.cohesion')}>
          <span class="cohesion" data-cohesion={unit.cohesion}>
            {text(`ui.cohesion.${unit.cohesion}`)}
          </span>
        </Fact>
        <Fact name={text('ui.unit.posture')}>
          {text(`ui.posture.${unit.posture}`)}
          {hasGuns(card) ? `, ${text(`ui.gunState.${unit.gunState}`)}` : ''}
          {isRiding(card, unit) ? `, ${nameOf('saddle', 'mounted')}` : ''}
          {unit.onWheels ? `, ${nameOf('saddle', 'wheels')}` : ''}
          {unit.ridesAt === undefined ? '' : `, ${text('ui.unit.ridesAt', { hex: hexText(scenario, unit.ridesAt) })}`}
        </Fact>
        <Fact name={text('ui.unit.works')}>{text(`ui.works.${works}`)}</Fact>
        {unit.killed + unit.wounded + unit.missing + unit.captured > 0 && (
          <Fact name={text('ui.unit.losses')}>
            {text('ui.unit.lossesOf', {
              killed: unit.killed,
              wounded: unit.wounded,
              missing: unit.missing + unit.captured,
            })}
          </Fact>
        )}
        {unit.fallenOut !== undefined && (
          <Fact name={text('ui.unit.fallenOut')}>
            {unit.fallenOut
              .map(({ hex, vehicles }) => text('ui.unit.fallenOutAt', { vehicles, hex: hexText(scenario, hex) }))
              .join(', ')}
          </Fact>
        )}
        {card.vehicles > 0 && (
          <Fact name={text('ui.unit.vehicles')}>
            {text('ui.unit.menOf', { men: unit.vehicles, came: card.vehicles })}
            {card.vehicle === undefined ? '' : ` ${scenario.vehicles.get(card.vehicle)?.names.en ?? ''}`}
            {unit.writtenOff === undefined ? '' : `, ${text('ui.unit.writtenOff', { vehicles: unit.writtenOff })}`}
          </Fact>
        )}
        {unit.facing !== undefined && <Fact name={text('ui.unit.facing')}>{directionText(scenario, unit.facing)}</Fact>}
        {unit.bottles !== undefined && <Fact name={text('ui.unit.bottles')}>{unit.bottles}</Fact>}
        {unit.charges !== undefined && <Fact name={text('ui.unit.charges')}>{unit.charges}</Fact>}
        <CraftFacts scenario={scenario} card={card} unit={unit} />
        {isOnMap(unit) && <Fact name={text('ui.hex.word')}>{hexText(scenario, unit.at)}</Fact>}
        {card.parent !== undefined && <Fact name={text('ui.unit.parent')}>{unitName(scenario, card.parent)}</Fact>}
        <HeartFacts scenario={scenario} observation={observation} card={card} unit={unit} />
        <SupplyFacts scenario={scenario} observation={observation} card={card} unit={unit} />
        <GunFacts scenario={scenario} unit={unit} />
        <EngineerFacts scenario={scenario} unit={unit} />
        {unit.flares > 0 && <Fact name={text('ui.unit.flares')}>{unit.flares}</Fact>}
        {unit.guarding !== undefined && <Fact name={text('ui.unit.guarding')}>{unit.guarding}</Fact>}
        {card.offMap !== undefined && (
          <Fact name={text('ui.unit.missions')}>
            {text('ui.unit.menOf', { men: unit.missions, came: card.offMap.missions })}
          </Fact>
        )}
        {unit.standing !== undefined && (
          <Fact name={text('ui.unit.standing')}>
            {standingText(scenario, unit.standing)}{' '}
            <button
              type="button"
              class="link"
              onClick={() => controller.give({ kind: 'standing', unit: unit.id, standing: null })}
            >
              {text('ui.standing.cancel')}
            </button>
          </Fact>
        )}
      </dl>
    </>
  );
}

function PolicyChooser({ controller, unit }: { readonly controller: Controller; readonly unit: Unit }) {
  const choose = (policy: FirePolicy): void => {
    if (policy !== unit.policy) controller.give({ kind: 'policy', unit: unit.id, policy });
  };
  return (
    <fieldset class="segments">
      <legend>
        {text('ui.order.policy')} <kbd aria-hidden="true">P</kbd>
      </legend>
      {FIRE_POLICIES.map((policy) => (
        <label key={policy} class="segment" title={text(`ui.policy.${policy}.hint`)}>
          <input
            type="radio"
            name="policy"
            value={policy}
            checked={unit.policy === policy}
            onChange={() => choose(policy)}
          />
          <span>{text(`ui.policy.${policy}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Weapons({
  scenario,
  card,
  unit,
}: {
  readonly scenario: Scenario;
  readonly card: UnitCard;
  readonly unit: Unit;
}) {
  if (card.armaments.length === 0) return null;
  return (
    <table class="weapons">
      <caption>{text('ui.weapons.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('ui.weapons.type')}</th>
          <th scope="col" class="number">
            {text('ui.weapons.pieces')}
          </th>
          <th scope="col" class="number">
            {text('ui.weapons.rounds')}
          </th>
        </tr>
      </thead>
      <tbody>
        {card.armaments.map(({ weapon, count }, index) => {
          const kind = scenario.weapons.get(weapon);
          const rounds = unit.rounds[index] ?? 0;
          const carried = count * (kind?.carriedRounds ?? 0);
          return (
            <tr key={weapon} data-low={carried > 0 && rounds < carried / 4}>
              <th scope="row" title={kind === undefined ? '' : text('ui.weapons.reach', { metres: kind.reachMetres })}>
                {kind?.names.en ?? weapon}
              </th>
              <td class="number">{unit.pieces[index] ?? 0}</td>
              <td class="number">{rounds.toLocaleString('en')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
