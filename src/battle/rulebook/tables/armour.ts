/** Tables of armour: chances of guns, plates, what stops, men at vehicles, turning. */
import { present } from '../../../model/assert.ts';
import { TANK_KILLINGS } from '../../../model/event.ts';
import type { VehicleId } from '../../../model/vehicle.ts';
import { TRIES } from '../../../rules/assault/hunters.ts';
import { FRONTS, TURN_MINUTES } from '../../../rules/facing.ts';
import { piercerOf, UNDER_FIRE } from '../../../rules/fire/antitank.ts';
import { chanceThrough, chanceToHit, chanceToStop, STOPS } from '../../../rules/fire/armour.ts';
import { nameOf } from '../../wording.ts';
import { tableOfVehicles, weaponTable } from '../field.ts';
import type { Table } from '../table.ts';

const RANGES_METRES = [100, 300, 500, 1000];

/** Below this a round stops nobody worth naming. */
const LEAST_SHOWN = 0.002;

export function antiTankGuns(): Table {
  const target = present(tableOfVehicles().get('bt-5' as VehicleId), 'the BT-5 is in the table');
  const size = present(target.sizeMetres, 'the BT-5 has a size');
  const plates = present(target.armourMm, 'the BT-5 has plates');
  const rows = [...weaponTable().values()].flatMap((weapon) => {
    const gun = piercerOf(weapon);
    if (gun === undefined) return [];
    const chances = RANGES_METRES.map((metres) => {
      const hit = metres > weapon.reachMetres ? 0 : chanceToHit(gun, size, metres, 'corrected') * UNDER_FIRE;
      const chance = hit * chanceThrough(gun, plates, metres, undefined) * chanceToStop(gun.calibreMm);
      return chance < LEAST_SHOWN ? null : chance;
    });
    return chances.every((chance) => chance === null) ? [] : [[weapon.names.en, ...chances]];
  });
  return { rows };
}

export const plates = (): Table => ({
  rows: [...tableOfVehicles().values()].flatMap(({ names, armourMm, hull, fuel, hatches }) =>
    armourMm === undefined || hull !== undefined
      ? []
      : [
          [
            names.en,
            armourMm.front,
            armourMm.side,
            armourMm.rear,
            nameOf('fuel', fuel),
            hatches === undefined ? null : nameOf('hatches', hatches),
          ],
        ],
  ),
});

export const stops = (): Table => ({ rows: STOPS.map(([calibre, share]) => [calibre, share]) });

export const tankHunters = (): Table => ({
  rows: TANK_KILLINGS.map((means) => {
    const { reach, hold, stop, lost } = TRIES[means];
    return [nameOf('means', means), reach, hold, stop, lost];
  }),
});

export const turning = (): Table => ({ rows: FRONTS.map((front) => [nameOf('front', front), TURN_MINUTES[front]]) });
