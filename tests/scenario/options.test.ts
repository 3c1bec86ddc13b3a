/** What is chosen before a battle changes the battle, goes into its journal, and leaves the documents as they are. */
import { describe, expect, test } from 'vitest';
import { createBattle } from '../../src/battle/battle.ts';
import { replay } from '../../src/battle/film.ts';
import { formatJournal, journalOf, parseJournal } from '../../src/battle/journal.ts';
import type { Choices } from '../../src/model/option.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import type { UnitId } from '../../src/model/unit.ts';
import { listWrongChoices, withChoices } from '../../src/scenario/options.ts';
import { formatProblem } from '../../src/scenario/problem.ts';
import { after, END_TURN } from '../rules/orders.ts';
import { readZaozernaya, type Spoilable, zaozernayaJson } from './zaozernaya.ts';

const PLAYERS = { soviet: 'person', japanese: 'person' };
const CITED = { source: 'tried in a test', grade: 'C' };

const option = (id: string, changes: readonly object[], kind: object = { kind: 'switch', default: false }): object => ({
  ...kind,
  id,
  names: { en: id },
  note: 'Tried in a test.',
  changes,
  ...CITED,
});

const SLIDER = { kind: 'slider', default: 1, least: 0.5, most: 1.5, step: 0.1 };

const OPTIONS = [
  option('strength', [{ kind: 'strength', side: 'japanese' }], SLIDER),
  option('no-headquarters', [{ kind: 'without', units: ['ja-hq-1-75'] }]),
  option('tanks', [{ kind: 'only', units: ['su-tanks-1', 'su-tanks-2'] }]),
  option('early-cavalry', [{ kind: 'arrival', units: ['su-121-cavalry'], turn: 2 }]),
  option('dawn', [{ kind: 'clock', start: '04:00' }]),
  option('fog', [{ kind: 'weather', from: '02:30', weather: 'fog' }]),
  option('no-line', [{ kind: 'limit', limit: 'line' }]),
  option('dear', [{ kind: 'points', objective: 'zaozernaya', points: 99 }]),
];

function read(spoil: (file: Spoilable) => void = () => undefined) {
  const file = zaozernayaJson();
  file['options'] = structuredClone(OPTIONS);
  file['limits'][0].id = 'line';
  file['objectives'][0].id = 'zaozernaya';
  spoil(file);
  return readZaozernaya(file);
}

function withOptions(): Scenario {
  const reading = read();
  if (reading.kind === 'refused') throw new Error(reading.problems.map(formatProblem).join('\n'));
  return reading.value;
}

const scenario = withOptions();
const chosen = (choices: Choices): Scenario => withChoices(scenario, { tanks: true, ...choices });
const menOf = (battle: Scenario, side: string): number =>
  battle.cards.filter((card) => card.side === side).reduce((sum, card) => sum + card.men, 0);

