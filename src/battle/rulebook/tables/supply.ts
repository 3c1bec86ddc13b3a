/** Tables of supply: needs, what columns bring, want, giving up. */
import { present } from '../../../model/assert.ts';
import type { VehicleId } from '../../../model/vehicle.ts';
import { valueAt } from '../../../rules/curve.ts';
import { INTERDICTION, INTERDICTORS } from '../../../rules/supply/interdict.ts';
import { roundTripMinutes, WORK_HOURS } from '../../../rules/supply/lines.ts';
import { A_DAY } from '../../../rules/supply/stores.ts';
import { GIVES_UP_BY_THIRST, VIGOUR_BY_HUNGER, VIGOUR_BY_THIRST } from '../../../rules/supply/want.ts';
import { nameOf } from '../../wording.ts';
import { tableOfVehicles } from '../field.ts';
import type { Table } from '../table.ts';

export const supplyNeeds = (): Table => ({
  rows: (['man', 'horse'] as const).map((who) => [nameOf('eater', who), A_DAY[who].water, A_DAY[who].food]),
});

const CARRIERS = ['zis-5', 'gaz-aa', 'two-horse-wagon', 'one-horse-cart', 'pack-horse', 'camel'];

/** Tonnes that one vehicle brings in a day over open grass by day. */
function tonnesOver(id: string, km: number): number {
  const type = present(tableOfVehicles().get(id as VehicleId), `no vehicle ${id}`);
  const kmh = type.marchKmh?.steppeDay ?? 0;
  const trip = roundTripMinutes(type, kmh === 0 ? Infinity : (60 * km) / kmh);
  const hours = WORK_HOURS[type.beasts === undefined ? 'motor' : 'beast'];
  return Math.round((100 * ((60 * hours) / trip) * (type.loadKg ?? 0)) / 1000) / 100;
}

export const supplyColumns = (): Table => ({
  rows: CARRIERS.map((id) => {
    const { names, loadKg } = present(tableOfVehicles().get(id as VehicleId), `no vehicle ${id}`);
    return [names.en, (loadKg ?? 0) / 1000, tonnesOver(id, 5), tonnesOver(id, 20)];
  }),
});

const DAYS = [0.5, 1, 2, 3, 4, 8];

export const supplyWant = (): Table => ({
  rows: DAYS.map((days) => [
    String(days),
    Math.round(100 * valueAt(VIGOUR_BY_THIRST, days)) / 100,
    Math.round(100 * valueAt(VIGOUR_BY_HUNGER, days)) / 100,
  ]),
});

export const supplyInterdiction = (): Table => ({
  rows: INTERDICTORS.map((task) => {
    const { share, minutes } = INTERDICTION[task];
    return [nameOf('interdictor', task), `${Math.round(100 * share)} %`, minutes];
  }),
});

export const supplyGivingUp = (): Table => ({
  rows: GIVES_UP_BY_THIRST.filter(([days]) => days > 0).map(([days, chance]) => [
    String(days),
    `${Math.round(100 * chance)} %`,
  ]),
});
