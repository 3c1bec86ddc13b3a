/** Engineers' works from order to effect: man-hours over turns, bridges, mines, wire, what each side comes to know. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecast } from '../../src/battle/forecast.ts';
import { observe } from '../../src/battle/observe.ts';
import { shareOf } from '../../src/battle/share.ts';
import { eventText } from '../../src/battle/wording.ts';
import type { BridgingId } from '../../src/model/bridging.ts';
import type { EngineerWork } from '../../src/model/engineering.ts';
import type { Order } from '../../src/model/order.ts';
import { meanChance } from '../../src/rules/chance.ts';
import { beginCourse } from '../../src/rules/course.ts';
import { breakChance, fallChance, hitCrossing } from '../../src/rules/bridges.ts';
import { BLAST_CHANCE, blastChance, ENGINEER_WORK } from '../../src/rules/engineers.ts';
import { fullBelt, MINE_MINUTES, minesSetOff } from '../../src/rules/mines.ts';
import { manHoursAfter, manHoursDug, WORKS } from '../../src/rules/works.ts';
import { hexsideBetween } from '../../src/hex/hexside.ts';
import type { Battle } from '../../src/battle/battle.ts';
import {
  type Battlefield,
  battlefield,
  engineers,
  type Fielded,
  type FieldOptions,
  rifleCompany,
  riflePlatoon,
  tanks,
} from '../battlefield.ts';
import { after, END_TURN, given, listOf, march, refusalOf } from './orders.ts';

const RIVER = { widthMetres: 70, depthMetres: 2 } as const;
const PONTOON = { bridging: { type: 'japanese-pontoon-1939' as BridgingId, metres: 80 } };

/** A beside 1, with 2 beyond, b far off at the other end. */
const field = (a: Fielded, options: FieldOptions = {}): Battlefield =>
  battlefield(
    '3 A 1 2 . . . b',
    { A: a, b: riflePlatoon() },
    { under: { 1: 'open', 2: 'open', 3: 'open' }, minutes: 60, turns: 40, light: 'day', ...options },
  );

const work = (from: Battlefield, kind: EngineerWork, target = '1'): Order => ({
  kind: 'engineer',
  unit: from.id('A'),
  work: kind,
  ...(kind === 'bottles' ? {} : { target: from.hex(target) }),
});

const sideOf = (from: Battlefield, one = 'A', other = '1'): number =>
  hexsideBetween(from.scenario.map.grid, from.hex(one), from.hex(other));

/** The battle after so many whole turns of both sides. */
const turns = (battle: Battle, count: number): Battle =>
  Array.from({ length: 2 * count }).reduce<Battle>((now) => after(now, END_TURN), battle);

const bridgeIn = (battle: Battle): string | undefined => battle.state.crossings?.[0]?.now.bridge?.condition;

describe('a pontoon bridge', () => {
  const river = { hexsides: [['A', '1', { river: RIVER }]] } as const;

  test('of 70 m takes 300 men six and a half hours, and then bears men and not tanks', () => {
    const from = field(engineers({ men: 370, stores: PONTOON }), river);
    let battle = after(from.battle, work(from, 'bridge'));
    expect(bridgeIn(battle)).toBeUndefined();
    battle = turns(battle, 5);
    expect(bridgeIn(battle)).toBeUndefined();
    battle = turns(battle, 1);
    expect(bridgeIn(after(battle, END_TURN))).toBe('whole');
    expect(from.unit(after(battle, END_TURN), 'A').stores?.bridging?.metres).toBe(10);
  });

  test('is gone on with from turn to turn without a further order', () => {
    const from = field(engineers({ men: 100, stores: PONTOON }), river);
    const begun = after(from.battle, work(from, 'bridge'));
    expect(from.unit(begun, 'A').standing).toEqual({ kind: 'work', work: 'bridge', target: from.hex('1') });
    const [first] = begun.state.labour ?? [];
    const [second] = turns(begun, 1).state.labour ?? [];
    expect(first?.manHours).toBeCloseTo(100);
    expect(second?.manHours).toBeCloseTo(100);
    expect(after(turns(begun, 1), END_TURN).state.labour?.[0]?.manHours).toBeCloseTo(200);
  });

  test('carries a company that could not cross, and refuses a tank of nine tonnes', () => {
    const bridged = (who: Fielded): Battlefield =>
      field(who, {
        ...river,
        crossings: [['A', '1', { bridge: { type: PONTOON.bridging.type, tonnes: 2.5, condition: 'whole' } }]],
      });
    const alone = field(rifleCompany(), river);
    expect(refusalOf(alone.battle, march(alone, 'A', '1'))).toEqual({ reason: 'impassable' });
    const company = bridged(rifleCompany());
    expect(refusalOf(company.battle, march(company, 'A', '1'))).toBeUndefined();
    const armour = bridged(tanks());
    expect(refusalOf(armour.battle, march(armour, 'A', '1'))).toEqual({ reason: 'impassable' });
  });

  test('needs as much of it as the river is wide', () => {
    const from = field(engineers({ stores: { bridging: { ...PONTOON.bridging, metres: 40 } } }), river);
    expect(refusalOf(from.battle, work(from, 'bridge'))).toEqual({ reason: 'noStores', needed: 70, have: 40 });
  });
});

