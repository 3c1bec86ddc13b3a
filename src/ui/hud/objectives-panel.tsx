/** What is fought for: each objective with its holder and points, the levels of victory, what losses cost. */
import { hexText } from '../../battle/wording.ts';
import type { Controller } from './controller.ts';
import { sideName } from './describe.ts';
import { GradeBadge, SideMark } from './parts.tsx';
import { countText, text } from './text.ts';
import { Score } from './top-bar.tsx';

export function ObjectivesPanel({ controller }: { readonly controller: Controller }) {
  const { scenario, observation } = controller.view.value;
  const { victory } = scenario;
  return (
    <>
      <ul class="objectives">
        {scenario.objectives.map((objective, index) => (
          <li key={objective.id}>
            <button type="button" class="row" onClick={() => controller.centreOn(objective.hex)}>
              <span>
                {objective.names.en}
                <span class="quiet"> {hexText(scenario, objective.hex)}</span>
              </span>
              <SideMark side={observation.holders[index] ?? null} />
              <span class="number">{countText('ui.points', objective.points)}</span>
            </button>
            <GradeBadge cited={objective} />
          </li>
        ))}
      </ul>
      <Score scenario={scenario} observation={observation} />
      <h3>{text('ui.objectives.levels')}</h3>
      <p>{text('ui.objectives.margin', { minor: victory.minor, major: victory.major, decisive: victory.decisive })}</p>
      {scenario.lossClauses.map((clause) => (
        <p key={clause.side}>
          {text('ui.objectives.losses', { side: sideName(clause.side), men: clause.men, free: clause.freeMen })}
        </p>
      ))}
      <h3>{text('ui.objectives.limits')}</h3>
      <ul class="limits">
        {scenario.limits.map((limit, index) => (
          <li key={index}>
            {text(`ui.limit.${limit.kind}`, { side: sideName(limit.side) })} <GradeBadge cited={limit} />
          </li>
        ))}
      </ul>
    </>
  );
}
