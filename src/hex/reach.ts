/**
 * How far one can come in a given time, and by which way: the shortest times from one hex to all others within a limit.
 * The searcher says what each step costs; what the minutes are made of is the business of the movement rules.
 *
 * Times are counted in whole tenths of a minute, so the queue is a ring of lists, one for each tenth ahead (Dial 1969), and
 * nothing is sorted but the few hexes of a tenth. The buffers belong to one map and serve one search after another; a search
 * leaves them dirty and the next knows its own marks by their number, so that none pays for clearing them.
 */
import { assertOnMap, type HexGrid, type HexIndex } from './grid.ts';

/** The buffers of searches over one map. Made once, and changed by every search. */
export interface ReachSearch {
  readonly grid: HexGrid;
  /** The number of the last search. */
  epoch: number;
  /** By hex: the last search that came there. The next two arrays hold for a hex only if that is the present one. */
  readonly reachedIn: Uint32Array;
  readonly tenths: Int32Array;
  /** The hex before it on the way; -1 at the start. */
  readonly previous: Int32Array;
  /** The hexes of the last search in the order they were settled. */
  readonly settled: Int32Array;
  /** By tenth, modulo their number: the first entry of the list of hexes due; -1 when there are none. */
  readonly dueFirst: Int32Array;
  /** Entries of those lists: a hex, and the next entry. */
  readonly entryHex: Int32Array;
  readonly entryNext: Int32Array;
}

export interface ReachRequest {
  readonly from: HexIndex;
  /** Hexes at exactly this time are still reached. */
  readonly limitMinutes: number;
  /** Tenths of a minute to cross from hex i in direction d at 6 * i + d; 0 is impossible. At most `LONGEST_STEP`. */
  readonly stepTenths: Uint16Array;
  /** By hex: tenths added on entering it, as for contact with the enemy. At most `LONGEST_STEP`. */
  readonly extraTenths?: Uint16Array;
  /** By hex: 1 where none may enter. The start may be blocked: it is not entered. */
  readonly blocked?: Uint8Array;
  /** The search may end when it has got here: it then tells of this hex and those nearer. */
  readonly until?: HexIndex;
}

/**
 * What a search found. It looks into the buffers, so it is good until the next search on them, and says so when asked
 * later; `copy` gives one that stays good.
 */
export interface Reach {
  readonly from: HexIndex;
  /** The start and every hex reached, by minutes and, at the same minute, by index. */
  readonly hexes: readonly HexIndex[];
  /** `undefined` for a hex that is not reached; 0 at the start. */
  readonly minutesTo: (index: HexIndex) => number | undefined;
  /** The hexes entered on the way, the last being `index`; none for the start. A hex not reached is a bug. */
  readonly pathTo: (index: HexIndex) => HexIndex[];
  readonly copy: () => Reach;
}

/** The dearest step, in tenths: a little over thirteen hours. */
export const LONGEST_STEP = 8000;

/** More than the dearest step with the dearest extra, so that a list never holds two different tenths. */
const LISTS = 16384;
const LIST_MASK = LISTS - 1;

/** No hex of any map. */
const NOWHERE = -1;

/** Buffers for searches over one map, about 100 bytes a hex. */
export function createReachSearch(grid: HexGrid): ReachSearch {
  const { size } = grid;
  // Each step is tried once, when the hex it leads from is settled, and makes at most one entry; one more is the start.
  const entries = 6 * size + 1;
  return {
    grid,
    epoch: 0,
    reachedIn: new Uint32Array(size),
    tenths: new Int32Array(size),
    previous: new Int32Array(size),
    settled: new Int32Array(size),
    dueFirst: new Int32Array(LISTS).fill(-1),
    entryHex: new Int32Array(entries),
    entryNext: new Int32Array(entries),
  };
}

/**
 * All hexes within `limitMinutes` of `from`, with their least times and a quickest way to each. Of equally quick ways
 * it is the one whose last hex but one was settled first: the earlier in minutes, then the smaller index, and so back.
 */
export function findReach(search: ReachSearch, request: ReachRequest): Reach {
  assertRequest(search.grid, request);
  beginSearch(search);
  const count = settleAll(search, request);
  return viewOf(search, request.from, count);
}

function assertRequest(grid: HexGrid, request: ReachRequest): void {
  const { from, stepTenths, extraTenths, blocked } = request;
  assertOnMap(grid, from);
  if (stepTenths.length !== 6 * grid.size) {
    throw new Error(`A map of ${grid.size} hexes has ${6 * grid.size} steps; ${stepTenths.length} were given.`);
  }
  for (const byHex of [extraTenths, blocked]) {
    if (byHex !== undefined && byHex.length !== grid.size) {
      throw new Error(`A map of ${grid.size} hexes needs an entry for each; ${byHex.length} were given.`);
    }
  }
}

