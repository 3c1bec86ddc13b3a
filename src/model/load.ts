/** What is kept, counted and carried apart in supply, and weights of it. */

/** What is kept, counted and brought apart, in the order in which a load is made up. */
export const SUPPLY_CLASSES = ['water', 'smallArms', 'shells', 'food', 'fuel'] as const;
export type SupplyClass = (typeof SUPPLY_CLASSES)[number];
/** Weights of some classes; one that is not named is none. */
export type Load = Readonly<Partial<Record<SupplyClass, number>>>;
