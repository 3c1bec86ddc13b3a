/** The controls of a replay: where it is, how one gets elsewhere, how fast it runs, and through whose eyes it is seen. */
import type { Signal } from '@preact/signals';
import { clockText } from '../../battle/wording.ts';
import type { Minutes } from '../../model/clock.ts';
import { sideName } from '../hud/describe.ts';
import { changeSettings, settings } from '../hud/settings.ts';
import { text, type TextKey } from '../hud/text.ts';
import {
  lookAs,
  type Moment,
  moveTo,
  type PointOfView,
  type ReplayCursor,
  stepBack,
  stepForward,
  toFirst,
  toLast,
  turnBack,
  turnForward,
} from '../session/replay-cursor.ts';
import { ANIMATION_SPEEDS } from '../session/settings.ts';

export type Step = (from: ReplayCursor) => ReplayCursor;

const STEPS: readonly { readonly label: TextKey; readonly sign: string; readonly to: Step }[] = [
  { label: 'ui.replay.first', sign: '|◀', to: toFirst },
  { label: 'ui.replay.turnBack', sign: '◀◀', to: turnBack },
  { label: 'ui.replay.stepBack', sign: '◀', to: stepBack },
  { label: 'ui.replay.stepForward', sign: '▶', to: stepForward },
  { label: 'ui.replay.turnForward', sign: '▶▶', to: turnForward },
  { label: 'ui.replay.last', sign: '▶|', to: toLast },
];

export interface TransportProps {
  readonly moment: Moment;
  readonly hour: Minutes;
  readonly cursor: Signal<ReplayCursor>;
  readonly isRunning: Signal<boolean>;
  readonly go: (step: Step) => void;
}

export function Transport({ moment, hour, cursor, isRunning, go }: TransportProps) {
  return (
    <section class="transport panel" aria-label={text('ui.replay.transport')}>
      <Scrubber moment={moment} hour={hour} onMove={(wanted) => go((from) => moveTo(from, wanted))} />
      <div class="transport-row">
        <TransportButtons isRunning={isRunning} go={go} />
        <output class="transport-at number">
          {moment.position} / {moment.positions}
        </output>
        <SpeedChooser />
        <EyesChooser cursor={cursor} />
      </div>
    </section>
  );
}

function Scrubber(props: {
  readonly moment: Moment;
  readonly hour: Minutes;
  readonly onMove: (position: number) => void;
}) {
  const { moment, hour, onMove } = props;
  return (
    <input
      type="range"
      class="scrubber"
      min={0}
      max={moment.positions}
      value={moment.position}
      aria-label={text('ui.replay.position')}
      aria-valuetext={text('ui.replay.at', {
        at: moment.position,
        of: moment.positions,
        hour: clockText(hour),
      })}
      onInput={(event) => onMove(Number(event.currentTarget.value))}
    />
  );
}

function TransportButtons(props: { readonly isRunning: Signal<boolean>; readonly go: (step: Step) => void }) {
  const { isRunning, go } = props;
  return (
    <>
      {STEPS.slice(0, 3).map((step) => (
        <TransportButton key={step.label} step={step} onPress={() => go(step.to)} />
      ))}
      <button
        type="button"
        class="button button-main transport-play"
        onClick={() => {
          isRunning.value = !isRunning.peek();
        }}
      >
        {text(isRunning.value ? 'ui.film.pause' : 'ui.replay.play')}
      </button>
      {STEPS.slice(3).map((step) => (
        <TransportButton key={step.label} step={step} onPress={() => go(step.to)} />
      ))}
    </>
  );
}

function SpeedChooser() {
  return (
    <label class="speed">
      <span class="hidden-words">{text('ui.settings.speed')}</span>
      <select
        value={settings.value.animationSpeed}
        onChange={(change) =>
          changeSettings({
            animationSpeed: ANIMATION_SPEEDS.find((one) => String(one) === change.currentTarget.value) ?? 1,
          })
        }
      >
        {ANIMATION_SPEEDS.map((speed) => (
          <option key={speed} value={speed}>
            {text('ui.settings.times', { speed })}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Through whose eyes, where there is a choice. */
function EyesChooser({ cursor }: { readonly cursor: Signal<ReplayCursor> }) {
  if (cursor.value.pointsOfView.length < 2) return null;
  return (
    <label class="speed">
      <span class="hidden-words">{text('ui.replay.eyes')}</span>
      <select
        value={cursor.value.pointOfView}
        onChange={(change) => {
          const wanted = cursor.peek().pointsOfView.find((one) => one === change.currentTarget.value);
          if (wanted !== undefined) cursor.value = lookAs(cursor.peek(), wanted);
        }}
      >
        {cursor.value.pointsOfView.map((eyes) => (
          <option key={eyes} value={eyes}>
            {eyesText(eyes)}
          </option>
        ))}
      </select>
    </label>
  );
}

function TransportButton({ step, onPress }: { readonly step: (typeof STEPS)[number]; readonly onPress: () => void }) {
  return (
    <button type="button" class="tool" title={text(step.label)} aria-label={text(step.label)} onClick={onPress}>
      {step.sign}
    </button>
  );
}

const eyesText = (eyes: PointOfView): string =>
  eyes === 'both' ? text('ui.replay.both') : text('ui.replay.as', { side: sideName(eyes) });