describe('a bridge of the map', () => {
  const bridged = (options: FieldOptions = {}, a: Fielded = engineers({ stores: { chargesKg: 150 } })): Battlefield =>
    field(a, { hexsides: [['A', '1', { river: RIVER, bridge: { tonnes: 20 }, way: 'road' }]], ...options });

  test('is blown by day without fail, and nobody crosses there afterwards', () => {
    const from = bridged();
    const { battle, events } = given(from.battle, work(from, 'demolish'));
    expect(bridgeIn(battle)).toBe('blown');
    expect(from.unit(battle, 'A').stores).toEqual({ chargesKg: 50 });
    expect(refusalOf(battle, march(from, 'A', '1'))).toEqual({ reason: 'impassable' });
    const told = shareOf(from.scenario, from.battle.state, events, 'soviet').map((seen) =>
      eventText(from.scenario, new Map(), seen),
    );
    expect(told).toContain('A blows the bridge at 0100/0200.');
  });

  test('stands in the dark once in three, and twice in three with the enemy at its end', () => {
    const chanceIn = (from: Battlefield): number =>
      blastChance({ scenario: from.scenario, state: from.battle.state }, 'soviet', sideOf(from));
    expect(chanceIn(bridged())).toBe(BLAST_CHANCE.inTheLight);
    expect(chanceIn(bridged({ light: 'dark' }))).toBe(BLAST_CHANCE.inTheDark);
    const guarded = battlefield(
      'A 1 b .',
      { A: engineers(), b: riflePlatoon() },
      { under: { 1: 'open' }, light: 'dark', hexsides: [['A', '1', { river: RIVER, bridge: { tonnes: 20 } }]] },
    );
    expect(chanceIn(guarded)).toBe(BLAST_CHANCE.guarded);
    const told = forecast(guarded.scenario, observe(guarded.scenario, guarded.battle.state, 'soviet'), END_TURN);
    expect(told).toMatchObject({ kind: 'other', minutes: 0 });
  });

  test('that is damaged is closed for some hours, or until it is mended', () => {
    const from = bridged({}, engineers());
    const course = beginCourse(from.scenario, from.battle.state, meanChance());
    hitCrossing(course, sideOf(from), 500);
    const hit = { ...from.battle, state: course.state };
    expect(hit.state.crossings?.[0]?.now.bridge).toEqual({ tonnes: 20, condition: 'damaged', openMinute: 840 });
    expect(refusalOf(hit, march(from, 'A', '1'))).toEqual({ reason: 'impassable' });
    const mended = turns(after(hit, work(from, 'repair')), 3);
    expect(bridgeIn(mended)).toBe('whole');
    expect(refusalOf(mended, march(from, 'A', '1'))).toBeUndefined();
    expect(refusalOf(turns(hit, 4), march(from, 'A', '1'))).toBeUndefined();
  });

  test('the more explosive falls about it the sooner it breaks, and no side is told by the dice', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 50, noNaN: true }),
        fc.double({ min: 0.01, max: 50, noNaN: true }),
        (few, more) => {
          expect(breakChance(few + more)).toBeGreaterThan(breakChance(few));
          expect(fallChance(few + more)).toBeGreaterThan(fallChance(few));
          expect(breakChance(few)).toBeGreaterThanOrEqual(fallChance(few));
          expect(breakChance(few)).toBeLessThan(1);
        },
      ),
    );
  });

  test('blown out of sight of the enemy is believed to stand until he comes there', () => {
    const from = battlefield(
      '. A 1 & & & b .',
      { A: engineers({ stores: { chargesKg: 150 } }), b: riflePlatoon() },
      {
        under: { 1: 'open' },
        minutes: 240,
        hexsides: [['A', '1', { river: RIVER, bridge: { tonnes: 20 } }]],
      },
    );
    const blown = after(from.battle, work(from, 'demolish'));
    expect(observe(from.scenario, blown.state, 'japanese').crossings).toBeUndefined();
    const gone = after(
      blown,
      { kind: 'move', unit: from.id('A'), path: [from.hex('A') - 1], pace: 'normal' },
      END_TURN,
    );
    const way = [-1, -2, -3, -4].map((step) => from.hex('b') + step);
    const come = given(gone, { kind: 'move', unit: from.id('b'), path: way, pace: 'normal' }).battle;
    expect(observe(from.scenario, come.state, 'japanese').crossings?.[0]?.made.bridge?.condition).toBe('blown');
  });
});

