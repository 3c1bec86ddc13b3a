/** Tables of fire: weapons, cover, light, what is known of the target, shelter, the throw, shells. */
import { LIGHTS } from '../../../model/clock.ts';
import { TERRAINS } from '../../../model/map.ts';
import { COHESIONS, FIRE_POLICIES } from '../../../model/unit.ts';
import type { AtRange, Weapon } from '../../../model/weapon.ts';
import { valueAt } from '../../../rules/curve.ts';
import { POLICY_METRES } from '../../../rules/fire/direct.ts';
import { COHESION, COLUMN, COVER, LIGHT, UPRIGHT } from '../../../rules/fire/effect.ts';
import { KNOWLEDGE } from '../../../rules/fire/shot.ts';
import { SPREAD } from '../../../rules/fire/harm.ts';
import { BEATEN_HECTARES, BURST_SHARE, HIT_SHARE } from '../../../rules/fire/shells.ts';
import { ENTRENCHMENTS, WORKS } from '../../../rules/works.ts';
import { nameOf } from '../../wording.ts';
import { weaponTable } from '../field.ts';
import type { Cell, Table } from '../table.ts';

const RANGES_METRES = [100, 250, 500, 1000];

/** Below this a weapon hits nobody in a battle. */
const LEAST_SHOWN = 0.00005;

/** Value of a weapon's table at a range; nothing beyond its reach. */
function valueOver(points: readonly AtRange[] | undefined, weapon: Weapon, metres: number): Cell {
  if (points === undefined || metres > weapon.reachMetres) return null;
  const value = valueAt(
    points.map((point) => [point.metres, point.value] as const),
    metres,
  );
  return value < LEAST_SHOWN ? null : value;
}

const weapons = (): readonly Weapon[] => [...weaponTable().values()];

export const smallArms = (): Table => ({
  rows: weapons()
    .filter(({ menPerMinute }) => menPerMinute !== undefined)
    .map((weapon) => [
      weapon.names.en,
      weapon.roundsPerMinute,
      ...RANGES_METRES.map((metres) => valueOver(weapon.menPerMinute, weapon, metres)),
      weapon.reachMetres,
    ]),
});

export const shellWeapons = (): Table => ({
  rows: weapons()
    .filter(({ lethalSquareMetres }) => lethalSquareMetres !== undefined)
    .map((weapon) => [
      weapon.names.en,
      weapon.roundsPerMinute,
      weapon.lethalSquareMetres ?? null,
      weapon.reachMetres,
      weapon.indirectMetres ?? null,
    ]),
});

export const groundCover = (): Table => ({
  rows: TERRAINS.map((terrain) => [nameOf('terrain', terrain), COVER[terrain], BURST_SHARE[terrain]]),
});

export const aimByLight = (): Table => ({ rows: LIGHTS.map((light) => [nameOf('light', light), LIGHT[light]]) });

export const aimByKnowledge = (): Table => ({
  rows: (['current', 'remembered', 'suspected'] as const).map((known) => [nameOf('knownAs', known), KNOWLEDGE[known]]),
});

export const fireByCohesion = (): Table => ({
  rows: COHESIONS.map((cohesion) => [nameOf('cohesion', cohesion), COHESION[cohesion]]),
});

/** From the worst place to be to the best. */
export const shelter = (): Table => ({
  rows: [
    [nameOf('target', 'column'), COLUMN, COLUMN, 1],
    [nameOf('target', 'upright'), UPRIGHT, UPRIGHT, 1],
    ...ENTRENCHMENTS.map((works) => [
      nameOf('target', works),
      WORKS[works].smallArms,
      WORKS[works].shells,
      WORKS[works].felt,
    ]),
  ],
});

export const theThrow = (): Table => ({ rows: SPREAD.map((stray, place) => [`${place + 1}`, stray]) });

export const firePolicies = (): Table => ({
  rows: FIRE_POLICIES.map((policy) => [nameOf('policy', policy), POLICY_METRES[policy]]),
});

export const shellHits = (): Table => ({ rows: HIT_SHARE.map(([ground, share]) => [`${ground}`, share]) });

export const beatenGround = (): Table => ({ rows: BEATEN_HECTARES.map(([km, hectares]) => [`${km}`, hectares]) });
