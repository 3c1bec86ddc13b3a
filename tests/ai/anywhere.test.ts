/** The ensign on fields nobody has drawn for it: whatever units of whatever kind stand wherever, it comes to an end. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideEnsign } from '../../src/ai/ensign.ts';
import { playTurn } from '../../src/ai/play.ts';
import type { Memory } from '../../src/ai/player.ts';
import { defaultBudget } from '../../src/ai/players.ts';
import { LIGHTS } from '../../src/model/clock.ts';
import type { Terrain } from '../../src/model/map.ts';
import type { Side } from '../../src/model/side.ts';
import {
  antiTankGuns,
  battery,
  battlefield,
  borderGuards,
  cavalry,
  cutter,
  engineers,
  headquarters,
  infantryGuns,
  machineGuns,
  offMapBattery,
  rifleCompany,
  riflePlatoon,
  tanks,
} from '../battlefield.ts';

const KINDS = [
  rifleCompany,
  riflePlatoon,
  borderGuards,
  machineGuns,
  cavalry,
  engineers,
  antiTankGuns,
  infantryGuns,
  battery,
  tanks,
  headquarters,
  cutter,
];

const COLUMNS = 9;
const ROWS = 7;

/** A field of odd ground with up to a dozen units and two objectives at odd places. */
const fields = fc.record({
  ground: fc.array(fc.constantFrom('.', '.', '.', ',', '&', '"', '~', '^', '@'), {
    minLength: COLUMNS * ROWS,
    maxLength: COLUMNS * ROWS,
  }),
  places: fc.uniqueArray(fc.nat(COLUMNS * ROWS - 1), { minLength: 6, maxLength: 14 }),
  kinds: fc.array(fc.nat(KINDS.length - 1), { minLength: 14, maxLength: 14 }),
  dug: fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }),
  light: fc.constantFrom(...LIGHTS),
  seed: fc.nat(9999),
});

type Field = typeof fields extends fc.Arbitrary<infer T> ? T : never;

function layOut({ ground, places, kinds, dug, light, seed }: Field) {
  const cells: string[] = [...ground];
  const under: Record<string, Terrain> = {};
  const units: Record<string, ReturnType<typeof rifleCompany>> = {};
  places.slice(2).forEach((hex, place) => {
    const key = place % 2 === 0 ? 'ABCDEFGHIJKL'.charAt(place) : 'abcdefghijkl'.charAt(place);
    const kind = KINDS[kinds[place] ?? 0] ?? rifleCompany;
    cells[hex] = key;
    if (kind === cutter) under[key] = 'deepWater';
    units[key] = kind(dug[place] === true && kind !== cutter ? { dug: 1 } : {});
  });
  const [first, second] = places;
  if (first !== undefined) cells[first] = '1';
  if (second !== undefined) cells[second] = '2';
  const rows = Array.from(
    { length: ROWS },
    (_, row) => `${row % 2 === 1 ? ' ' : ''}${cells.slice(row * COLUMNS, (row + 1) * COLUMNS).join(' ')}`,
  );
  return battlefield(
    rows.join('\n'),
    { ...units, X: offMapBattery(2), x: offMapBattery(2) },
    {
      seed: `${seed}`,
      light,
      under,
      turns: 4,
      objectives: [
        { at: '1', holder: 'soviet' },
        { at: '2', holder: 'japanese' },
      ],
    },
  );
}

test('every turn ends, and hardly an order is refused', () => {
  let given = 0;
  let refused = 0;
  fc.assert(
    fc.property(fields, (field) => {
      let { battle } = layOut(field);
      const memories: Partial<Record<Side, Memory>> = {};
      while (battle.state.result === null) {
        const side = battle.state.active;
        const turn = playTurn(battle, {
          decide: decideEnsign,
          memory: memories[side],
          seed: 'any',
          budget: defaultBudget('ensign'),
        });
        given += turn.given.length;
        refused += turn.given.filter((one) => one.refusal !== undefined).length;
        ({ battle } = turn);
        if (turn.memory !== undefined) memories[side] = turn.memory;
      }
    }),
    { numRuns: 40, seed: 1938 },
  );
  expect(refused / given).toBeLessThan(0.01);
});
