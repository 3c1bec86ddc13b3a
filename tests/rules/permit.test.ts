/**
 * Every reason for which an order is refused, each shown by an order that meets it. The table is keyed by reason: a new
 * reason does not compile until an order shows it.
 */
import { hexsideBetween } from '../../src/hex/hexside.ts';
import type { PlannedFire, UnitId } from '../../src/model/unit.ts';
import { present } from '../../src/model/assert.ts';
import { describe, expect, test } from 'vitest';
import { apply, type Battle } from '../../src/battle/battle.ts';
import { observe } from '../../src/battle/observe.ts';
import { refusalText } from '../../src/battle/wording.ts';
import type { EngineerWork } from '../../src/model/engineering.ts';
import type { FlightId, FlightNow } from '../../src/model/flight.ts';
import type { CrossingMeans, Order, OrderOf } from '../../src/model/order.ts';
import type { VehicleId } from '../../src/model/vehicle.ts';
import type { Refusal, RefusalReason } from '../../src/model/refusal.ts';
import { whyNot } from '../../src/rules/permit.ts';
import {
  type AirWish,
  battery,
  type Battlefield,
  battlefield,
  cavalry,
  cutter,
  engineers,
  type Fielded,
  type FieldOptions,
  headquarters,
  infantryGuns,
  machineGuns,
  offMapBattery,
  rifleCompany,
  riflePlatoon,
  tanks,
} from '../battlefield.ts';
import { after, END_TURN, march, refusalOf } from './orders.ts';

/** A and b on one line, seen by both, with numbered open ground between and behind. */
const LORRIES: Fielded = riflePlatoon({
  branch: 'engineers',
  mobility: 'truck',
  men: 2,
  transport: { vehicle: 'gaz-aa' as VehicleId, count: 2 },
});

/** Engineers with four boats. */
const FOUR_BOATS = { vehicle: 'a-3-boat' as VehicleId, count: 4 };
const BOATS: Fielded = riflePlatoon({ branch: 'engineers', boats: FOUR_BOATS });

const cross = (field: Battlefield, at: string, by: CrossingMeans): Order => ({
  kind: 'cross',
  unit: field.id('A'),
  to: field.hex(at),
  by,
});

const board = (field: Battlefield, unit: string, carrier: string): Order => ({
  kind: 'board',
  unit: field.id(unit),
  carrier: field.id(carrier),
});

const line = (
  text: string,
  fields: Readonly<Record<string, Fielded | readonly Fielded[]>>,
  options: FieldOptions = {},
): Battlefield =>
  battlefield(text, fields, {
    seen: ['soviet'],
    under: { 1: 'open', 2: 'open', 3: 'open' },
    regions: { beyond: '3' },
    ...options,
  });

const engineer = (field: Battlefield, work: EngineerWork): Order => ({
  kind: 'engineer',
  unit: field.id('A'),
  work,
  target: field.hex('1'),
});

const quiet = rifleCompany({ policy: 'hold' });
const fire = (field: Battlefield, at = 'b', minutes = 5): Order => ({
  kind: 'fire',
  unit: field.id('A'),
  target: field.hex(at),
  minutes,
});
const assault = (field: Battlefield, ...keys: readonly string[]): Order => ({
  kind: 'assault',
  units: keys.map(field.id),
  target: field.hex('b'),
});
const mission = (field: Battlefield, observer: string, at = 'b'): Order => ({
  kind: 'mission',
  unit: field.id('Z'),
  observer: field.id(observer),
  target: field.hex(at),
});
const goTo = (field: Battlefield, at: string): Order => ({
  kind: 'standing',
  unit: field.id('A'),
  standing: { kind: 'goTo', to: field.hex(at), pace: 'normal' },
});

const planAt = (target: number, minute = 660): PlannedFire => ({ target, task: 'suppress', minute });

const planned = (field: Battlefield, minute: number): OrderOf<'timetable'> => ({
  kind: 'timetable',
  unit: field.id('A'),
  work: 'add',
  target: field.hex('b'),
  task: 'suppress',
  minute,
});

interface Case {
  readonly battle: Battle;
  readonly order: Order;
}

