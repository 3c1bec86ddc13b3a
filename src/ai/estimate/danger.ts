/** Where it is dangerous to be: men that known enemies could hit in a minute among a company going about, by hex. */
import { hexesBetween } from '../../hex/distance.ts';
import { listWithin } from '../../hex/ring.ts';
import type { ByLight } from '../../model/clock.ts';
import { rangeMetres } from '../../rules/range.ts';
import { hasLineOfSight } from '../../rules/sight.ts';
import { menHitPerMinute, reachOfBranch } from './strength.ts';
import type { Situation } from './situation.ts';

/** Farther than this one does not reckon with fire, in metres by light. [C] */
const FIRE_METRES: ByLight<number> = { day: 1000, twilight: 800, moon: 300, dark: 250 };
const AIM: ByLight<number> = { day: 1, twilight: 0.7, moon: 0.4, dark: 0.25 };

/** Weight of an enemy seen now, and of one remembered. */
const SEEN = 1;
const REMEMBERED = 0.6;

const FIELDS = new WeakMap<Situation, Float32Array>();

/** The field of the moment, worked out once. Read only. */
export function dangerOf(situation: Situation): Float32Array {
  let field = FIELDS.get(situation);
  if (field === undefined) FIELDS.set(situation, (field = dangerField(situation)));
  return field;
}

function dangerField(situation: Situation): Float32Array {
  const { scenario, observation, enemy, grid } = situation;
  const { map } = scenario;
  const field = new Float32Array(grid.size);
  for (const contact of observation.contacts) {
    const branch = contact.branch ?? 'rifles';
    const metres = Math.min(FIRE_METRES[observation.light], reachOfBranch(scenario, enemy, branch));
    const weight = AIM[observation.light] * (contact.current ? SEEN : REMEMBERED);
    const byDistance: number[] = [];
    for (const hex of listWithin(grid, contact.hex, Math.floor(metres / map.hexMetres))) {
      if (!hasLineOfSight(map, contact.hex, hex)) continue;
      const hexes = hexesBetween(grid, contact.hex, hex);
      byDistance[hexes] ??= menHitPerMinute(
        scenario,
        enemy,
        { branch, men: contact.men ?? 100 },
        rangeMetres(map, contact.hex, hex),
      );
      field[hex] = (field[hex] ?? 0) + (byDistance[hexes] ?? 0) * weight;
    }
  }
  return field;
}
