/** Tactical puzzles that the first level must solve, drawn. Hexes of 250 m, turns of half an hour, day, unless said. */
import { hexesBetween } from '../../src/hex/distance.ts';
import type { Order } from '../../src/model/order.ts';
import {
  antiTankGuns,
  battery,
  cavalry,
  headquarters,
  infantryGuns,
  machineGuns,
  rifleCompany,
  riflePlatoon,
  tanks,
} from '../battlefield.ts';
import type { Played, Puzzle } from './puzzle.ts';

/** Hexes from where the unit ended to a character; 99 for one that is gone. */
function hexesFrom(played: Played, key: string, character: string): number {
  const { at } = played.field.unit(played.battle, key);
  return typeof at === 'number' ? hexesBetween(played.field.scenario.map.grid, at, played.field.hex(character)) : 99;
}

const placeOf = (played: Played, isWanted: (order: Order) => boolean): number => {
  const place = played.orders.findIndex(isWanted);
  return place === -1 ? Infinity : place;
};

const isAssault = (order: Order): boolean => order.kind === 'assault';

/** Targets fired at, by firer. */
const targetsOf = (played: Played, key: string): number[] =>
  played.orders.flatMap((order) => (order.kind === 'fire' && order.unit === key ? [order.target] : []));

const hexes = (played: Played, from: number, to: number): number =>
  hexesBetween(played.field.scenario.map.grid, from, to);

/** Hexes a unit stepped on, in order. */
const stepsOf = (played: Played): readonly number[] =>
  played.orders.flatMap((order) =>
    order.kind === 'move' ? order.path : order.kind === 'assault' ? [order.target] : [],
  );

