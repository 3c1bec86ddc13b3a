/**
 * Who does what: garrisons first, then the nearest units against each objective of the enemy's until they should be
 * strong enough, the rest behind them; guns and machine guns in support. What a unit was told before it is told again
 * unless another is much nearer.
 */
import { hexesBetween } from '../../hex/distance.ts';
import { turnMinutesOf } from '../../rules/light.ts';
import { type HexIndex, listNeighbours } from '../../hex/grid.ts';
import type { Reach } from '../../hex/reach.ts';
import type { UnitId } from '../../model/unit.ts';
import { ENSIGN, isFighter } from '../doctrine/ensign.ts';
import { powerOfContact } from '../estimate/strength.ts';
import type { Aim, Own, Situation } from '../estimate/situation.ts';
import { findWays } from '../estimate/ways.ts';
import type { Task } from './task.ts';

/** Minutes by which a unit counts as nearer to what it is already about. [C] */
const INERTIA_MINUTES = 20;

/** Minutes a reinforcement may be away, and how many are sent to one place. [C] */
const REINFORCE_MINUTES = 100;
const MOST_REINFORCEMENTS = 3;

/** A garrison of this power is left even where nothing threatens: a weak company. [C] */
const GARRISON_POWER = 60;

/** So much is for every place before any gets more, however great the threat: a company and a half. [C] */
const FIRST_POWER = 140;

/** Share of its power with which an enemy so many hexes away threatens a place. [C] */
const THREAT_BY_HEXES = [1, 1, 0.8, 0.6, 0.45, 0.35, 0.25];

interface Muster {
  readonly situation: Situation;
  readonly before: ReadonlyMap<UnitId, Task>;
  readonly free: Set<Own>;
  readonly tasks: Task[];
  readonly ways: Map<UnitId, Reach | undefined>;
}

/** Tasks of all units in action on the map, in the order of the cards. */
export function assignTasks(situation: Situation, before: ReadonlyMap<UnitId, Task>): Task[] {
  const muster: Muster = {
    situation,
    before,
    free: new Set(situation.own.filter((own) => own.unit.cohesion !== 'broken')),
    tasks: [],
    ways: new Map(),
  };
  const posts = garrison(
    muster,
    situation.aims.filter((one) => one.holder === situation.side),
  );
  const wanted = byPromise(
    muster,
    situation.aims.filter((one) => one.holder !== situation.side),
  );
  for (const aim of wanted) attack(muster, aim);
  reinforce(muster, posts);
  followUp(muster, wanted);
  support(muster);
  for (const own of listFree(muster))
    muster.tasks.push({ unit: own.id, kind: own.card.branch === 'headquarters' ? 'command' : 'hold', hex: own.at });
  return situation.own.flatMap((own) => muster.tasks.filter((task) => task.unit === own.id).slice(0, 1));
}

/** What an attack under way counts for over one still to be begun. [C] */
const UNDER_WAY = 1.3;
/** Power of men that a minute of march counts for. [C] */
const POWER_A_MINUTE = 3;

/** Those that promise most points for the power and the march they take first, those under way before others. */
function byPromise(muster: Muster, aims: readonly Aim[]): Aim[] {
  const promise = (aim: Aim): number => {
    const nearest = nearestFighters(muster, aim.hex, Infinity)
      .slice(0, 3)
      .map((own) => minutesTo(muster, own, aim.hex));
    const minutes = nearest.reduce((sum, one) => sum + one, 0) / Math.max(1, nearest.length);
    const begun = [...muster.before.values()].some((task) => task.kind === 'take' && task.hex === aim.hex);
    return ((begun ? UNDER_WAY : 1) * aim.points) / (60 + aim.enemyPower + minutes * POWER_A_MINUTE);
  };
  return aims
    .map((aim) => ({ aim, promise: promise(aim) }))
    .sort((a, b) => b.promise - a.promise || a.aim.hex - b.aim.hex)
    .map(({ aim }) => aim);
}

/** Those without a task as yet, in the order of the cards; the list stands while tasks are given. */
const listFree = (muster: Muster): Own[] => [...muster.free];

function give(muster: Muster, own: Own, kind: Task['kind'], hex: HexIndex): void {
  muster.free.delete(own);
  muster.tasks.push({ unit: own.id, kind, hex });
}

/** Minutes of march to a hex or, where it is closed, to the nearest hex beside it; Infinity when there is no way. */
function minutesTo(muster: Muster, own: Own, hex: HexIndex): number {
  if (own.at === hex) return 0;
  const { situation, ways } = muster;
  if (!ways.has(own.id)) ways.set(own.id, findWays(situation, own));
  const reach = ways.get(own.id);
  const direct = reach?.minutesTo(hex);
  const beside = listNeighbours(situation.grid, hex).reduce(
    (least, next) => Math.min(least, reach?.minutesTo(next) ?? Infinity),
    Infinity,
  );
  const minutes = direct ?? beside;
  return muster.before.get(own.id)?.hex === hex ? Math.max(0, minutes - INERTIA_MINUTES) : minutes;
}

const canMarch = (own: Own): boolean => own.card.mobility !== 'static';

/** Free fighters by minutes to a hex, those who cannot come in `limit` left out. */
function nearestFighters(muster: Muster, hex: HexIndex, limit: number): Own[] {
  return listFree(muster)
    .filter((own) => isFighter(own.card.branch) && (canMarch(own) || own.at === hex))
    .map((own, place) => ({ own, place, minutes: minutesTo(muster, own, hex) }))
    .filter(({ minutes }) => minutes <= limit && minutes < Infinity)
    .sort((a, b) => a.minutes - b.minutes || a.place - b.place)
    .map(({ own }) => own);
}

