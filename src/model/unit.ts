/**
 * Units: the card says who they are and came with, and never changes; the unit says how they are now. Men are counted
 * one by one: fit, killed, wounded, captured and missing always add up to those who came.
 */
import type { Direction, HexIndex } from '../hex/grid.ts';
import type { Metres, Minutes } from './clock.ts';
import type { EngineerWork, Stores } from './engineering.ts';
import type { Cited, Names } from './map.ts';
import type { Nation, Side } from './side.ts';
import type { Load } from './load.ts';
import type { VehicleId } from './vehicle.ts';
import type { WeaponId } from './weapon.ts';

export type UnitId = string & { readonly brand: 'UnitId' };

export const MOBILITIES = ['foot', 'horse', 'pack', 'truck', 'wheeled', 'tracked', 'towed', 'boat', 'static'] as const;
export type Mobility = (typeof MOBILITIES)[number];
export type ByMobility<T> = Readonly<Record<Mobility, T>>;

export const ECHELONS = ['section', 'platoon', 'company', 'battalion', 'regiment', 'brigade', 'division'] as const;
export type Echelon = (typeof ECHELONS)[number];

/** What a unit is for; its symbol on the counter follows. */
export const BRANCHES = [
  'rifles',
  'borderGuards',
  'machineGuns',
  'antiTank',
  'infantryGuns',
  'artillery',
  'tanks',
  'cavalry',
  'engineers',
  'headquarters',
  'craft',
] as const;
export type Branch = (typeof BRANCHES)[number];
export type ByBranch<T> = Readonly<Record<Branch, T>>;

/** Weapons of one type. */
export interface Armament {
  readonly weapon: WeaponId;
  readonly count: number;
}

/** A unit that fires from off the map: only fire missions reach the battle. */
export interface OffMap {
  /** Minute of the scenario's clock from which it may fire. */
  readonly fromMinute: Minutes;
  readonly missions: number;
  /** Rounds of one mission, all pieces together. */
  readonly missionRounds: number;
}

/** How a headquarters is joined to the units under it. */
export const COMMUNICATIONS = ['telephone', 'radio', 'runner'] as const;
export type Communications = (typeof COMMUNICATIONS)[number];
export type ByCommunications<T> = Readonly<Record<Communications, T>>;

/** Headquarters: how far its word reaches, how good the staff is, how its orders travel. */
export interface Headquarters {
  readonly reachMetres: Metres;
  /** 0–1. */
  readonly staff: number;
  /** Without it orders within reach come at once. */
  readonly communications?: Communications;
  /** Minutes an order takes within reach, where the record says; else by means and staff. */
  readonly delayMinutes?: Minutes;
  /** Minute of the clock before which it commands nobody. */
  readonly fromMinute?: Minutes;
}

/**
 * How men are taught, or led, to bear a fight. `noRetreat`: die in prepared works rather than leave them; `holdsGround`:
 * may not be ordered out of them while it can fight; `green`: never under fire before; `auxiliary`: may run or go over.
 */
export const DOCTRINES = ['noRetreat', 'holdsGround', 'green', 'auxiliary'] as const;
export type Doctrine = (typeof DOCTRINES)[number];
/**
 * What guns are asked for: keep heads down, break a position, wear out, close a hex to whoever would cross it, silence
 * guns that were found, hide a hex in smoke.
 */
export const MISSION_TASKS = ['suppress', 'destroy', 'harass', 'barrage', 'counterBattery', 'smoke'] as const;
export type MissionTask = (typeof MISSION_TASKS)[number];
export type ByMissionTask<T> = Readonly<Record<MissionTask, T>>;

/** A mission called whose first round is still to come. */
export interface Call {
  readonly observer: UnitId;
  readonly target: HexIndex;
  readonly task: MissionTask;
  /** Minute of the clock at which it falls. */
  readonly dueMinute: Minutes;
}

/** A line of a fire plan: fired at its hour by the map, with nobody to see where it falls. */
export interface PlannedFire {
  readonly target: HexIndex;
  readonly task: MissionTask;
  /** Minute of the clock from which it falls. */
  readonly minute: Minutes;
  /** All pieces together; what the task takes when not said. */
  readonly rounds?: number;
}

/** Microphones and plotters: they place guns by the sound of their fire. */
export interface SoundRanging {
  readonly reachMetres: Metres;
  /** How far off one fix may lie. */
  readonly errorMetres: Metres;
  /** Guns that fire for less are not placed. */
  readonly minutes: Minutes;
}

/** What the barrels have borne of late. */
export interface Barrels {
  /** Minute of the clock at which it was so. */
  readonly minute: Minutes;
  /** Rounds a piece that they have not cooled from, by type in the order of the card. */
  readonly rounds: readonly number[];
  readonly missions: number;
}

