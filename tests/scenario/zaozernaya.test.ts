/** The battle that comes with the game, held against the record it cites. */
import { describe, expect, test } from 'vitest';
import { type HexIndex, indexOf, isAdjacent } from '../../src/hex/grid.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { type Side, SIDES } from '../../src/model/side.ts';
import type { UnitCard } from '../../src/model/unit.ts';
import { hasGuns, weaponOf } from '../../src/rules/roster.ts';
import { SCENARIO_IDS, scenarioById } from '../../src/scenario/library.ts';
import { equipmentJson, readZaozernaya, type Spoilable, zaozernayaJson } from './zaozernaya.ts';

const battle = scenarioById('khasan-1938-zaozernaya');

describe('the library', () => {
  test('every battle in it reads, and asking twice gives the same', () => {
    for (const id of SCENARIO_IDS) expect(scenarioById(id)).toBe(scenarioById(id));
  });

  test('a battle it does not have is named, with those it has', () => {
    expect(() => scenarioById('waterloo')).toThrow('There is no scenario waterloo; there are: khasan-1938-zaozernaya');
  });
});

describe('the fingerprint of a battle', () => {
  test('does not depend on the order of keys in its file', () => {
    const json = zaozernayaJson();
    const turned = Object.fromEntries(Object.entries(json).reverse());
    expect(hashOf(turned)).toBe(hashOf(json));
    expect(hashOf(json)).toBe(battle.hash);
  });

  // Rows the battle names itself, by way of its tanks, and not at all.
  test.each([
    ['weapons', 'dp-1927', 'shows'],
    ['weapons', 'dt-1929', 'shows'],
    ['vehicles', 't-26-1933', 'shows'],
    ['weapons', '152mm-ml-20', 'hides'],
    ['vehicles', 'bt-5', 'hides'],
    ['aircraft', 'sb', 'hides'],
    ['bridging', 'n2p-park', 'hides'],
  ])('of the %s, a change of %s %s', (key, id, shown) => {
    const table = equipmentJson(key);
    table[key].find((row: Spoilable) => row['id'] === id).source += ', and another book';
    expect(hashOf(zaozernayaJson(), { [key]: table }) === battle.hash).toBe(shown === 'hides');
  });

  test('does not change with a row that is new to a table, nor with the order of its rows', () => {
    const table = equipmentJson('weapons');
    table['weapons'] = [...table['weapons'].reverse(), { ...table['weapons'][0], id: 'longbow' }];
    expect(hashOf(zaozernayaJson(), { weapons: table })).toBe(battle.hash);
  });

  test('changes with a single man', () => {
    const json = zaozernayaJson();
    json.units[2].men += 1;
    expect(hashOf(json)).not.toBe(battle.hash);
  });
});

describe('Zaozernaya against the record', () => {
  test.each([
    ['japanese', 1410, 14, 0],
    ['soviet', 1460, 20, 20],
  ] as const)('the %s side has %i men, %i guns and %i tanks on the field', (side, men, guns, tanks) => {
    const cards = listCards(battle, side).filter((card) => card.offMap === undefined);
    expect(sum(cards, (card) => card.men)).toBe(men);
    expect(sum(cards.filter(hasGuns), countGuns)).toBe(guns);
    expect(sum(cards, (card) => card.vehicles)).toBe(tanks);
  });

  test('it runs from half past two to nine in thirteen turns, and the light comes at five', () => {
    const { starts, turns, skies } = battle.clock;
    expect([starts[0], starts[turns], turns]).toEqual([150, 540, 13]);
    expect(skies.map(({ fromMinute, light, weather }) => [fromMinute, light, weather])).toEqual([
      [150, 'dark', 'overcast'],
      [300, 'twilight', 'overcast'],
      [368, 'day', 'overcast'],
      [510, 'day', 'fog'],
    ]);
  });

  test('all heights together are worth the Japanese score of history', () => {
    expect(sum(battle.objectives, ({ points }) => points)).toBe(battle.history.score.japanese);
    expect(battle.objectives.every(({ holder }) => holder === 'soviet')).toBe(true);
  });

  test('the garrison lies in trenches behind wire, and the shoulder is open to the south', () => {
    const crest = indexOf(battle.map.grid, [13, 13]);
    expect(battle.works.find(({ hex }) => hex === crest)?.manHours).toBeGreaterThanOrEqual(400);
    expect(battle.wire).toHaveLength(6);
    expect(battle.wire.every(({ side }) => side === 'soviet')).toBe(true);
  });

  test('every unit, objective, limit and clause names its source', () => {
    const cited = [...battle.cards, ...battle.objectives, ...battle.limits, ...battle.lossClauses, ...battle.surprises];
    for (const { source } of cited) expect(source.length).toBeGreaterThan(20);
  });

  test('each side has a briefing', () => {
    expect(battle.briefings.map(({ side }) => side).sort()).toEqual([...SIDES].sort());
  });

  test('nobody begins on or beside an enemy', () => {
    const [soviet, japanese] = SIDES.map((side) => listStanding(battle, side));
    for (const own of soviet ?? []) {
      for (const enemy of japanese ?? []) {
        const near = own.hex === enemy.hex || isAdjacent(battle.map.grid, own.hex, enemy.hex);
        expect(near, `${own.id} and ${enemy.id}`).toBe(false);
      }
    }
  });

  test('the crews of a unit leave none of its weapons unserved', () => {
    for (const card of battle.cards) {
      const crews = sum(card.armaments, ({ weapon, count }) => count * weaponOf(battle, weapon).crewMen);
      expect(crews, card.id).toBeLessThanOrEqual(card.men);
    }
  });

  test('the heavy battery has a round for every round its missions ask for', () => {
    const battery = battle.cards.find((card) => card.offMap !== undefined);
    const pieces = battery?.armaments[0];
    const carried = pieces === undefined ? 0 : pieces.count * weaponOf(battle, pieces.weapon).carriedRounds;
    expect(carried).toBe((battery?.offMap?.missions ?? 0) * (battery?.offMap?.missionRounds ?? 0));
  });
});

function hashOf(json: unknown, tables: Readonly<Record<string, unknown>> = {}): string {
  const reading = readZaozernaya(json, tables);
  return reading.kind === 'read' ? reading.value.hash : 'refused';
}

function listCards(scenario: Scenario, side: Side): UnitCard[] {
  return scenario.cards.filter((card) => card.side === side);
}

function listStanding(scenario: Scenario, side: Side): { readonly id: string; readonly hex: HexIndex }[] {
  return listCards(scenario, side).flatMap((card) => {
    const hex = scenario.deployments.find(({ unit }) => unit === card.id)?.hex;
    return hex === undefined ? [] : [{ id: card.id, hex }];
  });
}

/** Guns stand first among the weapons of a unit of guns. */
function countGuns(card: UnitCard): number {
  return card.armaments[0]?.count ?? 0;
}

function sum<T>(entries: readonly T[], amount: (entry: T) => number): number {
  return entries.reduce((total, entry) => total + amount(entry), 0);
}
