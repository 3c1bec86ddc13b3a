/** Aircraft: when a flight may be called and is there, what bombs and guns do, who shoots at it, what it sees. */
import { describe, expect, test } from 'vitest';
import { type Battle, canUndo } from '../../src/battle/battle.ts';
import { observe } from '../../src/battle/observe.ts';
import type { AircraftId } from '../../src/model/aircraft.ts';
import { present } from '../../src/model/assert.ts';
import type { BattleEvent } from '../../src/model/event.ts';
import type { AirTask, FlightId, FlightNow } from '../../src/model/flight.ts';
import type { OrderOf } from '../../src/model/order.ts';
import type { VehicleId } from '../../src/model/vehicle.ts';
import { type AirBlow, listAirBlows } from '../../src/rules/air/effect.ts';
import { findAirFight } from '../../src/rules/air/fight.ts';
import { flakAt, shotDown } from '../../src/rules/air/flak.ts';
import { minutesThere } from '../../src/rules/air/flights.ts';
import { listSeenFromTheAir } from '../../src/rules/air/look.ts';
import { flightOf } from '../../src/rules/air/roster.ts';
import { suppressionAfter } from '../../src/rules/fire/harm.ts';
import { lossesOf } from '../../src/rules/objectives.ts';
import {
  type AirWish,
  battery,
  type Battlefield,
  battlefield,
  cavalry,
  type Fielded,
  type FieldOptions,
  machineGuns,
  rifleCompany,
  tanks,
} from '../battlefield.ts';
import { after, END_TURN, given, refusalOf } from './orders.ts';

const EAGLES = 'eagles' as FlightId;
const HAWKS = 'hawks' as FlightId;

/** A, and b alone some way off, with a flight of nine over them. */
function under(b: Fielded | readonly Fielded[], wish: Partial<AirWish> = {}, options: FieldOptions = {}): Battlefield {
  return battlefield(
    `
    . . . . . . . . .
     . A . . . . b . .
    . . . . . . . . .
  `,
    { A: rifleCompany(), b },
    {
      seen: ['soviet'],
      ...options,
      air: [{ id: 'eagles', side: 'soviet', aircraft: 'sb', ...wish }, ...(options.air ?? [])],
    },
  );
}

const send = (field: Battlefield, task: AirTask, at = 'b', flight = EAGLES): OrderOf<'airMission'> => ({
  kind: 'airMission',
  flight,
  task,
  target: field.hex(at),
});

const now = (battle: Battle, id = EAGLES): FlightNow =>
  present(
    battle.state.flights?.find((flight) => flight.id === id),
    `no flight ${id}`,
  );

const ends = (events: readonly BattleEvent[]): readonly string[] =>
  events.flatMap((event) => (event.kind === 'flew' ? [event.end] : []));

/** What a raid does on average to the unit b. */
function onB(field: Battlefield, task: AirTask, machines?: number): AirBlow {
  const flight = flightOf(field.scenario, EAGLES);
  const raid = { flight, machines: machines ?? flight.machines, task, target: field.hex('b') };
  const blows = listAirBlows({ scenario: field.scenario, state: field.battle.state }, raid);
  return present(
    blows.find(({ unit }) => unit.id === 'b'),
    'b is under it',
  );
}

const shaken = ({ unit, weight, felt }: AirBlow): number => suppressionAfter(0, weight, felt, unit.men);

