/**
 * What a fight leaves behind: weapons nobody could take along, prisoners with those who took them, the dead where a battle
 * counts them. Ground gives weapons and dead to whoever holds it; prisoners are free when their captors are beaten.
 */
import { listNeighbours, type HexIndex } from '../hex/grid.ts';
import { unreachable } from '../model/assert.ts';
import type { Minutes } from '../model/clock.ts';
import type { EventKind } from '../model/event.ts';
import type { OrderOf, SalvageTask } from '../model/order.ts';
import type { Scenario } from '../model/scenario.ts';
import { bySide, opponentOf, type Side, SIDES } from '../model/side.ts';
import type { BattleState, Captives } from '../model/state.ts';
import type { Unit, UnitCard, UnitId } from '../model/unit.ts';
import type { ByWeaponKind, Weapon } from '../model/weapon.ts';
import { chanceFor, type Course, happen } from './course.ts';
import { cardOf, isInAction, listUnitsAt, occupiedOf, sideOf, unitOf, weaponOf } from './roster.ts';

/** Share of the pieces of each kind that stay where a unit is driven out in hand, or out of hand, or swims. [C] */
// biome-ignore format: a table
const LEFT_BEHIND: Readonly<Record<Exclude<Leaving, 'lost'>, ByLeft>> = {
  driven:  { emplaced: 1, heavy: 0,   light: 0   },
  overrun: { emplaced: 1, heavy: 0.6, light: 0.2 },
  swum:    { emplaced: 1, heavy: 1,   light: 0   },
};
/** How a unit leaves a place; `lost`: it is no more. */
type Leaving = 'driven' | 'overrun' | 'swum' | 'lost';

interface ByLeft {
  /** Guns in battery. */
  readonly emplaced: number;
  /** Guns limbered, and whatever takes a crew to carry. */
  readonly heavy: number;
  readonly light: number;
}

/** How a weapon goes along with men on the run; nothing for what each man carries. */
const CARRIAGE: ByWeaponKind<'gun' | 'heavy' | 'light' | 'none'> = {
  rifle: 'none',
  lightMachineGun: 'light',
  machineGun: 'heavy',
  heavyMachineGun: 'heavy',
  grenadeDischarger: 'light',
  mortar: 'heavy',
  flameThrower: 'none',
  antiTankRifle: 'light',
  antiTankGun: 'gun',
  autocannon: 'gun',
  gun: 'gun',
  howitzer: 'gun',
};

/** Minutes to man pieces that lie there, to spike them, to carry the dead away. [C] */
export const SALVAGE_MINUTES: Readonly<Record<SalvageTask, Minutes>> = { man: 10, spike: 5, carry: 15 };

/** Men who watch ten prisoners do not fight. [C] */
const PRISONERS_A_GUARD = 10;

/** Weapons that a beaten unit leaves in the hex it is leaving, or in which it ended. */
export function leaveWeapons(course: Course, id: UnitId, hex: HexIndex, manner: Leaving): void {
  const { scenario, state } = course;
  const card = cardOf(scenario, id);
  if (card.branch === 'tanks' || card.branch === 'craft') return;
  const unit = unitOf(scenario, state, id);
  const pieces = card.armaments.map((armament, type) => {
    const count = unit.pieces[type] ?? 0;
    const share = shareLeft(weaponOf(scenario, armament.weapon), unit, manner);
    return Math.min(count, share === 1 ? count : chanceFor(course, id).whole(count * share, 'pieces'));
  });
  if (pieces.some((count) => count > 0))
    happen(course, {
      kind: 'abandoned',
      unit: id,
      hex,
      pieces,
      holder: manner === 'swum' ? card.side : opponentOf(card.side),
    });
}

function shareLeft(weapon: Weapon, unit: Unit, manner: Leaving): number {
  const carriage = CARRIAGE[weapon.kind];
  if (carriage === 'none') return 0;
  if (manner === 'lost') return 1;
  if (carriage === 'gun') return LEFT_BEHIND[manner][unit.gunState === 'inBattery' ? 'emplaced' : 'heavy'];
  return LEFT_BEHIND[manner][carriage];
}

/** Pieces that stay on the bank when a unit swims. */
export const countLeftSwimming = (scenario: Scenario, unit: Unit): number =>
  cardOf(scenario, unit.id).armaments.reduce(
    (sum, { weapon }, type) => sum + (unit.pieces[type] ?? 0) * shareLeft(weaponOf(scenario, weapon), unit, 'swum'),
    0,
  );

/** Men of a unit who do not fight because they watch prisoners. */
export const countGuards = ({ guarding = 0 }: Unit): number => Math.ceil(guarding / PRISONERS_A_GUARD);

/** The enemy who would take men that give up in a hex: the first in it, or beside it, in the order of the cards. */
export function findCaptor({ scenario, state }: Course, side: Side, hex: HexIndex): UnitId | null {
  for (const near of [hex, ...listNeighbours(scenario.map.grid, hex)])
    for (const unit of listUnitsAt(scenario, state, opponentOf(side), near)) if (isInAction(unit)) return unit.id;
  return null;
}

/** Which events may change who holds what lies about, or free prisoners. */
const TOUCHING: readonly EventKind[] = ['moved', 'retreated', 'captured', 'missed', 'harmed', 'cohesion', 'arrived'];

