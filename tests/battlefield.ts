/**
 * Battles drawn in a test: a map of characters, units by the characters they stand on, and a battle ready to be played.
 *
 *     const { battle, hex, contact } = battlefield(`
 *       . . A . .
 *        . . b * .
 *       . ^ . . .
 *     `, { A: rifleCompany(), b: [rifleCompany({ dug: 1 }), machineGuns({ dug: 1 })] }, { light: 'dark', turns: 6 });
 *
 * Capitals are Soviet and small letters Japanese unless a unit says otherwise. A unit's id is its character; further
 * units on the same hex are `b2`, `b3`. Signs stand for ground (see GROUND); a unit stands on open ground unless `under`
 * says what it stands on. The side of the first unit listed moves first unless `first` says otherwise.
 */
import { type Battle, createBattle } from '../src/battle/battle.ts';
import type { HexIndex } from '../src/hex/grid.ts';
import { hexsideBetween } from '../src/hex/hexside.ts';
import { present } from '../src/model/assert.ts';
import type { Clause, Exit, IncidentRules, ScriptedEvent } from '../src/model/affair.ts';
import type { AircraftId } from '../src/model/aircraft.ts';
import type { Light, Weather } from '../src/model/clock.ts';
import type { Contact, ContactId, ContactView } from '../src/model/contact.ts';
import type { Made } from '../src/model/engineering.ts';
import { AIR_TASKS, type Flight, type FlightId } from '../src/model/flight.ts';
import type { BattleMap, HexsideFeature, Terrain, Water } from '../src/model/map.ts';
import type { Deployment, Edge, Friction, Limit, LossClause, Scenario, Surprise } from '../src/model/scenario.ts';
import { type BySide, opponentOf, type Side, SIDES } from '../src/model/side.ts';
import type { BattleState } from '../src/model/state.ts';
import type { Column, Depot, SupplyRules } from '../src/model/supply.ts';
import { BRANCHES, type Unit, type UnitCard, type UnitId } from '../src/model/unit.ts';
import type { VehicleId } from '../src/model/vehicle.ts';
import { INCIDENT_COSTS } from '../src/rules/affairs/incidents.ts';
import { minuteOf } from '../src/rules/light.ts';
import { startsOf } from '../src/scenario/clock-time.ts';
import { type Drawing, parseDrawing } from './drawn.ts';
import { armamentsOf, EQUIPMENT, type Fielded, machineGuns, rifleCompany, TANK } from './fielded.ts';

export * from './fielded.ts';

/** Signs that stand for ground. `^` is open ground 60 m higher. */
export const GROUND: Readonly<Record<string, Terrain>> = {
  '.': 'open',
  ',': 'scrub',
  '&': 'forest',
  '"': 'marsh',
  '~': 'deepWater',
  '-': 'shallows',
  '%': 'settlement',
  ':': 'sand',
  '@': 'rock',
  ';': 'dunes',
  '=': 'ice',
  '^': 'open',
};