function threatTo(situation: Situation, hex: HexIndex): number {
  const { scenario, enemy, grid, observation } = situation;
  return observation.contacts.reduce((sum, contact) => {
    const share = THREAT_BY_HEXES[hexesBetween(grid, hex, contact.hex)] ?? 0;
    return share === 0 ? sum : sum + share * powerOfContact(scenario, enemy, contact, observation.light);
  }, 0);
}

/** A place of ours and what is to hold it. */
interface Post {
  readonly aim: Aim;
  need: number;
  power: number;
  men: number;
  sent: number;
  /** Nobody who is free can get there. */
  isOutOfReach: boolean;
}

/**
 * Those who stand on our places hold them, then the nearest are sent one by one to where most is lacking: to each place
 * the first company or two; what the threat calls for beyond that comes after the attacks.
 */
function garrison(muster: Muster, aims: readonly Aim[]): readonly Post[] {
  const posts = aims.map((aim) => manned(muster, aim));
  fillUp(muster, posts);
  return posts;
}

/** More to the places of ours, as the threat to each calls for. */
function reinforce(muster: Muster, posts: readonly Post[]): void {
  for (const place of posts) place.need = Math.max(place.need, threatTo(muster.situation, place.aim.hex));
  fillUp(muster, posts);
}

function fillUp(muster: Muster, posts: readonly Post[]): void {
  for (;;) {
    const weakest = posts
      .filter(isLacking)
      .sort((a, b) => strengthOf(a) - strengthOf(b) || b.aim.points - a.aim.points)[0];
    if (weakest === undefined) return;
    const next = nearestFighters(muster, weakest.aim.hex, weakest.men === 0 ? Infinity : REINFORCE_MINUTES)[0];
    if (next === undefined) {
      weakest.isOutOfReach = true;
      continue;
    }
    post(muster, weakest, next);
    weakest.sent += 1;
  }
}

const strengthOf = (place: Post): number => (place.men === 0 ? -1 : place.power / place.need);

const isLacking = (place: Post): boolean =>
  !place.isOutOfReach && (place.men === 0 || (place.power < place.need && place.sent < MOST_REINFORCEMENTS));

function post(muster: Muster, place: Post, own: Own): void {
  give(muster, own, 'hold', place.aim.hex);
  place.power += own.power;
  place.men += own.unit.men;
}

/** The place with those who stand on it, the strongest first, as many as it takes. */
function manned(muster: Muster, aim: Aim): Post {
  const place: Post = {
    aim,
    need: Math.min(FIRST_POWER, Math.max(GARRISON_POWER, threatTo(muster.situation, aim.hex))),
    power: 0,
    men: 0,
    sent: 0,
    isOutOfReach: false,
  };
  const here = listFree(muster)
    .filter((own) => own.at === aim.hex && own.card.branch !== 'headquarters')
    .sort((a, b) => b.power - a.power);
  for (const own of here) if (place.power < place.need || !isFighter(own.card.branch)) post(muster, place, own);
  return place;
}

/** The nearest who together should be strong enough. If all together are hopeless nobody is sent. */
function attack(muster: Muster, aim: Aim): void {
  const { situation } = muster;
  const turnMinutes = turnMinutesOf(situation.scenario.clock, situation.observation.turn);
  if (situation.forbidden.has(aim.hex)) return;
  const need = Math.max(1, aim.enemyPower * ENSIGN.wantedRatio);
  const sent: Own[] = [];
  let power = 0;
  for (const own of nearestFighters(muster, aim.hex, (situation.turnsLeft + 1) * turnMinutes)) {
    if (power >= need) break;
    sent.push(own);
    power += own.power;
  }
  if (power < aim.enemyPower) return;
  for (const own of sent) give(muster, own, 'take', aim.hex);
}

/** Minutes beyond which nobody follows an attack. [C] */
const FOLLOW_MINUTES = 150;

/** Other fighters go behind the nearest attack that is not too strong already. */
function followUp(muster: Muster, wanted: readonly Aim[]): void {
  const under = wanted.filter((aim) => muster.tasks.some((task) => task.kind === 'take' && task.hex === aim.hex));
  for (const own of listFree(muster)) {
    if (!isFighter(own.card.branch) || !canMarch(own)) continue;
    const best = under
      .map((aim) => ({ aim, minutes: minutesTo(muster, own, aim.hex) }))
      .filter(({ minutes }) => minutes <= FOLLOW_MINUTES)
      .sort((a, b) => a.minutes - a.aim.points * 3 - (b.minutes - b.aim.points * 3) || a.aim.hex - b.aim.hex)[0];
    if (best !== undefined) give(muster, own, 'follow', best.aim.hex);
  }
}

/** Hexes from which support still makes sense as a task. [C] */
const SUPPORT_HEXES = 14;

/** Machine guns, guns and tanks support what is nearest: an attack, or a place that is threatened. */
function support(muster: Muster): void {
  const { situation } = muster;
  const needy = situation.aims.filter(
    (aim) =>
      muster.tasks.some((task) => task.kind === 'take' && task.hex === aim.hex) ||
      (aim.holder === situation.side && threatTo(situation, aim.hex) > 0),
  );
  for (const own of listFree(muster)) {
    if (isFighter(own.card.branch) || own.card.branch === 'headquarters') continue;
    const nearest = needy
      .map((aim) => ({
        aim,
        hexes: hexesBetween(situation.grid, own.at, aim.hex) - (muster.before.get(own.id)?.hex === aim.hex ? 2 : 0),
      }))
      .filter(({ hexes }) => hexes <= SUPPORT_HEXES)
      .sort((a, b) => a.hexes - b.hexes || b.aim.points - a.aim.points || a.aim.hex - b.aim.hex)[0];
    if (nearest !== undefined) give(muster, own, 'support', nearest.aim.hex);
  }
}
