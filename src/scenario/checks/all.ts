/** Every check of a scenario, in the order in which an author would mend things. */
import type { Draft, Fault } from '../draft.ts';
import { listUnknownBridging, listWrongCrossings } from './crossings.ts';
import { listForgottenUnits, listUnknownNames } from './affairs.ts';
import { listWrongFlights } from './air.ts';
import { listShortCrews } from './crews.ts';
import { listWrongFriction } from './friction.ts';
import { listHexesOffTheMap, listIdleSoundings, listWrongFronts, listWrongWire } from './hexes.ts';
import { listWrongFirePlans } from './guns.ts';
import { listRepeatedIds } from './ids-once.ts';
import { listWrongOptions } from './options.ts';
import { listWrongHeadquarters, listWrongParents } from './parents.ts';
import {
  listCrowdedUnits,
  listDrowningUnits,
  listTrespassers,
  listUnitsAtTheEnemy,
  listUnplacedUnits,
} from './places.ts';
import { listFlatVictories, listUnknownGrass, listUnknownRegions } from './rules-of-battle.ts';
import { listWrongBriefings, listWrongOrder, listWrongTypical } from './sides.ts';
import {
  listMoonsUnseen,
  listTimesAfterTheEnd,
  listTurnsAfterTheEnd,
  listUnorderedSkies,
  listUnorderedSpans,
} from './times.ts';
import {
  listStrandedCraft,
  listWrongWheels,
  listUnknownVehicles,
  listWrongBoats,
  listWrongGuns,
  listWrongTreads,
  listWrongVehicles,
} from './vehicles.ts';
import { listOverloadedColumns, listWrongSupply } from './supply.ts';
import { listUnknownWeapons } from './weapons-known.ts';

type Check = (draft: Draft) => readonly Fault[];

const CHECKS: readonly Check[] = [
  listWrongBriefings,
  listUnorderedSkies,
  listUnorderedSpans,
  listMoonsUnseen,
  listTimesAfterTheEnd,
  listTurnsAfterTheEnd,
  listWrongOrder,
  listRepeatedIds,
  listWrongHeadquarters,
  listWrongParents,
  listUnknownWeapons,
  listUnknownVehicles,
  listShortCrews,
  listWrongVehicles,
  listWrongTreads,
  listWrongGuns,
  listStrandedCraft,
  listWrongWheels,
  listWrongBoats,
  listUnplacedUnits,
  listHexesOffTheMap,
  listWrongFirePlans,
  listDrowningUnits,
  listUnknownRegions,
  listUnknownGrass,
  listTrespassers,
  listCrowdedUnits,
  listUnitsAtTheEnemy,
  listWrongTypical,
  listWrongWire,
  listIdleSoundings,
  listWrongFronts,
  listWrongCrossings,
  listUnknownBridging,
  listFlatVictories,
  listWrongFriction,
  listWrongFlights,
  listWrongSupply,
  listOverloadedColumns,
  listUnknownNames,
  listForgottenUnits,
  listWrongOptions,
];

export function listFaults(draft: Draft): Fault[] {
  return CHECKS.flatMap((check) => check(draft));
}
