/**
 * Every worked example of the rulebook, reckoned again with nothing but arithmetic. When a number of the rules changes,
 * the example changes with it and this test says so: reckon again, and look whether the chapter still says what is true.
 */
import { describe, expect, test } from 'vitest';
import { present } from '../../../src/model/assert.ts';
import type { Figures } from '../../../src/battle/rulebook/chapter.ts';
import { EXAMPLES } from '../../../src/battle/rulebook/contents.ts';

const reckoned = new Set<string>();

function figuresOf(name: string): Figures {
  reckoned.add(name);
  return present(EXAMPLES[name], `an example ${name}`)();
}

/** Expects these figures of the example, to a thousandth. */
function expectFigures(name: string, wanted: Figures): void {
  const figures = figuresOf(name);
  for (const [key, value] of Object.entries(wanted)) {
    if (typeof value === 'string') expect(figures[key], key).toBe(value);
    else expect(figures[key], key).toBeCloseTo(value, 3);
  }
}

describe('the worked example of', () => {
  test('arithmetic: 12 men in the open, in a wood and lying', () => {
    expectFigures('reading', {
      mean: 12 * 0.7 * 0.5, // 4.2
      men: 4.2 * 1.3, // 5.46
      whole: 5,
      chance: 0.46,
      least: 4.2 * 0.3,
      most: 4.2 * 1.85,
    });
  });

  test('time: a shaken, suppressed company out of command', () => {
    // 30 minutes are one half-life of 20 and half of the next: 0.48 × 0.5 × 0.75.
    expectFigures('time', {
      faded: 0.18,
      pinned: 1 - 0.5 * 0.18,
      minutes: Math.round(30 * 0.8 * 0.7 * 0.91 * 10) / 10,
    });
  });

  test('politics: four points, then one a turn, and the leash at six', () => {
    expectFigures('politics', { one: 1 + 2 + 1, two: 5, three: 6, held: 4 });
  });

  test('supply: four wagons in an hour for a company without water', () => {
    // 250 m at 3.5 km/h are 4.3 minutes to the tenth.
    const way = 6 * 4.3;
    const trip = 2 * way + 2 * 10;
    const work = (4 * 60 * 7) / 24;
    expectFigures('supply', {
      km: 1.5,
      need: 500,
      way,
      trip,
      work,
      trips: work / trip,
      litres: Math.round((1000 * 500 * work) / trip) / 1000,
      days: Math.round((1000 * work) / trip) / 1000,
    });
  });

  test('movement: uphill into a wood by night', () => {
    const night = 2.5 - 1.1 * (1 - 0.3 * 0.5);
    const kmh = night * (1 - (1 - 1.5 / 2.5) * 0.45);
    expectFigures('movement', {
      slope: 25 / 250,
      night,
      speed: kmh,
      openMinutes: (0.125 / kmh) * 60,
      woodMinutes: (0.125 / (kmh * 0.7)) * 60,
      minutes: 14.2,
      silentMinutes: 23.7,
    });
    expect((0.125 / kmh + 0.125 / (kmh * 0.7)) * 60).toBeCloseTo(14.2, 1);
    expect((0.125 / kmh + 0.125 / (kmh * 0.7)) * (60 / 0.6)).toBeCloseTo(23.66, 1);
  });

  test('sight: walkers in scrub at dusk', () => {
    expectFigures('sight', {
      noticed: 1000 * 0.5,
      identified: 250,
      noticedThrough: 500 * 1.4,
      identifiedThrough: 350,
      apart: 1.5 * 250,
      heard: 150,
    });
    const { apart, noticedThrough, identifiedThrough, noticed } = figuresOf('sight');
    // What the chapter concludes.
    expect(Number(apart)).toBeLessThan(Number(noticedThrough));
    expect(Number(apart)).toBeGreaterThan(Number(identifiedThrough));
    expect(Number(apart)).toBeLessThan(Number(noticed));
  });

  test('fire: ten minutes at 250 m', () => {
    const open = 80 * 0.006 * 10 + 6 * 0.08 * 10; // 4.8 + 4.8
    const size = (1 + 40 / 110) * (100 / 140);
    const quality = 0.7 + 0.3 * (0.6 + 0.4);
    const weight = open * size * quality * 0.9;
    const men = weight * 0.5;
    const suppression = (0.9 * weight) / (weight + 10);
    const shock = 1.9 * (men / 100) + 0.25 * suppression;
    expectFigures('fire', {
      both: open,
      size,
      quality,
      men,
      low: men * 0.5,
      high: men * 1.55,
      weight,
      suppression,
      wavers: shock * (1 + 0.4 * suppression) * (1.5 - 0.9 * 0.5) * 0.85,
    });
  });

  test('missions: 240 shells on rifle pits', () => {
    const rounds = 4 * 4 * 15;
    const inHex = rounds * 40 * (1 - 100 / 250);
    const ground = inHex / (2.5 * 10_000); // 0.2304, between 0.1 and 0.25
    const hit = 0.095 + ((0.221 - 0.095) * (ground - 0.1)) / 0.15;
    const standing = 100 * hit;
    const weight = standing * 1.5;
    expectFigures('missions', {
      busy: 5 + 15,
      spent: rounds + 4 * 2,
      rounds,
      deadly: 9600,
      inHex,
      hectares: 100 / 40,
      hit,
      standing,
      men: standing * 0.25,
      weight,
      suppression: (0.7 * weight) / (weight + 10),
    });
  });

  test('air: nine bombers over foxholes', () => {
    const hit = (5400 * 5 * 0.095) / (60 * 10_000) / 0.1;
    const standing = 100 * hit;
    const fire = standing * 1.5;
    const shock = 100 * (0.07 + ((0.25 - 0.07) * 0.3) / 24);
    const felt = (fire * 0.6 + shock * 0.8) / (fire + shock);
    expectFigures('air', {
      there: Math.round((20 + (80 / (423 * 0.75)) * 60) * 10) / 10,
      tonnes: 5.4,
      hectares: 60,
      deadly: 27_000,
      hit,
      standing,
      men: standing * 0.11,
      raidTonnes: 6.3,
      shock,
      weight: fire + shock,
      bothFelt: felt,
      suppression: (felt * (fire + shock)) / (fire + shock + 10),
      barrels: 4 * 3,
      down: (9 * 0.25 * 12) / (12 + 5 * 9),
    });
  });

  test('silencing: 240 shells of 122 mm by a fix on a battery in pits', () => {
    const rounds = 4 * 2 * 30;
    const inHex = (rounds * 110 * 0.6) / 1.5;
    const hectares = 60 / 40 + 4 * 0.1;
    const ground = inHex / (hectares * 10_000); // 0.556, between 0.5 and 0.75
    const hit = 0.393 + ((0.528 - 0.393) * (ground - 0.5)) / 0.25;
    const standing = 60 * hit;
    const weight = standing * 1.5;
    const suppression = (0.7 * weight) / (weight + 6);
    expectFigures('silencing', {
      rounds,
      deadly: 26_400,
      inHex,
      hectares,
      ground,
      hit,
      standing,
      men: standing * 0.25,
      weight,
      suppression,
      served: 1 - suppression,
      chance: 1 / (3 * 1.6 * 1.6),
    });
  });

  test('assault: two companies by night on foxholes', () => {
    const quality = (0.5 + 0.5 * 0.6 + 0.4 * 0.4) * (1 + 0.7 * (0.5 - 0.3));
    const works = 1 / (1 + 0.5 * 0.4);
    const before = 2 * 1.35 * 1.3 * works; // 2.93
    const ratio = Math.round(0.85 * Math.sqrt(before) * 100) / 100; // 1.45
    const won = (ratio * ratio) / (ratio * ratio + 1.2);
    const cleared = 0.4 * (ratio / 2);
    const overrun = (won * cleared * (ratio - 1.2)) / 4;
    expectFigures('assault', {
      quality,
      attack: 200 * quality * 1.1,
      defence: 100 * quality * 1.1,
      works,
      directions: 1.3,
      before,
      knots: 2,
      cleared,
      ratio,
      overrun,
      taken: won * cleared - overrun,
      undecided: 1 - won * cleared - (1 - won) * 0.6,
      repulsed: (1 - won) * 0.6,
      won: won * cleared,
      attackerLoss: (0.045 / ratio) * 0.6,
      defenderLoss: 0.1 * ratio * 1.2,
    });
  });

  test('cohesion: twelve men of a hundred, and rallying', () => {
    const shock = 1.9 * 0.12 + 0.25 * 0.5;
    expectFigures('cohesion', {
      shock,
      chance: Math.round(shock * 1.2 * (1.5 - 0.9 * 0.5) * 0.85 * 1000) / 1000,
      rally: 0.3 + 0.35 * 0.5 + 0.15 - 0.5 * 0.2,
    });
  });

  test('leaders: a tired company without its captain, a kilometre from a post with runners', () => {
    const late = 13.3; // 5 + 1000 / 120, in tenths
    expectFigures('leaders', {
      late,
      command: 1 - late / 60,
      leader: 0.8,
      vigour: 0.92,
      minutes: Math.round(30 * (1 - late / 60) * 0.8 * 0.92 * 10) / 10,
    });
  });

  test('columns: ten tanks fall out, sink in and wait at a bridge', () => {
    const lost = 1 - 3.5 / 12;
    const one = 0.2 * lost * lost * 0.25;
    // Between the tables of 7 and 16 t: a third of the way from 60 to 200.
    const vehicles = 60 + (140 * 3) / 9;
    expectFigures('columns', {
      fallen: (10 * 0.05 * 40) / 100,
      lost,
      one: Math.round(1000 * one) / 1000,
      any: Math.round(1000 * (1 - (1 - one) ** 10)) / 1000,
      pull: 30,
      vehicles,
      passes: Math.round((600 * 10) / vehicles) / 10,
      waits: 7,
      crossing: 7 + Math.round((600 * 10) / vehicles) / 10,
    });
  });

  test('works: two hours of digging by night', () => {
    expectFigures('works', {
      hour: 100 * 0.75,
      each: 0.75,
      first: 'scrapes',
      firstHours: 0.25,
      firstThrough: 0.4,
      two: 150,
      eachOfTwo: 1.5,
      second: 'foxholes',
      secondHours: 1.3,
      secondThrough: 0.14,
    });
  });

  test('engineers: a river bridged by night', () => {
    expectFigures('engineers', {
      rate: (300 * 6.5) / 70,
      manHours: 1950,
      hands: 300,
      hours: 6.5,
      breaks: 0.5,
      hit: 0.5 / 1.5,
      down: 0.5 / 3.5,
    });
  });

  test('winning: two places and a price', () => {
    expectFigures('winning', {
      held: 12 + 6,
      lossPoints: Math.floor((65 - 20) / 10),
      score: 18 - 4,
      other: 4,
      margin: 10,
      level: 'major victory',
    });
  });

  test('armour: two guns and ten tanks at 500 m', () => {
    // 2 × 4 × 5 = 40 rounds, 35 in 100 find a mark; 30 mm against 13 × 1.25.
    const [first, later] = [2, 12];
    expectFigures('armour', {
      fired: 40,
      sighted: 14,
      first,
      later,
      met: 13 * 1.25,
      penetration: 30,
      pierce: 1,
      stop: 0.6,
      firstUnderFire: (figuresOf('armour')['hitFirst'] as number) * 0.5,
      firstStops: (figuresOf('armour')['hitFirst'] as number) * 0.5 * 0.6,
      mean:
        first * (figuresOf('armour')['firstStops'] as number) + later * (figuresOf('armour')['laterStops'] as number),
    });
    // The proving ground has 0.85 and 0.99.
    expect(figuresOf('armour')['hitFirst']).toBeCloseTo(0.85, 1);
    expect((figuresOf('armour')['laterUnderFire'] as number) * 2).toBeCloseTo(0.99, 1);
  });

  test('fronts: a nest taken from behind', () => {
    expectFigures('fronts', { exposed: 250 / 110, turning: 2, left: 250 / 110 - 2 });
  });

  test('boats: a company at a river, a lake to swim, a cutter at 300 m', () => {
    const rowed = 80 / (7000 / 60);
    const trip = 2 * (2 * rowed + 1);
    // Between 0.6 at 200 m and 0.42 at 400 m, on a hull of 25.3 m.
    const hit = 0.51 * Math.sqrt(25.3 / 25);
    expectFigures('boats', {
      places: 4 * 16,
      trips: 2,
      rowed,
      over: 2 * rowed,
      trip,
      minutes: Math.round(2 * trip * 10) / 10,
      swim: 25,
      drowned: 100 * 0.003 * 5,
      hit,
      limit: 5,
      stop: 3,
      holes: 2 * 4 * hit,
    });
  });

  // Last, when all others have run.
  test('every subject is reckoned here', () => {
    expect([...reckoned].sort()).toEqual(Object.keys(EXAMPLES).sort());
  });
});
