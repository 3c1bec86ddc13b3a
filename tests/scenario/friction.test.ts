/** What a scenario's file says of command and of how men bear a fight, as the rules have it. */
import { describe, expect, test } from 'vitest';
import { present } from '../../src/model/assert.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { openingState } from '../../src/battle/opening.ts';
import { observe } from '../../src/battle/observe.ts';
import { likeliestHypothesis, worldFrom } from '../../src/battle/world.ts';
import { tellScenario } from '../../src/cli/told-scenario.ts';
import { withChoices } from '../../src/scenario/options.ts';
import { formatProblem } from '../../src/scenario/problem.ts';
import { readZaozernaya, type Spoilable, zaozernayaJson } from './zaozernaya.ts';

const CITED = { source: 'tried in a test', grade: 'C' };

const unit = (file: Spoilable, id: string): Spoilable =>
  present(file.units.find((one: Spoilable) => one['id'] === id) as Spoilable | undefined, id);

function read(spoil: (file: Spoilable) => void): Scenario {
  const file = zaozernayaJson();
  spoil(file);
  const reading = readZaozernaya(file);
  if (reading.kind === 'refused') throw new Error(reading.problems.map(formatProblem).join('\n'));
  return reading.value;
}

const FRICTION = {
  late: [{ unit: 'su-hq-118', chance: 0.4, share: 0.5, until: '06:00', ...CITED }],
  lostOrders: [{ unit: 'ja-1-75', chance: 0.2, until: '03:00', ...CITED }],
  reliefs: [{ headquarters: 'ja-hq-75', staff: 0.9, commander: 'Colonel Tanaka', from: '04:00', ...CITED }],
};

function withFriction(file: Spoilable): void {
  const posts = file.units.filter((one: Spoilable) => one['side'] === 'soviet' && one['headquarters'] !== undefined);
  file['friction'] = {
    ...FRICTION,
    late: FRICTION.late.map((late) => ({ ...late, unit: posts[0]?.['id'] as string })),
  };
}

describe('a scenario may say', () => {
  test('what goes wrong, with hours as minutes of the clock', () => {
    const { friction } = read(withFriction);
    expect(friction?.late).toMatchObject([{ chance: 0.4, share: 0.5, untilMinute: 360 }]);
    expect(friction?.lostOrders).toMatchObject([{ unit: 'ja-1-75', untilMinute: 180 }]);
    expect(friction?.cutLines).toEqual([]);
    expect(friction?.reliefs).toMatchObject([
      { headquarters: 'ja-hq-75', fromMinute: 240, commander: 'Colonel Tanaka' },
    ]);
  });

  test('how tired a unit comes, how it bears a fight, how orders travel and where home is', () => {
    const scenario = read((file) => {
      unit(file, 'ja-1-75')['start']['fatigue'] = 0.3;
      unit(file, 'ja-1-75')['doctrine'] = ['noRetreat'];
      Object.assign(unit(file, 'ja-hq-75')['headquarters'], { communications: 'runner', delayMinutes: 20 });
      file['homeEdges'] = { soviet: ['east'], japanese: ['west', 'south'] };
    });
    const index = scenario.cards.findIndex((card) => card.id === 'ja-1-75');
    expect(openingState(scenario, '1').units[index]?.fatigue).toBe(0.3);
    expect(scenario.cards[index]?.doctrine).toEqual(['noRetreat']);
    expect(scenario.cards.find((card) => card.id === 'ja-hq-75')?.headquarters).toMatchObject({
      communications: 'runner',
      delayMinutes: 20,
    });
    expect(scenario.homeEdges?.soviet).toEqual(['east']);
  });
});

describe('friction', () => {
  const scenario = read(withFriction);

  test('of one side is not told to the other', () => {
    expect(tellScenario(scenario, 'japanese').friction).toMatchObject({ late: [], reliefs: [{}] });
    expect(tellScenario(scenario, 'soviet').friction).toMatchObject({ late: [{}], lostOrders: [], reliefs: [] });
  });

  test('of the enemy is not in the world a side believes in', () => {
    const observation = observe(scenario, openingState(scenario, '1'), 'japanese');
    const world = worldFrom(scenario, observation, likeliestHypothesis(scenario, observation));
    expect(world.scenario.friction).toMatchObject({ late: [], reliefs: [{}] });
  });

  test('of units that an option takes away goes with them', () => {
    const option = {
      id: 'without',
      names: { en: 'Without' },
      note: 'Tried in a test.',
      kind: 'switch',
      default: false,
      changes: [{ kind: 'without', units: ['ja-1-75'] }],
      ...CITED,
    };
    const less = withChoices(
      read((file) => {
        withFriction(file);
        file['options'] = [option];
      }),
      { without: true },
    );
    expect(less.friction?.lostOrders).toEqual([]);
    expect(less.friction?.late).toHaveLength(1);
  });
});
