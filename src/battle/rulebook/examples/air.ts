/** Example of chapter 15: nine bombers come over a company in foxholes; nine fighters strafe it under its machine guns. */
import { present } from '../../../model/assert.ts';
import type { AircraftId } from '../../../model/aircraft.ts';
import type { Flight, FlightId } from '../../../model/flight.ts';
import {
  bombFallOf,
  DEADLY_A_KG,
  DREAD_FELT,
  listAirBlows,
  MACHINE_TONNES,
  SHOCK,
  SPREAD_BY_TRAINING,
} from '../../../rules/air/effect.ts';
import { flakAt, SHOT_DOWN, shotDown, WORTH_AT_AIRCRAFT } from '../../../rules/air/flak.ts';
import { APPROACHES, CRUISE_SHARE, minutesThere } from '../../../rules/air/flights.ts';
import { typeOf } from '../../../rules/air/roster.ts';
import { valueAt } from '../../../rules/curve.ts';
import { suppressionAfter } from '../../../rules/fire/harm.ts';
import { SHELL_WEIGHT } from '../../../rules/fire/mission.ts';
import { hitShare } from '../../../rules/fire/shells.ts';
import { fireFelt, shellsThrough } from '../../../rules/works.ts';
import type { Figures } from '../chapter.ts';
import { COMPANY, fieldOf, unitIn } from '../field.ts';

const TARGET = 19;
const CITED = { source: 'worked example', grade: 'C' } as const;

const BOMBERS: Flight = {
  ...CITED,
  id: 'bombers' as FlightId,
  side: 'soviet',
  names: { en: 'bombers' },
  aircraft: 'sb' as AircraftId,
  machines: 9,
  tasks: ['bomb'],
  baseKm: 80,
  callMinutes: 20,
  sortiesADay: 2,
  training: 0.5,
};

export function air(): Figures {
  const field = fieldOf(
    [
      { id: 'observer', at: 0, ...COMPANY },
      { id: 'target', at: TARGET, side: 'japanese', arms: [['type-92-hmg', 4]], manHours: 150 },
    ],
    { rest: { air: [BOMBERS] } },
  );
  const { scenario } = field;
  const target = unitIn(field, 'target');
  const type = typeOf(scenario, BOMBERS);
  const fall = bombFallOf(field, { flight: BOMBERS, machines: BOMBERS.machines, target: TARGET });
  const raid = { flight: BOMBERS, machines: BOMBERS.machines, task: 'bomb', target: TARGET } as const;
  const blow = present(
    listAirBlows(field, raid).find(({ unit }) => unit.id === 'target'),
    'the company is under it',
  );
  const deadly = fall.tonnes * 1000 * DEADLY_A_KG;
  const hit = hitShare(deadly, fall.hectares);
  const standing = target.men * hit;
  const raidTonnes = fall.tonnes + MACHINE_TONNES * BOMBERS.machines;
  const flak = flakAt(field, { side: 'soviet', hex: TARGET, manner: 'low' });
  return {
    machines: BOMBERS.machines,
    km: BOMBERS.baseKm,
    speed: type.speedKmh,
    cruise: CRUISE_SHARE,
    call: BOMBERS.callMinutes,
    there: minutesThere(scenario, BOMBERS),
    kg: type.bombKg,
    tonnes: fall.tonnes,
    plainHectares: APPROACHES.level.hectares,
    spread: SPREAD_BY_TRAINING.raw - SPREAD_BY_TRAINING.taught * BOMBERS.training,
    training: BOMBERS.training,
    hectares: fall.hectares,
    deadlyAKg: DEADLY_A_KG,
    deadly,
    hit,
    targetMen: target.men,
    standing,
    foxholes: shellsThrough('foxholes'),
    men: blow.men,
    raidTonnes,
    shockAMan: valueAt(SHOCK, raidTonnes),
    shock: target.men * valueAt(SHOCK, raidTonnes),
    shellWeight: SHELL_WEIGHT,
    fire: standing * SHELL_WEIGHT,
    felt: fireFelt('foxholes'),
    dreadFelt: DREAD_FELT,
    weight: blow.weight,
    bothFelt: blow.felt,
    suppression: suppressionAfter(0, blow.weight, blow.felt, target.men),
    guns: target.pieces[0] ?? 0,
    gunWorth: WORTH_AT_AIRCRAFT.machineGun,
    passes: APPROACHES.low.passes,
    barrels: flak.barrels,
    most: SHOT_DOWN.mostShare,
    half: SHOT_DOWN.halfBarrels,
    down: shotDown(BOMBERS.machines, flak),
  };
}
