/**
 * What each side perceives of the other after something happened: contacts made, bettered, moved, lost from sight, and
 * given up when the place is found empty or the memory is old.
 */
import type { HexIndex } from '../hex/grid.ts';
import { hexesBetween } from '../hex/distance.ts';
import { CONTACT_LEVELS, type Contact, type ContactId, type ContactLevel, type ContactView } from '../model/contact.ts';
import { present } from '../model/assert.ts';
import type { Light } from '../model/clock.ts';
import type { Scenario } from '../model/scenario.ts';
import { opponentOf, type Side, SIDES } from '../model/side.ts';
import type { BattleState, Flare } from '../model/state.ts';
import type { Unit, UnitCard, UnitId } from '../model/unit.ts';
import { listAnew, listChanged } from './anew.ts';
import { type Course, happen } from './course.ts';
import { minuteOf, skyOf } from './light.ts';
import {
  findPost,
  isSeenEmpty,
  type Outlook,
  type Perception,
  perceptionOf,
  shownAfter,
  shownIn,
  watchersAfter,
  watchersIn,
} from './outlook.ts';
import { cardOf, indexesOf, isInAction, unitOf } from './roster.ts';
import { glowsOf } from './scene.ts';
import { sightsOf } from './sight.ts';

/** A contact not renewed for this long is dropped. [C] */
export const FORGET_MINUTES = 180;

/** Flares light the ground so far around them as at dusk: at 250 m the hex under them and those around it. [C] */
export const LIT_METRES = 250;

/** Light on a hex: a flare or a fire turns night into dusk. */
export function lightAt(
  course: Pick<Course, 'scenario'>,
  glows: readonly Pick<Flare, 'hex'>[],
  hex: HexIndex,
  light: Light,
): Light {
  if (light === 'day' || light === 'twilight') return light;
  const { grid, hexMetres } = course.scenario.map;
  return glows.some((glow) => hexesBetween(grid, glow.hex, hex) * hexMetres <= LIT_METRES) ? 'twilight' : light;
}

/** Brings both sides' contacts up to date. Call after anything that moved, fired, was lit up or left. */
export function perceive(course: Course): void {
  const { scenario, looked, state } = course;
  if (looked === undefined) {
    const outlook = outlookIn(scenario, state);
    for (const side of SIDES) perceiveFor(course, side);
    course.looked = withState(outlook, course.state);
    return;
  }
  const changed = listChanged(looked.state, state);
  const now = outlookAfter(looked, state, changed);
  for (const side of SIDES) judge(course, now, side, listAnew(looked, now, side, changed));
  course.looked = withState(now, course.state);
}

/** Brings one side's contacts up to date, whatever has happened. */
export function perceiveFor(course: Course, side: Side): void {
  const { scenario, state } = course;
  judge(course, outlookIn(scenario, state), side, indexesOf(scenario, opponentOf(side)));
}

function outlookIn(scenario: Scenario, state: BattleState): Outlook {
  const lit = { ...lightOver(scenario, state), watchers: watchersIn(scenario, state) };
  return { ...lit, shown: shownIn(lit) };
}

/** The outlook after some units have changed, and perhaps the light. */
function outlookAfter(before: Outlook, state: BattleState, changed: readonly number[]): Outlook {
  const { scenario } = before;
  const watchers = watchersAfter(before.watchers, scenario, state, changed);
  const { turn, sky, flares, plumes } = before.state;
  if (state.turn !== turn || state.sky !== sky || state.flares !== flares || state.plumes !== plumes) {
    const lit = { ...lightOver(scenario, state), watchers };
    return { ...lit, shown: shownIn(lit) };
  }
  const { sights, lightOn } = before;
  return { scenario, state, sky: before.sky, sights, lightOn, watchers, shown: shownAfter(before, state, changed) };
}

/** The same outlook once what was seen from it has been written down. */
const withState = ({ scenario, sky, sights, lightOn, watchers, shown }: Outlook, state: BattleState): Outlook => ({
  scenario,
  state,
  sky,
  sights,
  lightOn,
  watchers,
  shown,
});

function lightOver(scenario: Scenario, state: BattleState): Omit<Outlook, 'watchers' | 'shown'> {
  const sky = skyOf(scenario.clock, state);
  const glows = glowsOf(state);
  const lightOn =
    glows.length === 0 ? () => sky.light : (hex: HexIndex) => lightAt({ scenario }, glows, hex, sky.light);
  return { scenario, state, sky, sights: sightsOf(scenario.map), lightOn };
}

/** Brings the contacts of a side with these enemies up to date. */
function judge(course: Course, outlook: Outlook, side: Side, enemies: readonly number[]): void {
  if (enemies.length === 0) return;
  const contacts = course.state.contacts[side];
  const known = enemies.length > FEW ? new Map(contacts.map((contact) => [contact.behind, contact])) : undefined;
  for (const index of enemies) {
    const { id } = present(course.state.units[index], 'a unit for each card');
    const contact = known === undefined ? findContact(contacts, id) : known.get(id);
    updateContact(course, outlook, { side, index, known: contact });
  }
}

/** For so many enemies the list of contacts is gone through; for more it pays to make an index. */
const FEW = 8;

/** One enemy, and what the side knew of him. */
interface Case {
  readonly side: Side;
  readonly index: number;
  readonly known: Contact | undefined;
}

