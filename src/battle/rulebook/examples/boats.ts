/** Example of chapter 17: a company is ferried over a river, would swim a lake, and two guns meet a cutter. */
import { present } from '../../../model/assert.ts';
import type { VehicleId } from '../../../model/vehicle.ts';
import type { WeaponId } from '../../../model/weapon.ts';
import { cardOf } from '../../../rules/roster.ts';
import { SWUM_METRES } from '../../../rules/water/adrift.ts';
import { ENGINES_OUT_SHARE, holesOfRound, holesToSink, MOVING_VESSEL } from '../../../rules/water/craft.ts';
import { planFerry } from '../../../rules/water/ferry.ts';
import { DROWNED_A_100_METRES, drownedMen } from '../../../rules/water/swim.ts';
import type { Figures } from '../chapter.ts';
import { COMPANY, fieldOf, unitIn } from '../field.ts';

const WIDTH = 80;
const CURRENT = 1;
const BOATS = 4;
const LAKE = 500;
const GUN_METRES = 300;
const GUNS = 2;

export function boats(): Figures {
  const vehicle = 'type-95-boat' as VehicleId;
  const field = fieldOf([
    { id: 'company', at: 0, ...COMPANY },
    { id: 'engineers', at: 0, card: { branch: 'engineers', boats: { vehicle, count: BOATS } } },
  ]);
  const { scenario } = field;
  const company = unitIn(field, 'company');
  const stretch = { from: 0, to: 1, widthMetres: WIDTH, currentMetresPerSecond: CURRENT, over: 'hexside' } as const;
  const ferrying = planFerry(scenario, stretch, company, cardOf(scenario, unitIn(field, 'engineers').id));
  const plan = present(ferrying.kind === 'plan' ? ferrying.plan : undefined, 'the company can be ferried');
  const boat = present(scenario.vehicles.get(vehicle), 'the Type 95 is in the table');
  const seats = present(boat.seats, 'the Type 95 has seats');
  const kmh = present(boat.hull, 'the Type 95 has a hull').stillWaterKmh;
  const load = present(boat.loadMinutes, 'the Type 95 is loaded');
  const rowed = (WIDTH * 0.06) / kmh;
  const over = rowed * (1 + CURRENT);
  const cutter = present(scenario.vehicles.get('armoured-cutter-1124' as VehicleId), 'the cutter is in the table');
  const gun = present(scenario.weapons.get('type-94-37mm' as WeaponId), 'the 37 mm gun is in the table');
  const hit = holesOfRound(cutter, gun, GUN_METRES);
  return {
    men: company.men,
    width: WIDTH,
    current: CURRENT,
    boats: BOATS,
    seats,
    places: BOATS * seats,
    trips: plan.boatTrips,
    kmh,
    rowed,
    over,
    load,
    trip: 2 * (over + load),
    minutes: plan.minutes,
    lake: LAKE,
    pace: SWUM_METRES,
    swim: LAKE / SWUM_METRES,
    share: DROWNED_A_100_METRES,
    drowned: drownedMen(company, LAKE),
    metres: GUN_METRES,
    hit,
    limit: holesToSink(cutter),
    stop: Math.ceil(ENGINES_OUT_SHARE * holesToSink(cutter)),
    guns: GUNS,
    rate: gun.roundsPerMinute,
    holes: GUNS * gun.roundsPerMinute * hit,
    moving: MOVING_VESSEL,
  };
}