describe('mines', () => {
  const laid = (a: Fielded, options: FieldOptions = {}): Battlefield =>
    field(a, { crossings: [['A', '1', { mines: { count: 144, lanes: ['japanese'] } }]], ...options });

  test('are laid at four to the man-hour, a full belt at one for each metre', () => {
    const from = field(engineers({ men: 60, stores: { mines: 200 } }));
    const battle = after(from.battle, work(from, 'mines'));
    expect(fullBelt(from.scenario.map)).toBe(144);
    expect(battle.state.crossings?.[0]?.now.mines).toEqual({ count: 144, lanes: ['soviet'] });
    expect(from.unit(battle, 'A').stores).toEqual({ mines: 56 });
    expect(from.unit(battle, 'A').minutesLeft).toBeCloseTo(60 - 36);
  });

  test('are not known to the enemy, cost him men, and are known to him then', () => {
    const from = laid(rifleCompany());
    expect(observe(from.scenario, from.battle.state, 'soviet').crossings).toBeUndefined();
    const { battle, events } = given(from.battle, march(from, 'A', '1'));
    expect(listOf(events, 'minesMet')).toHaveLength(1);
    expect(listOf(events, 'harmed').reduce((sum, { killed, wounded }) => sum + killed + wounded, 0)).toBeGreaterThan(0);
    expect(observe(from.scenario, battle.state, 'soviet').crossings?.[0]?.made.mines?.count).toBe(144);
  });

  test('are found by engineers who come beside them', () => {
    const from = battlefield(
      '. A 1 2 . . b',
      { A: engineers(), b: riflePlatoon() },
      { under: { 1: 'open', 2: 'open' }, crossings: [['1', '2', { mines: { count: 80, lanes: ['japanese'] } }]] },
    );
    const battle = after(from.battle, march(from, 'A', '1'));
    expect(observe(from.scenario, battle.state, 'soviet').crossings?.[0]?.made.mines?.count).toBe(80);
  });

  test('one knows of take ten minutes more and are a quarter as bad; through a lane there is no danger', () => {
    const from = laid(rifleCompany());
    const card = from.scenario.cards[0];
    if (card === undefined) throw new Error('A has a card');
    const unit = from.unit(from.battle, 'A');
    const mean = (warned: 'warned' | 'unaware'): number =>
      minesSetOff(from.scenario, { card, unit }, { count: 144, warned });
    expect(mean('warned')).toBeCloseTo(mean('unaware') / 4);
    const minutes = (battle: Battle): number => {
      const { minutesLeft } = from.unit(battle, 'A');
      return minutesLeft - from.unit(after(battle, march(from, 'A', '1')), 'A').minutesLeft;
    };
    const known = after(from.battle, march(from, 'A', '1'), march(from, 'A', 'A'));
    const plain = field(rifleCompany());
    const clear = (now: Battle): number =>
      plain.unit(now, 'A').minutesLeft - plain.unit(after(now, march(plain, 'A', '1')), 'A').minutesLeft;
    expect(known.state.crossings?.[0]?.believed.soviet?.mines).toBeDefined();
    expect(minutes(from.battle)).toBeCloseTo(clear(plain.battle));
    const told = forecast(from.scenario, observe(from.scenario, known.state, 'soviet'), march(from, 'A', '1'));
    expect(told.kind === 'move' && told.minutes).toBeCloseTo(clear(plain.battle) + MINE_MINUTES);
  });

  test('are cleared by engineers: whoever of theirs comes after goes through unharmed', () => {
    const from = battlefield(
      '. A 1 . . b',
      { A: [engineers(), rifleCompany()], b: riflePlatoon() },
      {
        under: { 1: 'open' },
        minutes: 60,
        crossings: [['A', '1', { mines: { count: 144, lanes: ['soviet'] } }]],
      },
    );
    const lanes: Battlefield = {
      ...from,
      battle: {
        ...from.battle,
        state: {
          ...from.battle.state,
          crossings: (from.battle.state.crossings ?? []).map((one) => ({
            ...one,
            now: { mines: { count: 144, lanes: [] } },
            believed: { soviet: { mines: { count: 144, lanes: [] } }, japanese: null },
          })),
        },
      },
    };
    const cleared = after(lanes.battle, work(lanes, 'clear'));
    const { events } = given(cleared, { kind: 'move', unit: lanes.id('A2'), path: [lanes.hex('1')], pace: 'normal' });
    expect(listOf(events, 'minesMet')).toHaveLength(0);
  });

  test('the thicker they lie and the broader one comes, the more go off, and never more than there are tracks', () => {
    const from = laid(rifleCompany());
    const card = from.scenario.cards[0];
    if (card === undefined) throw new Error('A has a card');
    const unit = from.unit(from.battle, 'A');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 200 }), (count, men) => {
        const of = (mines: number, posture: 'marching' | 'deployed'): number =>
          minesSetOff(from.scenario, { card, unit: { ...unit, men, posture } }, { count: mines, warned: 'unaware' });
        expect(of(count + 10, 'deployed')).toBeGreaterThan(of(count, 'deployed'));
        expect(of(count, 'marching')).toBeLessThanOrEqual(2);
        expect(of(count, 'deployed')).toBeLessThanOrEqual(men / 4);
      }),
    );
  });

  test('stop tanks: a company that drives over a belt loses some', () => {
    const from = laid(tanks());
    const { events } = given(from.battle, march(from, 'A', '1'));
    expect(listOf(events, 'harmed').reduce((sum, harm) => sum + harm.vehicles, 0)).toBeGreaterThan(0);
  });
});

