/** Always in view: the hour and what can be seen by it, who holds the objectives, the points. */
import { clockText } from '../../battle/wording.ts';
import type { ComponentChildren } from 'preact';
import type { Observation } from '../../model/observation.ts';
import type { Scenario } from '../../model/scenario.ts';
import { worthOf } from '../../rules/objectives.ts';
import { SIDES } from '../../model/side.ts';
import { dateText, sideName } from './describe.ts';
import { SideMark } from './parts.tsx';
import { countText, text } from './text.ts';

export interface TopBarProps {
  readonly scenario: Scenario;
  readonly observation: Observation;
  readonly onObjective: (hex: number) => void;
  readonly children?: ComponentChildren;
}

export function TopBar({ scenario, observation, onObjective, children }: TopBarProps) {
  return (
    <header class="top-bar panel" data-region tabIndex={-1} aria-label={text('ui.region.top')}>
      <ClockFace scenario={scenario} observation={observation} />
      <ul class="objective-chips" aria-label={text('ui.panel.objectives')}>
        {scenario.objectives.map((objective, index) => {
          const holder = observation.holders[index] ?? null;
          return (
            <li key={objective.id}>
              <button
                type="button"
                class="chip"
                data-side={holder ?? 'none'}
                title={text('ui.objective.chip', {
                  name: objective.names.en,
                  holder: holder === null ? text('ui.side.nobody') : sideName(holder),
                  points: countText('ui.points', objective.points),
                })}
                onClick={() => onObjective(objective.hex)}
              >
                <SideMark side={holder} />
                <span class="chip-name">{objective.names.en}</span>
                <span class="chip-points">
                  {objective.points}
                  <span class="hidden-words"> {text('ui.points.word')}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <Score scenario={scenario} observation={observation} />
      {children}
    </header>
  );
}

function ClockFace({ scenario, observation }: { readonly scenario: Scenario; readonly observation: Observation }) {
  const { clock } = scenario;
  return (
    <section class="clock" aria-label={text('ui.region.clock')}>
      <p class="clock-hour">
        <time dateTime={clockText(observation.minute)}>{clockText(observation.minute)}</time>
        <span class="clock-light">
          {text(`ui.light.${observation.light}`)}, {text(`ui.weather.${observation.weather}`)}
        </span>
      </p>
      <p class="clock-date">
        <span class="clock-day">{dateText(clock.date, observation.minute)}</span>
        <span>{text('ui.clock.turn', { turn: Math.min(observation.turn, clock.turns), turns: clock.turns })}</span>
      </p>
    </section>
  );
}

/** Points for objectives as they are believed to be held now; losses are counted at the end. */
export function Score({ scenario, observation }: { readonly scenario: Scenario; readonly observation: Observation }) {
  return (
    <dl class="score" aria-label={text('ui.score.label')} title={text('ui.score.hint')}>
      {SIDES.map((side) => (
        <div key={side} data-side={side}>
          <dt>
            <SideMark side={side} />
          </dt>
          <dd>{pointsHeld(scenario, observation, side)}</dd>
        </div>
      ))}
    </dl>
  );
}

function pointsHeld(scenario: Scenario, observation: Observation, side: Observation['side']): number {
  return scenario.objectives.reduce(
    (sum, _, index) =>
      observation.holders[index] === side ? sum + worthOf(scenario, observation.affairs, index) : sum,
    0,
  );
}
