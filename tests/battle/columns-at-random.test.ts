/** Columns ordered about at random, by night, over a bog, a bridge and ice: whatever is offered may be given, and nothing is lost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply, type Battle } from '../../src/battle/battle.ts';
import { createDice } from '../../src/battle/dice.ts';
import { forecast } from '../../src/battle/forecast.ts';
import { listLegalOrders } from '../../src/battle/legal-orders.ts';
import { observe } from '../../src/battle/observe.ts';
import { shareOf } from '../../src/battle/share.ts';
import { eventText } from '../../src/battle/wording.ts';
import type { HexsideFeature } from '../../src/model/map.ts';
import { SIDES } from '../../src/model/side.ts';
import type { VehicleId } from '../../src/model/vehicle.ts';
import { transportLeft } from '../../src/rules/rides.ts';
import { cardOf, countFallenOut } from '../../src/rules/roster.ts';
import { battery, battlefield, cavalry, headquarters, rifleCompany, riflePlatoon, tanks } from '../battlefield.ts';

const BRIDGE: HexsideFeature = { river: { widthMetres: 60, depthMetres: 2 }, bridge: { tonnes: 10 }, way: 'track' };

const field = (seed: string, light: 'dark' | 'day', iceCentimetres: number) =>
  battlefield(
    `
    . H T . " " . = . .
     . A L 1 2 . " = . b
    . C G . " . . = . .
    `,
    {
      H: headquarters(),
      A: [rifleCompany({ parent: 'H', posture: 'marching' }), rifleCompany({ parent: 'H' })],
      C: cavalry({ parent: 'H' }),
      T: tanks({ vehicle: 'bt-5' as VehicleId, parent: 'H', posture: 'marching' }),
      L: riflePlatoon({
        mobility: 'truck',
        transport: { vehicle: 'gaz-aa' as VehicleId, count: 4 },
        posture: 'marching',
      }),
      G: battery({ parent: 'H', gunState: 'limbered' }),
      b: rifleCompany({ policy: 'close' }),
    },
    {
      under: { 1: 'open', 2: 'open' },
      hexsides: [['1', '2', BRIDGE]],
      hexMetres: 1000,
      minutes: 180,
      turns: 6,
      light,
      seed,
      iceCentimetres,
      snowCentimetres: 10,
    },
  );

test('columns at random', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9999 }),
      fc.constantFrom('dark' as const, 'day' as const),
      fc.constantFrom(0, 15, 40),
      (seed, light, ice) => {
        const { battle: opened, scenario } = field(`random ${seed}`, light, ice);
        const { draw } = createDice('columns', seed);
        let battle: Battle = opened;
        for (let count = 0; count < 60 && battle.state.result === null; count++) {
          const { active } = battle.state;
          const observation = observe(scenario, battle.state, active);
          const orders = listLegalOrders(scenario, observation);
          const kinds = [...new Set(orders.map(({ kind }) => kind))];
          const kind = kinds[draw(kinds.length)];
          const some = orders.filter((order) => order.kind === kind);
          const order = some[draw(some.length)] ?? { kind: 'endTurn' as const };
          expect(forecast(scenario, observation, order).kind).not.toBe('refused');
          const before = battle.state;
          const outcome = apply(battle, order);
          if (outcome.kind === 'refused')
            throw new Error(`${JSON.stringify(order)}: ${JSON.stringify(outcome.refusal)}`);
          for (const side of SIDES)
            for (const seen of shareOf(scenario, before, outcome.events, side))
              expect(eventText(scenario, new Map(), seen)).not.toMatch(/undefined|NaN|\{/);
          battle = outcome.battle;
          for (const unit of battle.state.units) {
            const card = cardOf(scenario, unit.id);
            expect(unit.vehicles).toBeGreaterThanOrEqual(0);
            expect(unit.vehicles + countFallenOut(unit)).toBeLessThanOrEqual(card.vehicles);
            expect(
              unit.pieces.every((pieces, type) => pieces >= 0 && pieces <= (card.armaments[type]?.count ?? 0)),
            ).toBe(true);
            expect(transportLeft(card, unit)).toBeLessThanOrEqual(card.transport?.count ?? 0);
            expect(unit.minutesLeft).toBeGreaterThanOrEqual(0);
          }
        }
      },
    ),
    { numRuns: 15 },
  );
});