export const PUZZLES: readonly Puzzle[] = [
  {
    title: 'guns behind a ridge that gave themselves away are silenced',
    drawing: `
      . . . . . ^ . . . . .
       . . . . . ^ . . . . .
      G . O . . ^ . . . r .
       . . . . . ^ . . . . .
      . . . . . ^ . . . . .
    `,
    units: { G: battery({ arms: [['howitzer', 4]] }), O: headquarters(), r: battery() },
    options: { seen: ['soviet'], objectives: [{ at: 'O', holder: 'soviet', points: 10 }] },
    side: 'soviet',
    turns: 1,
    isSolved: (played) =>
      played.orders.some(
        (order) =>
          order.kind === 'mission' && order.task === 'counterBattery' && order.target === played.field.hex('r'),
      ),
  },
  {
    title: '3: guns fire before the assault goes in',
    drawing: `
      . . . . . . . . . . .
       . . . . . R . . . . .
      G . . . O . . . r . .
       . . . . . S . . . . .
      . . . . . . . . . . .
    `,
    units: { G: battery(), R: rifleCompany(), S: rifleCompany(), O: headquarters(), r: rifleCompany({ dug: 0.9 }) },
    options: { seen: ['soviet'], objectives: [{ at: 'r', holder: 'japanese', points: 10 }] },
    side: 'soviet',
    turns: 4,
    isSolved: (played) => {
      const mission = placeOf(
        played,
        (order) => order.kind === 'mission' && order.unit === 'G' && order.target === played.field.hex('r'),
      );
      return mission < Infinity && mission < placeOf(played, isAssault);
    },
  },
  {
    title: '5: a lone company stays on its objective',
    drawing: `
      . . . . . . . . .
       . . . . . . . . .
      . . . R . p . . .
       . . . . . . . . .
      . . . . . . . c .
    `,
    units: { R: rifleCompany({ dug: 1.3 }), p: riflePlatoon({ now: { cohesion: 'shaken' } }), c: cavalry() },
    options: { seen: ['soviet'], objectives: [{ at: 'R', holder: 'soviet', points: 10 }] },
    side: 'soviet',
    turns: 3,
    isSolved: (played) =>
      hexesFrom(played, 'R', 'R') === 0 && placeOf(played, (order) => order.kind === 'move') === Infinity,
  },
  {
    title: '6: cavalry takes the empty objective',
    drawing: `
      . . . . . . . . .
       . . . . . . . . .
      C . . * . . r . .
       . . . . . . . . .
      . . . . . . . . .
    `,
    units: { C: cavalry(), r: rifleCompany() },
    options: { seen: ['soviet'], objectives: [{ at: '*', points: 10 }] },
    side: 'soviet',
    turns: 1,
    isSolved: (played) => hexesFrom(played, 'C', '*') === 0,
  },
  {
    title: '9: one or two units stay at the only bridge while the others attack',
    drawing: `
      . . . . ~ . . . . . . . .
       . . . . ~ . A . B . . . .
      c . . . . = . . . . M . * .
       . . . . ~ . D . E . . . .
      . . . . ~ . F . . . . . .
    `.replace('c . . . . = . . . . M . * .', 'c . . . = . . . . M . * .'),
    units: {
      A: rifleCompany(),
      B: rifleCompany(),
      D: rifleCompany(),
      E: rifleCompany(),
      F: riflePlatoon(),
      M: machineGuns(),
      c: cavalry(),
    },
    options: {
      seen: ['soviet'],
      objectives: [
        { at: '=', holder: 'soviet', points: 10 },
        { at: '*', holder: 'japanese', points: 10 },
      ],
    },
    side: 'soviet',
    turns: 2,
    isSolved: (played) => {
      const near = ['A', 'B', 'D', 'E', 'F'].filter((key) => hexesFrom(played, key, '=') <= 1).length;
      return near >= 1 && near <= 2;
    },
  },
  {
    title: '11: guns without infantry limber up and drive off before the tanks come',
    drawing: `
      . . . . . . . . . . . . .
       . . . . . . . . . . . . .
      . . . . . . . G . . . . t
       . . . . . . . . . . . . .
      . . . . . . . . . . . . u
    `,
    units: { G: battery({ dug: 1 }), t: tanks(), u: tanks() },
    options: { seen: ['soviet'] },
    side: 'soviet',
    turns: 1,
    isSolved: (played) =>
      played.field.unit(played.battle, 'G').gunState === 'limbered' &&
      hexesFrom(played, 'G', 'G') >= 2 &&
      hexesFrom(played, 'G', 't') >= 7,
  },
  {
    title: '12: tanks without infantry stay two hexes off and shoot',
    drawing: `
      . . . . . . . . . . . . .
       . . . . . . T . . . . . .
      . R . . . . . . . . r . .
       . . . . . . U . . . . . .
      . . . . . . . . . . . . .
    `,
    units: { T: tanks(), U: tanks(), R: rifleCompany(), r: rifleCompany({ dug: 0.9 }) },
    options: { seen: ['soviet'], objectives: [{ at: 'r', holder: 'japanese', points: 10 }] },
    side: 'soviet',
    turns: 2,
    isSolved: (played) =>
      ['T', 'U'].every((key) => hexesFrom(played, key, 'r') >= 2) &&
      placeOf(played, isAssault) === Infinity &&
      targetsOf(played, 'T').length + targetsOf(played, 'U').length > 0,
  },
  {
    title: '12, other way: tanks ride down a few men in the open',
    drawing: `
      . . . . . . .
       . . . . . . .
      . . . T p . .
       . . . U . . .
      . . . . . . .
    `,
    units: { T: tanks(), U: tanks(), p: riflePlatoon({ men: 25, now: { cohesion: 'broken' } }) },
    options: { seen: ['soviet'] },
    side: 'soviet',
    turns: 1,
    isSolved: (played) => placeOf(played, isAssault) < Infinity,
  },
  {
    title: '19: three machine-gun companies do not all fire at the one that is nearly done for',
    drawing: `
      . . . . . . .
       . A . w . . .
      . . B . . . .
       . C . r . . .
      . . . . . . .
    `,
    units: {
      A: machineGuns(),
      B: machineGuns(),
      C: machineGuns(),
      w: rifleCompany({ now: { men: 25, killed: 75, cohesion: 'shaken' } }),
      r: rifleCompany(),
    },
    options: { seen: ['soviet'] },
    side: 'soviet',
    turns: 1,
    isSolved: (played) => {
      const first = ['A', 'B', 'C'].map((key) => targetsOf(played, key)[0]);
      const atWeak = first.filter((target) => target === played.field.hex('w')).length;
      const atFresh = first.filter((target) => target === played.field.hex('r')).length;
      return atWeak <= 1 && atFresh >= 2;
    },
  },
  {
    title: '16: what was just lost is taken back at once',
    drawing: `
      . . . . . . . . .
       . . . . R . . . .
      . . . . . r . . .
       . . . . S . M . .
      . . . . . . . . .
    `,
    units: { R: rifleCompany(), S: rifleCompany(), M: machineGuns(), r: rifleCompany({ now: { suppression: 0.5 } }) },
    options: { seen: ['soviet'], objectives: [{ at: 'r', holder: 'japanese', points: 10 }] },
    side: 'soviet',
    turns: 1,
    // Machine-gun fire may drive him out by itself: then somebody walks in.
    isSolved: (played) =>
      placeOf(played, isAssault) < Infinity || ['R', 'S'].some((key) => hexesFrom(played, key, 'r') === 0),
  },
  {
    title: '17: a lone company does not run into strength',
    drawing: `
      . . . . . . . . .
       . . . . . . . . .
      . . . . R . r . .
       . . . . . . . . .
      . . . . . . . . .
    `,
    units: { R: rifleCompany(), r: [rifleCompany({ dug: 1 }), rifleCompany({ dug: 1 }), machineGuns({ dug: 1 })] },
    options: { seen: ['soviet'], objectives: [{ at: 'r', holder: 'japanese', points: 10 }] },
    side: 'soviet',
    turns: 2,
    isSolved: (played) =>
      placeOf(played, isAssault) === Infinity &&
      played.field.unit(played.battle, 'R').posture !== 'marching' &&
      hexesFrom(played, 'R', 'r') >= 2,
  },
  {
    title: '20: holders keep their minutes rather than spend them on fire that does nothing',
    drawing: `
      . . . . . . . . .
       . . . . . . . . .
      . . R . . r . . .
       . . . . . . . . .
      . . . . . . . . .
    `,
    units: { R: [rifleCompany({ dug: 8 }), machineGuns({ dug: 8 })], r: rifleCompany({ dug: 2 }) },
    options: { seen: ['soviet'], objectives: [{ at: 'R', holder: 'soviet', points: 10 }] },
    side: 'soviet',
    turns: 1,
    isSolved: (played) =>
      played.orders.every((order) => order.kind !== 'fire' && order.kind !== 'move' && order.kind !== 'dig'),
  },
  {
    title: '21: drilled troops go up silently in the dark and in from two sides, without a shot before',
    drawing: `
      . . . . . . . . .
       . . a . . . . . .
      . . . . . M . . .
       . . b . . . . . .
      . . . . . . . . .
    `,
    units: {
      a: rifleCompany({ nightTraining: 0.85, training: 0.8 }),
      b: rifleCompany({ nightTraining: 0.85, training: 0.8 }),
      M: [
        rifleCompany({ men: 75, dug: 1.3, nightTraining: 0.25, training: 0.45 }),
        machineGuns({ men: 45, dug: 1.3, nightTraining: 0.25, training: 0.45 }),
      ],
    },
    options: {
      light: 'dark',
      first: 'japanese',
      seen: ['japanese'],
      objectives: [{ at: 'M', holder: 'soviet', points: 10 }],
    },
    side: 'japanese',
    turns: 4,
    isSolved: (played) => {
      const assault = played.orders.find(isAssault);
      const before = played.orders.slice(0, Math.min(played.orders.length, placeOf(played, isAssault)));
      const close = before.filter(
        (order) => order.kind === 'move' && order.path.some((hex) => hexes(played, hex, played.field.hex('M')) <= 1),
      );
      const isSilent = close.every((order) => order.kind !== 'move' || order.pace === 'silent');
      const firstShot = placeOf(played, (order) => order.kind === 'fire');
      return (
        assault?.kind === 'assault' && assault.units.length >= 2 && isSilent && firstShot > placeOf(played, isAssault)
      );
    },
  },
  {
    title: '25: nobody crosses the line or shells over it',
    drawing: `
      x x x x x . . . . . .
       x x x x x . . . . . .
      x x g x x . R * . . .
       x x x x x . S . . . .
      x x x x x . G . . . .
    `,
    units: { R: rifleCompany(), S: rifleCompany(), G: battery(), g: [infantryGuns(), antiTankGuns()] },
    options: {
      seen: ['soviet'],
      regions: { beyond: 'xg' },
      limits: [
        { kind: 'noEntry', side: 'soviet', region: 'beyond' },
        { kind: 'noShelling', side: 'soviet', region: 'beyond', untilMinute: 9999 },
      ],
      objectives: [{ at: '*', holder: 'soviet', points: 10 }],
    },
    side: 'soviet',
    against: 'ensign',
    turns: 3,
    isSolved: (played) => {
      const beyond = played.field.scenario.map.regions.get('beyond') ?? [];
      const shells = played.orders.filter(
        (order) =>
          (order.kind === 'mission' || (order.kind === 'fire' && order.unit === 'G')) && beyond.includes(order.target),
      );
      const safe = (key: string): boolean =>
        played.field.unit(played.battle, key).posture === 'dugIn' || hexesFrom(played, key, 'g') > 4;
      return (
        !stepsOf(played).some((hex) => beyond.includes(hex)) &&
        shells.length === 0 &&
        played.refused.length === 0 &&
        (safe('R') || safe('S'))
      );
    },
  },
];
