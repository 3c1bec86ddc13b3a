/**
 * Small fields for the worked examples: a flat plain, a hex or two of other ground, two or three units, by day unless the
 * example says otherwise. What is left out is plain.
 */
import { createGrid, type HexIndex } from '../../hex/grid.ts';
import { present } from '../../model/assert.ts';
import type { AircraftId, AircraftType } from '../../model/aircraft.ts';
import type { Light, Weather } from '../../model/clock.ts';
import type { BattleMap, Terrain } from '../../model/map.ts';
import type { Objective, Scenario } from '../../model/scenario.ts';
import { opponentOf, type Side } from '../../model/side.ts';
import type { BattleState } from '../../model/state.ts';
import type { Unit, UnitCard, UnitId } from '../../model/unit.ts';
import type { VehicleId, VehicleType } from '../../model/vehicle.ts';
import type { Weapon, WeaponId } from '../../model/weapon.ts';
import { startsOf } from '../../scenario/clock-time.ts';
import { DOCUMENTS } from '../../scenario/library.ts';
import { parseAircraft } from '../../scenario/aircraft-table.ts';
import { parseVehicles } from '../../scenario/vehicle-table.ts';
import { parseWeapons } from '../../scenario/weapon-table.ts';
import { openingState } from '../opening.ts';

/** A unit of an example: what its card says, where it stands, how it is now. */
export interface Placed {
  readonly id: string;
  readonly at: HexIndex;
  readonly side?: Side;
  readonly card?: Partial<UnitCard>;
  readonly arms?: readonly (readonly [weapon: string, count: number])[];
  readonly now?: Partial<Unit>;
  /** Dug in, in works of so many man-hours. */
  readonly manHours?: number;
}

export interface Ground {
  readonly light?: Light;
  readonly weather?: Weather;
  readonly terrain?: Readonly<Record<HexIndex, Terrain>>;
  /** Metres above the plain. */
  readonly heights?: Readonly<Record<HexIndex, number>>;
  readonly objectives?: readonly Pick<Objective, 'hex' | 'points' | 'holder'>[];
  readonly regions?: Readonly<Record<string, readonly HexIndex[]>>;
  readonly rest?: Partial<
    Pick<Scenario, 'air' | 'lossClauses' | 'victory' | 'history' | 'claims' | 'incidents' | 'clauses' | 'supply'>
  >;
}

export interface Field {
  readonly scenario: Scenario;
  readonly state: BattleState;
}

const CITED = { source: 'worked example', grade: 'C' } as const;

/** Hexes of an example are 250 m wide, in rows of so many: hex 0 and its neighbour 1 stand side by side. */
const FIELD_COLUMNS = 8;
const FIELD_ROWS = 5;
export const FIELD_HEX_METRES = 250;
const TURN_MINUTES = 30;

/** Lays out the field as the battle on it begins; units begin their turn with all its minutes. */
export function fieldOf(placed: readonly Placed[], ground: Ground = {}): Field {
  const scenario = scenarioOf(placed, ground);
  const opening = openingState(scenario, 'example');
  const units = opening.units.map((unit, index) => ({
    ...unit,
    minutesLeft: TURN_MINUTES,
    minutesGiven: TURN_MINUTES,
    ...placed[index]?.now,
  }));
  return { scenario, state: { ...opening, units } };
}

/** The unit of that id on the field. */
export const unitIn = ({ state }: Field, id: string): Unit =>
  present(
    state.units.find((unit) => unit.id === id),
    `no unit ${id} on the field`,
  );

/** A rifle company of a hundred, as the examples have it. */
export const COMPANY: Pick<Placed, 'arms'> = {
  arms: [
    ['mosin-1891-30', 80],
    ['dp-1927', 6],
  ],
};

