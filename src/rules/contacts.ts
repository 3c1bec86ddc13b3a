/**
 * What each side perceives of the other after something happened: contacts made, bettered, moved, lost from sight, and
 * given up when the place is found empty or the memory is old.
 */
import type { HexIndex } from '../hex/grid.ts';
import { hexesBetween } from '../hex/distance.ts';
import {
  CONTACT_LEVELS,
  type Contact,
  type ContactId,
  type ContactLevel,
  type ContactSign,
  type ContactView,
} from '../model/contact.ts';
import type { Light } from '../model/clock.ts';
import { type Side, SIDES } from '../model/side.ts';
import type { Flare } from '../model/state.ts';
import type { Unit, UnitCard, UnitId } from '../model/unit.ts';
import { type Course, happen } from './course.ts';
import {
  emptyMetres,
  eyesOf,
  flashMetres,
  heardMetres,
  IDENTIFY_SHARE,
  noticedMetres,
  type Scene,
} from './detection.ts';
import { minuteOf, skyOf } from './light.ts';
import { nearestMetres } from './range.ts';
import { cardOf, isInAction, unitOf } from './roster.ts';
import { sightFrom } from './sight.ts';

/** A contact not renewed for this long is dropped. [C] */
const FORGET_MINUTES = 180;

/** Flares light the hex under them and those around it as at dusk. [C] */
const FLARE_HEXES = 1;

/** Light on a hex: a flare turns night into dusk. */
export function lightAt(
  course: Pick<Course, 'scenario'>,
  flares: readonly Flare[],
  hex: HexIndex,
  light: Light,
): Light {
  if (light === 'day' || light === 'twilight') return light;
  const { grid } = course.scenario.map;
  return flares.some((flare) => hexesBetween(grid, flare.hex, hex) <= FLARE_HEXES) ? 'twilight' : light;
}

interface Perception {
  readonly level: ContactLevel;
  readonly sign: ContactSign;
}

/** Brings both sides' contacts up to date. Call after anything that moved, fired, was lit up or left. */
export function perceive(course: Course): void {
  for (const side of SIDES) perceiveFor(course, side);
}

function perceiveFor(course: Course, side: Side): void {
  const { scenario, state } = course;
  const watchers: [UnitCard, Unit, Uint8Array, HexIndex][] = [];
  for (let index = 0; index < state.units.length; index++) {
    const unit = state.units[index];
    const card = scenario.cards[index];
    if (unit === undefined || card?.side !== side || typeof unit.at !== 'number' || !isInAction(unit)) continue;
    watchers.push([card, unit, sightFrom(scenario.map, unit.at), unit.at]);
  }
  for (let index = 0; index < state.units.length; index++) {
    const unit = state.units[index];
    const card = scenario.cards[index];
    if (unit === undefined || card === undefined || card.side === side) continue;
    updateContact(course, side, card, unit, watchers);
  }
}

function updateContact(
  course: Course,
  side: Side,
  card: UnitCard,
  unit: Unit,
  watchers: readonly [UnitCard, Unit, Uint8Array, HexIndex][],
): void {
  const known = course.state.contacts[side].find((contact) => contact.behind === unit.id);
  const perceived =
    typeof unit.at === 'number' && isInAction(unit) ? perception(course, card, unit, unit.at, watchers) : undefined;
  if (perceived !== undefined && typeof unit.at === 'number') {
    noteSighting(course, { side, card, unit, at: unit.at, perceived, known });
  } else if (known !== undefined) {
    if (isForgotten(course, known, watchers)) happen(course, { kind: 'contactLost', side, contact: known.view.id });
    else if (known.view.current)
      happen(course, { kind: 'sighted', side, behind: unit.id, view: { ...known.view, current: false } });
  }
}

/** The best any watcher makes of the unit; nothing when nobody perceives it. */
function perception(
  course: Course,
  card: UnitCard,
  unit: Unit,
  at: HexIndex,
  watchers: readonly [UnitCard, Unit, Uint8Array, HexIndex][],
): Perception | undefined {
  const { scenario, state } = course;
  const sky = skyOf(scenario.clock, state.turn);
  const light = lightAt(course, state.flares, at, sky.light);
  const scene: Scene = { light, weather: sky.weather, terrain: scenario.map.terrain[at] ?? 'open' };
  const noticed = noticedMetres(scenario, card, unit, scene);
  const heard = heardMetres(scenario, card, unit, sky.light);
  let best: Perception | undefined;
  for (const [observer, , row, from] of watchers) {
    const metres = nearestMetres(scenario.map, from, at);
    const reach = noticed * eyesOf(observer);
    if (metres <= reach && row[at] === 1) {
      const sign: ContactSign =
        unit.activity === 'firing' && flashMetres(scenario, card, unit, light) >= noticed ? 'flash' : 'sight';
      if (metres <= reach * IDENTIFY_SHARE && (sign === 'sight' || light === 'day'))
        return { level: 'identified', sign };
      best = { level: 'spotted', sign };
    } else if (best === undefined && metres <= heard) best = { level: 'suspected', sign: 'sound' };
  }
  return best;
}

