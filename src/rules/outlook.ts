/**
 * What one unit looks and sounds like at one moment, and what a watcher makes of it from where he stands: nothing, that
 * something is there, what kind, or who. Over which ground and in what light is the outlook, which all looks share.
 */
import type { HexIndex } from '../hex/grid.ts';
import { hexesBetween } from '../hex/distance.ts';
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
  /** Seen farther by those who look down on it. */
  readonly onTheMove: boolean;
  readonly sign: ContactSign;
  readonly tells: boolean;
}

const KEPT = new WeakMap<Scenario, (Looks | undefined)[]>();

/** Worked out once for as long as the unit, the light on it and the sky stay what they are. */
function looksOf(outlook: Outlook, index: number, unit: Unit, at: HexIndex): Looks {
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
  return (kept[index] = {
    unit,
    light,
    sky,
    plumes: state.plumes,
    noticedMetres: noticed,
    heardMetres: heardMetres(scenario, card, unit, sky.light),
    glimpse: glimpseOf(card, unit, scene),
    onTheMove: unit.activity === 'moving' && light === 'day',
    sign: flashes ? 'flash' : 'sight',
    tells: !flashes || light === 'day',
  });
}

/** What is made of a unit, as its place in `CONTACT_LEVELS`. */
type Rank = -1 | 0 | 1 | 2;
const NOTHING = -1;
const BEST = 2;

function rankFrom(outlook: Outlook, looks: Looks, at: HexIndex, watcher: Watcher): Rank {
  const { scenario, state, sights } = outlook;
  const { from, raisedMetres } = watcher;
  const metres = nearestOver(scenario.map, hexesBetween(sights.grid, from, at));
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
  let best: Rank = NOTHING;
  for (const place of indexesOf(outlook.scenario, side)) {
    const watcher = outlook.watchers[place];
    if (watcher === undefined) continue;
    const rank = rankFrom(outlook, looks, at, watcher);
    if (rank > best) best = rank;
    if (best === BEST) break;
  }
  if (best === NOTHING) return undefined;
  const level = CONTACT_LEVELS[best];
  return { level, sign: level === 'suspected' ? (looks.glimpse?.sign ?? 'sound') : looks.sign };
}

/** Whether a watcher makes something else of the unit of a card from one place than from another, or with other eyes. */
export function isOtherFrom(
  outlook: Outlook,
  index: number,
  { before, now }: { readonly before: Watcher | undefined; readonly now: Watcher | undefined },
): boolean {
  const unit = present(outlook.state.units[index], 'a unit for each card');
  const at = findPost(unit);
  if (at === undefined) return false;
  const looks = looksOf(outlook, index, unit, at);
  const rank = (watcher: Watcher | undefined): Rank =>
    watcher === undefined ? NOTHING : rankFrom(outlook, looks, at, watcher);
  return rank(before) !== rank(now);
}

/** Whether somebody of a side would see that a body of men no longer lies in a hex. */
export const isSeenEmpty = (outlook: Outlook, hex: HexIndex, side: Side): boolean =>
  indexesOf(outlook.scenario, side).some((place) => {
    const watcher = outlook.watchers[place];
    return watcher !== undefined && seesEmpty(outlook, hex, watcher.from);
  });

/** Whether a watcher would see that a body of men no longer lies in a hex. */
export function seesEmpty(outlook: Outlook, hex: HexIndex, from: HexIndex): boolean {
  const { scenario, state, sights, sky } = outlook;
  const metres = emptyMetres(sceneOf(scenario, state, { hex, light: outlook.lightOn(hex), sky }));
  return (
    nearestOver(scenario.map, hexesBetween(sights.grid, from, hex)) <= metres &&
    isInSight(sights, from, hex) &&
    !isScreened(scenario.map, state, from, hex)
  );
}
