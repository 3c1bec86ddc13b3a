/** Before a battle: which side one takes, who plays the other, the seed; the briefing and who is there, with sources. */
import { clockText, hexText } from '../../battle/wording.ts';
import { useState } from 'preact/hooks';
import type { Scenario } from '../../model/scenario.ts';
import { type BySide, opponentOf, type Side } from '../../model/side.ts';
import type { UnitCard } from '../../model/unit.ts';
import { dateText, sideName } from '../hud/describe.ts';
import { GradeBadge, SideMark, Source, UnitSymbol } from '../hud/parts.tsx';
import { countText, text } from '../hud/text.ts';
import { listTops } from '../hud/units-panel.tsx';
import { Backdrop } from './backdrop.tsx';

interface SetupChoice {
  readonly seed: string;
  readonly players: BySide<string>;
}

export interface SetupProps {
  readonly scenario: Scenario;
  readonly proposedSeed: string;
  readonly newSeed: () => string;
  readonly onBegin: (choice: SetupChoice) => void;
  readonly onBack: () => void;
}

const SEATS = ['soviet', 'japanese', 'both'] as const;
type Seat = (typeof SEATS)[number];

function playersFor(seat: Seat): BySide<string> {
  if (seat === 'both') return { soviet: 'person', japanese: 'person' };
  return { soviet: seat === 'soviet' ? 'person' : 'ensign', japanese: seat === 'japanese' ? 'person' : 'ensign' };
}

export function Setup({ scenario, proposedSeed, newSeed, onBegin, onBack }: SetupProps) {
  const [seat, setSeat] = useState<Seat>('soviet');
  const [seed, setSeed] = useState(proposedSeed);
  const briefed = scenario.briefings.filter((briefing) => seat === 'both' || briefing.side === seat);
  const begin = (): void => onBegin({ seed: seed.trim() === '' ? newSeed() : seed.trim(), players: playersFor(seat) });
  return (
    <main class="page setup-page">
      <Backdrop relief={scenario.map.relief} />
      <header class="page-head">
        <button type="button" class="button" onClick={onBack}>
          ← {text('ui.back')}
        </button>
        <div>
          <p class="eyebrow">
            {dateText(scenario.clock.date, scenario.clock.startMinute)}, {clockText(scenario.clock.startMinute)}{' '}
            {scenario.clock.zone}
          </p>
          <h1>{scenario.names.en}</h1>
        </div>
      </header>
      <div class="setup-columns">
        <form
          class="sheet setup-form"
          onSubmit={(event) => {
            event.preventDefault();
            begin();
          }}
        >
          <fieldset class="seats">
            <legend>{text('ui.setup.side')}</legend>
            {SEATS.map((one) => (
              <label key={one} class="seat" data-side={one}>
                <input type="radio" name="seat" value={one} checked={seat === one} onChange={() => setSeat(one)} />
                <span class="seat-words">
                  <strong>{one === 'both' ? text('ui.setup.hotSeat') : sideName(one)}</strong>
                  <span class="quiet">{text(`ui.setup.${one}`)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          {seat !== 'both' && (
            <label class="field">
              <span>{text('ui.setup.opponent', { side: sideName(opponentOf(seat)) })}</span>
              <select>
                <option value="ensign">{text('ui.player.ensign')}</option>
              </select>
            </label>
          )}
          <label class="field">
            <span>{text('ui.setup.seed')}</span>
            <span class="field-row">
              <input
                type="text"
                value={seed}
                maxLength={60}
                autocomplete="off"
                spellcheck={false}
                aria-describedby="seed-hint"
                onInput={(event) => setSeed(event.currentTarget.value)}
              />
              <button type="button" class="button" onClick={() => setSeed(newSeed())}>
                {text('ui.setup.otherSeed')}
              </button>
            </span>
            <span id="seed-hint" class="quiet">
              {text('ui.setup.seedHint')}
            </span>
          </label>
          <button type="submit" class="button button-main button-large">
            {text('ui.setup.begin')}
          </button>
        </form>
        <section class="sheet briefing" aria-labelledby="briefing-title">
          <h2 id="briefing-title">{text('ui.setup.briefing')}</h2>
          <div class="briefing-columns">
            <div class="briefing-words">
              {briefed.map((briefing) => (
                <div key={briefing.side}>
                  <h3>
                    <SideMark side={briefing.side} />
                  </h3>
                  {briefing.text.split('\n\n').map((paragraph) => (
                    <p key={paragraph}>{paragraph}</p>
                  ))}
                </div>
              ))}
            </div>
            <div class="briefing-facts">
              <h3>{text('ui.panel.objectives')}</h3>
              <ul class="objectives">
                {scenario.objectives.map((objective) => (
                  <li key={objective.id}>
                    <span>
                      {objective.names.en} <span class="quiet">{hexText(scenario, objective.hex)}</span>
                    </span>
                    <SideMark side={objective.holder} />
                    <span class="number">{countText('ui.points', objective.points)}</span>
                    <GradeBadge cited={objective} />
                  </li>
                ))}
              </ul>
              <Source cited={scenario} />
            </div>
          </div>
        </section>
        {(seat === 'both' ? (['soviet', 'japanese'] as const) : [seat, opponentOf(seat)]).map((side) => (
          <OrderOfBattle key={side} scenario={scenario} side={side} />
        ))}
      </div>
    </main>
  );
}

/** Who was there according to the sources: what a player of the day could read afterwards, and no secret here. */
function OrderOfBattle({ scenario, side }: { readonly scenario: Scenario; readonly side: Side }) {
  const cards = scenario.cards.filter((card) => card.side === side);
  const men = cards.reduce((sum, card) => sum + card.men, 0);
  return (
    <section class="sheet order-of-battle" aria-labelledby={`oob-${side}`}>
      <h2 id={`oob-${side}`}>
        <SideMark side={side} />
      </h2>
      <p class="quiet">{text('ui.setup.strength', { units: cards.length, men })}</p>
      <Cards cards={cards} parents={listTops(cards)} />
    </section>
  );
}

function Cards({ cards, parents }: { readonly cards: readonly UnitCard[]; readonly parents: readonly UnitCard[] }) {
  return (
    <ul class="tree">
      {parents.map((card) => {
        const under = cards.filter((one) => one.parent === card.id);
        return (
          <li key={card.id}>
            <details class="card-line">
              <summary>
                <UnitSymbol branch={card.branch} side={card.side} />
                <span>
                  {card.names.en}
                  <span class="quiet">
                    {' '}
                    {countText('ui.men', card.men)}
                    {card.commander === undefined ? '' : `, ${card.commander}`}
                  </span>
                </span>
                <GradeBadge cited={card} />
              </summary>
              <p class="source">{card.source}</p>
            </details>
            {under.length > 0 && <Cards cards={cards} parents={under} />}
          </li>
        );
      })}
    </ul>
  );
}
