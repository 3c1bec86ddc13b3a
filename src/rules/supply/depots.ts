/** Depots: as a battle opens, as they change hands, and what a side knows of them. */
import type { HexIndex } from '../../hex/grid.ts';
import type { Scenario } from '../../model/scenario.ts';
import { type Side, SIDES } from '../../model/side.ts';
import type { BattleState } from '../../model/state.ts';
import type { Depot, DepotState, KnownSupplies, Supplies } from '../../model/supply.ts';
import { type Course, happen } from '../course.ts';
import { isInAction, listUnitsAt, sideOf } from '../roster.ts';
import { isSupplied } from './fuel.ts';
import { inKg } from './loads.ts';

/** Supply as a battle opens. */
export function openingSupplies({ supply }: Pick<Scenario, 'supply'>): { readonly supply?: Supplies } {
  if (supply === undefined) return {};
  const depots = supply.depots.map(({ id, side, stock }): DepotState => ({ id, holder: side, kg: inKg(stock ?? {}) }));
  return { supply: { depots } };
}

/** The part of a battle's supply that is a side's own. */
export function supplyFor({ supply }: Pick<Scenario, 'supply'>, side: Side): Pick<Scenario, 'supply'> {
  if (supply === undefined) return {};
  return {
    supply: {
      sides: supply.sides.filter((other) => other === side),
      depots: supply.depots.filter((depot) => depot.side === side),
      columns: supply.columns.filter((column) => column.side === side),
    },
  };
}

/** What a side knows: depots it draws on, and whom it serves first. */
export function knownSupplies(
  scenario: Scenario,
  { supply }: Pick<BattleState, 'supply'>,
  side: Side,
): { readonly supply?: KnownSupplies } {
  if (supply === undefined || !isSupplied(scenario, side)) return {};
  const first = (supply.first ?? []).filter((unit) => sideOf(scenario, unit) === side);
  return {
    supply: {
      depots: supply.depots.filter(({ holder }) => holder === side),
      ...(first.length === 0 ? {} : { first }),
    },
  };
}

/** A depot belongs to whoever was last alone in its hex. */
export function updateDepots(course: Course): void {
  const { scenario } = course;
  if (scenario.supply === undefined) return;
  for (const depot of scenario.supply.depots) {
    const holder = course.state.supply?.depots.find(({ id }) => id === depot.id)?.holder ?? null;
    if (holder === null) continue;
    const here = SIDES.filter((side) => listUnitsAt(scenario, course.state, side, depot.hex).some(isInAction));
    const alone = here.length === 1 ? here[0] : undefined;
    if (alone !== undefined && alone !== holder) happen(course, { kind: 'depotTaken', depot: depot.id, holder: alone });
  }
}

/** A depot that the side draws on in a hex, with what is left in it. */
export function findDepotAt(
  scenario: Scenario,
  supply: Pick<Supplies, 'depots'> | undefined,
  side: Side,
  hex: HexIndex,
): { readonly depot: Depot; readonly now: DepotState } | undefined {
  for (const depot of scenario.supply?.depots ?? []) {
    const now = supply?.depots.find(({ id }) => id === depot.id);
    if (depot.hex === hex && now?.holder === side) return { depot, now };
  }
  return undefined;
}
