/**
 * What holds for any legal order in any battle: on the heights above Lake Khasan and on small drawn fields where the
 * sides are at each other's throats from the first minute. Battles grow from seeds, so a failure names one.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UnitId } from '../../src/model/unit.ts';
import type { VehicleId } from '../../src/model/vehicle.ts';
import {
  antiTankGuns,
  battlefield,
  type Battlefield,
  battery,
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
import { apply, type Battle, canUndo, undo } from '../../src/battle/battle.ts';
import { forecast, forecastIn } from '../../src/battle/forecast.ts';
import { hashState } from '../../src/battle/hash.ts';
import { journalOf } from '../../src/battle/journal.ts';
import { listAirMissions, listLegalOrders } from '../../src/battle/legal-orders.ts';
import { observe } from '../../src/battle/observe.ts';
import { replay } from '../../src/battle/film.ts';
import { shareOf } from '../../src/battle/share.ts';
import { applyWith, likeliestHypothesis, worldFrom } from '../../src/battle/world.ts';
import { type ContactBook, eventText } from '../../src/battle/wording.ts';
import type { ContactId, ContactView } from '../../src/model/contact.ts';
import { AIR_TASKS, type FlightId } from '../../src/model/flight.ts';
import type { Forecast, Spread } from '../../src/model/forecast.ts';
import { canonicalJson } from '../../src/model/fingerprint.ts';
import type { SeenEvent } from '../../src/model/seen-event.ts';
import { opponentOf, type Side, SIDES } from '../../src/model/side.ts';
import type { BattleState } from '../../src/model/state.ts';
import { meanChance, quantileChance, sampled } from '../../src/rules/chance.ts';
import { whyNot } from '../../src/rules/permit.ts';
import { sideOf } from '../../src/rules/roster.ts';
import { scenarioById } from '../../src/scenario/library.ts';
import { drawsOf, openAtRandom, playAtRandom, type Step } from './at-random.ts';
import { listFaults } from './faults.ts';

const khasan = scenarioById('khasan-1938-zaozernaya');

/** All arms at close quarters: water, wood, a hill, wire, an objective, guns beyond the map, a company on its way. */
const melee = (seed: string, light: 'day' | 'dark'): Battlefield =>
  battlefield(
    `
    . . & . ~ . .
     . H A & ~ . s
    . M T ^ * r .
     . G E w p h .
    . . . C . t .
  `,
    {
      A: [rifleCompany({ parent: 'H', doctrine: ['green'], training: 0.4 }), machineGuns({ parent: 'H', men: 40 })],
      H: headquarters({
        flares: 2,
        headquarters: { reachMetres: 2500, staff: 0.4, communications: 'telephone' },
      }),
      M: borderGuards(),
      T: tanks({ men: 15, vehicles: 5, parent: 'H' }),
      G: infantryGuns({ parent: 'H' }),
      E: engineers({ parent: 'H', flares: 1 }),
      C: cavalry(),
      X: rifleCompany({ arrival: { turn: 2, at: 's' }, side: 'japanese' }),
      Z: offMapBattery(2),
      w: rifleCompany({ dug: 1.5, parent: 'h', nightTraining: 0.9, doctrine: ['noRetreat', 'holdsGround'] }),
      r: [rifleCompany({ parent: 'h', experience: 0.6, flares: 2 }), machineGuns({ dug: 1 })],
      p: rifleCompany({ men: 60, posture: 'marching', doctrine: ['auxiliary'], now: { fatigue: 0.7 } }),
      h: headquarters({ flares: 1, soundRanging: { reachMetres: 5000, errorMetres: 300, minutes: 2 } }),
      t: battery({ parent: 'h', smokeRounds: 200 }),
    },
    {
      seed,
      light,
      turns: 4,
      celsius: -25,
      friction: {
        late: [{ unit: 'H', chance: 0.5, share: 0.5 }],
        lostOrders: [{ unit: 'p', chance: 0.5, untilMinute: 630 }],
        reliefs: [{ headquarters: 'H', staff: 0.9 }],
      },
      air: [
        { id: 'eagles', side: 'soviet', aircraft: 'r-5', machines: 5, callMinutes: 25, baseKm: 40, dudShare: 0.5 },
        { id: 'larks', side: 'soviet', aircraft: 'i-16-17', machines: 4, sortiesADay: 4 },
        { id: 'hawks', side: 'japanese', aircraft: 'ki-27', machines: 6, night: true, sortiesADay: 4 },
        { id: 'kites', side: 'japanese', aircraft: 'ki-21', machines: 3, night: true, bombKg: 300 },
      ],
      homeEdges: { soviet: ['west'], japanese: ['east'] },
      objectives: [{ at: '*', holder: 'japanese' }],
      wire: [
        ['^', '*', 'japanese'],
        ['E', 'w', 'japanese'],
      ],
    },
  );