export interface FieldOptions {
  readonly seed?: string;
  /** Minutes of a turn; 30. */
  readonly minutes?: number;
  /** Turns of the battle; 8. */
  readonly turns?: number;
  readonly light?: Light;
  readonly weather?: Weather;
  readonly celsius?: number;
  readonly snowCentimetres?: number;
  readonly iceCentimetres?: number;
  /** Light by turn, for battles over dawn: from turn n on. Replaces `light`. */
  readonly lights?: readonly (readonly [fromTurn: number, light: Light])[];
  readonly hexMetres?: number;
  readonly first?: Side;
  readonly objectives?: readonly { readonly at: string; readonly points?: number; readonly holder?: Side | null }[];
  /** Named sets of hexes, by the characters drawn on them. */
  readonly regions?: Readonly<Record<string, string>>;
  readonly limits?: readonly WithoutSource<Limit>[];
  readonly surprises?: readonly WithoutSource<Surprise>[];
  /** What goes wrong, by the keys of units. */
  readonly friction?: FrictionWish;
  readonly homeEdges?: BySide<readonly Edge[]>;
  /** Depots by the characters they are drawn as, and columns. */
  readonly supply?: SupplyWish;
  readonly lossClauses?: readonly WithoutSource<LossClause>[];
  /** Regions the sides claim; points of incidents; events, exits and clauses. */
  readonly claims?: BySide<string>;
  readonly incidents?: Partial<IncidentRules>;
  readonly events?: readonly Partial<ScriptedEvent>[];
  readonly exits?: readonly WithoutSource<Exit>[];
  /** Aircraft: nine of a type, ten minutes from the battle, fit for every task of theirs. */
  readonly air?: readonly AirWish[];
  readonly clauses?: readonly (Pick<Clause, 'side' | 'measure'> & Partial<Clause>)[];
  /** Ground under characters that are units, marks or regions. */
  readonly under?: Readonly<Record<string, Terrain>>;
  /** Metres above the plain, by character. */
  readonly heights?: Readonly<Record<string, number>>;
  /** Water of all hexes with one of these characters. */
  readonly waters?: readonly (readonly [characters: string, water: Water])[];
  readonly hexsides?: readonly (readonly [string, string, HexsideFeature])[];
  /** Wire between neighbouring characters, known to that side. */
  readonly wire?: readonly (readonly [string, string, Side])[];
  /** What has been made of the side between neighbouring characters. */
  readonly crossings?: readonly (readonly [string, string, Made])[];
  /** Sides that have every enemy on the map identified and in view when the battle begins. */
  readonly seen?: readonly Side[];
  readonly players?: BySide<string>;
}

/** A flight as wanted: its name, side and type, and whatever else is not plain. */
export type AirWish = { readonly id: string; readonly side: Side; readonly aircraft: string } & Partial<
  Omit<Flight, 'id' | 'side' | 'aircraft'>
>;
export interface SupplyWish {
  readonly sides?: readonly Side[];
  readonly depots?: readonly (Omit<WithoutSource<Depot>, 'id' | 'names' | 'hex'> & { readonly at: string })[];
  readonly columns?: readonly (Omit<WithoutSource<Column>, 'vehicle' | 'hours'> & {
    readonly vehicle: string;
    readonly hours?: Column['hours'];
  })[];
}

type FrictionWish = { readonly [K in keyof Friction]?: readonly Unnamed<Friction[K][number]>[] };
/** An entry with keys of the field instead of ids. */
type Unnamed<T> = { readonly [K in keyof Omit<T, 'source' | 'grade'>]: T[K] extends UnitId ? string : T[K] };

type WithoutSource<T> = T extends unknown ? Omit<T, 'source' | 'grade'> : never;

export interface Battlefield {
  readonly scenario: Scenario;
  /** Opened, with units as they are wanted. */
  readonly battle: Battle;
  readonly drawing: Drawing;
  /** The first hex with that character. */
  readonly hex: (character: string) => HexIndex;
  readonly id: (key: string) => UnitId;
  /** The unit as it stands in a battle. */
  readonly unit: (battle: Battle, key: string) => Unit;
}

type Fields = Readonly<Record<string, Fielded | readonly Fielded[]>>;

interface Placed {
  readonly key: string;
  readonly character: string;
  readonly side: Side;
  readonly wish: Fielded;
}

const CITED = { source: 'drawn in a test', grade: 'C' } as const;

/** Lays out the field and opens the battle. */
export function battlefield(text: string, fields: Fields, options: FieldOptions = {}): Battlefield {
  const drawing = parseDrawing(text);
  const placed = listPlaced(fields);
  const scenario = scenarioOf(drawing, placed, options);
  const opened = createBattle(
    scenario,
    options.seed ?? 'field',
    options.players ?? { soviet: 'person', japanese: 'person' },
  ).battle;
  const battle = { ...opened, state: asWanted(scenario, opened.state, placed, options) };
  return {
    scenario,
    battle,
    drawing,
    hex: (character) => hexOf(drawing, character),
    id: (key) => key as UnitId,
    unit: (later, key) =>
      present(later.state.units[placed.findIndex((one) => one.key === key)], `no unit ${key} on the field`),
  };
}

