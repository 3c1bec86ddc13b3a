/** Short texts for people of hexes, units, contacts and hours, as panels print them and a screen reader reads them. */
import { type ContactBook, hexText } from '../../battle/wording.ts';
import { type HexIndex, listNeighbours } from '../../hex/grid.ts';
import type { Minutes } from '../../model/clock.ts';
import type { ContactView } from '../../model/contact.ts';
import type { BattleMap } from '../../model/map.ts';
import type { Observation } from '../../model/observation.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Side } from '../../model/side.ts';
import type { Unit, UnitCard, UnitId } from '../../model/unit.ts';
import { countText, text } from './text.ts';

/** What the side knows of its contacts, as sentences ask for it. */
export const bookOf = (observation: Observation): ContactBook =>
  new Map(observation.contacts.map((contact) => [contact.id, contact]));

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** The calendar day a minute of the clock falls on: 31 July 1938. */
export function dateText(isoDate: string, minute: Minutes): string {
  const day = new Date(`${isoDate}T00:00:00Z`);
  day.setUTCMinutes(minute);
  return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()] ?? ''} ${day.getUTCFullYear()}`;
}

export const percentText = (share: number): string => `${Math.round(share * 100)}\u202f%`;

/** The same with a decimal where it is small. */
export const smallChanceText = (share: number): string =>
  share >= 0.1 ? percentText(share) : `${Math.max(0.1, Math.round(share * 1000) / 10)}\u202f%`;

export const sideName = (side: Side): string => text(`ui.side.${side}`);

/** Steepest rise to a neighbour, as a ratio. */
export function steepestSlope(map: BattleMap, hex: HexIndex): number {
  const here = map.elevationMetres[hex] ?? 0;
  return listNeighbours(map.grid, hex).reduce(
    (most, next) => Math.max(most, Math.abs((map.elevationMetres[next] ?? here) - here) / map.hexMetres),
    0,
  );
}

export function findCard(scenario: Scenario, unit: UnitId): UnitCard | undefined {
  return scenario.cards.find((card) => card.id === unit);
}

export const unitName = (scenario: Scenario, unit: UnitId): string => findCard(scenario, unit)?.names.en ?? unit;

export function findUnit(observation: Observation, id: UnitId | null): Unit | undefined {
  return id === null ? undefined : observation.units.find((unit) => unit.id === id);
}

export const isOnMap = (unit: Unit): unit is Unit & { readonly at: HexIndex } => typeof unit.at === 'number';

/** An enemy as the side knows it: "Machine guns, about 60 men" or "Something suspected". */
export function contactName(scenario: Scenario, contact: ContactView): string {
  if (contact.unit !== undefined) return unitName(scenario, contact.unit);
  if (contact.branch !== undefined) return text(`ui.branch.${contact.branch}`);
  return text('ui.contact.suspected');
}

/** How an enemy is known: how surely, how many, by what sign, since when. What is merely suspected says so by its name. */
export function contactNotes(observation: Observation, contact: ContactView): string {
  const isNamed = contact.unit !== undefined || contact.branch !== undefined;
  return [
    isNamed || contact.level !== 'suspected' ? text(`ui.level.${contact.level}`) : '',
    contact.men === undefined ? '' : text('ui.contact.men', { men: contact.men }),
    contact.dugIn === true ? text('ui.posture.dugIn') : '',
    contact.mood === undefined ? '' : text(`ui.mood.${contact.mood}`),
    contact.pinned === undefined ? '' : text(`ui.pinned.${contact.pinned}`),
    text(`ui.sign.${contact.sign}`),
    contact.errorMetres === undefined ? '' : text('ui.contact.error', { metres: contact.errorMetres }),
    ageText(observation, contact),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function ageText(observation: Observation, contact: ContactView): string {
  const minutes = observation.minute - contact.atMinute;
  return contact.current ? text('ui.contact.now') : countText('ui.contact.ago', Math.max(0, minutes));
}

/** What lies on a hex, in one sentence a screen reader can say: place, ground, height, who is there. */
export function describeHex(scenario: Scenario, observation: Observation, hex: HexIndex): string {
  const { map } = scenario;
  const parts = [
    text(`ui.terrain.${map.terrain[hex] ?? 'open'}`),
    text('ui.hex.metres', { metres: Math.round(map.elevationMetres[hex] ?? 0) }),
    ...scenario.objectives.filter((objective) => objective.hex === hex).map((objective) => objective.names.en),
    ...observation.units.filter((unit) => unit.at === hex).map((unit) => unitName(scenario, unit.id)),
    ...observation.contacts
      .filter((contact) => contact.hex === hex)
      .map(
        (contact) => `${text('ui.contact.enemy')}: ${contactName(scenario, contact)}, ${ageText(observation, contact)}`,
      ),
  ];
  return `${hexText(scenario, hex)}: ${parts.join(', ')}`;
}
