/** Tables of seeing and hearing: distances of notice, ground that hides, what is heard, how high growth stands. */
import { LIGHTS } from '../../../model/clock.ts';
import { TERRAINS } from '../../../model/map.ts';
import { DAY_SOUND_SHARE, GROUND_SHARE, HEARD_METRES, LOOKS, NOTICED_METRES } from '../../../rules/detection.ts';
import { GROWTH_METRES } from '../../../rules/sight.ts';
import { nameOf } from '../../wording.ts';
import type { Table } from '../table.ts';

export const noticed = (): Table => ({
  rows: LOOKS.map((look) => [nameOf('look', look), ...LIGHTS.map((light) => NOTICED_METRES[look][light])]),
});

export const hidingGround = (): Table => ({
  rows: TERRAINS.map((terrain) => [nameOf('terrain', terrain), GROUND_SHARE[terrain], GROWTH_METRES[terrain]]),
});

const NOISES = ['column', 'bounding', 'creeping', 'armour', 'motors', 'digging'] as const;

export const heard = (): Table => ({
  rows: NOISES.map((noise) => [
    nameOf('noise', noise),
    HEARD_METRES[noise],
    Math.round(HEARD_METRES[noise] * DAY_SOUND_SHARE),
  ]),
});
