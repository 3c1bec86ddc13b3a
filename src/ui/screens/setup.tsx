/** Before a battle: which side one takes, who plays the other, the seed; the briefing and who is there, with sources. */
import { minuteOf } from '../../rules/light.ts';
import { clockText, hexText } from '../../battle/wording.ts';
import { useState } from 'preact/hooks';
import type { Choices } from '../../model/option.ts';
import type { Briefing, Scenario } from '../../model/scenario.ts';
import { bySide, type BySide, opponentOf, type Side, SIDES } from '../../model/side.ts';
import type { UnitCard } from '../../model/unit.ts';
import { withChoices } from '../../scenario/options.ts';
import { dateText, sideName } from '../hud/describe.ts';
import { GradeBadge, SideMark, Source, UnitSymbol } from '../hud/parts.tsx';
import { countText, text } from '../hud/text.ts';
import { listTops } from '../hud/units-panel.tsx';
import { Backdrop } from './backdrop.tsx';
import { OptionFields } from './option-fields.tsx';

export interface SetupChoice {
  readonly seed: string;
  readonly players: BySide<string>;
  readonly choices: Choices;
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

/** Computer players a person may choose to fight. */
const OPPONENTS = ['ensign'] as const;
type Opponent = (typeof OPPONENTS)[number];

const playersFor = (seat: Seat, opponent: Opponent): BySide<string> =>
  bySide((side) => (seat === 'both' || seat === side ? 'person' : opponent));

export function Setup({ scenario, proposedSeed, newSeed, onBegin, onBack }: SetupProps) {
  const [seat, setSeat] = useState<Seat>('soviet');
  const [opponent, setOpponent] = useState<Opponent>(OPPONENTS[0]);
  const [seed, setSeed] = useState(proposedSeed);
  const [choices, setChoices] = useState<Choices>({});
  const chosen = withChoices(scenario, choices);
  const begin = (): void =>
    onBegin({ seed: seed.trim() === '' ? newSeed() : seed.trim(), players: playersFor(seat, opponent), choices });
  return (
    <main class="page setup-page">
      <Backdrop relief={scenario.map.relief} />
      <header class="page-head">
        <button type="button" class="button" onClick={onBack}>
          ← {text('ui.back')}
        </button>
        <div>
          <p class="eyebrow">
            {dateText(scenario.clock.date, minuteOf(scenario.clock, 1))}, {clockText(minuteOf(scenario.clock, 1))}{' '}
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
          <SeatChooser scenario={scenario} seat={seat} onSeat={setSeat} />
          {seat !== 'both' && (
            <label class="field">
              <span>{text('ui.setup.opponent', { side: sideName(opponentOf(seat)) })}</span>
              <select
                value={opponent}
                onChange={(event) => setOpponent(OPPONENTS[event.currentTarget.selectedIndex] ?? OPPONENTS[0])}
              >
                {OPPONENTS.map((one) => (
                  <option key={one} value={one}>
                    {text(`ui.player.${one}`)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <OptionFields scenario={scenario} choices={choices} onChoose={setChoices} />
          <SeedField seed={seed} onSeed={setSeed} newSeed={newSeed} />
          <button type="submit" class="button button-main button-large">
            {text('ui.setup.begin')}
          </button>
        </form>
        <BriefingSheet scenario={scenario} chosen={chosen} seat={seat} />
        {seat !== 'both' && (
          <section class="sheet own-troops">
            <OrderOfBattle scenario={chosen} side={seat} />
          </section>
        )}
      </div>
    </main>
  );
}

function SeatChooser(props: {
  readonly scenario: Scenario;
  readonly seat: Seat;
  readonly onSeat: (seat: Seat) => void;
}) {
  const { scenario, seat, onSeat } = props;
  return (
    <fieldset class="seats">
      <legend>{text('ui.setup.side')}</legend>
      {SEATS.map((one) => (
        <label key={one} class="seat" data-side={one}>
          <input type="radio" name="seat" value={one} checked={seat === one} onChange={() => onSeat(one)} />
          <span class="seat-words">
            <strong>{one === 'both' ? text('ui.setup.hotSeat') : sideName(one)}</strong>
            <span class="quiet">{one === 'both' ? text('ui.setup.both') : taskOf(scenario, one)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function SeedField(props: {
  readonly seed: string;
  readonly onSeed: (seed: string) => void;
  readonly newSeed: () => string;
}) {
  const { seed, onSeed, newSeed } = props;
  return (
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
          onInput={(event) => onSeed(event.currentTarget.value)}
        />
        <button type="button" class="button" onClick={() => onSeed(newSeed())}>
          {text('ui.setup.otherSeed')}
        </button>
      </span>
      <span id="seed-hint" class="quiet">
        {text('ui.setup.seedHint')}
      </span>
    </label>
  );
}

/** What the side is told beforehand; both sides' words are folded away where two people share the screen. */
function BriefingSheet(props: {
  readonly scenario: Scenario;
  /** The same with what was chosen: other troops, other objectives. */
  readonly chosen: Scenario;
  readonly seat: Seat;
}) {
  const { scenario, chosen, seat } = props;
  return (
    <section class="sheet briefing" aria-labelledby="briefing-title">
      <h2 id="briefing-title">{text('ui.setup.briefing')}</h2>
      <div class="briefing-columns">
        <div class="briefing-words">
          {seat === 'both' ? (
            SIDES.map((side) => (
              <details key={side}>
                <summary>{text('ui.setup.forSide', { side: sideName(side) })}</summary>
                <BriefingWords scenario={scenario} side={side} />
                <OrderOfBattle scenario={chosen} side={side} />
              </details>
            ))
          ) : (
            <BriefingWords scenario={scenario} side={seat} />
          )}
        </div>
        <div class="briefing-facts">
          <h3>{text('ui.panel.objectives')}</h3>
          <ul class="objectives">
            {chosen.objectives.map((objective) => (
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
  );
}

const taskOf = (scenario: Scenario, side: Side): string => briefingOf(scenario, side)?.task ?? '';

const briefingOf = (scenario: Scenario, side: Side): Briefing | undefined =>
  scenario.briefings.find((briefing) => briefing.side === side);

function BriefingWords({ scenario, side }: { readonly scenario: Scenario; readonly side: Side }) {
  return (
    <div>
      <h3>
        <SideMark side={side} />
      </h3>
      {briefingOf(scenario, side)
        ?.text.split('\n\n')
        .map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
    </div>
  );
}

/** The side's own troops. The enemy's strength and places are for its own player: the sources tell where they lay. */
function OrderOfBattle({ scenario, side }: { readonly scenario: Scenario; readonly side: Side }) {
  const cards = scenario.cards.filter((card) => card.side === side);
  const men = cards.reduce((sum, card) => sum + card.men, 0);
  return (
    <div>
      <h3>{text('ui.panel.units')}</h3>
      <p class="quiet">{text('ui.setup.strength', { units: cards.length, men })}</p>
      <Cards cards={cards} parents={listTops(cards)} />
    </div>
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