describe('a flight that is called', () => {
  test('is there after the call and the way at three quarters of its speed', () => {
    const { scenario } = under(rifleCompany(), { baseKm: 100, callMinutes: 20 });
    const speedKmh = present(scenario.aircraft.get('sb' as AircraftId), 'the type').speedKmh;
    expect(minutesThere(scenario, flightOf(scenario, EAGLES))).toBeCloseTo(20 + (100 / (0.75 * speedKmh)) * 60, 1);
  });

  test('strikes in the same turn where that fits', () => {
    const field = under(rifleCompany());
    const { battle, events } = given(field.battle, send(field, 'bomb'));
    expect(ends(events)).toEqual(['flown']);
    expect(now(battle)).toMatchObject({ flown: 1, machines: 9, lost: 0 });
    expect(now(battle).sortie).toBeUndefined();
  });

  test('strikes at the start of a later turn of its side where the way is long', () => {
    const field = under(rifleCompany(), { callMinutes: 50 });
    const called = given(field.battle, send(field, 'bomb'));
    expect(ends(called.events)).toEqual([]);
    expect(now(called.battle).sortie).toMatchObject({ task: 'bomb', dueMinute: 650 });
    expect(canUndo(called.battle)).toBe(true);
    const enemy = given(called.battle, END_TURN);
    expect(ends(enemy.events)).toEqual([]);
    expect(ends(given(enemy.battle, END_TURN).events)).toEqual(['flown']);
  });

  test('turns back where fog has come up meanwhile', () => {
    const field = under(rifleCompany(), { callMinutes: 50 });
    const skies = [...field.scenario.clock.skies, { fromMinute: 630, light: 'day', weather: 'fog' } as const];
    const scenario = { ...field.scenario, clock: { ...field.scenario.clock, skies } };
    const battle = after({ ...field.battle, scenario }, send(field, 'bomb'), END_TURN);
    expect(ends(given(battle, END_TURN).events)).toEqual(['weather']);
  });

  test('may not be called again before it is home and made ready, nor more often than it flies in a day', () => {
    const field = under(rifleCompany(), { sortiesADay: 1 }, { minutes: 120 });
    const first = after(field.battle, send(field, 'bomb'));
    expect(refusalOf(first, send(field, 'bomb'))).toEqual({ reason: 'noSorties', sorties: 1 });
    const often = under(rifleCompany(), { sortiesADay: 3 });
    const away = after(often.battle, send(often, 'bomb'));
    expect(refusalOf(away, send(often, 'bomb'))).toMatchObject({ reason: 'flightAway', minute: 680 });
  });

  test('is its own side’s knowledge alone', () => {
    const field = under(rifleCompany(), {}, { air: [{ id: 'hawks', side: 'japanese', aircraft: 'ki-27' }] });
    const { scenario, state } = field.battle;
    expect(observe(scenario, state, 'soviet').flights?.map(({ id }) => id)).toEqual([EAGLES]);
    expect(observe(scenario, state, 'japanese').flights?.map(({ id }) => id)).toEqual([HAWKS]);
  });

  test('is no part of a battle without aircraft', () => {
    const field = battlefield('A . b', { A: rifleCompany(), b: rifleCompany() });
    expect(field.battle.state.flights).toBeUndefined();
    expect(observe(field.scenario, field.battle.state, 'soviet').flights).toBeUndefined();
  });
});

describe('bombs', () => {
  const dug = rifleCompany({ dug: 1.5 });

  test('from high up hit the dug-in little and keep their heads down', () => {
    const blow = onB(under(dug), 'bomb');
    expect(blow.men / 100).toBeGreaterThan(0.002);
    expect(blow.men / 100).toBeLessThan(0.03);
    expect(shaken(blow)).toBeGreaterThan(0.3);
  });

  test('hit a column ten times as hard', () => {
    expect(onB(under(rifleCompany({ posture: 'marching' })), 'bomb').men).toBeGreaterThan(
      10 * onB(under(dug), 'bomb').men,
    );
  });

  test('of sixty heavy machines shake more than they kill', () => {
    const blow = onB(under(rifleCompany({ dug: 8 }), { aircraft: 'tb-3', machines: 60, bombKg: 1000 }), 'bomb');
    expect(blow.men / 100).toBeLessThan(0.05);
    expect(shaken(blow)).toBeGreaterThan(0.55);
  });

  test('that do not go off hit nobody', () => {
    const all = onB(under(dug), 'bomb');
    const half = onB(under(dug, { dudShare: 0.5 }), 'bomb');
    expect(half.men / all.men).toBeCloseTo(0.5, 1);
    expect(half.weight).toBeLessThan(all.weight);
  });

  test('fall wider by night, and from untrained hands', () => {
    const byDay = onB(under(dug), 'bomb').men;
    expect(onB(under(dug, { night: true }, { light: 'dark' }), 'bomb').men).toBeLessThan(byDay / 3);
    expect(onB(under(dug, { training: 0 }), 'bomb').men).toBeLessThan(onB(under(dug, { training: 1 }), 'bomb').men);
  });

  test('frighten horses more than men', () => {
    expect(shaken(onB(under(cavalry()), 'bomb'))).toBeGreaterThan(shaken(onB(under(rifleCompany()), 'bomb')));
  });

  test('from high up fall on friends beside the enemy as well; diving machines hit closer', () => {
    const beside = (aircraft: string) =>
      battlefield(
        '. A b .',
        { A: rifleCompany(), b: rifleCompany() },
        { air: [{ id: 'eagles', side: 'soviet', aircraft }] },
      );
    const friends = (aircraft: string): number => {
      const field = beside(aircraft);
      const raid = {
        flight: flightOf(field.scenario, EAGLES),
        machines: 9,
        task: 'bomb',
        target: field.hex('b'),
      } as const;
      const blows = listAirBlows({ scenario: field.scenario, state: field.battle.state }, raid);
      const men = (id: string): number => blows.find(({ unit }) => unit.id === id)?.men ?? 0;
      return men('A') / men('b');
    };
    expect(friends('sb')).toBeCloseTo(1, 5);
    expect(friends('i-15bis')).toBeLessThan(0.3);
  });

  test('put few tanks out', () => {
    expect(onB(under(tanks()), 'bomb').vehicles / 10).toBeLessThan(0.02);
  });
});

