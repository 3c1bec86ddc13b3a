/** How the sheet is looked at: what overlays are made for. */
import type { Detail } from '../detail.ts';
import type { Sheet } from '../sheet.ts';

export interface Scope {
  readonly sheet: Sheet;
  /** CSS pixels of the screen for each world pixel. */
  readonly zoom: number;
  readonly detail: Detail;
}
