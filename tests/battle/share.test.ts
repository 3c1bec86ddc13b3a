/**
 * What a side is told of each kind of event: its owner, a side that has the unit in plain view, and a side that perceives
 * nothing of it. The table is keyed by kind: a new kind does not compile until it says what each of the three is told.
 */
import { describe, expect, test } from 'vitest';
import { apply } from '../../src/battle/battle.ts';
import { shareOf } from '../../src/battle/share.ts';
import type { ContactId, ContactView } from '../../src/model/contact.ts';
import type { BattleEvent, EventKind, EventOf } from '../../src/model/event.ts';
import type { FlightId } from '../../src/model/flight.ts';
import type { SeenEvent } from '../../src/model/seen-event.ts';
import type { Side } from '../../src/model/side.ts';
import { SIDES } from '../../src/model/side.ts';
import { battlefield, type Battlefield, rifleCompany } from '../battlefield.ts';

/** A is the Soviet company to which things happen; b stands beside it, c far behind. */
const TEXT = `
  . . . . . .
   . A b . . c
  . . . . . .
`;

/** The Japanese have A in plain view, or know nothing of it. */
const field = (seen: 'plain' | 'unseen'): Battlefield => {
  const drawn = battlefield(
    TEXT,
    { A: rifleCompany({ flares: 2 }), b: rifleCompany(), c: rifleCompany() },
    {
      seen: seen === 'plain' ? SIDES : ['soviet'],
      objectives: [{ at: 'c' }],
      wire: [['A', 'b', 'soviet']],
      limits: [{ kind: 'noFire', side: 'soviet', id: 'patience' }],
      air: [
        { id: 'eagles', side: 'soviet', aircraft: 'sb' },
        { id: 'hawks', side: 'japanese', aircraft: 'ki-27' },
      ],
    },
  );
  if (seen === 'plain') return drawn;
  const contacts = { ...drawn.battle.state.contacts, japanese: [] };
  return { ...drawn, battle: { ...drawn.battle, state: { ...drawn.battle.state, contacts } } };
};

const plain = field('plain');
const [a, b, c] = [plain.id('A'), plain.id('b'), plain.id('c')];
const [atA, atB, atC] = [plain.hex('A'), plain.hex('b'), plain.hex('c')];
const view: ContactView = {
  id: 'a7' as ContactId,
  hex: atC,
  level: 'suspected',
  sign: 'sound',
  atMinute: 600,
  current: true,
};
const NOTHING = { men: 0, vehicles: 0, guns: 0, aircraft: 0 };

/** What a side is told: nothing, or an event with at least these members. */
type Told = Partial<SeenEvent> | 'nothing';

interface Row<K extends EventKind> {
  readonly event: EventOf<K>;
  readonly owner: Told;
  readonly inPlainView: Told;
  readonly unseen: Told;
}

const own = { kind: 'own', unit: a } as const;
const [eagles, hawks] = ['eagles' as FlightId, 'hawks' as FlightId];
const ownWing = { kind: 'own', flight: eagles } as const;
const enemyWing = { kind: 'enemy', role: 'lightBomber' } as const;
const anEnemy = { kind: 'contact' } as const;