test('bombs close a bridge along the hex they are aimed at, now and then', () => {
  let closed = 0;
  for (let seed = 0; seed < 60; seed++) {
    const field = battlefield(
      '. A . . Z b . .',
      { A: rifleCompany(), b: rifleCompany({ policy: 'hold' }) },
      {
        seed: `${seed}`,
        under: { Z: 'open' },
        hexsides: [['Z', 'b', { river: { widthMetres: 70, depthMetres: 2 }, bridge: { tonnes: 3 }, way: 'track' }]],
        air: [{ id: 'eagles', side: 'soviet', aircraft: 'sb', machines: 20 }],
      },
    );
    const { events } = given(field.battle, send(field, 'bomb', 'Z'));
    closed += events.filter((event) => event.kind === 'crossingChanged').length;
  }
  expect(closed / 60).toBeGreaterThan(0.15);
  expect(closed / 60).toBeLessThan(0.6);
});

describe('guns from the air', () => {
  const lorries = rifleCompany({
    men: 70,
    mobility: 'truck',
    posture: 'marching',
    transport: { vehicle: 'type-94-truck' as VehicleId, count: 6 },
  });

  test('find a column, not men in foxholes', () => {
    const column = onB(under(rifleCompany({ posture: 'marching' }), { aircraft: 'i-15bis' }), 'strafe');
    const dug = onB(under(rifleCompany({ dug: 1.5 }), { aircraft: 'i-15bis' }), 'strafe');
    expect(column.men).toBeGreaterThan(5 * dug.men);
  });

  test('set lorries on fire, and the men who rode them are seats short', () => {
    const field = under(lorries, { aircraft: 'i-15bis' });
    const { battle, events } = given(field.battle, send(field, 'strafe'));
    const harm = events.find((event) => event.kind === 'harmed');
    expect(harm).toMatchObject({ unit: 'b' });
    expect(field.unit(battle, 'b').transportLost).toBeGreaterThan(0);
    expect(field.unit(battle, 'b').transportLost).toBeLessThanOrEqual(6);
  });

  test('pierce armour only as cannon', () => {
    expect(onB(under(tanks(), { aircraft: 'i-15bis' }), 'strafe').vehicles).toBe(0);
    expect(onB(under(tanks(), { aircraft: 'i-16-17' }), 'strafe').vehicles).toBeGreaterThan(0);
  });
});

