/**
 * Field works: how much has been dug in a hex, what it is worth to those who lie in it, how fast it grows. Digging is
 * counted in man-hours; the more men share it, the less each has of it.
 */
import type { HexIndex } from '../hex/grid.ts';
import { listWithin } from '../hex/ring.ts';
import type { BattleMap, ByTerrain } from '../model/map.ts';
import type { Light } from '../model/clock.ts';

export const ENTRENCHMENTS = ['halted', 'hasty', 'pits', 'foxholes', 'trenches', 'fortified'] as const;
export type Entrenchment = (typeof ENTRENCHMENTS)[number];

/**
 * Man-hours a man that make each work, and what it leaves of fire.
 * Source: scenarios/sources.md 5 and 6 [hours A–B, factors C].
 */
interface Shelter {
  readonly manHours: number;
  /** Share of the harm that comes through, and of the weight of fire that is felt. */
  readonly smallArms: number;
  readonly shells: number;
  readonly felt: number;
}

// biome-ignore format: a table, columns aligned
export const WORKS: Readonly<Record<Entrenchment, Shelter>> = {
  halted:    { manHours: 0,    smallArms: 0.5,  shells: 0.5,  felt: 0.9  },
  hasty:     { manHours: 0.25, smallArms: 0.4,  shells: 0.35, felt: 0.75 },
  pits:      { manHours: 0.8,  smallArms: 0.25, shells: 0.25, felt: 0.7  },
  foxholes:  { manHours: 1.3,  smallArms: 0.14, shells: 0.11, felt: 0.6  },
  trenches:  { manHours: 8,    smallArms: 0.1,  shells: 0.08, felt: 0.5  },
  fortified: { manHours: 16,   smallArms: 0.06, shells: 0.03, felt: 0.35 },
};

/** How hard the ground is to dig, as a share of ordinary soil. Source: scenarios/sources.md 5 [C]: stony ground ×2–3. */
// biome-ignore format: a table
export const DIGGING_SHARE: ByTerrain<number> = {
  open: 1, sand: 1.3, dunes: 1.3, scrub: 1, forest: 0.7, marsh: 0.3, shallows: 0, deepWater: 0, ice: 0.1,
  settlement: 1, rock: 0.4,
};

/** Work in the dark goes slower. [C] */
export const NIGHT_DIGGING_SHARE = 0.75;

/** Frost in the ground from this cold on, and what is then left of the digging. Source: scenarios/sources.md 5 [C]: ×2–3. */
const FROZEN_CELSIUS = -5;
export const FROZEN_SHARE = 0.4;

/** Sand without timber falls in below a metre, at the depth of a standing pit, and costs double. Source: scenarios/sources.md 5 [C]. */
const LOOSE_SHARE = 0.5;

/** Timber is at hand where a wood or a village is so near. [C] */
export const TIMBER_METRES = 500;

/** Whether wood can be had for roofs, logs and props. */
export const isTimberNear = (map: BattleMap, hex: HexIndex): boolean =>
  listWithin(map.grid, hex, Math.floor(TIMBER_METRES / map.hexMetres)).some(
    (near) => map.terrain[near] === 'forest' || map.terrain[near] === 'settlement',
  );

/**
 * Man-hours in a hex after so many more. Without timber sand is dug at half the rate below a standing pit, and nobody
 * roofs a work: man-hours beyond what trenches take are not put in.
 */
export function manHoursAfter(
  before: number,
  dug: number,
  site: { readonly men: number; readonly terrain: keyof ByTerrain<number>; readonly timber: 'near' | 'none' },
): number {
  const rounded = (manHours: number): number => Math.round(manHours * 10) / 10;
  if (site.timber === 'near') return rounded(before + dug);
  const isLoose = site.terrain === 'sand' || site.terrain === 'dunes';
  const deep = isLoose ? Math.max(0, before + dug - Math.max(before, WORKS.foxholes.manHours * site.men)) : 0;
  const roofless = WORKS.fortified.manHours * site.men - 0.1;
  return rounded(Math.max(before, Math.min(before + dug - deep * (1 - LOOSE_SHARE), roofless)));
}

/** What `manHours` in a hex give each of `men`. */
export function entrenchmentFor(manHours: number, men: number): Entrenchment {
  const each = men > 0 ? manHours / men : 0;
  let reached: Entrenchment = 'halted';
  for (const name of ENTRENCHMENTS) if (each >= WORKS[name].manHours) reached = name;
  return reached;
}

/** Level 0 … 5 of a work, for maps and tables. */
export const entrenchmentLevel = (name: Entrenchment): number => ENTRENCHMENTS.indexOf(name);

/** Share of the harm of small arms or shells that reaches men in such works. */
export const smallArmsThrough = (name: Entrenchment): number => WORKS[name].smallArms;
export const shellsThrough = (name: Entrenchment): number => WORKS[name].shells;

/** Share of the weight of fire that men in such works feel. */
export const fireFelt = (name: Entrenchment): number => WORKS[name].felt;

/** Man-hours that `men` dig in `minutes`, suppressed men less. */
export function manHoursDug(task: {
  readonly men: number;
  readonly minutes: number;
  readonly suppression: number;
  readonly terrain: keyof ByTerrain<number>;
  readonly light: Light;
  readonly celsius?: number;
}): number {
  const dark = task.light === 'dark' || task.light === 'moon' ? NIGHT_DIGGING_SHARE : 1;
  const frost = task.celsius !== undefined && task.celsius <= FROZEN_CELSIUS ? FROZEN_SHARE : 1;
  const hours = ((task.men * task.minutes) / 60) * DIGGING_SHARE[task.terrain] * dark * frost * (1 - task.suppression);
  return Math.round(hours * 10) / 10;
}

/** Whether the ground can be dug at all. */
export const canBeDug = (terrain: keyof ByTerrain<number>): boolean => DIGGING_SHARE[terrain] > 0;

/** Man-hours dug in a hex, 0 where nobody has. */
export function manHoursAt(
  works: readonly { readonly hex: HexIndex; readonly manHours: number }[],
  hex: HexIndex,
): number {
  for (const work of works) if (work.hex === hex) return work.manHours;
  return 0;
}
