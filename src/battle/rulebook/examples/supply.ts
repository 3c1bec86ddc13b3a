/** Example of chapter 14: what four wagons bring a thirsty company in an hour. */
import { present } from '../../../model/assert.ts';
import type { VehicleId } from '../../../model/vehicle.ts';
import { settled } from '../../../rules/supply/delivery.ts';
import { findLine, groundShutTo, roundTripMinutes, workMinutes } from '../../../rules/supply/lines.ts';
import { kgADay } from '../../../rules/supply/stores.ts';
import type { Figures } from '../chapter.ts';
import { COMPANY, FIELD_HEX_METRES, fieldOf, tableOfVehicles, unitIn } from '../field.ts';

const WAGONS = 4;
const HEXES = 6;
const HOUR = 60;

export function supply(): Figures {
  const cited = { source: 'worked example', grade: 'C' } as const;
  const vehicle = 'two-horse-wagon' as VehicleId;
  const depot = { ...cited, id: 'depot', side: 'soviet', names: { en: 'depot' }, hex: 0 } as const;
  const column = { ...cited, side: 'soviet', vehicle, count: WAGONS, hours: 'any' } as const;
  const field = fieldOf([{ id: 'company', at: HEXES, ...COMPANY, now: { water: -0.5 } }], {
    rest: { supply: { sides: ['soviet'], depots: [depot], columns: [column] } },
  });
  const { scenario, state } = field;
  const type = present(tableOfVehicles().get(vehicle), 'there are two-horse wagons');
  const line = present(
    findLine({ ...field, side: 'soviet' }, depot, type, groundShutTo(scenario, state, 'soviet')),
    'the way is open',
  );
  const way = present(line.reach.minutesTo(HEXES), 'a way leads there');
  const { changes, issued } = settled(scenario, state, 'soviet', HOUR);
  const unit = unitIn(field, 'company');
  const work = workMinutes(column, type, HOUR, 'light');
  const trip = roundTripMinutes(type, way);
  return {
    men: unit.men,
    wagons: WAGONS,
    km: (HEXES * FIELD_HEX_METRES) / 1000,
    kmh: type.marchKmh?.steppeDay ?? 0,
    need: kgADay(scenario, present(scenario.cards[0], 'a card'), unit).water,
    way,
    trip,
    work,
    trips: work / trip,
    litres: issued[0]?.kg.water ?? 0,
    days: changes[0]?.water ?? 0,
  };
}
