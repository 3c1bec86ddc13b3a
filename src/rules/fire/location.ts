/**
 * Guns that fire are placed by the enemy: by the sound of their fire, where he has microphones, and by flash and smoke, where
 * an observer looks upon the ground around them. What he gets is a place on the map with an error; the guns may stand in
 * another hex. Fix upon fix makes it better.
 */
import { listNeighbours, type HexIndex } from '../../hex/grid.ts';
import { listRing } from '../../hex/ring.ts';
import type { Metres, Minutes } from '../../model/clock.ts';
import type { Contact, ContactSign, ContactView } from '../../model/contact.ts';
import type { BattleMap } from '../../model/map.ts';
import { opponentOf, type Side } from '../../model/side.ts';
import type { Branch, Unit, UnitCard, UnitId } from '../../model/unit.ts';
import { nextContactId } from '../contacts.ts';
import { chanceFor, type Course, happen } from '../course.ts';
import { valueAt } from '../curve.ts';
import { flashMetres, LOOKING_DOWN, weathered } from '../detection.ts';
import { minuteOf, skyOf } from '../light.ts';
import { rangeMetres } from '../range.ts';
import { cardOf, indexesOf, isInAction, unitOf } from '../roster.ts';
import { isScreened } from '../scene.ts';
import { isInSightFrom, sightsOf } from '../sight.ts';

/** Flash and smoke tell where guns are to 300–500 m. Source: scenarios/sources.md 17 [C]. */
export const FLASH_ERROR_METRES = 400;

/** Through glasses the flash and smoke of guns are told twice as far as with the naked eye. Source: scenarios/sources.md 17 [C]. */
export const FLASH_GLASSES = 2;

/** However many fixes: what survey and the spread of a battery's guns leave. [C] */
export const LEAST_ERROR_METRES = 100;

/** Whose fire is told from that of rifles and machine guns, and who counts as guns to be silenced. */
const GUNS: Partial<Record<Branch, true>> = { artillery: true, infantryGuns: true };

/** After a unit has fired for so many minutes: the enemy's means place it, if he does not see it anyway. */
export function placeFirer(course: Course, id: UnitId, minutes: Minutes): void {
  const { scenario, state } = course;
  const card = cardOf(scenario, id);
  const guns = unitOf(scenario, state, id);
  if (typeof guns.at !== 'number' || GUNS[card.branch] !== true) return;
  const side = opponentOf(card.side);
  const known = state.contacts[side].find((contact) => contact.behind === id);
  if (known?.view.current === true) return;
  const fix = bestFix(course, side, { card, guns, at: guns.at, minutes });
  if (fix !== undefined) noteFix(course, side, { id, at: guns.at, known, ...fix });
}

/** Firing guns as their enemy's instruments find them. */
interface Firing {
  readonly card: UnitCard;
  readonly guns: Unit;
  readonly at: HexIndex;
  readonly minutes: Minutes;
}

interface Fix {
  readonly errorMetres: Metres;
  readonly sign: ContactSign;
}

/** The best of each means, taken together; nothing where nobody has any. */
function bestFix(course: Course, side: Side, firing: Firing): Fix | undefined {
  const sound = soundError(course, side, firing);
  const flash = seesFlash(course, side, firing) ? FLASH_ERROR_METRES : undefined;
  if (sound === undefined) return flash === undefined ? undefined : { errorMetres: flash, sign: 'flash' };
  return { errorMetres: flash === undefined ? sound : together(sound, flash), sign: 'sound' };
}

/** Error of two independent measures of one place. */
const together = (one: Metres, other: Metres): Metres => (one * other) / Math.sqrt(one * one + other * other);

function soundError({ scenario, state }: Course, side: Side, { at, minutes }: Firing): Metres | undefined {
  let best: Metres | undefined;
  for (const index of indexesOf(scenario, side)) {
    const means = scenario.cards[index]?.soundRanging;
    const unit = state.units[index];
    if (means === undefined || unit === undefined || !isInAction(unit) || typeof unit.at !== 'number') continue;
    // Microphones that are being moved hear nothing.
    if (unit.activity === 'moving' || minutes < means.minutes) continue;
    if (rangeMetres(scenario.map, unit.at, at) > means.reachMetres) continue;
    if (best === undefined || means.errorMetres < best) best = means.errorMetres;
  }
  return best;
}

