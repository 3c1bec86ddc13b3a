/** What a battery has before it: lines of its fire plan, guns out of order, smoke shells. Nothing for those who have none. */
import { clockText, hexText, nameOf } from '../../battle/wording.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Unit } from '../../model/unit.ts';
import { Fact } from './parts.tsx';
import { text } from './text.ts';

export function GunFacts({ scenario, unit }: { readonly scenario: Scenario; readonly unit: Unit }) {
  const { plan, outOfOrder, smokeRounds } = unit;
  const jammed = (outOfOrder ?? []).reduce((sum, count) => sum + count, 0);
  return (
    <>
      {plan !== undefined && (
        <Fact name={text('ui.unit.plan')}>
          {plan
            .map(({ target, task, minute }) =>
              text('ui.unit.planLine', {
                time: clockText(minute),
                hex: hexText(scenario, target),
                task: nameOf('missionTask', task),
              }),
            )
            .join('; ')}
        </Fact>
      )}
      {jammed > 0 && <Fact name={text('ui.unit.jammed')}>{jammed}</Fact>}
      {smokeRounds !== undefined && <Fact name={text('ui.unit.smoke')}>{smokeRounds}</Fact>}
    </>
  );
}
