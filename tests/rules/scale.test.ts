/**
 * One attack at five scales: a platoon crosses a kilometre of open steppe by day and goes in on a section in foxholes. What
 * it costs and how long it takes must not hang on how finely ground and time are cut.
 */
import { describe, expect, test } from 'vitest';
import { apply, type Battle } from '../../src/battle/battle.ts';
import { hexesBetween } from '../../src/hex/distance.ts';
import { listLine } from '../../src/hex/line.ts';
import { minuteOf } from '../../src/rules/light.ts';
import { type Battlefield, battlefield, rifleCompany } from '../battlefield.ts';

interface Scale {
  readonly hexMetres: number;
  readonly minutes: number;
}

// biome-ignore format: a table
const SCALES: readonly Scale[] = [
  { hexMetres: 50,   minutes: 2   },
  { hexMetres: 100,  minutes: 5   },
  { hexMetres: 250,  minutes: 15  },
  { hexMetres: 500,  minutes: 60  },
  { hexMetres: 1000, minutes: 360 },
];

const METRES = 1000;
const GAMES = 60;

function fieldAt({ hexMetres, minutes }: Scale, seed: string): Battlefield {
  const hexes = METRES / hexMetres;
  return battlefield(
    `. A ${'. '.repeat(hexes - 1)}b . . .`,
    {
      A: rifleCompany({
        men: 24,
        arms: [
          ['rifle', 18],
          ['lightMachineGun', 3],
        ],
      }),
      b: rifleCompany({
        men: 10,
        arms: [
          ['rifle', 8],
          ['lightMachineGun', 1],
        ],
        dug: 1.4,
      }),
    },
    { seed, hexMetres, minutes, turns: 200, seen: ['soviet'] },
  );
}

interface Outcome {
  readonly lost: number;
  readonly enemyLost: number;
  /** Minutes from setting out to the decision. */
  readonly minutes: number;
}

/** Marches by the shortest way, goes in when beside the enemy, until it has fought or can no more. */
function attack(field: Battlefield): Outcome {
  let { battle } = field;
  const { grid } = field.scenario.map;
  const target = field.hex('b');
  for (let turn = 0; turn < 150; turn++) {
    let spent = 0;
    for (let step = 0; step < 40; step++) {
      const unit = field.unit(battle, 'A');
      if (typeof unit.at !== 'number' || unit.men === 0 || unit.cohesion === 'broken')
        return outcomeOf(field, battle, spent);
      const isBeside = hexesBetween(grid, unit.at, target) === 1;
      const applied = apply(
        battle,
        isBeside
          ? { kind: 'assault', units: [unit.id], target }
          : { kind: 'move', unit: unit.id, path: [listLine(grid, unit.at, target)[1] ?? target], pace: 'normal' },
      );
      if (applied.kind === 'refused') break;
      ({ battle } = applied);
      const after = field.unit(battle, 'A');
      spent = after.minutesGiven - after.minutesLeft + (after.owedMinutes ?? 0);
      if (isBeside) return outcomeOf(field, battle, spent);
    }
    for (let side = 0; side < 2; side++) {
      const ended = apply(battle, { kind: 'endTurn' });
      if (ended.kind === 'applied') ({ battle } = ended);
    }
  }
  throw new Error('the attack never came to an end');
}

const outcomeOf = (field: Battlefield, battle: Battle, spent: number): Outcome => ({
  lost: 24 - field.unit(battle, 'A').men,
  enemyLost: 10 - field.unit(battle, 'b').men,
  minutes: minuteOf(field.scenario.clock, battle.state.turn) - minuteOf(field.scenario.clock, 1) + spent,
});

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** How far a scale may stray from the mean of all scales; sixty games leave a tenth to chance. */
const LOSSES_WITHIN = 0.35;
const MINUTES_WITHIN = 0.3;

describe('an attack over a kilometre', () => {
  const results = SCALES.map((scale) => {
    const games = Array.from({ length: GAMES }, (_, game) => attack(fieldAt(scale, `scale ${game}`)));
    return {
      scale: `hexes of ${scale.hexMetres} m, turns of ${scale.minutes} minutes`,
      lost: mean(games.map((game) => game.lost)),
      enemyLost: mean(games.map((game) => game.enemyLost)),
      minutes: mean(games.map((game) => game.minutes)),
    };
  });

  // biome-ignore format: a table
  test.each([
    ['costs the attackers the same',  'lost',      LOSSES_WITHIN ],
    ['costs the defenders the same',  'enemyLost', LOSSES_WITHIN ],
    ['takes the same time',           'minutes',   MINUTES_WITHIN],
  ] as const)('%s at every scale', (_, what, within) => {
    const middle = mean(results.map((result) => result[what]));
    for (const result of results)
      expect(Math.abs(result[what] / middle - 1), `${result.scale}: ${result[what]} against ${middle}`).toBeLessThan(within);
  });
});