const asked = (field: Battlefield, order: (field: Battlefield) => Order): Case => ({
  battle: field.battle,
  order: order(field),
});

/** A battle of one turn, over. */
const over = (): Case => {
  const field = line('A 1', { A: rifleCompany() }, { turns: 1 });
  return { battle: after(field.battle, END_TURN, END_TURN), order: march(field, 'A', '1') };
};

/** Out of turn an order cannot even be given: shown below by itself. */
type Shown = Exclude<RefusalReason, 'notYours'>;

const CASES = {
  battleOver: over,
  unknownUnit: () =>
    asked(line('A 1 b', { A: rifleCompany(), b: quiet }), (field) => ({ kind: 'rally', unit: field.id('b') })),
  notOnMap: () =>
    asked(line('A 1 3', { A: rifleCompany(), C: rifleCompany({ arrival: { turn: 3, at: '3' } }) }), (field) => ({
      kind: 'rally',
      unit: field.id('C'),
    })),
  outOfAction: () =>
    asked(line('A 1', { A: rifleCompany({ now: { at: 'gone', men: 0, killed: 100 } }) }), (field) => ({
      kind: 'rally',
      unit: field.id('A'),
    })),
  broken: () =>
    asked(line('A 1', { A: rifleCompany({ now: { cohesion: 'broken' } }) }), (field) => march(field, 'A', '1')),
  notEnoughMinutes: () =>
    asked(line('A 1 2', { A: rifleCompany({ now: { minutesLeft: 11 } }) }), (field) => march(field, 'A', '12')),
  notAdjacent: () => asked(line('A 1 2', { A: rifleCompany() }), (field) => march(field, 'A', '2')),
  offTheMap: () =>
    asked(line('A 1', { A: rifleCompany() }), (field) => ({
      kind: 'move',
      unit: field.id('A'),
      path: [-1],
      pace: 'normal',
    })),
  emptyPath: () => asked(line('A 1', { A: rifleCompany() }), (field) => march(field, 'A', '')),
  impassable: () => asked(line('A ~', { A: rifleCompany() }), (field) => march(field, 'A', '~')),
  cannotMove: () => asked(line('A 1', { A: rifleCompany({ mobility: 'static' }) }), (field) => march(field, 'A', '1')),
  inBattery: () => asked(line('A 1', { A: battery() }), (field) => march(field, 'A', '1')),
  limbered: () => asked(line('A 1 b', { A: battery({ gunState: 'limbered' }), b: quiet }), (field) => fire(field)),
  enemyInTheWay: () => asked(line('A b', { A: rifleCompany(), b: quiet }), (field) => march(field, 'A', 'b')),
  noRoom: () =>
    asked(line('A B', { A: rifleCompany(), B: rifleCompany({ men: 350 }) }), (field) => march(field, 'A', 'B')),
  forbiddenGround: () =>
    asked(
      line('A 3', { A: rifleCompany() }, { limits: [{ kind: 'noEntry', side: 'soviet', region: 'beyond' }] }),
      (field) => march(field, 'A', '3'),
    ),
  nothingThere: () => asked(line('A 1 2', { A: rifleCompany() }), (field) => fire(field, '2')),
  ownTroopsThere: () => asked(line('A B', { A: rifleCompany(), B: rifleCompany() }), (field) => fire(field, 'B')),
  noLineOfSight: () => asked(line('A ^ b', { A: rifleCompany(), b: quiet }), (field) => fire(field)),
  outOfRange: () =>
    asked(line('A 1 2 3 b', { A: rifleCompany({ arms: [['rifle', 80]] }), b: quiet }), (field) => fire(field)),
  tooClose: () => asked(tooClose(), (field) => fire(field)),
  noWeapon: () =>
    asked(line('A b', { A: rifleCompany({ now: { pieces: [0, 0] } }), b: quiet }), (field) => fire(field)),
  noAmmunition: () =>
    asked(line('A b', { A: rifleCompany({ now: { rounds: [0, 0] } }), b: quiet }), (field) => fire(field)),
  alreadyCalled: () => {
    const call = { observer: 'A' as UnitId, target: 0, task: 'suppress', dueMinute: 640 } as const;
    const guns = { ...offMapBattery(2), now: { call } };
    return asked(line('A 1 b', { A: rifleCompany(), Z: guns, b: quiet }), (field) => mission(field, 'A'));
  },
  noMissions: () =>
    asked(line('A 1 b', { A: rifleCompany(), Z: offMapBattery(0), b: quiet }), (field) => mission(field, 'A')),
  notBefore: () => asked(line('A 1', { A: rifleCompany({ releaseMinute: 660 }) }), (field) => march(field, 'A', '1')),
  noOrders: () =>
    asked(
      line('A 1', { A: rifleCompany() }, { friction: { lostOrders: [{ unit: 'A', chance: 1, untilMinute: 660 }] } }),
      (field) => march(field, 'A', '1'),
    ),
  holdsGround: () =>
    asked(line('A 1', { A: rifleCompany({ dug: 1.4, doctrine: ['holdsGround'] }) }), (field) => march(field, 'A', '1')),
  noCarrierHere: () => asked(line('A B', { A: riflePlatoon(), B: LORRIES }), (field) => board(field, 'A', 'B')),
  crossingTaken: () => {
    const field = line(
      'A 1',
      { A: rifleCompany() },
      { under: { 1: 'open' }, hexsides: [['A', '1', { flow: { menAnHour: 200, vehiclesAnHour: 1 } }]] },
    );
    const hexside = hexsideBetween(field.drawing.grid, field.hex('A'), field.hex('1'));
    const state = { ...field.battle.state, traffic: [{ hexside, minutes: 20 }] };
    return asked({ ...field, battle: { ...field.battle, state } }, (drawn) => march(drawn, 'A', '1'));
  },
  iceTooThin: () =>
    asked(line('A 1', { A: tanks() }, { under: { 1: 'ice' }, iceCentimetres: 20 }), (field) => march(field, 'A', '1')),
  cannotFollow: () =>
    asked(line('A 1', { A: rifleCompany() }), (field) => ({
      kind: 'standing',
      unit: field.id('A'),
      standing: { kind: 'follow', leader: field.id('A') },
    })),
  noOtherGear: () =>
    asked(line('A 1', { A: tanks() }), (field) => ({ kind: 'saddle', unit: field.id('A'), saddle: 'wheels' })),
  vehiclesDown: () =>
    asked(line('A 1', { A: tanks({ now: { vehicles: 0, fallenOut: [{ hex: 0, vehicles: 10 }] } }) }), (field) =>
      march(field, 'A', '1'),
    ),
  cannotBoard: () => asked(line('A', { A: [tanks(), LORRIES] }), (field) => board(field, 'A', 'A2')),
  noSeats: () => asked(line('A', { A: [rifleCompany(), LORRIES] }), (field) => board(field, 'A', 'A2')),
  noTow: () =>
    asked(line('A', { A: [battery({ men: 10, gunState: 'limbered' }), LORRIES] }), (field) => board(field, 'A', 'A2')),
  notAboard: () =>
    asked(line('A', { A: [riflePlatoon(), LORRIES] }), (field) => ({
      kind: 'unload',
      unit: field.id('A2'),
      passenger: field.id('A'),
    })),
  enginesOut: () =>
    asked(
      line('A ~', { A: cutter({ now: { hull: { holes: 3, enginesOut: true } } }) }, { under: { A: 'deepWater' } }),
      (field) => march(field, 'A', '~'),
    ),
  sinking: () =>
    asked(
      line('A ~', { A: cutter({ now: { hull: { holes: 5, sinking: true } } }) }, { under: { A: 'deepWater' } }),
      (field) => march(field, 'A', '~'),
    ),
  noWater: () => asked(line('A 1', { A: rifleCompany() }), (field) => cross(field, '1', 'swimming')),
  tooWide: () => asked(line('A ~ ~ ~ ~ ~ 1', { A: rifleCompany() }), (field) => cross(field, '1', 'swimming')),
  canWade: () =>
    asked(
      line('A 1', { A: rifleCompany() }, { hexsides: [['A', '1', { river: { widthMetres: 50, depthMetres: 0.8 } }]] }),
      (field) => cross(field, '1', 'swimming'),
    ),
  noBoats: () => asked(line('A ~ 1', { A: rifleCompany() }), (field) => cross(field, '1', 'boats')),
  noRafts: () =>
    asked(line('A ~ 1', { A: [battery({ gunState: 'limbered' }), BOATS] }), (field) => cross(field, '1', 'boats')),
  tooHeavy: () =>
    asked(line('A ~ 1', { A: [tanks(), { ...BOATS, boats: { ...FOUR_BOATS, rafts: 1 } }] }), (field) =>
      cross(field, '1', 'boats'),
    ),
  cannotSwim: () => asked(line('A ~ 1', { A: tanks() }), (field) => cross(field, '1', 'swimming')),
  tooCold: () => asked(line('A ~ 1', { A: rifleCompany() }, { celsius: -5 }), (field) => cross(field, '1', 'swimming')),
  sweptAway: () =>
    asked(
      line('A ~ ~ ~ 1', { A: rifleCompany() }, { waters: [['~', { flow: { to: 0, metresPerSecond: 2 } }]] }),
      (field) => cross(field, '1', 'swimming'),
    ),
  sounded: () => {
    const field = line(
      'A 1',
      { A: rifleCompany() },
      { hexsides: [['A', '1', { river: { widthMetres: 50, depthMetres: 2 } }]] },
    );
    const sound: Order = { kind: 'sound', unit: field.id('A'), to: field.hex('1') };
    return asked({ ...field, battle: after(field.battle, sound) }, () => sound);
  },
  noLanding: () =>
    asked(
      line(
        'A ~',
        { A: [cutter(), riflePlatoon({ men: 10, now: { at: 'aboard', carrier: 'A' as UnitId } })] },
        { under: { A: 'deepWater' } },
      ),
      (field) => ({ kind: 'unload', unit: field.id('A'), passenger: field.id('A2') }),
    ),
  nothingToRide: () =>
    asked(line('A 1', { A: rifleCompany() }), (field) => ({
      kind: 'saddle',
      unit: field.id('A'),
      saddle: 'dismounted',
    })),
  ridesTooFar: () =>
    asked(line('A . . . . .', { A: cavalry({ now: { ridesAt: 5 } }) }), (field) => ({
      kind: 'saddle',
      unit: field.id('A'),
      saddle: 'mounted',
    })),
  noSuccessor: () => asked(line('H 1', { H: headquarters() }), (field) => ({ kind: 'relieve', unit: field.id('H') })),
  cannotObserve: () =>
    asked(line('A ^ b', { A: rifleCompany(), Z: offMapBattery(2), b: quiet }), (field) => mission(field, 'A')),
  noCommunications: () =>
    asked(
      line('H 1 2 3 A 1 b', {
        A: rifleCompany({ parent: 'H' }),
        H: headquarters({ headquarters: { reachMetres: 500, staff: 0.5 } }),
        Z: offMapBattery(2),
        b: quiet,
      }),
      (field) => mission(field, 'A'),
    ),
  dangerClose: () =>
    asked(line('A b', { A: rifleCompany(), Z: offMapBattery(2), b: quiet }, { hexMetres: 100 }), (field) =>
      mission(field, 'A'),
    ),
  fireForbidden: () =>
    asked(
      line('A b', { A: rifleCompany(), b: quiet }, { limits: [{ kind: 'noFire', side: 'soviet', untilMinute: 630 }] }),
      (field) => fire(field),
    ),
  shellingForbidden: () =>
    asked(
      line(
        'A . . b',
        { A: battery(), b: quiet },
        {
          regions: { beyond: 'b' },
          limits: [{ kind: 'noShelling', side: 'soviet', region: 'beyond', untilMinute: 630 }],
        },
      ),
      (field) => fire(field),
    ),
  cannotAssault: () => asked(line('A b', { A: headquarters(), b: quiet }), (field) => assault(field, 'A')),
  noUnits: () => asked(line('A b', { A: rifleCompany(), b: quiet }), (field) => assault(field)),
  listedTwice: () => asked(line('A b', { A: rifleCompany(), b: quiet }), (field) => assault(field, 'A', 'A')),
  noFlares: () =>
    asked(line('A 1', { A: rifleCompany() }, { light: 'dark' }), (field) => ({
      kind: 'flare',
      unit: field.id('A'),
      target: field.hex('1'),
    })),
  notDark: () =>
    asked(line('A 1', { A: rifleCompany({ flares: 1 }) }), (field) => ({
      kind: 'flare',
      unit: field.id('A'),
      target: field.hex('1'),
    })),
  cannotDig: () => asked(line('A 1', { A: tanks() }), (field) => ({ kind: 'dig', unit: field.id('A'), minutes: 10 })),
  already: () =>
    asked(line('A 1', { A: rifleCompany() }), (field) => ({
      kind: 'deploy',
      unit: field.id('A'),
      posture: 'deployed',
    })),
  noGuns: () =>
    asked(line('A 1', { A: rifleCompany() }), (field) => ({ kind: 'guns', unit: field.id('A'), state: 'limbered' })),
  noFront: () =>
    asked(line('A 1', { A: rifleCompany() }), (field) => ({ kind: 'turn', unit: field.id('A'), facing: 0 })),
  facesAway: () =>
    asked(line('G . b', { G: battery({ gunState: 'inBattery', now: { facing: 4 } }), b: rifleCompany() }), (field) => ({
      kind: 'fire',
      unit: field.id('G'),
      target: field.hex('b'),
      minutes: 3,
    })),
  noWorks: () =>
    asked(line('A 1', { A: rifleCompany() }), (field) => ({ kind: 'deploy', unit: field.id('A'), posture: 'dugIn' })),
  badMinutes: () =>
    asked(line('A 1', { A: rifleCompany() }), (field) => ({ kind: 'dig', unit: field.id('A'), minutes: 2.5 })),
  noWay: () => asked(line('A ~ 1', { A: rifleCompany() }), (field) => goTo(field, '1')),
  notEngineers: () => asked(line('A 1', { A: rifleCompany() }), (field) => engineer(field, 'mines')),
  noStores: () => asked(line('A 1', { A: engineers() }), (field) => engineer(field, 'wire')),
  noBridge: () => asked(line('A 1', { A: engineers() }), (field) => engineer(field, 'demolish')),
  alreadyMade: () =>
    asked(line('A 1', { A: engineers() }, { wire: [['A', '1', 'soviet']] }), (field) => engineer(field, 'wire')),
  wrongGround: () => asked(line('A 1', { A: engineers() }), (field) => engineer(field, 'corduroy')),
  nothingToClear: () => asked(line('A 1', { A: rifleCompany() }), (field) => engineer(field, 'clear')),
  noSalvage: () =>
    asked(line('A 1', { A: rifleCompany() }), (field) => ({ kind: 'salvage', unit: field.id('A'), task: 'carry' })),
  noLights: () =>
    asked(line('A 1', { A: rifleCompany() }), (field) => ({
      kind: 'move',
      unit: field.id('A'),
      path: [field.hex('1')],
      pace: 'headlights',
    })),
  foughtOver: () => asked(foughtOver(), (field) => ({ kind: 'salvage', unit: field.id('A'), task: 'spike' })),
  truce: () =>
    asked(line('A b', { A: rifleCompany(), b: quiet }, { limits: [{ kind: 'truce' }] }), (field) => fire(field)),
  notFiredUpon: () =>
    asked(
      line('A b', { A: rifleCompany(), b: quiet }, { limits: [{ kind: 'noFireUnlessFiredUpon', side: 'soviet' }] }),
      (field) => assault(field, 'A'),
    ),
  heldBack: () => {
    const field = line('A b', { A: rifleCompany(), b: quiet }, { incidents: {} });
    const quarrel = { cause: 'event', points: 6, turn: 1, during: 'japanese' } as const;
    const affairs = {
      ...present(field.battle.state.affairs, 'affairs'),
      incidents: { soviet: [quarrel], japanese: [] },
    };
    return { battle: { ...field.battle, state: { ...field.battle.state, turn: 2, affairs } }, order: fire(field) };
  },
  noWithdrawal: () =>
    asked(
      line(
        'A 3',
        { A: rifleCompany() },
        { regions: { post: 'A' }, limits: [{ kind: 'noWithdrawal', side: 'soviet', region: 'post' }] },
      ),
      (field) => march(field, 'A', '3'),
    ),
  barrelsHot: () =>
    asked(
      line('A . . b', { A: battery({ now: { barrels: { minute: 600, rounds: [120, 0], missions: 2 } } }), b: quiet }),
      (field) => ({
        kind: 'mission',
        unit: field.id('A'),
        observer: field.id('A'),
        target: field.hex('b'),
      }),
    ),
  noBatteryThere: () =>
    asked(line('A . . b', { A: battery(), b: quiet }), (field) => ({
      kind: 'mission',
      unit: field.id('A'),
      observer: field.id('A'),
      target: field.hex('b'),
      task: 'counterBattery',
    })),
  noSmoke: () =>
    asked(line('A . . b', { A: battery(), b: quiet }), (field) => ({
      kind: 'mission',
      unit: field.id('A'),
      observer: field.id('A'),
      target: field.hex('b'),
      task: 'smoke',
    })),
  noSuchHour: () => asked(line('A . . b', { A: battery(), b: quiet }), (field) => planned(field, 610)),
  alreadyPlanned: () =>
    asked(line('A . . b', { A: battery({ now: { plan: [planAt(3)] } }), b: quiet }), (field) => planned(field, 660)),
  planFull: () =>
    asked(
      line('A . . b', {
        A: battery({ now: { plan: Array.from({ length: 12 }, (_, place) => planAt(2, 661 + place)) } }),
        b: quiet,
      }),
      (field) => planned(field, 660),
    ),
  notPlanned: () =>
    asked(line('A . . b', { A: battery(), b: quiet }), (field) => ({ ...planned(field, 660), work: 'drop' })),
  notReleased: () =>
    asked(line('A 1', { A: rifleCompany({ awaitsRelease: true }) }), (field) => march(field, 'A', '1')),
  noExit: () => asked(line('A 1', { A: rifleCompany() }), (field) => ({ kind: 'leave', unit: field.id('A') })),
  fireForbiddenYet: () =>
    asked(line('A b', { A: rifleCompany(), b: quiet }, { limits: [{ kind: 'noFire', side: 'soviet' }] }), (field) =>
      fire(field),
    ),
  shellingForbiddenYet: () =>
    asked(
      line(
        'A 1 b',
        { A: infantryGuns(), b: quiet },
        { regions: { beyond: 'b' }, limits: [{ kind: 'noShelling', side: 'soviet', region: 'beyond' }] },
      ),
      (field) => fire(field),
    ),
  airForbidden: () => asked(aloft({ limits: [{ kind: 'noAir', side: 'soviet' }] }), (field) => bomb(field)),
  unknownFlight: () => asked(aloft({}), (field) => ({ ...bomb(field), flight: 'hawks' as FlightId })),
  notTheirTask: () => asked(aloft({}, { tasks: ['strafe'] }), (field) => bomb(field)),
  noMachines: () => asked(withFlight(aloft({}), { machines: 0 }), (field) => bomb(field)),
  flightAway: () => asked(withFlight(aloft({}), { readyMinute: 700 }), (field) => bomb(field)),
  noSorties: () => asked(withFlight(aloft({}), { flown: 2 }), (field) => bomb(field)),
  notAfter: () => asked(aloft({}, { untilMinute: 600 }), (field) => bomb(field)),
  noFlyingWeather: () => asked(aloft({ weather: 'fog' }), (field) => bomb(field)),
  noNightFlying: () => asked(aloft({ light: 'moon' }), (field) => bomb(field)),
  noSupply: () =>
    asked(line('A', { A: rifleCompany() }), (field) => ({ kind: 'supply', unit: field.id('A'), task: 'first' })),
  noFuel: () =>
    asked(line('A 1 2', { A: tanks({ now: { fuelKm: 0.5 } }) }, { supply: {} }), (field) => march(field, 'A', '12')),
  noColumn: () =>
    asked(line('A', { A: rifleCompany() }, { supply: {} }), (field) => ({
      kind: 'supply',
      unit: field.id('A'),
      task: 'load',
    })),
  noDepot: () =>
    asked(line('A', { A: rifleCompany() }, { supply: {} }), (field) => ({
      kind: 'supply',
      unit: field.id('A'),
      task: 'burn',
    })),
  nothingToIssue: () =>
    asked(
      line(
        'A',
        { A: riflePlatoon({ cargo: { water: 1 }, transport: { vehicle: 'gaz-aa' as VehicleId, count: 2 } }) },
        { supply: { depots: [{ at: 'A', side: 'soviet' }] } },
      ),
      (field) => ({ kind: 'supply', unit: field.id('A'), task: 'load' }),
    ),
} satisfies Record<Shown, () => Case>;

