/** Where counters stand: one in the middle of its hex, several fanned out with the selected one on top. */
import type { HexIndex } from '../../../hex/grid.ts';
import type { CounterTold } from '../told.ts';

/** Shift from one counter of a stack to the next, in counters. */
const FAN = 0.13;
/** No more of a stack than this is drawn; its number says the rest. */
const MOST_DRAWN = 4;

/** Half the way between the stacks of two sides in one hex, in counters. */
const APART = 0.32;

export interface PlacedCounter {
  readonly told: CounterTold;
  /** Away from the middle of the hex, in counters. */
  readonly dx: number;
  readonly dy: number;
  /** Counters of its hex, on the top one of several; else 0. */
  readonly badge: number;
  readonly selected: boolean;
}

/** All counters that are drawn, from the bottom up. */
export function placeCounters(counters: readonly CounterTold[], selected: string | null): PlacedCounter[] {
  const stacks = new Map<HexIndex, CounterTold[]>();
  for (const counter of counters) {
    const stack = stacks.get(counter.hex);
    if (stack === undefined) stacks.set(counter.hex, [counter]);
    else stack.push(counter);
  }
  const placed: PlacedCounter[] = [];
  for (const stack of stacks.values()) placed.push(...apart(stack, selected));
  return placed.toSorted((a, b) => Number(a.selected) - Number(b.selected));
}

/** In a hex fought over each side has its own stack, ours to the left. */
function apart(stack: readonly CounterTold[], selected: string | null): PlacedCounter[] {
  const ours = stack.filter((counter) => counter.own);
  const theirs = stack.filter((counter) => !counter.own);
  if (ours.length === 0 || theirs.length === 0) return fan(stack, selected);
  return [
    ...fan(ours, selected).map((placed) => ({ ...placed, dx: placed.dx - APART })),
    ...fan(theirs, selected).map((placed) => ({ ...placed, dx: placed.dx + APART })),
  ];
}

function fan(stack: readonly CounterTold[], selected: string | null): PlacedCounter[] {
  // Headquarters below those who fight, remembered contacts below present ones.
  const order = stack.toSorted((a, b) => weight(a, selected) - weight(b, selected));
  const drawn = order.slice(-MOST_DRAWN);
  return drawn.map((told, index) => {
    const away = (drawn.length - 1) / 2 - index;
    const isTop = index === drawn.length - 1;
    return {
      told,
      dx: away * FAN,
      dy: -away * FAN,
      badge: isTop && stack.length > 1 ? stack.length : 0,
      selected: told.key === selected,
    };
  });
}

function weight(counter: CounterTold, selected: string | null): number {
  if (counter.key === selected) return 9;
  return (counter.branch === 'headquarters' ? 0 : 1) + (counter.own || counter.current ? 2 : 0);
}