/** Who a unit is: fixed for the battle. */
export interface UnitCard extends Cited {
  readonly id: UnitId;
  readonly side: Side;
  readonly nation: Nation;
  readonly names: Names;
  /** Short text on the counter, such as 7/118. */
  readonly label: string;
  readonly branch: Branch;
  readonly echelon: Echelon;
  readonly mobility: Mobility;
  /** The headquarters it answers to, if any is on the map. */
  readonly parent?: UnitId;
  readonly commander?: string;
  readonly men: number;
  readonly vehicles: number;
  readonly armaments: readonly Armament[];
  /** 0–1: what drill taught, what combat taught. */
  readonly training: number;
  readonly experience: number;
  /** 0–1: drill in fighting at night with the bayonet. */
  readonly nightTraining: number;
  /** Illuminating flares carried. */
  readonly flares: number;
  /** Type of its fighting vehicles or vessels. */
  readonly vehicle?: VehicleId;
  /** Its `armaments` are not those of its vehicles as the table has them; the source says why. */
  readonly gunsDiffer?: true;
  /** Its own lorries, wagons or animals. */
  readonly transport?: { readonly vehicle: VehicleId; readonly count: number };
  /** Boats and rafts in which it takes others over water. */
  readonly boats?: { readonly vehicle: VehicleId; readonly count: number; readonly rafts?: number };
  /** Petrol bottles it came with. */
  readonly bottles?: number;
  /** Mines on poles, satchels and the like it came with, to be brought to a vehicle by hand. */
  readonly charges?: number;
  readonly doctrine?: readonly Doctrine[];
  /** Mends vehicles that fell out near it sooner. */
  readonly workshop?: true;
  /** Of supply columns: tonnes they carry by class when they are loaded. */
  readonly cargo?: Load;
  /** What it came with to build with. */
  readonly stores?: Stores;
  readonly headquarters?: Headquarters;
  readonly offMap?: OffMap;
  /** Telephone unless said. */
  readonly communications?: Communications;
  /** Metres above the ground from which it looks: a tower, a tree, a balloon, an aircraft. */
  readonly observationMetres?: Metres;
  readonly soundRanging?: SoundRanging;
  /** Smoke shells issued to it, all pieces together. */
  readonly smokeRounds?: number;
  /** What it is taken for until somebody is near enough to know better. */
  readonly takenFor?: Branch;
}

export const COHESIONS = ['steady', 'shaken', 'broken', 'surrendered'] as const;
export type Cohesion = (typeof COHESIONS)[number];
export type ByCohesion<T> = Readonly<Record<Cohesion, T>>;

export const POSTURES = ['marching', 'deployed', 'dugIn'] as const;
export type Posture = (typeof POSTURES)[number];
export type ByPosture<T> = Readonly<Record<Posture, T>>;

/** On its horses or lorries, or on foot with them left behind; tanks with two gears on wheels or on tracks. */
export const SADDLES = ['mounted', 'dismounted', 'wheels', 'tracks'] as const;
export type Saddle = (typeof SADDLES)[number];

export const GUN_STATES = ['limbered', 'inBattery'] as const;
export type GunState = (typeof GUN_STATES)[number];

/** When a unit fires unbidden: at whatever it can hurt, only close in, or not before it is assaulted. */
export const FIRE_POLICIES = ['free', 'close', 'hold'] as const;
export type FirePolicy = (typeof FIRE_POLICIES)[number];
export type ByFirePolicy<T> = Readonly<Record<FirePolicy, T>>;

/** Ordinary marching; slow and without a sound; motors by night with their lights on. */
export const PACES = ['normal', 'silent', 'headlights'] as const;
export type Pace = (typeof PACES)[number];
export type ByPace<T> = Readonly<Record<Pace, T>>;

/** An order carried on over turns. */
export type StandingOrder =
  | { readonly kind: 'goTo'; readonly to: HexIndex; readonly pace: Pace }
  /** After another unit, wherever it goes. */
  | { readonly kind: 'follow'; readonly leader: UnitId }
  | { readonly kind: 'hold' }
  | { readonly kind: 'dig' }
  /** Engineers' work that is not done, along the hexside towards a hex. */
  | { readonly kind: 'work'; readonly work: EngineerWork; readonly target: HexIndex };

/** What a unit last did in this turn and the one before: it is seen and heard accordingly. */
export const ACTIVITIES = ['still', 'digging', 'moving', 'firing'] as const;
export type Activity = (typeof ACTIVITIES)[number];
export type ByActivity<T> = Readonly<Record<Activity, T>>;

/** Where a unit is: on a hex, not yet arrived, firing from off the map, left in good order, or gone (destroyed, captured). */
export type Whereabouts = HexIndex | 'toArrive' | 'offMap' | 'aboard' | 'left' | 'gone';

/** Vehicles of a unit that have fallen out and stand where they stopped. */
export interface FallenOut {
  readonly hex: HexIndex;
  readonly vehicles: number;
  /** They are its lorries, not those it fights with. */
  readonly lorries?: true;
}

/** What has become of a unit's leaders. */
export interface Leadership {
  /** Leaders hit so far. */
  readonly lost: number;
  /** While nobody leads: minute of the clock at which the next in rank has taken over. */
  readonly successorMinute?: Minutes;
}

