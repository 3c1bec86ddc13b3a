/** Keys within a list one chooses from: arrows go round, Home and End to its ends. */

/** The place a key leads to from place `at` of `count`; `undefined` when it leads nowhere. */
export function stepThrough(count: number, at: number, key: string): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowUp':
    case 'ArrowLeft':
      return at <= 0 ? count - 1 : at - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
