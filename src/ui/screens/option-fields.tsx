/** What may be chosen before a battle, each with what the record says about it. */
import type { Choices, ScenarioOption } from '../../model/option.ts';
import type { Scenario } from '../../model/scenario.ts';
import { GradeBadge, Source } from '../hud/parts.tsx';
import { text } from '../hud/text.ts';

interface OptionFieldsProps {
  readonly scenario: Scenario;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
}

/** Nothing for a battle without options. */
export function OptionFields({ scenario, choices, onChoose }: OptionFieldsProps) {
  const options = scenario.options ?? [];
  if (options.length === 0) return null;
  return (
    <fieldset class="seats">
      <legend>{text('ui.setup.options')}</legend>
      {options.map((option) => (
        <OptionField
          key={option.id}
          option={option}
          value={choices[option.id] ?? option.default}
          onValue={(value) => onChoose({ ...choices, [option.id]: value })}
        />
      ))}
    </fieldset>
  );
}

interface OptionFieldProps {
  readonly option: ScenarioOption;
  readonly value: boolean | number;
  readonly onValue: (value: boolean | number) => void;
}

function OptionField({ option, value, onValue }: OptionFieldProps) {
  const note = `option-${option.id}`;
  return (
    <div class="field">
      <label>
        {option.kind === 'switch' ? (
          <input
            type="checkbox"
            checked={value === true}
            aria-describedby={note}
            onChange={(event) => onValue(event.currentTarget.checked)}
          />
        ) : (
          <input
            type="range"
            min={option.least}
            max={option.most}
            step={option.step}
            value={Number(value)}
            aria-describedby={note}
            onInput={(event) => onValue(event.currentTarget.valueAsNumber)}
          />
        )}{' '}
        {option.names.en}
        {option.kind === 'slider' && (
          <output> {text('ui.setup.share', { percent: Math.round(Number(value) * 100) })}</output>
        )}{' '}
        <GradeBadge cited={option} />
      </label>
      <span id={note} class="quiet">
        {option.note}
      </span>
      <Source cited={option} />
    </div>
  );
}
