/** What is fought for: each objective with its holder and points, the levels of victory, what losses cost. */
import { hexText } from '../../battle/wording.ts';
import type { Clause, KnownAffairs } from '../../model/affair.ts';
import type { Scenario } from '../../model/scenario.ts';
import { SIDES } from '../../model/side.ts';
import { incidentPoints } from '../../rules/affairs/incidents.ts';
import { isInForce } from '../../rules/limits.ts';
import { worthOf } from '../../rules/objectives.ts';
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
              <span class="number">{countText('ui.points', worthOf(scenario, observation.affairs, index))}</span>
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
      {(scenario.clauses ?? []).map((clause) => (
        <p key={clause.id}>
          {clauseText(clause)} <GradeBadge cited={clause} />
        </p>
      ))}
      <Incidents scenario={scenario} affairs={observation.affairs} />
      <h3>{text('ui.objectives.limits')}</h3>
      <ul class="limits">
        {scenario.limits
          .filter((limit) => isInForce(limit, observation))
          .map((limit, index) => (
            <li key={index}>
              {limit.kind === 'truce'
                ? text('ui.limit.truce')
                : text(`ui.limit.${limit.kind}`, { side: sideName(limit.side) })}{' '}
              <GradeBadge cited={limit} />
            </li>
          ))}
      </ul>
    </>
  );
}

/** A clause in a sentence: "The road held, Soviet: 5 points for every 100 beyond 200, at most 15." */
function clauseText({ names, side, points, per, free, most }: Clause): string {
  const figures = { what: names.en, side: sideName(side), points, per, free };
  const each = text(per === 1 ? 'ui.clause.each' : 'ui.clause.every', figures);
  const beyond = free === 0 ? '' : text('ui.clause.beyond', figures);
  return each + beyond + (most === undefined ? '' : text('ui.clause.most', { most })) + text('ui.clause.end');
}

/** How far each side has gone; nothing in battles without a ladder. */
function Incidents({ scenario, affairs }: { readonly scenario: Scenario; readonly affairs: KnownAffairs | undefined }) {
  const { incidents } = scenario;
  if (incidents === undefined) return null;
  return (
    <>
      <h3>
        {text('ui.objectives.incidents')} <GradeBadge cited={incidents} />
      </h3>
      {SIDES.map((side) => (
        <p key={side}>
          {text('ui.objectives.incidentPoints', {
            side: sideName(side),
            points: incidentPoints(affairs, side),
            ceiling: incidents.ceilings[side],
          })}
        </p>
      ))}
    </>
  );
}
