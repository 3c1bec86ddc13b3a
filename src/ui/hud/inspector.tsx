/** What lies under the pointer or the keyboard cursor: ground, height, works, wire, who is there and how we know. */
import { hexText } from '../../battle/wording.ts';
import { DIRECTION_NAMES, DIRECTIONS, type HexIndex } from '../../hex/grid.ts';
import { hexsideOf } from '../../hex/hexside.ts';
import type { ContactView } from '../../model/contact.ts';
import type { Observation } from '../../model/observation.ts';
import type { Scenario } from '../../model/scenario.ts';
import { opponentOf } from '../../model/side.ts';
import { contactName, contactNotes, findCard, percentText, steepestSlope } from './describe.ts';
import { Fact, UnitSymbol } from './parts.tsx';
import { countText, text } from './text.ts';
import { worksOf } from './told.ts';
import { WaterFacts } from './water-facts.tsx';

export interface InspectorProps {
  readonly scenario: Scenario;
  readonly observation: Observation;
  readonly hex: HexIndex | null;
  /** For the unit in hand. */
  readonly minutesTo?: number | undefined;
}

export function Inspector({ scenario, observation, hex, minutesTo }: InspectorProps) {
  if (hex === null) return null;
  const { map } = scenario;
  const manHours = observation.works.find((work) => work.hex === hex)?.manHours;
  const place = map.places.find((one) => one.hex === hex);
  const objective = scenario.objectives.find((one) => one.hex === hex);
  const wired = DIRECTIONS.filter((direction) => observation.wire.includes(hexsideOf(map.grid, hex, direction)));
  const names = DIRECTION_NAMES[map.grid.orientation];
  return (
    <aside class="inspector panel" aria-label={text('ui.region.hex')}>
      <h2>
        <span class="hex-label">{hexText(scenario, hex)}</span> {objective?.names.en ?? place?.names.en ?? ''}
      </h2>
      <p>
        {text(`ui.terrain.${map.terrain[hex] ?? 'open'}`)},{' '}
        {text('ui.hex.metres', { metres: Math.round(map.elevationMetres[hex] ?? 0) })},{' '}
        {text('ui.hex.slope', { slope: percentText(steepestSlope(map, hex)) })}
      </p>
      <dl class="facts">
        {minutesTo !== undefined && (
          <Fact name={text('ui.hex.minutes')}>{text('ui.minutes', { minutes: Math.round(minutesTo) })}</Fact>
        )}
        {manHours !== undefined && (
          <Fact name={text('ui.unit.works')}>{text(`ui.works.${worksOf(observation, hex, manHours)}`)}</Fact>
        )}
        {wired.length > 0 && (
          <Fact name={text('ui.hex.wire')}>{wired.map((side) => text(`ui.direction.${names[side]}`)).join(', ')}</Fact>
        )}
        <WaterFacts scenario={scenario} observation={observation} hex={hex} />
      </dl>
      <ul class="who">
        {observation.units
          .filter((unit) => unit.at === hex)
          .map((unit) => {
            const card = findCard(scenario, unit.id);
            return card === undefined ? null : (
              <li key={unit.id}>
                <UnitSymbol branch={card.branch} side={card.side} />
                <span>
                  {card.names.en}
                  <span class="quiet">
                    {' '}
                    {countText('ui.men', unit.men)}, {text(`ui.cohesion.${unit.cohesion}`)}
                  </span>
                </span>
              </li>
            );
          })}
        {observation.contacts
          .filter((contact) => contact.hex === hex)
          .map((contact) => (
            <li key={contact.id}>
              <ContactLine scenario={scenario} observation={observation} contact={contact} />
            </li>
          ))}
      </ul>
    </aside>
  );
}

/** One enemy as known: what, how many, how sure, since when. */
export function ContactLine(props: {
  readonly scenario: Scenario;
  readonly observation: Observation;
  readonly contact: ContactView;
}) {
  const { scenario, observation, contact } = props;
  return (
    <>
      <UnitSymbol branch={contact.branch ?? null} side={opponentOf(observation.side)} />
      <span>
        {contactName(scenario, contact)}
        <span class="quiet"> {contactNotes(observation, contact)}</span>
      </span>
    </>
  );
}