/** A river with a current and vessels on it, boats and fords, depths that nobody knows; guns on both banks. */
const river = (seed: string): Battlefield =>
  battlefield(
    `
    A . , ~ ~ . r
     . B ~ K - . .
    E . ~ ~ k ~ s
     T ~ L ~ . . .
    . G ~ - ~ g .
  `,
    {
      A: rifleCompany(),
      B: cavalry(),
      E: [engineers({ boats: { vehicle: 'a-3-boat' as VehicleId, count: 4, rafts: 1 } }), rifleCompany({ men: 60 })],
      T: tanks({ men: 10, vehicles: 5, vehicle: 't-37a' as VehicleId, arms: [['tankMachineGun', 5]] }),
      G: antiTankGuns(),
      K: cutter(),
      L: [
        cutter({ vehicle: 'border-launch' as VehicleId, men: 12, vehicles: 2, arms: [['machineGun', 2]] }),
        riflePlatoon({ men: 15, now: { at: 'aboard', carrier: 'L' as UnitId } }),
      ],
      r: [rifleCompany(), machineGuns({ dug: 1 })],
      s: [cavalry(), engineers({ boats: { vehicle: 'type-95-boat' as VehicleId, count: 6 } })],
      g: antiTankGuns(),
      k: cutter({ vehicle: 'tatung-patrol-boat' as VehicleId, men: 25 }),
    },
    {
      seed,
      turns: 6,
      under: { K: 'deepWater', L: 'deepWater', k: 'deepWater' },
      waters: [
        ['~KL', { flow: { to: 2, metresPerSecond: 0.6 } }],
        ['k', { flow: { to: 3, metresPerSecond: 0.6 }, unmarkedDepthMetres: 0.7 }],
      ],
      hexsides: [
        ['A', '.', { river: { widthMetres: 40, depthMetres: 0.9 }, unmarkedDepthMetres: 1.6 }],
        ['E', 'T', { river: { widthMetres: 40, depthMetres: 2 }, unmarkedDepthMetres: 0.7 }],
      ],
    },
  );

const NOBODY = [{ id: 'nobody' as FlightId }];

/** Named by where it is fought and its seed, so that a failure can be read. */
const anyBattle = fc.record({
  where: fc.constantFrom('Khasan', 'close quarters by day', 'close quarters in the dark', 'a river'),
  seed: fc.nat(1_000_000).map((number) => `seed ${number}`),
});
type Named = {
  readonly where: 'Khasan' | 'close quarters by day' | 'close quarters in the dark' | 'a river';
  readonly seed: string;
};

const opened = ({ where, seed }: Named): Battle =>
  where === 'Khasan'
    ? openAtRandom(khasan, seed)
    : where === 'a river'
      ? river(seed).battle
      : melee(seed, where === 'close quarters by day' ? 'day' : 'dark').battle;

const withEachBattle = (runs: number, check: (named: Named) => void): void =>
  fc.assert(fc.property(anyBattle, check), { numRuns: runs, seed: 1938 });