const ROWS = {
  moved: {
    event: { kind: 'moved', unit: a, from: atA, to: atA - 1, minutes: 6, pace: 'normal' },
    owner: { kind: 'moved', who: own, from: atA, to: atA - 1, minutes: 6 },
    inPlainView: { kind: 'moved', from: atA, minutes: null },
    unseen: 'nothing',
  },
  halted: {
    event: { kind: 'halted', unit: a, cause: 'underFire' },
    owner: { kind: 'halted', cause: 'underFire' },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  ambushed: {
    event: { kind: 'ambushed', unit: a, by: b, hex: atB, minutes: 5 },
    owner: { kind: 'ambushed', who: own, hex: atB },
    inPlainView: { kind: 'ambushed', by: { kind: 'own', unit: b } },
    unseen: 'nothing',
  },
  hunted: {
    event: { kind: 'hunted', unit: a, target: b, means: 'bottles', tries: 6, escorted: false },
    owner: { kind: 'hunted', who: own, means: 'bottles', tries: 6 },
    inPlainView: { kind: 'hunted', target: { kind: 'own', unit: b } },
    unseen: 'nothing',
  },
  wireCut: {
    event: { kind: 'wireCut', unit: a, hexside: plain.scenario.wire[0]?.hexside ?? 0, minutes: 8 },
    owner: { kind: 'wireCut', who: own },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  fired: {
    event: {
      kind: 'fired',
      unit: a,
      observer: null,
      mode: 'direct',
      target: atC,
      minutes: 5,
      rounds: [400, 90],
      expectedMen: 3.5,
      factors: [
        { name: 'quality', owner: 'actor', value: 0.9 },
        { name: 'entrenchment', owner: 'target', value: 0.1 },
      ],
    },
    // What was to be expected would tell of troops nobody has seen.
    owner: {
      kind: 'fired',
      who: own,
      from: atA,
      rounds: 490,
      factors: [{ name: 'quality', owner: 'actor', value: 0.9 }],
    },
    inPlainView: { kind: 'fired', from: atA, target: atC, rounds: null, factors: [] },
    // It falls among c: fire is felt, and nobody knows whose.
    unseen: { kind: 'fired', who: { kind: 'unknown' }, from: null, rounds: null, factors: [] },
  },
  harmed: {
    event: { kind: 'harmed', unit: a, by: b, killed: 3, wounded: 9, vehicles: 0, pieces: [8, 1], suppression: 0.4 },
    owner: { kind: 'harmed', who: own, men: 12, exact: true, pieces: 9, suppression: 0.4 },
    inPlainView: { kind: 'harmed', men: 10, exact: false, pieces: 0, suppression: null },
    unseen: 'nothing',
  },
  cohesion: {
    event: { kind: 'cohesion', unit: a, from: 'steady', to: 'shaken', chance: 0.4 },
    owner: { kind: 'cohesion', who: own, to: 'shaken' },
    inPlainView: { kind: 'cohesion', to: 'shaken' },
    unseen: 'nothing',
  },
  retreated: {
    event: { kind: 'retreated', unit: a, path: [atA - 1, atA - 7], rout: true },
    owner: { kind: 'retreated', who: own, path: [atA, atA - 1, atA - 7] },
    inPlainView: { kind: 'retreated', path: [atA, atA - 1], rout: true },
    unseen: 'nothing',
  },
  assaulted: {
    event: { kind: 'assaulted', units: [a], target: atB, minutes: [12] },
    owner: { kind: 'assaulted', who: [own], from: [atA] },
    inPlainView: { kind: 'assaulted', target: atB },
    unseen: 'nothing',
  },
  closeCombat: {
    event: {
      kind: 'closeCombat',
      attackers: [a],
      defenders: [b],
      hex: atB,
      outcome: 'repulsed',
      ratio: 0.8,
      factors: [
        { name: 'surprise', owner: 'actor', value: 1 },
        { name: 'entrenchment', owner: 'target', value: 0.7 },
      ],
    },
    owner: {
      kind: 'closeCombat',
      attackers: [own],
      outcome: 'repulsed',
      factors: [{ name: 'surprise', owner: 'actor', value: 1 }],
    },
    inPlainView: {
      kind: 'closeCombat',
      defenders: [{ kind: 'own', unit: b }],
      factors: [{ name: 'entrenchment', owner: 'target', value: 0.7 }],
    },
    // Who fights for his life knows that he does, if not with whom.
    unseen: { kind: 'closeCombat', attackers: [{ kind: 'unknown' }] },
  },
  captured: {
    event: { kind: 'captured', unit: a, men: 20, by: b, hex: 3 },
    owner: { kind: 'captured', who: own, men: 20 },
    inPlainView: { kind: 'captured', men: 20 },
    unseen: 'nothing',
  },
  // Who has the ground has the weapons, whether he saw them fall or not.
  abandoned: {
    event: { kind: 'abandoned', unit: a, hex: 3, pieces: [0, 2, 1], holder: 'japanese' },
    owner: { kind: 'abandoned', who: own, hex: 3, pieces: 3 },
    inPlainView: { kind: 'abandoned', pieces: 3 },
    unseen: { kind: 'abandoned', who: { kind: 'unknown' }, pieces: 3 },
  },
  spoilsHeld: {
    event: { kind: 'spoilsHeld', hex: 3, holder: 'soviet' },
    owner: { kind: 'spoilsHeld', hex: 3 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  passedOn: {
    event: { kind: 'passedOn', unit: b, by: a, to: null, men: 8 },
    owner: { kind: 'passedOn', who: own, to: null, men: 8 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  freed: {
    event: { kind: 'freed', unit: a, men: 8, hex: 3, by: b },
    owner: { kind: 'freed', who: own, men: 8, hex: 3 },
    inPlainView: { kind: 'freed', men: 8 },
    unseen: { kind: 'freed', who: { kind: 'unknown' }, men: 8 },
  },
  salvaged: {
    event: { kind: 'salvaged', unit: a, task: 'spike', hex: 3, minutes: 5, pieces: [0, 0, 0], men: 0 },
    owner: { kind: 'salvaged', who: own, task: 'spike', hex: 3, minutes: 5, pieces: 0, men: 0 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  missed: {
    event: { kind: 'missed', unit: a, men: 20 },
    owner: { kind: 'missed', who: own, men: 20 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  dug: {
    event: {
      kind: 'dug',
      unit: a,
      minutes: 10,
      works: { hex: atA, manHours: 16, believed: { soviet: 16, japanese: null } },
    },
    owner: { kind: 'dug', manHours: 16 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  laboured: {
    event: {
      kind: 'laboured',
      unit: a,
      work: 'wire',
      hexside: 3,
      minutes: 20,
      doneShare: 0.5,
      left: { hexside: 3, work: 'wire', side: 'soviet', manHours: 40 },
      stores: { wireMetres: 200 },
      bottles: 0,
    },
    owner: { kind: 'laboured', who: own, work: 'wire', hexside: 3, doneShare: 0.5 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  crossingChanged: {
    event: { kind: 'crossingChanged', hexside: 3, made: { corduroy: true }, by: a, how: 'corduroyed' },
    owner: { kind: 'crossingChanged', who: own, hexside: 3, how: 'corduroyed' },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  // What is seen is told to the side that sees it, with nothing of who did it.
  crossingSeen: {
    event: { kind: 'crossingSeen', side: 'soviet', hexside: 3, made: { corduroy: true } },
    owner: { kind: 'crossingSeen', hexside: 3, made: { corduroy: true } },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  blastFailed: {
    event: { kind: 'blastFailed', unit: a, hexside: 3 },
    owner: { kind: 'blastFailed', who: own, hexside: 3 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  wireLaid: {
    event: { kind: 'wireLaid', unit: a, hexside: 3 },
    owner: { kind: 'wireLaid', who: own, hexside: 3 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  minesMet: {
    event: { kind: 'minesMet', unit: a, hexside: 3 },
    owner: { kind: 'minesMet', who: own, hexside: 3 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  postureChanged: {
    event: { kind: 'postureChanged', unit: a, posture: 'marching', minutes: 4 },
    owner: { kind: 'postureChanged', posture: 'marching' },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  gunsChanged: {
    event: { kind: 'gunsChanged', unit: a, state: 'inBattery', minutes: 5 },
    owner: { kind: 'gunsChanged', state: 'inBattery' },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  policySet: {
    event: { kind: 'policySet', unit: a, policy: 'hold' },
    owner: { kind: 'policySet', policy: 'hold' },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  standingSet: {
    event: { kind: 'standingSet', unit: a, standing: { kind: 'dig' } },
    owner: { kind: 'standingSet', standing: { kind: 'dig' } },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  rallied: {
    event: { kind: 'rallied', unit: a, minutes: 10, suppression: 0.1 },
    owner: { kind: 'rallied', suppression: 0.1 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  // Light in the sky is everybody's.
  called: {
    event: {
      kind: 'called',
      unit: a,
      call: { observer: a, target: atB, task: 'suppress', dueMinute: 640 },
    },
    owner: { kind: 'called', who: own, target: atB, dueMinute: 640 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  planned: {
    event: { kind: 'planned', unit: a, work: 'add', line: { target: atB, task: 'suppress', minute: 660 } },
    owner: { kind: 'planned', who: own, work: 'add', line: { target: atB, task: 'suppress', minute: 660 } },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  fellOut: {
    event: {
      kind: 'fellOut',
      unit: a,
      line: { target: atB, task: 'suppress', minute: 660 },
      reason: 'dangerClose',
    },
    owner: { kind: 'fellOut', who: own, reason: 'dangerClose' },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  jammed: {
    event: { kind: 'jammed', unit: a, pieces: [2, 0] },
    owner: { kind: 'jammed', who: own, pieces: 2 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  unjammed: {
    event: { kind: 'unjammed', unit: a, pieces: [1, 0] },
    owner: { kind: 'unjammed', who: own, pieces: 1 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  shellsIssued: {
    event: { kind: 'shellsIssued', unit: a, rounds: [40, 0], missions: 0 },
    owner: { kind: 'shellsIssued', who: own, rounds: 40, missions: 0 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  curtain: {
    event: { kind: 'curtain', curtain: { hex: atB, side: 'soviet', by: a, deadlyAMinute: 100 } },
    owner: { kind: 'curtain', hex: atB },
    inPlainView: { kind: 'curtain', hex: atB },
    unseen: { kind: 'curtain', hex: atB },
  },
  flare: {
    event: { kind: 'flare', unit: a, flare: { hex: atB, turn: 1, side: 'soviet' }, minutes: 2 },
    owner: { kind: 'flare', who: own, hex: atB },
    inPlainView: { kind: 'flare', hex: atB },
    unseen: { kind: 'flare', who: { kind: 'unknown' }, hex: atB },
  },
  // What stands in the sky is seen by all.
  plume: {
    event: { kind: 'plume', plume: { kind: 'smoke', hex: 3, untilMinute: 640 } },
    owner: { kind: 'plume', plume: 'smoke', hex: 3, untilMinute: 640 },
    inPlainView: { kind: 'plume', hex: 3 },
    unseen: { kind: 'plume', hex: 3 },
  },
  arrived: {
    event: { kind: 'arrived', unit: a, hex: atA },
    owner: { kind: 'arrived', who: own, hex: atA },
    inPlainView: { kind: 'arrived', hex: atA },
    unseen: 'nothing',
  },
  surprised: {
    event: { kind: 'surprised', unit: a },
    owner: { kind: 'surprised', who: own },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  // Only those who stand near enough to know who is who see a leader fall.
  leaderLost: {
    event: { kind: 'leaderLost', unit: a, successorMinute: 630 },
    owner: { kind: 'leaderLost', who: own, hex: atA, first: true },
    inPlainView: { kind: 'leaderLost', hex: atA, first: false },
    unseen: 'nothing',
  },
  leaderReplaced: {
    event: { kind: 'leaderReplaced', unit: a },
    owner: { kind: 'leaderReplaced', who: own },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  firstFire: {
    event: { kind: 'firstFire', unit: a, stood: false, chance: 0.6 },
    owner: { kind: 'firstFire', who: own, stood: false },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  // Whoever comes over is seen by those he comes to; who goes home is missed by his own.
  deserted: {
    event: { kind: 'deserted', unit: a, over: 20, away: 5 },
    owner: { kind: 'deserted', who: own, over: 20, away: 5 },
    inPlainView: { kind: 'deserted', hex: atA, over: 20, away: null },
    unseen: { kind: 'deserted', who: { kind: 'unknown' }, over: 20, away: null },
  },
  frostbitten: {
    event: { kind: 'frostbitten', unit: a, men: 3 },
    owner: { kind: 'frostbitten', who: own, men: 3 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  cutOff: {
    event: { kind: 'cutOff', unit: a, sinceMinute: 630 },
    owner: { kind: 'cutOff', who: own, sinceMinute: 630 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  late: {
    event: { kind: 'late', unit: a, share: 0.5 },
    owner: { kind: 'late', who: own, share: 0.5 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  ordersLost: {
    event: { kind: 'ordersLost', unit: a, units: [a], untilMinute: 660 },
    owner: { kind: 'ordersLost', who: own, units: 1, untilMinute: 660 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  linesCut: {
    event: { kind: 'linesCut', unit: a, untilMinute: 660 },
    owner: { kind: 'linesCut', who: own, untilMinute: 660 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  boarded: {
    event: { kind: 'boarded', unit: a, carrier: c, minutes: 5 },
    owner: { kind: 'boarded', carrier: c },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  unloaded: {
    event: { kind: 'unloaded', unit: a, carrier: c, hex: atA, minutes: 0 },
    owner: { kind: 'unloaded', hex: atA, jumped: true },
    inPlainView: { kind: 'unloaded', hex: atA, jumped: true },
    unseen: 'nothing',
  },
  holed: {
    event: { kind: 'holed', unit: a, by: null, hull: { holes: 3, enginesOut: true } },
    owner: { kind: 'holed', hex: atA, state: 'stopped' },
    inPlainView: { kind: 'holed', hex: atA, state: 'stopped' },
    unseen: 'nothing',
  },
  mended: {
    event: { kind: 'mended', unit: a },
    owner: { kind: 'mended', who: own },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  grounded: {
    event: { kind: 'grounded', unit: a, hex: atA },
    owner: { kind: 'grounded', hex: atA },
    inPlainView: { kind: 'grounded', hex: atA },
    unseen: 'nothing',
  },
  drifted: {
    event: { kind: 'drifted', unit: a, from: atA, path: [atA + 1], driftedMetres: 0, end: 'adrift' },
    owner: { kind: 'drifted', from: atA, to: atA + 1, end: 'adrift' },
    inPlainView: { kind: 'drifted', from: atA },
    unseen: 'nothing',
  },
  sunk: {
    event: { kind: 'sunk', unit: a, hex: atA, to: atA + 1, drowned: 3, minutes: 10 },
    owner: { kind: 'sunk', hex: atA, to: atA + 1, drowned: 3 },
    inPlainView: { kind: 'sunk', hex: atA, to: null, drowned: null },
    unseen: 'nothing',
  },
  crossed: {
    event: {
      kind: 'crossed',
      unit: a,
      by: 'swimming',
      from: atA,
      to: atA + 1,
      ferry: null,
      minutes: 12,
      drowned: 2,
      suppression: 0.4,
    },
    owner: { kind: 'crossed', from: atA, to: atA + 1, minutes: 12, drowned: 2 },
    inPlainView: { kind: 'crossed', from: atA, minutes: null, drowned: 0 },
    unseen: 'nothing',
  },
  turnedBack: {
    event: { kind: 'turnedBack', unit: a, hexside: 3 * atA, minutes: 8 },
    owner: { kind: 'turnedBack', hexside: 3 * atA },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  sounded: {
    event: {
      kind: 'sounded',
      side: 'soviet',
      place: { of: 'hexside', at: 3 * atA },
      depthMetres: 0.8,
      by: a,
      minutes: 10,
    },
    owner: { kind: 'sounded', who: own, depthMetres: 0.8 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  turned: {
    event: { kind: 'turned', unit: a, facing: 2, minutes: 3 },
    owner: { kind: 'turned', facing: 2, minutes: 3 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  saddled: {
    event: { kind: 'saddled', unit: a, saddle: 'dismounted', minutes: 1 },
    owner: { kind: 'saddled', saddle: 'dismounted', minutes: 1 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  relieved: {
    event: { kind: 'relieved', unit: a },
    owner: { kind: 'relieved', who: own },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  readied: {
    event: { kind: 'readied', unit: a, minutes: 30, owed: 0, suppression: 0, activity: 'still' },
    owner: { kind: 'readied', minutes: 30 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  sighted: {
    event: { kind: 'sighted', side: 'soviet', behind: c, view },
    owner: { kind: 'sighted', view },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  contactLost: {
    event: { kind: 'contactLost', side: 'soviet', contact: 'a7' as ContactId, cause: 'old' },
    owner: { kind: 'contactLost', contact: 'a7' as ContactId, cause: 'old' },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  worksSeen: {
    event: { kind: 'worksSeen', side: 'soviet', hex: atB },
    owner: { kind: 'worksSeen', hex: atB },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  wireSeen: {
    event: { kind: 'wireSeen', side: 'soviet', hexside: 3, stands: false },
    owner: { kind: 'wireSeen', hexside: 3, stands: false },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  // That an objective changed hands is learned by seeing it, even by its new holder.
  objectiveTaken: {
    event: { kind: 'objectiveTaken', objective: 0, holder: 'soviet' },
    owner: 'nothing',
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  objectiveLearned: {
    event: { kind: 'objectiveLearned', side: 'soviet', objective: 0, holder: 'soviet' },
    owner: { kind: 'objectiveLearned', holder: 'soviet' },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  left: {
    event: { kind: 'left', unit: a, exit: 'north', minutes: 5 },
    owner: { kind: 'left', who: own, exit: 'north' },
    inPlainView: { kind: 'left', exit: null },
    unseen: 'nothing',
  },
  incident: {
    event: { kind: 'incident', side: 'soviet', cause: 'firstShot', points: 1 },
    owner: { kind: 'incident', side: 'soviet', points: 1, total: 1 },
    inPlainView: { kind: 'incident', side: 'soviet', points: 1, total: 1 },
    unseen: { kind: 'incident', side: 'soviet', points: 1, total: 1 },
  },
  occurred: {
    event: { kind: 'occurred', event: 'relief' },
    owner: 'nothing',
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  messaged: {
    event: { kind: 'messaged', side: 'soviet', text: 'Help is on its way.' },
    owner: { kind: 'messaged', text: 'Help is on its way.' },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  released: {
    event: { kind: 'released', unit: a },
    owner: { kind: 'released', who: own },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  sentFor: {
    event: { kind: 'sentFor', unit: a },
    owner: 'nothing',
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  limitChanged: {
    event: { kind: 'limitChanged', limit: 'patience', holds: false },
    owner: { kind: 'limitChanged', limit: 'patience', holds: false },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  pointsChanged: {
    event: { kind: 'pointsChanged', objective: 0, points: 3 },
    owner: { kind: 'pointsChanged', points: 3 },
    inPlainView: { kind: 'pointsChanged', points: 3 },
    unseen: { kind: 'pointsChanged', points: 3 },
  },
  skyChanged: {
    event: {
      kind: 'skyChanged',
      sky: { fromMinute: 600, untilMinute: 660, light: 'day', weather: 'rain' },
    },
    owner: { kind: 'skyChanged', light: 'day', weather: 'rain' },
    inPlainView: { kind: 'skyChanged', weather: 'rain' },
    unseen: { kind: 'skyChanged', weather: 'rain' },
  },
  recovered: {
    event: { kind: 'recovered', unit: a, wounded: 2, joined: 3, vehicles: 0, pieces: [] },
    owner: { kind: 'recovered', who: own, men: 5 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  breakdown: {
    event: { kind: 'breakdown', unit: a, stage: 'fellOut', hex: 3, vehicles: 2, pieces: [2] },
    owner: { kind: 'breakdown', who: own, stage: 'fellOut', hex: 3, vehicles: 2 },
    inPlainView: { kind: 'breakdown', stage: 'fellOut', vehicles: 2 },
    unseen: 'nothing',
  },
  bogged: {
    event: { kind: 'bogged', unit: a, hex: 3, minutes: 30 },
    owner: { kind: 'bogged', who: own, hex: 3, minutes: 30 },
    inPlainView: { kind: 'bogged', hex: 3, minutes: null },
    unseen: 'nothing',
  },
  turnHeld: {
    event: { kind: 'turnHeld', clause: 0 },
    owner: 'nothing',
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  airCalled: {
    event: {
      kind: 'airCalled',
      flight: eagles,
      sortie: { task: 'bomb', target: atB, dueMinute: 640 },
      day: 0,
      readyMinute: 720,
    },
    owner: { kind: 'airCalled', wing: ownWing, task: 'bomb', target: atB, dueMinute: 640 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  airFight: {
    event: { kind: 'airFight', flight: eagles, by: hawks, hex: atB, lost: 2, damaged: 3, lostBy: 1, damagedBy: 0 },
    owner: { kind: 'airFight', wing: ownWing, by: { kind: 'enemy', role: 'fighter' }, lost: 2, lostBy: 1 },
    inPlainView: { kind: 'airFight', wing: enemyWing, by: { kind: 'own', flight: hawks }, lost: 2, lostBy: 1 },
    unseen: { kind: 'airFight' },
  },
  flak: {
    event: { kind: 'flak', flight: eagles, units: [b], hex: atB, lost: 0, damaged: 2 },
    owner: { kind: 'flak', wing: ownWing, lost: 0, damaged: 2 },
    inPlainView: { kind: 'flak', wing: enemyWing, lost: 0, damaged: 0 },
    unseen: { kind: 'flak', damaged: 0 },
  },
  flew: {
    event: { kind: 'flew', flight: eagles, task: 'reconnoitre', target: atB, end: 'flown', machines: 9 },
    owner: { kind: 'flew', wing: ownWing, task: 'reconnoitre', machines: 9 },
    inPlainView: { kind: 'flew', wing: enemyWing, task: null, target: atB, machines: 9 },
    unseen: { kind: 'flew', wing: enemyWing, task: null },
  },
  supplied: {
    event: {
      kind: 'supplied',
      side: 'soviet',
      changes: [],
      issued: [{ depot: 'ford', kg: { water: 250 } }],
      lostKg: 0,
      units: 1,
    },
    owner: { kind: 'supplied', units: 1, kg: { water: 250 }, lostKg: 0 },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  ranOut: {
    event: { kind: 'ranOut', unit: a, of: 'water' },
    owner: { kind: 'ranOut', who: own, of: 'water' },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  supplyHandled: {
    event: { kind: 'supplyHandled', unit: a, task: 'burn', minutes: 15, changes: [], issued: [] },
    owner: { kind: 'supplyHandled', who: own, task: 'burn' },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  servedFirst: {
    event: { kind: 'servedFirst', unit: a, isFirst: true },
    owner: { kind: 'servedFirst', who: own, isFirst: true },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  depotTaken: {
    event: { kind: 'depotTaken', depot: 'ford', holder: 'soviet' },
    owner: { kind: 'depotTaken', depot: 'ford', holder: 'soviet' },
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  interdicted: {
    event: { kind: 'interdicted', interdiction: { side: 'soviet', hex: atA, share: 0.5, untilMinute: 700 } },
    owner: 'nothing',
    inPlainView: 'nothing',
    unseen: 'nothing',
  },
  turnEnded: {
    event: { kind: 'turnEnded', side: 'soviet', turn: 1 },
    owner: { kind: 'turnEnded', turn: 1 },
    inPlainView: { kind: 'turnEnded' },
    unseen: { kind: 'turnEnded' },
  },
  turnStarted: {
    event: { kind: 'turnStarted', side: 'soviet', turn: 1 },
    owner: { kind: 'turnStarted', turn: 1 },
    inPlainView: { kind: 'turnStarted' },
    unseen: { kind: 'turnStarted' },
  },
  battleEnded: {
    event: {
      kind: 'battleEnded',
      result: {
        winner: null,
        level: 'draw',
        versusHistory: 'as',
        score: { soviet: 0, japanese: 0 },
        losses: { soviet: NOTHING, japanese: NOTHING },
      },
    },
    owner: { kind: 'battleEnded' },
    inPlainView: { kind: 'battleEnded' },
    unseen: { kind: 'battleEnded' },
  },
} satisfies { readonly [K in EventKind]: Row<K> };

const told = (from: Battlefield, event: BattleEvent, side: Side): SeenEvent | undefined =>
  shareOf(from.scenario, from.battle.state, [event], side)[0];

describe.each(Object.entries(ROWS))('%s', (_, row: Row<EventKind>) => {
  const expectTold = (found: SeenEvent | undefined, expected: Told): void => {
    if (expected === 'nothing') expect(found).toBeUndefined();
    else expect(found).toMatchObject(expected);
  };

  test('to its owner', () => {
    expectTold(told(plain, row.event, 'soviet'), row.owner);
  });

  test('to a side that has the unit in plain view', () => {
    const found = told(plain, row.event, 'japanese');
    expectTold(found, row.inPlainView);
    if (found !== undefined && 'who' in found && !Array.isArray(found.who)) expect(found.who).toMatchObject(anEnemy);
    expect(JSON.stringify(found ?? null)).not.toContain('"unit":"A"');
  });

  test('to a side that perceives nothing of it', () => {
    const found = told(field('unseen'), row.event, 'japanese');
    expectTold(found, row.unseen);
    expect(JSON.stringify(found ?? null)).not.toContain('"A"');
  });
});

test('fire at an empty place far from anybody is not noticed by a side that does not see who fires', () => {
  const event: BattleEvent = { ...ROWS.fired.event, target: 0 };
  expect(told(field('unseen'), event, 'japanese')).toBeUndefined();
});

test('a mover who steps into view is seen from there on, one who steps out of it up to there', () => {
  const from = field('plain');
  const known = from.battle.state.contacts.japanese[0]?.view;
  if (known === undefined) throw new Error('A is in view');
  const moved: BattleEvent = { kind: 'moved', unit: a, from: atA, to: atA - 1, minutes: 6, pace: 'normal' };
  const lost: BattleEvent = { kind: 'sighted', side: 'japanese', behind: a, view: { ...known, current: false } };
  expect(shareOf(from.scenario, from.battle.state, [moved, lost], 'japanese')[0]).toMatchObject({
    kind: 'moved',
    from: atA,
    to: null,
  });
  const unseen = field('unseen');
  const found: BattleEvent = { kind: 'sighted', side: 'japanese', behind: a, view: { ...known, hex: atA - 1 } };
  expect(shareOf(unseen.scenario, unseen.battle.state, [moved, found], 'japanese')[0]).toMatchObject({
    kind: 'moved',
    from: null,
    to: atA - 1,
  });
});

test('one’s own fire does not tell how many the enemy are', () => {
  const size: BattleEvent = { ...ROWS.fired.event, factors: [{ name: 'size', owner: 'target', value: 0.934 }] };
  expect(told(plain, size, 'soviet')).toMatchObject({ factors: [] });
});

test('firing at an empty place looks to the firer like firing at one where nobody shows himself', () => {
  const place = battlefield(
    'A . b 1',
    { A: rifleCompany(), b: rifleCompany({ dug: 4, policy: 'hold' }) },
    { under: { 1: 'open' }, seen: ['soviet'] },
  );
  const remembered = place.battle.state.contacts.soviet.map((contact) => ({
    ...contact,
    view: { ...contact.view, current: false },
  }));
  const told = (at: 'b' | '1') => {
    const units = place.battle.state.units.map((unit) =>
      unit.id === place.id('b') ? { ...unit, at: place.hex(at) } : unit,
    );
    const contacts = { ...place.battle.state.contacts, soviet: remembered };
    const battle = { ...place.battle, state: { ...place.battle.state, units, contacts } };
    const fired = apply(battle, { kind: 'fire', unit: place.id('A'), target: place.hex('b'), minutes: 5 });
    if (fired.kind === 'refused') throw new Error('the place is known');
    const [first] = shareOf(place.scenario, battle.state, fired.events, 'soviet');
    return first;
  };
  expect(told('1')).toEqual(told('b'));
});