function updateContact(course: Course, outlook: Outlook, { side, index, known }: Case): void {
  const unit = present(course.state.units[index], 'a unit for each card');
  const at = findPost(unit);
  const perceived = perceptionOf(outlook, index, side);
  if (perceived !== undefined && at !== undefined) {
    const card = present(course.scenario.cards[index], 'a card for each unit');
    noteSighting(course, { side, card, unit, at, perceived, known });
  } else if (known !== undefined) {
    const cause = whyForgotten(outlook, known, side);
    if (cause !== undefined) happen(course, { kind: 'contactLost', side, contact: known.view.id, cause });
    else if (known.view.current)
      happen(course, { kind: 'sighted', side, behind: unit.id, view: { ...known.view, current: false } });
  }
}

function findContact(contacts: readonly Contact[], behind: UnitId): Contact | undefined {
  for (const contact of contacts) if (contact.behind === behind) return contact;
  return undefined;
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
    before.men === tensOf(unit.men) &&
    before.vehicles === unit.vehicles &&
    before.dugIn === (unit.posture === 'dugIn') &&
    before.facing === (level === 'identified' ? unit.facing : undefined) &&
    before.mood === moodOf(unit) &&
    before.pinned === pinnedOf(unit)
  );
}

/** How men in view seem to hold together, and how many keep their heads down: three steps each. */
const moodOf = ({ cohesion }: Unit): ContactView['mood'] =>
  cohesion === 'shaken' || cohesion === 'broken' ? cohesion : undefined;
const pinnedOf = ({ suppression }: Unit): ContactView['pinned'] =>
  suppression >= PINNED.wholly ? 'wholly' : suppression >= PINNED.partly ? 'partly' : undefined;
/** Suppression from which it shows. [C] */
const PINNED = { partly: 0.25, wholly: 0.6 };

function looksOf(card: UnitCard, unit: Unit, level: ContactLevel): Looks {
  const [mood, pinned] = [moodOf(unit), pinnedOf(unit)];
  const branch = level === 'identified' ? card.branch : (card.takenFor ?? card.branch);
  const looks = { branch, men: tensOf(unit.men), vehicles: unit.vehicles, dugIn: unit.posture === 'dugIn' };
  const facing = level === 'identified' ? unit.facing : undefined;
  if (mood === undefined && pinned === undefined && facing === undefined) return looks;
  return {
    ...looks,
    ...(facing === undefined ? {} : { facing }),
    ...(mood === undefined ? {} : { mood }),
    ...(pinned === undefined ? {} : { pinned }),
  };
}

/** Men as they look from afar: to the nearest ten, at least ten. */
const tensOf = (men: number): number => Math.max(10, Math.round(men / 10) * 10);

function viewOf(course: Course, sighting: Sighting, level: ContactLevel): ContactView {
  const { side, card, unit, at, perceived, known } = sighting;
  const looks: Looks & Pick<ContactView, 'unit'> =
    perceived.level === 'suspected'
      ? level === 'suspected'
        ? {}
        : looksBefore(known?.view)
      : looksOf(card, unit, level);
  const view: ContactView = {
    ...looks,
    id: known?.view.id ?? nextContactId(course, side),
    hex: at,
    level,
    sign: perceived.sign,
    atMinute: minuteOf(course.scenario.clock, course.state.turn),
    current: true,
  };
  return level === 'identified' ? { ...view, unit: unit.id } : view;
}

/** Contacts are numbered as they are met, with a letter for the side that met them. */
export const nextContactId = (course: Course, side: Side): ContactId =>
  `${side === SIDES[0] ? 'a' : 'b'}${course.state.contactCount[side] + 1}` as ContactId;

type Looks = Partial<Pick<ContactView, 'branch' | 'men' | 'vehicles' | 'dugIn' | 'facing' | 'mood' | 'pinned'>>;

function looksBefore(view: ContactView | undefined): Looks {
  if (view?.branch === undefined || view.men === undefined) return {};
  const { branch, men, vehicles = 0, dugIn = false, facing, mood, pinned } = view;
  return {
    branch,
    men,
    vehicles,
    dugIn,
    ...(facing === undefined ? {} : { facing }),
    ...(mood === undefined ? {} : { mood }),
    ...(pinned === undefined ? {} : { pinned }),
  };
}

/**
 * Found empty by somebody near enough to tell, or too old. Asked only of enemies nobody perceives: whether they are in
 * truth still there must not count, or a contact that stays would give them away.
 */
function whyForgotten(outlook: Outlook, contact: Contact, side: Side): 'empty' | 'old' | undefined {
  const { hex, atMinute } = contact.view;
  if (minuteOf(outlook.scenario.clock, outlook.state.turn) - atMinute > FORGET_MINUTES) return 'old';
  return isSeenEmpty(outlook, hex, side) ? 'empty' : undefined;
}

/**
 * Airmen report what they have seen: what kind of troops, where, of that minute. Who is in view of the troops themselves
 * stays so; of the others nobody knows what they did when the aircraft had gone.
 */
export function sightFromTheAir(
  course: Course,
  side: Side,
  { seen, sees }: { readonly seen: readonly UnitId[]; readonly sees: (hex: HexIndex) => boolean },
): void {
  for (const { behind, view } of course.state.contacts[side])
    if (!view.current && !seen.includes(behind) && sees(view.hex))
      happen(course, { kind: 'contactLost', side, contact: view.id, cause: 'empty' });
  for (const id of seen) {
    const unit = unitOf(course.scenario, course.state, id);
    const known = findContact(course.state.contacts[side], id);
    if (typeof unit.at !== 'number' || (known?.view.current && known.view.level !== 'suspected')) continue;
    const sighting: Sighting = {
      side,
      card: cardOf(course.scenario, id),
      unit,
      at: unit.at,
      perceived: { level: 'spotted', sign: 'sight' },
      known,
    };
    const view = viewOf(course, sighting, levelOf(sighting));
    happen(course, { kind: 'sighted', side, behind: id, view: { ...view, current: known?.view.current ?? false } });
  }
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
