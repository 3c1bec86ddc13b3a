/** The arithmetic of a result, unfolded: named multipliers in the order in which they apply. */
export const FACTOR_NAMES = [
  'cover',
  'entrenchment',
  'posture',
  'moving',
  'density',
  'suppression',
  'cohesion',
  'quality',
  'light',
  'knowledge',
  'size',
  'directions',
  'surprise',
  'slope',
  'command',
  'dispersion',
  'byMap',
  'byAirmen',
  'night',
  'wire',
  'armour',
  'coordination',
  'trenches',
  'rear',
  'smoke',
  'ambush',
  'saddle',
  'hit',
  'pierce',
  'stop',
] as const;
export type FactorName = (typeof FACTOR_NAMES)[number];

/** Whose affair a factor is: the enemy's share is left out of what a side is told. */
export const FACTOR_OWNERS = ['actor', 'target', 'ground'] as const;
export type FactorOwner = (typeof FACTOR_OWNERS)[number];

export interface Factor {
  readonly name: FactorName;
  readonly owner: FactorOwner;
  readonly value: number;
}