describe('an option', () => {
  test('that scales strengths leaves men for the crews of every weapon', () => {
    for (const strength of [0.5, 0.7, 1, 1.3, 1.5]) {
      const battle = chosen({ strength });
      expect(menOf(battle, 'japanese') / menOf(scenario, 'japanese')).toBeCloseTo(strength, 1);
      expect(menOf(battle, 'soviet')).toBe(menOf(scenario, 'soviet'));
      for (const card of battle.cards) {
        const crews = card.armaments.reduce(
          (sum, { weapon, count }) => sum + count * (battle.weapons.get(weapon)?.crewMen ?? 0),
          0,
        );
        expect(crews, card.id).toBeLessThanOrEqual(card.men);
      }
    }
  });

  test('takes units away, and those who answered to them look after themselves', () => {
    const battle = chosen({ 'no-headquarters': true });
    expect(battle.cards.some(({ id }) => id === ('ja-hq-1-75' as UnitId))).toBe(false);
    expect(battle.cards.some(({ parent }) => parent === ('ja-hq-1-75' as UnitId))).toBe(false);
    expect(battle.cards.length).toBe(battle.deployments.length);
  });

  test('brings units that are there only with it', () => {
    expect(withChoices(scenario, {}).cards.length).toBe(scenario.cards.length - 2);
    expect(withChoices(scenario, { tanks: true }).cards.length).toBe(scenario.cards.length);
  });

  test('has flights come, stay away, or be fewer', () => {
    const reading = read((file) => {
      const flight = { side: 'soviet', names: { en: 'A flight' }, aircraft: 'sb', machines: 9, tasks: ['bomb'] };
      file['air'] = ['eagles', 'owls'].map((id) => ({ ...flight, id, baseKm: 50, training: 0.5, ...CITED }));
      file['options'] = [
        option('no-eagles', [{ kind: 'without', units: ['eagles'] }]),
        option('few-owls', [{ kind: 'strength', units: ['owls'] }], SLIDER),
      ];
    });
    if (reading.kind === 'refused') throw new Error(reading.problems.map(formatProblem).join('\n'));
    const machines = (choices: Choices): readonly (readonly [string, number])[] =>
      (withChoices(reading.value, choices).air ?? []).map((flight) => [flight.id, flight.machines] as const);
    expect(machines({})).toEqual([
      ['eagles', 9],
      ['owls', 9],
    ]);
    expect(machines({ 'no-eagles': true, 'few-owls': 0.5 })).toEqual([['owls', 5]]);
  });

  test('changes an arrival, the hour, the weather, a limit and points', () => {
    const battle = chosen({ 'early-cavalry': true, dawn: true, fog: true, 'no-line': true, dear: true });
    const cavalry = battle.deployments.find(({ unit }) => unit === ('su-121-cavalry' as UnitId));
    expect(cavalry?.arrival?.turn).toBe(2);
    expect(battle.clock.starts[0]).toBe(240);
    expect(battle.clock.skies.every(({ weather }) => weather === 'fog')).toBe(true);
    expect(battle.limits.length).toBe(scenario.limits.length - 1);
    expect(battle.objectives[0]?.points).toBe(99);
  });

  test('at its default leaves the journal without a word of it', () => {
    const { battle } = createBattle(scenario, '1', PLAYERS, { strength: 1, tanks: false });
    expect('options' in journalOf(battle)).toBe(false);
  });

  test('goes into the journal, and the battle comes again with the fingerprint of the same documents', () => {
    const choices = { strength: 0.8, tanks: true };
    const battle = after(createBattle(scenario, '1', PLAYERS, choices).battle, END_TURN, END_TURN);
    const journal = journalOf(battle);
    expect(journal).toMatchObject({ version: 1, options: choices, scenario: { hash: scenario.hash } });
    const read = parseJournal('battle.json', JSON.parse(formatJournal(journal)));
    if (read.kind === 'refused') throw new Error(read.problems.map(formatProblem).join('\n'));
    expect(replay(scenario, read.value).departure).toBeNull();
    const { options: _without, ...plain } = read.value;
    expect(replay(scenario, plain).departure).not.toBeNull();
  });

  test('there is not, or with a value it cannot have, is refused', () => {
    expect(
      listWrongChoices(scenario, { strength: 2, tanks: 1, moon: true }).map(
        ({ path, expected }) => `${path}: ${expected}`,
      ),
    ).toEqual([
      'options: one of: strength, no-headquarters, tanks, early-cavalry, dawn, fog, no-line, dear',
      'options.strength: a number from 0.5 to 1.5',
      'options.tanks: true or false',
    ]);
  });
});

test.each<[mistake: string, change: object, kind: object | undefined, problem: string]>([
  [
    'an unknown unit',
    { kind: 'only', units: ['ghosts'] },
    undefined,
    'options[8].changes[0].units[0]: found "ghosts", expected the id of a unit or of a flight',
  ],
  [
    'an arrival of a unit that stands',
    { kind: 'arrival', units: ['ja-1-75'], turn: 2 },
    undefined,
    'options[8].changes[0].units[0]: found "ja-1-75", expected a unit with an arrival',
  ],
  [
    'a switch without its share',
    { kind: 'strength', side: 'soviet' },
    undefined,
    'options[8].changes[0]: found nothing, expected a share for a switch, none for a slider',
  ],
  [
    'a slider of the weather',
    { kind: 'weather', from: '02:30', weather: 'fog' },
    SLIDER,
    'options[8].changes[0]: found weather, expected strength, all that a slider can change',
  ],
  [
    'a slider outside its range',
    { kind: 'strength', side: 'soviet' },
    { ...SLIDER, default: 2 },
    'options[8].default: found 2, expected from 0.5 to 1.5, its range',
  ],
  [
    'a limit there is not',
    { kind: 'limit', limit: 'treaty' },
    undefined,
    'options[8].changes[0].limit: found "treaty", expected the id of a limit',
  ],
])('the reader finds %s', (_, change, kind, problem) => {
  const reading = read((file) => file['options'].push(option('wrong', [change], kind)));
  expect(reading.kind === 'refused' ? reading.problems.map(formatProblem) : []).toEqual([`battle.json: ${problem}`]);
});