function hexOf(drawing: Drawing, character: string): HexIndex {
  const hex = drawing.cells.indexOf(character);
  if (hex === -1) throw new Error(`Nothing is drawn as '${character}'.`);
  return hex;
}

function listPlaced(fields: Fields): Placed[] {
  return Object.entries(fields).flatMap(([character, entry]) =>
    (Array.isArray(entry) ? (entry as readonly Fielded[]) : [entry as Fielded]).map((wish, place): Placed => {
      const side = wish.side ?? (character === character.toUpperCase() ? 'soviet' : 'japanese');
      return { key: place === 0 ? character : `${character}${place + 1}`, character, side, wish };
    }),
  );
}

function scenarioOf(drawing: Drawing, placed: readonly Placed[], options: FieldOptions): Scenario {
  const startMinute = 600;
  const turnMinutes = options.minutes ?? 30;
  const turns = options.turns ?? 8;
  const starts = startsOf(startMinute, turnMinutes, turns);
  const clock = { date: '1938-07-31', zone: 'drawn', turns, starts, skies: [] };
  const lights = options.lights ?? [[1, options.light ?? 'day'] as const];
  const first = options.first ?? placed[0]?.side ?? 'soviet';
  return {
    ...CITED,
    id: 'drawn',
    hash: '0000000000000000',
    names: { en: 'Drawn' },
    date: clock.date,
    summary: 'Drawn in a test.',
    briefings: [],
    map: mapOf(drawing, placed, options),
    clock: {
      ...clock,
      skies: lights.map(([turn, light]) => ({
        fromMinute: minuteOf(clock, turn),
        light,
        weather: options.weather ?? 'clear',
        ...(options.celsius === undefined ? {} : { celsius: options.celsius }),
        ...(options.snowCentimetres === undefined ? {} : { snowCentimetres: options.snowCentimetres }),
        ...(options.iceCentimetres === undefined ? {} : { iceCentimetres: options.iceCentimetres }),
      })),
    },
    order: [first, opponentOf(first)],
    ...EQUIPMENT,
    cards: placed.map((one) => cardFor(one)),
    deployments: placed.map((one) => deploymentFor(drawing, one)),
    typical: { soviet: typicalFor('soviet'), japanese: typicalFor('japanese') },
    works: worksOf(drawing, placed),
    ...(options.crossings === undefined
      ? {}
      : {
          crossings: options.crossings.map(([a, b, made]) => ({
            hexside: hexsideBetween(drawing.grid, hexOf(drawing, a), hexOf(drawing, b)),
            made,
          })),
        }),
    wire: (options.wire ?? []).map(([a, b, side]) => ({
      hexside: hexsideBetween(drawing.grid, hexOf(drawing, a), hexOf(drawing, b)),
      side,
    })),
    objectives: (options.objectives ?? []).map(({ at, points, holder }, index) => ({
      ...CITED,
      id: `objective-${index + 1}`,
      names: { en: at },
      hex: hexOf(drawing, at),
      points: points ?? 10,
      holder: holder ?? null,
    })),
    lossClauses: (options.lossClauses ?? []).map((clause) => ({ ...CITED, ...clause })),
    limits: (options.limits ?? []).map((limit): Limit => ({ ...CITED, ...limit })),
    ...affairsOf(options, first),
    ...(options.air === undefined ? {} : { air: options.air.map(flightAs) }),
    surprises: (options.surprises ?? []).map((surprise) => ({ ...CITED, ...surprise })),
    ...(options.friction === undefined ? {} : { friction: frictionOf(options.friction) }),
    ...(options.homeEdges === undefined ? {} : { homeEdges: options.homeEdges }),
    ...(options.supply === undefined ? {} : { supply: supplyRulesOf(drawing, options.supply) }),
    victory: { ...CITED, decisive: 20, major: 10, minor: 5 },
    history: {
      ...CITED,
      score: { soviet: 0, japanese: 0 },
      losses: { soviet: NO_LOSSES, japanese: NO_LOSSES },
      winner: null,
      text: 'None.',
      samePoints: 0,
    },
  };
}