interface Sighting {
  readonly side: Side;
  readonly card: UnitCard;
  readonly unit: Unit;
  readonly at: HexIndex;
  readonly perceived: Perception;
  readonly known: Contact | undefined;
}

const rank = (level: ContactLevel): number => CONTACT_LEVELS.indexOf(level);

/** Records what was perceived, if it says anything new. Who was once known stays known. */
function noteSighting(course: Course, sighting: Sighting): void {
  const { side, unit, perceived, known } = sighting;
  const before = known?.view;
  const level = before !== undefined && rank(before.level) > rank(perceived.level) ? before.level : perceived.level;
  const view = viewOf(course, sighting, level);
  if (before !== undefined && isSame(before, view)) return;
  happen(course, { kind: 'sighted', side, behind: unit.id, view });
}

function viewOf(course: Course, sighting: Sighting, level: ContactLevel): ContactView {
  const { side, card, unit, at, perceived, known } = sighting;
  const seen = perceived.level !== 'suspected';
  const base = {
    id: known?.view.id ?? (`${side === SIDES[0] ? 'a' : 'b'}${course.state.contactCount[side] + 1}` as ContactId),
    hex: at,
    level,
    sign: perceived.sign,
    atMinute: minuteOf(course.scenario.clock, course.state.turn),
    current: true,
  };
  const looks = seen
    ? {
        branch: card.branch,
        men: Math.max(10, Math.round(unit.men / 10) * 10),
        vehicles: unit.vehicles,
        dugIn: unit.posture === 'dugIn',
      }
    : looksBefore(known?.view);
  return level === 'identified' ? { ...base, ...looks, unit: unit.id } : { ...base, ...looks };
}

function looksBefore(
  view: ContactView | undefined,
): Partial<Pick<ContactView, 'branch' | 'men' | 'vehicles' | 'dugIn'>> {
  if (view?.branch === undefined || view.men === undefined) return {};
  return { branch: view.branch, men: view.men, vehicles: view.vehicles ?? 0, dugIn: view.dugIn ?? false };
}

const isSame = (a: ContactView, b: ContactView): boolean =>
  a.hex === b.hex &&
  a.level === b.level &&
  a.current === b.current &&
  a.men === b.men &&
  a.vehicles === b.vehicles &&
  a.dugIn === b.dugIn &&
  a.atMinute === b.atMinute;

/** Found empty by somebody near enough to tell, or too old. */
function isForgotten(
  course: Course,
  contact: Contact,
  watchers: readonly [UnitCard, Unit, Uint8Array, HexIndex][],
): boolean {
  const { scenario, state } = course;
  const behind = unitOf(scenario, state, contact.behind);
  const minute = minuteOf(scenario.clock, state.turn);
  if (minute - contact.view.atMinute > FORGET_MINUTES) return true;
  const sky = skyOf(scenario.clock, state.turn);
  const light = lightAt(course, state.flares, contact.view.hex, sky.light);
  const metres = emptyMetres(light, sky.weather);
  const there = behind.at === contact.view.hex && isInAction(behind);
  if (there) return false;
  return watchers.some(
    ([, , row, from]) => row[contact.view.hex] === 1 && nearestMetres(scenario.map, from, contact.view.hex) <= metres,
  );
}

/** In close combat everybody learns whom they fight. */
export function meetInCloseCombat(course: Course, side: Side, enemies: readonly UnitId[]): void {
  for (const id of enemies) {
    const unit = unitOf(course.scenario, course.state, id);
    if (typeof unit.at !== 'number' || !isInAction(unit)) continue;
    const known = course.state.contacts[side].find((contact) => contact.behind === id);
    noteSighting(course, {
      side,
      card: cardOf(course.scenario, id),
      unit,
      at: unit.at,
      perceived: { level: 'identified', sign: 'closeCombat' },
      known,
    });
  }
}
