/**
 * What one unit looks and sounds like at one moment, and what a watcher makes of it from where he stands: nothing, that
 * something is there, what kind, or who. Over which ground and in what light is the outlook, which all looks share.
 */
import type { HexIndex } from '../hex/grid.ts';
import { hexesBetween, isWithinHexes } from '../hex/distance.ts';
import { present } from '../model/assert.ts';
import type { Light, Metres, Sky } from '../model/clock.ts';
import { CONTACT_LEVELS, type ContactLevel, type ContactSign } from '../model/contact.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Side } from '../model/side.ts';
import type { BattleState } from '../model/state.ts';
import type { Unit, UnitCard } from '../model/unit.ts';
import { valueAt } from './curve.ts';
import {
  emptyMetres,
  eyesOf,
  FARTHEST_EMPTY_METRES,
  flashMetres,
  glimpseOf,
  heardMetres,
  IDENTIFY_SHARE,
  LOOKING_DOWN,
  noticedMetres,
} from './detection.ts';
import { nearestOver } from './range.ts';
import { findHex, indexesOf, isInAction } from './roster.ts';
import { isScreened, isSmoked, sceneOf, SMOKE_SHARE } from './scene.ts';
import { isInSight, isInSightFrom, type Sights } from './sight.ts';

/** Circumstances of all looks at one moment. */
export interface Outlook {
  readonly scenario: Scenario;
  readonly state: BattleState;
  readonly sky: Sky;
  readonly sights: Sights;
  readonly lightOn: (hex: HexIndex) => Light;
  readonly watchers: Watchers;
  readonly shown: Shown;
}

/** Somebody who looks: from where, and with what eyes beside naked ones. */
export interface Watcher extends Eyes {
  readonly from: HexIndex;
}

/** How a unit sees: how much farther than naked eyes, and from how high above the ground. */
export interface Eyes {
  readonly eyes: number;
  readonly raisedMetres: number;
}

const eyesAs = (card: UnitCard, unit: Unit): Eyes => ({
  eyes: eyesOf(card, unit),
  raisedMetres: card.observationMetres ?? 0,
});

/** The hex a unit looks from, if it looks at all; the same by which it can be perceived. */
export const findPost = (unit: Unit): HexIndex | undefined => (isInAction(unit) ? findHex(unit) : undefined);

/** By card: the unit as it looks about, or nothing where it does not. Good for a unit for as long as it has not changed. */
export type Watchers = readonly (Watcher | undefined)[];

const watcherOf = ({ cards }: Scenario, { units }: BattleState, index: number): Watcher | undefined => {
  const unit = present(units[index], 'a unit for each card');
  const from = findPost(unit);
  return from === undefined ? undefined : { from, ...eyesAs(present(cards[index], 'a card for each unit'), unit) };
};

/**
 * By card, in arrays that are quick to go through: where a unit is to be perceived, -1 where it is not, and the number of
 * hexes beyond which nobody makes anything of it. Read only.
 */
export interface Shown {
  readonly posts: readonly number[];
  readonly farthestHexes: readonly number[];
}

/** Everybody of both sides who looks about. */
export function watchersIn(scenario: Scenario, state: BattleState): Watchers {
  const watchers: (Watcher | undefined)[] = [];
  for (let index = 0; index < state.units.length; index++) watchers.push(watcherOf(scenario, state, index));
  return watchers;
}

/** The same after some units have changed. */
export function watchersAfter(
  before: Watchers,
  scenario: Scenario,
  state: BattleState,
  changed: readonly number[],
): Watchers {
  if (changed.length === 0) return before;
  const watchers = before.slice();
  for (const index of changed) watchers[index] = watcherOf(scenario, state, index);
  return watchers;
}

/** How far off a unit is noticed and heard where it is, and whether what shows of it tells who it is. */
interface Looks {
  readonly unit: Unit;
  readonly light: Light;
  readonly sky: Sky;
  readonly plumes: BattleState['plumes'];
  readonly noticedMetres: Metres;
  readonly heardMetres: Metres;
  readonly glimpse: ReturnType<typeof glimpseOf>;
  /** Seen farther by those who look down on it, and how much farther at most. */
  readonly onTheMove: boolean;
  readonly mostFromAbove: number;
  /** Beyond this nothing but the unit itself, in full sight, gives it away. */
  readonly besidesMetres: Metres;
  readonly sign: ContactSign;
  readonly tells: boolean;
}

/** Nobody looks down from so high that he would see more than this many times as far. */
const MOST_FROM_ABOVE = LOOKING_DOWN.reduce((most, [, share]) => Math.max(most, share), 1);

const KEPT = new WeakMap<Scenario, (Looks | undefined)[]>();