describe('wire', () => {
  test('for a hexside of 144 m takes 87 man-hours and stands as other wire does', () => {
    const from = field(engineers({ men: 100, stores: { wireMetres: 300 } }));
    const battle = after(from.battle, work(from, 'wire'));
    expect(battle.state.wire).toEqual([{ hexside: sideOf(from), stands: true, believedBy: ['soviet'] }]);
    expect(from.unit(battle, 'A').minutesLeft).toBeCloseTo(60 - 52, 0);
    expect(from.unit(battle, 'A').stores).toEqual({ wireMetres: 155 });
  });

  test('is put up by infantry at half the pace', () => {
    const from = field(rifleCompany({ men: 100, stores: { wireMetres: 300 } }));
    const battle = after(from.battle, work(from, 'wire'));
    expect(battle.state.wire).toEqual([]);
    expect(battle.state.labour?.[0]?.manHours).toBeCloseTo(100 * ENGINEER_WORK.wire.others);
  });

  test('is cut ahead of an attack by men who stay where they are', () => {
    const from = field(rifleCompany(), { wire: [['A', '1', 'soviet']] });
    const battle = after(from.battle, work(from, 'clear'));
    expect(battle.state.wire[0]?.stands).toBe(false);
    expect(from.unit(battle, 'A').at).toBe(from.hex('A'));
    expect(from.unit(battle, 'A').minutesLeft).toBeCloseTo(30);
  });
});

