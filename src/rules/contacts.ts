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
import { distancesFrom, nearestOver } from './range.ts';
import { cardOf, findHex, isInAction, unitOf } from './roster.ts';
import { sightFrom } from './sight.ts';

/** A contact not renewed for this long is dropped. [C] */
const FORGET_MINUTES = 180;

/** Flares light the ground so far around them as at dusk: at 250 m the hex under them and those around it. [C] */
const LIT_METRES = 250;

/** Light on a hex: a flare turns night into dusk. */
export function lightAt(
  course: Pick<Course, 'scenario'>,
  flares: readonly Flare[],
  hex: HexIndex,
  light: Light,
): Light {
  if (light === 'day' || light === 'twilight') return light;
  const { grid, hexMetres } = course.scenario.map;
  return flares.some((flare) => hexesBetween(grid, flare.hex, hex) * hexMetres <= LIT_METRES) ? 'twilight' : light;
}

interface Perception {
  readonly level: ContactLevel;
  readonly sign: ContactSign;
}

/** Brings both sides' contacts up to date. Call after anything that moved, fired, was lit up or left. */
export function perceive(course: Course): void {
  for (const side of SIDES) perceiveFor(course, side);
}

/** Somebody who looks: from where, over what ground, how far, with what eyes. */
interface Watcher {
  readonly from: HexIndex;
  readonly sees: Uint8Array;
  readonly hexesTo: Uint16Array;
  readonly eyes: number;
}

/** Brings one side's contacts up to date. */
export function perceiveFor(course: Course, side: Side): void {
  const { scenario, state } = course;
  const watchers: Watcher[] = [];
  for (let index = 0; index < state.units.length; index++) {
    const unit = state.units[index];
    const card = scenario.cards[index];
    if (unit === undefined || card?.side !== side || typeof unit.at !== 'number' || !isInAction(unit)) continue;
    watchers.push({
      from: unit.at,
      sees: sightFrom(scenario.map, unit.at),
      hexesTo: distancesFrom(scenario.map.grid, unit.at),
      eyes: eyesOf(card),
    });
  }
  for (let index = 0; index < state.units.length; index++) {
    const unit = state.units[index];
    const card = scenario.cards[index];
    if (unit === undefined || card === undefined || card.side === side) continue;
    updateContact(course, side, card, unit, watchers);
  }
}

function updateContact(course: Course, side: Side, card: UnitCard, unit: Unit, watchers: readonly Watcher[]): void {
  const known = findContact(course.state.contacts[side], unit.id);
  const at = isInAction(unit) ? findHex(unit) : undefined;
  const perceived = at === undefined ? undefined : perception(course, card, unit, at, watchers);
  if (perceived !== undefined && at !== undefined) {
    noteSighting(course, { side, card, unit, at, perceived, known });
  } else if (known !== undefined) {
    const cause = whyForgotten(course, known, watchers);
    if (cause !== undefined) happen(course, { kind: 'contactLost', side, contact: known.view.id, cause });
    else if (known.view.current)
      happen(course, { kind: 'sighted', side, behind: unit.id, view: { ...known.view, current: false } });
  }
}

function findContact(contacts: readonly Contact[], behind: UnitId): Contact | undefined {
  for (const contact of contacts) if (contact.behind === behind) return contact;
  return undefined;
}