/** Worked out once for as long as the unit, the light on it and the sky stay what they are. */
function looksOf(outlook: Omit<Outlook, 'shown'>, index: number, unit: Unit, at: HexIndex): Looks {
  const { scenario, sky, state } = outlook;
  let kept = KEPT.get(scenario);
  if (kept === undefined) KEPT.set(scenario, (kept = []));
  const light = outlook.lightOn(at);
  const before = kept[index];
  if (before?.unit === unit && before.light === light && before.sky === sky && before.plumes === state.plumes)
    return before;
  const card = present(scenario.cards[index], 'a card for each unit');
  const scene = sceneOf(scenario, state, { hex: at, light, sky });
  const noticed = noticedMetres(scenario, card, unit, scene);
  const flashes = unit.activity === 'firing' && flashMetres(scenario, card, unit, light) >= noticed;
  const heard = heardMetres(scenario, card, unit, sky.light);
  const glimpse = glimpseOf(card, unit, scene);
  const onTheMove = unit.activity === 'moving' && light === 'day';
  return (kept[index] = {
    unit,
    light,
    sky,
    plumes: state.plumes,
    noticedMetres: noticed,
    heardMetres: heard,
    glimpse,
    onTheMove,
    mostFromAbove: onTheMove ? MOST_FROM_ABOVE : 1,
    besidesMetres: Math.max(heard, glimpse?.metres ?? 0),
    sign: flashes ? 'flash' : 'sight',
    tells: !flashes || light === 'day',
  });
}

interface Showing extends Shown {
  readonly posts: number[];
  readonly farthestHexes: number[];
}

/** What everybody shows of himself. */
export function shownIn(outlook: Omit<Outlook, 'shown'>): Shown {
  const { length } = outlook.state.units;
  const shown: Showing = { posts: [], farthestHexes: [] };
  for (let index = 0; index < length; index++) show(outlook, shown, index);
  return shown;
}

/** The same after some units, and no light, have changed. */
export function shownAfter(before: Outlook, state: BattleState, changed: readonly number[]): Shown {
  if (changed.length === 0) return before.shown;
  const { posts, farthestHexes } = before.shown;
  const shown = { posts: posts.slice(), farthestHexes: farthestHexes.slice() };
  const now = { ...before, state };
  for (const index of changed) show(now, shown, index);
  return shown;
}

function show(outlook: Omit<Outlook, 'shown'>, { posts, farthestHexes }: Showing, index: number): void {
  const unit = present(outlook.state.units[index], 'a unit for each card');
  const at = findPost(unit);
  posts[index] = at ?? -1;
  farthestHexes[index] = 0;
  if (at === undefined) return;
  const looks = looksOf(outlook, index, unit, at);
  const besides = Math.ceil(looks.besidesMetres / outlook.scenario.map.hexMetres) + 1;
  farthestHexes[index] = Math.max(besides, seenHexes(outlook, looks));
}

/** Hexes beyond which nobody sees the unit itself. */
function seenHexes({ scenario }: Pick<Outlook, 'scenario'>, looks: Looks): number {
  const metres = looks.noticedMetres * (bestEyesOf(scenario.cards) * looks.mostFromAbove);
  return Math.ceil(metres / scenario.map.hexMetres) + 1;
}

const BEST_EYES = new WeakMap<readonly UnitCard[], number>();

/** The best eyes anybody has. */
function bestEyesOf(cards: readonly UnitCard[]): number {
  let best = BEST_EYES.get(cards);
  if (best === undefined) BEST_EYES.set(cards, (best = cards.reduce((most, card) => Math.max(most, eyesOf(card)), 0)));
  return best;
}

/** What is made of a unit, as its place in `CONTACT_LEVELS`. */
type Rank = -1 | 0 | 1 | 2;
const NOTHING = -1;
const LEAST = 0;
const BEST = 2;

function rankFrom(outlook: Outlook, looks: Looks, at: HexIndex, watcher: Watcher): Rank {
  const { scenario, state, sights } = outlook;
  const { from, raisedMetres } = watcher;
  const metres = nearestOver(scenario.map, hexesBetween(sights.grid, from, at));
  // Most are too far off from most, whatever else is so.
  if (metres > looks.besidesMetres && metres > looks.noticedMetres * (watcher.eyes * looks.mostFromAbove))
    return NOTHING;
  const reach = looks.noticedMetres * eyesFrom(outlook, looks, at, watcher);
  const glimpsed = looks.glimpse !== undefined && metres <= looks.glimpse.metres;
  if (
    (metres <= reach || glimpsed) &&
    isInSightFrom(sights, from, at, raisedMetres) &&
    !isScreened(scenario.map, state, from, at)
  ) {
    if (metres > reach) return 0;
    return looks.tells && metres <= reach * IDENTIFY_SHARE ? 2 : 1;
  }
  return metres <= looks.heardMetres ? 0 : NOTHING;
}

