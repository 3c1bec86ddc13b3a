/**
 * Marches to where a task wants its units: attackers gather two or three hexes off and close in together, the last hex
 * without a sound at night; holders go to their place, supporters to where they can see, headquarters after their men.
 */
import { hexesBetween } from '../../hex/distance.ts';
import { type HexIndex, isAdjacent, listNeighbours } from '../../hex/grid.ts';
import type { Reach } from '../../hex/reach.ts';
import { listWithin } from '../../hex/ring.ts';
import type { Pace } from '../../model/unit.ts';
import { closeCombatMinutesOn } from '../../rules/assault/assault.ts';
import { gunMinutes } from '../../rules/dig.ts';
import { turnMinutesOf } from '../../rules/light.ts';
import { minutesOfStep } from '../../rules/ways.ts';
import { rangeMetres } from '../../rules/range.ts';
import { hasGuns } from '../../rules/roster.ts';
import { hasLineOfSight } from '../../rules/sight.ts';
import { ENSIGN, isFighter } from '../doctrine/ensign.ts';
import { dangerOf } from '../estimate/danger.ts';
import { type Aim, hexesToEnemy, type Own, ownAt, type Situation } from '../estimate/situation.ts';
import { findWays, hasRoom, legOf } from '../estimate/ways.ts';
import type { Tactic } from '../explain/reason.ts';
import type { Task } from '../tasks/task.ts';
import { type Desk, groupAt, isWorthGiving, type Proposal, taskOf, type Wave } from './desk.ts';

/** Minutes that another own unit on a jump-off hex counts for, so that attackers spread over sides. [C] */
const CROWD_MINUTES = 8;
/** Minutes that one man hit a minute counts for where one means to wait. [C] */
const DANGER_MINUTES = 20;

/** Where attackers gather, in hexes from their object. */
const GATHER = { nearest: 2, farthest: 3 } as const;

/** One march at a time, those nearest to their object first. */
export const march: Wave = (desk) => {
  const { situation } = desk;
  const waiting = situation.own
    .map((own, place) => ({ own, place, task: taskOf(desk, own) }))
    .flatMap(({ own, place, task }) =>
      task === undefined || !canMarch(own)
        ? []
        : [{ own, place, task, hexes: hexesBetween(situation.grid, own.at, task.hex) }],
    )
    .sort((a, b) => a.hexes - b.hexes || a.place - b.place);
  for (const { own, task } of waiting) {
    const proposals = marchOf(desk, own, task);
    if (proposals.length > 0) return proposals;
  }
  return [];
};

const canMarch = (own: Own): boolean =>
  own.card.mobility !== 'static' && own.unit.cohesion !== 'broken' && own.unit.minutesLeft > 0;

function marchOf(desk: Desk, own: Own, task: Task): readonly Proposal[] {
  switch (task.kind) {
    case 'take':
    case 'follow':
      return attackMarch(desk, own, task);
    case 'hold':
      return own.at === task.hex
        ? []
        : marchTo(desk, own, {
            task,
            tactic: 'occupy',
            goals: [{ hex: task.hex, minutes: 0 }],
            ways: findWays(desk.situation, own),
          });
    case 'support':
      return supportMarch(desk, own, task);
    case 'command':
      return commandMarch(desk, own, task);
  }
}

/** What becomes of an attack: whether it is time to close in. */
interface Stage {
  readonly isClosing: boolean;
  /** Followers are wanted in front. */
  readonly needsMore: boolean;
}

function stageOf(desk: Desk, aim: Aim): Stage {
  const { situation } = desk;
  const group = groupAt(desk, aim.hex, ['take', 'follow']).filter((own) => own.unit.cohesion === 'steady');
  const powerWithin = (hexes: number): number =>
    group
      .filter((own) => hexesBetween(situation.grid, own.at, aim.hex) <= hexes)
      .reduce((sum, own) => sum + own.power, 0);
  const total = groupAt(desk, aim.hex, ['take']).reduce((sum, own) => sum + own.power, 0);
  const near = powerWithin(GATHER.farthest);
  const isStrong =
    near >= Math.min(aim.enemyPower * ENSIGN.wantedRatio, total * ENSIGN.closingShare) &&
    near >= aim.enemyPower * WEAK_RATIO;
  return {
    isClosing:
      aim.enemyPower === 0 ||
      isStrong ||
      (situation.turnsLeft <= ENSIGN.hurryTurns && near >= aim.enemyPower * LAST_RATIO),
    needsMore: powerWithin(1) < aim.enemyPower * ENSIGN.wantedRatio,
  };
}

/** Against less than this share of what is presumed nobody closes in. [C] */
const WEAK_RATIO = 0.9;
/** The same when time runs out. [C] */
const LAST_RATIO = 0.6;