/** A with a flight of nine, b under it. */
const aloft = (options: FieldOptions, wish: Partial<AirWish> = {}): Battlefield =>
  line(
    'A 1 b',
    { A: rifleCompany(), b: quiet },
    {
      ...options,
      air: [
        { id: 'eagles', side: 'soviet', aircraft: 'i-15bis', ...wish },
        { id: 'hawks', side: 'japanese', aircraft: 'ki-27' },
      ],
    },
  );

const bomb = (field: Battlefield): OrderOf<'airMission'> => ({
  kind: 'airMission',
  flight: 'eagles' as FlightId,
  task: 'bomb',
  target: field.hex('b'),
});

function withFlight(field: Battlefield, now: Partial<FlightNow>): Battlefield {
  const { state } = field.battle;
  const flights = (state.flights ?? []).map((flight) => (flight.id === 'eagles' ? { ...flight, ...now } : flight));
  return { ...field, battle: { ...field.battle, state: { ...state, flights } } };
}

/** A stands among enemy guns with the enemy still there. */
function foughtOver(): Battlefield {
  const field = line('A b', { A: rifleCompany(), b: quiet }, { seen: ['soviet'] });
  const hex = field.hex('b');
  const weapon = present(field.scenario.cards[1]?.armaments[0], 'an armament').weapon;
  const booty = [{ hex, weapon, count: 1, from: 'japanese', holder: 'soviet' } as const];
  const units = field.battle.state.units.map((unit) => (unit.id === 'A' ? { ...unit, at: hex } : unit));
  return { ...field, battle: { ...field.battle, state: { ...field.battle.state, units, booty } } };
}

