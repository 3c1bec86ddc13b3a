/** Weather where the record is silent is rolled from the seed, and nobody is told of the hours to come. */
import { describe, expect, test } from 'vitest';
import { createBattle } from '../../src/battle/battle.ts';
import { journalOf } from '../../src/battle/journal.ts';
import { observe } from '../../src/battle/observe.ts';
import { replay } from '../../src/battle/film.ts';
import { worldFrom, likeliestHypothesis } from '../../src/battle/world.ts';
import { tellScenario } from '../../src/cli/told-scenario.ts';
import type { Weather } from '../../src/model/clock.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { skyOf } from '../../src/rules/light.ts';
import { after, END_TURN } from '../rules/orders.ts';
import { readZaozernaya, zaozernayaJson } from './zaozernaya.ts';

const PLAYERS = { soviet: 'person', japanese: 'person' };

/** The battle with fog or clear weather from the start, and whatever that was for the rest. */
function uncertain(): Scenario {
  const file = zaozernayaJson();
  file['clock'].skies.forEach((sky: { weather: unknown }, place: number) => {
    sky.weather = place === 0 ? { clear: 3, fog: 2 } : 'same';
  });
  const reading = readZaozernaya(file);
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
  return reading.value;
}

const scenario = uncertain();
const weatherOf = (seed: string, turn = 1): Weather =>
  skyOf(createBattle(scenario, seed, PLAYERS).battle.scenario.clock, { turn }).weather;

describe('weather by odds', () => {
  test('comes as often as its odds say', () => {
    const seeds = Array.from({ length: 400 }, (_, seed) => weatherOf(`${seed}`));
    const fog = seeds.filter((weather) => weather === 'fog').length;
    // Two in five: 160 of 400, give or take three times the spread of 9.8.
    expect(fog).toBeGreaterThan(130);
    expect(fog).toBeLessThan(190);
    expect(seeds.filter((weather) => weather === 'clear').length).toBe(400 - fog);
  });

  test('is the same for the same seed, and stays where the clock says it is the same', () => {
    for (const seed of ['1', '2', '3', '4']) {
      expect(weatherOf(seed, 13)).toBe(weatherOf(seed, 1));
      expect(weatherOf(seed)).toBe(weatherOf(seed));
    }
  });

  test('is shown as the likeliest before the battle is opened', () => {
    expect(scenario.clock.skies.map((sky) => sky.weather)).toEqual(scenario.clock.skies.map(() => 'clear'));
  });

  test('of the hour is seen by both sides; of later hours players are told the odds', () => {
    const foggy = Array.from({ length: 20 }, (_, seed) => `${seed}`).find((seed) => weatherOf(seed) === 'fog') ?? '';
    const { battle } = createBattle(scenario, foggy, PLAYERS);
    expect(observe(battle.scenario, battle.state, 'soviet').weather).toBe('fog');
    expect(tellScenario(battle.scenario, 'soviet').clock.skies[0]).toMatchObject({ weather: { clear: 3, fog: 2 } });
    expect(JSON.stringify(tellScenario(battle.scenario, 'soviet').clock)).toBe(
      JSON.stringify(tellScenario(scenario, 'soviet').clock),
    );
  });

  test('of the hour is that of a battle thought out by a player who was never told what was rolled', () => {
    const foggy = Array.from({ length: 20 }, (_, seed) => `${seed}`).find((seed) => weatherOf(seed) === 'fog') ?? '';
    const { battle } = createBattle(scenario, foggy, PLAYERS);
    const observation = observe(battle.scenario, battle.state, battle.state.active);
    const world = worldFrom(scenario, observation, likeliestHypothesis(scenario, observation));
    expect(skyOf(world.scenario.clock, world.state).weather).toBe('fog');
  });

  test('comes again on replay', () => {
    const battle = after(createBattle(scenario, '7', PLAYERS).battle, END_TURN, END_TURN);
    expect(replay(scenario, journalOf(battle)).departure).toBeNull();
  });
});
