/** The same data with something changed: values set or taken away at paths such as `units.a.men` or `clock.skies.0.light`. */

/** What a variation changes. */
export interface Changes {
  readonly change?: Readonly<Record<string, unknown>>;
  readonly drop?: readonly string[];
}

type Parent = Record<string, unknown> | unknown[];

/** A changed copy. A segment is a key, a place in a list, or the id of an entry of a list; a key that is new is added. */
export function changed(data: unknown, { change = {}, drop = [] }: Changes): unknown {
  const copy: unknown = structuredClone(data);
  for (const [path, value] of Object.entries(change)) {
    const [parent, key] = parentOf(copy, path);
    Object.assign(parent, { [key]: structuredClone(value) });
  }
  for (const path of drop) {
    const [parent, key] = parentOf(copy, path);
    if (!(key in parent)) throw new Error(`${path}: there is nothing to take away`);
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  }
  return copy;
}

function parentOf(data: unknown, path: string): readonly [Parent, string] {
  const keys = path.split('.');
  let parent = containerAt(data, path);
  for (const key of keys.slice(0, -1)) {
    const place = placeIn(parent, key);
    if (!(place in parent) && !Array.isArray(parent)) parent[place] = {};
    parent = containerAt((parent as Record<string, unknown>)[place], path);
  }
  return [parent, placeIn(parent, keys[keys.length - 1] ?? '')];
}

function containerAt(value: unknown, path: string): Parent {
  if (typeof value !== 'object' || value === null) throw new Error(`${path}: leads through what has no parts`);
  return value as Parent;
}

function placeIn(parent: Parent, key: string): string {
  if (!Array.isArray(parent)) return key;
  const byId = parent.findIndex((entry) => (entry as { id?: unknown } | null)?.id === key);
  return byId === -1 ? key : String(byId);
}