function attackMarch(desk: Desk, own: Own, task: Task): readonly Proposal[] {
  const { situation } = desk;
  const aim = situation.aims.find((one) => one.hex === task.hex);
  if (
    aim === undefined ||
    own.at === aim.hex ||
    (isAdjacent(situation.grid, own.at, aim.hex) && isJumpOff(situation, own, own.at, aim.hex))
  )
    return [];
  if (own.unit.cohesion !== 'steady') return [];
  const stage = stageOf(desk, aim);
  const ways = findWays(situation, own);
  if (ways === undefined) return [];
  if (aim.enemyPower === 0 && ways.minutesTo(aim.hex) !== undefined && task.kind === 'take') {
    return marchTo(desk, own, { task, tactic: 'occupy', goals: [{ hex: aim.hex, minutes: 0 }], ways });
  }
  const closes = stage.isClosing && (task.kind === 'take' || stage.needsMore);
  if (closes) {
    const goals = listNeighbours(situation.grid, aim.hex)
      .filter((hex) => isJumpOff(situation, own, hex, aim.hex))
      .map((hex) => ({
        hex,
        minutes:
          CROWD_MINUTES *
          ownAt(situation, hex).filter((other) => other.id !== own.id && isFighter(other.card.branch)).length,
      }));
    return marchTo(desk, own, { task, tactic: 'closeUp', goals, ways });
  }
  const hexes = hexesBetween(situation.grid, own.at, aim.hex);
  if (hexes <= GATHER.farthest && hexes >= GATHER.nearest) return [];
  const goals = listWithin(situation.grid, aim.hex, GATHER.farthest)
    .filter(
      (hex) =>
        hexesBetween(situation.grid, hex, aim.hex) >= GATHER.nearest && hexesToEnemy(situation, hex) >= GATHER.nearest,
    )
    .map((hex) => ({ hex, minutes: DANGER_MINUTES * (dangerOf(situation)[hex] ?? 0) }));
  return marchTo(desk, own, { task, tactic: 'advance', goals, ways });
}

/** Whether the object can be assaulted from the hex within one turn, and the hex be stood upon. */
function isJumpOff(situation: Situation, own: Own, hex: HexIndex, object: HexIndex): boolean {
  const { scenario, observation } = situation;
  if (situation.forbidden.has(hex)) return false;
  const step = minutesOfStep(
    scenario,
    { ...observation, contacts: [] },
    { unit: { ...own.unit, posture: 'deployed' }, pace: 'normal', from: hex, to: object, first: 'later' },
  );
  return (
    step !== undefined &&
    step + closeCombatMinutesOn(situation.scenario.map) <= turnMinutesOf(scenario.clock, situation.observation.turn)
  );
}

interface MarchWish {
  readonly task: Task;
  readonly tactic: Tactic;
  /** Where to, each with minutes by which it is less welcome. */
  readonly goals: readonly { readonly hex: HexIndex; readonly minutes: number }[];
  readonly ways: Reach | undefined;
}

/** As far as this turn goes on the way to the most welcome goal. */
function marchTo(desk: Desk, own: Own, wish: MarchWish): readonly Proposal[] {
  const { situation } = desk;
  const { ways } = wish;
  if (ways === undefined) return [];
  const goal = wish.goals
    .flatMap(({ hex, minutes }) => {
      const march = ways.minutesTo(hex);
      return march === undefined || (hex !== own.at && !hasRoom(situation, own, hex))
        ? []
        : [{ hex, cost: march + minutes }];
    })
    .sort((a, b) => a.cost - b.cost || a.hex - b.hex)[0];
  if (goal === undefined || goal.hex === own.at) return [];
  const reason = { task: wish.task.kind, tactic: wish.tactic, object: wish.task.hex };
  if (hasGuns(own.card) && own.unit.gunState === 'inBattery') {
    const limber = { kind: 'guns', unit: own.id, state: 'limbered' } as const;
    return isWorthGiving(desk, limber) ? [{ order: limber, reason }] : [];
  }
  const leg = nextLeg(situation, own, ways.pathTo(goal.hex));
  if (leg === undefined) return [];
  const order = { kind: 'move', unit: own.id, path: leg.path, pace: leg.pace } as const;
  return isWorthGiving(desk, order) ? [{ order, reason }] : [];
}

/** The part of the way for one order: to the last hex that is not beside the enemy, then hex by hex, at night silently. */
function nextLeg(
  situation: Situation,
  own: Own,
  path: readonly HexIndex[],
): { readonly path: readonly HexIndex[]; readonly pace: Pace } | undefined {
  const close = path.findIndex((hex) => hexesToEnemy(situation, hex) <= 1);
  const minutes = own.unit.minutesLeft;
  if (close !== 0 || !situation.isNight) {
    const open = situation.isNight && close > 0 ? path.slice(0, close) : path;
    const leg = legOf(situation, own, { path: open, pace: 'normal', minutes });
    return leg.path.length === 0 ? undefined : { path: leg.path, pace: 'normal' };
  }
  const first = path.slice(0, 1);
  const turn = turnMinutesOf(situation.scenario.clock, situation.observation.turn);
  const silent = legOf(situation, own, { path: first, pace: 'silent', minutes: turn });
  // Silence that takes the better part of an hour is no use: then the step is made as it can be.
  const pace: Pace = silent.path.length > 0 && silent.minutes <= turn ? 'silent' : 'normal';
  const leg = legOf(situation, own, { path: first, pace, minutes });
  return leg.path.length === 0 ? undefined : { path: leg.path, pace };
}

