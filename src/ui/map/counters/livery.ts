/** The colours of each side's counters, ready and spent. */
import type { BySide } from '../../../model/side.ts';

export interface Livery {
  readonly face: string;
  readonly faceLow: string;
  readonly edge: string;
  readonly ink: string;
  readonly box: string;
  readonly boxInk: string;
  readonly spentFace: string;
  readonly spentInk: string;
  readonly spentBox: string;
}

export const LIVERIES: BySide<Livery> = {
  soviet: {
    face: '#b23e2a',
    faceLow: '#97301f',
    edge: '#4d140c',
    ink: '#fff6e6',
    box: '#f6e3cf',
    boxInk: '#5d150b',
    spentFace: '#76483e',
    spentInk: '#e6d2c4',
    spentBox: '#bfa699',
  },
  japanese: {
    face: '#f7e9bd',
    faceLow: '#ead596',
    edge: '#5b430f',
    ink: '#2b2005',
    box: '#fffaf0',
    boxInk: '#33260a',
    spentFace: '#b7a574',
    spentInk: '#40351a',
    spentBox: '#d3c7a1',
  },
};

export const SANS = '"Noto Sans", "Liberation Sans", Arial, sans-serif';
