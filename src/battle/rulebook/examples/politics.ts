/** Example of the chapter on politics: a side that climbs the ladder until its government stops it. */
import type { Order } from '../../../model/order.ts';
import type { BattleState } from '../../../model/state.ts';
import type { UnitId } from '../../../model/unit.ts';
import { findHeldBack, INCIDENT_COSTS, incidentPoints } from '../../../rules/affairs/incidents.ts';
import { meanChance } from '../../../rules/chance.ts';
import { resolve } from '../../../rules/resolve.ts';
import type { Figures } from '../chapter.ts';
import { COMPANY, fieldOf } from '../field.ts';

const CEILING = 6;
const END: Order = { kind: 'endTurn' };

export function politics(): Figures {
  const { scenario, state } = fieldOf(
    [
      { id: 'company', at: 1, ...COMPANY },
      {
        id: 'battery',
        at: 0,
        card: { branch: 'artillery', men: 60, mobility: 'towed' },
        arms: [['76mm-1927', 4]],
      },
      { id: 'enemy', at: 4, side: 'japanese', card: { men: 100 }, ...COMPANY, now: { policy: 'hold' } },
    ],
    {
      regions: { home: [0], theirs: [1, 2, 3, 4] },
      rest: {
        claims: { soviet: 'home', japanese: 'theirs' },
        incidents: {
          ceilings: { soviet: CEILING, japanese: CEILING },
          costs: INCIDENT_COSTS,
          source: 'worked example',
          grade: 'C',
        },
      },
    },
  );
  const fire: Order = { kind: 'fire', unit: 'battery' as UnitId, target: 4, minutes: 5 };
  const after = (from: BattleState, ...orders: readonly Order[]): BattleState =>
    orders.reduce((now, order) => resolve(scenario, now, order, meanChance()).state, from);
  const points = (now: BattleState): number => incidentPoints(now.affairs, 'soviet');
  const first = after(state, fire, END);
  const second = after(first, END, END);
  const third = after(second, END, END);
  return {
    firstShot: INCIDENT_COSTS.firstShot,
    guns: INCIDENT_COSTS.guns,
    beyond: INCIDENT_COSTS.beyondClaim,
    ceiling: CEILING,
    one: points(first),
    two: points(second),
    three: points(third),
    held: findHeldBack(scenario, third.affairs, 'soviet') ?? 0,
  };
}
