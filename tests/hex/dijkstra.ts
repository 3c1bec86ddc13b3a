/** The shortest-time search in its plainest form: look through all hexes for the next, one after another. */
import { DIRECTIONS, type HexGrid, type HexIndex, neighbourOf } from '../../src/hex/grid.ts';
import type { ReachRequest } from '../../src/hex/reach.ts';

export interface PlainReach {
  readonly minutes: ReadonlyMap<HexIndex, number>;
  readonly previous: ReadonlyMap<HexIndex, HexIndex>;
}

/** Hexes in the order they are settled, by minutes and then by index, as keys of `minutes`. */
export function plainReach(grid: HexGrid, request: ReachRequest): PlainReach {
  const { from, limitMinutes, stepMinutes, extraMinutes, blocked } = request;
  const open = new Map<HexIndex, number>([[from, 0]]);
  const minutes = new Map<HexIndex, number>();
  const previous = new Map<HexIndex, HexIndex>();
  while (open.size > 0) {
    const [hex, now] = [...open].reduce((a, b) => (b[1] < a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a));
    open.delete(hex);
    minutes.set(hex, now);
    for (const direction of DIRECTIONS) {
      const to = neighbourOf(grid, hex, direction);
      const cost = stepMinutes[6 * hex + direction] ?? 0;
      if (to === -1 || cost === 0 || blocked?.[to] === 1 || minutes.has(to)) continue;
      const then = now + cost + (extraMinutes?.[to] ?? 0);
      if (then > limitMinutes || then >= (open.get(to) ?? Number.POSITIVE_INFINITY)) continue;
      open.set(to, then);
      previous.set(to, hex);
    }
  }
  return { minutes, previous };
}
