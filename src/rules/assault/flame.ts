/** Flame at men in works: what a flame tank or a man with a flame thrower does before the rest of the fight is decided. */
import type { HexIndex } from '../../hex/grid.ts';
import { present } from '../../model/assert.ts';
import type { UnitId } from '../../model/unit.ts';
import { type Course, happen } from '../course.ts';
import { volleyAt } from '../fire/effect.ts';
import { blowOf, strike } from '../fire/harm.ts';
import { cardOf, hexOf, isInAction, unitOf, weaponOf } from '../roster.ts';

/** How long the jets play on a position, and from how near. [C] */
const FLAME_MINUTES = 1;
const FLAME_METRES = 20;

/** Every attacker who has flame turns it on the defenders of the hex, one after the other. */
export function burnOut(
  course: Course,
  { attackers, defenders, hex }: { attackers: readonly UnitId[]; defenders: readonly UnitId[]; hex: HexIndex },
): void {
  for (const id of attackers) {
    if (!hasFlame(course, id)) continue;
    for (const target of defenders) playOn(course, { flame: id, target, hex });
  }
}

function hasFlame({ scenario, state }: Course, id: UnitId): boolean {
  const unit = unitOf(scenario, state, id);
  return (
    isInAction(unit) &&
    cardOf(scenario, id).armaments.some(
      ({ weapon }, type) =>
        weaponOf(scenario, weapon).kind === 'flameThrower' &&
        (unit.pieces[type] ?? 0) > 0 &&
        (unit.rounds[type] ?? 0) > 0,
    )
  );
}

function playOn(course: Course, { flame, target, hex }: { flame: UnitId; target: UnitId; hex: HexIndex }): void {
  const { scenario, state } = course;
  const firer = unitOf(scenario, state, flame);
  const mark = unitOf(scenario, state, target);
  if (!isInAction(mark) || typeof firer.at !== 'number') return;
  const volley = volleyAt(
    {
      scenario,
      state,
      firer,
      from: hexOf(firer),
      target: hex,
      minutes: FLAME_MINUTES,
      knownAs: 'current',
      metres: FLAME_METRES,
      only: 'flameThrower',
    },
    [mark],
  );
  const effect = present(volley.effects[0], 'a volley at one target has one effect');
  if (volley.rounds.every((count) => count === 0)) return;
  happen(course, {
    kind: 'fired',
    unit: flame,
    observer: null,
    mode: 'flame',
    target: hex,
    minutes: 0,
    rounds: volley.rounds,
    expectedMen: Math.round(effect.men * 100) / 100,
    factors: effect.factors,
  });
  strike(course, blowOf(effect, flame));
}
