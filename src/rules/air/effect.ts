/**
 * What bombs and aircraft guns do on average to whoever is under them. Bombs act like shells, by the ground they make
 * deadly, over the ground on which they come down; beyond that a raid frightens by its weight. Forecast and resolution
 * both come from here.
 */
import { listNeighbours, type HexIndex } from '../../hex/grid.ts';
import type { ByLight } from '../../model/clock.ts';
import type { AirTask, Flight } from '../../model/flight.ts';
import type { Scenario } from '../../model/scenario.ts';
import { opponentOf, type Side } from '../../model/side.ts';
import type { BattleState } from '../../model/state.ts';
import type { Unit, UnitCard } from '../../model/unit.ts';
import { lightAt } from '../contacts.ts';
import { type Point, valueAt, within } from '../curve.ts';
import { COVER, shelterOf } from '../fire/effect.ts';
import { SHELL_WEIGHT, shellEffect } from '../fire/mission.ts';
import { burstShare, hexHectares, hitShare, occupiedHectares } from '../fire/shells.ts';
import { skyOf } from '../light.ts';
import { findRide, transportLeft } from '../rides.ts';
import { cardOf, isInAction, listUnitsAt } from '../roster.ts';
import { isAfloat } from '../water/craft.ts';
import { glowsOf } from '../scene.ts';
import { APPROACHES, mannerOf } from './flights.ts';
import { typeOf } from './roster.ts';

/** Ground that a kilogram of bombs makes deadly for standing men, in square metres: as of shells of 20 to 40 kg. Source: scenarios/sources.md 13 [C]. */
export const DEADLY_A_KG = 5;

/** Spread of bombs by the light on the target, over that by day. Source: scenarios/sources.md 13 [C]. */
export const SPREAD_BY_LIGHT: ByLight<number> = { day: 1, twilight: 1.5, moon: 3, dark: 5 };

/** Spread by training: `raw` of the untrained, less by `taught` for the best. [C] */
export const SPREAD_BY_TRAINING = { raw: 1.5, taught: 1 };

/**
 * Weight of fire for each man under a raid beyond that of the hits, by its tonnes: the bombs that go off and a tenth of a
 * tonne for the sight and sound of each machine. Source: scenarios/sources.md 13, mass strikes shook more than they killed [C].
 */
export const SHOCK: readonly Point[] = [
  [0, 0],
  [1, 0.03],
  [6, 0.07],
  [30, 0.25],
  [100, 0.8],
];
export const MACHINE_TONNES = 0.1;
/** Share of that shock that is felt wherever men lie: a trench keeps splinters off, not dread. [C] */
export const DREAD_FELT = 0.8;

/** Horses under bombs or guns from the air, over men on foot: weight of the shock, and how it shakes their riders. Source: scenarios/sources.md 13 [C]. */
export const HORSES = { fright: 2.5, dread: 4 };

/** Ground deadly for a tank over that deadly for a standing man. Source: scenarios/sources.md 13, a fiftieth of armour lost was lost to aircraft [C]. */
export const ARMOURED_SHARE = 0.04;
/** Of a tank's crew, those hit when it is put out. [C] */
const CREW_LOST = 1.5;

/** Men and lorries that one machine of worth 3 hits in one pass over a long dense column. Source: scenarios/sources.md 13 [C]. */
export const STRAFED = { men: 1, lorries: 1.2, armour: 0.03, worth: 3 };
/** Of a column so long half of it is under fire in a pass. */
const STRAFED_HALF = { men: 300, lorries: 1 };
/** Weight of fire for each man and machine, at the most so much for a man. [C] */
const STRAFING_SHOCK = { eachMachine: 0.02, most: 0.2 };
/** Calibre from which an aircraft gun hurts armour. */
const CANNON_MM = 20;

/** Aircraft over a target. */
export interface Raid {
  readonly flight: Flight;
  readonly machines: number;
  readonly task: AirTask;
  readonly target: HexIndex;
}

/** What one unit suffers on average. */
export interface AirBlow {
  readonly unit: Unit;
  readonly men: number;
  readonly vehicles: number;
  /** Of its own lorries and wagons. */
  readonly transport: number;
  readonly weight: number;
  readonly felt: number;
  readonly dread: number;
}

type At = { readonly scenario: Scenario; readonly state: BattleState };

/** Everybody a raid strikes: the enemy under it first, then his friends and one's own around. */
export function listAirBlows(at: At, raid: Raid): readonly AirBlow[] {
  if (raid.task === 'bomb') return listBombed(at, raid);
  return raid.task === 'strafe' ? listStrafed(at, raid) : [];
}

/** Where the bombs of a raid come down, and how much of them. */
export interface BombFall {
  readonly tonnes: number;
  /** Ground over which they come down, in hectares. */
  readonly hectares: number;
  /** Share of each hex around the target on which they come down as thick as on it. */
  readonly aroundShare: number;
}

/** The fall of a raid's bombs, whoever is there. */
export function bombFallOf({ scenario, state }: At, { flight, machines, target }: Omit<Raid, 'task'>): BombFall {
  const type = typeOf(scenario, flight);
  const sky = skyOf(scenario.clock, state);
  const light = lightAt({ scenario }, glowsOf(state), target, sky.light);
  const spread =
    APPROACHES[mannerOf(type, 'bomb', sky.weather)].hectares *
    SPREAD_BY_LIGHT[light] *
    (SPREAD_BY_TRAINING.raw - SPREAD_BY_TRAINING.taught * flight.training);
  const hex = hexHectares(scenario.map);
  return {
    tonnes: (machines * (flight.bombKg ?? type.bombKg) * (1 - (flight.dudShare ?? 0))) / 1000,
    hectares: spread,
    aroundShare: within((spread - hex) / (6 * hex), 0, 1),
  };
}

