/** From the entries of a scenario's file to the cards and deployments the rules work with. */
import { type HexGrid, indexOf } from '../hex/grid.ts';
import type { BridgingId } from '../model/bridging.ts';
import type { Stores } from '../model/engineering.ts';
import type { Deployment } from '../model/scenario.ts';
import { SIDES } from '../model/side.ts';
import type { PlannedFire, UnitCard, UnitId } from '../model/unit.ts';
import type { VehicleId } from '../model/vehicle.ts';
import type { WeaponId } from '../model/weapon.ts';
import type { TypicalCards } from '../model/scenario.ts';
import { parseClockTime } from './clock-time.ts';
import { findFacing } from './facing.ts';
import type { SideName } from './map-schema.ts';
import type { TypicalEntry, UnitEntry } from './scenario-file.ts';

/** Who the unit is. */
export function cardOfEntry({ start: _start, arrival: _arrival, timetable: _planned, ...entry }: UnitEntry): UnitCard {
  return cardOfTypical(entry);
}

function cardOfTypical({
  id,
  parent,
  armaments,
  vehicle,
  transport,
  boats,
  headquarters,
  offMap,
  stores,
  ...entry
}: TypicalEntry): UnitCard {
  return {
    ...entry,
    id: id as UnitId,
    armaments: armaments.map(({ weapon, count }) => ({ weapon: weapon as WeaponId, count })),
    ...(parent === undefined ? {} : { parent: parent as UnitId }),
    ...(vehicle === undefined ? {} : { vehicle: vehicle as VehicleId }),
    ...(transport === undefined
      ? {}
      : { transport: { vehicle: transport.vehicle as VehicleId, count: transport.count } }),
    ...(boats === undefined ? {} : { boats: { ...boats, vehicle: boats.vehicle as VehicleId } }),
    ...(stores === undefined ? {} : { stores: storesOf(stores) }),
    ...(headquarters === undefined ? {} : { headquarters: headquartersOf(headquarters) }),
    ...(offMap === undefined ? {} : { offMap: offMapOf(offMap) }),
  };
}

function storesOf({ bridging, ...stores }: NonNullable<UnitEntry['stores']>): Stores {
  return bridging === undefined
    ? stores
    : { ...stores, bridging: { type: bridging.type as BridgingId, metres: bridging.metres } };
}

function headquartersOf({
  from,
  ...headquarters
}: NonNullable<UnitEntry['headquarters']>): NonNullable<UnitCard['headquarters']> {
  return from === undefined ? headquarters : { ...headquarters, fromMinute: parseClockTime(from) };
}

function offMapOf({ from, ...offMap }: NonNullable<UnitEntry['offMap']>): NonNullable<UnitCard['offMap']> {
  return { ...offMap, fromMinute: parseClockTime(from) };
}

/** Where the unit begins, or when and where it comes. */
export function deploymentOfEntry(grid: HexGrid, { id, start, arrival, timetable }: UnitEntry): Deployment {
  const manner = start ?? arrival;
  return {
    unit: id as UnitId,
    posture: manner?.posture ?? 'deployed',
    gunState: manner?.guns ?? (manner === undefined ? 'inBattery' : 'limbered'),
    policy: manner?.policy ?? 'free',
    ...(manner?.dismounted === undefined ? {} : { dismounted: manner.dismounted }),
    ...(manner?.onWheels === undefined ? {} : { onWheels: manner.onWheels }),
    ...(manner?.fatigue === undefined || manner.fatigue === 0 ? {} : { fatigue: manner.fatigue }),
    ...(manner?.stores === undefined ? {} : { stores: manner.stores }),
    ...(start === undefined ? {} : { hex: indexOf(grid, start.hex) }),
    ...(start?.hidden === undefined ? {} : { hidden: start.hidden }),
    ...facingOf(grid, start?.facing),
    ...releaseOf(start?.release),
    ...(arrival === undefined ? {} : { arrival: arrivalOf(grid, arrival) }),
    ...(timetable === undefined || timetable.length === 0 ? {} : { plan: planOf(grid, timetable) }),
  };
}

/** Lines by their hour; of one hour, as they are written. */
function planOf(grid: HexGrid, lines: NonNullable<UnitEntry['timetable']>): readonly PlannedFire[] {
  return lines
    .map(
      ({ hex, from, task, rounds }): PlannedFire => ({
        target: indexOf(grid, hex),
        task,
        minute: parseClockTime(from),
        ...(rounds === undefined ? {} : { rounds }),
      }),
    )
    .sort((one, other) => one.minute - other.minute);
}

function facingOf(grid: HexGrid, name: SideName | undefined): Pick<Deployment, 'facing'> {
  const facing = name === undefined ? undefined : findFacing(grid, name);
  return facing === undefined ? {} : { facing };
}

function releaseOf(release: string | undefined): Pick<Deployment, 'releaseMinute' | 'awaitsRelease'> {
  if (release === undefined) return {};
  return release === 'event' ? { awaitsRelease: true } : { releaseMinute: parseClockTime(release) };
}

function arrivalOf(
  grid: HexGrid,
  { turn, hexes }: NonNullable<UnitEntry['arrival']>,
): NonNullable<Deployment['arrival']> {
  const places = hexes.map((hex) => indexOf(grid, hex));
  return turn === undefined ? { hexes: places } : { turn, hexes: places };
}

/** What an unidentified enemy is taken for, by side and branch. */
export function typicalCardsOf(entries: readonly TypicalEntry[]): TypicalCards {
  const cards = entries.map(cardOfTypical);
  const [soviet, japanese] = SIDES.map((side) =>
    Object.fromEntries(cards.filter((card) => card.side === side).map((card) => [card.branch, card])),
  );
  return { soviet: soviet ?? {}, japanese: japanese ?? {} };
}