describe('fire from the ground', () => {
  const barrels = (b: Fielded, manner: 'level' | 'dive' | 'low'): number => {
    const field = under([b, rifleCompany({ policy: 'hold' })]);
    return flakAt(field.battle, { side: 'soviet', hex: field.hex('b'), manner }).barrels;
  };

  test('of machine guns reaches low machines alone', () => {
    expect(barrels(machineGuns(), 'low')).toBeGreaterThan(barrels(machineGuns(), 'dive'));
    expect(barrels(machineGuns(), 'dive')).toBeGreaterThan(0);
    expect(barrels(machineGuns(), 'level')).toBe(0);
  });

  test('does not come from who holds his fire, lies in hiding or has his head down', () => {
    expect(barrels(machineGuns({ policy: 'hold' }), 'low')).toBe(0);
    expect(barrels(machineGuns({ now: { hidden: true } }), 'low')).toBe(0);
    expect(barrels(machineGuns({ now: { suppression: 0.9 } }), 'low')).toBeLessThan(barrels(machineGuns(), 'low') / 5);
  });

  test('brings down no more than a quarter of a flight, more with more barrels', () => {
    const few = shotDown(9, { barrels: 10 });
    const many = shotDown(9, { barrels: 100 });
    expect(few).toBeLessThan(many);
    expect(many).toBeLessThan(9 / 4);
  });

  test('shot down are counted among the losses, damaged fly no more', () => {
    const field = under(
      [machineGuns(), machineGuns(), machineGuns()],
      { aircraft: 'i-15bis', sortiesADay: 9 },
      { minutes: 360 },
    );
    let { battle } = field;
    for (let sortie = 0; sortie < 4; sortie++) battle = given(battle, send(field, 'strafe')).battle;
    const { machines, lost } = now(battle);
    expect(lost).toBeGreaterThan(0);
    expect(machines).toBeLessThan(9 - lost);
    expect(lossesOf(battle.scenario, battle.state, 'soviet').aircraft).toBe(lost);
    expect(lossesOf(battle.scenario, battle.state, 'japanese').aircraft).toBe(0);
  });
});

describe('fighters on watch', () => {
  const hawks: AirWish = { id: 'hawks', side: 'japanese', aircraft: 'ki-27' };
  const watched = (air: readonly AirWish[] = [hawks]): Battlefield =>
    under(rifleCompany(), {}, { air, first: 'japanese' });

  test('meet what comes in the enemy’s next turn, and drive some of it back', () => {
    let driven = 0;
    let lost = 0;
    for (let seed = 0; seed < 60; seed++) {
      const field = under(rifleCompany(), {}, { air: [hawks], first: 'japanese', seed: `${seed}` });
      const battle = after(field.battle, send(field, 'cover', 'b', HAWKS), END_TURN);
      const { events } = given(battle, send(field, 'bomb'));
      expect(events.some((event) => event.kind === 'airFight')).toBe(true);
      driven += ends(events).filter((end) => end === 'driven').length;
      for (const event of events) if (event.kind === 'airFight') lost += event.lost;
    }
    expect(driven / 60).toBeGreaterThan(0.25);
    expect(driven / 60).toBeLessThan(0.75);
    expect(lost / 60).toBeGreaterThan(0.4);
    expect(lost / 60).toBeLessThan(2);
  });

  test('are held off by an escort', () => {
    const lone = watched();
    const escorted = watched([hawks, { id: 'larks', side: 'soviet', aircraft: 'i-16-10', machines: 18 }]);
    const fightIn = (field: Battlefield, ...orders: Parameters<typeof after>[1][]) => {
      const battle = after(field.battle, send(field, 'cover', 'b', HAWKS), END_TURN, ...orders);
      const met = { flight: flightOf(field.scenario, EAGLES), machines: 9, target: field.hex('b') };
      return present(findAirFight(field.scenario, battle.state, met), 'a fight');
    };
    const without = fightIn(lone);
    const with_ = fightIn(escorted, send(escorted, 'cover', 'b', 'larks' as FlightId));
    expect(with_.lost).toBeLessThan(without.lost / 2);
    expect(with_.drivenChance).toBeLessThan(without.drivenChance);
    expect(with_.lostBy).toBeGreaterThan(without.lostBy);
  });

  test('fight those who come to watch over the same place', () => {
    const field = battlefield(
      'A . b',
      { A: rifleCompany(), b: rifleCompany() },
      { first: 'japanese', air: [hawks, { id: 'larks', side: 'soviet', aircraft: 'i-16-10' }] },
    );
    const battle = after(field.battle, send(field, 'cover', 'b', HAWKS), END_TURN);
    const { events } = given(battle, send(field, 'cover', 'b', 'larks' as FlightId));
    expect(events.some((event) => event.kind === 'airFight' && event.flight === 'larks')).toBe(true);
  });

  test('are gone when their fuel is low', () => {
    const field = watched();
    const battle = after(
      field.battle,
      send(field, 'cover', 'b', HAWKS),
      END_TURN,
      END_TURN,
      END_TURN,
      END_TURN,
      END_TURN,
    );
    const met = { flight: flightOf(field.scenario, EAGLES), machines: 9, target: field.hex('b') };
    expect(findAirFight(field.scenario, battle.state, met)).toBeUndefined();
  });
});