const flightAs = ({ id, aircraft, ...wish }: AirWish): Flight => ({
  ...CITED,
  id: id as FlightId,
  names: { en: id },
  aircraft: aircraft as AircraftId,
  machines: 9,
  tasks: AIR_TASKS,
  baseKm: 0,
  callMinutes: 10,
  sortiesADay: 2,
  training: 0.5,
  ...wish,
});

function frictionOf({ late = [], lostOrders = [], cutLines = [], reliefs = [] }: FrictionWish): Friction {
  return {
    late: late.map((entry) => ({ ...CITED, ...entry, unit: entry.unit as UnitId })),
    lostOrders: lostOrders.map((entry) => ({ ...CITED, ...entry, unit: entry.unit as UnitId })),
    cutLines: cutLines.map((entry) => ({ ...CITED, ...entry, headquarters: entry.headquarters as UnitId })),
    reliefs: reliefs.map((entry) => ({ ...CITED, ...entry, headquarters: entry.headquarters as UnitId })),
  };
}

function supplyRulesOf(drawing: Drawing, { sides, depots = [], columns = [] }: SupplyWish): SupplyRules {
  return {
    sides: sides ?? SIDES,
    depots: depots.map(({ at, ...depot }) => ({
      ...CITED,
      ...depot,
      id: `depot-${at.toLowerCase()}`,
      names: { en: at },
      hex: hexOf(drawing, at),
    })),
    columns: columns.map(({ vehicle, hours, ...column }) => ({
      ...CITED,
      ...column,
      vehicle: vehicle as VehicleId,
      hours: hours ?? 'any',
    })),
  };
}

/** Incidents cost the ordinary and may go to six; events happen at the first turn of whoever moves first. */
function affairsOf({ claims, incidents, events, exits, clauses }: FieldOptions, first: Side): Partial<Scenario> {
  return {
    ...(claims === undefined ? {} : { claims }),
    ...(incidents === undefined
      ? {}
      : { incidents: { ...CITED, ceilings: { soviet: 6, japanese: 6 }, costs: INCIDENT_COSTS, ...incidents } }),
    ...(events === undefined
      ? {}
      : {
          events: events.map((event, index) => ({
            ...CITED,
            id: `event-${index + 1}`,
            side: first,
            all: [],
            effects: [],
            ...event,
          })),
        }),
    ...(exits === undefined ? {} : { exits: exits.map((exit) => ({ ...CITED, ...exit })) }),
    ...(clauses === undefined
      ? {}
      : {
          clauses: clauses.map((clause, index) => ({
            ...CITED,
            id: `clause-${index + 1}`,
            names: { en: 'a clause' },
            free: 0,
            per: 1,
            points: 1,
            ...clause,
          })),
        }),
  };
}

const NO_LOSSES = { men: 0, vehicles: 0, guns: 0, aircraft: 0 };

