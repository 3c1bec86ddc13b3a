/** What a unit's heart and its orders hang on: leader, fatigue, bearing, who commands it and how late, the way home. */
import { clockText } from '../../battle/wording.ts';
import type { Observation } from '../../model/observation.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Unit, UnitCard } from '../../model/unit.ts';
import { type Command, commandOf } from '../../rules/command.ts';
import { fatigueOf, vigourOf } from '../../rules/fatigue.ts';
import { percentText } from './describe.ts';
import { Fact } from './parts.tsx';
import { countText, text } from './text.ts';

interface Told {
  readonly scenario: Scenario;
  readonly observation: Observation;
  readonly card: UnitCard;
  readonly unit: Unit;
}

export function HeartFacts({ scenario, observation, card, unit }: Told) {
  const command = commandOf(scenario, observation.units, card, unit, observation.minute);
  const { leader, cutOffMinute, ordersMinute } = unit;
  return (
    <>
      {command.manner !== 'independent' && <Fact name={text('ui.unit.command')}>{commandText(command)}</Fact>}
      {ordersMinute !== undefined && ordersMinute > observation.minute && (
        <Fact name={text('ui.unit.orders')}>{text('ui.unit.ordersAt', { time: clockText(ordersMinute) })}</Fact>
      )}
      {leader !== undefined && (
        <Fact name={text('ui.unit.leader')}>
          {leader.successorMinute === undefined
            ? countText('ui.unit.successor', leader.lost)
            : text('ui.unit.leaderless', { time: clockText(leader.successorMinute) })}
        </Fact>
      )}
      {unit.fatigue !== undefined && (
        <Fact name={text('ui.unit.fatigue')}>
          {text('ui.unit.fatigueOf', { share: percentText(fatigueOf(unit)), left: percentText(vigourOf(unit)) })}
        </Fact>
      )}
      {card.doctrine !== undefined && card.doctrine.length > 0 && (
        <Fact name={text('ui.unit.bearing')}>{bearingText(card, unit)}</Fact>
      )}
      {cutOffMinute !== undefined && (
        <Fact name={text('ui.unit.cutOff')}>{text('ui.unit.cutOffSince', { time: clockText(cutOffMinute) })}</Fact>
      )}
    </>
  );
}

function commandText({ manner, by, lateMinutes }: Command): string {
  const figures = { post: by?.names.en ?? '', minutes: Math.round(lateMinutes) };
  if (manner === 'linesDown' || manner === 'outOfReach') return text(`ui.command.${manner}`, figures);
  return text(figures.minutes === 0 ? 'ui.command.inReach' : 'ui.command.late', figures);
}

const bearingText = (card: UnitCard, unit: Unit): string =>
  (card.doctrine ?? [])
    .map((doctrine) => text(`ui.doctrine.${doctrine === 'green' && unit.blooded ? 'blooded' : doctrine}`))
    .join(', ');
