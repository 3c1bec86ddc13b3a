/**
 * Fire from the ground at aircraft: guns made for it as high as they reach, machine guns and rifles at whatever comes
 * low. A flight loses more the more barrels are under it, and less for each machine the more of them there are.
 */
import { hexesBetween } from '../../hex/distance.ts';
import type { HexIndex } from '../../hex/grid.ts';
import type { ByLight, Metres } from '../../model/clock.ts';
import type { Scenario } from '../../model/scenario.ts';
import { opponentOf, type Side } from '../../model/side.ts';
import type { BattleState } from '../../model/state.ts';
import type { Unit, UnitCard, UnitId } from '../../model/unit.ts';
import type { ByWeaponKind, Weapon } from '../../model/weapon.ts';
import { COHESION } from '../fire/effect.ts';
import { skyOf } from '../light.ts';
import { hourOf, mayOpenFire } from '../limits.ts';
import { cardOf, hasGuns, isInAction, listOnMap, weaponOf } from '../roster.ts';
import { APPROACHES, type Manner } from './flights.ts';

/** Machine guns fire at aircraft that come so low, and so far around. Source: scenarios/sources.md 13 [A–B]. */
export const SMALL_ARMS_METRES = 1000;

/** Guns made to fire at aircraft reach so far around, by the height they reach. [C] */
export const FLAK_METRES: readonly (readonly [ceilingMetres: Metres, metres: Metres])[] = [
  [2500, 1500],
  [5000, 2500],
  [Infinity, 6000],
];

/** What a weapon is worth against aircraft, in heavy machine guns. Source: scenarios/sources.md 13 [C]. */
// biome-ignore format: a table
export const WORTH_AT_AIRCRAFT: ByWeaponKind<number> = {
  rifle: 0.004, lightMachineGun: 0.4, machineGun: 1, heavyMachineGun: 2, antiTankRifle: 0.05, autocannon: 2.5, flameThrower: 0,
  grenadeDischarger: 0, mortar: 0, antiTankGun: 0, gun: 1.5, howitzer: 0,
};
/** A mount made for aircraft over the same barrels on a tripod. [C] */
const MADE_FOR_IT = 2;

/** Columns have few barrels ready. [C] */
const IN_COLUMN = 0.3;

/** Of a flight, the most that is shot down in one sortie, and the barrels for each machine that bring half of it. Source: scenarios/sources.md 13 [C]. */
export const SHOT_DOWN = { mostShare: 0.25, halfBarrels: 5 };

/** Machines damaged for each shot down: they come home and fly no more in this battle. [C] */
export const DAMAGED_SHARE = 1.5;

/** What gunners see to shoot at. [C] */
const AIMED: ByLight<number> = { day: 1, twilight: 0.6, moon: 0.2, dark: 0.1 };

/** Fire under a flight: who fires, and what all of them are worth in heavy machine guns firing once. */
export interface Flak {
  readonly units: readonly UnitId[];
  readonly barrels: number;
}

/** Units of the enemy that fire at a flight of `side` over a hex. */
export function flakAt(
  { scenario, state }: { readonly scenario: Scenario; readonly state: BattleState },
  over: { readonly side: Side; readonly hex: HexIndex; readonly manner: Manner },
): Flak {
  const enemy = opponentOf(over.side);
  const units: UnitId[] = [];
  let barrels = 0;
  const { heightMetres, passes } = APPROACHES[over.manner];
  const light = AIMED[skyOf(scenario.clock, state).light];
  if (passes === 0 || !mayOpenFire(scenario, enemy, hourOf(scenario, state))) return { units, barrels };
  for (const unit of listOnMap(scenario, state, enemy)) {
    // Who lies in hiding, or holds his fire, does not give himself away for a passing aircraft.
    if (!isInAction(unit) || typeof unit.at !== 'number' || unit.hidden || unit.policy === 'hold') continue;
    const card = cardOf(scenario, unit.id);
    const metres = hexesBetween(scenario.map.grid, unit.at, over.hex) * scenario.map.hexMetres;
    const worth = worthOf(scenario, card, unit, { metres, heightMetres });
    if (worth === 0) continue;
    units.push(unit.id);
    barrels += worth * light * passes;
  }
  return { units, barrels };
}

function worthOf(
  scenario: Scenario,
  card: UnitCard,
  unit: Unit,
  at: { readonly metres: Metres; readonly heightMetres: Metres },
): number {
  let worth = 0;
  for (const [type, armament] of card.armaments.entries()) {
    const pieces = unit.pieces[type] ?? 0;
    if (pieces === 0 || (unit.rounds[type] ?? 0) === 0) continue;
    const weapon = weaponOf(scenario, armament.weapon);
    if (!reachesUp(weapon, at) || (hasGuns(card) && unit.gunState === 'limbered')) continue;
    worth += pieces * WORTH_AT_AIRCRAFT[weapon.kind] * (weapon.ceilingMetres === undefined ? 1 : MADE_FOR_IT);
  }
  return worth * (1 - unit.suppression) * COHESION[unit.cohesion] * (unit.posture === 'marching' ? IN_COLUMN : 1);
}

function reachesUp(
  weapon: Weapon,
  { metres, heightMetres }: { readonly metres: Metres; readonly heightMetres: Metres },
): boolean {
  const { ceilingMetres } = weapon;
  if (ceilingMetres === undefined)
    return SMALL_ARMS.includes(weapon.kind) && heightMetres <= SMALL_ARMS_METRES && metres <= SMALL_ARMS_METRES;
  const around = FLAK_METRES.find(([most]) => ceilingMetres <= most)?.[1] ?? 0;
  return heightMetres <= ceilingMetres && metres <= around;
}

const SMALL_ARMS: readonly Weapon['kind'][] = [
  'rifle',
  'lightMachineGun',
  'machineGun',
  'heavyMachineGun',
  'antiTankRifle',
];

/** Machines shot down on average. */
export const shotDown = (machines: number, { barrels }: Pick<Flak, 'barrels'>): number =>
  machines * SHOT_DOWN.mostShare * (barrels / (barrels + SHOT_DOWN.halfBarrels * Math.max(1, machines)));