function scenarioOf(placed: readonly Placed[], ground: Ground): Scenario {
  const turns = 4;
  const first = placed[0]?.side ?? 'soviet';
  return {
    ...CITED,
    id: 'example',
    hash: '0000000000000000',
    names: { en: 'Example' },
    date: '1939-07-01',
    summary: '',
    briefings: [],
    map: mapOf(ground),
    clock: {
      date: '1939-07-01',
      zone: '',
      turns,
      starts: startsOf(600, TURN_MINUTES, turns),
      skies: [{ fromMinute: 0, light: ground.light ?? 'day', weather: ground.weather ?? 'clear' }],
    },
    order: [first, opponentOf(first)],
    weapons: weaponTable(),
    vehicles: tableOfVehicles(),
    aircraft: tableOfAircraft(),
    bridging: new Map(),
    cards: placed.map(cardFor),
    deployments: placed.map(({ id, at, manHours, now }) => ({
      unit: id as UnitId,
      hex: at,
      posture: now?.posture ?? (manHours === undefined ? 'deployed' : 'dugIn'),
      gunState: now?.gunState ?? 'inBattery',
      policy: 'free',
    })),
    typical: { soviet: {}, japanese: {} },
    works: placed.flatMap(({ at, manHours, side = 'soviet' }) =>
      manHours === undefined ? [] : [{ hex: at, manHours, side }],
    ),
    wire: [],
    objectives: (ground.objectives ?? []).map((objective, index) => ({
      ...CITED,
      id: `objective-${index}`,
      names: { en: '' },
      ...objective,
    })),
    lossClauses: [],
    limits: [],
    surprises: [],
    victory: { ...CITED, decisive: 20, major: 10, minor: 5 },
    history: {
      ...CITED,
      score: { soviet: 0, japanese: 0 },
      losses: { soviet: NO_LOSSES, japanese: NO_LOSSES },
      winner: null,
      text: '',
      samePoints: 0,
    },
    ...ground.rest,
  };
}

const NO_LOSSES = { men: 0, vehicles: 0, guns: 0, aircraft: 0 };

function mapOf({ terrain, heights, regions }: Ground): BattleMap {
  const grid = createGrid('pointy', FIELD_COLUMNS, FIELD_ROWS);
  const metres = Array.from({ length: grid.size }, (_, hex) => heights?.[hex] ?? 0);
  return {
    id: 'example',
    names: { en: 'Example' },
    hexMetres: FIELD_HEX_METRES,
    grid,
    terrain: Array.from({ length: grid.size }, (_, hex) => terrain?.[hex] ?? 'open'),
    elevationMetres: metres,
    crestMetres: metres,
    hexsides: new Map(),
    regions: new Map(Object.entries(regions ?? {})),
    places: [],
    outlines: [],
    relief: { cellMetres: FIELD_HEX_METRES, columns: 1, rows: 1, x: 0, y: 0, heightsMetres: [0] },
    longitude: 0,
    latitude: 0,
    metresPerDegreeLongitude: 111_000,
    metresPerDegreeLatitude: 111_000,
    attribution: '',
  };
}

const cardFor = ({ id, side = 'soviet', card, arms }: Placed): UnitCard => ({
  ...CITED,
  id: id as UnitId,
  side,
  nation: side,
  names: { en: id },
  label: id,
  branch: 'rifles',
  echelon: 'company',
  mobility: 'foot',
  men: 100,
  vehicles: 0,
  armaments: (arms ?? []).map(([weapon, count]) => ({ weapon: weapon as WeaponId, count })),
  training: 0.6,
  experience: 0.4,
  nightTraining: 0.5,
  flares: 0,
  ...card,
});

let weapons: ReadonlyMap<WeaponId, Weapon> | undefined;

/** The game's own table of weapons. */
export function weaponTable(): ReadonlyMap<WeaponId, Weapon> {
  if (weapons === undefined) {
    const document = present(DOCUMENTS.weapons.get('weapons'), 'the game has a table of weapons');
    const reading = parseWeapons(document.file, document.content);
    weapons = present(reading.kind === 'read' ? reading.value : undefined, 'the table of weapons is sound');
  }
  return weapons;
}

let vehicles: ReadonlyMap<VehicleId, VehicleType> | undefined;

/** The game's vehicles, read once. */
export function tableOfVehicles(): ReadonlyMap<VehicleId, VehicleType> {
  if (vehicles === undefined) {
    const document = present(DOCUMENTS.vehicles.get('vehicles'), 'the game has a table of vehicles');
    const reading = parseVehicles(document.file, document.content);
    vehicles = present(reading.kind === 'read' ? reading.value : undefined, 'the table of vehicles is sound');
  }
  return vehicles;
}

let aircraft: ReadonlyMap<AircraftId, AircraftType> | undefined;

/** The game's aircraft, read once. */
export function tableOfAircraft(): ReadonlyMap<AircraftId, AircraftType> {
  if (aircraft === undefined) {
    const document = present(DOCUMENTS.aircraft.get('aircraft'), 'the game has a table of aircraft');
    const reading = parseAircraft(document.file, document.content);
    aircraft = present(reading.kind === 'read' ? reading.value : undefined, 'the table of aircraft is sound');
  }
  return aircraft;
}