/** Plays drawn battles and looks at every step. */
function onEveryStep(runs: number, orders: number, look: (step: Step, number: number) => void): void {
  withEachBattle(runs, (named) => {
    playAtRandom(opened(named), named.seed, { orders, ordersATurn: 14, each: look });
  });
}

describe('after any legal order', () => {
  test('the state is sound: men add up, sides in one hex see each other, nothing is less than nothing', () => {
    onEveryStep(30, 250, ({ applied, order }) => {
      const faults = listFaults(applied.battle.scenario, applied.battle.state);
      expect(faults, JSON.stringify(order)).toEqual([]);
    });
  });

  test('a state written and read back is the same state', () => {
    onEveryStep(12, 120, ({ applied }) => {
      const { state } = applied.battle;
      const text = canonicalJson(state);
      const readBack = JSON.parse(text) as BattleState;
      expect(hashState(readBack)).toBe(hashState(state));
      expect(canonicalJson(readBack)).toBe(text);
    });
  });

  test('a battle carried on from a state read back goes the same way', () => {
    onEveryStep(12, 120, ({ before, order, applied }) => {
      const readBack = JSON.parse(canonicalJson(before.state)) as BattleState;
      const again = apply({ ...before, state: readBack }, order);
      expect(again.kind === 'applied' && hashState(again.battle.state)).toBe(hashState(applied.battle.state));
    });
  });

  test('going back gives the very state, the same side to move and the same dice', () => {
    let undone = 0;
    onEveryStep(18, 200, ({ before, applied }) => {
      if (!canUndo(applied.battle)) return;
      undone += 1;
      const back = undo(applied.battle);
      expect(hashState(back.state)).toBe(hashState(before.state));
      expect(back.state.active).toBe(before.state.active);
      expect(back.state.orders).toBe(before.state.orders);
      expect(back.orders).toEqual(before.orders);
      expect(back.hashes).toEqual(before.hashes);
    });
    expect(undone).toBeGreaterThan(300);
  });

  test('one may go back only while nothing was rolled, and no fire fell, and nothing new was seen', () => {
    onEveryStep(18, 200, ({ before, applied }) => {
      if (!canUndo(applied.battle)) return;
      const side = before.state.active;
      expect(
        applied.events.filter((event) =>
          ['fired', 'harmed', 'assaulted', 'turnEnded', 'ambushed'].includes(event.kind),
        ),
      ).toEqual([]);
      const knew = observe(before.scenario, before.state, side).contacts;
      expect(observe(before.scenario, applied.battle.state, side).contacts).toEqual(knew);
    });
  });

  test('all the way back is where the side could still go back to', () => {
    withEachBattle(30, (named) => {
      // One may go back over an order if one may go back after it, and to where one could go back to before it.
      let hashes: string[] = [];
      let battle = playAtRandom(opened(named), named.seed, {
        orders: 90,
        ordersATurn: 30,
        each: ({ before, applied }) => {
          hashes = canUndo(applied.battle) ? [...hashes, hashState(before.state)] : [];
        },
      });
      while (canUndo(battle)) {
        battle = undo(battle);
        expect(hashState(battle.state)).toBe(hashes.pop());
      }
      expect(hashes).toEqual([]);
      expect(battle.state.orders).toBe(battle.orders.length);
    });
  });

  test('the journal replays to the same fingerprints', () => {
    withEachBattle(12, ({ seed }) => {
      const end = playAtRandom(openAtRandom(khasan, seed), seed, { orders: 250, ordersATurn: 14 });
      const film = replay(khasan, journalOf(end));
      expect(film.departure).toBeNull();
      expect(film.battle.hashes).toEqual(end.hashes);
      expect(hashState(film.battle.state)).toBe(hashState(end.state));
    });
  });
});

