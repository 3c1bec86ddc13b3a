/** The two parties to a battle and the armies whose tables and names their units have. */
export const SIDES = ['soviet', 'japanese'] as const;
export type Side = (typeof SIDES)[number];
export type BySide<T> = Readonly<Record<Side, T>>;

export const NATIONS = ['soviet', 'japanese', 'mongolian', 'manchukuo'] as const;
export type Nation = (typeof NATIONS)[number];

const OPPONENTS: BySide<Side> = { soviet: 'japanese', japanese: 'soviet' };

/** The other side. */
export const opponentOf = (side: Side): Side => OPPONENTS[side];

/** A table with an entry for each side. */
export const bySide = <T>(of: (side: Side) => T): BySide<T> => ({ soviet: of('soviet'), japanese: of('japanese') });
