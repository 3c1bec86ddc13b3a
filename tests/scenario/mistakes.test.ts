/** What is wrong with a scenario is told all at once, with the place, what stands there and what was expected. */
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/scenario/problem.ts';
import { equipmentJson, type Spoilable, readZaozernaya, zaozernayaJson } from './zaozernaya.ts';

const CITED = { source: 'made up', grade: 'C' };
const FLIGHT = {
  id: 'eagles',
  side: 'soviet',
  names: { en: 'Eagles' },
  aircraft: 'sb',
  machines: 9,
  tasks: ['bomb'],
  baseKm: 50,
  training: 0.5,
  ...CITED,
};

describe('a scenario with mistakes', () => {
  test('ten mistakes get ten problems, with their places', () => {
    const problems = problemsWhen((battle) => {
      battle['summary'] = '';
      battle['clock'].skies[1].from = '02:15';
      unit(battle, 'ja-1-75').men = 20;
      unit(battle, 'ja-2-75').parent = 'ja-6-75';
      unit(battle, 'ja-6-75').armaments[0].weapon = 'longbow';
      unit(battle, 'ja-10-75').start.hex = [9, 10];
      unit(battle, 'ja-1-76').start.hex = [8, 70];
      unit(battle, 'su-9-118').id = 'su-8-118';
      unit(battle, 'su-tanks-1').start.release = '09:30';
      battle['limits'][0].region = 'the-moon';
    });
    expect(problems).toEqual([
      'battle.json: summary: found "", expected some text',
      'battle.json: clock.skies[1].from: found "02:15", expected an hour after that of the entry before',
      'battle.json: units[48].start.release: found "09:30", expected an hour not after the end of the battle',
      'battle.json: units[34].id: found "su-8-118", expected an id used once; units[33] has it',
      'battle.json: units[3].parent: found "ja-6-75", expected a unit with headquarters',
      'battle.json: units[4].armaments[0].weapon: found "longbow", expected a weapon of the equipment table',
      'battle.json: units[2].men: found 20, expected at least 100, the crews of all its weapons',
      'battle.json: units[19].start.hex: found [8,70], expected a hex of the map, [0, 0] to [29, 22]',
      'battle.json: units[11].start.hex: found deep water, expected ground the unit can stand on',
      'battle.json: limits[0].region: found "the-moon", expected a region of the map: korea, west-of-border, soviet',
    ]);
  });

  test.each<[mistake: string, spoil: (battle: Spoilable) => void, problem: string]>([
    [
      'a unit that is nowhere',
      (battle) => delete unit(battle, 'ja-1-75').start,
      'units[2]: found nothing, expected one of start, arrival and offMap',
    ],
    [
      'a unit beside an enemy',
      (battle) => (unit(battle, 'ja-6-75').start.hex = [12, 14]),
      'units[4].start.hex: found [12,14], beside su-guards-south, expected a hex that does not touch the enemy, or inContact',
    ],
    [
      'a unit among the enemy',
      (battle) => (unit(battle, 'ja-garrison-1').start.hex = [12, 1]),
      'units[24].start.hex: found [12,1], with su-tanks-2, expected a hex without enemies',
    ],
    [
      'a hex with more men than it has room for',
      (battle) => {
        for (const id of ['ja-1-75', 'ja-9-75', 'ja-11-75', 'ja-12-75', 'ja-mg-3-75']) {
          Object.assign(unit(battle, id).start, { hex: [9, 17], posture: 'deployed' });
        }
        unit(battle, 'ja-bg-3-75').start.hex = [9, 16];
      },
      'units[16].start.hex: found 754 m of front with those before it, expected at most 750 m in one hex',
    ],
    [
      'a company where its orders forbid it to be',
      (battle) => (unit(battle, 'su-9-118').start.hex = [15, 14]),
      'units[34].start.hex: found [15,14], expected a hex its side may enter; limits[0] forbids this one',
    ],
    [
      'a headquarters that answers to itself',
      (battle) => (unit(battle, 'ja-hq-75').parent = 'ja-hq-75'),
      'units[0].parent: found "ja-hq-75", expected a chain of command without a ring',
    ],
    [
      'a side without a briefing',
      (battle) => battle['briefings'].pop(),
      'briefings: found 0 of the soviet side, expected one for each side',
    ],
    [
      'a flight of a type that nobody built',
      (battle) => (battle['air'] = [{ ...FLIGHT, aircraft: 'zeppelin' }]),
      'air[0].aircraft: found "zeppelin", expected the id of an aircraft',
    ],
    [
      'bombs under aircraft that carry none',
      (battle) => (battle['air'] = [{ ...FLIGHT, aircraft: 'i-16-10', tasks: ['cover', 'bomb'] }]),
      'air[0].tasks[1]: found "bomb", expected a type that carries bombs for this task',
    ],
    [
      'bombers that are to keep fighters away',
      (battle) => (battle['air'] = [{ ...FLIGHT, tasks: ['cover'] }]),
      'air[0].tasks[0]: found "cover", expected fighters for this task',
    ],
    [
      'a fire plan of men without guns',
      (battle) => (unit(battle, 'ja-1-75').timetable = [{ hex: [12, 14], from: '04:00', task: 'suppress' }]),
      'units[2].timetable: found a fire plan, expected only for guns that fire over the heads of others',
    ],
    [
      'a late formation that is none of the units',
      (battle) => (battle['friction'] = { late: [{ unit: 'su-99', chance: 0.5, share: 0.5, ...CITED }] }),
      'friction.late[0].unit: found "su-99", expected the id of a unit',
    ],
    [
      'cut lines of a headquarters that does not telephone',
      (battle) =>
        (battle['friction'] = {
          cutLines: [{ headquarters: 'ja-hq-75', from: '03:00', until: '04:00', ...CITED }],
        }),
      'friction.cutLines[0].headquarters: found "ja-hq-75", expected a headquarters that telephones',
    ],
    [
      'a second relief of one headquarters',
      (battle) =>
        (battle['friction'] = {
          reliefs: [0.8, 0.9].map((staff) => ({ headquarters: 'ja-hq-75', staff, ...CITED })),
        }),
      'friction.reliefs[1].headquarters: found "ja-hq-75", expected a headquarters without a relief before it',
    ],
    [
      'orders that come after the end',
      (battle) => (battle['friction'] = { lostOrders: [{ unit: 'ja-hq-75', chance: 0.5, until: '23:00', ...CITED }] }),
      'friction.lostOrders[0].until: found "23:00", expected an hour not after the end of the battle',
    ],
    [
      'a depot off the map',
      (battle) =>
        (battle['supply'] = {
          depots: [{ id: 'ferry', side: 'japanese', names: { en: 'Ferry' }, hex: [90, 1], ...CITED }],
          columns: [{ side: 'japanese', vehicle: 'pack-horse', count: 9, ...CITED }],
        }),
      'supply.depots[0].hex: found [90,1], expected a hex of the map',
    ],
    [
      'a depot from which nothing goes',
      (battle) =>
        (battle['supply'] = {
          depots: [{ id: 'ferry', side: 'japanese', names: { en: 'Ferry' }, hex: [9, 9], ...CITED }],
          columns: [],
        }),
      'supply.depots[0].side: found "japanese", expected a side with columns, or with units that carry cargo',
    ],
    [
      'a column of tanks',
      (battle) =>
        (battle['supply'] = {
          depots: [],
          columns: [{ side: 'soviet', vehicle: 't-26-1933', count: 9, ...CITED }],
        }),
      'supply.columns[0].vehicle: found "t-26-1933", expected a vehicle of the table that carries a load',
    ],
    [
      'more cargo than the vehicles bear',
      (battle) => (unit(battle, 'ja-1-75').cargo = { water: 2 }),
      'units[2].cargo: found 2, expected at most the 0 t of its vehicles',
    ],
    [
      'an arrival after the end',
      (battle) => (unit(battle, 'su-121-cavalry').arrival.turn = 14),
      'units[50].arrival.turn: found 14, expected a turn of the battle, 1 to 13',
    ],
    [
      'a side that moves twice',
      (battle) => (battle['order'] = ['soviet', 'soviet']),
      'order: found ["soviet","soviet"], expected each side once',
    ],
    [
      'wire along a side that hexes of this map do not have',
      (battle) => (battle['wire'][0].facing = 'E'),
      'wire[0].facing: found "E", expected a side of a flat-top hex: N NE SE S SW NW',
    ],
    [
      'the same wire twice, from both sides of it',
      (battle) => battle['wire'].push({ ...battle['wire'][0], hex: [13, 14], facing: 'N' }),
      'wire[6].facing: found "N", expected each hexside once; wire[0] is the same side',
    ],
    [
      'a branch the other side could not put a face to',
      (battle) =>
        (battle['typical'] = battle['typical'].filter((card: { branch: string }) => card.branch !== 'cavalry')),
      'typical: found nothing for soviet cavalry, expected one for each branch present',
    ],
    [
      'levels of victory that do not rise',
      (battle) => (battle['victory'].minor = 14),
      'victory: found 24, 14, 14, expected decisive above major above minor',
    ],
    [
      'a map nobody has',
      (battle) => (battle['map'] = 'atlantis'),
      'map: found "atlantis", expected one of: khasan-heights-250',
    ],
    [
      'tanks of no known type',
      (battle) => (unit(battle, 'su-tanks-1').vehicle = 't-34'),
      'units[48].vehicle: found "t-34", expected a vehicle of the table of vehicles',
    ],
    [
      'tanks that do not say of what type they are',
      (battle) => delete unit(battle, 'su-tanks-1').vehicle,
      'units[48].vehicle: found nothing, expected the type of its vehicles',
    ],
    [
      'lorries of no known type',
      (battle) => (unit(battle, 'su-9-118').transport = { vehicle: 'studebaker', count: 4 }),
      'units[34].transport.vehicle: found "studebaker", expected a vehicle of the table of vehicles',
    ],
    [
      'a type of vehicle without a number',
      (battle) => (unit(battle, 'su-9-118').vehicle = 'gaz-aa'),
      'units[34].vehicles: found 0, expected a number of gaz-aa',
    ],
    [
      'tanks on wheels',
      (battle) => (unit(battle, 'su-tanks-1').mobility = 'wheeled'),
      'units[48].mobility: found "wheeled", expected as its vehicles go, on tracks',
    ],
    [
      'T-26 with their tracks off',
      (battle) => (unit(battle, 'su-tanks-1').start.onWheels = true),
      'units[48].start.onWheels: found "t-26-1933", expected vehicles that run on wheels and on tracks',
    ],
    [
      'fewer guns than its vehicles carry, and no word of it',
      (battle) => delete unit(battle, 'su-tanks-1').gunsDiffer,
      'units[48].armaments: found 10 dt-1929, expected 20, those of 10 t-26-1933, or gunsDiffer',
    ],
    [
      'fewer men than drive and fight its vehicles',
      (battle) => (unit(battle, 'su-tanks-1').men = 29),
      'units[48].men: found 29, expected at least 30, the crews of all its vehicles and weapons',
    ],
    ['a word too many', (battle) => (battle['weather'] = 'fine'), 'weather: found "weather", expected no such key'],
  ])('%s', (_mistake, spoil, problem) => {
    expect(problemsWhen(spoil)).toEqual([`battle.json: ${problem}`]);
  });

  test('a weapon without effect is told in its own file, and as one problem of the scenario', () => {
    const weapons = equipmentJson('weapons');
    delete weapons['weapons'][0].menPerMinute;
    const reading = readZaozernaya(zaozernayaJson(), { weapons });
    expect(reading.kind === 'refused' ? reading.problems.map(formatProblem) : []).toEqual([
      'battle.json: equipment: found "weapons", whose file scenarios/equipment/weapons.json has problems: 1, expected a document without problems',
    ]);
  });

  test.each([[null], [[]], ['battle'], [{}], [{ units: 'none', clock: 3 }]])(
    '%j is refused without a crash',
    (input) => {
      expect(readZaozernaya(input).kind).toBe('refused');
    },
  );
});

function problemsWhen(spoil: (battle: Spoilable) => void): string[] {
  const battle = zaozernayaJson();
  spoil(battle);
  const reading = readZaozernaya(battle);
  return reading.kind === 'refused' ? reading.problems.map(formatProblem) : [];
}

function unit(battle: Spoilable, id: string) {
  const found = battle.units.find((entry: { id: string }) => entry.id === id);
  if (found === undefined) throw new Error(`The battle has no unit ${id}.`);
  return found;
}