/** Dischargers throw no nearer than 120 m; on hexes of 100 m the next is too close. */
function tooClose(): Battlefield {
  const field = line('A b', { A: rifleCompany({ arms: [['rifle', 4]] }), b: quiet }, { hexMetres: 100 });
  const [card, ...others] = field.scenario.cards;
  const [discharger] = [...field.scenario.weapons.values()].filter((weapon) => weapon.kind === 'grenadeDischarger');
  if (card === undefined || discharger === undefined) throw new Error('no discharger among the weapons');
  const scenario = {
    ...field.scenario,
    cards: [{ ...card, armaments: [{ weapon: discharger.id, count: 4 }] }, ...others],
  };
  return { ...field, scenario, battle: { ...field.battle, scenario } };
}

describe('an order is refused', () => {
  test.each(Object.entries(CASES))('%s', (reason, make) => {
    const { battle, order } = make();
    expect(refusalOf(battle, order)?.reason).toBe(reason);
  });

  test('notYours: to the side whose turn it is not', () => {
    const field = line('A 1 b', { A: rifleCompany(), b: quiet });
    const refusal = whyNot(field.scenario, observe(field.scenario, field.battle.state, 'japanese'), {
      kind: 'rally',
      unit: field.id('b'),
    });
    expect(refusal).toEqual({ reason: 'notYours' });
  });

  test('and nothing is changed by it', () => {
    for (const make of Object.values(CASES)) {
      const { battle, order } = make();
      const before = JSON.stringify(battle.state);
      apply(battle, order);
      expect(JSON.stringify(battle.state)).toBe(before);
    }
  });

  test('with a sentence for every reason', () => {
    for (const make of Object.values(CASES)) {
      const { battle, order } = make();
      expect(refusalText(refusalOf(battle, order) as Refusal)).not.toMatch(/undefined|NaN|\{/);
    }
  });

  test('with the figures that matter', () => {
    const { battle, order } = CASES.notEnoughMinutes();
    expect(refusalOf(battle, order)).toEqual({ reason: 'notEnoughMinutes', minutes: 12, minutesLeft: 11 });
    const far = CASES.outOfRange();
    expect(refusalOf(far.battle, far.order)).toEqual({ reason: 'outOfRange', metres: 1000, reachMetres: 800 });
    const early = CASES.notBefore();
    expect(refusalOf(early.battle, early.order)).toEqual({ reason: 'notBefore', minute: 660 });
  });

  test('an enemy by his name like a name nobody bears', () => {
    const field = line('A 1 b', { A: rifleCompany(), b: quiet });
    expect(refusalOf(field.battle, { kind: 'rally', unit: field.id('b') })).toEqual({
      reason: 'unknownUnit',
      unit: 'b',
    });
    expect(refusalOf(field.battle, { kind: 'rally', unit: field.id('nobody') })).toEqual({
      reason: 'unknownUnit',
      unit: 'nobody',
    });
  });
});

describe('what is permitted', () => {
  // biome-ignore format: a table
  test.each<[string, () => Case]>([
    ['steady men under fire may rally',              () => asked(line('A', { A: rifleCompany({ now: { suppression: 0.3 } }) }), (field) => ({ kind: 'rally', unit: field.id('A') }))],
    ['fire at a place from memory',                  () => asked(remembered(), (field) => fire(field))],
    ['a march onto a hex from which the enemy went', () => asked(remembered(), (field) => march(field, 'A', 'b'))],
    ['an assault by day on machine guns',            () => asked(line('A b', { A: machineGuns(), b: quiet }), (field) => assault(field, 'A'))],
    ['an assault by cavalry',                        () => asked(line('A b', { A: cavalry(), b: quiet }), (field) => assault(field, 'A'))],
    ['an assault before fire is free',               () => asked(line('A b', { A: rifleCompany(), b: quiet }, { limits: [{ kind: 'noFire', side: 'soviet', untilMinute: 630 }] }), (field) => assault(field, 'A'))],
    ['direct fire of guns in battery',               () => asked(line('A 1 b', { A: infantryGuns(), b: quiet }), (field) => fire(field))],
    ['a mission through one who sees',               () => asked(line('A 1 b', { A: rifleCompany(), Z: offMapBattery(1), b: quiet }), (field) => mission(field, 'A'))],
  ])('%s', (_, make) => {
    const { battle, order } = make();
    expect(refusalOf(battle, order)).toBeUndefined();
  });

  function remembered(): Battlefield {
    const field = line('A b', { A: rifleCompany(), b: quiet });
    const contacts = {
      ...field.battle.state.contacts,
      soviet: field.battle.state.contacts.soviet.map((contact) => ({
        ...contact,
        view: { ...contact.view, current: false },
      })),
    };
    return { ...field, battle: { ...field.battle, state: { ...field.battle.state, contacts } } };
  }
});

describe('a unit not yet released', () => {
  const held = (): Battlefield => line('A 1 2', { A: rifleCompany({ releaseMinute: 660 }) });

  test('goes nowhere before its hour, not even on a standing order', () => {
    const field = held();
    const outcome = apply(field.battle, goTo(field, '2'));
    const battle = outcome.kind === 'applied' ? outcome.battle : field.battle;
    expect(field.unit(after(battle, END_TURN), 'A').at).toBe(field.hex('A'));
  });

  test('marches from its hour on', () => {
    const field = held();
    expect(
      refusalOf(after(field.battle, END_TURN, END_TURN, END_TURN, END_TURN), march(field, 'A', '1')),
    ).toBeUndefined();
  });
});