/** The best any watcher makes of the unit; nothing when nobody perceives it. */
function perception(
  course: Course,
  card: UnitCard,
  unit: Unit,
  at: HexIndex,
  watchers: readonly Watcher[],
): Perception | undefined {
  const { scenario, state } = course;
  const { map } = scenario;
  const sky = skyOf(scenario.clock, state);
  const light = lightAt(course, state.flares, at, sky.light);
  const scene: Scene = { light, weather: sky.weather, terrain: map.terrain[at] ?? 'open' };
  const noticed = noticedMetres(scenario, card, unit, scene);
  const heard = heardMetres(scenario, card, unit, sky.light);
  const sign: ContactSign =
    unit.activity === 'firing' && flashMetres(scenario, card, unit, light) >= noticed ? 'flash' : 'sight';
  const tells = sign === 'sight' || light === 'day';
  let level: ContactLevel | undefined;
  for (let place = 0; place < watchers.length; place++) {
    const watcher = watchers[place];
    if (watcher === undefined) continue;
    const metres = nearestOver(map, watcher.hexesTo[at] ?? 0);
    const reach = noticed * watcher.eyes;
    if (metres <= reach && watcher.sees[at] === 1) {
      if (tells && metres <= reach * IDENTIFY_SHARE) return { level: 'identified', sign };
      level = 'spotted';
    } else if (level === undefined && metres <= heard) level = 'suspected';
  }
  return level === undefined ? undefined : { level, sign: level === 'suspected' ? 'sound' : sign };
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

/** Records what was perceived, if it says anything new. */
function noteSighting(course: Course, sighting: Sighting): void {
  const { side, unit } = sighting;
  const before = sighting.known?.view;
  const level = levelOf(sighting);
  if (before !== undefined && saysNothingNew(course, before, level, sighting)) return;
  happen(course, { kind: 'sighted', side, behind: unit.id, view: viewOf(course, sighting, level) });
}

/**
 * Who was once known stays known as long as he is seen, or heard without having been lost from sight. A sound where nobody
 * was in view tells that somebody is there, and not who.
 */
function levelOf({ perceived, known, at }: Sighting): ContactLevel {
  const before = known?.view;
  if (before === undefined || rank(before.level) <= rank(perceived.level)) return perceived.level;
  const isKept = perceived.level !== 'suspected' || (before.current && before.hex === at);
  return isKept ? before.level : perceived.level;
}

/** Whether the contact already stands as it would be written now. */
function saysNothingNew(course: Course, before: ContactView, level: ContactLevel, sighting: Sighting): boolean {
  const { unit, at, perceived } = sighting;
  if (!before.current || before.hex !== at || before.level !== level) return false;
  if (before.atMinute !== minuteOf(course.scenario.clock, course.state.turn)) return false;
  if (perceived.level === 'suspected') return true;
  return (
    before.men === tensOf(unit.men) && before.vehicles === unit.vehicles && before.dugIn === (unit.posture === 'dugIn')
  );
}

/** Men as they look from afar: to the nearest ten, at least ten. */
const tensOf = (men: number): number => Math.max(10, Math.round(men / 10) * 10);

function viewOf(course: Course, sighting: Sighting, level: ContactLevel): ContactView {
  const { side, card, unit, at, perceived, known } = sighting;
  const base = {
    id: known?.view.id ?? nextContactId(course, side),
    hex: at,
    level,
    sign: perceived.sign,
    atMinute: minuteOf(course.scenario.clock, course.state.turn),
    current: true,
  };
  const looks =
    perceived.level === 'suspected'
      ? level === 'suspected'
        ? {}
        : looksBefore(known?.view)
      : { branch: card.branch, men: tensOf(unit.men), vehicles: unit.vehicles, dugIn: unit.posture === 'dugIn' };
  return level === 'identified' ? { ...base, ...looks, unit: unit.id } : { ...base, ...looks };
}

/** Contacts are numbered as they are met, with a letter for the side that met them. */
const nextContactId = (course: Course, side: Side): ContactId =>
  `${side === SIDES[0] ? 'a' : 'b'}${course.state.contactCount[side] + 1}` as ContactId;

function looksBefore(
  view: ContactView | undefined,
): Partial<Pick<ContactView, 'branch' | 'men' | 'vehicles' | 'dugIn'>> {
  if (view?.branch === undefined || view.men === undefined) return {};
  return { branch: view.branch, men: view.men, vehicles: view.vehicles ?? 0, dugIn: view.dugIn ?? false };
}

/**
 * Found empty by somebody near enough to tell, or too old. Asked only of enemies nobody perceives: whether they are in
 * truth still there must not count, or a contact that stays would give them away.
 */
function whyForgotten(course: Course, contact: Contact, watchers: readonly Watcher[]): 'empty' | 'old' | undefined {
  const { scenario, state } = course;
  const { hex, atMinute } = contact.view;
  if (minuteOf(scenario.clock, state.turn) - atMinute > FORGET_MINUTES) return 'old';
  const sky = skyOf(scenario.clock, state);
  const light = lightAt(course, state.flares, hex, sky.light);
  const metres = emptyMetres({ light, weather: sky.weather, terrain: scenario.map.terrain[hex] ?? 'open' });
  const isEmpty = watchers.some(
    (watcher) => watcher.sees[hex] === 1 && nearestOver(scenario.map, watcher.hexesTo[hex] ?? 0) <= metres,
  );
  return isEmpty ? 'empty' : undefined;
}

/** In close combat everybody learns whom they fight. */
export function meetInCloseCombat(course: Course, side: Side, enemies: readonly UnitId[]): void {
  for (const id of enemies) {
    const unit = unitOf(course.scenario, course.state, id);
    if (typeof unit.at !== 'number' || !isInAction(unit)) continue;
    const known = findContact(course.state.contacts[side], id);
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