describe('a side is told', () => {
  /** Enemy units a side may name: those it has identified, now or at any time in these events. */
  const secretIds = (battle: Battle, side: Side, told: string): string[] =>
    battle.scenario.cards
      .filter((card) => card.side !== side)
      .map((card) => card.id as string)
      .filter(
        (id) => told.includes(`"${id}"`) && !battle.state.contacts[side].some((contact) => contact.view.unit === id),
      );

  test('no enemy by name whom it has not identified, neither in what it observes nor in what it is told of events', () => {
    onEveryStep(15, 250, ({ before, applied }) => {
      for (const side of SIDES) {
        const { scenario, state } = applied.battle;
        expect(secretIds(applied.battle, side, JSON.stringify(observe(scenario, state, side)))).toEqual([]);
        const seen = shareOf(scenario, before.state, applied.events, side);
        const named = secretIds(applied.battle, side, JSON.stringify(seen)).filter(
          (id) => !before.state.contacts[side].some((contact) => contact.view.unit === id),
        );
        expect(named.filter((id) => !seen.some((event) => event.kind === 'sighted' && event.view.unit === id))).toEqual(
          [],
        );
      }
    });
  });

  test('of an enemy no place but those where it has him in view', () => {
    onEveryStep(20, 250, ({ before, applied, order }) => {
      for (const side of SIDES) {
        const { scenario } = before;
        const inView = new Map<string, Set<number>>();
        const note = (view: ContactView): void => {
          if (view.current) inView.set(view.id, (inView.get(view.id) ?? new Set()).add(view.hex));
        };
        for (const { view } of before.state.contacts[side]) note(view);
        for (const event of applied.events) if (event.kind === 'sighted' && event.side === side) note(event.view);
        for (const seen of shareOf(scenario, before.state, applied.events, side))
          for (const [contact, hex] of listEnemyPlaces(seen))
            expect(inView.get(contact)?.has(hex), `${JSON.stringify(order)} ${JSON.stringify(seen)}`).toBe(true);
      }
    });
  });

  test('its own units whole, and enemies only as contacts it has', () => {
    onEveryStep(15, 150, ({ applied }) => {
      const { scenario, state } = applied.battle;
      for (const side of SIDES) {
        const observation = observe(scenario, state, side);
        expect(observation.units.every((unit) => sideOf(scenario, unit.id) === side)).toBe(true);
        expect(observation.contacts).toEqual(state.contacts[side].map((contact) => contact.view));
      }
    });
  });

  test('of dice only those thrown for its own units, or in a fight it was in', () => {
    let told = 0;
    onEveryStep(15, 200, ({ before, applied }) => {
      const { scenario } = applied.battle;
      for (const side of SIDES) {
        for (const seen of shareOf(scenario, before.state, applied.events, side)) {
          for (const { about } of seen.draws ?? []) {
            told += 1;
            if (about === 'both') expect(seen.kind).toBe('closeCombat');
            else expect(about !== 'nobody' && sideOf(scenario, about), JSON.stringify(seen)).toBe(side);
          }
        }
      }
    });
    expect(told).toBeGreaterThan(100);
  });

  test('every event in a sentence, with names for whatever is told', () => {
    onEveryStep(15, 200, ({ before, applied }) => {
      const { scenario } = applied.battle;
      for (const side of SIDES) {
        const book = new Map<ContactId, ContactView>(before.state.contacts[side].map(({ view }) => [view.id, view]));
        for (const seen of shareOf(scenario, before.state, applied.events, side)) {
          const text = eventText(scenario, book as ContactBook, seen);
          expect(text, JSON.stringify(seen)).not.toMatch(/undefined|NaN|\{|^$/);
          if (seen.kind === 'sighted') book.set(seen.view.id, seen.view);
        }
      }
    });
  });
});

/** Contacts of an event with the hexes at which it puts them. Where one of them runs to is seen for one hex. */
function listEnemyPlaces(seen: SeenEvent): (readonly [ContactId, number])[] {
  if (!('who' in seen)) return [];
  if (seen.kind === 'assaulted')
    return seen.who.flatMap((who, place) =>
      who.kind === 'contact' ? [[who.contact, seen.from[place] ?? -1] as const] : [],
    );
  const { who } = seen;
  if (who.kind !== 'contact') return [];
  const at = (hex: number | null | undefined): (readonly [ContactId, number])[] =>
    typeof hex === 'number' ? [[who.contact, hex]] : [];
  switch (seen.kind) {
    case 'moved':
      return [...at(seen.from), ...at(seen.to)];
    case 'fired':
      return at(seen.from);
    case 'retreated':
      return at(seen.path[0]);
    case 'harmed':
    case 'cohesion':
    case 'captured':
    case 'arrived':
      return at(seen.hex);
    default:
      return [];
  }
}

/** In order but for the thousandths to which suppression is rounded. */
const isSpread = ({ low, mean, high }: Spread): boolean => low >= 0 && low <= mean + 0.001 && mean <= high + 0.001;
const isChance = (chance: number): boolean => chance >= 0 && chance <= 1;

/** What is wrong with a forecast; nothing when it is sound. */
function faultOf(told: Forecast): string | undefined {
  switch (told.kind) {
    case 'move':
      return told.minutes > 0 && told.minutesLeft.every((left) => left >= 0)
        ? undefined
        : 'a march that takes no time or too much';
    case 'fire':
      if (![told.men, told.vehicles, told.suppression].every(isSpread)) return 'a spread out of order';
      return isChance(told.cohesionChance) && told.suppression.high <= 1 ? undefined : 'a chance beyond 0 to 1';
    case 'assault': {
      const chances = Object.values(told.chances);
      if (!chances.every(isChance)) return 'a chance beyond 0 to 1';
      if (Math.abs(chances.reduce((sum, chance) => sum + chance, 0) - 1) > 1e-9)
        return 'chances that do not add up to 1';
      return isSpread(told.ownMen) && isSpread(told.enemyMen) ? undefined : 'a spread out of order';
    }
    case 'cross':
      return told.minutes >= 0 && told.to >= 0 ? undefined : 'no way over';
    case 'other':
      return told.minutes >= 0 ? undefined : 'less than no time';
  }
}

describe('before any legal order', () => {
  test('its forecast can be told, its chances lie within 0 and 1 and add up to 1', () => {
    onEveryStep(20, 60, ({ before, observation }, number) => {
      if (number % 10 !== 0) return;
      const world = worldFrom(before.scenario, observation, likeliestHypothesis(before.scenario, observation));
      for (const order of sampleOf(listLegalOrders(before.scenario, observation), 150)) {
        const told = forecastIn(world, observation, order);
        expect(faultOf(told), JSON.stringify(order)).toBeUndefined();
      }
    });
  });

  test('every order that is listed may be given', () => {
    onEveryStep(15, 60, ({ before, observation }, number) => {
      if (number % 10 !== 0) return;
      for (const order of listLegalOrders(before.scenario, observation))
        expect(whyNot(before.scenario, observation, order), JSON.stringify(order)).toBeUndefined();
    });
  });

  test('orders are listed in the same order each time, none twice', () => {
    onEveryStep(8, 40, ({ before, observation }, number) => {
      if (number % 10 !== 0) return;
      const listed = listLegalOrders(before.scenario, observation).map((order) => JSON.stringify(order));
      expect(listLegalOrders(before.scenario, observation).map((order) => JSON.stringify(order))).toEqual(listed);
      expect(new Set(listed).size).toBe(listed.length);
    });
  });

  test('it can be tried in the battle the side believes in, by the mean, by a quantile and by dice', () => {
    onEveryStep(20, 60, ({ before, observation }, number) => {
      if (number % 10 !== 0) return;
      const draws = drawsOf(`trial ${number}`);
      const world = worldFrom(before.scenario, observation, likeliestHypothesis(before.scenario, observation));
      for (const order of sampleOf(listLegalOrders(before.scenario, observation), 60)) {
        for (const chance of [meanChance(), quantileChance(0.1), quantileChance(0.9), sampled(draws.whole)]) {
          const tried = applyWith(world, order, chance);
          expect(tried.kind, JSON.stringify(order)).toBe('applied');
          if (tried.kind === 'applied')
            expect(tried.state.units.every((unit) => Number.isInteger(unit.men) && unit.men >= 0)).toBe(true);
        }
      }
    });
  });

  test('forecast, legal orders and refusals are the same wherever the unseen enemy is', () => {
    onEveryStep(20, 80, ({ before, observation }, number) => {
      if (number % 10 !== 0) return;
      const { scenario } = before;
      const moved = withUnseenScattered(before, observation.side, `scattered ${number}`);
      const elsewhere = observe(scenario, moved, observation.side);
      expect(elsewhere).toEqual(observation);
      const orders = listLegalOrders(scenario, observation, observation.units[number % observation.units.length]?.id);
      expect(listLegalOrders(scenario, elsewhere, observation.units[number % observation.units.length]?.id)).toEqual(
        orders,
      );
      const missions = listAirMissions(scenario, observation);
      expect(listAirMissions(scenario, elsewhere)).toEqual(missions);
      for (const order of [...sampleOf(orders, 20), ...sampleOf(missions, 5)])
        expect(forecast(scenario, elsewhere, order, 4)).toEqual(forecast(scenario, observation, order, 4));
    });
  });

  test('an order drawn from thin air is refused alike wherever the unseen enemy is', () => {
    onEveryStep(10, 60, ({ before, observation }, number) => {
      if (number % 15 !== 0) return;
      const { scenario, state } = before;
      const draws = drawsOf(`thin air ${number}`);
      const moved = withUnseenScattered(before, observation.side, `scattered ${number}`);
      for (let count = 0; count < 40; count++) {
        const unit = draws.one(scenario.cards).id;
        const target = draws.whole(scenario.map.grid.size);
        const order = draws.one([
          { kind: 'move', unit, path: [target], pace: 'normal' },
          { kind: 'fire', unit, target, minutes: 5 },
          { kind: 'assault', units: [unit], target },
          { kind: 'mission', unit, observer: draws.one(scenario.cards).id, target },
          { kind: 'flare', unit, target },
          { kind: 'airMission', flight: draws.one(scenario.air ?? NOBODY).id, task: draws.one(AIR_TASKS), target },
          { kind: 'standing', unit, standing: { kind: 'goTo', to: target, pace: 'normal' } },
        ] as const);
        const here = apply(before, order);
        const there = apply({ ...before, state: moved }, order);
        expect(there.kind === 'refused' ? there.refusal : 'applied', JSON.stringify(order)).toEqual(
          here.kind === 'refused' ? here.refusal : 'applied',
        );
        expect(state.active).toBe(observation.side);
      }
    });
  });
});

/** At most `most` of the orders, spread over the whole list. */
function sampleOf<T>(all: readonly T[], most: number): readonly T[] {
  const stride = Math.max(1, Math.ceil(all.length / most));
  return all.filter((_, place) => place % stride === 0 || place === all.length - 1);
}

/** The same state with every enemy of whom the side has no contact put somewhere else, or taken off the map. */
function withUnseenScattered(battle: Battle, side: Side, seed: string): BattleState {
  const draws = drawsOf(seed);
  const { scenario, state } = battle;
  const known = new Set(state.contacts[side].map((contact) => contact.behind));
  const enemy = opponentOf(side);
  return {
    ...state,
    units: state.units.map((unit) => {
      if (sideOf(scenario, unit.id) !== enemy || known.has(unit.id) || typeof unit.at !== 'number') return unit;
      return draws.whole(4) === 0
        ? { ...unit, at: 'gone', men: 0 }
        : { ...unit, at: draws.whole(scenario.map.grid.size), cohesion: draws.one(['steady', 'broken']) };
    }),
  };
}