describe('corduroy', () => {
  const bog = (a: Fielded): Battlefield =>
    field(a, { under: { 1: 'marsh', 2: 'open', 3: 'forest' }, light: 'dark', turns: 20 });

  test('over one hex of bog takes a company of sappers a night, with a wood near', () => {
    const from = bog(engineers({ men: 110 }));
    const started = after(from.battle, work(from, 'corduroy'));
    expect(turns(started, 7).state.crossings).toBeUndefined();
    expect(turns(started, 9).state.crossings?.[0]?.now).toEqual({ corduroy: true });
  });

  test('makes a track of it', () => {
    const plain = bog(tanks());
    const laid = field(tanks(), {
      under: { 1: 'marsh', 2: 'open', 3: 'forest' },
      light: 'dark',
      crossings: [['A', '1', { corduroy: true }]],
    });
    const minutes = (from: Battlefield): number => {
      const told = forecast(from.scenario, observe(from.scenario, from.battle.state, 'soviet'), march(from, 'A', '1'));
      return told.kind === 'move' ? told.minutes : 0;
    };
    expect(minutes(laid)).toBeLessThan(minutes(plain) * 0.7);
  });
});

test('petrol bottles are filled at ten to the man-hour and are the unit’s then', () => {
  const from = field(rifleCompany({ stores: { emptyBottles: 300 } }));
  const battle = after(from.battle, work(from, 'bottles'));
  expect(from.unit(battle, 'A').bottles).toBe(300);
  expect(from.unit(battle, 'A').minutesLeft).toBeCloseTo(60 - 18);
  expect(refusalOf(battle, work(from, 'bottles'))).toEqual({ reason: 'noStores', needed: 1, have: 0 });
});

test('men under fire work as much less as their heads are down', () => {
  const calm = field(engineers({ men: 50, stores: { wireMetres: 300 } }));
  const pinned = field(engineers({ men: 50, stores: { wireMetres: 300 }, now: { suppression: 0.5 } }));
  const done = (from: Battlefield): number =>
    after(from.battle, work(from, 'wire')).state.labour?.[0]?.manHours ?? Infinity;
  expect(done(pinned)).toBeCloseTo(done(calm) / 2);
});

test('a forecast tells how far the work will be', () => {
  const from = field(engineers({ men: 50, stores: { wireMetres: 300 } }));
  const told = forecast(from.scenario, observe(from.scenario, from.battle.state, 'soviet'), work(from, 'wire'));
  expect(told).toMatchObject({ kind: 'other', minutes: 60 });
  expect(told.kind === 'other' && told.work?.doneShare).toBeCloseTo(50 / 86.6, 2);
});

describe('digging', () => {
  const site = { men: 100, terrain: 'open', timber: 'none' } as const;

  test('frozen ground takes two and a half times as long', () => {
    const hour = { men: 100, minutes: 60, suppression: 0, terrain: 'open', light: 'day' } as const;
    expect(manHoursDug({ ...hour, celsius: -10 })).toBeCloseTo(manHoursDug(hour) / 2.5);
    expect(manHoursDug({ ...hour, celsius: 5 })).toBe(manHoursDug(hour));
  });

  test('nobody roofs a work without timber', () => {
    const most = manHoursAfter(1500, 1000, site);
    expect(most / site.men).toBeLessThan(WORKS.fortified.manHours);
    expect(manHoursAfter(1500, 1000, { ...site, timber: 'near' })).toBe(2500);
  });

  test('sand goes fast down to a standing pit, and then at half the rate without timber', () => {
    expect(manHoursAfter(0, 130, { ...site, terrain: 'sand' })).toBe(130);
    expect(manHoursAfter(130, 100, { ...site, terrain: 'dunes' })).toBe(180);
    expect(manHoursAfter(130, 100, { ...site, terrain: 'dunes', timber: 'near' })).toBe(230);
  });
});
