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
import type { Unit } from '../model/unit.ts';
import { emptyMetres, eyesOf, flashMetres, heardMetres, IDENTIFY_SHARE, noticedMetres } from './detection.ts';
import { nearestOver } from './range.ts';
import { findHex, indexesOf, isInAction } from './roster.ts';
import { isInSight, type Sights } from './sight.ts';

/** Circumstances of all looks at one moment. */
export interface Outlook {
  readonly scenario: Scenario;
  readonly state: BattleState;
  readonly sky: Sky;
  readonly sights: Sights;
  readonly lightOn: (hex: HexIndex) => Light;
}

/** Somebody who looks: from where, and with what eyes beside naked ones. */
export interface Watcher {
  readonly from: HexIndex;
  readonly eyes: number;
}

/** The hex a unit looks from, if it looks at all; the same by which it can be perceived. */
export const findPost = (unit: Unit): HexIndex | undefined => (isInAction(unit) ? findHex(unit) : undefined);

/** Everybody of a side who looks, in the order of the cards. */
export function listWatchers({ scenario, state }: Outlook, side: Side): Watcher[] {
  const watchers: Watcher[] = [];
  for (const index of indexesOf(scenario, side)) {
    const from = findPost(present(state.units[index], 'a unit for each card'));
    if (from !== undefined) watchers.push({ from, eyes: eyesOf(present(scenario.cards[index], 'a card')) });
  }
  return watchers;
}

/** How far off a unit is noticed and heard where it is, and whether what shows of it tells who it is. */
interface Looks {
  readonly unit: Unit;
  readonly light: Light;
  readonly sky: Sky;
  readonly noticedMetres: Metres;
  readonly heardMetres: Metres;
  readonly sign: ContactSign;
  readonly tells: boolean;
}

const KEPT = new WeakMap<Scenario, (Looks | undefined)[]>();

/** Worked out once for as long as the unit, the light on it and the sky stay what they are. */
function looksOf(outlook: Outlook, index: number, unit: Unit, at: HexIndex): Looks {
  const { scenario, sky } = outlook;
  let kept = KEPT.get(scenario);
  if (kept === undefined) KEPT.set(scenario, (kept = []));
  const light = outlook.lightOn(at);
  const before = kept[index];
  if (before?.unit === unit && before.light === light && before.sky === sky) return before;
  const card = present(scenario.cards[index], 'a card for each unit');
  const terrain = scenario.map.terrain[at] ?? 'open';
  const noticed = noticedMetres(scenario, card, unit, { light, weather: sky.weather, terrain });
  const flashes = unit.activity === 'firing' && flashMetres(scenario, card, unit, light) >= noticed;
  return (kept[index] = {
    unit,
    light,
    sky,
    noticedMetres: noticed,
    heardMetres: heardMetres(scenario, card, unit, sky.light),
    sign: flashes ? 'flash' : 'sight',
    tells: !flashes || light === 'day',
  });
}

/** What is made of a unit, as its place in `CONTACT_LEVELS`. */
type Rank = -1 | 0 | 1 | 2;
const NOTHING = -1;
const BEST = 2;

function rankFrom({ scenario, sights }: Outlook, looks: Looks, at: HexIndex, { from, eyes }: Watcher): Rank {
  const metres = nearestOver(scenario.map, hexesBetween(sights.grid, from, at));
  const reach = looks.noticedMetres * eyes;
  if (metres <= reach && isInSight(sights, from, at)) return looks.tells && metres <= reach * IDENTIFY_SHARE ? 2 : 1;
  return metres <= looks.heardMetres ? 0 : NOTHING;
}

export interface Perception {
  readonly level: ContactLevel;
  readonly sign: ContactSign;
}

/** The best any watcher makes of the unit of a card; nothing when nobody perceives it. */
export function perceptionOf(outlook: Outlook, index: number, watchers: readonly Watcher[]): Perception | undefined {
  const unit = present(outlook.state.units[index], 'a unit for each card');
  const at = findPost(unit);
  if (at === undefined) return undefined;
  const looks = looksOf(outlook, index, unit, at);
  let best: Rank = NOTHING;
  for (const watcher of watchers) {
    const rank = rankFrom(outlook, looks, at, watcher);
    if (rank > best) best = rank;
    if (best === BEST) break;
  }
  if (best === NOTHING) return undefined;
  const level = CONTACT_LEVELS[best];
  return { level, sign: level === 'suspected' ? 'sound' : looks.sign };
}

/** Whether a watcher makes something else of the unit of a card from one place than from another. */
export function isOtherFrom(
  outlook: Outlook,
  index: number,
  { from, to, eyes }: { readonly from: HexIndex | undefined; readonly to: HexIndex | undefined; readonly eyes: number },
): boolean {
  const unit = present(outlook.state.units[index], 'a unit for each card');
  const at = findPost(unit);
  if (at === undefined) return false;
  const looks = looksOf(outlook, index, unit, at);
  const before = from === undefined ? NOTHING : rankFrom(outlook, looks, at, { from, eyes });
  const now = to === undefined ? NOTHING : rankFrom(outlook, looks, at, { from: to, eyes });
  return before !== now;
}

/** Whether a watcher would see that a body of men no longer lies in a hex. */
export function seesEmpty(outlook: Outlook, hex: HexIndex, from: HexIndex): boolean {
  const { scenario, sights, sky } = outlook;
  const terrain = scenario.map.terrain[hex] ?? 'open';
  const metres = emptyMetres({ light: outlook.lightOn(hex), weather: sky.weather, terrain });
  return nearestOver(scenario.map, hexesBetween(sights.grid, from, hex)) <= metres && isInSight(sights, from, hex);
}
