/** Example of chapter 18: ten tanks fall out, sink in and wait at a bridge. */
import { present } from '../../../model/assert.ts';
import type { VehicleId } from '../../../model/vehicle.ts';
import { expectedFallen } from '../../../rules/breakdown.ts';
import { BOG_A_KM, bogChance, pullOutMinutes } from '../../../rules/mishaps.ts';
import { cardOf } from '../../../rules/roster.ts';
import { findFlow, passingMinutes } from '../../../rules/traffic.ts';
import type { Figures } from '../chapter.ts';
import { FIELD_HEX_METRES, fieldOf, unitIn } from '../field.ts';

const KM = 40;
const VEHICLES = 10;
const TONNES = 10;
const TAKEN_MINUTES = 12;
const SINCE_MINUTES = 5;

export function columns(): Figures {
  const tanks = (count: number) => ({
    branch: 'tanks' as const,
    mobility: 'tracked' as const,
    men: 3 * count,
    vehicles: count,
    vehicle: 't-26-1933' as VehicleId,
  });
  const field = fieldOf(
    [
      { id: 'company', at: 0, card: tanks(VEHICLES), now: { posture: 'marching' } },
      { id: 'single', at: 0, card: tanks(1), now: { posture: 'marching' } },
    ],
    { terrain: { 1: 'marsh' } },
  );
  const { scenario } = field;
  const sky = { light: 'day', weather: 'clear' } as const;
  const chanceOf = (id: string): number => {
    const unit = unitIn(field, id);
    return bogChance(scenario, cardOf(scenario, unit.id), unit, { from: 0, to: 1, sky });
  };
  const company = unitIn(field, 'company');
  const card = cardOf(scenario, company.id);
  const type = present(scenario.vehicles.get('t-26-1933' as VehicleId), 'the T-26 is in the table');
  const kmh = present(type.marchKmh, 'the T-26 has march rates');
  const flow = present(
    findFlow({ river: { widthMetres: 60, depthMetres: 2 }, bridge: { tonnes: TONNES } }),
    'a bridge',
  );
  const passes = passingMinutes(scenario, card, company, flow);
  const waits = TAKEN_MINUTES - SINCE_MINUTES;
  return {
    km: KM,
    metres: FIELD_HEX_METRES,
    hexKm: FIELD_HEX_METRES / 1000,
    tonnes: TONNES,
    fallOutKm: present(type.breakdown, 'the T-26 falls out').per100Km,
    fallen: expectedFallen(scenario, card, company, { metres: 1000 * KM, fightingMinutes: 0 }),
    bogKmh: kmh.marsh,
    grassKmh: kmh.steppeDay,
    lost: 1 - kmh.marsh / kmh.steppeDay,
    bogChance: BOG_A_KM,
    one: chanceOf('single'),
    any: chanceOf('company'),
    pull: pullOutMinutes(card, company),
    vehicles: flow.vehiclesAnHour,
    passes,
    taken: TAKEN_MINUTES,
    since: SINCE_MINUTES,
    waits,
    crossing: waits + passes,
  };
}
