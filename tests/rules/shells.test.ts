/**
 * Shells beside the worked cases of the artillery norms (scenarios/sources.md 6, all grade C: within two fifths), and the
 * same shells at every size of hex.
 */
import { describe, expect, test } from 'vitest';
import { present } from '../../src/model/assert.ts';
import { suppressionAfter } from '../../src/rules/fire/harm.ts';
import { fallOf, shellEffect } from '../../src/rules/fire/mission.ts';
import { beatenHectares, hexHectares, hitShare, occupiedHectares } from '../../src/rules/fire/shells.ts';
import { battlefield, battery, type Fielded, type FieldOptions, rifleCompany } from '../battlefield.ts';

/** Share of the men hit and suppression when so many rounds fall on so many hectares of a company. */
function worked(
  rounds: number,
  lethalSquareMetres: number,
  hectares: number,
  b: Fielded,
  options: FieldOptions = {},
): { readonly hit: number; readonly suppressed: number } {
  const field = battlefield('b', { b }, options);
  const unit = field.unit(field.battle, 'b');
  const effect = shellEffect({ scenario: field.scenario, state: field.battle.state }, unit, {
    hex: 0,
    deadlySquareMetres: rounds * lethalSquareMetres,
    hectares,
  });
  return { hit: effect.men / unit.men, suppressed: suppressionAfter(0, effect.weight, effect.felt, unit.men) };
}

const LIGHT = 40;
const HEAVY = 110;
const standing = rifleCompany({ now: { activity: 'moving' } });
const foxholes = rifleCompany({ dug: 1.4 });

describe('the worked cases of the norms', () => {
  // biome-ignore format: a table
  test.each([
    ['120 rounds of 75 mm on a hectare of men in the open',              worked(120, LIGHT, 1, standing),                                    0.3,  0.85],
    ['the same on foxholes',                                             worked(120, LIGHT, 1, foxholes),                                    0.04, 0.5 ],
    ['360 rounds of 122 mm on four hectares of foxholes in sand',        worked(360, HEAVY, 4, foxholes, { under: { b: 'sand' } }),          0.08, 0.75],
  ] as const)('%s', (_, found, hit, suppressed) => {
    expect(Math.abs(found.hit / hit - 1), `${found.hit} hit`).toBeLessThan(0.4);
    expect(Math.abs(found.suppressed / suppressed - 1), `${found.suppressed} suppressed`).toBeLessThan(0.4);
  });

  // Rounds a hectare that hit a quarter of the men or silence them: neutralise in the open, suppress and destroy dug in.
  // biome-ignore format: a table
  test.each([
    ['40 rounds of 76 mm silence men in the open',       worked(40, LIGHT, 1, standing).suppressed,   0.5,  1  ],
    ['20 rounds of 122 mm silence men in the open',      worked(20, HEAVY, 1, standing).suppressed,   0.5,  1  ],
    ['200 rounds of 76 mm silence men in foxholes',      worked(200, LIGHT, 1, foxholes).suppressed,  0.45, 1  ],
    ['100 rounds of 122 mm silence men in foxholes',     worked(100, HEAVY, 1, foxholes).suppressed,  0.45, 1  ],
  ] as const)('%s', (_, found, least, most) => {
    expect(found).toBeGreaterThanOrEqual(least);
    expect(found).toBeLessThanOrEqual(most);
  });
});

describe('shells', () => {
  test('hit more the more fall, and never everybody twice', () => {
    let before = 0;
    for (let rounds = 0; rounds <= 1000; rounds += 50) {
      const share = hitShare(rounds * LIGHT, 1);
      expect(share).toBeGreaterThanOrEqual(before);
      expect(share).toBeLessThanOrEqual(1);
      before = share;
    }
  });

  test('fall on the ground men take up, whatever the hex: the same share is hit at 250 and at 1000 m', () => {
    const share = (hexMetres: number): number => {
      const field = battlefield('. A . . b .', { A: battery(), b: rifleCompany({ dug: 1.4 }) }, { hexMetres });
      const card = present(field.scenario.cards[0], 'the guns');
      const fall = fallOf(
        { scenario: field.scenario, state: field.battle.state },
        { card, guns: { ...field.unit(field.battle, 'A'), at: 'offMap' }, rounds: [120], target: field.hex('b') },
      )[0];
      const unit = field.unit(field.battle, 'b');
      const context = { scenario: field.scenario, state: field.battle.state };
      return shellEffect(context, unit, present(fall, 'the hex aimed at')).men / unit.men;
    };
    expect(share(1000) / share(250)).toBeGreaterThan(0.9);
    expect(share(1000) / share(250)).toBeLessThan(1.6);
  });

  test('spread wider the farther they fly', () => {
    expect(beatenHectares(1000)).toBeLessThan(beatenHectares(8000));
  });

  test('find a column close together, and men deployed wide apart, within their hex', () => {
    const field = battlefield('b', { b: rifleCompany() });
    const { map, cards } = field.scenario;
    const card = present(cards[0], 'a card');
    const unit = field.unit(field.battle, 'b');
    const column = occupiedHectares(map, card, { ...unit, posture: 'marching' });
    expect(column).toBeLessThan(occupiedHectares(map, card, unit));
    expect(occupiedHectares(map, card, { ...unit, men: 9000 })).toBe(hexHectares(map));
  });
});
