/** A table of the rulebook: rows from the numbers the engine uses. Caption and heads are the chapter's words. */

/** A figure, a word of the game, or nothing where the row has none. */
export type Cell = string | number | null;

export interface Table {
  /** The first cell of a row names it. All rows are as long as the chapter's heads. */
  readonly rows: readonly (readonly Cell[])[];
}
