/** Rounds at armour: chances to hit and to pierce as on the proving ground, and what comes of them shot by shot. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDice } from '../../../src/battle/dice.ts';
import { present } from '../../../src/model/assert.ts';
import {
  AIMS,
  chanceThrough,
  chanceToHit,
  chanceToPierce,
  chanceToStop,
  type Piercer,
  type Vehicles,
} from '../../../src/rules/fire/armour.ts';
import { atLeastOne, drawStopped, meanOf, oddsOfStopped, quantileOf, roundsOf } from '../../../src/rules/fire/shots.ts';
import { sampled } from '../../../src/rules/chance.ts';
import { shareBelow, shareWithin } from '../../../src/rules/normal.ts';
import { type GunRow, PROVING_GROUND } from './proving-ground.ts';

interface Tables {
  readonly weapons: readonly {
    readonly id: string;
    readonly calibreMm?: number;
    readonly dispersionMil?: number;
    readonly penetrationMm?: readonly (readonly [number, number])[];
  }[];
  readonly vehicles: readonly {
    readonly id: string;
    readonly sizeMetres?: { readonly width: number; readonly height: number };
    readonly armourMm?: { readonly front: number; readonly side: number; readonly rear: number };
  }[];
}

const read = (name: string): Partial<Tables> => JSON.parse(readFileSync(`scenarios/equipment/${name}.json`, 'utf8'));
const { weapons = [] } = read('weapons');
const { vehicles = [] } = read('vehicles');

function gunOf(row: Pick<GunRow, 'weapon' | 'muzzleMetresPerSecond'>): Piercer {
  const weapon = present(
    weapons.find(({ id }) => id === row.weapon),
    row.weapon,
  );
  return {
    calibreMm: present(weapon.calibreMm, 'calibre'),
    dispersionMil: present(weapon.dispersionMil, 'spread'),
    muzzleMetresPerSecond: row.muzzleMetresPerSecond,
    penetrationMm: present(weapon.penetrationMm, 'piercing').map(([metres, value]) => ({ metres, value })),
  };
}

function targetOf(name: string) {
  const vehicle = present(
    vehicles.find(({ id }) => id === name),
    name,
  );
  return { size: present(vehicle.sizeMetres, 'size'), plates: present(vehicle.armourMm, 'plates') };
}

const TOLERANCE = 0.05;

describe('one round on the proving ground', () => {
  test.each(PROVING_GROUND)('$weapon at $target, $metres m', (row) => {
    const gun = gunOf(row);
    const { size, plates } = targetOf(row.target);
    for (const aim of AIMS)
      expect(Math.abs(chanceToHit(gun, size, row.metres, aim) - row[aim]), aim).toBeLessThanOrEqual(TOLERANCE);
    const pierce = chanceToPierce(gun, plates.front, row.metres);
    expect(Math.abs(pierce - row.pierce), 'pierces').toBeLessThanOrEqual(TOLERANCE);
  });
});

const GUN = gunOf({ weapon: 'type-94-37mm', muzzleMetresPerSecond: 700 });

describe('what decides', () => {
  test('a nearer mark is hit more often, however it is aimed at', () => {
    const { size } = targetOf('bt-5');
    for (const aim of AIMS)
      for (let metres = 50; metres < 1500; metres += 50)
        expect(chanceToHit(GUN, size, metres + 50, aim)).toBeLessThanOrEqual(chanceToHit(GUN, size, metres, aim));
  });

  test('correction helps, going across protects', () => {
    const { size } = targetOf('bt-5');
    for (const metres of [400, 600, 900]) {
      const first = chanceToHit(GUN, size, metres, 'first');
      expect(chanceToHit(GUN, size, metres, 'corrected')).toBeGreaterThan(first);
      expect(chanceToHit(GUN, size, metres, 'crossing')).toBeLessThan(first);
    }
  });

  test('thin sides and rears are pierced where the front holds', () => {
    const { plates } = targetOf('bt-7-1937');
    const from = (aspect: 'front' | 'side' | 'rear' | undefined) => chanceThrough(GUN, plates, 800, aspect);
    expect(from('side')).toBeGreaterThan(from('front'));
    expect(from('rear')).toBeGreaterThan(from('side'));
    expect(from(undefined)).toBeGreaterThan(from('front'));
    expect(from(undefined)).toBeLessThan(from('rear'));
  });

  test('13 mm bullets pierce an armoured car near by and no tank beyond 500 m', () => {
    const bullets = gunOf({ weapon: 'type-93-13mm', muzzleMetresPerSecond: 670 });
    expect(chanceToPierce(bullets, targetOf('ba-20').plates.side, 200)).toBeGreaterThan(0.9);
    expect(chanceToPierce(bullets, targetOf('t-26-1933').plates.front, 500)).toBeLessThan(0.1);
    expect(chanceToPierce(bullets, 1, 2000)).toBe(0);
  });

  test('whoever is pierced by a heavier shot is stopped more often', () => {
    expect([7.62, 37, 45, 76.2].map(chanceToStop)).toEqual([0.1, 0.6, 0.65, 0.65]);
  });

  test('the bell curve: two thirds within one deviation, half below the mean', () => {
    expect(shareWithin(1, 1)).toBeCloseTo(0.6826, 4);
    expect(shareBelow(0)).toBe(0.5);
    expect(shareBelow(-1) + shareBelow(1)).toBeCloseTo(1, 12);
    expect(shareWithin(1, 0)).toBe(1);
  });
});

describe('a volley, shot by shot', () => {
  const first = { hit: 0.42, pierce: 1, stop: 0.6 };
  const later = { hit: 0.5, pierce: 1, stop: 0.6 };
  const mark: Vehicles = {
    count: 3,
    size: { width: 2.4, height: 2.2 },
    plates: { front: 15, side: 15, rear: 15, roof: 10 },
    fuel: 'petrol',
    crewMen: 3,
  };

  test('two rounds at one tank, reckoned by hand', () => {
    // 0.42 × 0.6 = 0.252 and 0.5 × 0.6 = 0.3; spared by both 0.748 × 0.7 = 0.5236.
    const odds = oddsOfStopped(roundsOf({ rounds: 2, guns: 1, first, later }), 1);
    expect(odds.map((odd) => Math.round(odd * 10000) / 10000)).toEqual([0.5236, 0.4764]);
  });

  test('odds sum to one and their mean is the sum of the chances while there are tanks enough', () => {
    const rounds = roundsOf({ rounds: 12, guns: 4, first, later });
    const odds = oddsOfStopped(rounds, 20);
    expect(odds.reduce((sum, odd) => sum + odd, 0)).toBeCloseTo(1, 12);
    expect(meanOf(odds)).toBeCloseTo(4 * 0.252 + 8 * 0.3, 12);
    expect(quantileOf(odds, 0.1)).toBeLessThan(quantileOf(odds, 0.9));
  });

  test('a thousand bullets are reckoned in bursts, and as likely to stop a car as one by one', () => {
    const bullet = { hit: 0.4, pierce: 0.05, stop: 0.1 };
    expect(oddsOfStopped([{ count: 1000, ...bullet }], 1)[1]).toBeCloseTo(atLeastOne(0.002, 1000), 9);
  });

  test('what is forecast is what comes', () => {
    const rounds = roundsOf({ rounds: 8, guns: 2, first, later });
    const odds = oddsOfStopped(rounds, 3);
    const counts = [0, 0, 0, 0];
    const games = 4000;
    for (let game = 0; game < games; game += 1) {
      const stopped = drawStopped(sampled(createDice('shots', game).draw), { rounds, mark });
      counts[stopped] = (counts[stopped] ?? 0) + 1;
    }
    counts.forEach((count, stopped) =>
      expect(Math.abs(count / games - present(odds[stopped], 'odds')), `${stopped} stopped`).toBeLessThan(0.025),
    );
  });

  test('more rounds never stop fewer, and never more than there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 12 }), (rounds, vehicles) => {
        const some = meanOf(oddsOfStopped(roundsOf({ rounds, guns: 2, first, later }), vehicles));
        const more = meanOf(oddsOfStopped(roundsOf({ rounds: rounds + 1, guns: 2, first, later }), vehicles));
        expect(more).toBeGreaterThanOrEqual(some - 1e-12);
        expect(more).toBeLessThanOrEqual(vehicles + 1e-9);
      }),
    );
  });
});