/** Eyes as they are, farther over what moves below them, less out of smoke. */
function eyesFrom(
  { state, sights }: Outlook,
  looks: Looks,
  at: HexIndex,
  { from, eyes, raisedMetres }: Watcher,
): number {
  const height = (sights.eyesMetres[from] ?? 0) + raisedMetres - (sights.eyesMetres[at] ?? 0);
  return eyes * (looks.onTheMove ? valueAt(LOOKING_DOWN, height) : 1) * (isSmoked(state, from) ? SMOKE_SHARE : 1);
}

function isAnyWithin({ sights }: Outlook, moves: readonly Move[], at: HexIndex, hexes: number): boolean {
  for (const { before, now } of moves) {
    if (before !== undefined && isWithinHexes(sights.grid, before.from, at, hexes)) return true;
    if (now !== undefined && isWithinHexes(sights.grid, now.from, at, hexes)) return true;
  }
  return false;
}

export interface Perception {
  readonly level: ContactLevel;
  readonly sign: ContactSign;
}

/** The best any watcher of a side makes of the enemy of a card; nothing when nobody perceives him. */
export function perceptionOf(outlook: Outlook, index: number, side: Side): Perception | undefined {
  const unit = present(outlook.state.units[index], 'a unit for each card');
  const at = findPost(unit);
  if (at === undefined) return undefined;
  const looks = looksOf(outlook, index, unit, at);
  const farthest = outlook.shown.farthestHexes[index] ?? 0;
  const seen = seenHexes(outlook, looks);
  let best = bestWithin(outlook, looks, at, { side, hexes: Math.min(seen, farthest), enough: BEST });
  // From farther off nobody makes out more than that something is there, and one who does is enough.
  if (best === NOTHING && farthest > seen)
    best = bestWithin(outlook, looks, at, { side, hexes: farthest, enough: LEAST });
  if (best === NOTHING) return undefined;
  const level = CONTACT_LEVELS[best];
  return { level, sign: level === 'suspected' ? (looks.glimpse?.sign ?? 'sound') : looks.sign };
}

/** The best that watchers of a side within so many hexes make of it, or the first that is enough. */
function bestWithin(
  outlook: Outlook,
  looks: Looks,
  at: HexIndex,
  { side, hexes, enough }: { readonly side: Side; readonly hexes: number; readonly enough: Rank },
): Rank {
  const { shown, sights, watchers, scenario } = outlook;
  let best: Rank = NOTHING;
  for (const place of indexesOf(scenario, side)) {
    const from = shown.posts[place] ?? -1;
    if (from < 0 || !isWithinHexes(sights.grid, from, at, hexes)) continue;
    const rank = rankFrom(outlook, looks, at, present(watchers[place], 'a watcher at each post'));
    if (rank > best) best = rank;
    if (best >= enough) break;
  }
  return best;
}

/** A watcher who looks from elsewhere than before, or with other eyes, or no more, or for the first time. */
export interface Move {
  readonly before: Watcher | undefined;
  readonly now: Watcher | undefined;
}

/** Whether one of those who moved makes something else of the unit of a card than before. */
export function isOtherFor(outlook: Outlook, index: number, moves: readonly Move[]): boolean {
  const { posts, farthestHexes } = outlook.shown;
  const at = posts[index] ?? -1;
  if (at < 0 || !isAnyWithin(outlook, moves, at, farthestHexes[index] ?? 0)) return false;
  const unit = present(outlook.state.units[index], 'a unit for each card');
  const looks = looksOf(outlook, index, unit, at);
  for (const { before, now } of moves) {
    const rankBefore = before === undefined ? NOTHING : rankFrom(outlook, looks, at, before);
    const rankNow = now === undefined ? NOTHING : rankFrom(outlook, looks, at, now);
    if (rankBefore !== rankNow) return true;
  }
  return false;
}

/** Whether somebody of a side would see that a body of men no longer lies in a hex. */
export function isSeenEmpty(outlook: Outlook, hex: HexIndex, side: Side): boolean {
  const { posts } = outlook.shown;
  for (const place of indexesOf(outlook.scenario, side)) {
    const from = posts[place] ?? -1;
    if (from >= 0 && seesEmpty(outlook, hex, from)) return true;
  }
  return false;
}

/** Whether a watcher would see that a body of men no longer lies in a hex. */
export function seesEmpty(outlook: Outlook, hex: HexIndex, from: HexIndex): boolean {
  const { scenario, state, sights, sky } = outlook;
  if (!isWithinHexes(sights.grid, from, hex, FARTHEST_EMPTY_METRES / scenario.map.hexMetres + 1)) return false;
  const metres = nearestOver(scenario.map, hexesBetween(sights.grid, from, hex));
  return (
    metres <= emptyMetres(sceneOf(scenario, state, { hex, light: outlook.lightOn(hex), sky })) &&
    isInSight(sights, from, hex) &&
    !isScreened(scenario.map, state, from, hex)
  );
}
