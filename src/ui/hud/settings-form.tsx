/** How the screen behaves, for the person at it. Changes take effect at once. */
import { ANIMATION_SPEEDS, MOTIONS, RIGHT_CLICKS } from '../session/settings.ts';
import { changeQuickOrders, changeSettings, quickOrders, settings } from './settings.ts';
import { text } from './text.ts';

export function SettingsForm() {
  const now = settings.value;
  return (
    <form class="settings" onSubmit={(event) => event.preventDefault()}>
      <Choice
        name="speed"
        legend={text('ui.settings.speed')}
        values={ANIMATION_SPEEDS}
        chosen={now.animationSpeed}
        words={(speed) => text('ui.settings.times', { speed })}
        onChoose={(animationSpeed) => changeSettings({ animationSpeed })}
      />
      <Choice
        name="motion"
        legend={text('ui.settings.motion')}
        values={MOTIONS}
        chosen={now.motion}
        words={(motion) => text(`ui.motion.${motion}`)}
        onChoose={(motion) => changeSettings({ motion })}
      />
      <Choice
        name="right-click"
        legend={text('ui.settings.rightClick')}
        values={RIGHT_CLICKS}
        chosen={now.rightClick}
        words={(rightClick) => text(`ui.rightClick.${rightClick}`)}
        onChoose={(rightClick) => changeSettings({ rightClick })}
      />
      <Switch
        words={text('ui.settings.quickOrders')}
        isOn={quickOrders.value}
        onTurn={(isOn) => changeQuickOrders(isOn ? 'yes' : 'no')}
      />
      <Switch words={text('ui.key.grid')} isOn={now.showGrid} onTurn={(showGrid) => changeSettings({ showGrid })} />
      <Switch words={text('ui.key.names')} isOn={now.showNames} onTurn={(showNames) => changeSettings({ showNames })} />
    </form>
  );
}

function Choice<T extends string | number>(props: {
  readonly name: string;
  readonly legend: string;
  readonly values: readonly T[];
  readonly chosen: T;
  readonly words: (value: T) => string;
  readonly onChoose: (value: T) => void;
}) {
  return (
    <fieldset class="segments">
      <legend>{props.legend}</legend>
      {props.values.map((value) => (
        <label key={value} class="segment">
          <input
            type="radio"
            name={props.name}
            checked={value === props.chosen}
            onChange={() => props.onChoose(value)}
          />
          <span>{props.words(value)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Switch(props: { readonly words: string; readonly isOn: boolean; readonly onTurn: (isOn: boolean) => void }) {
  return (
    <label class="check">
      <input type="checkbox" checked={props.isOn} onChange={(event) => props.onTurn(event.currentTarget.checked)} />
      <span>{props.words}</span>
    </label>
  );
}
