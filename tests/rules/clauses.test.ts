/** What counts besides objectives and own losses, and history's own score by the same rules. */
import { describe, expect, test } from 'vitest';
import type { Battle } from '../../src/battle/battle.ts';
import { listLegalOrders } from '../../src/battle/legal-orders.ts';
import { observe } from '../../src/battle/observe.ts';
import type { Measure } from '../../src/model/affair.ts';
import type { Order } from '../../src/model/order.ts';
import { clausePoints } from '../../src/rules/affairs/clauses.ts';
import { findHistoricScore, resultOf, scoreOf, tallyOf } from '../../src/rules/objectives.ts';
import { formatProblem } from '../../src/scenario/problem.ts';
import { readZaozernaya, type Spoilable, zaozernayaJson } from '../scenario/zaozernaya.ts';
import { type Battlefield, battlefield, type FieldOptions, rifleCompany, tanks } from '../battlefield.ts';
import { after, END_TURN, march, refusalOf } from './orders.ts';

const quiet = rifleCompany({ policy: 'hold' });

const measured = (
  text: string,
  measure: Measure,
  options: FieldOptions = {},
  fields: Parameters<typeof battlefield>[1] = {},
): Battlefield =>
  battlefield(
    text,
    { A: quiet, b: quiet, ...fields },
    {
      under: { 1: 'open', 2: 'open', 3: 'open' },
      regions: { west: '1', east: '3' },
      clauses: [{ side: 'soviet', measure }],
      ...options,
    },
  );
const countOf = ({ scenario }: Battlefield, battle: Battle): number | undefined =>
  tallyOf(scenario, battle.state)[0]?.measured;

describe('a clause', () => {
  test('gives its points for each whole count beyond what is free, up to its most', () => {
    const clause = { free: 200, per: 100, points: 5, most: 12 };
    expect([0, 200, 299, 300, 450, 5000].map((count) => clausePoints(clause, count))).toEqual([0, 0, 0, 5, 10, 12]);
  });

  test('counts the turns at whose end the side held a place', () => {
    const field = measured(
      'A 1 . . b',
      { kind: 'turnsHeld', objective: 0, fromTurn: 2 },
      { objectives: [{ at: '1' }] },
    );
    let battle = after(field.battle, march(field, 'A', '1'));
    for (const expected of [0, 1, 2]) {
      battle = after(battle, END_TURN);
      expect(countOf(field, battle)).toBe(expected);
      battle = after(battle, END_TURN);
    }
  });

  test('counts who left by an exit in time', () => {
    const exits = [{ id: 'road', names: { en: 'the road' }, side: 'soviet', region: 'west' }] as const;
    const field = measured('1 A . . b', { kind: 'exited', of: 'men', exits: ['road'], untilMinute: 630 }, { exits });
    const leave: Order = { kind: 'leave', unit: field.id('A') };
    expect(refusalOf(field.battle, leave)).toEqual({ reason: 'noExit' });
    const there = after(field.battle, march(field, 'A', '1'));
    expect(listLegalOrders(field.scenario, observe(field.scenario, there.state, 'soviet'))).toContainEqual(leave);
    const gone = after(there, leave);
    expect(field.unit(gone, 'A')).toMatchObject({ at: 'left', men: 100 });
    expect(countOf(field, gone)).toBe(100);
    expect(refusalOf(gone, march(field, 'A', '1'))).toEqual({ reason: 'outOfAction' });
    expect(countOf(field, after(there, END_TURN, END_TURN, leave))).toBe(0);
  });

  test('counts what the enemy has lost', () => {
    const lost = (of: 'men' | 'vehicles'): number | undefined => {
      const b = tanks({ now: { men: 20, killed: 10, vehicles: 7 } });
      const field = measured('A 1 . b', { kind: 'enemyLost', of }, {}, { b });
      return countOf(field, field.battle);
    };
    expect([lost('men'), lost('vehicles')]).toEqual([10, 3]);
  });

  test('counts prisoners', () => {
    const field = measured(
      'A 1 . b',
      { kind: 'prisoners' },
      {},
      { b: rifleCompany({ now: { men: 60, captured: 40 } }) },
    );
    expect(countOf(field, field.battle)).toBe(40);
  });

  test('counts men of the enemy who have no way out', () => {
    const cut = (text: string): number | undefined => {
      const field = measured(text, { kind: 'enemyCutOff', region: 'east' }, {}, { A: [], C: quiet });
      return countOf(field, field.battle);
    };
    const drawn = battlefield(
      '. A . b . A . 3',
      { A: quiet, b: quiet },
      {
        under: { 3: 'open' },
        regions: { east: '3' },
        clauses: [{ side: 'soviet', measure: { kind: 'enemyCutOff', region: 'east' } }],
      },
    );
    expect(cut('. b . C . 3')).toBe(100);
    expect(cut('C . b . . 3')).toBe(0);
    expect(countOf(drawn, drawn.battle)).toBe(0);
  });

  test('asks for a chain of hexes free of the enemy', () => {
    const chain = (text: string): number | undefined => {
      const field = measured(text, { kind: 'connected', from: 'west', to: 'east' });
      return countOf(field, field.battle);
    };
    expect(chain('1 A . . . 3 . . b')).toBe(1);
    expect(chain('1 A . b . 3')).toBe(0);
  });

  test('counts own men on a piece of ground at the end', () => {
    const field = measured('A 1 . b', { kind: 'present', region: 'west' });
    expect(countOf(field, field.battle)).toBe(0);
    expect(countOf(field, after(field.battle, march(field, 'A', '1')))).toBe(100);
  });

  test('counts the incident points of the enemy', () => {
    const field = measured(
      'A 1 2 b',
      { kind: 'enemyIncidents' },
      { incidents: {}, first: 'japanese', seen: ['japanese'] },
    );
    const fire: Order = { kind: 'fire', unit: field.id('b'), target: field.hex('A'), minutes: 5 };
    expect(countOf(field, after(field.battle, fire))).toBe(1);
  });

  test('adds to the score and is told with the result', () => {
    const field = measured(
      'A 1 . b',
      { kind: 'present', region: 'west' },
      {
        clauses: [{ side: 'soviet', measure: { kind: 'present', region: 'west' }, per: 25, points: 3 }],
      },
    );
    const battle = after(field.battle, march(field, 'A', '1'));
    expect(scoreOf(field.scenario, battle.state, 'soviet')).toBe(12);
    expect(resultOf(field.scenario, battle.state).counted).toEqual([{ clause: 'clause-1', measured: 100, points: 12 }]);
  });
});

