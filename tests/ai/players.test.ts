/** The computer players against each other on the first battle of the game: the yardsticks the ensign must pass. */
import { describe, expect, test } from 'vitest';
import { playBattle, type Seats } from '../../src/ai/play.ts';
import { COMPUTER_PLAYERS, defaultBudget, playerByName } from '../../src/ai/players.ts';
import { present } from '../../src/model/assert.ts';
import type { BattleResult } from '../../src/model/result.ts';
import { scenarioById } from '../../src/scenario/library.ts';

const scenario = scenarioById('khasan-1938-zaozernaya');

const seatOf = (name: string): Seats['soviet'] => ({
  name,
  decide: present(playerByName(name), name),
  budget: defaultBudget(name),
});

const resultOf = (japanese: string, soviet: string, seed: string): BattleResult =>
  present(
    playBattle(scenario, seed, { soviet: seatOf(soviet), japanese: seatOf(japanese) }).state.result,
    'a battle that was played to its end',
  );

const SEEDS = ['one', 'three'];

test('every name has a player, and other names have none', () => {
  for (const name of COMPUTER_PLAYERS) expect(playerByName(name)).toBeTypeOf('function');
  expect(playerByName('person')).toBeUndefined();
  expect(playerByName('toString')).toBeUndefined();
});

describe('the ensign wins', () => {
  test.each(SEEDS)('as attacker against a player that does nothing (%s)', (seed) => {
    expect(resultOf('ensign', 'idle', seed).winner).toBe('japanese');
  });
  test.each(SEEDS)('as defender against a player that does nothing (%s)', (seed) => {
    expect(resultOf('idle', 'ensign', seed).winner).toBe('soviet');
  });
  test.each(SEEDS)('as attacker against a player without a thought (%s)', (seed) => {
    expect(resultOf('ensign', 'random', seed).winner).toBe('japanese');
  });
  test.each(SEEDS)('as defender against a player without a thought (%s)', (seed) => {
    expect(resultOf('random', 'ensign', seed).winner).toBe('soviet');
  });
});
