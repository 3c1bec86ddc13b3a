/** After a battle: who won and by how much, what it cost, and beside it what happened in fact. */
import { useEffect, useRef } from 'preact/hooks';
import type { KnownAffairs } from '../../model/affair.ts';
import type { BattleResult, Losses } from '../../model/result.ts';
import type { Scenario } from '../../model/scenario.ts';
import { SIDES, type Side } from '../../model/side.ts';
import { lossPoints, worthOf } from '../../rules/objectives.ts';
import { sideName } from '../hud/describe.ts';
import { GradeBadge, SideMark, Source } from '../hud/parts.tsx';
import { countText, text } from '../hud/text.ts';
import { Backdrop } from './backdrop.tsx';

export interface DebriefingProps {
  readonly scenario: Scenario;
  readonly result: BattleResult;
  /** Of the objectives at the end, by their index. */
  readonly holders: readonly (Side | null)[];
  readonly affairs: KnownAffairs | undefined;
  readonly onReplay: () => void;
  readonly onSave: () => void;
  readonly onAgain: () => void;
  readonly onLeave: () => void;
}

export function Debriefing({
  scenario,
  result,
  holders,
  affairs,
  onReplay,
  onSave,
  onAgain,
  onLeave,
}: DebriefingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main class="page debriefing-page">
      <Backdrop relief={scenario.map.relief} />
      <article class="sheet debriefing" aria-labelledby="result-title">
        <p class="eyebrow">{scenario.names.en}</p>
        <h1 id="result-title" ref={heading} tabIndex={-1} data-side={result.winner ?? 'none'}>
          {resultText(result)}
        </h1>
        <p class="versus">{versusText(result, scenario)}</p>
        <ScoreTable scenario={scenario} result={result} holders={holders} affairs={affairs} />
        <LossChart scenario={scenario} result={result} />
        <section aria-labelledby="history-title">
          <h2 id="history-title">{text('ui.debriefing.history')}</h2>
          <p>{scenario.history.text}</p>
          <Source cited={scenario.history} />
        </section>
        <div class="page-buttons">
          <button type="button" class="button button-main" onClick={onReplay}>
            {text('ui.debriefing.replay')}
          </button>
          <button type="button" class="button" onClick={onSave}>
            {text('ui.menu.saveJournal')}
          </button>
          <button type="button" class="button" onClick={onAgain}>
            {text('ui.debriefing.again')}
          </button>
          <button type="button" class="button" onClick={onLeave}>
            {text('ui.menu.leave')}
          </button>
        </div>
      </article>
    </main>
  );
}

function resultText({ winner, level }: BattleResult): string {
  if (winner === null || level === 'draw') return text('ui.result.draw');
  return text(`ui.result.${level}`, { side: sideName(winner) });
}

function versusText(result: BattleResult, scenario: Scenario): string {
  const side = result.winner ?? scenario.order[0];
  return text(`ui.versus.${result.versusHistory}`, { side: sideName(side) });
}

function ScoreTable(props: {
  readonly scenario: Scenario;
  readonly result: BattleResult;
  readonly holders: readonly (Side | null)[];
  readonly affairs: KnownAffairs | undefined;
}) {
  const { scenario, result, holders, affairs } = props;
  const { history } = scenario;
  return (
    <table class="figures">
      <caption>{text('ui.debriefing.score')}</caption>
      <thead>
        <tr>
          <td />
          {SIDES.map((side) => (
            <th key={side} scope="col" class="number">
              <SideMark side={side} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {scenario.objectives.map((objective, index) => (
          <tr key={objective.id}>
            <th scope="row">{objective.names.en}</th>
            {SIDES.map((side) => (
              <td key={side} class="number">
                {holders[index] === side ? worthOf(scenario, affairs, index) : '–'}
              </td>
            ))}
          </tr>
        ))}
        {(scenario.clauses ?? []).map((clause, index) => (
          <tr key={clause.id}>
            <th scope="row">
              {clause.names.en} <GradeBadge cited={clause} />
            </th>
            {SIDES.map((side) => (
              <td key={side} class="number">
                {clause.side === side ? (result.counted?.[index]?.points ?? 0) : '–'}
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{text('ui.debriefing.lossClause')}</th>
          {SIDES.map((side) => {
            const points = lossPoints(scenario, side, result.losses[side].men);
            return (
              <td key={side} class="number">
                {points === 0 ? '–' : `−${points}`}
              </td>
            );
          })}
        </tr>
        <tr class="total">
          <th scope="row">{text('ui.debriefing.here')}</th>
          {SIDES.map((side) => (
            <td key={side} class="number">
              {result.score[side]}
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">
            {text('ui.debriefing.then')} <GradeBadge cited={history} />
          </th>
          {SIDES.map((side) => (
            <td key={side} class="number">
              {history.score[side]}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

const KINDS = ['men', 'vehicles', 'guns', 'aircraft'] as const satisfies readonly (keyof Losses)[];

/** Men lost as bars, here above history; the rest in a table, where there is any. */
function LossChart({ scenario, result }: { readonly scenario: Scenario; readonly result: BattleResult }) {
  const { history } = scenario;
  const most = Math.max(1, ...SIDES.flatMap((side) => [result.losses[side].men, history.losses[side].men]));
  const bar = (side: Side, men: number, when: 'here' | 'then') => (
    <div class="loss-row">
      <span class="loss-when">{text(`ui.debriefing.${when}`)}</span>
      <span class="loss-track" aria-hidden="true">
        <span class="loss-fill" data-side={side} data-when={when} style={{ width: `${(100 * men) / most}%` }} />
      </span>
      <span class="number">{countText('ui.men', men)}</span>
    </div>
  );
  const others = KINDS.filter((kind) => kind !== 'men').filter((kind) =>
    SIDES.some((side) => result.losses[side][kind] > 0 || history.losses[side][kind] > 0),
  );
  return (
    <section aria-labelledby="losses-title">
      <h2 id="losses-title">{text('ui.debriefing.losses')}</h2>
      {SIDES.map((side) => (
        <div key={side} class="loss-side">
          <SideMark side={side} />
          {bar(side, result.losses[side].men, 'here')}
          {bar(side, history.losses[side].men, 'then')}
        </div>
      ))}
      {others.length > 0 && (
        <table class="figures">
          <caption>{text('ui.debriefing.material')}</caption>
          <thead>
            <tr>
              <td />
              {SIDES.map((side) => (
                <th key={side} scope="col" class="number">
                  {text('ui.debriefing.sideHereThen', { side: sideName(side) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {others.map((kind) => (
              <tr key={kind}>
                <th scope="row">{text(`ui.losses.${kind}`)}</th>
                {SIDES.map((side) => (
                  <td key={side} class="number">
                    {result.losses[side][kind]} / {history.losses[side][kind]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