function mapOf(drawing: Drawing, placed: readonly Placed[], options: FieldOptions): BattleMap {
  const { grid, cells } = drawing;
  const marks = [
    ...placed.map((one) => one.character),
    ...(options.objectives ?? []).map((objective) => objective.at),
    ...(options.supply?.depots ?? []).map((depot) => depot.at),
    ...Object.values(options.regions ?? {}).join(''),
  ];
  const terrain = cells.map((cell, index) => {
    const ground =
      options.under?.[cell] ??
      GROUND[cell] ??
      (marks.includes(cell) || placed.some((one) => one.wish.arrival?.at === cell) ? 'open' : undefined);
    if (ground === undefined) throw new Error(`Hex ${index}: '${cell}' is neither ground, nor a unit, nor a mark.`);
    return ground;
  });
  const heights = cells.map((cell) => options.heights?.[cell] ?? (cell === '^' ? 60 : 0));
  const hexMetres = options.hexMetres ?? 250;
  return {
    id: 'drawn',
    names: { en: 'Drawn' },
    hexMetres,
    grid,
    terrain,
    elevationMetres: heights,
    crestMetres: heights,
    hexsides: new Map(
      (options.hexsides ?? []).map(([a, b, feature]) => [
        hexsideBetween(grid, hexOf(drawing, a), hexOf(drawing, b)),
        feature,
      ]),
    ),
    ...(options.waters === undefined
      ? {}
      : {
          waters: new Map(
            options.waters.flatMap(([characters, water]) =>
              cells.flatMap((cell, index) => (characters.includes(cell) ? [[index, water] as const] : [])),
            ),
          ),
        }),
    regions: new Map(
      Object.entries(options.regions ?? {}).map(([name, characters]) => [
        name,
        cells.flatMap((cell, index) => (characters.includes(cell) ? [index] : [])),
      ]),
    ),
    places: [],
    outlines: [],
    relief: { cellMetres: hexMetres, columns: 1, rows: 1, x: 0, y: 0, heightsMetres: [0] },
    longitude: 130,
    latitude: 42,
    metresPerDegreeLongitude: 82000,
    metresPerDegreeLatitude: 111000,
    attribution: 'drawn',
  };
}

function cardFor({ key, side, wish }: Placed): UnitCard {
  return {
    ...CITED,
    id: key as UnitId,
    side,
    nation: side,
    names: { en: key },
    label: key,
    branch: wish.branch ?? 'rifles',
    echelon: wish.echelon ?? 'company',
    mobility: wish.mobility ?? 'foot',
    men: wish.men ?? 100,
    vehicles: wish.vehicles ?? 0,
    ...(wish.vehicle === undefined && wish.branch !== 'tanks' ? {} : { vehicle: wish.vehicle ?? TANK[side] }),
    ...(wish.transport === undefined ? {} : { transport: wish.transport }),
    ...(wish.boats === undefined ? {} : { boats: wish.boats }),
    armaments: armamentsOf(side, wish.arms),
    training: wish.training ?? 0.6,
    experience: wish.experience ?? 0.3,
    nightTraining: wish.nightTraining ?? 0.5,
    flares: wish.flares ?? 0,
    ...(wish.stores === undefined ? {} : { stores: wish.stores }),
    ...(wish.bottles === undefined ? {} : { bottles: wish.bottles }),
    ...(wish.doctrine === undefined ? {} : { doctrine: wish.doctrine }),
    ...(wish.cargo === undefined ? {} : { cargo: wish.cargo }),
    ...(wish.parent === undefined ? {} : { parent: wish.parent as UnitId }),
    ...(wish.headquarters === undefined ? {} : { headquarters: wish.headquarters }),
    ...(wish.offMap === undefined ? {} : { offMap: wish.offMap }),
    ...(wish.communications === undefined ? {} : { communications: wish.communications }),
    ...(wish.soundRanging === undefined ? {} : { soundRanging: wish.soundRanging }),
    ...(wish.smokeRounds === undefined ? {} : { smokeRounds: wish.smokeRounds }),
    ...(wish.observationMetres === undefined ? {} : { observationMetres: wish.observationMetres }),
  };
}