/** Explosive in a bomb, as a share; ground about a bridge on which bombs shake it, in hectares. Source: scenarios/sources.md 13 [C]. */
export const BOMB_FILLING = 0.5;
export const ABOUT_BRIDGE_HECTARES = 2;

/** Kilograms of explosive that such a fall brings about any one place under it. */
export const explosiveAboutKg = ({ tonnes, hectares }: BombFall): number =>
  tonnes * 1000 * BOMB_FILLING * Math.min(1, ABOUT_BRIDGE_HECTARES / hectares);

function listBombed(at: At, raid: Raid): AirBlow[] {
  const fall = bombFallOf(at, raid);
  const here = listUnder(at, raid.flight.side, raid.target);
  const taken = here.reduce(
    (sum, unit) => sum + occupiedHectares(at.scenario.map, cardOf(at.scenario, unit.id), unit),
    0,
  );
  const hectares = Math.max(fall.hectares, taken);
  const shock = valueAt(SHOCK, fall.tonnes + MACHINE_TONNES * raid.machines);
  const under = (unit: Unit, hex: HexIndex, share: number): AirBlow =>
    bombed(at, unit, { hex, deadly: fall.tonnes * 1000 * DEADLY_A_KG, hectares, share, shock });
  return [
    ...here.map((unit) => under(unit, raid.target, 1)),
    ...(fall.aroundShare === 0
      ? []
      : listNeighbours(at.scenario.map.grid, raid.target).flatMap((hex) =>
          listUnder(at, raid.flight.side, hex).map((unit) => under(unit, hex, fall.aroundShare)),
        )),
  ];
}

const listUnder = ({ scenario, state }: At, side: Side, hex: HexIndex): Unit[] =>
  [opponentOf(side), side].flatMap((one) => listUnitsAt(scenario, state, one, hex).filter(isInAction));

interface Bombs {
  readonly hex: HexIndex;
  readonly deadly: number;
  readonly hectares: number;
  readonly share: number;
  readonly shock: number;
}

function bombed(at: At, unit: Unit, { hex, deadly, hectares, share, shock }: Bombs): AirBlow {
  const { map } = at.scenario;
  const card = cardOf(at.scenario, unit.id);
  const shelter = shelterOf({ ...at, target: hex }, unit);
  const burst = burstShare(map, hex) * share;
  const shells = shellEffect(at, unit, { hex, deadlySquareMetres: deadly, hectares });
  const armoured = isArmoured(card, unit);
  const vehicles = armoured
    ? unit.vehicles * hitShare(deadly * ARMOURED_SHARE, hectares) * burst
    : shells.vehicles * share;
  return {
    unit,
    men: Math.min(unit.men, armoured ? vehicles * CREW_LOST : shells.men * share),
    vehicles,
    transport: transportLeft(card, unit) * hitShare(deadly, hectares) * burst * shelter.shells,
    ...feltOf(shells.weight * share, unit.men * shock * share * frightOf(card), shells.felt),
    dread: dreadOf(card),
  };
}

function listStrafed({ scenario, state }: At, { flight, machines, target }: Raid): AirBlow[] {
  const type = typeOf(scenario, flight);
  const units = listUnitsAt(scenario, state, opponentOf(flight.side), target).filter(isInAction);
  const men = units.reduce((sum, unit) => sum + unit.men, 0);
  const cover = COVER[scenario.map.terrain[target] ?? 'open'];
  const power = (machines * APPROACHES.low.passes * type.groundAttack) / STRAFED.worth;
  const cannon = type.guns.some(({ calibreMm }) => calibreMm >= CANNON_MM);
  return units.map((unit) => {
    const card = cardOf(scenario, unit.id);
    const shelter = shelterOf({ scenario, state, target }, unit);
    const share = (unit.men / Math.max(1, men)) * cover;
    const armoured = isArmoured(card, unit);
    const standing = power * STRAFED.men * share * (unit.men / (unit.men + STRAFED_HALF.men));
    const vehicles = armoured && cannon ? Math.min(unit.vehicles, power * STRAFED.armour * share) : 0;
    const lorries = transportLeft(card, unit);
    return {
      unit,
      men: Math.min(unit.men, armoured ? vehicles * CREW_LOST : standing * shelter.smallArms),
      vehicles,
      transport: Math.min(
        lorries,
        power * STRAFED.lorries * share * (lorries / (lorries + STRAFED_HALF.lorries)) * Math.min(1, shelter.smallArms),
      ),
      ...feltOf(
        standing * SHELL_WEIGHT,
        unit.men * Math.min(STRAFING_SHOCK.most, STRAFING_SHOCK.eachMachine * machines) * frightOf(card),
        shelter.felt,
      ),
      dread: dreadOf(card),
    };
  });
}

/** Weight of fire and of shock together, and the share of both that is felt. */
function feltOf(fire: number, shock: number, felt: number): Pick<AirBlow, 'weight' | 'felt'> {
  const weight = fire + shock;
  return { weight, felt: weight === 0 ? felt : (fire * felt + shock * DREAD_FELT) / weight };
}

const isArmoured = (card: UnitCard, unit: Unit): boolean =>
  (card.branch === 'tanks' && unit.vehicles > 0) || isAfloat(card, unit);

const frightOf = (card: UnitCard): number => (findRide(card) === 'horses' ? HORSES.fright : 1);
const dreadOf = (card: UnitCard): number => (findRide(card) === 'horses' ? HORSES.dread : 1);