/** Brings spoils up to date after an order: what lies in a hex is with whoever is alone there; the beaten guard nobody. */
export function updateSpoils(course: Course): void {
  const { booty = [], dead = [], prisoners = [] } = course.state;
  if (booty.length + dead.length + prisoners.length === 0) return;
  if (!course.events.some((event) => TOUCHING.includes(event.kind))) return;
  const lying = [...booty, ...dead].flatMap(({ hex }) => (hex === 'away' ? [] : [hex]));
  const hexes = new Set(lying);
  const occupied = bySide((side) => occupiedOf(course.scenario, course.state, side, hexes));
  for (const hex of lying.filter((one, place) => lying.indexOf(one) === place)) {
    const present = SIDES.filter((side) => occupied[side].has(hex));
    if (present.length === 1 && present[0] !== undefined) passOn(course, hex, present[0]);
  }
  for (const by of listCaptors(prisoners))
    if (!canGuard(unitOf(course.scenario, course.state, by))) losePrisoners(course, by);
}

const listCaptors = (prisoners: readonly Captives[]): readonly UnitId[] =>
  prisoners.map((held) => held.by).filter((one, place, all) => all.indexOf(one) === place);

function passOn(course: Course, hex: HexIndex, holder: Side): void {
  const { booty = [], dead = [] } = course.state;
  if ([...booty, ...dead].some((one) => one.hex === hex && one.holder !== holder))
    happen(course, { kind: 'spoilsHeld', hex, holder });
}

const canGuard = (unit: Unit): boolean => isInAction(unit) && typeof unit.at === 'number' && unit.cohesion !== 'broken';

/** Another unit at hand takes the prisoners over; else each gets away to his own unit, or gathers where he was held. */
function losePrisoners(course: Course, by: UnitId): void {
  const { scenario } = course;
  for (const held of course.state.prisoners ?? []) {
    if (held.by !== by) continue;
    const guard = listUnitsAt(scenario, course.state, sideOf(scenario, by), held.hex).find(canGuard);
    if (guard === undefined) happen(course, { kind: 'freed', unit: held.unit, men: held.men, hex: held.hex, by });
    else happen(course, { kind: 'passedOn', unit: held.unit, by, to: guard.id, men: held.men });
  }
}

/** Who has no enemy in or beside his hex when his side's turn ends sends his prisoners to the rear. */
export function sendPrisonersOff(course: Course, side: Side): void {
  const { scenario } = course;
  for (const held of course.state.prisoners ?? []) {
    if (sideOf(scenario, held.by) !== side) continue;
    const { at } = unitOf(scenario, course.state, held.by);
    const near = typeof at !== 'number' ? [] : [at, ...listNeighbours(scenario.map.grid, at)];
    const known = course.state.contacts[side].some(({ view }) => view.current && near.includes(view.hex));
    if (near.length > 0 && !known)
      happen(course, { kind: 'passedOn', unit: held.unit, by: held.by, to: null, men: held.men });
  }
}

/** What an order to see to what lies in the unit's hex would be about; nothing where there is nothing of the kind. */
export function findSalvage(
  known: Pick<BattleState, 'booty' | 'dead'>,
  card: UnitCard,
  unit: Unit,
  task: SalvageTask,
): { readonly pieces: readonly number[]; readonly men: number } | undefined {
  const none = card.armaments.map(() => 0);
  const here = (known.booty ?? []).filter((one) => one.hex === unit.at && one.holder === card.side);
  switch (task) {
    case 'man': {
      const pieces = card.armaments.map((armament, type) => {
        const lying = here.filter((one) => one.weapon === armament.weapon).reduce((sum, one) => sum + one.count, 0);
        return Math.min(lying, armament.count - (unit.pieces[type] ?? 0));
      });
      return pieces.some((count) => count > 0) ? { pieces, men: 0 } : undefined;
    }
    case 'spike':
      return here.length > 0 ? { pieces: none, men: 0 } : undefined;
    case 'carry': {
      const lying = (known.dead ?? []).filter((one) => one.hex === unit.at).reduce((sum, one) => sum + one.men, 0);
      const men = Math.min(lying, Math.floor(unit.men / MEN_A_BODY));
      return men > 0 ? { pieces: none, men } : undefined;
    }
    default:
      return unreachable(task);
  }
}

/** Men it takes to carry one off. [C] */
const MEN_A_BODY = 2;

export function resolveSalvage(course: Course, order: OrderOf<'salvage'>): void {
  const { scenario, state } = course;
  const unit = unitOf(scenario, state, order.unit);
  const found = findSalvage(state, cardOf(scenario, order.unit), unit, order.task);
  if (found === undefined || typeof unit.at !== 'number') return;
  const minutes = SALVAGE_MINUTES[order.task];
  happen(course, { kind: 'salvaged', unit: order.unit, task: order.task, hex: unit.at, minutes, ...found });
}

/** Pieces of the enemy's that a side holds, and the enemy's dead in its hands: for the count at the end. */
export function countSpoils(state: BattleState, side: Side): { readonly pieces: number; readonly dead: number } {
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  return {
    pieces: sum((state.booty ?? []).filter((one) => one.holder === side && one.from !== side).map((one) => one.count)),
    dead: sum((state.dead ?? []).filter((one) => one.holder === side && one.side !== side).map((one) => one.men)),
  };
}
