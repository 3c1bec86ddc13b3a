/** Example of chapter 2: a company steps from open ground uphill into a wood on a dark night. */
import { present } from '../../../model/assert.ts';
import {
  gaitOf,
  GROUND_SHARE,
  minutesAcross,
  NIGHT_TRAINING_SHARE,
  PACE_SHARE,
  slopeBetween,
  uphillShareOf,
} from '../../../rules/movement.ts';
import { findDirection } from '../../../hex/grid.ts';
import { LINE_KMH } from '../../../rules/march-rates.ts';
import { cardOf } from '../../../rules/roster.ts';
import type { Figures } from '../chapter.ts';
import { COMPANY, FIELD_HEX_METRES, fieldOf, unitIn } from '../field.ts';

const FROM = 0;
const TO = 1;
const RISE_METRES = 25;

export function movement(): Figures {
  const field = fieldOf([{ id: 'company', at: FROM, ...COMPANY }], {
    light: 'dark',
    terrain: { [TO]: 'forest' },
    heights: { [TO]: RISE_METRES },
  });
  const { map } = field.scenario;
  const unit = unitIn(field, 'company');
  const card = cardOf(field.scenario, unit.id);
  const sky = { light: 'dark', weather: 'clear' } as const;
  const direction = present(findDirection(map.grid, FROM, TO), 'neighbours');
  const minutesAt = (pace: 'normal' | 'silent'): number =>
    present(minutesAcross(map, gaitOf(field.scenario, unit, pace, sky), FROM, direction), 'a step that can be made');
  const slope = slopeBetween(map, FROM, TO);
  const base = LINE_KMH.steppeDay;
  const dark = LINE_KMH.steppeNight;
  const night = base + (dark - base) * (1 - NIGHT_TRAINING_SHARE * card.nightTraining);
  const uphill = uphillShareOf({ tread: 'foot', kmh: LINE_KMH }, slope);
  const speed = uphill * night;
  const inWood = GROUND_SHARE.forest.foot;
  const halfMetres = FIELD_HEX_METRES / 2;
  const minutesOver = (kmh: number): number => (halfMetres * 60) / 1000 / kmh;
  return {
    metres: FIELD_HEX_METRES,
    rise: RISE_METRES,
    slope,
    base,
    dark,
    training: card.nightTraining,
    made: NIGHT_TRAINING_SHARE,
    night,
    uphill,
    speed,
    inWood,
    woodSpeed: speed * inWood,
    half: halfMetres,
    openMinutes: minutesOver(speed),
    woodMinutes: minutesOver(speed * inWood),
    minutes: minutesAt('normal'),
    silentShare: PACE_SHARE.silent,
    silentMinutes: minutesAt('silent'),
  };
}