describe("history's own score", () => {
  const read = (spoil: (file: Spoilable) => void) => {
    const file = zaozernayaJson();
    const ids: string[] = file['objectives'].map(({ id }: { id: string }) => id);
    file['history'].holders = Object.fromEntries(ids.map((id) => [id, 'japanese']));
    spoil(file);
    return readZaozernaya(file);
  };

  test('is worked out by the same rules where it is said who held what', () => {
    const reading = read((file) => {
      file['history'].score = { soviet: 0, japanese: 0 };
    });
    const points = zaozernayaJson()['objectives'].reduce((sum: number, one: { points: number }) => sum + one.points, 0);
    expect(reading.kind === 'refused' ? reading.problems.map(formatProblem) : []).toEqual([
      `battle.json: history.score.japanese: found 0, expected ${points}, by the same rules`,
    ]);
  });

  test('asks for whatever a clause measured', () => {
    const reading = read((file) => {
      file['clauses'] = [
        {
          id: 'men',
          names: { en: 'men' },
          side: 'soviet',
          measure: { kind: 'enemyLost', of: 'men' },
          per: 50,
          points: 1,
          source: 'tried',
          grade: 'C',
        },
        {
          id: 'line',
          names: { en: 'line' },
          side: 'soviet',
          measure: { kind: 'enemyIncidents' },
          points: 1,
          source: 'tried',
          grade: 'C',
        },
      ];
    });
    expect(reading.kind === 'refused' ? reading.problems.map(formatProblem) : []).toEqual([
      'battle.json: history.measures.line: found nothing, expected what the clause measured',
    ]);
  });

  test('counts what the enemy lost in fact', () => {
    const reading = read((file) => {
      const points = file['objectives'].reduce((sum: number, one: { points: number }) => sum + one.points, 0);
      file['clauses'] = [
        {
          id: 'men',
          names: { en: 'men' },
          side: 'soviet',
          measure: { kind: 'enemyLost', of: 'men' },
          per: 50,
          points: 1,
          source: 'tried',
          grade: 'C',
        },
      ];
      // 178 Japanese lost make three points, less two for 350 men of the own.
      file['history'].score = { soviet: 1, japanese: points };
    });
    expect(reading.kind).toBe('read');
    if (reading.kind === 'read') expect(findHistoricScore(reading.value, 'soviet')).toBe(1);
  });
});