function deploymentFor(drawing: Drawing, { key, character, wish }: Placed): Deployment {
  const { arrival } = wish;
  return {
    unit: key as UnitId,
    ...(wish.offMap === undefined && arrival === undefined ? { hex: hexOf(drawing, character) } : {}),
    ...(arrival === undefined
      ? {}
      : {
          arrival: {
            ...(arrival.turn === undefined ? {} : { turn: arrival.turn }),
            hexes: drawing.cells.flatMap((cell, index) => (cell === arrival.at ? [index] : [])),
          },
        }),
    ...(wish.releaseMinute === undefined ? {} : { releaseMinute: wish.releaseMinute }),
    ...(wish.awaitsRelease === true ? { awaitsRelease: true } : {}),
    posture: wish.posture ?? (wish.dug === undefined ? 'deployed' : 'dugIn'),
    gunState: wish.gunState ?? 'limbered',
    policy: wish.policy ?? 'free',
  };
}

/** What unknown enemies are taken for: the plain company of each branch. */
function typicalFor(side: Side): Scenario['typical'][Side] {
  const company = (wish: Fielded): UnitCard => cardFor({ key: `typical-${side}`, character: '', side, wish });
  return Object.fromEntries(
    BRANCHES.filter((branch) => branch === 'rifles' || branch === 'machineGuns').map((branch) => [
      branch,
      company(branch === 'rifles' ? rifleCompany() : machineGuns()),
    ]),
  );
}

/** Dug once for all who lie in a hex. */
function worksOf(drawing: Drawing, placed: readonly Placed[]): Scenario['works'] {
  const dug = placed.filter((one) => one.wish.dug !== undefined);
  const characters = dug
    .map((one) => one.character)
    .filter((character, place, all) => all.indexOf(character) === place);
  return characters.flatMap((character) => {
    const here = dug.filter((one) => one.character === character);
    const manHours = here.reduce((sum, { wish }) => sum + (wish.men ?? 100) * (wish.dug ?? 0), 0);
    const side = here[0]?.side;
    return side === undefined ? [] : [{ hex: hexOf(drawing, character), manHours, side }];
  });
}

/** The opened battle with units as they are wanted, and known to whom they shall be known. */
function asWanted(
  scenario: Scenario,
  state: BattleState,
  placed: readonly Placed[],
  options: FieldOptions,
): BattleState {
  const units = state.units.map((unit, index) => ({ ...unit, ...placed[index]?.wish.now }));
  return asSeen(scenario, { ...state, units }, options.seen ?? []);
}

/** The state with every enemy on the map identified and in view for these sides. */
export function asSeen(scenario: Scenario, state: BattleState, sides: readonly Side[]): BattleState {
  const contacts = {
    soviet: contactsOf(scenario, state, 'soviet', sides),
    japanese: contactsOf(scenario, state, 'japanese', sides),
  };
  return { ...state, contacts, contactCount: { soviet: scenario.cards.length, japanese: scenario.cards.length } };
}

function contactsOf(scenario: Scenario, state: BattleState, side: Side, sides: readonly Side[]): readonly Contact[] {
  if (!sides.includes(side)) return state.contacts[side];
  const letter = side === SIDES[0] ? 'a' : 'b';
  return scenario.cards.flatMap((card, index): Contact[] => {
    const unit = present(state.units[index], 'a unit for each card');
    return card.side === side || typeof unit.at !== 'number'
      ? []
      : [{ behind: unit.id, view: viewOf(scenario, state, card, unit, `${letter}${index + 1}` as ContactId) }];
  });
}

function viewOf(scenario: Scenario, state: BattleState, card: UnitCard, unit: Unit, id: ContactId): ContactView {
  return {
    id,
    hex: present(typeof unit.at === 'number' ? unit.at : undefined, `${unit.id} is on the map`),
    level: 'identified',
    sign: 'sight',
    atMinute: minuteOf(scenario.clock, state.turn),
    current: true,
    branch: card.branch,
    men: Math.max(10, Math.round(unit.men / 10) * 10),
    vehicles: unit.vehicles,
    dugIn: unit.posture === 'dugIn',
    unit: unit.id,
  };
}