/** Whether somebody with field glasses looks upon the ground where the guns are, or beside it, and sees their flash or smoke. */
function seesFlash({ scenario, state }: Course, side: Side, { card, guns, at }: Firing): boolean {
  const { map } = scenario;
  const sky = skyOf(scenario.clock, state);
  const reach = weathered(flashMetres(scenario, card, guns, sky.light), sky.weather);
  const sights = sightsOf(map);
  const near = [at, ...listNeighbours(map.grid, at)];
  return indexesOf(scenario, side).some((index) => {
    const unit = state.units[index];
    const watcher = scenario.cards[index];
    if (watcher === undefined || unit === undefined || !isInAction(unit) || typeof unit.at !== 'number') return false;
    if (!hasInstruments(watcher)) return false;
    const { at: from } = unit;
    const raised = watcher.observationMetres ?? 0;
    const height = (sights.eyesMetres[from] ?? 0) + raised - (sights.eyesMetres[at] ?? 0);
    return (
      rangeMetres(map, from, at) <= reach * FLASH_GLASSES * valueAt(LOOKING_DOWN, height) &&
      near.some((hex) => isInSightFrom(sights, from, hex, raised) && !isScreened(map, state, from, hex))
    );
  });
}

/** Headquarters, gunners and posts have glasses, a compass and a map. */
const hasInstruments = (card: UnitCard): boolean =>
  card.branch === 'headquarters' || card.branch === 'artillery' || card.observationMetres !== undefined;

interface Finding extends Fix {
  readonly id: UnitId;
  readonly at: HexIndex;
  readonly known: Contact | undefined;
}

/** Writes the fix down as a contact: where the instruments say, not where the guns are. */
function noteFix(course: Course, side: Side, { id, at, known, sign, ...fix }: Finding): void {
  const { scenario, state } = course;
  const atMinute = minuteOf(scenario.clock, state.turn);
  const before = known?.view;
  // Guns seen before, and still there, are told by their voice.
  if (before !== undefined && before.branch !== undefined && before.errorMetres === undefined && before.hex === at) {
    if (before.atMinute !== atMinute)
      happen(course, { kind: 'sighted', side, behind: id, view: { ...before, sign, atMinute } });
    return;
  }
  const errorMetres = errorAfter(scenario.map, fix.errorMetres, at, before);
  const view: ContactView = {
    id: before?.id ?? nextContactId(course, side),
    hex: strayFrom(course, at, errorMetres),
    level: 'suspected',
    sign,
    atMinute,
    current: false,
    branch: 'artillery',
    errorMetres,
  };
  happen(course, { kind: 'sighted', side, behind: id, view });
}

/** A fix near an earlier one makes both better; far from it, it is another place. */
function errorAfter(map: BattleMap, errorMetres: Metres, at: HexIndex, before: ContactView | undefined): Metres {
  const earlier = before?.errorMetres;
  const isSame =
    before !== undefined &&
    earlier !== undefined &&
    rangeMetres(map, before.hex, at) <= 2 * Math.max(earlier, errorMetres);
  const error = isSame ? together(errorMetres, earlier) : errorMetres;
  return Math.round(Math.max(LEAST_ERROR_METRES, error));
}

/** Faces of the dice by which a fix strays. */
const FINE = 1000;

/**
 * The hex that a fix names: its distance from the truth spreads evenly over the circle of the error, and where in their hexes
 * guns and fix lie is left to chance, so that the error is the same in hexes of any size. Nobody is told these dice: they
 * would tell the place.
 */
function strayFrom(course: Course, at: HexIndex, errorMetres: Metres): HexIndex {
  const { map } = course.scenario;
  const chance = chanceFor(course, 'nobody');
  const share = (): number => (chance.roll(FINE, 'fix').result + 0.5) / FINE;
  const metres = errorMetres * Math.sqrt(share());
  const hexes = Math.floor(metres / map.hexMetres + share());
  const ring = listRing(map.grid, at, hexes);
  return ring[chance.roll(Math.max(1, ring.length), 'fix').result] ?? at;
}

/** Chance that guns placed with such an error are in the hex named: that of straying by less than a hex. */
export function placeChance({ hexMetres }: Pick<BattleMap, 'hexMetres'>, errorMetres: Metres): number {
  const hexes = errorMetres / hexMetres;
  return hexes <= 1 ? 1 - (2 * hexes) / 3 : 1 / (3 * hexes * hexes);
}

/** Guns placed by their fire in a hex, as a side knows them; the surest. */
export function findPlaced(contacts: readonly ContactView[], hex: HexIndex): ContactView | undefined {
  let best: ContactView | undefined;
  for (const contact of contacts)
    if (contact.hex === hex && contact.branch !== undefined && GUNS[contact.branch] === true) {
      if (best === undefined || (contact.errorMetres ?? 0) < (best.errorMetres ?? 0)) best = contact;
    }
  return best;
}
