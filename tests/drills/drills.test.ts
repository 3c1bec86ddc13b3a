/**
 * Drills as data: every file is sound, its battle can be fought and its scripts are carried out. Whether the record is
 * met is asked by `npm run drills`, with all the games.
 */
import { describe, expect, test } from 'vitest';
import { buildDrill } from './build.ts';
import { DRILL_FILES } from './files.ts';
import { fightDrill } from './fight.ts';
import { measure } from './measures.ts';
import { changed } from './patch.ts';
import { judge, spreadOf } from './verdict.ts';

/** A fight of two platoons over 750 m, with whatever a test wants otherwise. */
const plain = (wish: object = {}): Record<string, unknown> => ({
  format: 'undeclared-war/drill',
  version: 1,
  id: 'plain',
  title: 'Two platoons',
  source: 'drawn in a test',
  grade: 'C',
  field: { drawn: ['A . . b', ' . . . .'], hexMetres: 250 },
  units: { a: { like: 'soviet-rifle-platoon', at: 'A' }, b: { like: 'japanese-rifle-platoon', at: 'b', dug: 1.4 } },
  scripts: { soviet: { steps: [{ units: ['a'], do: 'attack', at: 'b' }] } },
  games: 4,
  seedPrefix: 'plain',
  ...wish,
});

const LOSSES = { measure: 'menLost', side: 'soviet' };

describe('every drill of the folder', () => {
  test.each([...DRILL_FILES])('%s: the data is sound and the scripts are carried out', (name, input) => {
    const report = judge({ file: `${name}.json`, input, mostGames: 1 });
    expect(report.id).toBe(name);
    expect(report.lines.filter(({ text }) => text.includes('script:'))).toEqual([]);
    expect(report.lines.length).toBeGreaterThan(0);
  });
});

describe('a drill', () => {
  test('the same seed gives the same game', () => {
    const built = buildDrill('plain.json', plain());
    expect(fightDrill(built, 'one').battle.hashes).toEqual(fightDrill(built, 'one').battle.hashes);
  });

  test('stands units where their characters are drawn, in works as deep as the drill says', () => {
    const { scenario, hexOf } = buildDrill('plain.json', plain());
    expect(scenario.deployments.map(({ hex }) => hex)).toEqual([hexOf('A'), hexOf('b')]);
    expect(scenario.works).toEqual([{ hex: hexOf('b'), manHours: 56, side: 'japanese' }]);
    expect(scenario.deployments[1]?.posture).toBe('dugIn');
  });

  test('may be fought on a window of a compiled map, with places as on the whole map', () => {
    const { scenario, hexOf } = buildDrill(
      'plain.json',
      plain({
        field: { map: 'khasan-heights-250', from: [10, 10], to: [20, 19] },
        units: {
          a: { like: 'soviet-rifle-platoon', at: 'zaozernaya-south-crest' },
          b: { like: 'japanese-rifle-platoon', at: [16, 17] },
        },
        scripts: {},
      }),
    );
    expect(scenario.map.terrain[hexOf([13, 13])]).toBe('rock');
    expect(scenario.deployments[0]?.hex).toBe(hexOf([13, 13]));
  });

  test('says everything that is wrong with it', () => {
    const wrong = plain({ scripts: { soviet: { steps: [{ units: ['a'], do: 'fly' }] } }, games: 0 });
    expect(() => buildDrill('plain.json', wrong)).toThrow(
      /scripts\.soviet\.steps\[0\]\.do: found "fly"[^]*games: found 0/,
    );
  });

  test('does not hold when its script does nothing or is refused', () => {
    const idle = judge({ file: 'plain.json', input: plain({ scripts: { soviet: { steps: [] } } }) });
    expect(idle.holds).toBe(false);
    const order = { kind: 'fire', unit: 'a', target: 'A', minutes: 5 };
    const refused = judge({
      file: 'plain.json',
      input: plain({ scripts: { soviet: { orders: [{ turn: 1, order }] } } }),
    });
    expect(refused.lines[0]?.text).toContain('ownTroopsThere');
    expect(refused.holds).toBe(false);
  });

  test('gives literal orders in their turn, with places for hexes', () => {
    const order = { kind: 'move', unit: 'a', path: [[1, 0]], pace: 'normal' };
    const game = fightDrill(
      buildDrill('plain.json', plain({ scripts: { soviet: { orders: [{ turn: 2, order }] } } })),
      'one',
    );
    expect(game.carried.soviet).toEqual({ given: 1, refused: [] });
    expect(measure(game, { measure: 'km', units: ['a'] })).toBe(0.25);
    expect(measure(game, { measure: 'minutesToArrival', units: ['a'], at: [1, 0] })).toBeGreaterThan(30);
  });

  test('an outcome marked as failing must fail', () => {
    const judged = (outcome: object): readonly string[] =>
      judge({ file: 'plain.json', input: plain({ outcomes: [{ ...LOSSES, ...outcome }] }) }).lines.map(
        ({ verdict }) => verdict,
      );
    expect(judged({ range: [0, 40] })).toEqual(['holds']);
    expect(judged({ range: [41, 50] })).toEqual(['fails']);
    expect(judged({ range: [41, 50], expectedToFail: 'nobody comes twice' })).toEqual(['fails as expected']);
    expect(judged({ range: [0, 40], expectedToFail: 'it does not' })).toEqual(['holds against expectation']);
  });

  test('shows which way a change moves a figure', () => {
    const wanted = { that: 'night slows men', measure: 'kmPerHour', units: ['a'], change: { 'sky.light': 'dark' } };
    const scripts = { soviet: { steps: [{ units: ['a'], do: 'march', to: [1, 0] }] } };
    const judged = (wish: object): string | undefined =>
      judge({ file: 'plain.json', input: plain({ scripts, shows: [{ ...wanted, ...wish }] }) }).lines[0]?.verdict;
    expect(judged({ moves: 'down', ratio: 1.2 })).toBe('holds');
    expect(judged({ moves: 'down', ratio: 3 })).toBe('fails');
    expect(judged({ moves: 'up' })).toBe('fails');
  });
});

test('a change sets, adds and takes away by keys, places in lists and ids', () => {
  const data = { units: [{ id: 'a', men: 3 }, { id: 'b' }], list: [1, 2] };
  expect(changed(data, { change: { 'units.a.men': 5, 'sky.light': 'dark' }, drop: ['units.b', 'list.0'] })).toEqual({
    units: [{ id: 'a', men: 5 }],
    list: [2],
    sky: { light: 'dark' },
  });
});

// biome-ignore format: a table
test.each([
  [[1],                               { low: 1, median: 1, high: 1, mean: 1, error: 0 }],
  [[5, 1, 2, 4, 3, 6, 7, 8, 9, 0, 10], { low: 1, median: 5, high: 9, mean: 5, error: 1 }],
])('the spread of %j has a tenth below it and a tenth beyond it', (values, spread) => {
  expect(spreadOf(values)).toEqual(spread);
});
