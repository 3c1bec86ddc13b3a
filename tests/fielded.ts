/**
 * Units for drawn battlefields: plain defaults of each kind, and whatever a test wants otherwise. Weapons are named by
 * what they are for, and come from the side's own arsenal when the field is laid out.
 */
import aircraftFile from '../scenarios/equipment/aircraft.json';
import bridgingFile from '../scenarios/equipment/bridging.json';
import vehiclesFile from '../scenarios/equipment/vehicles.json';
import weaponsFile from '../scenarios/equipment/weapons.json';
import { present } from '../src/model/assert.ts';
import type { Scenario } from '../src/model/scenario.ts';
import type { BySide, Side } from '../src/model/side.ts';
import type { Armament, OffMap, Unit, UnitCard } from '../src/model/unit.ts';
import type { VehicleId } from '../src/model/vehicle.ts';
import type { WeaponId } from '../src/model/weapon.ts';
import { parseAircraft } from '../src/scenario/aircraft-table.ts';
import { parseBridging } from '../src/scenario/bridging-table.ts';
import type { Reading } from '../src/scenario/problem.ts';
import { parseVehicles } from '../src/scenario/vehicle-table.ts';
import { parseWeapons } from '../src/scenario/weapon-table.ts';

/** What a weapon is for. */
type Arm =
  | 'rifle'
  | 'lightMachineGun'
  | 'machineGun'
  | 'antiTankGun'
  | 'flameThrower'
  | 'infantryGun'
  | 'fieldGun'
  | 'howitzer'
  | 'tankGun'
  | 'tankMachineGun';

/** The weapon of each arm on each side. */
const ARSENAL: BySide<Readonly<Record<Arm, string>>> = {
  soviet: {
    rifle: 'mosin-1891-30',
    lightMachineGun: 'dp-1927',
    machineGun: 'maxim-1910-30',
    antiTankGun: '45mm-1932',
    flameThrower: 'ks-25',
    infantryGun: '76mm-1927',
    fieldGun: '76mm-1927',
    howitzer: '122mm-1910-30',
    tankGun: '45mm-20k',
    tankMachineGun: 'dt-1929',
  },
  japanese: {
    rifle: 'type-38-rifle',
    lightMachineGun: 'type-11-96-lmg',
    machineGun: 'type-92-hmg',
    antiTankGun: 'type-94-37mm',
    flameThrower: 'type-93-flame-thrower',
    infantryGun: 'type-92-70mm',
    fieldGun: 'type-41-75mm',
    howitzer: 'type-4-150mm',
    tankGun: 'type-94-37mm-tank',
    tankMachineGun: 'type-91-vehicle-mg',
  },
};

/** What a side's tanks are unless a test says otherwise. */
export const TANK: BySide<VehicleId> = {
  soviet: 't-26-1933' as VehicleId,
  japanese: 'type-95-ha-go' as VehicleId,
};

type CardWish = Partial<
  Pick<
    UnitCard,
    | 'branch'
    | 'echelon'
    | 'mobility'
    | 'men'
    | 'vehicles'
    | 'vehicle'
    | 'transport'
    | 'boats'
    | 'training'
    | 'experience'
    | 'nightTraining'
    | 'flares'
    | 'headquarters'
    | 'doctrine'
    | 'soundRanging'
    | 'smokeRounds'
    | 'observationMetres'
    | 'cargo'
    | 'stores'
    | 'bottles'
  >
>;

/** A unit to be put on the field. What is left out is plain. */
export interface Fielded extends CardWish {
  /** Without it, capitals are Soviet and small letters Japanese. */
  readonly side?: Side;
  readonly arms?: readonly (readonly [Arm, number])[];
  /** Key of its headquarters. */
  readonly parent?: string;
  readonly communications?: UnitCard['communications'];
  readonly offMap?: OffMap;
  /** Comes in this turn at the hexes of this character. */
  readonly arrival?: { readonly turn?: number; readonly at: string };
  readonly releaseMinute?: number;
  readonly awaitsRelease?: true;
  readonly posture?: Unit['posture'];
  readonly gunState?: Unit['gunState'];
  readonly policy?: Unit['policy'];
  /** Dug in, with so many man-hours for each man. */
  readonly dug?: number;
  /** How it is now, where that differs from fresh. */
  readonly now?: Partial<Unit>;
}

