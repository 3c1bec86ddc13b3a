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
    spentFace: '#8b7a73',
    spentInk: '#efe8df',
    spentBox: '#cfc5bc',
  },
  japanese: {
    face: '#f7e9bd',
    faceLow: '#ead596',
    edge: '#5b430f',
    ink: '#2b2005',
    box: '#fffaf0',
    boxInk: '#33260a',
    spentFace: '#c9c3b2',
    spentInk: '#4f4a3e',
    spentBox: '#e2ded2',
  },
};

export const SANS = '"Noto Sans", "Liberation Sans", Arial, sans-serif';
