/**
 * What the map is told: the side's own units and its contacts as counters, and whatever the person at the screen has in
 * hand. Nothing here reads the state of the battle; in a replay the observation is the one of the side looked through.
 */
import type { Direction, HexIndex } from '../../hex/grid.ts';
import { isOpen } from '../../rules/crossing.ts';
import { listForbidden } from '../../rules/limits.ts';
import { hasGuns } from '../../rules/roster.ts';
import { type Entrenchment, entrenchmentFor, entrenchmentLevel } from '../../rules/works.ts';
import type { ContactView } from '../../model/contact.ts';
import type { Observation } from '../../model/observation.ts';
import type { Scenario } from '../../model/scenario.ts';
import { opponentOf, type Side } from '../../model/side.ts';
import type { Plume, PlumeKind } from '../../model/state.ts';
import type { Unit, UnitCard } from '../../model/unit.ts';
import type { CounterTold, MapTold } from '../map/told.ts';
import { findCard, isOnMap } from './describe.ts';

/** Below this share of the rounds it came with, a weapon is marked as short of ammunition. */
const LOW_AMMUNITION_SHARE = 0.25;
/** Men a work is reckoned for when nobody is known to lie in it: about a company. */
const USUAL_GARRISON_MEN = 100;

/** Told while the board is hidden: ground alone. */
export function toldNothing(side: Side): MapTold {
  return {
    side,
    counters: [],
    visible: null,
    light: 'day',
    weather: 'clear',
    selected: null,
    cursor: null,
    reach: null,
    path: [],
    targets: [],
    assaults: [],
    supplyLine: [],
    threat: null,
    sight: null,
    objectives: [],
    wire: [],
    made: [],
    works: [],
    flares: [],
    smoke: [],
    barrages: [],
    placed: [],
    ranged: [],
    planned: [],
    forbidden: [],
    showGrid: false,
    showNames: true,
    hideCounters: false,
    reducedMotion: true,
  };
}

/** What a side sees of the battle, with nothing in hand. */
export function toldOf(scenario: Scenario, observation: Observation): MapTold {
  const counters = [
    ...observation.units.filter(isOnMap).map((unit) => ownCounter(scenario, unit)),
    ...observation.contacts.map((contact) => contactCounter(scenario, observation, contact)),
  ];
  return {
    ...toldNothing(observation.side),
    counters,
    visible: observation.visible,
    light: observation.light,
    weather: observation.weather,
    objectives: scenario.objectives.map(({ hex, points, names }, index) => ({
      hex,
      points,
      name: names.en,
      holder: observation.holders[index] ?? null,
    })),
    wire: observation.wire,
    made: listMade(observation),
    works: observation.works.map(({ hex, manHours }) => ({ hex, level: workLevel(observation, hex, manHours) })),
    flares: [...observation.flares, ...listPlumes(observation, 'fire')].map((light) => light.hex),
    smoke: listPlumes(observation, 'smoke').map((plume) => plume.hex),
    placed: observation.contacts.flatMap(({ hex, errorMetres }) =>
      errorMetres === undefined ? [] : [{ hex, errorMetres }],
    ),
    barrages: (observation.curtains ?? []).map((curtain) => curtain.hex),
    forbidden: listForbidden(scenario, observation.side, observation),
  };
}

function listMade({ crossings = [], minute }: Observation): MapTold['made'] {
  return crossings.flatMap(({ hexside, made: { bridge, corduroy, mines } }) => [
    ...(corduroy === undefined ? [] : [{ hexside, look: 'logs' as const }]),
    ...(bridge === undefined
      ? []
      : [{ hexside, look: isOpen(bridge, minute) ? ('bridge' as const) : ('bridge-down' as const) }]),
    ...(mines === undefined ? [] : [{ hexside, look: 'mines' as const }]),
  ]);
}

const listPlumes = ({ plumes = [] }: Observation, kind: PlumeKind): readonly Plume[] =>
  plumes.filter((plume) => plume.kind === kind);

function ownCounter(scenario: Scenario, unit: Unit & { readonly at: HexIndex }): CounterTold {
  const card = cardOf(scenario, unit);
  return {
    key: unit.id,
    own: true,
    side: card.side,
    hex: unit.at,
    branch: card.branch,
    echelon: card.echelon,
    label: card.label,
    men: unit.men,
    vehicles: unit.vehicles,
    strengthShare: card.men > 0 ? unit.men / card.men : null,
    cohesion: unit.cohesion,
    suppression: unit.suppression,
    timeShare: Math.min(1, unit.minutesLeft / Math.max(1, unit.minutesGiven)),
    spent: unit.minutesLeft <= 0,
    dugIn: unit.posture === 'dugIn',
    lowAmmunition: isShortOfRounds(scenario, card, unit),
    level: null,
    ageMinutes: 0,
    current: true,
    standing: unit.standing?.kind === 'work' ? 'dig' : (unit.standing?.kind ?? null),
    gunState: hasGuns(card) ? unit.gunState : null,
    frontDegrees: degreesOf(scenario, unit.facing),
  };
}

/** A direction on the sheet, clockwise from the north. */
const degreesOf = ({ map }: Scenario, direction: Direction | undefined): number | null =>
  direction === undefined ? null : direction * 60 + (map.grid.orientation === 'flat' ? 0 : 30);

/** What a counter shows of heads that are seen to be down. */
const CONTACT_SUPPRESSION = { partly: 0.4, wholly: 0.75 };

function contactCounter(scenario: Scenario, observation: Observation, contact: ContactView): CounterTold {
  const card = contact.unit === undefined ? undefined : findCard(scenario, contact.unit);
  return {
    key: contact.id,
    own: false,
    side: opponentOf(observation.side),
    hex: contact.hex,
    branch: contact.branch ?? null,
    echelon: card?.echelon ?? null,
    label: card?.label ?? '?',
    men: contact.men ?? null,
    vehicles: contact.vehicles ?? 0,
    strengthShare: null,
    cohesion: contact.mood ?? null,
    suppression: contact.pinned === undefined ? 0 : CONTACT_SUPPRESSION[contact.pinned],
    timeShare: 0,
    spent: false,
    dugIn: contact.dugIn ?? false,
    lowAmmunition: false,
    level: contact.level,
    ageMinutes: Math.max(0, observation.minute - contact.atMinute),
    current: contact.current,
    standing: null,
    gunState: null,
    frontDegrees: degreesOf(scenario, contact.facing),
  };
}

function cardOf(scenario: Scenario, unit: Unit): UnitCard {
  const card = findCard(scenario, unit.id);
  if (card === undefined) throw new Error(`No card for unit ${unit.id}.`);
  return card;
}

function isShortOfRounds(scenario: Scenario, card: UnitCard, unit: Unit): boolean {
  return card.armaments.some(({ weapon, count }, index) => {
    const carried = count * (scenario.weapons.get(weapon)?.carriedRounds ?? 0);
    return carried > 0 && (unit.rounds[index] ?? 0) < carried * LOW_AMMUNITION_SHARE;
  });
}

/** What the works of a hex are worth to those who lie in it together, or would be to a company. */
export function worksOf(observation: Observation, hex: HexIndex, manHours: number): Entrenchment {
  const men = observation.units.reduce((sum, unit) => (unit.at === hex ? sum + unit.men : sum), 0);
  return entrenchmentFor(manHours, men > 0 ? men : USUAL_GARRISON_MEN);
}

/** The same as a level 0 … 5. */
const workLevel = (observation: Observation, hex: HexIndex, manHours: number): number =>
  entrenchmentLevel(worksOf(observation, hex, manHours));
