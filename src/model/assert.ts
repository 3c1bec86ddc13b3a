/** A bug, not a mistake of the player's: thrown with what is needed to find it, and caught by nobody in the core. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`bug: ${message}`);
}

/** The value, which must be there. */
export function present<T>(value: T | undefined | null, message: string): T {
  if (value === undefined || value === null) throw new Error(`bug: ${message}`);
  return value;
}

/** The end of a switch over a closed union. */
export function unreachable(value: never): never {
  throw new Error(`bug: unexpected ${JSON.stringify(value)}`);
}