const kindOf =
  (defaults: Fielded) =>
  (wish: Fielded = {}): Fielded => ({ ...defaults, ...wish });

export const rifleCompany = kindOf({
  branch: 'rifles',
  men: 100,
  arms: [
    ['rifle', 80],
    ['lightMachineGun', 6],
  ],
});
export const riflePlatoon = kindOf({
  branch: 'rifles',
  echelon: 'platoon',
  men: 35,
  arms: [
    ['rifle', 28],
    ['lightMachineGun', 2],
  ],
});
export const borderGuards = kindOf({
  branch: 'borderGuards',
  echelon: 'platoon',
  men: 35,
  training: 0.75,
  experience: 0.4,
  arms: [
    ['rifle', 26],
    ['lightMachineGun', 3],
  ],
});
export const machineGuns = kindOf({
  branch: 'machineGuns',
  men: 60,
  arms: [
    ['machineGun', 8],
    ['rifle', 10],
  ],
});
export const cavalry = kindOf({
  branch: 'cavalry',
  mobility: 'horse',
  men: 100,
  arms: [
    ['rifle', 80],
    ['lightMachineGun', 6],
  ],
});
export const engineers = kindOf({ branch: 'engineers', men: 80, arms: [['rifle', 70]] });
export const antiTankGuns = kindOf({
  branch: 'antiTank',
  echelon: 'platoon',
  mobility: 'towed',
  men: 18,
  gunState: 'inBattery',
  arms: [
    ['antiTankGun', 2],
    ['rifle', 5],
  ],
});
export const infantryGuns = kindOf({
  branch: 'infantryGuns',
  echelon: 'platoon',
  mobility: 'towed',
  men: 30,
  gunState: 'inBattery',
  arms: [
    ['infantryGun', 2],
    ['rifle', 10],
  ],
});
export const battery = kindOf({
  branch: 'artillery',
  mobility: 'towed',
  men: 60,
  gunState: 'inBattery',
  arms: [
    ['fieldGun', 4],
    ['rifle', 15],
  ],
});
export const tanks = kindOf({
  branch: 'tanks',
  mobility: 'tracked',
  men: 30,
  vehicles: 10,
  arms: [
    ['tankGun', 10],
    ['tankMachineGun', 10],
  ],
});
/** A large armoured cutter of 42 t, with her crew of sixteen. */
export const cutter = kindOf({
  branch: 'craft',
  echelon: 'platoon',
  mobility: 'boat',
  men: 16,
  vehicles: 1,
  vehicle: 'armoured-cutter-1124' as VehicleId,
  arms: [
    ['fieldGun', 2],
    ['tankMachineGun', 5],
  ],
});
export const headquarters = kindOf({
  branch: 'headquarters',
  echelon: 'battalion',
  men: 20,
  headquarters: { reachMetres: 2500, staff: 0.6 },
  arms: [['rifle', 15]],
});
/** A battery beyond the edge of the map, with so many missions. */
export const offMapBattery = (missions: number, wish: Fielded = {}): Fielded =>
  battery({ offMap: { fromMinute: 0, missions, missionRounds: 60 }, ...wish });

/** The arms of a unit as its card lists them. */
export const armamentsOf = (side: Side, arms: Fielded['arms']): readonly Armament[] =>
  (arms ?? []).map(([arm, count]) => ({ weapon: ARSENAL[side][arm] as WeaponId, count }));

const rowsOf = <Id, T>(table: string, reading: Reading<ReadonlyMap<Id, T>>): ReadonlyMap<Id, T> =>
  present(reading.kind === 'read' ? reading.value : undefined, `the table of ${table} is unsound`);

/** The game's tables of equipment. */
export const EQUIPMENT: Pick<Scenario, 'weapons' | 'vehicles' | 'aircraft' | 'bridging'> = {
  weapons: rowsOf('weapons', parseWeapons('weapons.json', weaponsFile)),
  vehicles: rowsOf('vehicles', parseVehicles('vehicles.json', vehiclesFile)),
  aircraft: rowsOf('aircraft', parseAircraft('aircraft.json', aircraftFile)),
  bridging: rowsOf('bridging', parseBridging('bridging.json', bridgingFile)),
};