/** What has become of the hull of a vessel, or of the first of several. */
export interface Hull {
  /** Counted in holes of a 37 mm shell; a vessel of its size goes down with so many. */
  readonly holes: number;
  readonly enginesOut?: true;
  readonly aground?: true;
  /** Going down before its side's next turn. */
  readonly sinking?: true;
  /** Drifted beyond whole hexes. */
  readonly driftedMetres?: Metres;
}

/** How a unit is now. `armaments[i]` and `rounds[i]` belong to `card.armaments[i]`. */
export interface Unit {
  readonly id: UnitId;
  readonly at: Whereabouts;
  /** Fit for action. */
  readonly men: number;
  readonly killed: number;
  readonly wounded: number;
  /** Men who joined it during the battle. */
  readonly joined?: number;
  readonly captured: number;
  readonly missing: number;
  /** Vehicles that go and fight; those that fell out are not among them. */
  readonly vehicles: number;
  /** In the order in which they fell out; absent when there are none. */
  readonly fallenOut?: readonly FallenOut[];
  /** Driven by its vehicles or lorries since its side's turn began; absent when they stood. */
  readonly drivenMetres?: number;
  /** Come by night without a way since it last knew where it was; absent when it knows. */
  readonly offWayMetres?: number;
  /** Of its own lorries, wagons and animals, those lost or fallen out; absent when all are there. */
  readonly transportLost?: number;
  /** Of a vessel that has been hit or runs no more; absent while it is whole and afloat. */
  readonly hull?: Hull;
  /** Of the vehicles lost, those that no workshop will bring back: burnt, or in the enemy's hands; absent when there are none. */
  readonly writtenOff?: number;
  /** Pieces still served, by type. */
  readonly pieces: readonly number[];
  /** Rounds left with all pieces of a type together. */
  readonly rounds: readonly number[];
  readonly cohesion: Cohesion;
  /** 0–1, share of activity that fire denies; kept in thousandths. */
  readonly suppression: number;
  readonly posture: Posture;
  readonly gunState: GunState;
  /** Where its front is, on maps of small hexes; absent while it faces whoever comes. */
  readonly facing?: Direction;
  readonly activity: Activity;
  /** Pace of the last move, for who heard it. */
  readonly pace: Pace;
  readonly minutesLeft: Minutes;
  /** Minutes it began its side's turn with. */
  readonly minutesGiven: Minutes;
  /** Minutes of what it has begun and not yet paid for; they come off the turns that follow. */
  readonly owedMinutes?: Minutes;
  readonly policy: FirePolicy;
  /** In hiding, not moved or fired since. */
  readonly hidden?: true;
  readonly flares: number;
  /** Petrol bottles ready to be thrown; absent when there are none. */
  readonly bottles?: number;
  /** Charges for vehicles left; absent when there are none. */
  readonly charges?: number;
  readonly missions: number;
  /** What is left of its stores; absent when it has none. */
  readonly stores?: Stores;
  /** Prisoners it guards; absent when there are none. */
  readonly guarding?: number;
  readonly standing?: StandingOrder;
  /** 0–1, kept in thousandths; absent when rested. */
  readonly fatigue?: number;
  /** Who carries it while it is aboard. */
  readonly carrier?: UnitId;
  /** Where its horses or lorries wait; absent while it rides, and of units that ride nothing. */
  readonly ridesAt?: HexIndex;
  /** With its tracks off; absent while it goes on them, and of units that have no other gear. */
  readonly onWheels?: true;
  /** Absent while its first leader leads. */
  readonly leader?: Leadership;
  /** Green units only: it has been under fire. */
  readonly blooded?: true;
  /** Minute of the clock since which no way leads home. */
  readonly cutOffMinute?: Minutes;
  /** Without orders before this minute: it may not march or go in. */
  readonly ordersMinute?: Minutes;
  /** Headquarters only: its telephone lines are down until this minute. */
  readonly linesMinute?: Minutes;
  /** Headquarters only: the turn in which its commander was relieved. */
  readonly relievedTurn?: number;
  /** Hexes whose range the guns have found, oldest first. */
  readonly registered?: readonly HexIndex[];
  /** Days of water and food left, in thousandths; below nought so many without. Absent when full or not counted. */
  readonly water?: number;
  readonly food?: number;
  /** Kilometres of road in its tanks; absent when full or not counted. */
  readonly fuelKm?: number;
  /** Of supply columns: kilograms left; absent when loaded as they came. */
  readonly cargo?: Load;
  /** Of guns: what they are about to fire. */
  readonly call?: Call;
  /** Of guns: what they are to fire by the clock, earliest first; absent when nothing. */
  readonly plan?: readonly PlannedFire[];
  /** Smoke shells left; absent where none were issued. */
  readonly smokeRounds?: number;
  /** Of guns on the map; absent of barrels that are cold. */
  readonly barrels?: Barrels;
  /** Pieces that jammed and are being mended, by type in the order of the card; absent when there are none. */
  readonly outOfOrder?: readonly number[];
}