const LAST_EPOCH = 0xffffffff;

function beginSearch(search: ReachSearch): void {
  if (search.epoch === LAST_EPOCH) {
    search.reachedIn.fill(0);
    search.epoch = 0;
  }
  search.epoch += 1;
}

/**
 * The search itself, tenth by tenth; returns how many hexes were settled. It reads better whole: the queue, the
 * settling and the steps share a dozen local names. Index defaults (`?? 0`) satisfy the compiler and are never met.
 */
function settleAll(search: ReachSearch, request: ReachRequest): number {
  const { epoch, reachedIn, tenths, previous, settled, dueFirst, entryHex, entryNext } = search;
  const { neighbours } = search.grid;
  const { from, stepTenths, extraTenths, blocked, until = NOWHERE } = request;
  const limit = Math.round(request.limitMinutes * 10);

  reachedIn[from] = epoch;
  tenths[from] = 0;
  previous[from] = -1;
  dueFirst[0] = 0;
  entryHex[0] = from;
  entryNext[0] = -1;
  let entries = 1;
  let waiting = 1;
  let count = 0;

  for (let now = 0; waiting > 0; now++) {
    const list = now & LIST_MASK;
    const firstOfTenth = count;
    for (let entry = dueFirst[list] ?? -1; entry !== -1; entry = entryNext[entry] ?? -1) {
      const hex = entryHex[entry] ?? 0;
      waiting -= 1;
      // A quicker way was found after this entry was made: the hex is settled already.
      if (tenths[hex] !== now) continue;
      // The hexes of one tenth are few: each finds its place by index among those before it.
      let place = count++;
      for (; place > firstOfTenth && (settled[place - 1] ?? 0) > hex; place--) settled[place] = settled[place - 1] ?? 0;
      settled[place] = hex;
    }
    dueFirst[list] = -1;
    if (until !== NOWHERE && reachedIn[until] === epoch && (tenths[until] ?? 0) <= now) {
      // What is still due belongs to no search to come.
      dueFirst.fill(-1);
      break;
    }

    // Every step takes a tenth or more, so nothing is added to this one while it is worked off.
    for (let place = firstOfTenth; place < count; place++) {
      const hex = settled[place] ?? 0;
      for (let step = 6 * hex; step < 6 * hex + 6; step++) {
        const cost = stepTenths[step] ?? 0;
        const to = neighbours[step] ?? -1;
        if (cost === 0 || to === -1 || (blocked !== undefined && blocked[to] === 1)) continue;
        const then = now + cost + (extraTenths === undefined ? 0 : (extraTenths[to] ?? 0));
        if (then > limit || (reachedIn[to] === epoch && (tenths[to] ?? 0) <= then)) continue;
        reachedIn[to] = epoch;
        tenths[to] = then;
        previous[to] = hex;
        entryHex[entries] = to;
        entryNext[entries] = dueFirst[then & LIST_MASK] ?? -1;
        dueFirst[then & LIST_MASK] = entries++;
        waiting += 1;
      }
    }
  }
  return count;
}

function viewOf(search: ReachSearch, from: HexIndex, count: number): Reach {
  const { epoch, reachedIn, tenths, previous, settled } = search;
  const hexes: HexIndex[] = new Array(count);
  for (let place = 0; place < count; place++) hexes[place] = settled[place] ?? 0;

  const minutesTo = (index: HexIndex): number | undefined => {
    if (search.epoch !== epoch) throw new Error('This reach was overwritten by a later search on the same buffers.');
    return reachedIn[index] === epoch ? (tenths[index] ?? 0) / 10 : undefined;
  };
  const pathTo = (index: HexIndex): HexIndex[] => {
    if (minutesTo(index) === undefined) throw new Error(`Hex ${index} is not within reach of hex ${from}.`);
    const path: HexIndex[] = [];
    for (let at = index; at !== from; at = previous[at] ?? from) path.push(at);
    return path.reverse();
  };
  const copy = (): Reach => {
    minutesTo(from);
    const kept: ReachSearch = {
      ...search,
      reachedIn: reachedIn.slice(),
      tenths: tenths.slice(),
      previous: previous.slice(),
      settled: settled.slice(),
    };
    return viewOf(kept, from, count);
  };
  return { from, hexes, minutesTo, pathTo, copy };
}
