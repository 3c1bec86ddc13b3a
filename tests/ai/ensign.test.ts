/** What must always be true of the ensign, tried on the first battle of the game. */
import { describe, expect, test } from 'vitest';
import { decideEnsign } from '../../src/ai/ensign.ts';
import { playTurn } from '../../src/ai/play.ts';
import type { Memory } from '../../src/ai/player.ts';
import { defaultBudget } from '../../src/ai/players.ts';
import { type Battle, createBattle } from '../../src/battle/battle.ts';
import { observe } from '../../src/battle/observe.ts';
import type { Observation } from '../../src/model/observation.ts';
import type { Order } from '../../src/model/order.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { opponentOf, SIDES, type Side } from '../../src/model/side.ts';
import { scenarioById } from '../../src/scenario/library.ts';

const BUDGET = defaultBudget('ensign');
const scenario = scenarioById('khasan-1938-zaozernaya');

interface Moment {
  readonly battle: Battle;
  readonly memory: Memory | undefined;
}

/** A battle of two ensigns at the beginning of each side's turn, with what came of each turn. */
function playMoments(
  seed: string,
  turns: number,
  budget = BUDGET,
): { readonly moments: readonly Moment[]; readonly played: readonly ReturnType<typeof playTurn>[] } {
  const moments: Moment[] = [];
  const played: ReturnType<typeof playTurn>[] = [];
  const memories: Partial<Record<Side, Memory>> = {};
  let { battle } = createBattle(scenario, seed, { soviet: 'ensign', japanese: 'ensign' });
  while (battle.state.result === null && battle.state.turn <= turns) {
    const side = battle.state.active;
    moments.push({ battle, memory: memories[side] });
    const turn = playTurn(battle, { decide: decideEnsign, memory: memories[side], seed, budget });
    played.push(turn);
    ({ battle } = turn);
    if (turn.memory !== undefined) memories[side] = turn.memory;
  }
  return { moments, played };
}

const whole = playMoments('whole', Infinity);

const decidedAt = (at: Scenario, observation: Observation, memory: Memory | undefined): readonly Order[] =>
  decideEnsign(at, observation, memory, 'seed', BUDGET).orders;

const observationAt = ({ battle }: Moment): Observation => observe(battle.scenario, battle.state, battle.state.active);

describe('an ensign', () => {
  test('plays the same turn again from the same seed', () => {
    const again = playMoments('whole', 3);
    expect(again.played.map((turn) => turn.given)).toEqual(
      whole.played.slice(0, again.played.length).map((turn) => turn.given),
    );
  });

  test('remembers in plain data', () => {
    for (const moment of whole.moments) {
      if (moment.memory === undefined) continue;
      const copied = JSON.parse(JSON.stringify(moment.memory)) as Memory;
      expect(copied).toEqual(moment.memory);
      expect(decidedAt(scenario, observationAt(moment), copied)).toEqual(
        decidedAt(scenario, observationAt(moment), moment.memory),
      );
    }
  });

  test('gives hardly an order that is refused', () => {
    const given = whole.played.flatMap((turn) => turn.given);
    const refused = given.filter((one) => one.refusal !== undefined);
    expect(refused.length / given.length).toBeLessThan(0.01);
  });

  test('gives a reason for every order', () => {
    expect(whole.played.flatMap((turn) => turn.given).filter((one) => one.reason === undefined)).toEqual([]);
  });

  test.each([0, 60, 300, BUDGET])('thinks no more than %i steps a turn', (budget) => {
    const { played } = playMoments('budget', 3, budget);
    for (const turn of played) expect(turn.steps).toBeLessThanOrEqual(budget * 1.02);
  });

  test('ends its turn even if every order is refused', () => {
    for (const moment of whole.moments.slice(0, 8)) {
      const observation = observationAt(moment);
      let { memory } = moment;
      let calls = 0;
      for (let isOver = false; !isOver; calls++) {
        expect(calls).toBeLessThan(500);
        const decision = decideEnsign(scenario, observation, memory, 'seed', BUDGET);
        ({ memory } = decision);
        isOver = decision.orders.some((order) => order.kind === 'endTurn');
      }
    }
  });
});

describe('what an ensign cannot see does not move it', () => {
  const moments = whole.moments.filter((_, index) => index % 3 === 0);

  test('hidden units that are elsewhere change nothing', () => {
    for (const moment of moments) {
      const { battle } = moment;
      const side = battle.state.active;
      const known = battle.state.contacts[side].map((contact) => contact.behind);
      const units = battle.state.units.map((unit, index) => {
        const isHidden =
          scenario.cards[index]?.side !== side && !known.includes(unit.id) && typeof unit.at === 'number';
        return isHidden ? { ...unit, at: farCorner(side), men: Math.max(1, unit.men - 20) } : unit;
      });
      const elsewhere = observe(scenario, { ...battle.state, units }, side);
      expect(elsewhere).toEqual(observationAt(moment));
      expect(decidedAt(scenario, elsewhere, moment.memory)).toEqual(
        decidedAt(scenario, observationAt(moment), moment.memory),
      );
    }
  });

  test("the enemy's order of battle, places, works and wire are not read", () => {
    for (const moment of moments) {
      const observation = observationAt(moment);
      const others = withOtherEnemies(observation.side);
      expect(decidedAt(others, observation, moment.memory)).toEqual(decidedAt(scenario, observation, moment.memory));
    }
  });
});

/** A hex far from both sides' fighting, for each side's hidden enemies. */
const farCorner = (side: Side): number => (side === 'soviet' ? 0 : scenario.map.grid.size - 1);

/** The same battle with half of the enemy's units gone and the others elsewhere. */
function withOtherEnemies(side: Side): Scenario {
  const enemy = opponentOf(side);
  const cards = scenario.cards
    .filter((card, index) => card.side === side || index % 2 === 0)
    .map((card) => (card.side === side ? card : { ...card, men: card.men * 2 }));
  const kept = new Set(cards.map((card) => card.id));
  const deployments = scenario.deployments
    .filter((deployment) => kept.has(deployment.unit))
    .map((deployment) =>
      cards.find((card) => card.id === deployment.unit)?.side === side
        ? deployment
        : { ...deployment, hex: farCorner(side) },
    );
  return {
    ...scenario,
    cards,
    deployments,
    works: scenario.works.filter((work) => work.side !== enemy),
    wire: scenario.wire.filter((wire) => wire.side !== enemy),
  };
}

test('both sides were tried', () => {
  expect(SIDES.every((side) => whole.moments.some((moment) => moment.battle.state.active === side))).toBe(true);
});
