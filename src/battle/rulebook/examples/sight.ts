/** Example of chapter 3: a company walks through scrub at dusk, watched by a company and by a headquarters. */
import {
  eyesOf,
  GROUND_SHARE,
  IDENTIFY_SHARE,
  NOTICED_METRES,
  noticedMetres,
  heardMetres,
} from '../../../rules/detection.ts';
import { nearestOver } from '../../../rules/range.ts';
import { cardOf } from '../../../rules/roster.ts';
import type { Figures } from '../chapter.ts';
import { COMPANY, FIELD_HEX_METRES, fieldOf, unitIn } from '../field.ts';

const HEXES = 2;

export function sight(): Figures {
  const field = fieldOf(
    [
      { id: 'walkers', at: HEXES, ...COMPANY, now: { activity: 'moving' } },
      { id: 'post', at: 0, side: 'japanese', card: { branch: 'headquarters', men: 20 } },
    ],
    { light: 'twilight', terrain: { [HEXES]: 'scrub' } },
  );
  const { scenario } = field;
  const walkers = unitIn(field, 'walkers');
  const card = cardOf(scenario, walkers.id);
  const scene = { light: 'twilight', weather: 'clear', terrain: 'scrub' } as const;
  const metres = noticedMetres(scenario, card, walkers, scene);
  const eyes = eyesOf(cardOf(scenario, unitIn(field, 'post').id));
  return {
    open: NOTICED_METRES.bounding.twilight,
    scrub: GROUND_SHARE.scrub,
    noticed: metres,
    share: IDENTIFY_SHARE,
    identified: metres * IDENTIFY_SHARE,
    glasses: eyes,
    noticedThrough: metres * eyes,
    identifiedThrough: metres * eyes * IDENTIFY_SHARE,
    hexes: HEXES,
    hexMetres: FIELD_HEX_METRES,
    apart: nearestOver(scenario.map, HEXES),
    heard: heardMetres(scenario, card, walkers, 'twilight'),
  };
}
