/** Examples of chapters 12 and 13: two guns and a company of tanks; a machine gun nest taken from behind. */
import { present } from '../../../model/assert.ts';
import type { VehicleId } from '../../../model/vehicle.ts';
import type { WeaponId } from '../../../model/weapon.ts';
import { RUSH_METRES_A_MINUTE } from '../../../rules/assault/approach.ts';
import { valueAt } from '../../../rules/curve.ts';
import { minutesToFace } from '../../../rules/facing.ts';
import { piercerOf, roundsAt, SIGHTED_SHARE, UNDER_FIRE } from '../../../rules/fire/antitank.ts';
import { chanceToHit, chanceToStop, OBLIQUITY, vehiclesOf } from '../../../rules/fire/armour.ts';
import { meanOf, oddsOfStopped, stopChance } from '../../../rules/fire/shots.ts';
import { cardOf } from '../../../rules/roster.ts';
import type { Figures } from '../chapter.ts';
import { FIELD_HEX_METRES, fieldOf, unitIn } from '../field.ts';

const METRES = 500;
const MINUTES = 5;
const GUNS = 2;
const TANKS = 10;

export function armour(): Figures {
  const { scenario, ...field } = fieldOf([
    {
      id: 'tanks',
      at: 2,
      card: { branch: 'tanks', vehicles: TANKS, vehicle: 'bt-5' as VehicleId },
    },
  ]);
  const unit = unitIn({ scenario, ...field }, 'tanks');
  const mark = vehiclesOf(scenario, cardOf(scenario, unit.id), unit);
  const weapon = present(scenario.weapons.get('type-94-37mm' as WeaponId), 'the 37 mm gun is in the table');
  const gun = present(piercerOf(weapon), 'the 37 mm gun pierces');
  const fired = GUNS * weapon.roundsPerMinute * MINUTES;
  const rounds = roundsAt(weapon, { rounds: fired, guns: GUNS, from: 'laid' }, mark, {
    metres: METRES,
    aspect: 'front',
    moves: 'stands',
    share: 1,
  });
  const first = present(rounds[0], 'first rounds');
  const later = present(rounds[1], 'later rounds');
  return {
    gun: weapon.names.en,
    minutes: MINUTES,
    tanks: TANKS,
    metres: METRES,
    rate: weapon.roundsPerMinute,
    fired,
    sightedShare: SIGHTED_SHARE.laid,
    sighted: first.count + later.count,
    first: first.count,
    later: later.count,
    hitFirst: chanceToHit(gun, mark.size, METRES, 'first'),
    firstUnderFire: first.hit,
    laterUnderFire: UNDER_FIRE * chanceToHit(gun, mark.size, METRES, 'corrected'),
    penetration: valueAt(
      gun.penetrationMm.map((point) => [point.metres, point.value] as const),
      METRES,
    ),
    plate: mark.plates.front,
    met: mark.plates.front * OBLIQUITY,
    pierce: first.pierce,
    stop: chanceToStop(gun.calibreMm),
    firstStops: stopChance(first),
    laterStops: stopChance(later),
    mean: meanOf(oddsOfStopped(rounds, TANKS)),
  };
}

/** East, on pointy-top hexes. */
const EAST = 1;

export function fronts(): Figures {
  const field = fieldOf([
    { id: 'guns', at: 1, card: { branch: 'machineGuns' }, manHours: 150, now: { facing: EAST } },
    { id: 'company', at: 0 },
  ]);
  const { scenario } = field;
  const guns = unitIn(field, 'guns');
  const turning = minutesToFace(scenario, cardOf(scenario, guns.id), guns, 0);
  const pace = RUSH_METRES_A_MINUTE.day;
  const exposed = FIELD_HEX_METRES / pace;
  return { metres: FIELD_HEX_METRES, pace, exposed, turning, left: Math.max(0, exposed - turning) };
}