/** How far supporters of each kind like to be from the object, in hexes: with sight of it and out of its fire. */
const SUPPORT = { nearest: 2, farthest: 4, gunsNearest: 3, gunsFarthest: 8 } as const;

function supportMarch(desk: Desk, own: Own, task: Task): readonly Proposal[] {
  const { situation } = desk;
  const { map } = situation.scenario;
  const nearest = hasGuns(own.card) ? SUPPORT.gunsNearest : SUPPORT.nearest;
  const farthest = hasGuns(own.card) ? SUPPORT.gunsFarthest : SUPPORT.farthest;
  const suits = (hex: HexIndex): boolean => {
    const hexes = hexesBetween(situation.grid, hex, task.hex);
    return (
      hexes >= nearest &&
      hexes <= farthest &&
      hasLineOfSight(map, hex, task.hex) &&
      isWithinReach(situation, own, hex, task.hex) &&
      hexesToEnemy(situation, hex) >= 2
    );
  };
  if (suits(own.at) || hasIndirect(situation, own, task.hex)) return layGuns(desk, own, task);
  // By day, under fire, heavy weapons stay where they are: whoever shifts in sight of the enemy does not arrive.
  if ((dangerOf(situation)[own.at] ?? 0) > 0.5 && !situation.isNight) return layGuns(desk, own, task);
  const goals = listWithin(situation.grid, task.hex, farthest)
    .filter((hex) => suits(hex) && !situation.forbidden.has(hex))
    .map((hex) => ({ hex, minutes: DANGER_MINUTES * (dangerOf(situation)[hex] ?? 0) }));
  return marchTo(desk, own, { task, tactic: 'advance', goals, ways: findWays(situation, own) });
}

const isWithinReach = (situation: Situation, own: Own, from: HexIndex, to: HexIndex): boolean =>
  own.card.armaments.some(
    (armament) =>
      (situation.scenario.weapons.get(armament.weapon)?.reachMetres ?? 0) >=
      rangeMetres(situation.scenario.map, from, to),
  );

/** Guns that reach the object over the heads of others need not move. */
const hasIndirect = (situation: Situation, own: Own, to: HexIndex): boolean =>
  own.card.armaments.some(
    (armament) =>
      (situation.scenario.weapons.get(armament.weapon)?.indirectMetres ?? 0) >=
      rangeMetres(situation.scenario.map, own.at, to),
  );

function layGuns(desk: Desk, own: Own, task: Task): readonly Proposal[] {
  if (!hasGuns(own.card) || own.unit.gunState === 'inBattery' || own.unit.minutesLeft < gunMinutes(own.card)) return [];
  const order = { kind: 'guns', unit: own.id, state: 'inBattery' } as const;
  return isWorthGiving(desk, order)
    ? [{ order, reason: { task: task.kind, tactic: 'layGuns', object: task.hex } }]
    : [];
}

/** Headquarters stay this far from the enemy. [C] */
const COMMAND_HEXES = 3;
/** Share of its reach beyond which a headquarters moves up. [C] */
const COMMAND_SHARE = 0.8;

function commandMarch(desk: Desk, own: Own, task: Task): readonly Proposal[] {
  const { situation } = desk;
  const reach = own.card.headquarters?.reachMetres ?? 0;
  const men = situation.own.filter((other) => other.card.parent === own.id);
  const metresFrom = (hex: HexIndex): number =>
    men.reduce((most, other) => Math.max(most, rangeMetres(situation.scenario.map, hex, other.at)), 0);
  const inReach = (hex: HexIndex): number =>
    men.filter((other) => rangeMetres(situation.scenario.map, hex, other.at) <= reach * COMMAND_SHARE).length;
  if (men.length === 0 || metresFrom(own.at) <= reach * COMMAND_SHARE) return [];
  const here = inReach(own.at);
  const ways = findWays(situation, own);
  const goals = (ways?.hexes ?? [])
    .filter((hex) => hexesToEnemy(situation, hex) >= COMMAND_HEXES && inReach(hex) > here)
    .map((hex) => ({ hex, minutes: LEFT_OUT_MINUTES * (men.length - inReach(hex)) }));
  return marchTo(desk, own, { task, tactic: 'followTroops', goals, ways });
}

/** Minutes of march that a headquarters makes to have one more unit in reach. [C] */
const LEFT_OUT_MINUTES = 15;
