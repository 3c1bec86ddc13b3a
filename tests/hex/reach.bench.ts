/**
 * What a search costs on a map of 80 by 60: a turn's march of about 200 hexes, and a standing order that looks over the
 * whole map, each beside the plain search. Costs are drawn from a fixed seed.
 */
import { bench, describe } from 'vitest';
import { createGrid, indexOf } from '../../src/hex/grid.ts';
import { createReachSearch, findReach, type ReachRequest } from '../../src/hex/reach.ts';
import { plainReach } from './dijkstra.ts';

const grid = createGrid('flat', 80, 60);
const search = createReachSearch(grid);
let seed = 1939;
const stepTenths = Uint16Array.from(grid.neighbours, (to) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return to === -1 ? 0 : 10 * (10 + (seed >>> 24) / 12);
});
const blocked = new Uint8Array(grid.size);
const extraTenths = new Uint16Array(grid.size);
const march: ReachRequest = { from: indexOf(grid, [40, 30]), limitMinutes: 140, stepTenths, extraTenths, blocked };
const standingOrder: ReachRequest = { ...march, limitMinutes: 2000 };

describe(`a march of 140 minutes, ${findReach(search, march).hexes.length} hexes`, () => {
  bench('bucket queue', () => {
    findReach(search, march);
  });
  bench('plain search', () => {
    plainReach(grid, march);
  });
});

describe(`a standing order, ${findReach(search, standingOrder).hexes.length} hexes`, () => {
  bench('bucket queue', () => {
    findReach(search, standingOrder);
  });
  bench('plain search', () => {
    plainReach(grid, standingOrder);
  });
});