describe('airmen who look', () => {
  const look = (b: Fielded, options: FieldOptions = {}) => {
    const field = under(b, {}, { seen: [], hexMetres: 1000, ...options });
    return listSeenFromTheAir(field.battle, 'soviet', field.hex('A') + 1);
  };

  test('see columns and armour from far, men lying still from near, men in hiding not at all', () => {
    expect(look(rifleCompany({ posture: 'marching', now: { activity: 'moving' } }))).toEqual(['b']);
    expect(look(rifleCompany({ dug: 1 }))).toEqual([]);
    expect(look(tanks())).toEqual([]);
    expect(look(tanks({ now: { activity: 'moving' } }))).toEqual(['b']);
    expect(look(tanks({ now: { activity: 'moving', hidden: true } }))).toEqual([]);
  });

  test('report a contact of that minute that nobody watches any longer', () => {
    const field = under(rifleCompany({ dug: 1 }), {}, { seen: [], hexMetres: 1000 });
    expect(field.battle.state.contacts.soviet).toEqual([]);
    const battle = after(field.battle, send(field, 'reconnoitre'));
    expect(battle.state.contacts.soviet.map(({ view }) => view)).toMatchObject([
      { hex: field.hex('b'), level: 'spotted', branch: 'rifles', current: false },
    ]);
  });

  test('find a place empty where somebody was remembered', () => {
    const field = under(rifleCompany(), {}, { hexMetres: 1000 });
    const [contact] = field.battle.state.contacts.soviet;
    const view = { ...present(contact, 'b is known').view, hex: field.hex('A') + 3, current: false };
    const contacts = { ...field.battle.state.contacts, soviet: [{ ...present(contact, 'b'), view }] };
    const battle = { ...field.battle, state: { ...field.battle.state, contacts } };
    const over = { ...send(field, 'reconnoitre'), target: view.hex };
    expect(after(battle, over).state.contacts.soviet).toEqual([]);
    expect(after(battle, { ...over, target: field.hex('A') }).state.contacts.soviet).toHaveLength(1);
  });

  test('see nothing more of whom the troops have in view', () => {
    const field = battlefield(
      'A . b',
      { A: rifleCompany(), b: rifleCompany({ posture: 'marching' }) },
      { air: [{ id: 'eagles', side: 'soviet', aircraft: 'sb' }] },
    );
    const { events } = given(field.battle, send(field, 'reconnoitre'));
    expect(events.filter((event) => event.kind === 'sighted')).toEqual([]);
  });
});

describe('guns that airmen correct', () => {
  /** A wood hides b from everybody. */
  const hidden = (): Battlefield =>
    battlefield(
      'G A & & b . .',
      { A: rifleCompany(), G: battery({ gunState: 'inBattery' }), b: rifleCompany() },
      { air: [{ id: 'eagles', side: 'soviet', aircraft: 'r-5' }] },
    );
  const call = (field: Battlefield) =>
    ({ kind: 'mission', unit: field.id('G'), observer: field.id('A'), target: field.hex('b') }) as const;

  test('fire at what no observer sees, as long as somebody is over it', () => {
    const field = hidden();
    expect(refusalOf(field.battle, call(field))).toMatchObject({ reason: 'cannotObserve' });
    const looked = after(field.battle, send(field, 'reconnoitre'));
    const { events } = given(looked, call(field));
    const fired = present(
      events.find((event) => event.kind === 'fired'),
      'the guns fire',
    );
    expect(fired.kind === 'fired' && fired.factors).toContainEqual({ name: 'byAirmen', owner: 'actor', value: 0.7 });
    const gone = after(looked, END_TURN, END_TURN, END_TURN, END_TURN);
    expect(refusalOf(gone, call(field))).toMatchObject({ reason: 'cannotObserve' });
  });
});

test('aircraft are an incident, once, and their bombs are fire', () => {
  const field = under(rifleCompany(), { sortiesADay: 4 }, { minutes: 240, incidents: {} });
  const battle = after(field.battle, send(field, 'bomb'), send(field, 'bomb'));
  expect(battle.state.affairs?.incidents.soviet.map(({ cause }) => cause)).toEqual(['firstShot', 'aircraft']);
  expect(battle.state.affairs?.fired).toContain('soviet');
});
