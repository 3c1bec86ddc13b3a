/** The shortest-time search in its plainest form: look through all hexes for the next, one after another. */
import { DIRECTIONS, type HexGrid, type HexIndex, neighbourOf } from '../../src/hex/grid.ts';
import type { ReachRequest } from '../../src/hex/reach.ts';

export interface PlainReach {
  readonly minutes: ReadonlyMap<HexIndex, number>;
  readonly previous: ReadonlyMap<HexIndex, HexIndex>;
}

/** Hexes in the order they are settled, by minutes and then by index, as keys of `minutes`. */
export function plainReach(grid: HexGrid, request: ReachRequest): PlainReach {
  const { from, stepTenths, extraTenths, blocked } = request;
  const limit = request.limitMinutes * 10;
  const open = new Map<HexIndex, number>([[from, 0]]);
  const tenths = new Map<HexIndex, number>();
  const previous = new Map<HexIndex, HexIndex>();
  while (open.size > 0) {
    const [hex, now] = [...open].reduce((a, b) => (b[1] < a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a));
    open.delete(hex);
    tenths.set(hex, now);
    for (const direction of DIRECTIONS) {
      const to = neighbourOf(grid, hex, direction);
      const cost = stepTenths[6 * hex + direction] ?? 0;
      if (to === -1 || cost === 0 || blocked?.[to] === 1 || tenths.has(to)) continue;
      const then = now + cost + (extraTenths?.[to] ?? 0);
      if (then > limit || then >= (open.get(to) ?? Number.POSITIVE_INFINITY)) continue;
      open.set(to, then);
      previous.set(to, hex);
    }
  }
  const minutes = new Map([...tenths].map(([hex, count]) => [hex, count / 10]));
  return { minutes, previous };
}
